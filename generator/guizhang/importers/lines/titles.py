"""What a document's title looks like, its core without the trimmings, and series marks such as 第二篇 or （篇三）."""

from __future__ import annotations

import re

from guizhang.importers.lines.folded import has_han
from guizhang.zh.numerals import to_int

_N = "零〇一二三四五六七八九十百"
_KINDS = (
    "制度|办法|规定|守则|规范|细则|条例|章程|须知|手册|规程|公约|准则|职责|流程|方案|规则|规章|标准|通知|指引|指南|要求|程序|纪律|纪要|规约|守约|倡议书|决定|"
    "约定|协议|政策|预案|措施|话术|礼仪|公告|承诺书|责任书|意见|计划|要点|说明|解答|问答|常见(?:问题|疑问)|禁令|步骤|合同|章则|公约|约法|条款|通报|工作安排|指导书|管理大全|说明书|SOP|口径|禁用?语|(?:负责|责任|办结|公示|承诺)制|(?:规范|文明|服务|礼貌)用语|(?<=[一-鿿]{3})注意事项"
)
_KIND_END = re.compile(
    rf"(?:{_KINDS})(?:内容|[_—-]?(?:模板|模版|范本|范文|样本)|大全|通知|汇编|全文|\(?草案\)?|\(?试行\)?|\(?暂行\)?|\(?修订(?:版|稿)?\)?|\([^()]{{1,10}}\))*"
    rf"(?:\(?(?:\d{{1,3}}|[{_N}]{{1,3}})[条则项款]\)?)?(?:下载)?(?:有(?:哪些|那)条?款?)?[》」】]?$"
)
_ENGLISH_KIND = re.compile(
    r"\b(?:policy|policies|rules|regulations?|handbook|manual|code(?: of conduct)?|procedures?|guidelines?|standards?|"
    r"requirements|bylaws|protocol|guide|agreement|contract|terms|conditions|charter|minutes|instructions|arrangements|scheme|plan|"
    r"checklist|sop|faqs?|questions(?: and answers)?)\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<![第\d])\d+篇(?=$|[ _])|\((?:精选|通用|精彩|最新|优秀|热门|实用|合集|共)?(?:[{_N}]+|\d+)篇\)|\((?:{_N}|\d+)份\)"
)
COUNTED = re.compile(
    rf"(?<!一式)([{_N}两]{{1,3}}|\d{{1,2}}) ?[篇份种套则](?![^)]{{0,3}}[天次元])"
    r"|\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:[a-z-]+ ){0,3}(?:policies|templates|samples|documents|procedures)\b",
    re.IGNORECASE,
)
"""Words that promise several documents, and how many."""
PROMISE = re.compile(
    r"(?:范[文本例]|样[本例]|模[板版])(?:下载)?(?:专?区|库|集)|大全|合集|合辑|集锦|汇编|(?:规章|核心)制度$|制度汇总"
    r"|[两三四五六七八九十\d]项(?:规定|制度|办法)|下载$|各(?:项|类\S{0,6})(?:规章|制度|规定|办法|职责)"
    r"|\b(?:(?:sample|template|model|example|business|workplace|company|hr) (?:[a-z]+ )?(?:policies|rules|procedures)"
    r"|(?:policy|procedure) (?:templates|samples|examples|library|collection|pack))\b",
    re.IGNORECASE,
)
"""Words over the rules that promise several documents, without saying how many."""
_SERIES_HEAD = re.compile(rf"^第([{_N}]+|\d+)[篇部](?:[::、. ]|(?=《))")
_EXAMPLE_HEAD = re.compile(
    rf"^(?:篇|制度|范[文本例]|样[本例]|模[板版]|示例)([{_N}]{{1,3}}|\d{{1,2}})(?:[::、]|(?=《)) *"
    rf"|^[【\[「](?:第(?:[{_N}]{{1,3}}|\d{{1,2}})[篇份]|篇(?:[{_N}]{{1,3}}|\d{{1,2}}))[】\]」] *"
)
"""篇四：, 范例二： before a title; before other words they lead to an example."""
_SERIES_TAIL = re.compile(
    rf"[「(\[【 ]?(?:(?:范文|范本|模板)?篇|第(?=[{_N}\d]+篇))([{_N}]+|\d+)篇?[」)\]】]?$"
    rf"|(?:{_KINDS})(?:范文|范本|模板)? ?[(]?([{_N}]{{1,3}}|\d{{1,2}})[)]?$"
)
_FORUM = re.compile(r"^\[[一-鿿]{2,6}\] *(?=\S{4})| *\[复制链接\]$")
"""What a forum puts before and behind the title of a thread."""
_SUBTITLE = re.compile(r"(?<=\w): (?=[A-Z])")
_BETWEEN_NAMES = re.compile(r"(?<=\w), (?=[A-Z]|(?:and|or|&) [A-Z])")
_BOTH = re.compile(
    r"(?P<han>[^A-Za-z]*[一-鿿)》])[ /|]+(?P<latin>[A-Z][A-Za-z'&/ -]+)"
    r"|(?P<latin_first>[A-Z][A-Za-z'&/ -]+)[ /|]+(?P<han_last>[一-鿿《(][^A-Za-z]*)"
)
"""One title in two languages."""
_ORNAMENTS = re.compile(r"^[^\w\s()《》「」“”\"'.,;:、#*<>+-]+ *|[ ]*[^\w\s()《》「」“”\"'.,;:、…。!?#%℃°-]+$")
_HANDBOOK = re.compile(r"(?:手册|大全|handbook|manual)(?:\W*(?:\(.*\))?$| [–—|-] )", re.IGNORECASE)
_VERSION = re.compile(r"[ (]+(?:V|版本? ?|rev\.? ?)\d+(?:[./]\d+)*\)?$", re.IGNORECASE)
_NOT_TITLE = re.compile(r"[。!?;,:\t]|^[(·•●◆■□*\-]|[、的和与及或]$|[.;:,]$|(?: [•·|/] .*){2}|(?: {2,}\S.*){2}")
_SPACED_OUT = re.compile(r"(?:[一-鿿] +){2,}[一-鿿]")
ENACTED = re.compile(r"年.{1,4}月.{1,4}日[^。;]{0,30}(?:公布|核定|施行|订定|修正|通过|颁布|发布|制定|实施)$")
"""Who enacted the rules and when, under their title."""
ENACTS = re.compile(
    r"(?:特|现|兹)?(?:制|订|拟)[定订立](?:本|此|以下|如下|下列|下述)|^\s*为(?:了|加强|进一步|规范|确保|保证|保障|提高|维护|切实|严格|使)[^。]{4,}[,。]"
    r"|^\s*本(?:制度|规定|办法|守则|规范|细则|程序|规程|手册)(?:适用于|旨在)"
    r"|(?:this|these) (?:(?!is\b|are\b|was\b|were\b)\w+ ){0,3}(?:set|sets|describe|describes|explain|explains) ",
    re.IGNORECASE,
)
"""What a sentence right under a title says where it opens the rules: 为加强管理，特制定本规定。"""
# The head of a controlled document says who approved it and from when it holds.
DOCUMENT_HEAD = re.compile(
    r"文[件号]?编?号|编号 ?:|发文字号|维护 ?:|(?<=护:)[一-鿿]{2,6}部(?![一-鿿])|版本|版次|编制|审核|批准|会签|签发|生效|(?:实施|执行|发行)日期|修订|密级|密[★☆]"
    rf"|归口|颁布|{ENACTED.pattern}"
    r"|[〔\[(]\d{4}[〕\])] ?第?\d{1,4}号$|(?:发布|发行|制定)(?:单位|部门)|维护单位|保存年限|受控|核准|^[A-Z]{1,6}(?:[/-][A-Z0-9]{1,8}){1,5}(?:[-—]\d+)?$"
    r"|\b(?:version|revision|rev\.|effective|approved|issued|owner|document no)",
    re.IGNORECASE,
)
LEAD = re.compile(r"^附(?:件|录)? ?: ?(?=[^\s、]+$)(?!.*\.[a-z]{3,4}$)")
"""What leads to the title of a document that comes with another one: 附：新办公区使用规则."""
BARE_LEAD = re.compile(
    r"附(?:件|录)? ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})? ?:?|(?:attachment|attached|enclosure) ?:", re.IGNORECASE
)
"""The same on a line of its own."""
MAX_TITLE = 46
_NAME = 16
_IN_BRACKETS = re.compile(r" \([^()]*\)$")
_PROSE = re.compile("[。!?;,]")
_SPELT_OUT = re.compile(r"\bstandard operating procedure\b", re.IGNORECASE)
_LONGEST = 120
"""Characters of a line, its ornaments and lead included, that may be a title."""


def series_number(text: str) -> int | None:
    """Return N of 第N篇：… or …篇N, which only a document in a series carries, or None."""
    match = _SERIES_HEAD.match(text) or (_SERIES_TAIL.search(text) if len(text) <= MAX_TITLE else None)
    if match is None:
        return None
    return to_int(next(group for group in match.groups() if group))


def is_collection(text: str) -> bool:
    """Return whether *text* promises several documents: …(精选5篇)."""
    return bool(_COUNT.search(text)) and len(text) <= MAX_TITLE


def is_promise(text: str) -> bool:
    """Return whether a line over rules says that several documents follow: …大全, three sample policies."""
    return bool(PROMISE.search(text)) or is_collection(text) or (len(text) <= MAX_TITLE and bool(COUNTED.search(text)))


def is_handbook(text: str) -> bool:
    """Return whether a title is that of one document however many rules it holds."""
    return bool(_HANDBOOK.search(text))


def names_rules(text: str) -> bool:
    """Return whether the last word is one for rules: 考勤制度, but also Policy alone."""
    return bool(_KIND_END.search(text) or _ENGLISH_KIND.search(text))


def is_name(text: str) -> bool:
    """Return whether what stands behind the number of a document names it: ：叫醒服务."""
    bare = text.strip(" :")
    return title_score(bare) >= 2.0 or (2 <= len(bare) <= _NAME and not _PROSE.search(bare))


def core(text: str) -> str:
    """Return the title without series marks, counts, book-title marks and template words, for comparing titles."""
    bare = _EXAMPLE_HEAD.sub("", _SERIES_HEAD.sub("", text))
    bare = _FORUM.sub("", _COUNT.sub("", bare))
    tail = _SERIES_TAIL.search(bare)
    if tail and "篇" in tail.group():
        bare = bare[: tail.start()]
    elif tail:
        number = tail.group(2) or ""
        bare = bare.rstrip(")")[: -len(number)].rstrip("(") if number else bare
    return _SPELT_OUT.sub("SOP", bare.strip(' 《》「」【】"“”'))


def title_score(text: str) -> float:
    """Return how much a line looks like a title by itself: 0 (no) to 3."""
    if len(text) > _LONGEST:
        return 0.0
    if _SPACED_OUT.fullmatch(text):
        text = text.replace(" ", "")
    if series_number(text) is not None and _SERIES_HEAD.match(text) and len(text) <= MAX_TITLE:
        return 3.0
    text = _EXAMPLE_HEAD.sub("", LEAD.sub("", _ORNAMENTS.sub("", text)))
    if text[-1:].isdigit() or text[-1:] == ")":
        text = _VERSION.sub("", text)
    latin = not has_han(text)
    both = None if latin else _BOTH.fullmatch(text)
    if both:
        return max(title_score(part) for part in both.groups() if part)
    if latin:
        text = _SUBTITLE.sub(" ", text, count=1)
        named = _BETWEEN_NAMES.sub(" ", text)
        if named != text and not _NOT_TITLE.search(named):
            score = title_score(named)  # Booking, Cancellation and Conduct Policy
            return score if score >= 2.0 else 0.0
    if not 3 <= len(text) <= (90 if latin else MAX_TITLE) or _NOT_TITLE.search(text):
        return 0.0
    bare = core(text)
    if _KIND_END.search(bare):
        return 2.0
    # Policy, Procedure alone are headings within a policy.
    # What stands in brackets only says more: Steps (House Rules).
    if latin and " " in text and _ENGLISH_KIND.search(_IN_BRACKETS.sub("", text)):
        if _title_case(text):
            return 2.0
        if text[0].isupper():
            return 1.5
    if text.startswith("《") and text.endswith("》"):
        return 1.5
    return 0.5 if len(text) >= 4 and not latin else 0.3 if _title_case(text) else 0.0


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z'’]+", text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) * 4 >= len(words) * 3
