"""Housekeeping of the site itself."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

KEPT = timedelta(days=30)


@task(priority=-60)
def clear_done_jobs() -> int:
    """Delete the records of jobs that ended thirty days ago or earlier; return how many."""
    old = DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT)
    return old.delete()[0]
