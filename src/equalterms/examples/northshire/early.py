"""Changes on whose accounts managers and members agree, and what came of them since."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from django.core.files.uploadedfile import SimpleUploadedFile

from equalterms.documents.receiving import receive
from equalterms.examples.clock import Tale
from equalterms.examples.outlines import Outline, Said
from equalterms.examples.place import Place
from equalterms.examples.scenes import claim, plan_change, read, see
from equalterms.plans.actions.effects import claim_effect
from equalterms.plans.vocabulary import ChangeStatus, EffectSeen, ShownAs, Stage, Tense

YES, PARTLY, NO, CANNOT_SAY = EffectSeen.YES, EffectSeen.PARTLY, EffectSeen.NO, EffectSeen.CANNOT_SAY


CARD_FIGURES = """Month,People with a card,Days to the first payment
1,210,31
2,560,24
3,940,19
4,1320,14
5,1610,12
6,1870,11
"""

ONE_CARD = Outline(
    title="One card for personal budgets",
    what="Your personal budget is on a card that works like a bank card. You no longer send in receipts each month.",
    for_whom="2,300 people who get direct payments, and those who help them with the money",
    stage=Stage.DELIVERY,
    status=ChangeStatus.DONE,
    starts=-430,
    ends=-150,
)

ONE_CARD_SAID = Said(
    tense=Tense.HAS,
    on=-402,
    where="Market Hall, Alderbridge, and online",
    group="board",
    way="workshop",
    rung=6,
    asked="Which card, what it must not do, and who can see what somebody spends.",
    changed="The card has no list of allowed shops. Members said that such a list is not choice and control. The "
    "council sees totals, not single purchases. There is a paper way for people who do not want a card.",
)


def one_card(place: Place) -> Tale:
    yield place.day(-420)
    helen = place["helen"]
    change = plan_change(place, place.plans["transformation"], helen, ONE_CARD)
    yield place.day(-395)
    account = claim(
        change,
        helen,
        ONE_CARD_SAID.on_the_day(place),
        links=[("Notes of the three workshops", "https://www.northshire.example/transformation/card-notes")],
    )
    yield place.day(-385)
    read(
        account,
        place.all("jo priya marcus anwen yusuf chloe grace bronagh agnieszka samuel imran"),
        (6, 6, 6, 5, 7, 6, 6, 5, 6, 7, 6),
        (YES, YES, PARTLY, YES),
        {
            "Marcus Bell": ("The list of shops was gone the week after we said so.", ShownAs.NAMED),
            "Agnieszka Nowak": (
                "We were in it from the first sketch, but not when the bank was chosen.",
                ShownAs.WORDS,
            ),
        },
    )
    place.accounts["card"] = account


def one_card_today(place: Place) -> Tale:
    yield place.day(-140)
    effect = claim_effect(
        account=place.accounts["card"],
        words="1,870 of 2,300 people use the card. The time from asking for a budget to the first payment fell from 34 "
        "days to 11.",
        seen_on=place.day(-150),
        by=place["helen"],
        links=[("Figures, month by month", "https://www.northshire.example/transformation/card-figures")],
        files=[("The same figures as a table", receive(SimpleUploadedFile("card-figures.csv", CARD_FIGURES.encode())))],
    )
    yield place.day(-132)
    see(
        effect,
        place.all("jo marcus anwen yusuf chloe grace bronagh agnieszka"),
        (YES, YES, YES, PARTLY, YES, YES, YES, YES),
        {"Yusuf Demir": ("Mine took 20 days, but yes: no more receipts.", ShownAs.WORDS)},
    )


WILLOW_LANE = Outline(
    title="Closing the Willow Lane day centre",
    what="The centre at Willow Lane was to close, and people were to be offered other things to do.",
    for_whom="64 people who go to Willow Lane, and their families",
    stage=Stage.DESIGN,
    status=ChangeStatus.STOPPED,
    starts=-365,
    ends=-240,
)

WILLOW_LANE_SAID = Said(
    tense=Tense.HAS,
    on=-318,
    where="Willow Lane day centre, Stowe",
    group="board",
    way="visits",
    rung=4,
    asked="What people would miss if the centre closed, and what they would like instead.",
    changed="We had already decided to close it when we asked. We should have asked first. The decision was taken back.",
)


def willow_lane(place: Place) -> Tale:
    yield place.day(-360)
    sinead = place["sinead"]
    change = plan_change(place, place.plans["transformation"], sinead, WILLOW_LANE)
    yield place.day(-310)
    account = claim(
        change,
        sinead,
        WILLOW_LANE_SAID.on_the_day(place),
    )
    yield place.day(-300)
    read(
        account,
        place.all("priya anwen stanley fatima owen tom lin rosemary"),
        (4, 4, 3, 4, 4, 4, 5, 4),
        (YES, YES, PARTLY, YES),
        {"Stanley Orme": ("I told them it is not a building, it is my friends. They listened.", ShownAs.NAMED)},
    )
    yield place.day(-230)
    effect = claim_effect(
        account=account,
        words="Willow Lane stays open five days a week. The roof was mended in spring.",
        seen_on=place.day(-235),
        by=sinead,
    )
    yield place.day(-226)
    see(effect, place.all("stanley fatima owen tom rosemary"), (YES, YES, YES, YES, YES))


SUPPORT_PLAN = Outline(
    title="A support plan in plain words",
    what="The support plan is four pages instead of nineteen. It starts with what a good week looks like for you.",
    for_whom="Everybody who gets social care: about 9,400 people",
    stage=Stage.DELIVERY,
    status=ChangeStatus.UNDER_WAY,
    starts=-185,
    ends=60,
)

SUPPORT_PLAN_SAID = Said(
    tense=Tense.HAS,
    on=-95,
    where="Alderbridge Library, six Tuesdays",
    group="panel",
    way="writing",
    rung=7,
    asked="Everything: which questions, in which order, in which words. Members and social workers wrote it together.",
    changed="The first question is now “What does a good week look like?”. Members threw out 31 questions. Two of "
    "them now train new social workers in using it.",
)


def support_plan(place: Place) -> Tale:
    yield place.day(-180)
    helen = place["helen"]
    change = plan_change(place, place.plans["transformation"], helen, SUPPORT_PLAN)
    yield place.day(-88)
    account = claim(
        change,
        helen,
        SUPPORT_PLAN_SAID.on_the_day(place),
        links=[("The plan, four pages", "https://www.northshire.example/transformation/support-plan")],
    )
    yield place.day(-80)
    read(
        account,
        place.all("jo priya marcus anwen yusuf stanley grace agnieszka"),
        (7, 7, 7, 6, 7, 7, 7, 6),
        (PARTLY, YES, PARTLY, PARTLY),
        {"Grace Mensah": ("I can read my own plan aloud to my sister now.", ShownAs.NAMED)},
    )
    yield place.day(-30)
    effect = claim_effect(
        account=account,
        words="1,100 people have a plan in the new form. In a telephone survey, 81 in 100 said that they understood it.",
        seen_on=place.day(-35),
        by=helen,
    )
    yield place.day(-25)
    see(
        effect,
        place.all("jo marcus anwen yusuf stanley grace"),
        (PARTLY, PARTLY, YES, PARTLY, PARTLY, YES),
        {"Anwen Pritchard": ("New people get it. Those of us with an old plan still wait.", ShownAs.WORDS)},
    )


TALES = (one_card, one_card_today, willow_lane, support_plan)
