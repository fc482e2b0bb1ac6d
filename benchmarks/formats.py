"""The same texts as web pages, Word files, older formats and PDF: what their structure loses against plain text.

The texts are those of the sets that have been read; printed beside each format is what the plain text gives.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.measure import Row
from benchmarks.outlining import FOLDER, Score, compare
from benchmarks.rendering.blocks import Block, blocks_of
from benchmarks.rendering.older import older
from benchmarks.rendering.pages import PAGES
from benchmarks.rendering.placing import placed
from benchmarks.rendering.prints import PRINTS
from benchmarks.rendering.words import WORDS
from guizhang.importers.pipeline import import_text
from tests.chromium import launched

SETS = ("dev", "held", "fresh", "closed", "closed3", "closed4")
PRINTED = 3
"""One text of so many is printed as PDF and saved in older formats too, which takes a second for each writer."""
_MEASURES = {"documents F1": "documents_f1", "nodes F1": "nodes_f1", "right parent": "right_parent"}


def rows() -> Iterator[Row]:
    """Yield the mean of each measure over the texts, with that of the plain text as the target."""
    paths = [path for name in SETS for path in sorted((FOLDER / name).glob("*.gold.json"))]
    scores: dict[str, list[Score]] = defaultdict(list)
    plain: dict[str, list[Score]] = defaultdict(list)
    with launched() as browser:
        for place, path in enumerate(paths):
            for form, score in score_forms(path, browser if place % PRINTED == 0 else None):
                scores[form].append(score)
                plain[form].append(scores["txt"][-1])
    for form, found in scores.items():
        for what, name in _MEASURES.items():
            value, beside = (fmean(getattr(one, name) for one in some) for some in (found, plain[form]))
            target = "" if form == "txt" else f"txt {beside:.4f}"
            yield Row(f"{form} ({len(found)} texts): {what}", value, "", target)


def score_forms(path: Path, browser: Any) -> Iterator[tuple[str, Score]]:
    """Yield the score of one text in each format, that of the plain text first; without a browser only those of the project's own making."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(gold["file"]).read_text(encoding="utf-8")
    blocks = blocks_of(gold, text)
    tabled = {block.line for block in blocks if block.kind == "row"}
    for form, name, data in [("txt", "text.txt", text.encode()), *_rendered(blocks, browser)]:
        yield form, compare(gold, placed(import_text(data, name), text, tabled), text)


def _rendered(blocks: Sequence[Block], browser: Any) -> Iterator[tuple[str, str, bytes]]:
    for form, page in PAGES.items():
        yield form, "text.html", page(blocks).encode()
    for form, word in WORDS.items():
        yield form, "text.docx", word(blocks)
    if browser is not None:
        yield from older(blocks)
        for form, print_it in PRINTS.items():
            yield form, "text.pdf", print_it(browser, blocks)
