"""Writing a message: it is kept with what caused it, in one transaction, and sent in the background."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from equalterms.people.models import Mail
from equalterms.people.tasks import send_mail_waiting


def write_mail(template: str, to: str, **context: Any) -> Mail:
    """Write the message of a template (its first line is the subject) to an address, to be sent soon.

    Inside a transaction it is sent only if what caused it is kept.
    """
    words = render_to_string(template, {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, **context})
    subject, _line, body = words.strip().partition("\n")
    mail = Mail.objects.create(
        to=to, subject=" ".join(subject.split())[:200], body=body.strip() + "\n", written_at=timezone.now()
    )
    send_mail_waiting.enqueue(mail.key)
    return mail
