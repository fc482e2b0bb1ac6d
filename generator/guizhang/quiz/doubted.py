"""Provisions of which no items are made yet, because import was in doubt about them."""

from __future__ import annotations

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Review, walk


def in_doubt(handbook: Handbook) -> frozenset[str]:
    """Return the addresses of the provisions that import has marked for review, or what they stand in, or a part of them.

    The mark says that text, number or place in the draft may not be those of the original: an item would quote a wrong rule or cite the
    wrong heading. Few are marked (about 3 in 100 provisions of messy files), so that all of them wait until somebody has looked and deleted
    the mark. Marks of a lawyer or of the rule's owner say nothing of the kind: what they ask is whether the rule should hold.
    """
    found: set[str] = set()
    for regulation in handbook.regulations:
        whole = _marked(regulation.review)
        for place in walk(regulation):
            if place.address is not None and (whole or any(_marked(node.review) for node in place.lineage)):
                found.add(place.address)
    return frozenset(found)


def _marked(review: Review | None) -> bool:
    return review is not None and review.kind == "import"
