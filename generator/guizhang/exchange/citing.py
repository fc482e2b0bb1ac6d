"""Which provision a question rests on: what its author wrote, or what it resembles most."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guizhang.exchange.printed import PrintedNames, printed_name
from guizhang.model.citation import find
from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Place, within
from guizhang.model.text import LANGS, Text
from guizhang.zh.numerals import to_int

_PLACEHOLDER = re.compile(r"\$\{[^{}]*\}")
_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_WORD = re.compile(r"[a-z]{3,}")
_ADDRESS = re.compile(r"([a-z0-9-]+(?:/[a-z0-9-]+)?)(?:@([0-9a-f]{8}))?")
_ARTICLE = re.compile(r"第\s*([零〇一二两三四五六七八九十百千\d]+)\s*条|(?:article|art\.?)\s*(\d+)", re.IGNORECASE)
_POINTING = re.compile(r"^(?:详?见|参见|依据|根据|按照?|请看|see|cf\.?|as per)\s*[:：]?\s*|[。.]$", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"《|法[》”]?第|条例|\b(?:act|law|regulations?)\b", re.IGNORECASE)
"""What makes 第三十九条 an article of something else than the only regulation there is."""
_LIKE = 0.12
"""Share of a question's weight that the rule must hold, at least, for it to be proposed; below it chance decides."""
_MOST = 0.4
"""Share of what a provision holds of a question that one within it must hold to be meant instead."""
_PROPOSED = 3
"""Rules named to the author; over the example bank, from stem and options alone, the first is right for four in five
questions and one of three for nine in ten."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision and the hash of what was cited; ``None`` until somebody accepts the item."""

    address: str
    hash: str | None = None


@dataclass
class Rules:
    """The handbook's provisions, to be found by what people write."""

    handbook: Handbook
    _grams: dict[str, frozenset[str]] = field(init=False)
    _weights: dict[str, float] = field(init=False)
    _names: PrintedNames = field(init=False)
    _within: dict[str, list[str]] = field(init=False)
    """Address -> the provisions right below it."""

    def __post_init__(self) -> None:
        self._names = PrintedNames(self.handbook)
        self._within = {}
        # What is not adopted, or about to go, is never asked about: an item that rests on it could not be drawn.
        binding = {address: place for address, place in self.handbook.provisions.items() if place.binding}
        for address, place in binding.items():
            outer = [f"{place.regulation.id}/{node.id}" for node in place.lineage if node.id and node is not place.node]
            if known := [a for a in outer if a in binding]:
                self._within.setdefault(known[0], []).append(address)
        self._grams = {address: _grams(_words(place, self.handbook)) for address, place in binding.items()}
        counts = Counter(gram for grams in self._grams.values() for gram in grams)
        total = len(self._grams) + 1
        self._weights = {gram: math.log(total / count) for gram, count in counts.items()}

    def resolve(self, text: str) -> tuple[list[Citation], list[str]]:
        """Return what a cell cites, by address (``complaints/first-reply@3f9ac1d2``) or as printed, and what is not found."""
        found: list[Citation] = []
        unknown: list[str] = []
        for piece in filter(None, map(str.strip, re.split(r"[;；\n|]+", text))):
            match = _ADDRESS.fullmatch(piece)
            if match and find(match[1], self.handbook) is not None:
                found.append(Citation(match[1], match[2]))
            else:
                cited = [Citation(address) for address in self._names.find(piece)] or list(self._articles(piece))
                found += cited
                unknown += [] if cited else [piece]
        return found, unknown

    def told(self, reasons: Iterable[str]) -> list[str]:
        """Return the one article the reasons for an answer name: 见第七条, see 3.4; none where they name a law, or several."""
        for text in reasons:
            bare = _POINTING.sub("", text.strip())
            named = any(t and t in text for r in self.handbook.regulations for t in (r.title.zh, r.title.en))
            foreign = not named and _OF_ANOTHER.search(text) is not None
            found = self._names.find(bare) or ([] if foreign else [one.address for one in self._articles(text)])
            if len(set(found)) == 1:
                return found[:1]
        return []

    def example(self, likely: Iterable[str]) -> tuple[str, Text] | None:
        """Return a provision by its address and as it is printed, the first of *likely* that has a number if one has."""
        for address in (*likely, *self.handbook.provisions):
            if name := printed_name(self.handbook.provisions[address]):
                return address, name
        return None

    def _articles(self, text: str) -> Iterable[Citation]:
        """Yield the articles a text names, whatever it says of their parts: 第五条第二款."""
        folded = unicodedata.normalize("NFKC", text)
        numbers = {str(to_int(m[1])) if m[1] else m[2] for m in _ARTICLE.finditer(folded)}
        named = [
            r
            for r in self.handbook.regulations
            if any(t and t.casefold() in folded.casefold() for t in (r.title.zh, r.title.en))
        ]
        places = [
            (address, place)
            for address, place in self.handbook.provisions.items()
            if place.node.article in numbers and (not named or place.regulation in named)
        ]
        # Article 5 without the name of a regulation is one rule only where there is one regulation.
        if len({place.regulation.id for _, place in places}) == 1 or named:
            yield from (Citation(address) for address, _ in places)

    def like(self, text: str) -> list[str]:
        """Return the addresses of the provisions that *text* resembles most, best first; none where nothing is like it.

        The measure is the share of the text's weight (inverse document frequency of its character pairs and words) that
        the provision holds.
        """
        grams = _grams(_PLACEHOLDER.sub("", text))
        weights = {gram: self._weights.get(gram, math.log(len(self._grams) + 1)) for gram in grams}
        whole = sum(weights.values()) or 1.0
        shares = {
            address: sum(weights[gram] for gram in grams & there) / whole for address, there in self._grams.items()
        }
        likely = sorted((a for a, share in shares.items() if share >= _LIKE), key=lambda address: -shares[address])
        meant = [found for address in likely for found in (self._narrowed(address, shares), address)]
        return list(dict.fromkeys(meant))[:_PROPOSED]

    def _narrowed(self, address: str, shares: Mapping[str, float]) -> str:
        """Return the provision within *address* that alone holds most of what the whole of it holds, down to the last.

        A chapter holds all that its articles do, and is never less like a text than they are.
        """
        while below := self._within.get(address):
            best = max(below, key=lambda inner: shares[inner])
            if shares[best] < _MOST * shares[address]:
                break
            address = best
        return address


def _words(place: Place, handbook: Handbook) -> str:
    return " ".join(
        handbook.plain(text.get(lang) or "", lang, inner)
        for inner in within(place)
        if inner.adopted
        for text in (inner.node.title, inner.node.text)
        if text
        for lang in LANGS
    )


def _grams(text: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    pairs = {run[i : i + 2] for run in _HAN_RUN.findall(folded) for i in range(len(run) - 1)}
    return frozenset(pairs | set(_WORD.findall(folded)))
