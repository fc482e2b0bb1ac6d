"""The files of an index, read as the browser reads them. docs/search.md 2 and 3."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from guizhang.site.search.lists import decode
from guizhang.site.search.merge import is_word
from guizhang.site.search.partial import hash_of

_CALL = re.compile(r'guizhangSearch\("([^"]+)",')
_RAW = -15
_END = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term stands."""

    found: frozenset[int]
    """Documents with it in title, names or body."""
    title: frozenset[int]
    heading: frozenset[int]

    @property
    def documents(self) -> int:
        """How many documents the term is worth counting for: those of the text, else those below the heading."""
        return len(self.found) or len(self.heading)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is stored of a document, as `docs/search.md` 2.1 numbers it."""

    kind: int
    url: str = ""
    address: str = ""
    label_zh: str = ""
    label_en: str = ""
    title_zh: str = ""
    title_en: str = ""
    heading_zh: str = ""
    heading_en: str = ""
    body_zh: str = ""
    body_en: str = ""
    names: str = ""
    figures: tuple[tuple[Any, ...], ...] = ()
    others: str = ""


class Index:
    """One index."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Take the files as they were written: name with ``.js`` -> content."""
        self._files = files
        self._postings: dict[str, Postings | None] = {}

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The manifest."""
        found: dict[str, Any] = json.loads(self._value("manifest"))
        return found

    def standing(self, address: str, on: date | None) -> str:
        """Return ``pending`` or ``ended`` where what stands at *address* is not in force on the day *on*."""
        since, until = self._days(address)
        day = on.isoformat() if on is not None else ""
        if not day:
            return ""
        return "ended" if until and until <= day else "pending" if since > day else ""

    def _days(self, address: str) -> tuple[str, str]:
        """Return first day in force and first day no longer in force of a rule, else of its regulation."""
        dated = self.manifest["dated"]
        since, until = dated.get(address) or dated.get(address.partition("/")[0]) or ("", "")
        return since, until

    @cached_property
    def _calls(self) -> Mapping[str, str]:
        """Name -> value of the calls in an inline manifest, else of the manifest alone."""
        text = self._files["manifest.js"].decode()
        calls = list(_CALL.finditer(text))
        ends = [call.start() for call in calls[1:]] + [len(text)]
        return {call[1]: text[call.end() : end].rstrip()[:-2] for call, end in zip(calls, ends, strict=True)}

    def _value(self, name: str) -> str:
        if name in self._calls:
            return self._calls[name]
        text = self._files[f"{name}.js"].decode()
        return text[text.index(",") + 1 :].rstrip()[:-2]

    def _lines(self, name: str) -> list[str]:
        return self._value(name)[2:-2].split("\n")

    def postings(self, term: str) -> Postings | None:
        """Return where *term* stands, ``None`` where it stands nowhere."""
        if term not in self._postings:
            self._postings[term] = self._looked_up(term)
        return self._postings[term]

    def _looked_up(self, term: str) -> Postings | None:
        if is_word(term):
            number = bisect_right(self.manifest["w"], term) - 1
            name = f"w/{number}" if number >= 0 else ""
        else:
            name = f"t/{hash_of(term) % self.manifest['t']}"
        if not name:
            return None
        text = self._value(name)
        at = text.find(f"\n{term} ")
        return None if at < 0 else self._parsed(text[at + 1 : text.index("\n", at + 1)])

    def _parsed(self, record: str) -> Postings:
        term, *lists = record.split(" ")
        whole = [frozenset[int]() if one == "-" or one.startswith("*") else frozenset(decode(one)) for one in lists]
        if lists[0].startswith("*"):
            whole[0] = frozenset(self._blocks(term))
        return Postings(*whole, *[frozenset[int]()] * (3 - len(whole)))

    def _blocks(self, term: str) -> Iterator[int]:
        place = self.manifest["frequent"].split(" ").index(term)
        size = self.manifest["block"]
        for block in range(-(-self.manifest["n"] // size)):
            yield from (block * size + i for i in decode(self._value(f"h/{place}-{block}")[1:-1]))

    def words_from(self, prefix: str) -> list[str]:
        """Return the words that begin with *prefix*, in order."""
        return [line.partition(" ")[0] for line in self._from("w", prefix)]

    def words_beside(self, word: str) -> list[str]:
        """Return the words of the file in which *word* would stand."""
        number = bisect_right(self.manifest["w"], word) - 1
        return [line.partition(" ")[0] for line in self._lines(f"w/{number}")] if number >= 0 else []

    def pairs(self, first: str, second: str, *, open_end: bool = False) -> str:
        """Return the pairs of characters read *first* *second*; with *open_end* where the second begins so."""
        key = f"{first}'{second}"
        found = (line.partition(" ") for line in self._from("p", key))
        return "".join(value for found_key, _, value in found if open_end or found_key == key)

    def suggestions(self, prefix: str) -> list[str]:
        """Return the texts whose key begins with *prefix*."""
        return [line.partition(" ")[2] for line in self._from("s", prefix)]

    def _from(self, store: str, prefix: str) -> Iterator[str]:
        firsts: list[str] = self.manifest[store]
        # The same key may end one file and begin the next.
        number = max(0, bisect_left(firsts, prefix) - 1)
        while number < len(firsts) and firsts[number] < prefix + _END:
            yield from (line for line in self._lines(f"{store}/{number}") if line.startswith(prefix))
            number += 1

    @cached_property
    def readings(self) -> Mapping[str, tuple[str, ...]]:
        """The syllables of each character."""
        out: dict[str, list[str]] = {}
        for line in self._lines("r"):
            syllable, _, chars = line.partition(" ")
            for char in chars:
                out.setdefault(char, []).append(syllable)
        return {char: tuple(syllables) for char, syllables in out.items()}

    def document(self, number: int) -> Shown:
        """Return what is shown of a document."""
        place, inside = divmod(number, self.manifest["per"])
        packed = b64decode(self._value(f"d/{place}")[1:-1])
        return Shown(*json.loads(zlib.decompress(packed, _RAW))[inside])
