"""Telling a person something: written down with what caused it, in one transaction, and sent in the background.

These are steps of other rooms' actions: the action that causes a notice leaves the ledger's event.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from equalterms.ledger.keys import Keyed
from equalterms.notices.kinds import NoticeKind
from equalterms.notices.models import Message, Notice
from equalterms.notices.places import Place
from equalterms.notices.queries.wishes import due_moment, wishes_of
from equalterms.notices.vocabulary import NOT_GONE_YET, MessageState
from equalterms.notices.wording import Part, checked
from equalterms.people.models import Person

LONGEST_SUBJECT = 200


def queue_notice(
    *,
    to: Person,
    kind: NoticeKind,
    subject: str,
    parts: Iterable[Part],
    place: Place,
    by: Person | None,
    link: str = "",
    about: Keyed | None = None,
    once: str = "",
    not_before: datetime | None = None,
) -> Notice:
    """Tell a person something, inside the caller's action. Returns the notice, the earlier one where it was said.

    The same person is told the same kind about the same thing once: give `once` (a round, a version, a sequence)
    where it may be said again. Without `about` and `once` every call says something new. `parts` are paragraphs,
    `wording.points(...)` and `wording.facts(...)`; `link` is the path of a page; `place` whose post it is.
    """
    dedupe_key = ":".join([to.key, kind.code, about.key if about is not None else "", once])
    said = " ".join(subject.replace("\x00", "").split())[:LONGEST_SUBJECT]
    now = timezone.now()
    new = Notice(
        to=to,
        kind=kind.code,
        subject=said,
        parts=checked(parts),
        link=link,
        about_kind=about.ledger_kind if about is not None else "",
        about_key=about.key if about is not None else "",
        place_kind=place.kind,
        place_key=place.key,
        place_name=place.name,
        organisation=place.organisation,
        queued_at=now,
        queued_by=by,
        due_at=due_moment(kind, wishes_of(to), max(now, not_before or now)),
    )
    new.dedupe_key = dedupe_key if about is not None or once else f"{dedupe_key}{new.key}"
    # One statement decides who was first; whoever comes second finds the row.
    Notice.objects.bulk_create([new], ignore_conflicts=True)
    return Notice.objects.get(dedupe_key=new.dedupe_key)


def withdraw_notices_about(thing: Keyed, *, by: Person | None, kinds: Iterable[NoticeKind] = ()) -> int:
    """Take back what was to be said about a thing and has not gone out, inside the caller's action.

    `kinds` limits it to these kinds. What is being sent at this moment goes out; what was sent stays. Returns how
    many notices were taken back. `by` is who takes it back: the caller's event says so.
    """
    about = Notice.objects.filter(about_kind=thing.ledger_kind, about_key=thing.key, withdrawn_at__isnull=True)
    if codes := [kind.code for kind in kinds]:
        about = about.filter(kind__in=codes)
    list(about.select_for_update().values_list("pk"))  # wait for a worker that is just putting them into messages
    unsent = Message.objects.filter(state__in=NOT_GONE_YET)
    touched = list(unsent.filter(notices__in=about).values_list("pk", flat=True).distinct())
    now = timezone.now()
    taken = about.filter(message__isnull=True).update(withdrawn_at=now)
    taken += about.filter(message__in=touched, message__state__in=NOT_GONE_YET).update(withdrawn_at=now)
    still = Notice.objects.filter(message__in=touched, withdrawn_at__isnull=True).values("message")
    empty = unsent.filter(pk__in=touched).exclude(pk__in=still)
    empty.update(state=MessageState.WITHDRAWN, trouble="")
    return taken
