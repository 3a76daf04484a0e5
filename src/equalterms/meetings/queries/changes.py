"""Changes of an agenda that wait for an answer: what they would make of it, for the members of the group."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from equalterms.design.dates import in_words
from equalterms.groups.models import Membership
from equalterms.groups.rules import is_member
from equalterms.meetings.models import AgendaChange, AgendaItem, Meeting
from equalterms.meetings.queries.agenda import AgendaLine, items_waiting_in, line_of
from equalterms.meetings.queries.meetings import meeting_for
from equalterms.meetings.rules.agenda import agreeing_seats, check_may_order, has_one_chair, may_agree
from equalterms.meetings.vocabulary import ItemState, OrderState
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person


@dataclass(frozen=True)
class WishedLine:
    """One item as the change would have it, with what would be different in words."""

    number: int
    line: AgendaLine
    minutes: int
    differences: list[str]


@dataclass(frozen=True)
class PutOffLine:
    line: AgendaLine
    because: str
    until: date


@dataclass(frozen=True)
class ChangePage:
    """A change, what it would make of the agenda, who can answer, and whether the reader can."""

    change: AgendaChange
    meeting: Meeting
    wished: list[WishedLine]
    put_off: list[PutOffLine]
    answerers: list[Membership]
    one_chair: bool
    may_agree: bool
    is_own: bool

    @property
    def is_open(self) -> bool:
        return self.change.state == OrderState.OPEN

    @property
    def total(self) -> int:
        return sum(line.minutes for line in self.wished)


@dataclass(frozen=True)
class SettlingDesk:
    """What a chair has before them: the items of the agenda in order, and those that wait."""

    meeting: Meeting
    on_agenda: list[AgendaItem]
    waiting: list[AgendaItem]
    open_change: AgendaChange | None
    one_chair: bool

    @property
    def items(self) -> list[AgendaItem]:
        """Return the items in the order in which they are wished, and then those that wait."""
        wished = self.wished()
        items = [*self.on_agenda, *self.waiting]
        return sorted(items, key=lambda item: wished[item.key][0] if item.key in wished else len(items) + 1)

    def wished(self) -> dict[str, tuple[int, int]]:
        """Return number and minutes by item key, as they stand or as the open change would have them."""
        if self.open_change is not None:
            lines = self.open_change.lines
            return {line["item"]: (number, line["minutes"]) for number, line in enumerate(lines, start=1)}
        return {item.key: (number, item.minutes or 0) for number, item in enumerate(self.on_agenda, start=1)}

    @property
    def length(self) -> int:
        """Minutes from the beginning to the end of the meeting."""
        return round((self.meeting.ends_at - self.meeting.starts_at).total_seconds() / 60)

    @property
    def planned(self) -> int:
        return sum(minutes for _number, minutes in self.wished().values())

    def put_off_keys(self) -> set[str]:
        return {each["item"] for each in self.open_change.put_off} if self.open_change is not None else set()


def open_change_of(meeting: Meeting) -> AgendaChange | None:
    return meeting.agenda_changes.filter(state=OrderState.OPEN).select_related("made_by", "meeting__group").first()


def settling_desk(person: Person | None, key: str) -> SettlingDesk:
    """Return the desk for a chair. Raises NotVisible, or NotAllowed for others who see the meeting."""
    meeting = meeting_for(person, key)
    check_may_order(person, meeting)
    on_agenda = meeting.items.filter(state=ItemState.ON_AGENDA).select_related("proposed_by")
    return SettlingDesk(
        meeting=meeting,
        on_agenda=list(on_agenda.order_by("position", "pk")),
        waiting=list(items_waiting_in(meeting.group)),
        open_change=open_change_of(meeting),
        one_chair=has_one_chair(meeting.group),
    )


def change_for(person: Person | None, key: str) -> AgendaChange:
    """Return a change for a member of the group; for others it does not exist."""
    change = AgendaChange.objects.filter(key=key).select_related("meeting__group__organisation", "made_by").first()
    if change is None or not is_member(person, change.meeting.group):
        raise NotVisible
    return change


def change_page(person: Person | None, key: str) -> ChangePage:
    change = change_for(person, key)
    meeting = change.meeting
    keys = [each["item"] for each in (*change.lines, *change.put_off)]
    items = {item.key: item for item in AgendaItem.objects.filter(key__in=keys).select_related("proposed_by")}
    return ChangePage(
        change=change,
        meeting=meeting,
        wished=wished_lines(change, items),
        put_off=[
            PutOffLine(
                line=line_of(items[each["item"]], as_member=True),
                because=each["because"],
                until=date.fromisoformat(each["until"]),
            )
            for each in change.put_off
        ],
        answerers=agreeing_seats(change),
        one_chair=has_one_chair(meeting.group),
        may_agree=may_agree(person, change),
        is_own=person is not None and change.made_by_id == person.pk,
    )


def wished_lines(change: AgendaChange, items: Mapping[str, AgendaItem]) -> list[WishedLine]:
    return [
        WishedLine(
            number=number,
            line=line_of(items[each["item"]], as_member=True),
            minutes=each["minutes"],
            differences=differences(items[each["item"]], number, each["minutes"], change),
        )
        for number, each in enumerate(change.lines, start=1)
    ]


def differences(item: AgendaItem, number: int, minutes: int, change: AgendaChange) -> list[str]:
    """Say what would be different for an item, while the change waits."""
    if change.state != OrderState.OPEN:
        return []
    if item.meeting_id != change.meeting_id:
        if item.state == ItemState.DEFERRED and item.deferred_until is not None:
            return [_("new on the agenda; it was put off until %(day)s") % {"day": in_words(item.deferred_until)}]
        return [_("new on the agenda")]
    found = []
    if item.position != number:
        found.append(_("was number %(number)s") % {"number": item.position})
    if item.minutes != minutes:
        found.append(_("had %(minutes)s minutes") % {"minutes": item.minutes})
    return found
