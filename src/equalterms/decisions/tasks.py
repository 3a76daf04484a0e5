"""The daily task of decisions: closes what is due and was missed, say because no worker ran at that moment."""

from django.utils import timezone
from django_tasks import task

from equalterms.decisions.actions.closing import close_decision
from equalterms.decisions.models import Decision
from equalterms.decisions.vocabulary import DecisionState


@task()
def close_all_due() -> int:
    """Close every decision whose time is up; return how many."""
    due = list(Decision.objects.filter(state=DecisionState.OPEN, closes_at__lte=timezone.now()))
    for decision in due:
        close_decision(decision=decision, by=None)
    return len(due)
