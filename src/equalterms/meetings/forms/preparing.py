"""Forms of the preparation space."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints
from equalterms.meetings.forms.fields import words
from equalterms.meetings.models import AgendaItem
from equalterms.meetings.vocabulary import NoteKind

GENERAL = "general"


def item_choices(items: Iterable[AgendaItem]) -> list[tuple[str, Any]]:
    return [*((item.key, item.title) for item in items), (GENERAL, _("The meeting as a whole"))]


class AboutItem(forms.Form):
    """Asks which item something is about. Its clean value is the item, or None for the meeting as a whole."""

    item = ChoiceWithHints(label=_("What is it about?"))

    def __init__(self, *args: Any, items: Iterable[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = {item.key: item for item in items}
        self.fields["item"].choices = item_choices(self.items.values())

    def clean_item(self) -> AgendaItem | None:
        return self.items.get(self.cleaned_data["item"])


class NoteForm(forms.Form):
    """A note, a question or a position."""

    kind = ChoiceWithHints(
        label=_("What is it?"),
        choices=[
            (NoteKind.NOTE, NoteKind.NOTE.label),
            (NoteKind.QUESTION, NoteKind.QUESTION.label, _("Something to ask in the meeting, or of each other.")),
            (NoteKind.POSITION, NoteKind.POSITION.label, _("What you think should happen.")),
        ],
        initial=NoteKind.NOTE,
    )
    words = words(_("Your words"))
    shared = ChoiceWithHints(
        label=_("Who reads it?"),
        choices=[
            ("yes", _("The members who prepare with me")),
            ("no", _("Only me")),
        ],
    )

    def clean_shared(self) -> bool:
        return self.cleaned_data["shared"] == "yes"


class NewNoteForm(AboutItem, NoteForm):
    """A new note, with what it is about."""

    field_order = ("item", "kind", "words", "shared")


class AnswerForm(forms.Form):
    """An answer to what somebody shared."""

    words = words(_("Your answer"))


class CarryForm(AboutItem):
    """Words to carry forward."""

    words = words(
        _("Which words?"),
        help_text=_("If all agree, everybody in the group reads them as “from the members’ preparation”."),
    )
    named = forms.BooleanField(label=_("Name me beside these words"), required=False)


class AnswerCarryForm(forms.Form):
    """Whether these words may be carried forward."""

    agrees = ChoiceWithHints(
        label=_("Do we carry this forward?"),
        choices=[("yes", _("Yes")), ("no", _("No. It stays among us"))],
    )
    named = forms.BooleanField(
        label=_("Name me beside these words"),
        help_text=_("Otherwise nobody outside learns who agreed."),
        required=False,
    )

    def clean_agrees(self) -> bool:
        return self.cleaned_data["agrees"] == "yes"
