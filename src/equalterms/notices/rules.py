"""Who looks after the post of a group or an organisation: prints letters, makes calls, sees what did not arrive."""

from django.utils.translation import gettext as _

from equalterms.notices import places
from equalterms.notices.models import Message
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person
from equalterms.people.queries.duties import organisations_where
from equalterms.people.rules import is_themself
from equalterms.people.vocabulary import DUTIES_OF_CARE


def places_kept_by(person: Person | None) -> dict[str, places.Place]:
    """Return the places whose post a person looks after, by key. A supporter looks after nobody's post."""
    if person is None or not is_themself(person):
        return {}
    own = organisations_where(person, DUTIES_OF_CARE).order_by("name")
    found = {each.key: places.Place.of(each) for each in own}
    for kind in places.place_kinds():
        found |= {key: places.Place(kind.kind, key, name) for key, name in kind.kept_by(person).items()}
    return found


def may_keep_post(person: Person | None, place_key: str) -> bool:
    return place_key in places_kept_by(person)


def check_may_keep_post(person: Person | None, message: Message) -> None:
    if not may_keep_post(person, message.place_key):
        raise NotAllowed(_("Only those who look after the post of %(place)s do this.") % {"place": message.place_name})
