"""The pieces of a page refuse what would leave a reader without a source or lead them astray."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from equalterms.hub.blocks import FactBlock, FactsBlock, HeadingBlock, LinkBlock, ParagraphBlock, QuoteBlock


def cleaned(block: Any, **value: Any) -> Any:
    return block.clean(block.to_python(value))


def test_a_fact_needs_its_source(db: None) -> None:
    with pytest.raises(ValidationError):
        cleaned(FactBlock(), fact="40 people meet.", source="", url="")


def test_a_quotation_needs_its_source(db: None) -> None:
    with pytest.raises(ValidationError):
        cleaned(QuoteBlock(), words="We were there.", source="", url="")


@pytest.mark.parametrize(
    "value",
    [
        {"words": "Read on", "page": None, "url": ""},
        {"words": "Read on", "page": None, "url": "javascript:alert(1)"},
        {"words": "Read on", "page": None, "url": "data:text/html,hello"},
        {"words": "", "page": None, "url": "/help/"},
    ],
)
def test_a_link_leads_to_one_safe_place_in_words(db: None, value: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        cleaned(LinkBlock(), **value)


def test_facts_become_a_table_with_a_caption(db: None) -> None:
    block = FactsBlock()
    value = block.to_python(
        {
            "caption": "The board",
            "facts": [{"fact": "<b>40</b> seats", "source": "Minutes", "url": "https://a.example/"}],
        }
    )
    html = block.render(value)
    assert "<caption" in html
    assert "&lt;b&gt;40&lt;/b&gt; seats" in html
    assert 'href="https://a.example/"' in html


def test_headings_start_below_the_heading_of_the_page(db: None) -> None:
    html = HeadingBlock().render(HeadingBlock().to_python({"text": "Why & how", "level": "2"}))
    assert html.strip() == '<h2 id="why-how">Why &amp; how</h2>'


def test_text_allows_no_pictures_styles_or_headings_of_its_own(db: None) -> None:
    assert set(ParagraphBlock().features) == {"bold", "link", "ol", "ul"}
