"""Signing in for examples, ending sessions, and passkeys: what changes how a person gets in."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest

from equalterms.ledger.actions import action, record
from equalterms.ledger.actions.recording import unchanged
from equalterms.people import sessions
from equalterms.people.actions.mailing import write_mail
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Person, SignedInSession
from equalterms.people.rules import check_themself


def sign_in_as_example(request: HttpRequest, person: Person) -> None:
    """Sign a visitor of the demo in as one of its example people. Refuses anybody else."""
    _begin_as_example(request=request, person=person, by=person)


@action
def _begin_as_example(*, request: HttpRequest, person: Person, by: Person) -> None:
    if person.try_as is None or settings.EQUALTERMS_MODE == "production":
        raise NotAllowed
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    record("person.tried", person, by=by)


@action
def end_session(*, session: SignedInSession, by: Person) -> None:
    """End one session of the person, at once."""
    check_themself(by)
    if session.person_id != by.pk:
        raise NotAllowed
    sessions.end([session])
    record("session.ended", by, by=by, facts={"sessions": 1})


@action
def end_other_sessions(*, but: SignedInSession, by: Person) -> int:
    """End every session of the person except the one in which they ask; return how many."""
    check_themself(by)
    others = SignedInSession.objects.filter(person=by, ended_at=None).exclude(pk=but.pk)
    ended = sessions.end(others)
    if not ended:
        return unchanged(0)  # type: ignore[return-value]
    record("session.ended", by, by=by, facts={"sessions": ended})
    return ended


@action
def add_passkey(*, name: str, credential: dict[str, Any], by: Person) -> Authenticator:
    """Keep a passkey that the person's device has just made, and tell them by e-mail."""
    check_themself(by)
    passkey = WebAuthn.add(by, name, credential).instance
    if by.email:
        write_mail("people/mail/passkey_added.txt", by.email, person=by, name=name)
    record("passkey.added", by, by=by)
    return passkey


@action
def rename_passkey(*, passkey: Authenticator, name: str, by: Person) -> Authenticator:
    check_themself(by)
    wrapped = passkey.wrap()
    if wrapped.name == name:
        return unchanged(passkey)  # type: ignore[return-value]
    wrapped.name = name
    passkey.save()
    record("passkey.renamed", by, by=by)
    return passkey


@action
def remove_passkey(*, passkey: Authenticator, by: Person) -> None:
    """Remove a passkey, and tell the person by e-mail."""
    check_themself(by)
    name = passkey.wrap().name
    passkey.delete()
    if by.email:
        write_mail("people/mail/passkey_removed.txt", by.email, person=by, name=name)
    record("passkey.removed", by, by=by)


def own_address_verified(person: Person) -> None:
    """Keep the sign-in library's list of addresses at the person's one address. Runs inside the caller's action."""
    EmailAddress.objects.filter(user=person).delete()
    if person.email:
        EmailAddress.objects.create(user=person, email=person.email.lower(), verified=True, primary=True)
