"""Only the key is right: no distractor says the same in other units, or is what another rule says.

Why: 24小时 and 1天 are the same answer. And a distractor taken from another rule about the same thing may be right there.

Warns (LNT023). Fails: 24小时 (key) beside 1天; a distractor that stands in a sentence of the rules which says all the stem
says; or in one that names it beside the key (also, instead) or in place of it (小票遗失的，凭付款记录); or that holds of it as another
does of the key (interns receive a blue badge, contractors receive a blue badge). Passes: 24小时 beside 2天.

Source: Haladyna, Downing & Rodriguez (2002), guideline 19: one right answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import combinations

from guizhang.consistency.amounts import Amount, amount
from guizhang.consistency.statements import without
from guizhang.consistency.words import content_words
from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.model.text import Lang
from guizhang.quality.figures.writings import rewritten
from guizhang.quality.paraphrase import Said, act_asked, asked_about, covered, said
from guizhang.quality.rule_applies import ABOUT, about, holds, in_turn, makes_right, says_both, several, side_by_side
from guizhang.quality.rule_read import DENIED, FEWEST_WORDS, NAMED, Rule, amounts_of, even, same_amount, span
from guizhang.quality.rulebook import asked_words
from guizhang.quality.same_option import normal
from guizhang.quality.view import BLANK, CHOICE, Finding, View
from guizhang.zh.quantities import find_figures

CODE = "LNT023"
# What the stem asks about must stand in the sentence almost entirely: four words of five, as a paraphrase leaves one out.
_SAID = 0.78
# With half of it, the sentence must say that the distractor will do as well, or the same of it as another says of the key.
_NEAR = 0.5
# Of a sentence that names the key as what is wanting, less is enough: it says nothing but what stands in for it.
_STANDING = 0.15
# Sentences with so much of the very words are looked at more closely.
_GLANCE = 0.3
# Two sentences say the same of two things: each has so much of the other's words.
_ALIKE = 0.8
# Two names on one level: whoever holds both posts, or has the powers of the other; what counts as the other.
_LEVEL = re.compile(
    r"兼任|兼(?=[一-龥]{2})|代行|代理|代为行使|视同|视为|等同|等于|相当于|同样享有|同样有权|同等的?[^，。]{0,8}(?:权|权限|效力|有效|地位)|效力相同|与[^，。]{2,8}(?:相同|无异)|照[^，。]{2,12}(?:处理|办理|执行|计算|对待)|参照|比照|一样有权"
    r"|享有[^，。]{0,8}(?:权限|权力|审批权|批准权)|也就是|即为|又称|亦称|简称"
    r"|\b(?:also (?:holds|acts|serves|has)|acts? as|serves? as|doubles as|counts? as|is (?:treated|regarded|considered) as|is equivalent to|equals"
    r"|is (?:just )?as (?:good|valid) as|(?:is|are) valid like|on a par with"
    r"|is the same as|has the (?:same )?(?:powers|authority|rights) of|"
    r"has the same (?:powers|authority|rights)|may (?:approve|do|sign|decide) (?:whatever|what|everything|anything)|(?:may|can) (?:also|equally"
    r"|as well) be (?:approved|signed|decided|done|given|issued) by|stands in for|deputi[sz]es for"
    r"|in the name of|on behalf of|known as|also called|carries out the duties of)\b",
    re.IGNORECASE,
)
# Where it says that two are on one level, they may stand anywhere.
_ALIKE_IN = re.compile(r"同样|一样|同等|相同|无异|\bsame\b", re.IGNORECASE)
# Whoever asks for the least or the most asks for the limit, and for no other value within it.
_LIMIT_ASKED = re.compile(
    r"至少|最[少多高低迟早晚短长大小]|不[少低多超高]|上限|下限|限|几|多少|以[内上下]|之内|\b(?:least|most|minimum|maximum|how|within|by"
    r"|up to|limit|latest|earliest|lowest|highest"
    r"|longest|shortest|more|less|over|under|after|before)\b",
    re.IGNORECASE,
)
# To undo a thing is another matter than to do it.
_UNDOING = re.compile(
    r"取消|撤销|撤回|退订|变更|更改|\bcancel\w*|\bwithdr[ae]w\w*|\bchang\w+\b(?! rooms?)|\brevok\w+", re.IGNORECASE
)
_ONE_OF = re.compile(r"哪(?![里儿年月天日时])[一-龥]|\bwhich\b", re.IGNORECASE)
_MEND = Message("换掉这个干扰项", "replace the distractor")


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for options equal in value, and for distractors that the rules make right."""
    for i, j in combinations(range(len(view.choices)), 2):
        one, other = view.choices[i].text, view.choices[j].text
        if one != other and _equal(view, i, j):
            yield view.at_option(
                j, Message(f"“{one}”与“{other}”是同一个值", f"“{one}” and “{other}” are one value"), _MEND
            )
    if view.type in CHOICE and view.rules:
        yield from _true_elsewhere(view)


def _equal(view: View, i: int, j: int) -> bool:
    """Tell whether two options are one value, or say the same but for figures of one value: 满72小时, 满三天."""
    one, other = view.amounts[i], view.amounts[j]
    if one is not None and other is not None:
        return same_amount(one, other)
    first, second = (_figured(view.choices[n].text, view.lang) for n in (i, j))
    return bool(first[1]) and first == second


# The same options come up for item after item.
@lru_cache(maxsize=16384)
def _figured(text: str, lang: Lang) -> tuple[str, tuple[object, ...]]:
    """Return a text without its figures, and what they allow; none where one of them is no amount."""
    plain = rewritten(text, lang)
    figures = find_figures(plain)
    amounts = [amount(figure) for figure in figures]
    return normal(without(plain, figures)), tuple(span(a) for a in amounts if a) if all(amounts) else ()


def _true_elsewhere(view: View) -> Iterator[Finding]:
    asked = _Asked(view)
    if len(asked.words.keys() | asked.act.keys()) < FEWEST_WORDS:
        return
    yield from _of_each(view, asked)
    if DENIED.search(view.stem):
        return
    yield from _on_one_level(view)
    yield from _within_limits(view, asked)
    near = [rule for rule in asked.rules if asked.share(rule) >= (_STANDING if rule.wants(view.key) else _NEAR)]
    frames = [
        frame for rule in near if not rule.point and rule.names(view.key) and (frame := rule.frame(view.key)).words
    ]
    for rule in near:
        if asked.another_case(rule):
            continue
        for i, choice in enumerate(view.choices):
            if not choice.key and asked.answered_by(rule, i, frames):
                yield _also_right(view, i, rule)


def _rules(view: View) -> Iterator[Rule]:
    """Yield the rules that have words of the stem, or name the key as what is wanting."""
    lang = view.lang
    found = {id(s): Rule(s, lang) for s, _ in view.rules.about(asked_words(view.stem, lang), _GLANCE)}
    yield from found.values()
    words = asked_words(view.stem, lang)
    for statement, _ in view.rules.about(content_words(view.key, lang), NAMED):
        if id(statement) not in found:
            rule = Rule(statement, lang)
            if rule.wants(view.key) or not words.isdisjoint(statement.words):
                yield rule


def _of_each(view: View, asked: _Asked) -> Iterator[Finding]:
    """Yield a finding for each distractor that a rule holds of as one does of the key, or that one names beside the key."""
    if view.type is not ItemType.SINGLE_CHOICE or view.figures or BLANK in view.stem:
        return
    rules = [rule for rule in asked.rules if about(rule, view.stem) >= ABOUT and not asked.another_case(rule)]
    meant = [rule for rule in rules if makes_right(rule, view)]
    for i, choice in enumerate(view.choices):
        if choice.key:
            continue
        for rule in rules:
            as_well = (
                not rule.point and not _says(rule, view.key) and any(holds(rule, view, choice.text, of) for of in meant)
            )
            if as_well or says_both(rule, view, view.key, choice.text):
                yield _also_right(view, i, rule)
                break


def _says(rule: Rule, key: str) -> bool:
    return normal(key) in normal(rule.main)


def _on_one_level(view: View) -> Iterator[Finding]:
    """Yield a finding for each distractor that a rule says is as good as the key: 工程部经理兼任安全主管."""
    for statement, _ in view.rules.about(content_words(view.key, view.lang), NAMED):
        level = _LEVEL.search(statement.text)
        if level is None:
            continue
        rule = Rule(statement, view.lang)
        # Whoever is as good stands on one side, and as what on the other; either may stand inside: 照店长办理.
        sides = statement.text[: level.end()], statement.text[level.start() :]
        for i, choice in enumerate(view.choices):
            if choice.key or not (rule.names(choice.text) and (rule.names(view.key) or rule.wants(view.key))):
                continue
            beside = (
                _apart(sides, view.key, choice.text, view.lang) or _ALIKE_IN.search(level[0]) or rule.wants(view.key)
            )
            if beside or side_by_side(rule.main, view.key, choice.text, view.lang):
                yield _also_right(view, i, rule)


def _apart(sides: tuple[str, str], key: str, option: str, lang: Lang) -> bool:
    """Tell whether one side says the key and the other the option."""
    shares = [
        [covered(even(said(name, lang).words), said(side, lang), lang) for side in sides] for name in (key, option)
    ]
    return max(min(shares[0][0], shares[1][1]), min(shares[0][1], shares[1][0])) >= _NEAR


def _within_limits(view: View, asked: _Asked) -> Iterator[Finding]:
    """Yield a finding for each distractor within the limits of the rule that makes the key right, where no limit is asked for."""
    if BLANK in view.stem or not _ONE_OF.search(view.stem) or (view.figures and _LIMIT_ASKED.search(view.stem)):
        return
    if any(several(choice.text) for choice in view.choices):
        return
    given = [_only_amount(choice.text) for choice in view.choices]
    key = next((amount for amount, choice in zip(given, view.choices, strict=True) if choice.key), None)
    if key is None or not key.single:
        return
    for rule in asked.rules:
        if asked.share(rule) < _NEAR:
            continue
        for limits in rule.amounts:
            if limits.single or limits.family != key.family or not limits.overlaps(key):
                continue
            met = [
                own is not None and own.single and own.family == key.family and limits.overlaps(own) for own in given
            ]
            # Of cases told in words, one that is beyond the limits shows that they decide.
            if not view.figures and all(met):
                continue
            for i, within in enumerate(met):
                if within and not view.choices[i].key:
                    yield _also_right(view, i, rule)


def _only_amount(text: str) -> Amount | None:
    """Return what the one figure of an option allows; ``None`` where it has none or several."""
    amounts = amounts_of(find_figures(text))
    return amounts[0] if len(amounts) == 1 else None


def _also_right(view: View, index: int, rule: Rule) -> Finding:
    address, text = rule.statement.address, view.choices[index].text
    return view.at_option(index, Message(f"按 {address}，“{text}”也对", f"by {address}, “{text}” is right too"), _MEND)


class _Asked:
    """What a choice asks, and which option the rules make right."""

    def __init__(self, view: View) -> None:
        """Take the question."""
        words, act = asked_about(view.stem, view.lang), act_asked(view.stem, view.lang)
        self.view = view
        self.act = even(act)
        self.words = even(words - act or words)
        self._stem = view.stem

    @cached_property
    def rules(self) -> list[Rule]:
        """The rules that may be about it."""
        return list(_rules(self.view))

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """What the figures of the stem allow."""
        return amounts_of(find_figures(self._stem))

    def share(self, rule: Rule) -> float:
        """Return how much of what is asked a rule says, the act aside where somebody is asked for."""
        return covered(self.words, rule.said, self.view.lang)

    def another_case(self, rule: Rule) -> bool:
        """Tell whether a rule is of undoing what is asked about, or not of the amount the stem gives."""
        if _UNDOING.search(rule.main) and not _UNDOING.search(self.view.stem):
            return True
        return bool(self.amounts) and not any(
            a.family == own.family and a.overlaps(own) for a in self.amounts for own in rule.amounts
        )

    def answered_by(self, rule: Rule, index: int, frames: list[Said]) -> bool:
        """Tell whether *rule* makes the option at *index* right."""
        view, lang = self.view, self.view.lang
        option = view.choices[index].text
        value = view.values[index]
        if value is not None and value.allowed is not None:
            allowed = value.allowed
            named = any(_same_figure(own, allowed) for own in rule.amounts)
        else:
            # What the stem says already, a rule about it names anyhow.
            named = rule.names(option) and not content_words(option, lang) <= content_words(view.stem, lang)
        if not named or not self._does(rule, option):
            return False
        # Of several keys a rule may name one beside what is right as well.
        if view.type is not ItemType.MULTIPLE_CHOICE and normal(view.key) in normal(rule.main):
            beside = value is None and not rule.point and not in_turn(rule.main)
            return beside and _joined(rule.statement.text, view.key, option)
        if self.share(rule) >= _SAID:
            return True
        # The entries of a list say each its own of the one thing above them; figures are compared by value.
        if value is not None or rule.point:
            return False
        return rule.stands_in or any(_alike(rule.frame(option), frame, lang) for frame in frames)

    def _does(self, rule: Rule, option: str) -> bool:
        """Tell whether a rule says that whom it names does what the stem asks: lends, and does not note the lending."""
        if not self.act:
            return True
        behind = re.search(rf"{re.escape(option)}([^，,；。]+)", rule.main) if self.view.lang == "zh" else None
        by = said(behind[1], "zh") if behind else rule.said
        return covered(self.act, by, self.view.lang) > 0


def _alike(one: Said, other: Said, lang: Lang) -> bool:
    return min(covered(even(a.words), b, lang) for a, b in ((one, other), (other, one))) >= _ALIKE


def _joined(text: str, key: str, option: str) -> bool:
    """Tell whether a sentence names key and option as one or the other: a passport or a driving licence."""
    bare = text.lower()
    one, two = (name.strip().rstrip("。.").lower() for name in (key, option))
    if one not in bare or two not in bare:
        return False
    one, two = re.escape(one), re.escape(two)
    either = r"(?:\s*(?:或者?|、|or|,)\s*(?:the |an? )?)"
    return re.search(f"{one}{either}{two}|{two}{either}{one}", bare) is not None


def _same_figure(said: Amount, offered: Amount) -> bool:
    """Tell whether a rule's figure is the one offered; the option leaves out whether it is a limit."""
    ends = {end for end in (said.low, said.high) if end is not None}
    return said.family == offered.family and offered.low in ends
