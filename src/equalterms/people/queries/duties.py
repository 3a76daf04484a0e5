"""Who does what for which organisation today."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone

from equalterms.people.models import Affiliation, Organisation, Person


def current_duties() -> QuerySet[Affiliation]:
    """Return every duty that is done today."""
    today = timezone.localdate()
    return Affiliation.objects.filter(Q(until__isnull=True) | Q(until__gt=today), since__lte=today)


def duties_of(person: Person) -> QuerySet[Affiliation]:
    """Return what a person does today, with the organisations."""
    return current_duties().filter(person=person).select_related("organisation").order_by("organisation__name", "duty")


def organisations_where(person: Person | None, duties: Iterable[str]) -> QuerySet[Organisation]:
    """Return the organisations for which a person does one of these duties today; none for a stranger."""
    if person is None:
        return Organisation.objects.none()
    mine = current_duties().filter(person=person, duty__in=list(duties))
    return Organisation.objects.filter(pk__in=mine.values("organisation"))
