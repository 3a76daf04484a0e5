"""The pack: everything for a meeting in one document, for each reader what they may see and in their own formats."""

import io
import zipfile
from collections.abc import Callable

import page as validator
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories import PersonFactory
from tests.meetings.papers_place import Place, build_place, item_of, meeting_of, needs

from equalterms.engines.press import Document, text
from equalterms.groups.models import Group
from equalterms.groups.vocabulary import Visibility
from equalterms.meetings.actions.papers import say_not_possible
from equalterms.meetings.actions.preparing import propose_carrying, write_note
from equalterms.meetings.models import AgendaItem, Meeting, Minutes, MinutesVersion
from equalterms.meetings.queries import pack as pack_queries
from equalterms.meetings.queries.pack import pack_of
from equalterms.meetings.queries.pack_document import document_of
from equalterms.meetings.views.pack import FORMATS
from equalterms.meetings.vocabulary import MeetingState, MinutesState
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person

AsPerson = Callable[[Person | None], Client]


@pytest.fixture
def place(db: None) -> Place:
    return build_place()


def document(place: Place, person: Person | None) -> Document:
    pack = pack_of(person, place.meeting.key)
    return document_of(pack, when="Tuesday 3 November, 2 pm", whole=lambda path: f"https://site.example{path}")


def told(place: Place, person: Person | None) -> str:
    return " ".join(text(document(place, person)).split())


def minutes_of(place: Place, state: str) -> None:
    Meeting.objects.filter(pk=place.meeting.pk).update(state=MeetingState.HELD, held_at=timezone.now())
    approved = {"approved_version": 1, "approved_at": timezone.now()} if state == MinutesState.APPROVED else {}
    minutes = Minutes.objects.create(
        meeting=place.meeting, state=state, begun_at=timezone.now(), begun_by=place.facilitator, **approved
    )
    MinutesVersion.objects.create(
        minutes=minutes,
        number=1,
        public_part="Buses start earlier.",
        closed_part="Zqclosedqz.",
        easy_read="We met.",
        written_at=timezone.now(),
        written_by=place.facilitator,
    )


def test_pack_holds_the_agenda_and_the_words_of_the_papers(place: Place) -> None:
    place.ready(place.paper(), words="## What we ask\n\nBuses come **late**.")
    for reader in (None, place.outsider, place.fellow):
        said = told(place, reader)
        assert "Tuesday 3 November, 2 pm" in said
        assert "1. Bus passes - What for: For discussion" in said
        assert "They start too late." in said
        assert "Paper: A paper on buses" in said
        assert "What we ask Buses come late." in said


def test_pack_leads_back_to_the_meeting_and_to_each_paper_online(place: Place) -> None:
    paper = place.paper()
    place.ready(paper)
    said = told(place, None)
    assert f"https://site.example/meetings/{place.meeting.key}/" in said
    assert f"https://site.example/meetings/papers/{paper.key}/" in said


def test_way_in_and_names_are_for_members_alone(place: Place) -> None:
    Meeting.objects.filter(pk=place.meeting.pk).update(link="https://call.example/zq", phone="01632 960000")
    own = told(place, place.reader)
    assert "https://call.example/zq" in own
    assert place.fellow.name in own
    assert "only members of the group read" in own
    for reader in (None, place.outsider, place.administrator):
        said = told(place, reader)
        assert "call.example" not in said
        assert "01632 960000" not in said
        assert place.fellow.name not in said


def test_closed_item_shows_its_reason_and_nothing_of_its_papers(place: Place) -> None:
    place.ready(place.paper(title="Zqpaperqz"), words="Zqwordsqz")
    AgendaItem.objects.filter(pk=place.item.pk).update(closed=True, closed_because="About one person", title="Zqitemqz")
    assert "Zqwordsqz" in told(place, place.reader)
    for reader in (None, place.outsider, place.administrator):
        said = told(place, reader)
        assert "About one person" in said
        assert "A closed item" in said
        assert "Zq" not in said


def test_member_gets_a_paper_in_their_own_format_and_others_in_the_standard_one(place: Place) -> None:
    paper = place.paper()
    place.ready(paper, words="The standard words.")
    place.ready(paper, "easy_read", words="The easy words.")
    assert "Easy read, your format The easy words." in told(place, place.reader)
    assert "The standard words." not in told(place, place.reader)
    assert "Standard The standard words." in told(place, place.fellow)


def test_own_format_that_is_late_is_said_and_the_standard_words_stand_there(place: Place) -> None:
    place.late_in_easy_read()
    said = told(place, place.reader)
    assert "Not here in your format: Easy read" in said
    assert "working day" in said.split("Not here in your format")[1]
    assert "Buses come late." in said
    assert "Not here in your format" not in told(place, place.fellow)


def test_everybody_reads_what_is_not_on_equal_terms(place: Place) -> None:
    place.late_in_easy_read()
    assert "Not on equal terms. Not agreed - A paper on buses, Easy read" in told(place, None)


def test_format_that_is_not_possible_says_why_and_what_is_offered(place: Place) -> None:
    paper = place.paper()
    place.ready(paper)
    say_not_possible(
        paper=paper, format="easy_read", by=place.facilitator, because="It is a map.", instead="We go through it."
    )
    said = told(place, place.reader)
    assert "It is a map." in said
    assert "Offered instead: We go through it." in said


def test_paper_that_is_not_there_says_so(place: Place) -> None:
    place.paper()
    assert "This paper is not here yet" in told(place, None)


def test_paper_too_long_for_a_pack_is_left_out_and_said(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_queries, "MOST_LETTERS", 10)
    place.ready(place.paper(), words="Longer than ten letters")
    said = told(place, None)
    assert "Too long to print here" in said
    assert "Longer than ten" not in said


@pytest.mark.parametrize("state", MinutesState.values)
def test_minutes_stand_in_the_pack_of_those_who_may_read_them(place: Place, state: str) -> None:
    minutes_of(place, state)
    approved, shared = state == MinutesState.APPROVED, state != MinutesState.DRAFT
    assert ("Buses start earlier." in told(place, None)) == approved
    assert ("Buses start earlier." in told(place, place.administrator)) == approved
    assert ("Buses start earlier." in told(place, place.fellow)) == shared
    assert ("Zqclosedqz" in told(place, place.fellow)) == shared
    assert "Zqclosedqz" not in told(place, None)


def test_nothing_of_the_preparation_space_is_in_anybodys_pack(place: Place) -> None:
    write_note(meeting=place.meeting, item=place.item, by=place.reader, words="Zqnoteqz", shared=True)
    propose_carrying(meeting=place.meeting, item=place.item, by=place.reader, words="Zqcarryqz")
    for reader in (None, place.outsider, place.manager, place.administrator, place.facilitator, place.reader):
        assert "Zq" not in told(place, reader)


def test_pack_of_a_private_group_looks_like_one_that_is_not_there(place: Place, as_person: AsPerson) -> None:
    Group.objects.filter(pk=place.group.pk).update(visibility=Visibility.MEMBERS)
    for reader in (None, place.outsider, place.administrator):
        with pytest.raises(NotVisible):
            pack_of(reader, place.meeting.key)
        for key in (place.meeting.key, "nosuchkey"):
            assert as_person(reader).get(reverse("meetings:pack", args=[key, "pdf"])).status_code == 404
    assert told(place, place.fellow)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_opens_and_is_what_it_says(place: Place, as_person: AsPerson, format: str) -> None:
    place.ready(place.paper(), words="# One\n\n- two\n #let x = <script> 😀")
    answer = as_person(place.reader).get(reverse("meetings:pack", args=[place.meeting.key, format]))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert f"spring-meeting-{format}." in answer.headers["Content-Disposition"]
    if FORMATS[format].ending == "pdf":
        assert validator.validate_pdf_bytes(answer.content).is_compliant
    elif format == "epub":
        assert zipfile.ZipFile(io.BytesIO(answer.content)).namelist()[0] == "mimetype"
    else:
        assert b"A paper on buses" in answer.content
        assert b"<script" not in answer.content or format == "text"


def test_printable_page_allows_its_own_style_sheet_and_nothing_else(place: Place, as_person: AsPerson) -> None:
    answer = as_person(None).get(reverse("meetings:pack", args=[place.meeting.key, "page"]))
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")
    assert "unsafe" not in policy
    assert b"<style>" in answer.content


def test_format_that_does_not_exist_is_not_found(place: Place, as_person: AsPerson) -> None:
    assert as_person(place.reader).get(f"/meetings/{place.meeting.key}/pack/docm/").status_code == 404


def test_meeting_page_leads_to_every_format_of_the_pack(place: Place, as_person: AsPerson) -> None:
    page = as_person(None).get(reverse("meetings:meeting", args=[place.meeting.key])).content.decode()
    assert all(f"/meetings/{place.meeting.key}/pack/{format}/" in page for format in FORMATS)


def test_pack_asks_the_database_as_often_for_one_paper_as_for_many(
    place: Place, django_assert_max_num_queries: Callable
) -> None:
    def asked(reader: Person) -> int:
        with django_assert_max_num_queries(60) as captured:
            document(place, Person.objects.get(pk=reader.pk))
        return len(captured.captured_queries)

    place.ready(place.paper())
    first = asked(place.reader)
    for at in range(4):
        item = item_of(place.meeting, place.fellow, f"More {at}")
        for paper in ("A", "B"):
            place.item = item
            place.ready(place.paper(title=paper), words="Words")
    assert asked(place.reader) == first


def test_pack_says_that_a_meeting_is_cancelled_or_not_final(place: Place) -> None:
    assert "The agenda is being made." in told(place, None)
    Meeting.objects.filter(pk=place.meeting.pk).update(state=MeetingState.CANCELLED, cancelled_because="Snow")
    assert "This meeting is cancelled Snow" in told(place, None)


def test_pack_of_another_meeting_holds_nothing_of_this_one(place: Place) -> None:
    place.ready(place.paper(), words="Zqwordsqz")
    place.meeting = meeting_of(place.group, title="Autumn meeting")
    assert "Zqwordsqz" not in told(place, place.reader)


def test_reader_who_is_no_member_gets_their_own_format_too(place: Place) -> None:
    paper = place.paper()
    place.ready(paper, words="The standard words.")
    place.ready(paper, "easy_read", words="The easy words.")
    assert "The easy words." in told(place, needs(PersonFactory(), "easy_read", sharing="nobody"))


def test_titles_of_letters_that_cannot_be_printed_stop_no_pack(place: Place, as_person: AsPerson) -> None:
    Meeting.objects.filter(pk=place.meeting.pk).update(title="\u202e\u200e\ufeff")
    AgendaItem.objects.filter(pk=place.item.pk).update(title="\u202e")
    place.ready(place.paper(title="\u2066"), words="# \u202e\n\n## \u2067\n- \u202a")
    answer = as_person(None).get(reverse("meetings:pack", args=[place.meeting.key, "pdf"]))
    assert answer.status_code == 200
    assert validator.validate_pdf_bytes(answer.content).is_compliant
