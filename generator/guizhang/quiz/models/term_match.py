"""Term match: a definition of the glossary; the options are terms of the same theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.diagnostics import Message
from guizhang.model.glossary import Term
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.models.fields import about
from guizhang.quiz.models.made import TOO_FEW, Declined, Made, capital, item_id, item_of, options
from guizhang.quiz.models.rules import Rules
from guizhang.quiz.models.spoken import pairs
from guizhang.quiz.texts import inner

NAME = "term-match"
ASKS = Message("术语表里的一个术语", "a term of the glossary")
_GIVEN = Message("释义里有术语本身的字", "the definition contains words of the term")
_DISTRACTORS = 3
_FEWEST_NEAR = 2
_KIND = 3
"""Signs at the end of a definition that say what the term is: 的密级."""
_COMMON = {("客", "户"), ("员", "工"), ("公", "司"), ("规", "定"), ("按", "规"), ("以", "后"), ("以", "前")}
"""Words that definitions of quite different things share."""


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
    if not source.langs or any(_clang(term.term, term.definition, lang) for lang in source.langs):
        return Declined(source.address, _GIVEN)
    name = item_id(NAME, source.address, "term")
    likely = keyed_order((o.term for o in sources if _beside(source, o)), lambda t: t.id, "distractor", name)
    # Those that take up most of the definition first: a sign that only the answer has points at it.
    likely.sort(key=lambda other: -_echo(other, term))
    # What is nothing like it would be seen to be something else: a contract is no authority.
    near = [other for other in likely if _near(other, term)]
    # Where a definition ends on what several terms are (……的密级), only those are of its kind.
    kinds = [other.term for other in sources if other.term is not term and _ends_alike(other.term, term)]
    wrong = [other for other in near if not kinds or other in kinds][:_DISTRACTORS]
    if len(wrong) < _FEWEST_NEAR:
        return Declined(source.address, TOO_FEW)
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


def _near(term: Term, other: Term) -> bool:
    """Tell whether the definitions of two terms speak of the same."""
    if not term.definition.zh or not other.definition.zh:
        return True
    return bool((about(term.definition) & about(other.definition)) - _COMMON)


def _ends_alike(term: Term, other: Term) -> bool:
    ends = [(t.definition.zh or "").rstrip("。")[-_KIND:] for t in (term, other)]
    return len(ends[0]) == _KIND and ends[0] == ends[1]


def _echo(term: Term, defined: Term) -> int:
    """Return how many signs of a Chinese term the definition of *defined* takes up."""
    return len(set(term.term.zh or "") & set(defined.definition.zh or ""))


def _beside(source: _Source, other: _Source) -> bool:
    """Tell whether another term can be a wrong option: of the same theme, with nothing in common, and as well hidden."""
    shared = set(source.themes) & set(other.themes)
    if other is source or not shared or other.langs != source.langs:
        return False
    return not any(
        pairs(other.term.term, lang) & pairs(source.term.term, lang)
        or _clang(other.term.term, source.term.definition, lang)
        or _clang(source.term.term, other.term.definition, lang)
        for lang in source.langs
    )


def _said(term: Term, langs: list[Lang]) -> Text:
    return Text(
        zh=term.term.zh if "zh" in langs else None, en=capital(term.term.either("en")) if "en" in langs else None
    )


def _clang(term: Text, definition: Text, lang: Lang) -> bool:
    """Tell whether a definition holds two neighbouring letters, or a longer word, of a term."""
    if lang == "zh":
        return bool(pairs(term, "zh") & pairs(definition, "zh"))
    words = {word.rstrip("s") for word in term.either("en").casefold().split() if len(word) > 3}
    return any(word[:5] in definition.either("en").casefold() for word in words)
