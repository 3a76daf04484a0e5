"""How the people of Northshire wish to hear, and how the post went out over the year."""

from datetime import time

from equalterms.examples.clock import Tale
from equalterms.examples.place import Place
from equalterms.examples.post import post_goes_out
from equalterms.notices.actions.handling import mark_done
from equalterms.notices.actions.wishing import say_wishes
from equalterms.notices.models import Message
from equalterms.notices.rules import places_kept_by
from equalterms.notices.vocabulary import FOR_HANDS, MessageWay
from equalterms.people.actions.profile import change_phone
from equalterms.people.models import Person

ROUNDS = (-340, -250, -160, -112, -75, -40)  # days on which all post went out, and hands did theirs
LATELY = (-20, -3)  # days after which letters and calls still wait


def wish(person: Person, way: str, post_to: str = "") -> None:
    evening, morning = time(20), time(9)
    say_wishes(way=way, post_to=post_to, quiet_from=evening, quiet_until=morning, daily=[], stopped=[], by=person)


def wishes(place: Place) -> Tale:
    yield place.day(-345)
    wish(place["vera"], MessageWay.LETTER, "12 Millrace Court\nAlderbridge\nNorthshire\nNS4 7QX")
    wish(place["grace"], MessageWay.LETTER, "Flat 3, The Old Maltings\nWharf Lane\nAlderbridge\nNorthshire\nNS1 2PD")
    change_phone(phone="01632 960288", by=place["desmond"])
    wish(place["desmond"], MessageWay.PHONE)
    place["fatima"].email = None  # she gave up her mailbox, and has not said yet how to reach her
    place["fatima"].save(update_fields=["email"])


def rounds(place: Place) -> Tale:
    for day in ROUNDS:
        yield place.day(day)
        post_goes_out()
        for keeper in (place["jo"], place["ben"]):
            waiting = Message.objects.filter(place_key__in=places_kept_by(keeper), state__in=FOR_HANDS)
            for message in waiting:
                mark_done(message=message, by=keeper)
    for day in LATELY:
        yield place.day(day)
        post_goes_out()


TALES = (wishes, rounds)
