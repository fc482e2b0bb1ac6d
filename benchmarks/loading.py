"""Reading and checking a handbook."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import regulations
from benchmarks.measure import Row, seconds
from guizhang.checks import check
from guizhang.yamlio.content import load_project
from guizhang.yamlio.dump import dump


def rows() -> Iterator[Row]:
    """Yield the time to load and check 1,000 articles."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write_corpus(root, 1000)
        yield Row("load 1,000 articles", seconds(lambda: load_project(root)), "s")
        loaded = load_project(root)
        yield Row("check 1,000 articles", seconds(lambda: check(loaded)), "s")


def write_corpus(root: Path, articles: int) -> None:
    """Write a handbook of *articles* made-up articles below *root*."""
    folder = root / "content" / "regulations"
    folder.mkdir(parents=True)
    head = "title: {zh: 规章, en: Rules}\ncompany: {zh: 公司, en: Company}\n"
    (root / "content" / "handbook.yaml").write_text(head, encoding="utf-8")
    for regulation in regulations(articles):
        (folder / f"{regulation.id}.yaml").write_text(dump(regulation), encoding="utf-8")
