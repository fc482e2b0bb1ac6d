"""Changes to a draft somebody has edited: only what changes moves, so comments, order and layout of the file stay.

Values and nodes are set, added and appended; nothing that is not named is touched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import yaml

from guizhang.importers.merging.matching import Loc
from guizhang.importers.merging.notation import STEP, Value, listed, pair, quoted
from guizhang.model.regulation import Node
from guizhang.yamlio.nodes import end_of, node_at

_Loader = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    new: str
    column: int
    """Where two insertions meet, the deeper one belongs to what stands before."""

    @property
    def gain(self) -> int:
        return len(self.new) - (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Put:
    """Nodes that were put in together."""

    edit: _Edit
    inside: tuple[int, ...]
    """Offset of each node in what is inserted."""


class Patch:
    """Collects changes to one YAML text and makes them together; offsets stay those of the text given.

    Places in the result are asked for once all changes are in.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = yaml.compose(text, Loader=_Loader)
        self._edits: list[_Edit] = []

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return not self._edits

    def set(self, loc: Loc, key: str, value: Value, *, instead: str | None = None) -> bool:
        """Give the mapping at *loc* a value under *key*.

        Args:
            loc: The mapping.
            key: Key to set or add.
            value: A one-line scalar, or a model or several by name that are written as a block.
            instead: Key whose place it takes.

        Returns:
            Whether it could be written; a value in flow style or behind a missing parent may not.
        """
        mapping = node_at(self.root, loc)
        if not isinstance(mapping, yaml.MappingNode):
            return False
        there = next(((k, v) for k, v in mapping.value if k.value == (instead or key)), None)
        if there is not None:
            return self._replace(mapping, there[0], there[1], key, value)
        return self._add(mapping, key, value)

    def drop(self, loc: Loc, key: str) -> bool:
        """Take *key* out of the block mapping at *loc*; a key whose line opens a node stays, and so does the only one."""
        mapping = node_at(self.root, loc)
        if not isinstance(mapping, yaml.MappingNode) or mapping.flow_style:
            return False
        for k, v in mapping.value if len(mapping.value) > 1 else ():
            start = self.text.rfind("\n", 0, k.start_mark.index)
            if k.value == key and not self.text[start + 1 : k.start_mark.index].strip():
                self._edits.append(_Edit(start, self._line_end(end_of(v)), "", 0))
                return True
        return False

    def put(self, parent: Loc, after: int | None, nodes: list[Node]) -> Put | None:
        """Put *nodes* into the body of *parent*.

        Args:
            parent: The node or, empty, the regulation.
            after: Index of the sibling they follow; ``None`` puts them first.
            nodes: What to put there, in order.

        Returns:
            Where they went; ``None`` where they cannot be written, into a body in flow style.
        """
        mapping = node_at(self.root, parent)
        if not isinstance(mapping, yaml.MappingNode) or mapping.flow_style:
            return None
        body = node_at(self.root, (*parent, "body"))
        if isinstance(body, yaml.SequenceNode) and body.value:
            if body.flow_style:
                return None
            column = body.start_mark.column
            if after is None:
                # A block list begins on a line of its own, so there is a line break before its first dash.
                at = self._before_comments(self.text.rfind("\n", 0, body.value[0].start_mark.index), column)
            else:
                at = self._behind_comments(self._line_end(end_of(body.value[after])), column)
            return self._inserted(at, at, "", nodes, column)
        column = mapping.value[0][0].start_mark.column
        empty = next(((k, v) for k, v in mapping.value if k.value == "body"), None)
        if empty is not None:
            return self._inserted(empty[0].start_mark.index, end_of(empty[1]), "body:", nodes, column + len(STEP))
        at = self._line_end(end_of(mapping))
        return self._inserted(at, at, "\n" + " " * column + "body:", nodes, column + len(STEP))

    def _inserted(self, start: int, end: int, head: str, nodes: list[Node], column: int) -> Put:
        inside = []
        for node in nodes:
            inside.append(len(head) + 1 + column)
            head += listed(node, " " * column)
        put = Put(_Edit(start, end, head, column), tuple(inside))
        self._edits.append(put.edit)
        return put

    def result(self) -> str:
        """Return the text with all changes made."""
        out: list[str] = []
        place = 0
        for edit in self._ordered():
            out += [self.text[place : edit.start], edit.new]
            place = max(place, edit.end)
        return "".join([*out, self.text[place:]])

    def where(self, loc: Loc) -> int:
        """Return the offset in the result at which the value at *loc*, or the nearest that is there, stands."""
        offset = 0
        node = self.root
        for step in loc:
            key = node
            if isinstance(node, yaml.MappingNode):
                found = next(((k, v) for k, v in node.value if k.value == str(step)), None)
                if found is None:
                    break
                key, node = found
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                key = node = node.value[step]
            else:
                break
            offset = key.start_mark.index
        ends, gains = self._shifts
        # All edits that end at or before the offset have moved it; none that is longer reaches across it.
        return offset + gains[bisect_right(ends, offset)]

    def where_put(self, put: Put, index: int) -> int:
        """Return the offset in the result of a node that was put in."""
        return put.edit.start + put.inside[index] + len(STEP) + self._before[put.edit]

    @cached_property
    def _shifts(self) -> tuple[list[int], list[int]]:
        """Ends of the edits, ascending, and by how much the first n of them move what follows."""
        edits = sorted(self._edits, key=lambda edit: edit.end)
        return [edit.end for edit in edits], [0, *accumulate(edit.gain for edit in edits)]

    @cached_property
    def _before(self) -> dict[_Edit, int]:
        """By how much the edits before one move it."""
        edits = self._ordered()
        return dict(zip(edits, [0, *accumulate(edit.gain for edit in edits)], strict=False))

    def _ordered(self) -> list[_Edit]:
        return sorted(self._edits, key=lambda e: (e.start, e.end == e.start, -e.column))

    def _replace(self, mapping: yaml.MappingNode, old: yaml.Node, value: yaml.Node, key: str, new: Value) -> bool:
        start, column = old.start_mark.index, old.start_mark.column
        if mapping.flow_style:
            if not isinstance(new, str):
                return False
            self._edits.append(_Edit(start, end_of(value), f"{key}: {quoted(new)}", column))
            return True
        end = self._trimmed(end_of(value))
        self._edits.append(_Edit(start, end, pair(key, new, " " * column), column))
        return True

    def _add(self, mapping: yaml.MappingNode, key: str, value: Value) -> bool:
        if mapping.flow_style:
            if not isinstance(value, str):
                return False
            at = end_of(mapping) - 1
            at -= len(self.text[:at]) - len(self.text[:at].rstrip())
            comma = ", " if mapping.value else ""
            self._edits.append(_Edit(at, at, f"{comma}{key}: {quoted(value)}", mapping.start_mark.column))
            return True
        column = mapping.value[0][0].start_mark.column
        # Before the body: behind it, a key would stand far from the text it belongs to.
        before = [v for k, v in mapping.value if k.value != "body"]
        if not before:
            return False
        at = self._line_end(end_of(before[-1]))
        self._edits.append(_Edit(at, at, "\n" + " " * column + pair(key, value, " " * column), column))
        return True

    def _trimmed(self, offset: int) -> int:
        # A block scalar's mark stands behind the blank lines that follow it; they belong to the layout.
        return len(self.text[:offset].rstrip("\n \t")) if self.text[offset - 1 : offset] in ("\n", "") else offset

    def _line_end(self, offset: int) -> int:
        end = self.text.find("\n", self._trimmed(offset))
        return len(self.text) if end < 0 else end

    def _behind_comments(self, offset: int, column: int) -> int:
        """Return the end of the comment lines that follow and are indented deeper than *column*."""
        for start, end in self._lines_from(offset):
            line = self.text[start:end]
            bare = line.lstrip(" ")
            if not bare.startswith("#") or len(line) - len(bare) <= column:
                break
            offset = end
        return offset

    def _before_comments(self, offset: int, column: int) -> int:
        """Return the line end before the comment lines that stand above, at *column* or deeper."""
        while True:
            start = self.text.rfind("\n", 0, offset)
            line = self.text[start + 1 : offset]
            bare = line.lstrip(" ")
            if start < 0 or not bare.startswith("#") or len(line) - len(bare) < column:
                return offset
            offset = start

    def _lines_from(self, offset: int) -> Iterator[tuple[int, int]]:
        while offset < len(self.text):
            start = offset + 1
            end = self.text.find("\n", start)
            end = len(self.text) if end < 0 else end
            yield start, end
            offset = end
