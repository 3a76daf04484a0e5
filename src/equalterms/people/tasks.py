"""Work in the background: sending mail, and clearing away what nobody needs any more."""

import logging
from datetime import timedelta

from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from equalterms.people.models import Mail

MOST_ATTEMPTS = 10
FIRST_WAIT = timedelta(minutes=1)  # doubled after each failure: ten attempts span eight hours
CLEARED_AFTER = timedelta(days=30)

log = logging.getLogger(__name__)


@task(priority=50)
def send_mail_waiting(key: str) -> str:
    """Send one message, and try again later when the mail server does not take it.

    The attempt is counted before, and the sending noted after: when the server dies between, the message is
    sent once more and never lost.
    """
    mail = Mail.objects.filter(key=key, sent_at=None).first()
    if mail is None:
        return "sent already"
    Mail.objects.filter(pk=mail.pk).update(attempts=F("attempts") + 1)
    try:
        EmailMessage(subject=mail.subject, body=mail.body, to=[mail.to]).send()
    except OSError as problem:  # smtplib's errors are OSErrors too
        log.warning("Mail %s was not taken: %s", mail.key, type(problem).__name__)
        if mail.attempts + 1 < MOST_ATTEMPTS:
            later = timezone.now() + FIRST_WAIT * 2**mail.attempts
            send_mail_waiting.using(run_after=later).enqueue(mail.key)
        return "not taken"
    Mail.objects.filter(pk=mail.pk).update(sent_at=timezone.now(), body="")
    return "sent"


@task(priority=-50)
def clear_old_things() -> dict[str, int]:
    """Delete unfinished forms after 30 days, sent messages, and sessions that are over; return how many."""
    from equalterms.people.drafts import clear_old_drafts  # drafts stand above this module
    from equalterms.people.sessions import clear_ended_sessions

    old = timezone.now() - CLEARED_AFTER
    mails, _by_model = Mail.objects.filter(sent_at__lt=old).delete()
    return {"drafts": clear_old_drafts(), "mails": mails, "sessions": clear_ended_sessions()}
