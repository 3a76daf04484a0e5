"""Who is in the preparation space of a meeting: members with lived experience, and nobody who serves a public body.

The seat decides, not the role: a facilitator or chair who sits there as service user or carer is in, one who sits there
as staff, adviser or observer is not. Somebody who works for a council or an NHS body is not in, whatever their seat:
the others would not be among themselves. The same holds for a supporter who acts for a member. Rights on the site count
for nothing. The database says the same (`row_security.FUNCTIONS`).
"""

from django.utils.translation import gettext as _

from equalterms.groups.rules import seat_of, serves_a_public_body
from equalterms.meetings.models import Meeting, PreparationNote
from equalterms.meetings.vocabulary import TO_COME
from equalterms.people.exceptions import NotAllowed, NotVisible
from equalterms.people.models import Person

FEWEST_WHO_CARRY = 2  # one person alone is no "we"; they can propose an item in their own name


def is_helped_by_a_public_body(person: Person) -> bool:
    """Whether the hands that type for a person belong to somebody who works for a public body."""
    return person.entered_by is not None and serves_a_public_body(person.entered_by)


def may_prepare(person: Person | None, meeting: Meeting) -> bool:
    """Whether a person is in the space: for everybody else it does not exist."""
    if person is None or is_helped_by_a_public_body(person):
        return False
    seat = seat_of(person, meeting.group)
    return seat is not None and seat.has_lived_experience and not serves_a_public_body(person)


def may_write_in(person: Person | None, meeting: Meeting) -> bool:
    """Whether a person may write there: who is in, until the meeting begins."""
    return meeting.state in TO_COME and may_prepare(person, meeting)


def check_may_write_in(person: Person | None, meeting: Meeting) -> None:
    if not may_prepare(person, meeting):
        raise NotVisible
    if meeting.state not in TO_COME:
        raise NotAllowed(_("The meeting has begun or is over. What you wrote here stays, and nothing is added."))


def check_own(person: Person, note: PreparationNote) -> None:
    """Nobody changes what somebody else wrote."""
    if note.author_id != person.pk:
        raise NotAllowed(_("Only who wrote this can change it."))
