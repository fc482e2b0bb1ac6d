"""The measure word, number or verb form before the blank goes with every option.

Why: 哪一张 is answered by the only thing one counts with 张, "are" by the only plural, without knowing the rule.

Warns (LNT012). Fails: 须随身带一枚____（公章 / 合同 / 电脑）; What are staff to carry? (a badge / a pen / cards).
Passes: 须随身带的是____; options that all go with the word.

Source: Haladyna, Downing & Rodriguez (2002), guideline 28 (d): avoid grammatical inconsistencies that clue the key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.diagnostics import Message
from guizhang.quality.counted_zh import counted_zh, fit_zh
from guizhang.quality.kinds import PAST
from guizhang.quality.measures import has_a, measures
from guizhang.quality.verbs_en import form_en
from guizhang.quality.view import Finding, View

CODE = "LNT012"
_HOW_MANY_EN = re.compile(r"\bhow many ([a-z]+)\b", re.IGNORECASE)
_NUMBERED_EN = re.compile(r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve) ([a-z]+)")
_SEVERAL_EN = re.compile(r"\bwhich (two|three) [a-z]+\b", re.IGNORECASE)
_AGREES_EN = re.compile(r"(is|are|was|were|has|have)\b")
_AT_END = re.compile(
    r"\b(?P<word>is|was|are|were|has|have|two|three|four|several|these|those|one|each|every|an? pair of|a)(?:\s+the)?\s*(?::|…|\.\.\."
    r"|_+)?\s*[.:?]?\s*$",
    re.IGNORECASE,
)
_THE_AT_END = re.compile(r"\b(?:the|an?)\s*(?:…|\.\.\.|_+)?\s*[.:]?\s*$", re.IGNORECASE)
_BEFORE_BLANK = re.compile(
    r"\b(?P<word>is|was|are|were|has|have|two|three|four|several|these|those|one|each|every|a|an)\s+_+", re.IGNORECASE
)
_AFTER_BLANK = re.compile(r"_+\s+(?P<word>is|was|are|were|has|have)\b", re.IGNORECASE)
_ASKED_EN = re.compile(
    r"(?:^|, )(?:(?:which|what)(?: (?P<noun>(?!of\b)[a-z]+)| of (?:these|the following|those)(?: [a-z]+)?)? (?P<word>is|are|was|were|has|have)\b"
    r"|(?:what"
    r"|who) (?P<verb>are|is|were|was|has|have)\b"
    r"|whose (?P<whose>are|is)\b|(?:what|who) (?P<does>(?!is\b|was\b|has\b|does\b)[a-z]+[^s\W]s)\b"
    r"|(?:which|what) (?P<single>(?!of\b|time\b)[a-z]+[^s\W]) [a-z]{2,}[^s\W]s (?:the|an?|his|her|its|to|up|over|in|on)\b"
    r"|(?:which|what) (?P<one>single|one|other|particular|sole) [a-z]+[^s\W]\b"
    r"|(?:which|what) (?P<named>(?!does\b)[a-z]+s|people)\b(?! (?:of|is|was|has)\b)"
    r"|(?:what|which(?: of (?:these|the following))?) (?:must|should|may|can|shall|has to) (?:always |never |not )?be [^,;?]*?\b(?:(?P<its>its|it"
    r"|itself)|(?P<their>their|them|they|themselves))\b)"
    r"|\bwhich (?P<last>are|is) (?:they|it)\b",
    re.IGNORECASE,
)
# A pair of, two rolls of: what one has so, and nothing else.
_PARTITIVE_EN = re.compile(r"\b(?P<of>[a-z]+) of (?:what\b|which\b|_+|…|[:.]|$)", re.IGNORECASE)
_PERFECT_EN = re.compile(
    r"\b(?:have|has|had)(?: (?:already|just|always|never|first))?\s*(?:_+|…|[:.])?\s*$", re.IGNORECASE
)
_COUNTED = re.compile(r"(?:two|three|four|five|several|some|many) ", re.IGNORECASE)
_ONE = re.compile(r"(?:only )?(?:one|no|each) ", re.IGNORECASE)
_ARTICLES = frozenset(
    "the a an his her their its your our in at on by with for from all no any it they he she this that".split()
)
# After these only a plural goes; a bare noun without its s is none.
_MANY = {"two", "three", "four", "several", "these", "those", "a pair of", "pair of"}
_SINGLE = {"is", "was", "has", "one", "each", "every", "a", "an"}
_NOT_PLURAL = re.compile(
    r"(?:ss|(?<!men)us|is|ous|ness|news|business|address|always|process|access|dress|has|was|this|across|less|unless|series|species)$"
)
_PLURALS = re.compile(r"^(?:people|staff|children|men|women|police|clothes|trousers|jeans|headphones)$")
_HEAD_END = re.compile(
    r"\b(?:of|for|in|on|at|with|to|from|by|who|which|that|under|after|before|between|about|without|as|per|when|if)\b|[,(]"
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding where only the key goes with the form of the stem."""
    if not view.choices or not view.wrong:
        return
    # Figures, too, may be counted in a word that only the key has: 几份？ 三份 beside 两个.
    fits = counted_zh(view) if view.lang == "zh" else _counted_en(view)
    if fits is None and not view.figures:
        fits = fit_zh(view) if view.lang == "zh" else _fit_en(view)
    if fits is None:
        return
    right = [fit for fit, choice in zip(fits, view.choices, strict=True) if choice.key]
    wrong = [fit for fit, choice in zip(fits, view.choices, strict=True) if not choice.key]
    # One that nobody listed among several that do not go: the key stands alone all the same.
    few = sum(fit is False for fit in wrong) * 2 > len(wrong) and view.lang == "zh"
    sure = all(fit is True for fit in right) and True not in wrong and (few or None not in wrong)
    # None of the others goes: what nobody listed must be what does.
    if sure or (view.lang == "zh" and False not in right and set(wrong) == {False}):
        yield view.at_stem(
            Message(
                "只有正确选项配得上题干的量词或单复数", "only the key goes with the number or verb form of the stem"
            ),
            Message("换一个各选项都配得上的说法", "word the stem so that every option goes with it"),
        )


def _counted_en(view: View) -> list[bool | None] | None:
    """Tell which options count what the stem asks for; ``None`` where it asks for no number of things."""
    texts = [choice.text.strip().rstrip(".").lower() for choice in view.choices]
    many = _HOW_MANY_EN.search(view.stem)
    if many is not None:
        units = [_NUMBERED_EN.fullmatch(text) for text in texts]
        noun = many[1].lower().rstrip("s")
        return [match is not None and match[1].rstrip("s") == noun for match in units] if all(units) else None
    several = _SEVERAL_EN.search(view.stem)
    if several is not None:
        return [" and " in text or text.startswith(several[1].lower()) for text in texts]
    begins = [_AGREES_EN.match(text) for text in texts]
    if all(begins):
        key = next(match for match, choice in zip(begins, view.choices, strict=True) if choice.key and match)
        return [match is not None and (match[1] in _SINGLE) is (key[1] in _SINGLE) for match in begins]
    return None


def _fit_en(view: View) -> list[bool | None] | None:
    stem = view.stem.strip()
    partitive = _PARTITIVE_EN.search(stem)
    if partitive and partitive["of"].lower() in measures().partitives:
        return [has_a(partitive["of"].lower(), choice.text) for choice in view.choices]
    if _PERFECT_EN.search(stem) and any(_done(choice.text) for choice in view.choices):
        return [_done(choice.text) for choice in view.choices]
    word = _number_asked(stem)
    agreeing = _fit_agreeing(view)
    if agreeing is not None:
        return agreeing
    verbs = _fit_verbs(view)
    if verbs is not None:
        return verbs
    # Whatever the stem asks with: two triangles among one sofa, one piano and one desk.
    alone = [plural(choice.text) for choice in view.choices]
    if not word:
        # Two people, or one: the number is what is asked.
        how_many = any(_ONE.match(text) for text in view.wrong)
        return alone if _COUNTED.match(view.key) and not how_many else None
    single = word in _SINGLE
    numbers = [plural(choice.text) for choice in view.choices]
    if _THE_AT_END.search(stem):
        # Behind the article a noun without its s is one thing.
        numbers = [number if number is not None else False for number in numbers]
    if word in _MANY:
        numbers = [bool(number) for number in numbers]
    return [None if number is None else number is not single for number in numbers]


def _number_asked(stem: str) -> str | None:
    """Return the word of the stem that says whether one or several are asked for; ``None`` where there is none."""
    match = _AT_END.search(stem) or _BEFORE_BLANK.search(stem) or _AFTER_BLANK.search(stem)
    if match:
        return match["word"].lower()
    asked = _ASKED_EN.search(stem)
    if asked is None:
        return None
    if asked["does"] or asked["single"] or asked["one"] or asked["its"]:
        return "is"
    if asked["their"] or (asked["named"] and plural(asked["named"])):
        return "are"
    return (asked["word"] or asked["verb"] or asked["last"] or asked["whose"] or "").lower()


def _done(text: str) -> bool:
    """Tell whether an English option begins with a participle."""
    first = text.lower().split()[0] if text.split() else ""
    return first.endswith(("ed", "en", "wn")) or PAST.fullmatch(first) is not None


def _fit_agreeing(view: View) -> list[bool | None] | None:
    """Tell which options go on in the number of the key, where all begin with a finite verb: calls, goes, fill in."""
    forms = [form_en(choice.text) for choice in view.choices]
    if set(forms) != {"verb", "third"} or view.stem.strip().endswith("?"):
        return None
    key = forms[next(i for i, choice in enumerate(view.choices) if choice.key)]
    return [form == key for form in forms]


def _fit_verbs(view: View) -> list[bool | None] | None:
    """Tell which options go on from a stem that breaks off, where all begin with verbs, in several forms."""
    forms = [_verb_form(choice.text) for choice in view.choices]
    if None in forms or not {"ing", "to"} & set(forms) or len(set(forms)) == 1 or view.stem.strip().endswith("?"):
        return None
    key = forms[next(i for i, choice in enumerate(view.choices) if choice.key)]
    return [form == key for form in forms]


def _verb_form(text: str) -> str | None:
    """Return how the verb ends that *text* begins with: ing, ed, to, s or nothing; ``None`` for what is no verb."""
    words = text.lower().split()
    if not words or words[0] in _ARTICLES:
        return None
    if words[0] == "to" and len(words) > 1:
        return "to"
    if PAST.fullmatch(words[0]):
        return "ed"
    return next((ending for ending in ("ing", "ed", "s") if words[0].rstrip(".,").endswith(ending)), "")


def plural(text: str) -> bool | None:
    """Tell whether an English noun phrase is plural; ``None`` where that cannot be told."""
    words = re.sub(r"(?<=s)['’]$|['’]s$", "", text.strip().rstrip(".").lower())
    if re.match(r"(?:an?|one|each|every|this|another)\b", words):
        return (
            bool(re.search(r"\band (?:an?|the|one|his|her|their)\b", _HEAD_END.split(words)[0])) or None
            if " and " in words
            else False
        )
    if re.match(r"(?:two|three|four|five|six|several|both|these|those|many|all)\b", words):
        return True
    head = _HEAD_END.split(words)[0].split()
    if not head:
        return None
    if " and " in words:
        return True
    last = head[-1]
    if _PLURALS.match(last) or (last.endswith("s") and not _NOT_PLURAL.search(last)):
        return True
    return False if re.match(r"(?:the|his|her|their|its|your|my|our)\b", words) and len(head) > 1 else None
