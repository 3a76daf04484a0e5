"""The post of the examples: it goes nowhere, and one mailbox is gone, so that a desk has something to look after."""

import smtplib
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.dummy import EmailBackend

from equalterms.notices.delivery.email import EmailCarrier
from equalterms.notices.delivery.running import send_due

GONE = "owen.tully@northshire.example"


class Nowhere(EmailBackend):
    """Takes everything and sends nothing, except to the one address that does not work any more."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            if GONE in message.to:
                raise smtplib.SMTPRecipientsRefused({GONE: (550, b"no such mailbox")})
        return len(list(email_messages))


def post_goes_out() -> None:
    """Send what is due in the story."""
    send_due([EmailCarrier(Nowhere())])
