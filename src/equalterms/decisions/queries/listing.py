"""The list of a group's decisions, as far as a person may see them."""

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.db.models.functions import Coalesce

from equalterms.decisions.models import Decision
from equalterms.decisions.queries.seen import decisions_visible_to
from equalterms.decisions.vocabulary import DecisionState
from equalterms.groups.models import Group
from equalterms.people.models import Person


def decisions_of(person: Person | None, group: Group) -> QuerySet[Decision]:
    """Return a group's decisions: those that are open, the next to end first; then the others, the newest first."""
    first = Case(When(state=DecisionState.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    ending = Case(When(state=DecisionState.OPEN, then="closes_at"))
    found = decisions_visible_to(person).filter(group=group)
    return found.order_by(first, ending, Coalesce("closed_at", "withdrawn_at").desc(), "-pk")
