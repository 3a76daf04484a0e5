"""The meeting and what stays of it: who may run it, what is kept, the clock of the note, corrections and approval."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from tests.factories.meetings import MeetingFactory, agenda
from tests.meetings.conftest import Table

from equalterms.decisions.actions.answering import answer_decision
from equalterms.decisions.actions.closing import close_decision
from equalterms.ledger.queries import verify
from equalterms.meetings.actions.approving import put_minutes_to_group
from equalterms.meetings.actions.following import delay_action, finish_action
from equalterms.meetings.actions.holding import (
    agree_action,
    begin_meeting,
    end_meeting,
    finish_item,
    note_attendance,
    take_decision,
)
from equalterms.meetings.actions.minutes import (
    SomebodyWasQuicker,
    answer_correction,
    approve_minutes,
    propose_correction,
    publish_short_note,
    share_minutes,
    write_minutes,
)
from equalterms.meetings.actions.planning import call_meeting, cancel_meeting, move_meeting, plan_meeting
from equalterms.meetings.models import Attendance, Meeting, Minutes, MinutesVersion, ShortNote
from equalterms.meetings.queries.waiting import waiting_for
from equalterms.meetings.rules.clock import clear_days_between, note_due_on
from equalterms.meetings.rules.holding import quorum_of
from equalterms.people.exceptions import NotAllowed

NOT_LEADING = ["member", "staff", "observer", "administrator", "outsider"]


def facts(**more: Any) -> dict[str, Any]:
    starts = timezone.now() + timedelta(days=30)
    return {
        "title": "March",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=2),
        "manner": "online",
        "link": "https://meet.example/a",
    } | more


@pytest.fixture
def under_way(table: Table) -> Meeting:
    return MeetingFactory(group=table.panel, under_way=True)


@pytest.fixture
def held(table: Table) -> Meeting:
    return MeetingFactory(group=table.panel, held=True)


@pytest.fixture
def shared(table: Table, held: Meeting) -> Minutes:
    version = write_minutes(meeting=held, by=table.chair, base=0, public_part="We met.")
    return share_minutes(minutes=version.minutes, by=table.chair)


@pytest.mark.parametrize("who", NOT_LEADING)
def test_only_who_leads_from_within_plans_meetings(table: Table, who: str) -> None:
    with pytest.raises(NotAllowed):
        plan_meeting(group=table.panel, by=getattr(table, who), **facts())


@pytest.mark.parametrize("who", ["chair", "co_chair", "facilitator"])
def test_chairs_and_facilitator_plan_meetings(table: Table, who: str) -> None:
    assert plan_meeting(group=table.panel, by=getattr(table, who), **facts()).state == "planned"


def test_a_move_counts_up_what_calendars_listen_to_and_keeps_its_reason(table: Table) -> None:
    meeting = plan_meeting(group=table.panel, by=table.chair, **facts())
    later = facts(starts_at=meeting.starts_at + timedelta(days=1), ends_at=meeting.ends_at + timedelta(days=1))
    moved = move_meeting(meeting=meeting, by=table.chair, because="The lift is broken.", **later)
    assert (moved.sequence, moved.moved_because) == (1, "The lift is broken.")
    with pytest.raises(NotAllowed):
        move_meeting(meeting=meeting, by=table.member, because="No.", **facts())


def test_items_of_a_cancelled_meeting_wait_for_the_next(table: Table) -> None:
    meeting = MeetingFactory(group=table.panel)
    (item,) = agenda(meeting, 1)
    call_meeting(meeting=meeting, by=table.chair)
    meeting.refresh_from_db()
    cancel_meeting(meeting=meeting, by=table.chair, because="Snow.")
    item.refresh_from_db()
    assert (item.state, item.meeting, item.position) == ("proposed", None, None)


def test_a_meeting_begins_on_its_day_and_not_before(table: Table) -> None:
    with pytest.raises(NotAllowed):
        begin_meeting(meeting=MeetingFactory(group=table.panel), by=table.chair)
    assert begin_meeting(meeting=MeetingFactory(group=table.panel, today=True), by=table.chair).state == "under_way"


@pytest.mark.parametrize("who", NOT_LEADING)
def test_nobody_else_runs_a_meeting(table: Table, under_way: Meeting, who: str) -> None:
    (item,) = agenda(under_way, 1)
    by = getattr(table, who)
    for run in (
        lambda: note_attendance(meeting=under_way, by=by, how={table.member.key: "in_room"}),
        lambda: finish_item(item=item, by=by, spent_minutes=5),
        lambda: take_decision(item=item, by=by, words="Yes."),
        lambda: agree_action(item=item, by=by, words="Ring.", owner=table.member, due_on=date(2030, 1, 1)),
        lambda: end_meeting(meeting=under_way, by=by),
    ):
        with pytest.raises(NotAllowed):
            run()


def test_the_quorum_counts_lived_experience_too(table: Table, under_way: Meeting) -> None:
    """Seven sit at the table, four of them... the terms say nothing, so half of all and half of lived experience."""
    for person in (table.co_chair, table.staff, table.facilitator):
        note_attendance(meeting=under_way, by=table.chair, how={person.key: "in_room"})
    assert not quorum_of(under_way).is_met
    there = {table.member.key: "phone", table.carer.key: "online", table.observer.key: "in_room"}
    note_attendance(meeting=under_way, by=table.chair, how=there)
    quorum = quorum_of(under_way)
    assert quorum.is_met
    assert (quorum.present, quorum.seats) == (5, 6)


def test_attendance_keeps_as_what_somebody_sat_and_can_be_put_right(table: Table, under_way: Meeting) -> None:
    note_attendance(meeting=under_way, by=table.chair, how={table.carer.key: "absent"})
    note_attendance(meeting=under_way, by=table.chair, how={table.carer.key: "online"})
    assert list(Attendance.objects.values_list("how", "capacity")) == [("online", "carer")]
    with pytest.raises(NotAllowed):
        note_attendance(meeting=under_way, by=table.chair, how={table.outsider.key: "online"})


def test_what_a_meeting_does_not_reach_waits_and_counts_as_put_off(table: Table, under_way: Meeting) -> None:
    first, second = agenda(under_way, 2)
    finish_item(item=first, by=table.chair, spent_minutes=30)
    end_meeting(meeting=under_way, by=table.chair)
    second.refresh_from_db()
    assert (second.state, second.meeting, second.times_deferred) == ("proposed", None, 1)
    assert second.deferred_because


def test_an_action_is_followed_up_by_its_owner_and_never_by_others(table: Table, under_way: Meeting) -> None:
    (item,) = agenda(under_way, 1)
    today = timezone.localdate()
    action = agree_action(item=item, by=table.chair, words="Ring the college.", owner=table.member, due_on=today)
    assert any("Ring the college." in str(each.title) for each in waiting_for(table.member))
    for other in (table.carer, table.staff, table.outsider):
        with pytest.raises(NotAllowed):
            finish_action(action=action, by=other, done_words="Done.")
    with pytest.raises(NotAllowed):
        delay_action(action=action, by=table.member, due_on=today, because="Later.")
    later = today + timedelta(days=7)
    assert delay_action(action=action, by=table.member, due_on=later, because="They are away.").due_on == later
    assert action.delays.get().due_before == today
    with pytest.raises(NotAllowed):
        finish_action(action=action, by=table.member, done_words=" ")
    finish_action(action=action, by=table.member, done_words="They can.")
    assert not any("Ring the college." in str(each.title) for each in waiting_for(table.member))


@pytest.mark.parametrize(
    ("held_on", "nation", "due"),
    [
        # Thursday 18 December 2025: 25 and 26 December are bank holidays; seven working days end on Wednesday 31st.
        (date(2025, 12, 18), "england_and_wales", date(2025, 12, 31)),
        # In Scotland 2 January is one too, St Andrew's Day (30 November 2026 is a Monday) as well.
        (date(2026, 11, 24), "scotland", date(2026, 12, 4)),
        (date(2026, 11, 24), "england_and_wales", date(2026, 12, 3)),
        # 12 July 2027 is a Monday: the Battle of the Boyne, in Northern Ireland alone.
        (date(2027, 7, 8), "northern_ireland", date(2027, 7, 20)),
        (date(2027, 7, 8), "england_and_wales", date(2027, 7, 19)),
    ],
)
def test_the_note_is_due_after_seven_working_days(held_on: date, nation: str, due: date) -> None:
    assert note_due_on(held_on, nation) == due


def test_clear_days_leave_out_both_ends_weekends_and_bank_holidays() -> None:
    """Easter 2026: Friday 3 and Monday 6 April. From Wednesday 1 to Friday 10 April: 2, 7, 8 and 9 are clear."""
    assert clear_days_between(date(2026, 4, 1), date(2026, 4, 10), "england_and_wales") == 4


def test_the_note_is_published_once_and_stays_as_it_is(table: Table, held: Meeting) -> None:
    with pytest.raises(NotAllowed):
        publish_short_note(meeting=held, by=table.member)
    note = publish_short_note(meeting=held, by=table.chair)
    with pytest.raises(NotAllowed):
        publish_short_note(meeting=held, by=table.chair)
    with pytest.raises(DatabaseError), transaction.atomic():
        ShortNote.objects.filter(pk=note.pk).update(content={})
    assert verify().whole


def test_of_two_who_write_minutes_the_second_sees_both_and_overwrites_nothing(table: Table, held: Meeting) -> None:
    write_minutes(meeting=held, by=table.chair, base=0, public_part="One.")
    with pytest.raises(SomebodyWasQuicker) as conflict:
        write_minutes(meeting=held, by=table.facilitator, base=0, public_part="Two.")
    assert conflict.value.latest.public_part == "One."
    assert MinutesVersion.objects.count() == 1


def test_a_correction_is_answered_in_words_by_somebody_else(table: Table, shared: Minutes) -> None:
    for stranger in (table.observer, table.outsider, table.administrator):
        with pytest.raises(NotAllowed):
            propose_correction(minutes=shared, by=stranger, words="No.")
    own = propose_correction(minutes=shared, by=table.chair, words="We met twice.")
    with pytest.raises(NotAllowed):
        answer_correction(correction=own, by=table.chair, accepted=True, answer="Yes.")
    with pytest.raises(NotAllowed):
        answer_correction(correction=own, by=table.facilitator, accepted=False, answer=" ")
    assert answer_correction(correction=own, by=table.facilitator, accepted=True, answer="Yes.").state == "accepted"


def test_minutes_are_not_approved_while_a_correction_waits(table: Table, shared: Minutes) -> None:
    propose_correction(minutes=shared, by=table.member, words="We met twice.")
    taken = take_decision(
        item=agenda(MeetingFactory(group=table.panel, under_way=True), 1)[0], by=table.chair, words="Approved."
    )
    with pytest.raises(NotAllowed):
        approve_minutes(minutes=shared, by=table.chair, taken=taken)


def test_approved_minutes_are_frozen_in_the_site_and_in_the_database(table: Table, shared: Minutes) -> None:
    taken = take_decision(
        item=agenda(MeetingFactory(group=table.panel, under_way=True), 1)[0], by=table.chair, words="Approved."
    )
    with pytest.raises(NotAllowed):
        approve_minutes(minutes=shared, by=table.member, taken=taken)
    minutes = approve_minutes(minutes=shared, by=table.chair, taken=taken)
    assert (minutes.state, minutes.approved_version) == ("approved", 1)
    with pytest.raises(NotAllowed):
        write_minutes(meeting=minutes.meeting, by=table.chair, base=1, public_part="Other.")
    for change in (
        lambda: MinutesVersion.objects.update(public_part="Other."),
        lambda: Minutes.objects.update(approved_version=2),
        lambda: MinutesVersion.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert verify().whole


def test_a_decision_of_an_earlier_meeting_or_another_group_approves_nothing(table: Table, shared: Minutes) -> None:
    foreign = MeetingFactory(under_way=True)
    (item,) = agenda(foreign, 1)
    taken = item.taken_decisions.create(words="Approved.", taken_at=timezone.now(), taken_by=table.chair)
    with pytest.raises(NotAllowed):
        approve_minutes(minutes=shared, by=table.chair, taken=taken)


def test_the_group_approves_its_minutes_by_a_decision(table: Table, shared: Minutes) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    with pytest.raises(NotAllowed):
        put_minutes_to_group(minutes=shared, by=table.member, closes_at=tomorrow)
    decision = put_minutes_to_group(minutes=shared, by=table.chair, closes_at=tomorrow)
    everybody = (table.chair, table.co_chair, table.facilitator, table.member, table.carer, table.staff)
    for person in everybody:
        answer_decision(decision=decision, by=person, stance="agree", number=1)
    close_decision(decision=decision, by=table.chair)
    shared.refresh_from_db()
    assert (shared.state, shared.decision) == ("approved", decision.key)
