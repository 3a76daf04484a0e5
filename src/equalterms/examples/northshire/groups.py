"""The groups of Northshire: the panel, the network run by its members, and what they agreed about themselves."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.cast import YEAR, seat_all, seat_carers, seat_service_users, seat_staff
from equalterms.examples.clock import Tale
from equalterms.examples.place import Place
from equalterms.groups.actions.agreeing import add_terms, ask_question, close_question, state_principle
from equalterms.groups.actions.applying import accept_application, apply_to_group, decline_application
from equalterms.groups.actions.inviting import invite_member
from equalterms.groups.actions.seats import join_group, leave_group
from equalterms.groups.actions.starting import start_group
from equalterms.groups.examples import EXAMPLE_TOKEN
from equalterms.groups.models import GroupInvitation, Membership
from equalterms.groups.vocabulary import Capacity, GroupKind, Joining, Role, Visibility
from equalterms.people import tokens

PANEL_TERMS_1 = """The panel helps to plan, run and check personal budgets and social care in Northshire.

We meet six times a year. Everybody has one voice. At least half of us use services or care for somebody who does.

The chair is one of us who uses services. Papers come seven days before we meet, in the format each of us needs."""

PANEL_TERMS_2 = """The panel helps to plan, run and check personal budgets and social care in Northshire.

We meet eight times a year, four of them online. Everybody has one voice. At least half of us use services or care for
somebody who does. Terms last three years. Nobody serves more than two in a row.

The chair is one of us who uses services. Papers come ten days before we meet, in the format each of us needs. If a paper
comes late, it waits for the next meeting.

Fares, replacement care and time are paid for. Nobody is out of pocket."""


def panel(place: Place) -> Tale:
    yield place.day(-540)
    ben = place["ben"]
    group = start_group(
        organisation=place.organisations["council"],
        by=ben,
        name="Northshire Personalisation Panel",
        kind=GroupKind.PANEL,
        purpose="People who use social care, carers and senior managers work out together how people in Northshire "
        "get choice and control over their support.",
        own_capacity=Capacity.ADVISER,
        own_role=Role.FACILITATOR,
        joining=Joining.APPLICATION,
        seats=18,
        lived_share=60,
    )
    place.groups["panel"] = group
    named = place.all("jo marcus bronagh")
    seat_all(group=group, people=[place["jo"]], capacity=Capacity.SERVICE_USER, by=ben, role=Role.CHAIR, named=named)
    seat_service_users(group, place.all("marcus anwen yusuf stanley grace vera"), ben, named)
    seat_carers(group, place.all("agnieszka samuel rosemary"), ben)
    seat_staff(group, place.all("helen sinead kwame"), ben)


def what_the_panel_agreed(place: Place) -> Tale:
    yield place.day(-530)
    group = place.groups["panel"]
    add_terms(group=group, by=place["jo"], words=PANEL_TERMS_1, agreed_on=place.day(-533))
    state_principle(
        group=group,
        by=place["jo"],
        text="Choice and control stay with the person who uses the service.",
        why="Without them it is not personalisation. We talk about how, never about whether.",
    )
    state_principle(
        group=group,
        by=place["jo"],
        text="Nobody is out of pocket because they take part.",
        why="Otherwise only those who can afford it take part.",
    )
    ask_question(group=group, by=place["grace"], text="How can somebody with a small budget get the same choice?")
    questions = ask_question(
        group=group, by=place["sinead"], text="Should reviews take place every year, or when something changes?"
    )
    yield place.day(-330)
    close_question(
        question=questions,
        by=place["jo"],
        agreed=True,
        outcome="When something changes, and at least every two years. The person can ask for one at any time.",
    )
    yield place.day(-200)
    add_terms(group=group, by=place["jo"], words=PANEL_TERMS_2, agreed_on=place.day(-205))


def who_came(place: Place) -> Tale:
    yield place.day(-400)
    application = apply_to_group(
        group=place.groups["panel"],
        by=place["priya"],
        capacity=Capacity.SERVICE_USER,
        why="I have had a personal budget for six years and I run my own team of three assistants. I would like the next "
        "person to have it easier.",
    )
    yield place.day(-392)
    accept_application(application=application, by=place["jo"], answer="Welcome, Priya. We look forward to it.")
    application = apply_to_group(
        group=place.groups["panel"],
        by=place["bronagh"],
        capacity=Capacity.SERVICE_USER,
        why="I bring what 200 members of Northshire Independent Living tell us.",
    )
    yield place.day(-385)
    accept_application(application=application, by=place["jo"], answer="Very welcome.")


def who_left_and_who_asks(place: Place) -> Tale:
    yield place.day(-101)
    leave_group(
        group=place.groups["panel"],
        by=place["vera"],
        handover="I was the one who read the draft letters aloud and marked the hard words. Somebody else should take "
        "this on: Grace has a good ear for it. My notes are with Ben.",
        because="I am moving to be near my daughter.",
    )
    yield place.day(-64)
    application = apply_to_group(
        group=place.groups["panel"],
        by=place["patricia"],
        capacity=Capacity.CARER,
        why="My husband gets direct payments.",
    )
    yield place.day(-50)
    decline_application(
        application=application,
        by=place["jo"],
        answer="Thank you, Patricia. You sit on the board already, and we agreed to ask somebody who is in no group yet. "
        "Would you come as a guest in May?",
    )
    yield place.day(-6)
    apply_to_group(
        group=place.groups["panel"],
        by=place["harriet"],
        capacity=Capacity.CARER,
        why="My brother’s day service changed twice in a year. I want to understand how it is decided, and have a say.",
    )


def who_is_invited(place: Place) -> Tale:
    """The link of this invitation is known, so that everybody can look at its page."""
    yield place.day(-6)
    invitation, _token = invite_member(
        group=place.groups["panel"],
        by=place["ben"],
        name="Noor Rahimi",
        email="noor.rahimi@northshire.example",
        capacity=Capacity.SERVICE_USER,
        words="Grace told us about you. Come and see if it is for you.",
    )
    GroupInvitation.objects.filter(pk=invitation.pk).update(
        token_digest=tokens.digest(EXAMPLE_TOKEN), expires_at=invitation.expires_at + 20 * YEAR
    )


def network_of_members(place: Place) -> Tale:
    """Northshire Independent Living's own network, which only its members run."""
    yield place.day(-500)
    bronagh = place["bronagh"]
    network = start_group(
        organisation=place.organisations["living"],
        by=bronagh,
        name="Living Our Way",
        kind=GroupKind.NETWORK,
        purpose="Disabled people of Northshire meet, swap what works, and decide what to say together before others ask.",
        user_controlled=True,
        own_capacity=Capacity.SERVICE_USER,
        own_role=Role.CHAIR,
        joining=Joining.PUBLIC,
        lived_share=100,
    )
    place.groups["network"] = network
    yield place.day(-480)
    for short in ("priya", "marcus", "chloe", "leo", "desmond", "grace"):
        join_group(group=network, by=place[short], capacity=Capacity.SERVICE_USER)
    Membership.objects.filter(group=network, person=bronagh).update(named_in_public=True)
    add_terms(
        group=network,
        by=bronagh,
        words="Only disabled people are members. We set our own agenda. Staff come when we ask them, and leave when "
        "their item is done.",
        agreed_on=place.day(-482),
    )
    state_principle(group=network, by=bronagh, text="Nothing leaves this room unless we all say so.")
    yield place.day(-150)
    ask_question(group=network, by=place["chloe"], text="Should we train assistants ourselves, and be paid for it?")


def before_the_board(place: Place) -> Tale:
    """Where members prepare among themselves. Nobody else can see that it exists."""
    yield place.day(-475)
    bronagh = place["bronagh"]
    preparing = start_group(
        organisation=place.organisations["living"],
        by=bronagh,
        name="Before the Board",
        kind=GroupKind.WORKING_GROUP,
        purpose="Board members who use services prepare together before each board meeting.",
        user_controlled=True,
        parent=place.groups["network"],
        own_capacity=Capacity.SERVICE_USER,
        own_role=Role.FACILITATOR,
        visibility=Visibility.MEMBERS,
        lived_share=100,
    )
    place.groups["preparing"] = preparing
    seat_service_users(preparing, place.all("priya jo marcus chloe desmond"), bronagh)
    ask_question(
        group=preparing, by=place["priya"], text="Do we say yes to phone reviews if people can still choose a visit?"
    )


TALES = (
    panel,
    what_the_panel_agreed,
    who_came,
    who_left_and_who_asks,
    who_is_invited,
    network_of_members,
    before_the_board,
)
