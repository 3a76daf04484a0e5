"""Addresses for members."""

from django.urls import path

from equalterms.plans.views.members import disputes, effects, evidence, mine, reading, steps

urlpatterns = [
    path("record/accounts/<slug:key>/your-reading/", reading.show_your_reading, name="your_reading"),
    path("record/accounts/<slug:key>/your-reading/rung/", steps.ask_rung, name="reading_rung"),
    path("record/accounts/<slug:key>/your-reading/effect/", steps.ask_effect, name="reading_effect"),
    path("record/accounts/<slug:key>/your-reading/words/", steps.ask_words, name="reading_words"),
    path("record/accounts/<slug:key>/your-reading/check/", reading.check, name="reading_check"),
    path("record/accounts/<slug:key>/your-reading/still-right/", reading.confirm, name="confirm_reading"),
    path("record/accounts/<slug:key>/your-reading/rather-not/", reading.decline, name="decline_reading"),
    path("record/accounts/<slug:key>/disagree/", disputes.disagree, name="dispute_account"),
    path("record/disagreements/<slug:key>/", disputes.show_yours, name="your_dispute"),
    path("record/disagreements/<slug:key>/settled/", disputes.settle, name="settle_dispute"),
    path("record/disagreements/<slug:key>/not-settled/", disputes.keep, name="keep_dispute"),
    path("record/effects/<slug:key>/your-reading/", effects.read, name="read_effect"),
    path("record/evidence/<slug:key>/", evidence.give_out, name="evidence_file"),
    path("me/readings/", mine.show_asked, name="your_readings"),
]
