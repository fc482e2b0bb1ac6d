"""Provisions that hold only good sense: duties and prohibitions without a detail that one would have to have read.

Be polite, keep the place tidy, do not quarrel: good sense answers whatever is asked of them, and the honest number of items
is small. What tells is the text alone, not what the models can make of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from guizhang.diagnostics import Message
from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Node, Norm
from guizhang.model.text import Text, placeholders
from guizhang.quiz.material.contrasts.words import plain
from guizhang.quiz.material.parties.chinese_parties import Parties
from guizhang.quiz.material.parties.vacancies import SUPERIOR

_SENDS_ON = re.compile(r"《[^》]*》(?:的“[^”]*”一条)?|“[^”]*”一条")
"""What is laid down elsewhere."""
_DETAIL = re.compile(r"\d|[一二三四五六七八九十百千两][^，。；]?[次天项个名元分年月日时]|“")
"""A figure, or words in quotation marks."""
_RECORDED = re.compile(
    "签[字名收]|盖章|登记|记[入下录]|归[入档]|存档|书面|公布|公示|标志|标明|[一-龥]{2}[表单簿册书]|复核|评估|面谈"
)
"""What is put on record, signed, made known or reviewed as a company lays it down."""
_COURTEOUS = re.compile(
    "虚心|愉快|热情|礼貌|耐心|尊重|认真|感谢|致歉|道歉|吐字|敬语|用语|说话|语[调气速]|听完|问[候好]|和蔼|亲切|柔和|得当|得体|端正|微笑|真诚|友好|友善|态度|精神|利落|大方"
    "|整洁|干净|争吵|辩论|争执|讽刺|挖苦|敷衍|怠慢|粗话|脏话|打断|喧哗|打闹|嬉笑|闲聊|私语|乱扔|和睦|听从|服从|损害|利益为先|取笑|捉弄|玩游戏|睡觉|聊天|记住[^，。；]*姓名|帮助客户|团结|互助|互相帮助|诚实|守信|守时|准时|敬业|爱岗"
)
_STATED = re.compile("写明|写清|注明|填[写入]|核对|登记|记[录入]|查明|问清|说明|载明")
_FIELD = re.compile(
    "(?:[^，。；：、]{0,8}?(?:姓名|名称|单位|电话|联系方式|联系人|地址|时间|日期|地点|事由|缘由|原因|理由|目的|对象|经过|渠道|证件|产品|单价|总价|价格|金额|数量|份数"
    "|签名|要求|补救措施|交易记录|网址|优惠|号码|问题|需求|问题或者需求|意见)(?:和|、|与|及|或者)?)+"
)
_COUNTED = re.compile(r"[下以]列|以下|原则|\d")
_SHARE = 3
"""One plain point of so many tells that the others of a commonplace list are such as well."""
_PLAIN = (None, Norm.DUTY, Norm.PROHIBITION, Norm.RECOMMENDATION, Norm.STATEMENT)


def commonplace(handbook: Handbook, parties: Parties) -> frozenset[str]:
    """Return the addresses of the binding provisions that name no figure, approval, party, form, class or words to say."""
    forms = form_titles(handbook)
    return frozenset(
        address for address, place in handbook.binding_provisions() if not _has_detail(place.node, parties, forms)
    )


def form_titles(handbook: Handbook) -> tuple[str, ...]:
    """Return the Chinese titles of the handbook's forms."""
    return tuple(title for record in handbook.records if (title := record.title.zh))


def to_be_learned(acts: Sequence[Text], parties: Parties, forms: Collection[str]) -> bool:
    """Tell whether one of *acts* has a detail that nobody would hit upon: a figure, somebody, a form, words, how it is put on record."""
    # What tells is the Chinese text; where there is none, nothing is called plain.
    return any(
        act.zh is None or _RECORDED.search(act.zh) is not None or _details(act.zh, parties, forms) for act in acts
    )


GOOD_SENSE = Message(
    "各点凭常识也写得出，或者另写几点同样说得过去，阅卷人没法给分",
    "good sense would write its points down without the rule, or others as good, so that nobody could mark them",
)


def good_sense(points: Sequence[Text], lead: Text | None = None, *, told: bool) -> bool:
    """Tell whether whoever behaves well could write down *points* without the rule, or others as good, so that nobody could mark them.

    Args:
        points: What is to be written down.
        lead: The introduction of the list they are; what it counts or names is there to be learned.
        told: Whether their provision is commonplace.
    """
    plainly = sum(map(plain, points))
    if lead is not None and _COUNTED.search(lead.zh or ""):
        return plainly == len(points)
    if lead is None:
        return told and 2 * plainly > len(points)
    if told:
        return _SHARE * plainly >= len(points)
    # What staff must do at large, in no case of its own.
    return "，" not in (lead.zh or "，") and plainly == len(points)


# What any paper, request or piece of work goes through, in this order.
_ROUTINE = re.compile(
    "拟稿|起草|填写|提交|申[请报]|受理|登记|审[核查批定]|批准|盖章|签[字收名]|送[达到交]|发[出送放]|通知|公布|归档|存档|识别|收集|整理|分析|制定|建立|培训|提供|实施|执行"
    "|监督|检查|评[价估]|总结|反馈|改进|调整|确认|解决|询问|查询"
)


def routine(lead: Text, steps: Sequence[Text], parties: Parties, forms: Collection[str]) -> bool:
    """Tell whether all business goes through such *steps* in this order: no figure, words, form, choice or post tells them from others.

    One who acts in most of them, or is named by the *lead*, tells none; and what the *lead* counts is there to be learned.
    """
    said = [step.zh for step in steps if step.zh is not None]
    if len(said) < len(steps) or not all(map(_ROUTINE.search, said)) or re.search(r"\d", lead.zh or ""):
        return False
    named = [set(parties.named(step)) for step in said]
    several = len(set().union(*named)) > 1
    telling = {party for one in named for party in one if 2 * sum(party in other for other in named) < len(said)}
    return (
        not several
        and not (telling - {SUPERIOR, *parties.named(lead.zh or "")})
        and not any(
            placeholders(step) or _DETAIL.search(step) or "或者" in step or any(form in step for form in forms)
            for step in said
        )
    )


def courtesy(points: Sequence[Text]) -> bool:
    """Tell whether *points* are no more than common courtesy; of English alone nothing is called so."""
    return all(point.zh is not None and _COURTEOUS.search(point.zh) is not None for point in points)


def mostly_courteous(points: Sequence[Text]) -> bool:
    """Tell whether more than half of *points* are common courtesy."""
    return 2 * sum(courtesy([point]) for point in points) > len(points)


def fields(points: Sequence[Text], lead: Text) -> bool:
    """Tell whether all *points* are what every form, request or register states: who, when, why, how to reach them."""
    return _STATED.search(lead.zh or "") is not None and all(_FIELD.fullmatch(point.zh or "-") for point in points)


def manners(acts: Sequence[Text], *, forbidden: bool) -> bool:
    """Tell whether good sense answers half of what somebody must do at large, or all that they must not."""
    plainly = sum(map(plain, acts))
    return plainly == len(acts) if forbidden else 2 * plainly >= len(acts)


def _has_detail(node: Node, parties: Parties, forms: Collection[str]) -> bool:
    if node.facts or node.approval is not None or node.norm not in _PLAIN:
        return True
    # What tells is the Chinese text; where there is none, nothing is called plain.
    if node.text is not None and node.text.zh is None:
        return True
    said = _SENDS_ON.sub("", node.text.zh or "") if node.text is not None else ""
    return _details(said, parties, forms) or any(
        # What stands under an id of its own is a provision of its own.
        _has_detail(child, parties, forms)
        for child in node.body
        if child.id is None
    )


def _details(said: str, parties: Parties, forms: Collection[str]) -> bool:
    return (
        bool(placeholders(said))
        or _DETAIL.search(said) is not None
        or bool(set(parties.named(said)) - {SUPERIOR})
        or any(form in said for form in forms)
    )
