"""A whole site of its own for tests that need one: the example data, served as `make run` serves it.

The example data are made once for each state of the source and copied from then on.
"""

import ctypes
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from tests.databases import CACHE, ROOT, one_at_a_time

SOURCE = ROOT / "src" / "equalterms"
PR_SET_PDEATHSIG = 1  # linux/prctl.h
FIRST_ANSWER_WITHIN = 90  # seconds
LIFE_OF_COPIES = 3  # prepared homes kept in the cache


def source_digest() -> str:
    """Return 16 hex digits that change when any file of the site changes."""
    digest = hashlib.sha256()
    for file in sorted(SOURCE.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(f"{file.relative_to(SOURCE)}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a demo site that lives in `home`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DATABASE_URL", "TEST_DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "PORT")
    }
    return {
        **kept,
        "EQUALTERMS_MODE": "demo",
        "EQUALTERMS_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "equalterms.site.settings",
        **more,
    }


def run(home: Path, *command: str, **more: str) -> str:
    """Run a command of the site in `home` and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *command], env=environment(home, **more), cwd=ROOT, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout


def prepare(home: Path, **more: str) -> None:
    """Make the tables, the example data and the static files in `home`."""
    run(home, "equalterms.site.cli", "demo", "--prepare", **more)


def example_home(target: Path) -> Path:
    """Copy a home with the example data (on SQLite) to `target`, making it first where the source has changed."""
    with one_at_a_time():
        prepared = CACHE / f"demo-{source_digest()}"
        if not prepared.exists():
            building = CACHE / f"building-{os.getpid()}"
            shutil.rmtree(building, ignore_errors=True)
            building.mkdir(parents=True)
            prepare(building)
            building.rename(prepared)
            forget_old_homes()
        shutil.copytree(prepared, target, dirs_exist_ok=True)
    return target


@contextmanager
def example_site(home: Path, database_url: str = "") -> Iterator[dict[str, str]]:
    """Make a fresh copy of the example site in `home` and give the settings to run it with.

    With the address of a PostgreSQL database, the data are in a copy of a prepared one beside it.
    """
    if not database_url.startswith("postgres"):
        example_home(home)
        yield {}
        return
    server, _slash, name = database_url.partition("?")[0].rpartition("/")
    prepared, copy = f"{name}_demo_{source_digest()}", f"{name}_live_{os.getpid()}"
    with one_at_a_time(), psycopg.connect(f"{server}/postgres", autocommit=True) as maintenance:
        if not maintenance.execute("SELECT 1 FROM pg_database WHERE datname = %s", [prepared]).fetchone():
            stale = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
            for (old,) in maintenance.execute(stale, [f"{name}_demo_"]).fetchall():
                maintenance.execute(f'DROP DATABASE IF EXISTS "{old}" WITH (FORCE)')
            building = f"{name}_demo_building"
            maintenance.execute(f'CREATE DATABASE "{building}"')
            prepare(home, DATABASE_URL=f"{server}/{building}")
            maintenance.execute(f'ALTER DATABASE "{building}" RENAME TO "{prepared}"')
        maintenance.execute(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')
        maintenance.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{prepared}"')
    home.mkdir(parents=True, exist_ok=True)
    try:
        yield {"DATABASE_URL": f"{server}/{copy}"}
    finally:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as maintenance:
            maintenance.execute(f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)')


def forget_old_homes() -> None:
    homes = sorted(CACHE.glob("demo-*"), key=lambda home: home.stat().st_mtime)
    for home in homes[:-LIFE_OF_COPIES]:
        shutil.rmtree(home, ignore_errors=True)


def end_with_parent() -> None:
    """Ask Linux to end this process when the tests end, however they end."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def peak_memory(process: Path) -> int:
    lines = (process / "status").read_text().splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


class LiveSite:
    """The site as a process. `with LiveSite(home) as site: ... site.url`."""

    def __init__(self, home: Path, **more: str) -> None:
        self.home = home
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.more = more
        self.log = home / "server.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "LiveSite":
        command = [sys.executable, "-m", "equalterms.site.cli", "demo", "--port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                env=environment(self.home, PORT=str(self.port), **self.more),
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=end_with_parent,
            )
        self.wait()
        return self

    def wait(self) -> None:
        until = time.monotonic() + FIRST_ANSWER_WITHIN
        while time.monotonic() < until:
            if self.process is None or self.process.poll() is not None:
                break
            try:
                urllib.request.urlopen(f"{self.url}/health/", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)
        self.kill()
        raise RuntimeError(f"The site did not answer:\n{self.log.read_text()[-4000:]}")

    def command(self, *words: str) -> str:
        """Run a command of the site on the same data and return what it printed."""
        return run(self.home, *words, **self.more)

    def most_memory(self) -> int:
        """Return the most bytes that any one of its processes has held at a time."""
        group = [entry for entry in Path("/proc").glob("[0-9]*/stat") if self._is_ours(entry)]
        return max(peak_memory(entry.parent) for entry in group)

    def _is_ours(self, stat: Path) -> bool:
        try:
            return int(stat.read_text().rpartition(")")[2].split()[2]) == self.process.pid  # its process group
        except (OSError, AttributeError):
            return False

    def stop(self) -> None:
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the site as a power cut would: all of its processes at once."""
        self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, number)
            self.process.wait(timeout=15)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            pass
        self.process = None

    def __enter__(self) -> "LiveSite":
        return self.start()

    def __exit__(self, *exception: object) -> None:
        self.stop()
