"""Who looks after the list of venues of an organisation."""

from django.utils.translation import gettext as _

from equalterms.groups.queries.administered import groups_led_by
from equalterms.groups.rules.administering import ORGANISERS
from equalterms.groups.rules.seats import holds_duty
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Organisation, Person


def may_keep_venues(person: Person | None, organisation: Organisation) -> bool:
    """Whether a person may add venues and say what they are like: who organises there, or leads a group there."""
    if person is None:
        return False
    return (
        holds_duty(person, organisation, ORGANISERS) or groups_led_by(person).filter(organisation=organisation).exists()
    )


def check_may_keep_venues(person: Person | None, organisation: Organisation) -> None:
    if not may_keep_venues(person, organisation):
        raise NotAllowed(_("Only people who organise meetings for this organisation can change its venues."))
