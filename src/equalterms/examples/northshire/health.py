"""Northshire Health's own plan, which answers to the same board."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.clock import Tale
from equalterms.examples.outlines import Outline, Said
from equalterms.examples.place import Place
from equalterms.examples.scenes import announce, claim, plan_change, read
from equalterms.plans.vocabulary import ChangeStatus, EffectSeen, ShownAs, Stage, Tense

LEAVING_HOSPITAL = Outline(
    title="Discharge letters in the format you need",
    what="The letter that you take home comes in large print, easy read, sound or braille, if that is what you need.",
    for_whom="Everybody who leaves Alderbridge Hospital",
    stage=Stage.DELIVERY,
    status=ChangeStatus.UNDER_WAY,
    starts=-200,
    ends=60,
)

LEAVING_HOSPITAL_SAID = Said(
    tense=Tense.HAS,
    on=-122,
    where="Alderbridge Hospital, Garden Room",
    group="board",
    way="writing",
    rung=5,
    asked="What must be on the first page, and how the ward finds out which format somebody needs.",
    changed="The ward asks on the first day, not on the last. The answer stands on the board above the bed, if you agree.",
)


def leaving_hospital(place: Place) -> Tale:
    yield place.day(-210)
    carys = place["carys"]
    place.plans["health"] = announce(
        place.organisations["health"],
        carys,
        title="Leaving hospital well",
        summary="What the hospital and the community nurses change, so that people do not have to come back.",
        limits="We cannot open more beds before the new wing is built.",
        starts_on=place.day(-210),
        ends_on=place.day(155),
        answers_to=[place.groups["board"]],
    )
    letters = plan_change(place, place.plans["health"], carys, LEAVING_HOSPITAL)
    yield place.day(-115)
    account = claim(
        letters,
        carys,
        LEAVING_HOSPITAL_SAID.on_the_day(place),
    )
    yield place.day(-108)
    read(
        account,
        place.all("jo priya edith marcus stanley grace tom agnieszka"),
        (5, 6, 5, 5, 4, 5, 5, 6),
        (EffectSeen.YES, EffectSeen.PARTLY),
        {"Stanley Orme": ("Mine came with pictures. First time ever.", ShownAs.NAMED)},
    )


HOME_FIRST = Outline(
    title="Home first",
    what="You go home as soon as you are well enough, and are asked there what you need: not in a hospital bed.",
    for_whom="About 60 people a week",
    stage=Stage.DESIGN,
    status=ChangeStatus.PLANNED,
    starts=-60,
    ends=150,
)

HOME_FIRST_SAID = Said(
    tense=Tense.WILL,
    on=14,
    where="Alderbridge Hospital, Garden Room, and online",
    group="board",
    way="meeting",
    rung=5,
    asked="What has to be at home on the first day, and who says that somebody is well enough.",
)


def home_first(place: Place) -> Tale:
    yield place.day(-62)
    carys = place["carys"]
    change = plan_change(place, place.plans["health"], carys, HOME_FIRST)
    yield place.day(-55)
    claim(
        change,
        carys,
        HOME_FIRST_SAID.on_the_day(place),
    )


TALES = (leaving_hospital, home_first)
