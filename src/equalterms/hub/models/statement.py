"""The accessibility statement: its legal contents come from the settings, an editor adds what is known here.

Contents and order: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018
(SI 2018/952), regulation 8, and the model statement to which it refers.
"""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.search import index

from equalterms.hub.blocks import BodyBlock
from equalterms.hub.models.base import BasePage
from equalterms.hub.vocabulary import ProblemKind


class ProblemBlock(blocks.StructBlock):
    """One thing that does not work for everybody yet."""

    kind = blocks.ChoiceBlock(choices=ProblemKind.choices, default=ProblemKind.NOT_MET, label=_("Kind"))
    what = blocks.TextBlock(rows=2, label=_("What does not work, and for whom"))
    instead = blocks.TextBlock(rows=2, required=False, label=_("What people can do instead"))
    mended_by = blocks.DateBlock(required=False, label=_("When it will work"))

    class Meta:
        icon = "warning"
        label = _("Known problem")


class AccessibilityStatementPage(BasePage):
    """What the law asks of a statement, always complete; known problems and additions in the editors' words."""

    problems = StreamField([("problem", ProblemBlock())], blank=True)
    additions = StreamField(BodyBlock(), blank=True)

    max_count = 1
    parent_page_types: ClassVar[list[str]] = ["hub.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [*BasePage.content_panels, "problems", "additions"]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("additions")]
