"""The pieces from which editors build a page. Each has words of its own; none lets colour, size or style be chosen."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from equalterms.design.tables import Table
from equalterms.plans.vocabulary import TLAP_RUNGS

PLAIN_FEATURES = ["bold", "link", "ol", "ul"]  # what a paragraph may hold


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(max_length=120, label=_("Heading"))
    level = blocks.ChoiceBlock(
        choices=[("2", _("Main part of the page")), ("3", _("Part of the part above"))], default="2", label=_("Level")
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "hub/blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{"features": PLAIN_FEATURES, **options})

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "hub/blocks/paragraph.html"


class QuoteBlock(blocks.StructBlock):
    words = blocks.TextBlock(label=_("Their words"))
    source = blocks.CharBlock(max_length=200, label=_("Who said it, where and when"))
    url = blocks.URLBlock(required=False, label=_("Address of the source"))

    class Meta:
        icon = "openquote"
        label = _("Quotation with its source")
        template = "hub/blocks/quote.html"


class NoticeBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, required=False, label=_("Title"))
    text = ParagraphBlock(label=_("Text"))
    tone = blocks.ChoiceBlock(
        choices=[("info", _("Good to know")), ("important", _("Take care"))], default="info", label=_("Kind")
    )

    class Meta:
        icon = "info-circle"
        label = _("Notice")
        template = "hub/blocks/notice.html"


class PictureBlock(blocks.StructBlock):
    picture = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(max_length=240, required=False, label=_("Caption"))
    source = blocks.CharBlock(max_length=200, required=False, label=_("Whose picture it is"))

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "hub/blocks/picture.html"


class FactBlock(blocks.StructBlock):
    """One fact. It cannot stand without its source."""

    fact = blocks.TextBlock(rows=2, label=_("Fact"))
    source = blocks.CharBlock(max_length=240, label=_("Source"))
    url = blocks.URLBlock(required=False, label=_("Address of the source"))


class FactsBlock(blocks.StructBlock):
    caption = blocks.CharBlock(max_length=160, label=_("What these facts are about"))
    facts = blocks.ListBlock(FactBlock(), min_num=1, label=_("Facts"))

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        rows = [(fact["fact"], source_of(fact)) for fact in value["facts"]]
        table = Table(value["caption"], [say("What is known"), say("Source")], rows)
        return {**super().get_context(value, parent_context), "table": table}

    class Meta:
        icon = "table"
        label = _("Facts with their sources")
        template = "hub/blocks/facts.html"


def source_of(fact: Any) -> SafeString | str:
    """Return a fact's source, as a link where it has an address."""
    if not fact["url"]:
        return fact["source"]
    return format_html('<a class="govuk-link" href="{}">{}</a>', fact["url"], fact["source"])


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120, label=_("Step"))
    text = ParagraphBlock(required=False, label=_("What to do"))


class StepsBlock(blocks.ListBlock):
    def __init__(self, child_block: Any = None, **options: Any) -> None:
        super().__init__(child_block or StepBlock(), **{"min_num": 2, **options})

    class Meta:
        icon = "list-ol"
        label = _("Steps, one after another")
        template = "hub/blocks/steps.html"


class LinkBlock(blocks.StructBlock):
    """A link to a page here, or to an address. Its words say where it leads."""

    words = blocks.CharBlock(max_length=120, label=_("Words of the link"))
    page = blocks.PageChooserBlock(required=False, label=_("A page here"))
    url = blocks.CharBlock(max_length=500, required=False, label=_("Or an address"))
    about = blocks.CharBlock(max_length=200, required=False, label=_("One sentence about it"))

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            message = say("Choose a page or write an address: one of the two.")
            raise StructBlockValidationError({"url": ValidationError(message)})
        if cleaned["url"] and not cleaned["url"].startswith(("/", "https://", "http://", "mailto:", "tel:", "#")):
            message = say("Write an address that starts with https:// or with / for a page here.")
            raise StructBlockValidationError({"url": ValidationError(message)})
        return cleaned


class LinksBlock(blocks.ListBlock):
    def __init__(self, child_block: Any = None, **options: Any) -> None:
        super().__init__(child_block or LinkBlock(), **{"min_num": 1, **options})

    class Meta:
        icon = "link"
        label = _("List of links")
        template = "hub/blocks/links.html"


class LadderBlock(blocks.StaticBlock):
    """The seven rungs with their meanings, highest first, the same as on the rest of the site."""

    class Meta:
        icon = "order"
        label = _("The ladder, rung by rung")
        admin_text = _("Shows the seven rungs and what each means.")
        template = "hub/blocks/ladder.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        return {**super().get_context(value, parent_context), "rungs": tuple(reversed(TLAP_RUNGS))}


class BodyBlock(blocks.StreamBlock):
    """Everything that a page's body may hold."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()
    picture = PictureBlock()
    facts = FactsBlock()
    steps = StepsBlock()
    links = LinksBlock()
    ladder = LadderBlock()


class CaseBlock(blocks.StructBlock):
    """One real case: published facts only, each with its source."""

    name = blocks.CharBlock(max_length=160, label=_("Whose case it is"))
    years = blocks.CharBlock(max_length=60, label=_("Years"))
    what = blocks.TextBlock(rows=3, label=_("What it is, in a few sentences"))
    facts = blocks.ListBlock(FactBlock(), min_num=1, label=_("Facts"))
    example = blocks.CharBlock(max_length=240, required=False, label=_("The made-up place that is modelled on it"))

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        rows = [(fact["fact"], source_of(fact)) for fact in value["facts"]]
        caption = say("Published facts: %(name)s, %(years)s") % {"name": value["name"], "years": value["years"]}
        table = Table(caption, [say("What is known"), say("Source")], rows)
        return {**super().get_context(value, parent_context), "table": table}

    class Meta:
        icon = "doc-full"
        label = _("Case")
        template = "hub/blocks/case.html"
