"""What a person needs, for themself and for those with whom they share it."""

from dataclasses import dataclass

from equalterms.people.models import AccessNeed, AccessNeeds, Person
from equalterms.people.rules import may_see_needs
from equalterms.people.vocabulary import QUESTIONS, NeedGroup, Relation


@dataclass(frozen=True)
class NeedAnswer:
    """One question of the standard, with the person's answer in words; `asked` is False while there is none."""

    group: str
    question: str
    label: str
    chosen: list[str]
    words: str
    asked: bool

    @property
    def is_empty(self) -> bool:
        return not self.chosen and not self.words


@dataclass(frozen=True)
class NeedsOfPerson:
    """All of a person's access needs. `record` is None while they were never asked."""

    record: AccessNeeds | None
    answers: list[NeedAnswer]

    @property
    def some(self) -> list[NeedAnswer]:
        return [answer for answer in self.answers if not answer.is_empty]

    @property
    def nothing_needed(self) -> bool:
        return self.record is not None and self.record.nothing_needed


def needs_of(person: Person) -> NeedsOfPerson:
    """Return a person's needs for their own page. For other readers use `access_needs_shared_with`."""
    record = AccessNeeds.objects.filter(person=person).prefetch_related("answers").first()
    by_group = {answer.group: answer for answer in record.answers.all()} if record is not None else {}
    return NeedsOfPerson(record, [_answer(group, by_group.get(group)) for group in NeedGroup])


def _answer(group: NeedGroup, given: AccessNeed | None) -> NeedAnswer:
    return NeedAnswer(
        group=group.value,
        question=str(QUESTIONS[group]),
        label=str(group.label),
        chosen=given.chosen_words if given is not None else [],
        words=given.words if given is not None else "",
        asked=given is not None,
    )


def access_needs_shared_with(viewer: Person | None, person: Person, *, relation: str) -> NeedsOfPerson | None:
    """Return the needs that `person` shares with `viewer`, or None: not shared, or never asked.

    `relation` is what the viewer is to the person (vocabulary.Relation); the room that asks decides it, for
    example groups: LEADER for facilitators and chairs of a group in which the person sits.
    """
    if viewer is None:
        return None
    needs = needs_of(person)
    if needs.record is None:
        return None
    actual = Relation.THEMSELF if viewer == person else relation
    return needs if may_see_needs(actual, needs.record.sharing) else None


def recorded_answer(person: Person, group: str) -> AccessNeed | None:
    return AccessNeed.objects.filter(needs__person=person, group=group).first()
