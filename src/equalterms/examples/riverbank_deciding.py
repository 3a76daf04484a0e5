"""What Riverbank's commission decided, did not decide, and is deciding now."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from functools import partial

from equalterms.examples.deciding import Script, told

OURS = {"group": "commission", "chair": "naomi"}

SCRIPTS = (
    Script(
        **OURS,
        by="errol",
        title="Evidence in public, with a quiet room beside it",
        words="We hear evidence in public. Who does not want to speak in public can talk to two of us in a quiet room.",
        put=-350,
        answered=-346,
        closes=-340,
        agree="naomi errol siobhan hamza ivy kofi lucia ray mei",
    ),
    Script(
        **OURS,
        by="mei",
        title="Two surveys with the same ten questions",
        words="Residents and council staff are asked the same ten questions.",
        put=-320,
        answered=-315,
        closes=-308,
        bears="Barriers",
        agree="naomi errol siobhan kofi lucia mei",
        concerns={
            "ivy": "Ten questions in braille are twelve pages.",
            "hamza": "Staff will guess what we want to hear.",
        },
    ),
    Script(
        **OURS,
        by="kofi",
        title="Let the council read the report a week before",
        words="The council gets our report a week before everybody else, to check the facts.",
        put=-110,
        answered=-104,
        closes=-96,
        bears="Our report",
        agree="kofi errol siobhan lucia mei",
        aside="naomi",
        objections={"ray": "A week of checking is a week of asking us to change it. It is ours."},
        dealt_with={"ray": "We offered two days, figures only."},
        stands={"ray": ("Two days are two days. Publish, and correct what is wrong in the open.", True)},
    ),
    Script(
        **OURS,
        by="alfie",
        title="A logo for the commission",
        words="We use the open door as our sign.",
        put=-88,
        answered=-85,
        closes=-80,
        agree="alfie mei",
        concerns={"lucia": "Doors are what keeps some of us out."},
    ),
    Script(
        **OURS,
        by="siobhan",
        title="A second year for our chair",
        words="Naomi is our chair for another year.",
        why="It is about a person, so the answers are secret.",
        put=-60,
        answered=-57,
        closes=-50,
        agree="errol siobhan hamza ivy kofi lucia ray mei alfie",
        secret=True,
    ),
    Script(
        **OURS,
        by="naomi",
        title="What we ask for when we are paid",
        words="We ask for the London Living Wage for each hour, fares on the same day, and no form longer than a page.",
        why="The council will talk to us about it in three weeks.",
        put=-5,
        answered=-2,
        closes=10,
        asked=("ivy", "Does reading time count as an hour?", "Yes: an hour for each twenty pages."),
        amended=(
            "hamza",
            "We ask for the London Living Wage for each hour, reading time included, fares on the same day, and no form longer than a page.",
            "So that nobody can say later that reading was not meant.",
            "accepted",
        ),
        early="errol siobhan",
        agree="naomi hamza",
        concerns={"kofi": "Say what happens to those of us on benefits."},
    ),
)

TALES = tuple(partial(told, script=script) for script in SCRIPTS)
