"""Papers of Riverbank's commission: braille in time, and once not possible, with what was offered instead."""

from equalterms.examples.clock import Tale
from equalterms.examples.meeting_papers import bring
from equalterms.examples.place import Place
from equalterms.meetings.actions.gate import answer_gate
from equalterms.meetings.actions.papers import say_not_possible

BRAILLE = [("braille_2", "Posted in braille, grade 2, unbound.")]
REPAIRS = """# What tenants wrote

Forty-one tenants wrote to us.

- Nineteen waited more than a year for an adaptation.
- Five moved away."""
WORK = """# Who works at the council

Four in a hundred say that they are disabled. In Riverbank it is seventeen."""
MAP = """# Ways to the offices

Three of the nine offices have a step at the door."""


def homes(place: Place) -> Tale:
    yield place.day(-63)
    naomi = place["naomi"]
    item = place.meetings["homes"].items.earliest("position")
    bring(item, naomi, "Forty-one letters", REPAIRS, BRAILLE)


def work(place: Place) -> Tale:
    yield place.day(-2)
    naomi = place["naomi"]
    first = place.meetings["hearing next"].items.earliest("position")
    bring(first, naomi, "Who works at the council", WORK, BRAILLE)
    paper = bring(first, naomi, "A map of the offices", MAP)
    say_not_possible(
        paper=paper,
        format="braille_2",
        by=naomi,
        because="A map with nine places does not become readable in braille in two weeks.",
        instead="A walk through each office by phone, as long as it takes.",
    )
    yield place.day(-1)
    answer_gate(item=first, by=place["ivy"], agrees=True)


TALES = (homes, work)
