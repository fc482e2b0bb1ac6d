"""A regulation: a recursive tree of chapters, articles, items and paragraphs, each bilingual.

Company rules often have no 条, so every level is optional and may hold any other; what makes a rule citable is its
permanent id, not its level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from guizhang.model.base import ContentHash, Document, FactName, Id, Model, fault
from guizhang.model.fact import Fact
from guizhang.model.text import Text

Number = Annotated[str, StringConstraints(min_length=1, max_length=40)]
"""A printed ordinal: ``5``, ``5-1`` (第五条之一), ``B``."""


class Level(StrEnum):
    """Levels of a regulation; 款 is a paragraph, 项 and 目 are items."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    ITEM = "item"
    PARAGRAPH = "paragraph"


HEADING_LEVELS = (Level.PART, Level.CHAPTER, Level.SECTION)
NUMBERED_LEVELS = (*HEADING_LEVELS, Level.ARTICLE, Level.ITEM)


class Norm(StrEnum):
    """What a clause does to whom it addresses."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    RECOMMENDATION = "recommendation"
    PROCEDURE = "procedure"
    DEFINITION = "definition"
    PENALTY = "penalty"
    REWARD = "reward"
    POWER = "power"
    STATEMENT = "statement"


class Review(Model):
    """A mark that someone must look at a rule before it is published; shown to its owner, never to staff."""

    kind: Literal["legal", "content", "import"]
    """Who should look: a lawyer, the owner of the rule, or whoever imported it."""
    note: Text
    """Why."""


class Approval(Model):
    """Who gives leave for what this clause describes, for the page of approvals and for questions."""

    by: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Roles in the order they sign."""
    matter: Text
    """What is approved: 一天以内的请假 / leave of up to one day."""


class Origin(Model):
    """Where an imported clause came from."""

    file: str
    line: Annotated[int, Field(ge=1)]
    edits: tuple[str, ...] = ()
    """What was changed on the way in: ``gloss-removed``, ``script-converted``, ``repaired``."""


class Node(Model):
    """A chapter, article, item or paragraph; a node without a level key is a paragraph (款)."""

    part: Number | None = None
    """Printed number of a part (编)."""
    chapter: Number | None = None
    """Printed number of a chapter (章)."""
    section: Number | None = None
    """Printed number of a section (节)."""
    article: Number | None = None
    """Printed number of an article (条)."""
    item: Number | None = None
    """Printed number of an item (项, 目)."""
    id: Id | None = None
    """Permanent name inside the regulation; parts, chapters and articles must have one."""
    label: str | None = None
    """How the number was printed, where that is not the norm: ``4.8.1``, ``⑴``, ``B、``."""
    label_en: str | None = None
    """How its English prints the number, where a source in two languages numbers that in its own way: ``7.`` beside ``7、``."""
    title: Text | None = None
    """Heading."""
    norm: Norm | None = None
    """What the clause does; items inherit their paragraph's where they have none."""
    text: Text | None = None
    """The rule itself, with ``${fact}`` for its figures."""
    facts: Mapping[FactName, Fact] = {}
    """Figures of this provision by name; only where there is an id."""
    approval: Approval | None = None
    """Who approves, where the clause gives somebody that power."""
    themes: tuple[Id, ...] = ()
    """Themes of handbook.yaml; inherited from the nearest node above that has any."""
    applies_to: tuple[Id, ...] = ()
    """Roles of handbook.yaml; inherited; none anywhere means everyone."""
    translated_from: Mapping[Literal["zh", "en"], ContentHash] = {}
    """Per translated language: hash of the source text it was made from."""
    review: Review | None = None
    """Somebody must look at this before it is published."""
    adopted: bool = True
    """False keeps the provision out of the published handbook and out of all items."""
    sources: tuple[str, ...] = ()
    """Ids of the collected rules this provision carries, for coverage tables."""
    origin: Origin | None = None
    """Where the clause was imported from."""
    body: tuple[Node, ...] = ()
    """Nodes below, in printed order."""

    @property
    def level(self) -> Level:
        """The level its key names."""
        # Asked several times of every node: the commonest first, and no loop over names, which takes twice as long.
        if self.article is not None:
            return Level.ARTICLE
        if self.item is not None:
            return Level.ITEM
        if self.chapter is not None:
            return Level.CHAPTER
        if self.section is not None:
            return Level.SECTION
        return Level.PART if self.part is not None else Level.PARAGRAPH

    @property
    def number(self) -> str | None:
        """The printed ordinal; ``None`` for a paragraph."""
        return self.part or self.chapter or self.section or self.article or self.item

    @model_validator(mode="after")
    def _shape(self) -> Self:
        self._check_one_level()
        self._check_id()
        # A number with nothing behind it may have been printed so; a check warns of it.
        if self.number is None and self.text is None and self.title is None and not self.body:
            raise fault(
                "FMT013",
                zh="这一段没有标题、文字和下级内容",
                en="this paragraph has no title, no text and no body",
                mend_zh="补上 text，或删去这一段",
                mend_en="add a text, or delete the paragraph",
            )
        return self

    def _check_one_level(self) -> None:
        keys = [level for level in NUMBERED_LEVELS if getattr(self, level) is not None]
        if len(keys) > 1:
            names = ", ".join(keys)
            raise fault(
                "FMT011",
                zh=f"一个节点只能有一个层级，这里有 {names}",
                en=f"a node has one level, but this one has {names}",
                mend_zh="只留一个层级，其余移到下级 body 里",
                mend_en="keep one of them and move the other into a body of its own",
            )

    def _check_id(self) -> None:
        if self.id is None and self.level in (Level.PART, Level.CHAPTER, Level.ARTICLE):
            raise fault(
                "FMT012",
                zh=f"{self.level} {self.number} 没有 id",
                en=f"{self.level} {self.number} has no id",
                mend_zh="起一个不再更改的英文 id，例如 id: first-reply；题目和链接都靠它引用",
                mend_en="give it a permanent id such as id: first-reply; items and links cite it",
            )
        if self.id is None and self.facts:
            raise fault(
                "FMT014",
                zh="facts 只能写在有 id 的条款上",
                en="facts can only stand on a node with an id",
                mend_zh="把 facts 移到所在的条，或给这一节点起 id",
                mend_en="move the facts up to the article, or give this node an id",
            )


class Edition(Model):
    """Which version of the text this is and from when it binds."""

    version: str
    """Printed version: ``1.2``."""
    effective: date | None = None
    """First day in force."""
    repealed: date | None = None
    """First day no longer in force."""

    def pending(self, on: date) -> bool:
        """Tell whether it is not yet in force on the day *on*."""
        return self.effective is not None and self.effective > on and not self.ended(on)

    def ended(self, on: date) -> bool:
        """Tell whether it is no longer in force on the day *on*."""
        return self.repealed is not None and self.repealed <= on


class Regulation(Document):
    """One set of rules, as a company adopts and cites it."""

    title: Text
    """Full title."""
    authoritative: Literal["zh", "en", "equal"] = "zh"
    """Which text prevails."""
    applies_to: tuple[Id, ...] = ()
    """Roles; none means everyone."""
    themes: tuple[Id, ...] = ()
    """Themes of provisions that name none themselves."""
    edition: Edition
    """Version and effective date."""
    aliases: tuple[str, ...] = ()
    """Other titles it is cited by inside 《》."""
    owner: Id | None = None
    """Role that answers for the text."""
    review: Review | None = None
    """Somebody must look at the whole regulation."""
    adopted: bool = True
    """False keeps the whole regulation out of the published handbook."""
    sources: tuple[str, ...] = ()
    """Ids of the collected rules the regulation as a whole carries."""
    body: Annotated[tuple[Node, ...], Field(min_length=1)]
    """Nodes in printed order."""

    @property
    def source_language(self) -> Literal["zh", "en"]:
        """The language translations are made from; Chinese where both texts are equal."""
        return "en" if self.authoritative == "en" else "zh"

    @model_validator(mode="after")
    def _unique_ids(self) -> Self:
        seen: dict[str, Place] = {}
        for place in walk(self):
            node_id = place.node.id
            if node_id is None:
                continue
            if node_id in seen:
                raise fault(
                    "FMT015",
                    zh=f"id {node_id!r} 在本规章中出现两次：{seen[node_id].field} 和 {place.field}",
                    en=f"the id {node_id!r} stands twice in this regulation: {seen[node_id].field} and {place.field}",
                    mend_zh="给其中一个换新的 id；已删除条款的 id 也不要再用",
                    mend_en="give one of them a new id; do not reuse the id of a deleted provision either",
                    at=(*place.loc, "id"),
                    first=(*seen[node_id].loc, "id"),
                )
            seen[node_id] = place
        return self


@dataclass(frozen=True, slots=True)
class Place:
    """A node where it stands in its regulation."""

    regulation: Regulation
    node: Node
    ancestors: tuple[Node, ...]
    """From the outermost; without the node itself."""
    loc: tuple[str | int, ...]
    """Where it stands in the file: ``("body", 1, "body", 0)``."""

    @property
    def field(self) -> str:
        """The location as an author reads it: ``body[1].body[0]``."""
        return "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in self.loc).lstrip(".")

    @property
    def lineage(self) -> tuple[Node, ...]:
        """The node and its ancestors, innermost first."""
        return (self.node, *reversed(self.ancestors))

    @property
    def themes(self) -> tuple[str, ...]:
        """Themes of the nearest node that names any."""
        return next((node.themes for node in self.lineage if node.themes), self.regulation.themes)

    @property
    def applies_to(self) -> tuple[str, ...]:
        """Roles of the nearest node that names any; empty means everyone."""
        return next((node.applies_to for node in self.lineage if node.applies_to), self.regulation.applies_to)

    @property
    def norm(self) -> Norm | None:
        """The clause's own norm, or for an item that of the clause it belongs to."""
        if self.node.norm is not None or self.node.level is not Level.ITEM:
            return self.node.norm
        return next((node.norm for node in self.lineage if node.norm), None)

    @property
    def adopted(self) -> bool:
        """Whether the clause and everything above it is adopted."""
        return self.regulation.adopted and all(node.adopted for node in self.lineage)

    @property
    def binding(self) -> bool:
        """Whether staff may be asked about the clause: it is adopted, and its regulation has no day of repeal."""
        return self.adopted and self.regulation.edition.repealed is None

    @property
    def provision(self) -> Node | None:
        """The provision the clause belongs to: the nearest node with an id that is not a mere heading."""
        return next((n for n in self.lineage if n.id is not None and n.level not in HEADING_LEVELS), None)

    @property
    def address(self) -> str | None:
        """``regulation/provision`` of the provision the clause belongs to."""
        provision = self.provision
        return f"{self.regulation.id}/{provision.id}" if provision else None

    @property
    def printed_place(self) -> str:
        """The derived address in this edition: ``complaints/art5/p1/s2``.

        Source: Akoma Ntoso naming (OASIS 2018), adapted: art, p for paragraph, s for item, chp, sec, prt.
        """
        short = {"part": "prt", "chapter": "chp", "section": "sec", "article": "art", "item": "s"}
        chain = (*self.ancestors, self.node)
        first = next((i for i, node in enumerate(chain) if node.level is Level.ARTICLE), 0)
        steps = []
        for parent, node in zip((None, *chain), chain, strict=False):
            siblings = (parent.body if parent else self.regulation.body) if node.level is Level.PARAGRAPH else ()
            ordinal = node.number or str([n for n in siblings if n.level is Level.PARAGRAPH].index(node) + 1)
            steps.append(f"{short.get(node.level, 'p')}{re.sub(r'[^0-9A-Za-z-]+', '', ordinal) or '_'}")
        return "/".join((self.regulation.id, *steps[first:]))


def place_at(regulation: Regulation, loc: Sequence[str | int]) -> Place:
    """Return the place at *loc*, as a place of the regulation itself or of an equal copy gives it.

    Raises:
        LookupError: there is no node at *loc*.
    """
    chain: list[Node] = []
    siblings = regulation.body
    for step in loc[1::2]:
        chain.append(siblings[int(step)])
        siblings = chain[-1].body
    return Place(regulation, chain[-1], tuple(chain[:-1]), tuple(loc))


def walk(regulation: Regulation) -> Iterator[Place]:
    """Yield every node of *regulation* in printed order."""
    for i, node in enumerate(regulation.body):
        yield from within(Place(regulation, node, (), ("body", i)))


def within(place: Place) -> Iterator[Place]:
    """Yield *place* and every node in it, in printed order."""
    stack = [place]
    while stack:
        place = stack.pop()
        yield place
        if not place.node.body:
            continue
        above = (*place.ancestors, place.node)
        stack.extend(
            Place(place.regulation, child, above, (*place.loc, "body", i))
            for i, child in reversed(list(enumerate(place.node.body)))
        )


def provisions(regulation: Regulation) -> Iterator[Place]:
    """Yield the citable rules: nodes with an id that are not mere headings."""
    for place in walk(regulation):
        if place.node.id is not None and place.node.level not in HEADING_LEVELS:
            yield place
