"""Groups as places from where messages come: whose post somebody looks after, and which names everybody may read."""

from equalterms.groups.models import Group
from equalterms.groups.queries.administered import groups_led_by
from equalterms.groups.vocabulary import Visibility
from equalterms.people.models import Person


def groups_with_post_of(person: Person) -> dict[str, str]:
    """Return the groups whose post a person looks after: those that they lead. Name by key."""
    return dict(groups_led_by(person).order_by("name").values_list("key", "name"))


def public_name_of_group(key: str) -> str | None:
    """Return the name of a group that everybody may see, or None."""
    return Group.objects.filter(key=key, visibility=Visibility.PUBLIC).values_list("name", flat=True).first()
