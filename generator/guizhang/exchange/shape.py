"""Drafts to items: types are recognised, answers read, citations found; every fault is named by its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic
from guizhang.exchange import answers, faults, words
from guizhang.exchange.citing import Rules
from guizhang.exchange.draft import LETTERS, Cell, Draft, Name
from guizhang.exchange.entry import Entry
from guizhang.exchange.gaps import BLANK
from guizhang.exchange.head import head
from guizhang.exchange.part import Part, Puzzled
from guizhang.exchange.unfold import unfold
from guizhang.model.handbook import Handbook
from guizhang.model.item import GAP, Item, ItemType
from guizhang.model.text import Lang
from guizhang.yamlio.faults import diagnostics

_QUESTION = re.compile(r"(.+)#(\d+)")
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass
class Shaped:
    """Items and what was found on the way."""

    items: list[Item] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)


def shape(drafts: Sequence[Draft], handbook: Handbook) -> Shaped:
    """Return the items *drafts* describe.

    A draft whose id ends in ``#2`` is the second question of the case before it. A question that names no provision is
    given the one it resembles most, unconfirmed: it cannot be drawn until it has been accepted.
    """
    rules, result = Rules(handbook), Shaped()
    entries: dict[str, Entry] = {}
    for draft in drafts:
        try:
            _add(draft, entries, rules, result)
        except Puzzled as puzzled:
            result.found += puzzled.diagnostics
    for entry in entries.values():
        try:
            result.items.append(Item.model_validate(entry.data))
        except ValidationError as error:
            for fault in diagnostics(error, entry, Item):
                cell = next((c for c in (entry.start, *entry.cells.values()) if c.source == fault.source), entry.start)
                result.found.append(replace(fault, field=cell.field))
    return result


def _add(draft: Draft, entries: dict[str, Entry], rules: Rules, result: Shaped) -> None:
    entry = Entry(draft.start)
    _body(entry, draft)
    parent = _QUESTION.fullmatch(draft.text("id"))
    if parent:
        case = entries.get(parent[1])
        if case is None:
            raise Puzzled([faults.no_case(draft.start, parent[1])])
        points = draft.cell("points")
        if points:
            entry.put(("points",), points.text, points)
        case.adopt(("questions", len(case.data.get("questions", ()))), entry)
        return
    found = head(entry, draft, rules)
    result.found += found
    name = entry.data["id"]
    if name in entries:
        result.found.append(faults.doubled_id(entry.start, name, entries[name].start))
    elif "cites" in entry.data:
        entries[name] = entry


def _body(entry: Entry, draft: Draft) -> None:
    kind = _type(draft)
    unfold(draft, kind)
    if draft.said("stem") is None:
        raise Puzzled([faults.no_stem(draft.start)])
    entry.put(("type",), kind.value, draft.cell("type") or draft.start)
    for lang, cell in _by_language(draft, "stem"):
        text = _with_gaps(cell.text) if kind is ItemType.CLOZE else cell.text
        entry.put(("stem", lang), text, cell)
    for loc, value, cell in answers.fields(kind, draft, _parts(draft)):
        entry.put(loc, value, cell)
    for lang, cell in _by_language(draft, "rationale"):
        entry.put(("rationale", lang), cell.text, cell)
    fixed = draft.cell("keep_order")
    if fixed and words.verdict(fixed.text):
        entry.put(("keep_order",), True, fixed)


def _with_gaps(stem: str) -> str:
    """Return a stem whose printed blanks have names, as gaps do; one that names its gaps stays as it is."""
    if GAP.search(stem):
        return stem
    numbers = count(1)
    return BLANK.sub(lambda _: f"[[gap{next(numbers)}]]", stem)


def _type(draft: Draft) -> ItemType:
    """Return the type a draft names, or the one its answer shows."""
    cell = draft.cell("type")
    named = words.item_type(cell.text) if cell else None
    if cell and named is None:
        raise Puzzled([faults.unknown_type(cell, words.TYPE_NAMES.values())])
    return named or _shown_type(draft)


def _shown_type(draft: Draft) -> ItemType:
    unfold(draft, ItemType.SINGLE_CHOICE)
    parts, answer, stem = _parts(draft), draft.said("answer"), draft.said("stem")
    letters = answers.letters(answer.text, parts) if answer and parts else None
    if letters:
        return ItemType.MULTIPLE_CHOICE if len(letters) > 1 else ItemType.SINGLE_CHOICE
    if answer and words.verdict(answer.text) is not None:
        return ItemType.TRUE_FALSE
    if stem and answer and (BLANK.search(stem.text) or GAP.search(stem.text)):
        return ItemType.CLOZE
    return ItemType.SHORT_ANSWER


def _parts(draft: Draft) -> list[Part]:
    """Return the lettered parts; a cell without a language has the one it is written in."""
    found: dict[str, dict[Lang, Cell]] = {}
    for (letter, lang), cell in draft.parts.items():
        found.setdefault(letter, {})[lang or _language(cell.text, draft)] = cell
    return [Part(letter, found[letter]) for letter in LETTERS if letter in found]


def _by_language(draft: Draft, name: Name) -> Iterator[tuple[Lang, Cell]]:
    for (field_name, lang), cell in draft.cells.items():
        if field_name == name:
            yield lang or _language(cell.text, draft), cell


def _language(text: str, draft: Draft) -> Lang:
    """Return the language of a text; letters and digits alone take that of the stem."""
    stem = draft.said("stem")
    return "zh" if _HAN.search(text) or (stem and _HAN.search(stem.text)) else "en"
