"""Telling a person something: written down with what caused it, in one transaction, and sent in the background.

These are steps of other rooms' actions: the action that causes a notice leaves the ledger's event.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from equalterms.ledger.keys import Keyed
from equalterms.notices.kinds import NoticeKind
from equalterms.notices.models import Message, Notice, Wishes
from equalterms.notices.places import Place
from equalterms.notices.queries.wishes import due_moment, fresh_wishes
from equalterms.notices.vocabulary import NOT_GONE_YET, MessageState
from equalterms.notices.wording import Part, checked
from equalterms.people.models import Person

LONGEST_SUBJECT = 200


def queue_notice(*, to: Person, kind: NoticeKind, by: Person | None, **said: Any) -> Notice:
    """Tell one person something, inside the caller's action: `queue_notices` for one. Returns the notice."""
    return queue_notices(to=[to], kind=kind, by=by, **said)[0]


def queue_notices(
    *,
    to: Iterable[Person],
    kind: NoticeKind,
    subject: str,
    parts: Iterable[Part],
    place: Place,
    by: Person | None,
    link: str = "",
    about: Keyed | None = None,
    once: str = "",
    not_before: datetime | None = None,
) -> list[Notice]:
    """Tell people something, inside the caller's action. Returns the notices; the earlier one where it was said.

    The same person is told the same kind about the same thing once: give `once` (a round, a version, a sequence)
    where it may be said again. Without `about` and `once` every call says something new. `parts` are paragraphs,
    `wording.points(...)` and `wording.facts(...)`; `link` is the path of a page; `place` whose post it is.
    """
    people = {person.pk: person for person in to}
    wishes = {each.person_id: each for each in Wishes.objects.filter(person__in=people)}
    now = timezone.now()
    words = {"subject": " ".join(subject.replace("\x00", "").split())[:LONGEST_SUBJECT], "parts": checked(parts)}
    same = {**words, "kind": kind.code, "link": link, "queued_at": now, "queued_by": by, **tied_to(about, place)}
    new = []
    for person in people.values():
        notice = Notice(to=person, **same)
        notice.due_at = due_moment(kind, wishes.get(person.pk) or fresh_wishes(person), max(now, not_before or now))
        repeats = about is None and not once
        notice.dedupe_key = ":".join([person.key, kind.code, notice.about_key, notice.key if repeats else once])
        new.append(notice)
    # One statement decides who was first; whoever comes second finds the row.
    Notice.objects.bulk_create(new, ignore_conflicts=True)
    kept = {each.dedupe_key: each for each in Notice.objects.filter(dedupe_key__in=[each.dedupe_key for each in new])}
    return [kept[each.dedupe_key] for each in new]


def tied_to(about: Keyed | None, place: Place) -> dict[str, Any]:
    """Return what a notice is about and from where it comes, as its fields hold it."""
    return {
        "about_kind": about.ledger_kind if about is not None else "",
        "about_key": about.key if about is not None else "",
        "place_kind": place.kind,
        "place_key": place.key,
        "place_name": place.name,
        "organisation": place.organisation,
    }


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
