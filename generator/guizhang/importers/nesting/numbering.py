"""Numbers that are missing, doubled or out of order: named, never mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guizhang.importers.outline import Document, Finding, Node, NodeType, walk


def check_numbers(documents: Iterable[Document]) -> Iterator[Finding]:
    """Yield a finding for each break in a list, and in the run of 条 through a document.

    Reads: documents. Writes: findings.
    """
    for document in documents:
        # 条 run through a document, and so do 章 through its 编; other numbers belong to one list.
        for level in (NodeType.ARTICLE, NodeType.CHAPTER):
            yield from _check_list([n for n in walk(document.nodes) if n.type is level], by_chapter=True)
        latest: dict[tuple[str, int], Node] = {}
        waiting = [document.nodes]
        while waiting:
            lists: list[list[Node]] = []
            group = waiting.pop()
            for node in group:
                if node.path and node.type not in (NodeType.ARTICLE, NodeType.CHAPTER):
                    _list_of(node, lists).append(node)
            # The first of a list may run on from the list under the heading before: Q5 under 二、 behind Q4 under 一、.
            for nodes in lists:
                key = (nodes[0].style, len(nodes[0].path))
                before = latest.get(key)
                runs_on = before is not None and nodes[0].path == (*before.path[:-1], before.path[-1] + 1)
                yield from _check_list(nodes, by_chapter=False, last=before if runs_on else None)
                latest[key] = nodes[-1]
            waiting += [node.children for node in reversed(group) if node.children]


def _list_of(node: Node, lists: list[list[Node]]) -> list[Node]:
    """Return the list among *lists* that the node belongs to, a new one added if there is none.

    One list may mix its signs (1. 2、 3）): where nothing else does, the number that is expected tells.
    """
    for nodes in lists:
        if (nodes[-1].style, len(nodes[-1].path)) == (node.style, len(node.path)):
            return nodes
    for nodes in lists:
        if len(node.path) == 1 and nodes[-1].path == (node.path[0] - 1,) and node.path[0] > 1:
            return nodes
    for nodes in lists:
        if any((other.style, len(other.path)) == (node.style, len(node.path)) for other in nodes[:3]):
            return nodes
    lists.append([])
    return lists[-1]


def _check_list(nodes: list[Node], *, by_chapter: bool, last: Node | None = None) -> Iterator[Finding]:
    for node in nodes:
        found = _compare(last, node, by_chapter)
        if found is not None:
            yield found
        last = node


def _compare(last: Node | None, node: Node, by_chapter: bool) -> Finding | None:
    path = node.path
    if last is None:
        first = 1 in (path[-1], path[0]) if by_chapter else path[-1] <= 1
        if first or len(path) > 1:
            return None
        return _finding(
            "number-missing", node, f"{node.label} 之前没有第一个编号", f"{node.label} has nothing before it"
        )
    before = last.path
    if path == before:
        zh, en = f"{node.label} 出现了两次", f"{node.label} stands twice"
        return _finding("number-doubled", node, zh, en)
    follows = (
        path == (*before[:-1], before[-1] + 1)
        or path == (before[0] + 1,)
        or path == (*before, 1)
        or (path[-1] == 1 and path[0] > before[0])
    )
    if follows:
        return None
    if path[-1] == 1 and len(path) == len(before):
        zh, en = f"编号从 {node.label} 重新开始", f"the numbering starts again at {node.label}"
        return _finding("number-restarted", node, zh, en, 0.6)
    if path > before:
        zh = f"{last.label} 之后是 {node.label}，中间缺号"
        en = f"{node.label} follows {last.label}; what is between is missing"
        return _finding("number-missing", node, zh, en)
    zh, en = f"{node.label} 排在 {last.label} 之后，顺序不对", f"{node.label} follows {last.label}, out of order"
    return _finding("number-out-of-order", node, zh, en)


def _finding(code: str, node: Node, zh: str, en: str, confidence: float = 0.85) -> Finding:
    return Finding(node.line, code, zh, en, confidence, node.id)
