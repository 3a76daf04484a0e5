"""The repository: locks name public registries only, and nothing names one machine."""

import re
import subprocess
import tomllib

import pytest
from tests.architecture.sources import ROOT

PUBLIC = {"pypi.org", "files.pythonhosted.org", "registry.npmjs.org"}
LOCKS = ("uv.lock", "requirements.txt", "package-lock.json")
HOST = re.compile(r"https?://([a-zA-Z0-9.-]+)")
# Written so that this file does not find itself.
MACHINE = re.compile(r"(?<![\w.])/(?:" + "work|farm|root|home/[a-z]" + r")/[\w.]")
BINARY = (".gz", ".woff2", ".png", ".jpg", ".ico", ".pdf", ".webp", ".mo")


def tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("this copy has no history")
    return [name for name in done.stdout.splitlines() if (ROOT / name).exists()]


def test_locks_name_public_registries_only() -> None:
    locks = [name for name in tracked() if name.endswith(LOCKS)]
    assert "uv.lock" in locks
    assert "requirements.txt" in locks
    strangers = {name: set(HOST.findall((ROOT / name).read_text())) - PUBLIC for name in locks}
    # npm's locks also name where somebody may be thanked or paid; nothing is fetched from there.
    strangers = {name: hosts for name, hosts in strangers.items() if hosts and name.endswith(("lock", "txt"))}
    assert not strangers, strangers


def test_npm_fetches_from_its_public_registry_only() -> None:
    fetched = re.compile(r'"resolved": "https?://([^/"]+)')
    hosts = {
        host
        for name in tracked()
        if name.endswith("package-lock.json")
        for host in fetched.findall((ROOT / name).read_text())
    }
    assert hosts <= {"registry.npmjs.org"}


def test_both_ways_of_installing_install_the_same() -> None:
    locked = {
        package["name"]: package.get("version") for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    }
    exported = re.findall(r"^([a-z0-9.-]+)==([^ ;\\]+)", (ROOT / "requirements.txt").read_text(), re.M)
    assert exported
    assert dict(exported) == {name: locked[name] for name, _version in exported}


def test_nothing_names_a_folder_of_one_machine() -> None:
    found = []
    for name in tracked():
        path = ROOT / name
        if name.endswith((*BINARY, "package-lock.json", "uv.lock")) or path.stat().st_size > 2_000_000:
            continue
        text = path.read_text(errors="replace")
        found += [f"{name}: {match.group()}" for match in MACHINE.finditer(text)]
    assert not found, found
