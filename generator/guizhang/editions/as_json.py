"""A comparison as JSON for other programs; docs/formats.md describes it."""

from __future__ import annotations

import json
from typing import Any

from guizhang.editions.changes import Change, Comparison, Edition, RowChange
from guizhang.editions.pieces import Piece
from guizhang.model.edition import Aspect
from guizhang.model.text import LANGS, Text

FORMAT = "guizhang-diff/1"


def as_json(comparison: Comparison) -> str:
    """Return *comparison* as JSON text."""
    counts = {str(aspect): comparison.count(aspect) for aspect in Aspect}
    value = {
        "format": FORMAT,
        "old": _edition(comparison.old),
        "new": _edition(comparison.new),
        "summary": {
            "same": comparison.same,
            "changed": len(comparison.loud),
            "quiet": len(comparison.changes) - len(comparison.loud),
            "unchanged": len(comparison.unchanged),
            "aspects": {name: count for name, count in counts.items() if count},
        },
        "changes": [_change(change) for change in comparison.changes],
        "unread": list(comparison.unread),
        "unversioned": [_text(title) for title in comparison.unversioned],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _edition(edition: Edition) -> dict[str, Any]:
    return {"name": edition.name, "title": _text(edition.title), "edition": edition.version}


def _change(change: Change) -> dict[str, Any]:
    old, new = change.old, change.new
    return {
        "subject": str(change.entry.subject),
        "aspects": [str(aspect) for aspect in change.aspects],
        "quiet": change.quiet,
        "confidence": round(change.confidence, 3),
        "old": {"address": old.address, "name": _text(old.name), "home": old.home} if old else None,
        "new": {"address": new.address, "name": _text(new.name), "home": new.home} if new else None,
        "strengths": [
            {"old": str(s.old), "new": str(s.new), "turn": str(s.turn), "typed": s.typed, "was": _text(s.was), "now": _text(s.clause)}
            for s in change.strengths
        ],
        "figures": [
            {"name": f.name, "about": _text(f.about), "old": _text(f.old), "new": _text(f.new), "old_value": f.old_value, "new_value": f.new_value}
            for f in change.figures
        ],
        "attributes": [{"name": a.name, "old": _text(a.old), "new": _text(a.new)} for a in change.attributes],
        "rows": [_row(row) for row in change.rows],
        "stale": list(change.stale),
    }  # fmt: skip


def _row(change: RowChange) -> dict[str, Any]:
    old, new = change.old, change.new
    return {
        "role": change.row.role,
        "aspects": sorted(map(str, change.aspects)),
        "labels": [_text(row.label) if row else None for row in (old, new)],
        "norms": [str(row.norm) if row and row.norm else None for row in (old, new)],
        "notes": [row.note if row else None for row in (old, new)],
        "stale": change.stale,
        **{lang: [[piece.op, piece.text] for piece in _pieces(change, lang)] for lang in LANGS},
    }


def _pieces(change: RowChange, lang: str) -> tuple[Piece, ...]:
    return change.zh if lang == "zh" else change.en


def _text(text: Text | None) -> dict[str, str] | None:
    return {lang: said for lang in LANGS if (said := text.get(lang))} if text is not None else None
