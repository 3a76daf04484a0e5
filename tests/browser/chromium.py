"""Finding Chromium and what the checks need, and starting it so that it speaks to nobody but this machine."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
]


def find_chromium() -> str | None:
    """Return the path of the browser: what CHROMIUM says, or one on PATH, or None."""
    if given := os.environ.get("CHROMIUM"):
        return given if Path(given).exists() else shutil.which(given)
    return next(filter(None, map(shutil.which, NAMES)), None)


def is_required() -> bool:
    """Tell whether a missing browser is a failure, as it is where every change is checked."""
    return os.environ.get("REQUIRE_BROWSER", "") not in ("", "0")


def launch_options() -> dict[str, object]:
    return {"executable_path": find_chromium(), "headless": True, "args": FLAGS}


@cache
def axe_source() -> str | None:
    """Return axe-core's script: the file that AXE_JS names, or the one that npm installs here."""
    path = Path(os.environ.get("AXE_JS") or MODULES / "axe-core" / "axe.min.js")
    if not path.exists():
        install_modules()
    return path.read_text() if path.exists() else None


def checker_jar() -> Path | None:
    """Return the Nu HTML checker: the jar that VNU_JAR names, or the one that npm installs here."""
    path = Path(os.environ.get("VNU_JAR") or MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar")
    if not path.exists():
        install_modules()
    return path if path.exists() and shutil.which("java") else None


@cache
def install_modules() -> None:
    """Install axe-core and the checker from the lock file, where npm exists."""
    if npm := shutil.which("npm"):
        subprocess.run([npm, "ci", "--silent", "--no-audit", "--no-fund"], cwd=HERE, check=False, timeout=300)


def own_checks() -> str:
    return (HERE / "checks.js").read_text()
