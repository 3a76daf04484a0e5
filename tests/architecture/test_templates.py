"""Templates: nothing inline that the policy would stop, and every word of the interface can be translated."""

import re
from html.parser import HTMLParser

from tests.architecture.sources import shown, templates

COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|<!--.*?-->", re.S)
TRANSLATED = re.compile(r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}", re.S)
TAG = re.compile(r"{%.*?%}|{{.*?}}", re.S)
BLOCK_OF_ATTRIBUTES = re.compile(r"\bdata-[a-z-]+")  # a template may fill in an attribute of its parent's element
WORD = re.compile(r"[A-Za-z]{2,}")
# What is the same in every language: our name, units, and what a computer reads.
SAME_EVERYWHERE = {"equal", "terms", "json", "csv", "atom", "kb", "mb", "tlap", "iap", "arnstein", "arasaac", "openapi"}
CODE = {"code", "pre", "script", "style", "kbd", "samp", "svg"}
SPOKEN = ("alt", "title", "aria-label", "placeholder")


class Words(HTMLParser):
    """Collects the words that a page would show or speak and that no tag translates."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr", "img", "input", "link", "meta", "path", "circle", "rect", "use"):
            self.inside.append(tag)
        for name, value in attrs:
            if name in SPOKEN and value:
                self.note(value)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            while self.inside and self.inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not CODE.intersection(self.inside):
            self.note(data)

    def note(self, text: str) -> None:
        words = [word for word in WORD.findall(text) if word.lower() not in SAME_EVERYWHERE]
        if words:
            self.found.append(" ".join(text.split())[:60])


def bare_words(source: str) -> list[str]:
    reader = Words()
    reader.feed(BLOCK_OF_ATTRIBUTES.sub("", TAG.sub(" ", TRANSLATED.sub(" ", COMMENT.sub(" ", source)))))
    return reader.found


def test_bare_words_are_seen_and_translated_ones_are_not() -> None:
    assert bare_words("<p>Hello there</p>") == ["Hello there"]
    assert bare_words('<img alt="A cat">') == ["A cat"]
    assert bare_words("<p>{% translate 'Hello' %} {{ name }}</p>") == []
    assert bare_words("<p>{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}</p>") == []
    assert bare_words("<code>equalterms check</code>") == []


def test_every_word_of_the_interface_can_be_translated() -> None:
    bare = {shown(path): found for path in templates() if (found := bare_words(path.read_text()))}
    assert not bare, bare


INLINE = {
    "style attribute": re.compile(r"<[a-z][^>]*\sstyle\s*=", re.I),
    "handler": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.I),
    "script": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.I),
    "style": re.compile(r"<style\b", re.I),
    "address of a script": re.compile(r"javascript:", re.I),
    "thing from elsewhere": re.compile(
        r"<(?:script|link|img|iframe|source|audio|video)\b[^>]*(?:src|href)=.?https?:", re.I
    ),
}


def test_templates_hold_nothing_inline_and_load_nothing_from_elsewhere() -> None:
    found = [
        f"{shown(path)}: {what}"
        for path in templates()
        for what, pattern in INLINE.items()
        if pattern.search(COMMENT.sub(" ", path.read_text()))
    ]
    assert not found, found
