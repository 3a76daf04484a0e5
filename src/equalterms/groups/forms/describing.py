"""Forms for starting a group, saying what it is for, its rule of seats, its relatives and its end."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from equalterms.design.fields import ChoiceWithHints
from equalterms.groups.models import Group
from equalterms.groups.queries.administered import groups_administered_by, organisations_to_start_in
from equalterms.groups.rules import may_start_group, why_not_sit
from equalterms.groups.vocabulary import Capacity, GroupKind, Joining, Role, Visibility
from equalterms.people.models import Person

PERCENT_HELP = _("A number from 0 to 100. 50 means at least half of the filled seats.")


def long_text(**attrs: Any) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": "5", **attrs})


class DescriptionForm(forms.ModelForm):
    """Name, purpose, who can see the group and how one joins."""

    class Meta:
        model = Group
        fields = ("name", "purpose", "visibility", "joining")
        widgets = {
            "purpose": long_text(),
            "visibility": forms.RadioSelect,
            "joining": forms.RadioSelect,
        }
        labels = {
            "name": _("What is the group called?"),
            "purpose": _("What is it for?"),
            "visibility": _("Who can see this group?"),
            "joining": _("How does somebody join?"),
        }

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        others = Group.objects.filter(organisation=self.instance.organisation_id, name=name)
        if self.instance.organisation_id and others.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_g("The organisation has a group with this name already. Choose another."))
        return name


class StartForm(forms.Form):
    """A new group, with the seat of whoever starts it."""

    organisation = forms.ModelChoiceField(queryset=None, label=_("Whose group is it?"), empty_label=None)
    name = forms.CharField(label=_("What is the group called?"), max_length=160)
    kind = forms.ChoiceField(label=_("What kind of group is it?"), choices=GroupKind.choices, widget=forms.RadioSelect)
    purpose = forms.CharField(label=_("What is it for?"), widget=long_text())
    user_controlled = forms.BooleanField(
        label=_("Its members control this group"),
        help_text=_("Nobody who works for a public body can then look after it, whatever their rights on this site."),
        required=False,
    )
    parent = forms.ModelChoiceField(
        queryset=None, label=_("Is it part of another group?"), required=False, empty_label=_("No")
    )
    visibility = forms.ChoiceField(
        label=_("Who can see this group?"),
        choices=Visibility.choices,
        widget=forms.RadioSelect,
        initial=Visibility.PUBLIC,
    )
    joining = forms.ChoiceField(
        label=_("How does somebody join?"),
        choices=Joining.choices,
        widget=forms.RadioSelect,
        initial=Joining.INVITATION,
    )
    seats = forms.IntegerField(
        label=_("How many seats are there?"),
        help_text=_("Leave it empty if there is no limit."),
        min_value=1,
        max_value=1000,
        required=False,
    )
    lived_share = forms.IntegerField(
        label=_("How many of 100 seats are for people with lived experience, at least?"),
        help_text=PERCENT_HELP,
        min_value=0,
        max_value=100,
        initial=50,
    )
    own_capacity = forms.ChoiceField(
        label=_("Will you sit in this group yourself?"),
        choices=[("", _("No")), *Capacity.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    own_role = forms.ChoiceField(
        label=_("Your role, if you sit in it"),
        choices=[choice for choice in Role.choices if choice[0] != Role.MEMBER],
        widget=forms.RadioSelect,
        initial=Role.FACILITATOR,
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["organisation"].queryset = organisations_to_start_in(person)
        self.fields["parent"].queryset = groups_administered_by(person)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        organisation, parent = cleaned.get("organisation"), cleaned.get("parent")
        controlled = cleaned.get("user_controlled", False)
        if organisation is None:
            return cleaned
        if parent is not None and parent.organisation_id != organisation.pk:
            self.add_error("parent", _g("Choose a group of the same organisation."))
        elif not may_start_group(self.person, organisation, user_controlled=controlled, parent=parent):
            self.add_error("user_controlled", self.why_not(controlled))
        if Group.objects.filter(organisation=organisation, name=cleaned.get("name", "")).exists():
            self.add_error("name", _g("The organisation has a group with this name already. Choose another."))
        self.clean_own_seat(cleaned, controlled)
        return cleaned

    def why_not(self, controlled: bool) -> str:
        if controlled:
            return _g("Only people of a user-led organisation, who do not work for a public body, can start this.")
        return _g("You can start only a group that its members control here. Tick this box.")

    def clean_own_seat(self, cleaned: dict[str, Any], controlled: bool) -> None:
        capacity = cleaned.get("own_capacity", "")
        if not capacity:
            if controlled:
                self.add_error("own_capacity", _g("Take the first seat yourself: only members can look after it."))
            return
        words = why_not_sit(Group(user_controlled=controlled), capacity, cleaned.get("own_role", ""), self.person)
        if words:
            self.add_error("own_capacity", words)


class RuleForm(forms.ModelForm):
    """The rule of seats, and why it changes."""

    reason = forms.CharField(
        label=_("Why do you change it?"),
        help_text=_("Everybody who sees this group can read this."),
        widget=long_text(),
    )

    class Meta:
        model = Group
        fields = ("lived_share", "seats")
        labels = {
            "lived_share": _("How many of 100 seats are for people with lived experience, at least?"),
            "seats": _("How many seats are there?"),
        }
        help_texts = {
            "lived_share": PERCENT_HELP,
            "seats": _("Leave it empty if there is no limit."),
        }


class RelateForm(forms.Form):
    """A tie to another group that the same person looks after."""

    other = forms.ModelChoiceField(queryset=None, label=_("Which other group?"), empty_label=None)
    tie = ChoiceWithHints(
        label=_("How do the two belong together?"),
        choices=[
            ("parent", _("This group is part of the other")),
            ("sibling", _("They work side by side")),
        ],
    )

    def __init__(self, *args: Any, person: Person, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = groups_administered_by(person).exclude(pk=group.pk)


class EndForm(forms.Form):
    """Ending a group, for good."""

    reason = forms.CharField(
        label=_("Why does it end?"), help_text=_("This stays on the group's page."), widget=long_text()
    )
    sure = forms.BooleanField(
        label=_("I understand that nobody can change the group after this"),
        error_messages={"required": _("Tick the box if you want to end the group.")},
    )
