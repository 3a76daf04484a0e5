"""The commands that keep running: the demo, a real site and its worker; and `migrate`, which comes before them."""

import argparse
import hashlib
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from equalterms.site.cli.failing import CommandFailed
from equalterms.site.cli.loading import HOME_OF_DEMO, PREPARED, load_site, load_site_with_data

PACKAGE = Path(__file__).resolve().parent.parent.parent
LONGEST_START = 60  # seconds
THREADS = 4  # of one process; more would only wait for Python's lock


def port_of(arguments: argparse.Namespace) -> int:
    """Return the port from the command, else from PORT, else 8000."""
    said = arguments.port if arguments.port is not None else os.environ.get("PORT", "8000")
    if not str(said).isdigit() or not 0 < int(said) < 65536:
        raise CommandFailed(f"{said} is not a port. Choose a number from 1 to 65535, for example 8001.")
    os.environ["PORT"] = str(said)
    return int(said)


def check_port_is_free(host: str, port: int) -> None:
    """Raise CommandFailed when something already listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise CommandFailed(
                f"Something already answers on port {port} of {host}. Stop it, or choose another port, "
                f"for example: PORT={port + 1}"
            ) from None


def demo(arguments: argparse.Namespace) -> int:
    """Prepare the example site if needed and serve it on this computer only."""
    port = port_of(arguments)
    if not arguments.prepare:
        check_port_is_free("127.0.0.1", port)
    os.environ.setdefault("EQUALTERMS_HOME", HOME_OF_DEMO)
    os.environ["EQUALTERMS_MODE"] = "demo"
    prepare_demo()
    if arguments.prepare:
        return 0
    how = "Choose a person there to try the site as them. To stop it, press Ctrl and C."
    say = f"\n  Open http://127.0.0.1:{port}/try-as/\n  {how}\n"
    run_server("127.0.0.1", port, workers=1, with_worker=True, say=say)
    return 0


def prepare_demo() -> None:
    """Make the example site ready, unless this very version has done so before. Then Django need not even be loaded."""
    stamp = Path(os.environ["EQUALTERMS_HOME"]) / PREPARED
    due = f"{version_digest()} {os.environ.get('DATABASE_URL', '')}"
    if stamp.exists() and stamp.read_text() == due:
        return
    print("Getting the example site ready. This happens once.", flush=True)
    load_site("demo")
    from equalterms.site import preparing

    preparing.prepare_database()
    preparing.ensure_demo()
    preparing.collect_static_files()
    preparing.let_go_of_the_database()
    stamp.write_text(due)


def version_digest() -> str:
    """Return a digest of the name, size and time of every file of this package."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            found = path.stat()
            digest.update(f"{path.relative_to(PACKAGE)}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def serve(arguments: argparse.Namespace) -> int:
    """Check that the site may be served, then serve it until it is stopped."""
    port = port_of(arguments)
    check_port_is_free(arguments.host, port)
    load_site_with_data()
    from equalterms.site import preparing

    pending = preparing.pending_migrations()
    if pending:
        raise CommandFailed(f"The database is {len(pending)} steps behind this version. Run: equalterms migrate")
    preparing.collect_static_files()
    preparing.let_go_of_the_database()
    run_server(arguments.host, port, workers=arguments.workers, with_worker=arguments.with_worker)
    return 0


def run_server(host: str, port: int, *, workers: int, with_worker: bool, say: str = "") -> None:
    """Run granian until the process is told to stop. Once it answers, `say` that, and start a worker if wanted."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from equalterms.site.logs import log_lines

    production = os.environ.get("EQUALTERMS_MODE", "production") == "production"
    server = Granian(
        "equalterms.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=20,
        log_level=LogLevels.info if production else LogLevels.warning,
        log_dictconfig=log_lines(os.environ.get("LOG_FORMAT", "json") if production else "plain"),
    )
    beside = Beside(host, port, say=say, with_worker=with_worker)
    try:
        server.serve()
    finally:
        beside.stop()


class Beside:
    """What happens beside the server once it answers: word of it, and a worker, which begun before would slow it."""

    def __init__(self, host: str, port: int, *, say: str, with_worker: bool) -> None:
        everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  (asked for by the owner; we ask ourselves)
        near = everywhere.get(host, host)
        self.address = f"http://{f'[{near}]' if ':' in near else near}:{port}/health/"
        self.say = say
        self.with_worker = with_worker
        self.worker: subprocess.Popen[bytes] | None = None
        self.stopped = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        limit = time.monotonic() + LONGEST_START
        while time.monotonic() < limit and not self.stopped.wait(0.1):
            if self._answers():
                break
        if self.stopped.is_set():
            return
        if self.say:
            print(self.say, flush=True)
        if self.with_worker:
            said = "import sys; from equalterms.site.cli import main; sys.exit(main(['worker']))"
            self.worker = subprocess.Popen([sys.executable, "-c", said])  # noqa: S603  (our own program)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(self.address, timeout=2):  # noqa: S310  (our own address)
                return True
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> None:
        """End the worker after the job at hand."""
        self.stopped.set()
        if self.worker is not None:
            self.worker.terminate()
            self.worker.wait(timeout=30)


def worker(arguments: argparse.Namespace) -> int:
    """Do the work in the background until told to stop."""
    load_site_with_data()
    from equalterms.site.worker import SteadyWorker

    SteadyWorker().run(until_empty=arguments.until_empty)
    return 0


def migrate(arguments: argparse.Namespace) -> int:
    """Bring the database to this version and make sure that the first pages stand."""
    load_site()
    from equalterms.hub.actions.starting_pages import ensure_starting_pages
    from equalterms.site import mode, preparing

    mode.check_mode()
    changed = preparing.prepare_database()
    mode.check_mode()
    ensure_starting_pages()
    print("The database is up to date now." if changed else "The database was up to date already.")
    return 0
