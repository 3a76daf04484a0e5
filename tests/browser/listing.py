"""Which pages to look at: every page of the example data, with who opens it and who sees most of it."""

import hashlib
import json
import re
import sys
from collections.abc import Collection
from pathlib import Path

from tests.browser.looking import Visit
from tests.live_site import run

PROGRAM = "tests.browser.listing"


def visits_of(home: Path, slugs: Collection[str]) -> list[Visit]:
    """Return every page as each of these who can open it, but only once where two of them see the very same page."""
    different = {(row["url"], row["digest"]): row for row in rows(home) if row["as"] in slugs}
    return [Visit(row["route"], row["url"], row["as"]) for row in different.values()]


def visits_of_each_page(home: Path) -> list[Visit]:
    """Return every page once, as the persona for whom it is longest.

    Of a page with many examples (each meeting has one) the longest, the shortest and one between; the sweep opens all.
    """
    fullest: dict[str, dict[str, str]] = {}
    for row in rows(home):
        if row["url"] not in fullest or row["length"] > fullest[row["url"]]["length"]:
            fullest[row["url"]] = row
    examples: dict[str, list[dict[str, str]]] = {}
    for row in sorted(fullest.values(), key=lambda row: (row["route"], row["length"])):
        examples.setdefault(row["route"], []).append(row)
    chosen = [found[place] for found in examples.values() for place in sorted({0, len(found) // 2, len(found) - 1})]
    return [Visit(row["route"], row["url"], row["as"]) for row in chosen]


def rows(home: Path) -> list[dict[str, str]]:
    """Return route, url, as and length of every HTML page, kept beside the home that they were found in."""
    kept = home / "pages.json"
    if not kept.exists():
        kept.write_text(run(home, PROGRAM))
    return json.loads(kept.read_text())


def print_rows() -> None:
    """Inside the site's process: open everything as everybody."""
    import django

    django.setup()
    from equalterms.examples.pages import client_as, example_addresses
    from equalterms.examples.vocabulary import EVERY_SLUG

    found = []
    addresses = example_addresses()
    for slug in EVERY_SLUG:
        with client_as(slug) as client:
            for address in addresses:
                response = client.get(address.url)
                html = response.headers.get("Content-Type", "").startswith("text/html")
                if response.status_code == 200 and html and not response.streaming:
                    row = {"route": address.route, "url": address.url, "as": slug}
                    row |= {"length": len(response.content), "digest": digest_of(response.content)}
                    found.append(row)
                response.close()
    json.dump(found, sys.stdout)


def digest_of(html: bytes) -> str:
    """Return a digest of a page without the token that is new each time."""
    return hashlib.sha256(re.sub(rb'csrfmiddlewaretoken" value="[^"]+', b"", html)).hexdigest()


if __name__ == "__main__":
    print_rows()
