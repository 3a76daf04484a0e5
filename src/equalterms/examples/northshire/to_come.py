"""What is still to come, and what is both past and to come."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.clock import Tale
from equalterms.examples.outlines import Outline, Said
from equalterms.examples.place import Place
from equalterms.examples.scenes import claim, plan_change, read
from equalterms.plans.actions.disputing import answer_dispute, dispute_account
from equalterms.plans.vocabulary import ChangeStatus, EffectSeen, ShownAs, Stage, Tense

EIGHTEEN = Outline(
    title="Turning eighteen",
    what="One person stays with you from sixteen to twenty-one. You do not start again when you become an adult.",
    for_whom="About 140 young people a year and their families",
    stage=Stage.DESIGN,
    status=ChangeStatus.PLANNED,
    starts=-45,
    ends=250,
)

EIGHTEEN_SAID = Said(
    tense=Tense.WILL,
    on=35,
    where="Sixth form centre, Stowe",
    group="board",
    with_whom="Twelve young people and their families, with board members",
    way="visits",
    rung=6,
    asked="What should be there on your eighteenth birthday, and what went wrong for those who came before.",
)


def eighteen(place: Place) -> Tale:
    yield place.day(-50)
    sinead = place["sinead"]
    change = plan_change(place, place.plans["transformation"], sinead, EIGHTEEN)
    yield place.day(-44)
    claim(
        change,
        sinead,
        EIGHTEEN_SAID.on_the_day(place),
    )


TECHNOLOGY = Outline(
    title="Gadgets that people choose",
    what="Door openers, reminders and fall alarms. You try three at home and keep the one that suits you.",
    for_whom="About 700 people in the first year",
    stage=Stage.DESIGN,
    status=ChangeStatus.UNDER_WAY,
    starts=-225,
    ends=160,
)

TECHNOLOGY_SAID = Said(
    tense=Tense.HAS,
    on=-152,
    where="Online, for three weeks",
    group="board",
    way="survey",
    rung=4,
    asked="Which gadgets people use now, and what they worry about.",
    changed="Cameras are off the list. Two people in three said that they did not want one.",
)

TECHNOLOGY_SAID_2 = Said(
    tense=Tense.WILL,
    on=60,
    where="At home with forty people, and at the Makers’ Room in Stowe",
    group="board",
    way="test",
    rung=6,
    asked="Which three gadgets to offer, after trying them for a month.",
)


def technology(place: Place) -> Tale:
    """One change with two accounts: what took place, and what will."""
    yield place.day(-220)
    helen = place["helen"]
    change = plan_change(place, place.plans["transformation"], helen, TECHNOLOGY)
    yield place.day(-145)
    account = claim(
        change,
        helen,
        TECHNOLOGY_SAID.on_the_day(place),
    )
    yield place.day(-140)
    read(
        account,
        place.all("jo chloe leo grace owen tom samuel priya"),
        (4, 4, 3, 4, 4, 4, 5, 4),
        (EffectSeen.YES, EffectSeen.CANNOT_SAY, EffectSeen.PARTLY),
        {"Owen Tully": ("A fair survey. It could be done from bed.", ShownAs.WORDS)},
    )
    place.accounts["gadgets"] = account
    yield place.day(-24)
    claim(
        change,
        helen,
        TECHNOLOGY_SAID_2.on_the_day(place),
    )


def what_priya_says(place: Place) -> Tale:
    """She disagrees and has an answer; it waits for her word."""
    yield place.day(-130)
    dispute = dispute_account(
        account=place.accounts["gadgets"],
        because="The survey did not work with my screen reader after page two. I gave up. How many others did?",
        by=place["priya"],
        shown_as=ShownAs.NAMED,
    )
    yield place.day(-4)
    answer_dispute(
        dispute=dispute,
        words="It should have worked, and it did not: we tested page one only. 23 people stopped at page two. We rang those "
        "who left a number, and eleven told us by phone what they would have written. It is in the notes now.",
        by=place["helen"],
    )


TALES = (eighteen, technology, what_priya_says)
