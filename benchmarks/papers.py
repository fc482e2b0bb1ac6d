"""Papers as PDF: 30, 300 and 10,000 of them, everybody's own, with keys and marking sheets; AMC beside it where installed.

Each paper has 20 of 300 made-up questions with four options, drawn by lot. The time is that of a process of its own from the
record to the last file written, fonts and workers included; `python -m benchmarks.papers COUNT LANGUAGE FOLDER all|papers` is one run.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from benchmarks.measure import Row, watched
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.form import Candidate, DrawnForm, DrawnSection, ExamRecord
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.text import Text

_ITEMS, _ASKED = 300, 20
_TARGETS = {30: 1.0, 300: 3.0, 10_000: 90.0}
_CLASS = 30
"""So many papers are printed with all that belongs to them."""
_LOOKED_AT = 300
"""Up to so many papers each page is read and searched for flaws."""


def rows() -> Iterator[Row]:
    """Yield time, memory and flaws for each number of papers, and AMC's time for as many."""
    for count, target in _TARGETS.items():
        with tempfile.TemporaryDirectory() as name:
            what, words = ("all", "papers, keys, marking sheets") if count == _CLASS else ("papers", "papers")
            seconds, peak = _run(count, "zh", Path(name), what)
            yield Row(f"{count:,} {words} as PDF", seconds, "s", f"<= {target:g}")
            yield Row("  peak memory of all processes", peak, "MB")
            if count <= _LOOKED_AT:
                yield from (Row(f"  {what}", number, "", "0") for what, number in _flaws(count, Path(name)).items())
        if count <= _LOOKED_AT:
            with tempfile.TemporaryDirectory() as name:
                yield Row(f"{count:,} papers in English, alone", _run(count, "en", Path(name), "papers")[0], "s")
                yield from _amc(count, Path(name))


def exam(count: int) -> ExamRecord:
    """Return an exam of *count* candidates with a paper each."""
    lot = random.Random(20)  # noqa: S311 - made-up papers, the same every time
    items = [_item(number, lot) for number in range(_ITEMS)]
    forms, people = [], []
    for number in range(count):
        identity = f"E{number:05}"
        order = [tuple(lot.sample(LETTERS[:4], 4)) for _ in range(_ASKED)]
        chosen = [item.arranged(("".join(o),)) for item, o in zip(lot.sample(items, _ASKED), order, strict=True)]
        section = DrawnSection(
            title=Text(zh="单项选择题", en="Single choice"),
            type=ItemType.SINGLE_CHOICE,
            points=Decimal(5),
            items=tuple(chosen),
        )
        forms.append(DrawnForm(id=identity, sections=(section,)))
        people.append(Candidate(id=identity, name=f"考生{number}", department=f"部门{number % 7}", form=identity))
    return ExamRecord(
        tool_version="0",
        exam_id="0123456789abcdef",
        blueprint="papers",
        title=Text(zh="上岗考核", en="Assessment"),
        company=Text(zh="示例公司", en="Example company"),
        seed="bench",
        limit_minutes=45,
        cut_score="80%",
        editions={},
        individual=True,
        forms=tuple(forms[:1]),
    ).model_copy(update={"forms": tuple(forms), "candidates": tuple(people)})


def _item(number: int, lot: random.Random) -> DrawnItem:
    zh = "".join(lot.choices("接到投诉后客服人员须在规定时间内首次回复客户并登记", k=lot.randrange(18, 60)))
    en = " ".join(lot.choices("the agent must give a first reply within one day of receiving it".split(), k=14))
    options = tuple(
        Text(
            zh="".join(lot.choices("当日回复登记上报转交", k=lot.randrange(3, 14))),
            en=f"{en[: lot.randrange(8, 40)]}{k}",
        )
        for k in range(4)
    )
    return DrawnItem(
        item_id=f"item-{number}",
        type=ItemType.SINGLE_CHOICE,
        points=Decimal(5),
        stem=Text(zh=f"{zh}{number}？", en=f"{en} {number}?"),
        options=options,
        key=("A",),
        rationale=Text(zh=zh, en=en),
        cites={},
        themes=("telephone",),
        level=CognitiveLevel.RECALL,
        difficulty=2,
        order=(LETTERS[:4],),
    )


def _run(count: int, language: str, folder: Path, what: str) -> tuple[float, float]:
    """Return the seconds one process needs, and the most memory (PSS, MB) it and its workers held together."""
    command = [sys.executable, "-m", "benchmarks.papers", str(count), language, str(folder), what]
    out, peak = watched(command)
    return float(out), peak


def one_run(count: int, language: str, folder: Path, what: str) -> None:
    """Make papers, or all of papers, keys and sheets, into *folder*; print the seconds."""
    from guizhang.exam.contents import tasks
    from guizhang.exam.marking.files import keys, marking_sheets, questions
    from guizhang.exam.papers.files import own_papers
    from guizhang.parallel import spread
    from guizhang.printing.pdf import Typesetter, forkable

    wanted = {"papers": {own_papers}, "all": {own_papers, keys, marking_sheets, questions}}[what]
    record = exam(count).model_copy(update={"language": language})
    for half in ("handout", "secret"):
        (folder / half).mkdir(exist_ok=True)
    start = time.perf_counter()
    setter = Typesetter("guizhang.exam")
    assert setter.family, "no Chinese font is installed"
    work = [(producer, part) for producer, part in tasks(record, setter) if producer in wanted]

    def make(number: int) -> None:
        producer, part = work[number]
        for name, data in producer(part):
            (folder / name).write_bytes(data)

    for _ in spread(make, len(work), small=not forkable(), calls=1):
        pass
    print(f"{time.perf_counter() - start:.3f}", flush=True)


def _flaws(count: int, folder: Path) -> Counter[str]:
    """Return what is wrong with the pages of the papers, summed over the files."""
    from guizhang.exam.papers.files import _own
    from guizhang.exam.part import parts
    from guizhang.printing.pdf import Typesetter
    from tests.exam.pages import flaws

    record = exam(count).model_copy(update={"language": "zh"})
    found: Counter[str] = Counter()
    for part in parts(record, Typesetter("guizhang.exam")):
        found.update(flaws((folder / f"handout/papers{part.suffix}.pdf").read_bytes(), _own(part)))
    return found


def _amc(count: int, folder: Path) -> Iterator[Row]:
    """Yield the time of auto-multiple-choice for as many papers of 20 from the same 300 questions, in English."""
    what = f"auto-multiple-choice, {count:,} papers in English with keys"
    if not shutil.which("auto-multiple-choice"):
        yield Row(f"{what}: not installed (Debian: auto-multiple-choice)", float("nan"), "s")
        return
    lot = random.Random(20)  # noqa: S311 - the same questions
    questions = []
    for item in (_item(number, lot) for number in range(_ITEMS)):
        choices = [f"\\{'correct' if k == 0 else 'wrong'}choice{{{o.en}}}" for k, o in enumerate(item.options)]
        body = "\n".join(choices)
        questions.append(
            f"\\element{{g}}{{\\begin{{question}}{{{item.item_id}}}{item.stem.en}"
            f"\\begin{{choices}}{body}\\end{{choices}}\\end{{question}}}}"
        )
    (folder / "exam.tex").write_text(
        "\\documentclass[a4paper]{article}\\usepackage[box]{automultiplechoice}\\begin{document}\n"
        + "\n".join(questions)
        + f"\n\\onecopy{{{count}}}{{\\shufflegroup{{g}}\\insertgroup[{_ASKED}]{{g}}}}\n\\end{{document}}\n"
    )
    (folder / "data").mkdir()
    where = ["--data", f"{folder}/data", "--prefix", f"{folder}/"]
    command = ["auto-multiple-choice", "prepare", "--mode", "s", "--with", "pdflatex", *where]
    outs = [f"--out-{kind}={folder}/{kind}" for kind in ("sujet", "corrige", "calage")]
    start = time.perf_counter()
    ran = subprocess.run([*command, *outs, f"{folder}/exam.tex"], cwd=folder, capture_output=True, check=False)
    seconds = time.perf_counter() - start
    if ran.returncode or not (folder / "sujet").exists():
        yield Row(f"{what}: failed, as it does without a full LaTeX", float("nan"), "s")
        return
    yield Row(what, seconds, "s")


if __name__ == "__main__":
    one_run(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4])
