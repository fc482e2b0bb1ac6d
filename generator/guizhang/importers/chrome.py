"""Votes on which lines are a web page's furniture or a template's patter and not rule text.

Each vote is small; a line goes only when several agree or one is unmistakable, since a rule wrongly thrown away is worse
than a scrap kept. Words of duty and labels vote for keeping: 不得下载与工作无关的软件 is a rule.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from guizhang.importers.lattice import Mark
from guizhang.importers.lines import Line
from guizhang.importers.titles import title_score
from guizhang.zh.folding import Folded

THRESHOLD = 2.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a line is furniture."""

    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Vote:
    weight: float
    reason: str
    pattern: re.Pattern[str]


def _vote(weight: float, reason: str, pattern: str) -> _Vote:
    return _Vote(weight, reason, re.compile(pattern, re.IGNORECASE))


CHROME = "site-chrome"
DOWNLOAD = "download-prompt"
LINKS = "link-farm"
TEASER = "teaser"
PREFACE = "template-preface"
FOOTER = "page-footer"

# 3 and more: no rule says this. 1 to 2: says it seldom. Patterns run on the folded view.
_VOTES = (
    _vote(3.0, CHROME, r"当前(?:所在)?位置 ?[::]|^首页 ?[>›»/]|(?:[>›»] ?[^>›»\n]{1,20}){2,}$|本文(?:地址|链接) ?[::]"),
    _vote(
        3.0,
        CHROME,
        r"责任编辑|小编[::]|(?:浏览|阅读|点击)(?:次数|量|数)? ?[::]? ?\d|^字号? ?[::]|上一[篇页] ?[::]|下一[篇页] ?[::]",
    ),
    _vote(
        2.5,
        CHROME,
        r"^(?:来源|作者|编辑|发布者?|上传者?|出处) ?[::]|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: [\d:]+)? *来源",
    ),
    _vote(2.5, CHROME, r"(?:时间|日期|更新|发布|上传|格式) ?[::] ?(?:\d{4}[-/.年]|DOC|PDF|WORD)"),
    _vote(
        2.5,
        CHROME,
        r"^(?:分享到?|收藏(?:本[站页])?|打印(?:本页)?|登录|注册|会员中心|联系我们|关于我们|返回(?:顶部|首页|列表)|网站地图)[ |·/]*$",
    ),
    _vote(
        2.0, CHROME, r"扫(?:一扫|码)关注|关注.{0,6}公众号|客服(?:QQ|微信)|^(?:Home|Menu|Skip to (?:main )?content)\b"
    ),
    _vote(
        2.5,
        CHROME,
        r"^(?:Share (?:this|on)|Print this page|Log ?in|Sign (?:up|in)|Subscribe\b)",
    ),
    _vote(
        2.0,
        CHROME,
        r"^(?:Posted|Published|Uploaded|Last updated) (?:on|by|:)|\bviews?\b.{0,20}\bdownloads?\b|cookie policy",
    ),
    _vote(
        3.0, CHROME, r"All rights reserved|ICP备|(?:版权|著作权)(?:归.{0,8}所有|声明)|copyright ©|未经允许.{0,6}转载"
    ),
    _vote(3.0, CHROME, r"(?:网络|网友|用户|互联网).{0,12}(?:上传|贡献|收集|整理).{0,80}(?:侵权|侵犯|版权|举报|删除)"),
    _vote(
        2.5, CHROME, r"本(?:文档|文|站|资料).{0,8}(?:用户|会员|网友).{0,4}(?:上传|提供)|版权归属|本站不保证|收益归属"
    ),
    _vote(
        2.5, CHROME, r"付费(?:下载|阅读|之前)|网站客服|^\W*[\d.]+ ?[KM]B$|^\W*共?\d+页$|\d-\d\d? ?(?:发布|上传|更新)$"
    ),
    _vote(2.5, CHROME, r"本(?:网)?站.{0,20}(?:不拥有|不承担|不负责|无关)|一经查实.{0,12}删除"),
    _vote(
        3.0,
        DOWNLOAD,
        r"下载(?:本|此|该|这篇)?(?:文档|文章|范文|文件|word|提示|前请)|合集下载|点(?:击|此处?|我)下载|文档为 ?doc|免费下载",
    ),
    _vote(
        3.0,
        DOWNLOAD,
        r"文档内容的?完整性|不可在线预览|仅部分预览|申请退款|侵犯您的权益|联系客服反馈|需要下载|全文阅读已结束",
    ),
    _vote(1.5, DOWNLOAD, r"下载(?:到|至).{0,6}(?:电脑|本地|手机)"),
    _vote(
        2.5,
        DOWNLOAD,
        r"(?:查看|阅读|显示)(?:更多|全文|剩余)|点(?:击|此)(?:查看|阅读|展开)|展开全文|不能全部显示|请使用.{0,8}浏览器",
    ),
    _vote(
        3.0,
        DOWNLOAD,
        r"^.{0,30}下载.{0,20}(?:word|doc|docx|pdf)(?:格式|版)?(?:文档)?$|^\S{0,40}\.(?:docx?|pdf|wps)$|Download tips",
    ),
    _vote(
        2.5,
        PREFACE,
        r"小编|(?:以下|下面)(?:是|为|给出).{0,20}(?:整理|收集|分享|指导|范文)|(?:希望|但愿).{0,10}(?:对|帮助|有助).{0,6}(?:大家|您|你)",
    ),
    _vote(
        2.0,
        PREFACE,
        r"欢迎(?:阅读|下载|借鉴|参考)|(?:供|请).{0,4}(?:大家|您).{0,4}(?:参考|借鉴)|本店铺|经典版|范文参考",
    ),
    _vote(
        2.5,
        TEASER,
        r"^(?:相关|最新|热门|精选|推荐)(?:文档|文章|推荐|阅读|范文|资料|文库|标签)+|猜你喜欢|大家都在(?:看|搜)|为您推荐|随机推荐",
    ),
    _vote(2.5, TEASER, r"^(?:Related (?:articles|posts|documents)|You may also like|Recommended for you)$"),
    _vote(1.5, TEASER, r"(?:\.{3,}|…+)$"),
    _vote(
        3.0,
        FOOTER,
        r"^(?:-|—|–) ?\d{1,4} ?(?:-|—|–)$|^第 ?\d{1,4} ?页(?:[ ,/]*共 ?\d{1,4} ?页)?$|^\d{1,4} ?/ ?\d{1,4}$",
    ),
    _vote(3.0, FOOTER, r"页脚内容|^Page \d+(?: of \d+)?$"),
    _vote(1.5, LINKS, r"(?:https?://|www\.)\S+"),
    _vote(1.0, DOWNLOAD, r"下载|预览"),
    _vote(1.0, CHROME, r"点击|登录|注册|转载|版权|侵权"),
)
_ANY = re.compile("|".join(vote.pattern.pattern for vote in _VOTES), re.IGNORECASE)
_DUTY = re.compile(
    r"不得|不准|禁止|严禁|必须|应当?|须|违者|负责|员工|shall|must|may not|should|employees?", re.IGNORECASE
)
_SEPARATED = re.compile(r"[|,、/>·\s]+")
_SENTENCE = re.compile(r"[。!?;:]")
_MARKS_ONLY = re.compile(r"[\W_]+")


def judge_lines(view: Folded, lines: list[Line], marks: list[Mark]) -> dict[int, Verdict]:
    """Return index of line -> verdict, for lines that are furniture wherever they stand.

    Reads: view, lines, marks. Writes: verdicts. Stands before boundaries, which ask what precedes and follows a title.
    """
    labelled = {mark.line for mark in marks if mark.at_start}
    provisions = {mark.line for mark in marks if mark.at_start and mark.strong and mark.prior > 0}
    busy = Counter(mark.line for mark in marks if mark.prior > -2.0)
    verdicts: dict[int, Verdict] = {}
    for index, line in enumerate(lines):
        text = view.text[line.start : line.end]
        # 第五条 … is a rule whatever it speaks of, unless it breaks off as teasers do.
        if line.blank or (index in provisions and not text.endswith(("…", "..."))):
            continue
        # A long line with labels in it is a whole text pasted together: what of it is patter is decided piece by piece.
        verdict = None
        if len(text) <= 150 or not busy[index]:
            # A page's own lists (· 12 页) are furniture too, so bullets are looked behind.
            bare = text.lstrip("-·•*> ")
            verdict = _judge(text, index in labelled)
            if verdict is None and bare != text:
                verdict = _judge(bare, index in labelled)
        if verdict:
            verdicts[index] = verdict
    verdicts |= _running_heads(view, lines, labelled)
    verdicts |= _page_numbers(view, lines)
    return verdicts


def spare(lines: list[Line], verdicts: dict[int, Verdict]) -> dict[int, Verdict]:
    """Return the verdicts, or none where they would throw away the whole file: that is never right.

    Reads: lines, verdicts. Writes: verdicts. Stands behind all votes and before anything acts on them.
    """
    return verdicts if any(not line.blank and i not in verdicts for i, line in enumerate(lines)) else {}


def _judge(text: str, labelled: bool) -> Verdict | None:
    if _MARKS_ONLY.fullmatch(text) and len(text) <= 3:
        return Verdict("stray-mark", 0.8)
    weights: dict[str, float] = defaultdict(float)
    if _ANY.search(text):
        for vote in _VOTES:
            if vote.pattern.search(text):
                weights[vote.reason] += vote.weight
    farm = _link_farm(text)
    if farm:
        weights[LINKS] += farm
    total = sum(weights.values())
    if not weights or total < THRESHOLD:
        return None
    # A long text is rarely furniture as a whole; its words of duty count for more then.
    duties = len(_DUTY.findall(text))
    against = min(2.5, 0.7 * duties) + (0.4 if labelled else 0.0) + (1.0 if len(text) > 400 else 0.0)
    if total - against < THRESHOLD:
        return None
    return Verdict(max(weights, key=lambda reason: weights[reason]), min(0.99, 0.5 + (total - against) / 8))


def _link_farm(text: str) -> float:
    """Return a vote for rows of short names between signs: many of them, repeated ones above all."""
    tokens = [token for token in _SEPARATED.split(text) if token]
    if len(tokens) < 5 or _SENTENCE.search(text.rstrip("。!?;:")):
        return 0.0
    bars = text.count("|")
    if max(map(len, tokens)) > 12 and bars < 5:
        return 0.0
    repeats = len(tokens) - len(set(tokens))
    return (2.5 if bars >= 4 else 0.0) + (2.0 if repeats * 3 >= len(tokens) else 0.0)


def _running_heads(view: Folded, lines: list[Line], labelled: set[int]) -> dict[int, Verdict]:
    """Return short lines that come back three times or more and are no label and no sentence."""
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if not line.blank and index not in labelled and line.end - line.start <= 16:
            places.setdefault(view.text[line.start : line.end], []).append(index)
    return {
        index: Verdict("running-head", 0.7)
        for text, found in places.items()
        if len(found) >= 3 and not _SENTENCE.search(text) and not text.startswith("(") and title_score(text) < 1.0
        for index in found
    }


def _page_numbers(view: Folded, lines: list[Line]) -> dict[int, Verdict]:
    """Return bare numbers on lines of their own that count up through the file at page distance."""
    found = [
        (index, int(view.text[line.start : line.end]))
        for index, line in enumerate(lines)
        if 0 < line.end - line.start <= 3 and view.text[line.start : line.end].isdecimal()
    ]
    pages: set[int] = set()
    for (a, page_a), (b, page_b) in pairwise(found):
        if page_b == page_a + 1 and b - a >= 12:
            pages |= {a, b}
    return {index: Verdict(FOOTER, 0.8) for index in pages} if len(pages) >= 3 else {}
