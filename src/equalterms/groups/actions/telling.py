"""Who is told what happened in a group: each function is a step inside the action that causes it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.groups.models import Application, Group, Referral
from equalterms.groups.rules import seats_on
from equalterms.groups.vocabulary import (
    APPLICATION_ANSWERED,
    APPLICATION_MADE,
    LEADING_ROLES,
    REFERRAL_ANSWERED,
    REFERRAL_ARRIVED,
    ReferralState,
)
from equalterms.notices.actions.queueing import queue_notice, queue_notices
from equalterms.notices.places import Place
from equalterms.people.models import Person


def leaders_of(group: Group) -> list[Person]:
    """Return who leads a group today."""
    seats = group.memberships.filter(seats_on(), role__in=LEADING_ROLES)
    return list(Person.objects.filter(pk__in=seats.values("person")).order_by("pk"))


def tell_referral_arrived(referral: Referral, *, by: Person) -> None:
    """Tell those who lead the group that is asked, inside the caller's action."""
    words = {"from": referral.from_group.name, "to": referral.to_group.name}
    queue_notices(
        to=leaders_of(referral.to_group),
        kind=REFERRAL_ARRIVED,
        subject=_("%(from)s asks %(to)s to take work on") % words,
        parts=[referral.title, _("Say for your group whether it takes this on, and answer in your own words.")],
        place=Place.of(referral.to_group),
        link=reverse("groups:referral", args=[referral.key]),
        about=referral,
        by=by,
    )


def tell_referral_answered(referral: Referral, *, by: Person) -> None:
    """Tell those who lead the group that asked, inside the caller's action."""
    done = referral.state == ReferralState.DONE
    said = _("%(group)s has answered.") if done else _("%(group)s does not take this on.")
    queue_notices(
        to=leaders_of(referral.from_group),
        kind=REFERRAL_ANSWERED,
        subject=_("%(group)s answers: %(title)s") % {"group": referral.to_group.name, "title": referral.title},
        parts=[said % {"group": referral.to_group.name}, _("Their words stand beside what you asked.")],
        place=Place.of(referral.from_group),
        link=reverse("groups:referral", args=[referral.key]),
        about=referral,
        by=by,
    )


def tell_application_made(application: Application, *, by: Person) -> None:
    """Tell those who lead the group, inside the caller's action. Who asks, they read on the page."""
    queue_notices(
        to=leaders_of(application.group),
        kind=APPLICATION_MADE,
        subject=_("Somebody asks to join %(group)s") % {"group": application.group.name},
        parts=[_("They wrote why. Please answer within two weeks.")],
        place=Place.of(application.group),
        link=reverse("groups:application", args=[application.key]),
        about=application,
        by=by,
    )


def tell_application_answered(application: Application, *, by: Person) -> None:
    """Tell the person who asked to join, inside the caller's action."""
    queue_notice(
        to=application.person,
        kind=APPLICATION_ANSWERED,
        subject=_("Your application to %(group)s was answered") % {"group": application.group.name},
        parts=[application.get_state_display(), *([application.answer] if application.answer else [])],
        place=Place.of(application.group),
        link=reverse("groups:application", args=[application.key]),
        about=application,
        by=by,
    )
