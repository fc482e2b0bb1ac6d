"""The pages beside the rules: scripts, etiquette, records, glossary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count

from markupsafe import Markup

from guizhang.model.etiquette import EtiquetteFile, EtiquettePoint
from guizhang.model.glossary import Forms, Glossary, Term
from guizhang.model.handbook import Handbook
from guizhang.model.record import Record
from guizhang.model.script import ScriptFile, Situation
from guizhang.model.text import Text
from guizhang.site.fact_rows import Cited, cite, rule_name
from guizhang.site.page import SitePage, TocEntry
from guizhang.site.paths import GLOSSARY, Addresses
from guizhang.site.record_files import record_paths
from guizhang.site.record_sheet import sheet
from guizhang.site.render import render
from guizhang.site.texts import Pair, Prose, duo, join_texts
from guizhang.site.words import word

LANDSCAPE = "assets/guizhang/landscape.css"
"""Turns the printed page: a register has more columns than a sheet of A4 is wide."""
_PRACTICE = "assets/guizhang/practice.css"
_SHEETS = "assets/guizhang/sheets.css"
_COUNTER = "assets/guizhang/counter.js"


@dataclass(frozen=True, slots=True)
class Never:
    """Something never to say."""

    text: Pair
    why: Pair
    instead: Pair | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A situation ready for its template."""

    id: str
    address: str
    title: Text
    when: Pair
    turns: tuple[tuple[str, Pair], ...]
    say: tuple[tuple[Pair, bool], ...]
    never: tuple[Never, ...]
    rules: tuple[Cited, ...]

    @property
    def speaks(self) -> bool:
        """Whether there is anything for staff to say."""
        return bool(self.say) or any(speaker == "staff" for speaker, _ in self.turns)


@dataclass(frozen=True, slots=True)
class Point:
    """An etiquette point ready for its template."""

    id: str
    title: Text | None
    do: Pair | None
    dont: Pair | None
    why: Pair | None
    observe: Pair | None
    rules: tuple[Cited, ...]


class Companions:
    """Renders the pages of one handbook that are no rules themselves."""

    def __init__(self, book: Handbook, prose: Prose, addresses: Addresses) -> None:
        self._book = book
        self._prose = prose
        self._addresses = addresses
        self._titles = {regulation.id: regulation.title for regulation in book.regulations}

    def script(self, file: ScriptFile) -> SitePage:
        """Return the page of a script file: each situation as a conversation, with what to say and never to say."""
        path = f"scripts/{file.id}.html"
        scenes = [self._scene(file, situation) for situation in file.situations]
        html = render(
            "script.html", path, title=file.title, meta=self._applies(file.applies_to), situations=scenes,
            previous=None, next=None, rule_name=rule_name,
        )  # fmt: skip
        page = _page(path, file.title, html, {s.id: s.title for s in file.situations})
        return replace(page, styles=(_PRACTICE,), scripts=(_COUNTER,))

    def etiquette(self, file: EtiquetteFile) -> SitePage:
        """Return the page of an etiquette file."""
        path = f"etiquette/{file.id}.html"
        groups = [
            {"id": g.id, "title": g.title, "points": [self._point(point) for point in g.points]} for g in file.groups
        ]
        html = render(
            "etiquette.html", path, title=file.title, meta=self._applies(file.applies_to), groups=groups,
            checklist=checklist_path(file.id),
            previous=None, next=None, rule_name=rule_name,
        )  # fmt: skip
        page = _page(path, file.title, html, {g.id: g.title for g in file.groups})
        points = frozenset(point.id for group in file.groups for point in group.points)
        return replace(page, anchors=page.anchors | points, styles=(_PRACTICE,))

    def checklist(self, file: EtiquetteFile) -> SitePage:
        """Return a sheet to tick while watching somebody at work: each point, as an observer sees it."""
        path, numbers = checklist_path(file.id), count(1)
        groups = [
            {"title": g.title, "points": [(next(numbers), self._point(point)) for point in g.points]}
            for g in file.groups
        ]
        name = word("checklist")
        title = Text(zh=f"{name.zh}：{file.title.either('zh')}", en=f"{name.en}: {file.title.either('en')}")
        html = render(
            "checklist.html", path, title=file.title, name=title, groups=groups, page=f"etiquette/{file.id}.html",
            company=self._book.settings.company,
        )  # fmt: skip
        return replace(_page(path, title, html, {}), searchable=False, styles=(_SHEETS,))

    def record(self, record: Record) -> SitePage:
        """Return the page of a record: the sheet itself, as it prints on A4."""
        path = f"records/{record.id}.html"
        meta = [(word("purpose"), self._prose.words(record.purpose))]
        if record.retention:
            meta.append((word("retention"), self._prose.words(record.retention)))
        html = render(
            "record.html", path, record=record, sheet=sheet(self._prose, record), meta=meta,
            company=self._book.settings.company, rules=self._cited(record.practises), files=record_paths(record),
            previous=None, next=None, rule_name=rule_name,
        )  # fmt: skip
        page = _page(path, record.title, html, {})
        across = (LANDSCAPE,) if record.layout == "register" else ()
        return replace(page, styles=(_PRACTICE, _SHEETS, *across))

    def glossary(self, glossary: Glossary) -> SitePage:
        """Return the page of terms."""
        terms = [self._term(term) for term in glossary.terms]
        html = render("glossary.html", GLOSSARY, terms=terms, previous=None, next=None)
        page = _page(GLOSSARY, word("glossary"), html, {term.id: term.term for term in glossary.terms})
        return replace(page, styles=(_PRACTICE,))

    def _scene(self, file: ScriptFile, situation: Situation) -> Scene:
        def pair(text: Text) -> Pair:
            return self._prose.pair(text, slots=situation.slots)

        return Scene(
            situation.id,
            f"{file.id}/{situation.id}",
            situation.title,
            pair(situation.when),
            tuple((str(turn.speaker), pair(turn.text)) for turn in situation.turns),
            tuple((pair(phrase.text), phrase.verbatim) for phrase in situation.say),
            tuple(
                Never(pair(never.text), pair(never.why), pair(never.instead) if never.instead else None)
                for never in situation.never
            ),
            self._cited(situation.practises),
        )

    def _point(self, point: EtiquettePoint) -> Point:
        def pair(text: Text | None) -> Pair | None:
            return self._prose.pair(text) if text else None

        return Point(
            point.id, point.title, pair(point.do), pair(point.dont), pair(point.why), pair(point.observe),
            self._cited(point.practises),
        )  # fmt: skip

    def _term(self, term: Term) -> Mapping[str, object]:
        return {
            "id": term.id,
            "term": term.term,
            "definition": self._prose.pair(term.definition),
            "synonyms": _forms(term.synonyms),
            "forbidden": _forms(term.forbidden),
        }

    def _applies(self, roles: tuple[str, ...]) -> list[tuple[Text, Text]]:
        names = tuple(self._book.role_name(role) for role in roles)
        return [(word("applies-to"), join_texts(names))] if names else []

    def _cited(self, addresses: Iterable[str]) -> tuple[Cited, ...]:
        """Return the published rules of *addresses*, a regulation as a whole among them."""
        whole, provisions = self._titles, self._book.provisions
        return tuple(
            Cited(self._addresses[a], whole[a]) if a in whole else cite(self._prose, provisions[a], self._addresses)
            for a in addresses
            if a in whole or a in provisions
        )


def checklist_path(etiquette_id: str) -> str:
    """Return the page of an observation checklist."""
    return f"checklists/{etiquette_id}.html"


def _forms(forms: Forms) -> Text | None:
    if not forms.zh and not forms.en:
        return None
    return Text(zh="、".join(forms.zh) or None, en=", ".join(forms.en) or None)


def _page(path: str, title: Text, html: Markup, headings: Mapping[str, Text]) -> SitePage:
    toc = tuple(TocEntry(anchor, duo(text)) for anchor, text in headings.items())
    return SitePage(path, title, html, toc, frozenset(headings), title.either("zh"))
