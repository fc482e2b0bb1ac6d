"""Layers over the text: roles named, approvals with who and what, procedures with their steps, phrases to say and never to say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guizhang.facts.clauses import QUOTED, folded, split_clauses
from guizhang.facts.english_layers import ENGLISH_APPROVALS, ENGLISH_ROLE, ENGLISH_STEPS, english_matter
from guizhang.facts.found import LineOf, Provision, line_in_text, walk
from guizhang.facts.names import NAMES

_ACT = "审核批准|审批|批准|核准|同意|签字|签字确认|签批|审核|审定|许可|授权|特批|核签"
_WHO = rf"(?P<who>{NAMES})"
_APPROVALS = (
    # 经店长批准, 须经部门经理和总经理审批, 未经总经理同意; 逐层审批至董事长; 报总经理批准; 由店长审批; 向店长申请; 部门经理签字
    re.compile(
        rf"(?:未经|非经|须经|需经|应经|经过|经|报请|报经|报|呈报|呈|由|征得|取得|获得?|凭){_WHO}(?:的)?(?:[一-龥]{{0,4}}?)(?P<act>{_ACT})"
    ),
    re.compile(rf"(?P<act>审批|批准|报批|上报)(?:至|到){_WHO}"),
    re.compile(rf"(?:^|[,;:。、]){_WHO}(?P<act>签字|批准|审批|同意|签批|核准)(?:后|确认|方可|有效|生效|的)"),
    re.compile(rf"向{_WHO}(?:提出)?(?P<act>申请|请示|请假)"),
)
_MATTER_CUT = re.compile("(?:[,并且还也又另再先]|同时|须|需|应当?|必须|都|均|一律|方可|才可以?|后)+$")
# 由店长审批，并报总经理批准: who approved before is no part of the matter.
_NOT_MATTER = re.compile(rf"(?:还|并|且|另|须|需|应)*(?:未?经|由|报|呈)(?:[须需应])?{NAMES}(?:{_ACT})$")
# 本人填写申请 is a step between two approvals, 涉及结构的 a case of the first; 三天以上 is a matter with what goes before it.
_NO_MATTER = re.compile(
    r"^[^\d一二两三四五六七八九十超不]*[的时]$|[由报向]|经(?!理|办|营|费)|填写|提交|提出|签字|确认|备案|办理|执行|实施|发布|生效|送|交"
)
_AMOUNT = re.compile(r"[\d一二两三四五六七八九十百千万半]+(?:个|天|日|小时|元|周|月|年|万|次)|超过|不足|以[上下内]")
_MATTER = 24
"""Most signs of a matter; of a longer one its last part is given."""
_SAY = re.compile(
    r"(?:说|喊|讲|答|问候|问候语|致|回答|用语|开头语|开场白?|开场辞|结束语|统一辞|表示|告知|称呼|使用|敬语|话术)[:,：]?[^,。;“\"「]{0,8}$"
)
_NEVER = re.compile(
    r"(?:不(?:得|准|许|可|要|能|应|允许)|严禁|禁止|切忌|切勿|切不可|忌|避免|杜绝|不许只以|绝不|决不)[^。;“”]{0,24}$"
)
_NEVER_HEADING = re.compile("忌语|禁语|禁止用语|服务禁|不(?:准|得|许|要)说|禁忌")
_SAY_HEADING = re.compile("用语|话术|敬语|开场白|标准语|规范语|礼貌用语|服务用语")
_STEP_HEADING = re.compile("流程|步骤|程序|办法|手续")
_STEP_INTRO = re.compile("(?:步骤|流程|程序|顺序|手续)[^。]{0,10}[:：]$|依次")
_FIRST_THEN = re.compile("(?:首先|先(?!生|进|后)|其次|然后|再(?!次|度|三)|接着|之后|最后)")


@dataclass(frozen=True, slots=True)
class Role:
    """A role the text names."""

    name: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FoundApproval:
    """Who gives leave, and for what."""

    line: int
    span: str
    who: str
    act: str
    """批准, 审批, 签字, 同意 …"""
    matter: str
    """What is approved, as the clause has it; may be empty."""
    node: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """Steps in order."""

    line: int
    title: str
    steps: tuple[str, ...]
    node: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in quotation marks that a rule tells to say or never to say."""

    line: int
    text: str
    use: str
    """say, never or quote (a term, a name, an example)."""
    node: str


def find_approvals(nodes: Sequence[Provision], line_of: LineOf = line_in_text) -> list[FoundApproval]:
    """Return who approves what in the texts of *nodes*."""
    out: list[FoundApproval] = []
    for node, _ in walk(nodes):
        for clause in split_clauses(node.text):
            before: tuple[int, str] = (0, "")
            for match in _apart(clause.view):
                matter = _matter(clause.view, match, before)
                before = match.end(), matter
                span = match.group().lstrip(",;:。、")
                line = line_of(node, clause.start + match.start())
                out.append(FoundApproval(line, span, match["who"], match["act"], matter, node.id))
    return out


def _apart(view: str) -> list[re.Match[str]]:
    """Return the approvals of a clause in their order, none inside another."""
    found: list[re.Match[str]] = []
    for pattern in (*_APPROVALS, *ENGLISH_APPROVALS):
        found += [
            match
            for match in pattern.finditer(view)
            if not any(other.start() < match.end() and match.start() < other.end() for other in found)
        ]
    return sorted(found, key=lambda match: match.start())


def _matter(view: str, match: re.Match[str], earlier: tuple[int, str]) -> str:
    """Return what is approved: what stands before 由…批准, or what 未经…批准 does not allow.

    Args:
        view: The clause.
        match: The approval.
        earlier: Where the one before it in the clause ends, and what that approves.
    """
    if match["who"].isascii():
        return english_matter(view, match.start())
    end, other = earlier
    # 员工请假由店长批准、店长请假由总经理批准: each has a matter of its own.
    own = _MATTER_CUT.sub("", view[end : match.start()].lstrip("、,;后的").rstrip("、,;")) if end else ""
    if own and not _NO_MATTER.search(own):
        head = _AMOUNT.search(other) if _AMOUNT.match(own) else None
        return (other[: head.start()] if head else "") + own
    before = _MATTER_CUT.sub("", view[: match.start()].rstrip(","))
    said = [part for clause in before.split(",") if (part := _NOT_MATTER.sub("", clause))]
    before = (",".join(said) if len(before) <= _MATTER else said[-1]) if said else ""
    if before and not before.startswith(("未经", "非经", "经")):
        return before.strip(",;:。、 ")
    after = view[match.end() :].lstrip("后的,")
    return after.split(",")[0].strip("。;")[:30]


def find_procedures(nodes: Sequence[Provision], line_of: LineOf = line_in_text) -> list[Procedure]:
    """Return the numbered lists that a heading or an intro calls steps, and sentences that say first … then."""
    out: list[Procedure] = []
    for node, _ in walk(nodes):
        items = [child for child in node.children if child.type == "item" and (child.text or child.title)]
        text = node.text.strip()
        said = bool(
            _STEP_HEADING.search(node.title)
            or _STEP_INTRO.search(text)
            or ENGLISH_STEPS.search(text)
            or ENGLISH_STEPS.match(node.title)
        )
        if said and len(items) > 1:
            steps = tuple((child.title or child.text).split("。")[0] for child in items)
            out.append(Procedure(node.line, node.title or node.text.rstrip(":：")[:30], steps, node.id))
            continue
        for clause in split_clauses(node.text):
            if len(_FIRST_THEN.findall(clause.view)) > 1:
                steps = tuple(
                    part.strip(" 。;")
                    for part in re.split(r"[,，](?=首先|先|其次|然后|再|接着|之后|最后)", clause.text)
                )
                if len(steps) > 1:
                    out.append(Procedure(line_of(node, clause.start), "", steps, node.id))
    return out


def find_phrases(nodes: Sequence[Provision], line_of: LineOf = line_in_text) -> list[Phrase]:
    """Return the quoted phrases of *nodes* and whether they are to be said."""
    out: list[Phrase] = []
    for node, above in walk(nodes):
        heading = " ".join([*(up.title for up in above), node.title])
        view = folded(node.text).text if node.text else ""
        # Offsets agree where nothing is hidden, which is so for texts that come from an import.
        source = node.text if len(view) == len(node.text) else view
        for match in QUOTED.finditer(source):
            words = match.group()[1:-1].strip()
            if words:
                out.append(Phrase(line_of(node, match.start()), words, _use(source[: match.start()], heading), node.id))
    return out


def _use(before: str, heading: str) -> str:
    clause = re.split("[。;；\n]", before)[-1]
    if _NEVER.search(clause) or _NEVER_HEADING.search(heading):
        return "never"
    if _SAY.search(clause) or _SAY_HEADING.search(heading):
        return "say"
    return "quote"


def find_roles(nodes: Sequence[Provision], line_of: LineOf = line_in_text) -> list[Role]:
    """Return the roles of *nodes* by name, most frequent first."""
    lines: dict[str, list[int]] = {}
    for node, _ in walk(nodes):
        if node.text:
            view = folded(node.text).text
            named = [(match.start(), match.group()) for match in _ROLE.finditer(view)]
            named += [(match.start("who"), match["who"].lower()) for match in ENGLISH_ROLE.finditer(view)]
            for start, name in sorted(named):
                lines.setdefault(name, []).append(line_of(node, min(start, len(node.text))))
    return [Role(name, tuple(at)) for name, at in sorted(lines.items(), key=lambda item: (-len(item[1]), item[0]))]


# Roles are named by a short noun in front of what people in companies are called.
_ROLE = re.compile(
    "(?:(?:人力资源|(?:(?![报告向由经给与和及或对送交请须应需为是的知找本各该让到在])[一-龥]){2})(?:部|科|室|中心)|车间|教研|年级|楼层|病区|科室|班(?=组长)|客服|销售|财务|行政|人事|人力资源|市场|前台|部门|项目|现场|区域|大堂|值班|电销|售后|技术|仓库|采购|店铺|公司|总|副总|副|高级|业务|运营|品质|工程|招商)?"
    "(?:总经理|董事长|经理|主管|总监|店长|主任|部长|组长|班长|领班|专员|秘书|助理|文员|前台|导购|收银员|业务员|营业员|客服人员|销售人员|服务人员|接待人员|工作人员|管理人员|保安|置业顾问)"
)
