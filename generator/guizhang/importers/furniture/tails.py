"""What follows a heading such as 相关文章: teasers of other documents, up to the next real one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice, pairwise, takewhile

from guizhang.importers.furniture.neighbours import is_glued
from guizhang.importers.lines.bylines import find_entries
from guizhang.importers.lines.folded import Line, ends_sentence, has_han
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.sayings import says_rule
from guizhang.importers.lines.titles import core, series_number, title_score
from guizhang.importers.lines.verdicts import ADVERT, COMMENTS, TEASER, Verdict
from guizhang.zh.folding import Folded

_SHORT = 46
_LINK = 40
# Nothing behind the words: 相关文章：甲 乙 has its links beside it and none below.
_ANNOUNCES = re.compile(
    r"(?:文档|文章|推荐|阅读|范文|资料|文库|标签|链接|连[结接]|下载|搜索|看了?|喜欢|需要|感兴趣|想问|articles|posts|documents|like|you|also|more|links|stories|reads|reading|pages|author|bio|作者|简介|精选|回顾|页面?|词条|条目|帖子?|话题|视频|专题|资讯|新闻)[\W_]*$",
    re.IGNORECASE,
)
_NEAR = 10
_ADVERT_HEAD = re.compile(
    r"\W*(?:广告|赞助(?:商|区|内容)? ?(?:链接|连结|广告)?|推广(?:链接|信息)?|advertisements?|sponsored(?: content)?)\W*",
    re.IGNORECASE,
)
"""Nothing but the word: its advertisement stands below."""
_ADVERT = 40
_SAMPLES = re.compile(r"范[本文例]|模[板版]|样本|\b(?:samples?|templates?)\b", re.IGNORECASE)
_ITEMS = 4
"""Most items of a list in a comment."""
_SENTENCE = 12
"""Shortest line with a stop, in characters, that is a sentence of rules."""
_TITLE = 2.0
_REACH = 12
"""Lines to look at for them, blank ones included."""
_BELOW, _SAID = 4, 2
"""Of so many lines below a title of rules at least these are sentences, or say a duty."""
_ITEM = 20
"""Longest of them, in characters."""
_QUESTIONS = re.compile(r"\W*(?:常见(?:问题|疑问)(?:解答)?|frequently asked questions|faqs?|q ?& ?a)\W*", re.IGNORECASE)


def judge_tails(view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict]) -> dict[int, Verdict]:
    """Return further verdicts: every line between a teaser heading and the next document.

    Reads: view, lines, marks, verdicts. Writes: verdicts. Stands apart from the single-line votes because a teaser
    reads like a rule; only the heading above it gives it away.
    """
    heads = [
        i
        for i, v in verdicts.items()
        if v.reason == COMMENTS
        or (
            v.reason == TEASER
            and lines[i].end - lines[i].start <= _SHORT
            and _ANNOUNCES.search(view.text[lines[i].start : lines[i].end])
        )
    ]
    asked = _site_questions(view, lines, verdicts)
    verdicts = verdicts | asked
    heads += asked
    found = asked | _behind_adverts(view, lines, marks, verdicts)
    if not heads:
        return found
    begins = _list_beginnings(view, lines, marks)
    entries = find_entries(view, lines, marks, verdicts)
    reached = -1
    for head in sorted(heads):
        if head < reached:
            continue
        links = _behind_links(view, lines, head)
        place = bisect_left(begins, links)
        # A title over a list that begins among them, with sentences below, is none of the links.
        if links < len(lines) and links not in verdicts and verdicts[head].reason != COMMENTS:
            place = next(
                (
                    at
                    for at in range(place - 1, -1, -1)
                    if begins[at] > head and _title_above(view, lines, head, begins[at]) != begins[at]
                ),
                place,
            )
        while (
            verdicts[head].reason == COMMENTS
            and place < len(begins)
            and _is_remark(view, lines, marks, head, begins[place])
        ):
            place += 1
        reached = _title_above(view, lines, head, begins[place]) if place < len(begins) else len(lines)
        # Names of people stand over comments, and comments are sentences.
        least = 2.0 if verdicts[head].reason == COMMENTS else 0.0
        reached = _unnumbered(view, lines, head, reached, least)
        reached = min([reached, *entries[bisect_right(entries, head) :][:1]])
        found |= {
            i: Verdict(verdicts[head].reason, 0.75)
            for i in range(head + 1, reached)
            if not lines[i].blank and i not in verdicts
        }
    return found


def _behind_adverts(
    view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict]
) -> dict[int, Verdict]:
    """Return a verdict for the line that a heading such as 赞助商链接 announces."""
    labelled = {mark.line for mark in marks if mark.at_start}
    begins = set(_list_beginnings(view, lines, marks))
    found: dict[int, Verdict] = {}
    for head, verdict in verdicts.items():
        if verdict.reason != ADVERT or not _ADVERT_HEAD.fullmatch(view.text, lines[head].start, lines[head].end):
            continue
        below = next((line for line in lines[head + 1 : head + 3] if not line.blank), None)
        if below is None or below.number - 1 in labelled or below.number - 1 in verdicts:
            continue
        next_label = next((line.number - 1 for line in lines[below.number : below.number + 2] if not line.blank), None)
        if next_label in begins:
            continue  # a title
        text = view.text[below.start : below.end]
        if (
            len(text) <= (_ADVERT if has_han(text) else _ADVERT * 2)
            and not text.endswith("。")
            and title_score(text) < 2.0
        ):
            found[below.number - 1] = Verdict(ADVERT, 0.7)
    return found


def _site_questions(view: Folded, lines: list[Line], verdicts: dict[int, Verdict]) -> dict[int, Verdict]:
    """Return a verdict for a heading of questions of which the first is about the samples of the site."""
    filled = [line for line in lines if not line.blank]
    if not any(_SAMPLES.search(view.text, line.start, line.end) for line in filled[:_NEAR]):
        return {}
    return {
        line.number - 1: Verdict(TEASER, 0.7)
        for line, below in pairwise(filled)
        if line.number - 1 not in verdicts
        and _QUESTIONS.fullmatch(view.text, line.start, line.end)
        and _SAMPLES.search(view.text, below.start, below.end)
    }


def _behind_links(view: Folded, lines: list[Line], head: int) -> int:
    """Return the line behind the list of links that begins right under the heading: 1. 2. 3., and none a sentence."""
    index = head + 1
    while index < len(lines) and (
        lines[index].blank
        or (
            lines[index].end - lines[index].start <= _LINK
            and not ends_sentence(view.text[lines[index].start : lines[index].end])
        )
    ):
        index += 1
    return index


def _unnumbered(view: Folded, lines: list[Line], head: int, stop: int, least: float) -> int:
    """Return the line between *head* and *stop* that has several sentences below it, as the title of rules without numbers; *stop* without one.

    Teasers have one sentence each. *least* is what the line has to say for being a title.
    """
    seen: list[tuple[int, str, bool]] = []
    for i in range(head + 1, stop):
        text = view.text[lines[i].start : lines[i].end]
        if not text:
            continue
        seen = [*seen[-2:], (i, text, len(text) >= _SENTENCE and text.endswith("。"))]
        place, over, prose = seen[0]
        if least == 0 and len(seen) == 1 and prose:
            return place  # a heading of rules: sentences stand right below it, and no names of other texts
        if [said for *_, said in seen] == [False, True, True] and title_score(over) >= least:
            return place
        if title_score(text) >= _TITLE and _rules_below(view, lines, i, stop) >= _SAID + (least > 0):
            return i
    return stop


def _rules_below(view: Folded, lines: list[Line], title: int, stop: int) -> int:
    """Return how many of the next few lines, up to another title, read like rules without numbers."""
    below = (
        view.text[line.start : line.end] for line in lines[title + 1 : min(stop, title + 1 + _REACH)] if not line.blank
    )
    near = list(takewhile(lambda text: title_score(text) < _TITLE, islice(below, _BELOW)))
    # Between a link and the heading of what follows stands nothing else.
    return sum(map(says_rule, near)) if near and says_rule(near[0]) else 0


def _is_remark(view: Folded, lines: list[Line], marks: list[Mark], head: int, begin: int) -> bool:
    """Return whether the last list of a file, among the comments under *head*, is somebody's remark: a few short items without a stop, under no title."""
    first = bisect_left(marks, begin, key=lambda mark: mark.line)
    items = [mark.line for mark in islice((mark for mark in marks[first : first + _NEAR] if mark.at_start), _ITEMS + 1)]
    texts = [view.text[lines[i].start : lines[i].end] for i in items]
    last = min(len(texts), _ITEMS)
    short = all(len(text) <= _ITEM and not ends_sentence(text) for text in texts[:last])
    return len(texts) <= _ITEMS and short and _title_above(view, lines, head, begin) == begin


def _title_above(view: Folded, lines: list[Line], head: int, stop: int) -> int:
    """Return the line of the title over the list that begins at *stop*, the first where it is printed twice."""
    texts = {i: view.text[lines[i].start : lines[i].end] for i in range(max(head + 1, stop - _NEAR), stop)}
    titles = [i for i, text in texts.items() if title_score(text) >= 2.0]
    if not titles:
        return stop
    first = next(i for i in titles if core(texts[i]) == core(texts[titles[-1]]))
    # …制度 篇3 may stand over the title of the third.
    over = max((i for i, text in texts.items() if i < first and text), default=first)
    return over if series_number(texts[over]) is not None else first


def _list_beginnings(view: Folded, lines: list[Line], marks: list[Mark]) -> list[int]:
    """Return the lines at which a list really begins: a first label whose second follows at a line start, or in the same line."""
    glued = [mark for mark in marks if not mark.at_start and mark.strong and is_glued(view, lines, mark)]
    starts = [mark for mark in marks if mark.at_start or mark in glued]
    inline = {
        (mark.line, label.family)
        for mark in marks
        if not mark.at_start and mark.prior > 0
        for label in mark.labels
        if label.path[-1:] == (2,)
    }
    begins = []
    for place, mark in enumerate(starts):
        firsts = {label.family for label in mark.labels if label.path and set(label.path) == {1}}
        if not firsts or view.text[lines[mark.line].start : lines[mark.line].end].endswith(("…", "...")):
            continue  # a text that breaks off is named, not shown
        if any((mark.line, family) in inline for family in firsts):
            begins.append(mark.line)
            continue
        for later in starts[place + 1 : place + _NEAR]:
            if any(label.family in firsts and label.path[-1:] == (2,) for label in later.labels):
                begins.append(mark.line)
                break
    return begins
