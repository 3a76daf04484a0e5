"""What lists: facts about one thing, steps through time, pages of a long list."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from equalterms.design.components.marks import shape
from equalterms.design.dates import time_element
from equalterms.design.paging import Pager


def facts(rows: Iterable[Sequence[Any]]) -> SafeString:
    """Return a list of facts from rows of (label, value) or (label, value, address, what the link does)."""
    return format_html('<dl class="govuk-summary-list">{}</dl>', mark_safe("".join(_fact(*row) for row in rows)))


def _fact(label: str, value: Any, url: str = "", action: str = "") -> SafeString:
    if not url:
        return format_html(
            '<div class="govuk-summary-list__row govuk-summary-list__row--no-actions">'
            '<dt class="govuk-summary-list__key">{}</dt><dd class="govuk-summary-list__value">{}</dd></div>',
            label,
            value,
        )
    return format_html(
        '<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{}</dt>'
        '<dd class="govuk-summary-list__value">{}</dd><dd class="govuk-summary-list__actions">'
        '<a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> ({})</span></a></dd></div>',
        label,
        value,
        url,
        action or _("Change"),
        label,
    )


def timeline(steps: Iterable[Mapping[str, Any]], thread: bool = False, level: int = 3) -> SafeString:
    """Return steps through time. Each is a mapping of date, who, shape, title, body, url.

    As a thread it runs from left to right on wide screens, and from top to bottom on small ones.
    """
    heading = mark_safe(f"h{int(level)}")
    items = mark_safe("".join(_step(step, heading) for step in steps))
    return format_html('<ol class="et-timeline{}">{}</ol>', " et-timeline--thread" if thread else "", items)


def _step(step: Mapping[str, Any], heading: SafeString) -> SafeString:
    title, url = step.get("title", ""), step.get("url", "")
    if title:
        inner = format_html('<a class="govuk-link" href="{}">{}</a>', url, title) if url else title
        title = format_html('<{} class="et-step__title">{}</{}>', heading, inner, heading)
    parts = [part for part in (time_element(step.get("date"), weekday=True), step.get("who")) if part]
    kind = step.get("shape") or "none"
    return format_html(
        '<li class="et-step et-step--{}"><span class="et-step__mark">{}</span>{}<p class="et-step__when">{}</p>{}</li>',
        kind,
        shape(kind),
        title,
        format_html_join(mark_safe(" · "), "{}", ((part,) for part in parts)),
        format_html('<div class="et-step__body">{}</div>', step["body"]) if step.get("body") else "",
    )


def pager(pages: Pager | None) -> SafeString:
    """Return links to the pages before and after, or nothing where there is one page only."""
    if pages is None or not (pages.previous_url or pages.next_url):
        return mark_safe("")
    before = after = mark_safe("")
    if pages.previous_url:
        before = format_html(
            '<a class="et-pager__link" rel="prev" href="{}"><span aria-hidden="true">← </span>{}</a>',
            pages.previous_url,
            pages.previous_text or _("Previous page"),
        )
    if pages.next_url:
        after = format_html(
            '<a class="et-pager__link et-pager__link--next" rel="next" href="{}">{}'
            '<span aria-hidden="true"> →</span></a>',
            pages.next_url,
            pages.next_text or _("Next page"),
        )
    return format_html(
        '<nav class="et-pager" aria-label="{}">{}<p class="et-pager__words">{}</p>{}</nav>',
        pages.label or _("Pages"),
        before,
        pages.words,
        after,
    )
