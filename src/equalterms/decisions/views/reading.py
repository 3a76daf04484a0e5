"""Reading about decisions: the list of a group's, and one decision with its text and what came of it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from equalterms.decisions.queries.listing import decisions_of
from equalterms.decisions.queries.page import DecisionPage, decision_page
from equalterms.decisions.queries.seen import group_deciding
from equalterms.decisions.rules.deciding import may_put
from equalterms.decisions.views.frame import state_of, trail_to, url_of, when_in_words
from equalterms.decisions.views.pictures import outcome_picture
from equalterms.decisions.vocabulary import Audience
from equalterms.design.paging import pager_for
from equalterms.groups.rules import deciding_terms

ON_ONE_PAGE = 20


@require_safe
def show_decisions(request: HttpRequest, key: str) -> HttpResponse:
    group = group_deciding(request.person, key)
    page = Paginator(decisions_of(request.person, group), ON_ONE_PAGE).get_page(request.GET.get("page"))
    cards = [(each, url_of(each), *state_of(each), when_in_words(each)) for each in page]
    context = {
        "heading": _("Decisions"),
        "lead": group.name,
        "trail": trail_to(group)[:-1],
        "group": group,
        "open_ones": [card for card in cards if card[0].is_open],
        "ended_ones": [card for card in cards if not card[0].is_open],
        "pager": pager_for(page, request),
        "rules": deciding_terms(group).in_words,
        "may_put": may_put(request.person, group),
    }
    return render(request, "decisions/list.html", context)


@require_safe
def show_decision(request: HttpRequest, key: str) -> HttpResponse:
    page = decision_page(request.person, key)
    decision = page.decision
    words, tone = state_of(decision)
    context = {
        "heading": decision.title,
        "lead": when_in_words(decision),
        "trail": trail_to(decision.group),
        "page": page,
        "decision": decision,
        "group": decision.group,
        "state_words": words,
        "state_tone": tone,
        "picture": outcome_picture(decision),
        "rows": rows_about(page),
        "rules": decision.terms.in_words,
        "answer_url": reverse("decisions:answer", args=[key]),
    }
    return render(request, "decisions/decision.html", context)


def rows_about(page: DecisionPage) -> list[tuple[str, str]]:
    """Return how many answered, in words. It tells nothing of what they answered."""
    decision = page.decision
    took_part = _("%(answered)s of %(asked)s") % {"answered": page.answered, "asked": page.asked}
    rows = [(_("Have answered") if decision.is_open else _("Answered"), took_part)]
    if decision.is_closed and decision.lived_asked:
        lived = {"answered": decision.lived_answered, "asked": decision.lived_asked}
        rows.append((_("Of these with lived experience"), _("%(answered)s of %(asked)s") % lived))
    if decision.audience != Audience.EVERYONE:
        rows.append((_("Put to"), str(decision.get_audience_display())))
    return rows
