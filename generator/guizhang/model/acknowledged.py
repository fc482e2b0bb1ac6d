"""What somebody confirms to have read: everything, or what applies to a role, and hashes that tell which text that was."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from guizhang.model.handbook import Handbook, Settings, UnknownReference
from guizhang.model.numbering import printed_label
from guizhang.model.passages import Passage, passages
from guizhang.model.regulation import Place, Regulation, walk
from guizhang.model.text import LANGS, Lang, Text

WHOLE = "*"
"""Stands for the role where the whole handbook is meant; no id has this sign."""
DIGEST_SHOWN = 12
"""Letters of a hash that people compare, on the page and on the sheet they sign."""
_LETTERS = 32
"""128 bits in hexadecimal: nobody finds a second text for a hash, and it still fits on a line."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What of one regulation somebody is to read."""

    regulation: str
    version: str
    rules: int
    """How many there are, as `guizhang.model.passages` counts them."""
    digest: str
    """Of all that is printed, in both languages: title and dates, numbers, headings and texts."""


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
    read = passages(regulation)
    edition = regulation.edition
    head = [
        _pair(book, regulation.title, None),
        str(edition.effective),
        str(edition.repealed),
        regulation.authoritative,
    ]
    hashes = {name: sha256(_bytes(head)) for name in list_names(book)}
    for roles, text in _lines(book, regulation, read):
        for name, hashed in hashes.items():
            if _for(name, roles):
                hashed.update(text)
    counts = {name: sum(passage.rules for passage in read if _for(name, passage.roles)) for name in hashes}
    return {
        name: Extent(regulation.id, edition.version, counts[name], hashed.hexdigest()[:_LETTERS])
        for name, hashed in hashes.items()
        if counts[name]
    }


def _for(name: str, roles: frozenset[str]) -> bool:
    return name == WHOLE or not roles or name in roles


def _lines(book: Handbook, regulation: Regulation, read: tuple[Passage, ...]) -> Iterator[tuple[frozenset[str], bytes]]:
    """Yield each text, headings and preambles too, with the roles it is for; none means everyone."""
    provisions = {passage.provision.loc: passage.roles for passage in read if passage.provision is not None}
    own: tuple[str | int, ...] | None = None
    for place in walk(regulation):
        if place.loc in provisions:
            own = place.loc
        elif own is not None and place.loc[: len(own)] != own:
            own = None
        roles = frozenset(place.applies_to) if own is None else provisions[own]
        node = place.node
        label = [printed_label(place, lang) for lang in LANGS]
        yield roles, _bytes([node.id, label, _pair(book, node.title, place), _pair(book, node.text, place)])


def _pair(book: Handbook, text: Text | None, place: Place | None) -> list[str] | None:
    return None if text is None else [_words(book, text.get(lang) or "", lang, place) for lang in LANGS]


def _words(book: Handbook, text: str, lang: Lang, place: Place | None) -> str:
    try:
        printed = book.plain(text, lang, place)
    except UnknownReference:
        # A check has reported it.
        printed = text
    return " ".join(printed.split())


def _digest(value: object) -> str:
    return sha256(_bytes(value)).hexdigest()[:_LETTERS]


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
