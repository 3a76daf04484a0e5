"""Papers are added, made ready in each format, or said not to be possible; and how early each format is due."""

from datetime import date
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.documents.receiving import Received
from equalterms.documents.storage import private_storage
from equalterms.groups.models import Group
from equalterms.groups.rules import is_member
from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.meetings.models import AgendaItem, FormatTime, GateAnswer, Paper, PaperVersion
from equalterms.meetings.rules.papers import (
    check_may_bring_papers,
    check_may_set_times,
    check_may_work_on,
    days_due,
    days_late,
    people_by_format,
)
from equalterms.meetings.vocabulary import FEWEST_CLEAR_DAYS, PaperFormat
from equalterms.people.models import Person


@action
def add_paper(*, item: AgendaItem, by: Person, title: str, owner: Person | None = None) -> Paper:
    """Add a paper to an item. From now on every format that members need is due."""
    check_may_bring_papers(by, item)
    owner = owner or by
    check_owner(item, owner)
    paper = Paper.objects.create(item=item, title=title, owner=owner, added_at=timezone.now(), added_by=by)
    needed = set(people_by_format(item.meeting)) if item.meeting is not None else set()
    formats = [each for each in PaperFormat.values if each in needed | {PaperFormat.STANDARD}]
    PaperVersion.objects.bulk_create(PaperVersion(paper=paper, format=each) for each in formats)
    record("paper.added", paper, by=by, facts={"item": item.key})
    return paper


@action
def describe_paper(*, paper: Paper, by: Person, title: str, owner: Person) -> Paper:
    """Change what a paper is called and who looks after it."""
    check_may_work_on(by, paper)
    if (title, owner.pk) == (paper.title, paper.owner_id):
        return unchanged(paper)
    if owner.pk != paper.owner_id:
        check_owner(paper.item, owner)
    paper.title, paper.owner = title, owner
    paper.save(update_fields=["title", "owner"])
    record("paper.described", paper, by=by, for_whom=owner)
    return paper


@action
def hand_over_format(*, paper: Paper, format: str, by: Person, owner: Person) -> PaperVersion:
    """Say who makes a paper in one format."""
    check_may_work_on(by, paper, format)
    version = version_of(paper, format)
    if version.owner_id == owner.pk:
        return unchanged(version)
    check_owner(paper.item, owner)
    version.owner = owner
    version.save(update_fields=["owner"])
    record("paper.handed_over", version, by=by, for_whom=owner, facts={"paper": paper.key, "format": format})
    return version


@action
def make_ready(
    *,
    paper: Paper,
    format: str,
    by: Person,
    words: str = "",
    received: Received | None = None,
    link: str = "",
    how_to_get: str = "",
) -> PaperVersion:
    """Put a paper there in one format: written words, a file made safe, a link, or word of how it reached people.

    How many working days late it came is kept for good. What is changed later shows when.
    """
    check_may_work_on(by, paper, format)
    if not (words.strip() or received or link or how_to_get.strip()):
        raise ValidationError(_("Write the paper, choose a file, give a link, or say how people get it."))
    version = version_of(paper, format)
    fill(version, words=words, received=received, link=link, how_to_get=how_to_get)
    mark_ready(version, by)
    if words.strip() and format == PaperFormat.STANDARD:
        read_by_machines(paper, words, by)
    facts = {"paper": paper.key, "format": format, "late_by": version.late_by, "digest": version.digest}
    verb = "paper.ready" if version.changed_at is None else "paper.changed"
    record(verb, version, by=by, facts=facts, seals={"words": words, "link": link, "digest": version.digest})
    return version


@action
def say_not_possible(*, paper: Paper, format: str, by: Person, because: str, instead: str) -> PaperVersion:
    """Say that a paper cannot be made in one format, why, and what is offered instead. Those affected are asked.

    Answers that were given before were about something else: they are asked anew.
    """
    check_may_work_on(by, paper, format)
    if not because.strip() or not instead.strip():
        raise ValidationError(_("Say why it is not possible, and what you offer instead."))
    version = version_of(paper, format)
    if version.ready_at is not None:
        raise ValidationError(_("The paper is there in this format already."))
    version.not_possible_because, version.offered_instead = because, instead
    version.not_possible_at, version.not_possible_by = timezone.now(), by
    version.save()
    GateAnswer.objects.filter(version=version).delete()
    record("paper.not_possible", version, by=by, facts={"paper": paper.key, "format": format})
    return version


@action
def set_format_time(*, group: Group, by: Person, format: str, clear_days: int, since: date | None = None) -> FormatTime:
    """Say how many clear days a format has in a group, for meetings planned from a day on (today, or later)."""
    check_may_set_times(by, group)
    today = timezone.localdate()
    since = since or today
    if clear_days < FEWEST_CLEAR_DAYS:
        raise ValidationError(_("Five clear working days are the fewest."))
    if since < today:
        raise ValidationError(_("Choose today or a later day. Meetings that are planned already keep their days."))
    said = {"clear_days": clear_days, "set_at": timezone.now(), "set_by": by}
    time, _made = FormatTime.objects.update_or_create(group=group, format=format, since=since, defaults=said)
    facts = {"group": group.key, "format": format, "clear_days": clear_days, "since": since.isoformat()}
    record("paper.time_set", time, by=by, facts=facts)
    return time


def check_owner(item: AgendaItem, owner: Person) -> None:
    if not is_member(owner, item.group):
        raise ValidationError({"owner": _("Choose somebody who sits in the group.")})


def version_of(paper: Paper, format: str) -> PaperVersion:
    """Return the row of a format, made inside the caller's action where there was none, and locked."""
    if format not in PaperFormat.values:
        raise ValidationError(_("There is no such format."))
    PaperVersion.objects.get_or_create(paper=paper, format=format)
    return PaperVersion.objects.select_for_update(of=("self",)).get(paper=paper, format=format)


def fill(version: PaperVersion, *, words: str, received: Received | None, link: str, how_to_get: str) -> None:
    """Put the content of a format in its place, inside the caller's action; a file stays unless another comes."""
    version.words, version.link, version.how_to_get = words, link, how_to_get
    if received is not None:
        if version.file:
            transaction.on_commit(partial(private_storage().delete, version.file.name))
        version.file.save(received.name, received.file, save=False)
        version.file_name, version.digest = received.name, received.digest
        version.content_type = received.kind.content_type


def mark_ready(version: PaperVersion, by: Person) -> None:
    """Note that a format is there, inside the caller's action: the first time how late, later that it was changed."""
    now = timezone.now()
    if version.ready_at is not None:
        version.changed_at, version.changed_by = now, by
    else:
        meeting = version.paper.item.meeting
        late = 0
        if meeting is not None:
            late = days_late(days_due(meeting)[version.format], timezone.localtime(now).date(), meeting.nation)
        version.ready_at, version.ready_by, version.late_by = now, by, late
        version.not_possible_because = version.offered_instead = ""
        version.not_possible_at = version.not_possible_by = None
    version.save()


def read_by_machines(paper: Paper, words: str, by: Person) -> None:
    """Words that stand on a page can be read by a screen reader: that format is ready with them, inside the action."""
    machine = version_of(paper, PaperFormat.SCREEN_READER)
    if not machine.file:
        fill(machine, words=words, received=None, link="", how_to_get="")
        mark_ready(machine, by)
