"""A text is put to a group, gets more time, or is withdrawn."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.decisions.actions.closing import close_when_due
from equalterms.decisions.models import AskedMember, Ballot, Decision, DecisionText
from equalterms.decisions.outcomes import About, act_on
from equalterms.decisions.queries.about import verdict_of
from equalterms.decisions.rules.deciding import check_may_put, check_may_tend
from equalterms.decisions.rules.seats import seats_at_the_table
from equalterms.decisions.vocabulary import FEWEST_ASKED_IN_SECRET, LONGEST_DAYS, Audience, DecisionState
from equalterms.groups.models import Group, Membership, Principle
from equalterms.groups.rules import DecidingTerms, deciding_terms
from equalterms.groups.vocabulary import LIVED_EXPERIENCE
from equalterms.ledger.actions import action, record
from equalterms.people.models import Person


@action
def put_decision(
    *,
    group: Group,
    by: Person,
    title: str,
    words: str,
    closes_at: datetime,
    opens_at: datetime | None = None,
    why: str = "",
    audience: str = Audience.EVERYONE,
    people: Iterable[Person] = (),
    principles: Iterable[Principle] = (),
    about: About | None = None,
    terms: DecidingTerms | None = None,
) -> Decision:
    """Put a text to a group, to its members with lived experience, or to the members in `people` (audience NAMED).

    Those who sit there now are asked. The rules are those of the group's terms of reference today; another room may
    give stricter ones in `terms`. Without `opens_at` answers are taken at once. Raises NotAllowed, or ValidationError.
    """
    check_may_put(by, group, audience)
    now = timezone.now()
    opens_at = max(opens_at or now, now)
    check_words(title=title, words=words)
    check_times(now, opens_at, closes_at)
    rules, about = terms or deciding_terms(group), about or About("", "")
    seats = seats_to_ask(group, audience, people)
    if rules.secret_answers and len(seats) < FEWEST_ASKED_IN_SECRET:
        raise ValidationError(_("Answers are secret here. That needs at least five people who are asked."))
    decision = Decision.objects.create(
        group=group, title=title, why=why, audience=audience, put_at=now, put_by=by, opens_at=opens_at,
        closes_at=closes_at, about_kind=about.kind, about_key=about.key, about_url=about.url, about_words=about.words,
        **rules.as_dict(),
    )  # fmt: skip
    decision.principles.set([each for each in principles if each.group_id == group.pk])
    ask_members(decision, seats)
    add_text(decision, 1, words, by=by)
    record("decision.put", decision, by=by, facts={"group": group.key})
    close_when_due.using(run_after=closes_at).enqueue(decision.key)
    return decision


def ask_members(decision: Decision, seats: Iterable[Membership]) -> None:
    """Ask those who hold these seats, as what they sit there; inside the caller's action."""
    AskedMember.objects.bulk_create(
        AskedMember(decision=decision, person_id=seat.person_id, capacity=seat.capacity) for seat in seats
    )


def add_text(decision: Decision, number: int, words: str, *, by: Person, because: str = "") -> DecisionText:
    """Add a version of the text, inside the caller's action."""
    text = DecisionText.objects.create(
        decision=decision, number=number, words=words, because=because, added_at=timezone.now(), added_by=by
    )
    record("decision_text.added", text, by=by, facts={"decision": decision.key}, seals=text.frozen_content())
    return text


def check_words(**words: str) -> None:
    """Raise ValidationError for each text that is empty."""
    missing = {name: _("Write something here.") for name, said in words.items() if not said.strip()}
    if missing:
        raise ValidationError(missing)


def check_times(now: datetime, opens_at: datetime, closes_at: datetime) -> None:
    """Raise ValidationError where nobody could answer, or where a decision would stay open for more than a year."""
    if closes_at <= max(opens_at, now):
        raise ValidationError({"closes_at": _("Choose an end that comes after the beginning, and after now.")})
    if closes_at > now + timedelta(days=LONGEST_DAYS):
        raise ValidationError({"closes_at": _("Choose an end within a year.")})


def seats_to_ask(group: Group, audience: str, people: Iterable[Person]) -> list[Membership]:
    """Return the seats of those to whom a text is put. Raises ValidationError where nobody, or a stranger, is asked."""
    seats = list(seats_at_the_table(group))
    if audience == Audience.LIVED:
        seats = [seat for seat in seats if seat.capacity in LIVED_EXPERIENCE]
    elif audience == Audience.NAMED:
        named = {person.pk for person in people}
        if named - {seat.person_id for seat in seats}:
            raise ValidationError(_("A text can be put only to members who sit at the table."))
        seats = [seat for seat in seats if seat.person_id in named]
    if not seats:
        raise ValidationError(_("Nobody is there whom this text could be put to."))
    return seats


@action
def give_more_time(*, decision: Decision, by: Person, closes_at: datetime, because: str) -> Decision:
    """Let people answer for longer. A text whose time is up gets no more."""
    decision = locked(decision)
    check_may_tend(by, decision)
    check_words(because=because)
    if decision.time_is_up:
        raise ValidationError(_("Time is up already. The answers are counted now."))
    if closes_at <= decision.closes_at:
        raise ValidationError({"closes_at": _("Choose a later day than before.")})
    check_times(timezone.now(), decision.opens_at, closes_at)
    move_end(decision, closes_at)
    decision.more_time_because = because
    decision.save(update_fields=["closes_at", "more_time_because"])
    record("decision.given_more_time", decision, by=by, facts={"closes_at": closes_at.isoformat()})
    return decision


def move_end(decision: Decision, closes_at: datetime) -> None:
    """Set a later end and see to it that the answers are counted then; the caller, inside an action, saves it."""
    decision.closes_at = closes_at
    close_when_due.using(run_after=closes_at).enqueue(decision.key)


@action
def withdraw_decision(*, decision: Decision, by: Person, because: str) -> Decision:
    """Take a text back. Its history stays; secret ballots are destroyed uncounted."""
    decision = locked(decision)
    check_may_tend(by, decision)
    check_words(because=because)
    decision.state = DecisionState.WITHDRAWN
    decision.withdrawn_at, decision.withdrawn_by, decision.withdrawn_because = timezone.now(), by, because
    decision.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "withdrawn_because"])
    if decision.secret_answers:
        Ballot.objects.filter(decision=decision).delete()
        decision.asked_members.update(answered_number=None)
    record("decision.withdrawn", decision, by=by, facts={"group": decision.group.key})
    act_on(verdict_of(decision))
    return decision


def locked(decision: Decision) -> Decision:
    """Return the decision as it is now, so that nobody else changes it inside the caller's action."""
    return Decision.objects.select_for_update(of=("self",)).select_related("group__organisation").get(pk=decision.pk)
