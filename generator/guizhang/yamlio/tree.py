"""YAML text to plain data, every scalar as the text that was typed, and places back to lines and columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from guizhang.diagnostics import Diagnostic, Message, Severity, Source, field_path
from guizhang.yamlio.slips import conflict
from guizhang.yamlio.syntax import slipped, syntax

Data = str | None | list["Data"] | dict[str, "Data"]
Loc = Sequence[str | int]

MAX_BYTES = 16 * 1024 * 1024
"""A larger file is not something a person wrote."""
MAX_DEPTH = 60
"""Deeper nesting than any rule needs; bounds recursion."""

_Parser = getattr(yaml, "CLoader", yaml.Loader)
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that stand for nothing; quoted they are text."""
_STR_TAG = "tag:yaml.org,2002:str"
_TAGS = {
    yaml.ScalarNode: _STR_TAG,
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
_SWALLOWED = re.compile(r"[ \t]+#")
_TEXT_KEYS = ("zh", "en")


class _Loader(_Parser):  # type: ignore[misc, valid-type]  # which of the two there is, is known at run time
    """Composes without guessing types: every scalar is the text that was typed."""

    def resolve(self, kind: type[yaml.Node], _value: str | None, _implicit: object) -> str:
        return _TAGS[kind]

    def descend_resolver(self, _current: yaml.Node, _index: object) -> None:
        """Keep no path, as nothing is resolved by it."""

    def ascend_resolver(self) -> None:
        """Likewise."""


@dataclass(frozen=True)
class Tree:
    """A parsed YAML file: its data, and the nodes that know where everything stands."""

    path: str
    data: Data
    root: yaml.Node | None

    def locate(self, loc: Loc, *, at_key: bool = False) -> Source:
        """Return where *loc* stands; of a place that is not there, the nearest that is.

        Args:
            loc: Keys and indices from the top, as pydantic reports them.
            at_key: Point at the key instead of its value.
        """
        node, mark = self.root, None
        if node is None:
            return Source(self.path, 1, 1)
        mark = node.start_mark
        for step in loc:
            found = _step(node, step)
            if found is None:
                break
            key, node = found
            mark = key.start_mark if at_key or _spans_lines(node) else node.start_mark
        return Source(self.path, mark.line + 1, mark.column + 1)


def parse(text: str, path: str) -> tuple[Tree | None, list[Diagnostic]]:
    """Parse one YAML document.

    Returns:
        The tree (``None`` where there is nothing to read) and every fault of the notation: syntax, duplicate keys,
        comments that swallow text, anchors, tags.
    """
    if not text.strip():
        return None, [_EMPTY.at(Source(path, 1, 1))]
    problem = _refusal(text)
    if problem is not None:
        return None, [problem.at(Source(path, 1, 1))]
    marks = conflict(text, failed=False)
    if marks is not None:
        return None, [slipped(marks, path)]
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [syntax(error, text, path)]
    if root is None:
        return None, [_EMPTY.at(Source(path, 1, 1))]
    reader = _Reader(path, text.splitlines())
    return Tree(path, reader.read(root, ()), root), reader.faults


@dataclass(frozen=True)
class _Fault:
    """A kind of fault in the notation."""

    code: str
    problem: Message
    mend: Message

    def at(self, source: Source, loc: Loc = ()) -> Diagnostic:
        return Diagnostic(self.code, Severity.ERROR, source, field_path(loc), self.problem, self.mend)


_EMPTY = _Fault(
    "YML001",
    Message("文件是空的", "the file is empty"),
    Message("写入内容，或删除这个文件", "write its content or delete the file"),
)
_TOO_LARGE = _Fault(
    "YML002",
    Message(f"文件超过 {MAX_BYTES // 2**20} MiB", f"the file is larger than {MAX_BYTES // 2**20} MiB"),
    Message("拆成几个文件", "split it into several files"),
)
_TOO_DEEP = _Fault(
    "YML003",
    Message(f"嵌套超过 {MAX_DEPTH} 层", f"nested more than {MAX_DEPTH} levels deep"),
    Message("检查缩进和括号", "check indentation and brackets"),
)
_ANCHOR = _Fault(
    "YML006",
    Message("不支持锚点和别名（& 和 *）", "anchors and aliases (& and *) are not supported"),
    Message("把内容写全；文字以 * 或 & 开头时加引号", "write the content out; quote a text that begins with * or &"),
)
_TAG = _Fault(
    "YML007",
    Message("不支持类型标签（!）", "tags (!) are not supported"),
    Message("删去标签；文字以 ! 开头时加引号", "delete the tag; quote a text that begins with !"),
)
_SWALLOW = _Fault(
    "YML005",
    Message(
        "没有引号的文字后面有“ #”，其后的内容会被 YAML 当作注释丢掉",
        "' #' behind an unquoted text: YAML drops the rest as a comment",
    ),
    Message(
        "文字含 # 时加引号或改用块样式（|）；注释另起一行",
        "quote the text or use block style (|); put a comment on a line of its own",
    ),
)

UNREADABLE = frozenset(fault.code for fault in (_TOO_DEEP, _ANCHOR, _TAG))
"""Codes after which the data has holes, so that comparing it with a model would only repeat the fault."""


def _refusal(text: str) -> _Fault | None:
    if len(text) > MAX_BYTES:
        return _TOO_LARGE
    # libyaml recurses once a bracket, so brackets alone could exhaust the stack before the reader counts levels.
    if text.count("[") + text.count("{") > MAX_DEPTH and _bracket_depth(text) > MAX_DEPTH:
        return _TOO_DEEP
    return None


def _bracket_depth(text: str) -> int:
    depth = deepest = 0
    for sign in re.findall(r"[\[\]{}]", text):
        depth = max(0, depth + (1 if sign in "[{" else -1))
        deepest = max(deepest, depth)
    return deepest


class _Reader:
    """Turns composed nodes into plain data and collects faults of the notation."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.faults: list[Diagnostic] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, loc: tuple[str | int, ...]) -> Data:
        if len(loc) > MAX_DEPTH:
            self._report(_TOO_DEEP, node, loc)
            return None
        # compose() hands out one node object for an anchor and all its aliases.
        if id(node) in self._seen:
            self._report(_ANCHOR, node, loc)
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, loc)
        if node.tag not in ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"):
            self._report(_TAG, node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(child, (*loc, i)) for i, child in enumerate(node.value)]
        return self._mapping(node, loc)

    def _mapping(self, node: yaml.Node, loc: tuple[str | int, ...]) -> dict[str, Data]:
        out: dict[str, Data] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._report(_key_fault("…"), key_node, loc)
                continue
            key = key_node.value
            if key in out:
                self._report(_key_fault(key), key_node, (*loc, key))
                continue
            out[key] = self.read(value_node, (*loc, key))
        return out

    def _scalar(self, node: yaml.ScalarNode, loc: tuple[str | int, ...]) -> str | None:
        if not node.tag.startswith("tag:yaml.org,2002:"):
            self._report(_TAG, node, loc)
        if not node.style:  # plain: the C parser says "", the Python one None
            if loc and loc[-1] in _TEXT_KEYS and self._comment_follows(node):
                self._report(_SWALLOW, node, loc)
            if node.value in NULLS:
                return None
        text: str = node.value
        return text

    def _comment_follows(self, node: yaml.ScalarNode) -> bool:
        line = self.lines[node.end_mark.line] if node.end_mark.line < len(self.lines) else ""
        return _SWALLOWED.match(line, node.end_mark.column) is not None

    def _report(self, fault: _Fault, node: yaml.Node, loc: tuple[str | int, ...]) -> None:
        source = Source(self.path, node.start_mark.line + 1, node.start_mark.column + 1)
        self.faults.append(fault.at(source, loc))


def _key_fault(key: str) -> _Fault:
    return _Fault(
        "YML008",
        Message(f"键 {key!r} 重复出现，或不是文字", f"the key {key!r} stands twice here, or is not a text"),
        Message("合并两处，只留一个", "merge the two and keep one"),
    )


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode):
        if isinstance(step, int) and step < len(node.value):
            return node.value[step], node.value[step]
        return None
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == str(step)), None)
    return None


def _spans_lines(node: yaml.Node) -> bool:
    """Tell whether the value is a block below its key: there the key is the better place to point at."""
    if isinstance(node, yaml.ScalarNode):
        return node.style in ("|", ">")
    return isinstance(node, yaml.CollectionNode) and not node.flow_style
