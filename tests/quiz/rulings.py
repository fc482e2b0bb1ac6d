"""Small handbooks of one regulation, for tests that say in a line what the rules are."""

from __future__ import annotations

from guizhang.model.fact import Fact
from guizhang.model.handbook import Handbook, Role, Settings
from guizhang.model.regulation import Edition, Node, Regulation
from guizhang.model.text import Text

ROLES = {
    "agent": Role(name=Text(zh="客服专员", en="service agent")),
    "supervisor": Role(name=Text(zh="客服主管", en="service supervisor")),
    "manager": Role(name=Text(zh="客服部经理", en="service manager")),
    "director": Role(name=Text(zh="总经理", en="general manager")),
}


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
