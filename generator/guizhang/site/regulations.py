"""The pages of a regulation: one of its own, and one for each chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import HEADING_LEVELS, Place, Regulation
from guizhang.model.text import LANGS, Text
from guizhang.site import changes, force, paths
from guizhang.site.articles import blocks_html, whole
from guizhang.site.blocks import Block, blocks, children, heads_a_block, label_of, lacking, title_of, top
from guizhang.site.contents import (
    PartLines,
    above as parts_above,
    anchors,
    chapter_page_path,
    chapter_places,
    contents,
    numbered_title,
    toc,
)
from guizhang.site.force import force_of, renewed
from guizhang.site.history import history_html
from guizhang.site.links import Links
from guizhang.site.page import SitePage
from guizhang.site.render import render
from guizhang.site.renewing import above
from guizhang.site.standing import cite, metadata, standing
from guizhang.site.texts import Prose

if TYPE_CHECKING:
    from guizhang.site.progress import Reading

STYLES = ("assets/guizhang/rules.css",)
SCRIPTS = ("assets/guizhang/tools.js", "assets/guizhang/moved.js")
ROLE_SCRIPT = "assets/guizhang/roles.js"
_SECTIONS = 3
"""Fewer are seen at once."""
TEMPLATES = ("regulation.html", "chapter.html", "macros.html", "force.html", "progress.html")
"""What its pages are made with."""


@dataclass(frozen=True, slots=True)
class Step:
    """A neighbour for previous and next."""

    title: Text
    path: str


def steps(prose: Prose, regulation: Regulation) -> Iterator[Step]:
    """Yield the regulation's pages in reading order."""
    yield Step(regulation.title, paths.regulation_path(regulation.id))
    for place in chapter_places(regulation):
        yield Step(numbered_title(prose, place), chapter_page_path(place))


def sections(prose: Prose, regulation: Regulation) -> tuple[Step, ...]:
    """Return the headed parts of a regulation that stands on one page: what a phone has no other list of."""
    page = paths.regulation_path(regulation.id)
    headed = (p for p in top(regulation) if p.node.title and (p.node.level in HEADING_LEVELS or heads_a_block(p)))
    found = tuple(Step(numbered_title(prose, place), f"{page}#{paths.anchor_of(place)}") for place in headed)
    return found if len(found) >= _SECTIONS and not chapter_places(regulation) else ()


def pages(
    book: Handbook,
    prose: Prose,
    links: Links,
    regulation: Regulation,
    around: tuple[Step | None, Step | None],
    reading: Reading,
) -> list[SitePage]:
    """Return the pages of *regulation*, its own first.

    Args:
        book: The published handbook.
        prose: Renders its texts.
        links: What its articles link to.
        regulation: One of its regulations.
        around: What comes before the first page and after the last.
        reading: What its readers can mark.
    """
    order: list[Step | None] = [around[0], *steps(prose, regulation), around[1]]
    frame = _Frame(book, prose, links, regulation, reading)
    out = [_front(frame, order)]
    for i, place in enumerate(chapter_places(regulation), start=2):
        out.append(_chapter(frame, place, order[i - 1], order[i + 1]))
    return out


@dataclass(frozen=True)
class _Frame:
    """What every page of a regulation is made with."""

    book: Handbook
    prose: Prose
    links: Links
    regulation: Regulation
    reading: Reading

    def blocks(self, path: str, places: tuple[Place, ...]) -> list[Block]:
        """Return the blocks of *places* for the page at *path*."""
        return blocks(
            self.prose,
            self.regulation,
            places,
            lambda place: self.links.marker(path, self.regulation, place.node.id),
        )

    def page(
        self,
        template: str,
        path: str,
        tab: Text,
        found: list[Block],
        groups: Sequence[PartLines] = (),
        behind: int = 0,
        *,
        chapter: str | None,
        **more: object,
    ) -> SitePage:
        """Return a page of *found*, with the chapters of *groups* in a list below, and below that the last *behind* blocks."""
        named = {role for block in found for role in block.roles}
        named.update(role for block in found for row in block.rows if row.held for role in row.held.roles)
        named.update(role for group in groups for chapter in group.chapters for role in chapter.roles)
        roles = [role for role in self.book.settings.roles if role in named]
        link = partial(paths.relative, path)
        told = {a: self.links.history[a] for block in found if (a := block.address) and a in self.links.history}
        below = {address: history_html(revisions, link) for address, revisions in told.items()}
        announced = self.links.renewing.get(self.regulation.id)
        until = above(announced, (block.address for block in found if block.address)) if announced else {}
        in_force = renewed(force_of(self.regulation.edition), announced.renewal if announced else None, here=bool(until or groups))
        missing = None if groups else lacking(row for block in found for row in block.rows)
        as_html = partial(
            blocks_html, related=self.links.related, link=link, marks=self.reading.marks, below=below, above=until,
            noted=missing is not None,
        )  # fmt: skip
        html = render(
            template,
            path,
            body=self._as_one(as_html(found[: len(found) - behind]), chapter),
            behind=as_html(found[len(found) - behind :]),
            missing=missing,
            force=in_force,
            beside=announced.beside if announced else (),
            reading=self.reading,
            cite=cite(self.regulation),
            contact=self.book.settings.contact,
            chapters=groups,
            chapter=chapter,
            chips=[(role, self.book.role_name(role)) for role in roles],
            **more,
        )
        scripts = (
            *SCRIPTS,
            *((ROLE_SCRIPT,) if roles else ()),
            *self.reading.scripts,
            *(force.SCRIPTS if in_force else ()),
        )
        styles = (*STYLES, *self.reading.styles, *(force.STYLES if in_force else ()), *(changes.STYLES if told or until else ()))
        return SitePage(
            path,
            tab,
            html,
            toc(found),
            anchors(found) | {group.anchor for group in groups if group.anchor},
            str(more["description"]),
            scripts=scripts,
            styles=styles,
        )

    def _as_one(self, body: Markup, chapter: str | None) -> Markup:
        """Return *body* as one passage where the page has no provisions."""
        address = self.reading.whole(chapter)
        return whole(body, address, self.reading.roles(chapter), self.reading.marks) if address else body


def _front(frame: _Frame, order: list[Step | None]) -> SitePage:
    prose, regulation = frame.prose, frame.regulation
    path = paths.regulation_path(regulation.id)
    loose = tuple(_loose(regulation))
    paged = [place.loc for place in _with_pages(regulation)]
    # Annexes stand behind the chapters, and so below the list of them.
    behind = frame.blocks(path, tuple(place for place in loose if paged and place.loc > paged[-1]))
    found = [*frame.blocks(path, tuple(place for place in loose if not paged or place.loc < paged[-1])), *behind]
    return frame.page(
        "regulation.html", path, regulation.title, found, contents(prose, regulation), len(behind),
        chapter=None, title=regulation.title, meta=metadata(frame.book, regulation),
        previous=order[0], next=order[2], description=_description(prose, regulation),
    )  # fmt: skip


def _chapter(frame: _Frame, place: Place, previous: Step | None, next_: Step | None) -> SitePage:
    prose, regulation = frame.prose, frame.regulation
    path = chapter_page_path(place)
    found = frame.blocks(path, children(place))
    if place.node.text is not None:
        found = [*frame.blocks(path, (_as_paragraph(place),)), *found]
    trail = [(regulation.title, paths.regulation_path(regulation.id))]
    trail += [
        (numbered_title(prose, part), f"{paths.regulation_path(regulation.id)}#{paths.anchor_of(part)}")
        for part in parts_above(place)
    ]
    title = numbered_title(prose, place)
    return frame.page(
        "chapter.html", path,
        Text(
            zh=f"{title.either('zh')} · {regulation.title.either('zh')}",
            en=f"{title.either('en')} · {regulation.title.either('en')}",
        ),
        found,
        chapter=place.node.id, label=label_of(place), title=title_of(prose, place), stale=prose.stale(place), trail=trail,
        standing=standing(frame.book, regulation), previous=previous, next=next_,
        description=f"{regulation.title.either('zh')} {title.either('zh')}",
    )  # fmt: skip


def _as_paragraph(place: Place) -> Place:
    """Return the chapter's own text as a paragraph at its head."""
    bare: dict[str, object] = {"part": None, "chapter": None, "body": (), "id": None, "title": None, "facts": {}}
    return Place(place.regulation, place.node.model_copy(update=bare), (*place.ancestors, place.node), place.loc)


def _with_pages(regulation: Regulation) -> Iterator[Place]:
    """Yield what has a page of its own, in printed order."""
    for place in top(regulation):
        yield from (one for one in (place, *children(place)) if paths.makes_page(one.node))


def _loose(regulation: Regulation) -> Iterator[Place]:
    """Yield what stands on the regulation's own page: everything outside chapters.

    A part whose chapters have pages becomes a heading of the contents instead; what stands directly under it is shown
    under that heading's number as well.
    """
    for place in top(regulation):
        if paths.makes_page(place.node):
            continue
        if any(paths.makes_page(child.node) for child in children(place)):
            yield from (c for c in children(place) if not paths.makes_page(c.node))
            continue
        yield place


def _description(prose: Prose, regulation: Regulation) -> str:
    first = next((p for p in top(regulation) if p.node.text is not None), None)
    if first is None or first.node.text is None:
        return " ".join(regulation.title.either(lang) for lang in LANGS)
    return prose.plain(first.node.text, "zh", first)[:200]
