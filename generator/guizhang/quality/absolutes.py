"""Absolute words do not mark the wrong options.

Why: rules of a company have exceptions, and candidates know that 一定, 绝对, always and never are wrong. Where wrong
options have such words and the key has none, they are struck out unread.

Warns (LNT016). Fails: 任何情况下都不得外出 as a distractor, with a key that has no such word. Passes: no such word at
all, or in the key as well. 不一定 and "not always" are not absolute; nor is what says how much, in one option alone: "dry the
cup completely".

Source: Haladyna, Downing & Rodriguez (2002), guideline 28 (a): avoid specific determiners such as always, never,
completely and absolutely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.view import Finding, View

CODE = "LNT016"
_ABSOLUTE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?<!不)一定(?!的?(?:时间|期限|数额|范围|条件|程度|比例|数量|金额|额度|期间))|绝对|绝不|决不|从不|从来(?:不|没)"
        r"|永远|永不|永久不|任何情况|任何时候|任何理由|任何条件|无论(?:如何|何种|什么|怎样)|"
        r"不管(?:怎样|什么|如何)|必定|百分之百|百分百|100%|毫无例外|无一例外|完全不|完全没有|唯一|毫不|全部都"
        r"|所有.{0,8}(?:都|均|一律)|一律|一概|始终|每次都|总是|从始至终|谁都|什么都|根本不|坚决不|无条件|一次[都也]不|谁也[不别]|概不|万万|断然不"
    ),
    "en": re.compile(
        r"(?<!not )(?<!nearly )(?<!almost )\balways\b|\bnever\b|\babsolute(?:ly)?\b|\bunder (?:no|any"
        r"|all) circumstances?\b|\bin (?:every|all|any|no) (?:single )?(?:cases?|circumstances?)\b|"
        r"\bwithout (?:any )?exceptions?\b|\bat all times\b|\bcompletely\b|\btotally\b|\bentirely\b|\bno matter\b"
        r"|\bby all means\b|\bforever\b|\binvariably\b|"
        r"\bevery single\b|\bnobody ever\b|\beveryone (?:must )?always\b|\bnot ever\b|\bwhatever (?:happens|the)\b"
        r"|\b100 ?%|\bno one ever\b|\bregardless of\b|\b(?:every|each) (?:time|occasion)\b|\beach and every\b|\bwhatsoever\b"
        r"|\bonce and for all\b|\bwithout fail\b|\bunconditionally\b|\bcategorically\b",
        re.IGNORECASE,
    ),
}
_SECOND = 2
# How full, how wet, how it came: said of one option alone it is no rule without exceptions.
_OF_DEGREE = re.compile(
    r"唯一|始终|完全|100%|百分之?百|\b(?:completely|totally|entirely|forever|regardless|100 ?%|never [a-z]+(?:ed|ame|ent|ot|ook))\b",
    re.IGNORECASE,
)
# Everybody and everything: a sweep where a second wrong option has such a word as well.
_SWEEPING: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("所有|全部|全都|任何|一切|无论|不管|必然|绝|统统|通通|每一|人人|永|从不|全体|彻底|完全|只能|仅仅"),
    "en": re.compile(
        r"\b(?:all|every|any|anyone|anybody|everyone|everybody|everything|nobody|nothing|none|entire(?:ly)?|whole|complete(?:ly)?"
        r"|total(?:ly)?|only|ever|utterly|purely"
        r"|exclusively|without fail|at once and for all|solely|strictly|nowhere|everywhere|anywhere|under any|no one)\b",
        re.IGNORECASE,
    ),
}


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for absolute words that stand in distractors only."""
    if not view.choices or any(_absolute(text, view.lang) for text in view.keys):
        return
    found = [_absolute(choice.text, view.lang) for choice in view.choices]
    if not any(found):
        return
    sweeping = sum(_SWEEPING[view.lang].search(text) is not None for text in view.wrong)
    sweeps = any(_SWEEPING[view.lang].search(text) for text in view.keys)
    alone = sum(word is not None for word in found) == 1 and (sweeping < _SECOND or sweeps)
    for i, (choice, word) in enumerate(zip(view.choices, found, strict=True)):
        if word and not (alone and _OF_DEGREE.search(choice.text)):
            yield view.at_option(
                i,
                Message(f"绝对化的“{word}”只出现在错误选项里", f"the absolute “{word}” stands in wrong options only"),
                Message("去掉它，或写得像规定那样有分寸", "drop it, or word the option as measured as a rule"),
            )
            return


# The same options come up for item after item.
@lru_cache(maxsize=16384)
def _absolute(text: str, lang: Lang) -> str | None:
    """Return the absolute word of *text*."""
    match = _ABSOLUTE[lang].search(text)
    return match and match[0]
