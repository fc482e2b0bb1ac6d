"""Votes on which lines are a web page's furniture or a template's patter and not rule text.

Each vote is small; a line goes only when several agree or one is unmistakable, since a rule wrongly thrown away is worse
than a scrap kept. Words of duty and labels vote for keeping: 不得下载与工作无关的软件 is a rule.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import pairwise

from guizhang.importers.furniture.library_votes import LIBRARY
from guizhang.importers.furniture.mails import mail_lines
from guizhang.importers.furniture.neighbours import NOTHING, THRESHOLD, Weight, judge_together
from guizhang.importers.furniture.page_words import BUTTONS, page_talk
from guizhang.importers.furniture.patter_votes import PATTER
from guizhang.importers.furniture.previews import judge_previews
from guizhang.importers.furniture.running import running_lines
from guizhang.importers.furniture.site_votes import SITE
from guizhang.importers.furniture.title_again import judge_title_again
from guizhang.importers.lines.contents import find_contents
from guizhang.importers.lines.folded import DRAWN, Line
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.lone_signs import lone_signs
from guizhang.importers.lines.sayings import is_sentence
from guizhang.importers.lines.titles import DOCUMENT_HEAD, title_score
from guizhang.importers.lines.verdicts import CHROME, LINKS, Verdict
from guizhang.zh.folding import Folded

_TOP = 3
_TITLE = 2.0
_AT_TOP = 0.6  # the first lines of a page are its furniture more often than others
_SENTENCE_SAYS = 1.0
"""What speaks against a whole sentence: rules are sentences, and links are none."""
_SITE = re.compile(
    r"小编|本(?:网?站|页面|文库)|网友|站长|楼主|范[文本例]|权益所有|不谢|用户上传|网站客服|内容提供[方者]"
)
"""Who speaks in a sentence that is no rule, or of what."""
_ORNAMENT = re.compile(r"^[^\w\s.,;:。!?¥$%(“「『-]+ *(?=[\w(])|^[-·•*] +| *[^\w\s.,;:。!?%)…”’」》]+$")
"""What sets off a heading or a link: ★, ▼ … ▼, 【 … 】, »."""


_VOTES = (*SITE, *PATTER, *LIBRARY)
_ANY = re.compile("|".join(vote.pattern.pattern for vote in _VOTES), re.IGNORECASE)
_DUTY = re.compile(
    r"不得|不准|禁止|严禁|必须|应当?|须|违者|负责|员工|内网|\bOA\b|钉钉|企业微信|共享(?:盘|文件夹)|shall|must|may not|should|employees?",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"(?:[|、/>·\s]|,(?!\d{3}))+")
_SENTENCE = re.compile(r"[。!?;:]")
_MARKS_ONLY = re.compile(r"[\W_]+")


def judge_lines(
    view: Folded, lines: list[Line], marks: list[Mark], paths: Mapping[int, int | None]
) -> dict[int, Verdict]:
    """Return index of line -> verdict, for lines that are furniture wherever they stand.

    Reads: view, lines, marks, paths. Writes: verdicts. Stands before boundaries, which ask what precedes and follows a title.
    """
    labelled = {mark.line for mark in marks if mark.at_start}
    signed = {mark.line for mark in marks if mark.at_start and mark.labels[0].variant}
    provisions = {
        mark.line
        for mark in marks
        if mark.at_start and mark.strong and mark.prior > 0 and mark.labels[0].family is not Family.HEADING
    }
    busy = Counter(mark.line for mark in marks if mark.prior > -2.0)
    weights: dict[int, Weight] = {}
    judged: dict[tuple[str, bool, bool, bool], Weight] = {}  # pages say the same again and again
    rows, signs = _table_rows(view, lines), lone_signs(view, lines)
    seen = 0
    for index, line in enumerate(lines):
        text = view.text[line.start : line.end]
        seen = _TOP + 1 if index in labelled else seen + (not line.blank)
        # 第五条 … is a rule whatever it speaks of, unless it breaks off as teasers do.
        if line.blank or index in signs or (index in provisions and not text.endswith(("…", "..."))):
            continue
        # A long line with labels in it is a whole text pasted together: what of it is patter is decided piece by piece.
        if len(text) <= 150 or not busy[index]:
            # A page's own lists (· 12 页) and headings (【相关推荐】) are furniture too, so ornaments are looked behind.
            asked = (text, index in signed, seen <= _TOP, index in rows)
            if asked not in judged:
                bare = _ORNAMENT.sub("", text)
                judged[asked] = (
                    max(_weigh(*asked), _weigh(bare, *asked[1:])) if 1 < len(bare) < len(text) else _weigh(*asked)
                )
            if judged[asked].net > 0:
                weights[index] = judged[asked]
    verdicts = judge_together(view, lines, marks, weights)
    # What a line says is more than that it comes back: links may follow 相关推荐 on every page.
    verdicts = running_lines(view, lines, labelled) | verdicts
    verdicts |= judge_previews(view, lines)
    verdicts |= find_contents(view, lines)
    verdicts |= dict.fromkeys(paths, Verdict(CHROME, 0.85))
    verdicts |= mail_lines(view, lines, marks, verdicts)
    return verdicts | judge_title_again(view, lines, marks, verdicts)


def speaks_of_page(text: str) -> bool:
    """Return whether anything in a line is said of a page rather than of rules."""
    return _ANY.search(text) is not None or page_talk(text) > 0


def _table_rows(view: Folded, lines: list[Line]) -> set[int]:
    """Return the lines that are rows of a table: with as many bars as the line before or behind; links come in odd numbers."""
    bars = [(index, view.text.count("|", line.start, line.end)) for index, line in enumerate(lines) if not line.blank]
    alike = [(one, other) for (one, count), (other, next_count) in pairwise(bars) if count == next_count > 1]
    return {index for pair in alike for index in pair}


def _weigh(text: str, labelled: bool, at_top: bool, tabular: bool) -> Weight:
    if (len(text) <= 3 and _MARKS_ONLY.fullmatch(text)) or DRAWN.fullmatch(text):
        return Weight(THRESHOLD + 2.4, "stray-mark")
    weights: dict[str, float] = defaultdict(float)
    if _ANY.search(text):
        for vote in _VOTES:
            if vote.pattern.search(text):
                weights[vote.reason] += vote.weight
    farm = 0.0 if tabular else _link_farm(text)
    if farm:
        weights[LINKS] += farm
    sentence = is_sentence(text)
    total, talk = sum(weights.values()), 0.0 if labelled or sentence else page_talk(text)
    if 0 < talk < BUTTONS and title_score(text) >= _TITLE:
        talk = 0.0
    if not total and not talk:
        return NOTHING
    total = max(total, talk) + min(total, talk) / 2 + (_AT_TOP if at_top else 0.0)
    # A long text is rarely furniture as a whole; its words of duty count for more then.
    against = min(3.0, 1.5 * len(DOCUMENT_HEAD.findall(text)))
    against += min(2.5, 0.7 * len(_DUTY.findall(text))) + (1.0 if len(text) > 400 else 0.0)
    against += _SENTENCE_SAYS if sentence and not _SITE.search(text) else 0.0
    return Weight(total - against, max(weights, key=lambda reason: weights[reason]) if weights else CHROME)


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
