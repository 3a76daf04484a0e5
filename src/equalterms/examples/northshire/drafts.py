"""What only its managers can see so far: a plan, changes and accounts that are not public; and a plan that has ended."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.clock import Tale
from equalterms.examples.outlines import Outline
from equalterms.examples.place import Place
from equalterms.examples.scenes import announce, plan_change
from equalterms.plans.actions.claiming import answer_claim, begin_claim
from equalterms.plans.actions.planning import end_plan, start_plan
from equalterms.plans.actions.recording import add_evidence_link
from equalterms.plans.vocabulary import ChangeStatus, ClaimStep, Stage, Tense

SMALL_BUDGETS = Outline(
    title="Small budgets, put together",
    what="People with small budgets can put them together and share an assistant or an activity.",
    for_whom="People whose budget is under 60 pounds a week",
    stage=Stage.DESIGN,
    status=ChangeStatus.PLANNED,
    starts=20,
    ends=260,
)
LETTERS = Outline(
    title="Letters that say who wrote them",
    what="Each letter from social care has a name, a photograph if the person agrees, and a direct phone number.",
    for_whom="Everybody who gets a letter from social care",
    stage=Stage.DESIGN,
    status=ChangeStatus.UNDER_WAY,
    starts=-10,
    ends=40,
)
WAITING = Outline(
    title="Say how long it will take",
    what="When you ask for help you are told how long you will wait, and somebody rings if it takes longer.",
    for_whom="About 11,000 people a year who ask for help",
    stage=Stage.DESIGN,
    status=ChangeStatus.PLANNED,
    starts=10,
    ends=180,
)


def not_public_yet(place: Place) -> Tale:
    """One change without an account, one whose account is ready, one whose account is begun."""
    yield place.day(-7)
    helen, plan = place["helen"], place.plans["transformation"]
    plan_change(place, plan, helen, SMALL_BUDGETS)
    yield place.day(-2)
    letters = plan_change(place, plan, helen, LETTERS)
    draft = begin_claim(change=letters, tense=Tense.HAS, by=helen)
    answers = (
        (ClaimStep.WHEN, {"on": place.day(-9), "where": "Alderbridge Library"}),
        (ClaimStep.WHO, {"group": place.groups["panel"].key}),
        (ClaimStep.WAY, {"way": place.ways["writing"].slug}),
        (ClaimStep.RUNG, {"rung": 5}),
        (
            ClaimStep.WORDS,
            {
                "asked": "Which letters frighten people, and why.",
                "changed": "Nothing yet. The new letters start next month.",
            },
        ),
    )
    for step, given in answers:
        draft = answer_claim(draft=draft, step=step, answers=given, by=helen)
    notes = "https://www.northshire.example/transformation/letters-notes"
    add_evidence_link(version=draft.version, title="What people said, word for word", url=notes, by=helen)
    waiting = plan_change(place, plan, helen, WAITING)
    begun = begin_claim(change=waiting, tense=Tense.WILL, by=helen)
    answer_claim(draft=begun, step=ClaimStep.WHEN, answers={"on": place.day(40), "where": "Online"}, by=helen)


def next_plan(place: Place) -> Tale:
    yield place.day(-3)
    start_plan(
        organisation=place.organisations["council"],
        by=place["helen"],
        title="Carers in Northshire: the next three years",
        summary="What the council does for people who care for somebody, and what it asks of them.",
        limits="The budget is set in February.",
        starts_on=place.day(90),
        ends_on=place.day(90 + 3 * 365),
        answers_to=[place.groups["board"]],
    )


def last_winter(place: Place) -> Tale:
    """A plan that has ended. It stays public."""
    yield place.day(-455)
    sinead = place["sinead"]
    plan = announce(
        place.organisations["council"],
        sinead,
        title="Warm this winter",
        summary="Help with heating, and somebody who looks in, for people who live alone.",
        starts_on=place.day(-455),
        ends_on=place.day(-330),
        answers_to=[place.groups["panel"]],
    )
    yield place.day(-325)
    end_plan(plan=plan, because="The winter is over. What we learned goes into the Transformation plan.", by=sinead)


TALES = (not_public_yet, next_plan, last_winter)
