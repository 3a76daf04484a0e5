"""The papers gate: the question to somebody affected, and putting off what they did not agree to."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from equalterms.meetings.actions.gate import answer_gate, put_off_at_gate
from equalterms.meetings.forms.papers import GateForm, PutOffForm
from equalterms.meetings.queries.agenda import item_for
from equalterms.meetings.queries.gate import item_at_gate, missing_for, own_answer
from equalterms.meetings.rules.gate import gate_of
from equalterms.meetings.rules.leading import check_may_plan
from equalterms.meetings.views.frame import ask, carried_out, done, get_or_post
from equalterms.meetings.views.papers import gate_in_words, papers_url, trail_of
from equalterms.people.drafts import kept_form
from equalterms.people.exceptions import NotVisible
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def answer(request: HttpRequest, key: str) -> HttpResponse:
    item = item_at_gate(request.person, key)
    papers = papers_url(item.meeting)
    said = own_answer(request.person, item)
    form = kept_form(request, GateForm, initial={} if said is None else {"agrees": "yes" if said else "no"})
    if request.method == "POST" and form.is_valid():
        agrees = form.cleaned_data["agrees"] == "yes"
        answer_gate(item=item, by=request.person, agrees=agrees)
        words = _("You said that it may go ahead.") if agrees else _("You said that it should be put off.")
        return done(request, words, papers)
    return ask(
        request,
        form,
        template="meetings/papers_gate.html",
        heading=_("May this item go ahead?"),
        lead=item.title,
        button_text=_("Send my answer"),
        trail=trail_of(item),
        cancel_url=papers,
        missing=missing_for(request.person, item),
        said=said,
        starts_at=item.meeting.starts_at,
    )


@get_or_post
@signed_in
def put_off(request: HttpRequest, key: str) -> HttpResponse:
    item = item_for(request.person, key)
    check_may_plan(request.person, item.group)
    gate = gate_in_words(gate_of(item))
    if gate is None or item.meeting is None:
        raise NotVisible
    papers = papers_url(item.meeting)
    form = kept_form(request, PutOffForm)
    if carried_out(request, form, lambda: put_off_at_gate(item=item, by=request.person, **form.cleaned_data)):
        return done(request, _("The item is put off. The reason stands beside it."), papers)
    return ask(
        request,
        form,
        heading=_("Put off: %(item)s") % {"item": item.title},
        lead=_("Its papers are not on equal terms, and those affected have not agreed to go ahead."),
        button_text=_("Put it off"),
        trail=trail_of(item),
        cancel_url=papers,
    )
