"""What a member has answered and not sent yet. It is kept for them alone, and is not a reading before they send it."""

from django.http import HttpRequest
from django.urls import reverse

from equalterms.people.drafts import draft_for, forget, keep


def kept_answers(request: HttpRequest, key: str) -> dict[str, str]:
    """Return the answers that this person has given so far about an account, as text."""
    draft = draft_for(request, _place(key))
    return {name: values[-1] for name, values in draft.fields.items() if values} if draft is not None else {}


def keep_answers(request: HttpRequest, key: str, **answers: str) -> None:
    """Add answers to those kept before."""
    keep(request, {**kept_answers(request, key), **answers}, path=_place(key))


def forget_answers(request: HttpRequest, key: str) -> None:
    forget(request, at=_place(key))


def _place(key: str) -> str:
    return reverse("plans:reading_check", args=[key])
