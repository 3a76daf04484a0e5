"""What a public page costs, on PostgreSQL with 100,000 accounts: CPU of server and database together, rate, p95.

    python benchmarks/public_pages.py [--accounts 100000] [--seconds 10] [--database postgresql://...] [--keep]

Needs PostgreSQL, wrk and the site's own dependencies. It makes a database of its own and removes it at the end; with
`--keep` it stays, and the next run uses it unless the migrations have changed or `--again` is said.
The server is granian with two workers in production mode; the yardstick is a plain Django page under the same server.
"Each another" means that every request asks for another address, out of hundreds; the other rows repeat one address.
"""

import argparse
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUDGET = 8.0  # ms of CPU a request, server and database together
CONNECTIONS = 16
WORKERS = 2
LONGEST_START = 180  # seconds; a busy machine takes its time
HERTZ = os.sysconf("SC_CLK_TCK")
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
VARIED = 600  # addresses of one kind, where each request asks for another
SCRIPT = """local paths = {%s}
local n = math.random(#paths)
request = function() n = n + 1; return wrk.format("GET", paths[n %% #paths + 1]) end
done = function (s, latency, requests)
  io.write(string.format('{"requests":%%d,"rps":%%.1f,"p95":%%.1f,"bad":%%d,"bytes":%%d}\\n', s.requests,
    s.requests / (s.duration / 1e6), latency:percentile(95) / 1000,
    s.errors.status + s.errors.connect + s.errors.read + s.errors.write + s.errors.timeout, s.bytes))
end"""


class Server:
    """A WSGI application under granian, with the CPU that it and its database connections have used."""

    def __init__(self, target: str, database: str, env: dict[str, str]) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--workers", str(WORKERS), "--blocking-threads", "2", target]
        self.database = database
        self.process = subprocess.Popen(command, env=env, cwd=HERE, start_new_session=True, **QUIET)
        self.url = f"http://127.0.0.1:{self.port}"

    def wait(self, path: str, headers: dict[str, str]) -> None:
        given_up = time.monotonic() + LONGEST_START
        while time.monotonic() < given_up:
            try:
                urllib.request.urlopen(urllib.request.Request(self.url + path, headers=headers), timeout=20).close()
                return
            except urllib.error.HTTPError as error:
                raise SystemExit(f"{path} answers {error.code}") from error
            except OSError:
                time.sleep(0.1)
        raise SystemExit("The server did not start.")

    def cpu(self) -> float:
        """Return milliseconds of CPU used so far by the server's processes and by their database connections."""
        with psycopg.connect(self.database) as connection:
            query = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            backends = [row[0] for row in connection.execute(query)]
        return sum(cpu_of(pid) for pid in [*tree(self.process.pid), *backends])

    def settle(self) -> None:
        """Wait until what the last visitors left behind has been answered."""
        used = self.cpu()
        for _attempt in range(120):
            time.sleep(0.5)
            before, used = used, self.cpu()
            if used - before < 15:
                return

    def stop(self) -> None:
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def tree(pid: int) -> list[int]:
    children: list[int] = []
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        children += [int(child) for child in tasks.read_text().split()]
    return [pid, *(found for child in set(children) for found in tree(child))]


def cpu_of(pid: int) -> float:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(stat[11]) + int(stat[12])) * 1000 / HERTZ


def measure(server: Server, paths: list[str], headers: dict[str, str], seconds: int) -> dict[str, Any]:
    """Return requests, rps, p95 (ms), failures, bytes and CPU ms a request for addresses asked in turn."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % ",".join(json.dumps(path) for path in paths))
        script.flush()
        wrk = ["wrk", "-t2", f"-c{CONNECTIONS}", "--timeout", "20s", "-s", script.name, server.url]
        for name, value in headers.items():
            wrk += ["-H", f"{name}: {value}"]
        subprocess.run([*wrk, "-d2s"], capture_output=True, check=True)
        server.settle()
        before = server.cpu()
        done = subprocess.run([*wrk, f"-d{seconds}s"], capture_output=True, text=True, check=True)
        server.settle()
        used = server.cpu() - before
    result = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))
    return {**result, "cpu": used / max(1, result["requests"])}


def site_environment(database: str, home: str) -> dict[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": database,
        "EQUALTERMS_HOME": home,
        "EQUALTERMS_MODE": "production",
        "SECRET_KEY": "measured-0123456789-abcdefghijklmnopqrstuvwxyz-not-secret",
        "ALLOWED_HOSTS": "127.0.0.1",
        "TRUSTED_PROXY": "127.0.0.1",
        "EMAIL_URL": "smtp://127.0.0.1:25",
        "MAIL_URL": "smtp://127.0.0.1:25",
        "DJANGO_SETTINGS_MODULE": "equalterms.site.settings",
    }


def prepare(args: argparse.Namespace, env: dict[str, str]) -> None:
    """Create, migrate and fill the database, unless it stands already with as many accounts."""
    parts = urlsplit(args.database)
    name = parts.path.lstrip("/")
    ask = "import django; django.setup(); from equalterms.site.template import migrations_digest as d; print(d())"
    digest = subprocess.run([sys.executable, "-c", ask], env=env, capture_output=True, text=True, check=True).stdout
    label = f"{args.accounts} accounts on migrations {digest.strip()}"
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        stands = server.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
        )
        row = stands.fetchone()
        if row is not None and row[0] == label and not args.again:
            return
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{name}"')
        began = time.perf_counter()
        django = [sys.executable, "-m", "django"]
        subprocess.run([*django, "migrate", "--verbosity", "0"], env=env, cwd=HERE, check=True)
        filling = f"import django; django.setup(); from record import filling; filling.fill({args.accounts})"
        filling += "; from equalterms.hub.actions.starting_pages import ensure_starting_pages as pages; pages()"
        subprocess.run([sys.executable, "-c", filling], env=env, cwd=HERE, check=True)
        server.execute(f"COMMENT ON DATABASE \"{name}\" IS '{label}'")
        print(f"Filled with {args.accounts:,} accounts in {time.perf_counter() - began:.0f} s.", file=sys.stderr)


def remove(database: str) -> None:
    """Drop the database that was made for measuring."""
    parts = urlsplit(database)
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{parts.path.lstrip("/")}" WITH (FORCE)')


def addresses(database: str) -> dict[str, list[str]]:
    """Return what is measured: a name for each list of addresses."""
    with psycopg.connect(database) as connection:

        def some(query: str, number: int = VARIED) -> list[str]:
            return [row[0] for row in connection.execute(f"{query} LIMIT {number}")]

        accounts = some("SELECT key FROM plans_account WHERE published_at IS NOT NULL ORDER BY key")
        disputed = "WHERE open_disputes > 0 AND spread IS NOT NULL ORDER BY published_at DESC"
        (account,) = some(f"SELECT key FROM plans_account {disputed}", 1)
        plans = some("SELECT key FROM plans_plan ORDER BY key")
        changes = some("SELECT key FROM plans_change ORDER BY key")
        organisations = some("SELECT slug FROM people_organisation ORDER BY slug")
        groups = some("SELECT key FROM groups_group ORDER BY key")
        words = some(
            "SELECT split_part(search_text, ' ', 4) || '+' || split_part(search_text, ' ', 9) FROM plans_account"
        )
    return {
        "the record": ["/record/"],
        "the record, each another page": [f"/record/?before={key}" for key in accounts],
        "of an organisation, each another": [f"/record/?organisation={slug}" for slug in organisations],
        "disputed": ["/record/?state=disputed"],
        "overdue": ["/record/?state=overdue"],
        "claimed as rung 7": ["/record/?rung=tlap-7"],
        "search, one word": ["/record/?q=respite"],
        "search for two words, each others": [f"/record/?q={two.replace('.', '')}" for two in words],
        "an account": [f"/record/accounts/{account}/"],
        "an account, each another": [f"/record/accounts/{key}/" for key in accounts],
        "a plan": [f"/plans/{plans[0]}/"],
        "a plan, each another": [f"/plans/{key}/" for key in plans],
        "a change, each another": [f"/changes/{key}/" for key in changes],
        "plans": ["/plans/"],
        "groups": ["/groups/"],
        "a group, each another": [f"/groups/{key}/" for key in groups],
        "API, accounts": ["/api/v1/accounts"],
        "API, accounts, each another page": [f"/api/v1/accounts?before={key}" for key in accounts],
        "API, one account, each another": [f"/api/v1/accounts/{key}" for key in accounts],
        "Atom feed": ["/record.atom"],
        "home": ["/"],
    }


def table(rows: list[tuple[str, dict[str, Any]]]) -> str:
    lines = ["| page | CPU ms a request | requests/s | p95 ms | kB | failed |", "|---|---:|---:|---:|---:|---:|"]
    for name, row in rows:
        size = row["bytes"] / max(1, row["requests"]) / 1000
        over = "" if row["cpu"] <= BUDGET else " (over budget)"
        lines.append(
            f"| {name} | {row['cpu']:.1f}{over} | {row['rps']:.0f} | {row['p95']:.0f} | {size:.0f} | {row['bad']} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--accounts", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--database", default="postgresql://root@127.0.0.1:5432/et_bench")
    parser.add_argument("--keep", action="store_true", help="leave the database for the next run")
    parser.add_argument("--again", action="store_true", help="fill the database anew")
    parser.add_argument("--only", default="", help="measure only addresses whose name matches this pattern")
    args = parser.parse_args()
    if not shutil.which("wrk"):
        raise SystemExit("wrk was not found. Install it first (on Debian: apt install wrk).")
    try:
        with tempfile.TemporaryDirectory() as home:
            env = site_environment(args.database, home)
            prepare(args, env)
            subprocess.run(
                [sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"], env=env, cwd=HERE, check=True
            )
            rows = run_all(args, env)
        print(table(rows))
    finally:
        if not args.keep:
            remove(args.database)


def run_all(args: argparse.Namespace, env: dict[str, str]) -> list[tuple[str, dict[str, Any]]]:
    rows = []
    plain = Server("record.plain_page:application", args.database, {**env, "DJANGO_SETTINGS_MODULE": ""})
    try:
        plain.wait("/", {})
        rows.append(("plain Django page (yardstick)", measure(plain, ["/"], {}, args.seconds)))
    finally:
        plain.stop()
    behind_proxy = {"X-Forwarded-Proto": "https"}
    site = Server("equalterms.site.wsgi:application", args.database, env)
    try:
        site.wait("/record/", behind_proxy)
        for name, paths in addresses(args.database).items():
            if re.search(args.only, name):
                rows.append((name, measure(site, paths, behind_proxy, args.seconds)))
    finally:
        site.stop()
    return rows


if __name__ == "__main__":
    main()
