"""What the style page shows: invented content, made to reach every state of every component."""

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from equalterms.design.fields import ChoiceWithHints, DayField, SeveralWithHints
from equalterms.design.paging import Pager
from equalterms.design.pictures.bars import Bar, BarPicture
from equalterms.design.pictures.ladder import LadderPicture
from equalterms.design.pictures.round_table import RoundTablePicture, Seat
from equalterms.design.tables import Column, Table

TLAP = ("Coercion", "Educating", "Informing", "Consultation", "Engagement", "Co-design", "Co-production")
ARNSTEIN = (
    *("Manipulation", "Therapy", "Informing", "Consultation"),
    *("Placation", "Partnership", "Delegated power", "Citizen control"),
)
IAP2 = ("Inform", "Consult", "Involve", "Collaborate", "Empower")
SENT = date(2026, 11, 3)
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


class SampleForm(forms.Form):
    """One of every control."""

    name = forms.CharField(label="What is your name?", help_text="As you wish to be called here.", max_length=60)
    email = forms.EmailField(label="E-mail address", required=False)
    words = forms.CharField(
        label="What was it like?",
        help_text="Say it in your own words. A few sentences are enough.",
        widget=forms.Textarea,
    )
    seen = ChoiceWithHints(
        label="Have you seen the effect?",
        choices=[
            ("yes", "Yes, I have seen it"),
            ("partly", "Partly", "Some of it, or only for some people"),
            ("no", "No, I have not seen it"),
        ],
    )
    formats = SeveralWithHints(
        label="Which formats do you need?",
        help_text="Choose all that you need.",
        choices=[
            ("easy_read", "Easy Read", "Short sentences with pictures"),
            ("large_print", "Large print"),
            ("audio", "Audio"),
        ],
    )
    ended = DayField(label="When did it end?", called="the day it ended")
    organisation = forms.ChoiceField(
        label="Which organisation?",
        choices=[("", "Choose one"), ("1", "Northshire County Council"), ("2", f"The {LONG_WORD} Trust")],
    )
    people = forms.IntegerField(label="How many people took part?", min_value=1)
    evidence = forms.FileField(
        label="Evidence", required=False, help_text="A PDF, a Word file or a picture, up to 10 MB."
    )
    agreed = forms.BooleanField(
        label="My words may be shown, with my name", help_text="You can change your mind later."
    )

    def clean(self) -> dict[str, Any]:
        if self.data.get("formats") == "clash":
            self.add_error(None, "Easy Read and audio together need two weeks. Choose a later day.")
        return self.cleaned_data


def forms_shown() -> dict[str, forms.Form]:
    wrong = {"name": "", "ended_day": "3", "ended_month": "", "ended_year": "2026", "email": "sam(at)example"}
    return {
        "empty": SampleForm(prefix="new"),
        "wrong": SampleForm({f"wrong-{key}": value for key, value in wrong.items()}, prefix="wrong"),
    }


def _at(
    claimed: int | None, spread: dict[int, int] | None, reason: str, key: str, rungs: tuple = TLAP
) -> LadderPicture:
    return LadderPicture(rungs, claimed, spread, reason, key)  # type: ignore[arg-type]


def ladders() -> list[dict[str, Any]]:
    """Every ladder that can be drawn, each with a title that says what it shows."""
    pictures = [
        {"title": "Two rungs apart", "picture": _at(6, {3: 1, 4: 4, 5: 2}, "", "apart")},
        {"title": "On the same rung", "picture": _at(7, {6: 2, 7: 6}, "", "same")},
        {"title": "Far apart", "picture": _at(7, {1: 3, 2: 4, 3: 1}, "", "far")},
        {"title": "Members put it higher", "picture": _at(4, {5: 4, 6: 3}, "", "higher")},
        {"title": "Split between two rungs", "picture": _at(6, {4: 3, 5: 3}, "", "split")},
        {"title": "Many readings", "picture": _at(6, {2: 4, 3: 9, 4: 14, 5: 8, 6: 3}, "", "many")},
        {"title": "Too few to show", "picture": _at(5, None, "too_few", "few")},
        {"title": "Not asked yet", "picture": _at(6, None, "not_asked", "asked")},
        {"title": "None yet", "picture": _at(None, None, "none_yet", "none")},
        {"title": "Your turn first", "picture": _at(6, {4: 5}, "your_turn", "turn")},
        {"title": "Arnstein’s eight rungs", "picture": _at(6, {3: 5, 4: 4, 5: 1}, "", "arnstein", ARNSTEIN)},
        {"title": "The five steps of IAP2", "picture": _at(3, {2: 6, 3: 3}, "", "iap", IAP2)},
    ]
    for one in pictures:
        one["small"] = replace(one["picture"], key=f"small-{one['picture'].key}")
    return pictures


def _seats(lived: int, charge: int, other: int = 0, empty: dict[str, int] | None = None) -> list[Seat]:
    """Seat people so that the kinds mix round the table."""
    queues = {"lived": lived, "charge": charge, "other": other}
    total, seats = sum(queues.values()), []
    share = dict.fromkeys(queues, 0.0)
    for _turn in range(total):
        for kind in queues:
            share[kind] += queues[kind] / total
        kind = max(share, key=lambda k: share[k])
        share[kind] -= 1
        seats.append(kind)
    missing = dict(empty or {})
    made = []
    for kind in reversed(seats):
        filled = missing.get(kind, 0) <= 0
        missing[kind] = missing.get(kind, 0) - 1
        made.append(Seat(kind, filled))  # type: ignore[arg-type]
    return made[::-1]


def round_tables() -> list[dict[str, Any]]:
    return [
        {
            "title": "A working group of five",
            "picture": RoundTablePicture(
                _seats(3, 2), "Three of five have lived experience. The rule asks for at least half.", "five"
            ),
        },
        {
            "title": "A commission of ten",
            "picture": RoundTablePicture(_seats(10, 0), "All ten are disabled people who live here.", "ten"),
        },
        {
            "title": "A panel with empty seats",
            "picture": RoundTablePicture(
                _seats(9, 7, 2, {"lived": 3}),
                "Six of fifteen have lived experience. The rule asks for at least half: three seats are empty.",
                "panel",
            ),
        },
        {
            "title": "A board of forty",
            "picture": RoundTablePicture(
                _seats(22, 14, 4, {"lived": 2, "charge": 1}),
                "Twenty of thirty-seven have lived experience. Three seats are empty.",
                "forty",
            ),
        },
        {
            "title": "A network of sixty",
            "picture": RoundTablePicture(_seats(52, 0, 8), "Fifty-two of sixty use services themselves.", "sixty"),
        },
    ]


def steps() -> list[dict[str, Any]]:
    return [
        {
            "date": date(2026, 3, 3),
            "who": "Priya Shah, manager",
            "shape": "square",
            "title": "Claimed: co-design",
            "body": "The new contact service was drawn up with the panel in four meetings.",
            "url": "#timelines",
        },
        {
            "date": date(2026, 4, 14),
            "who": "Seven members",
            "shape": "circle",
            "title": "Members gave their own readings",
            "body": "Most of them read it as consultation.",
        },
        {
            "date": date(2026, 4, 20),
            "who": "Mrs Okafor, service user",
            "shape": "circle",
            "title": "Disputed",
            "body": "The opening hours had been decided before we met.",
        },
        {
            "date": date(2026, 5, 2),
            "shape": "none",
            "title": "Easy read version sent",
        },
    ]


def tables() -> dict[str, Table]:
    return {
        "plans": Table(
            "Plans of Northshire County Council",
            ["Plan", "Stage", Column("Changes", numeric=True), Column("Accounts", numeric=True)],
            [
                ("Help at home from one place", "Design", 4, 12),
                ("Direct payments without forms", "Delivery", 11, 1024),
                (f"Reaching {LONG_WORD}", "Evaluation", 1, 3),
            ],
            foot=("All plans", "", 16, 1039),
        ),
    }


def bar_picture() -> BarPicture:
    return BarPicture(
        "Did members see the effect?",
        [Bar("Yes, I have seen it", 4), Bar("Partly", 7), Bar("No, I have not seen it", 12), Bar("I cannot say", 0)],
        key="seen",
    )


def facts() -> list[tuple[Any, ...]]:
    return [
        ("Programme", "Help at home from one place"),
        ("Runs", "1 April 2026 to 31 March 2028"),
        ("Answers to", "Personalisation Panel", "#facts", "Change"),
        ("Address", f"https://example.org/{LONG_WORD.lower()}"),
    ]


def pages() -> dict[str, Pager]:
    return {
        "middle": Pager("?page=1", "?page=3", "Page 2 of 7"),
        "first": Pager("", "?page=2", "Page 1 of 7", label="Pages, from the first"),
    }
