"""Clauses as sentences that can be read alone, outside their article: for tables of figures and prohibitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from guizhang.model.fact import Fact
from guizhang.model.regulation import Level, Place
from guizhang.model.text import LANGS, Lang, Text, placeholders
from guizhang.site.texts import Pair, Prose

_DITTO = "〃"
"""What an import writes for a cell merged with the one above."""


def figure_words(prose: Prose, place: Place, name: str, fact: Fact) -> Pair:
    """Return what a figure is: its own words where it has some, else the sentence it stands in."""
    if fact.about is not None:
        about, since = fact.about, fact.since
        return prose.pair(
            Text(
                zh=f"{about.zh}，{since.zh}" if about.zh and since and since.zh else about.zh,
                en=f"{about.en}, {since.en}" if about.en and since and since.en else about.en,
            )
        )
    for inner in below(place):
        text = alone(prose, inner)
        if text is not None and any(name in _names(text, lang) for lang in LANGS):
            return prose.pair(Text(zh=_sentence(text.zh, name), en=_sentence(text.en, name)), inner)
    return prose.pair(place.node.title or place.regulation.title)


def _sentence(text: str | None, name: str) -> str | None:
    """Return the sentence of *text* that prints the figure *name*; the whole text where none does."""
    if text is None:
        return None
    # A stop within quotation marks ends the sentence behind them.
    parts = re.split(r"(?<=[。；;！？])(?![”’」』）)])|(?<=[。；;！？][”’」』）)])|(?<=\.)\s", text)
    return next((part for part in parts if part and f"${{{name}}}" in part), text).strip(" ;；")


def _names(text: Text, lang: Lang) -> set[str]:
    return {p.reference for p in placeholders(text.get(lang) or "")}


def below(place: Place) -> Iterator[Place]:
    """Yield *place* and everything below it, in printed order."""
    yield place
    above = (*place.ancestors, place.node)
    for i, child in enumerate(place.node.body):
        yield from below(Place(place.regulation, child, above, (*place.loc, "body", i)))


def alone(prose: Prose, place: Place) -> Text | None:
    """Return the text of a clause; in a row of a table with what the rows above say in the columns where it has 〃."""
    text = place.node.text
    if text is None or _DITTO not in (text.zh or "") + (text.en or ""):
        return text
    siblings = place.ancestors[-1].body if place.ancestors else place.regulation.body
    rows = [
        Place(place.regulation, node, place.ancestors, (*place.loc[:-1], i))
        for i, node in enumerate(siblings[: int(place.loc[-1]) + 1])
    ]
    return Text(**{lang: _spelled_out(prose, rows, lang) for lang in LANGS if text.get(lang)})


def _spelled_out(prose: Prose, rows: Iterable[Place], lang: Lang) -> str:
    """Return the last of *rows*; a text without cells ends the table above it."""
    said: dict[int, str] = {}
    line = ""
    for row in rows:
        line = (row.node.text and row.node.text.get(lang)) or ""
        cells = line.split("\t")
        if len(cells) == 1:
            said = {}
            continue
        line = "\t".join(said.get(i, cell) if cell.strip() == _DITTO else cell for i, cell in enumerate(cells))
        # Figures are those of the row they stand in.
        said |= {
            i: prose.plain(Text(**{lang: cell}), lang, row)
            for i, cell in enumerate(cells)
            if cell.strip() not in ("", _DITTO)
        }
    return line


def full_sentence(prose: Prose, place: Place) -> Pair:
    """Return a clause; an item behind the words of its list, as one sentence where the words allow it."""
    said = alone(prose, place)
    assert said is not None
    text = prose.pair(said, place)
    if place.node.level is not Level.ITEM:
        return text
    lead = next((n for n in reversed(place.ancestors) if n.text is not None and n.norm is place.norm), None)
    if lead is None or lead.text is None:
        return text
    words = prose.pair(lead.text, place)
    return Pair(_behind(words.zh, text.zh), _behind(words.en, text.en))


def _behind(lead: Markup | None, text: Markup | None) -> Markup | None:
    if lead is None or text is None:
        return text
    item = text.rstrip("；;。.，, ")
    if lead.endswith(("不得：", "must not:")):
        return lead[:-1] + ("" if lead.endswith("：") else " ") + item
    return lead + ("" if lead.endswith("：") else " ") + item
