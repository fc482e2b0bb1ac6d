"""The pages no wiki has: every deadline, amount, threshold, prohibition, penalty, approval, record and never-say phrase.

A page lists the whole handbook while that is at most `ROOM` lines. Beyond, it becomes a list of regulations, and each of
them has pages of its own of at most `ROOM` lines, so that no page grows with the handbook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Regulation
from guizhang.model.script import ScriptFile
from guizhang.model.text import Text
from guizhang.site import force
from guizhang.site.fact_rows import FactRow, record_row, regulation_rows, rule_name, script_rows, tally
from guizhang.site.page import SitePage, TocEntry
from guizhang.site.paths import FACT_PAGES, Addresses, fact_path
from guizhang.site.render import render
from guizhang.site.texts import Prose, duo
from guizhang.site.words import word

ROOM = 400
"""Lines on one page: about 45 KB gzip in both languages."""
SCRIPTS = (*force.SCRIPTS, "assets/guizhang/facts.js")
STYLES = (*force.STYLES, "assets/guizhang/facts.css")

_OTHER = "~other"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of such a page."""

    name: str
    """Which part of a line it shows."""
    title: str
    """Its heading, a key of `words`."""
    sort: str | None = None
    """How it can be sorted: by ``size``, by its ``words``, or in printed ``order``."""


_RULE = Column("cite", "rule", "order")
_COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "deadlines": (Column("figure", "figure", "size"), Column("text", "meaning"), _RULE),
    "amounts": (Column("figure", "figure", "size"), Column("text", "meaning"), _RULE),
    "thresholds": (Column("figure", "figure", "size"), Column("text", "follows"), _RULE),
    "prohibitions": (Column("text", "meaning"), _RULE),
    "penalties": (Column("text", "meaning"), _RULE),
    "approvals": (
        Column("text", "matter"), Column("limit", "limit"), Column("by", "approver", "words"), _RULE,
    ),
    "records": (Column("text", "record", "words"), Column("by", "filled-in-by", "words"), Column("asked", "asked-by")),
    "never-say": (
        Column("text", "never-say"), Column("why", "why"), Column("instead", "instead"), Column("cite", "situation", "order"),
    ),
}  # fmt: skip
_ROLE = {"approvals": "approver", "records": "filled-in-by"}
"""What the choice of a role means where it is not simply whom a rule binds."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one theme, or of one regulation or chapter."""

    theme: str
    anchor: str
    title: Text
    rows: tuple[tuple[int, FactRow], ...]
    """Each with its place in printed order."""
    mostly: Text
    """The regulation most of them come from; on paper the heading names it once for them all."""


Document = Regulation | ScriptFile


def pages(book: Handbook, prose: Prose, addresses: Addresses) -> list[SitePage]:
    """Return all these pages of *book*."""
    apart = split(sizes(book))
    own = [page for document in _documents(book) for page in own_pages(book, prose, addresses, document, apart)]
    return [*whole_pages(book, prose, addresses, apart), *own]


def sizes(book: Handbook) -> Mapping[str, int]:
    """Return how many lines each page has for the whole handbook."""
    total = Counter({"records": len(book.records)})
    for document in _documents(book):
        total.update(_sizes(document))
    return total


def split(lines: Mapping[str, int]) -> frozenset[str]:
    """Return the pages that are too long for the whole handbook, so that each document has its own."""
    return frozenset(name for name, count in lines.items() if count > ROOM and name != "records")


def whole_pages(book: Handbook, prose: Prose, addresses: Addresses, apart: frozenset[str]) -> Iterator[SitePage]:
    """Yield the page of each kind: its lines, or the list of the documents that have them.

    Args:
        book: The published handbook.
        prose: Renders its texts.
        addresses: Where its rules stand.
        apart: The pages each document has for itself, as `split` returns them.
    """
    wanted = frozenset(FACT_PAGES) - apart
    rows = [row for document in _documents(book) for row in _rows(book, prose, addresses, document, wanted)]
    rows += [record_row(book, prose, addresses, record) for record in book.records]
    counted = [(document, _sizes(document)) for document in _documents(book)] if apart else []
    for name in FACT_PAGES:
        parts = [(d.title, own_path(name, d.id), lines[name]) for d, lines in counted if name in apart and lines[name]]
        yield _page(book, name, fact_path(name), [row for row in rows if row.page == name], parts=parts)


def own_pages(
    book: Handbook, prose: Prose, addresses: Addresses, document: Document, apart: frozenset[str]
) -> Iterator[SitePage]:
    """Yield the pages *document* has for itself."""
    rows = _rows(book, prose, addresses, document, apart) if apart else []
    for name in sorted(apart):
        mine = [row for row in rows if row.page == name]
        starts = range(0, len(mine), ROOM)
        for number, start in enumerate(starts, start=1):
            near = (number - 1, number + 1)
            around = [own_path(name, document.id, n) if 1 <= n <= len(starts) else None for n in near]
            path = own_path(name, document.id, number)
            yield _page(book, name, path, mine[start : start + ROOM], within=document.title, around=around)


def _documents(book: Handbook) -> tuple[Document, ...]:
    return (*book.regulations, *book.scripts)


def _sizes(document: Document) -> Counter[str]:
    if isinstance(document, ScriptFile):
        return Counter({"never-say": sum(len(situation.never) for situation in document.situations)})
    return tally(document)


def _rows(
    book: Handbook, prose: Prose, addresses: Addresses, document: Document, wanted: frozenset[str]
) -> list[FactRow]:
    if isinstance(document, Regulation):
        return regulation_rows(book, prose, addresses, document, wanted)
    return script_rows(book, prose, addresses, document) if "never-say" in wanted else []


def own_path(name: str, document: str, number: int = 1) -> str:
    """Return a document's own page; in the folder of the others, so that links are the same on both."""
    # An id has no dot, so no two documents can meet here.
    return fact_path(f"{name}-{document}" + (f".{number}" if number > 1 else ""))


def _page(
    book: Handbook,
    name: str,
    path: str,
    rows: list[FactRow],
    *,
    within: Text | None = None,
    parts: Sequence[tuple[Text, str, int]] = (),
    around: Sequence[str | None] = (None, None),
) -> SitePage:
    # A record is cited by the rules that ask for it, which do not say where it belongs.
    by_place = name != "records" and all(row.cited for row in rows)
    groups = list(_grouped(book, rows, by_place=by_place))
    roles = {role: None for row in rows for role in row.roles}
    html = render(
        "figures.html", path, name=name, home=fact_path(name), title=word(name), lead=word(f"{name}-lead"),
        columns=_COLUMNS[name], groups=groups, count=len(rows), within=within, parts=parts, around=around,
        role_word=word(_ROLE.get(name, "role")), group_word=word("theme" if any(row.themes for row in rows) else "part"), rule_name=rule_name, company=book.settings.company, book_title=_edition(book),
        roles=[(role, book.role_name(role)) for role in book.settings.roles if role in roles],
    )  # fmt: skip
    title = word(name)
    if within:
        title = Text(zh=f"{title.zh} · {within.either('zh')}", en=f"{title.en} · {within.either('en')}")
    return SitePage(
        path=path,
        title=title,
        html=html,
        toc=tuple(TocEntry(group.anchor, duo(group.title)) for group in groups),
        anchors=frozenset(group.anchor for group in groups),
        description=word(f"{name}-lead").either("zh"),
        # Search finds the article itself; the same sentence a second time would only push others down.
        searchable=False,
        scripts=SCRIPTS if groups else (),
        styles=STYLES,
    )


def _edition(book: Handbook) -> Text:
    title, edition = book.settings.title, book.settings.edition
    return Text(zh=f"{title.either('zh')} {edition} 版", en=f"{title.either('en')}, {edition}") if edition else title


def _grouped(book: Handbook, rows: Sequence[FactRow], *, by_place: bool) -> Iterator[Group]:
    """Yield *rows* by theme; of a handbook without themes by regulation, and of a single one by its chapters."""
    if by_place and not any(row.themes for row in rows):
        yield from _by_place(rows)
        return
    by_theme: dict[str, list[tuple[int, FactRow]]] = {}
    for number, row in enumerate(rows):
        by_theme.setdefault(row.themes[0] if row.themes else _OTHER, []).append((number, row))
    for theme in (*book.settings.themes, _OTHER):
        if theme in by_theme:
            title = word("other-themes") if theme == _OTHER else book.theme_name(theme)
            yield _group(theme, f"theme-{theme.strip('~')}", title, by_theme[theme])


def _by_place(rows: Sequence[FactRow]) -> Iterator[Group]:
    one = len({row.cited[0].within for row in rows}) == 1
    places: dict[Text, list[tuple[int, FactRow]]] = {}
    for number, row in enumerate(rows):
        within = row.cited[0].within
        places.setdefault((row.under or within) if one else within, []).append((number, row))
    for i, (title, found) in enumerate(places.items(), start=1):
        yield _group(f"~{i}", f"part-{i}", title, found)


def _group(theme: str, anchor: str, title: Text, rows: Iterable[tuple[int, FactRow]]) -> Group:
    found = tuple(sorted(rows, key=lambda line: line[1].rank))
    sources = Counter(row.cited[0].within for _, row in found if row.cited)
    return Group(theme, anchor, title, found, sources.most_common(1)[0][0] if sources else title)
