"""Who may put a text, answer it, ask, propose an amendment, deal with an objection, and end a decision."""

from django.utils.translation import gettext as _

from equalterms.decisions.ballots import holds
from equalterms.decisions.models import Amendment, ClarifyingQuestion, Decision, Objection
from equalterms.decisions.rules.seats import own_seat, sees_as_member, tends, was_asked
from equalterms.decisions.vocabulary import STANDING, AmendmentState, Audience, DecisionState
from equalterms.groups.models import Group
from equalterms.groups.rules import may_lead
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person


def may_put(person: Person | None, group: Group, audience: str = Audience.EVERYONE) -> bool:
    """Whoever sits at the table may put a text; to those with lived experience only one of them may."""
    seat = own_seat(person, group) if group.ended_on is None else None
    return seat is not None and (audience != Audience.LIVED or seat.has_lived_experience)


def check_may_put(person: Person | None, group: Group, audience: str = Audience.EVERYONE) -> None:
    if may_put(person, group, audience):
        return
    if audience == Audience.LIVED:
        raise NotAllowed(_("Only a member with lived experience can put a text to those with lived experience."))
    raise NotAllowed(_("Only members who sit at the table can put a text to this group."))


def may_answer(person: Person | None, decision: Decision) -> bool:
    """Those who were asked, who still sit there, while answers are taken."""
    return decision.takes_answers and was_asked(person, decision) and own_seat(person, decision.group) is not None


def check_may_answer(person: Person | None, decision: Decision) -> None:
    if may_answer(person, decision):
        return
    if decision.state == DecisionState.WITHDRAWN:
        raise NotAllowed(_("This text was withdrawn. There is nothing to answer any more."))
    if decision.is_closed or decision.time_is_up:
        raise NotAllowed(_("The time for answers is over."))
    if not decision.takes_answers:
        raise NotAllowed(_("It is the time for questions. Answers are taken later."))
    raise NotAllowed(_("Only the members to whom the text was put can answer."))


def may_ask(person: Person | None, decision: Decision) -> bool:
    """Whoever sees the text from inside and decides in the group may ask about it, or propose an amendment."""
    inside = sees_as_member(person, decision) and own_seat(person, decision.group) is not None
    return inside and decision.takes_questions


def check_may_ask(person: Person | None, decision: Decision) -> None:
    if not decision.takes_questions:
        raise NotAllowed(_("The time for questions and amendments is over."))
    if not may_ask(person, decision):
        raise NotAllowed(_("Only members who sit at the table can do this."))


def may_answer_question(person: Person | None, question: ClarifyingQuestion) -> bool:
    return question.answered_at is None and question.decision.takes_questions and tends(person, question.decision)


def check_may_answer_question(person: Person | None, question: ClarifyingQuestion) -> None:
    if not may_answer_question(person, question):
        raise NotAllowed(_("Only whoever put the text, and those who lead the group, can answer, and only once."))


def may_answer_amendment(person: Person | None, amendment: Amendment) -> bool:
    """Whoever put the text, and those who lead the group, accept an amendment or say why not."""
    if amendment.state != AmendmentState.PROPOSED or not amendment.decision.takes_questions:
        return False
    return tends(person, amendment.decision)


def check_may_answer_amendment(person: Person | None, amendment: Amendment) -> None:
    if amendment.state != AmendmentState.PROPOSED or not amendment.decision.takes_questions:
        raise NotAllowed(_("This amendment can no longer be accepted."))
    if not may_answer_amendment(person, amendment):
        raise NotAllowed(_("Only whoever put the text, and those who lead the group, can accept an amendment."))


def objection_is_shown(objection: Objection) -> bool:
    """Objections of a secret decision are shown when it is closed, all at once."""
    return not objection.decision.secret_answers or objection.decision.is_closed


def may_deal_with(person: Person | None, objection: Objection) -> bool:
    """Those who lead the group; whoever put the text, where it was not put to everybody (the chairs may not see it)."""
    decision = objection.decision
    if objection.state not in STANDING or decision.state == DecisionState.WITHDRAWN:
        return False
    if not objection_is_shown(objection) or not sees_as_member(person, decision):
        return False
    putter = person is not None and decision.put_by_id == person.pk and decision.audience != Audience.EVERYONE
    return putter or may_lead(person, decision.group)


def check_may_deal_with(person: Person | None, objection: Objection) -> None:
    if not may_deal_with(person, objection):
        raise NotAllowed(_("Only those who lead the group can say how an objection was dealt with, while it stands."))


def may_speak_for(person: Person | None, objection: Objection) -> bool:
    """Only the member who objects says whether it is settled or stands. Nobody can say it for them."""
    if objection.state not in STANDING or objection.decision.state == DecisionState.WITHDRAWN:
        return False
    return sees_as_member(person, objection.decision) and holds(person, objection)


def check_may_speak_for(person: Person | None, objection: Objection) -> None:
    if not may_speak_for(person, objection):
        raise NotAllowed(_("Only the member who objects can say whether it is settled."))


def check_may_tend(person: Person | None, decision: Decision) -> None:
    """Whether a person may give more time to a decision or withdraw it."""
    if not decision.is_open:
        raise NotAllowed(_("This decision has ended. Its history stays as it is."))
    if not tends(person, decision):
        raise NotAllowed(_("Only whoever put the text, and those who lead the group, can do this."))


def may_tend(person: Person | None, decision: Decision) -> bool:
    return decision.is_open and tends(person, decision)


def may_close(person: Person | None, decision: Decision, *, all_answered: bool) -> bool:
    """When time is up, anybody who was asked may have it counted; before, whoever tends it, if all have answered."""
    if decision.time_is_up:
        return tends(person, decision) or (sees_as_member(person, decision) and was_asked(person, decision))
    return decision.takes_answers and all_answered and tends(person, decision)


def check_may_close(person: Person | None, decision: Decision, *, all_answered: bool) -> None:
    if not may_close(person, decision, all_answered=all_answered):
        raise NotAllowed(_("The answers are counted when time is up, or when everybody who was asked has answered."))
