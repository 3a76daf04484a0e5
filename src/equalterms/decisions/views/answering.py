"""A member answers a text: one page, four answers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from equalterms.decisions.actions.answering import answer_decision
from equalterms.decisions.forms import AnswerForm
from equalterms.decisions.models import Decision
from equalterms.decisions.queries.page import DecisionPage, decision_page
from equalterms.decisions.rules.deciding import check_may_answer
from equalterms.decisions.views.frame import ask, carried_out, done, get_or_post, url_of, when_in_words
from equalterms.people.drafts import SECRET_FORM, kept_form
from equalterms.people.exceptions import NotVisible
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def answer(request: HttpRequest, key: str) -> HttpResponse:
    page = decision_page(request.person, key)
    if not page.inside:
        raise NotVisible
    check_may_answer(request.person, page.decision)
    form = answer_form(request, page)

    def act() -> Decision:
        return answer_decision(decision=page.decision, by=request.person, **form.cleaned_data)

    if carried_out(request, form, act):
        return done(
            request, _("Your answer is kept. You can change it while answers are taken."), url_of(page.decision)
        )
    form.initial["number"] = page.decision.number  # a kept form may be about an earlier text
    response = ask(
        request,
        form,
        group=page.decision.group,
        decision=page.decision,
        template="decisions/answer.html",
        heading=page.decision.title,
        page=page,
        when=when_in_words(page.decision),
        button_text=_("Send my answer"),
        private_no_store=page.decision.secret_answers,
    )
    if page.decision.secret_answers:
        response.headers["Cache-Control"] = "no-store"
    return response


def answer_form(request: HttpRequest, page: DecisionPage) -> AnswerForm:
    """Return the form. Of a secret answer nothing is kept before it is sent: neither here nor on the device."""
    given: dict[str, Any] = {"decision": page.decision, "initial": answered_before(page)}
    if not page.decision.secret_answers:
        return kept_form(request, AnswerForm, **given)
    return AnswerForm(request.POST if request.method == "POST" else None, prefix=SECRET_FORM.rstrip("-"), **given)


def answered_before(page: DecisionPage) -> dict[str, Any]:
    if page.own is None:
        return {}
    return {"stance": page.own.stance, "words": page.own.words, "words_shown": page.own.words_shown}
