"""The pages of what changed from edition to edition, made from the records under ``content/editions/``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from guizhang.editions.pieces import Op, pieces
from guizhang.editions.plain import bare
from guizhang.editions.words import ASPECTS, TURNS
from guizhang.model.edition import Aspect, EditionRecord, RecordedChange, RecordedLine, Subject
from guizhang.model.handbook import Handbook
from guizhang.model.quantity import CalendarDate
from guizhang.model.text import LANGS, Lang, Text
from guizhang.model.wording import print_date
from guizhang.site.page import NavEntry, SitePage, TocEntry
from guizhang.site.paths import Addresses
from guizhang.site.render import render
from guizhang.site.texts import Pair, duo
from guizhang.site.words import word

CHANGES = "changes.html"
STYLES = ("assets/guizhang/changes.css",)
ROOM = 24_000
"""Characters of changed text on one page; an edition with more goes on on the next."""
_COUNTED = (
    Aspect.ADDED, Aspect.REMOVED, Aspect.STRENGTH, Aspect.FIGURES, Aspect.WORDING, Aspect.TRANSLATION, Aspect.MOVED,
    Aspect.RENUMBERED,
)  # fmt: skip
_QUIET = frozenset({Aspect.RENUMBERED, Aspect.RENAMED})
_TAGS: dict[Op, str] = {"out": "del", "in": "ins"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as a page shows it."""

    change: RecordedChange
    anchor: str
    target: str | None
    """Where the rule stands now; ``None`` where it is gone."""
    tags: tuple[Text, ...]
    """How it changed, in words."""

    @property
    def remarks(self) -> tuple[Text, ...]:
        """What else there is to say of it: where it stood, what is noted about it, and the language left as it was."""
        was, stayed = self.change.was_place, _stayed(self.change)
        moved = (_together(word("moved-from"), was),) if was is not None else ()
        return (*moved, *self.change.remarks, *((word(f"{stayed}-stayed"),) if stayed else ()))

    @property
    def lines(self) -> Iterator[Pair]:
        """Its changed paragraphs; worked out where they are shown."""
        return map(line_of, self.change.lines)


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one document on one page."""

    title: Text
    version: str | None
    """Version of the regulation in this edition."""
    anchor: str
    entries: tuple[Entry, ...]
    quiet: tuple[Entry, ...]
    """Those that only have another number."""


def edition_path(edition: str, page: int = 1) -> str:
    """Return a page of an edition; the first says what it is about."""
    return f"changes/{edition}.html" if page == 1 else f"changes/{edition}/{page}.html"


def entries_of(record: EditionRecord, addresses: Addresses) -> tuple[tuple[str, Entry], ...]:
    """Return every change of an edition with the page it stands on."""
    return tuple(
        (edition_path(record.id, number), entry)
        for number, entries in enumerate(_chunks(record, addresses), 1)
        for entry in entries
    )


def navigation(book: Handbook) -> tuple[NavEntry, ...]:
    """Return the line of the sidebar; none where no edition is recorded."""
    return (NavEntry(word("changes"), CHANGES),) if book.editions else ()


def pages(book: Handbook, addresses: Addresses) -> list[SitePage]:
    """Return the list of editions and the pages of each; none where no edition is recorded.

    Args:
        book: The published handbook.
        addresses: Where its rules stand.
    """
    if not book.editions:
        return []
    newest_first = tuple(reversed(book.editions))
    html = render("changes.html", CHANGES, editions=[(e, edition_path(e.id), *_about(e)) for e in newest_first])
    out = [SitePage(CHANGES, word("changes"), html, styles=STYLES, searchable=False)]
    for record in newest_first:
        out += _edition_pages(record, addresses)
    return out


def marked(was: str, now: str) -> Markup:
    """Return how one text became another, with what went and what came marked."""
    return Markup("").join(
        escape(piece.text) if piece.op == "same" else Markup("<{0}>{1}</{0}>").format(_TAGS[piece.op], piece.text)
        for piece in pieces(was, now)
    )


def line_of(line: RecordedLine) -> Pair:
    """Return a changed paragraph as both languages show it."""
    halves: dict[Lang, Markup | None] = {}
    for lang in LANGS:
        was, now = ((side.get(lang) or "" if side is not None else "") for side in (line.was, line.now))
        halves[lang] = marked(was, now) if was or now else None
    return Pair(halves["zh"], halves["en"])


def tags_of(change: RecordedChange) -> tuple[Text, ...]:
    """Return how something changed, in words; which way it binds first."""
    turns = [TURNS[turn] for turn in dict.fromkeys(change.turns)]
    words = [ASPECTS[a] for a in change.aspects if a not in (Aspect.STRENGTH, Aspect.RENAMED, Aspect.SCOPE)]
    return tuple(Text(zh=message.zh, en=message.en) for message in (*turns, *words))


def _together(lead: Text, what: Text) -> Text:
    return Text(zh=f"{lead.zh}{what.either('zh')}", en=f"{lead.en} {what.either('en')}")


def _stayed(change: RecordedChange) -> Lang | None:
    """Return the language whose words stayed where those of the other were changed; ``None`` where both were, or neither."""
    if Aspect.WORDING not in change.aspects:
        return None
    stayed = set()
    for line in change.lines:
        if line.was is not None and line.now is not None:
            texts = {lang: (line.was.get(lang), line.now.get(lang)) for lang in LANGS}
            same = [lang for lang, (was, now) in texts.items() if was and was == now]
            other = [lang for lang, (was, now) in texts.items() if was and now and bare(was) != bare(now)]
            stayed |= set(same) if other else set()
    return stayed.pop() if len(stayed) == 1 else None


def edition_name(record: EditionRecord) -> Text:
    """Return 2027.1 版 / Edition 2027.1."""
    return Text(zh=f"{record.id} 版", en=f"Edition {record.id}")


def _edition_pages(record: EditionRecord, addresses: Addresses) -> Iterator[SitePage]:
    chunks = _chunks(record, addresses)
    turned = [entry for entries in chunks for entry in entries if entry.change.turns]
    where = {entry.anchor: edition_path(record.id, n) for n, entries in enumerate(chunks, 1) for entry in entries}
    title, (dates, counts) = edition_name(record), _about(record)
    for number, entries in enumerate(chunks, 1):
        path = edition_path(record.id, number)
        groups = _groups(record, entries, number)
        html = render(
            "edition.html", path, title=title, dates=dates, counts=counts, record=record, groups=groups,
            turned=[(entry, where[entry.anchor]) for entry in turned] if number == 1 else [],
            contents=_contents(record, chunks) if number == 1 and len(chunks) > 1 else [],
            previous=edition_path(record.id, number - 1) if number > 1 else None,
            next=edition_path(record.id, number + 1) if number < len(chunks) else None,
        )  # fmt: skip
        yield SitePage(
            path,
            title,
            html,
            tuple(TocEntry(group.anchor, duo(group.title)) for group in groups),
            frozenset(group.anchor for group in groups) | {entry.anchor for entry in entries},
            title.either("zh"),
            searchable=False,
            styles=STYLES,
        )


def _contents(record: EditionRecord, chunks: Sequence[Sequence[Entry]]) -> list[tuple[Text, str]]:
    """Return the documents an edition changed and where each begins, for an edition of several pages."""
    found: dict[str, tuple[Text, str]] = {}
    for number, entries in enumerate(chunks, 1):
        for group in _groups(record, entries, number):
            found.setdefault(str(group.title), (group.title, f"{edition_path(record.id, number)}#{group.anchor}"))
    return list(found.values())


def _chunks(record: EditionRecord, addresses: Addresses) -> list[list[Entry]]:
    """Return the changes of an edition page by page."""
    chunks: list[list[Entry]] = [[]]
    room = ROOM
    for number, change in enumerate(_by_document(record.changes), 1):
        size = 60 + sum(
            len(side.either(lang)) for line in change.lines for side in (line.was, line.now) if side for lang in LANGS
        )
        if size > room and chunks[-1]:
            chunks.append([])
            room = ROOM
        room -= size
        target = addresses.get(change.address) if change.address else None
        chunks[-1].append(Entry(change, f"gz-c{number}", target, tags_of(change)))
    return chunks


def _by_document(changes: Sequence[RecordedChange]) -> list[RecordedChange]:
    """Return the changes with those of one document together, rules first."""
    rank: dict[tuple[bool, str], int] = {}
    for change in changes:
        rank.setdefault(_document(change), len(rank))
    return sorted(changes, key=lambda change: (_document(change)[0], rank[_document(change)]))


def _document(change: RecordedChange) -> tuple[bool, str]:
    """Return whether something is no rule, and the document it stands in; records and terms stand together."""
    rules = change.subject in (Subject.REGULATION, Subject.HEADING, Subject.PROVISION)
    if change.subject in (Subject.RECORD, Subject.TERM):
        return True, change.subject
    return not rules, (change.address or change.was_address or "").partition("/")[0]


def _groups(record: EditionRecord, entries: Sequence[Entry], page: int) -> list[Group]:
    together: dict[tuple[bool, str], list[Entry]] = {}
    for entry in entries:
        together.setdefault(_document(entry.change), []).append(entry)
    return [
        Group(
            _group_title(inside),
            record.regulations.get(document) if not beside else None,
            f"gz-d{page}-{number}",
            tuple(entry for entry in inside if not _QUIET.issuperset(entry.change.aspects)),
            tuple(entry for entry in inside if _QUIET.issuperset(entry.change.aspects) and entry.change.was_name),
        )
        for number, ((beside, document), inside) in enumerate(together.items(), 1)
    ]


def _group_title(entries: Sequence[Entry]) -> Text:
    first = entries[0].change
    if first.subject in (Subject.RECORD, Subject.TERM):
        return word("records" if first.subject is Subject.RECORD else "glossary")
    for entry in entries:
        change = entry.change
        if "/" not in (change.address or change.was_address or ""):
            return change.name
    if first.place is None:
        return first.name
    return Text(**{lang: first.place.either(lang).partition(" · ")[0] for lang in LANGS})


def _about(record: EditionRecord) -> tuple[Text, Text]:
    """Return the dates of an edition, and how much it changed."""
    issued = CalendarDate.parse(record.issued.isoformat())
    zh, en = f"{print_date(issued, 'zh')}发布", f"issued on {print_date(issued, 'en')}"
    if record.effective is not None:
        effective = CalendarDate.parse(record.effective.isoformat())
        zh, en = f"{zh}，{print_date(effective, 'zh')}起施行", f"{en}, in force from {print_date(effective, 'en')}"
    counted = [(ASPECTS[aspect], sum(aspect in change.aspects for change in record.changes)) for aspect in _COUNTED]
    zh_counts = "、".join(f"{name.zh} {count} 处" for name, count in counted if count)
    en_counts = ", ".join(f"{name.en} {count}" for name, count in counted if count)
    counts = Text(
        zh=f"改动：{zh_counts}" if zh_counts else "没有改动",
        en=f"Changes: {en_counts}" if en_counts else "Nothing changed",
    )
    return Text(zh=zh, en=en[0].upper() + en[1:]), counts
