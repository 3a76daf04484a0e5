"""The page under every page: what each has in common, in one table that can be asked across all kinds.

It stands in Wagtail's own place (`WAGTAIL_PAGE_MODEL`), so its first migrations run before Wagtail's; see ADR 0012.
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.search import index

from equalterms.design.visitors import same_for_all_visitors

HOME_DEPTH = 2  # of the home page: right below the root of all pages


class BasePage(AbstractPage):
    """A page with a heading (its title), a lead in a sentence or two, and the day on which somebody checked it."""

    lead = models.TextField(
        _("lead"),
        blank=True,
        help_text=_("One or two short sentences under the heading. The answer first."),
    )
    search_description = models.CharField(
        _("words for search engines"), max_length=240, blank=True, help_text=_("One sentence.")
    )
    checked_on = models.DateField(
        _("last checked"), null=True, blank=True, help_text=_("When somebody last made sure that this page is right.")
    )

    content_panels: ClassVar[list[Any]] = [*AbstractPage.content_panels, "lead"]
    promote_panels: ClassVar[list[Any]] = [*AbstractPage.promote_panels, "search_description"]
    settings_panels: ClassVar[list[Any]] = [*AbstractPage.settings_panels, "checked_on"]
    search_fields: ClassVar[list[Any]] = [*AbstractPage.search_fields, index.SearchField("lead")]
    private_page_options: ClassVar[list[str]] = []
    allowed_http_methods: ClassVar[list[str]] = ["GET", "HEAD", "OPTIONS"]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the frame of the site what it asks of every view: a heading, a lead and the trail above."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "heading": self.title, "lead": self.lead, "trail": self.trail(request)}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Every published page is the same for all who are not signed in."""
        return same_for_all_visitors(super().serve)(request, *args, **kwargs)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Every published page is for everybody. What is private has rooms of its own, with rules of their own."""
        return PageViewRestriction.objects.none()

    def trail(self, request: HttpRequest) -> list[tuple[str, str]]:
        """Return (title, address) of the pages above this one, from the home page down."""
        if self.depth <= HOME_DEPTH:
            return []
        if self.depth == HOME_DEPTH + 1:
            return [(gettext("Home"), "/")]
        above = self.get_ancestors().filter(depth__gt=1).live()
        return [(_title_in_trail(page), page.get_url(request) or "/") for page in above]


def _title_in_trail(page: Any) -> str:
    """The home page's heading speaks to its readers; on the way back it is simply home."""
    return gettext("Home") if page.depth == HOME_DEPTH else page.title
