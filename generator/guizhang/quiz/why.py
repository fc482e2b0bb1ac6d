"""Which models made items of a provision, and for every other model why it made none."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.model.citation import find
from guizhang.model.handbook import Handbook
from guizhang.quiz.models import MODELS, survey
from guizhang.quiz.models.made import Declined
from guizhang.quiz.models.rules import Rules


@dataclass(frozen=True)
class ModelReport:
    """What one model made of a provision."""

    model: str
    items: tuple[str, ...]
    """Ids of its items."""
    declined: tuple[Message, ...]
    """Why it made no item, or no further one."""


def why(address: str, handbook: Handbook) -> list[ModelReport]:
    """Return for every model the items it made from the provision at *address*, or why it made none.

    Raises:
        Faulty: there is nothing at *address*.
    """
    if find(address, handbook) is None:
        raise Faulty([unknown(address, handbook.addresses, "REF003", "没有这一条款", "there is no such provision")])
    place = handbook.provisions.get(address)
    if place is not None and not place.adopted:
        return [ModelReport(name, (), (_NOT_ADOPTED,)) for name in MODELS]
    if place is not None and not place.binding:
        return [ModelReport(name, (), (_REPEALED,)) for name in MODELS]
    made: dict[str, list[str]] = {name: [] for name in MODELS}
    declined: dict[str, list[Message]] = {name: [] for name in MODELS}
    for name, result in survey(handbook):
        if isinstance(result, Declined):
            if result.address == address:
                declined[name].append(result.why)
        elif address in result.cites:
            made[name].append(result.id)
    plain = address in Rules(handbook).commonplace
    figured = place is not None and bool(place.node.facts)
    return [
        ModelReport(
            name,
            tuple(made[name]),
            tuple(dict.fromkeys(declined[name]))
            or (() if made[name] else (_nothing(name, plain=plain, figured=figured),)),
        )
        for name in MODELS
    ]


_NOT_ADOPTED = Message("未采用（adopted: false）", "it is not adopted (adopted: false)")
_REPEALED = Message("所在规定写有废止日期（repealed）", "its regulation has a day of repeal (repealed)")


_PLAIN = Message(
    "没有数值、审批、责任人、表单和用语，只有凭常识也会要求的做法",
    "it names no figure, approval, party, form or words to say, only what good sense would ask for as well",
)


_FIGURES = frozenset(("fact-choice", "fact-numeric", "fact-cloze", "altered-fact", "threshold-case"))
_NOT_ASKABLE = Message(
    "有数值，但没有一个可以单独问：句子不能单独引用，从题面或者清单就看得出来，或者不合这种方式",
    "it has figures, but none to ask for: the sentence cannot be quoted alone, it or its list gives the figure away, or the "
    "model takes none of this kind",
)
_OF_DETAILS = frozenset(
    (
        "altered-wording", "allowed", "forbidden-acts", "responsible", "two-details", "true-statement", "true-statements",
        "correction",
    )
)  # fmt: skip
"""Models to which it matters that a provision holds only good sense; the others lack what they ask for."""


def _nothing(name: str, *, plain: bool, figured: bool) -> Message:
    if plain and name in _OF_DETAILS:
        return _PLAIN
    if figured and name in _FIGURES:
        return _NOT_ASKABLE
    asks = MODELS[name].ASKS
    return Message(f"没有可以这样问的内容，要有：{asks.zh}", f"nothing here can be asked for so; it takes {asks.en}")


def unknown(name: str, known: Iterable[str], code: str, zh: str, en: str) -> Diagnostic:
    """Return the fault that *name* is none of the *known*, with up to three that come near."""
    near = difflib.get_close_matches(name, sorted(known), 3, 0.5)
    mend = (
        Message(f"是否想写 {'、'.join(near)}？", f"did you mean {', '.join(near)}?")
        if near
        else Message("用 guizhang items list 查看有哪些题和条款", "guizhang items list shows what there is")
    )
    return Diagnostic(code, Severity.ERROR, Source(name), "", Message(zh, en), mend)
