"""How somebody finds their own ballot again, and nobody else can: tokens made from a person and the site's secret key.

Who reads the database alone cannot tell whose a ballot is; who has the secret key as well can, until the ballots are
destroyed. A key that was changed is tried together with those before it (`SECRET_KEY_FALLBACKS`).
"""

from django.conf import settings
from django.utils.crypto import salted_hmac

from equalterms.decisions.models import Ballot, Decision, Objection
from equalterms.people.models import Person

BALLOT, OBJECTION = "decisions.ballot", "decisions.objection"


def token_of(person: Person, decision: Decision, purpose: str = BALLOT, secret: str | None = None) -> str:
    """Return 64 hexadecimal digits that stand for this person in this decision."""
    words = f"{decision.key} {person.key}"
    return salted_hmac(purpose, words, secret=secret, algorithm="sha256").hexdigest()


def tokens_of(person: Person, decision: Decision, purpose: str = BALLOT) -> list[str]:
    """Return the tokens by the secret key of today and by those before it."""
    return [token_of(person, decision, purpose, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def ballot_of(person: Person, decision: Decision) -> Ballot | None:
    """Return a person's own ballot while it exists. For their own eyes only."""
    return Ballot.objects.filter(decision=decision, token__in=tokens_of(person, decision)).first()


def holds(person: Person | None, objection: Objection) -> bool:
    """Whether an objection is this person's own."""
    if person is None:
        return False
    if objection.person_id is not None:
        return objection.person_id == person.pk
    return objection.holder in tokens_of(person, objection.decision, OBJECTION)
