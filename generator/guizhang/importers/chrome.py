"""Votes on which lines are a web page's furniture or a template's patter and not rule text.

Each vote is small; a line goes only when several agree or one is unmistakable, since a rule wrongly thrown away is worse
than a scrap kept. Words of duty and labels vote for keeping: 不得下载与工作无关的软件 is a rule.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from guizhang.importers.buttons import buttons
from guizhang.importers.contents import find_contents
from guizhang.importers.labels import Family
from guizhang.importers.lattice import Mark
from guizhang.importers.lines import DRAWN, Line
from guizhang.importers.mails import mail_lines
from guizhang.importers.running import running_lines
from guizhang.importers.titles import DOCUMENT_HEAD
from guizhang.importers.verdicts import CHROME, LINKS, Verdict
from guizhang.importers.votes import VOTES
from guizhang.zh.folding import Folded

THRESHOLD = 2.0
_TOP = 3
_AT_TOP = 0.6  # the first lines of a page are its furniture more often than others


_ANY = re.compile("|".join(vote.pattern.pattern for vote in VOTES), re.IGNORECASE)
_DUTY = re.compile(
    r"不得|不准|禁止|严禁|必须|应当?|须|违者|负责|员工|shall|must|may not|should|employees?", re.IGNORECASE
)
_SEPARATED = re.compile(r"(?:[|、/>·\s]|,(?!\d{3}))+")
_SENTENCE = re.compile(r"[。!?;:]")
_MARKS_ONLY = re.compile(r"[\W_]+")


def judge_lines(view: Folded, lines: list[Line], marks: list[Mark]) -> dict[int, Verdict]:
    """Return index of line -> verdict, for lines that are furniture wherever they stand.

    Reads: view, lines, marks. Writes: verdicts. Stands before boundaries, which ask what precedes and follows a title.
    """
    labelled = {mark.line for mark in marks if mark.at_start}
    signed = {mark.line for mark in marks if mark.at_start and mark.labels[0].variant}
    provisions = {
        mark.line
        for mark in marks
        if mark.at_start and mark.strong and mark.prior > 0 and mark.labels[0].family is not Family.HEADING
    }
    busy = Counter(mark.line for mark in marks if mark.prior > -2.0)
    verdicts: dict[int, Verdict] = {}
    judged: dict[tuple[str, bool, bool, bool], Verdict | None] = {}  # pages say the same again and again
    rows = _table_rows(view, lines)
    seen = 0
    for index, line in enumerate(lines):
        text = view.text[line.start : line.end]
        seen = _TOP + 1 if index in labelled else seen + (not line.blank)
        # 第五条 … is a rule whatever it speaks of, unless it breaks off as teasers do.
        if line.blank or (index in provisions and not text.endswith(("…", "..."))):
            continue
        # A long line with labels in it is a whole text pasted together: what of it is patter is decided piece by piece.
        verdict = None
        if len(text) <= 150 or not busy[index]:
            # A page's own lists (· 12 页) are furniture too, so bullets are looked behind.
            asked = (text, index in signed, seen <= _TOP, index in rows)
            if asked not in judged:
                bare = text.lstrip("-·•*> ")
                judged[asked] = _judge(*asked) or (_judge(bare, *asked[1:]) if bare != text else None)
            verdict = judged[asked]
        if verdict:
            verdicts[index] = verdict
    verdicts |= running_lines(view, lines, labelled)
    verdicts |= find_contents(view, lines)
    verdicts |= mail_lines(view, lines, marks, verdicts)
    return verdicts


def spare(lines: list[Line], verdicts: dict[int, Verdict]) -> dict[int, Verdict]:
    """Return the verdicts, or none where they would throw away the whole file: that is never right.

    Reads: lines, verdicts. Writes: verdicts. Stands behind all votes and before anything acts on them.
    """
    return verdicts if any(not line.blank and i not in verdicts for i, line in enumerate(lines)) else {}


def _table_rows(view: Folded, lines: list[Line]) -> set[int]:
    """Return the lines that are rows of a table: with as many bars as the line before or behind; links come in odd numbers."""
    bars = [(index, view.text.count("|", line.start, line.end)) for index, line in enumerate(lines) if not line.blank]
    alike = [(one, other) for (one, count), (other, next_count) in pairwise(bars) if count == next_count > 1]
    return {index for pair in alike for index in pair}


def _judge(text: str, labelled: bool, at_top: bool, tabular: bool) -> Verdict | None:
    if (len(text) <= 3 and _MARKS_ONLY.fullmatch(text)) or DRAWN.fullmatch(text):
        return Verdict("stray-mark", 0.8)
    weights: dict[str, float] = defaultdict(float)
    if _ANY.search(text):
        for vote in VOTES:
            if vote.pattern.search(text):
                weights[vote.reason] += vote.weight
    pressed = 0.0 if labelled else buttons(text)
    if pressed:
        weights[CHROME] += pressed
    farm = 0.0 if tabular else _link_farm(text)
    if farm:
        weights[LINKS] += farm
    total = sum(weights.values()) + (_AT_TOP if at_top and weights else 0.0)
    if not weights or total < THRESHOLD:
        return None
    # A long text is rarely furniture as a whole; its words of duty count for more then.
    duties = len(_DUTY.findall(text))
    against = min(3.0, 1.5 * len(DOCUMENT_HEAD.findall(text)))
    against += min(2.5, 0.7 * duties) + (0.4 if labelled else 0.0) + (1.0 if len(text) > 400 else 0.0)
    if total - against < THRESHOLD:
        return None
    return Verdict(max(weights, key=lambda reason: weights[reason]), min(0.99, 0.5 + (total - against) / 8))


def _link_farm(text: str) -> float:
    """Return a vote for rows of short names between signs: many of them, repeated ones above all."""
    tokens = [token for token in _SEPARATED.split(text) if token]
    # A row of figures is one of a table.
    figures = sum(any(sign.isdigit() for sign in token) for token in tokens)
    if (
        len(tokens) < 5
        or max(map(len, tokens)) == 1
        or figures * 2 >= len(tokens)
        or _SENTENCE.search(text.rstrip("。!?;:"))
    ):
        return 0.0
    bars = text.count("|")
    if max(map(len, tokens)) > 12 and bars < 5:
        return 0.0
    repeats = len(tokens) - len(set(tokens))
    return (2.5 if bars >= 4 else 0.0) + (2.0 if repeats * 3 >= len(tokens) else 0.0)
