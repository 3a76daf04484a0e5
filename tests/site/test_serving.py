"""A site that is served gets over a database that drops every connection, by itself."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from django.db import connection
from tests.live_site import free_port

STARTS_WITHIN = 90  # seconds, on a busy machine
BACK_WITHIN = 10


def status_of(url: str) -> int:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code
    except OSError:
        return 0


def wait_for(url: str, seconds: float) -> int:
    until = time.monotonic() + seconds
    while (status := status_of(url)) != 200 and time.monotonic() < until:
        time.sleep(0.2)
    return status


@pytest.fixture
def served(transactional_db: None) -> Iterator[str]:
    said = connection.settings_dict
    url = f"postgresql://{said['USER']}:{said['PASSWORD']}@{said['HOST']}:{said['PORT']}/{said['NAME']}"
    if said["HOST"].startswith("/") or not said["HOST"]:
        url = f"postgresql:///{said['NAME']}?host={said['HOST'] or '/var/run/postgresql'}"
    port = free_port()
    command = [sys.executable, "-m", "equalterms.site.cli", "serve", "--port", str(port), "--workers", "1"]
    environment = {**os.environ, "DATABASE_URL": url, "EQUALTERMS_MODE": "test"}
    process = subprocess.Popen(command, env=environment, start_new_session=True)
    address = f"http://127.0.0.1:{port}"
    try:
        assert wait_for(f"{address}/health/", STARTS_WITHIN) == 200
        yield address
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.postgres_only
def test_a_served_site_is_back_by_itself_after_losing_every_connection(served: str) -> None:
    assert status_of(f"{served}/ledger/") == 200
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        assert cursor.fetchone()[0] >= 1
    assert wait_for(f"{served}/ledger/", BACK_WITHIN) == 200
