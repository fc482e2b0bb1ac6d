"""Who approves: the matter of an approval; the options are roles, or chains of as many roles.

A rule that calls the approver something else than the role's name (the department manager) means whoever holds that
place, so that a second role may be right as well: of it no item is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.item import Item, ItemType
from guizhang.model.text import LANGS, Text
from guizhang.quiz.clauses import Clause, clauses, escaped
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.models.made import capital, cited, item_id, options, themes_of

NAME = "approver"
_DISTRACTORS = 3
_FEWEST = 2
Chain = tuple[str, ...]


def make(handbook: Handbook) -> Iterator[Item]:
    """Yield an item for every approval whose roles can be told from others."""
    approvals = [clause for clause in clauses(handbook) if clause.place.node.approval]
    approvals += [c for c in _article_approvals(handbook) if c not in approvals]
    counted: dict[str, int] = {}
    for clause in sorted(approvals, key=lambda c: (c.place.regulation.id, c.place.loc)):
        counted[clause.address] = counted.get(clause.address, 0) + 1
        item = _item(clause, counted[clause.address], approvals)
        if item is not None:
            yield item


def _article_approvals(handbook: Handbook) -> Iterator[Clause]:
    """Yield approvals that stand at an article whose text is in its paragraphs."""
    for address, place in handbook.adopted_provisions():
        if place.node.approval and place.node.text is None:
            yield Clause(handbook, place, address)


def _item(clause: Clause, ordinal: int, approvals: list[Clause]) -> Item | None:
    handbook, approval = clause.handbook, clause.place.node.approval
    assert approval is not None
    try:
        zh, en = (handbook.plain(approval.matter.get(lang) or "", lang, clause.place) for lang in ("zh", "en"))
    except UnknownReference:
        return None
    if not zh or not en or not _named_by(clause, approval.by):
        return None
    name = item_id(NAME, clause.address, str(ordinal))
    wrong = _wrong(handbook, approval.by, approval.matter, approvals, name)
    if len(wrong) < _FEWEST:
        return None
    where = clause.said_where()
    key = _named(handbook, approval.by)
    return Item(
        id=name,
        type=ItemType.SINGLE_CHOICE,
        model=NAME,
        cites=cited(handbook, clause.address),
        themes=themes_of(clause),
        applies_to=clause.place.applies_to,
        difficulty=2,
        stem=escaped(Text(zh=f"按{where.zh}，{zh}由谁批准？", en=f"{where.en}: who has to approve {en}?")),
        options=options(key, [_named(handbook, chain) for chain in wrong]),
        rationale=escaped(Text(zh=f"{zh}：{key.zh}批准（{where.zh}）。", en=f"{capital(en)}: {key.en} ({where.en}).")),
    )


def _named_by(clause: Clause, by: Chain) -> bool:
    """Tell whether the clause, or a paragraph of its article, calls every approver by the name of the role."""
    nodes, texts = [clause.place.node], []
    while nodes:
        node = nodes.pop()
        nodes += node.body
        texts += [node.text] if node.text else []
    return all(
        any((role.either(lang)).casefold() in text.either(lang).casefold() for text in texts)
        for lang in LANGS
        for role in map(clause.handbook.role_name, by)
    )


def _wrong(handbook: Handbook, by: Chain, matter: Text, approvals: list[Clause], name: str) -> list[Chain]:
    """Return wrong chains of the same length, roles that approve something else first."""
    known = [clause.place.node.approval for clause in approvals]
    # Who approves the same matter by another provision is no wrong answer.
    also_right = {a.by for a in known if a and a.matter == matter}
    approvers = list(dict.fromkeys(role for a in known if a for role in a.by))
    rest = [role for role in handbook.settings.roles if role not in approvers]
    found: list[Chain] = []
    for roles in (approvers, rest):
        candidates = _chains(by, roles, approvers)
        found += keyed_order(
            (c for c in candidates if c != by and c not in also_right and c not in found), ">".join, "chain", name
        )
    return found[:_DISTRACTORS]


def _chains(by: Chain, roles: list[str], approvers: list[str]) -> list[Chain]:
    if len(by) == 1:
        return [(role,) for role in roles]
    swapped = [by[::-1]] if set(by) <= set(roles) else []
    changed = [(*by[:i], role, *by[i + 1 :]) for i in range(len(by)) for role in roles if role not in by]
    return swapped + [chain for chain in changed if set(chain) <= set(roles) | set(approvers)]


def _named(handbook: Handbook, chain: Chain) -> Text:
    names = [handbook.role_name(role) for role in chain]
    zh = names[0].either("zh") if len(names) == 1 else "先" + "，再".join(n.either("zh") for n in names)
    return Text(zh=zh, en=capital(", then ".join(n.either("en") for n in names)))
