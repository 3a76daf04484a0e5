"""Examples of this room's pages, found in the example data."""

from typing import Any

from equalterms.notices.models import Message, Notice
from equalterms.notices.places import place_kinds
from equalterms.notices.queries.feeds import secret_of
from equalterms.notices.queries.stopping import stop_token
from equalterms.notices.rules import places_kept_by
from equalterms.notices.vocabulary import EXAMPLE_SEED, MessageState
from equalterms.people.models import Organisation, Person

Examples = list[dict[str, Any]]


def examples() -> dict[str, Examples]:
    """Return arguments for every address of this room that answers GET, as far as the data hold one."""
    desks = [{"key": key} for key in desks_with_post()]
    return {
        "notices:notice": [{"key": notice.key} for notice in Notice.objects.filter(to__try_as="member")[:2]],
        "notices:stop": [{"token": token} for token in stop_tokens()],
        "notices:personal_calendar": [{"token": secret_of(EXAMPLE_SEED)}],
        "notices:group_calendar": [{"key": key} for key in public_places()[:2]],
        "notices:organisation_calendar": [{"slug": each.slug} for each in Organisation.objects.order_by("pk")[:2]],
        "notices:desk": desks,
        "notices:letters": desks,
        "notices:message": [{"key": message.key} for message in messages_for_hands()],
    }


def desks_with_post() -> list[str]:
    """Return the fullest desk of the example facilitator."""
    facilitator = Person.objects.filter(try_as="facilitator").first()
    kept = list(places_kept_by(facilitator))
    return sorted(kept, key=lambda key: -Message.objects.filter(place_key=key).count())[:1]


def messages_for_hands() -> list[Message]:
    """Return a letter to print and a call to make at that desk."""
    waiting = Message.objects.filter(place_key__in=desks_with_post())
    by_state = (waiting.filter(state=state).first() for state in (MessageState.TO_PRINT, MessageState.TO_CALL))
    return [message for message in by_state if message is not None]


def stop_tokens() -> list[str]:
    member = Person.objects.filter(try_as="member").first()
    return [stop_token(member, ["plans.reading_asked"])] if member is not None else []


def public_places() -> list[str]:
    """Return the keys of places that everybody may see."""
    found = Message.objects.order_by("place_key").values_list("place_key", flat=True).distinct()
    return [key for key in found if any(kind.public_name(key) for kind in place_kinds())]
