"""The post desk of a group or an organisation: what waits for hands, what did not arrive, what went out.

Those who look after it see who is to be reached and how, and of which kind a message is. They never see the words of
private messages, nor that one was sent: a private message shows only when somebody has to do something about it.
"""

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from equalterms.notices.kinds import public_codes
from equalterms.notices.models import Message, Notice
from equalterms.notices.places import ORGANISATION, Place
from equalterms.notices.rules import places_kept_by
from equalterms.notices.vocabulary import (
    FOR_HANDS,
    NOT_ARRIVED,
    ON_THE_WAY,
    WHAT_TO_DO,
    MessageState,
    Trouble,
)
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import AccessNeeds, Person
from equalterms.people.rules import may_see_needs
from equalterms.people.vocabulary import NeedGroup, Relation

MOST_ROWS = 200  # of one list


@dataclass(frozen=True)
class Row:
    """One message at the desk, or several to one person with the same trouble, of which it is the latest.

    `kinds` is empty where all in it is private; `reach` is what the person shares about how to contact them.
    """

    message: Message
    kinds: list[str]
    reach: list[str]
    number: int = 1

    @property
    def trouble(self) -> str:
        return str(Trouble(self.message.trouble).label) if self.message.trouble else ""

    @property
    def advice(self) -> str:
        return str(WHAT_TO_DO[Trouble(self.message.trouble)]) if self.message.trouble else ""


@dataclass(frozen=True)
class Desk:
    """What waits at one desk, list by list."""

    place: Place
    letters: list[Row]
    calls: list[Row]
    failed: list[Row]
    held: list[Row]
    waiting: list[Row]


def desk_for(person: Person | None, key: str) -> Place:
    """Return the place whose post a person looks after, or raise NotVisible."""
    place = places_kept_by(person).get(key)
    if place is None:
        raise NotVisible
    return place


def message_at_desk(person: Person | None, key: str) -> Message:
    """Return a message for somebody who looks after the post from where it came, or raise NotVisible."""
    message = Message.objects.filter(key=key).select_related("to", "organisation").first()
    if message is None or message.place_key not in places_kept_by(person):
        raise NotVisible
    if message.state not in (*FOR_HANDS, *NOT_ARRIVED) and not shown(Message.objects.filter(pk=message.pk)).exists():
        raise NotVisible
    return message


def desk(place: Place) -> Desk:
    """Return what waits at a desk, for somebody who keeps it (`desk_for`)."""
    return Desk(
        place,
        letters=rows_in(place, MessageState.TO_PRINT),
        calls=rows_in(place, MessageState.TO_CALL),
        failed=person_by_person(rows_in(place, MessageState.FAILED)),
        held=person_by_person(rows_in(place, MessageState.HELD)),
        waiting=rows_of(shown(messages_at(place, *ON_THE_WAY))[:MOST_ROWS], place),
    )


def rows_in(place: Place, state: str) -> list[Row]:
    return rows_of(messages_at(place, state).order_by("made_at", "pk")[:MOST_ROWS], place)


def person_by_person(rows: list[Row]) -> list[Row]:
    """Return one row for all messages to one person with the same trouble: they are put right together."""
    together: dict[tuple[int, str], list[Row]] = {}
    for row in rows:
        together.setdefault((row.message.to_id, row.message.trouble), []).append(row)
    return [
        Row(same[-1].message, list(dict.fromkeys(kind for row in same for kind in row.kinds)), same[0].reach, len(same))
        for same in together.values()
    ]


def sent_from(place: Place) -> QuerySet[Message]:
    """Return what went out, the latest first, for somebody who keeps the desk."""
    return shown(messages_at(place, MessageState.SENT)).order_by("-sent_at", "-pk")


def messages_at(place: Place, *states: str) -> QuerySet[Message]:
    kinds = Notice.objects.filter(withdrawn_at__isnull=True).only("kind", "message_id")
    found = Message.objects.filter(place_key=place.key, state__in=states)
    return found.select_related("to", "done_by").prefetch_related(Prefetch("notices", kinds, to_attr="inside"))


def shown(messages: QuerySet[Message]) -> QuerySet[Message]:
    """Leave out messages in which everything is private."""
    return messages.filter(Q(pk__in=Notice.objects.filter(kind__in=public_codes()).values("message")))


def rows_of(messages: QuerySet[Message] | list[Message], place: Place) -> list[Row]:
    """Return messages as rows: their kinds in words, and how their people want to be reached, as far as shared."""
    found = list(messages)
    relation = Relation.ORGANISER if place.kind == ORGANISATION else Relation.LEADER
    contact = contact_shared(relation, {message.to_id for message in found})
    return [Row(message, kinds_of(message), contact.get(message.to_id, [])) for message in found]


def kinds_of(message: Message) -> list[str]:
    kinds = [notice.kind_known for notice in message.inside]  # type: ignore[attr-defined]
    return list(dict.fromkeys(str(kind.label) for kind in kinds if not kind.private))


def contact_shared(relation: str, people: set[int]) -> dict[int, list[str]]:
    """Return how people want to be contacted, as far as they share it with readers of this relation."""
    records = AccessNeeds.objects.filter(person__in=people).prefetch_related("answers")
    return {
        record.person_id: [
            line
            for answer in record.answers.all()
            if answer.group == NeedGroup.CONTACT
            for line in [*answer.chosen_words, *([answer.words] if answer.words else [])]
        ]
        for record in records
        if may_see_needs(relation, record.sharing)
    }


def letters_to_print(place: Place) -> list[Message]:
    """Return the letters that wait at a desk, each with its notices, for somebody who keeps it."""
    found = Message.objects.filter(place_key=place.key, state=MessageState.TO_PRINT)
    return list(found.select_related("to", "organisation").order_by("made_at", "pk")[:MOST_ROWS])


def notices_in(message: Message) -> list[Notice]:
    return list(message.notices.filter(withdrawn_at__isnull=True).order_by("queued_at", "pk"))
