"""Import: speed on plain text, and the structure of the seeds against their hand-made outlines."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.corpus import plain_text
from benchmarks.laws import article_f1, laws
from benchmarks.measure import Row, seconds
from guizhang.importers.accounting.report import outline_json
from guizhang.importers.pipeline import import_text

SHARED = Path(__file__).parents[2] / "shared"
_MEGABYTE = 1_000_000
_LABELS = (
    "1.\n",
    "第一条",
    "“1.",
    "目录\n",
    "相关文章：\n1. 甲\n",
    "第二\n章\n",
    "附件1\n",
    "男\n1.\n",
    "第一章 总则....3\n",
)
"""Texts that tempt a search for labels to look at everything again and again."""


def rows() -> Iterator[Row]:
    """Yield the figures; those of the seeds only where the seeds are."""
    data = plain_text(2000).encode()
    took = seconds(lambda: import_text(data, "corpus.txt"), repeat=2)
    yield Row(f"import of {len(data) / _MEGABYTE:.1f} MB plain text", len(data) / _MEGABYTE / took, "MB/s", ">= 1")
    found = [article_f1(law, import_text(law.text.replace("\n", "").encode(), "law.txt")) for law in laws(200)]
    yield Row("articles F1, 200 laws with every line end removed", sum(found) / len(found), "", ">= .999")
    for unit in _LABELS:
        # Eight times the text: 8 is linear, 64 would be quadratic.
        texts = [(unit * count).encode() for count in (2000, 16_000)]
        short, long = (seconds(partial(import_text, text, "labels.txt"), repeat=2) for text in texts)
        yield Row(f"nothing but {unit.strip()!r}: time at 8 times the length", long / short, "x", "about 8")
    scorer = _scorer()
    if scorer is None:
        return
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        data = path.read_bytes()
        yield Row(f"import of seed {path.name[:3]}", seconds(lambda data=data: import_text(data, "s.txt")), "s", "< 1")
        gold = SHARED / "gold" / f"{path.name[:3]}.json"
        if not gold.exists():
            continue
        score = scorer.score(json.loads(gold.read_text("utf-8")), outline_json(import_text(data, path.name)))
        yield Row(f"  documents F1 {path.name[:3]}", score["documents_f1"], "", ">= .98")
        yield Row(f"  nodes F1 {path.name[:3]}", score["nodes_f1"], "", ">= .98")
        yield Row(f"  right parent {path.name[:3]}", score["edges"], "", ">= .96")


def _scorer() -> Any:
    path = SHARED / "gold" / "score_outline.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location("score_outline", path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
