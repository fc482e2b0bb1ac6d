"""The contents of a regulation: which of its nodes have pages, what they are called, and the lists that lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from guizhang.model.passages import passages
from guizhang.model.regulation import HEADING_LEVELS, Place, Regulation, walk
from guizhang.model.text import Text
from guizhang.site import paths
from guizhang.site.articles import number_and_title, roles_attribute
from guizhang.site.blocks import Block, children, concerned, heads_a_block, label_of, opening, title_of
from guizhang.site.page import TocEntry
from guizhang.site.texts import Prose


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter in a table of contents."""

    title: Text
    path: str
    articles: Markup
    """A list item for each."""
    roles: frozenset[str]
    """Those its rules name."""


@dataclass(slots=True)
class PartLines:
    """Chapters under one part; without a part, those that stand alone."""

    part: Text | None = None
    anchor: str = ""
    chapters: list[ChapterLine] = field(default_factory=list)


def chapter_places(regulation: Regulation) -> tuple[Place, ...]:
    """Return the nodes with a page of their own, in printed order."""
    return tuple(place for place in walk(regulation) if paths.makes_page(place.node) and place.node.id)


def chapter_page_path(place: Place) -> str:
    """Return the page of a chapter."""
    return paths.chapter_path(place.regulation.id, place.node.id or "")


def numbered_title(prose: Prose, place: Place) -> Text:
    """Return 第二章 受理 / Chapter 2: Taking a complaint, also of a label printed with a sign of its own, CHAPTER 2."""
    label, title = label_of(place), title_of(prose, place)
    if label is None or title is None:
        return title or label or Text(zh=place.node.id, en=place.node.id)
    number = label.either("en")
    # Chapter 2: Leave, but 2. Leave as it is printed.
    number = f"{number.rstrip('.:')}:" if " " in number else number
    return Text(
        zh=f"{label.either('zh')} {title.zh}" if title.zh else None,
        en=f"{number} {title.en}" if title.en else None,
    )


def _article_lines(prose: Prose, place: Place, target: str) -> Iterator[str]:
    """Yield a list item for each article at and below *place*, which stands on the page *target*."""
    if heads_a_block(place):
        line = number_and_title(label_of(place), title_of(prose, place), opening(prose, place))
        yield f'<li{roles_attribute(concerned(place))}><a href="{target}#{paths.anchor_of(place)}">{line}</a></li>'
        return
    for child in children(place):
        if not paths.makes_page(child.node):
            yield from _article_lines(prose, child, target)


def contents(prose: Prose, regulation: Regulation) -> list[PartLines]:
    """Return the chapters of *regulation* with their articles, part by part."""
    groups: list[PartLines] = []
    roles: dict[str | None, set[str]] = {}
    for passage in passages(regulation):
        if passage.chapter is not None:
            roles.setdefault(passage.chapter.node.id, set()).update(passage.roles)
    for place in chapter_places(regulation):
        part = place.ancestors[-1] if place.ancestors and place.ancestors[-1].level in HEADING_LEVELS else None
        anchor = part.id or "" if part else ""
        if not groups or groups[-1].anchor != anchor:
            outer = next(iter(above(place)), None)
            groups.append(PartLines(numbered_title(prose, outer) if outer else None, anchor))
        path = chapter_page_path(place)
        target = paths.relative(paths.regulation_path(regulation.id), path)
        lines = "".join(line for child in children(place) for line in _article_lines(prose, child, target))
        named = frozenset(roles.get(place.node.id, ()))
        groups[-1].chapters.append(ChapterLine(numbered_title(prose, place), path, _markup(lines), named))
    return groups


def above(place: Place) -> Iterator[Place]:
    """Yield what *place* stands under, from the outermost."""
    for i, node in enumerate(place.ancestors):
        yield Place(place.regulation, node, place.ancestors[:i], place.loc[: 2 * (i + 1)])


def toc(found: list[Block]) -> tuple[TocEntry, ...]:
    """Return the page's own contents: headings with their articles below."""
    out: list[TocEntry] = []
    below: list[TocEntry] = []
    heading: Block | None = None

    def close() -> None:
        if heading is not None:
            out.append(_entry(heading, tuple(below)))
        else:
            out.extend(below)
        below.clear()

    for block in found:
        if block.kind == "heading":
            close()
            heading = block
        elif block.kind == "article":
            below.append(_entry(block))
    close()
    return tuple(out)


def anchors(found: list[Block]) -> frozenset[str]:
    """Return every anchor these blocks make."""
    heads = {block.anchor for block in found if block.anchor}
    return frozenset(heads | {row.anchor for block in found for row in block.rows if row.anchor})


def _entry(block: Block, below: tuple[TocEntry, ...] = ()) -> TocEntry:
    assert block.anchor is not None, "articles and headings have anchors"
    return TocEntry(block.anchor, _markup(number_and_title(block.label, block.title, block.opening)), below)


def _markup(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - made of escaped text and our own tags
