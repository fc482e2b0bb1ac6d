"""What a reader's own device needs to keep count of what was read: a mark for each article, and its plain text.

A mark changes when what the article's reader sees changes, and only then: renumbering, a new layout of the file or a
moved article leave it alone. It has a half for each language, so that a mended translation asks nobody to read again
who read the other text.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import HEADING_LEVELS, Place, Regulation
from guizhang.model.text import LANGS, Lang, Text
from guizhang.site import paths
from guizhang.site.blocks import children, concerned, heads_a_block, label_of, top
from guizhang.site.page import SitePage
from guizhang.site.regulations import numbered_title
from guizhang.site.render import render
from guizhang.site.texts import Prose
from guizhang.site.words import word

PATH = "my-reading.html"
FOLDER = "assets/guizhang/reading"
"""The lists and texts the scripts ask for: ``complaints.js``, ``complaints/taking.js``."""
FRONT = "_"
"""Stands for a chapter where articles stand on the regulation's own page; no id has this character."""
STYLES = ("assets/guizhang/progress.css",)
SCRIPTS = ("assets/guizhang/progress.js",)
LIST_STYLES = (*STYLES, "assets/guizhang/progress-lists.css")
LIST_SCRIPTS = (*SCRIPTS, "assets/guizhang/progress-lists.js")

_CHARACTERS_A_SECOND = 400 / 60
"""Reading speed of Chinese for understanding; surveys give 300 to 500 characters a minute for adults."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a reading list has it."""

    id: str
    mark: str
    """Eight characters, four for each language: the start of a SHA-256 in base64 (RFC 4648, section 5)."""
    seconds: int
    roles: tuple[str, ...]
    """Whom it, or a clause of it, applies to; none means everyone."""
    label: Text | None
    lines: tuple[Text, ...]
    """Titles, paragraphs and items with their figures printed, without labels."""
    titled: bool
    """Whether the first line is the article's title."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The articles of one page."""

    id: str
    title: Text
    path: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What there is to mark in one regulation, page by page in printed order; pages without articles are left out."""

    handbook: str
    """What keeps the marks of several handbooks on one host apart."""
    regulation: str
    title: Text
    chapters: tuple[Chapter, ...]
    marks: Mapping[str, str]
    """Address -> mark, for ``data-address`` and ``data-mark`` on the article's element."""
    version: str
    """Changes with any mark, so that a browser asks anew for lists and texts that changed, and only then."""

    @property
    def scripts(self) -> tuple[str, ...]:
        """What the regulation's pages need."""
        return SCRIPTS if self.marks else ()

    @property
    def styles(self) -> tuple[str, ...]:
        """Style sheets likewise."""
        return STYLES if self.marks else ()

    def on(self, chapter: str | None) -> bool:
        """Tell whether articles stand on the page of *chapter*; ``None`` is the regulation's own."""
        return any(known.id == (chapter or FRONT) for known in self.chapters)


@dataclass(frozen=True, slots=True)
class Count:
    """How much of something there is to read."""

    articles: int
    seconds: int
    first: str
    """Where it begins; empty when there is nothing."""

    @property
    def words(self) -> Text:
        """How much that is, in words."""
        minutes = max(1, round(self.seconds / 60))
        articles = "article" if self.articles == 1 else "articles"
        return Text(zh=f"{self.articles} 条，约 {minutes} 分钟", en=f"{self.articles} {articles}, about {minutes} min")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a reading list: a role, or a regulation with the version of its list."""

    id: str
    title: Text
    path: str
    count: Count
    version: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What is left of a chapter without its texts: small enough to keep for every chapter of a large handbook."""

    chapter: str
    title: Text
    path: str
    groups: tuple[tuple[tuple[str, ...], Count], ...]
    """For each set of roles that occurs, in printed order of its first article."""

    def count(self, role: str | None = None) -> Count:
        """Return how much of the chapter applies to *role*; without one, how much there is."""
        return total(count for roles, count in self.groups if role is None or not roles or role in roles)


@dataclass(frozen=True, slots=True)
class Tallies:
    """How much a regulation has to read, chapter by chapter in printed order."""

    regulation: str
    version: str
    """That of its list."""
    chapters: tuple[Tally, ...]

    def count(self, role: str | None = None) -> Count:
        """Return how much of the regulation applies to *role*; without one, how much there is."""
        return total(chapter.count(role) for chapter in self.chapters)


def total(counts: Iterable[Count]) -> Count:
    """Return several counts as one, which begins where the first begins."""
    found = [count for count in counts if count.articles]
    first = found[0].first if found else ""
    return Count(sum(c.articles for c in found), sum(c.seconds for c in found), first)


def reading(handbook: str, prose: Prose, regulation: Regulation) -> Reading:
    """Return what there is to mark in *regulation*.

    Args:
        handbook: What `handbook_key` says.
        prose: Renders its texts.
        regulation: As published.
    """
    pages: dict[str, tuple[Text, str, list[Article]]] = {}
    for page, place in _articles(top(regulation), None):
        if place.node.id is None:
            continue
        name = page.node.id if page is not None and page.node.id else FRONT
        if name not in pages:
            title = regulation.title if page is None else numbered_title(prose, page)
            pages[name] = (title, _path(regulation, name), [])
        pages[name][2].append(article(prose, place))
    found = tuple(Chapter(name, title, path, tuple(articles)) for name, (title, path, articles) in pages.items())
    marks = {f"{regulation.id}/{a.id}": a.mark for chapter in found for a in chapter.articles}
    version = hashlib.sha256(" ".join(marks.values()).encode()).hexdigest()[:8]
    return Reading(handbook, regulation.id, regulation.title, found, marks, version)


def article(prose: Prose, place: Place) -> Article:
    """Return *place* as a reading list has it."""
    passages = tuple(_passages(prose, place))
    lines = tuple(text for text, _ in passages)
    return Article(
        id=place.node.id or "",
        mark="".join(_half(passages, lang) for lang in LANGS),
        seconds=round(sum(len(line.either("zh")) for line in lines) / _CHARACTERS_A_SECOND),
        roles=tuple(sorted(concerned(place))),
        label=label_of(place),
        lines=lines,
        titled=place.node.title is not None,
    )


def tallies(read: Reading) -> Tallies:
    """Return how much each chapter has for whom."""
    out = []
    for chapter in read.chapters:
        groups: dict[tuple[str, ...], list[Count]] = {}
        for a in chapter.articles:
            groups.setdefault(a.roles, []).append(Count(1, a.seconds, f"{chapter.path}#{a.id}"))
        counted = tuple((roles, total(counts)) for roles, counts in groups.items())
        out.append(Tally(chapter.id, chapter.title, chapter.path, counted))
    return Tallies(read.regulation, read.version, tuple(out))


def assets(read: Reading) -> dict[str, bytes]:
    """Return the scripts for one regulation: its list, and the texts of each chapter.

    Scripts, because ``fetch`` does not run from ``file://``. A page asks for the list once its reader has marked
    something in this regulation, and for a chapter's texts when something there is marked or has changed.
    """
    if not read.chapters:
        return {}
    who = sorted({a.roles for chapter in read.chapters for a in chapter.articles})
    rows = [
        [chapter.id, [[a.id, a.mark, a.seconds, who.index(a.roles)] for a in chapter.articles]]
        for chapter in read.chapters
    ]
    out = {f"{FOLDER}/{read.regulation}.js": _script(read.regulation, {"who": who, "chapters": rows})}
    for chapter in read.chapters:
        name = f"{read.regulation}/{chapter.id}"
        where = [" · ".join(dict.fromkeys((chapter.title.either(lang), read.title.either(lang)))) for lang in LANGS]
        texts = {"title": where, "articles": {a.id: _text(a) for a in chapter.articles}}
        out[f"{FOLDER}/{name}.js"] = _script(name, texts)
    return out


def handbook_key(settings: Settings) -> str:
    """Return what keeps the marks of several handbooks on one host apart; its editions share them."""
    named = f"{settings.company.either('zh')}\n{settings.title.either('zh')}"
    return hashlib.sha256(named.encode()).hexdigest()[:6]


def page(book: Handbook, found: Iterable[Tallies]) -> SitePage:
    """Return the page a reader's own marks stand on.

    Args:
        book: The published handbook.
        found: What there is to read in each of its regulations.
    """
    settings = book.settings
    by_id = {tallies.regulation: tallies for tallies in found if tallies.chapters}
    rules = [(regulation, by_id[regulation.id]) for regulation in book.regulations if regulation.id in by_id]
    people = [
        Line(role_id, role.name, paths.role_path(role_id), total(tallies.count(role_id) for _, tallies in rules))
        for role_id, role in settings.roles.items()
    ]
    html = render(
        "my_reading.html", PATH, handbook=handbook_key(settings), title=settings.title, edition=settings.edition or "",
        everything=total(tallies.count() for _, tallies in rules), people=people,
        rules=[Line(r.id, r.title, paths.regulation_path(r.id), t.count(), t.version) for r, t in rules],
    )  # fmt: skip
    return SitePage(PATH, word("my-reading"), html, searchable=False, scripts=LIST_SCRIPTS, styles=LIST_STYLES)


def _articles(places: Iterable[Place], page: Place | None) -> Iterator[tuple[Place | None, Place]]:
    """Yield each article with the chapter on whose page it stands, as the pages show them."""
    for place in places:
        if heads_a_block(place):
            yield page, place
        elif place.node.level in HEADING_LEVELS:
            yield from _articles(children(place), place if paths.makes_page(place.node) else page)


def _passages(prose: Prose, place: Place) -> Iterator[tuple[Text, Lang | None]]:
    """Yield every text of *place* and below it with the language in which it is out of date."""
    stale = prose.stale(place)
    for text in (place.node.title, place.node.text):
        if text is not None:
            yield prose.words(text, place), stale
    for child in children(place):
        yield from _passages(prose, child)


def _half(passages: Iterable[tuple[Text, Lang | None]], lang: Lang) -> str:
    # A reader sees the other language where one is missing, and a note where it is out of date.
    seen = "\n".join(" ".join(text.either(lang).split()) + "\t" * (stale == lang) for text, stale in passages)
    return base64.urlsafe_b64encode(hashlib.sha256(seen.encode()).digest()[:3]).decode()


def _path(regulation: Regulation, name: str) -> str:
    return paths.regulation_path(regulation.id) if name == FRONT else paths.chapter_path(regulation.id, name)


def _text(a: Article) -> dict[str, object]:
    found: dict[str, object] = {"mark": a.mark, "titled": int(a.titled)}
    if a.label:
        found["label"] = _both(a.label)
    # A missing translation is null: the reader saw the other text in its place.
    return found | {lang: [line.get(lang) for line in a.lines] for lang in LANGS}


def _both(text: Text) -> list[str]:
    return [text.either(lang) for lang in LANGS]


def _script(name: str, value: object) -> bytes:
    table = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"guizhangReading({json.dumps(name)},{table});\n".encode()
