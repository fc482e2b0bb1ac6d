"""What was found as JSON: `guizhang import FILE --facts OUT.json`, for scoring and for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from guizhang.facts.figures import find_facts
from guizhang.facts.found import FoundFact, FoundNorm, FoundReference, LineOf, RuleDocument, line_in_text
from guizhang.facts.inherit import find_norms
from guizhang.facts.layers import find_approvals, find_phrases, find_procedures, find_roles
from guizhang.facts.references import find_resolved
from guizhang.zh.quantities import FigureKind, printed_unit

Json = dict[str, Any]


def facts_json(documents: Sequence[RuleDocument], line_of: LineOf = line_in_text) -> Json:
    """Return facts, norms, references and layers of *documents*, ready for `json.dumps`.

    Args:
        documents: The documents of an import, or others of their shape.
        line_of: Where a character of a provision's text stands in the source; `guizhang.facts.lines.SourceLines`
            where the source is at hand.

    Returns:
        ``facts``, ``norms`` and ``references`` as lists of objects, and ``layers`` with roles, approvals, steps and
        phrases. A duration's value is ISO 8601, as a clock time's and a date's; money is amount and currency, a count number and unit; a range has min
        and max of the same form. The unit of a count is the measure word as printed, ``unit_id`` what the model calls it.
    """
    facts = [fact for document in documents for fact in find_facts(document.nodes, line_of)]
    norms = [norm for document in documents for norm in find_norms(document.nodes, line_of, document.title)]
    return {
        "facts": [_fact(fact) for fact in facts],
        "norms": [_norm(norm) for norm in norms],
        "references": [_reference(reference) for reference in find_resolved(documents, line_of)],
        "layers": _layers(documents, line_of),
    }


def facts_text(documents: Sequence[RuleDocument], line_of: LineOf = line_in_text) -> str:
    """Return `facts_json` as the text of a file."""
    return json.dumps(facts_json(documents, line_of), ensure_ascii=False, indent=1) + "\n"


def _fact(fact: FoundFact) -> Json:
    figure = fact.figure
    low, dots, high = figure.value.partition("..")
    unit = printed_unit(figure) if figure.kind is FigureKind.COUNT else figure.unit
    value = _value(figure.kind, low, unit)
    out: Json = {
        "line": fact.line,
        "span": fact.span,
        "kind": figure.kind.value,
        "value": {"min": value, "max": _value(figure.kind, high, unit)} if dots else value,
        "bound": figure.bound.value,
        "inclusive": figure.inclusive,
    }
    if unit or figure.kind is FigureKind.PERCENT:
        out["unit"] = unit or "%"
    if figure.kind is FigureKind.COUNT and figure.unit != unit:
        out["unit_id"] = figure.unit
    if figure.trigger:
        out["trigger"] = figure.trigger
    return out


def _value(kind: FigureKind, value: str, unit: str | None) -> str | Json:
    match kind:
        case FigureKind.MONEY:
            return {"amount": _number(value), "currency": unit or "CNY"}
        case FigureKind.PERCENT:
            return {"number": _number(value.rstrip("%")), "unit": "%"}
        case FigureKind.COUNT:
            return {"number": _number(value), "unit": unit or "number"}
        case FigureKind.TIME:
            return value.zfill(len("00:00"))
        case _:
            return value


def _number(value: str) -> int | float:
    over, _, under = value.partition("/")
    number = round(Decimal(over) * 100 / Decimal(under), 4) if under else Decimal(value)
    return int(number) if number == int(number) else float(number)


def _norm(norm: FoundNorm) -> Json:
    out: Json = {
        "line": norm.line,
        "text": norm.text,
        "norm": norm.norm,
        "explicit": norm.explicit,
        "bearer": norm.bearer,
        "strength": norm.strength,
    }
    if norm.also:
        out["also"] = list(norm.also)
    return out


def _reference(reference: FoundReference) -> Json:
    out: Json = {"line": reference.line, "span": reference.span, "target": reference.target}
    if reference.target_line is not None:
        out["target_line"] = reference.target_line
    return out


def _layers(documents: Sequence[RuleDocument], line_of: LineOf) -> Json:
    out: Json = {"roles": [], "approvals": [], "steps": [], "phrases": []}
    for document in documents:
        nodes = document.nodes
        out["roles"] += [{"name": r.name, "lines": list(r.lines)} for r in find_roles(nodes, line_of)]
        out["approvals"] += [
            {"line": a.line, "span": a.span, "who": a.who, "act": a.act, "matter": a.matter}
            for a in find_approvals(nodes, line_of)
        ]
        out["steps"] += [
            {"line": p.line, "title": p.title, "steps": list(p.steps)} for p in find_procedures(nodes, line_of)
        ]
        out["phrases"] += [{"line": p.line, "text": p.text, "use": p.use} for p in find_phrases(nodes, line_of)]
    return out
