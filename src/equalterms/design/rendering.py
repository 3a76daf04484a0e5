"""How a form's fields become HTML: label, hint, message about a mistake, then the control, tied together by ids."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.widgets import Input
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from equalterms.design.controls import drawn
from equalterms.design.fields import DayWidget
from equalterms.design.mistakes import in_words

TEXT_LIKE = {"date", "datetime-local", "email", "number", "password", "search", "tel", "text", "time", "url"}
NARROW = {"number": " govuk-input--width-5", "tel": " govuk-input--width-20"}
LONG_TEXT_ROWS = "6"


def form_field(bound: BoundField) -> SafeString:
    """Render one visible field of a form."""
    if bound.is_hidden:
        return drawn(bound, {})
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        body = _single_checkbox(bound)
    elif bound.use_fieldset:
        body = _fieldset(bound)
    else:
        body = format_html(
            '<label class="govuk-label" for="{}">{}{}</label>{}{}',
            bound.id_for_label,
            bound.label,
            _optional(bound),
            _before_control(bound),
            control(bound),
        )
    return format_html(
        '<div class="govuk-form-group{}{}">{}</div>',
        " govuk-form-group--error" if bound.errors else "",
        mark_safe(f" {conditional_escape(classes)}") if (classes := bound.css_classes()) else "",
        body,
    )


def control(bound: BoundField) -> SafeString:
    """Render the control alone, with the classes of our design."""
    widget = bound.field.widget
    attrs: dict[str, Any] = {}
    if isinstance(widget, forms.Textarea):
        attrs["class"] = "govuk-textarea"
        attrs["rows"] = widget.attrs.get("rows") if widget.attrs.get("rows") not in (None, "10") else LONG_TEXT_ROWS
    elif isinstance(widget, forms.FileInput):
        attrs["class"] = "govuk-file-upload"
    elif isinstance(widget, forms.Select):
        attrs["class"] = "govuk-select"
    elif isinstance(widget, Input) and widget.input_type in TEXT_LIKE:
        attrs["class"] = "govuk-input" + NARROW.get(widget.input_type, "")
    if "class" in attrs and widget.attrs.get("class"):
        attrs["class"] += f" {widget.attrs['class']}"
    return drawn(bound, attrs)


def _optional(bound: BoundField) -> SafeString | str:
    """Say which fields may stay empty; everything else is needed."""
    if bound.field.required or getattr(bound.form, "says_optional", True) is False:
        return ""
    return format_html(' <span class="et-optional">({})</span>', _("optional"))


def _hint(bound: BoundField) -> SafeString | str:
    if not bound.help_text:
        return ""
    # Django's own forms render help text as safe: it is written by us, never by a visitor.
    return format_html(
        '<div class="govuk-hint" id="{}_helptext">{}</div>', bound.auto_id, mark_safe(str(bound.help_text))
    )


def _message(bound: BoundField) -> SafeString | str:
    if not bound.errors:
        return ""
    words = format_html_join(mark_safe("<br>"), "{}", ((error,) for error in in_words(bound)))
    return format_html(
        '<p class="govuk-error-message" id="{}_error"><span class="govuk-visually-hidden">{}</span> {}</p>',
        bound.auto_id,
        _("To put right:"),
        words,
    )


def _before_control(bound: BoundField) -> SafeString:
    return format_html("{}{}", _hint(bound), _message(bound))


def _fieldset(bound: BoundField) -> SafeString:
    described = bound.aria_describedby
    return format_html(
        '<fieldset class="govuk-fieldset"{}><legend class="govuk-fieldset__legend">{}{}</legend>{}{}</fieldset>',
        format_html(' aria-describedby="{}"', described) if described else "",
        bound.label,
        _optional(bound),
        _before_control(bound),
        _group_of_controls(bound),
    )


def _group_of_controls(bound: BoundField) -> SafeString:
    widget = bound.field.widget
    if isinstance(widget, DayWidget):
        return bound.as_widget()
    if isinstance(widget, forms.CheckboxSelectMultiple):
        return _choices(bound, "checkboxes", "checkbox")
    if isinstance(widget, forms.RadioSelect):
        return _choices(bound, "radios", "radio")
    return bound.as_widget()


def _choices(bound: BoundField, block: str, kind: str) -> SafeString:
    """Render radios or checkboxes. A choice may carry a hint (`ChoiceWithHints`)."""
    hints = getattr(bound.field, "choice_hints", {})
    items: list[SafeString] = []
    for group, options, _index in bound.field.widget.get_context(bound.html_name, bound.value(), {"id": bound.auto_id})[
        "widget"
    ]["optgroups"]:
        if group:
            items.append(format_html('<p class="et-choices__group">{}</p>', group))
        items.extend(_choice(bound, option, block, kind, hints) for option in options)
    return format_html('<div class="govuk-{}">{}</div>', block, mark_safe("".join(items)))


def _choice(bound: BoundField, option: dict[str, Any], block: str, kind: str, hints: dict[str, Any]) -> SafeString:
    identity = option["attrs"]["id"]
    hint = hints.get(str(option["value"]))
    return format_html(
        '<div class="govuk-{0}__item">'
        '<input class="govuk-{0}__input" type="{1}" name="{2}" value="{3}" id="{4}"{5}{6}{7}>'
        '<label class="govuk-label govuk-{0}__label" for="{4}">{8}</label>{9}</div>',
        block,
        kind,
        option["name"],
        option["value"],
        identity,
        mark_safe(" checked") if option["selected"] else "",
        mark_safe(" disabled") if option["attrs"].get("disabled") else "",
        format_html(' aria-describedby="{}_hint"', identity) if hint else "",
        option["label"],
        format_html('<div class="govuk-hint govuk-{}__hint" id="{}_hint">{}</div>', block, identity, hint)
        if hint
        else "",
    )


def _single_checkbox(bound: BoundField) -> SafeString:
    return format_html(
        '{}<div class="govuk-checkboxes"><div class="govuk-checkboxes__item">{}'
        '<label class="govuk-label govuk-checkboxes__label" for="{}">{}</label>{}</div></div>',
        _message(bound),
        bound.as_widget(attrs={"class": "govuk-checkboxes__input"}),
        bound.id_for_label,
        bound.label,
        _checkbox_hint(bound),
    )


def _checkbox_hint(bound: BoundField) -> SafeString | str:
    if not bound.help_text:
        return ""
    return format_html(
        '<div class="govuk-hint govuk-checkboxes__hint" id="{}_helptext">{}</div>',
        bound.auto_id,
        mark_safe(str(bound.help_text)),
    )


def first_control_id(bound: BoundField) -> str:
    """Return the id that a link to this field must point to: for a group, its first control (or the wrong one)."""
    widget = bound.field.widget
    if isinstance(widget, DayWidget):
        return f"{bound.auto_id}_{bound.field.first_wrong_part(bound.errors)}"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"{bound.auto_id}_0"
    if isinstance(widget, forms.MultiWidget):
        return f"{bound.auto_id}_{next(iter(widget.widgets_names), '_0').lstrip('_') or 0}"
    return bound.id_for_label or bound.auto_id


def error_summary(*fields_of: forms.BaseForm, focus: bool = True) -> SafeString:
    """Return the list of what has to be put right, each entry leading to its field; empty when there is nothing."""
    rows: list[SafeString] = []
    for form in fields_of:
        if not form.errors:
            continue
        rows.extend(format_html("<li>{}</li>", error) for error in form.non_field_errors())
        for bound in form:
            rows.extend(
                format_html("<li>{}</li>", error)
                if bound.is_hidden
                else format_html('<li><a href="#{}">{}</a></li>', first_control_id(bound), error)
                for error in in_words(bound)
            )
    if not rows:
        return mark_safe("")
    return format_html(
        '<div class="govuk-error-summary" tabindex="-1"{}><div role="alert">'
        '<h2 class="govuk-error-summary__title">{}</h2><div class="govuk-error-summary__body">'
        '<ul class="govuk-list govuk-error-summary__list">{}</ul></div></div></div>',
        mark_safe(" autofocus") if focus else "",
        _("There is something to put right"),
        mark_safe("".join(rows)),
    )
