"""Addresses of groups."""

from django.urls import path

from equalterms.groups.views import agreeing, describing, doors, reading, seats

app_name = "groups"
urlpatterns = [
    path("groups/", reading.show_groups, name="list"),
    path("groups/start/", describing.start, name="start"),
    path("groups/principles/<slug:key>/withdraw/", agreeing.withdraw, name="withdraw_principle"),
    path("groups/questions/<slug:key>/close/", agreeing.close, name="close_question"),
    path("groups/referrals/<slug:key>/", agreeing.show_referral, name="referral"),
    path("groups/applications/<slug:key>/", doors.show_application, name="application"),
    path("groups/applications/<slug:key>/take-back/", doors.take_application_back, name="take_application_back"),
    path("groups/invitations/<slug:key>/withdraw/", doors.withdraw_invited, name="withdraw_invitation"),
    path("groups/invited/<slug:token>/", doors.show_invitation, name="invitation"),
    path("groups/invited/<slug:token>/accept/", doors.accept, name="accept_invitation"),
    path("groups/invited/<slug:token>/decline/", doors.decline, name="decline_invitation"),
    path("groups/seats/<slug:key>/change/", seats.change, name="change_seat"),
    path("groups/seats/<slug:key>/end/", seats.end, name="end_seat"),
    path("groups/seats/<slug:key>/name/", seats.naming, name="naming"),
    path("groups/<slug:key>/", reading.show_group, name="group"),
    path("groups/<slug:key>/members/", reading.show_members, name="members"),
    path("groups/<slug:key>/needs/", reading.show_needs, name="needs"),
    path("groups/<slug:key>/describe/", describing.describe, name="describe"),
    path("groups/<slug:key>/rule/", describing.change_rule, name="change_rule"),
    path("groups/<slug:key>/related/", describing.relate, name="relate"),
    path("groups/<slug:key>/related/<slug:other_key>/remove/", describing.unrelate, name="unrelate"),
    path("groups/<slug:key>/end/", describing.end, name="end"),
    path("groups/<slug:key>/terms/new/", agreeing.new_terms, name="new_terms"),
    path("groups/<slug:key>/terms/<int:number>/", reading.show_terms, name="terms"),
    path("groups/<slug:key>/principles/new/", agreeing.new_principle, name="new_principle"),
    path("groups/<slug:key>/questions/new/", agreeing.new_question, name="new_question"),
    path("groups/<slug:key>/refer/", agreeing.refer, name="refer"),
    path("groups/<slug:key>/invite/", doors.invite, name="invite"),
    path("groups/<slug:key>/apply/", doors.apply, name="apply"),
    path("groups/<slug:key>/join/", seats.join, name="join"),
    path("groups/<slug:key>/leave/check/", seats.confirm_leaving, name="confirm_leaving"),
    path("groups/<slug:key>/leave/<slug:step>/", seats.leave, name="leave"),
]
