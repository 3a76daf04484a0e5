"""Everything that is known here about one person, for that person."""

from dataclasses import dataclass
from datetime import datetime

from equalterms.ledger.models import Event
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Affiliation, Consent, Draft, Person, Support
from equalterms.people.queries.access_needs import NeedsOfPerson, needs_of
from equalterms.people.queries.duties import duties_of
from equalterms.people.queries.sessions import passkeys_of, sessions_of
from equalterms.people.queries.supporting import supported_by, supporters_of
from equalterms.people.vocabulary import verb_words

RECENT_EVENTS = 10


@dataclass(frozen=True)
class Deed:
    """One event of the ledger that is credited to the person."""

    at: datetime
    words: str
    entered_by: str  # the supporter's name, where one entered it


@dataclass(frozen=True)
class AboutMe:
    """What the person's own page shows."""

    duties: list[Affiliation]
    needs: NeedsOfPerson
    supporters: list[Support]
    supporting: list[Support]
    consents: list[Consent]
    sessions: int
    passkeys: int
    drafts: list[Draft]
    deeds: list[Deed]


def about_me(person: Person) -> AboutMe:
    """Return everything. A supporter who acts for the person sees neither their sessions nor their own drafts."""
    supported = person.entered_by is not None
    return AboutMe(
        duties=list(duties_of(person)),
        needs=needs_of(person),
        supporters=list(supporters_of(person)),
        supporting=[] if supported else list(supported_by(person)),
        consents=list(Consent.objects.filter(person=person).select_related("recorded_by", "organisation")),
        sessions=0 if supported else sessions_of(person).count(),
        passkeys=0 if supported else len(passkeys_of(person)),
        drafts=list(drafts_of(person)),
        deeds=recent_deeds(person),
    )


def drafts_of(person: Person) -> list[Draft]:
    """Return unfinished forms: the person's own, or for a supporter those that they typed for the person."""
    drafts = Draft.objects.filter(person=person).order_by("-saved_at")
    return list(drafts.filter(typed_by=person.entered_by) if person.entered_by is not None else drafts)


def draft_for_key(person: Person, key: str) -> Draft:
    """Return one of the drafts that `drafts_of` lists."""
    for draft in drafts_of(person):
        if draft.key == key:
            return draft
    raise NotVisible


def recent_deeds(person: Person, most: int = RECENT_EVENTS) -> list[Deed]:
    events = list(Event.objects.filter(actor=person.key).order_by("-number")[:most])
    helpers = {event.entered_by for event in events if event.entered_by}
    names = dict(Person.objects.filter(key__in=helpers).values_list("key", "name"))
    return [Deed(event.at, verb_words(event.verb), names.get(event.entered_by, "")) for event in events]
