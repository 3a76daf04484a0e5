"""Accounts in a list: title, where, when, how it stands, and the small ladder. Built as text: a page holds twenty."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from equalterms.design.components.notices import state
from equalterms.design.pictures.ladder import ladder


def account_cards(cards: Iterable[Any], hide_plan: bool = False) -> SafeString:
    """Return a list of cards. Each has `face`, `url`, `when`, `late`, `disputes`, `dispute_tone` and `picture`."""
    items = "".join(_card(card, hide_plan) for card in cards)
    return mark_safe(f'<ul class="et-accounts">{items}</ul>')


def _card(card: Any, hide_plan: bool) -> str:
    face = card.face
    where = conditional_escape(face.organisation)
    if not hide_plan:
        where += f" · {conditional_escape(face.plan)}"
    states = [state(card.late, tone="late")] if card.late else []
    if card.disputes:
        states.append(state(card.disputes, tone=card.dispute_tone))
    return (
        '<li class="et-account"><div>'
        f'<h3 class="et-account__title"><a class="govuk-link" href="{conditional_escape(card.url)}">'
        f"{conditional_escape(face.change)}</a></h3>"
        f'<p class="et-account__where">{where}<br>{conditional_escape(card.when)}</p>'
        f'<p class="et-states">{" ".join(states)}</p></div>{ladder(card.picture, size="small")}</li>'
    )
