"""Written pages that match somebody's words: by the search index, and by title and lead."""

import re

from django.db.models import Q
from django.utils.translation import gettext as _

from equalterms.hub.models.base import BasePage
from equalterms.people.found import Found
from equalterms.people.models import Person

MOST = 20


def found_by(person: Person | None, words: str) -> list[Found]:
    """Return at most 20 published pages that hold all the words. Drafts and pages kept private are never found."""
    plain = re.findall(r"\w+", words)  # signs mean something to the index, and nothing to people
    if not plain:
        return []
    public = BasePage.objects.live().public().filter(depth__gt=1)
    by_text = public.search(" ".join(plain), operator="and")[:MOST]
    titled = public
    for word in plain:
        titled = titled.filter(Q(title__icontains=word) | Q(lead__icontains=word))
    pages = {page.pk: page for page in [*titled.order_by("title")[:MOST], *by_text]}  # a new page is indexed later
    return [
        Found(title=page.title, kind=_("Page"), url=page.url, excerpt=page.lead)
        for page in list(pages.values())[:MOST]
        if page.url
    ]
