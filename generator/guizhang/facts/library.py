"""The documents of one import by what they are called, and their headings by what those say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guizhang.facts.found import RuleDocument
from guizhang.facts.tree import Place, Tree, bare_title
from guizhang.zh.headed import heading_key

_LONG = 3
"""Titles of so few signs say nothing: 制度."""
_LINE = 30
"""A longer line is no title."""


@dataclass(frozen=True, slots=True)
class Library:
    """All trees of an import."""

    trees: tuple[Tree, ...]
    titles: dict[str, Tree]
    """Bare title, or a line that stands as one above the first provision -> its document."""

    @classmethod
    def of(cls, documents: Sequence[RuleDocument]) -> Library:
        """Return the library of *documents*."""
        trees = tuple(Tree.of(document) for document in documents)
        titles = {bare_title(name): tree for tree in trees if (name := tree.document.title or _opening(tree))}
        for tree in trees:
            for line in _lines_above(tree):
                titles.setdefault(bare_title(line), tree)
        return cls(trees, titles)

    def titled(self, title: str) -> Tree | None:
        """Return the document of a title; one that is contained in the other says the same (考勤制度, 某公司考勤制度（试行）)."""
        wanted = bare_title(title)
        if wanted in self.titles:
            return self.titles[wanted]
        near = [
            tree
            for name, tree in self.titles.items()
            if len(wanted) > _LONG and (wanted in name or (len(name) > _LONG and name in wanted))
        ]
        return near[0] if len(near) == 1 else None


def heading(title: str, tree: Tree) -> Place | None:
    """Return the chapter that has this title: one file often holds what was written as several documents."""
    wanted = bare_title(title)
    found = tree.by_title.get(wanted) if len(wanted) > 1 else None
    return found or tree.by_heading.get(heading_key(title))


def _opening(tree: Tree) -> str:
    """Return the heading a document without a title begins with: an annex that stands by itself."""
    first = next(iter(tree.document.nodes), None)
    return f"{first.label} {first.title}".strip() if first is not None else ""


def _lines_above(tree: Tree) -> Iterator[str]:
    """Yield the short lines above the first provision: the title stands there where a collection's came first."""
    for node in tree.document.nodes:
        if node.type != "paragraph":
            return
        yield from (
            line for line in node.text.split("\n") if _LONG < len(line) <= _LINE and line[-1] not in "。：:；;，"
        )
