"""What an import remembers, so that the next one can tell hand edits from its own text: one JSON file per draft.

The files lie in ``.import/`` inside the folder of the drafts and travel with them (copied, versioned, moved together).
Nothing but a second import reads them; without them it compares text with text and names every difference.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.importers.merging.matching import Spot, match, plain, spots
from guizhang.model.base import Id, Model
from guizhang.model.regulation import Node, Regulation

FOLDER = ".import"
ALIKE = 0.5
"""Documents of one source that share this much of their text, measured in pairs of characters, are one document.

Two branches have rules of one title in files of one name, and half of the phrases in common: 值班人员每班两人."""


class DraftState(Model):
    """One draft as it was generated last time."""

    draft: Id
    """Id it was generated under."""
    file: str
    """Where it stands, relative to the folder of the drafts."""
    source: str
    """Name of the imported file."""
    sha256: str
    """Of that file's bytes."""
    ids: tuple[str, ...]
    """Every id ever given in this draft; none is given twice."""
    generated: Mapping[str, Any]
    """The draft itself, in the shape of its YAML."""

    @property
    def regulation(self) -> Regulation:
        """The draft as it was generated."""
        return Regulation.model_validate(self.generated)


def load_states(folder: Path) -> list[DraftState]:
    """Return what is remembered of the drafts in *folder*.

    Raises:
        Faulty: a file is damaged; it would be wrong to take every line of its draft for a hand edit unasked.
    """
    found: list[DraftState] = []
    faults: list[Diagnostic] = []
    for path in sorted((folder / FOLDER).glob("*.json")):
        try:
            state = DraftState.model_validate_json(path.read_bytes())
            Regulation.model_validate(state.generated)
        except (OSError, ValidationError):
            faults.append(_damaged(path))
        else:
            found.append(state)
    if faults:
        raise Faulty(faults)
    # In the order in which they were numbered, so that equal documents keep their turn.
    return sorted(found, key=lambda state: (len(state.draft), state.draft))


def state_text(state: DraftState) -> str:
    """Return what is written for one draft."""
    return json.dumps(state.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def pair_documents(
    news: Mapping[int, Regulation], states: Sequence[DraftState], least: float = ALIKE
) -> dict[int, DraftState]:
    """Return index of a new document -> the draft it was before.

    Args:
        news: Index -> document of the new import.
        states: What is remembered of drafts from the same source.
        least: What they have to share, 0 to 1; the name of a file and a title alone do not make them one.
    """
    bags = {i: _bag(plain(new)) for i, new in news.items()}
    olds = [(state, _bag(state.generated)) for state in states]
    likely: list[tuple[float, int, int]] = []
    for i, bag in bags.items():
        for j, (state, old) in enumerate(olds):
            shared = 2 * (bag & old).total() / max(1, bag.total() + old.total())
            titles = state.generated.get("title") == plain(news[i]).get("title")
            if shared >= least:
                likely.append((shared + 0.3 * titles - 0.001 * abs(i - j), i, j))
    found: dict[int, DraftState] = {}
    used: set[int] = set()
    for _, i, j in sorted(likely, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in found and j not in used:
            found[i] = states[j]
            used.add(j)
    return found


def keep_ids(base: Regulation, new: Regulation, used: set[str]) -> Regulation:
    """Return *new* with the ids of *base* on what is the same, and on the rest ids that were never given.

    Args:
        base: The draft as generated last time.
        new: The draft as generated now, with ids by number.
        used: Every id given so far; what is given now is added.
    """
    lang = new.source_language
    olds, news = spots(plain(base), lang), spots(plain(new), lang)
    old_of_new = {n: b for b, n in match(olds, news).items()}
    kept = {n: olds[b].id for n, b in old_of_new.items() if olds[b].id}
    used |= set(kept.values())
    return new.model_copy(update={"body": _renamed(new.body, iter(_ids(news, kept, used)))})


def _ids(news: Sequence[Spot], kept: Mapping[int, str], used: set[str]) -> Iterator[str]:
    for n, spot in enumerate(news):
        if n in kept or not spot.id:
            yield kept.get(n, "")
            continue
        name, count = spot.id, 1
        while name in used:
            count += 1
            name = f"{spot.id.split('-no')[0]}-no{count}"
        used.add(name)
        yield name


def _renamed(body: tuple[Node, ...], ids: Iterator[str]) -> tuple[Node, ...]:
    out = []
    for node in body:
        name = next(ids) or None
        out.append(node.model_copy(update={"id": name, "body": _renamed(node.body, ids)}))
    return tuple(out)


def _bag(version: Mapping[str, Any]) -> Counter[str]:
    lang = "en" if version.get("authoritative") == "en" else "zh"
    text = "".join("".join(spot.words.split()) for spot in spots(version, lang))
    return Counter(text[i : i + 2] for i in range(len(text) - 1))


def _damaged(path: Path) -> Diagnostic:
    return Diagnostic(
        "IMP004",
        Severity.ERROR,
        Source(str(path)),
        "",
        Message("上次导入的记录读不了", "the record of the last import cannot be read"),
        Message(
            "从备份恢复；或删去它，再次导入时每一处差异都会列出",
            "restore it from a backup, or delete it: the next import then names every difference",
        ),
    )
