"""Headings that count the documents of a collection: 第二篇, ≡ 貳 ≡, Sample #2, or a plain 貳、 over rules that begin anew.

What frames the number differs from site to site, so no list of frames is kept: lines whose number stands in the same frame
and counts on from 1 are a series, and they count documents where the rules under them begin anew.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.titles import COUNTED, core, is_name, is_promise, series_number, title_score
from guizhang.zh.numerals import to_int

_N = r"[零〇一二三四五六七八九十百壹贰叁参肆伍陆柒捌玖拾]{1,4}|\d{1,2}"
_SIGNS = r"[^\w、.,;:!?。()“”\"'…\n]"
_KIND = "制度|规定|规章"
_WORD = r"范文|范本|样本|模板|模版|例文|示例|范例|样例|文件|文档|资料|篇|其|(?:sample|example|template|document|policy|text|no\.?)(?![a-z])"
_FRAMED = re.compile(
    rf"(?P<before>{_SIGNS}*(?:第|{_KIND}|{_WORD})? ?[#(]?(?:no\.? ?)?)"
    rf"(?P<number>{_N})(?P<after>\)? ?(?:篇|份|则|部|种|套|例)?{_SIGNS}*(?:[:、.]|(?= )|$|(?=《)|{_SIGNS}))",
    re.IGNORECASE,
)
_TAILED = re.compile(
    rf"(?P<words>[^\n]{{2,40}}?)[ —–-]*"
    rf"(?P<before>(?:(?:第|[(\[【「]?(?:{_WORD}|之|[#(（\[【「])) ?(?:no\.? ?)?#?)?)(?<![\d.])(?P<number>{_N})(?P<after> ?[篇份则部]?[)\]】」]?)"
    r"(?:(?:(?<=[)\]】」]):?|[:、]| +) *(?P<rest>[^。!?;,\n]{2,30}))?",
    re.IGNORECASE,
)
"""The same words with a number behind them: 管理制度 第2篇, Key Policy - Sample 2, and perhaps a title of its own: 管理制度(二)食堂制度."""
_SIGN = re.compile(r"[^\w\s、.,;:!?。()\[\]#]")
_LONGEST = 60
_OVER = 12
"""Lines over the first volume among which the title of the book stands."""
_MISSING = 1
"""Documents in a row that may be missing from a series."""
_PLAIN = (Family.FORMAL, Family.CHINESE, Family.CHINESE_PAREN, Family.STEM, Family.ARABIC, Family.ROMAN_UPPER)
_STRONG = (Family.ARTICLE, Family.CHAPTER)


@dataclass(frozen=True, slots=True)
class _Head:
    position: int
    number: int
    title: str


def find_series(texts: list[str], marks: list[Mark | None], named: frozenset[int] = frozenset()) -> dict[int, int]:
    """Return place of a line -> its number in the series of documents that it counts.

    Args:
        texts: The folded lines that may be rule text.
        marks: The first plausible mark of each, or none.
        named: Places of lines that are titles whatever their words.
    """
    framed: dict[object, list[_Head]] = defaultdict(list)
    every: list[_Head] = []
    plain: dict[object, list[_Head]] = defaultdict(list)
    for place, text in enumerate(texts):
        if len(text) > _LONGEST:
            continue
        found = _FRAMED.match(text)
        mark = marks[place]
        label = mark.labels[0] if mark is not None and mark.at_start else None
        if found and _is_frame(found):
            key = (*(re.sub(r"\s", "", found[part]).lower() for part in ("before", "after")), found["number"].isdigit())
            number = to_int(found["number"])
            if number is not None:
                framed[key].append(_Head(place, number, text[found.end() :].strip(" :、.《》")))
                every.append(framed[key][-1])
        elif (
            (tailed := _TAILED.fullmatch(text))
            and title_score(tailed["words"]) >= 2.0
            and (tailed["rest"] is None or is_name(tailed["rest"]))
        ):
            # How the number is framed may change on the way: 篇1, 篇2, then a plain 3.
            key = (re.sub(r"\s", "", tailed["words"]).lower(), "behind")
            framed[key].append(_Head(place, to_int(tailed["number"]) or 0, tailed["rest"] or tailed["words"]))
        elif label is not None and label.family in _PLAIN:
            title = text[label.end - label.start :].strip(" :、.《》")
            plain[label.family].append(_Head(place, label.path[-1], title))
    volumes = find_volumes(texts, marks)
    announced = {int_or(found) for text in texts[:12] if (found := COUNTED.search(text))}
    best: list[_Head] = []
    # Who collects from several places may frame each number in another way: 【第一篇】, 范文（二）, 第3篇：.
    for heads in [*framed.values(), [head for head in every if title_score(head.title) >= 2.0]]:
        run = _run(heads)
        if (
            len(run) >= 2
            and len(run) > len(best)
            and _begin_anew(run, marks) * 2 >= len(run)
            and run[0].position not in volumes
            and not _are_sections(run, texts, marks)
        ):
            best = run
    if not best:
        for heads in plain.values():
            run = _run([head for head in heads if head.position in named or title_score(head.title) >= 2.0])
            # What the heads of the pages name is not counted together with lists below.
            counted = run if all(head.position in named for head in run) else heads
            if len(run) >= 2 and len(run) > len(best) and _are_documents(run, counted, marks, len(run) in announced):
                best = run
    return {head.position: head.number for head in best} or _alone(texts, marks)


def _alone(texts: list[str], marks: list[Mark | None]) -> dict[int, int]:
    """Return the place of a title that stands over the rules once more and has a 1 behind it there: all that is left of a series."""
    first = next((place for place, mark in enumerate(marks) if mark is not None and mark.at_start), len(texts))
    for place, text in enumerate(texts[1:first], start=1):
        over = texts[max(0, place - _OVER) : place]
        if series_number(text) == 1 and title_score(core(text)) >= 2.0 and core(text) in over:
            return {place: 1}
    return {}


def find_volumes(texts: list[str], marks: list[Mark | None]) -> set[int]:
    """Return the places of 第一篇, 第二篇 that are parts of one book: chapters stand under them and its title over them."""
    heads = [
        _Head(place, mark.labels[0].path[0], "")
        for place, mark in enumerate(marks)
        if mark is not None and mark.at_start and mark.labels[0].family is Family.PART
    ]
    run = _run(heads)
    over = texts[max(0, run[0].position - _OVER) : run[0].position] if len(run) > 1 else []
    if any(map(is_promise, over)) or not any(title_score(text) >= 2.0 for text in over):
        return set()
    firsts = [row[0].labels[0].family for row in _under(run, marks) if row]
    return {head.position for head in run} if firsts and set(firsts) == {Family.CHAPTER} else set()


def int_or(found: re.Match[str]) -> int:
    """Return how many documents the words promise; 0 where they do not say."""
    return next((to_int(group) or 0 for group in found.groups() if group), 0)


def _is_frame(found: re.Match[str]) -> bool:
    """Return whether the number stands between signs or behind a word that no label has."""
    before, after = found["before"].strip(), found["after"].strip()
    word = before.strip("#( ").lower()
    if word == "第":
        return "篇" in after or "份" in after or "则" in after or bool(_SIGN.search(after))
    if word and re.search(r"\w", word):
        return True
    return bool(_SIGN.search(before)) and bool(_SIGN.search(after) or before[-1:] == "#")


def _run(heads: list[_Head]) -> list[_Head]:
    """Return the last run of heads that counts from 1 without a gap; an earlier one was a table of contents."""
    best: list[_Head] = []
    run: list[_Head] = []
    for head in heads:
        if head.number == 1:
            run = [head]
        elif run and run[-1].number < head.number <= run[-1].number + _MISSING + 1:
            run.append(head)
        if len(run) >= max(2, len(best)):
            best = list(run)
    return best


def _are_sections(run: list[_Head], texts: list[str], marks: list[Mark | None]) -> bool:
    """Return whether 【一】, 【二】 count the sections of one document: its title stands over them, and most of them are called as no rules are."""
    first = marks[run[0].position]
    if first is None or first.labels[0].family is not Family.BRACKETED:
        return False
    over = texts[max(0, run[0].position - _OVER) : run[0].position]
    if any(map(is_promise, over)) or not any(title_score(text) >= 2.0 for text in over):
        return False
    names = [head.title or "".join(texts[head.position + 1 : head.position + 2]) for head in run]
    return sum(title_score(name) >= 2.0 for name in names) * 2 < len(names)


def _under(run: list[_Head], marks: list[Mark | None]) -> list[list[Mark]]:
    """Return the marks at line starts between each head and the next."""
    ends = [head.position for head in run[1:]] + [len(marks)]
    return [
        [mark for mark in marks[head.position + 1 : end] if mark is not None and mark.at_start]
        for head, end in zip(run, ends, strict=True)
    ]


def _begin_anew(run: list[_Head], marks: list[Mark | None]) -> int:
    """Return under how many heads the rules begin with 1, or have no numbers at all but text."""
    ends = [head.position for head in run[1:]] + [len(marks)]
    count = 0
    for head, end, under in zip(run, ends, _under(run, marks), strict=True):
        first = next((label for mark in under for label in mark.labels if label.path), None)
        count += end - head.position > 2 and (first is None or set(first.path) == {1})
    return count


def _are_documents(run: list[_Head], heads: list[_Head], marks: list[Mark | None], announced: bool) -> bool:
    """Return whether plain labels count documents: 壹、出勤办法 over 第一条, 贰、加班办法 over 一、.

    Sections of one document are named like this too; but there the same kinds of number are used under all of them.
    """
    inside = [head for head in heads if run[0].position <= head.position]
    # Where the page says how many there are, lists of the same sign inside them say nothing against it.
    if not announced and len(run) * 4 < len(inside) * 3:
        return False
    under = _under(run, marks)
    if any(len(row) < 2 for row in under):
        return False
    firsts = [next((mark.labels[0] for mark in row if mark.labels[0].path), None) for row in under]
    restarts = sum(label is not None and set(label.path) == {1} for label in firsts)
    if restarts * 4 < len(run) * 3:
        return False
    families = {label.family for label in firsts if label is not None}
    articles = sum(label is not None and label.family in _STRONG for label in firsts)
    return announced or articles >= 2 or len(families) >= 3
