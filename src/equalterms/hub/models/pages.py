"""The kinds of page that editors write: the home page, pages of text, the published cases."""

from typing import Any, ClassVar

from wagtail.fields import StreamField
from wagtail.search import index

from equalterms.hub.blocks import BodyBlock, CaseBlock
from equalterms.hub.models.base import BasePage


class HomePage(BasePage):
    """The front door at `/`: what this place is, the ways in, and what is happening now."""

    body = StreamField(BodyBlock(), blank=True)

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["hub.BasePage"]
    subpage_types: ClassVar[list[str]] = ["hub.ContentPage", "hub.AccessibilityStatementPage", "hub.CasesPage"]
    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, "body"]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]


class ContentPage(BasePage):
    """A page of text: about, help, privacy and whatever else an editor needs."""

    body = StreamField(BodyBlock(), blank=True)

    parent_page_types: ClassVar[list[str]] = ["hub.HomePage", "hub.ContentPage"]
    subpage_types: ClassVar[list[str]] = ["hub.ContentPage"]
    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, "body"]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]


class CasesPage(BasePage):
    """The real cases behind this software: published facts with their sources, and nothing else."""

    introduction = StreamField(BodyBlock(), blank=True)
    cases = StreamField([("case", CaseBlock())], blank=True)

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["hub.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, "introduction", "cases"]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("cases"),
    ]
