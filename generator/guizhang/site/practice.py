"""The practice page, and the questions it asks: one script for each document, so that rule pages carry none of them.

Only items of the pool ``practice`` come here, and only as `Practice`: what an exam asks is unknown to the site.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guizhang.model.etiquette import EtiquetteFile
from guizhang.model.handbook import Handbook
from guizhang.model.item import ItemType
from guizhang.model.practice import Practice, PracticeItem
from guizhang.model.record import Record
from guizhang.model.regulation import Regulation
from guizhang.model.script import ScriptFile
from guizhang.model.text import LANGS, Lang, Text
from guizhang.site import paths, progress
from guizhang.site.blocks import cited_as, concerned, title_of
from guizhang.site.page import SitePage, TocEntry
from guizhang.site.paths import Addresses
from guizhang.site.practice_questions import blueprint_view, both, day_number, item_view
from guizhang.site.practice_words import PRACTICE_WORDS
from guizhang.site.render import render
from guizhang.site.texts import Prose, duo
from guizhang.site.words import word

PATH = "practice.html"
FOLDER = "assets/guizhang/practice"
"""The questions the scripts ask for: ``complaints.js``; ``_.js`` has what the page needs to know of all."""
INDEX = "_"
STYLES = ("assets/guizhang/practise.css",)
MARKS = ("assets/guizhang/practice-marks.js",)
"""What a page needs to show which rules its reader knows."""
SCRIPTS = (
    *MARKS,
    *(
        f"assets/guizhang/practice-{part}.js"
        for part in (
            "fsrs",
            "store",
            "pick",
            "score",
            "check",
            "order",
            "ask",
            "verdict",
            "running",
            "exam",
            "home",
            "keep",
        )
    ),
)


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of the practice page: key of the round, name, number of questions."""

    title: Text
    rows: tuple[tuple[str, Text, Asked], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """How many questions a row leads to."""

    n: int
    later: str
    """How many of them are asked only from which day on: ``21000 3 21365 1``."""

    @classmethod
    def of(cls, items: Iterable[PracticeItem]) -> Asked:
        """Return the count of *items*."""
        found = Counter(day_number(item.since) if item.since is not None else 0 for item in items)
        later = " ".join(f"{day} {n}" for day, n in sorted(found.items()) if day)
        return cls(found.total(), later)


class Practising:
    """The questions of one handbook, document by document."""

    def __init__(self, book: Handbook, prose: Prose, addresses: Addresses, practice: Practice) -> None:
        """Take the published handbook and what may be practised; an item about nothing on the site is left out."""
        self._book = book
        self._prose = prose
        self._addresses = addresses
        self._blueprints = practice.blueprints
        self.documents: dict[str, list[PracticeItem]] = {}
        for item in practice.items:
            if item.cites and item.cites[0] in addresses.targets:
                self.documents.setdefault(item.cites[0].partition("/")[0], []).append(item)

    @property
    def items(self) -> Iterator[PracticeItem]:
        """Every item, by document."""
        return (item for items in self.documents.values() for item in items)

    def texts(self) -> Iterator[str]:
        """Yield the Chinese of all questions, so that what converts it knows its words."""
        yield from (data.decode() for data in self.scripts.values())

    @cached_property
    def scripts(self) -> Mapping[str, bytes]:
        """Path on the site -> script with the questions of one document, and that of the index."""
        out = {f"{FOLDER}/{name}.js": _script(name, self._document(items)) for name, items in self.documents.items()}
        if out:
            out[f"{FOLDER}/{INDEX}.js"] = _script(INDEX, self._index())
        return out

    @cached_property
    def version(self) -> str:
        """Changes with the questions, so that browsers ask for them anew then, and only then."""
        digest = hashlib.sha256()
        for data in self.scripts.values():
            digest.update(data)
        return digest.hexdigest()[:8]

    def page(self) -> SitePage:
        """Return the practice page."""
        book = self._book
        settings = book.settings
        items = tuple(self.items)
        themes: dict[str, list[PracticeItem]] = {}
        for item in items:
            themes.setdefault(item.questions[0].themes[0], []).append(item)
        # Of a handbook without themes each regulation is its own, and they are listed as regulations.
        if settings.themes.keys().isdisjoint(themes):
            themes = {}
        roles = [
            (key, role.name, Asked.of(item for item in items if _for(item, key)))
            for key, role in settings.roles.items()
        ]
        lists = [
            ("role", Rows(word("practise-roles"), tuple(row for row in roles if row[2].n))),
            (
                "theme",
                Rows(word("practise-themes"), tuple((t, book.theme_name(t), Asked.of(own)) for t, own in sorted(themes.items()))),
            ),
            (
                "document",
                Rows(
                    word("practise-documents"),
                    tuple((name, self._title(name), Asked.of(own)) for name, own in self.documents.items()),
                ),
            ),
        ]
        html = render(
            "practice.html", PATH, handbook=progress.handbook_key(settings), lists=lists, items=items,
            version=self.version, title=settings.title, edition=settings.edition or "",
            names=sorted(PRACTICE_WORDS),
            exams=[(b.id, b.title, sum(s.count for s in b.sections), b.limit_minutes) for b in self._blueprints],
        )  # fmt: skip
        heads = [(f"practise-by-{kind}", rows.title) for kind, rows in lists if rows.rows] if items else []
        if items and self._blueprints:
            heads.append(("practise-exams", word("practise-exams")))
        return SitePage(
            PATH,
            word("practise"),
            html,
            tuple(TocEntry(anchor, duo(text)) for anchor, text in heads),
            frozenset(anchor for anchor, _ in heads),
            searchable=False,
            scripts=SCRIPTS,
            styles=STYLES,
        )

    def _document(self, items: Sequence[PracticeItem]) -> dict[str, Any]:
        known = self._addresses.targets
        places = {address: self._place(address) for item in items for address in item.cites if address in known}
        return {"places": places, "items": [item_view(item) for item in items]}

    def _place(self, address: str) -> dict[str, Any]:
        """Return how a rule is called, where it stands, and whom it binds."""
        name, target = self._title(address), self._addresses.targets[address]
        own: dict[str, Any] = {"name": both(name), "at": target}
        place = self._book.provisions.get(address)
        if place is not None:
            label, title = cited_as(place), title_of(self._prose, place)
            own["name"] = [_called(place.regulation.title, label, title, lang) for lang in LANGS]
            page = paths.page_node(place)
            own["chapter"] = page.id if page is not None and page.id else progress.FRONT
            if who := sorted(concerned(place)):
                own["roles"] = who
        return own

    def _title(self, address: str) -> Text:
        """Return the title of a document, a situation, a point or a term."""
        book = self._book
        if address in book.situations:
            return book.situations[address][1].title
        if address in book.terms:
            return book.terms[address].term
        document = address.partition("/")[0]
        if document == "glossary":
            return word("glossary")
        known: tuple[Regulation | ScriptFile | EtiquetteFile | Record, ...]
        known = (*book.regulations, *book.scripts, *book.etiquette, *book.records)
        return next((one.title for one in known if one.id == document), Text(zh=address, en=address))

    def _index(self) -> dict[str, Any]:
        """Return what there is in each document: chooses the scripts to load before any is loaded."""
        documents = {}
        for name, items in self.documents.items():
            kinds = Counter(q.type.value for item in items for q in item.questions[:1] if q.case is None)
            kinds[ItemType.CASE.value] = sum(item.questions[0].case is not None for item in items)
            documents[name] = {
                "n": len(items),
                "themes": dict(sorted(Counter(item.questions[0].themes[0] for item in items).items())),
                "roles": sorted({role for item in items for role in item.applies_to}),
                "all": int(any(not item.applies_to for item in items)),
                "types": sorted(kind for kind, n in kinds.items() if n),
            }
        return {"documents": documents, "exams": {b.id: blueprint_view(b) for b in self._blueprints}}


def _for(item: PracticeItem, role: str) -> bool:
    return not item.applies_to or role in item.applies_to


def _called(regulation: Text, label: Text | None, title: Text | None, lang: Lang) -> str:
    """Return what a rule is called in a link to it: 《投诉处理规定》第五条 首次回复."""
    within = regulation.either(lang)
    if lang == "zh" and not within.startswith("《"):
        within = f"《{within}》"
    parts = [text.either(lang) for text in (label, title) if text]
    return within + " ".join(parts) if lang == "zh" else ", ".join((within, *parts))


def _script(name: str, value: object) -> bytes:
    table = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A script may not hold these two as they are; JSON may.
    table = table.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"guizhangPractice({json.dumps(name)},{table});\n".encode()
