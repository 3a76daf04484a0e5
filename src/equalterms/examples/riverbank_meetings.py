"""A year of Riverbank's commission: evidence heard in public, and a report that is the members' own."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.clock import Tale
from equalterms.examples.place import Place
from equalterms.examples.sittings import Sitting, Talk, held, prepared
from equalterms.meetings.actions.following import finish_action
from equalterms.meetings.actions.venues import add_venue
from equalterms.meetings.models import AgreedAction
from equalterms.meetings.vocabulary import ItemPurpose

ONLINE = {"link": "https://meet.riverbank.example/commission", "phone": "01632 960171"}

EVIDENCE = Sitting(
    key="evidence",
    group="commission",
    title="Hearing evidence: getting about",
    on=-200,
    chair="naomi",
    other="errol",
    venue="riverside",
    online=ONLINE,
    far="ivy",
    away="alfie",
    talks=(
        Talk(
            who="errol",
            title="Pavements, kerbs and roadworks",
            why="Eleven residents wrote to us about the same crossing.",
            minutes=60,
            spent=70,
            note="We heard four residents and the engineer who draws the crossings. He had never been told who uses them.",
            decided=("No roadworks without a way round that a wheelchair can use.",),
            to_do=(("mei", "Write up what the four residents said, and read it back to them.", -170),),
            purpose=ItemPurpose.DECISION,
        ),
        Talk(
            who="mei",
            title="How we write our report",
            why="It should be ours from the first word.",
            minutes=30,
            spent=30,
            note="Each of us writes one chapter. Kofi draws. Nobody edits but us.",
            decided=("Each chapter is read aloud to all ten before it stands.",),
            purpose=ItemPurpose.DECISION,
        ),
    ),
    easy="We heard from four people about roads.\n- Roadworks need a way round for wheelchairs.\n- We write our report ourselves.",
)
HOUSING = Sitting(
    key="homes",
    group="commission",
    title="Hearing evidence: homes",
    on=-46,
    chair="naomi",
    other="hamza",
    venue="riverside",
    online=ONLINE,
    far="ivy hamza",
    talks=(
        Talk(
            who="siobhan",
            title="Living with a lift that breaks",
            why="Mine was out of order on 41 days this year.",
            minutes=50,
            spent=45,
            note="Six tenants spoke. Two had slept in the hall. Repairs are ordered on Mondays only.",
            decided=("Our report asks for repairs within a day where somebody cannot take the stairs.",),
            to_do=(("ray", "Find out how three other boroughs do it.", 14),),
            purpose=ItemPurpose.DECISION,
        ),
        Talk(
            who="lucia",
            title="Moving house with an assistance dog",
            why="I was refused twice.",
            minutes=30,
            spent=25,
            note="It is against the law. Nobody at the desk knew.",
        ),
    ),
)
NEXT = Sitting(
    key="hearing next",
    group="commission",
    title="Hearing evidence: work and pay",
    on=16,
    chair="naomi",
    other="kofi",
    online=ONLINE,
    talks=(
        Talk("kofi", "Applying for work with the council", "Eighty applications, one interview.", 40),
        Talk(
            "alfie",
            "Pay for residents who take part",
            "Half of us lose benefits if it is done wrongly.",
            30,
            purpose=ItemPurpose.DECISION,
        ),
    ),
)


def venue(place: Place) -> Tale:
    yield place.day(-300)
    place.venues["riverside"] = add_venue(
        organisation=place.organisations["council"],
        by=place["naomi"],
        name="Riverside Hall",
        address="12 Wharf Lane\nRiverbank",
        step_free=True,
        hearing_loop=True,
        accessible_toilet=True,
        changing_places=True,
        parking=False,
        looked_at_on=place.day(-301),
    )


def evidence(place: Place) -> Tale:
    yield from held(place, EVIDENCE)
    yield place.day(-171)
    action = AgreedAction.objects.get(owner=place["mei"])
    finish_action(action=action, by=place["mei"], done_words="All four have heard it, and changed two sentences.")


def homes(place: Place) -> Tale:
    yield from held(place, HOUSING)


def hearing_next(place: Place) -> Tale:
    yield from prepared(place, NEXT)


TALES = (venue, evidence, homes, hearing_next)
