"""Codes that show that an e-mail address belongs to somebody: for signing up and for changing the address.

The code's digest is kept in the person's session: three attempts, a quarter of an hour, used once.
"""

import time
from dataclasses import asdict, dataclass
from typing import Any

from allauth.core.internal.cryptokit import generate_user_code, normalize_user_code
from django.conf import settings
from django.http import HttpRequest

from equalterms.people import tokens

MOST_ATTEMPTS = 3
LASTS = 15 * 60  # seconds


@dataclass
class PendingCode:
    """What waits for its code: an address, and what is to be done with it once the code is right."""

    purpose: str
    email: str
    digest: str
    sent_at: float
    values: dict[str, Any]
    attempts: int = 0


def send_code(request: HttpRequest, purpose: str, email: str, **values: Any) -> str:
    """Begin waiting for a code and return it, to be sent to the address."""
    code = generate_user_code(**settings.ALLAUTH_USER_CODE_FORMAT)
    pending = PendingCode(purpose, email, tokens.digest(normalize_user_code(code)), time.time(), values)
    request.session[_slot(purpose)] = asdict(pending)
    return code


def pending_code(request: HttpRequest, purpose: str) -> PendingCode | None:
    """Return what waits for a code in this session, unless it has run out."""
    kept = request.session.get(_slot(purpose))
    if not isinstance(kept, dict):
        return None
    pending = PendingCode(**kept)
    if time.time() - pending.sent_at > LASTS:
        drop_code(request, purpose)
        return None
    return pending


def is_right(request: HttpRequest, purpose: str, code: str) -> bool:
    """Check a code. The third wrong one ends the waiting."""
    pending = pending_code(request, purpose)
    if pending is None:
        return False
    if pending.digest and tokens.check(normalize_user_code(code), pending.digest):
        return True
    pending.attempts += 1
    if pending.attempts >= MOST_ATTEMPTS:
        drop_code(request, purpose)
    else:
        request.session[_slot(purpose)] = asdict(pending)
    return False


def drop_code(request: HttpRequest, purpose: str) -> None:
    request.session.pop(_slot(purpose), None)


def _slot(purpose: str) -> str:
    return f"code_{purpose}"
