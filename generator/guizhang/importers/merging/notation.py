"""Values and nodes as YAML at a given depth, for writing into a file that is there."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from pydantic import BaseModel

from guizhang.model.regulation import Node
from guizhang.yamlio.dump import dump
from guizhang.yamlio.tree import NULLS

STEP = "  "
"""One level of indentation."""


Value = str | BaseModel | Mapping[str, BaseModel]


def pair(key: str, value: Value, indent: str) -> str:
    """Return ``key: value`` as lines of a block mapping; the first is not indented."""
    if isinstance(value, str):
        return f"{key}: {_scalar(value, indent)}"
    if isinstance(value, Mapping):
        inner = indent + STEP
        return "\n".join([f"{key}:", *(inner + pair(name, one, inner) for name, one in value.items())])
    return f"{key}:\n" + _indented(dump(value), indent + STEP)


def _scalar(value: str, indent: str) -> str:
    if len(value) <= 40 and value.isascii() and value.replace("-", "").isalnum() and value not in NULLS:
        return value
    # Block style is easiest to read and edit; what it cannot hold is quoted.
    lines = value.split("\n")
    plain = all(line == line.rstrip() and line.isprintable() for line in lines) and lines[0][:1] not in ("", " ")
    if not plain:
        return quoted(value)
    return "|-\n" + "\n".join(f"{indent}{STEP}{line}" if line else "" for line in lines)


def quoted(value: str) -> str:
    """Return *value* in double quotes on one line."""
    written: str = yaml.dump(value, default_style='"', allow_unicode=True, width=2**30)
    return written.strip()


def listed(node: Node, indent: str) -> str:
    """Return a line break and *node* as one entry of a block list."""
    lines = _indented(dump(node), indent + STEP)
    return f"\n{indent}- {lines[len(indent) + len(STEP) :]}"


def _indented(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}" if line else "" for line in text.rstrip("\n").split("\n"))
