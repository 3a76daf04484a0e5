"""Work in the background: what was put off comes back on its day."""

from django_tasks import task

from equalterms.meetings.actions.agenda import bring_back_items


@task(priority=-30)
def bring_back_put_off() -> int:
    """Bring back, as newly proposed, the items whose day has come; return how many. It may run twice."""
    return bring_back_items(by=None)
