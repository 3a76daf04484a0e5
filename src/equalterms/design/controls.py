"""The controls that stand on most pages, built as text: a list of 300 organisations must not cost more than the page.

What comes out is what Django's own templates of these widgets would write, but for the space between options. Any
other widget, and any that a room has changed, is left to its template.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

ONE_LINE = (forms.TextInput, forms.EmailInput, forms.NumberInput, forms.URLInput, forms.HiddenInput)


def drawn(bound: BoundField, attrs: dict[str, Any]) -> SafeString:
    """Return a field's control with these attributes besides its own."""
    widget = bound.field.widget
    kind = type(widget)
    if bound.field.localize or (kind not in ONE_LINE and kind not in (forms.Select, forms.Textarea)):
        return bound.as_widget(attrs=attrs)
    attrs = widget.build_attrs(widget.attrs, bound.build_widget_attrs(attrs, widget))
    if bound.auto_id:
        attrs.setdefault("id", bound.auto_id)
    start = f'name="{_safe(bound.html_name)}"'
    value = widget.format_value(bound.value())
    if kind is forms.Select:
        return mark_safe(f"<select {start}{_written(attrs)}>{_options(widget.choices, value)}</select>")
    if kind is forms.Textarea:
        return mark_safe(f"<textarea {start}{_written(attrs)}>\n{_safe(value or '')}</textarea>")
    said = "" if value is None else f' value="{_safe(value)}"'
    return mark_safe(f'<input type="{widget.input_type}" {start}{said}{_written(attrs)}>')


def _safe(text: Any) -> str:
    """Escape a text; Django's own way asks many questions that a plain string answers by its type."""
    return escape(text) if type(text) is str else conditional_escape(text)


def _written(attrs: dict[str, Any]) -> str:
    return "".join(
        f" {name}" if value is True else f' {name}="{_safe(value)}"'
        for name, value in attrs.items()
        if value is not False
    )


def _options(choices: Iterable[tuple[Any, Any]], chosen: list[str]) -> str:
    """Write options and groups of options. The first whose value is chosen is selected, and no other."""
    left = set(chosen)
    parts = []
    for value, label in choices:
        if isinstance(label, list | tuple):
            inner = "\n".join(_option(each, words, left) for each, words in label)
            parts.append(f'<optgroup label="{_safe(value)}">\n{inner}\n</optgroup>')
        else:
            parts.append(_option("" if value is None else value, label, left))
    return "\n".join(parts)


def _option(value: Any, label: Any, left: set[str]) -> str:
    text = str(value)
    selected = ""
    if left and text in left:
        left.clear()
        selected = " selected"
    return f'<option value="{escape(text)}"{selected}>{_safe(label)}</option>'
