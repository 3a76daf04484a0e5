"""What a person can press: buttons and links that look like buttons. They say what will happen."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

KINDS = {"primary": "", "secondary": " govuk-button--secondary", "warning": " govuk-button--warning"}


def button(text: str, kind: str = "primary", name: str = "", value: str = "", **attributes: str) -> SafeString:
    """Return a submit button. Further attributes are passed on, `_` becoming `-`."""
    pairs = [(key.replace("_", "-"), val) for key, val in attributes.items()]
    if name:
        pairs = [("name", name), ("value", value), *pairs]
    return format_html(
        '<button type="submit" class="govuk-button{}"{}>{}</button>',
        KINDS[kind],
        format_html_join("", ' {}="{}"', pairs),
        text,
    )


def button_link(text: str, url: str, kind: str = "primary") -> SafeString:
    """Return a link that looks like a button: it opens a page and changes nothing."""
    return format_html('<a class="govuk-button{}" href="{}">{}</a>', KINDS[kind], url, text)
