"""Texts with their annotations in them: `扣{50元|money=50}`, `见{第三条|@第一章/第三条}`, `<D!员工>员工应…`.

A figure is `{span|kind=value unit}` with `=`, `<=`, `<`, `>=` or `>` for the bound; other readings follow behind `;`.
A reference is `{span|@path}`; `{span|@}` and `{span|@~title}` lead nowhere. `?` before either makes it optional.
A norm stands before its clause, which ends at the next 。；！？ or with the line: its first letter (`S` a procedure, `F` a
definition, `M` a permission, `X` a penalty, `W` a reward, `O` a power, `T` a statement), `!` where a cue stands in the
clause, then the bearer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]

_NORMS = {
    "D": "duty", "P": "prohibition", "M": "permission", "R": "recommendation", "S": "procedure",
    "F": "definition", "X": "penalty", "W": "reward", "O": "power", "T": "statement",
}  # fmt: skip
_STRENGTH = {"D": "must", "P": "must", "S": "must", "R": "should", "M": "may", "O": "may"}
_MARK = re.compile(r"\{(?P<span>[^{}|]+)\|(?P<gold>[^{}]*)\}|<(?P<norm>[DPMRSFXWOT])(?P<cue>!?)(?P<bearer>[^<>]*)>")
_FIGURE = re.compile(r"(?P<kind>[a-z-]+)(?P<bound><=|>=|=|<|>)(?P<value>[^ ]+)(?: (?P<unit>.+))?")
_BOUNDS = {"<=": ("max", True), "<": ("max", False), ">=": ("min", True), ">": ("min", False)}
_END = re.compile(r"[。；！？;!?]|\.(?= |$)")


@dataclass
class Marked:
    """A text taken apart: its bare lines, and rows as the other annotations have them."""

    file: str
    lines: list[str] = field(default_factory=list)
    facts: list[Row] = field(default_factory=list)
    norms: list[Row] = field(default_factory=list)
    references: list[Row] = field(default_factory=list)


def read_marked(text: str, file: str) -> Marked:
    """Return the bare text and the annotations of the marked *text* of *file*.

    Raises:
        ValueError: A mark cannot be read.
    """
    out = Marked(file)
    for number, line in enumerate(text.split("\n"), 1):
        bare, at = "", 0
        heads: list[tuple[int, Row]] = []
        for mark in _MARK.finditer(line):
            bare += line[at : mark.start()]
            at = mark.end()
            if mark["norm"]:
                heads.append((len(bare), _norm(mark)))
                continue
            _annotate(mark, {"file": file, "line": number, "span": mark["span"]}, out)
            bare += mark["span"]
        bare += line[at:]
        if set(bare) & set("{}|<>"):
            raise ValueError(f"{file}:{number}: a mark that cannot be read: {bare}")
        for place, row in heads:
            end = _END.search(bare, place)
            clause = bare[place : end.end() if end else len(bare)].strip()
            out.norms.append({"file": file, "line": number, "text": clause, **row})
        out.lines.append(bare)
    return out


def _norm(mark: re.Match[str]) -> Row:
    letter = mark["norm"]
    return {
        "norm": _NORMS[letter],
        "explicit": bool(mark["cue"]),
        "bearer": mark["bearer"] or None,
        "strength": _STRENGTH.get(letter),
    }


def _annotate(mark: re.Match[str], row: Row, out: Marked) -> None:
    gold = mark["gold"]
    if gold.startswith("?"):
        row["optional"] = True
        gold = gold[1:]
    if gold.startswith("@"):
        target = gold[1:].removeprefix("~") or None
        outside = target is None or gold.startswith("@~")
        out.references.append({**row, "target": target, "target_lines": [], "resolvable": not outside})
        return
    readings = [_figure(part) for part in gold.split(";")] if gold else [_NOTHING]
    out.facts.append({**row, **readings[0], "also": readings[1:]})


_NOTHING: Row = {"kind": "count", "value": None, "unit": None, "bound": "exact", "inclusive": None}


def _figure(gold: str) -> Row:
    found = _FIGURE.fullmatch(gold)
    if not found:
        raise ValueError(f"no figure: {gold}")
    value = re.sub(r"\b(\d+)BD", r"P\1BD", found["value"])
    bound, inclusive = _BOUNDS.get(found["bound"], ("range", True) if ".." in value else ("exact", None))
    unit = found["unit"] or ("CNY" if found["kind"] == "money" else None)
    return {"kind": found["kind"], "value": value, "unit": unit, "bound": bound, "inclusive": inclusive}
