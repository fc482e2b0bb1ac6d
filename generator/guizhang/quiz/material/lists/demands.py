"""Demands: what a sentence asks for or forbids, of whom and in which case, in parts that all its languages have.

They are what a marking guide is made of, so that a sentence is taken only where its languages agree on its parts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from guizhang.model.text import LANGS, Lang, Text
from guizhang.quality.language.verbs_zh import acts as acts_zh
from guizhang.quiz.material.lists.sentences import same_figures
from guizhang.quiz.material.made import capital, lower
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import DOTS
from guizhang.quiz.quoting.quotable import leans
from guizhang.quiz.quoting.texts import bare

_ACTOR = r"(?:staff|the [a-z]+(?: [a-z]+){0,2}|[a-z]+ (?:staff|assistants|agents|advisers|officers|managers|hosts|engineers))"
# Shop staff, new staff: the word before belongs to those who act.
_NO_TRADE = r"(?<!shop )(?<!sales )(?<!service )(?<!new )(?<!all )(?<!duty )(?<!office )(?<!venue )"
_DEMAND: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?P<case>(?:[^，。；：]{2,40}(?:的|时|后|前|内|间|期)|未经[^，。；：]{2,20})，|)"
        r"(?:(?P<who>[^，。；：的]{2,10}?)(?:应当|必须|(?P<not>不得)|须|应)|(?P<ban>严禁))(?:(?P<acts>(?!由)[^。]{4,})。|(?P<upto>(?!使用|用|具备)[^，。下以]{0,12})……)"
    ),
    "en": re.compile(
        r"(?P<case>(?:If|When|Where|Before|After|On|In|While|During|For|Without) [^:;]{6,120}?, "
        rf"|(?:In|During|At|On|Before|After) [a-z' -]{{4,45}} {_NO_TRADE}(?={_ACTOR} (?:shall|must)\b)|)"
        r"(?:(?P<who>(?:the |an? )?[a-z][a-z' -]{2,40}?(?P<whose> who [^,:;]{6,80}?)?) (?:shall|must)(?P<not> not|)(?! (?:not )?be\b)"
        r"|(?P<ban>it is strictly prohibited to))(?: (?P<acts>[^:]{10,})(?P<late>)\.|(?P<upto>[^,:…]{0,60}) …)",
        re.IGNORECASE,
    ),
}
# Chinese names the case first, English as often last: must not act on a guess where it is not clear what is meant.
_LATE = re.compile(
    r"(?P<case>)(?:(?P<who>(?:the |an? )?[a-z][a-z' -]{2,40}?)(?P<whose>) (?:shall|must)(?P<not> not|)(?! (?:not )?be\b)|(?P<ban>(?!)))"
    r" (?P<acts>[^:]{10,}?)(?<! even)(?<! only)(?<! not)(?P<late>,? (?:when|where|if|before|after|while|during|without) [^,:]{8,})\.",
    re.IGNORECASE,
)
# The other way where that makes as many parts as the other language has.
_DONE: dict[Lang, tuple[re.Pattern[str], ...]] = {
    # What for is no further thing to do: 把柜台移到门口，方便客户.
    "zh": (
        re.compile(r"[，；](?!方便|便于|以便|以免|免得|避免|从而|以(?:确保|保证|利|期))(?:并且?|同时|然后|再|而且)?"),
    ),
    "en": (
        re.compile(r"[,;] (?:and )?(?:then )?"),
        re.compile(r"[,;] (?:and )?(?:then )?|,? and (?:then )?"),
    ),
}
_NOT_DONE: dict[Lang, tuple[re.Pattern[str], ...]] = {
    "zh": (re.compile(r"[，；](?:也|并且?|或者)?(?:不得|严禁)|，或者"),),
    "en": (re.compile(r"[,;] (?:or )?"), re.compile(r",? or ")),
}
_POINTING: dict[Lang, re.Pattern[str]] = {
    # On receiving the report: of what, another sentence says.
    "zh": re.compile("[这该此其]|上述|前款|^(?:接到|收到)(?:报告|通知)"),
    "en": re.compile(
        r"\b(?:such|this|these|those|it(?! is not clear)|its|they|them|the same|their (?:consent|approval)|that (?:case|day|time)"
        r"|(?:receiving|receipt of) the report)\b",
        re.IGNORECASE,
    ),
}
# Who acts is named elsewhere, or does so as in another case.
_AGAIN: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("[也还仍都均时后前]$|仍然$|^(?:但|并|同时)|每[天周月年次]"),
    "en": re.compile(
        r"\b(?:they|it|he|she|but|whoever|anyone|those)\b|^(?:in|at|on|for|with|by|from|each|every|once|within|during)\b",
        re.IGNORECASE,
    ),
}
# 统计投诉，每周一次: how often, how much and until when belong to what is done.
_NO_ACT = re.compile("每|至少|至多|最多|最晚|最迟|不[超少低高迟晚]|一式|以[^，]*为准")
_SOMEBODY = re.compile(
    "(?:员|人|者|部|经理|主管|公司|长|师|工|组|门店|方|顾问|领导|商|客户|上级|团队|司机|助理|总监|保安|前台|窗口)$"
)
_NOBODY = re.compile(
    "(?:留言|期|率|报告|数|量|额|表|书|单|案|信息|费用?|成绩|资料|文件|制度|规定|活动|设备|记录|合同|时间|奖|品|服|证|码|车|款|票)$"
)
# Another demand in the same sentence, of others maybe.
_OTHERS: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile("应当|必须|可以|不得|严禁"),
    "en": re.compile(r"\b(?:shall|must|may)\b"),
}
# What stands behind shall or must, and what points of a list behind it begin with, is a verb.
_BEHIND = re.compile(r"\b(?:shall|must|may|should)(?: not)?(?: (?:also|first|at once|\w+ly))* ([a-z]+)\b")
_DEMANDS_LIST = re.compile(r"\b(?:shall|must|may|should)(?: not)?:$")
_BEFORE_VERB = re.compile(r"(?:(?:also|first|at once|\w+ly|in writing|as well) )*")
_NO_VERB = frozenset(
    "be have not only at on in by for of to with before after without until within the a an any all if when where who what"
    " how no each every both their its as from".split()
)
_FEWEST, _MOST = 2, 5
_SHORTEST = 3
# Agree another: what, the part before says.
_LEFT_OUT = re.compile(r"\b(?:another|one|so|likewise|too)$")
# It is prohibited to use …, or to steal: behind what is prohibited stands use …, or steal.
_TO_DO = re.compile(r"(,(?: or)?) to (?=[a-z])")
# 不得隐瞒，不得误导 as one part is 隐瞒，或者误导.
_NOR = re.compile("[，；](?:也|并且?|或者)?(?:不得|严禁)")


@dataclass(frozen=True)
class Demand:
    """What somebody must do or must not do, maybe in a case."""

    case: tuple[str, str]
    """In Chinese and in English, with the comma behind it; empty where there is none."""
    who: Text | None
    """Who acts; in English maybe with the case: staff who find a mistake. ``None``: everybody, in a prohibition."""
    forbids: bool
    upto: tuple[str, str]
    """Of what must not be done, the words before a list: promise a customer …; empty in all other demands."""
    acts: tuple[Text, ...]
    """What must be done or not done; none where a list says it."""

    def question(self, clause: Clause, count: int, zh: str = "", en: str = "") -> Text:
        """Return the question for *count* things that it demands, behind *zh* and *en*."""
        zh_ends, en_ends = ("不得做什么", " not do") if self.forbids else ("应当怎么做", " do")
        if not self.forbids and not any(self.case):
            zh_ends = "应当做到什么"
        number = (f"写出{count}点。", f" Name {count} things.") if count > 1 else ("", "")
        if any(self.upto):
            zh_ends, en_ends = f"不得{self.upto[0]}什么", f" not{self.upto[1]}"
        if self.who is None:
            said, asked = "严禁做什么", "what is strictly prohibited"
        else:
            said = f"{self.who.zh}{zh_ends}"
            asked = f"what must {lower(self.who.either('en'))}{en_ends}"
        asked = f"{lower(self.case[1])}{asked}"
        return clause.said(
            f"{zh}{self.case[0]}{said}？{number[0]}",
            f"{en}{asked if en else capital(asked)}?{number[1]}",
        )


def verbs(clauses: Iterable[Clause]) -> frozenset[str]:
    """Return the English words that the rules use as verbs: what stands behind shall, must, may or should."""
    found = Counter[str]()
    for clause in clauses:
        text = clause.place.node.text
        if text is None or text.en is None:
            continue
        found.update(_BEHIND.findall(text.en))
        if _DEMANDS_LIST.search(text.en):
            points = (node.text.en for node in clause.listed if node.text and node.text.en)
            found.update(point.split()[0] for point in points)
    return frozenset(found) - _NO_VERB


def demand(sentence: Text, langs: Sequence[Lang], known: frozenset[str]) -> Demand | None:
    """Return what a sentence demands, in the parts that all its languages have; in one part where they differ.

    Args:
        sentence: One sentence, or the introduction of a list with dots for the list, which then has no parts.
        langs: The languages it has.
        known: English verbs; what is no verb begins no part.
    """
    found: dict[Lang, re.Match[str]] = {}
    for lang in langs:
        match = _DEMAND[lang].fullmatch(sentence.either(lang))
        if match is None or (leans(match[0], lang) and not match["ban"]) or _POINTING[lang].search(match["case"]):
            return None
        if lang == "zh" and match["who"] and _NOBODY.search(match["who"]):
            return None  # 年拜访率应当达到100%
        if lang == "zh" and "en" not in langs and match["who"] and not _SOMEBODY.search(match["who"]):
            return None  # 请假应当先获批准; English would mostly show that it is nobody
        if _AGAIN[lang].search(match["who"] or "") or _OTHERS[lang].search(_further(match)):
            return None
        found[lang] = match
    if "zh" in found and "en" in found and found["zh"]["case"] and not _has_case(found["en"]):
        found["en"] = _LATE.fullmatch(sentence.either("en")) or found["en"]
    if any(_POINTING[lang].search(match.groupdict().get("late") or "") for lang, match in found.items()):
        return None
    upto = tuple(found[lang].groupdict().get("upto") or "" if lang in found else "" for lang in LANGS)
    if any(upto) and not all(upto[LANGS.index(lang)] and found[lang]["not"] for lang in langs):
        return None
    # Either language could have a case, or a prohibition, that the other words otherwise.
    in_case = {_has_case(match) for match in found.values()}
    if len(in_case) > 1 or any(len({bool(match[name]) for match in found.values()}) > 1 for name in ("not", "ban")):
        return None
    listed = any(sentence.either(lang).endswith(DOTS[lang]) for lang in langs)
    acts = {} if listed else {lang: bare(_TO_DO.sub(r"\1 ", match["acts"])) for lang, match in found.items()}
    first = next(iter(found.values()))
    forbids = bool(first["not"] or first["ban"])
    whole = {lang: _NOR.sub("，或者", said) if forbids and lang == "zh" else said for lang, said in acts.items()}
    parts = (_parts(acts, known, _NOT_DONE if forbids else _DONE) or [_text(whole)]) if acts else []
    return Demand(
        (found["zh"]["case"] if "zh" in found else "", _case_en(found["en"]) if "en" in found else ""),
        None if first["ban"] else _text({lang: match["who"] for lang, match in found.items()}),
        forbids,
        (upto[0], upto[1]),
        tuple(parts),
    )


def _has_case(match: re.Match[str]) -> bool:
    """Tell whether a demand holds in a case of its own, or of those who are in it."""
    named = match.groupdict()
    return any(named.get(name) for name in ("case", "whose", "late"))


def _further(match: re.Match[str]) -> str:
    """Return what a sentence demands, without the words that only carry a prohibition on."""
    acts = match["acts"] or ""
    return re.sub("[，；](?:也|并且?|或者)?(?:不得|严禁)", "，", acts) if match["not"] or match["ban"] else acts


def _case_en(match: re.Match[str]) -> str:
    """Return the case of an English demand as it stands in front of a question, wherever the rule has it."""
    said = (match["case"] or match.groupdict().get("late") or "").strip(" ,")
    return f"{said}, " if said else ""


def _parts(
    acts: Mapping[Lang, str], known: frozenset[str], ways_to_part: Mapping[Lang, Sequence[re.Pattern[str]]]
) -> list[Text]:
    """Return the two to five parts that all languages part *acts* into; none where they differ."""
    ways: dict[Lang, list[list[str]]] = {}
    for lang, said in acts.items():
        tried = [[bare(part) for part in pattern.split(said)] for pattern in ways_to_part[lang]]
        ways[lang] = [
            parts
            for parts in tried
            if _FEWEST <= len(parts) <= _MOST
            and all(len(part) >= _SHORTEST for part in parts)
            and (lang != "en" or all(_begins_with_verb(part, known) for part in parts))
            and (lang != "zh" or not any(map(_NO_ACT.match, parts)))
            and ("en" in acts or all(map(acts_zh, parts)))
        ]
    for chosen in product(*ways.values()):
        if len({len(parts) for parts in chosen}) == 1:
            pairs = [dict(zip(ways, pair, strict=True)) for pair in zip(*chosen, strict=True)]
            if all(map(same_figures, pairs)):
                return [_text(pair) for pair in pairs]
    return []


def _begins_with_verb(part: str, known: frozenset[str]) -> bool:
    """Tell whether a part of an English sentence says what to do and of what."""
    if _LEFT_OUT.search(part):
        return False
    rest = _BEFORE_VERB.sub("", part, count=1)
    return rest.split(" ")[0] in known


def _text(said: Mapping[Lang, str]) -> Text:
    return Text(zh=said.get("zh"), en=said.get("en"))
