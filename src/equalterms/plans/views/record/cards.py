"""An account as a card: its picture and its words, made once for every page that lists accounts."""

from dataclasses import dataclass

from django.urls import reverse

from equalterms.design.pictures.ladder import LadderPicture
from equalterms.plans.queries import wording
from equalterms.plans.queries.faces import AccountFace


@dataclass(frozen=True)
class Card:
    """What a page needs to show one account."""

    face: AccountFace
    url: str
    picture: LadderPicture
    claim: str
    readings: str
    gap: str
    late: str
    disputes: str
    dispute_tone: str
    when: str


def card_of(face: AccountFace) -> Card:
    return Card(
        face=face,
        url=reverse("plans:account", args=[face.key]),
        picture=picture_of(face),
        claim=wording.claim_words(face),
        readings=wording.reading_words(face),
        gap=wording.gap_words(face),
        late=wording.late_words(face),
        disputes=wording.dispute_words(face),
        dispute_tone="disputed" if face.standing_disputes else "good",
        when=wording.when_words(face),
    )


def picture_of(face: AccountFace) -> LadderPicture:
    """The ladder with two accounts: the claim as a square, the members' readings as circles."""
    return LadderPicture(
        rung_names=tuple(str(rung.name) for rung in face.rungs),
        claimed=face.rung,
        spread=face.spread,
        reason_hidden=face.picture_reason,
        key=face.key,
    )
