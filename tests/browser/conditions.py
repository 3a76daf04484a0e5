"""In which windows and with which preferences pages are looked at."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Condition:
    """One way of looking at a page. `media` is what the reader's system asks for."""

    name: str
    width: int = 1280
    height: int = 900
    media: dict[str, str] = field(default_factory=dict)
    script: bool = True
    colours: bool = True  # whether contrast is measured, which takes as long as all other rules together


WIDE = Condition("1280 px")
NARROW = Condition("320 px", width=320, height=640)
ZOOMED = Condition("400 % zoom", width=320, height=256)  # a window of 1280 x 1024 px at 400 %
DARK = Condition("dark", media={"color_scheme": "dark"})
FORCED = Condition("forced colours", media={"forced_colors": "active"})
STILL = Condition("reduced motion", media={"reduced_motion": "reduce"})
CONTRAST = Condition("more contrast", media={"contrast": "more"})
NO_SCRIPT = Condition("script blocked", script=False)
AFTER_CLICKS = Condition("320 px, everything opened", width=320, height=640)
AFTER_ERRORS = Condition("320 px, sent empty", width=320, height=640)

EVERY_PAGE = (WIDE, replace(NARROW, colours=False))  # colours do not depend on the width; the sweep measures them again
SWEEP = (WIDE, NARROW, ZOOMED, DARK, FORCED, STILL, NO_SCRIPT)
STYLE_PAGE = (*SWEEP, CONTRAST, Condition("dark, 320 px", width=320, height=640, media={"color_scheme": "dark"}))
