"""Questions about the agenda: a proposal, the order and times, putting off, and the other chair's answer."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField
from equalterms.meetings.forms.fields import words
from equalterms.meetings.models import AgendaItem
from equalterms.meetings.vocabulary import LONGEST_ITEM, ItemPurpose, ItemState

MOST_NUMBERS = 99


class ItemForm(forms.Form):
    """An item that a member proposes."""

    title = forms.CharField(label=_("What is it about, in a few words?"), max_length=160)
    why = words(_("Why should the group talk about it?"), help_text=_("A sentence or two is enough."), max_length=4000)
    purpose = ChoiceWithHints(
        label=_("What is it for?"),
        choices=[
            (ItemPurpose.DECISION, ItemPurpose.DECISION.label, _("We should agree on something.")),
            (ItemPurpose.DISCUSSION, ItemPurpose.DISCUSSION.label, _("We should hear one another.")),
            (ItemPurpose.INFORMATION, ItemPurpose.INFORMATION.label, _("People should know about it.")),
        ],
    )
    wished_minutes = forms.IntegerField(
        label=_("How many minutes do you wish for?"),
        initial=15,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_ITEM)],
    )


class CloseItemForm(forms.Form):
    """Whether the public sees an item."""

    closed = ChoiceWithHints(
        label=_("Who sees this item?"),
        choices=[
            ("no", _("Everybody who sees the meeting")),
            ("yes", _("Only the members"), _("Others read “a closed item”, and your reason.")),
        ],
    )
    because = words(
        _("Why is it closed?"),
        rows=3,
        required=False,
        help_text=_("Everybody can read this. Name nobody."),
        max_length=1000,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("closed") == "yes" and not given.get("because", "").strip():
            self.add_error("because", _g("Say why the item is closed."))
        return given


class OrderForm(forms.Form):
    """The whole agenda: a number and minutes for each item. An item without a number is not on it."""

    says_optional = False

    words = words(
        _("A few words to the others"),
        rows=3,
        required=False,
        help_text=_("Why do you wish for this?"),
        max_length=1000,
    )

    def __init__(
        self,
        *args: Any,
        items: Iterable[AgendaItem],
        wished: Mapping[str, tuple[int, int]],
        put_off: Iterable[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.put_off_keys = set(put_off)
        self.items = [item for item in items if item.key not in self.put_off_keys]
        for item in self.items:
            number, minutes = wished.get(item.key, (None, item.wished_minutes))
            self.fields[f"number_{item.key}"] = whole_number(
                _g("Number of “%(title)s”") % {"title": item.title}, MOST_NUMBERS, number
            )
            self.fields[f"minutes_{item.key}"] = whole_number(
                _g("Minutes for “%(title)s”") % {"title": item.title}, LONGEST_ITEM, minutes
            )
        self.order_fields([name for name in self.fields if name != "words"] + ["words"])

    def rows(self) -> list[tuple[AgendaItem, BoundField, BoundField]]:
        return [(item, self[f"number_{item.key}"], self[f"minutes_{item.key}"]) for item in self.items]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        taken: dict[int, AgendaItem] = {}
        for item in self.items:
            number, minutes = given.get(f"number_{item.key}"), given.get(f"minutes_{item.key}")
            name = f"number_{item.key}"
            if number is None and item.state == ItemState.ON_AGENDA and name not in self.errors:
                message = _g("“%(title)s” is on the agenda. Give it a number, or put it off with a reason and a day.")
                self.add_error(name, message % {"title": item.title})
            elif number in taken:
                message = _g("“%(title)s” and “%(other)s” have the same number. Give each a number of its own.")
                self.add_error(name, message % {"title": item.title, "other": taken[number].title})
            elif number is not None:
                taken[number] = item
                if minutes is None and f"minutes_{item.key}" not in self.errors:
                    message = _g("Say how many minutes “%(title)s” gets.")
                    self.add_error(f"minutes_{item.key}", message % {"title": item.title})
        return given

    def lines(self) -> list[dict[str, Any]]:
        """Return the wished agenda, in the order of the numbers."""
        given = self.cleaned_data
        on_it = [item for item in self.items if given[f"number_{item.key}"] is not None]
        on_it.sort(key=lambda item: given[f"number_{item.key}"])
        return [{"item": item.key, "minutes": given[f"minutes_{item.key}"]} for item in on_it]


def whole_number(label: str, most: int, initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        initial=initial,
        validators=[MinValueValidator(1), MaxValueValidator(most)],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3", "autocomplete": "off"}),
    )


class PutOffForm(forms.Form):
    """Putting an item off: never without a reason and a day."""

    because = words(_("Why does it wait?"), rows=3, help_text=_("Its proposer reads this."), max_length=1000)
    until = DayField(
        label=_("On which day does it come back?"),
        called=_("the day"),
        help_text=_("From that day on it stands among the proposed items again. For example, 27 3 2026"),
    )

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until <= timezone.localdate():
            raise ValidationError(_g("Choose a day after today."))
        return until


class AnswerChangeForm(forms.Form):
    """What another chair says to a change."""

    agrees = ChoiceWithHints(
        label=_("What do you say?"),
        choices=[
            ("yes", _("I agree"), _("This becomes the agenda.")),
            ("no", _("I do not agree"), _("The agenda stays as it is. Say why.")),
        ],
    )
    why = words(_("Why not?"), rows=3, required=False, help_text=_("Only if you do not agree."), max_length=1000)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("agrees") == "no" and not given.get("why", "").strip():
            self.add_error("why", _g("Say why not, so that the other chair can think of something else."))
        return given
