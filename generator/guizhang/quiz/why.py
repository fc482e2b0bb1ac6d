"""Which models made items of a provision, and for every other model why it made none."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.model.bank import ItemBank
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item
from guizhang.model.regulation import Norm, Place
from guizhang.model.text import LANGS, Text
from guizhang.quiz.doubted import in_doubt
from guizhang.quiz.in_use import left_out
from guizhang.quiz.material.contrasts.words import plain as common_sense
from guizhang.quiz.material.made import FORMS, RULES, SCRIPTS, TERMS, Declined
from guizhang.quiz.material.rules import Rules
from guizhang.quiz.models import MODELS, survey

_SHOWN = {"zh": 24, "en": 60}
"""Characters of a sentence that tell which it is."""
_MOST = 8
"""Provisions of a part that are named."""


@dataclass(frozen=True)
class ModelReport:
    """What one model made of a provision."""

    model: str
    items: tuple[str, ...]
    """Ids of its items."""
    beside: tuple[str, ...]
    """Ids of items it made of other provisions, that use this one as well."""
    declined: tuple[Message, ...]
    """Why it made no item, or no further one."""
    left_out: Mapping[str, Message] = field(default_factory=dict)
    """Those of its items that are not asked -> why."""


def why(address: str, handbook: Handbook, bank: ItemBank | None = None) -> list[ModelReport]:
    """Return for every model the items it made from the provision at *address*, or why it made none.

    Args:
        address: The provision.
        handbook: Where it stands.
        bank: Says which items are retired; without it none is left out.

    Raises:
        Faulty: there is nothing at *address*, or more than one provision.
    """
    _must_be_one(address, handbook)
    place = handbook.provisions.get(address)
    if place is not None and not place.binding:
        reason = _REPEALED if place.adopted else _NOT_ADOPTED
        return [ModelReport(name, (), (), (reason,)) for name in MODELS]
    if address in in_doubt(handbook):
        return [ModelReport(name, (), (), (_IN_DOUBT,)) for name in MODELS]
    if address in handbook.etiquette_points:
        return [ModelReport(name, (), (), (_ETIQUETTE,)) for name in MODELS]
    made: dict[str, list[str]] = {name: [] for name in MODELS}
    beside: dict[str, list[str]] = {name: [] for name in MODELS}
    declined: dict[str, list[Declined]] = {name: [] for name in MODELS}
    items = list[Item]()
    for name, result in survey(handbook):
        if isinstance(result, Declined):
            if result.address == address:
                declined[name].append(result)
            continue
        items.append(result)
        if address in result.cites:
            own = result.about == address
            (made if own else beside)[name].append(result.id)
    absent = left_out(items, bank) if bank is not None else {}
    rules = Rules(handbook)
    plain = address in rules.commonplace
    unquotable = [one for one in rules.unquotable if one.address == address]
    for name, module in MODELS.items():
        if not made[name] and not declined[name]:
            declined[name] = [Declined(address, _nothing(name, address, handbook, plain=plain))]
            if getattr(module, "QUOTES", False):
                declined[name] += unquotable
    return [
        ModelReport(
            name,
            tuple(made[name]),
            tuple(beside[name]),
            tuple(_reasons(declined[name])),
            {item: absent[item] for item in (*made[name], *beside[name]) if item in absent},
        )
        for name in MODELS
    ]


_NOT_ADOPTED = Message("未采用（adopted: false）", "it is not adopted (adopted: false)")
_REPEALED = Message("所在规定写有废止日期（repealed）", "its regulation has a day of repeal (repealed)")
_IN_DOUBT = Message(
    "导入时拿不准（review，kind: import）；看过、删去 review 才出题",
    "import was in doubt about it (review, kind: import): items are made once somebody has looked and deleted the mark",
)
_ETIQUETTE = Message(
    "礼仪要点不出题，只用在考核的观察表里", "no items are made of points of etiquette; observation checklists have them"
)
_PLAIN = Message(
    "没有写明数值、审批、手册里的岗位、表单和用语，只有凭常识也会要求的做法",
    "it names no figure, approval, post of the handbook, form or words to say, only what good sense would ask for as well",
)
_WITHOUT_DETAIL = Message(
    "没有写明数值、审批、手册里的岗位、表单和用语，没有可以换成别的、听起来也对的细节",
    "it names no figure, approval, post of the handbook, form or words to say, and so nothing that could be exchanged for what sounds as right",
)
_NO_OPTION = Message(
    "它禁止的做法不能作一个选项，要是一句短话：谁不得做什么",
    "the act it forbids can be no option, which takes a short, plain sentence of who must not (不得) do what",
)
_OF_DETAILS = frozenset(
    (
        "altered-wording", "allowed", "forbidden-acts", "responsible", "two-details", "true-statement", "true-statements",
        "correction",
    )
)  # fmt: skip
"""Models to which it matters that a provision holds only good sense; the others lack what they ask for."""


def _nothing(name: str, address: str, handbook: Handbook, *, plain: bool) -> Message:
    of = getattr(MODELS[name], "OF", RULES)
    if of is not _kind(address, handbook):
        return Message(f"这种题由{of.zh}生成", f"such items are made of {of.en}")
    place = handbook.provisions.get(address)
    if place is not None and name == "forbidden-acts" and place.norm is Norm.PROHIBITION:
        return _NO_OPTION
    if plain and name in _OF_DETAILS:
        # That it is only good sense holds of what manners, honesty and safety ask for.
        return _PLAIN if place is None or place.node.text is None or common_sense(place.node.text) else _WITHOUT_DETAIL
    asks = MODELS[name].ASKS
    return Message(f"没有可以这样问的内容，要有：{asks.zh}", f"nothing here can be asked for so; it takes {asks.en}")


def _kind(address: str, handbook: Handbook) -> Message:
    """Return what stands at *address*."""
    if address in handbook.provisions:
        return RULES
    if address in handbook.terms:
        return TERMS
    return SCRIPTS if address in handbook.situations else FORMS


def _reasons(declined: Iterable[Declined]) -> Iterator[Message]:
    """Yield each reason once, behind all that it is given for."""
    about: dict[Message, dict[Text, None]] = {}
    for one in declined:
        about.setdefault(one.why, {}).update({one.about: None} if one.about is not None else {})
    for reason, texts in about.items():
        zh, en = (_quoted(texts, n) for n in range(len(LANGS)))
        yield Message(f"{zh}：{reason.zh}", f"{en}: {reason.en}") if texts else reason


def _quoted(texts: Iterable[Text], n: int) -> str:
    lang = LANGS[n]
    said = dict.fromkeys(
        text if len(text) <= _SHOWN[lang] else f"{text[: _SHOWN[lang]]}…"
        for one in texts
        for text in (one.either(lang),)
    )
    return ("、", ", ")[n].join(f"“{text}”" for text in said)


def _must_be_one(address: str, handbook: Handbook) -> None:
    """See that one provision, situation, form, term or point stands at *address*."""
    records = dict.fromkeys(record.id for record in handbook.records)
    whole = (handbook.provisions, handbook.situations, records, handbook.terms, handbook.etiquette_points)
    if any(address in known for known in whole):
        return
    if address != "glossary" and address not in handbook.addresses:
        raise Faulty([unknown(address, handbook.addresses, "REF003", "没有这一条款", "there is no such provision")])
    within = [
        each
        for known in whole
        for each in known
        if each.startswith(f"{address}/") or address in _parts(handbook.provisions.get(each))
    ]
    zh, en = "、".join(within[:_MOST]), ", ".join(within[:_MOST])
    more = ("……", " …") if len(within) > _MOST else ("", "")
    problem = Message(
        "这是一份文件或者其中的一部分，不是一条规定", "this is a document or a part of one, and no provision"
    )
    mend = Message(f"写其中的一条：{zh}{more[0]}", f"name one of those in it: {en}{more[1]}")
    raise Faulty([Diagnostic("REF003", Severity.ERROR, Source(address), "", problem, mend)])


def _parts(place: Place | None) -> set[str]:
    """Return the addresses of the parts and chapters a provision stands in."""
    return {f"{place.regulation.id}/{node.id}" for node in place.ancestors} if place is not None else set()


def unknown(name: str, known: Iterable[str], code: str, zh: str, en: str) -> Diagnostic:
    """Return the fault that *name* is none of the *known*, with up to three that come near."""
    near = difflib.get_close_matches(name, sorted(known), 3, 0.5)
    mend = (
        Message(f"是否想写 {'、'.join(near)}？", f"did you mean {', '.join(near)}?")
        if near
        else Message("用 guizhang items list 查看有哪些题和条款", "guizhang items list shows what there is")
    )
    return Diagnostic(code, Severity.ERROR, Source(name), "", Message(zh, en), mend)
