"""What a reader's own device needs to keep count of what was read: a mark for each passage, and its plain text.

A mark changes when what the passage's reader sees changes, and only then: renumbering, a new layout of the file or a
moved article leave it alone. It has a half for each language, so that a mended translation asks nobody to read again
who read the other text.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guizhang.model.acknowledged import WHOLE
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.passages import Passage, passages
from guizhang.model.regulation import HEADING_LEVELS, Place, Regulation
from guizhang.model.text import LANGS, Lang, Text
from guizhang.site import force, paths
from guizhang.site.amounts import Amount, applies, total
from guizhang.site.blocks import children, label_of
from guizhang.site.contents import numbered_title
from guizhang.site.page import SitePage
from guizhang.site.render import render
from guizhang.site.texts import Prose
from guizhang.site.words import word

PATH = "my-reading.html"
FOLDER = "assets/guizhang/reading"
"""The lists and texts the scripts ask for: ``complaints.js``, ``complaints/taking.js``."""
FRONT = "_"
"""Stands for a chapter where articles stand on the regulation's own page; no id has this character."""
STYLES = ("assets/guizhang/progress.css",)
SCRIPTS = ("assets/guizhang/progress.js", "assets/guizhang/practice-marks.js")
LIST_STYLES = (*STYLES, "assets/guizhang/progress-lists.css")
LIST_SCRIPTS = (*SCRIPTS, "assets/guizhang/progress-lists.js")


@dataclass(frozen=True, slots=True)
class Article:
    """An article, or another passage, as a reading list has it."""

    id: str
    mark: str
    """Eight characters, four for each language: the start of a SHA-256 in base64 (RFC 4648, section 5)."""
    amount: Amount
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
    """Changes with lists and texts, so that a browser asks for them anew then, and only then."""

    @property
    def scripts(self) -> tuple[str, ...]:
        """What the regulation's pages need."""
        return SCRIPTS if self.marks else ()

    @property
    def styles(self) -> tuple[str, ...]:
        """Style sheets likewise."""
        return STYLES if self.marks else ()

    def on(self, chapter: str | None) -> bool:
        """Tell whether there is anything to mark on the page of *chapter*; ``None`` is the regulation's own."""
        return any(known.id == (chapter or FRONT) for known in self.chapters)

    def whole(self, chapter: str | None) -> str | None:
        """Return the address under which the text of that page is marked as one; ``None`` where its provisions are."""
        address = f"{self.regulation}/{chapter or FRONT}"
        return address if address in self.marks else None

    def roles(self, chapter: str | None) -> tuple[str, ...]:
        """Return the roles the page of *chapter* is for; none means everyone."""
        own = [a.roles for known in self.chapters if known.id == (chapter or FRONT) for a in known.articles]
        return tuple(sorted({role for roles in own for role in roles})) if all(own) else ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a reading list: a role, or a regulation with the version of its list."""

    id: str
    title: Text
    path: str
    amount: Amount
    version: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What is left of a chapter without its texts: small enough to keep for every chapter of a large handbook."""

    chapter: str
    title: Text
    path: str
    amounts: tuple[tuple[tuple[str, ...], Amount], ...]
    """For each set of roles that occurs, in printed order of its first article; no roles means everyone."""

    def amount(self, role: str | None = None) -> Amount:
        """Return how much of the chapter applies to *role*; without one, how much there is."""
        return total(amount for roles, amount in self.amounts if role is None or applies(roles, role))


@dataclass(frozen=True, slots=True)
class Tallies:
    """How much a regulation has to read, chapter by chapter in printed order."""

    regulation: str
    title: Text
    version: str
    """That of its list."""
    chapters: tuple[Tally, ...]

    def amount(self, role: str | None = None) -> Amount:
        """Return how much of the regulation applies to *role*; without one, how much there is."""
        return total(chapter.amount(role) for chapter in self.chapters)


def reading(handbook: str, prose: Prose, regulation: Regulation) -> Reading:
    """Return what there is to mark in *regulation*.

    Args:
        handbook: What `handbook_key` says.
        prose: Renders its texts.
        regulation: As published.
    """
    pages: dict[str, tuple[Text, str, list[Article]]] = {}
    for passage in passages(regulation):
        page = passage.chapter
        name = (page.node.id if page else None) or FRONT
        if name not in pages:
            title = regulation.title if page is None else numbered_title(prose, page)
            pages[name] = (title, _path(regulation, name), [])
        pages[name][2].append(_article(prose, passage, *pages[name][:2]))
    found = tuple(Chapter(name, title, path, tuple(own)) for name, (title, path, own) in pages.items())
    marks = {f"{regulation.id}/{a.id}": a.mark for chapter in found for a in chapter.articles}
    return Reading(handbook, regulation.id, regulation.title, found, marks, _version(found))


def _article(prose: Prose, passage: Passage, page: Text, path: str) -> Article:
    """Return *passage*, which stands on the page *path*, as a reading list has it."""
    place = passage.provision
    read = tuple(_passages(prose, place) if place else _own_texts(prose, passage.loose))
    lines = tuple(text for text, _ in read)
    characters = sum(len(line.either("zh")) for line in lines)
    english = sum(line.either("en").count(" ") + 1 for line in lines)
    return Article(
        id=passage.id or FRONT,
        mark="".join(_half(read, lang) for lang in LANGS),
        amount=Amount(passage.rules, characters, english, f"{path}#{paths.anchor_of(place)}" if place else path),
        roles=tuple(sorted(passage.roles)),
        label=label_of(place) if place else page,
        lines=lines,
        titled=place is not None and place.node.title is not None,
    )


def tallies(read: Reading) -> Tallies:
    """Return how much each chapter has for whom."""
    out = []
    for chapter in read.chapters:
        amounts: dict[tuple[str, ...], Amount] = {}
        for a in chapter.articles:
            amounts[a.roles] = amounts.get(a.roles, Amount()) + a.amount
        out.append(Tally(chapter.id, chapter.title, chapter.path, tuple(amounts.items())))
    return Tallies(read.regulation, read.title, read.version, tuple(out))


def assets(read: Reading) -> dict[str, bytes]:
    """Return the scripts for one regulation: its list, and the texts of each chapter.

    Scripts, because ``fetch`` does not run from ``file://``. A page asks for the list once its reader has marked
    something in this regulation, and for a chapter's texts when something there is marked or has changed.
    """
    if not read.chapters:
        return {}
    who = sorted({a.roles for chapter in read.chapters for a in chapter.articles})
    rows = [
        [chapter.id, [[a.id, a.mark, *a.amount.seconds, who.index(a.roles), a.amount.rules] for a in chapter.articles]]
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


def page(book: Handbook, found: Sequence[Tallies], practice: str = "") -> SitePage:
    """Return the page a reader's own marks stand on.

    Args:
        book: The published handbook.
        found: What there is to read in its regulations, in reading order.
        practice: Version of the questions that practice asks.
    """
    settings = book.settings
    rules = [tallies for tallies in found if tallies.chapters]
    people = [
        Line(role_id, role.name, paths.role_path(role_id), total(tallies.amount(role_id) for tallies in rules))
        for role_id, role in settings.roles.items()
    ]
    html = render(
        "my_reading.html", PATH, practice=practice, handbook=handbook_key(settings), title=settings.title, edition=settings.edition or "",
        everything=total(tallies.amount() for tallies in rules), people=people,
        acknowledge=paths.acknowledge_path(WHOLE) if settings.acknowledgement else None,
        rules=[Line(t.regulation, t.title, paths.regulation_path(t.regulation), t.amount(), t.version) for t in rules],
        editions={regulation.id: book.edition_at(regulation.id) for regulation in book.regulations},
    )  # fmt: skip
    scripts = (*force.SCRIPTS, *LIST_SCRIPTS, "assets/guizhang/practice-known.js")
    return SitePage(
        PATH, word("my-reading"), html, searchable=False, scripts=scripts, styles=(*force.STYLES, *LIST_STYLES)
    )


def _passages(prose: Prose, place: Place) -> Iterator[tuple[Text, Lang | None]]:
    """Yield every text of *place* and below it with the language in which it is out of date."""
    yield from _own_texts(prose, (place,))
    for child in children(place):
        yield from _passages(prose, child)


def _own_texts(prose: Prose, places: Iterable[Place]) -> Iterator[tuple[Text, Lang | None]]:
    """Yield the texts of *places* likewise, and not those below."""
    for place in places:
        stale = prose.stale(place)
        # The title of a chapter is the page's.
        title = None if place.node.level in HEADING_LEVELS else place.node.title
        for text in (title, place.node.text):
            if text is not None:
                yield prose.words(text, place), stale


def _half(passages: Iterable[tuple[Text, Lang | None]], lang: Lang) -> str:
    # A reader sees the other language where one is missing, and a note where it is out of date.
    seen = "\n".join(" ".join(text.either(lang).split()) + "\t" * (stale == lang) for text, stale in passages)
    return base64.urlsafe_b64encode(hashlib.sha256(seen.encode()).digest()[:3]).decode()


def _version(found: Iterable[Chapter]) -> str:
    said = [
        (chapter.id, chapter.title.zh, chapter.title.en, a.id, a.mark, a.roles, a.amount.rules, a.label.zh if a.label else None)
        for chapter in found
        for a in chapter.articles
    ]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:8]


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
