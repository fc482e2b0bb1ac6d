"""What somebody confirms to have read: everything, or what applies to a role, and hashes that tell which text that was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from guizhang.model.handbook import Handbook, Settings, UnknownReference
from guizhang.model.regulation import HEADING_LEVELS, Node, Place, Regulation, walk
from guizhang.model.text import LANGS, Lang, Text

WHOLE = "*"
"""Stands for the role where the whole handbook is meant; no id has this sign."""
_LETTERS = 32
"""128 bits in hexadecimal: nobody finds a second text for a hash, and it still fits on a line."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What of one regulation somebody is to read."""

    regulation: str
    version: str
    articles: int
    digest: str
    """Of the texts as printed, in both languages."""


@dataclass(frozen=True, slots=True)
class ReadingList:
    """What is confirmed at once."""

    name: str
    """A role's id, or `WHOLE`."""
    extents: tuple[Extent, ...]
    """In reading order; regulations with nothing to read are left out."""

    @property
    def digest(self) -> str:
        """Hash over all of it; it changes with every text, figure and version that is to be read."""
        return _digest([[e.regulation, e.version, e.digest] for e in self.extents])


def handbook_mark(settings: Settings) -> str:
    """Return what tells this handbook from another one; its editions share it."""
    return " · ".join((settings.company.either("zh"), settings.title.either("zh")))[:200]


def reading_lists(book: Handbook) -> dict[str, ReadingList]:
    """Return every list of *book*, which is published, by its name."""
    return lists_of(book, [extents(book, regulation) for regulation in book.regulations])


def lists_of(book: Handbook, found: Iterable[Mapping[str, Extent]]) -> dict[str, ReadingList]:
    """Return the lists made of what `extents` found in each regulation, in reading order."""
    found = tuple(found)
    return {
        name: ReadingList(name, tuple(one[name] for one in found if name in one)) for name in list_names(book)
    }  # fmt: skip


def list_names(book: Handbook) -> tuple[str, ...]:
    """Return the names of the lists there are: `WHOLE`, then the roles."""
    return (WHOLE, *book.settings.roles)


def extents(book: Handbook, regulation: Regulation) -> dict[str, Extent]:
    """Return what of *regulation* is to be read for each list; lists with nothing of it are left out."""
    hashes = {name: sha256() for name in list_names(book)}
    counts = dict.fromkeys(hashes, 0)
    for roles, heads, text in _lines(book, regulation):
        for name, hashed in hashes.items():
            if name == WHOLE or not roles or name in roles:
                hashed.update(text)
                counts[name] += heads
    version = regulation.edition.version
    return {
        name: Extent(regulation.id, version, counts[name], hashed.hexdigest()[:_LETTERS])
        for name, hashed in hashes.items()
        if counts[name]
    }


def _lines(book: Handbook, regulation: Regulation) -> Iterator[tuple[frozenset[str], bool, bytes]]:
    """Yield each text with the roles it is for (none means everyone) and whether it opens a provision."""
    roles: frozenset[str] = frozenset()
    for place in walk(regulation):
        outermost = next((n for n in (*place.ancestors, place.node) if n.id and n.level not in HEADING_LEVELS), None)
        heads = outermost is place.node
        if heads:
            roles = _concerned(place)
        elif outermost is None:
            roles = frozenset(place.applies_to)
        said = [_printed(book, text, place) for text in (place.node.title, place.node.text)]
        yield roles, heads, json.dumps([place.node.id, *said], ensure_ascii=False).encode("utf-8", "surrogatepass")


def _concerned(place: Place) -> frozenset[str]:
    """Return the roles a provision or a clause in it is for."""
    own = frozenset(place.applies_to)
    return own and own.union(*(node.applies_to for node in _below(place.node)))


def _below(node: Node) -> Iterator[Node]:
    for child in node.body:
        yield child
        yield from _below(child)


def _printed(book: Handbook, text: Text | None, place: Place) -> list[str] | None:
    return None if text is None else [_words(book, text.get(lang) or "", lang, place) for lang in LANGS]


def _words(book: Handbook, text: str, lang: Lang, place: Place) -> str:
    try:
        printed = book.plain(text, lang, place)
    except UnknownReference:
        # A check has reported it.
        printed = text
    return " ".join(printed.split())


def _digest(value: object) -> str:
    return sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:_LETTERS]
