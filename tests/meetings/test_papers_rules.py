"""When a format is due, who is asked for which, and who may bring a paper."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from tests.factories import join
from tests.meetings.papers_place import Place, at, build_place, meeting_of, needs

from equalterms.meetings.actions.papers import (
    add_paper,
    hand_over_format,
    make_ready,
    say_not_possible,
    set_format_time,
)
from equalterms.meetings.models import FormatTime, Meeting, PaperVersion
from equalterms.meetings.queries.papers import papers_of_meeting
from equalterms.meetings.rules.papers import day_due, days_due, days_late, people_by_format
from equalterms.meetings.vocabulary import MeetingState, Nation
from equalterms.people.exceptions import NotAllowed
from equalterms.people.vocabulary import Sharing

ENGLAND, SCOTLAND, IRELAND = Nation.ENGLAND_AND_WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND


@pytest.fixture
def place(db: None) -> Place:
    return build_place()


@pytest.mark.parametrize(
    ("meets", "days", "nation", "due"),
    [
        # Thursday 12 March: clear are 11, 10, 9, 6, 5 March; due on Wednesday 4 March.
        (date(2026, 3, 12), 5, ENGLAND, date(2026, 3, 4)),
        # Easter 2026: Good Friday 3 April, Easter Monday 6 April. Clear: 8, 7, 2, 1 April, 31 March.
        (date(2026, 4, 9), 5, ENGLAND, date(2026, 3, 30)),
        # Scotland works on Easter Monday. Clear: 8, 7, 6, 2, 1 April.
        (date(2026, 4, 9), 5, SCOTLAND, date(2026, 3, 31)),
        # Saint Patrick's Day, 17 March, is kept in Northern Ireland. Clear: 18, 16, 13, 12, 11 March.
        (date(2026, 3, 19), 5, IRELAND, date(2026, 3, 10)),
        (date(2026, 3, 12), 10, ENGLAND, date(2026, 2, 25)),
    ],
)
def test_a_format_is_due_so_many_clear_working_days_before(meets: date, days: int, nation: str, due: date) -> None:
    assert day_due(meets, days, nation) == due


def test_a_weekend_after_the_due_day_is_not_late_and_the_monday_is() -> None:
    friday = date(2026, 3, 6)
    assert [days_late(friday, friday + timedelta(days=more), ENGLAND) for more in range(5)] == [0, 0, 0, 1, 2]


def test_a_group_gives_a_format_more_days_for_meetings_planned_from_then_on(place: Place) -> None:
    before = days_due(place.meeting)
    set_format_time(group=place.group, by=place.chair, format="easy_read", clear_days=10)
    assert days_due(place.meeting) == before
    later = meeting_of(place.group)
    Meeting.objects.filter(pk=later.pk).update(planned_at=timezone.now())
    later.refresh_from_db()
    due = days_due(later)
    assert due["easy_read"] == day_due(timezone.localtime(later.starts_at).date(), 10, later.nation)
    assert due["easy_read"] < due["standard"]


def test_nobody_goes_below_five_clear_days_or_changes_days_gone_by(place: Place) -> None:
    with pytest.raises(ValidationError, match="fewest"):
        set_format_time(group=place.group, by=place.chair, format="audio", clear_days=4)
    with pytest.raises(ValidationError, match="later day"):
        set_format_time(group=place.group, by=place.chair, format="audio", clear_days=9, since=date(2020, 1, 1))
    for person in (place.reader, place.manager, place.administrator, place.outsider):
        with pytest.raises(NotAllowed):
            set_format_time(group=place.group, by=person, format="audio", clear_days=9)
    assert not FormatTime.objects.exists()


def test_only_shared_needs_of_those_who_sit_there_on_the_day_are_counted(place: Place) -> None:
    needs(join(place.group), "braille_2", sharing=Sharing.NOBODY)
    needs(join(place.group, until=timezone.localdate()), "audio")
    needs(place.outsider, "bsl_video")
    people = people_by_format(place.meeting)
    assert set(people) == {"standard", "easy_read"}
    assert people["easy_read"] == {place.reader.pk}
    assert place.reader.pk not in people["standard"]


def test_one_person_alone_shows_as_needed_and_several_as_a_number_for_members_only(place: Place) -> None:
    place.paper()

    def said(person: object) -> str:
        line = papers_of_meeting(person, place.meeting.key).items[0].papers[0]
        return line.by_format["easy_read"].needed

    assert said(place.chair) == said(None) == "needed"
    needs(join(place.group), "easy_read")
    assert said(place.chair) == "needed by 2"
    assert said(None) == said(place.outsider) == "needed"


def test_those_who_lead_the_proposer_and_the_owner_bring_papers_and_nobody_else(place: Place) -> None:
    for person in (place.chair, place.facilitator, place.fellow):
        assert add_paper(item=place.item, by=person, title="Mine")
    paper = place.paper(owner=place.manager)
    make_ready(paper=paper, format="standard", by=place.manager, words="Numbers")
    for person in (place.reader, place.administrator, place.outsider):
        with pytest.raises(NotAllowed):
            add_paper(item=place.item, by=person, title="No")
        with pytest.raises(NotAllowed):
            make_ready(paper=paper, format="easy_read", by=person, words="No")
    hand_over_format(paper=paper, format="easy_read", by=place.chair, owner=place.reader)
    assert make_ready(paper=paper, format="easy_read", by=place.reader, words="Yes")
    with pytest.raises(NotAllowed):
        make_ready(paper=paper, format="audio", by=place.reader, link="https://example.org/a")


def test_only_somebody_of_the_group_can_be_asked_to_make_a_paper(place: Place) -> None:
    with pytest.raises(ValidationError):
        place.paper(owner=place.outsider)
    paper = place.paper()
    with pytest.raises(ValidationError):
        hand_over_format(paper=paper, format="easy_read", by=place.chair, owner=place.administrator)


def test_a_paper_stays_as_it_is_once_the_meeting_has_begun(place: Place) -> None:
    paper = place.paper()
    place.begins()
    paper.refresh_from_db()
    with pytest.raises(NotAllowed, match="has begun"):
        make_ready(paper=paper, format="standard", by=place.facilitator, words="Late")


def test_how_late_a_paper_came_stays_for_good(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = place.paper()
    due = days_due(place.meeting)["easy_read"]
    third = due
    while days_late(due, third, ENGLAND) < 3:
        third += timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: datetime(third.year, third.month, third.day, 12, tzinfo=UTC))
    version = place.ready(paper, "easy_read")
    assert version.late_by == 3
    again = place.ready(paper, "easy_read", "Better words.")
    assert (again.late_by, again.words, again.changed_at is not None) == (3, "Better words.", True)
    Meeting.objects.filter(pk=place.meeting.pk).update(starts_at=at(third + timedelta(days=90)), ends_at=at(
        third + timedelta(days=91)), state=MeetingState.PLANNED)  # fmt: skip
    face = papers_of_meeting(None, place.meeting.key).items[0].papers[0].by_format["easy_read"]
    assert (face.words, face.came_late) == ("Ready", "came 3 working days late")


def test_words_on_the_page_are_there_for_screen_readers_too(place: Place) -> None:
    needs(join(place.group), "screen_reader")
    paper = place.paper()
    place.ready(paper)
    assert PaperVersion.objects.get(paper=paper, format="screen_reader").words == "Buses come late."


def test_not_possible_says_why_and_what_is_offered_instead(place: Place) -> None:
    paper = place.paper()
    with pytest.raises(ValidationError):
        say_not_possible(paper=paper, format="easy_read", by=place.chair, because="No time", instead=" ")
    version = say_not_possible(paper=paper, format="easy_read", by=place.chair, because="No time", instead="A talk")
    face = papers_of_meeting(None, place.meeting.key).items[0].papers[0].by_format["easy_read"]
    assert (face.words, face.version, version.ready_at) == ("Not possible", version, None)
