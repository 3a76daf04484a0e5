"""Reading about groups: the list, one group's page, who sits in it, and its terms of reference."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from equalterms.design.dates import in_words
from equalterms.design.fields import ReadyChoices
from equalterms.design.paging import pager_for
from equalterms.design.tables import Column, Table
from equalterms.design.visitors import same_for_all_visitors
from equalterms.groups.queries.administered import organisations_to_start_in
from equalterms.groups.queries.groups import group_for
from equalterms.groups.queries.joining import applications_open_in, invitations_open_in, terms_for
from equalterms.groups.queries.listing import Wanted, compositions_of, groups_wanted, organisations_with_groups
from equalterms.groups.queries.membership import group_with_members, handovers_in, members_on, seat_of
from equalterms.groups.queries.needs import group_led, needs_in
from equalterms.groups.queries.page import GroupPage, group_page
from equalterms.groups.rules import may_lead
from equalterms.groups.rules.deciding import terms_of_version
from equalterms.groups.views.frame import trail_to, url_of
from equalterms.groups.views.pictures import kept_in_words, kind_of, table_picture
from equalterms.groups.vocabulary import LEADING_ROLES, GroupKind
from equalterms.people.guards import signed_in

ON_ONE_PAGE = 20
SHAPES = {"lived": "circle", "charge": "square", "other": "diamond"}


class WantedForm(forms.Form):
    """What somebody looks for in the list of groups."""

    says_optional = False

    words = forms.CharField(label=gettext_lazy("Words in the name or the purpose"), max_length=100, required=False)
    organisation = forms.ChoiceField(label=gettext_lazy("Organisation"), required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of group"),
        choices=[("", gettext_lazy("Every kind")), *GroupKind.choices],
        required=False,
    )
    ended = forms.BooleanField(label=gettext_lazy("Also show groups that have ended"), required=False)

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = ReadyChoices(_("Every organisation"), organisations)

    def wanted(self) -> Wanted:
        """Return what was asked for; what cannot be understood is left out."""
        self.is_valid()
        return Wanted(**{name: self.cleaned_data[name] for name in self.fields if name in self.cleaned_data})


@require_safe
@same_for_all_visitors
def show_groups(request: HttpRequest) -> HttpResponse:
    form = WantedForm(request.GET, organisations=organisations_with_groups(request.person))
    wanted = form.wanted()
    page = Paginator(groups_wanted(request.person, wanted), ON_ONE_PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": _("Groups"),
        "lead": _("Where people who use services and people in charge sit at one table."),
        "trail": trail_to()[:1],
        "search_form": form,
        "wanted": wanted,
        "count": page.paginator.count,
        "cards": [(group, url_of(group), composition) for group, composition in compositions_of(page)],
        "pager": pager_for(page, request),
        "may_start": organisations_to_start_in(request.person).exists(),
    }
    return render(request, "groups/list.html", context)


@require_safe
@same_for_all_visitors
def show_group(request: HttpRequest, key: str) -> HttpResponse:
    page = group_page(request.person, group_for(request.person, key))
    since = in_words(page.not_kept_since) if page.not_kept_since is not None else ""
    context = {
        "heading": page.group.name,
        "lead": _("%(kind)s, %(organisation)s")
        % {"kind": page.group.get_kind_display(), "organisation": page.group.organisation.name},
        "trail": trail_to(),
        "page": page,
        "group": page.group,
        "picture": table_picture(page.group, page.composition, kept_in_words(page.composition, since)),
        "comings": comings_table(page),
        "rows": rows_about(page),
    }
    return render(request, "groups/group.html", context)


def rows_about(page: GroupPage) -> list[tuple[Any, ...]]:
    group = page.group
    rows: list[tuple[Any, ...]] = [
        (_("Started"), in_words(group.started_on)),
    ]
    if group.ended_on is not None:
        rows.append((_("Ended"), in_words(group.ended_on)))
    else:
        rows.append((_("Joining"), group.get_joining_display()))
    if group.seats is not None:
        taken = {"filled": page.composition.filled, "seats": group.seats}
        rows.append((_("Seats"), _("%(filled)s of %(seats)s are taken") % taken))
    return rows


def comings_table(page: GroupPage) -> Table | None:
    if not page.history.comings:
        return None
    figures = [Column(_("Joined"), numeric=True), Column(_("Left"), numeric=True), Column(_("Today"), numeric=True)]
    return Table(
        caption=_("Who joined and who left"),
        columns=[_("Sits as"), *figures],
        rows=[(each.capacity, each.joined, each.left, each.now) for each in page.history.comings],
    )


@require_safe
@signed_in
def show_members(request: HttpRequest, key: str) -> HttpResponse:
    group = group_with_members(request.person, key)
    leading = may_lead(request.person, group)
    seats = list(members_on(group))
    context = {
        "heading": _("Members of %(group)s") % {"group": group.name},
        "lead": _("Only the members of the group can see this page."),
        "trail": trail_to(group),
        "group": group,
        "seats": [(seat, SHAPES[kind_of(seat.capacity)]) for seat in seats],
        "leading": [seat for seat in seats if seat.role in LEADING_ROLES],
        "own_seat": seat_of(request.person, group),
        "handovers": handovers_in(group),
        "leads": leading,
        "applications": applications_open_in(group) if leading else (),
        "invitations": invitations_open_in(group) if leading else (),
    }
    return render(request, "groups/members.html", context)


@require_safe
@signed_in
def show_needs(request: HttpRequest, key: str) -> HttpResponse:
    group = group_led(request.person, key)
    context = {
        "heading": _("What members need to take part"),
        "lead": _("%(group)s. Only what they share with those who lead the group.") % {"group": group.name},
        "trail": trail_to(group),
        "members": needs_in(group),
    }
    return render(request, "groups/needs.html", context)


@require_safe
def show_terms(request: HttpRequest, key: str, number: int) -> HttpResponse:
    terms = terms_for(request.person, key, number)
    versions = list(terms.group.terms.all())
    context = {
        "heading": _("Terms of reference"),
        "lead": _("%(group)s, version %(number)s, agreed on %(day)s")
        % {"group": terms.group.name, "number": terms.number, "day": in_words(terms.agreed_on)},
        "trail": trail_to(terms.group),
        "group": terms.group,
        "terms": terms,
        "deciding": terms_of_version(terms).in_words,
        "is_current": versions[0] == terms,
        "others": [(each, reverse("groups:terms", args=[key, each.number])) for each in versions if each != terms],
    }
    return render(request, "groups/terms.html", context)
