"""Small marks: the two shapes of the house, a third for advisers, and the symbols that stand beside words."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# Drawn in a 24 by 24 box, in the colour of the text beside them.
SHAPES = {
    "circle": '<circle cx="12" cy="12" r="10"/>',
    "square": '<path d="M3 3h18v18H3z"/>',
    "diamond": '<path d="M12 1.5 22.5 12 12 22.5 1.5 12z"/>',
}
SYMBOLS = {
    "neutral": '<path d="M4 10.5h16v3H4z"/>',
    "good": '<path d="m9.5 19.5-7-7 2.5-2.5 4.5 4.5 9.5-9.5 2.500 2.500z"/>',
    "waiting": '<path d="M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22m0 3a8 8 0 1 1 0 16 8 8 0 0 1 0-16m-1.500 3v6l5 3 1.500-2.500-3.500-2V7z"/>',  # noqa: E501
    "late": '<path d="M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22m-1.600 4.500h3.200l-.4 8h-2.400zM12 15.500a1.700 1.700 0 1 1 0 3.400 1.700 1.700 0 0 1 0-3.400"/>',  # noqa: E501
    "disputed": '<path d="M2 6h17v3H2zm3 9h17v3H5zM14 1.500 22 7.500l-8 6zM10 10.500v12l-8-6z"/>',
    "private": '<path d="M12 1a6 6 0 0 0-6 6v3H4v13h16V10h-2V7a6 6 0 0 0-6-6m0 3a3 3 0 0 1 3 3v3H9V7a3 3 0 0 1 3-3"/>',
    "info": '<path d="M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22m-1.700 9h3.400v8.500h-3.400zM12 4.800a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600"/>',  # noqa: E501
}


@lru_cache
def shape(kind: str) -> SafeString:
    """Return a circle (lived experience), a square (in charge) or a diamond, as decoration beside its words."""
    if kind not in SHAPES:
        return mark_safe("")
    return format_html(
        '<svg class="et-shape et-shape--{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        kind,
        mark_safe(SHAPES[kind]),
    )


@lru_cache
def symbol(kind: str) -> SafeString:
    """Return the symbol of a tone, as decoration beside its words; display preferences can hide it."""
    if kind not in SYMBOLS:
        return mark_safe("")
    return format_html(
        '<svg class="et-symbol" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(SYMBOLS[kind]),
    )
