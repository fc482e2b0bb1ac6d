"""Term match: a definition of the glossary; the options are terms of one family: 潜在客户, 成交客户, 沉睡客户.

A term of the same theme and no more is told apart by what kind of thing it is: a service hotline is no greeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from guizhang.diagnostics import Message
from guizhang.model.glossary import Term
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.material.made import TERMS, Declined, Made, capital, item_id, item_of, options
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.quoting.texts import inner
from guizhang.zh.script import Script, detect_script

NAME = "term-match"
OF = TERMS
ASKS = Message("术语表里的一个术语", "a term of the glossary")
_GIVEN = Message("释义里有术语本身的字", "the definition contains words of the term")
_NO_FAMILY = Message(
    "术语表里同一类的术语（末尾两个字相同，如潜在客户、成交客户）不到三个",
    "the glossary has fewer than three terms of its family (in Chinese they end with the same word)",
)
_GLOSS = Message("释义只是换一种说法，不看规定也知道", "the definition only says the word in other words")
_CONDITION = re.compile(r"[，,\d]")
_DISTRACTORS = 3
_FEWEST = 2
_HEAD = 2
"""Signs at their end that terms of one family share: 潜在客户, 成交客户. Of 早会 and 夕会 the words alone tell which is which."""


@dataclass(frozen=True)
class _Source:
    """A term as a source of items."""

    handbook: Handbook
    term: Term

    @property
    def address(self) -> str:
        return f"glossary/{self.term.id}"

    @property
    def themes(self) -> tuple[str, ...]:
        return self.term.themes or ("glossary",)

    @property
    def applies_to(self) -> tuple[str, ...]:
        return ()

    @property
    def traditional(self) -> bool:
        return detect_script(self.term.definition.zh or "").script is Script.TRADITIONAL

    def printed_facts(self) -> tuple[str, ...]:
        return ()

    @property
    def langs(self) -> list[Lang]:
        return [lang for lang in LANGS if self.term.term.get(lang) and self.term.definition.get(lang)]


def make(rules: Rules) -> Iterator[Made]:
    """Yield an item for every term whose definition does not give it away."""
    glossary = rules.handbook.glossary
    sources = [_Source(rules.handbook, term) for term in glossary.terms] if glossary else []
    for source in sources:
        yield _item(source, sources)


def _item(source: _Source, sources: list[_Source]) -> Item | Declined:
    term = source.term
    if not source.langs or any(_clang(term, term, lang) for lang in source.langs):
        return Declined(source.address, _GIVEN)
    # Repeat complaint: one about the same problem again. What a company means by a term takes a condition of its own.
    if _CONDITION.search(term.definition.either(source.langs[0])) is None:
        return Declined(source.address, _GLOSS)
    name = item_id(NAME, source.address, "term")
    kin = keyed_order((o.term for o in sources if _kin(source, o)), lambda t: t.id, "distractor", name)
    # Those that take up most of the definition first: a sign that only the answer has points at it.
    wrong = sorted(kin, key=lambda other: -_echo(other, term))[:_DISTRACTORS]
    if len(wrong) < _FEWEST:
        return Declined(source.address, _NO_FAMILY)
    if _echo(term, term) > max(_echo(other, term) for other in wrong):
        return Declined(source.address, _GIVEN)
    zh, en = term.definition.either("zh").rstrip("。"), term.definition.either("en").rstrip(".")
    has = source.langs
    return item_of(
        source,
        NAME,
        "term",
        ItemType.SINGLE_CHOICE,
        also=tuple(_Source(source.handbook, other) for other in wrong),
        difficulty=2,
        stem=Text(
            zh=f"“{inner(zh)}。”这是哪个术语的意思？" if "zh" in has else None,
            en=f"“{inner(en)}.” Which term does this define?" if "en" in has else None,
        ),
        options=options(_said(term, has), [_said(other, has) for other in wrong]),
        rationale=Text(
            zh=f"{term.term.zh}：{zh}。" if "zh" in has else None,
            en=f"{capital(term.term.either('en'))}: {en}." if "en" in has else None,
        ),
    )


def _own(term: Term) -> str:
    """Return a Chinese term without the end that its family has in common."""
    return (term.term.zh or "")[:-_HEAD]


def _echo(term: Term, defined: Term) -> int:
    """Return how many signs of a Chinese term the definition of *defined* takes up."""
    return len(set(_own(term)) & set(defined.definition.zh or ""))


def _kin(source: _Source, other: _Source) -> bool:
    """Tell whether another term can be a wrong option: of the same family, no part of the term, and as well hidden."""
    here, there = source.term, other.term
    names = here.term.zh or "", there.term.zh or ""
    if other is source or other.langs != source.langs:
        return False
    if names[0][-_HEAD:] != names[1][-_HEAD:]:
        return False
    if names[0] in names[1] or names[1] in names[0]:
        return False
    return not any(_clang(there, here, lang) or _clang(here, there, lang) for lang in source.langs)


def _said(term: Term, langs: list[Lang]) -> Text:
    return Text(
        zh=term.term.zh if "zh" in langs else None, en=capital(term.term.either("en")) if "en" in langs else None
    )


def _clang(term: Term, defined: Term, lang: Lang) -> bool:
    """Tell whether the definition of *defined* holds two neighbouring letters of a term's own part, or a longer word of it."""
    if lang == "zh":
        return bool(set(pairwise(_own(term))) & set(pairwise(defined.definition.either("zh"))))
    words = [word.rstrip("s") for word in term.term.either("en").casefold().split()]
    own = words[:-1] if len(words) > 1 else words
    return any(word[:5] in defined.definition.either("en").casefold() for word in own if len(word) > 3)
