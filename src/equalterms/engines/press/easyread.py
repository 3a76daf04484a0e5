"""Checks of easy read: what a writer should look at again, and why. The rules and words are data (easy_read.toml).

Nothing here says that a text is easy to read: only readers with a learning disability can say that.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from .document import (
    Block,
    Bullets,
    Callout,
    Definitions,
    Document,
    EasyRow,
    Paragraph,
    Run,
    as_line,
    line,
    said,
    walked,
)

_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\w)[^.!?\n]+)*[.!?]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.:]*")
_EXPLAINS = r"\b{word}\b[^.!?]{{0,40}}\b(?:means?|is when|are when|is a|is an|is the|are)\b"
_ENDINGS = ("", "s", "d", "ed", "ing", "es")


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is looked for: its limit, what is said when it is found, and where it comes from."""

    name: str
    says: str
    source: str
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at again: which rule, where (the words it is about), and what to do."""

    rule: str
    where: str
    advice: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The rules by name, hard words and signs, each with a plainer way to say it."""

    rules: Mapping[str, Rule]
    words: Mapping[str, str]
    signs: Mapping[str, str]


@cache
def known() -> Knowledge:
    """Return the rules and words that the press brings along."""
    told = tomllib.loads(resources.files(__package__).joinpath("easy_read.toml").read_text("utf-8"))
    return knowledge(told)


def knowledge(told: Mapping[str, Any]) -> Knowledge:
    """Return rules and words read from data of the same shape as easy_read.toml."""
    rules = {}
    for name, rule in told["rules"].items():
        limit = next((value for value in rule.values() if isinstance(value, int)), 0)
        rules[name] = Rule(name, rule["says"], rule["source"], limit)
    return Knowledge(MappingProxyType(rules), MappingProxyType(told["words"]), MappingProxyType(told["signs"]))


def checked(
    document: Document, *, points: int | None = None, pages: int | None = None, by: Knowledge | None = None
) -> tuple[Finding, ...]:
    """Return what to look at again, in the order of reading; empty when there is nothing.

    ``points`` is the size of the letters and ``pages`` the number of printed pages, where they are known.
    """
    by = by or known()
    explained = _explained(document, by)
    seen: set[str] = set()
    found: list[Finding] = []
    for block in walked(document.blocks):
        words = "\n".join(_words_of(block))
        if isinstance(block, EasyRow):
            found += _rows(block, words, by)
        elif isinstance(block, Paragraph) and words:
            found.append(_finding(by.rules["no_picture"], words))
        for sentence in _sentences(words):
            found += _sentence(sentence, by)
            found += _words(sentence, by, explained, seen)
    if points is not None and points < by.rules["small_letters"].limit:
        found.append(_finding(by.rules["small_letters"], document.title, count=points))
    if pages is not None and pages > by.rules["too_long"].limit:
        found.append(_finding(by.rules["too_long"], document.title, count=pages))
    return tuple(found)


def _finding(rule: Rule, where: str, *, count: int = 0, word: str = "", instead: str = "") -> Finding:
    return Finding(rule.name, where, rule.says.format(count=count, most=rule.limit, word=word, instead=instead))


def _rows(block: EasyRow, words: str, by: Knowledge) -> Iterator[Finding]:
    count = len(list(_sentences(words)))
    if block.picture is None:
        yield _finding(by.rules["no_picture"], words)
    if count > by.rules["long_part"].limit:
        yield _finding(by.rules["long_part"], words, count=count)


def _sentence(sentence: str, by: Knowledge) -> Iterator[Finding]:
    count = len(_WORD.findall(sentence))
    if count > by.rules["long_sentence"].limit:
        yield _finding(by.rules["long_sentence"], sentence, count=count)
    for sign, instead in by.signs.items():
        if sign in re.sub(r"https?://\S+|\d+/\d+(?:/\d+)?", "", sentence):
            yield _finding(by.rules["hard_sign"], sentence, word=sign, instead=instead)


def _words(sentence: str, by: Knowledge, explained: frozenset[str], seen: set[str]) -> Iterator[Finding]:
    """Each hard word is told once, where it first stands."""
    sentence = re.sub(r"https?://\S+", "", sentence)
    for word in _WORD.findall(sentence):
        plain = word.lower().replace("’", "'")
        hard = _hard(plain, by)
        if plain in seen or explained & {plain, hard}:
            continue
        if hard:
            seen.add(plain)
            yield _finding(by.rules["hard_word"], sentence, word=word, instead=by.words[hard])
        elif len(plain) > by.rules["long_word"].limit:
            seen.add(plain)
            yield _finding(by.rules["long_word"], sentence, word=word)


def _hard(word: str, by: Knowledge) -> str:
    """Return the word of the list that this is, or is a form of; "" if none."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        for form in (stem, stem + "e") if ending else (word,):
            if word.endswith(ending) and form in by.words:
                return form
    return ""


def _explained(document: Document, by: Knowledge) -> frozenset[str]:
    """Words that the document explains: terms with a meaning, and "… means …" in a sentence."""
    terms: set[str] = set()
    text = []
    for block in walked(document.blocks):
        if isinstance(block, Definitions):
            terms |= {said(line(term)).lower() for term, _ in block.pairs}
        text += list(_words_of(block))
    told = "\n".join(text).lower()
    for word in set(_WORD.findall(told)):
        if (_hard(word, by) or len(word) > by.rules["long_word"].limit) and re.search(
            _EXPLAINS.format(word=re.escape(word)), told
        ):
            terms |= {word, _hard(word, by)} - {""}
    return frozenset(terms | {_hard(term, by) for term in terms} - {""})


def _words_of(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph | EasyRow):
        yield _plain(block.words)
    elif isinstance(block, Callout):
        yield block.title
    elif isinstance(block, Definitions):
        yield from (_plain(told) for _, told in block.pairs)
    elif isinstance(block, Bullets):
        for item in block.items:
            yield _plain(as_line(item) or ())


def _plain(words: Any) -> str:
    return "".join(part.words for part in line(words) if isinstance(part, Run)).strip()


def _sentences(words: str) -> Iterable[str]:
    return (sentence.strip() for sentence in _SENTENCE.findall(words) if _WORD.search(sentence))
