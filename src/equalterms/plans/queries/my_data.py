"""What this room knows about one person, for that person."""

from typing import Any

from equalterms.people.models import Person
from equalterms.plans.models import Assessment, Dispute, EffectReading


def my_data(person: Person) -> dict[str, Any]:
    """Return what a person was asked and said, and what they answer for, as plain JSON values."""
    return {
        "asked_about": [
            {
                "account": asked.account.key,
                "change": asked.account.change.title,
                "asked_at": asked.asked_at.isoformat(),
                "declined_at": asked.declined_at.isoformat() if asked.declined_at else None,
            }
            for asked in person.asked_about.select_related("account__change").order_by("asked_at", "pk")
        ],
        "readings": [_reading(reading) for reading in _of(person, Assessment).select_related("account__change")],
        "effect_readings": [
            {
                "effect": reading.effect.words,
                "seen": reading.get_seen_display(),
                "words": reading.words,
                "shown_as": reading.get_shown_as_display(),
                "given_at": reading.given_at.isoformat(),
                "changed_at": reading.changed_at.isoformat(),
            }
            for reading in _of(person, EffectReading).select_related("effect")
        ],
        "disagreements": [
            _dispute(dispute)
            for dispute in Dispute.objects.filter(person=person)
            .select_related("account__change")
            .prefetch_related("turns")
            .order_by("opened_at", "pk")
        ],
        "responsible_for": [
            {
                "plan": each.plan.title,
                "since": each.since.isoformat(),
                "until": each.until.isoformat() if each.until else None,
            }
            for each in person.responsibilities.select_related("plan").order_by("since", "pk")
        ],
    }


def _of(person: Person, readings: Any) -> Any:
    return readings.objects.filter(person=person).order_by("given_at", "pk")


def _reading(reading: Assessment) -> dict[str, Any]:
    return {
        "account": reading.account.key,
        "change": reading.account.change.title,
        "scale": reading.account.get_scale_display(),
        "rung": reading.rung,
        "effect_seen": reading.get_effect_seen_display(),
        "words": reading.words,
        "shown_as": reading.get_shown_as_display(),
        "given_at": reading.given_at.isoformat(),
        "changed_at": reading.changed_at.isoformat(),
    }


def _dispute(dispute: Dispute) -> dict[str, Any]:
    own = [turn.words for turn in dispute.turns.all() if turn.by_id == dispute.person_id and turn.words]
    return {
        "account": dispute.account.key,
        "change": dispute.account.change.title,
        "because": dispute.because,
        "shown_as": dispute.get_shown_as_display(),
        "state": dispute.get_state_display(),
        "opened_at": dispute.opened_at.isoformat(),
        "my_words_since": own,
    }
