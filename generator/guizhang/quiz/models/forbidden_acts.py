"""Forbidden acts: which of several acts a regulation forbids, beside acts it allows.

An act is a sentence of the rules without its word that allows or forbids: 员工替他人存放物品 / For staff to look after things
for other people. What good manners forbid is no question, and what they plainly require no answer, so that neither is an
option.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guizhang.diagnostics import Message
from guizhang.model.item import CognitiveLevel, Item, ItemType, Option
from guizhang.model.text import Lang, Text
from guizhang.quiz.keyed import keyed_choice, keyed_order
from guizhang.quiz.material.contrasts.english_modals import english_acts
from guizhang.quiz.material.contrasts.words import plain
from guizhang.quiz.material.made import Declined, Made, betrays_itself, item_id, item_of
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.material.sayings import verdict
from guizhang.quiz.material.soundness import faults
from guizhang.quiz.material.spoken import pairs
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.texts import bare, escaped

NAME = "forbidden-acts"
QUOTES = True
ASKS = Message("禁止的做法，和同一规章允许的做法", "a forbidden act, and acts that the same regulation allows")
_SENSE = Message("这样做不对，凭常识就知道", "that it is wrong good sense tells")
_FORM = Message(
    "不是“谁、不得、做什么”这样简单的一句（带例外、数值界限、引语，或者不止一处“不得”）",
    "it is no plain sentence of who must not do what (an exception, a bound, a quotation, or more than one must not)",
)
_TOO_FEW = Message(
    "同一规章里没有足够的、长短相近的禁止的做法和允许的做法放在一起",
    "its regulation has too few acts of about its length, forbidden and allowed, to stand beside it",
)
_FORBIDDING = re.compile(
    r"不得|严禁|禁止|\b(?:must|may|shall|do) not\b|\b(?:cannot|(?:can|mustn|don|shan)['’]t)\b", re.IGNORECASE
)
_ZH = re.compile(r"不得|可以|应当|必须|不能|严禁|禁止")
_EN = re.compile(r"\b(must not|may not|shall not|may|must|shall|should)\b")
_FORBIDS = {"不得": True, "可以": False, "应当": False, "必须": False}
_EN_FORBIDS = {"must not": True, "may not": True, "shall not": True, "may": False, "must": False, "shall": False}
# A bound is no act, and what excepts something forbids only the rest.
_NO_ACT = re.compile(r"不得(?:超过|少于|低于|高于|多于|晚于|早于)|除|例外|方可|才可以|的除外|：|；|。.|“|‘|按《|见《")
_EN_NO_ACT = re.compile(
    r"\b(?:only|except|unless|them|they|their|it|this|that way)\b|;|:|\. |“|‘|\bmust not be\b|\bbe\b"
)
# So do good manners and honesty, whatever the rules say.
_RUDE = re.compile(
    "强行|讥笑|指指点点|置之不理|针锋相对|意气用事|虚假|编造|争抢|违规|贬低|厌烦|围观|毫无反应|损害|索要|据为己有|倒填"
    "|没有法律依据|商业目的|出售|没有核实的|抵触|满足|尽快|书面批准|良好关系|恐吓|殴打|冒充|挪用|克扣|酗"
)
_OCCASION = re.compile(
    r"((?:In|On|At|During|After|Before|With|Within|When|While|Each|Until|Outside)\b.*?) "
    r"((?:the |an? |all |other )?[a-z -]*?(?:staff|employees|agents|advisers|officers|hosts|assistants"
    r"|[a-z]+(?:er|or|ist|ee|ian|ant|ent)))"
)
_PREPOSITION = re.compile(r"(?:In|On|At|During|After|Before|With|Within|When|While|Each|Until|Outside|If|Where|For)\b")
_MOST: Mapping[Lang, int] = {"zh": 40, "en": 150}
_OPTIONS = 5
_KEYS = (2, 3)
_ITEMS = 2
_TRIES = 12


@dataclass(frozen=True)
class _Act:
    clause: Clause
    text: Text
    forbidden: bool
    """Else the rules say that it may be done."""


def make(rules: Rules) -> Iterator[Made]:
    """Yield items for each regulation that both forbids and allows, as long as it has acts not asked for."""
    found: dict[str, list[_Act]] = {}
    for clause in rules.statements:
        for act in _acts(clause, rules.statements[clause]):
            if not isinstance(act, Message):
                found.setdefault(clause.place.regulation.id, []).append(act)
            elif _FORBIDDING.search(clause.shown.either("zh")):
                yield Declined(clause.address, act, clause.shown)
    for acts in found.values():
        used = Counter[str]()
        for key in acts:
            if not key.forbidden:
                continue
            # The acts least asked for first; each provision is asked for twice at most.
            if used[key.clause.address] >= _ITEMS:
                continue
            item = _first_sound(key, acts, used)
            if item is None:
                yield Declined(key.clause.address, _TOO_FEW, key.text)
                continue
            used.update(item.cites.keys())
            yield item


def _acts(clause: Clause, text: Text) -> list[_Act | Message]:
    """Return the acts that a clause forbids and allows, or why it names none; an English one may have several sentences."""
    if clause.langs != ("en",):
        return [_act(clause, text)]
    found = english_acts(text.either("en"))
    if isinstance(found, Message):
        return [found]
    return [_short(_Act(clause, Text(en=said), forbidden)) for said, forbidden in found]


def _act(clause: Clause, text: Text) -> _Act | Message:
    """Return the act a Chinese sentence forbids or allows, or why it names none to ask for."""
    if _RUDE.search(text.either("zh")):
        return _SENSE
    zh = bare(text.either("zh"))
    words = _ZH.findall(zh)
    forbidden = _FORBIDS.get(words[0]) if len(words) == 1 and not _NO_ACT.search(zh) else None
    if forbidden is None:
        return _FORM
    before, _, behind = zh.partition(words[0])
    # A duty, or what the rules only ask of everybody's manners, nobody takes for forbidden: beside bans it would show.
    if (words[0] != "可以" and not forbidden) or (plain(text) and forbidden):
        return _SENSE
    if not before or "不" in behind[:2]:
        return _FORM
    en = _in_english(bare(text.en), forbidden=forbidden) if text.en is not None else None
    if text.en is not None and en is None:
        return _FORM
    return _short(_Act(clause, Text(zh=before + behind, en=en), forbidden))


def _short(act: _Act) -> _Act | Message:
    return _FORM if any(len(act.text.either(lang)) > _MOST[lang] for lang in act.clause.langs) else act


def _in_english(en: str, *, forbidden: bool) -> str | None:
    """Return the act of an English sentence that has Chinese beside it; ``None`` where it is no plain one."""
    modals = _EN.findall(en)
    if len(modals) != 1 or _EN_NO_ACT.search(en) or forbidden is not _EN_FORBIDS.get(modals[0]):
        return None
    subject, _, act = en.partition(f" {modals[0]} ")
    if not act:
        return None
    # In working hours staff …: the occasion goes behind the act.
    occasion, comma, who = subject.rpartition(", ")
    if not comma:
        match = _OCCASION.fullmatch(subject)
        occasion, who = (match[1], match[2]) if match else ("", subject)
    if _PREPOSITION.match(who) or not _SUBJECT.fullmatch(who.strip()):
        return None
    when = f" {occasion[:1].lower()}{occasion[1:]}" if occasion else ""
    return f"For {who[:1].lower()}{who[1:]} to {act}{when}"


_SUBJECT = re.compile(r"(?:[A-Za-z-]+ ?){1,6}")


def _first_sound(key: _Act, acts: Sequence[_Act], used: Mapping[str, int]) -> Item | None:
    clause = key.clause
    name = item_id(NAME, clause.address, str(clause.ordinal))
    length = len(key.text.either("zh"))

    def others(forbidden: bool) -> list[_Act]:
        free = [
            a
            for a in acts
            if a.forbidden is forbidden
            and a.clause.address != clause.address
            and a.clause.langs == clause.langs
            and _named(a) is _named(key)
            and not _alike(a, key)
        ]
        return sorted(
            keyed_order(free, lambda a: f"{a.clause.address}.{a.clause.ordinal}", name),
            key=lambda a: (used.get(a.clause.address, 0) // _ITEMS, abs(len(a.text.either("zh")) - length) // 10),
        )

    right, wrong = others(forbidden=True), others(forbidden=False)
    possible = [n for n in _KEYS if n - 1 <= len(right) and _OPTIONS - n <= len(wrong)]
    if not possible:
        return None
    for turn in range(_TRIES):
        count = keyed_choice(possible, "keys", name, str(turn))
        start = turn // 2
        chosen = [key, *right[start:][: count - 1], *wrong[turn - start :][: _OPTIONS - count]]
        if len(chosen) < _OPTIONS or len({a.clause.address for a in chosen}) < _OPTIONS:
            continue
        allowed = [a.text for a in chosen if not a.forbidden]
        if any(betrays_itself(a.text, allowed) for a in chosen if a.forbidden):
            continue
        item = _item(key, chosen)
        if not any(faults(item, clause.handbook)):
            return item
    return None


def _named(act: _Act) -> bool:
    """Tell whether an English act says whose it is: else it stands in the look of the others."""
    return (act.text.en or "").startswith("For ")


def _alike(one: _Act, other: _Act) -> bool:
    """Tell whether two acts share most of their words, so that one would answer the other."""
    lang = one.clause.langs[0]
    a, b = pairs(one.text, lang), pairs(other.text, lang)
    return len(a & b) > len(a) / 2


def _item(key: _Act, acts: Sequence[_Act]) -> Item:
    clause = key.clause
    named = clause.regulation_named
    return item_of(
        clause,
        NAME,
        str(clause.ordinal),
        ItemType.MULTIPLE_CHOICE,
        also=[act.clause for act in acts if act is not key],
        level=CognitiveLevel.UNDERSTAND,
        difficulty=3,
        stem=clause.said(
            f"下列哪几种做法是{named.zh}禁止的？（可多选）",
            f"Which of these does {named.en} forbid? Choose all that apply.",
        ),
        options=tuple(
            Option(
                text=escaped(act.text),
                key=act.forbidden,
                why=escaped(verdict(act.clause, _rule(act.clause))),
                cite=act.clause.address,
            )
            for act in acts
        ),
        rationale=verdict(clause, _rule(clause)),
    )


def _rule(clause: Clause) -> Text:
    quoted = clause.quote()
    assert quoted is not None
    return quoted
