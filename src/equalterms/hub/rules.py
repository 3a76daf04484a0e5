"""Who may change the pages of this site: the editors and administrators of its organisations."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person
from equalterms.people.vocabulary import Duty

# What each duty allows: an editor writes drafts and sends them in; an administrator puts them on the site as well.
DUTY_OF_ROLE = {"Editors": Duty.EDITOR, "Moderators": Duty.ADMINISTRATOR}


def editing_roles(person: Person | None) -> set[str]:
    """Return which of "Editors" and "Moderators" this person is today, by their duties."""
    if person is None or not person.is_authenticated or not person.is_active:
        return set()
    today = timezone.localdate()
    duties = set(
        person.affiliations.filter(Q(until__isnull=True) | Q(until__gte=today), since__lte=today).values_list(
            "duty", flat=True
        )
    )
    return {role for role, duty in DUTY_OF_ROLE.items() if duty in duties}


def may_edit_pages(person: Person | None) -> bool:
    return bool(editing_roles(person))


def check_may_edit_pages(person: Any) -> None:
    """Raise NotAllowed, with words, for somebody who is neither an editor nor an administrator."""
    if not may_edit_pages(person):
        raise NotAllowed(_("Only editors and administrators can change the pages of this site."))
