"""What every page's frame needs: who is here, the navigation, the display preferences."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    person = getattr(request, "person", None)
    return {
        "site_name": settings.SITE_NAME,
        "is_demo": settings.IS_DEMO,
        "person": person,
        "acting_for": person if person is not None and getattr(person, "entered_by", None) else None,
    }
