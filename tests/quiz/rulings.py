"""Small handbooks of one regulation, for tests that say in a line what the rules are."""

from __future__ import annotations

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook, Role, Settings
from guizhang.model.item import Item
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text
from guizhang.quiz.models import generate
from guizhang.quiz.why import why

ROLES = {
    "agent": Role(name=Text(zh="客服专员", en="service agent")),
    "supervisor": Role(name=Text(zh="客服主管", en="service supervisor")),
    "manager": Role(name=Text(zh="客服部经理", en="service manager")),
    "director": Role(name=Text(zh="总经理", en="general manager")),
}

REPORTING = Text(zh="考勤与报告管理规定", en="Attendance and reporting")
STEPS = [
    ("核对单据；", "compare the papers;"),
    ("通知仓库；", "inform the store;"),
    ("拍照留底；", "take photographs;"),
    ("请对方签收。", "have the other side sign."),
]


def article(node_id: str, zh: str | None, en: str | None = None, **fields) -> Node:
    """Return an article with one text and a title made of its id."""
    title = fields.pop("title", Text(zh=f"关于{node_id}" if zh else None, en=f"On {node_id}" if en else None))
    fields.setdefault("norm", "duty")
    return Node(article="1", id=node_id, title=title, text=Text(zh=zh, en=en), **fields)


def listed(node_id: str, zh: str, en: str, items: list[tuple[str, str]], **fields) -> Node:
    """Return an article that is a list."""
    body = tuple(Node(item=str(n), text=Text(zh=a, en=b)) for n, (a, b) in enumerate(items, 1))
    return article(node_id, zh, en, body=body, **fields)


def days(value: str, **fields) -> Fact:
    """Return a time limit."""
    return Fact(kind="duration", value=value, bound=fields.pop("bound", "max"), **fields)


def handbook(*articles: Node, parameters: dict[str, str] | None = None, **fields) -> Handbook:
    """Return a handbook of one regulation ``rules`` with these articles."""
    settings = Settings(
        title=Text(zh="手册", en="Handbook"),
        company=Text(zh="公司", en="Company"),
        roles=ROLES,
        parameters=parameters or {},
    )
    fields = {"title": Text(zh="规定", en="Rules"), **fields}
    regulation = Regulation(id="rules", edition=Edition(version="1"), body=articles, **fields)
    return Handbook(settings, (regulation,))


def made(model: str, *articles: Node, **fields) -> list[Item]:
    """Return what *model* makes of a handbook of these articles."""
    return [item for item in generate(handbook(*articles, **fields)) if item.model == model]


def only(model: str, *articles: Node, **fields) -> Item:
    """Return the one item that *model* makes of them."""
    (item,) = made(model, *articles, **fields)
    return item


def key(item: Item) -> list[str]:
    """Return the right options, in Chinese."""
    return [option.text.zh for option in item.options if option.key]


def reasons(book: Handbook, model: str, address: str | None = None) -> list[str]:
    """Return why *model* made nothing of a provision, the first of the handbook when not named."""
    (report,) = [r for r in why(address or next(iter(book.provisions)), book) if r.model == model]
    assert not report.items
    return [message.zh for message in report.declined]
