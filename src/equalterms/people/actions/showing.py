"""What the example people need so that every page about them can be looked at. Refused on a real site."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.conf import settings
from django.utils import timezone

from equalterms.ledger.actions import action, record
from equalterms.ledger.keys import new_key
from equalterms.people import tokens
from equalterms.people.exceptions import NotAllowed
from equalterms.people.models import Invitation, Organisation, Person, SignedInSession
from equalterms.people.vocabulary import EXAMPLE_TOKEN, InvitationKind

FOR_GOOD = timedelta(days=3650)
# Made by a browser's test device, which is gone: nobody can sign in with it.
EXAMPLE_CREDENTIAL = {
    "id": "S54LALIQxjACzlgNBWlvm1m-RNamWtRqo3l-mKWJHs0",
    "rawId": "S54LALIQxjACzlgNBWlvm1m-RNamWtRqo3l-mKWJHs0",
    "type": "public-key",
    "response": {
        "clientDataJSON": (
            "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoicjdPbFNaWGhEZGdrT0V6Ml94YUlmTDFGa3VRZ2FKMkhQa0FVWHNhTFJB"
            "byIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODEyMCIsImNyb3NzT3JpZ2luIjpmYWxzZX0"
        ),
        "attestationObject": (
            "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikSZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2NFAAAAAQECAwQFBgcIAQIDBAUG"
            "BwgAIEueCwCyEMYwAs5YDQVpb5tZvkTWplrUaqN5fpiliR7NpQECAyYgASFYIExQn5xWoeD-poMpFJUAJcc7BuGe7rGxWJ_6E0MxzJePIlgg"
            "ad18egUSCyLe7SHv9ALvFtrDHKteh2wH5IGSRXmB8Q8"
        ),
        "transports": ["internal"],
    },
    "clientExtensionResults": {"credProps": {"rk": True}},
}


@action
def show_ways_in(*, person: Person, by: None = None) -> Authenticator:
    """Give an example person a passkey and a second device."""
    check_example(person)
    now = timezone.now()
    SignedInSession.objects.create(
        person=person,
        session_key=f"example-{new_key()}",
        device="Firefox on Windows",
        started_at=now - timedelta(days=6),
        used_at=now - timedelta(days=2),
    )
    passkey = WebAuthn.add(person, "My phone", EXAMPLE_CREDENTIAL).instance
    record("passkey.added", person, by=person)
    return passkey


@action
def show_invitation(*, person: Person, organisation: Organisation, duty: str, by: Person) -> Invitation:
    """Invite an example person with a link that everybody knows, so that the link's page can be looked at."""
    check_example(person)
    invitation = Invitation.objects.create(
        kind=InvitationKind.DUTY,
        email=person.email or "",
        organisation=organisation,
        duty=duty,
        digest=tokens.digest(EXAMPLE_TOKEN),
        invited_by=by,
        invited_at=timezone.now(),
        expires_at=timezone.now() + FOR_GOOD,
    )
    record("invitation.sent", invitation, by=by, facts={"organisation": organisation.key, "duty": str(duty)})
    return invitation


def check_example(person: Person) -> None:
    if person.try_as is None or settings.EQUALTERMS_MODE == "production":
        raise NotAllowed
