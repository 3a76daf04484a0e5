"""An account as open data: one shape for JSON, CSV and the API, always with its readings and disputes."""

from typing import Any

from equalterms.plans.queries.dispute_faces import DisputeFace
from equalterms.plans.queries.faces import AccountFace, EffectFace
from equalterms.plans.queries.wording import in_one_line
from equalterms.plans.vocabulary import Tense

CSV_COLUMNS = (
    "key",
    "address",
    "in_words",
    "organisation",
    "plan",
    "change",
    "for_whom",
    "stage",
    "tense",
    "date",
    "days_late",
    "where",
    "group",
    "with_whom",
    "way",
    "scale",
    "claimed_rung",
    "claimed_rung_name",
    "what_was_asked",
    "what_changed",
    "why_none_yet",
    "members_were_asked",
    "readings_shown",
    "readings_by_rung",
    "middle_rung_of_members",
    "rungs_apart",
    "effect_seen",
    "disagreements_standing",
    "disagreements_settled",
    "what_members_disagree_with",
    "version",
    "published",
)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_open_data(face: AccountFace, address: str) -> dict[str, Any]:
    """Return one account as plain values. `readings` is null while there are too few to show."""
    return {
        "key": face.key,
        "address": address,
        "in_words": in_one_line(face),
        "organisation": {"slug": face.organisation_slug, "name": face.organisation},
        "plan": {"key": face.plan_key, "title": face.plan},
        "change": _change(face),
        "tense": face.tense,
        "date": face.on.isoformat(),
        "days_late": face.days_late,
        "where": face.where or None,
        "group": {"key": face.group_key, "name": face.group} if face.group else None,
        "with_whom": face.with_whom or None,
        "way": face.way or None,
        "scale": face.scale,
        "what_was_asked": face.asked or None,
        "why_none_yet": face.none_because or None,
        "claim": _claim(face),
        "claim_hidden_until_you_have_read": face.claim_hidden,
        "readings": _readings(face),
        "disputes": [_dispute(dispute) for dispute in face.disputes],
        "effects": [_effect(effect) for effect in face.effects],
        "version": face.version,
        "published": face.published_at.isoformat(),
        "version_published": face.version_published_at.isoformat(),
    }


def as_csv_row(face: AccountFace, address: str) -> list[str]:
    """Return the cells of one account in the order of CSV_COLUMNS; no cell can be run as a formula."""
    data = as_open_data(face, address)
    readings = data["readings"]
    claim = data["claim"] or {}
    standing = [d for d in face.disputes if d.stands]
    cells = {
        **{name: data.get(name) for name in CSV_COLUMNS},
        "organisation": face.organisation,
        "plan": face.plan,
        "change": face.change,
        "for_whom": face.for_whom,
        "stage": face.stage,
        "group": face.group,
        "claimed_rung": claim.get("rung"),
        "claimed_rung_name": claim.get("rung_name"),
        "what_changed": claim.get("what_changed"),
        "members_were_asked": "yes" if readings["asked"] else "no",
        "readings_shown": readings["shown"] if readings["by_rung"] else "too few to show" if readings["asked"] else "",
        "readings_by_rung": _counts(readings["by_rung"]),
        "middle_rung_of_members": readings["middle_rung_name"],
        "rungs_apart": readings["rungs_apart"],
        "effect_seen": _counts(readings["effect_seen"]),
        "disagreements_standing": len(standing),
        "disagreements_settled": len(face.disputes) - len(standing),
        "what_members_disagree_with": " | ".join(d.because for d in face.disputes),
    }
    return [_cell(cells[name]) for name in CSV_COLUMNS]


def _change(face: AccountFace) -> dict[str, Any]:
    return {
        "key": face.change_key,
        "title": face.change,
        "what": face.change_what,
        "for_whom": face.for_whom,
        "stage": face.stage,
        "status": face.change_status,
    }


def _claim(face: AccountFace) -> dict[str, Any] | None:
    if face.claim_hidden:
        return None
    return {"rung": face.rung, "rung_name": face.rung_words or None, "what_changed": face.changed or None}


def _readings(face: AccountFace) -> dict[str, Any]:
    return {
        "asked": face.tense == Tense.HAS and face.asked_anyone,
        "shown": face.shown_readings if face.spread else None,
        "by_rung": {str(rung): count for rung, count in face.spread.items()} if face.spread else None,
        "middle_rung": sum(face.middle) / 2 if face.middle else None,
        "middle_rung_name": face.middle_words or None,
        "rungs_apart": face.gap,
        "effect_seen": face.effect_spread if face.spread else None,
        "words": [{"words": w.words, "who": w.who or None} for w in face.words],
    }


def _dispute(dispute: DisputeFace) -> dict[str, Any]:
    return {
        "key": dispute.key,
        "who": dispute.who,
        "because": dispute.because,
        "state": dispute.state,
        "opened": dispute.opened_at.isoformat(),
        "settled": dispute.settled_at.isoformat() if dispute.settled_at else None,
        "turns": [{"kind": t.kind, "words": t.words, "at": t.at.isoformat()} for t in dispute.turns],
    }


def _effect(effect: EffectFace) -> dict[str, Any]:
    return {
        "key": effect.key,
        "words": effect.words,
        "since": effect.seen_on.isoformat(),
        "seen_by_members": effect.spread,
        "evidence": [{"title": e.title, "url": e.url or None} for e in effect.evidence],
    }


def _counts(counts: dict[str, int] | None) -> str:
    return "; ".join(f"{name}: {count}" for name, count in counts.items()) if counts else ""


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    is_number = isinstance(value, int)
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not is_number else text
