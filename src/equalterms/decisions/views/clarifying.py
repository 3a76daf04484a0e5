"""Questions about a text and amendments to it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from equalterms.decisions.actions.clarifying import (
    accept_amendment,
    answer_question,
    ask_about,
    decline_amendment,
    propose_amendment,
)
from equalterms.decisions.forms import AmendmentForm, AnswerAmendmentForm, AnswerQuestionForm, QuestionForm
from equalterms.decisions.queries.seen import amendment_inside, decision_inside, question_inside
from equalterms.decisions.rules.deciding import check_may_answer_amendment, check_may_answer_question, check_may_ask
from equalterms.decisions.views.frame import ask, carried_out, done, get_or_post, url_of
from equalterms.people.drafts import kept_form
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def ask_question(request: HttpRequest, key: str) -> HttpResponse:
    decision = decision_inside(request.person, key)
    check_may_ask(request.person, decision)
    form = kept_form(request, QuestionForm)
    if carried_out(request, form, lambda: ask_about(decision=decision, by=request.person, **form.cleaned_data)):
        return done(request, _("Your question stands beside the text."), url_of(decision))
    return ask(
        request,
        form,
        group=decision.group,
        decision=decision,
        heading=_("Ask about this text"),
        lead=decision.title,
        button_text=_("Ask this question"),
    )


@get_or_post
@signed_in
def answer(request: HttpRequest, key: str) -> HttpResponse:
    question = question_inside(request.person, key)
    decision = question.decision
    check_may_answer_question(request.person, question)
    form = kept_form(request, AnswerQuestionForm)
    if carried_out(request, form, lambda: answer_question(question=question, by=request.person, **form.cleaned_data)):
        return done(request, _("Your answer stands beside the question."), url_of(decision))
    return ask(
        request,
        form,
        group=decision.group,
        decision=decision,
        heading=_("Answer a question about the text"),
        lead=question.words,
        button_text=_("Answer this question"),
    )


@get_or_post
@signed_in
def amend(request: HttpRequest, key: str) -> HttpResponse:
    decision = decision_inside(request.person, key)
    check_may_ask(request.person, decision)
    form = kept_form(request, AmendmentForm, initial={"words": decision.texts.first().words})
    if carried_out(request, form, lambda: propose_amendment(decision=decision, by=request.person, **form.cleaned_data)):
        return done(request, _("Your amendment has been proposed."), url_of(decision))
    return ask(
        request,
        form,
        group=decision.group,
        decision=decision,
        heading=_("Propose an amendment"),
        lead=_("Whoever put the text, or the chairs, can make your wording the text."),
        button_text=_("Propose this amendment"),
    )


@get_or_post
@signed_in
def answer_to_amendment(request: HttpRequest, key: str) -> HttpResponse:
    amendment = amendment_inside(request.person, key)
    decision = amendment.decision
    check_may_answer_amendment(request.person, amendment)
    form = kept_form(request, AnswerAmendmentForm)

    def act() -> object:
        given = form.cleaned_data
        respond = accept_amendment if given["response"] == "accept" else decline_amendment
        return respond(amendment=amendment, by=request.person, answer=given["answer"])

    if carried_out(request, form, act):
        accepted = form.cleaned_data["response"] == "accept"
        words = _("It is the text now. Those who had answered are asked to look again.")
        return done(request, words if accepted else _("The text stays as it is."), url_of(decision))
    return ask(
        request,
        form,
        group=decision.group,
        decision=decision,
        template="decisions/amendment.html",
        heading=_("Should the text read like this?"),
        amendment=amendment,
        text=decision.texts.first(),
        button_text=_("Send my response"),
    )
