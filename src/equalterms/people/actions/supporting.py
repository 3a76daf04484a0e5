"""Supporters: named with consent, agreed, ended by either at any time; and switching to act for somebody."""

from datetime import date
from typing import Any

from django.utils import timezone

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people.actions.inviting import write_invitation
from equalterms.people.actions.mailing import write_mail
from equalterms.people.models import Consent, Invitation, Person, SignedInSession, Support
from equalterms.people.rules import check_may_act_for, check_may_end_support, check_may_name_supporter
from equalterms.people.vocabulary import ConsentKind, ConsentWay, InvitationKind


@action
def name_supporter(
    *,
    person: Person,
    supporter_name: str,
    supporter_email: str,
    scope: str,
    by: Person,
    way: str = ConsentWay.ONLINE,
    words: str = "",
    given_on: date | None = None,
) -> Support:
    """Ask somebody to support a person, which they do only after saying yes through the link that we send.

    The person's own yes is recorded too: `way`, `words` and `given_on` say how they gave it.
    """
    check_may_name_supporter(by, person)
    waiting = Support.objects.asked().filter(person=person, supporter_email__iexact=supporter_email).first()
    if waiting is not None:
        return unchanged(waiting)  # type: ignore[return-value]
    support = Support.objects.create(
        person=person,
        supporter_name=supporter_name,
        supporter_email=supporter_email.lower(),
        scope=scope,
        consent=Consent.objects.create(
            person=person,
            kind=ConsentKind.SUPPORTER,
            way=way,
            words=words,
            given_on=given_on or timezone.localdate(),
            recorded_by=by,
        ),
        named_at=timezone.now(),
    )
    ask_supporter(support, by)
    record("support.asked", support, by=by, for_whom=person, facts={"way": way, "scope": scope})
    return support


def ask_supporter(support: Support, by: Person) -> None:
    """Send a supporter the link by which they say yes, inside the caller's action."""
    to = support.supporter_email
    _invitation, link = write_invitation(kind=InvitationKind.SUPPORT, email=to, support=support, invited_by=by)
    write_mail("people/mail/asked_to_support.txt", to, support=support, link=link)


@action
def end_support(*, support: Support, by: Person, way: str = ConsentWay.ONLINE) -> Support:
    """End a supporter's right at once, also where they are acting for the person at this moment."""
    check_may_end_support(by, support)
    now = timezone.now()
    ended = Support.objects.filter(pk=support.pk, ended_at=None).update(ended_at=now, ended_by=by, ended_way=way)
    if not ended:
        return unchanged(support)  # type: ignore[return-value]
    Consent.objects.filter(pk=support.consent_id).update(taken_back_at=now, taken_back_way=way, taken_back_by=by)
    Invitation.objects.usable().filter(support=support).update(revoked_at=now, revoked_by=by)
    SignedInSession.objects.filter(acting_for=support).update(acting_for=None)
    record("support.ended", support, by=by, for_whom=support.person, facts={"way": str(way)})
    support.refresh_from_db()
    return support


@action
def start_acting(*, support: Support, session: SignedInSession, by: Person) -> None:
    """From now on, in this session, what the supporter enters is credited to the person whom they support."""
    check_may_act_for(by, support)
    SignedInSession.objects.filter(pk=session.pk).update(acting_for=support)
    record("support.started", support, by=by, for_whom=support.person)


@action
def stop_acting(*, session: SignedInSession, by: Person) -> Any:
    """Be oneself again in this session."""
    support = session.acting_for
    if support is None:
        return unchanged()
    SignedInSession.objects.filter(pk=session.pk).update(acting_for=None)
    record("support.stopped", support, by=by, for_whom=support.person)
    return support
