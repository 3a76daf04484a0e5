"""Words for meetings: how they are held, how an item moves on the agenda, and who speaks for its order."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from equalterms.groups.vocabulary import IN_CHARGE, LIVED_EXPERIENCE
from equalterms.notices.kinds import NoticeKind, register


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
LONGEST_ITEM = 480  # minutes


class OrderState(models.TextChoices):
    """A change to the order, times or items of an agenda, made by one chair, waits for another."""

    OPEN = "open", _("Waits for somebody else to agree")
    AGREED = "agreed", _("Agreed")
    NOT_AGREED = "not_agreed", _("Not agreed")
    REPLACED = "replaced", _("Replaced by a later change")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Side(models.TextChoices):
    """On which side of the table somebody sits, as far as everybody may know."""

    LIVED = "lived", _("Lived experience")
    CHARGE = "charge", _("In charge")
    OTHER = "other", _("Advisers and observers")


SHAPES = {Side.LIVED: "circle", Side.CHARGE: "square", Side.OTHER: "diamond"}


def side_of(capacity: str) -> Side:
    """Return the side of the table for a capacity."""
    if capacity in LIVED_EXPERIENCE:
        return Side.LIVED
    return Side.CHARGE if capacity in IN_CHARGE else Side.OTHER


class Attending(models.TextChoices):
    """How somebody took part."""

    IN_ROOM = "in_room", _("In the room")
    ONLINE = "online", _("Online")
    PHONE = "phone", _("By phone")
    IN_WRITING = "in_writing", _("In writing")
    APOLOGIES = "apologies", _("Sent apologies")
    ABSENT = "absent", _("Not there")


PRESENT = (Attending.IN_ROOM, Attending.ONLINE, Attending.PHONE)  # these count for the quorum


class AgreedActionState(models.TextChoices):
    OPEN = "open", _("To do")
    DONE = "done", _("Done")


class MinutesState(models.TextChoices):
    DRAFT = "draft", _("Being written")
    SHARED = "shared", _("With the members for corrections")
    APPROVED = "approved", _("Approved")


class CorrectionState(models.TextChoices):
    OPEN = "open", _("Waits for an answer")
    ACCEPTED = "accepted", _("Accepted")
    NOT_ACCEPTED = "not_accepted", _("Not accepted")


NOTE_WORKING_DAYS = 7  # Local Government and Elections (Wales) Act 2021: a note of attendance and decisions by then
FEWEST_PROPOSERS_SHOWN = 5  # below this the public does not see who gets how much of the agenda
FEWEST_CLEAR_DAYS = 5  # Local Government Act 1972, Part VA: agenda and papers are open five clear days before


class PaperFormat(models.TextChoices):
    """The forms in which a paper is made. All but the first bear the code of the access need that asks for them."""

    STANDARD = "standard", _("Standard")
    EASY_READ = "easy_read", _("Easy read")
    LARGE_PRINT_18 = "large_print_18", _("Large print, 18 point")
    LARGE_PRINT_24 = "large_print_24", _("Large print, 24 point")
    LARGE_PRINT_28 = "large_print_28", _("Large print, 28 point or more")
    AUDIO = "audio", _("Audio")
    BSL_VIDEO = "bsl_video", _("BSL video")
    BRAILLE_1 = "braille_1", _("Braille, grade 1")
    BRAILLE_2 = "braille_2", _("Braille, grade 2")
    MAKATON = "makaton", _("Makaton or symbols")
    SCREEN_READER = "screen_reader", _("Plain text for screen readers")
    TRANSLATION = "translation", _("Translation")


class PaperState(models.TextChoices):
    """How one format of one paper stands on a day."""

    READY = "ready", _("Ready")
    DUE = "due", _("Due")
    LATE = "late", _("Late")
    NOT_POSSIBLE = "not_possible", _("Not possible")


class GateState(models.TextChoices):
    """Whether an item whose papers are not on equal terms may be taken."""

    ON_EQUAL_TERMS = "on_equal_terms", _("On equal terms")
    NOT_AGREED = "not_agreed", _("Not agreed")
    AGREED = "agreed", _("Agreed by those affected")


class NoteKind(models.TextChoices):
    """What somebody writes in the preparation space."""

    NOTE = "note", _("Note")
    QUESTION = "question", _("Question")
    POSITION = "position", _("Position")


# What is known about getting into a venue and being there, and everything that is said about it.
VENUE_FACTS = ("step_free", "hearing_loop", "accessible_toilet", "changing_places", "parking", "quiet_room")
SAID_OF_VENUE = ("name", "address", "getting_there", *VENUE_FACTS, "other_facts", "looked_at_on")

MEETING_CALLED = register(NoticeKind("meetings.called", _("A meeting of your group is called")))
MEETING_CHANGED = register(NoticeKind("meetings.changed", _("A meeting of your group has moved"), at_once=True))
MEETING_CANCELLED = register(NoticeKind("meetings.cancelled", _("A meeting of your group is cancelled"), at_once=True))
ITEM_PUT_OFF = register(NoticeKind("meetings.item_put_off", _("Something that you proposed was put off")))
AGENDA_WAITS = register(NoticeKind("meetings.agenda_waits", _("A change of an agenda waits for you"), optional=True))
