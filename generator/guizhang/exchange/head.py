"""What belongs to an item and to no question of a case: id, pool, level, difficulty, themes, roles, citations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from guizhang.diagnostics import Diagnostic
from guizhang.exchange import faults, words
from guizhang.exchange.citing import Citation, Rules
from guizhang.exchange.draft import Cell, Draft, Name
from guizhang.exchange.entry import Entry
from guizhang.model.text import Text

_LIST = re.compile(r"[;；,，、\n|]+")
_LINES = re.compile(r"[;；\n]+")
_SCALES: Mapping[Name, words.Scale] = {"pool": words.pool, "level": words.level, "difficulty": words.difficulty}


def head(entry: Entry, draft: Draft, rules: Rules) -> list[Diagnostic]:
    """Put the head of *draft* into *entry* and return what was found on the way.

    A question without an id gets one from its stem, the same at every import.
    """
    found: list[Diagnostic] = []
    stem = "\n".join(cell.text for (name, _), cell in draft.cells.items() if name == "stem")
    given = draft.cell("id")
    entry.put(
        ("id",), given.text if given else f"q-{hashlib.sha256(stem.encode()).hexdigest()[:10]}", given or draft.start
    )
    for name, read in _SCALES.items():
        cell = draft.cell(name)
        if cell:
            value = read(cell.text)
            entry.put((name,), cell.text if value is None else str(value), cell)
    cited = _cites(entry, draft, rules, found)
    settings = rules.handbook.settings
    themes = _named(draft.cell("themes"), settings.themes, found)
    roles = _named(draft.cell("roles"), {role: value.name for role, value in settings.roles.items()}, found)
    if not themes and cited:
        place = rules.handbook.provisions.get(cited)
        themes = list(place.themes) if place else []
        themes = themes or [cited.partition("/")[0]]
    entry.put(("themes",), themes, draft.cell("themes") or draft.start)
    if roles:
        entry.put(("applies_to",), roles, draft.cell("roles") or draft.start)
    for name in ("states", "enemies"):
        cell = draft.cell(name)
        if cell:
            entry.put((name,), [piece.strip() for piece in _LINES.split(cell.text) if piece.strip()], cell)
    return found


def _cites(entry: Entry, draft: Draft, rules: Rules, found: list[Diagnostic]) -> str | None:
    cell = draft.cell("cites")
    cited, unknown = rules.resolve(cell.text) if cell else ([], [])
    if cell and (unknown or not cited):
        example = rules.example(rules.like(entry.words()))
        found += [faults.unknown_rule(cell, text, example) for text in unknown or [cell.text]]
        return None
    if not cell:
        likely = rules.like(entry.words())
        if not likely:
            found.append(faults.no_rule(draft.start))
            return None
        cited = [Citation(likely[0])]
        found.append(faults.proposed_rule(draft.start, entry.data["id"], likely))
    entry.put(("cites",), {one.address: one.hash for one in cited}, cell or draft.start)
    return cited[0].address


def _named(cell: Cell | None, known: Mapping[str, Text], found: list[Diagnostic]) -> list[str]:
    """Return the ids of what a cell names by id or by name in either language."""
    named: list[str] = []
    for piece in _LIST.split(cell.text) if cell else ():
        word = words.folded(piece)
        match = next((key for key, name in known.items() if word in _spellings(key, name)), None)
        if match:
            named.append(match)
        elif word and cell:
            found.append(faults.unknown_name(cell, piece.strip()))
    return list(dict.fromkeys(named))


def _spellings(key: str, name: Text) -> set[str]:
    return {words.folded(word) for word in (key, name.zh, name.en) if word}
