"""GOV.UK Notify: only when set up, only texts and letters, and each refusal in words. Against a server of our own."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from tests.factories import PersonFactory
from tests.notices.making import SECRET, make_due, place, tell

from equalterms.notices.actions.wishing import say_wishes
from equalterms.notices.delivery.govuk import notify_carriers
from equalterms.notices.delivery.running import send_due
from equalterms.notices.models import Message
from equalterms.notices.queries.reaching import reach_of
from equalterms.notices.vocabulary import Trouble
from equalterms.people.actions.access_needs import answer_need
from equalterms.site.environment import EXAMPLE_ID, notify_from

SERVICE, SECRET_PART = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"test-{SERVICE}-{SECRET_PART}"


class Notify(BaseHTTPRequestHandler):
    """Answers as Notify does, or with what `fails` says: (status, errors)."""

    asked: list[dict[str, Any]]
    fails: tuple[int, list[dict[str, str]]] | None

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).asked.append({"path": self.path, "token": self.headers["Authorization"], **body})
        status, answer = 201, {"id": "740e5834-3a29-46b4-9a6f-16142fde533a"}
        if self.fails is not None:
            status, answer = self.fails[0], {"status_code": self.fails[0], "errors": self.fails[1]}
        words = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, *args: object) -> None: ...


@pytest.fixture
def notify(settings: Any) -> Iterator[type[Notify]]:
    handler = type("Handler", (Notify,), {"asked": [], "fails": None})
    server = HTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    settings.GOVUK_NOTIFY = {
        "api_key": KEY, "text_template": EXAMPLE_ID, "letter_template": EXAMPLE_ID,
        "url": f"http://127.0.0.1:{server.server_address[1]}",
    }  # fmt: skip
    yield handler
    server.shutdown()


def wishes_for(way: str, **more: Any) -> Any:
    person = PersonFactory(name="Edith Whitlock", phone="07700 900123")
    wishes = {"post_to": "", "quiet_from": None, "quiet_until": None, "daily": [], "stopped": []} | more
    say_wishes(way=way, **wishes, by=person)
    return person


@pytest.mark.django_db
def test_a_text_goes_through_notify_with_the_subject_and_where_to_read_on(notify: type[Notify]) -> None:
    tell(wishes_for("text"), link="/groups/k3/")
    assert send_due() == {"sent": 1}
    [asked] = notify.asked
    assert asked["path"] == "/v2/notifications/sms"
    assert asked["phone_number"] == "07700 900123"
    assert asked["personalisation"]["message"].startswith("The papers are ready http")
    assert asked["personalisation"]["message"].endswith("/groups/k3/")
    assert asked["reference"] == Message.objects.get().key
    assert Message.objects.get().reference == "740e5834-3a29-46b4-9a6f-16142fde533a"


@pytest.mark.django_db
def test_a_letter_goes_through_notify_whole_even_where_it_is_private_for_nobody_else_opens_it(
    notify: type[Notify],
) -> None:
    person = wishes_for("letter", post_to="3 Wharf Lane\nAlderbridge\nNS1 2PD")
    tell(person, SECRET, subject="About you", parts=["A word in private."])
    make_due()
    send_due()
    [asked] = notify.asked
    assert asked["path"] == "/v2/notifications/letter"
    words = asked["personalisation"]
    assert [words[f"address_line_{number}"] for number in (1, 2, 4)] == ["Edith Whitlock", "3 Wharf Lane", "NS1 2PD"]
    assert "A word in private." in words["message"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "errors", "state", "trouble"),
    [
        (400, [{"error": "ValidationError", "message": "phone_number Not a UK mobile number"}], "failed",
         Trouble.NOTIFY_REFUSED),
        (400, [{"error": "BadRequestError", "message": "Template not found"}], "queued", Trouble.NOTIFY_SETTINGS),
        (403, [{"error": "AuthError", "message": "Invalid token"}], "queued", Trouble.NOTIFY_SETTINGS),
        (429, [{"error": "RateLimitError", "message": "Exceeded rate limit"}], "queued", Trouble.NOTIFY_AWAY),
        (500, [{"error": "Exception", "message": "Internal server error"}], "queued", Trouble.NOTIFY_AWAY),
    ],
)  # fmt: skip
def test_what_notify_does_not_take_says_why(
    notify: type[Notify], status: int, errors: list[dict[str, str]], state: str, trouble: str
) -> None:
    notify.fails = (status, errors)
    tell(wishes_for("text"))
    send_due()
    message = Message.objects.get()
    assert (message.state, message.trouble) == (state, trouble)


@pytest.mark.django_db
def test_a_notify_that_does_not_answer_is_tried_again_later(settings: Any, notify: type[Notify]) -> None:
    settings.GOVUK_NOTIFY = {**settings.GOVUK_NOTIFY, "url": "http://127.0.0.1:9"}
    person, where = wishes_for("text"), place()
    tell(person, where=where)
    send_due()
    assert (Message.objects.get().state, Message.objects.get().trouble) == ("queued", Trouble.NOTIFY_AWAY)


@pytest.mark.django_db
def test_without_settings_nothing_is_made_and_nobody_is_asked(settings: Any) -> None:
    assert settings.GOVUK_NOTIFY is None
    assert notify_carriers() == []
    person = PersonFactory(phone="07700 900123")
    answer_need(group="contact", chosen=["text_message"], words="", by=person)
    assert reach_of(person).way == "email"


def test_settings_that_are_right_are_read() -> None:
    given = {"GOVUK_NOTIFY_API_KEY": KEY, "GOVUK_NOTIFY_TEXT_TEMPLATE": EXAMPLE_ID}
    read = notify_from(given, "production")
    assert read is not None
    assert read["url"] == "https://api.notifications.service.gov.uk"
    assert notify_from({}, "production") is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"GOVUK_NOTIFY_API_KEY": "secret"}, "two long codes"),
        ({"GOVUK_NOTIFY_TEXT_TEMPLATE": EXAMPLE_ID, "GOVUK_NOTIFY_API_KEY": ""}, "GOVUK_NOTIFY_API_KEY is missing"),
        ({"GOVUK_NOTIFY_TEXT_TEMPLATE": ""}, "GOVUK_NOTIFY_LETTER_TEMPLATE or both"),
        ({"GOVUK_NOTIFY_LETTER_TEMPLATE": "letter"}, "no template ID"),
        ({"GOVUK_NOTIFY_URL": "http://example.org"}, "must start with https"),
    ],
)
def test_settings_that_are_wrong_are_refused_and_say_why(wrong: dict[str, str], words: str) -> None:
    given = {"GOVUK_NOTIFY_API_KEY": KEY, "GOVUK_NOTIFY_TEXT_TEMPLATE": EXAMPLE_ID} | wrong
    with pytest.raises(ImproperlyConfigured, match=words):
        notify_from(given, "production")


def test_a_demo_never_sends_anything_through_notify() -> None:
    with pytest.raises(ImproperlyConfigured, match="send nothing"):
        notify_from({"GOVUK_NOTIFY_API_KEY": KEY, "GOVUK_NOTIFY_TEXT_TEMPLATE": EXAMPLE_ID}, "demo")
