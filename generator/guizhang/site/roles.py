"""A page for each role: the rules that name it, then everything that applies to it in reading order, with time to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Norm, Place, Regulation
from guizhang.model.text import Text
from guizhang.site import paths, progress
from guizhang.site.blocks import below, children, concerned, heads_a_block, label_of, title_of, top
from guizhang.site.page import NavEntry, SitePage, TocEntry
from guizhang.site.regulations import ROLE_SCRIPT, numbered_title
from guizhang.site.render import render
from guizhang.site.texts import Prose, duo
from guizhang.site.words import word

STYLES = ("assets/guizhang/role.css",)
_CHARACTERS_A_MINUTE = 400
"""Chinese read for understanding: surveys of adults give 300 to 500; `guizhang.site.progress` counts the same."""
_WORDS_A_MINUTE = 200
"""English likewise: 200 to 240."""
_FIRST = (Norm.PROHIBITION, Norm.DUTY)
"""What a role must know before anything else."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is to read."""

    articles: int = 0
    characters: int = 0
    """Of the Chinese text."""
    english: int = 0
    """Words of the English text."""
    first: str = ""
    """Where it begins; empty when there is nothing."""

    def __add__(self, other: Amount) -> Amount:
        return Amount(
            self.articles + other.articles,
            self.characters + other.characters,
            self.english + other.english,
            self.first or other.first,
        )

    @property
    def seconds(self) -> int:
        """Time to read the Chinese."""
        return round(self.characters * 60 / _CHARACTERS_A_MINUTE)

    @property
    def words(self) -> Text:
        """How much that is, in words: 12 条，约 4 分钟."""
        zh = max(1, ceil(self.characters / _CHARACTERS_A_MINUTE))
        en = max(1, ceil(self.english / _WORDS_A_MINUTE))
        articles = "article" if self.articles == 1 else "articles"
        return Text(zh=f"{self.articles} 条，约 {zh} 分钟", en=f"{self.articles} {articles}, about {en} min")


@dataclass(frozen=True, slots=True)
class Naming:
    """An article, or a whole regulation, that names roles."""

    text: Text | None
    """Number."""
    title: Text | None
    target: str
    norms: Mapping[str, tuple[Norm, ...]]
    """For each role it names: what the clauses for that role do."""


@dataclass(frozen=True, slots=True)
class PageReading:
    """What one page of a regulation has to read."""

    chapter: str
    """Id; that of `progress.FRONT` for the regulation's own page."""
    title: Text
    path: str
    amounts: Mapping[tuple[str, ...], Amount]
    """By the roles its articles are for; none means everyone."""

    def amount(self, role: str) -> Amount:
        """Return how much of it is for *role*."""
        return total(amount for roles, amount in self.amounts.items() if applies(roles, role))


@dataclass(frozen=True, slots=True)
class RegulationReading:
    """What a regulation has to read, for whom."""

    regulation: Regulation
    pages: tuple[PageReading, ...]
    naming: tuple[Naming, ...]


def total(amounts: Iterable[Amount]) -> Amount:
    """Return several amounts as one."""
    return sum(amounts, Amount())


def applies(roles: tuple[str, ...], role: str) -> bool:
    """Tell whether something for *roles* applies to *role*; no roles means everyone."""
    return not roles or role in roles


def reading(prose: Prose, regulation: Regulation) -> RegulationReading:
    """Return what *regulation* has to read, page by page."""
    heads: dict[str, tuple[str, Text]] = {}
    amounts: dict[str, dict[tuple[str, ...], Amount]] = {}
    naming: list[Naming] = []
    for page, place in _articles(top(regulation), None):
        path = paths.regulation_path(regulation.id)
        if page is not None:
            path = paths.chapter_path(regulation.id, page.node.id or "")
        if path not in heads:
            chapter = page.node.id if page else None
            heads[path] = (chapter or progress.FRONT, numbered_title(prose, page) if page else regulation.title)
        target = f"{path}#{paths.anchor_of(place)}"
        groups = amounts.setdefault(path, {})
        roles = concerned(place)
        groups[roles] = groups.get(roles, Amount()) + _amount(place, target)
        norms = _norms(place)
        if norms:
            naming.append(Naming(label_of(place), title_of(prose, place), target, norms))
    if regulation.applies_to:
        whole: dict[str, tuple[Norm, ...]] = dict.fromkeys(regulation.applies_to, ())
        naming.append(Naming(word("whole"), regulation.title, paths.regulation_path(regulation.id), whole))
    found = tuple(PageReading(*heads[path], path, groups) for path, groups in amounts.items())
    return RegulationReading(regulation, found, tuple(naming))


def pages(
    book: Handbook,
    prose: Prose,
    companions: tuple[tuple[tuple[str, ...], NavEntry], ...],
    versions: Mapping[str, str],
) -> list[SitePage]:
    """Return a page for each role.

    Args:
        book: The published handbook.
        prose: Renders its texts.
        companions: Scripts, etiquette and records, each with the roles it names (none means everyone).
        versions: Those of the reading lists, by regulation.
    """
    if not book.settings.roles:
        return []
    found = [reading(prose, regulation) for regulation in book.regulations]
    return [_page(book, found, companions, versions, role_id) for role_id in book.settings.roles]


def _page(
    book: Handbook,
    found: list[RegulationReading],
    companions: tuple[tuple[tuple[str, ...], NavEntry], ...],
    versions: Mapping[str, str],
    role: str,
) -> SitePage:
    settings = book.settings.roles[role]
    named = [(n, n.norms[role], one.regulation) for one in found for n in one.naming if role in n.norms]
    # In reading order within each half.
    named.sort(key=lambda entry: not any(norm in _FIRST for norm in entry[1]))
    rules = [
        (one.regulation, [(page, amount) for page in one.pages if (amount := page.amount(role)).articles])
        for one in found
    ]
    rules = [(regulation, rows) for regulation, rows in rules if rows]
    sums = {regulation.id: total(amount for _, amount in rows) for regulation, rows in rules}
    html = render(
        "role.html", paths.role_path(role), role=role, name=settings.name, lead=settings.description or word("role-lead"),
        everything=total(sums.values()), named=named, first=_FIRST, rules=rules, sums=sums, versions=versions,
        handbook=progress.handbook_key(book.settings),
        others=[entry for roles, entry in companions if applies(roles, role)],
    )  # fmt: skip
    heads = [("gz-named", word("naming-you")), ("gz-order", word("reading-order")), ("gz-others", word("practice"))]
    return SitePage(
        paths.role_path(role),
        settings.name,
        html,
        tuple(TocEntry(anchor, duo(text)) for anchor, text in heads),
        frozenset(anchor for anchor, _ in heads),
        settings.name.either("zh"),
        searchable=False,
        scripts=(ROLE_SCRIPT, *progress.LIST_SCRIPTS),
        styles=(*STYLES, *progress.LIST_STYLES),
    )


def _articles(places: Iterable[Place], page: Place | None) -> Iterator[tuple[Place | None, Place]]:
    """Yield (the chapter on whose page it stands, article) in printed order."""
    for place in places:
        if heads_a_block(place):
            yield page, place
        elif place.node.body:
            yield from _articles(children(place), place if paths.makes_page(place.node) else page)


def _norms(place: Place) -> dict[str, tuple[Norm, ...]]:
    """Return the roles that the article, a heading above it or a clause in it names, with what those clauses do."""
    named = [role for node in (*place.ancestors, place.node, *below(place.node)) for role in node.applies_to]
    found: dict[str, dict[Norm, None]] = {role: {} for role in named}
    if found:
        for clause in _clauses(place):
            for role in clause.applies_to:
                if clause.norm is not None and role in found:
                    found[role][clause.norm] = None
    return {role: tuple(sorted(norms, key=list(Norm).index)) for role, norms in found.items()}


def _clauses(place: Place) -> Iterator[Place]:
    yield place
    for child in children(place):
        yield from _clauses(child)


def _amount(place: Place, target: str) -> Amount:
    texts = [t for node in (place.node, *below(place.node)) for t in (node.title, node.text) if t is not None]
    return Amount(
        1,
        sum(len(text.either("zh")) for text in texts),
        sum(text.either("en").count(" ") + 1 for text in texts),
        target,
    )
