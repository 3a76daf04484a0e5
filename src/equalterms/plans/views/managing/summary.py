"""A claim in the making as a list of facts, each with a way to change it."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from equalterms.design.components.notices import state
from equalterms.design.dates import in_words
from equalterms.plans.actions.claiming import claim_of
from equalterms.plans.models import ClaimDraft
from equalterms.plans.views.managing.questions import step_url
from equalterms.plans.vocabulary import RUNGS, ClaimStep, Scale, Tense, rung_named, steps_of

Row = tuple[str, Any, str, str]


def rows_of(draft: ClaimDraft, missing: Sequence[ClaimStep]) -> list[Row]:
    """Return (question, answer, address, what the link does) for every question of this account."""
    values = _values(draft)
    rows: list[Row] = []
    for step in steps_of(draft.answers.get("tense", ""), corrects=draft.account_id is not None):
        for label, value in values[step]:
            if step in missing and not value:
                shown, does = state(_("Not answered yet"), "waiting"), _("Answer")
            else:
                shown, does = value, _("Change")
            rows.append((label, shown, step_url(draft, step), does))
    if draft.version is not None and draft.answers.get("tense") != Tense.NONE_YET:
        evidence = [piece.title for piece in draft.version.evidence.all()]
        shown = format_html("{}", ", ".join(evidence)) if evidence else _("None")
        rows.append((_("What shows it"), shown, reverse("plans:account_evidence", args=[draft.key]), _("Change")))
    return rows


def _values(draft: ClaimDraft) -> dict[ClaimStep, list[tuple[str, Any]]]:
    claim, given = claim_of(draft), draft.answers
    has = claim.tense == Tense.HAS
    day = in_words(claim.on, weekday=True) if given.get("on") else ""
    words = [(_("What people were asked") if has else _("What people will be asked"), claim.asked)]
    if has:
        words.append((_("What changed because of it"), claim.changed))
    return {
        ClaimStep.TENSE: [(_("Has it taken place?"), Tense(claim.tense).label if claim.tense else "")],
        ClaimStep.NONE: [(_("Why there is none yet"), claim.none_because), (_("To be arranged by"), day)],
        ClaimStep.WHEN: [(_("When"), day), (_("Where"), claim.where)],
        ClaimStep.WHO: [(_("With whom"), claim.group.name if claim.group else claim.with_whom)],
        ClaimStep.WAY: [(_("In which way"), claim.way.name if claim.way else "")],
        ClaimStep.RUNG: [(_("Rung claimed") if has else _("Rung promised"), _rung(given))],
        ClaimStep.WORDS: words,
        ClaimStep.WHY: [(_("Why a new version"), given.get("corrects_because", ""))],
    }


def _rung(given: dict[str, Any]) -> str:
    scale, number = given.get("scale", Scale.TLAP), given.get("rung")
    if not number:
        return ""
    rung = rung_named(scale, number)
    return _("%(number)s of %(total)s: %(name)s. %(meaning)s") % {
        "number": number,
        "total": len(RUNGS[scale]),
        "name": rung.name,
        "meaning": rung.meaning,
    }
