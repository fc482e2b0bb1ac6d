"""What a browser needs to show Simplified text in Traditional characters, word by word as OpenCC's ``s2tw`` does.

OpenCC cuts a text into the longest words its dictionary has and converts each (发票 -> 發票, 头发 -> 頭髮); what is no
word goes character by character. The browser does the same with that part of the dictionary the handbook can need, so
that pages carry their text once and readers of other views load nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from operator import add

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Regulation, provisions
from guizhang.site.words import all_words, word
from guizhang.zh.script import Script, detect_script

PATH = "assets/guizhang/hant-table.js"
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+")
_TELLING = 200
"""Texts that show which characters a handbook is written in."""
_ENOUGH = 2_000_000
"""Characters after which a handbook gets the whole table: to look further would cost more than it saves."""
_COMMON = range(0xB0A1, 0xF7FF)
"""GB 2312: the characters any page may have, whatever the handbook says."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a text has in it, as far as the table depends on that."""

    signs: str = ""
    """Each Chinese character once."""
    pairs: str = ""
    """Each two that stand beside each other, once, one pair after another."""
    length: int = 0
    """Characters looked at, with repeats."""


def seen(texts: Iterable[str]) -> Seen:
    """Return what *texts* have in them; a text that gets the whole table anyway is not read to its end."""
    signs: set[str] = set()
    pairs: set[str] = set()
    length = 0
    for run in _runs(texts):
        signs.update(run)
        pairs.update(map(add, run, run[1:]))
        length += len(run)
        if length > _ENOUGH:
            break
    return Seen("".join(sorted(signs)), "".join(sorted(pairs)), length)


def is_original(book: Handbook) -> bool:
    """Tell whether the rules of *book* are written in Traditional characters, as far as their beginning shows."""
    texts = (text for regulation in book.regulations for text in _own_texts(regulation))
    return detect_script("".join(islice(texts, _TELLING))).script is Script.TRADITIONAL


def _own_texts(regulation: Regulation) -> Iterator[str]:
    yield regulation.title.zh or ""
    for place in provisions(regulation):
        for text in (place.node.title, place.node.text):
            yield (text and text.zh) or ""


def script(*found: Seen, original: bool = False) -> bytes:
    """Return the table for what was *found* as a script.

    Its arguments: pairs of characters; words, one to a line, each with its conversion where that is not the characters';
    the note that the text is converted, none where the rules are Traditional in the *original* and stay as they are.
    """
    signs: set[str] = set(_common())
    single, words = _dictionary()
    if sum(part.length for part in found) > _ENOUGH:
        signs.update(single)
    else:
        signs.update(*(part.signs for part in found))
        there = {part.pairs[i : i + 2] for part in found for i in range(0, len(part.pairs), 2)}
        likely = [line for line in words if line[:2] in there]
        words = tuple(line for line in likely if there.issuperset(_pairs(line.partition("\t")[0])))
    pairs = "".join(sign + single[sign] for sign in sorted(signs) if sign in single)
    arguments = ",".join(
        _quoted(value) for value in (pairs, "\n".join(words), "" if original else word("converted").zh)
    )
    return f"guizhangHant.load({arguments});\n".encode()


def chinese(book: Handbook) -> Iterator[str]:
    """Yield everything in *book*, and the site's own words, as text in which the Chinese can be found."""
    documents = (*book.regulations, *book.scripts, *book.etiquette, *book.records, book.glossary, book.settings)
    yield from (document.model_dump_json() for document in documents if document is not None)
    yield from all_words()


def _pairs(text: str) -> Iterator[str]:
    return (text[i : i + 2] for i in range(len(text) - 1))


def _runs(texts: Iterable[str]) -> Iterator[str]:
    return (run for text in texts for run in _HAN.findall(text))


def _quoted(value: object) -> str:
    # A script may not hold these two as they are; JSON may.
    return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def _dictionary() -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the characters that change, and the lines of words."""
    text = (files("guizhang.zh") / "traditional.txt").read_text(encoding="utf-8")
    lines = tuple(line for line in text.splitlines() if not line.startswith("#"))
    single = {line[0]: line[2:] for line in lines if line[1] == "\t"}
    return single, tuple(line for line in lines if line[1] != "\t")


def _common() -> Iterator[str]:
    for code in _COMMON:
        sign = code.to_bytes(2, "big").decode("gb2312", errors="replace")
        if len(sign) == 1 and sign != "\ufffd":
            yield sign
