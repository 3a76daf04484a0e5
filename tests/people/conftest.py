"""What tests about people share: reading the messages that went out, and a visitor who does what people do."""

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from equalterms.people.models import Mail, Person

CODE = re.compile(r"\d{4}-\d{4}")
LINK = re.compile(r"https?://\S+/invitations/(\S+)/")


@pytest.fixture(autouse=True)
def no_limits_from_before() -> None:
    cache.clear()


def latest_mail(to: str) -> Mail:
    return Mail.objects.filter(to=to).latest("pk")


def code_sent_to(email: str) -> str:
    found = CODE.search(latest_mail(email).body)
    assert found, latest_mail(email).body
    return found.group()


def token_sent_to(email: str) -> str:
    found = LINK.search(latest_mail(email).body)
    assert found, latest_mail(email).body
    return found.group(1)


@dataclass
class Visitor:
    """A browser, and what people do with it."""

    client: Client = field(default_factory=Client)

    def ask_for_code(self, email: str, **more: str) -> Any:
        return self.client.post("/sign-in/", {"login": email, **more})

    def sign_in(self, person: Person, **more: str) -> Any:
        self.ask_for_code(person.email, **more)
        return self.client.post("/sign-in/code/", {"code": code_sent_to(person.email), **more})

    def is_signed_in(self) -> bool:
        return self.client.get("/me/").status_code == 200

    def text(self, url: str) -> str:
        return self.client.get(url).content.decode()


@pytest.fixture
def visitor(db: None) -> Visitor:
    return Visitor()


@pytest.fixture
def mails() -> Any:
    """Give the readers of what was sent: `mails.code(to)`, `mails.token(to)`, `mails.latest(to)`."""

    class Mails:
        code = staticmethod(code_sent_to)
        token = staticmethod(token_sent_to)
        latest = staticmethod(latest_mail)

    return Mails


@pytest.fixture
def another_visitor(db: None) -> Visitor:
    return Visitor()
