"""What stands above a clause and says what it does: the intro of its list, or a heading, by what the heading names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.facts.bearers import titled
from guizhang.facts.clauses import folded
from guizhang.model.regulation import Norm

# (pattern in a heading, norm of what stands below it where the clause says nothing itself); the first that fits.
_HEADINGS: tuple[tuple[str, Norm], ...] = (
    ("奖惩|奖罚|赏罚|除外责任|责任免除|免责|保险责任", Norm.STATEMENT),
    (
        "任职(?:要求|资格|条件)|(?:录用|报名|上岗|入职|准入|申请|应聘)(?:资格|条件)|资格要求|评分标准|计分标准|收费标准",
        Norm.STATEMENT,
    ),
    ("审批权限|核准权限|签批权限|核决|审批金额", Norm.POWER),
    ("严禁|禁止|不得|禁令|禁忌|不准|忌语|红线|禁语|不许", Norm.PROHIBITION),
    (
        "流程|程序|步骤|(?:[入离退迁搬]|报到|交接|调[动离岗])[一-龥]{0,2}手续$|突发事件|应急处[置理]|处置要点",
        Norm.PROCEDURE,
    ),
    ("处罚|惩罚|罚则|处分|惩戒|违纪|违规|罚款", Norm.PENALTY),
    ("奖励|表彰|嘉奖", Norm.REWARD),
    ("定义|术语|释义|名词解释", Norm.DEFINITION),
    ("总则|附则|目的|适用范围|背景|概述", Norm.STATEMENT),
    ("职责|义务|责任|要求|规范|守则|礼仪|纪律|规定|标准|准则|制度", Norm.DUTY),
)
_HEADING_PATTERNS = tuple((re.compile(pattern), norm) for pattern, norm in _HEADINGS)
# Headings that are what is meted out: below 书面警告 stand the acts that earn it.
_EARNED = (
    (
        re.compile(
            "^(?:[甲乙丙丁ABCD一二三]类|[轻微一般较严重大特别]{1,4})?(?:过失|过错|违纪|违规|失职|不良)行?为?(?:[(:].*)?$"
            "|^(?:给予|予以|处以?)?(?:口头|书面|严重|最后|行政|通报)?(?:警告|申诫|记[大小]?过|降[级职薪]|撤职|留用察看|开除|除名)(?:[一两1-9]次)?(?:处[分罚])?(?:[(:].*)?$"
        ),
        Norm.PENALTY,
    ),
    (
        re.compile(
            "^(?:给予|予以)?(?:嘉奖|记[大小]?功|[大小]功|通[报令]表[扬彰]|表扬|奖励行为)(?:[一两1-9]次)?(?:[(:].*)?$"
        ),
        Norm.REWARD,
    ),
)


@dataclass(frozen=True, slots=True)
class Above:
    """What a node has from above."""

    norm: Norm | None = None
    binds: bool = False
    """From an intro that ends with a colon, not only from a heading."""
    bearer: str | None = None
    strength: str | None = None
    names: bool = False
    """From a heading that is the consequence itself (书面警告, 记功): what stands below it, saying nothing else, earns it."""


def _printed(title: str, who: str) -> str:
    """Return who a heading names in the script it is printed in."""
    view = folded(title).text
    at = view.find(who)
    return title[at : at + len(who)] if not who.isascii() and at >= 0 and len(view) == len(title) else who


def with_heading(inherited: Above, title: str) -> Above:
    """Return what the provisions below *title* have from it, or else what stands above it already."""
    if not title:
        return inherited
    for pattern, norm in _EARNED:
        if pattern.search(folded(title).text):
            return Above(norm, names=True)
    who = titled(folded(title).text)
    if who:
        return Above(Norm.DUTY, bearer=_printed(title, who))
    for pattern, norm in _HEADING_PATTERNS:
        if pattern.search(folded(title).text):
            return Above(norm, bearer=inherited.bearer if norm is Norm.DUTY else None)
    return inherited
