"""QR codes: an address that a phone can read from paper."""

import io

import segno

from .document import DocumentError

LONGEST = 1500
"""Characters of an address; a code with more can no longer be read from paper."""


def drawn(link: str) -> bytes:
    """Return the code of an address as an SVG picture, black on white, with its quiet margin."""
    if len(link) > LONGEST:
        raise DocumentError(f"The address is too long for a code: at most {LONGEST} characters.")
    held = io.BytesIO()
    code = segno.make_qr(link, error="m")
    code.save(held, kind="svg", border=3, omitsize=True, xmldecl=False, svgclass=None, lineclass=None, light="#fff")
    return held.getvalue()
