"""The questions by which a manager writes an account, one form for each page."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints, DayField
from equalterms.documents.forms import SafeFileField
from equalterms.plans.vocabulary import RUNGS, Scale, Tense

TENSES = [
    (Tense.HAS, _("Yes, it has taken place"), _("Members who were there are asked for their own reading.")),
    (Tense.WILL, _("Not yet, but it will"), _("You promise a day. When it has passed you are asked what happened.")),
    (
        Tense.NONE_YET,
        _("There is none yet"),
        _("You say why, and by when you will arrange it. Everybody sees it."),
    ),
]
ANOTHER_GROUP, PEOPLE = "another-group", "people"


class StepForm(forms.Form):
    """One page of questions. `facts` is what the earlier answers say; `answers` what is kept of this page."""

    says_optional = True

    def __init__(self, *args: Any, facts: dict[str, Any], **kwargs: Any) -> None:
        self.facts = facts
        kwargs["initial"] = {**facts.get("answers", {}), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Fit the questions to the earlier answers."""

    @property
    def has_taken_place(self) -> bool:
        return self.facts.get("answers", {}).get("tense") == Tense.HAS

    def answers(self) -> dict[str, Any]:
        """Return the answers to keep, by field of the claim."""
        return dict(self.cleaned_data)


class TenseForm(StepForm):
    tense = ChoiceWithHints(label=_("Choose one"), choices=TENSES)

    def prepare(self) -> None:
        if self.facts.get("is_public_as_has"):  # the public version says so; it cannot become a plan again
            self.fields["tense"].choices = [row[:2] for row in TENSES[:1]]


class NoneYetForm(StepForm):
    none_because = forms.CharField(
        label=_("Why is there none yet?"), widget=forms.Textarea, help_text=_("Everybody can read this.")
    )
    on = DayField(
        label=_("By which day will you arrange it?"),
        called=_("the day by which you will arrange it"),
        help_text=_("For example, 27 3 2027. When this day has passed, the record says that it is late."),
    )

    def prepare(self) -> None:
        self.fields["on"].earliest = timezone.localdate()


class WhenForm(StepForm):
    on = DayField(label=_("On which day did it take place?"), called=_("the day"))
    where = forms.CharField(
        label=_("Where?"), max_length=240, help_text=_("A room, a place, or “online”. Say if it was both.")
    )

    def prepare(self) -> None:
        today = timezone.localdate()
        if not self.has_taken_place:
            self.fields["on"].label = _("On which day will it take place?")
            self.fields["on"].earliest = today
        else:
            self.fields["on"].help_text = _("If it took several days, give the last. For example, 27 3 2026")
            self.fields["on"].latest = today


class WhoForm(StepForm):
    """The groups that the plan answers to come first."""

    who = ChoiceWithHints(label=_("Choose one"), error_messages={"required": _("Choose a group, or say with whom")})

    def prepare(self) -> None:
        groups = self.facts["groups"]
        self.fields["who"].choices = [
            *((group.key, group.name) for group in groups),
            (ANOTHER_GROUP, _("Another group")),
            (PEOPLE, _("People who are not in a group")),
        ]
        hints = {group.key: _("This plan answers to it.") for group in groups}
        self.fields["who"].choice_hints = hints | {
            PEOPLE: _("Members with lived experience of the plan's groups are asked.")
        }
        chosen, known = self.initial.get("group", ""), {group.key for group in groups}
        if chosen:
            self.fields["who"].initial = chosen if chosen in known else ANOTHER_GROUP
        elif self.initial.get("with_whom"):
            self.fields["who"].initial = PEOPLE

    def answers(self) -> dict[str, Any]:
        chosen = self.cleaned_data["who"]
        if chosen == PEOPLE:
            return {"group": ""}
        if chosen == ANOTHER_GROUP:
            return {"with_whom": ""}
        return {"group": chosen, "with_whom": ""}


class OtherGroupForm(StepForm):
    group = forms.ChoiceField(label=_("Which group?"), error_messages={"required": _("Choose a group")})

    def prepare(self) -> None:
        by_organisation: dict[str, list[tuple[str, str]]] = {}
        for group in self.facts["other_groups"]:
            by_organisation.setdefault(group.organisation.name, []).append((group.key, group.name))
        self.fields["group"].choices = [("", _("Choose a group")), *by_organisation.items()]

    def answers(self) -> dict[str, Any]:
        return {"group": self.cleaned_data["group"], "with_whom": ""}


class PeopleForm(StepForm):
    with_whom = forms.CharField(
        label=_("Which people, and how many?"),
        widget=forms.Textarea,
        help_text=_("For example “12 carers who came to the open day”. Do not give anybody's name."),
    )

    def answers(self) -> dict[str, Any]:
        return {"with_whom": self.cleaned_data["with_whom"], "group": ""}


class WayForm(StepForm):
    way = ChoiceWithHints(label=_("Choose one"), error_messages={"required": _("Choose how people worked together")})

    def prepare(self) -> None:
        self.fields["way"].choices = [(way.slug, way.name) for way in self.facts["ways"]]


class NewWayForm(forms.Form):
    name = forms.CharField(
        label=_("What is this way called?"),
        max_length=120,
        help_text=_("For example “Members on the interview panel”."),
    )


class LadderForm(StepForm):
    scale = ChoiceWithHints(label=_("Choose one"), choices=Scale.choices)

    def answers(self) -> dict[str, Any]:
        chosen = self.cleaned_data["scale"]
        kept = {"scale": chosen}
        return kept if chosen == self.facts["answers"].get("scale") else kept | {"rung": None}


class RungForm(StepForm):
    """The rungs of one ladder with their plain meanings, the highest first, as a ladder stands."""

    rung = ChoiceWithHints(label=_("Choose one"), error_messages={"required": _("Choose one rung of the ladder")})

    def prepare(self) -> None:
        rungs = RUNGS[self.facts["answers"].get("scale", Scale.TLAP)]
        set_rungs(self.fields["rung"], rungs)

    def answers(self) -> dict[str, Any]:
        return {"rung": int(self.cleaned_data["rung"])}


def set_rungs(field: forms.ChoiceField, rungs: Any) -> None:
    """Offer the rungs, the highest first, each with what it means."""
    field.choices = [(str(rung.number), f"{rung.number}. {rung.name}") for rung in reversed(rungs)]
    field.choice_hints = {str(rung.number): rung.meaning for rung in rungs}


class WordsForm(StepForm):
    asked = forms.CharField(
        label=_("What were people asked?"),
        widget=forms.Textarea,
        help_text=_("Say which questions were open, and which were already decided."),
    )
    changed = forms.CharField(
        label=_("What changed because of it?"),
        widget=forms.Textarea,
        help_text=_("Say what you did differently. If nothing has changed yet, say so."),
    )

    def prepare(self) -> None:
        if not self.has_taken_place:
            self.fields["asked"].label = _("What will people be asked?")
            self.fields["asked"].help_text = _("Say which questions are open, and which are already decided.")
            del self.fields["changed"]


class WhyForm(StepForm):
    corrects_because = forms.CharField(
        label=_("Say it in your own words"),
        widget=forms.Textarea,
        help_text=_("Everybody can read this. The earlier version can still be read, too."),
    )


class EvidenceForm(forms.Form):
    """A link or a file, with what it is."""

    title = forms.CharField(
        label=_("What is it?"), max_length=160, help_text=_("For example “Notes of the workshop on 3 March”.")
    )
    url = forms.URLField(
        label=_("Address of the page"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Starts with https://. Leave it empty if you choose a file."),
        error_messages={"invalid": _("Enter the whole address, for example https://www.example.org/notes")},
    )
    file = SafeFileField(label=_("File"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors:
            return given
        if not given.get("url") and not given.get("file"):
            self.add_error("url", _("Give the address of a page, or choose a file."))
        if given.get("url") and given.get("file"):
            self.add_error("url", _("Give one at a time: the address or the file."))
        return given
