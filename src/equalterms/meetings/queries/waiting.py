"""What of meetings waits for a person, and what has happened there that they may know of."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from equalterms.design.dates import in_words
from equalterms.groups.queries.administered import groups_led_by
from equalterms.groups.queries.membership import memberships_of
from equalterms.meetings.models import (
    AgendaChange,
    AgendaItem,
    AgreedAction,
    Correction,
    Meeting,
    Minutes,
    ShortNote,
)
from equalterms.meetings.queries import papers_waiting
from equalterms.meetings.queries.meetings import held_on
from equalterms.meetings.queries.minutes import minutes_to_write_for
from equalterms.meetings.rules.agenda import may_agree
from equalterms.meetings.rules.clock import note_due_on
from equalterms.meetings.vocabulary import (
    TO_COME,
    AgreedActionState,
    CorrectionState,
    ItemState,
    MeetingState,
    MinutesState,
    OrderState,
)
from equalterms.people.models import Person
from equalterms.people.waiting import Happening, Waiting

TODAY, NOTE_LATE, ANSWER_A_MEMBER, SETTLE, DO, NOTE, READ, WRITE = 95, 80, 65, 62, 60, 45, 35, 25  # urgency
SOON = timedelta(days=14)  # an action is mentioned so long before its day
READ_FOR = timedelta(days=60)  # minutes are mentioned to members for so long
MOST = 50


def waiting_for(person: Person | None) -> list[Waiting]:
    """Return what waits: agendas to settle, actions to do, minutes to read; notes and corrections of who leads."""
    if person is None:
        return []
    own = [*changes_to_answer(person), *actions_to_do(person), *minutes_to_read(person)]
    return [*own, *papers_waiting.waiting_for(person), *to_lead(person)]


def changes_to_answer(person: Person) -> list[Waiting]:
    own = memberships_of(person).order_by().values("group")
    changes = AgendaChange.objects.filter(state=OrderState.OPEN, meeting__group__in=own, meeting__state__in=TO_COME)
    changes = changes.exclude(made_by=person).select_related("meeting__group", "made_by")
    return [
        Waiting(
            title=_("Agree on the agenda of %(meeting)s, or say why not") % {"meeting": change.meeting.title},
            url=reverse("meetings:change", args=[change.key]),
            why=_("%(name)s changed it on %(day)s. It waits for somebody else to agree.")
            % {"name": change.made_by.name, "day": in_words(change.made_at)},
            due=timezone.localtime(change.meeting.starts_at).date(),
            urgency=SETTLE,
        )
        for change in changes[:MOST]
        if may_agree(person, change)
    ]


def actions_to_do(person: Person) -> list[Waiting]:
    today = timezone.localdate()
    own = AgreedAction.objects.filter(owner=person, state=AgreedActionState.OPEN, due_on__lte=today + SOON)
    own = own.filter(item__group__in=memberships_of(person).order_by().values("group"))
    return [
        Waiting(
            title=_("You said you would do this: %(words)s") % {"words": action.words},
            url=reverse("meetings:action", args=[action.key]),
            why=_("Agreed in %(group)s. Say that it is done, or give a new day.") % {"group": action.item.group.name},
            due=action.due_on,
            overdue=action.due_on < today,
            urgency=DO,
        )
        for action in own.select_related("item__group")[:MOST]
    ]


def minutes_to_read(person: Person) -> list[Waiting]:
    own = memberships_of(person).order_by().values("group")
    shared = Minutes.objects.filter(
        state=MinutesState.SHARED, meeting__group__in=own, shared_at__gte=timezone.now() - READ_FOR
    )
    shared = shared.exclude(shared_by=person).exclude(corrections__proposed_by=person)
    return [
        Waiting(
            title=_("Are these minutes right? %(meeting)s") % {"meeting": minutes.meeting.title},
            url=reverse("meetings:minutes", args=[minutes.meeting.key]),
            why=_("%(group)s approves them next. Say before if something is not right.")
            % {"group": minutes.meeting.group.name},
            urgency=READ,
        )
        for minutes in shared.select_related("meeting__group")[:MOST]
    ]


def to_lead(person: Person) -> list[Waiting]:
    """Return what waits for somebody who runs meetings."""
    groups = groups_led_by(person).order_by().values("pk")
    return [
        *meetings_today(groups),
        *notes_to_publish(groups),
        *corrections_to_answer(person, groups),
        *to_write(groups),
    ]


def meetings_today(groups: object) -> list[Waiting]:
    now = timezone.now()
    held_today = Meeting.objects.filter(group__in=groups, starts_at__lt=now + timedelta(hours=24))
    coming = held_today.filter(state__in=TO_COME).select_related("group")
    going_on = Meeting.objects.filter(group__in=groups, state=MeetingState.UNDER_WAY).select_related("group")
    return [
        *(
            Waiting(
                title=_("Go on with %(meeting)s") % {"meeting": meeting.title},
                url=reverse("meetings:room", args=[meeting.key]),
                why=_("It has begun and has not been ended."),
                urgency=TODAY,
            )
            for meeting in going_on[:MOST]
        ),
        *(
            Waiting(
                title=_("Begin %(meeting)s") % {"meeting": meeting.title},
                url=reverse("meetings:meeting", args=[meeting.key]),
                why=meeting.group.name,
                due=timezone.localtime(meeting.starts_at).date(),
                urgency=TODAY,
            )
            for meeting in coming[:MOST]
            if timezone.localtime(meeting.starts_at).date() <= timezone.localdate()
        ),
    ]


def notes_to_publish(groups: object) -> list[Waiting]:
    published = ShortNote.objects.values("meeting")
    held = Meeting.objects.filter(group__in=groups, state=MeetingState.HELD).exclude(pk__in=published)
    found = []
    for meeting in held.select_related("group")[:MOST]:
        due = note_due_on(held_on(meeting), meeting.nation)
        late = due < timezone.localdate()
        found.append(
            Waiting(
                title=_("Publish who was there and what was decided: %(meeting)s") % {"meeting": meeting.title},
                url=reverse("meetings:publish_note", args=[meeting.key]),
                why=_("Everybody can read it within seven working days."),
                due=due,
                overdue=late,
                urgency=NOTE_LATE if late else NOTE,
            )
        )
    return found


def corrections_to_answer(person: Person, groups: object) -> list[Waiting]:
    waiting = Correction.objects.filter(state=CorrectionState.OPEN, minutes__meeting__group__in=groups)
    waiting = waiting.exclude(proposed_by=person).select_related("minutes__meeting", "proposed_by")
    return [
        Waiting(
            title=_("Answer the correction of %(name)s: %(meeting)s")
            % {"name": each.proposed_by.name, "meeting": each.minutes.meeting.title},
            url=reverse("meetings:correction", args=[each.key]),
            why=_("Proposed on %(day)s.") % {"day": in_words(each.proposed_at)},
            urgency=ANSWER_A_MEMBER,
        )
        for each in waiting[:MOST]
    ]


def to_write(groups: object) -> list[Waiting]:
    return [
        Waiting(
            title=_("Write the minutes of %(meeting)s") % {"meeting": meeting.title},
            url=reverse("meetings:write_minutes", args=[meeting.key]),
            why=_("They are drafted from the notes of the meeting."),
            urgency=WRITE,
        )
        for meeting in minutes_to_write_for(groups)[:MOST]
    ]


def happened_for(person: Person | None, since: datetime) -> list[Happening]:
    """Return what came of one's own items and corrections, and meetings of one's groups that moved or are planned."""
    if person is None:
        return []
    own = memberships_of(person).order_by().values("group")
    return [
        *what_came_of_items(person, since),
        *meetings_changed(own, person, since),
        *corrections_answered(person, since),
    ]


def what_came_of_items(person: Person, since: datetime) -> list[Happening]:
    put_off = AgendaItem.objects.filter(proposed_by=person, deferred_at__gt=since).exclude(deferred_because="")
    return [
        Happening(
            at=item.deferred_at,
            title=(
                _("Your item “%(title)s” was put off until %(day)s: %(why)s")
                if item.state == ItemState.DEFERRED
                else _("Your item “%(title)s” waits for the next meeting: %(why)s")
            )
            % {
                "title": item.title,
                "day": in_words(item.deferred_until) if item.deferred_until is not None else "",
                "why": item.deferred_because,
            },
            url=reverse("meetings:item", args=[item.key]),
        )
        for item in put_off[:MOST]
    ]


def meetings_changed(own: object, person: Person, since: datetime) -> list[Happening]:
    found = []
    planned = Meeting.objects.filter(group__in=own, planned_at__gt=since).exclude(planned_by=person)
    cancelled = Meeting.objects.filter(group__in=own, cancelled_at__gt=since).exclude(cancelled_by=person)
    moved = Meeting.objects.filter(group__in=own, changed_at__gt=since, state__in=TO_COME).exclude(moved_because="")
    for at, words, meetings in (
        ("planned_at", _("%(group)s plans a meeting: %(meeting)s, %(day)s"), planned),
        ("cancelled_at", _("%(meeting)s of %(group)s on %(day)s is cancelled"), cancelled),
        ("changed_at", _("%(meeting)s of %(group)s has changed: it is on %(day)s"), moved),
    ):
        for meeting in meetings.select_related("group")[:MOST]:
            facts = {"group": meeting.group.name, "meeting": meeting.title, "day": in_words(meeting.starts_at)}
            url = reverse("meetings:meeting", args=[meeting.key])
            found.append(Happening(at=getattr(meeting, at), title=words % facts, url=url))
    return found


def corrections_answered(person: Person, since: datetime) -> list[Happening]:
    answered = Correction.objects.filter(proposed_by=person, answered_at__gt=since).select_related("minutes__meeting")
    return [
        Happening(
            at=each.answered_at,
            title=_("Your correction of %(meeting)s was answered: %(state)s")
            % {"meeting": each.minutes.meeting.title, "state": each.get_state_display().lower()},
            url=reverse("meetings:minutes", args=[each.minutes.meeting.key]),
        )
        for each in answered[:MOST]
    ]
