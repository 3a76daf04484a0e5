"""How a message is put into words for its way: what stands in the subject, what leaves the site and what does not.

Nothing private stands in a subject, nor where a phone shows the beginning of a message. The words of private kinds
leave the site only in a sealed letter; else the message says that there is something new, and where it can be read.
"""

from dataclasses import dataclass
from functools import cached_property

import segno
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from equalterms.notices import places
from equalterms.notices.models import Message, Notice
from equalterms.notices.queries.reaching import Reach
from equalterms.notices.queries.stopping import stop_token
from equalterms.notices.wording import Part, as_text
from equalterms.people.models import Person

LONGEST_TEXT_MESSAGE = 612  # characters: four parts, as Notify counts them (612 = 4 x 153)


@dataclass(frozen=True)
class Section:
    """One notice inside a message: the subject, the parts, and the full address of the page."""

    title: str
    parts: list[Part]
    link: str

    @property
    def words(self) -> str:
        return as_text(self.parts)

    @cached_property
    def code(self) -> SafeString:
        """The address as a QR code, for those who read on paper and have a phone."""
        if not self.link:
            return SafeString("")
        return mark_safe(segno.make(self.link, micro=False).svg_inline(scale=3))  # noqa: S308  (squares, no words)


@dataclass(frozen=True)
class Said:
    """A message in words."""

    subject: str
    greeting: str
    before: list[str]  # paragraphs that come first
    sections: list[Section]
    after: list[str]
    stop: str  # the address at which this kind can be stopped, for optional ones
    settings_url: str

    @cached_property
    def text(self) -> str:
        return render_to_string("notices/mail/message.txt", {"said": self}).strip() + "\n"

    @cached_property
    def html(self) -> str:
        return render_to_string("notices/mail/message.html", {"said": self})


def said_by(message: Message, notices: list[Notice], reach: Reach, *, sealed: bool = False) -> Said:
    """Put a message into words. `sealed`: nobody but the person opens it, so private words may stand in it."""
    whole = [notice for notice in notices if sealed or not notice.kind_known.private]
    hidden = len(notices) - len(whole)
    before, after = [], []
    if reach.supporter:
        before.append(_("You support %(name)s. This message is for them.") % {"name": message.to.name})
    discreet = not is_open(message, notices)
    if hidden:
        after.append(neutral_words(message, hidden))
        after.append(_("You can read it when you have signed in: %(url)s") % {"url": full(reverse("notices:mine"))})
    elif discreet:
        before.append(neutral_words(message, len(notices)))
    return Said(
        subject=neutral_words(message, len(notices)).rstrip(".") if discreet else subject_of(message, notices),
        greeting=_("Hello %(name)s,") % {"name": reach.supporter or message.to.addressed},
        before=before,
        sections=[Section(notice.subject, notice.parts, full(notice.link)) for notice in whole],
        after=after,
        stop=stop_url(message.to, notices),
        settings_url=full(reverse("notices:wishes")),
    )


def is_open(message: Message, notices: list[Notice]) -> bool:
    """Say whether a message may say in its subject what it is about: from a public place, nothing private in it."""
    if any(notice.kind_known.private for notice in notices):
        return False
    return places.public_name(message.place_kind, message.place_key) is not None


def subject_of(message: Message, notices: list[Notice]) -> str:
    if len(notices) == 1:
        return " ".join(notices[0].subject.split())
    words = {"number": len(notices), "place": message.place_name}
    return ngettext("%(number)s message from %(place)s", "%(number)s messages from %(place)s", len(notices)) % words


def neutral_words(message: Message, number: int) -> str:
    """Say that there is something new, and nothing else. A private place is called by its organisation."""
    place = places.public_name(message.place_kind, message.place_key)
    if place is None:
        place = message.organisation.name if message.organisation is not None else settings.SITE_NAME
    if number == 1:
        return _("There is something new for you in %(place)s.") % {"place": place}
    return _("There are %(number)s new things for you in %(place)s.") % {"number": number, "place": place}


def said_in_a_text(message: Message, notices: list[Notice]) -> str:
    """Return a message short enough for a phone: the subject, and where to read on."""
    subject = subject_of(message, notices) if is_open(message, notices) else neutral_words(message, len(notices))
    one = notices[0].link if len(notices) == 1 and is_open(message, notices) else ""
    url = full(one or reverse("notices:mine"))
    room = LONGEST_TEXT_MESSAGE - len(url) - 1
    return f"{subject if len(subject) <= room else subject[: room - 1] + '…'} {url}"


def full(path: str) -> str:
    return settings.SITE_URL + path if path else ""


def stop_url(person: Person, notices: list[Notice]) -> str:
    """Return the address at which the kinds of a message can be stopped; empty unless all of them are optional."""
    if not notices or not all(notice.kind_known.optional for notice in notices):
        return ""
    return full(reverse("notices:stop", args=[stop_token(person, [notice.kind for notice in notices])]))
