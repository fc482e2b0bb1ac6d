"""One negation is enough.

Why: two negations have to be worked out like a sum, and what is measured is the working out. 未经……不得 and
"not … without" are the usual words of rules and are left alone.

Warns (LNT009). Fails: 员工不得不登记; it is not uncommon; a stem that asks for the exception over options that deny.
Passes: 员工必须登记; 未经批准不得外出.

Source: Haladyna, Downing & Rodriguez (2002), guidelines 17 and 28: avoid negatives; phrase choices positively.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.model.text import Lang
from guizhang.quality.language.denials_en import denied_after_en, denies_twice_en
from guizhang.quality.language.denials_zh import denied_after_zh, denies_twice_zh
from guizhang.quality.plain_negative import asks_for_exception
from guizhang.quality.view import Finding, View

CODE = "LNT009"
# What somebody says to somebody denies nothing of the stem.
_SPEECH = re.compile(r"[您你我“]|\b(?:you|your|i|we|our|me|us)\b|[“\"]", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”“]{4,24}”")
_RULE = re.compile(r"“([^”“]*_{3,}[^”“]*)”")
_CLAUSES = re.compile(r"[。；！？]|(?<=[;.!?])\s")
_DENIES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"^(?:不(?!合格|足|满|同|良|动产|锈钢|论|管|超过|少于|慎|明|实|到|久|断|定|时|仅)|没有?|未(?!来)|别(?![家人处的班国校店组院])|勿|无(?=需|须|权|法|任何|关|人))"
        r"|不(?:得|应|必|须|允许|准|许|能|可以|属于|符合|包括)|(?<![而却但又])没有|未(?!来)|禁止|无(?:须|需|权)|并非|从不"
    ),
    "en": re.compile(
        r"\b(?:not|never|cannot|nobody|neither|nothing)\b|^(?:without|lacking)\b|n['’]t\b|^(?:fail|neglect|omit|refus)(?:e|es|s|ing)? to\b|^no\b",
        re.IGNORECASE,
    ),
}


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a stem that denies twice, alone or together with an option."""
    mend = Message("改成一个否定，或者正面说", "keep one negation, or say it positively")
    # What is written on a parcel denies nothing; nor do the marks around a negation.
    plain = re.sub(r"[【】〖〗*]", "", _QUOTED.sub("“…”", _RULE.sub(_asked_part, view.stem)))
    if _twice(plain, view.lang):
        yield view.at_stem(Message("题干里有双重否定", "the stem denies twice"), mend)
    elif view.choices and (asks_for_exception(view) or _denied_after(plain, view.lang)):
        denying = [
            i
            for i, choice in enumerate(view.choices)
            if _DENIES[view.lang].search(choice.text) and not _SPEECH.search(choice.text)
        ]
        if denying:
            yield view.at_option(
                denying[0],
                Message("题干反问，选项又否定", "the stem asks for the exception, and the option denies too"),
                mend,
            )
    for i, choice in enumerate(view.choices):
        if _twice(choice.text, view.lang) and not _SPEECH.search(choice.text):
            yield view.at_option(i, Message("选项里有双重否定", "the option denies twice"), mend)


def _asked_part(rule: re.Match[str]) -> str:
    """Return of a rule quoted with blanks the clauses that have them: what stands beside is not what is asked."""
    return "“" + "，".join(part for part in _CLAUSES.split(rule[1]) if "___" in part) + "”"


def _twice(text: str, lang: Lang) -> bool:
    return denies_twice_zh(text) if lang == "zh" else denies_twice_en(text)


def _denied_after(stem: str, lang: Lang) -> bool:
    return denied_after_zh(stem) if lang == "zh" else denied_after_en(stem)
