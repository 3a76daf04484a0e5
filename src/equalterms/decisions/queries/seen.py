"""Decisions that a person may see. For everybody else a decision does not exist."""

from django.db.models import Q, QuerySet

from equalterms.decisions.ballots import holds
from equalterms.decisions.models import Amendment, AskedMember, ClarifyingQuestion, Decision, Objection
from equalterms.decisions.rules.deciding import objection_is_shown
from equalterms.decisions.rules.seats import sees_as_member
from equalterms.decisions.vocabulary import Audience, DecisionState
from equalterms.groups.models import Group
from equalterms.groups.queries.groups import group_for
from equalterms.groups.queries.membership import memberships_of
from equalterms.groups.rules import may_see_outcomes
from equalterms.groups.vocabulary import Visibility
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person


def decisions_seen_inside(person: Person | None) -> QuerySet[Decision]:
    """Return the decisions that a person sees as a member: the same answer as `sees_as_member`, for many at once."""
    decisions = Decision.objects.select_related("group__organisation")
    if person is None:
        return decisions.none()
    asked = AskedMember.objects.filter(person=person).values("decision")
    inside = Q(audience=Audience.EVERYONE) | Q(put_by=person) | Q(pk__in=asked)
    return decisions.filter(inside, group__in=memberships_of(person).order_by().values("group"))


def decisions_seen_by_all() -> QuerySet[Decision]:
    """Return the decisions whose outcome everybody can read, as the terms said when the text was put."""
    return Decision.objects.select_related("group__organisation").filter(
        state=DecisionState.CLOSED,
        secret_answers=False,
        audience=Audience.EVERYONE,
        outcomes_public=True,
        group__visibility=Visibility.PUBLIC,
    )


def decisions_visible_to(person: Person | None) -> QuerySet[Decision]:
    """Return every decision of which a person, or anybody at all (None), may see something."""
    shown = Q(pk__in=decisions_seen_by_all().order_by().values("pk"))
    if person is not None:
        shown |= Q(pk__in=decisions_seen_inside(person).order_by().values("pk"))
    return Decision.objects.filter(shown).select_related("group__organisation")


def decision_for(person: Person | None, key: str) -> Decision:
    """Return one decision, or raise NotVisible: a private one and an absent one look the same."""
    decision = decisions_visible_to(person).filter(key=key).first()
    if decision is None:
        raise NotVisible
    return decision


def decision_inside(person: Person | None, key: str) -> Decision:
    """Return a decision for somebody who sees it as a member; for others there is no such page."""
    decision = decisions_seen_inside(person).filter(key=key).first()
    if decision is None:
        raise NotVisible
    return decision


def group_deciding(person: Person | None, key: str) -> Group:
    """Return a group for somebody who may see a list of its decisions."""
    group = group_for(person, key)
    if not may_see_outcomes(person, group):
        raise NotVisible
    return group


def question_inside(person: Person | None, key: str) -> ClarifyingQuestion:
    """Return a question about a text for those who see the text from inside."""
    found = ClarifyingQuestion.objects.select_related("decision__group", "asked_by").filter(key=key).first()
    if found is None or not sees_as_member(person, found.decision):
        raise NotVisible
    return found


def amendment_inside(person: Person | None, key: str) -> Amendment:
    """Return an amendment for those who see the text from inside."""
    found = Amendment.objects.select_related("decision__group", "proposed_by").filter(key=key).first()
    if found is None or not sees_as_member(person, found.decision):
        raise NotVisible
    return found


def objection_inside(person: Person | None, key: str) -> Objection:
    """Return an objection for those who see the decision from inside, when it is shown; its own member always."""
    found = Objection.objects.select_related("decision__group", "named").filter(key=key).first()
    if found is None or not sees_as_member(person, found.decision):
        raise NotVisible
    if not objection_is_shown(found) and not holds(person, found):
        raise NotVisible
    return found


def own_objection(person: Person | None, key: str) -> Objection:
    """Return an objection to the member who has it; to others this page does not exist."""
    found = objection_inside(person, key)
    if not holds(person, found):
        raise NotVisible
    return found
