"""Stem and key do not share a telling word that no other option has.

Why: a word that sounds again in one option only points to it. Common words (员工, 客户, staff, customer) point nowhere.
A long phrase points by itself; a single word does only where no distractor takes up any word of the stem. Of names that
end alike (生鲜主管, 客服主管) what tells them apart is compared.

Warns (LNT022). Fails: 交接班记录…… 填写交接班登记本 beside three options about other things. Passes: a distractor takes up the
word, or another one of the stem.

Source: Haladyna, Downing & Rodriguez (2002), guideline 28 (b): avoid clang associations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from guizhang.consistency.words import stem
from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.model.text import Lang
from guizhang.quality.language.kinds import PERSON, kind_of
from guizhang.quality.view import BLANK, CHOICE, Finding, View

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
        "about after before because their there here what which when where while may might can shall will "
        "would could should must always another other others own right wrong "
        "one two three four someone somebody anyone anybody everyone nobody themselves himself itself yourself your you they have been does being very "
        "well want wants wish help know keep keeps let see look talk speak send use used using new old good year month week today tomorrow yesterday "
        "agent agents order orders date name number note written letter office business document documents information data desk visitor visitors team "
        "phone mobile email duty member members immediately back down away again against without until since under over between during through "
        "question questions following statement correct thing things way item items enough rather than more most less least some any every each both"
    ).split()
)
_LINKS = frozenset(
    "the and for with from that this these those which who whom whose has have had was were are not but its his her their our your".split()
)
_NAME = re.compile(r"^“[^”]{3,90}”(?=[,:] )")
_LONG_ZH, _SHORT_ZH, _PAIR_ZH = 5, 3, 2
# In a longer stem a word of two characters, a root or a pair of common words comes up again by chance, unless it is half of
# what tells the key from the other options.
_BRIEF_ZH, _BRIEF_EN = 24, 20
_HALF = 0.5
# So much of two English words must agree for one to sound in the other: punctual, punctuality.
_ROOT = 6
_LEAST_LETTERS = 5
_DOES = r"(?:is|are|was|were|has|have|must|may|can|shall|should|will|does|do|[a-z]+[^s]s)\b"


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a telling word shared by the stem and the key alone."""
    if view.type not in CHOICE or view.figures:
        return
    # What every question on a set of rules calls it points nowhere.
    view = replace(view, stem=_NAME.sub("", view.stem))
    said = f"{view.before} {view.stem}"
    shared = _shared_zh if view.lang == "zh" else _shared_en
    own = _apart([choice.text for choice in view.choices], view.lang)
    keys = [text for text, choice in zip(own, view.choices, strict=True) if choice.key]
    wrong = [text for text, choice in zip(own, view.choices, strict=True) if not choice.key]
    # Of a sentence with several gaps a short word comes up again by chance.
    faint = view.stem.count(BLANK) <= 1 and not any(_faintly(said, text) for text in wrong)
    if view.type is ItemType.MULTIPLE_CHOICE:
        # Of several keys each must have one.
        if all(shared(view.stem, key) for key in view.keys) and not any(shared(said, text) for text in view.wrong):
            yield _found(view, shared(view.stem, view.key)[0])
        elif faint and all(_tells(view, _faintly(view.stem, key), key) for key in keys):
            yield _found(view, _faintly(view.stem, keys[0])[0])
        return
    echo = [word for word in shared(said, view.key) if not _acts_there(word, view.key)]
    # What all options have, their head noun mostly, points to none of them.
    echoes = [
        [word for word in shared(said, text) if not all(word in choice.text.lower() for choice in view.choices)]
        for text in view.wrong
    ]
    alone = [
        word
        for word in echo
        if not any(word in text.lower() or (view.lang == "zh" and _close(word, text)) for text in view.wrong)
    ]
    word = max(alone, key=len, default="")
    limit = _LONG_ZH if view.lang == "zh" else 99
    # Of a story, too.
    if not word and faint and _tells(view, _faintly(view.stem, keys[0]), keys[0]):
        word = max(_faintly(view.stem, keys[0]), key=len)
    if word and (len(word) >= limit or not any(echoes)):
        yield _found(view, word)


def _apart(options: list[str], lang: Lang) -> list[str]:
    """Return the options without what they all begin or end with, if enough is left of each to tell them apart."""
    split = [list(text) if lang == "zh" else text.lower().split() for text in options]
    head = _alike(split)
    tail = _alike([words[:head:-1] if head else words[::-1] for words in split])
    apart = [words[head : len(words) - tail] for words in split]
    if min(map(len, apart)) < (_PAIR_ZH if lang == "zh" else 1):
        return options
    return [("" if lang == "zh" else " ").join(words) for words in apart]


def _alike(split: list[list[str]]) -> int:
    """Return how many words, or characters, all begin with."""
    return sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, zip(*split, strict=False)))


def _faintly(said: str, own: str) -> list[str]:
    """Return the short words that what is read and an option share."""
    if re.search("[一-龥]", own):
        return _shared_zh(said, own, _PAIR_ZH)
    heard = {stem(word) for word in re.findall(r"[a-z]{3,}", said.lower())} - _COMMON_EN - _LINKS
    return [word for word in re.findall(r"[a-z]{3,}", own.lower()) if word not in _LINKS and stem(word) in heard]


def _tells(view: View, words: list[str], own: str) -> bool:
    """Tell whether short words shared with an option point to it: the stem is brief, or they are half of the option."""
    if view.lang == "en":
        return (
            len({stem(word) for word in words}) > 1
            or len(words) >= _HALF * len([word for word in own.lower().split() if word not in _LINKS]) > 0
        )
    brief = len(f"{view.before}{view.stem}".replace(BLANK, "")) <= _BRIEF_ZH
    return bool(words) and (brief or len(max(words, key=len)) >= _HALF * len(own))


def _found(view: View, word: str) -> Finding:
    return view.at_option(
        next(i for i, choice in enumerate(view.choices) if choice.key),
        Message(f"题干与正确选项都有“{word}”，其他选项没有", f"only stem and key have “{word}”"),
        Message("在题干、正确选项或干扰项里换一个词", "change the word in the stem, the key or a distractor"),
    )


def _shared_zh(said: str, text: str, least: int = _SHORT_ZH) -> list[str]:
    """Return the longest runs of characters both have, common words left out."""
    runs = re.findall(r"[一-龥]+", _COMMON_ZH.sub("，", said))
    found = []
    for run in re.findall(r"[一-龥]+", _COMMON_ZH.sub("，", text)):
        for start in range(len(run) - least + 1):
            length = least
            while start + length <= len(run) and any(run[start : start + length] in r for r in runs):
                length += 1
            if length > least:
                found.append(run[start : start + length - 1])
    return found


def _close(word: str, text: str) -> bool:
    """Tell whether *text* has nearly all of a run of characters: a distractor that takes the word up with a change."""
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    return sum(pair in text for pair in pairs) * 2 >= len(pairs)


def _acts_there(word: str, text: str) -> bool:
    """Tell whether *word* is but the person of whom *text* says what he does; the case has named him."""
    return kind_of(f"the {word}", "en") == PERSON and re.search(rf"\b{word} {_DOES}", text, re.IGNORECASE) is not None


def _shared_en(said: str, text: str) -> list[str]:
    stems = [stem(word) for word in re.findall(r"[a-z]{3,}", said.lower())]
    heard = set(stems) - _COMMON_EN
    roots = {word[:_ROOT] for word in heard if len(word) >= _ROOT}
    words = re.findall(r"[a-z]{3,}", text.lower())
    single = [
        word
        for word in words
        if len(word) >= _LEAST_LETTERS
        and stem(word) not in _COMMON_EN
        and (stem(word) in heard or (len(stem(word)) >= _ROOT and word[:_ROOT] in roots))
    ]
    if len(said.split()) > _BRIEF_EN or BLANK in said:
        return [word for word in single if stem(word) in heard]
    # Two words that stand together in both, and are not both common, tell as much as one long word.
    pairs = set(pairwise(stem(word) for word in re.findall(r"[a-z]+", said.lower())))
    return single + [
        f"{one} {two}"
        for one, two in pairwise(re.findall(r"[a-z]+", text.lower()))
        if len(one) > 2
        and len(two) > 2
        and (stem(one), stem(two)) in pairs
        and not {one, two} & _LINKS
        and not {stem(one), stem(two)} <= _COMMON_EN
    ]
