"""An account as a card: its picture and its words, made once for every page that lists accounts."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.urls import get_script_prefix, reverse

from equalterms.design.pictures.ladder import LadderPicture
from equalterms.plans.queries import wording
from equalterms.plans.queries.faces import AccountFace
from equalterms.plans.vocabulary import rung_names

ANY_KEY = "x"


def account_path(key: str) -> str:
    """Return the address of an account on this site. The route is looked up once, not once for every card."""
    return _path_of_any(get_script_prefix()).replace(f"/{ANY_KEY}/", f"/{key}/")


@lru_cache(maxsize=8)
def _path_of_any(prefix: str) -> str:
    return reverse("plans:account", args=[ANY_KEY])


@dataclass(frozen=True)
class Card:
    """What a page needs to show one account. Words are made when a page asks for them: a list needs few of them."""

    face: AccountFace

    @cached_property
    def url(self) -> str:
        return account_path(self.face.key)

    @cached_property
    def picture(self) -> LadderPicture:
        """The ladder with two accounts: the claim as a square, the members' readings as circles."""
        face = self.face
        return LadderPicture(
            rung_names=rung_names(face.scale),
            claimed=face.rung,
            spread=face.spread,
            reason_hidden=face.picture_reason,
            key=face.key,
        )

    @cached_property
    def claim(self) -> str:
        return wording.claim_words(self.face)

    @cached_property
    def readings(self) -> str:
        return wording.reading_words(self.face)

    @cached_property
    def gap(self) -> str:
        return wording.gap_words(self.face)

    @cached_property
    def late(self) -> str:
        return wording.late_words(self.face)

    @cached_property
    def disputes(self) -> str:
        return wording.dispute_words(self.face)

    @property
    def dispute_tone(self) -> str:
        return "disputed" if self.face.standing_disputes else "good"

    @cached_property
    def when(self) -> str:
        return wording.when_words(self.face)


def card_of(face: AccountFace) -> Card:
    return Card(face)
