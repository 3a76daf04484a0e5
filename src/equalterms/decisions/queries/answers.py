"""What was answered: one's own, what members see of one another in an open decision, and the count at the end."""

from collections import Counter
from dataclasses import dataclass

from equalterms.decisions.ballots import ballot_of, tokens_of
from equalterms.decisions.models import Answer, AskedMember, Ballot, Decision, EarlierAnswer
from equalterms.decisions.rules.counting import Count
from equalterms.decisions.vocabulary import STANDING, Stance
from equalterms.groups.models import Membership
from equalterms.groups.rules import seats_on
from equalterms.groups.vocabulary import IN_CHARGE, LIVED_EXPERIENCE
from equalterms.people.models import Person


@dataclass(frozen=True)
class OwnAnswer:
    """What somebody answered themselves, and what they had answered before (kept in open decisions only)."""

    stance: str
    words: str
    number: int
    words_shown: bool = False
    earlier: tuple[EarlierAnswer, ...] = ()

    @property
    def in_words(self) -> str:
        return str(Stance(self.stance).label)


@dataclass(frozen=True)
class Said:
    """What one member answered in an open decision, as the others see it."""

    name: str
    stance: str
    words: str
    capacity: str
    number: int

    @property
    def shape(self) -> str:
        """The shape that stands for this side of the table."""
        if self.capacity in LIVED_EXPERIENCE:
            return "circle"
        return "square" if self.capacity in IN_CHARGE else "diamond"

    @property
    def in_words(self) -> str:
        return str(Stance(self.stance).label)


def own_answer(person: Person | None, decision: Decision) -> OwnAnswer | None:
    """Return a person's own answer. Of a secret decision nobody knows it any more after the count."""
    if person is None:
        return None
    if decision.secret_answers:
        ballot = ballot_of(person, decision)
        return OwnAnswer(ballot.stance, ballot.words, ballot.number, ballot.words_shown) if ballot is not None else None
    answer = Answer.objects.filter(decision=decision, person=person).first()
    if answer is None:
        return None
    return OwnAnswer(answer.stance, answer.words, answer.number, earlier=tuple(answer.earlier.all()))


def answers_given(decision: Decision) -> list[Said]:
    """Return what members answered in an open decision; nothing of a secret one."""
    if decision.secret_answers:
        return []
    capacities = dict(decision.asked_members.values_list("person", "capacity"))
    order = list(Stance.values)
    found = [
        Said(each.person.name, each.stance, each.words, capacities.get(each.person_id, ""), each.number)
        for each in Answer.objects.filter(decision=decision).select_related("person")
    ]
    return sorted(found, key=lambda each: (order.index(each.stance), each.name))


def how_many_answered(decision: Decision) -> tuple[int, int]:
    """Return how many have answered the text that stands, and how many were asked. It tells no answer."""
    asked = decision.asked_members.values_list("answered_number", flat=True)
    return sum(1 for number in asked if number == decision.number), len(asked)


def count_of(decision: Decision) -> Count:
    """Count a decision. It is asked by the action that closes it and by nothing that a person can open.

    Asked are those who still sit there, or who answered before they left.
    """
    stances = secret_stances(decision) if decision.secret_answers else open_stances(decision)
    seated = set(Membership.objects.filter(seats_on(), group=decision.group).values_list("person", flat=True))
    asked: Counter[str] = Counter()
    answers: dict[str, Counter[str]] = {}
    for member in AskedMember.objects.filter(decision=decision):
        stance = stances.get(member.person_id)
        if stance is not None or member.person_id in seated:
            asked[member.capacity] += 1
        if stance is not None:
            answers.setdefault(member.capacity, Counter())[stance] += 1
    if decision.secret_answers:
        standing = Ballot.objects.filter(decision=decision, stance=Stance.OBJECT).count()
    else:
        standing = decision.objections.filter(state__in=STANDING).count()
    return Count(asked=asked, answers=answers, standing=standing)


def open_stances(decision: Decision) -> dict[int, str]:
    """Return what each person answered to the text that stands."""
    found = Answer.objects.filter(decision=decision, number=decision.number)
    return dict(found.values_list("person", "stance"))


def secret_stances(decision: Decision) -> dict[int, str]:
    """Return the same for a secret decision, while its ballots exist. It must never leave the count."""
    found = dict(
        Ballot.objects.filter(decision=decision, number=decision.number).values_list("token", "stance"),
    )
    stances = {}
    for member in AskedMember.objects.filter(decision=decision).select_related("person"):
        for token in tokens_of(member.person, decision):
            if token in found:
                stances[member.person_id] = found[token]
    return stances
