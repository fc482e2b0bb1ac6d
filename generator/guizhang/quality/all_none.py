"""No "all of the above", no "none of the above", no "both A and B".

Why: whoever knows two options to be right knows the answer; whoever knows one to be wrong knows it too. And letters mean
nothing once the draw has shuffled the options.

Warns (LNT007). Fails: 以上都是; 以上都不对; A和B; all of the above; none of these. Passes: the same question as a multiple
choice.

Source: Haladyna, Downing & Rodriguez (2002), guideline 25: keep "all of the above" out, use "none" carefully.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.consistency.words import content_words
from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.view import Finding, View

CODE = "LNT007"
# An option speaks of the others where it names them (以上, 前两项, ABC, options, answers, all of these) and all the rest of
# its words only says how many of them, or that they hold.
_NAMES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?<![项种个条者次人])(?:以上|上述|前述|上面|上列|前列|上边|所列|所述|列出)|[前后这那][一二两三四几][项种个条者点处样位类]|选项|答案|其[余他]"
        r"|[A-Ea-e①-⑤]\W*(?:[和与及或、]|以及|或者)?\W*[A-Ea-e①-⑤]|[这那]?[二两三四几各][者项种个条点样位](?:全?[都均皆]|(?:可以?|行)$|兼|同时|之一)"
        r"|^(?:[都均皆]|全部?|全都|全部都|一概|统统)(?:不|没有)?(?:是|对|正确|错|可以|可|行|符合|适用|成立|要|应|需|有|算|属于|必须)|^(?:都|均|皆|全)(?:不?(?:可以?|行|要|用|是|对|算|属于|符合|得|能))|^(?:没有"
        r"|无)(?:一[项个种位])?(?:正确|对|符合|合适)的?|^他们(?:[两三四几][个位名])?(?:全?[都均皆])|^哪[个一种项位](?:都|也)"
        r"|^任[意何]一[个位项种名]$|^[皆均全都]非$"
    ),
    "en": re.compile(
        r"\babove\b|\bpreceding\b|\bforegoing\b|\b(?:options?|answers|choices|alternatives|statements)\b|\b(?:options?|answers?|choices?) \(?[a-e]\b"
        r"|^(?:(?:in|at|on|by|to|for|with|from|under) )?(?:all|none|both|neither|any|either|each|some|every one"
        r"|more than one|two|three|not one)(?: \w+)? of (?:these|those"
        r"|(?<!both of )(?<!neither of )(?<!either of )them|(?:these|those|the) (?:ways|places|people|persons|things|cases"
        r"|times|methods|rooms|days|documents|steps|reasons)\b|the (?:first|last|other|others|rest|listed|two|three|four|people|persons|things"
        r"|items)\b)"
        r"|\b(?:listed|named|mentioned) (?:here|above)?$|^(?:all|any|each) (?:two|three|four)$|^(?:whichever|either|neither) of (?:these|those)\b"
        r"|\bnone of (?:these|those|them)\b"
        r"|^no (?:answer|option|choice|statement)\b|^every(?:one|body) listed\b"
        r"|^(?:they |these |those )?(?:all|none|both|neither|everything|nothing|all these|all those|all three|all four)(?: (?:here|listed))* "
        r"(?:are|is|apply|applies|holds?|correct|right|true|wrong|false|listed|mentioned|named|here)\b"
        r"|\b(?-i:[A-E])\b\)?(?:, | and | or | nor | & |/|\+)+\(?(?-i:[A-E])\b|^the (?:first|last|other) (?:two|three)$",
        re.IGNORECASE,
    ),
}
_FRAME: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:以上|上述|前述|上面|上列|前列|上边|所列|所述|列出|人选|选择|选项|答案|说法|做法|情形|情况|内容|方式|表述|人员|材料|事项|理由|行为|以及"
        r"|或者|同时|之一|正确|错误|恰当|合适|妥当|可以|不行"
        r"|应该|应当|必须|需要|属于|符合|规定|要求|适用|成立|没有|任何|任意|任一|他们|除|之外|以外|外|人|位|名|全部|全都|所有|所|其余|其他|其它|另外"
        r"|只有|一概|统统|兼有?|算|皆|均|都|全|各|每|仅|"
        r"前|后|这|那|中|里|的|是|不|无|非|对|错|可|行|能|要|应|须|需|有|了|和|与|及|或|即|也|为|做|选|哪|几|一|二|两|三|四|五|个|项|种|条|者|点|样|处|类|"
        r"[A-Ea-e①-⑤]|[、,，/+&()（）\s])+"
    ),
    "en": re.compile(
        r"(?:(?:all|none|both|neither|either|each|every|any|some|more|than|one|two|three|four|only|just|not|nor|or|and|but|of|the|in|on|a|to|as|about"
        r"|above|preceding|foregoing|previous|first|last|second|third|other|others|rest|these|those|them|they|everything|nothing|"
        r"someone|somebody|anyone|everyone|everybody|nobody|no|else|people|persons?|places|ways|methods|rooms|cases|times|reasons|steps|days|documents"
        r"|at|by|for|with|nearest|best|who|whichever|option|options|answers?|choices?"
        r"|alternatives?|statements?|things?|items?|listed|list|mentioned|named|given|stated|offered|said|shown|here|"
        r"is|are|be|do|does|can|may|must|should|apply|applies|holds?|correct|right|true|wrong|false|acceptable|required|allowed|needed|suitable"
        r"|[a-e])\b|[\s,/&+()]+)+",
        re.IGNORECASE,
    ),
}
# All the guests named here: whatever they are called.
_ALL_NAMED: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:所有|全部|任何|各种?)?(?:上面|前面|这里|此处|以上|上述)?(?:所?列|所?述|提到|说到|写到)(?:举|出|明)?的?.{0,6}(?:都|全|均|皆|各项|全部|所有).{0,6}"
    ),
    "en": re.compile(
        r"(?:(?:in|at|on|by|with|to) )?(?:all|none|any|each|both|every|every one)\b.{0,30}\b(?:named|listed|mentioned|shown"
        r"|given|stated|described)(?: (?:here|above|below))?",
        re.IGNORECASE,
    ),
}
# Bare words for all of it, or none, which among amounts are an amount: 全部, 一半, 不退.
_ALONE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("全部|全选|都选|都是|全都是"),
    "en": re.compile("all|none|both|neither|any|either", re.IGNORECASE),
}
_AMOUNT = re.compile(
    r"\d|[一二两三四五六七八九十半]|部分|不|无|\b(?:half|part|some|one|two|three|four|five|six|ten|once|twice|only|nothing|a)\b",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"^[A-Ea-e]\s*(?:[．.:：)）]|、(?![A-Ea-e]))\s*")
# Both the clerk and the guard; 店员和保安都要.
_BOTH: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?P<one>[^，]{2,}?)(?:和|与|跟|及|以及)(?P<two>[^，]{2,}?)(?:二者|两者)?(?:都|均|皆|同时)[^，]{0,4}"
    ),
    "en": re.compile(r"both (?P<one>.+?) and (?P<two>.+?)", re.IGNORECASE),
}
# 以上行为都要报告: what comes after may say more.
_OPENS_ZH = re.compile(
    r"(?:以上|上述|前述|上面|前面)(?:各|所有|全部|几|[两二三四])?(?:\w{0,4})?(?:都|全|均|皆|任|没|无|不|之).{0,10}"
    r"|.{0,4}(?:以上|上述|前面)(?:各项|几项|选项|答案|所有|任何|两者|三者|两项|三项|三种|情形|做法).{0,10}"
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each option that speaks of the other options."""
    for i, choice in enumerate(view.choices):
        text = _LETTERED.sub("", choice.text.strip().strip("。.“”"))
        named: object = _NAMES[view.lang].search(text) and _FRAME[view.lang].fullmatch(text)
        named = named or (_ALONE[view.lang].fullmatch(text) and not any(map(_AMOUNT.search, _others(view, i))))
        named = named or _ALL_NAMED[view.lang].fullmatch(text)
        joined = _joins(text, _others(view, i), view.lang)
        if named or joined or (view.lang == "zh" and _OPENS_ZH.fullmatch(text)):
            yield view.at_option(
                i,
                Message(f"“{choice.text}”说的是其他选项", f"“{choice.text}” speaks of the other options"),
                Message("换成实在的选项，或改为多选题", "put a real option there, or make it a multiple choice"),
            )


def _others(view: View, index: int) -> list[str]:
    return [choice.text for i, choice in enumerate(view.choices) if i != index]


def _joins(text: str, others: list[str], lang: Lang) -> bool:
    """Tell whether *text* puts two of the *others* together: both the customer and the cleaner."""
    both = _BOTH[lang].fullmatch(text)
    if both is None:
        return False
    words = [content_words(option, lang) for option in others]
    halves = [content_words(both[side], lang) for side in ("one", "two")]
    named = [next((i for i, option in enumerate(words) if half and half <= option), None) for half in halves]
    return None not in named and len(set(named)) == len(named)
