"""Where a person is signed in, and with which passkeys they can sign in."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person, SignedInSession


def sessions_of(person: Person) -> QuerySet[SignedInSession]:
    """Return a person's sessions that can still be open, the one used last first."""
    oldest = timezone.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return SignedInSession.objects.filter(person=person, ended_at=None, used_at__gte=oldest)


def session_for(person: Person, key: str) -> SignedInSession:
    session = sessions_of(person).filter(key=key).first()
    if session is None:
        raise NotVisible
    return session


def passkeys_of(person: Person) -> list[Authenticator]:
    return list(Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN).order_by("created_at"))


def passkey_for(person: Person, number: int) -> Authenticator:
    passkey = Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN, pk=number).first()
    if passkey is None:
        raise NotVisible
    return passkey
