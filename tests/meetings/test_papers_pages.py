"""Pages of papers: one's own format first, words and files made safe, and queries that do not grow with them."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.documents import making
from tests.meetings.papers_place import Place, build_place, item_of

from equalterms.design.written import written
from equalterms.meetings.actions.papers import make_ready
from equalterms.meetings.models import AgendaItem, Paper, PaperVersion
from equalterms.meetings.queries.papers_record import papers_record
from equalterms.meetings.queries.search import found_by
from equalterms.people.models import Person

AsPerson = Callable[[Person | None], Client]


@pytest.fixture
def place(db: None) -> Place:
    return build_place()


def page(client: Client, name: str, *args: str) -> str:
    return client.get(reverse(f"meetings:{name}", args=args)).content.decode()


def test_the_format_that_i_need_stands_first(place: Place, as_person: AsPerson) -> None:
    paper = place.paper()
    place.ready(paper)
    place.ready(paper, "easy_read", "Buses are late.")
    mine = page(as_person(place.reader), "papers", place.meeting.key)
    assert mine.index("Easy read (yours)") < mine.index(">Standard<")
    others = page(as_person(place.fellow), "papers", place.meeting.key)
    assert others.index(">Standard<") < others.index(">Easy read<")
    assert "Buses are late." in page(as_person(place.reader), "paper", paper.key)


def test_words_become_headings_and_lists_and_nothing_that_a_browser_carries_out() -> None:
    html = written("# Big\n\n- one\n- two\n\n1. first\n\n**Strong** & <script>alert(1)</script>\nnext", level=3)
    assert html == (
        "<h3>Big</h3><ul><li>one</li><li>two</li></ul><ol><li>first</li></ol>"
        "<p><strong>Strong</strong> &amp; &lt;script&gt;alert(1)&lt;/script&gt;<br>next</p>"
    )


def test_a_file_is_made_safe_and_given_out_as_a_download(place: Place, as_person: AsPerson) -> None:
    paper = place.paper()
    sent = SimpleUploadedFile("photo.exe", making.picture_with_place())
    address = reverse("meetings:paper_format", args=[paper.key, "easy_read"])
    assert as_person(place.facilitator).post(address, {"file": sent}).status_code == 302
    version = PaperVersion.objects.get(paper=paper, format="easy_read")
    answer = Client().get(reverse("meetings:paper_file", args=[version.key]))
    content = b"".join(answer.streaming_content)
    assert b"SecretCamera" not in content
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert version.file_name == "photo.jpg"


@pytest.mark.parametrize(
    "content", [b"<html><script>1</script>", making.png_that_says(50_000, 50_000)], ids=["page", "png"]
)
def test_a_hostile_file_is_refused_in_words_and_what_was_typed_stays(
    place: Place, as_person: AsPerson, content: bytes
) -> None:
    paper = place.paper()
    sent = {"file": SimpleUploadedFile("notes.png", content), "how_to_get": "Ask Sam"}
    answer = as_person(place.facilitator).post(reverse("meetings:paper_format", args=[paper.key, "audio"]), sent)
    assert answer.status_code == 200
    assert "Ask Sam" in answer.content.decode()
    assert not PaperVersion.objects.filter(paper=paper, ready_at__isnull=False).exists()


def test_the_papers_of_a_closed_item_are_for_members(place: Place, as_person: AsPerson) -> None:
    paper = place.paper()
    place.ready(paper)
    AgendaItem.objects.filter(pk=place.item.pk).update(closed=True, closed_because="It is about a person.")
    address = reverse("meetings:paper", args=[paper.key])
    assert as_person(place.reader).get(address).status_code == 200
    for person in (None, place.outsider, place.administrator):
        assert as_person(person).get(address).status_code == 404
    assert "A paper on buses" not in page(Client(), "papers", place.meeting.key)


def test_a_paper_of_a_private_group_looks_like_one_that_is_not_there(as_person: AsPerson, db: None) -> None:
    place = build_place(private=True)
    paper = place.paper()
    place.ready(paper)
    for name, key in (("paper", paper.key), ("papers", place.meeting.key)):
        address = reverse(f"meetings:{name}", args=[key])
        assert {as_person(person).get(address).status_code for person in (None, place.administrator)} == {404}


def test_many_papers_cost_no_more_queries_than_one(place: Place, as_person: AsPerson) -> None:
    client, address = as_person(place.reader), reverse("meetings:papers", args=[place.meeting.key])
    place.ready(place.paper())
    counts = []
    for again in range(2):
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address)
        counts.append(len(queries))
        for number in range(4):
            place.item = item_of(place.meeting, place.fellow, f"Item {number}", position=50 + 10 * again + number)
            place.ready(place.paper(title=f"Paper {number}"))
    assert counts[0] == counts[1]


def test_a_search_finds_papers_that_one_may_read(place: Place) -> None:
    paper = place.paper()
    make_ready(paper=paper, format="standard", by=place.facilitator, words="Wheelchair ramps on every bus")
    assert [each.title for each in found_by(None, "wheelchair ramps") if each.kind == "Paper"] == [paper.title]
    AgendaItem.objects.filter(pk=place.item.pk).update(closed=True, closed_because="It is about a person.")
    assert found_by(None, "wheelchair ramps") == []


def test_the_record_of_a_year_counts_what_came_late_and_what_never_came(place: Place) -> None:
    late = place.late_in_easy_read()
    place.bring_near(-1)
    records = {each.format: each for each in papers_record(None, place.group.key)[1]}
    assert (records["standard"].in_time, records["easy_read"].never) == (1, 1)
    PaperVersion.objects.filter(paper=late, format="easy_read").update(ready_at=late.added_at, late_by=2)
    records = {each.format: each for each in papers_record(None, place.group.key)[1]}
    assert (records["easy_read"].late, records["easy_read"].never) == (1, 0)
    assert Paper.objects.count() == 1
