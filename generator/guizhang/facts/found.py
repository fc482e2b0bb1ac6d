"""What the facts package reads and what it finds: a tree of provisions by its shape, and plain findings with places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, Self

from guizhang.zh.quantities import Figure


class Provision(Protocol):
    """One provision or heading; the outline of an import has this shape."""

    @property
    def id(self) -> str:
        """Address within the tree."""

    @property
    def type(self) -> str:
        """part, chapter, section, article, item or paragraph."""

    @property
    def label(self) -> str:
        """As printed; empty for a paragraph."""

    @property
    def number(self) -> int | None:
        """Last ordinal of the label."""

    @property
    def path(self) -> tuple[int, ...]:
        """Whole ordinal: (4, 8, 1) for 4.8.1."""

    @property
    def title(self) -> str:
        """Heading."""

    @property
    def text(self) -> str:
        """The rule itself."""

    @property
    def line(self) -> int:
        """1-based line of the label."""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Source spans of label, title and text, in order; may be empty."""

    @property
    def children(self) -> Sequence[Self]:
        """Provisions below."""


class RuleDocument(Protocol):
    """One document with its provisions."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def nodes(self) -> Sequence[Provision]:
        """Its provisions."""


@dataclass(frozen=True, slots=True)
class Node:
    """A provision made by hand, where there is no import: for tests and for other programs."""

    type: str
    label: str = ""
    number: int | None = None
    title: str = ""
    text: str = ""
    line: int = 1
    children: tuple[Node, ...] = ()
    path: tuple[int, ...] = ()
    id: str = ""
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document made by hand."""

    title: str
    nodes: tuple[Node, ...]


class LineOf(Protocol):
    """Knows where the text of a provision stands in the source."""

    def __call__(self, node: Provision, offset: int) -> int:
        """Return the 1-based line of the source *offset* in the text of *node* stands on."""

    def printed(self, node: Provision, start: int, end: int) -> str:
        """Return the source from *start* to *end* of the text, a line feed in it included."""


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A figure and the line it stands on."""

    line: int
    figure: Figure
    node: str
    """Id of the provision."""
    span: str
    """The exact source text, a line feed in it included."""


@dataclass(frozen=True, slots=True)
class FoundNorm:
    """One clause and what it does."""

    line: int
    text: str
    norm: str
    """A value of the model's Norm."""
    explicit: bool
    """Whether a word of the clause says so; otherwise it is inherited or read from the form of the sentence."""
    bearer: str | None
    strength: str | None
    """strict, must, shall, should or may."""
    node: str
    cue: str | None = None
    """The word that decided."""
    also: tuple[str, ...] = ()
    """Other norms of the same sentence: a duty with its penalty."""


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A reference and what it leads to."""

    line: int
    span: str
    target: str | None
    """Printed path of the provision (第二章/第五条/第2款), or the title of another document; None: unresolved."""
    node: str
    target_ids: tuple[str, ...] = ()
    target_line: int | None = None


def walk(nodes: Sequence[Provision]) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
    """Yield every provision with those above it, outermost first, in the order of the text."""
    stack: list[tuple[Provision, tuple[Provision, ...]]] = [(node, ()) for node in reversed(nodes)]
    while stack:
        node, above = stack.pop()
        yield node, above
        stack.extend((child, (*above, node)) for child in reversed(node.children))


class _InText:
    """How a place is known without a source: the text keeps its line feeds."""

    def __call__(self, node: Provision, offset: int) -> int:
        return node.line + node.text.count("\n", 0, offset)

    def printed(self, node: Provision, start: int, end: int) -> str:
        return node.text[start:end]


line_in_text = _InText()
