"""Skills Together, a made-up national charity: its reference group, its hub and its guides."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

import datetime

from equalterms.examples.cast import arrive, arrive_together, employ, found, say_needs, seat_all, seat_service_users
from equalterms.examples.clock import Tale
from equalterms.examples.outlines import Outline, Said
from equalterms.examples.place import Place
from equalterms.examples.scenes import announce, claim, plan_change, read, see, ways_of_working
from equalterms.groups.actions.agreeing import add_terms, ask_question, state_principle
from equalterms.groups.actions.starting import start_group
from equalterms.groups.vocabulary import Capacity, GroupKind, Joining, Role
from equalterms.people.vocabulary import Duty, NeedGroup, OrganisationKind, Sharing
from equalterms.plans.actions.effects import claim_effect
from equalterms.plans.vocabulary import ChangeStatus, EffectSeen, Scale, ShownAs, Stage, Tense

MODELLED_ON = (
    "Made up, and modelled on Skills for Care: its information hub, toolkit, guides and participation policy, as told by its "
    "chief executive in 2017."
)
MEMBERS = {
    "vik": "Vikram Sethi",
    "jess": "Jess Cartwright",
    "moira": "Moira Galbraith",
    "dev": "Devon Wright",
    "ola": "Ola Sandberg",
    "tariq": "Tariq Nasser",
    "pam": "Pam Ellery",
}
YES, PARTLY = EffectSeen.YES, EffectSeen.PARTLY


def tales(today: datetime.date) -> list[Tale]:
    """Return the stories of Skills Together, which are told together."""
    place = Place(today)
    return [tale(place) for tale in (people, group_of_employers, hub, autism_guides, paying)]


def people(place: Place) -> Tale:
    yield place.day(-330)
    charity = found(
        "Skills Together",
        OrganisationKind.CHARITY,
        "Makes guides, courses and tools for people who employ their own staff, and for those who work in social care.",
        MODELLED_ON,
    )
    place.organisations["charity"] = charity
    place.people["isobel"] = arrive("Isobel Grant", "skills-together")
    place.people["rory"] = arrive("Rory Maddox", "skills-together")
    employ(place["isobel"], charity, Duty.MANAGER, "Head of Participation")
    employ(place["rory"], charity, Duty.FACILITATOR, "Participation Officer")
    place.people.update(zip(MEMBERS, arrive_together(MEMBERS.values(), "skills-together"), strict=True))
    say_needs(place["dev"], Sharing.ORGANISERS, (NeedGroup.TIME_AND_PLACE, ["quiet_room", "low_light", "online"], ""))


def group_of_employers(place: Place) -> Tale:
    yield place.day(-320)
    rory = place["rory"]
    group = start_group(
        organisation=place.organisations["charity"],
        by=rory,
        name="Individual Employers’ Reference Group",
        kind=GroupKind.WORKING_GROUP,
        purpose="People who employ their own assistants say what the hub and the guides must do, and stay to the end.",
        own_capacity=Capacity.ADVISER,
        own_role=Role.FACILITATOR,
        joining=Joining.APPLICATION,
        seats=12,
        lived_share=70,
    )
    place.groups["employers"] = group
    vik = place["vik"]
    seat_all(group=group, people=[vik], capacity=Capacity.SERVICE_USER, by=rory, role=Role.CHAIR, named=[vik])
    seat_service_users(group, place.all("jess moira dev ola tariq"), rory, place.all("jess"))
    seat_all(group=group, people=[place["pam"]], capacity=Capacity.CARER, by=rory)
    yield place.day(-310)
    add_terms(
        group=group,
        by=vik,
        words="We give the brief, we see each draft, and we say when it is good enough. Time and costs are paid. Nobody is out of "
        "pocket.",
        agreed_on=place.day(-312),
    )
    state_principle(group=group, by=vik, text="No one is out of pocket.")
    ask_question(group=group, by=place["moira"], text="Should the hub say which companies are good?")


HUB = Outline(
    title="An information hub for people who employ their own staff",
    what="One place for contracts, holidays, sick pay and hard talks, in words that people use.",
    for_whom="People who employ assistants with their own or public money",
    stage=Stage.DELIVERY,
    status=ChangeStatus.DONE,
    starts=-300,
    ends=-120,
)

HUB_SAID = Said(
    tense=Tense.HAS,
    on=-188,
    where="Online, eleven times",
    group="employers",
    way="writing",
    rung=4,
    asked="What the hub is for, what stands on the first page, and what is missing in each draft.",
    changed="It begins with “I have never hired anybody”. That was not in our plan.",
)


def hub(place: Place) -> Tale:
    yield place.day(-300)
    isobel = place["isobel"]
    place.ways = ways_of_working(place.organisations["charity"], isobel)
    place.plans["employing"] = announce(
        place.organisations["charity"],
        isobel,
        title="Employing your own staff, made easier",
        summary="A hub, a toolkit and guides, made with people who employ their own assistants.",
        limits="We cannot give legal advice.",
        starts_on=place.day(-300),
        ends_on=place.day(180),
        answers_to=[place.groups["employers"]],
    )
    change = plan_change(place, place.plans["employing"], isobel, HUB)
    yield place.day(-180)
    account = claim(
        change,
        isobel,
        HUB_SAID.on_the_day(place),
        scale=Scale.IAP2,
    )
    yield place.day(-172)
    read(
        account,
        place.all("vik jess moira ola tariq"),
        (4, 4, 3, 4, 4),
        (YES, YES, PARTLY),
        {"Jess Cartwright": ("They asked again each time, and each time it was different afterwards.", ShownAs.NAMED)},
    )
    yield place.day(-70)
    effect = claim_effect(account=account, words="9,300 people have used the hub.", seen_on=place.day(-75), by=isobel)
    yield place.day(-65)
    see(effect, place.all("vik jess"), (YES, PARTLY))


AUTISM_GUIDES = Outline(
    title="Guides on autism, made with autistic people",
    what="Films and short texts by autistic people about what helps at work, and what does not.",
    for_whom="Care workers, and autistic people who employ them",
    stage=Stage.DESIGN,
    status=ChangeStatus.UNDER_WAY,
    starts=-90,
    ends=100,
)

AUTISM_GUIDES_SAID = Said(
    tense=Tense.HAS,
    on=-47,
    where="Online, and in the quiet room of our office",
    with_whom="Six autistic people who answered our call, and two members of the reference group",
    way="workshop",
    rung=4,
    asked="Which situations the films show, who speaks, and what we cut.",
    changed="No actors. Everybody speaks for themselves, with their own words.",
)


def autism_guides(place: Place) -> Tale:
    yield place.day(-90)
    isobel = place["isobel"]
    change = plan_change(place, place.plans["employing"], isobel, AUTISM_GUIDES)
    yield place.day(-41)
    account = claim(
        change,
        isobel,
        AUTISM_GUIDES_SAID.on_the_day(place),
        scale=Scale.IAP2,
    )
    yield place.day(-38)
    read(account, place.all("dev ola"), (4, 4), (YES,))


PAYING = Outline(
    title="A participation policy",
    what="Who is paid for their expertise, how much, and how fast.",
    for_whom="Everybody who works with us and is not on our payroll",
    stage=Stage.DESIGN,
    status=ChangeStatus.PLANNED,
    starts=-15,
    ends=120,
)

PAYING_SAID = Said(
    tense=Tense.NONE_YET,
    on=20,
    none_because="We have only just begun. The reference group meets in three weeks, and will decide how it wants to take part.",
)


def paying(place: Place) -> Tale:
    yield place.day(-18)
    isobel = place["isobel"]
    change = plan_change(place, place.plans["employing"], isobel, PAYING)
    yield place.day(-17)
    claim(
        change,
        isobel,
        PAYING_SAID.on_the_day(place),
        scale=Scale.IAP2,
    )
