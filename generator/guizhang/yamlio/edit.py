"""Small changes to a YAML file in place: only the bytes of the changed value move, comments and layout stay.

So do the byte order mark and the line ends, which Windows editors write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from guizhang.files import BOM
from guizhang.yamlio.nodes import end_of, node_at
from guizhang.yamlio.tree import Loc, Tree, parse

_LINE_END = re.compile(r"\r\n|\n|\r")


def exact_text(path: Path) -> str:
    """Return the text of *path* as it is: with its byte order mark and its line ends, to be changed in place."""
    return path.read_bytes().decode("utf-8")


def set_scalars(text: str, path: str, changes: Mapping[tuple[str | int, ...], Mapping[str, str]]) -> str:
    """Return *text* with scalars of mappings set.

    Args:
        text: A YAML document without faults, as `exact_text` reads it.
        path: Its name in messages.
        changes: Location of a mapping -> {key: plain scalar}. A mapping that is not there yet is added as the last key
            of its parent, which must be.

    Raises:
        KeyError: a parent is missing.
    """
    # The parser's offsets do not count a byte order mark.
    mark, text = _without_mark(text)
    tree, faults = parse(text, path)
    if tree is None or tree.root is None or faults:
        raise KeyError(path)
    edits = [edit for loc, values in changes.items() for edit in _edits(tree, text, loc, values)]
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return mark + text


def set_entries(text: str, path: str, entries: Mapping[int, str]) -> str:
    """Return *text*, a YAML list in block style, with some of its entries replaced.

    Args:
        text: A YAML document without faults, as `exact_text` reads it.
        path: Its name in messages.
        entries: Index in the list -> the new entry with its dash, ending in a newline; it gets the line ends of the one
            it replaces. Blank lines and comments between entries stay.

    Raises:
        KeyError: there is no such entry.
    """
    mark, text = _without_mark(text)
    tree, faults = parse(text, path)
    if tree is None or not isinstance(tree.root, yaml.SequenceNode) or faults:
        raise KeyError(path)
    lines = text.splitlines(keepends=True)
    starts = [node.start_mark.line for node in tree.root.value]
    for index in sorted(entries, reverse=True):
        if not 0 <= index < len(starts):
            raise KeyError(index)
        end = starts[index + 1] if index + 1 < len(starts) else len(lines)
        while end > starts[index] + 1 and lines[end - 1].strip()[:1] in ("", "#"):
            end -= 1
        lines[starts[index] : end] = [entries[index].replace("\n", _line_break(text, tree.root.value[index]))]
    return mark + "".join(lines)


def append(text: str, more: str) -> str:
    """Return *text*, as `exact_text` reads it, with *more* behind a blank line and with the line ends it has."""
    end = _first_break(text, 0)
    return text.rstrip() + f"\n\n{more}".replace("\n", end)


def _without_mark(text: str) -> tuple[str, str]:
    return (BOM, text[1:]) if text.startswith(BOM) else ("", text)


def _line_break(text: str, node: yaml.Node) -> str:
    """Return how the line ends on which *node* begins."""
    return _first_break(text, _start(node))


def _first_break(text: str, start: int) -> str:
    found = _LINE_END.search(text, start) or _LINE_END.search(text)
    return found.group() if found else "\n"


def _edits(tree: Tree, text: str, loc: Loc, values: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, replacement) for one mapping."""
    node = node_at(tree.root, loc)
    if not isinstance(node, yaml.MappingNode):
        parent = node_at(tree.root, loc[:-1])
        if not isinstance(parent, yaml.MappingNode):
            raise KeyError(loc)
        yield _added(parent, text, str(loc[-1]), _flow(values))
        return
    there = {key.value: value for key, value in node.value}
    for key, value in values.items():
        if key in there:
            start = _start(there[key])
            # An empty value begins right behind its colon.
            yield start, end_of(there[key]), f" {value}" if text[start - 1] == ":" else value
        else:
            yield _added(node, text, key, value)


def _added(parent: yaml.MappingNode, text: str, key: str, value: str) -> tuple[int, int, str]:
    if parent.flow_style:
        at = end_of(parent) - 1
        return at, at, f", {key}: {value}" if parent.value else f"{key}: {value}"
    indent = " " * parent.value[0][0].start_mark.column
    at = _line_end(text, _after(parent))
    return at, at, f"{_line_break(text, parent)}{indent}{key}: {value}"


def _after(parent: yaml.MappingNode) -> int:
    """Return an offset on the line behind which a new key goes: after the scalar fields, before any ``body:``.

    A key at the very end would follow the whole subtree, far from the text it belongs to.
    """
    before = [value for key, value in parent.value if key.value != "body"]
    last = before[-1] if before else parent.value[-1][1]
    return end_of(last)


def _flow(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"


def _start(node: yaml.Node) -> int:
    index: int = node.start_mark.index
    return index


def _line_end(text: str, offset: int) -> int:
    # A block scalar's mark stands at the start of the next line; step back to the line it ends on.
    while offset > 0 and text[offset - 1] in "\r\n":
        offset -= 1
    end = _LINE_END.search(text, offset)
    return end.start() if end else len(text)
