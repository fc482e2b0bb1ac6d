"""What else speaks of an article: articles that cite it, scripts and etiquette that practise it, records it calls for.

Worked out once for the whole handbook; what is small travels with every page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Node, Regulation
from guizhang.model.text import LANGS, Text
from guizhang.parallel import spread
from guizhang.site.blocks import cited_as, opens_a_block
from guizhang.site.citations import Citations
from guizhang.site.paths import Addresses

_FEW = 8
"""So few regulations are read faster than processes are started."""

KINDS = ("cited_by", "scripts", "etiquette", "records")


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A link to something that speaks of an article."""

    text: Text
    target: str


@dataclass(frozen=True, slots=True)
class Related:
    """What speaks of one article."""

    cited_by: tuple[PlaceLine, ...] = ()
    scripts: tuple[PlaceLine, ...] = ()
    etiquette: tuple[PlaceLine, ...] = ()
    records: tuple[PlaceLine, ...] = ()


def related(book: Handbook, addresses: Addresses, citations: Citations) -> Mapping[str, Related]:
    """Return what speaks of the articles of *book*, which is published, by address."""
    found: dict[str, dict[str, dict[str, PlaceLine]]] = {}

    def add(kind: str, address: str, source: str, text: Text) -> None:
        found.setdefault(head_of(book, address), {}).setdefault(kind, {})[source] = PlaceLine(text, addresses[source])

    count = len(book.regulations)
    for cited in spread(lambda i: list(_citing(book.regulations[i], citations)), count, small=count < _FEW):
        for address, source in cited:
            if address in book.provisions and head_of(book, address) != source and source in addresses.targets:
                add("cited_by", address, source, _name(book, source, seen_from=address))
    for kind, title, source, practises in _companions(book):
        for address in practises:
            if address in book.provisions and source in addresses.targets:
                add(kind, address, source, title)
    return {
        address: Related(**{kind: tuple(lines.values()) for kind, lines in kinds.items()})
        for address, kinds in found.items()
    }


def _citing(regulation: Regulation, citations: Citations) -> Iterator[tuple[str, str]]:
    """Yield (what is cited, the article that cites it)."""
    for head, node in _texts(regulation.body, None):
        assert node.text is not None, "only nodes with text are yielded"
        for lang in LANGS:
            text = node.text.get(lang)
            if text:
                for cited in citations.find(text, lang, regulation, head):
                    yield cited.address, f"{regulation.id}/{head}"


def _texts(nodes: Iterable[Node], head: str | None) -> Iterator[tuple[str, Node]]:
    for node in nodes:
        own = node.id if head is None and opens_a_block(node, inside=False) else head
        if own is not None and node.text is not None:
            yield own, node
        if node.body:
            yield from _texts(node.body, own)


def head_of(book: Handbook, address: str) -> str:
    """Return the address of the article a provision stands in."""
    place = book.provisions[address]
    inside = False
    for node in (*place.ancestors, place.node):
        if node.id and opens_a_block(node, inside=inside):
            return f"{place.regulation.id}/{node.id}"
        inside = inside or node.article is not None
    return address


def _name(book: Handbook, citing: str, *, seen_from: str) -> Text:
    """Return 第八条 for an article of the same regulation, 《违规处理规定》第八条 for one of another."""
    place = book.provisions[citing]
    name = cited_as(place) or place.node.title or place.regulation.title
    if seen_from.partition("/")[0] == place.regulation.id:
        return name
    title = place.regulation.title
    return Text(zh=f"《{title.either('zh')}》{name.either('zh')}", en=f"{title.either('en')}, {name.either('en')}")


def _companions(book: Handbook) -> Iterator[tuple[str, Text, str, tuple[str, ...]]]:
    """Yield (kind, title, address, provisions) of everything that names provisions."""
    for script in book.scripts:
        yield from (("scripts", s.title, f"{script.id}/{s.id}", s.practises) for s in script.situations)
    for file in book.etiquette:
        for group in file.groups:
            yield from (("etiquette", p.title or group.title, f"{file.id}/{p.id}", p.practises) for p in group.points)
    yield from (("records", record.title, record.id, record.practises) for record in book.records)
