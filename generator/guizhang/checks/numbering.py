"""Printed numbers run on: articles through the regulation, the rest among their siblings.

Numbers are printed as the file has them, whatever they are; a gap may be intended (a repealed article) or a loss.

Warns (REG010): a number is missing. Warns (REG011): a number stands twice. Warns (REG012): a number is out of order.
Warns (REG013): a number has nothing behind it. Warns (REG014): ``article: one`` would print 第one条.
Passes: 第五条, 第五条之一 (``5-1``), 第六条.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.numbering import printed_label
from guizhang.model.regulation import Level, Place, Regulation, walk
from guizhang.yamlio.content import Loaded

_WORD = re.compile(r"附[件录錄表图圖]|[A-Za-z]{3,}(?= )")
"""What is counted where a label says so: annexes behind the rules are a list of their own."""
_DIGITS, _HAN = re.compile(r"\d+"), re.compile("[零〇一二三四五六七八九十百千]+")
_NUMBER = re.compile(r"(\d+)(?:-(\d+))?$")
_PRINTABLE = re.compile(r"[A-Za-z]?\d+(?:[-.]\d+)*[A-Za-z]?|[A-Za-z]|[IVXLC]+|[ivxlc]+|[零〇一二三四五六七八九十百千]+")
"""What can stand between 第 and 条."""


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield REG010 to REG014."""
    for regulation in loaded.handbook.regulations:
        path = loaded.handbook.paths[("regulation", regulation.id)]
        for place in walk(regulation):
            if place.node.text is None and place.node.title is None and not place.node.body:
                problem = Message(
                    f"{printed_label(place, 'zh')} 没有内容", f"nothing stands under {printed_label(place, 'zh')}"
                )
                mend = Message("补上 text；若原文如此可保留", "add a text, or keep it if it was printed so")
                where = loaded.locate(path, place.loc)
                yield Diagnostic("REG013", Severity.WARNING, where, field_path(place.loc), problem, mend)
            if (wrong := _no_number(place)) is not None:
                loc = (*place.loc, place.node.level.value)
                yield Diagnostic("REG014", Severity.WARNING, loaded.locate(path, loc), field_path(loc), *wrong)
        for run in _runs(regulation):
            for before, place in zip((None, *run), run, strict=False):
                found = _gap(before, place)
                if found is None:
                    continue
                code, problem, mend = found
                loc = (*place.loc, place.node.level.value)
                yield Diagnostic(code, Severity.WARNING, loaded.locate(path, loc), field_path(loc), problem, mend)


def _no_number(place: Place) -> tuple[Message, Message] | None:
    """Return what is wrong with a heading or article whose number is a word; a printed label needs none."""
    node = place.node
    number = node.number
    if number is None or node.label is not None or node.level is Level.ITEM or _PRINTABLE.fullmatch(number):
        return None
    label = printed_label(place, "zh")
    return (
        Message(f"{number!r} 不是编号，会印成“{label}”", f"{number!r} is no number; it would be printed as {label}"),
        Message("写数字，如 5 或 5-1（第五条之一）", "write a number such as 5, or 5-1 for 第五条之一"),
    )


def _runs(regulation: Regulation) -> Iterator[list[Place]]:
    """Yield the sequences whose numbers should run on.

    Items may run on below the next heading (一、 1. 2. 二、 3. 4.), and start again behind a line that announces a list.
    """
    articles: list[Place] = []
    siblings: dict[tuple[object, Level, str], list[Place]] = {}
    latest: dict[tuple[Level, str], list[Place]] = {}
    runs = [articles]
    announced = False
    for place in walk(regulation):
        level = place.node.level
        if level is Level.ARTICLE:
            articles.append(place)
        elif level is not Level.PARAGRAPH:
            # Chapters run through the regulation across parts; sections and items stand under their parent.
            parent = () if level is Level.CHAPTER else place.loc[:-1]
            word = _WORD.match(place.node.label or "")
            key = (parent, level, word.group() if word else "")
            style = (level, _HAN.sub("一", _DIGITS.sub("1", printed_label(place, "zh"))))
            run = siblings.get(key)
            if run is None and _follows(latest.get(style), place):
                run = latest[style]
            if run is None or (announced and run[-1].loc[:-1] == place.loc[:-1] and _ordinal(place) == (1, 0)):
                run = []
                runs.append(run)
            run.append(place)
            siblings[key] = latest[style] = run
        announced = level is Level.PARAGRAPH and _announces(place)
    yield from runs


def _follows(run: list[Place] | None, place: Place) -> bool:
    before, here = _ordinal(run[-1]) if run else None, _ordinal(place)
    return before is not None and here is not None and here == (before[0] + 1, 0)


def _announces(place: Place) -> bool:
    text = place.node.text
    return text is not None and text.either("zh").endswith(("：", ":"))


def _gap(before: Place | None, place: Place) -> tuple[str, Message, Message] | None:
    here = _ordinal(place)
    previous = _ordinal(before) if before is not None else (0, 0)
    if here is None or previous is None or (before is None and here == (0, 0)):
        return None
    label = printed_label(place, "zh")
    if here == previous:
        return (
            "REG011", Message(f"编号 {label} 重复", f"the number {label} stands twice"),
            Message("若原文如此可保留；否则改正", "keep it if it was printed so; otherwise correct it"),
        )  # fmt: skip
    if here < previous:
        after = printed_label(before, "zh") if before is not None else ""
        return (
            "REG012", Message(f"{label} 排在 {after} 之后", f"{label} stands behind {after}"),
            Message("检查顺序", "check the order"),
        )  # fmt: skip
    if here[0] > previous[0] + 1 or (here[0] == previous[0] and here[1] > previous[1] + 1):
        return _missing(label, printed_label(before, "zh") if before is not None else None)
    return None


def _missing(label: str, after: str | None) -> tuple[str, Message, Message]:
    return (
        "REG010",
        Message(f"{label} 之前缺号（前一个是 {after}）", f"a number is missing before {label}, after {after}")
        if after is not None
        else Message(f"编号从 {label} 开始，前面缺号", f"the numbers begin with {label}; those before it are missing"),
        Message("若遗漏请补上；若有意空缺可不理", "add it if it was lost; leave it if the gap is intended"),
    )


def _ordinal(place: Place) -> tuple[int, int] | None:
    match = _NUMBER.fullmatch(place.node.number or "")
    return (int(match[1]), int(match[2] or 0)) if match else None
