"""JSON Schemas of the file formats, so that editors complete and check while an author types."""

from __future__ import annotations

import json

from guizhang.yamlio.content import KINDS

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return JSON Schema text by kind of file, keys sorted, so that equal models give equal bytes."""
    out = {}
    for kind, model in KINDS.items():
        schema = _as_typed(model.model_json_schema())
        out[kind] = json.dumps({"$schema": _DRAFT, **schema}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return out


def _as_typed(schema: object) -> dict[str, object]:
    """Return *schema* with every text field open to numbers.

    An editor types YAML scalars by itself: to it ``article: 5`` is a number, while here it is the text that was typed.
    """
    widened = _widen(schema)
    assert isinstance(widened, dict)
    return widened


def _widen(value: object) -> object:
    if isinstance(value, dict):
        out = {key: _widen(inner) for key, inner in value.items()}
        # Fields of rule text stay strict, so that an editor marks `zh: 5` before anybody prints it.
        if out.get("type") == "string" and "enum" not in out and out.get("format") != "date":
            out["type"] = ["string", "number"]
        return out
    if isinstance(value, list):
        return [_widen(inner) for inner in value]
    return value
