"""Whether a Chinese sentence denies twice: its negations, and which of them stands in the scope of another.

A negation is read by what it is made with: a copula (不是, 不属于, 不意味着) reaches over all that follows, so does one of
everybody (没有人, 无一); a modal (不得, 无需) reaches its verb and what goes with it; a verb that denies (禁止, 避免) what it is
said of. What stands in a condition before the main verb (未经批准不得, 不合格的产品不得) and what tells things apart (未登记的车辆)
are the usual words of rules, and no second negation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

# Signs of negation in words that deny nothing, or that only name a state.
_WORDS = re.compile(
    r"不(?:只|仅|但|光|如|论|管|同(?!意)|足|满|良|锈钢|动产|干胶|久|(?<![可能得会应]不)断|妨|过|时|一致|等(?!于)|及|便|适|慎|幸|测|明|透明|记名|法(?![一-龥]{0,2}[是的])|文明|规范|齐|清|全|限|止"
    r"|少于|超过|低于|高于|晚于|早于|迟于|大于|小于|多于|亚于|间断|可抗力|定期|定时|动声色|好意思|利于?|洁|雅|实(?=信息|的?消息|之词)"
    r"|可(?:避免|或缺|缺少|分割|逆|撤销|抗拒)|(?<![是非于算]不)(?:合理|必要|正当|诚信|公平|合格|安全)(?!的?(?:[？?]|$)))"
    r"|难以避免|(?<![并绝决莫除])非(?!.{1,12}不可|.{1,6}莫属)(?=[一-龥])|是不是|(?P<verb>[一-龥])(?:不|没)(?P=verb)|有没有|差不多|[来赶]不及|[免少离缺躲避]不[了开掉]|用不[着了]|对不起|了不起"
    r"|[一-龥]不(?:住|掉|动|齐|见|清楚?)|[看听找联系打叫关拿开擦洗装修合对认读分记说走进放拉推扫拔付付装][不](?:清|见|到|开|上|了|通|动|住|起|齐|掉|出|完|准)|没(?:收|问题|关系|完)|未(?:来|成年|婚|知|必要)"
    r"|无(?:论|线|人(?=[机值看照驾陪居])|纸|障碍|菌|烟|尘|偿|(?<![是非算]无)效|故|意|薪|色|损|铅|糖|证|关|理|息|主|名|误|害|票|序|限)|[级区识特分性类个鉴告差辨派]别|别(?=[人的墅针称名处家扭致])|惩?免(?=费|税|提|疫|检|冠|签|责|息)"
    r"|(?<=[一-龥])无(?=[一-龥])(?=误)"
)
_SIGNS = re.compile(
    r"(?P<of>(?<!是)不(?:全|都|完全|总)?(?:是|属于?|意味着?|代表|等于|表示|说明|认为|算|视为|构成|见得|失为|一定|代表着|至于|能说|可说|可能说|等同于?|受(?=[^，]{2,14}限)|会被[一-龥]{2}为?)|[并绝决]非|未必|未尝|何尝|岂能?"
    r"|难道|怎么?[能可]以?(?=不|没)|哪[能有](?=不|没)"
    r"|谁(?:也|都)?(?=不))"
    r"|(?P<none>没有?(?=人[^员]|一|任何|哪|谁|什么|几|多少|[一-龥]{2,4}(?:会|能|可以?)不)|无(?=[一人](?![一-龥]{0,3}的)|任何)|从(?:来)?(?:不|没)|毫不|绝?无(?=不))"
    r"|(?P<must>不(?:得|能够?|可以|可能|可|会|应当|应该|应|该|准|许|允许|必|用|要|需要|需|宜|愿意?|肯|敢|由得)|无(?:须|需|法|权|从)|[请切]?勿|(?:请|切|千万)?[莫别]|难以)"
    r"|(?P<verb>禁止|严禁|避免|防止|杜绝|以免|省得|难免|否认|反对|阻止|制止|拒绝|忘记|忘了?|切?忌|免除|豁免|免于|排除|缺少|缺乏|推辞|回避|放弃)"
    r"|(?P<unless>除非)"
    r"|(?P<wrong>错误|有错|违反|违背|违规|违纪|有误|出错)"
    r"|(?P<plain>不|没有?|未经?|无|尚未|从未|非(?=.{1,12}不可|.{1,6}莫属))"
)  # fmt: skip
# One by one: 不迟到，也不早退.
_AND = re.compile("(?:[也又且或和及并还更再而却但]|以及|或者|并且|而且|还是|同时)$")
# What comes before is a condition of what follows.
_CASE = re.compile("[时后前者则均]|一律|的话|以致|导致|致使|如果|若|因[为此]?")
# 不会因为客人不给小费: what is denied is the reason.
_BECAUSE = re.compile("因为?")
_TELLS_APART = re.compile(
    r"[^，、]{0,12}?的(?!是|有|$|情况下|情形下|状态下|前提下|理由|借口|话|时候|必要|可能|[办方做]法|措施|后果|原因)(?=[一-龥])|[一-龥]{0,3}(?:人员|者|车辆|用户|物品|访客|设备|访问|产品|食品)(?!的)"
)
_RANGE = re.compile(r"[^，、]{0,10}?(?:之列|范围|名单|之内|之中|清单)")
_DENIED = re.compile("禁止|严禁|反对|否认|排除|缺少|缺乏|避免")
_FLAT = re.compile("不(?:对|行|允许|符合|合适|合乎|合规|正确|可以|应该|妥|被允许|是小事|可取|可)")
_REASON = re.compile("^(?:任何|什么)?(?:理由|必要|道理|可能|办法|机会|权利|权|资格|借口|义务|责任)")
# Nobody stumbles over 没有健康证的人不得上岗.
_PAPERS = re.compile("(?:证|牌|卡|票|单|书|资格|许可|批准|授权|执照|资质|手续|记录|合同|经验|陪同)的")
_NEAR, _CLOSE, _FAR = 3, 6, 16
"""Characters between two negations: side by side, in one phrase, in one clause."""


class _Sign(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def denies_twice_zh(text: str) -> bool:
    """Tell whether a clause of *text* has one negation in the scope of another."""
    for sentence in re.split("[。；;！!？?]", text):
        clauses = re.split("[，,：:、（）()]", sentence)
        signs = [list(_signs(clause)) for clause in clauses]
        for clause, found in zip(clauses, signs, strict=True):
            if any(_in_scope(clause, one, other) for one, other in pairwise(found)):
                return True
        # 除非没有签字，否则不得: unless not, and then not either.
        if any(map(_unless_not, clauses, signs)):
            return True
    return False


def denied_after_zh(stem: str) -> bool:
    """Tell whether what ends *stem*, which breaks off, is denied by it: 交班时不得."""
    last = re.split("[。；;！!，,]", stem.rstrip("：:_… "))[-1]
    signs = [sign for sign in _signs(last) if sign.kind in ("must", "verb")]
    return (
        not stem.endswith(("？", "?", "。"))
        and bool(signs)
        and not re.search("[的应须要可者时]", last[signs[-1].end :])
    )


def _signs(clause: str) -> Iterator[_Sign]:
    plain = _WORDS.sub(lambda word: "＿" * len(word[0]), clause)
    for match in _SIGNS.finditer(plain):
        yield _Sign(match.lastgroup or "plain", match[0], match.start(), match.end())


def _unless_not(clause: str, signs: Sequence[_Sign]) -> bool:
    return (
        len(signs) > 1
        and signs[0].kind == "unless"
        and signs[1].kind in ("plain", "must")
        and not _TELLS_APART.match(clause[signs[1].end :])
    )


def _in_scope(clause: str, one: _Sign, other: _Sign) -> bool:
    between, behind = clause[one.end : other.start], clause[other.end :]
    if one.kind == "plain" and between and _FLAT.match(clause[other.start :]):
        return True
    if _AND.search(between) or (one.text == other.text and between and one.kind not in ("of", "none")):
        return False
    apart = _TELLS_APART.match(behind) is not None and _RANGE.match(behind) is None
    if one.kind == "none":
        case = "的" in between and other.kind == "must" and not between.startswith(("任何", "一", "人"))
        return not (between and case)
    if one.kind == "verb":
        return other.kind in ("plain", "must", "none") and not apart and len(between) <= _FAR
    if one.kind == "must":
        return _denied_by_modal(other, between, apart)
    return one.kind == "of" or (one.kind == "plain" and _denied_plainly(clause, one, other))


def _denied_by_modal(other: _Sign, between: str, apart: bool) -> bool:
    """Tell whether *other* stands in the scope of 不得, 无需 and their kin."""
    if other.kind == "verb":
        return _DENIED.match(other.text) is not None and len(between) <= _NEAR
    if other.kind == "wrong":
        return len(between) <= _CLOSE
    case = "的" in between or (_CASE.search(between) and not _BECAUSE.match(between))
    return len(between) <= _FAR and not (between and (apart or case))


def _denied_plainly(clause: str, one: _Sign, other: _Sign) -> bool:
    """Tell whether *other* stands in the scope of a simple negation: 没有不, 不在……之列, 没有理由不."""
    between, behind = clause[one.end : other.start], clause[other.end :]
    if other.kind == "verb":
        return _DENIED.match(other.text) is not None and len(between) <= _NEAR
    if other.kind == "wrong":
        # 没有违规 says it once; 哪种做法没有违规 asks for what is not against.
        return len(between) <= _CLOSE and re.search("哪|下列|以下", clause[: one.start]) is not None
    if between == "在":
        return re.search("之列|范围|名单|之内|之中|清单", behind) is not None
    if not between:
        return one.text != "未经"
    if one.text == "没有" and "的" in between and other.kind == "must" and not _PAPERS.search(between):
        return True
    return _REASON.match(between) is not None
