"""What tests of notices need: kinds of their own, a place, a mail server that can die, and things to say."""

import smtplib
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.mail.backends.smtp import EmailBackend
from django.utils import timezone
from tests.factories import OrganisationFactory

from equalterms.notices import kinds
from equalterms.notices.actions.queueing import queue_notice
from equalterms.notices.delivery.email import EmailCarrier
from equalterms.notices.models import Message, Notice
from equalterms.notices.places import Place
from equalterms.people.models import Person

PLAIN = kinds.register(kinds.NoticeKind("tests.plain", "Papers of a meeting"))
NEWS = kinds.register(kinds.NoticeKind("tests.news", "News", optional=True))
SECRET = kinds.register(kinds.NoticeKind("tests.secret", "A word in private", private=True))
URGENT = kinds.register(kinds.NoticeKind("tests.urgent", "Called off", at_once=True))


def place(**organisation: Any) -> Place:
    return Place.of(OrganisationFactory(**organisation))


def tell(to: Person, kind: Any = URGENT, *, where: Place | None = None, **more: Any) -> Notice:
    """Tell somebody something; urgent unless a kind is given, so that it is due whatever the hour."""
    said = {"subject": "The papers are ready", "parts": ["Twelve pages."], "by": None} | more
    return queue_notice(to=to, kind=kind, place=where or place(), **said)


def make_due() -> None:
    """Let everything that waits be due now, quiet hours aside."""
    Notice.objects.waiting().update(due_at=timezone.now())
    Message.objects.filter(state="queued").update(try_at=timezone.now())


class MailServer(socketserver.ThreadingTCPServer):
    """Takes mail on a port of this machine. With `dies_after`, it hangs up for good once it took so many.

    `hangs_up`: "after" the last message was taken but before it says so, which is the hardest moment.
    """

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int = 0, *, dies_after: int | None = None, refuses: dict[str, int] | None = None) -> None:
        self.taken: list[str] = []  # Message-IDs
        self.texts: list[str] = []
        self.dies_after, self.refuses, self.dead = dies_after, refuses or {}, False
        super().__init__(("127.0.0.1", port), Talk)


class Talk(socketserver.StreamRequestHandler):
    """One connection: enough of SMTP (RFC 5321) for a client that sends."""

    server: MailServer

    def handle(self) -> None:
        if self.server.dead:
            return
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.split(" ")[0].split(":")[0].upper()
            if word == "QUIT":
                self.say("221 bye")
                return
            if word == "RCPT" and (code := self.refusal(line)):
                self.say(f"{code} no")
            elif word == "DATA":
                self.say("354 go on")
                if not self.take():
                    return
            else:
                self.say("250 well")

    def refusal(self, line: str) -> int:
        return next((code for address, code in self.server.refuses.items() if address in line), 0)

    def take(self) -> bool:
        lines = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line)
        self.server.texts.append("\n".join(lines))
        self.server.taken.append(next(line for line in lines if line.lower().startswith("message-id:")))
        if self.server.dies_after is not None and len(self.server.taken) >= self.server.dies_after:
            self.server.dead = True  # taken, and nobody was told
            return False
        self.say("250 taken")
        return True

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def mail_server(**kwargs: Any) -> Iterator[MailServer]:
    with MailServer(**kwargs) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def carrier_to(server: MailServer) -> EmailCarrier:
    return EmailCarrier(EmailBackend(host="127.0.0.1", port=server.server_address[1], timeout=2))


class Recorder:
    """A connection that keeps what it is given, or raises what it is told to."""

    def __init__(self, raises: Exception | None = None) -> None:
        self.sent: list[Any] = []
        self.raises = raises

    def open(self) -> None: ...

    def close(self) -> None: ...

    def send_messages(self, messages: list[Any]) -> int:
        if self.raises is not None:
            raise self.raises
        self.sent += messages
        return len(messages)


def refused(code: int) -> smtplib.SMTPRecipientsRefused:
    return smtplib.SMTPRecipientsRefused({"a@example.org": (code, b"no")})
