"""JSON Schemas of the file formats, so that editors complete and check while an author types."""

from __future__ import annotations

import ast
import inspect
import json
from itertools import pairwise

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from guizhang.model.base import Model
from guizhang.yamlio.content import KINDS

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return JSON Schema text by kind of file, keys sorted, so that equal models give equal bytes."""
    out = {}
    for kind, model in KINDS.items():
        schema = _as_typed(model.model_json_schema(schema_generator=_Described))
        out[kind] = json.dumps({"$schema": _DRAFT, **schema}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return out


class _Described(GenerateJsonSchema):
    """Says of each field what the docstring below it says.

    Read here and not where models are made (`use_attribute_docstrings`), which would parse their source at each start.
    """

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model with its fields described."""
        made = super().model_schema(schema)
        for name, said in _said(schema["cls"]).items():
            if name in made.get("properties", {}):
                made["properties"][name].setdefault("description", said)
        return made


def _said(model: type) -> dict[str, str]:
    """Return field -> docstring of *model* and of what it inherits."""
    out: dict[str, str] = {}
    for own in reversed(model.__mro__):
        if not issubclass(own, Model):
            continue
        (tree,) = ast.parse(inspect.getsource(own)).body
        assert isinstance(tree, ast.ClassDef)
        for field, below in pairwise(tree.body):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
                out[field.target.id] = inspect.cleandoc(ast.literal_eval(below.value))
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
