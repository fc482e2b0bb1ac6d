"""The pages of a regulation: one of its own, and one for each chapter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from guizhang.model.handbook import Handbook
from guizhang.model.quantity import CalendarDate
from guizhang.model.regulation import HEADING_LEVELS, Place, Regulation, walk
from guizhang.model.text import LANGS, Text
from guizhang.model.wording import print_date
from guizhang.site import changes, force, paths
from guizhang.site.articles import blocks_html, number_and_title
from guizhang.site.blocks import Block, blocks, children, heads_a_block, label_of, title_of, top
from guizhang.site.force import force_of
from guizhang.site.history import history_html
from guizhang.site.links import Links
from guizhang.site.page import SitePage, TocEntry
from guizhang.site.render import render
from guizhang.site.texts import Prose, join_texts
from guizhang.site.words import word

if TYPE_CHECKING:
    from guizhang.site.progress import Reading

STYLES = ("assets/guizhang/rules.css",)
SCRIPTS = ("assets/guizhang/tools.js",)
ROLE_SCRIPT = "assets/guizhang/roles.js"


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter in a table of contents."""

    title: Text
    path: str
    articles: Markup
    """A list item for each."""


@dataclass(slots=True)
class PartLines:
    """Chapters under one part; without a part, those that stand alone."""

    part: Text | None = None
    anchor: str = ""
    chapters: list[ChapterLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """A neighbour for previous and next."""

    title: Text
    path: str


def chapter_places(regulation: Regulation) -> tuple[Place, ...]:
    """Return the nodes with a page of their own, in printed order."""
    return tuple(place for place in walk(regulation) if paths.makes_page(place.node) and place.node.id)


def chapter_page_path(place: Place) -> str:
    """Return the page of a chapter."""
    return paths.chapter_path(place.regulation.id, place.node.id or "")


def steps(prose: Prose, regulation: Regulation) -> Iterator[Step]:
    """Yield the regulation's pages in reading order."""
    yield Step(regulation.title, paths.regulation_path(regulation.id))
    for place in chapter_places(regulation):
        yield Step(numbered_title(prose, place), chapter_page_path(place))


def numbered_title(prose: Prose, place: Place) -> Text:
    """Return 第二章 受理 / Chapter 2: Taking a complaint."""
    label, title = label_of(place), title_of(prose, place)
    if label is None or title is None:
        return title or label or Text(zh=place.node.id, en=place.node.id)
    return Text(
        zh=f"{label.either('zh')} {title.zh}" if title.zh else None,
        en=f"{label.either('en')}: {title.en}" if title.en else None,
    )


def _article_lines(prose: Prose, place: Place, target: str) -> Iterator[str]:
    """Yield a list item for each article at and below *place*, which stands on the page *target*."""
    if heads_a_block(place):
        line = number_and_title(label_of(place), title_of(prose, place))
        yield f'<li><a href="{target}#{paths.anchor_of(place)}">{line}</a></li>'
        return
    for child in children(place):
        if not paths.makes_page(child.node):
            yield from _article_lines(prose, child, target)


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


def metadata(book: Handbook, regulation: Regulation) -> list[tuple[Text, Text]]:
    """Return what stands under the title: edition, dates, which text prevails, whom it binds, who answers for it."""
    rows = [(word("edition"), Text(zh=regulation.edition.version, en=regulation.edition.version))]
    for key in ("effective", "repealed"):
        day = getattr(regulation.edition, key)
        if day is not None:
            value = CalendarDate.parse(day.isoformat())
            rows.append((word(key), Text(zh=print_date(value, "zh"), en=print_date(value, "en"))))
    rows.append((word("prevails"), word(f"prevails-{regulation.authoritative}")))
    roles = tuple(book.role_name(role) for role in regulation.applies_to)
    rows.append((word("applies-to"), join_texts(roles) if roles else word("everyone")))
    if regulation.owner:
        rows.append((word("owner"), book.role_name(regulation.owner)))
    return rows


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
    return TocEntry(block.anchor, _markup(number_and_title(block.label, block.title)), below)


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
        groups: frozenset[str] = frozenset(),
        **more: object,
    ) -> SitePage:
        """Return a page of *found*."""
        roles = tuple(dict.fromkeys(role for block in found for role in block.roles))
        link = partial(paths.relative, path)
        told = {a: self.links.history[a] for block in found if (a := block.address) and a in self.links.history}
        below = {address: history_html(revisions, link) for address, revisions in told.items()}
        in_force = force_of(self.regulation.edition)
        html = render(
            template,
            path,
            body=blocks_html(found, self.links.related, link, self.reading.marks, below),
            force=in_force,
            reading=self.reading,
            cite=_cite(self.regulation),
            contact=self.book.settings.contact,
            chips=[(role, self.book.role_name(role)) for role in roles],
            **more,
        )
        scripts = (
            *SCRIPTS,
            *((ROLE_SCRIPT,) if roles else ()),
            *self.reading.scripts,
            *(force.SCRIPTS if in_force else ()),
        )
        styles = (*STYLES, *self.reading.styles, *(force.STYLES if in_force else ()), *(changes.STYLES if told else ()))
        return SitePage(
            path,
            tab,
            html,
            toc(found),
            anchors(found) | groups,
            str(more["description"]),
            scripts=scripts,
            styles=styles,
        )


def _front(frame: _Frame, order: list[Step | None]) -> SitePage:
    prose, regulation = frame.prose, frame.regulation
    path = paths.regulation_path(regulation.id)
    found = frame.blocks(path, tuple(_loose(regulation)))
    groups = _contents(prose, regulation)
    return frame.page(
        "regulation.html", path, regulation.title, found,
        frozenset(group.anchor for group in groups if group.anchor),
        chapter=None, title=regulation.title, meta=metadata(frame.book, regulation), chapters=groups,
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
        (numbered_title(prose, above), f"{paths.regulation_path(regulation.id)}#{paths.anchor_of(above)}")
        for above in _above(place)
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
        standing=_standing(regulation), previous=previous, next=next_,
        description=f"{regulation.title.either('zh')} {title.either('zh')}",
    )  # fmt: skip


def _as_paragraph(place: Place) -> Place:
    """Return the chapter's own text as a paragraph at its head."""
    bare: dict[str, object] = {"part": None, "chapter": None, "body": (), "id": None, "title": None, "facts": {}}
    return Place(place.regulation, place.node.model_copy(update=bare), (*place.ancestors, place.node), place.loc)


def _above(place: Place) -> Iterator[Place]:
    for i, node in enumerate(place.ancestors):
        yield Place(place.regulation, node, place.ancestors[:i], place.loc[: 2 * (i + 1)])


def _standing(regulation: Regulation) -> Text:
    """Return one line on how the text stands: 1.2 版 · 2026年12月1日起施行 · 以中文为准."""
    prevails = word(f"prevails-{regulation.authoritative}")
    zh, en = ([getattr(part, lang) for part in _edition(regulation)] for lang in LANGS)
    return Text(
        zh=" · ".join((*zh, prevails.either("zh"))),
        en=" · ".join((*en, f"prevailing: {prevails.either('en')}")),
    )


def _edition(regulation: Regulation) -> Iterator[Text]:
    edition = regulation.edition
    yield Text(zh=f"{edition.version} 版", en=f"Edition {edition.version}")
    if edition.effective:
        value = CalendarDate.parse(edition.effective.isoformat())
        yield Text(zh=f"{print_date(value, 'zh')}起施行", en=f"in force from {print_date(value, 'en')}")
    if edition.repealed:
        value = CalendarDate.parse(edition.repealed.isoformat())
        yield Text(zh=f"{print_date(value, 'zh')}起废止", en=f"repealed from {print_date(value, 'en')}")


def _cite(regulation: Regulation) -> dict[str, Text]:
    """Return what stands around the number where an article is cited: 《投诉处理规定》第五条（1.2 版，…）."""
    parts = tuple(_edition(regulation))
    edition = join_texts(parts, zh="，")
    return {
        "name": Text(zh=f"《{regulation.title.either('zh')}》", en=regulation.title.either("en")),
        "edition": Text(zh=f"（{edition.zh}）", en=f"({edition.en})"),
    }


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


def _contents(prose: Prose, regulation: Regulation) -> list[PartLines]:
    groups: list[PartLines] = []
    for place in chapter_places(regulation):
        part = place.ancestors[-1] if place.ancestors and place.ancestors[-1].level in HEADING_LEVELS else None
        anchor = part.id or "" if part else ""
        if not groups or groups[-1].anchor != anchor:
            above = next(iter(_above(place)), None)
            groups.append(PartLines(numbered_title(prose, above) if above else None, anchor))
        path = chapter_page_path(place)
        target = paths.relative(paths.regulation_path(regulation.id), path)
        articles = "".join(line for child in children(place) for line in _article_lines(prose, child, target))
        groups[-1].chapters.append(ChapterLine(numbered_title(prose, place), path, _markup(articles)))
    return groups


def _description(prose: Prose, regulation: Regulation) -> str:
    first = next((p for p in top(regulation) if p.node.text is not None), None)
    if first is None or first.node.text is None:
        return " ".join(regulation.title.either(lang) for lang in LANGS)
    return prose.plain(first.node.text, "zh", first)[:200]


def _markup(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - made of escaped text and our own tags
