"""Drafts to items: types are recognised, answers read, citations found; every fault is named by its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from types import MappingProxyType

from pydantic import ValidationError

from guizhang.diagnostics import Diagnostic
from guizhang.exchange import answers, faults, words
from guizhang.exchange.ascending import ascending
from guizhang.exchange.citing import Rules
from guizhang.exchange.draft import Cell, Draft
from guizhang.exchange.entry import Entry
from guizhang.exchange.gaps import BLANK
from guizhang.exchange.head import head
from guizhang.exchange.part import Puzzled, by_language, lettered_parts
from guizhang.exchange.unfold import unfold
from guizhang.model.handbook import Handbook
from guizhang.model.item import GAP, Item, ItemType
from guizhang.yamlio.faults import diagnostics

_QUESTION = re.compile(r"(.+)#(\d+)")


@dataclass
class Shaped:
    """Items and what was found on the way."""

    items: list[Item] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    starts: dict[str, Cell] = field(default_factory=dict)
    """Item id -> where the item begins."""


@dataclass
class _Shaping:
    """What has been shaped so far."""

    rules: Rules
    known: Mapping[str, Item]
    result: Shaped = field(default_factory=Shaped)
    entries: dict[str, Entry] = field(default_factory=dict)
    """Item id -> its data."""
    cases: dict[int, Entry | None] = field(default_factory=dict)
    """Identity of the draft of a case -> its data; ``None`` where it is faulty."""
    themeless: list[Cell] = field(default_factory=list)
    """Where questions begin that have no theme, nor has their rule."""


def shape(drafts: Sequence[Draft], handbook: Handbook, known: Mapping[str, Item] = MappingProxyType({})) -> Shaped:
    """Return the items *drafts* describe.

    A draft whose id ends in ``#2`` is the second question of the case before it. A question that names no provision is
    given the one it resembles most, unconfirmed: it cannot be drawn until it has been accepted.

    Args:
        drafts: The questions; those of a case behind it.
        handbook: What they may cite.
        known: The items of the bank by id; what a layout has no word for stays as it is there.
    """
    shaping = _Shaping(Rules(handbook), known)
    result = shaping.result
    for draft in drafts:
        try:
            _add(draft, shaping)
        except Puzzled as puzzled:
            result.found += puzzled.diagnostics
    result.found += _unasked(drafts, shaping)
    unused = [draft.cells["points", None] for draft in drafts if ("points", None) in draft.cells and not _asks(draft)]
    result.found += [faults.unused_points(cell) for cell in unused[:1]]
    theme = next(iter(handbook.settings.themes.values()), None)
    result.found += [faults.no_theme(cell, theme, len(shaping.themeless)) for cell in shaping.themeless[:1]]
    if theme is None and shaping.themeless:
        return result
    for entry in shaping.entries.values():
        result.starts[entry.data["id"]] = entry.start
        try:
            result.items.append(Item.model_validate(entry.data))
        except ValidationError as error:
            for fault in diagnostics(error, entry, Item):
                cell = next((c for c in (entry.start, *entry.cells.values()) if c.source == fault.source), entry.start)
                result.found.append(replace(fault, field=cell.field))
    return result


def _asks(draft: Draft) -> bool:
    """Tell whether *draft* is a question of a case."""
    return draft.case is not None or _QUESTION.fullmatch(draft.text("id")) is not None


def _unasked(drafts: Sequence[Draft], shaping: _Shaping) -> Iterator[Diagnostic]:
    for draft in drafts:
        entry = shaping.cases.get(id(draft))
        asked = any(other.case is draft for other in drafts)
        if entry and not asked and "questions" not in entry.data:
            shaping.entries.pop(entry.data["id"], None)
            yield faults.no_questions(draft.start, columns=bool(draft.columns))


def _add(draft: Draft, shaping: _Shaping) -> None:
    entry, result = Entry(draft.start), shaping.result
    points = draft.cell("points")
    weight = words.points(points.text) if points else None
    if points and weight is None:
        result.found.append(faults.unknown_word(points, ("分值", "points"), "数，如 2 或 2分", "a number, as in 2"))
    if words.item_type(draft.text("type")) is ItemType.CASE:
        shaping.cases[id(draft)] = None
    _body(entry, draft)
    parent = _QUESTION.fullmatch(draft.text("id"))
    if draft.case is not None or parent:
        case = shaping.entries.get(parent[1]) if parent else shaping.cases.get(id(draft.case))
        if parent and case is None:
            raise Puzzled([faults.no_case(draft.start, parent[1])])
        if points and weight is not None:
            entry.put(("points",), f"{weight:f}", points)
        if case is not None:
            case.adopt(("questions", len(case.data.get("questions", ()))), entry)
        return
    result.found += head(entry, draft, shaping.rules, shaping.known, shaping.themeless)
    name = entry.data["id"]
    if name in shaping.entries:
        first = shaping.entries[name].start
        again = faults.doubled_id(entry.start, name, first) if draft.cell("id") else None
        result.found.append(again or faults.same_question(draft.place("stem"), first))
    elif "cites" in entry.data:
        if "keep_order" not in draft.columns:
            _keep_order(entry, shaping.known.get(name))
        shaping.entries[name] = entry
        if entry.data["type"] == ItemType.CASE:
            shaping.cases[id(draft)] = entry


def _body(entry: Entry, draft: Draft) -> None:
    kind = _type(draft)
    unfold(draft, kind)
    if draft.said("stem") is None:
        raise Puzzled([faults.no_stem(draft.place("stem"))])
    entry.put(("type",), kind.value, draft.cell("type") or draft.start)
    for lang, cell in by_language(draft, "stem"):
        text = _with_gaps(cell.text) if kind is ItemType.CLOZE else cell.text
        entry.put(("stem", lang), text, cell)
    for loc, value, cell in answers.fields(kind, draft, lettered_parts(draft)):
        entry.put(loc, value, cell)
    for lang, cell in by_language(draft, "rationale"):
        entry.put(("rationale", lang), cell.text, cell)
    fixed = draft.cell("keep_order")
    if fixed and words.verdict(fixed.text):
        entry.put(("keep_order",), True, fixed)


def _keep_order(entry: Entry, known: Item | None) -> None:
    """Have figures stay as their author put them, from the least to the largest: a draw would shuffle times and counts."""
    if known is not None:
        if known.keep_order:
            entry.put(("keep_order",), value=True, cell=entry.start)
        return
    options = entry.data.get("options") or ()
    if entry.data["type"] not in (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE) or "keep_order" in entry.data:
        return
    langs = {lang for option in options for lang in option["text"]}
    if langs and all(ascending([option["text"].get(lang, "") for option in options]) for lang in langs):
        entry.put(("keep_order",), value=True, cell=entry.start)


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
    if cell and words.may_be_single(cell.text) and draft.cell("id") is None:
        shown = _shown_type(draft)
        named = shown if shown is ItemType.SINGLE_CHOICE and draft.said("answer") else named
    return named or _shown_type(draft)


def _shown_type(draft: Draft) -> ItemType:
    unfold(draft, ItemType.SINGLE_CHOICE)
    parts, answer, stem = lettered_parts(draft), draft.said("answer"), draft.said("stem")
    letters = answers.letters(answer.text, parts) if answer and parts else None
    if letters:
        return ItemType.MULTIPLE_CHOICE if len(letters) > 1 else ItemType.SINGLE_CHOICE
    if answer and words.verdict(answer.text) is not None:
        return ItemType.TRUE_FALSE
    if parts:
        # With a key that is missing or names none of them; a marking guide in columns goes with a named type.
        return ItemType.SINGLE_CHOICE
    if stem and answer and (BLANK.search(stem.text) or GAP.search(stem.text)):
        return ItemType.CLOZE
    return ItemType.SHORT_ANSWER
