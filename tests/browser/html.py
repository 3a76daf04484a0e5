"""The Nu HTML checker, called once for all pages: starting it takes longer than checking."""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.browser.chromium import checker_jar


def html_errors(pages: Mapping[tuple[str, str], str]) -> list[str]:
    """Return one line for each error in these pages (keyed by persona and address)."""
    named = list(pages)
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(named):
            Path(folder, f"{number}.html").write_text(pages[name], encoding="utf-8")
        command = ["java", "-Xss4m", "-jar", str(checker_jar()), "--format", "json", "--stdout", "--exit-zero-always"]
        done = subprocess.run([*command, folder], capture_output=True, text=True, check=True)
    lines = []
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] == "error":
            persona, url = named[int(Path(message["url"]).stem)]
            extract = message.get("extract", "").replace("\n", " ").strip()[:120]
            lines.append(f"{url} ({persona}): {message['message']} … {extract}")
    return lines
