"""What waits for a person in this room, and what happened to them here."""

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from equalterms.ledger.models import Event
from equalterms.people.models import AccessNeeds, Draft, Invitation, Person
from equalterms.people.queries.invitations import invitations_open_to
from equalterms.people.vocabulary import InvitationKind
from equalterms.people.waiting import Happening, Waiting

WORTH_TELLING = {
    "support.agreed": "people:supporters",
    "support.ended": "people:supporters",
    "invitation.declined": "people:me",
    "duty.begun": "people:me",
    "duty.ended": "people:me",
}
WORDS = {
    "support.agreed": gettext_lazy("Your supporter said yes"),
    "support.ended": gettext_lazy("A supporter's help has ended"),
    "invitation.declined": gettext_lazy("Somebody said no to an invitation from you"),
    "duty.begun": gettext_lazy("You were given something to do for an organisation"),
    "duty.ended": gettext_lazy("Something that you did for an organisation has ended"),
}


def waiting_for(person: Person) -> list[Waiting]:
    """Return what this room asks of the person today."""
    if person.entered_by is not None:
        return _needs(person)
    return [*map(_invitation, invitations_open_to(person)), *_needs(person), *map(_draft, _own_drafts(person))]


def _invitation(invitation: Invitation) -> Waiting:
    url = reverse("people:my_invitation", args=[invitation.key])
    until = timezone.localdate(invitation.expires_at)
    if invitation.kind == InvitationKind.SUPPORT and invitation.support is not None:
        title = _("%(name)s asks you to be their supporter") % {"name": invitation.support.person.name}
        return Waiting(title, url, _("They wait for your answer."), until, urgency=60)
    title = _("%(organisation)s invites you") % {"organisation": invitation.organisation}
    return Waiting(title, url, str(invitation.get_duty_display()), until, urgency=50)


def _needs(person: Person) -> list[Waiting]:
    record = AccessNeeds.objects.filter(person=person).first()
    url = reverse("people:needs")
    today = timezone.localdate()
    if record is None:
        return [Waiting(_("Tell us what you need to take part"), url, _("Everybody is asked. You can say: nothing."))]
    if record.review_on > today:
        return []
    why = _("You asked to look at them again.")
    overdue = record.review_on < today
    return [Waiting(_("Are your access needs still right?"), url, why, record.review_on, overdue, urgency=20)]


def _own_drafts(person: Person) -> list[Draft]:
    return list(Draft.objects.filter(person=person, typed_by=None).order_by("-saved_at")[:5])


def _draft(draft: Draft) -> Waiting:
    day = timezone.localtime(draft.saved_at)
    return Waiting(
        _("You have not finished a form"),
        draft.page or draft.path,
        _("Kept on %(day)s. Nothing has been sent yet.") % {"day": f"{day:%-d %B %Y}"},
        urgency=10,
    )


def happened_for(person: Person, since: datetime) -> list[Happening]:
    """Return what others did that concerns the person, newest first."""
    events = Event.objects.filter(for_whom=person.key, at__gt=since, verb__in=list(WORTH_TELLING)).exclude(
        actor=person.key
    )
    return [
        Happening(event.at, str(WORDS[event.verb]), reverse(WORTH_TELLING[event.verb]))
        for event in events.order_by("-number")[:20]
    ]
