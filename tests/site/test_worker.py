"""The worker loses no job: one that fails or whose worker was killed is tried again, up to a limit."""

import os
import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from equalterms.ledger.models import PublishedHead
from equalterms.site import worker
from equalterms.site.tasks import clear_done_jobs

EVERY_DAY = worker.DAILY
ran: list[str] = []


@task()
def succeed() -> str:
    ran.append("succeed")
    return "done"


@task()
def fail() -> None:
    ran.append("fail")
    raise RuntimeError("not today")


@pytest.fixture(autouse=True)
def _real_queue(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(worker, "DAILY", ())
    ran.clear()


def work() -> None:
    worker.SteadyWorker().run(until_empty=True)


@pytest.mark.django_db(transaction=True)
def test_a_job_is_done_once() -> None:
    succeed.enqueue()
    work()
    work()
    assert ran == ["succeed"]
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL


@pytest.mark.django_db(transaction=True)
def test_a_job_that_fails_is_tried_again_later_and_in_the_end_given_up() -> None:
    fail.enqueue()
    for attempt in range(1, worker.MOST_ATTEMPTS):
        work()
        job = DBTaskResult.objects.get()
        assert job.status == TaskResultStatus.READY
        assert job.run_after > timezone.now() + timedelta(seconds=20) * 4 ** (attempt - 1)
        DBTaskResult.objects.update(run_after=timezone.now())
    work()
    assert len(ran) == worker.MOST_ATTEMPTS
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED
    work()
    assert len(ran) == worker.MOST_ATTEMPTS


def claimed(name: str, began: Any = None) -> DBTaskResult:
    succeed.enqueue()
    job = DBTaskResult.objects.get()
    job.claim(name)
    if began is not None:
        DBTaskResult.objects.update(started_at=began)
    return job


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_worker_was_killed_is_given_back() -> None:
    gone = subprocess.Popen([sys.executable, "-c", "pass"])
    gone.wait()
    claimed(f"{worker.own_name().partition(':')[0]}:{gone.pid}:1")
    assert worker.reap_lost_jobs() == 1
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY


@pytest.mark.django_db(transaction=True)
def test_another_process_with_the_same_number_is_not_the_worker() -> None:
    host = worker.own_name().partition(":")[0]
    claimed(f"{host}:{os.getpid()}:1")
    assert worker.reap_lost_jobs() == 1


@pytest.mark.django_db(transaction=True)
def test_a_job_at_work_is_left_alone() -> None:
    claimed(worker.own_name())
    assert worker.reap_lost_jobs() == 0
    assert DBTaskResult.objects.get().status == TaskResultStatus.RUNNING


@pytest.mark.django_db(transaction=True)
def test_a_job_of_another_machine_is_given_back_after_a_long_time_only() -> None:
    claimed("other-machine:1:1")
    assert worker.reap_lost_jobs() == 0
    DBTaskResult.objects.update(started_at=timezone.now() - worker.LONGEST_JOB - timedelta(minutes=1))
    assert worker.reap_lost_jobs() == 1


@pytest.mark.django_db(transaction=True)
def test_a_job_that_kills_every_worker_is_given_up() -> None:
    job = claimed("x:1:1")
    host = worker.own_name().partition(":")[0]
    job.worker_ids = [f"{host}:999999{turn}:1" for turn in range(worker.MOST_ATTEMPTS)]
    job.save()
    assert worker.reap_lost_jobs() == 1
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED


@pytest.mark.django_db(transaction=True)
def test_daily_jobs_are_begun_once_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "DAILY", ("equalterms.ledger.tasks.publish_daily_head",))
    assert worker.begin_daily_jobs() == 1
    assert worker.begin_daily_jobs() == 0
    work()
    assert PublishedHead.objects.get().day == timezone.localdate()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(days=1))
    assert worker.begin_daily_jobs() == 1


def test_every_daily_job_exists() -> None:
    assert len(EVERY_DAY) >= 3
    assert all(callable(import_string(name).enqueue) for name in EVERY_DAY)


@pytest.mark.django_db(transaction=True)
def test_the_record_of_old_jobs_is_cleared() -> None:
    succeed.enqueue()
    work()
    assert clear_done_jobs.call() == 0
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=31))
    assert clear_done_jobs.call() == 1
