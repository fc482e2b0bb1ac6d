"""A made-up handbook with what item models ask for: figures, lists, steps, approvals, parties and cases.

Each article speaks of a matter of its own, so that no two contradict each other; words and figures are chosen by
SHA-256 of its number, so a handbook of a size is the same bytes everywhere.
"""

from __future__ import annotations

import hashlib
from typing import TypeVar

from guizhang.model.fact import Bound, Fact
from guizhang.model.handbook import Handbook, Role, Settings
from guizhang.model.quantity import QuantityKind
from guizhang.model.regulation import Approval, Edition, Node, Norm, Regulation
from guizhang.model.text import Text

T = TypeVar("T")

_ROLES = {
    "agent": ("客服专员", "service agent"),
    "supervisor": ("客服主管", "service supervisor"),
    "manager": ("客服部经理", "service manager"),
    "clerk": ("档案管理员", "records clerk"),
    "director": ("总经理", "general manager"),
}
_KINDS = tuple(
    ("内部 外部 长期 短期 加急 普通 大额 小额 首批 末批 新签 续签 线上 线下 联合".split()[i], en)
    for i, en in enumerate(
        "internal external long-term short-term urgent ordinary large small first last new renewed online offline joint".split()
    )
)
_THINGS = tuple(
    (
        "采购 借阅 维修 展览 培训 运输 租赁 检验 印刷 搬迁 盘点 招标 演示 接驳 保洁 加固 测绘 翻译 装订 封存".split()[
            i
        ],
        en,
    )
    for i, en in enumerate(
        "purchase loan repair exhibition course shipment lease inspection printing move stocktaking tender demonstration "
        "shuttle cleaning strengthening survey translation binding sealing".split()
    )
)


def rulebook(articles: int) -> Handbook:
    """Return a handbook of *articles* articles, a hundred to a regulation."""
    roles = {name: Role(name=Text(zh=zh, en=en)) for name, (zh, en) in _ROLES.items()}
    settings = Settings(title=Text(zh="手册", en="Handbook"), company=Text(zh="公司", en="Company"), roles=roles)
    regulations = tuple(
        Regulation(
            id=f"rules-{first // 100 + 1}",
            title=Text(zh=f"事务办法之{first // 100 + 1}", en=f"Rules on matters {first // 100 + 1}"),
            edition=Edition(version="1"),
            body=tuple(_article(number) for number in range(first, min(first + 100, articles))),
        )
        for first in range(0, articles, 100)
    )
    return Handbook(settings, regulations)


def _article(number: int) -> Node:
    (kind_zh, kind_en), (thing_zh, thing_en) = (
        _KINDS[number % len(_KINDS)],
        _THINGS[number // len(_KINDS) % len(_THINGS)],
    )
    matter = Text(zh=f"{kind_zh}{thing_zh}", en=f"{kind_en} {thing_en}")
    make = (_deadline, _steps, _approval, _exception)[number % 4]
    return make(number, matter)


def _deadline(number: int, matter: Text) -> Node:
    zh, en = _party(number)
    facts = {
        "limit": Fact(
            kind=QuantityKind.DURATION, value=f"P{_pick(number, 'limit', (2, 3, 5, 7, 10))}D", bound=Bound.MAX
        ),
        "copies": Fact(
            kind=QuantityKind.COUNT, value=str(_pick(number, "copies", (2, 3, 4))), unit="copies", bound=Bound.MIN
        ),
    }
    duty = Text(
        zh=f"{zh}必须在${{limit}}内登记{matter.zh}的申请，至少留存${{copies}}。",
        en=f"The {en} must log an application for {matter.en} within ${{limit}} and keep at least ${{copies}}.",
    )
    ban = Text(
        zh=f"{matter.zh}没有登记以前，不得对外公布结果。",
        en=f"Before a {matter.en} has been logged, the result must not be made known outside.",
    )
    return Node(
        article=str(number % 100 + 1), id=f"a-{number}", title=matter, facts=facts,
        body=(Node(norm=Norm.DUTY, text=duty), Node(norm=Norm.PROHIBITION, text=ban)),
    )  # fmt: skip


def _steps(number: int, matter: Text) -> Node:
    steps = (
        ("核对单据", "compare the papers"),
        ("通知相关部门", "inform the departments concerned"),
        ("拍照留底", "take photographs for the file"),
        ("请对方签收", "have the other side sign"),
    )
    turn = number % len(steps)
    body = tuple(
        Node(item=str(n), text=Text(zh=f"{zh}；", en=f"{en};"))
        for n, (zh, en) in enumerate((*steps[turn:], *steps[:turn]), 1)
    )
    lead = Text(zh=f"办理{matter.zh}，应当依次：", en=f"To carry out a {matter.en}, staff shall, in this order:")
    return Node(
        article=str(number % 100 + 1),
        id=f"a-{number}",
        title=matter,
        body=(Node(norm=Norm.PROCEDURE, text=lead, body=body),),
    )


def _approval(number: int, matter: Text) -> Node:
    role = ("supervisor", "manager", "director")[number % 3]
    zh, en = _ROLES[role]
    text = Text(
        zh=f"{matter.zh}必须事先经{zh}书面批准。",
        en=f"A {matter.en} must be approved in writing by the {en} in advance.",
    )
    return Node(
        article=str(number % 100 + 1), id=f"a-{number}", title=matter, norm=Norm.DUTY, text=text,
        approval=Approval(by=(role,), matter=matter),
    )  # fmt: skip


def _exception(number: int, matter: Text) -> Node:
    zh, en = _party(number)
    fact = Fact(kind=QuantityKind.MONEY, value=str(_pick(number, "sum", (200, 500, 1000, 3000))), bound=Bound.MAX)
    text = Text(
        zh=f"{matter.zh}的费用不超过${{sum}}的，{zh}可以当场决定。",
        en=f"If the cost of a {matter.en} is no more than ${{sum}}, the {en} may decide on the spot.",
    )
    return Node(
        article=str(number % 100 + 1),
        id=f"a-{number}",
        title=matter,
        norm=Norm.PERMISSION,
        text=text,
        facts={"sum": fact},
    )


def _party(number: int) -> tuple[str, str]:
    return _ROLES[_pick(number, "party", ("agent", "supervisor", "manager", "clerk"))]


def _pick(number: int, what: str, choices: tuple[T, ...]) -> T:
    digest = hashlib.sha256(f"{what} {number}".encode()).digest()
    return choices[digest[0] % len(choices)]
