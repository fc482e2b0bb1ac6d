"""Where a draft, as it is after a merge, says otherwise than the import alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guizhang.diagnostics import Message
from guizhang.importers.drafting.drafts import draft_text
from guizhang.importers.merging.matching import match, plain, spots
from guizhang.importers.outline import Document, walk
from guizhang.importers.save import Draft, Status
from guizhang.yamlio.tree import parse


@dataclass(frozen=True, slots=True)
class Standing:
    """What the report adds to the result of the import."""

    words: Mapping[str, str | None]
    """Node of the outline -> what the draft says there; ``None`` where the draft does not have it."""
    only: tuple[tuple[Message, str], ...]
    """Number and words of what only the draft has: written by hand, or gone from the source."""


def standing(document: Document, draft: Draft) -> Standing:
    """Return where *draft* differs from what the import of *document* alone gives."""
    if draft.status not in (Status.MERGED, Status.SAME) or draft.text == draft_text(draft.generated):
        return Standing({}, ())
    tree = parse(draft.text, str(draft.path))[0]
    if tree is None or not isinstance(tree.data, dict):
        return Standing({}, ())
    lang = draft.generated.source_language
    made, there = spots(plain(draft.generated), lang), spots(tree.data, lang)
    found = match(made, there, edited=True)
    ids = [node.id for node in walk(document.nodes)]
    words = {
        # A document that is a title and nothing else has a node the outline has not.
        name: there[found[i]].words if i in found else None
        for i, (name, spot) in enumerate(zip(ids, made, strict=False))
        if spot.words and (i not in found or there[found[i]].words != spot.words)
    }
    used = set(found.values())
    return Standing(
        words, tuple((spot.shown, spot.words) for i, spot in enumerate(there) if i not in used and spot.words)
    )
