"""Putting a text, giving it more time, having the answers counted, and withdrawing it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from equalterms.decisions.actions.closing import close_decision
from equalterms.decisions.actions.putting import give_more_time, put_decision, withdraw_decision
from equalterms.decisions.forms import CloseForm, MoreTimeForm, PutForm, WithdrawForm, end_of
from equalterms.decisions.queries.answers import how_many_answered
from equalterms.decisions.queries.seen import decision_inside, group_deciding
from equalterms.decisions.rules.deciding import check_may_close, check_may_put, check_may_tend
from equalterms.decisions.views.frame import ask, carried_out, done, end_in_words, get_or_post, url_of
from equalterms.groups.rules import deciding_terms
from equalterms.people.drafts import kept_form
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def put(request: HttpRequest, key: str) -> HttpResponse:
    group = group_deciding(request.person, key)
    check_may_put(request.person, group)
    form = kept_form(request, PutForm, group=group, person=request.person)
    if carried_out(request, form, lambda: put_decision(group=group, by=request.person, **form.as_asked())):
        return done(request, _("The text has been put to the group."), url_of(form.outcome))
    return ask(
        request,
        form,
        group=group,
        template="decisions/put.html",
        heading=_("On what should the group decide?"),
        button_text=_("Put this text to the group"),
        rules=deciding_terms(group).in_words,
    )


@get_or_post
@signed_in
def more_time(request: HttpRequest, key: str) -> HttpResponse:
    decision = decision_inside(request.person, key)
    check_may_tend(request.person, decision)
    form = kept_form(request, MoreTimeForm)

    def act() -> object:
        given = form.cleaned_data
        return give_more_time(
            decision=decision, by=request.person, closes_at=end_of(given["last_day"]), because=given["because"]
        )

    if carried_out(request, form, act):
        return done(request, _("There is more time to answer."), url_of(decision))
    return ask(
        request,
        form,
        group=decision.group,
        decision=decision,
        heading=_("Give more time to answer"),
        lead=_("Until now the end is %(day)s.") % {"day": end_in_words(decision.closes_at)},
        button_text=_("Give more time"),
    )


@get_or_post
@signed_in
def close(request: HttpRequest, key: str) -> HttpResponse:
    decision = decision_inside(request.person, key)
    answered, asked = how_many_answered(decision)
    check_may_close(request.person, decision, all_answered=answered == asked)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if carried_out(request, form, lambda: close_decision(decision=decision, by=request.person)):
        return done(request, _("The answers have been counted."), url_of(decision))
    return ask(
        request,
        form,
        group=decision.group,
        decision=decision,
        heading=_("Have the answers counted?"),
        lead=_("%(answered)s of %(asked)s have answered. After this nobody can change their answer.")
        % {"answered": answered, "asked": asked},
        button_text=_("Count the answers"),
        cancel_text=_("Go back. Change nothing"),
    )


@get_or_post
@signed_in
def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    decision = decision_inside(request.person, key)
    check_may_tend(request.person, decision)
    form = kept_form(request, WithdrawForm)
    if carried_out(request, form, lambda: withdraw_decision(decision=decision, by=request.person, **form.cleaned_data)):
        return done(request, _("The text is withdrawn. Its history stays."), url_of(decision))
    return ask(
        request,
        form,
        group=decision.group,
        decision=decision,
        heading=_("Withdraw this text"),
        lead=_("Nothing is decided then. The text and what was said about it stay to be read."),
        button_text=_("Withdraw this text"),
        button_kind="warning",
        cancel_text=_("Go back. Change nothing"),
    )
