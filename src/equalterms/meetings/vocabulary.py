"""Words for meetings: how they are held, how an item moves on the agenda, and who speaks for its order."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("Agenda being made")
    CALLED = "called", _("Called")
    UNDER_WAY = "under_way", _("Going on now")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")


TO_COME = (MeetingState.PLANNED, MeetingState.CALLED)


class Manner(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person and online")


class Nation(models.TextChoices):
    """Whose bank holidays count when working days are counted."""

    ENGLAND_AND_WALES = "england_and_wales", _("England and Wales")
    SCOTLAND = "scotland", _("Scotland")
    NORTHERN_IRELAND = "northern_ireland", _("Northern Ireland")


class ItemPurpose(models.TextChoices):
    DECISION = "decision", _("For decision")
    DISCUSSION = "discussion", _("For discussion")
    INFORMATION = "information", _("For information")


class ItemState(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    ON_AGENDA = "on_agenda", _("On the agenda")
    DEFERRED = "deferred", _("Put off")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DONE = "done", _("Dealt with")


WAITING_ITEMS = (ItemState.PROPOSED, ItemState.DEFERRED)


class OrderState(models.TextChoices):
    """A change to the order, times or items of an agenda, made by one chair, waits for another."""

    OPEN = "open", _("Waits for the other chair")
    AGREED = "agreed", _("Agreed")
    NOT_AGREED = "not_agreed", _("Not agreed")
    REPLACED = "replaced", _("Replaced by a later change")
    WITHDRAWN = "withdrawn", _("Withdrawn")


FEWEST_CLEAR_DAYS = 5  # Local Government Act 1972, Part VA: agenda and papers are open five clear days before
