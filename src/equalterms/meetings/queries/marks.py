"""What agendas and meetings say in public beside an item whose papers are not on equal terms."""

from django.utils.translation import gettext as _

from equalterms.meetings.models import Meeting
from equalterms.meetings.rules.gate import gates_of
from equalterms.meetings.vocabulary import GateState


def marks_of(meeting: Meeting) -> dict[int, str]:
    """Return, by the number of the item, what an agenda and a meeting page say beside its title. Empty: nothing."""
    words = {
        GateState.AGREED: _("Not on equal terms. Agreed by those affected"),
        GateState.NOT_AGREED: _("Not on equal terms. Not agreed"),
    }
    states = {number: GateState(gate.state) for number, gate in gates_of(meeting).items()}
    return {number: words[state] for number, state in states.items() if state in words}
