"""Every sentence of the rules in force, with its figures printed and typed, and who it is for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from guizhang.consistency.words import content_words
from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.regulation import Level, Norm, Place, Regulation, place_at, walk
from guizhang.model.text import LANGS, Lang
from guizhang.parallel import spread
from guizhang.zh.quantities import Figure, find_figures

_SENTENCES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"[^。；！？]+[。；！？]?"),
    # At least one sign, up to the first mark with a blank or nothing behind it: 4.5 is no end.
    "en": re.compile(r".[^.;!?]*(?:[.;!?](?!\s)[^.;!?]*)*(?:[.;!?]|$)", re.DOTALL),
}

_FEW = 8
"""So few regulations are read faster than processes are started."""


@dataclass(frozen=True)
class Statement:
    """One sentence of a rule as a reader sees it; a list item together with the words that introduce the list."""

    place: Place
    address: str
    """Of the provision it belongs to."""
    lang: Lang
    text: str
    led: int = 0
    """How many characters of the text are the words that introduce the list, and not the item's own."""

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures, in printed order."""
        return tuple(find_figures(self.text))

    @cached_property
    def words(self) -> frozenset[str]:
        """What it is about, its figures aside."""
        return content_words(without(self.text, self.figures), self.lang)

    @property
    def point(self) -> str | None:
        """What an item says itself, its figures left out; None where no list is introduced."""
        if not self.led:
            return None
        return without(self.text, self.figures, self.led)

    @property
    def introduces(self) -> bool:
        """Whether it only leads to the points of a list, each of which is a statement together with it."""
        return bool(self.place.node.body) and self.text.endswith(("：", ":"))

    @property
    def forbids(self) -> bool:
        """Whether it says what must not be."""
        return self.place.norm is Norm.PROHIBITION


def statements(handbook: Handbook) -> Iterator[Statement]:
    """Yield the sentences of all adopted provisions, in both languages where there are two, in printed order.

    Texts whose placeholders name nothing are passed over; a check reports the placeholder.
    """
    for regulation in handbook.regulations:
        yield from (Statement(*said) for said in _said_in(handbook, regulation))


def statements_with_figures(handbook: Handbook) -> list[Statement]:
    """Return those of `statements` that have a figure; the figures are looked for on all cores."""

    def read(number: int) -> list[tuple[tuple[str | int, ...], str, Lang, str, int, tuple[Figure, ...]]]:
        said = _said_in(handbook, handbook.regulations[number])
        return [
            (place.loc, address, lang, text, led, tuple(figures))
            for place, address, lang, text, led in said
            if (figures := find_figures(text))
        ]

    out = []
    count = len(handbook.regulations)
    for regulation, rows in zip(handbook.regulations, spread(read, count, small=count < _FEW), strict=True):
        for loc, address, lang, text, led, figures in rows:
            statement = Statement(place_at(regulation, loc), address, lang, text, led)
            # Where the cached property keeps it.
            statement.__dict__["figures"] = figures
            out.append(statement)
    return out


def _said_in(handbook: Handbook, regulation: Regulation) -> Iterator[tuple[Place, str, Lang, str, int]]:
    """Yield what a `Statement` is made of: there are many sentences, and few with a figure."""
    for place in walk(regulation):
        address = place.address
        if address is None or place.node.text is None or not place.adopted:
            continue
        for lang in LANGS:
            printed, led = _printed(handbook, place, lang)
            for sentence in _SENTENCES[lang].finditer(printed):
                whole = sentence.group()
                if said := whole.strip():
                    start = sentence.start() + len(whole) - len(whole.lstrip())
                    yield place, address, lang, said, max(0, led - start)


def without(text: str, figures: Iterable[Figure], start: int = 0) -> str:
    """Return *text* from *start* with a blank for each of its *figures*."""
    out, done = "", start
    for figure in figures:
        if figure.start >= start:
            out += text[done : figure.start] + " "
            done = figure.end
    return out + text[done:]


def _printed(handbook: Handbook, place: Place, lang: Lang) -> tuple[str, int]:
    """Return a provision as a reader sees it, and how much of that introduces the list it is an item of."""
    chain = [place.node]
    if place.node.level is Level.ITEM and place.ancestors:
        above = place.ancestors[-1].text
        if above is not None and (above.get(lang) or "").rstrip().endswith(("：", ":")):
            chain.insert(0, place.ancestors[-1])
    try:
        texts = [handbook.plain(node.text.get(lang) or "", lang, place) for node in chain if node.text]
    except UnknownReference:
        return "", 0
    joint = "" if lang == "zh" else " "
    texts = [re.sub(r"\s*\n\s*", joint, text) if "\n" in text else text for text in texts]
    return joint.join(texts), sum(len(text) + len(joint) for text in texts[:-1])
