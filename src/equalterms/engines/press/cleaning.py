"""Text that every format can hold: no character that a reader, a file format or a printer would stumble over."""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # controls, but for tab and line end
    "\ud800-\udfff"  # halves of a pair: no file can hold them
    "\u202a-\u202e\u2066-\u2069"  # they turn the order of others' words around
    "\ufdd0-\ufdef\ufffe\uffff\ufeff\ufff9-\ufffb"
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private letters, which mean nothing elsewhere
    "\U000e0000-\U000e0fff]"  # letters that nobody sees
)
_NO_CHARACTER_ENDS = (0xFFFE, 0xFFFF)
_SPACES = re.compile(r"[ \t]+")


def cleaned(text: str) -> str:
    """Return the text with line ends as newlines, in composed letters, without what is no text."""
    text = _NOT_TEXT.sub("", _LINE_ENDS.sub("\n", text))
    text = "".join(character for character in text if ord(character) & 0xFFFF not in _NO_CHARACTER_ENDS)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return the cleaned text on one line, each run of spaces as one."""
    return _SPACES.sub(" ", cleaned(text).replace("\n", " "))


def lines(text: str) -> str:
    """Return the cleaned text with its own line ends, each run of spaces as one."""
    return _SPACES.sub(" ", cleaned(text))


def address(link: str) -> str:
    """Return a link that is safe to follow (https, http, mailto, tel), or "" for any other."""
    link = re.sub(r"\s", "", cleaned(link))
    return link if re.match(r"(?i)(https?://[^/\s]|mailto:[^@\s]+@|tel:\+?[0-9])", link) else ""
