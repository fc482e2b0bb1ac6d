"""What a short Chinese text can be read as, and how far-fetched each reading is.

The rules are tables of patterns over the tags of its words (``tagged_zh``), the first that matches holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from guizhang.quality.language.kinds import OFFICE, PERSON, kind_of
from guizhang.quality.language.phrases_zh import TOLD_TO, words
from guizhang.quality.language.readings import ACT, ASKED, BEGGED, NAME, NEVER, TOLD, WHERE, WHY, Readings, first, table
from guizhang.quality.language.tagged_zh import Word, words_of
from guizhang.quality.language.verbs_zh import shape_zh

_ALL = (NAME, ACT, TOLD, ASKED, BEGGED, WHY, WHERE)
ALIKE_ZH = tuple(map(frozenset, ({NAME, WHERE}, {ACT}, {TOLD}, {ASKED}, {BEGGED}, {WHY})))
# What shows by its signs alone, whatever its words: 以上都是 and figures go with everything.
_NEUTRAL = (
    "(?:以上|上述|全部|均|都)[^，]{0,4}(?:是|对|正确|可以)$|[A-E]和[A-E]$|不需要|不用|不必|无须|无需|没有一|都不|无$|不限|不.{0,2}$|全部$|全额$|一半$|$"
    "|[\\d:：.,—～~至到-]+$"
    "|(?:不?超过|至少|最多|不[少多]于|不[到足]|[未已]满|满|[高低大小]于)?约?[\\d一二两三四五六七八九十百千万]+[个多余]?(?:[元天日周月年]|小时|分钟)"
)
_SIGNS = table(
    (
        _NEUTRAL,
        dict.fromkeys(_ALL, 0.0),
    ),
    (r"(.).\1.$", {NAME: 0.5, ACT: 0, TOLD: 0.5}),
    ("《[^》]+》$", {NAME: 0}),
    (r".*(?:[?？]|[吗呢])$", {ASKED: 0}),
    (r".*[!！]$", {BEGGED: 0}),
    (r".*(?:(?<![酒网书堂水])吧|[啊哦啦呀嘛])$", {BEGGED: 0, TOLD: 0.5, ACT: 2.5}),
    (".*[，,；：:].*的$", dict.fromkeys(_ALL, 1.0) | {NAME: 0}),
    (".*[，,；：:]", dict.fromkeys(_ALL, 1.0) | {ACT: 0, TOLD: 0}),
)
# A shape that shows by its first signs or its last: what it all but rules out, and what it makes likely.
_SHAPES: dict[str, tuple[Readings, Readings]] = {
    "noun": ({ACT: 2.5, TOLD: 2}, {NAME: 0}),
    "clause": ({NAME: 2.5, ACT: 2.5}, {TOLD: 0}),
    "predicate": ({NAME: 2.5}, {ACT: 1, TOLD: 0.5}),
}
_HEDGE = re.compile("^(?:一般|通常|原则上)为?|^(?:只有|仅限|仅|只限)")
_HEAD, _SHORT, _PAIR, _MOST_REASON, _MOST_POST = 4, 3, 2, 8, 6
# The last sign of names of things, places, papers and people.
_GENERAL_END = re.compile(r"[单表本簿册卡证书机器具仪员师工室房库处科部站点台区间度率量费价法则令案员者物品件时期]$")


@lru_cache(maxsize=16384)
def readings_zh(text: str) -> Readings:
    """Return the cost of every reading of *text*, from 0 for a natural one to 4 for one that cannot be."""
    plain = _HEDGE.sub("", re.sub(r"(?<=[一-龥])[（(].*[）)]", "", text.strip()))
    plain = re.sub(r"[。.“”「」（）()\s]", "", plain)
    found = first(_SIGNS, plain)
    if found is None:
        plain = re.sub("[《》]", "", plain)
        found = _by_tags(words_of(plain))
    costs = {reading: found.get(reading, NEVER) for reading in _ALL}
    if "几" in plain:
        costs[ASKED] = 0.5
    shape = shape_zh(plain) or ""
    # 回赠一份更贵的: the thing itself goes without saying; 把结果告诉值班的同事: to whom it is done.
    to_whom = plain[:1] in "把将" and kind_of(plain.rpartition("的")[2], "zh") == PERSON
    plainly_named = shape == "clause" and costs[NAME] == 0 and costs[TOLD] > 2
    if not any(costs.values()) or plainly_named or (shape == "noun" and (plain.endswith("的") or to_whom)):
        shape = ""
    least, most = _SHAPES.get(shape, ({}, {}))
    return {one: min(max(cost, least.get(one, 0)), most.get(one, NEVER)) for one, cost in costs.items()}


def _by_tags(said: Sequence[Word]) -> Readings:
    tags = "".join(word.tag for word in said)
    plain = "".join(word.text for word in said)
    if "q" in tags or _YES_OR_NO.search(plain):
        return _asking(tags, plain)
    if tags.startswith("h"):
        reason = NEVER if not plain.startswith("为了") else 2 if len(plain) <= _MOST_REASON else 1
        return {WHY: 0, ACT: reason, TOLD: 3}
    when = re.match("(?P<when>[^bx]{1,5}?l)(?P<rest>[vsetpbdxk].+)", tags)
    if when and not tags.endswith("u") and _WHEN_BEFORE.search("".join(word.text for word in said[: when.end("when")])):
        rest = _by_tags(said[when.end("when") :])
        told: Readings = {TOLD: 0} if tags.startswith("r") else {}
        return rest | {NAME: min(NEVER, rest.get(NAME, NEVER) + 2), WHERE: 3} | told
    return first(_TIMES, plain) or (
        _with_of(tags, plain) if "u" in tags else _how(said) if tags[0] == "d" else _whole(said, tags, plain)
    )


_WHEN_BEFORE = re.compile("(?:前|后|时|[时天日钟]内)$")
_YES_OR_NO = re.compile(r"(.)[不没]\1")
_TIMES = table(
    ("[^，]{2,}(?:以?之?[前后]|(?<!小)时|期间|途中|那一?天|当[天日])$", {WHERE: 0, NAME: 2, ACT: 2, TOLD: 2.5}),
    (
        ".*(?:之日|[次当每本][日月天周年]|[月日][\\d一二三四五六七八九十]+日|[一二三四五六七八九十\\d]日)$",
        {WHERE: 0.5, NAME: 0, ACT: 1.5, TOLD: 2},
    ),
)


def _asking(tags: str, plain: str) -> Readings:
    """Read a text that asks something, or says what is asked: 确认有没有签字, 由谁保管."""
    before = tags.partition("q")[0]
    if _YES_OR_NO.search(plain) and not re.match("[dx]*[vsbt]|[^q]*[vst]", before):
        return {ASKED: 0, TOLD: 2, NAME: 3}
    found = first(_ASKING, tags)
    if found is not None:
        return found
    straight = tags.startswith("q") and not plain.startswith(("是否", "由"))
    return {ASKED: 0, TOLD: 2, NAME: 3 if straight or "为什么" in plain else 1.5}


_ASKING = table(
    (".*qu$", {ASKED: 0}),
    (".*q[no?]*a$", {ASKED: 0, ACT: 2, TOLD: 1, NAME: 3}),
    ("[st][o?]x.*q", {ASKED: 0, ACT: 2.5, TOLD: 2, NAME: 3}),
    ("[dx]*[vsbt]", {ACT: 0, ASKED: 1, NAME: 3, TOLD: 1.5}),
    ("[^qvx]*pq[l?]*$", {ASKED: 0, ACT: 2, NAME: 2.5}),
    ("[^q]*[vstebp]", {ACT: 0.5, ASKED: 0, NAME: 1.5, TOLD: 1}),
)


def _with_of(tags: str, plain: str) -> Readings:
    """Read a text with 的 in it: 合同的规格, 打开柜门的人, 马上扔掉的."""
    before, _, head = tags.rpartition("u")
    # 最先到的客人 is somebody; 没有先问…… is done.
    told = first(_OF_WHAT, tags if plain[0] not in "最很太更较就都" else tags[1:]) if head else None
    if not head:
        if re.search("得|是", plain):
            return {TOLD: 0, NAME: 1.5, ACT: 2}
        of_it = re.match("[dx]*[vst].*[mx]", before)
        return {NAME: 0, ACT: 1.5 if of_it else NEVER, TOLD: 1 if "x" in before else NEVER}
    if told is not None:
        return told
    short = len(plain.rpartition("的")[2]) <= _HEAD or re.fullmatch("m+[?o]?", head) is not None
    if not (short or head.startswith("n")) or re.match("[vst]+[no]|t.*a|.*(?:[xbf][vstxdjpba?]|[bfp]|a$)", head):
        return first(_OF_TOLD, tags) or {ACT: 0, TOLD: 0, NAME: 1, WHERE: 1, WHY: 1}
    deed = re.fullmatch("[?lm]*[vte]", head) is not None
    if (
        tags[0] != "f"
        and re.match("[dx]*[vst]", before)
        and (plain.rpartition("的")[0].endswith("自己") or re.fullmatch("n+[vt]", head))
    ):
        return {ACT: 0, NAME: 2, TOLD: 2}
    if tags[0] != "f" and re.match("[dxipkl]*[?]?[vsteapb]", before):
        act = (1 if tags[0] in "vpk" else 2) if deed and re.search("[no]", before) else 0.5
        return {NAME: 0.5 if before[0] in "vt" and not deed else 0, ACT: act, TOLD: 2.5}
    if re.match("[?l]", before):
        return {NAME: 0, ACT: 2.5 if deed or "n" in before or _GENERAL_END.search(plain) else 1.5, TOLD: 2}
    return first(_OF_NAMED, before) or {NAME: 0, ACT: 3, TOLD: 2 if re.search("[xvab]", before[1:]) else NEVER}


# 把……的……, 我……的……, 没有先……的……, 漏报的……的更正, 阅览……的文件, 台账的领用记录.
_OF_WHAT = table(
    ("b", {ACT: 0}),
    ("r.+u", {TOLD: 0, NAME: 1}),
    ("x[dvst]", {ACT: 0, TOLD: 0.5, NAME: 1.5}),
    (".*u.*u[vt]$", {ACT: 0, NAME: 0.5, TOLD: 1}),
    ("[?]{2}n[^u]*u", {NAME: 0, ACT: 1, TOLD: 2}),
    ("[neo?mkl]+u[^uxbfp]*[no]$", {NAME: 0, ACT: 2.5, TOLD: 2.5}),
)
_OF_TOLD = table(("r", {TOLD: 0, ACT: 2}), ("[no].*u.*[xfb]", {TOLD: 0, ACT: 2.5, NAME: 2}))
# 员工使用外来的……: who does something to something; 借阅人把……的.
_OF_NAMED = table(
    ("f", {NAME: 0, ACT: 3, TOLD: 1.5}),
    ("[no].*[xfb]", {TOLD: 0.5, NAME: 0.5, ACT: 2}),
    ("n+[tv][^uvt]", {TOLD: 0.5, NAME: 0.5, ACT: 2}),
)
# Before a name as well: 每日行程, 书面通知.
_BEFORE_NAMES = re.compile(
    "[每全单双早晚今明昨夜午][一-龥]|[上下中正]午|清晨|凌晨|傍晚|平[时日]|周末|[月年季][底末初]|[当次][日天晚晨]|定期|口头|书面|[免公自][费]|[有无]偿|一次性"
    "|分[批期]|[实匿]名|单独|统一|集中|共同|直接|实时|水平|垂直|竖直|交叉|分类|分区|分段"
)


def _how(said: Sequence[Word]) -> Readings:
    """Read a text that begins with how or when something is done: 每日行程, 当面点清, 每周."""
    rest = said[1:]
    if not rest:
        return {WHERE: 0, NAME: 0.5, ACT: 1.5}
    found = _by_tags(rest)
    if found.get(WHERE) == 0:
        return found
    name, act, told = (found.get(one, NEVER) for one in (NAME, ACT, TOLD))
    if _BEFORE_NAMES.match(said[0].text):
        return {**found, NAME: min(NEVER, name + (act < name)), ACT: min(act, 2), WHERE: 1}
    return {ACT: min(act, 0.5), TOLD: max(min(told, 1.5), 1), NAME: 3.5 if act < NEVER else name, WHERE: 3.5}


def _whole(said: Sequence[Word], tags: str, plain: str) -> Readings:
    """Read a text without 的 by the tags of its words."""
    if tags[0] in "pk" and not re.fullmatch(_JOINED, tags):
        done = re.search("[vste]|n[?o]{2}$", tags[1:]) is not None
        # 用餐券, 对讲机: no more than a name.
        name = 1 if len(plain) <= _HEAD and re.search("[no]$", tags) else 3
        return {ACT: 0 if done else 1, WHERE: 3 if done else 0, NAME: name, TOLD: 1, WHY: 1}
    if tags[0] == "x":
        sign = plain.startswith(("禁止", "允许")) and _GENERAL_END.search(plain)
        if sign or (re.match("[有无未不可非]", plain) and re.search("[no]$", tags)):
            return {NAME: 0.5, ACT: 0.5, TOLD: 1}
        return {ACT: 0, TOLD: 0.5, NAME: 3, WHERE: 2.5}
    # 红色不良品箱: one sign before what is not known may be part of a name.
    lone = re.match(rf"{_SUBJECT}x[?](?!.*[vst])", tags)
    if lone and len(said[lone.end() - 2].text) == 1:
        return {TOLD: 0.5, NAME: 1.5, ACT: 2}
    # By telephone; what ends as names do; auxiliaries that are part of names: 月会, 常客.
    means = plain.startswith(("电话", "短信", "微信", "邮件", "传真"))
    marks = ("G" if _GENERAL_END.search(plain) else "") + ("" if re.search("有|是|没|不|被|要", plain) else "N")
    # 请邻房客人帮忙 has no subject, whatever its words are taken for.
    found = (
        first(_PLAIN, f"{'M' if means else ''}{tags}|{marks}") if tags[0] != "s" or plain[0] not in _MADE_TO else None
    )
    if found is not None:
        return found
    if tags[0] in "no?" and re.search("得[很太更比不]", plain):
        return {TOLD: 0, ACT: 3, NAME: 3}
    if re.match("[vst].*得", tags[0] + plain[1:]):
        return {ACT: 0, TOLD: 0, NAME: 3}
    return _verbal(said, tags, plain) if tags[0] in "vst" else first(_NAMES, f"{tags}|{marks}") or dict(_UNKNOWN)


_MADE_TO = "请让叫劝催帮陪替给带"
_JOINED = "[neot?ml]+(?:k[neot?mlfdj]+)+"
_SUBJECT = "(?:s[?])?[neo?jm]*[neo?]l?"
# Marks behind the bar: G ends as names do, N no auxiliary that is never part of a name.
_PLAIN = table(
    ("i", {BEGGED: 0, ACT: 1.5}),
    ("b", {ACT: 0, TOLD: 2.5}),
    ("[no]+[xf].*c.", {ACT: 3, TOLD: 0, NAME: 3}),
    ("[nr].*c[^|]", {ACT: 0, TOLD: 0, NAME: 3, WHERE: 2.5}),
    (".+c[^|]", {ACT: 0, TOLD: 2, NAME: 3, WHERE: 2.5}),
    ("[rf]", {TOLD: 0, ACT: 3}),
    (rf"(?![st]){_JOINED}\|", {NAME: 0, ACT: 2.5, TOLD: 2.5}),
    (r"[vst][^|]*m[?o]*l\|", {ACT: 0, NAME: 3, TOLD: 2}),
    (r"n[^vx]*l\|", {WHERE: 0, NAME: 0.5, ACT: 2.5, TOLD: 3}),
    (r"[^vx]+l\|", {WHERE: 0, NAME: 0.5, ACT: 1.5, TOLD: 3}),
    ("M[ned]*[vst]", {ACT: 0, TOLD: 1.5, NAME: 1}),
    ("[nmo].*h", {TOLD: 0, NAME: 1.5, ACT: 2}),
    ("[neo?jm]+[vst]+a", {TOLD: 0, ACT: 1.5, NAME: 3}),
    ("[ne]+[no]m", {NAME: 0, ACT: 2.5, TOLD: 2}),
    (rf"{_SUBJECT}x(?=[no][^|]*\|G?N)", {NAME: 0, TOLD: 1, ACT: 2}),
    (rf"(?=[no]){_SUBJECT}[xfb](?=[^nol|]|l[^|]|[no])", {TOLD: 0, ACT: 3}),
    (rf"{_SUBJECT}[xfb](?=[^nol|]|l[^|]|[no])", {TOLD: 0, ACT: 2}),
    (rf"{_SUBJECT}(?:d[vstxpj]|p[^u|]+[vst])", {TOLD: 0, ACT: 1.5, NAME: 2.5, WHERE: 2.5}),
    (rf"{_SUBJECT}v(?:\||.*\|G|.*v\|)", {TOLD: 0.5, ACT: 1.5, NAME: 0.5}),
    (rf"{_SUBJECT}(?:v|[st]a)", {TOLD: 0, ACT: 1, NAME: 2.5}),
    (rf"(?=n){_SUBJECT}[st](?=[noe?sfx])(?!.*\|G)", {TOLD: 0, ACT: 1.5, NAME: 1}),
)
_NAMES = table(
    ("e(?:[vtxpbd]|s[no?])", {ACT: 0.5, TOLD: 0.5, NAME: 2}),
    (r"m(?![?o][os?]\|)[?o]?[neo?jm]*[no]\|", {NAME: 0, ACT: 3, TOLD: 2.5}),
    (r"[neo?m]*j+\|", {TOLD: 0, NAME: 0.5, ACT: 2}),
    (r"[nom]*[no]\|", {NAME: 0, TOLD: 2.5, ACT: 3, WHERE: 3}),
    (r"(?=[nom]{2}[^|]|[nom][nom?]*n\|)[nom?]*[no]\|", {NAME: 0, TOLD: 1.5, ACT: 2.5, WHERE: 3}),
    (r"[nom?]*[no]\|", {NAME: 0, TOLD: 1.5, ACT: 1.5, WHERE: 3}),
    (r"n+t[no]\|G", {NAME: 0, ACT: 2.5, TOLD: 2}),
    (r"e.*[no]\|", {NAME: 0, ACT: 2, TOLD: 2}),
    (r"[noe?]+[et]\|", {NAME: 0, TOLD: 0.5, ACT: 1}),
)
_UNKNOWN: Readings = {NAME: 0, ACT: 1, TOLD: 1, WHERE: 1}


def _verbal(said: Sequence[Word], tags: str, plain: str) -> Readings:
    """Read a text that begins with a verb: it is done, or the verb is part of a name."""
    general = _GENERAL_END.search(plain) is not None
    # 打菜阿姨, 配药护士: what somebody does before who it is; 找医生 is done.
    if (
        re.fullmatch("s[^vxbpl]+[ne]", tags)
        and len(plain) <= _MOST_POST
        and _POST.search(plain)
        and kind_of(said[-1].text, "zh") == PERSON
    ):
        return {ACT: 1.5, NAME: 0, TOLD: 2}
    if re.search("[vst]a$|^[vst]a", tags) or tags == "v":
        return {ACT: 0, TOLD: 1, WHERE: 2}
    if re.match("[vst].*[neo?].*[vpxbd]|v[vst]", tags) and not tags.endswith(("x", "d")):
        return {ACT: 0, NAME: 1 if general and tags[0] in "st" else 3, TOLD: 1.5}
    if tags[0] == "v":
        sure = re.match("v[vj]", tags) or _OUTCOME.search(said[0].text)
        return {ACT: 0, NAME: 3.5 if re.match("v[pxb]", tags) else 3 if sure else 2, TOLD: 2}
    if tags[0] == "t":
        return _object(tags, plain, said[-1].text)
    if tags.startswith("s?") or len(tags) == 1:
        return {ACT: 0.5, NAME: 0.5, TOLD: 1}
    short = len(plain) <= _SHORT or general
    return {ACT: 0, NAME: 2.5 if re.fullmatch("s[no]+t", tags) else 1 if short else 1.5, TOLD: 2}


# 维修人员, 采购主管; not 核对收件人.
_TO_SOMEBODY = (
    *TOLD_TO,
    "呼叫",
    "提醒",
    "告诉",
    "感谢",
    "安抚",
    "劝",
    "拜访",
    "陪同",
    "接待",
    "协助",
    "护送",
    "引导",
    "催促",
    "请",
)
_POST = re.compile(
    "(?:人员|员|师|师傅|工|护士|医生|司机|阿姨|保安|老师|教练|会计|出纳|经理|主管|主任|代表|顾问|助理|负责人|总监|长|部|处|科|室|中心|委员会)$"
)
# 锁好, 拔下: what came of it.
_OUTCOME = re.compile(r"^(?:进行|予以|加以|作出|开展)$|[上下好住掉开出入到回走起清净干紧给进成齐在]$|(.)\1$")


def _object(tags: str, plain: str, last: str) -> Readings:
    """Read a verb and what it is done to, or a name made of both: 清洗滤网, 维修人员."""
    if tags == "t":
        return {ACT: 0, NAME: 0.5}
    kind = kind_of(last, "zh")
    if kind in (PERSON, OFFICE):
        post = (
            (len(tags) == _PAIR or (kind == OFFICE and "?" not in tags))
            and _POST.search(last) is not None
            and not plain.startswith(_TO_SOMEBODY)
        )
        return {ACT: 1.5, NAME: 0, TOLD: 2} if post else {ACT: 0, NAME: 1, TOLD: 2.5}
    if re.fullmatch("t[oet]", tags) or _GENERAL_END.search(plain):
        return {ACT: 0.5, NAME: 0.5, TOLD: 2}
    loose = last in words().general or "?" in tags or len(plain) <= _HEAD
    return {ACT: 0, NAME: 1 if loose else 2, TOLD: 2}
