"""Turns the font's web files into the files that the press needs: both parts of the alphabet in one TrueType file.

    uv run --no-project --with fonttools==4.68.0 --with brotli==1.2.1 python print_fonts.py <font package> <folder>
"""

import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

NAME = "atkinson-hyperlegible-next"
PARTS = ("latin", "latin-ext")
STYLES = ("400-normal", "400-italic", "700-normal")


def main(package: Path, folder: Path) -> None:
    """Write a file for each style, and the licence beside them."""
    with tempfile.TemporaryDirectory() as held:
        for style in STYLES:
            opened = []
            for part in PARTS:
                font = TTFont(package / "files" / f"{NAME}-{part}-{style}.woff2")
                font.flavor = None
                opened.append(f"{held}/{part}-{style}.ttf")
                font.save(opened[-1])
            Merger().merge(opened).save(folder / f"{NAME}-{style}.ttf")
    shutil.copy(package / "LICENSE", folder / f"LICENSE-{NAME}.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
