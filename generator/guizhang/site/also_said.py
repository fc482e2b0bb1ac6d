"""What a rule forbids, or what breaking it costs, beside what it is marked as: 上班须打卡，不得代打。违者罚款50元。

A clause has one norm, and the drafts of an import often none; the lists of prohibitions and penalties would lack the rest.
Only what says so in plain words is taken: a limit (不得超过三次) stands among the figures, and a name (“不得收受”一条) is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.model.text import LANGS, Lang, Text

_LIMITS = "不|已|而知|分(?![^，。；])|少于|低于|超过|多于|高于|大于|小于|迟于|晚于|早于|长于|短于|超出|逾|延长至"
_BAN = re.compile(f"(?<![舍来])不得(?!{_LIMITS})|[严嚴]禁|不[准準]|不[许許]|切勿|(?:(?<=[，,；;。])|^)禁止")
# The forbidding words begin their clause, or stand behind whom they bind: 接到不得执行的安排 forbids nothing.
_SUBJECT = re.compile("(?:^|[，,：；;。])(?P<who>[^，,：；;。“”]{0,20})$")
_ABOUT = re.compile("(?:接到|认为|是否|哪些|什么|属于)[^，；。]{0,6}$")
_REST = re.compile("[^，；。]*")
_FORBIDS_EN = re.compile(
    r"\b(?:must|may|shall) (?:not|never)\b(?! exceed| be (?:less|more|later|earlier|longer|able|possible|available))"
    r"|(?:^|[.;!?]\s+)(?:Never|Do not|Don't)\b|\b(?:is|are) (?:strictly )?(?:prohibited|forbidden|not (?:allowed|permitted|tolerated))\b"
)
_COSTS_ZH = (
    "(?:违者|[的者]，)(?![^。；]{0,16}不得)[^。；]{0,16}?"
    "(?:[罚罰]款|扣[款罚罰发發]|扣(?=[0-9一二三四五六七八九十半$])|[记記][大小]?[过過]|警告|降[职職级級]"
    "|[辞辭]退|[开開]除|除名|解[雇僱]|解除[劳勞][动動])"
)
_COSTS_EN = (
    r"\b(?:will|may|shall|is|are|leads? to|results? in|subject to|receives?|treated as|constitutes?)\b[^.;]{0,30}"
    r"\b(?:fined|dismissal|dismissed|terminated|termination of employment|disciplinary action|disciplined"
    r"|(?:written|verbal|final) warning|gross misconduct|suspended without pay)\b"
)
_COSTS = {"zh": re.compile(_COSTS_ZH), "en": re.compile(_COSTS_EN, re.IGNORECASE)}
_PAGES = ("prohibitions", "penalties")
_WORDS = {
    "prohibitions": re.compile("不得|[严嚴]禁|不[准準许許]|切勿|禁止|[nN]ever|[a-z] not |n't|Do not|prohib|forbid"),
    "penalties": re.compile("[罚罰扣]|[记記][大小过過]|警告|降[职職级級]|[辞辭]退|[开開]除|除名|解[雇僱除]|fined|dismiss|terminat|disciplin|arning|misconduct|suspend"),
}
_SHORT: dict[Lang, int] = {"zh": 90, "en": 240}
"""A rule this long is shown whole: a sentence alone (违者罚款50元) does not say what it speaks of."""
_SENTENCE_END = re.compile(r"(?<=[。；！？])(?![”’」』）)])|(?<=[.;!?])\s+(?=[A-Z$])")
_QUOTED = re.compile("“[^”]*”|「[^」]*」|\"[^\"]*\"")


def also_said(text: Text) -> tuple[str, ...]:
    """Return the pages that some sentence of *text* belongs on."""
    return _pages_of(text.zh, "zh") if text.zh else _pages_of(text.en or "", "en")


@lru_cache(maxsize=1 << 8)
def _pages_of(said: str, lang: Lang) -> tuple[str, ...]:
    # Most texts say nothing of the kind, and this looks at every one.
    return tuple(page for page in _PAGES if _WORDS[page].search(said) and _belongs(said, page, lang))


def sentences_for(text: Text, page: str) -> Text:
    """Return of a long *text* only the sentences that belong on *page*, each behind the one it may lean on."""
    return Text(**{lang: _cut(said, page, lang) for lang in LANGS if (said := text.get(lang))})


def _cut(said: str, page: str, lang: Lang) -> str:
    if len(said) <= _SHORT[lang]:
        return said
    every = [part.strip() for part in _SENTENCE_END.split(said)]
    wanted = {i for i, part in enumerate(every) if _belongs(part, page, lang)}
    kept = [part for i, part in enumerate(every) if i in wanted or i + 1 in wanted]
    return (" " if lang == "en" else "").join(kept) or said


def _belongs(said: str, page: str, lang: Lang) -> bool:
    shown = _QUOTED.sub("“”", said) if '"' in said or "“" in said or "「" in said else said
    if page == "penalties":
        return _COSTS[lang].search(shown) is not None
    return _forbids(shown) if lang == "zh" else _FORBIDS_EN.search(shown) is not None


def _forbids(said: str) -> bool:
    for found in _BAN.finditer(said):
        before = _SUBJECT.search(said[max(0, found.start() - 21) : found.start()])
        rest = _REST.match(said, found.end())
        if before and not _ABOUT.search(before["who"]) and rest and not rest.group().endswith("的"):
            return True
    return False
