"""Who may open what of notices: everybody their own, and the post of a group for its facilitator.

A group without a facilitator has its post looked after by those who lead it; a public body by its facilitators and
administrators. What was said to one person opens for nobody else.
"""

from typing import Any

from tests.matrix.access import EVERYONE, NOBODY, SIGNED_IN, Access

from equalterms.notices.examples import desks_with_post
from equalterms.notices.models import Message, Notice
from equalterms.notices.vocabulary import MessageState, MessageWay
from equalterms.people.models import Organisation, Person
from equalterms.people.vocabulary import Duty

KEEPERS_OF_COUNCIL = {"facilitator", "administrator"}


def desk() -> dict[str, Any]:
    return {"key": desks_with_post()[0]}


def keepers() -> set[str]:
    """Those who look after the post of that group: its facilitator, and not those who chair it."""
    return {"facilitator"}


def council() -> dict[str, Any]:
    duties = {"affiliations__person__try_as": "administrator", "affiliations__duty": Duty.ADMINISTRATOR}
    return {"key": Organisation.objects.get(**duties).key}


def desk_elsewhere() -> dict[str, Any]:
    ours = Organisation.objects.filter(affiliations__person__try_as__isnull=False)
    return {"key": Organisation.objects.exclude(pk__in=ours).earliest("pk").key}


def message(state: str, *, private: bool = False) -> dict[str, Any]:
    """A message at the desk in this state, made where the example data have none."""
    found = Message.objects.filter(place_key=desk()["key"], state=state).first()
    if found is None:
        sample = Message.objects.filter(place_key=desk()["key"]).exclude(state=state).earliest("pk")
        notices = list(sample.notices.all())
        sample.pk, sample.key, sample.state = None, f"matrix{len(state):06}", state
        sample.save()
        for notice in notices:
            notice.pk, notice.key, notice.message = None, f"matrix{notice.key[6:]}", sample
            notice.dedupe_key = notice.key
            notice.save()
        found = sample
    return {"key": found.key}


def letter() -> dict[str, Any]:
    return message(MessageState.TO_PRINT)


def failed() -> dict[str, Any]:
    return message(MessageState.FAILED)


def done_by_hand() -> dict[str, Any]:
    found = Message.objects.filter(done_by__isnull=False, way=MessageWay.LETTER, place_key=desk()["key"])
    return {"key": found.earliest("pk").key}


def message_elsewhere() -> dict[str, Any]:
    place = Organisation.objects.get(**desk_elsewhere())
    somebody = Person.objects.filter(try_as=None).earliest("pk")
    first = Message.objects.earliest("pk")
    made, _new = Message.objects.get_or_create(
        to=somebody,
        place_kind=place.ledger_kind,
        place_key=place.key,
        defaults={"place_name": place.name, "way": MessageWay.LETTER, "state": MessageState.TO_PRINT,
                  "made_at": first.made_at, "try_at": first.try_at},
    )  # fmt: skip
    return {"key": made.key}


def notice_to_member() -> dict[str, Any]:
    return {"key": Notice.objects.filter(to__try_as="member").earliest("pk").key}


def for_keepers(given: Any) -> list[Access]:
    """A button at the desk, for those who lead the group; and the same of a desk elsewhere, for nobody."""
    return [
        Access("at the desk", given=given, post=keepers(), private=True),
        Access("elsewhere", given=message_elsewhere, post=NOBODY, private=True),
    ]


ROUTES = {
    "notices:mine": Access(get=SIGNED_IN),
    "notices:wishes": Access(get=SIGNED_IN, post=SIGNED_IN),
    "notices:notice": Access("the member's", given=notice_to_member, get={"member"}, private=True),
    "notices:stop": [
        Access("a link from a message", get=EVERYONE, post=EVERYONE),
        Access("no link of ours", given=lambda: {"token": "nobody-sent-this"}, get=NOBODY, post=NOBODY, private=True),
    ],
    "notices:my_calendar": Access(get=SIGNED_IN),
    "notices:renew_calendar": Access(post=SIGNED_IN),
    "notices:end_calendar": Access(post=SIGNED_IN),
    "notices:personal_calendar": [
        Access("works", get=EVERYONE),
        Access("does not exist", given=lambda: {"token": "nobodys"}, get=NOBODY, private=True),
    ],
    "notices:group_calendar": Access(get=EVERYONE),
    "notices:organisation_calendar": Access(get=EVERYONE),
    "notices:desks": Access(get=SIGNED_IN),
    "notices:desk": [
        Access("of a group", given=desk, get=keepers(), private=True),
        Access("of the council", given=council, get=KEEPERS_OF_COUNCIL, private=True),
        Access("elsewhere", given=desk_elsewhere, get=NOBODY, private=True),
    ],
    "notices:letters": [
        Access("of a group", given=desk, get=keepers(), private=True),
        Access("elsewhere", given=desk_elsewhere, get=NOBODY, private=True),
    ],
    "notices:posted": [
        Access("of a group", given=desk, post=keepers(), private=True),
        Access("elsewhere", given=desk_elsewhere, post=NOBODY, private=True),
    ],
    "notices:message": [
        Access("a letter", given=letter, get=keepers(), private=True),
        Access("elsewhere", given=message_elsewhere, get=NOBODY, private=True),
    ],
    "notices:done": for_keepers(letter),
    "notices:undo": for_keepers(done_by_hand),
    "notices:again": for_keepers(failed),
}
