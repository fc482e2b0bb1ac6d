"""The whole handbook: what handbook.yaml says, every loaded document, and how addresses resolve among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from guizhang.model.base import FactAddress, Id, Model
from guizhang.model.edition import EditionRecord
from guizhang.model.etiquette import EtiquetteFile, EtiquettePoint
from guizhang.model.fact import Fact
from guizhang.model.glossary import Glossary, Term
from guizhang.model.record import Record
from guizhang.model.regulation import HEADING_LEVELS, Edition, Node, Place, Regulation, provisions, walk, within
from guizhang.model.renewal import Renewal, renewals
from guizhang.model.script import ScriptFile, Situation
from guizhang.model.text import LANGS, Lang, Text, substitute
from guizhang.model.units import Unit
from guizhang.model.wording import print_fact


class Role(Model):
    """A role staff recognise themselves in."""

    name: Text
    description: Text | None = None


class Brand(Model):
    """How the company looks."""

    accent: Annotated[str, Field(pattern="^#[0-9a-fA-F]{6}$")] = "#1f5f8b"
    """Accent colour; made darker or lighter where it could not be read."""
    logo: str | None = None
    """Picture beside the handbook's name (PNG, SVG, JPEG, WebP): its path below the handbook's root."""
    logo_dark: str | None = None
    """The same for the dark view; the logo on a white plate when absent."""
    favicon: str | None = None
    """Picture in the browser's tab; made from the logo, or from the colour, when absent."""


class Acknowledgement(Model):
    """How staff confirm on the site that they have read the rules; without it there are no such pages."""

    key: str
    """Public key (JWK or PEM, made by ``guizhang exam keygen``) that receipts are sealed to: its path below the
    handbook's root. It may be seen by everybody; the private key must not lie in the handbook's folder."""
    hand_in: Text | None = None
    """Where receipts go, in the company's own words: an address, a shared folder, a form."""


class Settings(Model):
    """``content/handbook.yaml``: the handbook's name, roles, themes, units, parameters and order."""

    title: Text
    company: Text
    """The company's name, as printed on papers."""
    contact: Annotated[str, Field(pattern=r"^[^@\s<>\"'?&]+@[^@\s<>\"'?&]+$")] | None = None
    """Mail address that takes what readers find wrong with the rules."""
    edition: str | None = None
    """Printed edition of the handbook as a whole."""
    language: Lang | None = None
    """The only language of the handbook, into which nothing is translated; it is in both where absent."""
    default_view: Literal["zh", "en", "both"] = "both"
    """What a first-time reader sees; of a handbook in one language, that one."""
    brand: Brand = Brand()
    acknowledgement: Acknowledgement | None = None
    """Where it stands, staff can confirm on the site that they have read the rules."""
    roles: Mapping[Id, Role] = {}
    themes: Mapping[Id, Text] = {}
    units: Mapping[Id, Unit] = {}
    """The company's own units of counting."""
    parameters: Mapping[FactAddress, str] = {}
    """Figures the company sets: address of a fact -> its value."""
    order: tuple[Id, ...] = ()
    """Regulations in reading order; those not named follow by id."""

    @property
    def languages(self) -> tuple[Lang, ...]:
        """The languages the handbook is in."""
        return (self.language,) if self.language else LANGS


class UnknownReference(LookupError):
    """A reference to a fact or slot that is not there; *reference* is what the text says."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


@dataclass(frozen=True)
class Handbook:
    """All content. ``paths`` says from which file each document came; equality is about content."""

    settings: Settings
    regulations: tuple[Regulation, ...] = ()
    scripts: tuple[ScriptFile, ...] = ()
    etiquette: tuple[EtiquetteFile, ...] = ()
    records: tuple[Record, ...] = ()
    glossary: Glossary | None = None
    paths: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False)
    """(kind, id) -> path; kinds: settings, regulation, script, etiquette, record, edition, glossary.

    The first and the last have the id "".
    """
    editions: tuple[EditionRecord, ...] = ()
    """What changed from edition to edition, the oldest first."""

    @cached_property
    def provisions(self) -> Mapping[str, Place]:
        """Every provision by address, in printed order."""
        return {f"{r.id}/{place.node.id}": place for r in self.regulations for place in provisions(r)}

    @cached_property
    def renewals(self) -> Mapping[str, Renewal]:
        """What versions change that were announced while the one before stays in force, by the regulation's id."""
        return renewals(self.regulations, self.editions)

    def edition_at(self, address: str) -> Edition | None:
        """Return the dates that hold for what stands at *address*; ``None`` where that is in no regulation.

        A version announced while the one before stays in force has its first day on the rules it changes, and not on the others.
        """
        document = address.partition("/")[0]
        if document in self.renewals and address not in self.changing:
            return self._editions[document].model_copy(update={"effective": None})
        return self._editions.get(document)

    @cached_property
    def _editions(self) -> Mapping[str, Edition]:
        return {r.id: r.edition for r in self.regulations}

    @cached_property
    def changing(self) -> Mapping[str, date]:
        """First day of rules that a version announced changes, by address: with what they stand in, and what stands in them."""
        found: dict[str, date] = {}
        for renewal in self.renewals.values():
            for place in (self.provisions[address] for address in renewal.changes if address in self.provisions):
                nodes = (*place.lineage, *(inner.node for inner in within(place)))
                own = [node.id for node in nodes if node.id is not None and node.level not in HEADING_LEVELS]
                found.update((f"{place.regulation.id}/{name}", renewal.since) for name in own)
        return found

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Everything a citation may name: documents, provisions, chapters, situations, points and terms."""
        found = {r.id for r in self.regulations} | {r.id for r in self.records}
        for regulation in self.regulations:
            found |= {f"{regulation.id}/{place.node.id}" for place in walk(regulation) if place.node.id}
        found |= set(self.situations) | set(self.etiquette_points) | set(self.terms)
        found |= {s.id for s in self.scripts} | {e.id for e in self.etiquette}
        return frozenset(found)

    @cached_property
    def situations(self) -> Mapping[str, tuple[ScriptFile, Situation]]:
        """Script situations by ``file/situation``."""
        return {f"{f.id}/{s.id}": (f, s) for f in self.scripts for s in f.situations}

    @cached_property
    def etiquette_points(self) -> Mapping[str, tuple[EtiquetteFile, EtiquettePoint]]:
        """Etiquette points by ``file/point``."""
        return {f"{f.id}/{p.id}": (f, p) for f in self.etiquette for g in f.groups for p in g.points}

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Terms of the glossary by ``glossary/term``."""
        return {f"glossary/{term.id}": term for term in self.glossary.terms} if self.glossary else {}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by ``regulation/provision#name``, parameters applied.

        A parameter that is no value of its fact's kind is left out here; a check reports it as an error.
        """
        found: dict[str, Fact] = {}
        for address, fact in self.printed_facts.items():
            found[address] = fact
            value = self.settings.parameters.get(address)
            if value is not None:
                with suppress(ValueError):
                    found[address] = fact.with_value(value)
        return found

    @cached_property
    def facts_beside(self) -> Mapping[str, tuple[tuple[str, Fact], ...]]:
        """Addresses and facts by regulation and by ``regulation/provision``."""
        found: dict[str, list[tuple[str, Fact]]] = {}
        for address, fact in self.facts.items():
            provision = address.partition("#")[0]
            for place in (provision.partition("/")[0], provision):
                found.setdefault(place, []).append((address, fact))
        return {place: tuple(facts) for place, facts in found.items()}

    @cached_property
    def facts_about(self) -> Mapping[Text, tuple[tuple[str, Fact], ...]]:
        """Addresses and facts by what they are said to be about."""
        found: dict[Text, list[tuple[str, Fact]]] = {}
        for address, fact in self.facts.items():
            if fact.about is not None:
                found.setdefault(fact.about, []).append((address, fact))
        return {about: tuple(facts) for about, facts in found.items()}

    @cached_property
    def printed_facts(self) -> Mapping[str, Fact]:
        """Every fact by address as its file has it, without parameters."""
        return {
            f"{regulation.id}/{place.node.id}#{name}": fact
            for regulation in self.regulations
            for place in walk(regulation)
            for name, fact in place.node.facts.items()
        }

    def fact_address(self, reference: str, place: Place | None) -> str:
        """Return the full address of the fact a placeholder names, seen from *place*.

        Raises:
            UnknownReference: there is no such fact.
        """
        if "#" in reference:
            if reference in self.facts:
                return reference
            raise UnknownReference(reference)
        if place is not None:
            for node in place.lineage:
                if node.id is not None and reference in node.facts:
                    return f"{place.regulation.id}/{node.id}#{reference}"
        raise UnknownReference(reference)

    def print_fact(self, address: str, lang: Lang) -> str:
        """Return the figure at *address* as *lang* prints it."""
        printed = self._printed_figures.get((address, lang))
        if printed is None:
            printed = self._printed_figures[address, lang] = print_fact(self.facts[address], lang, self.settings.units)
        return printed

    @cached_property
    def _printed_figures(self) -> dict[tuple[str, Lang], str]:
        """Figures printed so far: a sentence is quoted many times."""
        return {}

    def plain(self, text: str, lang: Lang, place: Place | None = None, slots: Mapping[str, Text] | None = None) -> str:
        """Return *text* with figures printed and slots shown as 〔工号〕 / [staff number].

        Raises:
            UnknownReference: a placeholder names neither a slot nor a fact.
        """

        def resolve(reference: str) -> str:
            if slots and reference in slots:
                return slot_label(slots[reference], lang)
            return self.print_fact(self.fact_address(reference, place), lang)

        return substitute(text, resolve)

    def role_name(self, role: str) -> Text:
        """Return the name of a role; its id where handbook.yaml does not know it."""
        known = self.settings.roles.get(role)
        return known.name if known else Text(zh=role, en=role)

    def theme_name(self, theme: str) -> Text:
        """Return the name of a theme; the title of a regulation whose id stands for one; else the id."""
        titles = (regulation.title for regulation in self.regulations if regulation.id == theme)
        return self.settings.themes.get(theme) or next(titles, Text(zh=theme, en=theme))

    def published(self) -> Handbook:
        """Return the handbook as staff see it: without what is not adopted."""
        kept = tuple(_adopted(r) for r in self.regulations if r.adopted)
        return replace(self, regulations=tuple(r for r in kept if r is not None))

    def binding_provisions(self) -> Iterator[tuple[str, Place]]:
        """Yield (address, place) of every provision that staff may be asked about."""
        return ((address, place) for address, place in self.provisions.items() if place.binding)


def slot_label(slot: Text, lang: Lang) -> str:
    """Return how a slot is shown in a phrase."""
    return f"〔{slot.either(lang)}〕" if lang == "zh" else f"[{slot.either(lang)}]"


def _adopted(regulation: Regulation) -> Regulation | None:
    body = _adopted_nodes(regulation.body)
    if body == regulation.body:
        return regulation
    return regulation.model_copy(update={"body": body}) if body else None


def _adopted_nodes(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    kept = []
    for node in nodes:
        if not node.adopted:
            continue
        body = _adopted_nodes(node.body)
        # A heading whose whole content is left out would stand there empty.
        if node.body and not body and node.text is None:
            continue
        kept.append(node if body == node.body else node.model_copy(update={"body": body}))
    return tuple(kept)
