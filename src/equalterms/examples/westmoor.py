"""Westmoor, a made-up county: a network that only its members run, and the council that works with it."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

import datetime

from equalterms.examples.cast import arrive, arrive_together, employ, found, say_needs
from equalterms.examples.clock import Tale
from equalterms.examples.outlines import Outline, Said
from equalterms.examples.place import Place
from equalterms.examples.scenes import announce, claim, plan_change, read, see, ways_of_working
from equalterms.groups.actions.agreeing import add_terms, ask_question, state_principle
from equalterms.groups.actions.referring import answer_referral, refer_work
from equalterms.groups.actions.seats import join_group
from equalterms.groups.actions.starting import start_group
from equalterms.groups.vocabulary import Capacity, GroupKind, Joining, Role, Visibility
from equalterms.people.vocabulary import Duty, NeedGroup, OrganisationKind, Sharing
from equalterms.plans.actions.effects import claim_effect
from equalterms.plans.vocabulary import ChangeStatus, EffectSeen, ShownAs, Stage, Tense

MODELLED_ON = (
    "Made up, and modelled on Wiltshire: the Wiltshire Users Network from 1991 to 1997, as told by its first director."
)
MEMBERS = {
    "peggy": "Peggy Arkwright",
    "winston": "Winston Greaves",
    "sheila": "Sheila Donnelly",
    "arun": "Arun Bhatt",
    "cerys": "Cerys Vaughan",
    "ted": "Ted Malone",
    "ngozi": "Ngozi Eze",
    "frank": "Frank Oldfield",
    "dana": "Dana Kowalski",
}
YES, PARTLY = EffectSeen.YES, EffectSeen.PARTLY


def tales(today: datetime.date) -> list[Tale]:
    """Return the stories of Westmoor, which are told together."""
    place = Place(today)
    return [tale(place) for tale in (people, network, circles, agenda_morning, agreement, direct_payments, many_ways)]


def people(place: Place) -> Tale:
    yield place.day(-550)
    network = found(
        "Westmoor Users Network",
        OrganisationKind.USER_LED,
        "A network of people who have used health and social care for a long time. Its members run it.",
        MODELLED_ON,
    )
    council = found(
        "Westmoor Council",
        OrganisationKind.COUNCIL,
        "Looks after social care for people in the towns and villages of Westmoor.",
        MODELLED_ON,
    )
    place.organisations.update(network=network, council=council)
    place.people.update(zip(MEMBERS, arrive_together(MEMBERS.values(), "westmoor"), strict=True))
    employ(place["peggy"], network, Duty.ADMINISTRATOR, "Director, and a member")
    place.people["clive"] = arrive("Clive Hartnell", "westmoor-council")
    employ(place["clive"], council, Duty.MANAGER, "Head of Community Care")
    say_needs(
        place["ted"], Sharing.FACILITATORS, (NeedGroup.TIME_AND_PLACE, ["transport", "breaks"], "No bus after six.")
    )


def network(place: Place) -> Tale:
    yield place.day(-540)
    peggy = place["peggy"]
    group = start_group(
        organisation=place.organisations["network"],
        by=peggy,
        name="Westmoor Users Network",
        kind=GroupKind.NETWORK,
        purpose="People who use services set their own agenda, prepare together, and carry many views to the table as equals.",
        user_controlled=True,
        own_capacity=Capacity.SERVICE_USER,
        own_role=Role.CHAIR,
        joining=Joining.PUBLIC,
        lived_share=100,
    )
    place.groups["network"] = group
    yield place.day(-520)
    for short in list(MEMBERS)[1:]:
        join_group(group=group, by=place[short], capacity=Capacity.SERVICE_USER)
    add_terms(
        group=group,
        by=peggy,
        words="Members write the agenda. Anybody can put something on it, up to the morning of the meeting. We meet among "
        "ourselves first, for as long as it takes. Officers join us after lunch, as guests.",
        agreed_on=place.day(-523),
        guests_welcome=True,
    )
    state_principle(group=group, by=peggy, text="Users control this network.", why="That is what it is for.")
    state_principle(group=group, by=peggy, text="Fares and fees are paid on the day.")
    ask_question(group=group, by=place["winston"], text="How do we bring in people who live in homes?")
    ask_question(group=group, by=place["cerys"], text="Is there anything that we would not take money for?")


def agenda_morning(place: Place) -> Tale:
    """Where members prepare before they meet officers. Only they see it."""
    yield place.day(-455)
    agenda = start_group(
        organisation=place.organisations["network"],
        by=place["peggy"],
        name="Agenda Morning",
        kind=GroupKind.WORKING_GROUP,
        purpose="Members prepare together before they meet officers.",
        user_controlled=True,
        parent=place.groups["network"],
        own_capacity=Capacity.SERVICE_USER,
        own_role=Role.FACILITATOR,
        visibility=Visibility.MEMBERS,
        joining=Joining.PUBLIC,
        lived_share=100,
    )
    place.groups["agenda"] = agenda
    for short in ("winston", "sheila", "arun", "cerys"):
        join_group(group=agenda, by=place[short], capacity=Capacity.SERVICE_USER)


def circles(place: Place) -> Tale:
    """A smaller group of the network, and the work that went to it."""
    yield place.day(-460)
    group = start_group(
        organisation=place.organisations["network"],
        by=place["peggy"],
        name="Direct Payments Circle",
        kind=GroupKind.WORKING_GROUP,
        purpose="Members who have money instead of services, and those who think about it, help one another.",
        user_controlled=True,
        parent=place.groups["network"],
        own_capacity=Capacity.SERVICE_USER,
        own_role=Role.FACILITATOR,
        joining=Joining.APPLICATION,
        lived_share=100,
    )
    place.groups["circle"] = group
    yield place.day(-300)
    referral = refer_work(
        from_group=place.groups["network"],
        to_group=group,
        by=place["peggy"],
        title="What a first payment should look like",
        words="The council asks for a page that it can give to people who start. Please write it.",
    )
    yield place.day(-260)
    answer_referral(
        referral=referral,
        by=place["peggy"],
        answer="Two pages, in large print. We tried them out on four people who start now.",
    )


AGREEMENT = Outline(
    title="An agreement between the council and the network",
    what="The council pays the network for what members do, and leaves to the network how they do it.",
    for_whom="Members of the network",
    stage=Stage.DELIVERY,
    status=ChangeStatus.DONE,
    starts=-440,
    ends=-350,
)

AGREEMENT_SAID = Said(
    tense=Tense.HAS,
    on=-352,
    where="The network’s own office, Market Street, Wexley",
    group="network",
    way="negotiation",
    rung=7,
    asked="What the council can expect, what it cannot ask, and what happens if one side is unhappy.",
    changed="The council asked for a list of members. The network said no, and the list is not in the agreement.",
)


def agreement(place: Place) -> Tale:
    yield place.day(-440)
    clive = place["clive"]
    place.ways = ways_of_working(place.organisations["council"], clive)
    place.plans["strings"] = announce(
        place.organisations["council"],
        clive,
        title="Support without strings",
        summary="Money and time for users to plan and check services beside us, without telling them how.",
        limits="The sum is fixed for three years at a time.",
        starts_on=place.day(-440),
        ends_on=place.day(300),
        answers_to=[place.groups["network"]],
    )
    change = plan_change(place, place.plans["strings"], clive, AGREEMENT)
    yield place.day(-345)
    account = claim(
        change,
        clive,
        AGREEMENT_SAID.on_the_day(place),
    )
    yield place.day(-338)
    read(
        account,
        place.all("peggy winston sheila arun cerys ted ngozi frank"),
        (7, 7, 6, 7, 7, 6, 7, 7),
        (YES, YES, PARTLY),
        {"Sheila Donnelly": ("We sat on our side of the table until they had read our draft.", ShownAs.NAMED)},
    )
    yield place.day(-200)
    effect = claim_effect(
        account=account, words="Members were paid for 1,460 hours in the first year.", seen_on=place.day(-205), by=clive
    )
    yield place.day(-190)
    see(effect, place.all("peggy winston arun ted frank"), (YES, YES, YES, PARTLY, YES))


DIRECT_PAYMENTS = Outline(
    title="Money instead of services, for everybody who wants it",
    what="People are told about direct payments at the first visit, by somebody who has one.",
    for_whom="About 600 people a year who ask for support",
    stage=Stage.EVALUATION,
    status=ChangeStatus.UNDER_WAY,
    starts=-180,
    ends=90,
)

DIRECT_PAYMENTS_SAID = Said(
    tense=Tense.HAS,
    on=-73,
    where="Wexley Library, and in people’s homes",
    group="network",
    way="training",
    rung=6,
    asked="Members trained nine social workers, and went with them on first visits.",
    changed="The leaflet is gone. A member rings instead.",
)


def direct_payments(place: Place) -> Tale:
    yield place.day(-180)
    clive = place["clive"]
    change = plan_change(place, place.plans["strings"], clive, DIRECT_PAYMENTS)
    yield place.day(-66)
    account = claim(
        change,
        clive,
        DIRECT_PAYMENTS_SAID.on_the_day(place),
    )
    yield place.day(-60)
    read(account, place.all("peggy winston arun ngozi dana"), (6, 6, 7, 6, 5), (YES, PARTLY))


MANY_WAYS = Outline(
    title="Users choose who gets the job",
    what="Members sit on the panel when the council hires anybody who works with them.",
    for_whom="Everybody who gets a visit from the council",
    stage=Stage.DELIVERY,
    status=ChangeStatus.PLANNED,
    starts=10,
    ends=280,
)

MANY_WAYS_SAID = Said(
    tense=Tense.WILL,
    on=28,
    where="Westmoor Council, Wexley",
    group="network",
    way="panel",
    rung=7,
    asked="Which questions to ask, and whom to choose. Members have half the votes.",
)


def many_ways(place: Place) -> Tale:
    yield place.day(-28)
    clive = place["clive"]
    change = plan_change(place, place.plans["strings"], clive, MANY_WAYS)
    yield place.day(-26)
    claim(
        change,
        clive,
        MANY_WAYS_SAID.on_the_day(place),
    )
