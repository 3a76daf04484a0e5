"""Groups as places from where messages come: whose post somebody looks after, and which names everybody may read."""

from django.db.models import Q

from equalterms.groups.models import Group, Membership
from equalterms.groups.queries.administered import groups_led_by
from equalterms.groups.rules import seats_on
from equalterms.groups.vocabulary import Role, Visibility
from equalterms.people.models import Person


def groups_with_post_of(person: Person) -> dict[str, str]:
    """Return the groups whose post a person looks after, name by key.

    Facilitators do, because letters show where members live. Where a group has none, those who lead it do.
    """
    facilitators = Membership.objects.filter(seats_on(), role=Role.FACILITATOR)
    own = Q(pk__in=facilitators.filter(person=person).values("group"))
    without = ~Q(pk__in=facilitators.values("group"))
    return dict(groups_led_by(person).filter(own | without).order_by("name").values_list("key", "name"))


def public_name_of_group(key: str) -> str | None:
    """Return the name of a group that everybody may see, or None."""
    return Group.objects.filter(key=key, visibility=Visibility.PUBLIC).values_list("name", flat=True).first()
