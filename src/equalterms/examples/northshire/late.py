"""Changes whose accounts are late, not there yet, or not yet read by enough members."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.clock import Tale
from equalterms.examples.outlines import Outline, Said
from equalterms.examples.place import Place
from equalterms.examples.scenes import claim, plan_change, read
from equalterms.plans.actions.disputing import dispute_account
from equalterms.plans.vocabulary import ChangeStatus, EffectSeen, ShownAs, Stage, Tense

CARERS_BREAKS = Outline(
    title="Breaks that carers book themselves",
    what="Carers book a break on a page or by phone, up to 21 days a year, without asking a social worker each time.",
    for_whom="About 3,800 people who care for somebody",
    stage=Stage.DESIGN,
    status=ChangeStatus.PLANNED,
    starts=-60,
    ends=150,
)

CARERS_BREAKS_SAID = Said(
    tense=Tense.WILL,
    on=-30,
    where="Carers’ Centre, Penfold",
    group="board",
    way="workshop",
    rung=6,
    asked="How booking should work, and what happens when somebody falls ill on the day.",
)


def carers_breaks(place: Place) -> Tale:
    """A promise whose day has passed without a word."""
    yield place.day(-150)
    helen = place["helen"]
    change = plan_change(place, place.plans["transformation"], helen, CARERS_BREAKS)
    yield place.day(-120)
    claim(
        change,
        helen,
        CARERS_BREAKS_SAID.on_the_day(place),
    )


PERSONAL_ASSISTANTS = Outline(
    title="Finding and keeping personal assistants",
    what="A list of people who want to work as personal assistants, and help with pay, holidays and sick pay.",
    for_whom="About 900 people who employ their own assistants",
    stage=Stage.DESIGN,
    status=ChangeStatus.UNDER_WAY,
    starts=-115,
    ends=200,
)

PERSONAL_ASSISTANTS_SAID = Said(
    tense=Tense.NONE_YET,
    on=-21,
    none_because="We had to choose the company that runs the list by the end of March. We wanted to ask members what it "
    "should be able to do, and did not find the time before that.",
)


def personal_assistants(place: Place) -> Tale:
    """“None yet”, and the day by which it should have been arranged has passed."""
    yield place.day(-110)
    sinead = place["sinead"]
    change = plan_change(place, place.plans["transformation"], sinead, PERSONAL_ASSISTANTS)
    yield place.day(-100)
    account = claim(
        change,
        sinead,
        PERSONAL_ASSISTANTS_SAID.on_the_day(place),
    )
    yield place.day(-15)
    dispute_account(
        account=account,
        because="The company has started work. If we are asked now, it is about the colour of the buttons. Please say openly that "
        "members had no part in choosing it.",
        by=place["bronagh"],
        shown_as=ShownAs.NAMED,
    )


ADAPTATIONS = Outline(
    title="Adaptations to your home in twelve weeks",
    what="From the day you ask, a ramp, a rail or a level shower is there within twelve weeks. Today it takes nine months.",
    for_whom="About 1,200 households a year",
    stage=Stage.DESIGN,
    status=ChangeStatus.PLANNED,
    starts=-40,
    ends=240,
)

ADAPTATIONS_SAID = Said(
    tense=Tense.NONE_YET,
    on=45,
    none_because="The housing department joined the programme last month. We want people who wait for an adaptation now to "
    "be in it, and none of them sits on the board. We are looking for them.",
)


def adaptations(place: Place) -> Tale:
    """“None yet”, with a day that is still to come."""
    yield place.day(-35)
    helen = place["helen"]
    change = plan_change(place, place.plans["transformation"], helen, ADAPTATIONS)
    yield place.day(-33)
    claim(
        change,
        helen,
        ADAPTATIONS_SAID.on_the_day(place),
    )


PHONE_REVIEWS = Outline(
    title="Reviews by phone or video, if you like",
    what="You choose how your yearly review takes place: at home, by phone, or by video. You can change your mind.",
    for_whom="Everybody who has a support plan",
    stage=Stage.EVALUATION,
    status=ChangeStatus.UNDER_WAY,
    starts=-75,
    ends=30,
)

PHONE_REVIEWS_SAID = Said(
    tense=Tense.HAS,
    on=-63,
    where="Online",
    group="panel",
    way="review",
    rung=5,
    asked="How the first 120 reviews by phone went, from recordings that people allowed us to use.",
    changed="A review by phone now lasts as long as it needs. Before, it ended after 30 minutes.",
)


def phone_reviews(place: Place) -> Tale:
    """Three members have read it: too few to show."""
    yield place.day(-70)
    helen = place["helen"]
    change = plan_change(place, place.plans["transformation"], helen, PHONE_REVIEWS)
    yield place.day(-58)
    account = claim(
        change,
        helen,
        PHONE_REVIEWS_SAID.on_the_day(place),
    )
    yield place.day(-50)
    read(account, place.all("marcus stanley rosemary"), (5, 4, 5), (EffectSeen.PARTLY, EffectSeen.CANNOT_SAY))


CHARGES = Outline(
    title="What care will cost you, before it starts",
    what="Before your care starts you get a page that says what you will pay, why, and what you can do if it is wrong.",
    for_whom="About 2,600 people a year who are asked to pay towards their care",
    stage=Stage.DESIGN,
    status=ChangeStatus.UNDER_WAY,
    starts=-25,
    ends=80,
)

CHARGES_SAID = Said(
    tense=Tense.HAS,
    on=-12,
    where="County Hall, Alderbridge, and online",
    group="board",
    way="writing",
    rung=6,
    asked="Which words people understand, and what they need to know first.",
    changed="The sum comes first, in large print. The reasons come after it. The law comes last.",
)


def charges(place: Place) -> Tale:
    """Published a few days ago: members have just been asked, and two have answered."""
    yield place.day(-20)
    helen = place["helen"]
    change = plan_change(place, place.plans["transformation"], helen, CHARGES)
    yield place.day(-5)
    account = claim(
        change,
        helen,
        CHARGES_SAID.on_the_day(place),
        links=[("The page, third draft", "https://www.northshire.example/transformation/charges-draft-3")],
    )
    yield place.day(-3)
    read(account, place.all("anwen imran"), (6, 5), (EffectSeen.PARTLY,))


TALES = (carers_breaks, personal_assistants, adaptations, phone_reviews, charges)
