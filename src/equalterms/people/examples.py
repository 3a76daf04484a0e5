"""Examples of this room's pages, found in the example data."""

from typing import Any

from allauth.mfa.models import Authenticator

from equalterms.people.models import (
    Affiliation,
    Consent,
    Invitation,
    Organisation,
    SignedInSession,
    Support,
)
from equalterms.people.vocabulary import EXAMPLE_TOKEN, Duty, NeedGroup

Arguments = list[dict[str, Any]]


def examples() -> dict[str, Arguments]:
    """Return arguments for every address of people that takes some."""
    return {
        "people:need": [{"group": group} for group in NeedGroup.values],
        "people:organisation": [{"slug": slug} for slug in _slugs()],
        "people:organisation_people": [{"slug": slug} for slug in _slugs()],
        "people:invite": [{"slug": slug} for slug in _slugs()[:2]],
        "people:enter_person": [{"slug": slug} for slug in _slugs()[:2]],
        "people:end_duty": _duties(),
        "people:revoke_invitation": _invitations(),
        "people:my_invitation": [{"key": invitation.key} for invitation in Invitation.objects.usable()[:3]],
        "people:invitation": [{"token": EXAMPLE_TOKEN}, {"token": "this-link-does-not-work"}],
        "people:end_session": [
            {"key": session.key} for session in SignedInSession.objects.filter(session_key__startswith="example-")
        ],
        "people:end_support": [{"key": support.key} for support in Support.objects.filter(ended_at=None)[:3]],
        **_entered(),
        **_passkeys(),
    }


def _slugs() -> list[str]:
    return list(Organisation.objects.values_list("slug", flat=True)[:6])


def _duties() -> Arguments:
    """A duty of each organisation that has an example person as administrator, so that somebody may end it."""
    administrators = Affiliation.objects.filter(duty=Duty.ADMINISTRATOR, until=None, person__try_as__isnull=False)
    found = Affiliation.objects.filter(
        organisation__in=administrators.values("organisation"),
        until=None,
        duty=Duty.MANAGER,
        person__try_as__isnull=True,
    ).select_related("organisation")
    return [{"slug": duty.organisation.slug, "key": duty.key} for duty in found[:2]]


def _invitations() -> Arguments:
    found = Invitation.objects.usable().filter(organisation__isnull=False).select_related("organisation")
    return [{"slug": invitation.organisation.slug, "key": invitation.key} for invitation in found[:2]]


def _entered() -> dict[str, Arguments]:
    """A person without e-mail whom an organisation entered, and a supporter of theirs."""
    people: Arguments = []
    supports: Arguments = []
    consents = Consent.objects.filter(organisation__isnull=False, taken_back_at=None)
    for consent in consents.select_related("organisation", "person")[:2]:
        where = {"slug": consent.organisation.slug, "key": consent.person.key}
        people.append(where)
        supports += [
            {**where, "support_key": support.key}
            for support in Support.objects.filter(person=consent.person, ended_at=None)
        ]
    return {
        "people:entered_person": people,
        "people:supporter_of_entered": people,
        "people:end_support_of_entered": supports,
    }


def _passkeys() -> dict[str, Arguments]:
    numbers = Authenticator.objects.filter(user__try_as__isnull=False).values_list("pk", flat=True)
    found: Arguments = [{"number": number} for number in numbers[:1]]
    return {"people:rename_passkey": found, "people:remove_passkey": found}
