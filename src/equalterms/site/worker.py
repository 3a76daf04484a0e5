"""The worker: does jobs one after another, begins the daily ones, and lets none be lost when a worker dies.

A job that fails, or whose worker was killed, is tried again, later each time, up to a limit. So a job may run twice:
each must be written so that this does no harm.
"""

import logging
import os
import signal
import socket
import time
from datetime import datetime, timedelta
from pathlib import Path
from types import FrameType

from django.db import close_old_connections
from django.db.utils import InterfaceError, OperationalError
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger("equalterms.worker")

DAILY = (
    "equalterms.decisions.tasks.close_all_due",
    "equalterms.ledger.tasks.publish_daily_head",
    "equalterms.meetings.tasks.bring_back_put_off",
    "equalterms.people.tasks.clear_old_things",
    "equalterms.notices.tasks.clear_old_notices",
    "equalterms.site.tasks.clear_done_jobs",
)
OFTEN = ("equalterms.notices.tasks.begin_sending",)  # asked at each look round whether there is something to do
MOST_ATTEMPTS = 5
FIRST_WAIT = timedelta(seconds=30)  # times four after each failure: half a minute, two, eight, half an hour
LONGEST_JOB = timedelta(hours=2)  # a job of another machine's worker that runs longer is taken for lost
LOOK_ROUND = 30.0  # seconds between two looks for lost and daily jobs
IDLE = 1.0  # seconds


class WorkerLost(Exception):
    """The worker that had this job was killed too often."""


def own_name() -> str:
    """Return a name that says on which machine this worker runs, as which process, and since when."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{_began(os.getpid())}"


def _began(pid: int) -> str:
    """Return when a process began, in the system's own count, or "" when there is no such process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def is_alive(name: str) -> bool | None:
    """Say whether the worker of that name still runs; None when it belongs to another machine."""
    host, _colon, rest = name.partition(":")
    pid, _colon, began = rest.partition(":")
    if host != socket.gethostname()[:30] or not pid.isdigit():
        return None
    return began != "" and _began(int(pid)) == began


class RetryingWorker(Worker):
    """Django's worker, with another try for a job that failed."""

    def run_task(self, db_task_result: DBTaskResult) -> None:
        super().run_task(db_task_result)
        if db_task_result.status == TaskResultStatus.FAILED:
            again = try_again(db_task_result, [TaskResultStatus.FAILED])
            facts = {"job": db_task_result.task_name, "attempt": len(db_task_result.worker_ids)}
            logger.warning("job failed, will be tried again" if again else "job failed for good", extra=facts)


def try_again(job: DBTaskResult, from_status: list[str]) -> bool:
    """Put a job back in the queue for later, unless it had its tries. Says whether it was put back."""
    attempts = len(job.worker_ids)
    if attempts >= MOST_ATTEMPTS:
        return False
    later = timezone.now() + FIRST_WAIT * 4 ** (attempts - 1)
    still = DBTaskResult.objects.filter(pk=job.pk, status__in=from_status, worker_ids=job.worker_ids)
    return bool(still.update(status=TaskResultStatus.READY, run_after=later, finished_at=None))


def reap_lost_jobs(now: datetime | None = None) -> int:
    """Give back the jobs whose worker was killed. Returns how many were found."""
    now = now or timezone.now()
    lost = 0
    for job in DBTaskResult.objects.running():
        alive = is_alive(job.worker_ids[-1]) if job.worker_ids else False
        if alive or (alive is None and job.started_at and now - job.started_at < LONGEST_JOB):
            continue
        lost += 1
        if not try_again(job, [TaskResultStatus.RUNNING]):
            job.set_failed(WorkerLost())
        logger.warning("a worker was lost", extra={"job": job.task_name, "attempt": len(job.worker_ids)})
    return lost


def begin_daily_jobs() -> int:
    """Queue each daily job that was not queued yet today, by the site's own clock. Returns how many."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    begun = set(
        DBTaskResult.objects.filter(task_path__in=DAILY, enqueued_at__gte=midnight).values_list("task_path", flat=True)
    )
    due = [path for path in DAILY if path not in begun]
    for path in due:
        import_string(path).enqueue()
    return len(due)


class SteadyWorker:
    """Runs until it is told to stop, whatever happens to single jobs or, for a while, to the database."""

    def __init__(self) -> None:
        self.inner = RetryingWorker(
            queue_names=["*"],
            interval=IDLE,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=own_name(),
            excluded_queue_names=[],
        )
        self.stopping = False

    def stop(self, signum: int, frame: FrameType | None) -> None:
        """Finish the job at hand, then stop."""
        self.stopping = True
        self.inner.running = False

    def run(self, *, until_empty: bool = False) -> None:
        """Work until told to stop, or until nothing is waiting."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        looked = 0.0
        while not self.stopping:
            try:
                if time.monotonic() - looked > LOOK_ROUND or not looked:
                    reap_lost_jobs()
                    begin_daily_jobs()
                    for begin in OFTEN:
                        import_string(begin)()
                    looked = time.monotonic()
                self.inner.run()
            except (OperationalError, InterfaceError):
                logger.warning("the database does not answer; waiting for it")
                close_old_connections()
            if until_empty:
                return
            if not self.stopping:
                time.sleep(IDLE)
