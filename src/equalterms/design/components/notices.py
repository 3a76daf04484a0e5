"""What tells: states in words, notices, insets, details, empty pages, cards and confirmations."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from equalterms.design.components.actions import button_link
from equalterms.design.components.marks import symbol

TONES = ("neutral", "good", "waiting", "late", "disputed", "private")


def state(words: str, tone: str = "neutral") -> SafeString:
    """Return a state in words, with a symbol beside it: never a colour alone."""
    if tone not in TONES:
        raise ValueError(f"A state's tone is one of {', '.join(TONES)}, not {tone!r}.")
    return format_html('<strong class="et-state et-state--{}">{}{}</strong>', tone, symbol(tone), words)


def notice(content: str, title: str = "", tone: str = "info") -> SafeString:
    """Return a notice. "important" asks for care, "success" says that something has been done."""
    label = title or {"info": _("Note"), "important": _("Important"), "success": _("Done")}[tone]
    mark = {"info": "info", "important": "late", "success": "good"}[tone]
    return format_html(
        '<div class="et-notice et-notice--{}"><p class="et-notice__title">{}{}</p>'
        '<div class="et-notice__body">{}</div></div>',
        tone,
        symbol(mark),
        label,
        content,
    )


def inset(content: str) -> SafeString:
    return format_html('<div class="govuk-inset-text">{}</div>', content)


def details(content: str, summary: str, open: bool = False) -> SafeString:
    return format_html(
        '<details class="govuk-details"{}><summary class="govuk-details__summary">'
        '<span class="govuk-details__summary-text">{}</span></summary>'
        '<div class="govuk-details__text">{}</div></details>',
        SafeString(" open") if open else "",
        summary,
        content,
    )


def empty_state(title: str, text: str, url: str = "", action: str = "") -> SafeString:
    """Say what will be here and who puts it there, with the one action that starts it."""
    press = button_link(action, url) if url and action else ""
    return format_html('<div class="et-empty"><p class="et-empty__title">{}</p><p>{}</p>{}</div>', title, text, press)


def card(content: str, title: str, url: str = "", level: Any = 2) -> SafeString:
    """Return a card for one thing that can be opened; its whole face is the link's target."""
    tag = SafeString(f"h{int(level)}")
    inner = format_html('<a class="et-card__link" href="{}">{}</a>', url, title) if url else title
    return format_html(
        '<article class="et-card{}"><{} class="et-card__title">{}</{}>{}</article>',
        " et-card--opens" if url else "",
        tag,
        inner,
        tag,
        content,
    )


def confirmation(content: str, title: str, level: int = 1) -> SafeString:
    """Return the panel of a page that says something has been done."""
    tag = SafeString(f"h{int(level)}")
    return format_html(
        '<div class="et-confirmation">{}<{} class="et-confirmation__title">{}</{}>'
        '<div class="et-confirmation__body">{}</div></div>',
        symbol("good"),
        tag,
        title,
        tag,
        content,
    )
