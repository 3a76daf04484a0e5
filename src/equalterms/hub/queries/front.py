"""What the home page shows of the rooms below: the newest accounts, and those with which members disagree."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from equalterms.design.pictures.ladder import LadderPicture
from equalterms.people.models import Person
from equalterms.plans.queries import wording
from equalterms.plans.queries.faces import AccountFace, faces_of, published_accounts
from equalterms.plans.vocabulary import TLAP_RUNGS

LATEST = 3  # accounts on the home page: enough to show that the place is alive
DISPUTED = 2
SHOWN_CLAIM, SHOWN_SPREAD = 6, {3: 1, 4: 5, 5: 2}  # the picture that explains: nobody's account


@dataclass(frozen=True)
class FrontCard:
    """One account in a list on the home page."""

    face: AccountFace
    url: str
    picture: LadderPicture
    late: str
    disputes: str
    dispute_tone: str
    when: str


@dataclass(frozen=True)
class Front:
    """What is happening now, and the picture that explains all others."""

    latest: list[FrontCard]
    disputed: list[FrontCard]
    picture: LadderPicture


def front_of_house(person: Person | None) -> Front:
    """Return what the home page shows to this person, in four queries. An account stands in one list only.

    A face hides its disputes from a member who has yet to give a reading; then it does not stand among the disputed.
    """
    newest = published_accounts().order_by("-published_at", "-pk")
    rows = [*newest.filter(open_disputes__gt=0)[:DISPUTED], *newest[: LATEST + DISPUTED]]
    faces = faces_of({row.pk: row for row in rows}.values(), person)
    disputed = [face for face in faces[:DISPUTED] if face.standing_disputes]
    latest = sorted((face for face in faces if face not in disputed), key=_published, reverse=True)[:LATEST]
    return Front(
        latest=[_card(face) for face in latest],
        disputed=[_card(face) for face in disputed],
        picture=LadderPicture(
            rung_names=[str(rung.name) for rung in TLAP_RUNGS],
            claimed=SHOWN_CLAIM,
            spread=SHOWN_SPREAD,
            key="example",
        ),
    )


def _published(face: AccountFace) -> datetime:
    return face.published_at


def _card(face: AccountFace) -> FrontCard:
    return FrontCard(
        face=face,
        url=reverse("plans:account", args=[face.key]),
        picture=LadderPicture(
            rung_names=tuple(str(rung.name) for rung in face.rungs),
            claimed=face.rung,
            spread=face.spread,
            reason_hidden=face.picture_reason,
            key=face.key,
        ),
        late=wording.late_words(face),
        disputes=wording.dispute_words(face),
        dispute_tone="disputed" if face.standing_disputes else "good",
        when=wording.when_words(face),
    )
