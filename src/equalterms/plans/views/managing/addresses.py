"""Addresses for managers."""

from django.urls import path

from equalterms.plans.views.managing import changes, claiming, disputes, effects, evidence, plans, publishing

urlpatterns = [
    path("plans/mine/", plans.show_mine, name="mine"),
    path("plans/new/", plans.start, name="start_plan"),
    path("plans/<slug:key>/manage/", plans.manage, name="manage_plan"),
    path("plans/<slug:key>/edit/", plans.edit, name="edit_plan"),
    path("plans/<slug:key>/publish/", publishing.publish_a_plan, name="publish_plan"),
    path("plans/<slug:key>/end/", publishing.end_a_plan, name="end_plan"),
    path("plans/<slug:key>/responsible/", plans.share, name="share_plan"),
    path("plans/<slug:key>/hand-over/", plans.hand_over, name="hand_over_plan"),
    path("plans/<slug:key>/changes/new/", changes.add, name="add_change"),
    path("changes/<slug:key>/edit/", changes.edit, name="edit_change"),
    path("changes/<slug:key>/publish/", publishing.publish_a_change, name="publish_change"),
    path("changes/<slug:key>/remove/", changes.remove, name="remove_change"),
    path("changes/<slug:key>/account/", claiming.begin, name="record_account"),
    path("accounts/drafts/<slug:key>/", claiming.check, name="check_account"),
    path("accounts/drafts/<slug:key>/evidence/", evidence.gather, name="account_evidence"),
    path("accounts/drafts/<slug:key>/ways/new/", claiming.name_a_way, name="add_way"),
    path("accounts/drafts/<slug:key>/throw-away/", claiming.throw_away, name="discard_account"),
    path("accounts/drafts/<slug:key>/<slug:step>/", claiming.answer, name="answer_account"),
    path("accounts/evidence/<slug:key>/remove/", evidence.remove, name="remove_evidence"),
    path("record/accounts/<slug:key>/new-version/", claiming.begin_new_version, name="correct_account"),
    path("record/accounts/<slug:key>/effects/new/", effects.claim, name="claim_effect"),
    path("record/disagreements/<slug:key>/answer/", disputes.answer, name="answer_dispute"),
]
