"""Who is told what happened with an account: each function is a step inside the action that causes it."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from equalterms.notices.actions.queueing import queue_notice, queue_notices
from equalterms.notices.places import Place
from equalterms.people.models import Person
from equalterms.plans.models import Account, AccountVersion, Dispute
from equalterms.plans.rules.managing import current
from equalterms.plans.vocabulary import DISPUTE_ANSWERED, DISPUTE_OPENED, READING_ASKED


def tell_reading_asked(account: Account, version: AccountVersion, people: Iterable[int], *, by: Person) -> None:
    """Tell members that their reading is asked for, inside the caller's action. Never what the claim says."""
    title, organisation = account.change.title, account.organisation
    queue_notices(
        to=Person.objects.filter(pk__in=list(people)).order_by("pk"),
        kind=READING_ASKED,
        subject=_("What was it really like? %(change)s") % {"change": title},
        parts=[
            _("%(organisation)s has given an account of co-production. You were in the group then.")
            % {"organisation": organisation.name},
            _("Please say in your own words what it was like, before you see what they say."),
        ],
        place=Place.of(version.group, organisation) if version.group is not None else Place.of(organisation),
        link=reverse("plans:your_reading", args=[account.key]),
        about=account,
        by=by,
    )


def tell_dispute_opened(dispute: Dispute, *, by: Person) -> None:
    """Tell the managers who are responsible, inside the caller's action. Who disagrees, they read on the page."""
    plan = dispute.account.change.plan
    queue_notices(
        to=Person.objects.filter(pk__in=plan.responsibilities.filter(current()).values("person")).order_by("pk"),
        kind=DISPUTE_OPENED,
        subject=_("A member disagrees: %(change)s") % {"change": dispute.account.change.title},
        parts=[_("Their words stand beside your account. Please answer them.")],
        place=Place.of(dispute.account.organisation),
        link=reverse("plans:account", args=[dispute.account.key]),
        about=dispute,
        by=by,
    )


def tell_dispute_answered(dispute: Dispute, *, number: int, by: Person) -> None:
    """Tell the member who disagrees, inside the caller's action. `number` counts the answers."""
    queue_notice(
        to=dispute.person,
        kind=DISPUTE_ANSWERED,
        subject=_("An answer to your dispute: %(change)s") % {"change": dispute.account.change.title},
        parts=[_("Only you can say whether it is settled. You can also say what is still missing.")],
        place=Place.of(dispute.account.organisation),
        link=reverse("plans:account", args=[dispute.account.key]),
        about=dispute,
        once=str(number),
        by=by,
    )
