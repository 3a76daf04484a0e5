"""Changes on whose accounts people disagree: a disagreement that stands, one that is settled, a wide spread."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.clock import Tale
from equalterms.examples.outlines import Outline, Said
from equalterms.examples.place import Place
from equalterms.examples.scenes import claim, correct, plan_change, read, see
from equalterms.plans.actions.disputing import answer_dispute, dispute_account, keep_dispute, settle_dispute
from equalterms.plans.actions.effects import claim_effect
from equalterms.plans.actions.recording import Claim
from equalterms.plans.vocabulary import ChangeStatus, EffectSeen, ShownAs, Stage, Tense

YES, PARTLY, NO, CANNOT_SAY = EffectSeen.YES, EffectSeen.PARTLY, EffectSeen.NO, EffectSeen.CANNOT_SAY


HOME_FROM_HOSPITAL = Outline(
    title="Home from hospital with support in place",
    what="Nobody goes home from Alderbridge Hospital before their support at home is arranged and somebody has rung them.",
    for_whom="About 5,200 people a year who need social care after a stay in hospital",
    stage=Stage.DELIVERY,
    status=ChangeStatus.UNDER_WAY,
    starts=-300,
    ends=120,
)

HOME_FROM_HOSPITAL_SAID = Said(
    tense=Tense.HAS,
    on=-214,
    where="County Hall, Alderbridge, room 2",
    group="board",
    way="workshop",
    rung=6,
    asked="How the first three days at home should go, and who should ring whom.",
    changed="A person now gets one name and one phone number before they leave the ward.",
)


def home_from_hospital(place: Place) -> Tale:
    """Claimed as co-design; most members say that they were asked, and no more. Two disagreements go on standing."""
    yield place.day(-290)
    helen = place["helen"]
    change = plan_change(place, place.plans["transformation"], helen, HOME_FROM_HOSPITAL)
    yield place.day(-205)
    account = claim(
        change,
        helen,
        HOME_FROM_HOSPITAL_SAID.on_the_day(place),
        links=[("Slides of the workshop", "https://www.northshire.example/transformation/hospital-slides")],
    )
    yield place.day(-198)
    read(
        account,
        place.all("jo priya edith marcus anwen yusuf chloe fatima leo owen tom agnieszka harriet patricia"),
        (4, 4, 4, 4, 3, 4, 5, 4, 4, 2, 4, 3, 4, 5),
        (PARTLY, NO, NO, CANNOT_SAY),
        {
            "Fatima Siddiqui": ("The slides were finished. We were asked if we liked them.", ShownAs.WORDS),
            "Harriet Lowe": ("My brother was sent home on a Friday night with no number at all.", ShownAs.NAMED),
        },
    )
    place.accounts["hospital"] = account


def what_tom_says(place: Place) -> Tale:
    """He disagrees, the manager answers, and her answer does not settle it."""
    yield place.day(-197)
    tom_says = dispute_account(
        account=place.accounts["hospital"],
        because="I was at that workshop. The plan was on the slides before we came in. We could say what we thought of it, "
        "and that is consultation. It is not co-design. And carers were not asked about the first night at all.",
        by=place["tom"],
        shown_as=ShownAs.NAMED,
    )
    yield place.day(-191)
    answer_dispute(
        dispute=tom_says,
        words="You are right that the slides came first. We used them to start the talk. The name and phone number did come "
        "from the room, and so I call it co-design.",
        by=place["helen"],
    )
    yield place.day(-186)
    keep_dispute(
        dispute=tom_says,
        words="One idea out of twelve came from us. I would settle for an account that says so, and for a second workshop "
        "about the first night, with carers, before the slides are made.",
        by=place["tom"],
    )


def what_marcus_says(place: Place) -> Tale:
    yield place.day(-185)
    other = dispute_account(
        account=place.accounts["hospital"],
        because="There was no interpreter for the last hour. I could not take part in the vote on the phone number.",
        by=place["marcus"],
        shown_as=ShownAs.WORDS,
    )
    yield place.day(-8)
    answer_dispute(
        dispute=other,
        words="That should not have happened. From now on we do not go on without an interpreter. Would you tell us what you "
        "would have said? We will put it to the hospital.",
        by=place["sinead"],
    )


BUS_ROUTES = Outline(
    title="Bus routes to day services",
    what="Three new routes replace the council’s minibuses. You travel when you want, not when the minibus comes.",
    for_whom="410 people who go to day services in Alderbridge, Stowe and Penfold",
    stage=Stage.DELIVERY,
    status=ChangeStatus.DONE,
    starts=-250,
    ends=-100,
)

BUS_ROUTES_SAID = Said(
    tense=Tense.HAS,
    on=-176,
    where="Stowe Community Centre, and on the 14 bus",
    group="panel",
    way="test",
    rung=6,
    asked="Which stops, which times, and what drivers should know.",
    changed="The 14 waits at Willow Lane until everybody sits. Two stops were moved.",
)


def bus_routes(place: Place) -> Tale:
    """Claimed too high, disputed, corrected by a second version, and settled."""
    yield place.day(-240)
    helen = place["helen"]
    change = plan_change(place, place.plans["transformation"], helen, BUS_ROUTES)
    yield place.day(-170)
    first = BUS_ROUTES_SAID.on_the_day(place)
    account = claim(change, helen, first)
    yield place.day(-165)
    dispute = dispute_account(
        account=account,
        because="We tried out the bus, and that was good. But the routes were fixed with the company in March, a month before. "
        "Nobody designed anything with us.",
        by=place["anwen"],
        shown_as=ShownAs.NAMED,
    )
    people = place.all("jo marcus anwen yusuf stanley grace agnieszka priya")
    read(account, people, (4, 5, 4, 4, 5, 4, 4, 5), (YES, PARTLY))
    yield place.day(-158)
    answer_dispute(
        dispute=dispute,
        words="I have looked at the dates, and you are right. The routes were fixed before you were asked. I publish a corrected "
        "account today.",
        by=helen,
    )
    fields = {**vars(first), "rung": 4}
    fields["asked"] = (
        "Which stops to move, which times, and what drivers should know. The routes themselves were fixed already."
    )
    correct(account, helen, Claim(**fields), "The routes were agreed with the bus company before members were asked.")
    yield place.day(-155)
    settle_dispute(dispute=dispute, by=place["anwen"], words="Thank you. That is how it was.")


ONE_NUMBER = Outline(
    title="One number to ring, day and night",
    what="One phone number for all of social care, answered by a person within two minutes, at any hour.",
    for_whom="Everybody in Northshire",
    stage=Stage.DELIVERY,
    status=ChangeStatus.UNDER_WAY,
    starts=-140,
    ends=90,
)

ONE_NUMBER_SAID = Said(
    tense=Tense.HAS,
    on=-52,
    where="Four rooms at once: Alderbridge, Stowe, Penfold, and online",
    group="board",
    way="workshop",
    rung=5,
    asked="What the person who answers must know, and when it is right to be passed on.",
    changed="There is a text line and a relay line beside the phone number.",
)


def one_number(place: Place) -> Tale:
    """Members were in different rooms: their readings are spread over the whole ladder, and nobody sees the effect."""
    yield place.day(-130)
    sinead = place["sinead"]
    change = plan_change(place, place.plans["transformation"], sinead, ONE_NUMBER)
    yield place.day(-45)
    account = claim(
        change,
        sinead,
        ONE_NUMBER_SAID.on_the_day(place),
    )
    yield place.day(-40)
    read(
        account,
        place.all("jo anwen chloe fatima leo owen desmond agnieszka samuel lin imran"),
        (6, 2, 4, 7, 3, 5, 1, 6, 4, 5, 2),
        (NO, PARTLY, NO, CANNOT_SAY),
        {
            "Desmond Clarke": ("In the Penfold room the sound broke. We watched the others talk.", ShownAs.NAMED),
            "Lin Zhao": ("Our room was good. We changed the whole first question.", ShownAs.WORDS),
        },
    )
    yield place.day(-28)
    effect = claim_effect(
        account=account,
        words="Nine calls in ten are answered within two minutes.",
        seen_on=place.day(-33),
        by=sinead,
    )
    yield place.day(-20)
    see(
        effect,
        place.all("jo anwen chloe fatima leo desmond"),
        (NO, NO, PARTLY, NO, CANNOT_SAY, NO),
        {"Chloe Barker": ("By day, yes. On Sunday night I waited 25 minutes.", ShownAs.NAMED)},
    )


TALES = (home_from_hospital, what_tom_says, what_marcus_says, bus_routes, one_number)
