"""What a person wishes about messages: their own record, and what their access needs say already."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from equalterms.notices.kinds import NoticeKind
from equalterms.notices.models import Wishes
from equalterms.notices.timing import Quiet, next_at
from equalterms.notices.vocabulary import DAILY_AT, GATHERED_FOR
from equalterms.people.models import Person
from equalterms.people.vocabulary import NeedGroup

MESSAGE_NEEDS = (NeedGroup.CONTACT, NeedGroup.FORMAT)  # what of access needs says how a message goes


def wishes_of(person: Person) -> Wishes:
    """Return a person's record, or a fresh one that is not yet kept and wishes for nothing special."""
    found = Wishes.objects.filter(person=person).first()
    return found if found is not None else fresh_wishes(person)


def fresh_wishes(person: Person) -> Wishes:
    """Return the wishes, not kept yet, of somebody who never said any."""
    return Wishes(person=person, changed_at=timezone.now())


def quiet_hours(wishes: Wishes) -> Quiet:
    return Quiet(wishes.quiet_from, wishes.quiet_until)


def due_moment(kind: NoticeKind, wishes: Wishes, earliest: datetime) -> datetime | None:
    """Return when a notice may go out, or None where the person does not want this kind sent."""
    if kind.optional and kind.code in wishes.stopped:
        return None
    if kind.at_once:
        return earliest
    zone = timezone.get_default_timezone()
    if kind.code in wishes.daily:
        due = next_at(DAILY_AT, earliest, zone)
    else:
        due = earliest + GATHERED_FOR
    return quiet_hours(wishes).after(due, zone)


def can_text() -> bool:
    """Say whether this site can send text messages: only through GOV.UK Notify, when it is set up."""
    return bool(settings.GOVUK_NOTIFY and settings.GOVUK_NOTIFY["text_template"])


def can_post() -> bool:
    """Say whether this site can send letters by itself, through GOV.UK Notify."""
    return bool(settings.GOVUK_NOTIFY and settings.GOVUK_NOTIFY["letter_template"])
