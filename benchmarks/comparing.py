"""Comparing editions: how long it takes, and how many rules are recognised when no id says which is which."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import regulations
from benchmarks.measure import Row, seconds
from guizhang.editions.compare import compare, entries
from guizhang.editions.matching import match
from guizhang.model.edition import Subject
from guizhang.model.handbook import Handbook, Settings
from guizhang.model.regulation import Node, Regulation
from guizhang.model.text import Text
from guizhang.yamlio.content import load_project

_ROOT = Path(__file__).parents[1]
_OTHER_WORDS = (
    ("应当", "必须"),
    ("员工", "人员"),
    ("及时", "立即"),
    ("客户", "顾客"),
    ("或者", "或"),
    ("不得", "禁止"),
)
_LAST_SENTENCE = re.compile(r"(?<=[。；])[^。；]+[。；]$")


def rows() -> Iterator[Row]:
    """Yield the times for 20,000 articles, and what is recognised of the reference handbook."""
    old = _book(regulations(20_000))
    edited = _book(_each(regulation, _edited_now_and_then) for regulation in regulations(20_000))
    renamed = _book(_each(regulation, _renamed) for regulation in regulations(20_000))
    yield Row("compare 20,000 articles, 1 % edited", seconds(lambda: compare(old, edited), repeat=1), "s")
    yield Row("compare 20,000 articles, every id new", seconds(lambda: compare(old, renamed), repeat=1), "s")
    right, found, wanted = recognised()
    yield Row("rules reworded under new ids: matched rightly", 100 * right / wanted, "%")
    yield Row("rules reworded under new ids: matches that are right", 100 * right / found, "%")


def recognised() -> tuple[int, int, int]:
    """Return how many provisions are matched rightly, how many are matched, and how many there are.

    Every regulation and provision gets another id, every text other words for six common ones, and one in three loses a
    sentence; one article in ten moves to the next regulation.
    """
    old = load_project(_ROOT).handbook
    news = [
        _each(regulation, _reworded).model_copy(update={"id": f"x-{regulation.id}"}) for regulation in old.regulations
    ]
    for i, regulation in enumerate(news):
        moving = [n for c in regulation.body for n in c.body if n.article and _share(n.id or "") < 0.1]
        news[i] = regulation.model_copy(
            update={
                "body": tuple(
                    c.model_copy(update={"body": tuple(n for n in c.body if n not in moving)}) for c in regulation.body
                )
            }
        )
        following = news[(i + 1) % len(news)]
        *others, last = following.body
        last = last.model_copy(update={"body": (*last.body, *moving)})
        news[(i + 1) % len(news)] = following.model_copy(update={"body": (*others, last)})
    matching = match(entries(old), entries(Handbook(old.settings, tuple(news))))
    pairs = [
        (pair.old.address.partition("/")[2], pair.new.address.partition("/")[2])
        for pair in matching.pairs
        if pair.old.subject is Subject.PROVISION
    ]
    right = sum(new == f"x-{name}" for name, new in pairs)
    return right, len(pairs), len(pairs) + sum(entry.subject is Subject.PROVISION for entry in matching.removed)


def _book(found: Iterator[Regulation]) -> Handbook:
    return Handbook(Settings(title=Text(zh="规章"), company=Text(zh="公司")), tuple(found))


def _each(regulation: Regulation, change: object) -> Regulation:
    def changed(node: Node) -> Node:
        body = tuple(map(changed, node.body))
        return change(node.model_copy(update={"body": body}))  # type: ignore[operator, no-any-return]

    return regulation.model_copy(update={"body": tuple(map(changed, regulation.body))})


def _edited_now_and_then(node: Node) -> Node:
    if node.article is None or node.text is None or _share(node.id or "") >= 0.01:
        return node
    text = node.text.zh or ""
    return node.model_copy(update={"text": Text(zh=f"{text[:40]}并报部门经理备案{text[40:]}", en=node.text.en)})


def _renamed(node: Node) -> Node:
    return node.model_copy(update={"id": f"x-{node.id}"}) if node.id and node.article else node


def _reworded(node: Node) -> Node:
    update: dict[str, object] = {"id": f"x-{node.id}"} if node.id else {}
    if node.text is not None and node.text.zh:
        text = node.text.zh
        if _share(text) < 0.33:
            text = _LAST_SENTENCE.sub("", text)
        for word, other in _OTHER_WORDS:
            text = text.replace(word, other)
        update["text"] = Text(zh=text, en=node.text.en)
    return node.model_copy(update=update)


def _share(name: str) -> float:
    """Return a number 0..1 that only depends on *name*."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF
