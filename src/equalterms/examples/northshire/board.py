"""The Transformation Co-production Board: forty seats, its rule, and the work that goes between it and the panel."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.cast import seat_all, seat_carers, seat_service_users, seat_staff
from equalterms.examples.clock import Tale
from equalterms.examples.place import Place
from equalterms.examples.scenes import announce, ways_of_working
from equalterms.groups.actions.agreeing import add_terms, ask_question, state_principle
from equalterms.groups.actions.referring import answer_referral, refer_work, take_on_referral
from equalterms.groups.actions.starting import relate_groups, start_group
from equalterms.groups.rules import DecidingTerms
from equalterms.groups.vocabulary import Capacity, GroupKind, Joining, Role
from equalterms.plans.actions.planning import share_responsibility

SERVICE_USERS = "priya edith marcus anwen yusuf chloe stanley fatima leo grace owen bronagh desmond"
CARERS = "tom agnieszka harriet samuel lin patricia imran rosemary"
STAFF = "helen sinead kwame laura nikhil martin olu deborah carys peter joanne"

TERMS = """The board looks at everything that the council means to change in social care over two years.

Forty people: service users, carers and senior managers. At least half have lived experience. There are two co-chairs, one
who uses services and one who is in charge of them. They take turns.

Managers report each change. They say where people took part or will take part, and what came of it. Members say how it was
for them.

The board does not replace the panel or any other group. We send work to one another."""

DECIDES = DecidingTerms(quorum=30, lived_quorum=20, outcomes_public=True)


def board(place: Place) -> Tale:
    yield place.day(-480)
    ben = place["ben"]
    group = start_group(
        organisation=place.organisations["council"],
        by=ben,
        name="Northshire Transformation Co-production Board",
        kind=GroupKind.BOARD,
        purpose="Service users, carers and senior managers look together at the council’s plans for two years: where "
        "people took part, and what difference it made.",
        own_capacity=Capacity.ADVISER,
        own_role=Role.FACILITATOR,
        joining=Joining.INVITATION,
        seats=40,
        lived_share=50,
    )
    place.groups["board"] = group
    jo, david = place["jo"], place["david"]
    seat_all(group=group, people=[jo], capacity=Capacity.SERVICE_USER, by=ben, role=Role.CO_CHAIR, named=[jo])
    seat_service_users(group, place.all(SERVICE_USERS), ben, place.all("priya marcus bronagh"))
    seat_carers(group, place.all(CARERS), ben, place.all("tom samuel"))
    seat_all(group=group, people=[david], capacity=Capacity.STAFF, by=ben, role=Role.CO_CHAIR, named=[david])
    seat_staff(group, place.all(STAFF), ben)
    relate_groups(group=group, other=place.groups["panel"], as_parent=False, by=ben)
    yield place.day(-470)
    add_terms(group=group, by=jo, words=TERMS, agreed_on=place.day(-473), deciding=DECIDES)
    state_principle(
        group=group,
        by=jo,
        text="No change goes ahead without saying where people took part.",
        why="“None yet” is an honest answer. No answer is not.",
    )
    state_principle(
        group=group,
        by=david,
        text="We say openly how much money there is.",
        why="The budget shrinks by 31 million pounds in two years. Hiding it would waste everybody’s time.",
    )
    ask_question(group=group, by=place["tom"], text="How do we hear from carers who cannot leave the house?")
    ask_question(group=group, by=place["olu"], text="Which savings would members make first, if it were up to them?")


def programme(place: Place) -> Tale:
    yield place.day(-465)
    helen = place["helen"]
    council = place.organisations["council"]
    place.ways = ways_of_working(council, helen)
    place.plans["transformation"] = announce(
        council,
        helen,
        title="Transformation: support that fits your life",
        summary="Over two years we change how people in Northshire get social care: simpler to ask for, easier to run "
        "yourself, and close to home.",
        limits="We have 31 million pounds less than two years ago. What the law says people must get stays as it is.",
        starts_on=place.day(-460),
        ends_on=place.day(270),
        answers_to=[place.groups["board"], place.groups["panel"]],
    )
    share_responsibility(plan=place.plans["transformation"], person=place["sinead"], by=helen)


def work_between_groups(place: Place) -> Tale:
    yield place.day(-260)
    panel, board_group = place.groups["panel"], place.groups["board"]
    buses = refer_work(
        from_group=panel,
        to_group=board_group,
        by=place["jo"],
        title="Bus passes before half past nine",
        words="People who go to day services have to wait for half past nine before their pass works. They miss the "
        "first hour. Please take it up with the Head of Transport.",
    )
    yield place.day(-250)
    take_on_referral(referral=buses, by=place["david"])
    yield place.day(-190)
    answer_referral(
        referral=buses,
        by=place["david"],
        answer="From April the pass works from nine o’clock on the six routes to day services. All other routes stay "
        "as they are: the bus companies asked 400,000 pounds a year for them.",
    )
    yield place.day(-75)
    plans = refer_work(
        from_group=board_group,
        to_group=panel,
        by=place["ben"],
        title="Read the new support plan before it is printed",
        words="Four pages. Please say what is hard to understand and what is missing.",
    )
    yield place.day(-70)
    take_on_referral(referral=plans, by=place["jo"])
    yield place.day(-9)
    refer_work(
        from_group=board_group,
        to_group=panel,
        by=place["ben"],
        title="What makes a good review by phone",
        words="The board heard that some people like them and some were hurried. Please find out what makes the difference.",
    )


TALES = (board, programme, work_between_groups)
