"""What belongs to an item and to no question of a case: id, pool, level, difficulty, themes, roles, citations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from difflib import SequenceMatcher

from guizhang.diagnostics import Diagnostic
from guizhang.exchange import faults, words
from guizhang.exchange.citing import Citation, Rules
from guizhang.exchange.draft import Cell, Draft, Name
from guizhang.exchange.entry import Entry
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.model.text import Text

_SAME = 0.5
"""How like a stem is to the one it rewrites, at least."""
_LIST = re.compile(r"[;；,，、\n|]+")
_LINES = re.compile(r"[;；\n]+")
_SCALES: Mapping[Name, tuple[words.Scale, str, str, str]] = {
    "pool": (words.pool, "题库", "练习、考试", "practice, exam"),
    "level": (words.level, "层次", "识记、理解、应用", "recall, understand, apply"),
    "difficulty": (words.difficulty, "难度", "1 到 5，或 容易、较易、中等、较难、很难", "1 to 5"),
}
"""Field -> how its words are read, what it is called in Chinese, and what it takes in both languages."""
_KEPT: Mapping[Name, str] = {
    "pool": "pool", "level": "level", "difficulty": "difficulty", "roles": "applies_to",
    "states": "states", "enemies": "enemies",
}  # fmt: skip


def head(
    entry: Entry, draft: Draft, rules: Rules, known: Mapping[str, Item], themeless: list[Cell]
) -> list[Diagnostic]:
    """Put the head of *draft* into *entry* and return what was found on the way.

    A question without an id gets one from its stem, the same at every import. What its layout has no word for stays as it
    is in the bank, and so do rules and themes that are not named: *known* holds its items by id. A question for which
    there is no theme is put under the first one of the handbook, and among *themeless*.
    """
    found: list[Diagnostic] = []
    stem = "\n".join(cell.text for (name, _), cell in draft.cells.items() if name == "stem")
    given = draft.cell("id")
    own = _id(given.text, known) if given else ""
    if given and own and _is_another(draft, stem, known.get(own)):
        found += [faults.taken_id(given, own)] if not own.isdigit() else []
        own = ""
    entry.put(("id",), own or f"q-{hashlib.sha256(stem.encode()).hexdigest()[:10]}", given or draft.start)
    before = known.get(entry.data["id"])
    for name, (read, said, zh, en) in _SCALES.items():
        cell = draft.cell(name)
        value = read(cell.text) if cell else None
        if cell and value is None:
            found.append(faults.unknown_word(cell, (said, name), zh, en))
        elif cell:
            entry.put((name,), str(value), cell)
    cited = _cites(entry, draft, rules, before, found)
    settings = rules.handbook.settings
    themes = _named(draft.cell("themes"), settings.themes, found)
    roles = _named(draft.cell("roles"), {role: value.name for role, value in settings.roles.items()}, found)
    if not themes and before:
        themes = list(before.themes)
    if not themes and cited:
        themes = _themes_of(cited, rules.handbook)
    if not themes and cited:
        themeless.append(draft.place("themes"))
        themes = list(settings.themes)[:1]
    entry.put(("themes",), themes, draft.cell("themes") or draft.start)
    if roles:
        entry.put(("applies_to",), roles, draft.cell("roles") or draft.start)
    for name in ("states", "enemies"):
        cell = draft.cell(name)
        if cell:
            entry.put((name,), [piece.strip() for piece in _LINES.split(cell.text) if piece.strip()], cell)
    for name, field in _KEPT.items() if before else ():
        if draft.cell(name) is None and name not in draft.columns:
            entry.put((field,), getattr(before, field), draft.start)
    return found


def _id(text: str, known: Mapping[str, Item]) -> str:
    """Return an id as the bank writes ids, T001 as t001; nothing for 12, which counts the questions of some sheet."""
    bare = re.sub(r"[\s_]+", "-", text.strip().lower())
    if text in known:
        return text
    if text.isdigit():
        return ""
    return bare if re.fullmatch(r"[a-z0-9]+(?:[-.][a-z0-9]+)*", bare) else text


def _is_another(draft: Draft, stem: str, known: Item | None) -> bool:
    """Tell whether the item of an id is another question: of sheets that are none of ours, where ids may mean anything."""
    if known is None or "pool" in draft.columns:
        return False
    stems = filter(None, (known.stem.zh, known.stem.en))
    return all(SequenceMatcher(None, stem, text, autojunk=False).ratio() < _SAME for text in stems)


def _themes_of(address: str, handbook: Handbook) -> list[str]:
    """Return the themes of a provision, or of its regulation; its own id may be one."""
    place, (regulation, _, _) = handbook.provisions.get(address), address.partition("/")
    named = list(place.themes) if place else []
    return [theme for theme in named or [regulation] if theme in handbook.settings.themes]


def _cites(entry: Entry, draft: Draft, rules: Rules, before: Item | None, found: list[Diagnostic]) -> str | None:
    cell = draft.cell("cites")
    cited, unknown = rules.resolve(cell.text) if cell else ([], [])
    if cell and (unknown or not cited):
        example = rules.example(rules.like(entry.words()))
        found += [faults.unknown_rule(cell, text, example) for text in unknown or [cell.text]]
        return None
    if not cell and before:
        cited = [Citation(address) for address in before.cites]
    elif not cell:
        # Beside a long key the words of a short question weigh little.
        likely = (
            rules.told(entry.data.get("rationale", {}).values())
            or rules.like(entry.words())
            or rules.like(" ".join(entry.data["stem"].values()))
        )
        if not likely:
            found.append(faults.no_rule(draft.place("cites"), columns=bool(draft.columns)))
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
