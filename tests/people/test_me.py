"""A person's own page: what is known, changing it, sessions, access needs, what waits, and taking data along."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from tests.factories import PersonFactory

from equalterms.ledger.models import Event
from equalterms.people.actions.access_needs import answer_need, share_needs
from equalterms.people.models import AccessNeeds, Mail, Person, SignedInSession
from equalterms.people.queries.access_needs import access_needs_shared_with
from equalterms.people.queries.my_data import my_data
from equalterms.people.queries.waiting import happened_for, waiting_for
from equalterms.people.tasks import clear_old_things, send_mail_waiting
from equalterms.people.vocabulary import NeedGroup, Relation, Sharing

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(visitor: Any) -> Person:
    person = PersonFactory(name="Sam Reed")
    visitor.sign_in(person)
    return person


def test_everything_about_me_is_on_my_page(visitor: Any, sam: Person) -> None:
    page = visitor.text("/me/")
    for words in ("Sam Reed", sam.email, "You have not told us yet", "Nobody acts for you", "one device", "no passkey"):
        assert words in page


def test_an_address_changes_only_after_a_code(visitor: Any, sam: Person, mails: Any) -> None:
    old = sam.email
    visitor.client.post("/me/email/", {"email": "new@example.org"})
    sam.refresh_from_db()
    assert sam.email == old
    visitor.client.post("/me/email/code/", {"code": mails.code("new@example.org")})
    sam.refresh_from_db()
    assert sam.email == "new@example.org"
    assert "was changed" in mails.latest(old).subject
    visitor.client.post("/sign-out/")
    visitor.sign_in(sam)
    assert visitor.is_signed_in()
    visitor.client.post("/sign-out/")
    visitor.ask_for_code(old)
    assert "not known here" in mails.latest(old).body


def test_an_address_of_somebody_else_cannot_be_taken(visitor: Any, sam: Person, mails: Any) -> None:
    other = PersonFactory(email="other@example.org")
    asked = visitor.client.post("/me/email/", {"email": "Other@example.org"})
    assert asked.url == "/me/email/code/"  # the same answer as for a free address
    answer = visitor.client.post("/me/email/code/", {"code": mails.code("other@example.org")}, follow=True)
    assert "already belongs to somebody" in answer.content.decode()
    sam.refresh_from_db()
    assert sam.email != other.email


def test_a_session_ended_elsewhere_is_over_at_once(visitor: Any, another_visitor: Any, sam: Person) -> None:
    another_visitor.sign_in(sam)
    assert another_visitor.is_signed_in()
    theirs = SignedInSession.objects.exclude(session_key=visitor.client.session.session_key).get()
    assert "Whoever uses that browser" in visitor.text(f"/me/sessions/{theirs.key}/end/")
    visitor.client.post(f"/me/sessions/{theirs.key}/end/")
    assert not another_visitor.is_signed_in()
    assert visitor.is_signed_in()


def test_all_other_sessions_end_together(visitor: Any, another_visitor: Any, sam: Person) -> None:
    another_visitor.sign_in(sam)
    another_visitor.text("/me/")
    assert "You stay signed in here" in visitor.text("/me/sessions/end-others/")
    visitor.client.post("/me/sessions/end-others/")
    assert not another_visitor.is_signed_in()
    assert visitor.is_signed_in()
    assert Event.objects.get(verb="session.ended").facts == {"sessions": 1}


def test_nobody_can_end_the_session_of_another(visitor: Any, another_visitor: Any, sam: Person) -> None:
    other = PersonFactory()
    another_visitor.sign_in(other)
    another_visitor.text("/me/")
    theirs = SignedInSession.objects.get(person=other)
    assert visitor.client.post(f"/me/sessions/{theirs.key}/end/").status_code == 404
    assert another_visitor.is_signed_in()


def test_needs_are_asked_one_question_a_page_and_shared_as_the_person_says(visitor: Any, sam: Person) -> None:
    url = "/me/needs/contact/?flow"
    for group in NeedGroup.values:
        assert f"/me/needs/{group}/" in url
        chosen = {"format": ["easy_read", "large_print_24"]}.get(group, [])
        url = visitor.client.post(url, {"chosen": chosen, "words": ""}).url
    assert url == "/me/needs/sharing/"
    data = {"sharing": "facilitators", "review_on_day": "1", "review_on_month": "5", "review_on_year": "2027"}
    visitor.client.post(url, data)
    page = visitor.text("/me/needs/")
    assert "Easy read<br>Large print, 24 point" in page
    assert "1 May 2027" in page
    events = Event.objects.filter(actor=sam.key, verb__startswith="access_needs")
    assert events.count() == 6
    assert "easy" not in json.dumps(list(events.values("facts", "reason")))


@pytest.mark.parametrize(
    ("sharing", "relation", "sees"),
    [
        (Sharing.NOBODY, Relation.LEADER, False),
        (Sharing.NOBODY, Relation.ORGANISER, False),
        (Sharing.NOBODY, Relation.SUPPORTER, True),
        (Sharing.FACILITATORS, Relation.LEADER, True),
        (Sharing.FACILITATORS, Relation.ORGANISER, False),
        (Sharing.FACILITATORS, Relation.NONE, False),
        (Sharing.ORGANISERS, Relation.LEADER, True),
        (Sharing.ORGANISERS, Relation.ORGANISER, True),
        (Sharing.ORGANISERS, Relation.NONE, False),
    ],
)
def test_needs_are_seen_only_by_those_with_whom_they_are_shared(sharing: str, relation: str, sees: bool) -> None:
    person = PersonFactory()
    answer_need(group=NeedGroup.FORMAT, chosen=["audio"], words="", by=person)
    share_needs(sharing=sharing, review_on=timezone.localdate() + timedelta(days=10), by=person)
    seen = access_needs_shared_with(PersonFactory(), person, relation=relation)
    assert (seen is not None) is sees
    assert access_needs_shared_with(None, person, relation=Relation.LEADER) is None
    assert access_needs_shared_with(person, person, relation=Relation.NONE) is not None


def test_needing_nothing_is_an_answer_of_its_own(visitor: Any, sam: Person) -> None:
    visitor.client.post("/me/needs/nothing/")
    assert AccessNeeds.objects.get(person=sam).nothing_needed
    assert "You said that you need nothing in particular" in visitor.text("/me/needs/")
    visitor.client.post("/me/needs/format/", {"chosen": ["audio"]})
    assert not AccessNeeds.objects.get(person=sam).nothing_needed


def test_needs_wait_to_be_looked_at_again_when_their_day_comes(visitor: Any, sam: Person) -> None:
    assert [str(item.title) for item in waiting_for(sam)] == ["Tell us what you need to take part"]
    answer_need(group=NeedGroup.FORMAT, chosen=["audio"], words="", by=sam)
    assert waiting_for(sam) == []
    AccessNeeds.objects.update(review_on=timezone.localdate() - timedelta(days=3))
    (item,) = waiting_for(sam)
    assert item.overdue
    assert "Is this still right?" in visitor.text("/me/needs/")
    visitor.client.post("/me/needs/still-right/")
    assert waiting_for(sam) == []
    assert happened_for(sam, timezone.now() - timedelta(days=1)) == []


def test_my_data_is_complete_and_plain(sam: Person) -> None:
    answer_need(group=NeedGroup.FORMAT, chosen=["audio"], words="Please.", by=sam)
    data = json.loads(json.dumps(my_data(sam)))
    assert data["person"]["email"] == sam.email
    assert data["access_needs"]["answers"][0]["chosen"] == ["Audio"]
    assert data["ledger"][0]["verb"] == "access_needs.changed"


def test_a_phone_number_may_begin_with_text_relay(visitor: Any, sam: Person) -> None:
    for number in ("18001 01632 960001", "07700 900123", "+44 (0)1632 960 001"):
        assert visitor.client.post("/me/phone/", {"phone": number}).status_code == 302
    assert "Enter a phone number" in visitor.client.post("/me/phone/", {"phone": "call me"}).content.decode()


def test_mail_is_sent_once_and_its_words_are_erased() -> None:
    waiting = Mail.objects.create(to="sam@example.org", subject="S", body="secret", written_at=timezone.now())
    send_mail_waiting.call(waiting.key)
    send_mail_waiting.call(waiting.key)
    assert [message.body for message in mail.outbox] == ["secret"]
    waiting.refresh_from_db()
    assert waiting.body == ""
    assert waiting.sent_at is not None


def test_mail_is_tried_again_when_the_server_does_not_take_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise ConnectionRefusedError

    waiting = Mail.objects.create(to="sam@example.org", subject="S", body="secret", written_at=timezone.now())
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", refuse)
        assert send_mail_waiting.call(waiting.key) == "not taken"
    waiting.refresh_from_db()
    assert (waiting.attempts, waiting.body) == (1, "secret")
    assert send_mail_waiting.call(waiting.key) == "sent"


def test_old_things_are_cleared() -> None:
    assert clear_old_things.call() == {"drafts": 0, "mails": 0, "sessions": 0}


def test_a_session_from_which_somebody_signed_out_is_no_longer_listed(
    visitor: Any, another_visitor: Any, sam: Person
) -> None:
    another_visitor.sign_in(sam)
    another_visitor.text("/me/")
    assert "End this session" in visitor.text("/me/sessions/")
    signed_out = another_visitor.client.post("/sign-out/")
    assert signed_out.headers["Clear-Site-Data"] == '"cache"'
    assert "You are signed in only here" in visitor.text("/me/sessions/")
