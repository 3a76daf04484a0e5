"""What was said to a person, for that person."""

from django.db.models import QuerySet

from equalterms.notices.models import Notice
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person


def notices_to(person: Person | None) -> QuerySet[Notice]:
    """Return what was said to a person, the latest first; what was taken back before it went out is left out."""
    if person is None:
        return Notice.objects.none()
    return Notice.objects.filter(to=person, withdrawn_at__isnull=True).select_related("message", "message__done_by")


def notice_for(person: Person | None, key: str) -> Notice:
    """Return one of them, or raise NotVisible."""
    notice = notices_to(person).filter(key=key).first()
    if notice is None:
        raise NotVisible
    return notice
