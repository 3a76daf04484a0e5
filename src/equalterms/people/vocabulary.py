"""Words for people: kinds of organisation, what a person does there, and the groups of access needs."""

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    COUNCIL = "council", _("Council")
    NHS = "nhs", _("NHS body")
    USER_LED = "user_led", _("User-led organisation")
    CHARITY = "charity", _("Charity")
    OTHER = "other", _("Other")


PUBLIC_BODIES = (OrganisationKind.COUNCIL, OrganisationKind.NHS)


class Duty(models.TextChoices):
    """What a person does for an organisation. A person may have several."""

    MANAGER = "manager", _("Manager")
    FACILITATOR = "facilitator", _("Facilitator")
    FINANCE = "finance", _("Finance officer")
    APPROVER = "approver", _("Approver of claims")
    EDITOR = "editor", _("Editor of pages")
    ADMINISTRATOR = "administrator", _("Administrator")
    STAFF = "staff", _("Staff")


DUTIES_OF_MANAGERS = (Duty.MANAGER, Duty.ADMINISTRATOR)  # may see who does what in their organisation
DUTIES_OF_CARE = (Duty.FACILITATOR, Duty.ADMINISTRATOR)  # may enter a person who has no e-mail address


# In the link of the one invitation that the example data shows; it is never put into a real site.
EXAMPLE_TOKEN = "example-invitation"  # noqa: S105


class InvitationKind(models.TextChoices):
    DUTY = "duty", _("To do something for an organisation")
    SUPPORT = "support", _("To support a person")


class ConsentKind(models.TextChoices):
    """To what a person said yes."""

    ENTERED = "entered", _("To be entered here")
    SUPPORTER = "supporter", _("To be supported by somebody")


class ConsentWay(models.TextChoices):
    """How a person said yes, or no any more."""

    ONLINE = "online", _("Here, on this site")
    IN_PERSON = "in_person", _("Face to face")
    PHONE = "phone", _("By phone or text relay")
    VIDEO = "video", _("By video, or with an interpreter")
    LETTER = "letter", _("By letter or on paper")


class SupportScope(models.TextChoices):
    """What a supporter may do for the person."""

    READ = "read", _("Read things to me, and nothing else")
    ACT = "act", _("Read things to me, and write and answer in my name")


class NeedGroup(models.TextChoices):
    """The Accessible Information Standard's groups (DAPB1605, 2025)."""

    CONTACT = "contact", _("How to contact me")
    FORMAT = "format", _("The format of information")
    PROFESSIONAL = "professional", _("A communication professional")
    SUPPORT = "support", _("Support to communicate")
    TIME_AND_PLACE = "time_and_place", _("Time, place and getting there")


QUESTIONS = {
    NeedGroup.CONTACT: _("How should we contact you?"),
    NeedGroup.FORMAT: _("In which format do you need information?"),
    NeedGroup.PROFESSIONAL: _("Do you need a communication professional?"),
    NeedGroup.SUPPORT: _("What helps you to take part in a conversation?"),
    NeedGroup.TIME_AND_PLACE: _("What do you need about time, place and getting there?"),
}

NEEDS = {
    NeedGroup.CONTACT: (
        ("email", _("E-mail")),
        ("letter", _("Letter")),
        ("letter_large", _("Letter in large print")),
        ("phone", _("Phone call")),
        ("text_message", _("Text message")),
        ("text_relay", _("Text relay (Relay UK)")),
        ("video_call", _("Video call")),
        ("through_supporter", _("Through my supporter")),
        ("no_phone", _("Please do not phone me")),
    ),
    NeedGroup.FORMAT: (
        ("easy_read", _("Easy read")),
        ("large_print_18", _("Large print, 18 point")),
        ("large_print_24", _("Large print, 24 point")),
        ("large_print_28", _("Large print, 28 point or more")),
        ("audio", _("Audio")),
        ("braille_1", _("Braille, uncontracted (grade 1)")),
        ("braille_2", _("Braille, contracted (grade 2)")),
        ("bsl_video", _("British Sign Language (BSL) video")),
        ("makaton", _("Makaton or symbols")),
        ("screen_reader", _("Files that work with my screen reader")),
        ("coloured_paper", _("Coloured paper or background")),
        ("subtitles", _("Subtitles on videos")),
        ("translation", _("Translation into another language")),
    ),
    NeedGroup.PROFESSIONAL: (
        ("bsl_interpreter", _("British Sign Language (BSL) interpreter")),
        ("sse_interpreter", _("Sign Supported English interpreter")),
        ("deafblind_manual", _("Deafblind manual interpreter")),
        ("hands_on", _("Hands-on or visual frame signing")),
        ("lipspeaker", _("Lipspeaker")),
        ("speech_to_text", _("Speech-to-text reporter (captions)")),
        ("note_taker", _("Note taker")),
        ("spoken_interpreter", _("Interpreter for another spoken language")),
        ("advocate", _("Advocate")),
        ("communicator_guide", _("Deafblind communicator guide")),
    ),
    NeedGroup.SUPPORT: (
        ("personal_assistant", _("I bring a personal assistant or supporter")),
        ("hearing_loop", _("Hearing loop")),
        ("lip_reading", _("I lip-read: please face me when you speak")),
        ("communication_aid", _("I use a communication aid")),
        ("plain_words", _("Plain words, one thing at a time")),
        ("read_aloud", _("Somebody to read papers aloud to me")),
        ("write_for_me", _("Somebody to write for me")),
        ("assistance_dog", _("I bring an assistance dog")),
        ("talk_before", _("A talk about the papers before a meeting")),
    ),
    NeedGroup.TIME_AND_PLACE: (
        ("step_free", _("Step-free way in and around")),
        ("accessible_toilet", _("Accessible toilet")),
        ("changing_places", _("Changing Places toilet")),
        ("transport", _("Transport there and back")),
        ("parking", _("Blue Badge parking")),
        ("quiet_room", _("Quiet room")),
        ("low_light", _("Soft light, no strong smells")),
        ("breaks", _("Breaks")),
        ("longer_time", _("More time to read and to answer")),
        ("papers_early", _("Papers well before the meeting")),
        ("not_mornings", _("No early mornings")),
        ("online", _("Taking part online or by phone")),
        ("replacement_care", _("Somebody to care for the person I support meanwhile")),
    ),
}
NEED_WORDS = {code: words for needs in NEEDS.values() for code, words in needs}


class Sharing(models.TextChoices):
    """With whom a person shares their access needs."""

    NOBODY = "nobody", _("Nobody. I will ask each time")
    FACILITATORS = "facilitators", _("The facilitators and chairs of my groups")
    ORGANISERS = "organisers", _("Everyone who prepares things for me")


class Relation(models.TextChoices):
    """What the reader of somebody's access needs is to that person. The caller decides it; nothing is guessed."""

    THEMSELF = "themself", _("The person")
    SUPPORTER = "supporter", _("Their supporter")
    LEADER = "leader", _("Facilitator or chair of one of their groups")
    ORGANISER = "organiser", _("Somebody who prepares things for them")
    NONE = "none", _("Nobody in particular")


# What this room's verbs in the ledger mean, said to the person themself. Every room's app has `verb_words` like it.
VERB_WORDS = {
    "person.signed_up": _("You signed up"),
    "person.entered": _("You were entered here"),
    "person.tried": _("Somebody tried the site as this example person"),
    "person.renamed": _("Your name or how to address you changed"),
    "person.phone_changed": _("Your phone number changed"),
    "person.email_changed": _("Your e-mail address changed"),
    "session.ended": _("You ended a session"),
    "passkey.added": _("A passkey was added"),
    "passkey.renamed": _("A passkey was renamed"),
    "passkey.removed": _("A passkey was removed"),
    "access_needs.changed": _("Your access needs changed"),
    "access_needs.shared": _("You chose who sees your access needs"),
    "access_needs.reviewed": _("You looked at your access needs again"),
    "support.asked": _("A supporter was asked"),
    "support.agreed": _("A supporter said yes"),
    "support.ended": _("A supporter's help ended"),
    "support.started": _("A supporter began to act"),
    "support.stopped": _("A supporter stopped acting"),
    "organisation.created": _("You added an organisation"),
    "duty.begun": _("Work for an organisation began"),
    "duty.ended": _("Work for an organisation ended"),
    "invitation.sent": _("An invitation was sent"),
    "invitation.revoked": _("An invitation was taken back"),
    "invitation.accepted": _("An invitation was accepted"),
    "invitation.declined": _("You declined an invitation"),
}


def verb_words(verb: str) -> str:
    """Say in words what an event of the ledger was."""
    for config in apps.get_app_configs():
        if words := getattr(config, "verb_words", {}).get(verb):
            return str(words)
    return str(VERB_WORDS.get(verb) or verb.replace(".", " ").replace("_", " ").capitalize())
