"""What a person wishes about messages: the way, the address, the quiet hours, what comes together, what stops."""

from datetime import time
from typing import Any

from django import forms
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, SeveralWithHints
from equalterms.notices.kinds import all_kinds
from equalterms.notices.models import Wishes
from equalterms.notices.queries.wishes import can_text
from equalterms.notices.vocabulary import MessageWay

LONGEST_ADDRESS = 500
NONE = "none"
AS_NEEDS = "needs"


def ways() -> list[tuple[Any, ...]]:
    hints = {
        MessageWay.EMAIL: _("To the address with which you sign in."),
        MessageWay.TEXT: _("To your phone number. The message is short and says where to read on."),
        MessageWay.LETTER: _("Somebody who looks after your group prints and posts it, in the size that you need."),
        MessageWay.PHONE: _("Somebody who looks after your group rings you."),
        MessageWay.SUPPORTER: _("By e-mail to the person who supports you."),
    }
    offered = [way for way in MessageWay if way != MessageWay.TEXT or can_text()]
    as_needs = (
        AS_NEEDS,
        _("As my access needs say"),
        _("If they say nothing: by e-mail, or by the way that is there."),
    )
    return [as_needs, *((way.value, way.label, hints[way]) for way in offered)]


def hours() -> list[tuple[str, Any]]:
    return [(NONE, _("No quiet hours")), *((f"{hour:02}:00", hour_words(time(hour))) for hour in range(24))]


def hour_words(hour: time) -> str:
    """Say an hour as people write it: 9 pm."""
    return time_format(hour, "g A").lower()


class WishesForm(forms.Form):
    """One page, because the answers belong together."""

    way = ChoiceWithHints(label=_("How shall we send messages to you?"))
    post_to = forms.CharField(
        label=_("Your postal address"),
        help_text=_("For letters only. Those who print and post them see it. End with the postcode."),
        required=False,
        max_length=LONGEST_ADDRESS,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "street-address"}),
    )
    quiet_from = forms.ChoiceField(
        label=_("When do your quiet hours begin?"), help_text=_("What comes in your quiet hours waits for their end.")
    )
    quiet_until = forms.ChoiceField(label=_("When do they end?"))
    daily = SeveralWithHints(
        label=_("What shall come together, once a day?"),
        help_text=_("At 9 in the morning. Everything else comes as it happens."),
        required=False,
    )
    stopped = SeveralWithHints(
        label=_("What shall we not send you at all?"),
        help_text=_("It still stands on your page of messages."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = ways()
        self.fields["way"].choices = [row[:2] for row in offered]  # type: ignore[attr-defined]
        self.fields["way"].choice_hints = {row[0]: row[2] for row in offered}  # type: ignore[attr-defined]
        for name in ("quiet_from", "quiet_until"):
            self.fields[name].choices = hours()  # type: ignore[attr-defined]
        kinds = all_kinds()
        self.choose("daily", [kind for kind in kinds if not kind.at_once])
        self.choose("stopped", [kind for kind in kinds if kind.optional])

    def choose(self, name: str, kinds: list[Any]) -> None:
        if kinds:
            self.fields[name].choices = [(kind.code, kind.label) for kind in kinds]  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        since, until = said.get("quiet_from", NONE), said.get("quiet_until", NONE)
        if (since == NONE) != (until == NONE):
            missing = "quiet_from" if since == NONE else "quiet_until"
            self.add_error(missing, _("Choose both hours, or “No quiet hours” for both"))
        elif since != NONE and since == until:
            self.add_error("quiet_until", _("Choose an hour other than the first, or no message could ever be sent"))
        if said.get("way") == MessageWay.LETTER and not said.get("post_to", "").strip():
            self.add_error("post_to", _("Write the address to which letters shall go"))
        return said

    def wishes(self) -> dict[str, Any]:
        """Return what was said, as the action takes it."""
        said = self.cleaned_data
        return {
            "way": "" if said["way"] == AS_NEEDS else said["way"],
            "post_to": said["post_to"],
            "quiet_from": hour_of(said["quiet_from"]),
            "quiet_until": hour_of(said["quiet_until"]),
            "daily": said.get("daily", []),
            "stopped": said.get("stopped", []),
        }


def hour_of(chosen: str) -> time | None:
    return None if chosen == NONE else time.fromisoformat(chosen)


def initial_of(wishes: Wishes) -> dict[str, Any]:
    return {
        "way": wishes.way or AS_NEEDS,
        "post_to": wishes.post_to,
        "quiet_from": f"{wishes.quiet_from:%H:00}" if wishes.quiet_from is not None else NONE,
        "quiet_until": f"{wishes.quiet_until:%H:00}" if wishes.quiet_until is not None else NONE,
        "daily": wishes.daily,
        "stopped": wishes.stopped,
    }
