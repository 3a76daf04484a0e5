"""Carrying out what a form asks for, and bringing what an action refuses back to the question it is about."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest


def carried_out(request: HttpRequest, form: forms.BaseForm, act: Callable[[], Any]) -> bool:
    """Run an action when a valid form was sent; what it returns stands in `form.outcome`.

    When it refuses, its words are put into the form and the page is shown again.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        form.outcome = act()  # type: ignore[attr-defined]
    except ValidationError as error:
        put_in(form, error)
        return False
    return True


def put_in(form: forms.BaseForm, error: ValidationError) -> None:
    """Add an action's refusal to the fields it names; to the whole form where it names none that is here."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
