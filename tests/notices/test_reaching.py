"""Each person is reached by the way and in the format that they chose; one message, not five; nothing at night."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from tests.factories import PersonFactory
from tests.notices.making import NEWS, PLAIN, SECRET, URGENT, Recorder, make_due, place, tell

from equalterms.notices.actions.queueing import queue_notices, withdraw_notices_about
from equalterms.notices.actions.wishing import say_wishes, stop_kinds
from equalterms.notices.delivery.email import EmailCarrier
from equalterms.notices.delivery.gathering import gather
from equalterms.notices.delivery.running import send_due
from equalterms.notices.models import Message, Notice
from equalterms.notices.queries.reaching import reach_of
from equalterms.people.actions.access_needs import answer_need
from equalterms.people.models import Consent, Person, Support
from equalterms.people.vocabulary import ConsentKind, ConsentWay

pytestmark = pytest.mark.django_db


def wish(person: Person, **said: Any) -> None:
    nothing = {"way": "", "post_to": "", "quiet_from": None, "quiet_until": None, "daily": [], "stopped": []}
    say_wishes(**{**nothing, **said}, by=person)


def needs(person: Person, *contact: str, formats: tuple[str, ...] = ()) -> None:
    answer_need(group="contact", chosen=list(contact), words="", by=person)
    answer_need(group="format", chosen=list(formats), words="", by=person)


def support(person: Person, supporter: Person) -> None:
    consent = Consent.objects.create(
        person=person,
        kind=ConsentKind.SUPPORTER,
        way=ConsentWay.PHONE,
        given_on=timezone.localdate(),
        recorded_by=person,
    )
    now = timezone.now()
    Support.objects.create(
        person=person, supporter=supporter, supporter_name=supporter.name, supporter_email=supporter.email,
        consent=consent, named_at=now, agreed_at=now,
    )  # fmt: skip


def sent_to(person: Person, *kinds: Any) -> list[Any]:
    where, recorder = place(), Recorder()
    for kind in kinds:
        tell(person, kind, where=where, subject=f"About {kind.label}")
    make_due()
    send_due([EmailCarrier(recorder)])
    return recorder.sent


def test_access_needs_decide_the_way_and_the_size_of_print_without_being_asked_twice() -> None:
    person = PersonFactory()
    assert reach_of(person).way == "email"
    needs(person, "letter_large", formats=("large_print_24",))
    reach = reach_of(person)
    assert (reach.way, reach.points) == ("letter", 24)


def test_a_wish_on_the_page_of_messages_goes_before_access_needs() -> None:
    person = PersonFactory(phone="01632 960100")
    needs(person, "letter")
    wish(person, way="phone")
    assert (reach_of(person).way, reach_of(person).address) == ("phone", "01632 960100")


def test_somebody_without_email_is_reached_through_their_supporter_else_by_phone_unless_they_refuse_calls() -> None:
    person, supporter = PersonFactory(without_email=True, phone="01632 960100"), PersonFactory(name="Tom")
    assert reach_of(person).way == "phone"
    needs(person, "no_phone")
    assert reach_of(person).way == ""
    support(person, supporter)
    assert (reach_of(person).way, reach_of(person).address, reach_of(person).supporter) == (
        "supporter", supporter.email, "Tom",
    )  # fmt: skip


def test_text_messages_are_never_chosen_where_the_site_cannot_send_any() -> None:
    person = PersonFactory(phone="07700 900123")
    needs(person, "text_message")
    assert reach_of(person).way == "email"


def test_a_message_to_a_supporter_says_whom_it_is_for() -> None:
    person, supporter = PersonFactory(name="Edith", without_email=True), PersonFactory(name="Tom")
    support(person, supporter)
    [mail] = sent_to(person, PLAIN)
    assert mail.to == [supporter.email]
    assert "Hello Tom," in mail.body
    assert "You support Edith. This message is for them." in mail.body


def test_what_comes_together_is_one_message() -> None:
    [mail] = sent_to(PersonFactory(), PLAIN, NEWS, PLAIN)
    assert mail.subject.startswith("3 messages from Council ")
    assert mail.body.count("Twelve pages.") == 3


def test_what_falls_due_soon_comes_along_and_what_is_later_does_not() -> None:
    person, where = PersonFactory(), place()
    for minutes in (0, 5, 90):
        tell(person, where=where)
        Notice.objects.filter(pk=Notice.objects.latest("pk").pk).update(
            due_at=timezone.now() + timedelta(minutes=minutes)
        )
    assert gather() == 1
    assert Message.objects.get().notices.count() == 2


def test_the_same_thing_is_said_once_however_often_it_is_queued() -> None:
    person, where = PersonFactory(), place()
    about = where.organisation
    first = tell(person, where=where, about=about)
    assert tell(person, where=where, about=about) == first
    assert tell(person, where=where, about=about, once="2") != first
    both = queue_notices(to=[person, person], kind=PLAIN, subject="x", parts=[], place=where, by=None, about=about)
    assert len(both) == 1


def test_nothing_private_stands_in_a_subject_nor_leaves_the_site() -> None:
    person, where, recorder = PersonFactory(), place(name="Northshire panel"), Recorder()
    tell(person, SECRET, where=where, subject="Your tumour", parts=["Malignant."])
    make_due()
    send_due([EmailCarrier(recorder)])
    [mail] = recorder.sent
    assert mail.subject == "There is something new for you in Northshire panel"
    assert "tumour" not in str(mail.message())
    assert "Malignant" not in str(mail.message())
    assert "/me/notices/" in mail.body


def test_a_place_that_is_not_public_is_not_named() -> None:
    person, where, recorder = PersonFactory(), place(name="Northshire Council"), Recorder()
    hidden = type(where)("groups.group", "nosuchgroup1", "Survivors", where.organisation)
    tell(person, where=hidden, subject="Survivors meet on Monday")
    send_due([EmailCarrier(recorder)])
    assert recorder.sent[0].subject == "There is something new for you in Northshire Council"


def test_a_kind_that_can_be_stopped_says_how_and_a_program_can_do_it_with_one_request(client: Any) -> None:
    person = PersonFactory()
    [mail] = sent_to(person, NEWS)
    stop = mail.extra_headers["List-Unsubscribe"].strip("<>")
    assert stop in mail.body
    assert client.get(stop).status_code == 200
    assert person.notices.get().due_at is not None
    answer = client.post(stop, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert sent_to(person, NEWS) == []
    assert Notice.objects.filter(to=person).count() == 2, "it still stands on the person's page"
    assert "List-Unsubscribe" not in sent_to(person, PLAIN)[0].extra_headers


def test_what_cannot_be_stopped_is_not_stopped_by_anybody() -> None:
    person = PersonFactory()
    stop_kinds(person=person, kinds=[PLAIN.code], by=person)
    assert len(sent_to(person, PLAIN)) == 1


def test_at_night_nothing_goes_out_but_what_cannot_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    person, where, recorder = PersonFactory(), place(), Recorder()
    night = datetime(2026, 11, 3, 23, 30, tzinfo=ZoneInfo("Europe/London"))
    monkeypatch.setattr(timezone, "now", lambda: night)
    tell(person, PLAIN, where=where)
    tell(person, URGENT, where=where, subject="Called off")
    send_due([EmailCarrier(recorder)])
    assert [mail.subject for mail in recorder.sent] == ["Called off"]
    assert Notice.objects.get(kind=PLAIN.code).due_at == datetime(2026, 11, 4, 8, tzinfo=ZoneInfo("Europe/London"))


def test_who_wishes_for_one_message_a_day_gets_it_at_nine(monkeypatch: pytest.MonkeyPatch) -> None:
    person = PersonFactory()
    wish(person, daily=[NEWS.code], quiet_from=time(21), quiet_until=time(8))
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 3, 10, tzinfo=ZoneInfo("Europe/London")))
    assert tell(person, NEWS).due_at == datetime(2026, 11, 4, 9, tzinfo=ZoneInfo("Europe/London"))


def test_what_is_taken_back_before_it_goes_out_is_never_sent() -> None:
    person, where, recorder = PersonFactory(), place(), Recorder()
    tell(person, where=where, about=where.organisation)
    tell(person, where=where)
    gather()
    assert withdraw_notices_about(where.organisation, by=None) == 1
    send_due([EmailCarrier(recorder)])
    assert recorder.sent[0].body.count("Twelve pages.") == 1
    tell(person, where=where, about=where.organisation, once="2")
    gather()
    withdraw_notices_about(where.organisation, by=None)
    assert send_due([EmailCarrier(Recorder())]) == {}
    assert Message.objects.latest("pk").state == "withdrawn"


def test_somebody_whom_nobody_can_reach_is_held_back_until_they_say_how() -> None:
    person = PersonFactory(without_email=True)
    tell(person)
    gather()
    assert Message.objects.get().state == "held"
    wish(person, way="letter", post_to="1 High Street\nTown")
    assert Message.objects.get().state == "to_print"


def test_a_person_who_left_is_told_nothing_more() -> None:
    person = PersonFactory()
    tell(person)
    Person.objects.update(is_active=False)
    assert send_due([EmailCarrier(Recorder())]) == {}
