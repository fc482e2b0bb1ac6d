"""Import of damaged files: 100,000 random mutations through every reader; a crash is anything but a result or a refusal.

Each worker draws its mutations from its own seed, so a crash is found again by the seed and turn it prints.
"""

from __future__ import annotations

import io
import random
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from benchmarks.corpus import plain_text
from benchmarks.measure import Row
from guizhang.importers.pipeline import import_text
from guizhang.importers.refusal import ImportRefused
from tests.importers.readers.pdf_samples import rules, typst_pdf
from tests.importers.readers.test_xlsx import book
from tests.importers.readers.wordfile import abstract, docx, item, lvl, num, para

COUNTS: Mapping[str, int] = {"text": 35_000, "html": 20_000, "docx": 28_000, "xlsx": 15_000, "pdf": 2_000}
CHUNK = 250
_WORDS = "第一条 第二章 （一） 1. ⑴ 附件1 目录 \n \r 篇一： 《 》 “ ” 依照第十条 上一页 。 ； \0 \ufeff 𠮷 \u202e A、 a) 第 1 页 共 9 页".split(
    " "
)
_TAGS = [
    "<ol>",
    "</ol>",
    "<li value=9>",
    "<table>",
    "<td rowspan=99999>",
    "</div>",
    "<script>",
    "<!--",
    "&#0;",
    "&nbsp;",
    "<p>",
]


@dataclass(frozen=True)
class Outcome:
    """What became of a chunk of mutations."""

    accepted: int
    refused: int
    crashes: tuple[str, ...]
    worst: float
    """Seconds the slowest one took."""


def rows() -> Iterator[Row]:
    """Yield counts per reader; every accepted file passed the audit of its characters, or it would count as a crash."""
    total = 0
    with ProcessPoolExecutor() as workers:
        for kind, count in COUNTS.items():
            outcomes = list(workers.map(_chunk, [kind] * (count // CHUNK), range(count // CHUNK)))
            for crash in [crash for outcome in outcomes for crash in outcome.crashes][:5]:
                print(crash, file=sys.stderr)
            total += count
            yield Row(f"{kind}: mutations", count, "", "100,000 in all")
            yield Row("  imported, every character accounted for", sum(o.accepted for o in outcomes), "")
            yield Row("  refused with a reason", sum(o.refused for o in outcomes), "")
            yield Row("  crashes", sum(len(o.crashes) for o in outcomes), "", "0")
            yield Row("  slowest", max(o.worst for o in outcomes), "s")
    yield Row("mutations in all", total, "", "100,000")


def _chunk(kind: str, seed: int) -> Outcome:
    base, mutate = _BASES[kind](), _MUTATIONS[kind]
    draw = random.Random(f"{kind}/{seed}")  # noqa: S311 - damage, not secrets
    accepted = refused = 0
    crashes: list[str] = []
    worst = 0.0
    for turn in range(CHUNK):
        data = mutate(base, draw)
        start = time.perf_counter()
        try:
            import_text(data, f"damaged.{kind.replace('text', 'txt')}")
            accepted += 1
        except ImportRefused:
            refused += 1
        except Exception as error:  # noqa: BLE001 - whatever else is raised is what this benchmark looks for
            crashes.append(f"{kind} seed {seed} turn {turn}: {type(error).__name__}: {str(error)[:120]}")
        worst = max(worst, time.perf_counter() - start)
    return Outcome(accepted, refused, tuple(crashes), worst)


def _text() -> bytes:
    return plain_text(12).encode()


def _html() -> bytes:
    lines = "".join(f"<p>{line}</p><ol><li>甲</li><li>乙</li></ol>" for line in plain_text(4).splitlines())
    return f"<html><body><nav><a href=/>首页</a></nav><div>{lines}<table><tr><td>迟到</td><td>警告</td></tr></table></div>".encode()


def _docx() -> bytes:
    levels = abstract(0, lvl(0, "第%1条", "chineseCounting"), lvl(1, "（%2）", "chineseCounting")) + num(1, 0)
    return docx(
        para("考勤制度") + (item(1) + item(1, 1)) * 6 + f"<w:tbl><w:tr><w:tc>{item(1)}</w:tc></w:tr></w:tbl>",
        numbering=levels,
    )


def _xlsx() -> bytes:
    return book(["行为", "处罚\n说明", 0.05], ["迟到", None, "=1+1"], [None, True, 3.5])


def _pdf() -> bytes:
    return typst_pdf(rules(5, 6, tables=True))


def _bytes(data: bytes, draw: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(draw.randint(1, 6)):
        damaged[draw.randrange(len(damaged))] = draw.randrange(256)
    return bytes(damaged[: draw.randrange(len(damaged))] if draw.random() < 0.3 else damaged)


def _words(data: bytes, draw: random.Random, words: list[str]) -> bytes:
    if draw.random() < 0.3:
        return _bytes(data, draw)
    text = list(data.decode())
    for _ in range(draw.randint(1, 12)):
        at = draw.randrange(len(text))
        text[at : at + draw.choice((0, 0, 1, 30))] = draw.choice(words)
    return "".join(text).encode(draw.choice(("utf-8", "utf-8", "gb18030", "utf-16")), "replace")


def _parts(data: bytes, draw: random.Random) -> bytes:
    if draw.random() < 0.3:
        return _bytes(data, draw)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    part = parts[draw.choice(sorted(name for name in parts if parts[name]))]
    for _ in range(draw.randint(1, 3)):
        at = draw.randrange(len(part))
        if draw.random() < 0.5:
            part[at] = draw.choice(b'0123456789abcwnrtv"<>/= ')
        else:
            part[at:at] = part[at : at + draw.randint(1, 60)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, bytes(content))
    return out.getvalue()


_BASES: Mapping[str, Callable[[], bytes]] = {"text": _text, "html": _html, "docx": _docx, "xlsx": _xlsx, "pdf": _pdf}
_MUTATIONS: Mapping[str, Callable[[bytes, random.Random], bytes]] = {
    "text": lambda data, draw: _words(data, draw, _WORDS),
    "html": lambda data, draw: _words(data, draw, _WORDS + _TAGS),
    "docx": _parts,
    "xlsx": _parts,
    "pdf": _bytes,
}
