"""Pages of a long list, as links in words."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Pager:
    """Where the pages before and after stand; empty where there is none."""

    previous_url: str = ""
    next_url: str = ""
    words: str = ""
    previous_text: str = ""
    next_text: str = ""
    label: str = ""  # tells two of them on one page apart


def pager_for(page: Page, request: HttpRequest, parameter: str = "page") -> Pager:
    """Make the links for a page of Django's paginator, keeping the other parts of the address."""

    def url(number: int) -> str:
        query = request.GET.copy()
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    return Pager(
        previous_url=url(page.previous_page_number()) if page.has_previous() else "",
        next_url=url(page.next_page_number()) if page.has_next() else "",
        words=_("Page %(number)s of %(total)s") % {"number": page.number, "total": page.paginator.num_pages},
    )


def page_asked_for(request: HttpRequest, parameter: str = "page") -> int:
    """Return the number of the page that an address asks for; the first where it makes no sense."""
    asked = request.GET.get(parameter, "1")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1


def pager_without_total(request: HttpRequest, number: int, *, more: bool, parameter: str = "page") -> Pager:
    """Make the links for a page of a list that nobody has counted, keeping the other parts of the address."""

    def url(other: int) -> str:
        query = request.GET.copy()
        query[parameter] = str(other)
        return f"?{query.urlencode()}"

    return Pager(
        previous_url=url(number - 1) if number > 1 else "",
        next_url=url(number + 1) if more else "",
        words=_("Page %(number)s") % {"number": number} if number > 1 or more else "",
    )
