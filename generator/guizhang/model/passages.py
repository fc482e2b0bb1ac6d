"""What is read, counted and confirmed at once: a provision, whatever its kind; where a page has none, the page's text.

The page of a role, marks of reading, confirmations and sign-off sheets all go by these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.model.regulation import HEADING_LEVELS, Node, Place, Regulation


@dataclass(frozen=True, slots=True)
class Passage:
    """A provision that stands in no other, or the whole text of a page without provisions."""

    chapter: Place | None
    """On whose page it stands; ``None`` is the regulation's own."""
    provision: Place | None
    """``None`` where it is the text of a page."""
    loose: tuple[Place, ...] = ()
    """The texts of such a page in printed order."""

    @property
    def id(self) -> str | None:
        """The provision's id, else the chapter's; ``None`` for the text of the regulation's own page."""
        own = self.provision or self.chapter
        return own.node.id if own else None

    @property
    def roles(self) -> frozenset[str]:
        """The roles it or a clause in it is for; none means everyone."""
        if self.provision is not None:
            own = frozenset(self.provision.applies_to)
            return own and own.union(*(node.applies_to for node in below(self.provision.node)))
        named = [frozenset(place.applies_to) for place in self.loose]
        return frozenset[str]().union(*named) if all(named) else frozenset()

    @property
    def rules(self) -> int:
        """How many rules it is, for whoever reads or signs it; the text of a page is one."""
        return 1 if self.provision is None else rules_in(self.provision.node)


def passages(regulation: Regulation) -> tuple[Passage, ...]:
    """Return what there is to read in *regulation*, in printed order.

    Text under no provision, such as a preamble, makes a passage where neither its page nor a chapter of it has provisions.
    """
    found = tuple(_gather(regulation, regulation.body, (), (), None))
    ruled = {_loc(passage.chapter) for passage in found if passage.provision is not None}
    pages: dict[tuple[str | int, ...], list[Place]] = {}
    for passage in found:
        pages.setdefault(_loc(passage.chapter), []).extend(passage.loose)
    out = []
    for passage in found:
        own = _loc(passage.chapter)
        if passage.provision is not None:
            out.append(passage)
        elif own in pages and not any(loc[: len(own)] == own for loc in ruled):
            # The page's text is one passage, where its first words stand.
            out.append(Passage(passage.chapter, None, tuple(pages.pop(own))))
    return tuple(out)


def rules_in(node: Node) -> int:
    """Return how many rules a provision is: itself, or those below it where it only heads them, as 一、考勤 does 1、 and 2、."""
    items = [child for child in node.body if child.item is not None]
    if node.article is not None or node.text is not None or not items:
        return 1
    return sum(map(rules_in, items))


def makes_chapter(node: Node) -> bool:
    """Tell whether *node* is read as a chapter, on a page of its own: a chapter, or a part without chapters."""
    if node.chapter is not None:
        return True
    return node.part is not None and all(child.chapter is None for child in node.body)


def below(node: Node) -> Iterator[Node]:
    """Yield every node below *node*, in printed order."""
    for child in node.body:
        yield child
        yield from below(child)


def _gather(
    regulation: Regulation,
    nodes: tuple[Node, ...],
    above: tuple[Node, ...],
    loc: tuple[str | int, ...],
    chapter: Place | None,
) -> Iterator[Passage]:
    """Yield the provisions at and below *nodes*, and each text outside them."""
    for i, node in enumerate(nodes):
        place = Place(regulation, node, above, (*loc, "body", i))
        heading = node.level in HEADING_LEVELS
        if node.id is not None and not heading:
            yield Passage(chapter, place)
            continue
        own = place if node.id is not None and makes_chapter(node) else chapter
        if node.text is not None or (node.title is not None and not heading):
            yield Passage(own, None, (place,))
        yield from _gather(regulation, node.body, (*above, node), place.loc, own)


def _loc(chapter: Place | None) -> tuple[str | int, ...]:
    return chapter.loc if chapter else ()
