"""What the home page shows of the rooms below: the newest accounts, and those with which members disagree."""

from dataclasses import dataclass
from datetime import datetime

from equalterms.design.pictures.ladder import LadderPicture
from equalterms.people.models import Person
from equalterms.plans.queries.cards import Card, card_of
from equalterms.plans.queries.face_rows import face_rows, published_rows
from equalterms.plans.queries.faces import AccountFace, faces_of
from equalterms.plans.vocabulary import Scale, rung_names

LATEST = 3  # accounts on the home page: enough to show that the place is alive
DISPUTED = 2
SHOWN_CLAIM, SHOWN_SPREAD = 6, {3: 1, 4: 5, 5: 2}  # the picture that explains: nobody's account


@dataclass(frozen=True)
class Front:
    """What is happening now, and the picture that explains all others."""

    latest: list[Card]
    disputed: list[Card]
    picture: LadderPicture


def front_of_house(person: Person | None) -> Front:
    """Return what the home page shows to this person, in as many queries for one account as for all of them.

    An account stands in one list only. A face hides its disputes from a member who has yet to give a reading; then
    it does not stand among the disputed.
    """
    newest = published_rows().order_by("-published_at", "-pk")
    rows = face_rows(newest.filter(open_disputes__gt=0)[:DISPUTED]) + face_rows(newest[: LATEST + DISPUTED])
    faces = faces_of({row.pk: row for row in rows}.values(), person)
    disputed = [face for face in faces[:DISPUTED] if face.standing_disputes]
    latest = sorted((face for face in faces if face not in disputed), key=_published, reverse=True)[:LATEST]
    return Front(
        latest=[card_of(face) for face in latest],
        disputed=[card_of(face) for face in disputed],
        picture=LadderPicture(
            rung_names=rung_names(Scale.TLAP),
            claimed=SHOWN_CLAIM,
            spread=SHOWN_SPREAD,
            key="example",
        ),
    )


def _published(face: AccountFace) -> datetime:
    return face.published_at
