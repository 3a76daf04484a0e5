"""The papers gate for one reader: what everybody may know of it, and what is asked of somebody affected."""

from django.utils.translation import gettext as _

from equalterms.meetings.models import AgendaItem, GateAnswer
from equalterms.meetings.queries.agenda import item_for
from equalterms.meetings.queries.papers import days_in_words
from equalterms.meetings.rules.gate import gate_of, may_answer_gate
from equalterms.meetings.vocabulary import PaperFormat
from equalterms.people.exceptions import NotVisible
from equalterms.people.models import Person


def item_at_gate(person: Person | None, key: str) -> AgendaItem:
    """Return an item for somebody who is asked about it; for everybody else that page does not exist."""
    item = item_for(person, key)
    if not may_answer_gate(person, item):
        raise NotVisible
    return item


def own_answer(person: Person, item: AgendaItem) -> bool | None:
    """Return what a person said at the gate: yes only if they said it about all that is missing for them."""
    missing = [each for each in gate_of(item).missing if person.pk in each.affected]
    given = GateAnswer.objects.filter(person=person, version__paper__item=item)
    said = {(each.version.paper_id, each.version.format): each.agrees for each in given.select_related("version")}
    answers = [said.get((each.paper.pk, each.format)) for each in missing]
    return None if not answers or None in answers else all(answers)


def missing_for(person: Person, item: AgendaItem) -> list[str]:
    """Say what is not there for one person, to that person."""
    return [
        _("%(paper)s, %(format)s: %(how)s")
        % {
            "paper": each.paper.title,
            "format": PaperFormat(each.format).label,
            "how": _("not possible") if each.late_by is None else days_in_words(each.late_by),
        }
        for each in gate_of(item).missing
        if person.pk in each.affected
    ]
