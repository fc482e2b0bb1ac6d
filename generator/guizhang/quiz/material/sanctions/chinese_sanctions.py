"""What follows on what, by rules in Chinese alone: ……的，罚款50元; ……者，記申誡一次; a list of what is dealt with alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.model.text import Text
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import joined
from guizhang.quiz.quoting.quotable import leans, sentences
from guizhang.quiz.quoting.texts import bare

_PUNISHES = (
    "[罚罰](?:款|[^，。；]{0,8}(?:[\\d一二两兩三四五六七八九十百千]|______))|(?<!折)扣[除罚罰发發减減]?[^，。；]{1,}|[记記][大小]?[过過]|警告|通[报報]批[评評]|批[评評]教育"
    "|[检檢][讨討]|[辞辭]退|[开開]除|解除[劳勞聘]|解雇|解僱|除名|[终終]止[契合]|降[级級职職薪]|[调調][离離]|停[止职職岗崗薪用]|[暂暫]停|停[业業]整|停[课課]培"
    "|取消|[赔賠][偿償]|[责責]令|[记記]?申[诫誡]|[没沒]收|追究|[移交送]+[公司][安法]"
)
_REWARDS = "[奖獎](?!惩|懲)|表[彰扬揚]|[记記][大小]?功|嘉[奖獎]|晋[升级]|晉[升級]"
MARKS = "[记記扣][罚罰违違]?\\d{1,2}分"
"""记3分: points of those who break rules; nowhere else does so little say what follows."""
_OUTCOME = re.compile(f"(?P<bad>{_PUNISHES}|{MARKS})|(?:{_REWARDS})")
# 由本人赔偿, 双方各记过一次: who bears it, how often.
_FOR = "(?:[对對][^，。；]{2,14}?|由[^，。；]{2,8}|公司|[双雙]方|予以|[给給]予|[处處][以予]?|一律|立即|各|均|每[次人]|一次|第一次|[当當][场場年月日])*"
_CASE = r"(?P<case>[^，。；：]{2,24}?(?:，[^，。；：]{2,16}?)?)"
PUNISHES = re.compile(f"{_PUNISHES}|[记記扣][^，。；]{{0,4}}分|[按以][旷曠]")
"""What is done to those who break a rule."""
_VERB = f"(?={_FOR}(?:{_PUNISHES}|{_REWARDS}))"
_SAID = (
    re.compile(rf"{_CASE}(?P<ends>的|者)，(?P<outcome>[^。；：]{{3,60}})"),
    re.compile(rf"{_CASE}(?P<ends>的|者){_VERB}(?P<outcome>[^。；：]{{3,60}})"),
    # 混用工具每次罚款50元, 离岗15分钟以上扣100元: the deed is told by its verb alone.
    re.compile(
        r"(?P<case>[^，。；：的者]{2,14}?)(?P<ends>)(?P<outcome>(?:每次|一次|第一次|一律)(?=[扣罚罰记記警]|批[评評])[^。；：]{2,60})"
    ),
    re.compile(r"(?P<case>[^，。；：的者]{3,16}?以[上内內外])(?P<ends>)(?P<outcome>[扣罚罰][^，。；：]{2,30})"),
)
_LISTED = re.compile(
    rf"[^，。；：]{{0,16}}有?(?:下列|以下|如下)[^，。；：]{{0,10}}?(?:之一)?(?:的|者)?，?(?P<outcome>{_VERB}[^，。；：]{{3,30}}|{_FOR}{MARKS})："
)
_LATER = re.compile(f"，[^，。；：]{{2,24}}(?:的|者)，?{_VERB}")
# Behind a worse case, another time, or what the sentence before says.
_ADDED = re.compile(
    "情[节節]|再|[屡屢]|多次|第[二三四五]|仍|[经經]|逾|超[过過出]|造成|[违違](?:者|反(?:以上|上述|前|本|第|[规規]))|如有|否[则則]|另|以上|上述|其"
)
# The fines themselves: 罚款全部用于…… is a rule on money.
_MONEY = re.compile(
    "(?:所有|全部|各[项項]|收取的?|上述)?(?:[罚罰][款金]|[扣奖獎][款金]|[违違][约約]金|[处處][罚罰分]|[奖獎][励勵惩懲])"
)
_ASKS_MORE = re.compile(
    "同意|批准|[须須应應要][经經]|申[诉訴]|[异異][议議]|不服|[须須应應][当當]?(?![处處][以分罚罰])|可以?(?!解除|[开開]除|[辞辭]退)在?"
)
# That what is lost or broken has to be paid for nobody needs to look up.
_LOST = re.compile("[丢丟遗遺]失|[损損毁毀][坏壞毁毀]?|弄[丢坏壞]")
_PAYS = re.compile("[^，；并並罚罰扣]*[赔賠][^，；并並罚罰扣]*")
_LADDER = re.compile("第[二三四]次")
# Of what, the part before has said: 迟到10分钟以内……；10分钟以上30分钟以内的…….
_HOW_MUCH = re.compile(
    "(?:(?:[不未]?[足满滿达達到]到?|超[过過出]?|[至到、，—~-])*[\\d一二两兩三四五六七八九十百千半]+[^\\d，的者]{1,3}?(?:（含[^）]*）)?[及含]?(?:以?[上下内內外])?)+[的者]?"
)
_SHORT_CASE = 4
"""Characters of a case behind a semicolon that may lean on the one before it."""
# 不戴帽的罚款50元，不系绳的罚款80元: behind a comma another case begins.
_PARTED = re.compile(rf"；|，(?=[^，。；：的者]{{2,20}}(?:的|者)，?{_VERB})")
# 旷工一天扣三天工资，连续旷工五天的: what is dealt with in front of the comma is no part of the case behind it.
_DEALT_WITH = re.compile(rf"[^，。；：]*?(?<=.){_VERB}[^，。；：]*，")


@dataclass(frozen=True)
class ChineseSanction:
    """What follows on a case; a penalty or a reward."""

    clause: Clause
    rule: Text
    case: str
    """With its 的 or 者."""
    outcome: str
    reward: bool


def chinese_sanctions(clause: Clause) -> Iterator[ChineseSanction]:
    """Yield what a clause in Chinese alone says that follows on what: each sentence, part of one, or point of a list."""
    if clause.langs != ("zh",):
        return
    if clause.introduces:
        yield from _listed(clause)
        return
    quoted = None if clause.continues else clause.quote()
    if quoted is None:
        return
    for sentence in sentences(quoted.either("zh"), "zh"):
        for n, part in enumerate(_PARTED.split(bare(sentence))):
            found = _read(part)
            if found is None or _HOW_MUCH.fullmatch(found["case"]) or (n and len(found["case"]) < _SHORT_CASE):
                continue
            outcome = found["outcome"]
            # What a single grade of a ladder costs graded-case asks.
            yield ChineseSanction(
                clause, Text(zh=sentence), found["case"] + (found["ends"] or "的"), outcome, _rewards(outcome)
            )


def _read(said: str) -> re.Match[str] | None:
    if leans(said, "zh") or _ADDED.match(said) or _MONEY.match(said):
        return None
    said = _DEALT_WITH.sub("", said, count=1) if _DEALT_WITH.match(said) and _LATER.search(said) else said
    found = next((match for pattern in _SAID if (match := pattern.fullmatch(said))), None)
    # What follows each time is no single outcome: 第一次……警告，第二次罚款200元.
    if (
        found is None
        or _LADDER.search(found["outcome"])
        or _ASKS_MORE.search(found["outcome"])
        or _OUTCOME.search(found["outcome"]) is None
    ):
        return None
    return None if _LOST.search(found["case"]) and _PAYS.fullmatch(found["outcome"]) else found


def _listed(clause: Clause) -> Iterator[ChineseSanction]:
    """Yield the points of a list of what is dealt with alike, each with what follows on it."""
    text, points = clause.place.node.text, clause.points()
    printed = clause.handbook.plain((text.zh if text is not None else None) or "", "zh", clause.place)
    said = _LISTED.fullmatch(printed.strip())
    if said is None or points is None:
        return
    for number, point in enumerate(points):
        case = bare(point.either("zh"))
        if re.search("[。；：]", case) or leans(case, "zh") or _ADDED.match(case):
            continue
        # That it has other points too its quotation shows by dots.
        rule = joined(said[0], case, "zh", first=number == 0, alone=len(points) == 1)
        ends = "" if case.endswith(("的", "者")) else "的"
        outcome = said["outcome"]
        yield ChineseSanction(clause, Text(zh=rule), case + ends, outcome, _rewards(outcome))


def _rewards(outcome: str) -> bool:
    return not any(found["bad"] for found in _OUTCOME.finditer(outcome))
