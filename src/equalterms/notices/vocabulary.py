"""Words for messages: by which way one goes, in which state it is, why it did not arrive, and what to do then."""

from datetime import time, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class MessageWay(models.TextChoices):
    """How a message reaches a person."""

    EMAIL = "email", _("E-mail")
    TEXT = "text", _("Text message")
    LETTER = "letter", _("Letter")
    PHONE = "phone", _("Phone call")
    SUPPORTER = "supporter", _("Through my supporter")


class MessageState(models.TextChoices):
    """Where a message is on its way."""

    QUEUED = "queued", _("Waiting to be sent")
    SENDING = "sending", _("Being sent")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not sent")
    HELD = "held", _("Held back")
    TO_PRINT = "to_print", _("Letter to print and post")
    TO_CALL = "to_call", _("Phone call to make")
    WITHDRAWN = "withdrawn", _("Taken back")


ON_THE_WAY = (MessageState.QUEUED, MessageState.SENDING)
FOR_HANDS = (MessageState.TO_PRINT, MessageState.TO_CALL)  # a person does it, and says so
NOT_ARRIVED = (MessageState.FAILED, MessageState.HELD)
NOT_GONE_YET = (MessageState.QUEUED, *FOR_HANDS, *NOT_ARRIVED)  # can still be taken back
BY_HAND = {MessageWay.LETTER: MessageState.TO_PRINT, MessageWay.PHONE: MessageState.TO_CALL}


class Trouble(models.TextChoices):
    """Why a message did not arrive, in words for those who look after it."""

    NO_WAY = "no_way", _("We do not know how to reach this person.")
    SERVER_AWAY = "server_away", _("The mail server did not answer.")
    NOT_NOW = "not_now", _("The mail server did not take it yet.")
    REFUSED = "refused", _("The mail server says that this address does not work.")
    REJECTED = "rejected", _("The mail server refused this message.")
    NOTIFY_AWAY = "notify_away", _("GOV.UK Notify did not answer.")
    NOTIFY_REFUSED = "notify_refused", _("GOV.UK Notify did not take this number or address.")
    NOTIFY_SETTINGS = "notify_settings", _("GOV.UK Notify does not accept this site's key or template.")
    BROKEN = "broken", _("The message could not be put together.")


WHAT_TO_DO = {
    Trouble.NO_WAY: _("Ask them how they would like to hear from you. Put it on their page, then try again."),
    Trouble.SERVER_AWAY: _("We go on trying. If it lasts, tell those who run this site."),
    Trouble.NOT_NOW: _("We go on trying. If it lasts, ask them whether their mailbox is full."),
    Trouble.REFUSED: _("Ask them for their address in another way. When it is put right, try again."),
    Trouble.REJECTED: _("Tell the person in another way. Then tell those who run this site."),
    Trouble.NOTIFY_AWAY: _("We go on trying. If it lasts, tell those who run this site."),
    Trouble.NOTIFY_REFUSED: _("Ask them for their number or address. When it is put right, try again."),
    Trouble.NOTIFY_SETTINGS: _("Tell those who run this site. Tell the person in another way meanwhile."),
    Trouble.BROKEN: _("Tell those who run this site. Tell the person in another way meanwhile."),
}

GATHERED_FOR = timedelta(minutes=10)  # what comes within this time goes out as one message
MOST_ATTEMPTS = 10
FIRST_WAIT = timedelta(minutes=1)  # doubled after each failure: ten attempts span eight hours and a half
LEASE = timedelta(minutes=5)  # a worker that holds a message for longer is taken for dead
KEPT_FOR = timedelta(days=400)  # what was sent, then erased
QUIET_FROM, QUIET_UNTIL = time(21, 0), time(8, 0)  # unless the person wishes otherwise
DAILY_AT = time(9, 0)  # when those who wish for one message a day get it
STANDARD_POINTS = 14  # of a letter's print (RNIB, clear print); larger where somebody needs it
POINTS = {"large_print_18": 18, "letter_large": 18, "large_print_24": 24, "large_print_28": 28}

# What access needs say about contact (people.vocabulary.NEEDS), the way that is meant, the first that works wins.
WAYS_OF_NEEDS = (
    ("through_supporter", MessageWay.SUPPORTER),
    ("email", MessageWay.EMAIL),
    ("text_message", MessageWay.TEXT),
    ("letter_large", MessageWay.LETTER),
    ("letter", MessageWay.LETTER),
    ("phone", MessageWay.PHONE),
    ("text_relay", MessageWay.PHONE),
    ("video_call", MessageWay.PHONE),
)
NO_CALLS = "no_phone"
EXAMPLE_SEED = "example-calendar"  # of the one feed that the examples show; never put into a real site
