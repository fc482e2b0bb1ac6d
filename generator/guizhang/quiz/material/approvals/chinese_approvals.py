"""Who approves by rules in Chinese alone, where nobody has marked it: 事假须经店长批准, 由部门负责人审批, 經店長核可."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guizhang.model.text import Text
from guizhang.quiz.material.parties.english_posts import with_article
from guizhang.quiz.material.ranks import STAFF, rank, same_person
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK
from guizhang.zh.script import to_simplified

HEADS = (
    "[经經]理|主管|主任|[负負][责責]人|[总總][监監裁]|[店厂廠院校站馆館园園部科处處组組队隊班][长長]|班[组組][长長]|[厨廚][师師][长長]|[护護]士[长長]|[领領]班|董事[长長]|CEO"
    "|(?:人事|行政|[财財][务務]|人力[资資]源|安全|品[控保管]|工程|[运運][营營]|[营營][运運]|[护護]理|教[务務]|后勤)(?:部|科|[处處]|[课課])"
)
"""What names of posts and departments that decide end in, as a pattern."""
_POST = re.compile(f"(?P<of>[A-Z一-龥]{{0,6}}?)(?:{HEADS})")
# Words that belong to no name.
_NO_NAME = re.compile(
    "[由经經报報向须須应應可不得对對和及或与與、请請给給让讓被将將把并並再各每该該本至到其的是了]|[发發][现現]"
)
_ANY = re.compile("部[门門]|主管|[经經]理|[负負][责責]人|[总總][部店]|上[级級]|有[关關]|相[关關]")
"""Names of nobody in particular."""
_COMES = "(?:由|[须須需]?[经經](?![理办辦营營费費手过過])|[报報](?![告名表到])|征得|取得|得到)"
_APPROVES = "批准|[审審]批|同意|核准|核可|[许許]可|[签簽]批"
_ACTS = f"{_APPROVES}|[决決]定|[审審]核|[签簽]字|[确確][认認]|[负負][责責](?!人)|安排|[组組][织織]|[处處]理|[检檢]查|[签簽][发發]|[复複]核|受理|答[复覆]"
_TOLD = re.compile(rf"{_COMES}(?P<who>[A-Z一-龥]{{2,9}}?)(?:[书書]面|事先|[签簽]字|[审審]核|[后後])?(?P<act>{_ACTS})")
# 店长每天检查, 报告值班经理。: other places where a name is whole.
_NAMED = (
    re.compile(
        rf"(?:^|[，。；：、,;])(?P<who>[A-Z一-龥]{{0,4}}?(?:{HEADS}))(?=[每应應须須负負在对對将將不必可要于於和及、]|立即|安排|[检檢]查|接到|收到)"
    ),
    re.compile(
        rf"(?:通知|[报報]告|向|交|[联聯][系繫]|告知|[报報]|[罚罰])(?P<who>[A-Z一-龥]{{0,4}}?(?:{HEADS}))(?=[，。；、或和及,;\d]|提出|[报報]告|[说說]明|[审審])"
    ),
)
_APPROVED = re.compile(f"(?:{_APPROVES})$")
_MANAGES = 2.5
"""How high one stands whose name says only that they head something: 馆长, 厨师长."""
_REACH = 2
"""Ranks by which one who could approve may differ from who does."""


@dataclass(frozen=True)
class ToldApproval:
    """Who approves, with the sentence that says so."""

    clause: Clause
    who: str
    sentence: Text
    """With a blank for who."""

    def name(self, who: str) -> Text:
        """Return how a post stands in the blank, in the language of the rule."""
        return Text(zh=who) if self.clause.langs == ("zh",) else Text(en=with_article(who))


def told_approvals(clause: Clause) -> Iterator[ToldApproval]:
    """Yield who approves by a clause in Chinese alone, of those whom it names once."""
    if clause.langs != ("zh",) or clause.provision.approval is not None or clause.place.node.approval is not None:
        return
    quoted = clause.quote()
    text = quoted.either("zh") if quoted is not None else ""
    for match in _TOLD.finditer(text):
        who = match["who"]
        if not _APPROVED.search(match["act"]) or not _is_post(who) or text.count(who) != 1:
            continue
        start, end = match.span("who")
        blanked = clause.excerpt(Text(zh=f"{text[:start]}{BLANK}{text[end:]}"))
        if blanked is not None:
            yield ToldApproval(clause, who, blanked)


def posts_named(clause: Clause) -> Iterator[str]:
    """Yield the posts and departments that by a Chinese clause have something to do."""
    text = clause.place.node.text
    said = (text.zh or "") if text is not None else ""
    for pattern in (_TOLD, *_NAMED):
        yield from (match["who"] for match in pattern.finditer(said) if _is_post(match["who"]))


def _is_post(who: str) -> bool:
    found = _POST.fullmatch(who)
    return found is not None and _NO_NAME.search(found["of"]) is None and _ANY.fullmatch(who) is None


def is_department(name: str) -> bool:
    """Tell whether a name is that of a department: 安全部, 人事課."""
    return re.search("(?:部|科|[处處]|[课課])$", name) is not None


def could_approve(who: str, others: Sequence[str]) -> list[str]:
    """Return those of *others* who could be taken for *who*: of about the same rank, and not the same by another name."""
    return [
        other
        for other in others
        if not (other.endswith(who) or who.endswith(other))
        and not same_person(*(Text(zh=to_simplified(name).text) for name in (other, who)))
        and abs(_height(other) - _height(who)) <= _REACH
    ]


def _height(name: str) -> float:
    height = rank(Text(zh=to_simplified(name).text))
    return _MANAGES if height is None or height == STAFF else height
