"""The kinds of message that the rooms of this site send. Each room registers its own, in its vocabulary."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LONGEST_CODE = 60


@dataclass(frozen=True)
class NoticeKind:
    """One kind of message: `label` is read by people, on their page of wishes and at the post desk.

    `optional` ones can be stopped, and each carries a way to do so. `private` ones leave the site only as "there is
    something new for you": their words stand on the person's page. `at_once` ones wait for nothing, not even for the
    end of quiet hours: only for what happens within hours, such as a meeting that is called off.
    """

    code: str
    label: str | Promise
    optional: bool = False
    private: bool = False
    at_once: bool = False


_kinds: dict[str, NoticeKind] = {}


def register(kind: NoticeKind) -> NoticeKind:
    """Make a kind known and return it. Raises ValueError for a code that another kind has, or that is too long."""
    if _kinds.get(kind.code, kind) != kind:
        raise ValueError(f"There are two kinds of notice called {kind.code}.")
    if not kind.code or len(kind.code) > LONGEST_CODE:
        raise ValueError(f"The code of a kind of notice has 1 to {LONGEST_CODE} characters, not {kind.code!r}.")
    return _kinds.setdefault(kind.code, kind)


def kind_of(code: str) -> NoticeKind:
    """Return a kind. One that no room registers any more is private, so that nothing of it is shown by mistake."""
    return _kinds.get(code) or NoticeKind(code, _("A message"), private=True)


def all_kinds() -> list[NoticeKind]:
    return sorted(_kinds.values(), key=lambda kind: str(kind.label))


def private_codes() -> list[str]:
    return [kind.code for kind in _kinds.values() if kind.private]


def public_codes() -> list[str]:
    """Return the codes whose labels may be shown to those who look after the post."""
    return [kind.code for kind in _kinds.values() if not kind.private]
