"""Structure found in messy documents, against outlines made by hand.

The importer is built with `dev`, `held`, `fresh`, `rough`, `closed`, `closed3`, `closed4` and `closed5` in view; `closed2` is
for its totals only, and those are the figures that count.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.measure import Row
from guizhang.importers.accounting.report import outline_json
from guizhang.importers.pipeline import import_text

FOLDER = Path(__file__).parent / "outlines"
SETS = ("dev", "held", "fresh", "rough", "closed", "closed2", "closed3", "closed4", "closed5")
_OVERLAP = 0.8  # of two line ranges, to count as the same document
TARGETS = {
    "documents F1": ">= .98",
    "nodes F1": ">= .98",
    "right parent": ">= .95",
    "text wrongly discarded": "<= .001",
}


@dataclass(frozen=True)
class Score:
    """How well one file came out; all shares are 0..1."""

    documents_f1: float
    strong_f1: float
    """Chapters, sections, articles: 章 条 节 编, Chapter, Article."""
    nodes_f1: float
    right_parent: float
    noise_kept: float
    """Noise lines that became text of a node."""
    wrongly_discarded: float
    """Characters of lines that are no noise, among those discarded as noise."""


def rows() -> Iterator[Row]:
    """Yield the mean over each set that is there."""
    for half in SETS:
        paths = sorted((FOLDER / half).glob("*.gold.json"))
        if not paths:
            continue
        scores = [score(path) for path in paths]
        for what, name in _NAMES.items():
            value = fmean(getattr(one, name) for one in scores)
            yield Row(f"{half} ({len(scores)} files): {what}", value, "", TARGETS.get(what, ""))


_NAMES = {
    "documents F1": "documents_f1",
    "章/条 F1": "strong_f1",
    "nodes F1": "nodes_f1",
    "right parent": "right_parent",
    "noise kept": "noise_kept",
    "text wrongly discarded": "wrongly_discarded",
}
_STRONG = ("编", "篇", "部", "部分", "章", "节", "条", "Part", "Chapter", "Section", "Clause", "Article", "Rule")
"""Levels of the gold that the importer calls part, chapter, section or article."""


def score(gold_path: Path) -> Score:
    """Return the score of one file against its gold outline."""
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    source = gold_path.with_name(gold["file"])
    data = source.read_bytes()
    return compare(gold, outline_json(import_text(data, source.name)), data.decode("utf-8"))


def compare(gold: Any, found: Any, text: str) -> Score:
    """Return the score of an outline.

    Args:
        gold: The gold outline.
        found: The other one, in the same lines.
        text: The text that they are of.
    """
    pairs, wanted, there = _matched(gold, found)
    strong_wanted = [i for i, node in enumerate(wanted) if node["level"] in _STRONG]
    strong_there = [i for i, node in enumerate(there) if node["strong"]]
    hit = sum(1 for i in strong_wanted if i in pairs)
    back = {r: g for g, r in pairs.items()}
    edges = sum(
        1
        for g, r in pairs.items()
        if (None if there[r]["parent"] is None else back.get(there[r]["parent"], "?")) == wanted[g]["parent"]
    )
    noise = set(gold["noise_lines"])
    kept = {line for document in found["documents"] for line in _text_lines(document["nodes"])} & noise
    return Score(
        documents_f1=_f1(_documents(gold, found), len(found["documents"]), len(gold["documents"])),
        strong_f1=_f1(hit, len(strong_there), len(strong_wanted)),
        nodes_f1=_f1(len(pairs), len(there), len(wanted)),
        right_parent=edges / len(pairs) if pairs else float(not wanted),
        noise_kept=len(kept) / len(noise) if noise else 0.0,
        wrongly_discarded=_lost(found, noise, text),
    )


def _matched(gold: Any, found: Any) -> tuple[dict[int, int], list[Any], list[Any]]:
    """Return gold index -> found index of nodes on the same line with the same number, and both flat lists."""
    wanted: list[Any] = []
    for document in gold["documents"]:
        base = len(wanted)
        wanted += [{**n, "parent": None if n["parent"] is None else n["parent"] + base} for n in document["nodes"]]
    there: list[Any] = []
    for document in found["documents"]:
        _flatten(document["nodes"], None, there)
    pool: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, node in enumerate(there):
        pool[(node["line"], node["number"])].append(i)
    pairs = {}
    for i, node in enumerate(wanted):
        candidates = pool.get((node["line"], node["value"]))
        if candidates:
            pairs[i] = candidates.pop(0)
    return pairs, wanted, there


def _flatten(nodes: list[Any], parent: int | None, out: list[Any]) -> None:
    for node in nodes:
        here = parent
        if node["number"] is not None:
            strong = node["type"] in ("part", "chapter", "section", "article")
            out.append({"line": node["line"], "number": node["number"], "parent": parent, "strong": strong})
            here = len(out) - 1
        _flatten(node["children"], here, out)


def _documents(gold: Any, found: Any) -> int:
    free = [document["lines"] for document in found["documents"]]
    hits = 0
    for document in gold["documents"]:
        first, last = document["lines"]
        for lines in free:
            common = min(last, lines[1]) - max(first, lines[0]) + 1
            if common / (max(last, lines[1]) - min(first, lines[0]) + 1) >= _OVERLAP:
                free.remove(lines)
                hits += 1
                break
    return hits


def _text_lines(nodes: list[Any]) -> Iterator[int]:
    for node in nodes:
        if (node["title"] + node["text"]).strip():
            yield node["line"]
        yield from _text_lines(node["children"])


_LAYOUT = ("layout", "separator", "markup", "gloss")


def _lost(found: Any, noise: set[int], text: str) -> float:
    """Return the share of rule characters that were discarded as something else than layout."""
    lines = text.split("\n")
    counts: Counter[int] = Counter()
    for one in found["discarded"]:
        if one["reason"] in _LAYOUT:
            continue
        for offset, part in enumerate(one["text"].split("\n")):
            counts[one["lines"][0] + offset] += len(part.strip())
    rule = sum(len(line.strip()) for number, line in enumerate(lines, 1) if number not in noise)
    lost = sum(count for number, count in counts.items() if number not in noise)
    return lost / rule if rule else 0.0


def _f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted) if found + wanted else 1.0
