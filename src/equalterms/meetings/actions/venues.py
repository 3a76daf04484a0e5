"""Venues are added, and somebody looks at what they are like."""

from typing import Any

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.meetings.models import Venue
from equalterms.meetings.rules.venues import check_may_keep_venues
from equalterms.meetings.vocabulary import SAID_OF_VENUE
from equalterms.people.models import Organisation, Person


@action
def add_venue(*, organisation: Organisation, by: Person, **said: Any) -> Venue:
    """Add a venue to those of an organisation. `said` are the fields named in SAID_OF_VENUE."""
    check_may_keep_venues(by, organisation)
    check_known(said)
    looked = {"looked_at_by": by} if said.get("looked_at_on") is not None else {}
    venue = Venue.objects.create(organisation=organisation, **said, **looked)
    record("venue.added", venue, by=by, facts={"organisation": organisation.slug})
    return venue


@action
def describe_venue(*, venue: Venue, by: Person, **said: Any) -> Venue:
    """Say what a venue is like now."""
    check_may_keep_venues(by, venue.organisation)
    check_known(said)
    changed = sorted(name for name, value in said.items() if value != getattr(venue, name))
    if not changed:
        return unchanged(venue)
    for name in changed:
        setattr(venue, name, said[name])
    if "looked_at_on" in changed:
        venue.looked_at_by = by
    venue.save(update_fields=[*changed, "looked_at_by"])
    record("venue.described", venue, by=by, facts={"changed": changed})
    return venue


def check_known(said: dict[str, Any]) -> None:
    """Raise TypeError for what nobody says of a venue."""
    if strange := set(said) - set(SAID_OF_VENUE):
        raise TypeError(f"A venue is not described by {', '.join(sorted(strange))}.")
