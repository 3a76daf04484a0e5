"""Examples of this room's pages, found among the example data."""

from typing import Any

from django.db.models import Q

from equalterms.groups.models import (
    Application,
    Group,
    GroupInvitation,
    Membership,
    OpenQuestion,
    Principle,
    Referral,
    TermsVersion,
)
from equalterms.groups.rules import seats_on
from equalterms.groups.vocabulary import LEADING_ROLES, ApplicationState, Joining, QuestionState, Visibility
from equalterms.people import tokens

EXAMPLE_TOKEN = "an-example-invitation"  # noqa: S105  (opens a made-up invitation, in the examples alone)

Examples = list[dict[str, Any]]


def examples() -> dict[str, Examples]:
    """Return arguments for every address of this room that answers GET, as far as the data hold one."""
    led, seen = group_led_by("chair"), groups_to_see()
    of_led = [{"key": led.key}] if led is not None else []
    routes = ("describe", "change_rule", "relate", "end", "new_terms", "new_principle", "new_question", "refer")
    found = {f"groups:{route}": of_led for route in (*routes, "invite", "needs")}
    found |= {"groups:group": keys_of(seen), "groups:members": keys_of(seen)}
    found["groups:terms"] = [
        {"key": each.group.key, "number": each.number}
        for each in TermsVersion.objects.filter(group__in=seen).select_related("group").order_by("pk")
    ]
    found["groups:withdraw_principle"] = first(Principle.objects.filter(group=led, until__isnull=True))
    found["groups:close_question"] = first(OpenQuestion.objects.filter(group=led, state=QuestionState.OPEN))
    found["groups:referral"] = keys_of(Referral.objects.filter(Q(from_group=led) | Q(to_group=led)).order_by("pk"))
    return found | examples_of_doors() | examples_of_seats(led)


def examples_of_doors() -> dict[str, Examples]:
    invitations = GroupInvitation.objects.filter(token_digest=tokens.digest(EXAMPLE_TOKEN))
    link = [{"token": EXAMPLE_TOKEN}] if invitations.exists() else []
    at_work = Group.objects.filter(ended_on__isnull=True, visibility=Visibility.PUBLIC).order_by("pk")
    answered = Application.objects.exclude(state=ApplicationState.OPEN).order_by("pk")
    return {
        "groups:invitation": link,
        "groups:accept_invitation": link,
        "groups:apply": first(at_work.filter(joining=Joining.APPLICATION)),
        "groups:join": first(at_work.filter(joining=Joining.PUBLIC)),
        "groups:application": first(Application.objects.filter(state=ApplicationState.OPEN).order_by("pk"))
        + first(answered),
    }


def examples_of_seats(led: Group | None) -> dict[str, Examples]:
    seat = Membership.objects.filter(seats_on(), person__try_as="member", group=led).first()
    others = Membership.objects.filter(seats_on(), group=led).exclude(role__in=LEADING_ROLES)
    of_led = [{"key": led.key}] if led is not None else []
    return {
        "groups:change_seat": first(others.order_by("pk")),
        "groups:end_seat": first(others.order_by("pk")),
        "groups:naming": [{"key": seat.key}] if seat is not None else [],
        "groups:leave": [{**each, "step": step} for each in of_led for step in ("handover", "why")],
        "groups:confirm_leaving": of_led,
    }


def group_led_by(slug: str) -> Group | None:
    """Return the first public group that an example person leads."""
    led = Membership.objects.filter(seats_on(), person__try_as=slug, role__in=LEADING_ROLES)
    return Group.objects.filter(pk__in=led.values("group"), visibility=Visibility.PUBLIC).order_by("pk").first()


def groups_to_see() -> list[Group]:
    """Return a group of each kind of visibility and control, and one that has ended."""
    chosen: dict[tuple[object, ...], Group] = {}
    for group in Group.objects.order_by("pk"):
        chosen.setdefault((group.visibility, group.user_controlled, group.ended_on is not None), group)
    led = group_led_by("chair")
    return list({group.pk: group for group in [led, *chosen.values()] if group is not None}.values())


def keys_of(things: Any) -> Examples:
    return [{"key": each.key} for each in things]


def first(things: Any) -> Examples:
    return keys_of(things[:1])
