"""File names made safe to show and to give back."""

import re
import unicodedata

from equalterms.documents.vocabulary import LONGEST_NAME, Kind

FORBIDDEN = set('\\/:*?"<>|;%')
BLANK = "file"


def safe_name(name: str, kind: Kind) -> str:
    """Return a name that shows what it is: no control or direction characters, no path, the ending of its kind.

    A right-to-left override can make `annexe<U+202E>fdp.exe` look like a PDF, so every character of the Unicode
    classes "control", "format", "surrogate" and "private use" goes.
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(c if unicodedata.category(c)[0] != "C" and c not in FORBIDDEN else " " for c in last)
    stem = re.sub(r"\s+", " ", shown).strip(" .")
    ending = f".{kind.ending}"
    without = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", stem).strip(" .")
    return (without[: LONGEST_NAME - len(ending)].strip(" .") or BLANK) + ending
