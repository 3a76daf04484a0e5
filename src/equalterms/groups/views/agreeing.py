"""What a group agrees about itself, and the work it passes to other groups."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.groups.actions.agreeing import (
    add_terms,
    ask_question,
    close_question,
    state_principle,
    withdraw_principle,
)
from equalterms.groups.actions.referring import answer_referral, decline_referral, refer_work, take_on_referral
from equalterms.groups.forms.agreeing import (
    CloseQuestionForm,
    PrincipleForm,
    QuestionForm,
    ReferForm,
    RespondForm,
    TermsForm,
    WithdrawPrincipleForm,
)
from equalterms.groups.models import Referral
from equalterms.groups.queries.groups import group_for, group_to_administer
from equalterms.groups.queries.joining import principle_for, question_for
from equalterms.groups.queries.referrals import groups_seen_in, referral_for
from equalterms.groups.rules import (
    check_may_administer,
    check_may_answer_referral,
    check_may_ask_question,
    deciding_terms,
    may_answer_referral,
)
from equalterms.groups.views.frame import ask, done, get_or_post, trail_to, url_of
from equalterms.groups.vocabulary import OPEN_REFERRALS, ReferralState
from equalterms.people.drafts import kept_form
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def new_terms(request: HttpRequest, key: str) -> HttpResponse:
    group = group_to_administer(request.person, key)
    current = group.terms.first()
    words = {"words": current.words, "guests_welcome": current.guests_welcome} if current is not None else {}
    form = kept_form(request, TermsForm, initial={**words, **deciding_terms(group).as_dict()})
    if request.method == "POST" and form.is_valid():
        terms = add_terms(group=group, by=request.person, **form.as_terms())
        words = _("Version %(number)s of the terms of reference stands.") % {"number": terms.number}
        return done(request, words, reverse("groups:terms", args=[key, terms.number]))
    return ask(
        request,
        form,
        group=group,
        heading=_("What are the terms of reference now?"),
        lead=_("Your words become a new version. Earlier versions stay as they were."),
        button_text=_("Add this version"),
    )


@get_or_post
@signed_in
def new_principle(request: HttpRequest, key: str) -> HttpResponse:
    group = group_to_administer(request.person, key)
    form = kept_form(request, PrincipleForm)
    if request.method == "POST" and form.is_valid():
        state_principle(group=group, by=request.person, **form.cleaned_data)
        return done(request, _("The principle stands."), url_of(group))
    return ask(
        request,
        form,
        group=group,
        heading=_("Which principle is not up for discussion?"),
        lead=_("How to achieve it can stay open. That belongs among the questions."),
        button_text=_("State this principle"),
    )


@get_or_post
@signed_in
def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    principle = principle_for(request.person, key)
    check_may_administer(request.person, principle.group)
    form = kept_form(request, WithdrawPrincipleForm)
    if request.method == "POST" and form.is_valid():
        withdraw_principle(principle=principle, by=request.person, reason=form.cleaned_data["reason"])
        return done(request, _("The principle is withdrawn. The reason stands beside it."), url_of(principle.group))
    return ask(
        request,
        form,
        group=principle.group,
        heading=_("Withdraw a principle"),
        lead=principle.text,
        button_text=_("Withdraw this principle"),
        button_kind="warning",
    )


@get_or_post
@signed_in
def new_question(request: HttpRequest, key: str) -> HttpResponse:
    group = group_for(request.person, key)
    check_may_ask_question(request.person, group)
    form = kept_form(request, QuestionForm)
    if request.method == "POST" and form.is_valid():
        ask_question(group=group, by=request.person, text=form.cleaned_data["text"])
        return done(request, _("The question is up for discussion."), url_of(group))
    return ask(
        request,
        form,
        group=group,
        heading=_("What is up for discussion?"),
        button_text=_("Ask this question"),
    )


@get_or_post
@signed_in
def close(request: HttpRequest, key: str) -> HttpResponse:
    question = question_for(request.person, key)
    check_may_administer(request.person, question.group)
    form = kept_form(request, CloseQuestionForm)
    if request.method == "POST" and form.is_valid():
        agreed = form.cleaned_data["agreed"] == "yes"
        close_question(question=question, by=request.person, agreed=agreed, outcome=form.cleaned_data["outcome"])
        return done(request, _("The question is closed."), url_of(question.group))
    return ask(
        request,
        form,
        group=question.group,
        heading=_("What came of this question?"),
        lead=question.text,
        button_text=_("Close this question"),
    )


@get_or_post
@signed_in
def refer(request: HttpRequest, key: str) -> HttpResponse:
    group = group_to_administer(request.person, key)
    form = kept_form(request, ReferForm, person=request.person, group=group)
    if request.method == "POST" and form.is_valid():
        referral = refer_work(from_group=group, by=request.person, **form.cleaned_data)
        return done(request, _("The work has been referred."), reverse("groups:referral", args=[referral.key]))
    return ask(
        request,
        form,
        group=group,
        heading=_("Which work should another group take on?"),
        button_text=_("Refer this work"),
    )


@get_or_post
@signed_in
def show_referral(request: HttpRequest, key: str) -> HttpResponse:
    referral = referral_for(request.person, key)
    open_still = referral.state in OPEN_REFERRALS
    form = None
    if request.method == "POST":
        check_may_answer_referral(request.person, referral)
    if open_still and may_answer_referral(request.person, referral):
        form = kept_form(request, RespondForm, taken_on=referral.state == ReferralState.ACCEPTED)
    if request.method == "POST" and form is not None and form.is_valid():
        respond(referral, request, form.cleaned_data["response"], form.cleaned_data["answer"])
        return done(request, _("Your response has been sent to the other group."), request.path)
    context = {
        "heading": referral.title,
        "trail": trail_to(referral.to_group),
        "referral": referral,
        "seen": groups_seen_in(request.person, referral),
        "steps": steps_of(referral),
        "form": form,
        "button_text": _("Send this response"),
    }
    return render(request, "groups/referral.html", context)


def respond(referral: Referral, request: HttpRequest, response: str, answer: str) -> None:
    if response == "take_on":
        take_on_referral(referral=referral, by=request.person)
    elif response == "decline":
        decline_referral(referral=referral, by=request.person, answer=answer)
    else:
        answer_referral(referral=referral, by=request.person, answer=answer)


def steps_of(referral: Referral) -> list[dict[str, object]]:
    """Return the referral from its first word to its last, as steps of a timeline."""
    to_group = referral.to_group.name
    steps: list[dict[str, object]] = [
        {
            "date": referral.sent_at,
            "who": referral.from_group.name,
            "title": _("Asked %(group)s") % {"group": to_group},
            "body": referral.words,
        }
    ]
    if referral.taken_on_at is not None:
        steps.append({"date": referral.taken_on_at, "who": to_group, "title": _("Took it on")})
    if referral.answered_at is not None:
        done_words = _("Answered") if referral.state == ReferralState.DONE else _("Did not take it on")
        steps.append({"date": referral.answered_at, "who": to_group, "title": done_words, "body": referral.answer})
    return steps
