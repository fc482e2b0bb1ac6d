"""What rule text cites: 见第五条, 前条, 《投诉处理规定》第五条, 《…》的“承诺”一条, Article 5 of Complaint handling.

References by number are found by `guizhang.zh.references`; references by title, which rules use because titles move less
than numbers, are found here. Only what stands in the handbook is returned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from guizhang.model.regulation import HEADING_LEVELS, Level, Node, Regulation
from guizhang.model.text import Lang
from guizhang.zh.mentions import Mention, Step
from guizhang.zh.references import find_references
from guizhang.zh.script import simplified_variants

_CITABLE = ("part", "chapter", "section", "article")
_NUMBERED_ZH = re.compile(r"第[^第\n]{1,12}[编章节条]|《|[前上]条")
_NUMBERED_EN = re.compile(r"\b(?:Art(?:icle|\.)|Chapter|Part|Section)s? ?\d", re.IGNORECASE)
_LEVELS_EN = ("rticle", "hapter", "ection", "Part ", "art.")
"""Looked for first: the pattern takes thirty times as long."""
_QUOTED_ZH = re.compile(
    r"(?:《(?P<title>[^《》\n]{1,60})》[的中]?)?(?P<names>“[^“”\n]{1,60}”(?:(?:、|和|及|以及|与|或者?)“[^“”\n]{1,60}”)*)"
    r"[一两二三四五六]?(?P<level>[编章节条])(?!件|例|程)"
)
_QUOTED_EN = re.compile(
    r"(?P<level>\b(?:articles?|chapters?|sections?) )?(?P<names>[“\"][^“”\"\n]{1,80}[”\"]"
    r"(?:(?:,| and| or|, and|, or) [“\"][^“”\"\n]{1,80}[”\"])*)(?P<of>,? (?:in|of) (?:the )?)?"
)
_TITLE = re.compile(r"《([^《》\n]{1,60})》")
_NAME = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_OF = re.compile(r",? (?:of|in) (?:the )?(?=[A-Z“])")
_CAPITAL = re.compile(r" [“\"]?(?=[A-Z])")
_UNDER = ("under", " in", " of", "see", "with")
_VERSION = re.compile(r"[（(][^（）()]{1,8}[）)]$")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_TRADITIONAL = re.compile("[條編節「]")
"""Signs of a Traditional text that may cite something."""
_PREVIOUS = ("前条", "上条")


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in a text."""

    start: int
    end: int
    address: str
    """``regulation``, ``regulation/chapter`` or ``regulation/article``."""


@dataclass(frozen=True)
class _Names:
    """What the provisions of one regulation are cited by."""

    regulation: Regulation

    @cached_property
    def numbers(self) -> dict[tuple[str, tuple[int, ...]], str]:
        """(level, ordinal) -> id; where a number stands twice nothing says which is meant, so it leads nowhere."""
        found: dict[tuple[str, tuple[int, ...]], str] = {}
        for node in _citable(self.regulation.body):
            key = (str(node.level), _ordinal(node.number or ""))
            found[key] = "" if key in found else node.id or ""
        return found

    @cached_property
    def titles(self) -> dict[tuple[bool, str], str]:
        """(whether of a chapter, title in either language, folded) -> id; likewise."""
        found: dict[tuple[bool, str], str] = {}
        for node in _citable(self.regulation.body):
            for title in {node.title.zh, node.title.en} - {None} if node.title else ():
                key = (node.level in HEADING_LEVELS, _folded(title or ""))
                found[key] = "" if key in found else node.id or ""
        return found

    @cached_property
    def before(self) -> dict[str, str]:
        """Id of an article -> id of the one before it."""
        ids = [node.id or "" for node in _citable(self.regulation.body) if node.level is Level.ARTICLE]
        return dict(zip(ids[1:], ids, strict=False))


@dataclass(frozen=True)
class Citations:
    """Finds the citations in the texts of one handbook; what a regulation is cited by is collected when one cites it."""

    regulations: tuple[Regulation, ...]
    _names: dict[str, _Names] = field(default_factory=dict, compare=False)

    def find(self, text: str, lang: Lang, regulation: Regulation, article: str | None = None) -> list[Citation]:
        """Return the citations in *text*, in order and without overlap.

        Args:
            text: A run of rule text.
            lang: Its language.
            regulation: Where it stands.
            article: Id of its article, for 前条.
        """
        found: list[Citation] = []
        if lang == "zh":
            if _TRADITIONAL.search(text):
                text = _in_simplified(text)
            if not ("条" in text or "章" in text or "《" in text):
                return found
            if "”" in text:
                found += self._by_title_zh(text, regulation)
            if _NUMBERED_ZH.search(text):
                found += self._by_number(text, regulation, article)
        else:
            if "”" in text or '"' in text:
                found += self._by_title_en(text, regulation)
            found += self._by_english_title(text)
            if any(sign in text for sign in _LEVELS_EN) and _NUMBERED_EN.search(text):
                found += self._by_number(text, regulation, article)
        return list(_apart(sorted(found, key=lambda c: (c.start, -c.end))))

    def _by_title_zh(self, text: str, own: Regulation) -> Iterator[Citation]:
        for match in _QUOTED_ZH.finditer(text):
            regulation = self._titled(match["title"]) if match["title"] else own
            heading = match["level"] != "条"
            for name in _NAME.finditer(text, *match.span("names")):
                address = self._article(regulation, name[1], heading)
                if address is None and not match["title"]:
                    # 《…》的“甲”一条和“乙”一条, 该规定的“乙”一条: the regulation is named once.
                    *_, last = [None, *_TITLE.findall(text, 0, match.start())]
                    address = self._article(self._titled(last) if last else None, name[1], heading)
                first = name.start() == match.start("names")
                if address:
                    yield Citation(match.start() if first else name.start(), name.end(), address)

    def _by_title_en(self, text: str, own: Regulation) -> Iterator[Citation]:
        for match in _QUOTED_EN.finditer(text):
            title = self._title_at(text, match.end()) if match["of"] else None
            if title is None and not match["level"]:
                continue
            regulation = self._by_english[title] if title else own
            heading = (match["level"] or "article")[0] != "a"
            names = list(_NAME.finditer(text, *match.span("names")))
            for name in names:
                address = self._article(regulation, name[1], heading)
                end = match.end() + len(title) if title and name is names[-1] else name.end()
                if address:
                    yield Citation(name.start(), end, address)

    def _by_english_title(self, text: str) -> Iterator[Citation]:
        for match in _CAPITAL.finditer(text):
            title = self._title_at(text, match.end()) if text.endswith(_UNDER, 0, match.start()) else None
            if title and not text[match.end() + len(title) :][:2].strip().isalnum():
                yield Citation(match.end(), match.end() + len(title), self._by_english[title].id)

    def _by_number(self, text: str, own: Regulation, article: str | None) -> Iterator[Citation]:
        for mention in find_references(text):
            regulation: Regulation | None = own
            end = mention.end
            if mention.title is not None:
                regulation = self._titled(mention.title)
            elif mention.span.isascii() and (of := _OF.match(text, mention.end)):
                # Article 39 of the Labour Contract Law is none of ours.
                title = self._title_at(text, of.end())
                regulation = self._by_english[title] if title else None
                end = of.end() + len(title or "")
            address = self._numbered(mention, regulation, article) if regulation else None
            if address:
                yield Citation(mention.start, end, address)

    def _numbered(self, mention: Mention, regulation: Regulation, article: str | None) -> str | None:
        names = self._of(regulation)
        if mention.anchor in _PREVIOUS:
            before = names.before.get(article or "")
            return f"{regulation.id}/{before}" if before else None
        if mention.bare or mention.annex is not None or (mention.anchor and not mention.anchor.startswith("本")):
            return None
        step = next((step for step in reversed(mention.steps) if step.level in _CITABLE), None)
        if step is None:
            return regulation.id if mention.title is not None and not mention.steps else None
        inner = names.numbers.get(_key(step))
        return f"{regulation.id}/{inner}" if inner else None

    def _article(self, regulation: Regulation | None, title: str, heading: bool) -> str | None:
        if regulation is None:
            return None
        inner = self._of(regulation).titles.get((heading, _folded(title)))
        return f"{regulation.id}/{inner}" if inner else None

    def _titled(self, title: str) -> Regulation | None:
        return self._by_title.get(_folded(title)) or self._by_title.get(_folded(_VERSION.sub("", title)))

    def _title_at(self, text: str, place: int) -> str | None:
        return next((title for title in self._by_english if text.startswith(title, place)), None)

    @cached_property
    def _by_title(self) -> dict[str, Regulation]:
        found: dict[str, Regulation] = {}
        for regulation in self.regulations:
            for title in (regulation.title.zh, regulation.title.en, *regulation.aliases):
                if title:
                    found.setdefault(_folded(title), regulation)
        return found

    @cached_property
    def _by_english(self) -> dict[str, Regulation]:
        """English titles, the longest first: Sales and customer ownership before Sales."""
        pairs = [
            (title, r) for r in self.regulations for title in (r.title.en, *r.aliases) if title and title.isascii()
        ]
        return dict(sorted(pairs, key=lambda pair: -len(pair[0])))

    def _of(self, regulation: Regulation) -> _Names:
        if regulation.id not in self._names:
            self._names[regulation.id] = _Names(regulation)
        return self._names[regulation.id]


def _citable(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield parts, chapters, sections, articles and titled rules with an id, in printed order."""
    for node in nodes:
        if node.id is not None and (node.level in _CITABLE or node.title is not None):
            yield node
        yield from _citable(node.body)


def _apart(found: Iterable[Citation]) -> Iterator[Citation]:
    done = 0
    for citation in found:
        if citation.start >= done:
            yield citation
            done = citation.end


def _key(step: Step) -> tuple[str, tuple[int, ...]]:
    return step.level, step.numbers[0] if step.numbers else ()


def _ordinal(number: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", number))


def _folded(title: str) -> str:
    return "".join(_in_simplified(title).split()).casefold()


def _in_simplified(text: str) -> str:
    """Return Traditional *text* as Simplified is written, character by character, so that places in it stay."""
    try:
        # Mainland text has no other characters as a rule, and the table takes a while to make.
        "".join(_HAN.findall(text)).encode("gb2312")
    except UnicodeEncodeError:
        text = text.translate(_simplified())
    return text.replace("「", "“").replace("」", "”")


@cache
def _simplified() -> dict[int, str]:
    return str.maketrans(simplified_variants())
