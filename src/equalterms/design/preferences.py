"""Display preferences: how a person wants pages to look. Pure: parse what was kept, serialise what was chosen."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from urllib.parse import parse_qsl, urlencode

COOKIE = "display"
KEPT_FOR = 365 * 24 * 60 * 60  # seconds: one year
LONGEST = 300  # characters of a cookie that we read

# The first value of each is what a person gets who has chosen nothing.
VALUES: dict[str, tuple[str, ...]] = {
    "size": ("standard", "larger", "largest"),
    "spacing": ("standard", "wide", "widest"),
    "theme": ("device", "light", "dark", "contrast", "contrast-dark"),
    "font": ("hyperlegible", "system", "dyslexia"),
    "motion": ("device", "none"),
    "symbols": ("on", "off"),
}


@dataclass(frozen=True)
class Display:
    """One person's preferences; every value is one of `VALUES`."""

    size: str = "standard"
    spacing: str = "standard"
    theme: str = "device"
    font: str = "hyperlegible"
    motion: str = "device"
    symbols: str = "on"

    @property
    def chosen(self) -> dict[str, str]:
        """What differs from the standard."""
        return {name: value for name, value in asdict(self).items() if value != VALUES[name][0]}


STANDARD = Display()


def from_choices(choices: Mapping[str, object]) -> Display:
    """Make preferences from any mapping; whatever is unknown is left at the standard."""
    known = {
        field.name: str(choices[field.name])
        for field in fields(Display)
        if field.name in choices and str(choices[field.name]) in VALUES[field.name]
    }
    return Display(**known) if known else STANDARD


def parse(text: str | None) -> Display:
    """Read preferences as `serialise` wrote them. Anything else, even hostile text, gives the standard."""
    if not text or len(text) > LONGEST:
        return STANDARD
    try:
        return from_choices(dict(parse_qsl(text, max_num_fields=20)))
    except ValueError:
        return STANDARD


def serialise(display: Display) -> str:
    """Write preferences for a cookie, or to keep with an account: only what differs from the standard."""
    return urlencode(display.chosen)
