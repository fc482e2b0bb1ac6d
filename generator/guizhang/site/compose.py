"""The published handbook to all pages and assets of the site, in shares that can be worked out side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup

from guizhang.model.etiquette import EtiquetteFile
from guizhang.model.handbook import Handbook
from guizhang.model.practice import Practice
from guizhang.model.record import Record
from guizhang.model.regulation import Regulation
from guizhang.model.script import ScriptFile
from guizhang.model.text import Lang, Text
from guizhang.site import (
    acknowledge,
    changes,
    client,
    fact_pages,
    paths,
    practice,
    progress,
    regulations,
    roles,
    terms,
    traditional,
)
from guizhang.site.basis import Outline
from guizhang.site.brand import brand_assets
from guizhang.site.companions import Companions
from guizhang.site.former import former_pages
from guizhang.site.go import former_page, go_page, shards
from guizhang.site.home import home
from guizhang.site.links import Links
from guizhang.site.page import NavEntry, NavGroup, Share, Site, SitePage, Task
from guizhang.site.paths import ASSETS, Addresses
from guizhang.site.record_files import record_files
from guizhang.site.render import prepare
from guizhang.site.search.partial import Partial
from guizhang.site.search.partial import partial as index_partial
from guizhang.site.search.unit import Unit
from guizhang.site.search.units import units_of_regulation, units_of_rest
from guizhang.site.search.write import About, write
from guizhang.site.texts import Prose, duo
from guizhang.site.words import word
from guizhang.zh.pinyin import initials

_PARTS = 8
"""Shares the files of the search index are written in."""

_VIEWS: dict[Lang | None, tuple[str, ...]] = {
    None: ("zh", "en", "both", "zh-hant"),
    "zh": ("zh", "zh-hant"),
    "en": ("en",),
}
"""By the language of a handbook, what its readers may switch to; Traditional Chinese is converted."""

_Companion = tuple[tuple[str, ...], NavEntry]


@dataclass(frozen=True, slots=True)
class _Left:
    """What a share leaves for those that rest on all."""

    index: Partial | None = None
    reading: roles.RegulationReading | None = None
    chinese: traditional.Seen | None = None


def compose(book: Handbook, mark: str = "", practising: Callable[[], Practice] = Practice) -> Site:
    """Return the site of *book*.

    Args:
        book: The handbook as loaded; what is not adopted is left out here, so that no caller can forget it.
        mark: Changes with the content, so that a page can tell whether the search index is of its own build.
        practising: Waits for what may be practised; called once, when the pages of the rules are done.
    """
    return Composer(book.published(), mark, practising).site()


class Composer:
    """What all pages of one handbook rest on. Anything that costs is worked out when the first page asks for it."""

    def __init__(self, book: Handbook, mark: str, practising: Callable[[], Practice]) -> None:
        """Take the handbook as staff see it."""
        self.book = book
        self.mark = mark
        self.practising = practising
        self.written: Sequence[Unit] = ()
        self.prose = Prose(book)
        self.addresses = Addresses.of(book)
        # These go through all rules: once here, rather than in each process that renders.
        self.links = Links.of(book, self.addresses)
        self.lines = fact_pages.sizes(book)
        self.apart = fact_pages.split(self.lines)

    def site(self) -> Site:
        """Return the site: its pages are rendered share by share."""
        settings = self.book.settings
        first = settings.language or settings.default_view
        assets = {f"{ASSETS}/{name}": data for name, data in brand_assets(self.book).items()}
        assets[f"{ASSETS}/search-box.js"] = client.script()
        assets |= acknowledge.assets(self.book)
        known = {target.partition("#")[0] for target in self.addresses.targets.values()}
        known |= {
            paths.HOME,
            paths.GO,
            practice.PATH,
            progress.PATH,
            *(paths.fact_path(name) for name in paths.FACT_PAGES),
        }
        known |= {paths.role_path(role) for role in settings.roles}
        known |= {entry.path for entry in (*changes.navigation(self.book), *acknowledge.navigation(self.book))}
        return Site(
            settings.title,
            f"{first}-hant" if self.traditional else first,
            _VIEWS[settings.language],
            self.navigation,
            _footer(self.book),
            frozenset(known),
            self._first,
            self._last,
            partial(Outline.of, self.book, self.apart),
            self.mark,
            assets,
        )

    def _first(self, written: Sequence[Unit]) -> Sequence[Task]:
        self.written = written
        # What the shares need is loaded here, and not again in each process that makes some.
        prepare(*regulations.TEMPLATES)
        initials("规")
        return tuple(self._tasks(written))

    def _tasks(self, written: Sequence[Unit]) -> Iterator[Task]:
        book = self.book
        # These go through the whole handbook.
        yield Task(lambda: Share(tuple(fact_pages.whole_pages(book, self.prose, self.addresses, self.apart))))
        yield Task(self._leading)
        yield Task(lambda: Share(tuple(changes.pages(book, self.addresses))))
        yield Task(lambda: Share((), terms.site_files(book, self.prose)))
        yield Task(lambda: Share((), found=_Left(chinese=traditional.seen(traditional.chinese(book)))))
        for number, regulation in enumerate(book.regulations):
            yield Task(
                partial(self._regulation, number), f"regulation {regulation.id}", partial(self._rests_on, regulation)
            )
        yield Task(lambda: Share((), found=_Left(self._indexed(units_of_rest(book, self.prose)))))
        for script in book.scripts:
            yield Task(partial(self._script, script), f"script {script.id}")
        for file in book.etiquette:
            yield Task(partial(self._etiquette, file), f"etiquette {file.id}")
        for record in book.records:
            yield Task(partial(self._record, record), f"record {record.id}")
        glossary = book.glossary
        if glossary:
            yield Task(lambda: Share((self.companions.glossary(glossary),)))
        # The last documents of the index.
        yield Task(lambda: Share((), found=_Left(self._indexed(written))))

    def _leading(self) -> Share:
        """Return the pages that lead to others, with what they look up."""
        book, addresses = self.book, self.addresses
        gone = (former_page(*one) for one in former_pages(book, addresses))
        return Share((home(book, self.navigation), go_page(), *gone), dict(shards(book, addresses)))

    def _record(self, record: Record) -> Share:
        return Share((self.companions.record(record),), dict(record_files(self.book, record)))

    def _etiquette(self, file: EtiquetteFile) -> Share:
        return Share((self.companions.etiquette(file), self.companions.checklist(file)))

    def _last(self, found: Sequence[object]) -> Sequence[Task]:
        book = self.book
        left = [one for one in found if isinstance(one, _Left)]
        by_id = {one.reading.tallies.regulation: one.reading for one in left if one.reading}
        readings = [by_id[regulation.id] for regulation in book.regulations]
        indexes = [one.index for one in left if one.index is not None]
        # Made here and not in a share, because it is spread over the cores itself; written on all of them.
        files = list(write(indexes, About.of(book, self.mark)))
        asked = practice.Practising(book, self.prose, self.addresses, self.practising())
        chinese = (*(one.chinese for one in left if one.chinese), traditional.seen(self._chinese(asked)))
        return (
            Task(
                lambda: Share(
                    (asked.page(),),
                    {**asked.scripts, traditional.PATH: traditional.script(*chinese, original=self.traditional)},
                )
            ),
            Task(lambda: Share((progress.page(book, [reading.tallies for reading in readings], asked.version),))),
            Task(lambda: Share(tuple(roles.pages(book, readings, _companions(book))))),
            Task(lambda: Share(tuple(acknowledge.pages(book, [reading.extents for reading in readings])))),
            *(Task(partial(_searched, files[start::_PARTS])) for start in range(_PARTS)),
        )

    def _chinese(self, asked: practice.Practising) -> Iterator[str]:
        """Yield the Chinese that stands on pages and not in the handbook."""
        yield from (text.zh for unit in self.written for text in (unit.title, unit.body))
        yield from asked.texts()

    def _indexed(self, units: Sequence[Unit]) -> Partial:
        return index_partial(units, self.book.settings.roles)

    @cached_property
    def traditional(self) -> bool:
        """Whether the rules are written in Traditional characters: readers of Chinese then get all of it so."""
        return traditional.is_original(self.book)

    @cached_property
    def companions(self) -> Companions:
        """Renders what stands beside the rules."""
        return Companions(self.book, self.prose, self.addresses)

    @cached_property
    def navigation(self) -> tuple[NavGroup, ...]:
        """The sidebar: rules, then the pages made from facts, then what helps to keep the rules, which may be long."""
        book = self.book
        glossary = (NavEntry(word("glossary"), paths.GLOSSARY),) if book.glossary else ()
        facts = tuple(NavEntry(word(name), paths.fact_path(name)) for name in paths.FACT_PAGES if self.lines.get(name))
        reading = (NavEntry(word("my-reading"), progress.PATH), *acknowledge.navigation(book))
        own = (NavEntry(word("practise"), practice.PATH), *reading)
        groups = (
            NavGroup(
                word("regulations"), tuple(_regulation_entry(self.prose, r) for r in book.regulations), "gz-regulations"
            ),
            NavGroup(word("at-a-glance"), facts + glossary + changes.navigation(book) + own, "gz-at-a-glance"),
            *(
                NavGroup(word(kind), tuple(entry for _, entry in entries), f"gz-{kind}")
                for kind, entries in _companions(book).items()
            ),
        )
        return tuple(group for group in groups if group.entries)

    def _regulation(self, number: int) -> Share:
        book = self.book
        regulation = book.regulations[number]
        before = regulations.Step(word("home"), paths.HOME)
        if number:
            *_, before = regulations.steps(self.prose, book.regulations[number - 1])
        after = None
        if number + 1 < len(book.regulations):
            after = next(regulations.steps(self.prose, book.regulations[number + 1]))
        reading = progress.reading(progress.handbook_key(book.settings), self.prose, regulation)
        pages = regulations.pages(book, self.prose, self.links, regulation, (before, after), reading)
        index = self._indexed(units_of_regulation(book, self.prose, regulation))
        named = roles.naming(self.prose, regulation)
        confirmed = acknowledge.extents_of(book, regulation)
        found = _Left(index, roles.RegulationReading(progress.tallies(reading), named, confirmed))
        return Share((*pages, *self._own_facts(regulation)), progress.assets(reading), found)

    def _rests_on(self, regulation: Regulation) -> object:
        return regulation, self.links.of_document.get(regulation.id)

    def _script(self, file: ScriptFile) -> Share:
        return Share((self.companions.script(file), *self._own_facts(file)))

    def _own_facts(self, document: Regulation | ScriptFile) -> Iterator[SitePage]:
        return fact_pages.own_pages(self.book, self.prose, self.addresses, document, self.apart)


def _regulation_entry(prose: Prose, regulation: Regulation) -> NavEntry:
    own, *chapters = regulations.steps(prose, regulation)
    below = (*chapters, *regulations.sections(prose, regulation))
    return NavEntry(own.title, own.path, tuple(NavEntry(step.title, step.path) for step in below))


def _companions(book: Handbook) -> dict[str, tuple[_Companion, ...]]:
    """Return by kind what helps to keep the rules, each with the roles it names."""
    kinds: dict[str, Sequence[ScriptFile | EtiquetteFile | Record]]
    kinds = {"scripts": book.scripts, "etiquette": book.etiquette, "records": book.records}
    return {
        kind: tuple((one.applies_to, NavEntry(one.title, f"{kind}/{one.id}.html")) for one in files)
        for kind, files in kinds.items()
    }


def _searched(files: Sequence[tuple[str, bytes]]) -> Share:
    return Share((), {f"{ASSETS}/search/{name}": data for name, data in files})


def _footer(book: Handbook) -> Markup:
    settings = book.settings
    lines = [settings.company, settings.title]
    if settings.edition:
        lines.append(Text(zh=f"{settings.edition} 版", en=f"Edition {settings.edition}"))
    return Markup(" ").join(Markup("<span>{}</span>").format(duo(line)) for line in lines)
