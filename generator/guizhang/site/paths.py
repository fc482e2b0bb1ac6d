"""Where everything stands on the site: one page per chapter, one anchor per article, ids that never move.

Paths are relative to the site's root, with forward slashes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from guizhang.model.acknowledged import WHOLE
from guizhang.model.handbook import Handbook
from guizhang.model.passages import makes_chapter
from guizhang.model.regulation import Node, Place, Regulation, walk

HOME = "index.html"
GO = "go.html"
ASSETS = "assets/guizhang"
"""Folder of our scripts, style sheets and pictures."""
GLOSSARY = "glossary.html"
FACT_PAGES = (
    "deadlines",
    "amounts",
    "thresholds",
    "prohibitions",
    "penalties",
    "approvals",
    "records",
    "never-say",
)


def regulation_path(regulation_id: str) -> str:
    """Return the page of a regulation: preamble, metadata, contents."""
    return f"regulations/{regulation_id}.html"


def chapter_path(regulation_id: str, chapter_id: str) -> str:
    """Return the page of a chapter."""
    return f"regulations/{regulation_id}/{chapter_id}.html"


def fact_path(name: str) -> str:
    """Return one of the pages made from facts."""
    return f"at-a-glance/{name}.html"


def role_path(role_id: str) -> str:
    """Return the page of a role."""
    return f"roles/{role_id}.html"


def acknowledge_path(name: str) -> str:
    """Return the page on which the list *name* is confirmed."""
    return "acknowledge.html" if name == WHOLE else f"acknowledge/{name}.html"


def relative(source: str, target: str) -> str:
    """Return *target* as a link on the page *source* has it; works from ``file://``, where there is no root."""
    path, mark, anchor = target.partition("#")
    if path == source and mark:
        return f"#{anchor}"
    return _way(source.rpartition("/")[0], path) + mark + anchor


@lru_cache(maxsize=1 << 12)
def _way(folder: str, path: str) -> str:
    return posixpath.relpath(path, folder or ".")


def makes_page(node: Node) -> bool:
    """Tell whether *node* has a page of its own: a part with chapters is a heading in the contents instead."""
    return makes_chapter(node)


def page_node(place: Place) -> Node | None:
    """Return the chapter on whose page *place* stands; ``None`` for the regulation's own page."""
    return next((node for node in (*place.ancestors, place.node) if makes_page(node) and node.id), None)


def anchor_of(place: Place) -> str:
    """Return the anchor of a node on its page: its permanent id, else its printed place in this edition."""
    return place.node.id or "at-" + place.printed_place.split("/", 1)[1].replace("/", "-")


@dataclass(frozen=True)
class Addresses:
    """Permanent id -> page and anchor."""

    targets: Mapping[str, str]
    """Address (``complaints/first-reply``, ``complaints``) -> ``regulations/complaints/taking.html#first-reply``."""

    @classmethod
    def of(cls, handbook: Handbook) -> Addresses:
        """Collect every address of *handbook*."""
        return cls(dict(_targets(handbook)))

    def __getitem__(self, address: str) -> str:
        return self.targets[address]

    def get(self, address: str) -> str | None:
        """Return where *address* stands; ``None`` when it is not published."""
        return self.targets.get(address)

    def shards(self, former: Mapping[str, str] = MappingProxyType({})) -> Mapping[str, Mapping[str, str]]:
        """Return the addresses by document, for the pages that resolve a copied link: id -> target.

        Args:
            former: Addresses of earlier editions -> where they lead.
        """
        found: dict[str, dict[str, str]] = {}
        for address, target in (*former.items(), *self.targets.items()):
            document, _, inner = address.partition("/")
            found.setdefault(document, {})[inner] = target
        return found


def _targets(handbook: Handbook) -> Iterator[tuple[str, str]]:
    for regulation in handbook.regulations:
        yield from _regulation_targets(regulation)
    for script in handbook.scripts:
        path = f"scripts/{script.id}.html"
        yield script.id, path
        yield from ((f"{script.id}/{s.id}", f"{path}#{s.id}") for s in script.situations)
    for file in handbook.etiquette:
        path = f"etiquette/{file.id}.html"
        yield file.id, path
        for group in file.groups:
            yield f"{file.id}/{group.id}", f"{path}#{group.id}"
            yield from ((f"{file.id}/{p.id}", f"{path}#{p.id}") for p in group.points)
    yield from ((record.id, f"records/{record.id}.html") for record in handbook.records)
    if handbook.glossary:
        yield "glossary", GLOSSARY
        yield from ((f"glossary/{t.id}", f"{GLOSSARY}#{t.id}") for t in handbook.glossary.terms)


def _regulation_targets(regulation: Regulation) -> Iterator[tuple[str, str]]:
    yield regulation.id, regulation_path(regulation.id)
    for place in walk(regulation):
        if place.node.id is None:
            continue
        page = page_node(place)
        path = chapter_path(regulation.id, page.id) if page and page.id else regulation_path(regulation.id)
        anchor = "" if page is place.node else f"#{place.node.id}"
        yield f"{regulation.id}/{place.node.id}", path + anchor
