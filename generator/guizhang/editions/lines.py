"""A comparison as the lines a terminal shows; each run of a line says what it is, and whoever prints it gives it a colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from guizhang.diagnostics import Language, Message
from guizhang.editions.changes import Change, Comparison, RowChange, StrengthChange
from guizhang.editions.pieces import Piece
from guizhang.editions.summary import Group, groups, sentence, turned
from guizhang.editions.words import ASPECTS, ATTRIBUTES, NORMS, STALE, TURNS, UNTYPED
from guizhang.model.edition import Aspect
from guizhang.model.regulation import Norm
from guizhang.model.text import LANGS, Lang, Text

Style = Literal["plain", "head", "out", "in", "dim", "warn"]
MARKS: dict[Style, tuple[str, str]] = {"out": ("[-", "-]"), "in": ("{+", "+}")}
"""What stands around a run where there are no colours, as wdiff writes it."""
COLOURS: dict[Style, str] = {
    "plain": "", "head": "bold", "out": "red strike", "in": "green", "dim": "dim", "warn": "yellow",
}  # fmt: skip
"""The same in colours, as rich calls them."""
_KEEP = 16
"""Characters of unchanged text shown beside a change."""
_NAMES_MAX = 120


@dataclass(frozen=True, slots=True)
class Run:
    """A run of one line."""

    text: str
    style: Style = "plain"


Line = tuple[Run, ...]


def lines(comparison: Comparison, language: Language) -> Iterator[Line]:
    """Yield the lines of *comparison*, messages in *language*, rule text in both languages where both changed."""
    yield (Run(sentence(comparison).render(language), "head"),)
    for name in comparison.unread:
        yield (
            Run(Message(f"没有比较（读不了）：{name}", f"not compared (unreadable): {name}").render(language), "warn"),
        )
    if comparison.unversioned:
        zh = "、".join(title.either("zh") for title in comparison.unversioned)
        en = ", ".join(title.either("en") for title in comparison.unversioned)
        said = Message(f"内容改了而版本号没有改：{zh}", f"changed under the same version: {en}")
        yield (Run(said.render(language), "warn"),)
    strong = list(turned(comparison))
    if strong:
        yield ()
        yield (
            Run(
                Message("先看：约束强弱有变", "Look first: rules that bind more or less strongly").render(language),
                "head",
            ),
        )
        for change, strength in strong:
            title = comparison.document(change)
            yield from _strength(change, strength, f"{_said(title, language)} " if title else "", language)
    for group in groups(comparison):
        yield ()
        yield (Run(_said(group.title, language), "head"),)
        yield from _group(group, language)


def _strength(change: Change, strength: StrengthChange, where: str, language: Language) -> Iterator[Line]:
    norms = f"{NORMS[Norm(strength.old)].render(language)} → {NORMS[Norm(strength.new)].render(language)}"
    turn = TURNS[strength.turn].render(language)
    yield (
        Run("  ! "),
        Run(f"{norms}（{turn}）" if language == "zh" else f"{norms} ({turn})", "warn"),
        Run(f"  {where}{_name(change, language)}"),
    )
    lang: Lang = "zh" if strength.clause.zh else "en"
    yield Run("      "), Run(_cut(strength.clause.either(lang)), "dim")
    if not strength.typed:
        yield Run("      "), Run(UNTYPED.render(language), "warn")


def _group(group: Group, language: Language) -> Iterator[Line]:
    if group.whole is not None:
        names = [_said(change.entry.name, language) for change in group.loud]
        yield (
            Run(f"  {_sign(group.whole)} "),
            Run(ASPECTS[group.whole].render(language), "warn"),
            Run(_cut(f"  {len(names)}: {', '.join(names)}")),
        )
        return
    for change in group.loud:
        yield from _change(change, language)
    if group.quiet:
        head = Message(f"只是编号或格式（{len(group.quiet)}）", f"number or form alone ({len(group.quiet)})")
        yield Run("  · "), Run(head.render(language), "dim")
        for change in group.quiet:
            yield Run("      "), Run(f"{_name(change, language)}  {_aspects(change, language)}", "dim")
            if Aspect.FORMAT in change.aspects:
                yield from _rows(change)


def _change(change: Change, language: Language) -> Iterator[Line]:
    sign = _sign(change.aspects[0])
    sure = f" ≈{change.confidence:.0%}" if change.confidence < 1 else ""
    yield Run(f"  {sign} "), Run(_name(change, language), "head"), Run(f"  {_aspects(change, language)}{sure}", "dim")
    if change.old_home is not None and change.new_home is not None and change.old_home != change.new_home:
        yield Run("      "), Run(f"{_said(change.old_home, language)} → {_said(change.new_home, language)}")
    for figure in change.figures:
        old, new = (_said(side, language) if side else "–" for side in (figure.old, figure.new))
        about = f"{_said(figure.about, language)}: " if figure.about else ""
        yield Run(f"      {about}"), Run(old, "out"), Run(" → "), Run(new, "in")
    for attribute in change.attributes:
        old, new = (_said(side, language) if side else "–" for side in (attribute.old, attribute.new))
        yield Run(f"      {ATTRIBUTES[attribute.name].render(language)}: "), Run(old, "out"), Run(" → "), Run(new, "in")
    yield from _rows(change)
    for lang in change.stale:
        yield Run("      "), Run(STALE[lang].render(language), "warn")


def _rows(change: Change) -> Iterator[Line]:
    for row in visible_rows(change):
        for lang in LANGS:
            pieces = row.pieces(lang)
            if any(piece.op != "same" for piece in pieces):
                label = row.row.label
                lead = f"{label.either(lang)} " if label is not None else ""
                yield Run(f"      {lang} ", "dim"), Run(lead), *_runs(pieces)
        if row.old and row.new and row.old.norm is not row.new.norm:
            yield Run("      norm: "), Run(_norm(row.old.norm), "out"), Run(" → "), Run(_norm(row.new.norm), "in")


def _norm(norm: Norm | None) -> str:
    return str(norm) if norm is not None else "–"


def visible_rows(change: Change) -> tuple[RowChange, ...]:
    """Return the rows worth showing.

    That the items behind a new one have other numbers goes without saying, and what came or went as a whole has its title
    in its name and its figures in its text.
    """
    if change.quiet:
        return change.rows
    if change.old is None or change.new is None:
        return tuple(row for row in change.rows if row.row.role != "title" and " " not in row.row.role)
    return tuple(row for row in change.rows if row.aspects != {Aspect.RENUMBERED})


def _runs(pieces: Iterable[Piece]) -> Iterator[Run]:
    found = list(pieces)
    for i, piece in enumerate(found):
        if piece.op == "same":
            yield Run(_around(piece.text, first=i == 0, last=i == len(found) - 1))
        else:
            yield Run(piece.text.replace("\n", "⏎"), piece.op)


def _around(text: str, *, first: bool, last: bool) -> str:
    """Return unchanged text cut to what stands beside a change."""
    text = text.replace("\n", " ")
    if len(text) <= 3 * _KEEP:
        return text
    # A word of English is not cut.
    head = "" if first else re.sub(r"(?<=\s)[a-zA-Z]+$", "", text[:_KEEP])
    tail = "" if last else re.sub(r"^[a-zA-Z]+(?=\s)", "", text[-_KEEP:])
    return f"{head}…{tail}"


def _name(change: Change, language: Language) -> str:
    old, new = change.old, change.new
    if old is None or new is None or old.label == new.label:
        return _said(change.entry.name, language)
    was, now = (_said(side.label, language) if side.label else "–" for side in (old, new))
    return f"{was} → {now} {_said(new.title, language) if new.title else ''}".rstrip()


def _aspects(change: Change, language: Language) -> str:
    return "[" + " ".join(ASPECTS[aspect].render(language) for aspect in change.aspects) + "]"


def _sign(aspect: Aspect) -> str:
    return {Aspect.ADDED: "+", Aspect.REMOVED: "-"}.get(aspect, "~")


def _said(text: Text, language: Language) -> str:
    if language == "both":
        return " / ".join(dict.fromkeys(text.either(lang) for lang in LANGS))
    return text.either(language)


def _cut(text: str) -> str:
    return text if len(text) <= _NAMES_MAX else text[: _NAMES_MAX - 1] + "…"
