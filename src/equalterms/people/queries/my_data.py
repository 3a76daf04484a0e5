"""What this room knows about a person, as plain values for the download of their data."""

from typing import Any

from equalterms.ledger.models import Event
from equalterms.people.models import Affiliation, Consent, Draft, Invitation, Person, Support
from equalterms.people.queries.access_needs import needs_of
from equalterms.people.queries.sessions import passkeys_of, sessions_of


def my_data(person: Person) -> dict[str, Any]:
    """Return everything about the person that persons, organisations, supporters and needs hold, JSON-ready."""
    return {
        **_themself(person),
        **_needs(person),
        "consents": [_consent(consent) for consent in Consent.objects.filter(person=person)],
        "supporters": [_support(support) for support in Support.objects.filter(person=person)],
        "supporting": [
            {"person": support.person.name, "since": support.agreed_at.isoformat() if support.agreed_at else None}
            for support in Support.objects.filter(supporter=person).select_related("person")
        ],
        "invitations_accepted": [
            {"kind": invitation.get_kind_display(), "accepted_at": invitation.accepted_at.isoformat()}
            for invitation in Invitation.objects.filter(accepted_by=person)
            if invitation.accepted_at is not None
        ],
        "sessions": [
            {"device": session.device, "used_at": session.used_at.isoformat()} for session in sessions_of(person)
        ],
        "passkeys": [passkey.wrap().name for passkey in passkeys_of(person)],
        "unfinished_forms": [
            {"path": draft.path, "saved_at": draft.saved_at.isoformat(), "text": draft.fields}
            for draft in Draft.objects.filter(person=person)
        ],
        "ledger": [
            {"number": event.number, "at": event.at.isoformat(), "verb": event.verb, "kind": event.kind}
            for event in Event.objects.filter(actor=person.key)
        ],
    }


def _themself(person: Person) -> dict[str, Any]:
    return {
        "person": {
            "name": person.name,
            "address_as": person.address_as,
            "email": person.email,
            "phone": person.phone,
            "joined_at": person.joined_at.isoformat(),
            "last_signed_in_at": person.last_login.isoformat() if person.last_login else None,
        },
        "duties": [
            {
                "organisation": duty.organisation.name,
                "duty": duty.get_duty_display(),
                "job_title": duty.job_title,
                "since": duty.since.isoformat(),
                "until": duty.until.isoformat() if duty.until else None,
            }
            for duty in Affiliation.objects.filter(person=person).select_related("organisation")
        ],
    }


def _needs(person: Person) -> dict[str, Any]:
    needs = needs_of(person)
    return {
        "access_needs": {
            "nothing_needed": needs.nothing_needed,
            "shared_with": needs.record.get_sharing_display() if needs.record else None,
            "review_on": needs.record.review_on.isoformat() if needs.record else None,
            "answers": [
                {"question": answer.question, "chosen": answer.chosen, "words": answer.words} for answer in needs.some
            ],
        }
    }


def _consent(consent: Consent) -> dict[str, Any]:
    return {
        "to": consent.get_kind_display(),
        "way": consent.get_way_display(),
        "words": consent.words,
        "given_on": consent.given_on.isoformat(),
        "taken_back_at": consent.taken_back_at.isoformat() if consent.taken_back_at else None,
    }


def _support(support: Support) -> dict[str, Any]:
    return {
        "name": support.supporter_name,
        "email": support.supporter_email,
        "may": support.get_scope_display(),
        "agreed_at": support.agreed_at.isoformat() if support.agreed_at else None,
        "ended_at": support.ended_at.isoformat() if support.ended_at else None,
    }
