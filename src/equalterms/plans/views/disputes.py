"""A dispute as steps of a timeline, as the pages about one dispute show it."""

from typing import Any

from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from equalterms.plans.queries.dispute_faces import DisputeFace


def steps_of_dispute(dispute: DisputeFace, *, own: bool = False) -> list[dict[str, Any]]:
    """The dispute from its first word to its last. On one's own pages the member is "You"."""
    who = _("You") if own else dispute.who
    opened = {"date": dispute.opened_at, "who": who, "shape": "circle", "title": _("Disagrees")}
    steps = [{**opened, "body": paragraphs(dispute.because)}]
    for turn in dispute.turns:
        steps.append(
            {
                "date": turn.at,
                "who": _("The managers") if turn.by_manager else who,
                "shape": "square" if turn.by_manager else "circle",
                "title": turn.kind_words,
                "body": paragraphs(turn.words),
            }
        )
    return steps


def paragraphs(words: str) -> str:
    """A person's words as paragraphs, escaped."""
    return format_html_join("", "<p>{}</p>", ((part,) for part in words.split("\n") if part.strip()))
