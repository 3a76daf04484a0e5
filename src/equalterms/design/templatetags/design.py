"""The components, as template tags. They are built in: templates need no {% load %}."""

from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from equalterms.design import account_cards, frame, rendering, tables
from equalterms.design.components import actions, lists, marks, notices
from equalterms.design.dates import time_element
from equalterms.design.pictures import bars
from equalterms.design.pictures import ladder as ladder_picture
from equalterms.design.pictures import round_table as round_table_picture

register = template.Library()

register.simple_tag(account_cards.account_cards)
register.simple_tag(actions.button)
register.simple_tag(actions.button_link)
register.simple_tag(notices.state)
register.simple_tag(notices.empty_state)
register.simple_tag(lists.facts)
register.simple_tag(lists.timeline)
register.simple_tag(lists.pager)
register.simple_tag(marks.shape)
register.simple_tag(marks.symbol)
register.simple_tag(rendering.form_field)
register.simple_tag(tables.data_table)
register.simple_tag(ladder_picture.ladder)
register.simple_tag(round_table_picture.round_table)
register.simple_tag(bars.bars)
register.simple_block_tag(notices.notice, end_name="endnotice")
register.simple_block_tag(notices.inset, end_name="endinset")
register.simple_block_tag(notices.details, end_name="enddetails")
register.simple_block_tag(notices.card, end_name="endcard")
register.simple_block_tag(notices.confirmation, end_name="endconfirmation")


@register.simple_tag
def form_errors(*several: forms.BaseForm, focus: bool = True) -> SafeString:
    """List what has to be put right in one or more forms, each entry leading to its field.

    The list takes the focus when the page opens; pages that only show it say `focus=False`.
    """
    return rendering.error_summary(*(form for form in several if form), focus=focus)


@register.simple_tag
def form_control(bound: BoundField) -> SafeString:
    """Render a field's control alone, where a label stands elsewhere on the page."""
    return rendering.control(bound)


@register.simple_tag
def day(value: Any, weekday: bool = False) -> SafeString | str:
    """Say a day in words, in a <time> element."""
    return time_element(value, weekday=weekday)


@register.simple_tag(takes_context=True)
def navigation(context: template.Context) -> SafeString:
    """The main navigation, with the place where the reader is marked."""
    return frame.navigation(context.get("request"))


@register.simple_tag(takes_context=True)
def person_links(context: template.Context) -> SafeString:
    """Sign in; or, signed in, the ways to one's own pages and out."""
    return frame.person_links(context.get("request"))


@register.simple_tag
def breadcrumbs(trail: list[tuple[str, str]] | None) -> SafeString:
    return frame.breadcrumbs(trail or [])


@register.simple_tag(takes_context=True)
def display_attributes(context: template.Context) -> SafeString:
    """The data attributes on <html> that carry out the reader's display preferences."""
    return frame.display_attributes(context.get("request"))


@register.simple_tag
def source_address() -> str:
    return frame.source_address()


@register.inclusion_tag("design/restore_offer.html")
def restore_offer() -> dict[str, object]:
    """What a form with `data-survives` offers when words from before are on the device. Once a page."""
    return {}
