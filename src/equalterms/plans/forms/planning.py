"""Questions about a plan: what it is about, when, to whom it answers, who is responsible, why it ended."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import DayField, SeveralWithHints
from equalterms.groups.models import Group
from equalterms.people.models import Organisation, Person
from equalterms.plans.models import Plan


class PlanForm(forms.Form):
    """One calm page for the whole plan."""

    organisation = forms.ChoiceField(label=_("For which organisation?"), widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("What is the plan called?"),
        max_length=160,
        help_text=_("For example “Adult social care 2026 to 2028”."),
    )
    summary = forms.CharField(
        label=_("What is it about?"),
        widget=forms.Textarea,
        help_text=_("Say in a few sentences what is to become different, and for whom."),
    )
    limits = forms.CharField(
        label=_("What cannot change, and why?"),
        required=False,
        widget=forms.Textarea,
        help_text=_("For example the money, or the law. People decide better when they know the limits."),
    )
    starts_on = DayField(label=_("When does it start?"), called=_("the day it starts"))
    ends_on = DayField(label=_("When does it end?"), called=_("the day it ends"))
    answers_to = SeveralWithHints(
        label=_("Which groups does it answer to?"),
        required=False,
        help_text=_(
            "Their members with lived experience are asked what co-production was like. "
            "You need at least one group before you publish."
        ),
    )

    def __init__(
        self,
        *args: Any,
        groups: QuerySet[Group],
        organisations: Sequence[Organisation] = (),
        plan: Plan | None = None,
        **kwargs: Any,
    ) -> None:
        if plan is not None:
            kwargs.setdefault("initial", initial_of(plan))
        super().__init__(*args, **kwargs)
        self.groups = {group.key: group for group in groups}
        rows = [(key, group.name, group.organisation.name) for key, group in self.groups.items()]
        field = self.fields["answers_to"]
        field.choices = [row[:2] for row in rows]
        field.choice_hints = {row[0]: row[2] for row in rows}
        self.organisations = {organisation.slug: organisation for organisation in organisations}
        self.fields["organisation"].choices = [(slug, each.name) for slug, each in self.organisations.items()]
        if plan is not None or len(self.organisations) == 1:
            del self.fields["organisation"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        starts, ends = given.get("starts_on"), given.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("The plan cannot end before it starts."))
        return given

    def facts(self) -> dict[str, Any]:
        """Return what the actions take."""
        given = {name: self.cleaned_data[name] for name in ("title", "summary", "limits", "starts_on", "ends_on")}
        return given | {"answers_to": [self.groups[key] for key in self.cleaned_data["answers_to"]]}

    def chosen_organisation(self) -> Organisation:
        """Return the organisation chosen, or the only one there is."""
        chosen = self.cleaned_data.get("organisation")
        return self.organisations[chosen] if chosen else next(iter(self.organisations.values()))


def initial_of(plan: Plan) -> dict[str, Any]:
    facts = {name: getattr(plan, name) for name in ("title", "summary", "limits", "starts_on", "ends_on")}
    return facts | {"answers_to": list(plan.answers_to.values_list("key", flat=True))}


class ConfirmForm(forms.Form):
    """Nothing to fill in: the button says what will happen."""


class EndPlanForm(forms.Form):
    because = forms.CharField(
        label=_("Why does it end?"), widget=forms.Textarea, help_text=_("Everybody can read this.")
    )


class SharePlanForm(forms.Form):
    """Choose another manager of the same organisation."""

    person = forms.ChoiceField(
        label=_("Who shall be responsible, too?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a manager")},
    )

    def __init__(self, *args: Any, managers: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.managers = {person.key: person for person in managers}
        self.fields["person"].choices = [(key, person.name) for key, person in self.managers.items()]

    def chosen(self) -> Person:
        return self.managers[self.cleaned_data["person"]]
