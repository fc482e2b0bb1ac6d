"""Model values to YAML text that people edit: field order of the model, rule texts in block style, nothing that is a default."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

import yaml
from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from guizhang.model.text import Text
from guizhang.yamlio.tree import NULLS

SCHEMA_LINE = "# yaml-language-server: $schema={path}/{kind}.json\n"
_WIDTH = 2**30  # never fold: a folded rule is hard to compare line by line


class _Block(str):
    """A text that is written in block style."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key and knows block texts."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        return super().increase_indent(flow, False)


def _block(dumper: yaml.SafeDumper, value: _Block) -> yaml.Node:
    # The emitter falls back to double quotes by itself where a block scalar could not hold the text.
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style="|")


def _string(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    # Everything but null is read back as text, so plain style is safe for what YAML would take for a number or a date.
    plain = (
        value not in NULLS and value.isascii() and value.replace("-", "").replace("/", "").replace("_", "").isalnum()
    )
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=None if plain else '"')


def _null(dumper: yaml.SafeDumper, value: None) -> yaml.Node:  # noqa: ARG001
    return dumper.represent_scalar("tag:yaml.org,2002:str", "null")


_Dumper.add_representer(_Block, _block)
_Dumper.add_representer(type(None), _null)
_Dumper.add_representer(str, _string)
# Without resolvers the emitter would quote nothing and tag nothing: scalars are plain text here.
_Dumper.yaml_implicit_resolvers = {}


def dump(value: BaseModel, *, schema: str | None = None, kind: str | None = None) -> str:
    """Return *value* as YAML.

    Args:
        value: Any content type; what `load` reads back is equal to it.
        schema: Relative path of the schema folder for the first line; no such line when absent.
        kind: Name of the schema; needed with *schema*.
    """
    head = SCHEMA_LINE.format(path=schema, kind=kind) if schema and kind else ""
    body: str = yaml.dump(
        _plain(value), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=False
    )
    return head + body


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return {lang: _Block(text) for lang in ("zh", "en") if (text := value.get(lang)) is not None}
    if isinstance(value, RootModel):
        return _plain(value.root)
    if isinstance(value, BaseModel):
        return {
            name: _plain(getattr(value, name))
            for name, field in _fields(type(value))
            if field.is_required() or getattr(value, name) != field.get_default(call_default_factory=True)
        }
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return None if value is None else _scalar(value)


def _fields(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """Return the fields of *model* in the order they are written: those it says lead, then the others."""
    leading: tuple[str, ...] = getattr(model, "LEADING", ())
    fields = model.model_fields
    return [(name, fields[name]) for name in (*leading, *(name for name in fields if name not in leading))]


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)
