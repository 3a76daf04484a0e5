"""Who may open papers, the gate and the preparation space.

The panel meets next with papers: the member needs easy read, which is late. The chair and the facilitator lead it; the
manager sits there as staff. On the board, the member, the carer and the chair prepare together; there the manager is a
co-chair, and the facilitator sits as adviser.
"""

from typing import Any

from tests.matrix.access import EVERYONE, SIGNED_IN, Access

from equalterms.meetings.examples import examples
from equalterms.meetings.models import PreparationNote
from equalterms.meetings.row_security import seen_by
from equalterms.people.models import Person

LEAD = {"chair", "facilitator"}
PREPARE = {"member", "carer", "chair"}


def first(route: str) -> dict[str, Any]:
    return examples()[f"meetings:{route}"][0]


def for_who_leads(route: str) -> Access:
    """A form for those who lead the panel. Others see the paper, and are refused."""
    return Access(given=lambda: first(route), get=LEAD, post=LEAD, refused=SIGNED_IN - LEAD)


def in_the_space(route: str, *, get: bool = True) -> Access:
    return Access(given=lambda: first(route), get=PREPARE if get else None, post=PREPARE, private=True)


def private_note() -> dict[str, Any]:
    """What the member wrote for herself alone."""
    member = Person.objects.get(try_as="member")
    with seen_by(member):
        return {"key": PreparationNote.objects.filter(author=member, shared=False).earliest("pk").key}


def carers_words() -> dict[str, Any]:
    return first("answer_carrying")


ROUTES = {
    "meetings:papers": Access(get=EVERYONE),
    "meetings:paper": Access(get=EVERYONE),
    "meetings:paper_text": Access(get=EVERYONE),
    "meetings:papers_record": Access(get=EVERYONE),
    "meetings:add_paper": for_who_leads("add_paper"),
    "meetings:describe_paper": for_who_leads("describe_paper"),
    "meetings:paper_format": for_who_leads("paper_format"),
    "meetings:paper_not_possible": for_who_leads("paper_not_possible"),
    "meetings:hand_over_format": for_who_leads("hand_over_format"),
    "meetings:put_off_at_gate": for_who_leads("put_off_at_gate"),
    "meetings:format_times": Access(given=lambda: first("format_times"), get=LEAD, post=LEAD, private=True),
    "meetings:gate": Access(given=lambda: first("gate"), get={"member"}, post={"member"}, private=True),
    "meetings:paper_file": Access(get=EVERYONE),
    # The preparation space.
    "meetings:preparing": Access(given=lambda: first("preparing"), get=PREPARE, private=True),
    "meetings:write_note": in_the_space("write_note"),
    "meetings:carry": in_the_space("carry"),
    "meetings:answer_note": in_the_space("answer_note"),
    "meetings:change_note": [
        Access("shared", given=lambda: first("change_note"), get={"member"}, post={"member"}, private=True),
        Access("for herself", given=private_note, get={"member"}, post={"member"}, private=True),
    ],
    "meetings:remove_note": [
        Access("shared", given=lambda: first("remove_note"), get={"member"}, post={"member"}, private=True),
        Access("for herself", given=private_note, get={"member"}, post={"member"}, private=True),
    ],
    "meetings:answer_carrying": in_the_space("answer_carrying"),
    "meetings:take_back_carrying": Access(
        given=carers_words, post={"carer"}, refused=PREPARE - {"carer"}, private=True
    ),
}
