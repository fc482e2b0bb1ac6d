"""Stem and key do not share a telling word that no other option has.

Why: a word that sounds again in one option only points to it. Common words (员工, 客户, staff, customer) point nowhere.
A long phrase points by itself; a single word does only where no distractor takes up any word of the stem.

Warns (LNT022). Fails: 交接班记录…… 填写交接班登记本 beside three options about other things. Passes: a distractor takes up the
word, or another one of the stem.

Source: Haladyna, Downing & Rodriguez (2002), guideline 28 (b): avoid clang associations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.consistency.words import stem
from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.quality.view import Finding, View

CODE = "LNT022"
_COMMON_ZH = re.compile(
    "员工|客户|公司|人员|同事|主管|经理|部门|规定|应当|应该|必须|可以|不得|需要|下列|以下|哪些|什么|怎样|怎么|如何|处理|办理|工作|时间|电话|投诉|情况|要求|"
    "进行|方式|做法|说法|正确|错误|因为|所以|如果|或者|以及|当天|当班|上班|下班|上岗|服务|告诉|告知|说明|通知|报告|登记|记录|申请|批准|同意|审批|"
    "一名|一个|一次|一位|自己|对方|没有|已经|还是|就是|不是|其他|本人|有关|相关|按照|根据|及时|以后|以前|之后|之前|期间|的时候|时候|问题|内容|负责|"
    "请假|迟到|订单|前台|接待|接听|回复|联系|来电|来访|工服|工牌|咨询|先生|女士|您好|现在|今天|明天|上午|下午|小时|分钟|工作日|这个|那个|我们|你的|您的|他的"
)
_COMMON_EN = frozenset(
    stem(word)
    for word in (
        "staff employee employees customer customers company people person supervisor manager department colleague rule rules work working works "
        "time day days hour hours call calls telephone complaint complaints case ask asks asked say says said tell tells told take takes taken "
        "give gives given make makes made need needs put go goes going come comes get gets ring rings answer answers report reports record records "
        "log register form forms request requests approve approval leave late shift service please thank thanks first last next still once only also "
        "about after before because their there here what which when where while would could should must always another other others own right wrong "
        "one two three four someone somebody anyone anybody everyone nobody themselves himself itself yourself your you they have been does being very "
        "well want wants wish help know keep keeps let see look talk speak send use used using new old good year month week today tomorrow yesterday "
        "agent agents order orders date name number note written letter office business document documents information data desk visitor visitors team "
        "phone mobile email duty member members immediately back down away again against without until since under over between during through "
        "question questions following statement correct thing things way item items enough rather than more most less least some any every each both"
    ).split()
)
_LONG_ZH, _SHORT_ZH = 5, 3
_LEAST_LETTERS = 5


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a telling word shared by the stem and the key alone."""
    if view.type is not ItemType.SINGLE_CHOICE or view.figures:
        return
    said = f"{view.before} {view.stem}"
    shared = _shared_zh if view.lang == "zh" else _shared_en
    echo = shared(said, view.key)
    echoes = [shared(said, text) for text in view.wrong]
    alone = [
        word
        for word in echo
        if not any(word in text.lower() or (view.lang == "zh" and _close(word, text)) for text in view.wrong)
    ]
    word = max(alone, key=len, default="")
    limit = _LONG_ZH if view.lang == "zh" else 99
    if word and (len(word) >= limit or not any(echoes)):
        index = next(i for i, choice in enumerate(view.choices) if choice.key)
        yield view.at_option(
            index,
            Message(f"题干与正确选项都有“{word}”，其他选项没有", f"only stem and key have “{word}”"),
            Message("在题干、正确选项或干扰项里换一个词", "change the word in the stem, the key or a distractor"),
        )


def _shared_zh(said: str, text: str) -> list[str]:
    """Return the longest runs of characters both have, common words left out."""
    runs = re.findall(r"[一-龥]+", _COMMON_ZH.sub("，", said))
    found = []
    for run in re.findall(r"[一-龥]+", _COMMON_ZH.sub("，", text)):
        for start in range(len(run)):
            length = next(
                (
                    n
                    for n in range(len(run) - start, _SHORT_ZH - 1, -1)
                    if any(run[start : start + n] in r for r in runs)
                ),
                0,
            )
            if length:
                found.append(run[start : start + length])
    return found


def _close(word: str, text: str) -> bool:
    """Tell whether *text* has nearly all of a run of characters: a distractor that takes the word up with a change."""
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    return sum(pair in text for pair in pairs) * 2 >= len(pairs)


def _shared_en(said: str, text: str) -> list[str]:
    heard = {stem(word) for word in re.findall(r"[a-z]{3,}", said.lower())}
    words = re.findall(r"[a-z]{3,}", text.lower())
    return [word for word in words if len(word) >= _LEAST_LETTERS and stem(word) in heard - _COMMON_EN]
