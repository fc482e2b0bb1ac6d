"""Citations as people print them: 《员工手册》第五条, “Employee handbook” 6.1, Employee handbook, item 6.1 “Overtime”.

What a citation says is taken apart into words and numbers, and so is everything a provision may be called by; the two
agree where the same words stand in the same order. Quotes, brackets and points say nothing, nor do words for a level.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guizhang.model.handbook import Handbook
from guizhang.model.numbering import cited_label, printed_label
from guizhang.model.regulation import Place, Regulation
from guizhang.model.text import LANGS, Text
from guizhang.zh.numerals import to_int

_HAN = "零〇一二两三四五六七八九十百千"
# 第五条之一 is 5-1, （一） is 1.
_NUMERAL = re.compile(
    rf"第\s*([{_HAN}\d]+)\s*[条章节项款目编](?:之([{_HAN}\d]+))?|[(]([{_HAN}]+)[)]|(?<![\u3400-\u9fff])([{_HAN}]+)、"
)
_TOKEN = re.compile(r"\d+(?:[.-]\d+)*|[a-z]+|[\u3400-\u9fff]+")
_SAYS_NOTHING = frozenset(
    "article art item section sec rule clause paragraph para point chapter part no nr number provision see of in the".split()
)
_LIST = re.compile(r"[、,，&和及与]|\band\b")

Words = tuple[str, ...]


@dataclass
class PrintedNames:
    """What the provisions of a handbook are called on paper."""

    handbook: Handbook
    _names: tuple[dict[tuple[str, Words], list[str]], ...] = field(init=False)
    """By how surely it means a provision: (regulation, words) -> addresses."""

    def __post_init__(self) -> None:
        self._names = ({}, {})
        for address, place in self.handbook.provisions.items():
            for rank, called in _called(place):
                known = self._names[rank].setdefault((place.regulation.id, called), [])
                if address not in known:
                    known.append(address)

    def find(self, text: str) -> list[str]:
        """Return the addresses of what *text* cites; nothing where it cites nothing, or may mean several provisions."""
        named, rest = self._named(text)
        whole = self._one(_words(rest), named)
        if whole is not None:
            return [whole]
        listed = [self._one(_words(piece), named) for piece in _LIST.split(rest) if _words(piece)]
        return [address for address in listed if address] if all(listed) else []

    def _named(self, text: str) -> tuple[Sequence[Regulation], str]:
        """Return the regulations *text* may be about, and what it says beside their titles."""
        rest = _folded(text)
        titles = [(r, _folded(title)) for r in self.handbook.regulations for _, title in r.title if title]
        # 员工手册 stands in 餐厅员工手册 too: the longest title is meant.
        found = [(r, title) for r, title in titles if title in rest]
        longest = max((title for _, title in found), key=len, default="")
        named = list({r.id: r for r, title in found if title == longest}.values())
        return named or self.handbook.regulations, rest.replace(longest, " ", 1) if longest else rest

    def _one(self, words: Words, regulations: Sequence[Regulation]) -> str | None:
        for names in self._names if words else ():
            addresses = [address for r in regulations for address in names.get((r.id, words), ())]
            if addresses:
                return addresses[0] if len(addresses) == 1 else None
        return None


def printed_name(place: Place) -> Text | None:
    """Return how a provision is cited on paper; ``None`` where it has no number."""
    said = {
        lang: (f"《{title}》{label}" if lang == "zh" else f"“{title}” {label}")
        for lang in LANGS
        if _words(printed_label(place, lang))
        and (label := cited_label(place, lang))
        and (title := place.regulation.title.either(lang))
    }
    return Text(**said) if said else None


def _called(place: Place) -> Iterator[tuple[int, Words]]:
    """Yield what a provision is called, 0 where it is by all its numbers or its title and 1 by its own number alone."""
    title = next((node.title for node in place.lineage if node.title), None)
    titles = {_words(said) for _, said in title or () if said}
    for lang in LANGS:
        own = printed_label(place, lang)
        # A bullet is no name, whatever number stands before it.
        for rank, label in enumerate((cited_label(place, lang), own)) if _words(own) else ():
            number = _words(label)
            yield rank, number
            yield from ((rank, (*number, *words)) for words in titles)
    if place.node.title:
        yield from ((0, words) for words in titles if words)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _words(text: str) -> Words:
    plain = _NUMERAL.sub(_figures, _folded(text))
    return tuple(word for word in _TOKEN.findall(plain) if word not in _SAYS_NOTHING)


def _figures(match: re.Match[str]) -> str:
    first, second, *others = match.groups()
    number = next((n for n in (first, *others) if n), "")
    return f" {to_int(number)}{f'-{to_int(second)}' if second else ''} "
