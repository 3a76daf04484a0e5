"""Secret links and cookies: long random tokens, of which the database keeps only a digest."""

import hashlib
import hmac
import secrets

TOKEN_BYTES = 24  # 192 bits: nobody guesses it, so a plain digest is enough
LONGEST_TOKEN = 80


def issue() -> tuple[str, str]:
    """Return a fresh token and its digest. Give the token away once; keep the digest."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    return token, digest(token)


def digest(token: str) -> str:
    """Return the SHA-256 (64 hex digits) under which a token is kept."""
    return hashlib.sha256(token[:LONGEST_TOKEN].encode()).hexdigest()


def check(token: str, kept: str) -> bool:
    """Say whether a token is the one whose digest was kept, in the same time for every answer."""
    return hmac.compare_digest(digest(token), kept)
