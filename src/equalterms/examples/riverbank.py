"""Riverbank, a made-up borough: its council and the commission of ten disabled residents."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

import datetime

from equalterms.examples.cast import arrive, arrive_together, employ, found, say_needs, seat_all
from equalterms.examples.clock import Tale
from equalterms.examples.outlines import Outline, Said
from equalterms.examples.place import Place
from equalterms.examples.riverbank_deciding import TALES as DECISIONS
from equalterms.examples.riverbank_meetings import TALES as MEETINGS_HELD
from equalterms.examples.riverbank_papers import TALES as PAPERS
from equalterms.examples.scenes import announce, claim, plan_change, read, see, ways_of_working
from equalterms.groups.actions.agreeing import add_terms, ask_question, close_question, state_principle
from equalterms.groups.actions.starting import start_group
from equalterms.groups.rules import DecidingTerms
from equalterms.groups.vocabulary import Capacity, GroupKind, Joining, Role
from equalterms.people.vocabulary import Duty, NeedGroup, OrganisationKind, Sharing
from equalterms.plans.actions.disputing import dispute_account
from equalterms.plans.actions.effects import claim_effect
from equalterms.plans.vocabulary import ChangeStatus, EffectSeen, Scale, ShownAs, Stage, Tense

MODELLED_ON = (
    "Made up, and modelled on Hammersmith and Fulham: its Disabled People’s Commission of ten, as told by one of its members "
    "in 2017 and in the council’s public record."
)
MEMBERS = {
    "naomi": "Naomi Steinberg",
    "errol": "Errol Baptiste",
    "siobhan": "Siobhan Keane",
    "hamza": "Hamza Chaudhry",
    "ivy": "Ivy Thornton",
    "kofi": "Kofi Amponsah",
    "lucia": "Lucia Ferreira",
    "ray": "Ray Dunmore",
    "mei": "Mei Tan",
    "alfie": "Alfie Rowe",
}
EVERYBODY = " ".join(MEMBERS)
YES, PARTLY, NO = EffectSeen.YES, EffectSeen.PARTLY, EffectSeen.NO


def tales(today: datetime.date) -> list[Tale]:
    """Return the stories of Riverbank, which are told together."""
    place = Place(today)
    tales = (
        people,
        commission,
        what_they_agreed,
        *DECISIONS,
        *MEETINGS_HELD,
        *PAPERS,
        promises,
        housing,
        meetings,
        payment,
    )
    return [tale(place) for tale in tales]


def people(place: Place) -> Tale:
    yield place.day(-400)
    council = found(
        "Riverbank Borough Council",
        OrganisationKind.COUNCIL,
        "Looks after housing, streets, schools and social care for 190,000 people by the river.",
        MODELLED_ON,
    )
    place.organisations["council"] = council
    staff = {"adrian": "Adrian Voss", "tess": "Tess Holloway", "femi": "Femi Adebayo"}
    for short, name in staff.items():
        place.people[short] = arrive(name, "riverbank")
    administrator = employ(place["femi"], council, Duty.ADMINISTRATOR, "Equalities Officer")
    employ(place["adrian"], council, Duty.MANAGER, "Director of Residents’ Services", by=administrator)
    employ(place["tess"], council, Duty.FACILITATOR, "Co-production Lead", by=administrator)
    place.people.update(zip(MEMBERS, arrive_together(MEMBERS.values(), "riverbank"), strict=True))
    say_needs(place["hamza"], Sharing.FACILITATORS, (NeedGroup.PROFESSIONAL, ["speech_to_text"], ""), review_in=30)
    say_needs(place["ivy"], Sharing.ORGANISERS, (NeedGroup.FORMAT, ["braille_2"], "Grade 2, unbound."))


def commission(place: Place) -> Tale:
    yield place.day(-390)
    tess = place["tess"]
    group = start_group(
        organisation=place.organisations["council"],
        by=tess,
        name="Riverbank Disabled People’s Commission",
        kind=GroupKind.COMMISSION,
        purpose="Ten disabled residents find out how disabled people live in Riverbank, hear evidence, and tell the council "
        "how to decide together from now on.",
        joining=Joining.INVITATION,
        seats=10,
        lived_share=100,
    )
    place.groups["commission"] = group
    seat_all(
        group=group,
        people=[place["naomi"]],
        capacity=Capacity.SERVICE_USER,
        by=tess,
        role=Role.CHAIR,
        named=[place["naomi"]],
    )
    others = place.all(EVERYBODY)[1:]
    seat_all(group=group, people=others, capacity=Capacity.SERVICE_USER, by=tess, named=others[:6])


def what_they_agreed(place: Place) -> Tale:
    yield place.day(-380)
    group, naomi = place.groups["commission"], place["naomi"]
    add_terms(
        group=group,
        by=naomi,
        words="We are ten, and all of us are disabled. We work by the social model: people are disabled by barriers, not by their "
        "bodies. We hear evidence in public. We write our own report. The council answers each point within two months.",
        agreed_on=place.day(-382),
        deciding=DecidingTerms(quorum=60, lived_quorum=60, outcomes_public=True),
    )
    state_principle(
        group=group,
        by=naomi,
        text="Barriers are the problem, not people.",
        why="This is the social model of disability.",
    )
    state_principle(group=group, by=naomi, text="Our report is ours. Nobody edits it but us.")
    question = ask_question(
        group=group, by=place["errol"], text="Do we ask council staff the same questions as residents?"
    )
    ask_question(group=group, by=place["mei"], text="Who checks, a year later, what the council has done?")
    yield place.day(-300)
    close_question(
        question=question, by=naomi, agreed=True, outcome="Yes. Two surveys, ten questions that are the same in both."
    )


def promises(place: Place) -> Tale:
    yield place.day(-250)
    adrian = place["adrian"]
    place.ways = ways_of_working(place.organisations["council"], adrian)
    place.plans["decide"] = announce(
        place.organisations["council"],
        adrian,
        title="Deciding together in Riverbank",
        summary="How the council changes the way in which it decides, so that disabled residents decide with it.",
        limits="The law sets some dates, for example for the budget. We say so early.",
        starts_on=place.day(-250),
        ends_on=place.day(480),
        answers_to=[place.groups["commission"]],
    )


HOUSING = Outline(
    title="A housing strategy written with disabled tenants",
    what="What gets built, adapted and mended first is decided with disabled tenants.",
    for_whom="About 3,100 disabled tenants of the council",
    stage=Stage.DESIGN,
    status=ChangeStatus.UNDER_WAY,
    starts=-230,
    ends=200,
)

HOUSING_SAID = Said(
    tense=Tense.HAS,
    on=-168,
    where="Riverside Hall",
    group="commission",
    way="budget",
    rung=6,
    asked="Which repairs come first, and how many new homes must be fully accessible.",
    changed="One new home in ten is fully accessible. The plan had said one in twenty. Lifts are mended before entrance "
    "halls.",
)


def housing(place: Place) -> Tale:
    """Told on another ladder, Arnstein's, which the commission preferred."""
    yield place.day(-230)
    adrian = place["adrian"]
    change = plan_change(place, place.plans["decide"], adrian, HOUSING)
    yield place.day(-160)
    account = claim(
        change,
        adrian,
        HOUSING_SAID.on_the_day(place),
        links=[("The strategy, draft with comments", "https://www.riverbank.example/housing/draft-2")],
        scale=Scale.ARNSTEIN,
    )
    yield place.day(-150)
    read(
        account,
        place.all("naomi errol siobhan hamza ivy kofi lucia ray"),
        (6, 6, 5, 6, 6, 4, 6, 7),
        (YES, PARTLY, YES),
        {"Ray Dunmore": ("They moved on the one in ten while we were in the room.", ShownAs.NAMED)},
    )
    yield place.day(-80)
    effect = claim_effect(
        account=account,
        words="All lifts in council houses were checked; 14 of 19 were mended.",
        seen_on=place.day(-85),
        by=adrian,
    )
    yield place.day(-75)
    see(effect, place.all("naomi errol siobhan hamza kofi ray"), (YES, PARTLY, NO, PARTLY, PARTLY, YES))


MEETINGS = Outline(
    title="Council meetings that everybody can join",
    what="Captions, a way to take part from home, breaks, and papers ten days before.",
    for_whom="Everybody who wants to speak at a meeting of the council",
    stage=Stage.DELIVERY,
    status=ChangeStatus.UNDER_WAY,
    starts=-140,
    ends=40,
)

MEETINGS_SAID = Said(
    tense=Tense.HAS,
    on=-97,
    where="Town Hall, council chamber",
    group="commission",
    way="monitoring",
    rung=6,
    asked="Members came to four meetings and noted every barrier.",
    changed="Captions stand on both screens. There is a break each hour. Papers still come five days before.",
)


def meetings(place: Place) -> Tale:
    yield place.day(-140)
    adrian = place["adrian"]
    change = plan_change(place, place.plans["decide"], adrian, MEETINGS)
    yield place.day(-90)
    account = claim(
        change,
        adrian,
        MEETINGS_SAID.on_the_day(place),
    )
    yield place.day(-84)
    read(account, place.all("naomi errol hamza ivy mei alfie"), (5, 6, 5, 3, 6, 6), (PARTLY, YES, NO))
    dispute_account(
        account=account,
        because="Papers in braille came the day after the meeting, twice. For me nothing has changed yet.",
        by=place["ivy"],
        shown_as=ShownAs.NAMED,
    )


PAYMENT = Outline(
    title="Paying residents for their time",
    what="A rule that says who is paid, how much, how soon, and that nobody loses money by taking part.",
    for_whom="Residents who work with the council",
    stage=Stage.DESIGN,
    status=ChangeStatus.PLANNED,
    starts=-30,
    ends=150,
)

PAYMENT_SAID = Said(
    tense=Tense.WILL,
    on=21,
    where="Riverside Hall, and online",
    group="commission",
    way="negotiation",
    rung=7,
    asked="What counts as work, what is paid for it, and by when.",
)


def payment(place: Place) -> Tale:
    yield place.day(-40)
    adrian = place["adrian"]
    change = plan_change(place, place.plans["decide"], adrian, PAYMENT)
    yield place.day(-36)
    claim(
        change,
        adrian,
        PAYMENT_SAID.on_the_day(place),
        scale=Scale.ARNSTEIN,
    )
