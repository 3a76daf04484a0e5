"""Addresses of decisions."""

from django.urls import path

from equalterms.decisions.views import answering, clarifying, objections, reading, tending

app_name = "decisions"
urlpatterns = [
    path("groups/<slug:key>/decisions/", reading.show_decisions, name="list"),
    path("groups/<slug:key>/decisions/put/", tending.put, name="put"),
    path("decisions/questions/<slug:key>/", clarifying.answer, name="answer_question"),
    path("decisions/amendments/<slug:key>/", clarifying.answer_to_amendment, name="amendment"),
    path("decisions/objections/<slug:key>/deal/", objections.deal_with, name="deal_with"),
    path("decisions/objections/<slug:key>/speak/", objections.speak, name="speak"),
    path("decisions/<slug:key>/", reading.show_decision, name="decision"),
    path("decisions/<slug:key>/answer/", answering.answer, name="answer"),
    path("decisions/<slug:key>/ask/", clarifying.ask_question, name="ask"),
    path("decisions/<slug:key>/amend/", clarifying.amend, name="amend"),
    path("decisions/<slug:key>/more-time/", tending.more_time, name="more_time"),
    path("decisions/<slug:key>/close/", tending.close, name="close"),
    path("decisions/<slug:key>/withdraw/", tending.withdraw, name="withdraw"),
]
