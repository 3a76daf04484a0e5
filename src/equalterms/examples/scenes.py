"""What happens to a plan, in short: a change is published with its claim, members read it, somebody disagrees."""

from collections.abc import Iterable, Mapping
from typing import Any

from equalterms.examples.outlines import Outline
from equalterms.examples.place import Place
from equalterms.people.models import Organisation, Person
from equalterms.plans.actions.assessing import give_reading, read_effect
from equalterms.plans.actions.changing import add_change, publish_change
from equalterms.plans.actions.planning import publish_plan, start_plan
from equalterms.plans.actions.recording import (
    Claim,
    add_evidence_link,
    correct_account,
    publish_account,
    record_account,
)
from equalterms.plans.actions.ways import add_way
from equalterms.plans.models import Account, Change, Effect, Plan, Way
from equalterms.plans.vocabulary import EffectSeen, Scale, ShownAs

Link = tuple[str, str]  # title, address

WAYS = {
    "workshop": "Design workshop",
    "meeting": "Agenda item at a meeting",
    "panel": "Members on the interview panel",
    "visits": "Visits and talks where people are",
    "test": "Members tried it out first",
    "writing": "Members wrote it with staff",
    "survey": "Survey",
    "negotiation": "Negotiation between two sides",
    "training": "Members trained staff",
    "review": "Members looked at how it went",
    "monitoring": "Members checked the service in person",
    "budget": "Deciding together on money",
}


def ways_of_working(organisation: Organisation, by: Person) -> dict[str, Way]:
    """Return the ways of the examples by short name, adding to the site's list those that it lacks."""
    there = {way.name: way for way in Way.objects.all()}
    return {
        short: there.get(name) or add_way(name=name, organisation=organisation, by=by) for short, name in WAYS.items()
    }


def announce(organisation: Organisation, by: Person, **facts: Any) -> Plan:
    """Start a plan and publish it on the same day."""
    return publish_plan(plan=start_plan(organisation=organisation, by=by, **facts), by=by)


def plan_change(place: Place, plan: Plan, by: Person, outline: Outline) -> Change:
    facts = vars(outline) | {"starts_on": place.day(outline.starts), "ends_on": place.day(outline.ends)}
    del facts["starts"], facts["ends"]
    return add_change(plan=plan, by=by, **facts)


def claim(change: Change, by: Person, said: Claim, *, links: Iterable[Link] = (), scale: str = Scale.TLAP) -> Account:
    """Record an account and publish it; with the first account the change becomes public."""
    version = record_account(change=change, claim=said, by=by, scale=scale)
    for title, url in links:
        add_evidence_link(version=version, title=title, url=url, by=by)
    change.refresh_from_db()
    if change.published_at is None:
        publish_change(change=change, by=by)
    else:
        publish_account(version=version, by=by)
    return Account.objects.get(pk=version.account_id)


def correct(account: Account, by: Person, said: Claim, because: str) -> Account:
    """Publish the next version of an account, which says why it was needed."""
    version = correct_account(account=account, claim=said, corrects_because=because, by=by)
    publish_account(version=version, by=by)
    account.refresh_from_db()
    return account


def read(
    account: Account,
    people: Iterable[Person],
    rungs: Iterable[int],
    seen: Iterable[str] = (),
    words: Mapping[str, tuple[str, str]] | None = None,
) -> None:
    """Let people give their own readings, one rung each. `words`: by name, (words, how they are shown)."""
    answers = list(seen)
    for number, (person, rung) in enumerate(zip(people, rungs, strict=True)):
        said, shown_as = (words or {}).get(person.name, ("", ShownAs.COUNTED))
        effect_seen = answers[number % len(answers)] if answers else EffectSeen.CANNOT_SAY
        give_reading(account=account, rung=rung, effect_seen=effect_seen, words=said, shown_as=shown_as, by=person)


def see(
    effect: Effect, people: Iterable[Person], seen: Iterable[str], words: Mapping[str, tuple[str, str]] | None = None
) -> None:
    """Let people say whether they have seen an effect, one answer each."""
    for person, answer in zip(people, seen, strict=True):
        said, shown_as = (words or {}).get(person.name, ("", ShownAs.COUNTED))
        read_effect(effect=effect, seen=answer, words=said, shown_as=shown_as, by=person)
