"""Messages by e-mail, over one connection as long as it holds; also those that go to a person's supporter."""

import smtplib
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from equalterms.notices.composing import Said, said_by, stop_url
from equalterms.notices.delivery.carriers import NotTaken
from equalterms.notices.models import Message, Notice
from equalterms.notices.queries.reaching import Reach
from equalterms.notices.vocabulary import MessageWay, Trouble

PERMANENT = range(500, 600)  # SMTP replies that will be the same next time (RFC 5321, 4.2.1)
CLOSING = 421  # "service not available, closing transmission channel"


class EmailCarrier:
    """Sends through the site's mail server, or the connection given."""

    ways = (MessageWay.EMAIL, MessageWay.SUPPORTER)

    def __init__(self, connection: Any = None) -> None:
        self.connection = connection if connection is not None else get_connection()

    def carry(self, message: Message, notices: list[Notice], reach: Reach) -> str:
        email = email_of(message, said_by(message, notices, reach), reach, notices)
        try:
            self.connection.open()
            self.connection.send_messages([email])
        except smtplib.SMTPRecipientsRefused as refused:
            codes = [code for code, _words in refused.recipients.values()]
            final = all(code in PERMANENT for code in codes)
            trouble = Trouble.REFUSED if final else Trouble.NOT_NOW
            raise self._not_taken(trouble, final=final, away=CLOSING in codes) from refused
        except smtplib.SMTPDataError as refused:
            final = refused.smtp_code in PERMANENT
            trouble = Trouble.REJECTED if final else Trouble.NOT_NOW
            raise self._not_taken(trouble, final=final, away=refused.smtp_code == CLOSING) from refused
        except OSError as problem:  # smtplib's other errors are OSErrors too: gone, or refuses this site as a whole
            raise self._not_taken(Trouble.SERVER_AWAY, away=True) from problem
        return ""

    def _not_taken(self, trouble: str, *, final: bool = False, away: bool = False) -> NotTaken:
        if away:
            self.close()
        return NotTaken(trouble, final=final, away=away)

    def close(self) -> None:
        with suppress(OSError):
            self.connection.close()


def email_of(message: Message, said: Said, reach: Reach, notices: list[Notice]) -> EmailMultiAlternatives:
    """Return a message as an e-mail in plain text and simple HTML, the same each time it is tried.

    The Message-ID comes from the message's key: a mailbox that gets it twice can tell that it is one.
    """
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ") or "localhost"
    headers = {"Message-ID": f"<{message.key}@{host}>", "Auto-Submitted": "auto-generated"}
    if (stop := stop_url(message.to, notices)) != "":
        headers |= {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    email = EmailMultiAlternatives(subject=said.subject, body=said.text, to=[reach.address], headers=headers)
    email.attach_alternative(said.html, "text/html")
    return email
