"""Papers: who brings them, in which formats this meeting's members need them, and by when.

A format is due so many clear working days before the meeting: neither the day on which it comes nor the day of the
meeting counts (Local Government Act 1972, Part VA: five). A group may give a format more days, by dated rows that
hold for meetings planned from that day on, so that no deadline moves once people count on it.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.groups.models import Group
from equalterms.groups.rules import check_may_lead, is_member, may_lead, seats_on
from equalterms.meetings.models import AgendaItem, FormatTime, Meeting, Paper
from equalterms.meetings.rules.clock import is_working_day
from equalterms.meetings.vocabulary import FEWEST_CLEAR_DAYS, TO_COME, WAITING_ITEMS, ItemState, PaperFormat
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import AccessNeed, Person
from equalterms.people.rules import may_see_needs
from equalterms.people.vocabulary import NeedGroup, Relation, Sharing

SHARED = tuple(sharing for sharing in Sharing.values if may_see_needs(Relation.LEADER, sharing))
OPEN_ITEMS = (*WAITING_ITEMS, ItemState.ON_AGENDA)


def may_bring_papers(person: Person | None, item: AgendaItem) -> bool:
    """Whether a person may add papers to an item: who leads the group, and the member who proposed it."""
    if (
        person is None
        or item.state not in OPEN_ITEMS
        or (item.meeting is not None and item.meeting.state not in TO_COME)
    ):
        return False
    proposed = item.proposed_by_id == person.pk and is_member(person, item.group) and item.group.ended_on is None
    return proposed or may_lead(person, item.group)


def check_may_bring_papers(person: Person | None, item: AgendaItem) -> None:
    if may_bring_papers(person, item):
        return
    if item.state not in OPEN_ITEMS or (item.meeting is not None and item.meeting.state not in TO_COME):
        raise NotAllowed(_("The meeting has begun, or the item has been dealt with. Its papers stay as they are."))
    raise NotAllowed(_("Only who proposed the item, and who leads the group, can bring papers for it."))


def may_work_on(person: Person | None, paper: Paper, format: str | None = None) -> bool:
    """Whether a person may change a paper: who may bring it, and the member who is its owner, or of one format."""
    item = paper.item
    if may_bring_papers(person, item):
        return True
    if (
        person is None
        or item.state not in OPEN_ITEMS
        or (item.meeting is not None and item.meeting.state not in TO_COME)
    ):
        return False
    owners = {paper.owner_id}
    if format is not None:
        owners |= set(paper.versions.filter(format=format).values_list("owner", flat=True))
    return person.pk in owners and is_member(person, item.group)


def check_may_work_on(person: Person | None, paper: Paper, format: str | None = None) -> None:
    if not may_work_on(person, paper, format):
        check_may_bring_papers(person, paper.item)


def check_may_set_times(person: Person | None, group: Group) -> None:
    """Only who leads a group says how early its formats are due."""
    check_may_lead(person, group)


def day_of(meeting: Meeting) -> date:
    """Return the day of a meeting, as people there count days."""
    return timezone.localtime(meeting.starts_at).date()


def day_due(day: date, clear_days: int, nation: str) -> date:
    """Return the last working day that leaves so many clear working days before `day`."""
    for _each in range(clear_days + 1):
        day -= timedelta(days=1)
        while not is_working_day(day, nation):
            day -= timedelta(days=1)
    return day


def days_late(due: date, day: date, nation: str) -> int:
    """Count the working days after `due`, up to and with `day`; 0 for a day that is in time."""
    days = (due + timedelta(days=number) for number in range(1, (day - due).days + 1))
    return sum(is_working_day(each, nation) for each in days)


def clear_days_for(meeting: Meeting, format: str, times: Iterable[FormatTime]) -> int:
    """Return how many clear days a format has for a meeting: the most of the floor, the meeting's and the group's."""
    planned = timezone.localtime(meeting.planned_at).date()
    in_force = [each for each in times if each.format == format and each.since <= planned]
    of_group = max(in_force, key=lambda each: each.since).clear_days if in_force else 0
    return max(FEWEST_CLEAR_DAYS, meeting.clear_days, of_group)


def days_due(meeting: Meeting) -> dict[str, date]:
    """Return the day on which each format is due for a meeting."""
    times = list(FormatTime.objects.filter(group=meeting.group_id))
    day = day_of(meeting)
    return {each: day_due(day, clear_days_for(meeting, each, times), meeting.nation) for each in PaperFormat.values}


def people_by_format(meeting: Meeting) -> dict[str, frozenset[int]]:
    """Return who needs which format for a meeting: those who sit there on its day and share it with who leads.

    A member who shares no such need reads the standard paper. For rules and counts only: no page shows these people.
    """
    seats = meeting.group.memberships.filter(seats_on(day_of(meeting)))
    members = set(seats.values_list("person", flat=True))
    shared = AccessNeed.objects.filter(
        group=NeedGroup.FORMAT, needs__person__in=members, needs__sharing__in=SHARED, needs__nothing_needed=False
    )
    found: dict[str, set[int]] = {}
    for person, codes in shared.values_list("needs__person", "chosen"):
        for code in set(codes) & set(PaperFormat.values):
            found.setdefault(code, set()).add(person)
    served = set().union(*found.values()) if found else set()
    if rest := members - served:
        found[PaperFormat.STANDARD] = rest
    return {format: frozenset(people) for format, people in found.items()}
