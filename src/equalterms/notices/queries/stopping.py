"""What somebody asks to stop who opened the link in a message."""

from dataclasses import dataclass

from django.core import signing

from equalterms.notices.kinds import NoticeKind, all_kinds
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person

STOP_SALT = "notices.stop"


@dataclass(frozen=True)
class AskedToStop:
    """Whose messages, and of which optional kinds."""

    person: Person
    kinds: list[NoticeKind]


def stop_token(person: Person, kinds: list[str]) -> str:
    """Return the secret part of the link that stops these kinds for this person."""
    return signing.dumps([person.key, sorted(set(kinds))], salt=STOP_SALT)


def asked_to_stop(token: str) -> AskedToStop:
    """Return what a link asks for. Raises NotVisible for one that this site did not make."""
    try:
        key, codes = signing.loads(token, salt=STOP_SALT)
    except signing.BadSignature as problem:
        raise NotVisible from problem
    person = Person.objects.filter(key=key, is_active=True).first()
    kinds = [kind for kind in all_kinds() if kind.code in codes and kind.optional]
    if person is None or not kinds:
        raise NotVisible
    return AskedToStop(person, kinds)
