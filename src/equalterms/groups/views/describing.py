"""Starting a group, saying what it is for, its rule of seats, its relatives, and its end."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from equalterms.groups.actions.starting import (
    change_rule_of_seats,
    describe_group,
    end_group,
    relate_groups,
    start_group,
    unrelate_groups,
)
from equalterms.groups.forms.describing import DescriptionForm, EndForm, RelateForm, RuleForm, StartForm
from equalterms.groups.queries.administered import groups_administered_by, organisations_to_start_in
from equalterms.groups.queries.groups import group_for, group_to_administer
from equalterms.groups.queries.page import relatives
from equalterms.groups.views.frame import ask, done, get_or_post, or_warn, url_of
from equalterms.people.drafts import kept_form
from equalterms.people.exceptions import NotAllowed
from equalterms.people.guards import signed_in


@get_or_post
@signed_in
def start(request: HttpRequest) -> HttpResponse:
    if not organisations_to_start_in(request.person).exists():
        raise NotAllowed(_("Only people who organise things for an organisation can start a group there."))
    form = kept_form(request, StartForm, person=request.person)
    if request.method == "POST" and form.is_valid():
        group = start_group(by=request.person, **form.cleaned_data)
        return done(request, _("The group has started."), url_of(group))
    lead = _("A group starts empty, or with your own seat. You invite the others afterwards.")
    return ask(request, form, heading=_("Start a group"), lead=lead, button_text=_("Start the group"))


@get_or_post
@signed_in
def describe(request: HttpRequest, key: str) -> HttpResponse:
    group = group_to_administer(request.person, key)
    name = group.name
    form = kept_form(request, DescriptionForm, instance=group_to_administer(request.person, key))
    if request.method == "POST" and form.is_valid():
        describe_group(group=group, by=request.person, **form.cleaned_data)
        return done(request, _("The description has been changed."), url_of(group))
    heading = _("What is %(group)s for?") % {"group": name}
    return ask(request, form, group=group, heading=heading, button_text=_("Save the description"))


@get_or_post
@signed_in
def change_rule(request: HttpRequest, key: str) -> HttpResponse:
    group = group_to_administer(request.person, key)
    form = kept_form(request, RuleForm, instance=group_to_administer(request.person, key))
    if request.method == "POST" and form.is_valid():
        _group, warning = or_warn(
            request,
            group,
            lambda despite: change_rule_of_seats(group=group, by=request.person, despite=despite, **form.cleaned_data),
        )
        return warning or done(request, _("The rule of seats has been changed."), url_of(group))
    heading = _("How are the seats shared?")
    return ask(request, form, group=group, heading=heading, button_text=_("Change the rule of seats"))


@get_or_post
@signed_in
def relate(request: HttpRequest, key: str) -> HttpResponse:
    group = group_to_administer(request.person, key)
    form = kept_form(request, RelateForm, person=request.person, group=group)
    if request.method == "POST" and form.is_valid():
        relate_groups(
            group=group,
            other=form.cleaned_data["other"],
            as_parent=form.cleaned_data["tie"] == "parent",
            by=request.person,
        )
        return done(request, _("The two groups now belong together."), url_of(group))
    above, _below, beside = relatives(request.person, group)
    return ask(
        request,
        form,
        group=group,
        template="groups/relate.html",
        heading=_("Which groups belong together?"),
        lead=_("You can tie groups that you look after yourself."),
        button_text=_("Tie the two groups"),
        tied=[each for each in (above, *beside) if each is not None],
        has_choice=groups_administered_by(request.person).exclude(pk=group.pk).exists(),
    )


@require_POST
@signed_in
def unrelate(request: HttpRequest, key: str, other_key: str) -> HttpResponse:
    group = group_to_administer(request.person, key)
    unrelate_groups(group=group, other=group_for(request.person, other_key), by=request.person)
    return done(request, _("The two groups are no longer tied."), reverse("groups:relate", args=[key]))


@get_or_post
@signed_in
def end(request: HttpRequest, key: str) -> HttpResponse:
    group = group_to_administer(request.person, key)
    form = kept_form(request, EndForm)
    if request.method == "POST" and form.is_valid():
        end_group(group=group, by=request.person, reason=form.cleaned_data["reason"])
        return done(request, _("The group has ended. Its history stays."), url_of(group))
    return ask(
        request,
        form,
        group=group,
        heading=_("End %(group)s") % {"group": group.name},
        lead=_("Its page, its members and its history stay as they are today. Nobody can change them."),
        button_text=_("End this group"),
        button_kind="warning",
    )
