"""My messages, my wishes and my calendar, as I see them and as nobody else does."""

from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories import GroupFactory, PersonFactory
from tests.notices.making import NEWS, PLAIN, SECRET, Recorder, make_due, place, tell

from equalterms.notices import calendars, kinds, tasks
from equalterms.notices.actions.feeds import end_feed, renew_feed
from equalterms.notices.calendars import CalendarEntry, CalendarProvider
from equalterms.notices.delivery.email import EmailCarrier
from equalterms.notices.delivery.running import send_due
from equalterms.notices.models import Message, Notice, Wishes
from equalterms.notices.queries.feeds import own_secret
from equalterms.notices.wording import facts, points
from equalterms.people.exceptions import NotAllowed

pytestmark = pytest.mark.django_db
RIGHT = {"way": "needs", "post_to": "", "quiet_from": "none", "quiet_until": "none"}


def text(client: Any, url: str) -> str:
    return " ".join(client.get(url).content.decode().split())


def test_i_read_what_was_said_to_me_also_the_private_words_and_nobody_else_does(as_person: Any) -> None:
    me = PersonFactory()
    notice = tell(me, SECRET, subject="About you", parts=["In private.", points("one"), facts(("When", "Monday"))])
    make_due()
    send_due([EmailCarrier(Recorder())])
    url = reverse("notices:notice", args=[notice.key])
    client = as_person(me)
    page = text(client, url)
    assert "In private." in page
    assert "Monday" in page
    assert "Sent by e-mail" in text(client, reverse("notices:mine"))
    assert as_person(PersonFactory()).get(url).status_code == 404


def test_what_was_taken_back_is_not_shown(as_person: Any) -> None:
    me = PersonFactory()
    notice = tell(me)
    Notice.objects.update(withdrawn_at=datetime.now(UTC))
    assert as_person(me).get(reverse("notices:notice", args=[notice.key])).status_code == 404


def test_my_messages_cost_as_many_queries_with_twenty_as_with_one(as_person: Any) -> None:
    me, counts = PersonFactory(), []
    client = as_person(me)
    client.get(reverse("notices:mine"))
    for number in (1, 19):
        for _each in range(number):
            tell(me)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("notices:mine"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_my_wishes_are_kept_and_shown(as_person: Any) -> None:
    me = PersonFactory()
    client = as_person(me)
    said = {**RIGHT, "way": "letter", "post_to": "3 Wharf Lane", "quiet_from": "20:00", "quiet_until": "07:00"}
    assert client.post(reverse("notices:wishes"), {**said, "stopped": [NEWS.code]}).status_code == 302
    page = text(client, reverse("notices:mine"))
    assert "Letter, in print of 14 points" in page
    assert "From 8 pm until 7 am" in page
    assert "News" in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"way": "letter"}, "Write the address to which letters shall go"),
        ({"quiet_from": "20:00"}, "Choose both hours"),
        ({"quiet_from": "20:00", "quiet_until": "20:00"}, "other than the first"),
        ({"way": "pigeon"}, "Choose one of the answers shown for"),
        ({"stopped": [PLAIN.code]}, "Choose one of the answers shown for"),
        ({"post_to": "x\x00y"}, "Null characters are not allowed"),
        ({"post_to": "x" * 501}, "can have at most 500 letters"),
    ],
)
def test_wishes_that_cannot_be_are_refused_in_words_and_nothing_is_lost(
    as_person: Any, wrong: dict[str, Any], words: str
) -> None:
    answer = as_person(PersonFactory()).post(reverse("notices:wishes"), {**RIGHT, **wrong})
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not Wishes.objects.exists()


def test_a_link_to_stop_that_somebody_changed_leads_nowhere(client: Any) -> None:
    assert client.get(reverse("notices:stop", args=["WyJrMyJd:1abc:xyz"])).status_code == 404
    assert client.post(reverse("notices:stop", args=["x" * 3000])).status_code == 404


@pytest.fixture
def meetings(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """One meeting for whoever asks, and one in public; returns who asked."""
    asked: list[Any] = []
    noon = datetime(2026, 12, 1, 12, tzinfo=UTC)

    def entry(summary: str) -> CalendarEntry:
        return CalendarEntry(f"{summary}@here", 0, noon, noon + timedelta(hours=2), summary, noon)

    def for_person(person: Any) -> list[CalendarEntry]:
        asked.append(person)
        return [entry("Mine"), entry("Everybodys")]

    def for_place(kind: str, key: str) -> list[CalendarEntry]:
        asked.append((kind, key))
        return [entry("Everybodys")]

    monkeypatch.setattr(calendars, "_providers", {"meetings": CalendarProvider(for_person, for_place)})
    return asked


def summaries(answer: Any) -> list[str]:
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return sorted(str(event["summary"]) for event in icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_my_feed_opens_by_its_address_alone_until_it_is_renewed_or_ended(
    client: Any, as_person: Any, meetings: list[Any]
) -> None:
    me = PersonFactory()
    as_person(me).post(reverse("notices:renew_calendar"))
    first = reverse("notices:personal_calendar", args=[own_secret(me)])
    assert summaries(client.get(first)) == ["Everybodys", "Mine"]
    assert meetings == [me]
    assert first in text(as_person(me), reverse("notices:my_calendar"))
    renew_feed(by=me)
    second = reverse("notices:personal_calendar", args=[own_secret(me)])
    assert client.get(second).status_code == 200
    absent = client.get(reverse("notices:personal_calendar", args=["nobodys"]))
    assert client.get(first).status_code == absent.status_code == 404
    old = first.rpartition("/")[2]
    assert client.get(first).content.decode().replace(old, "nobodys.ics") == absent.content.decode()
    end_feed(by=me)
    assert client.get(second).status_code == 404


def test_a_supporter_neither_sees_nor_renews_the_address(as_person: Any) -> None:
    me = PersonFactory()
    me.entered_by = PersonFactory()
    for act in (renew_feed, end_feed):
        with pytest.raises(NotAllowed):
            act(by=me)


def test_the_secret_of_a_feed_does_not_stand_in_the_database(settings: Any) -> None:
    me = PersonFactory()
    feed = renew_feed(by=me)
    secret = own_secret(me)
    assert secret
    assert secret not in (feed.seed, feed.digest)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    assert own_secret(me) == secret, "while the site changes its key, the address can still be shown"
    settings.SECRET_KEY_FALLBACKS = []
    assert own_secret(me) == ""


def test_public_feeds_are_of_public_groups_and_organisations_only(client: Any, meetings: list[Any]) -> None:
    public, private = GroupFactory(), GroupFactory(private=True)
    assert summaries(client.get(reverse("notices:group_calendar", args=[public.key]))) == ["Everybodys"]
    assert summaries(
        client.get(reverse("notices:organisation_calendar", args=[public.organisation.slug]))
    ) == ["Everybodys"]  # fmt: skip
    answers = [client.get(reverse("notices:group_calendar", args=[key])) for key in (private.key, "a" * 12)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content.decode().replace(private.key, "a" * 12) == answers[1].content.decode()
    assert ("groups.group", private.key) not in meetings


def test_two_kinds_cannot_have_one_name() -> None:
    with pytest.raises(ValueError, match="two kinds"):
        kinds.register(kinds.NoticeKind(PLAIN.code, "Something else"))
    assert kinds.kind_of("gone.kind").private, "what no room knows any more is shown to nobody"


@pytest.mark.django_db(transaction=True)
def test_the_worker_begins_a_round_only_when_something_is_due(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    assert not tasks.begin_sending()
    tell(PersonFactory(), where=place())
    assert tasks.begin_sending()
    assert not tasks.begin_sending(), "one round is queued already"


def test_what_was_said_long_ago_is_erased() -> None:
    tell(PersonFactory())
    send_due([EmailCarrier(Recorder())])
    assert tasks.clear_old_notices.call() == 0
    old = datetime.now(UTC) - timedelta(days=401)
    Notice.objects.update(queued_at=old)
    Message.objects.update(made_at=old)
    assert tasks.clear_old_notices.call() == 1
    assert not Message.objects.exists()
