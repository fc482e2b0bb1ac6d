"""Who approves, in words and as typed: 经部门经理批准 beside ``approval: {by: [manager]}``.

Only what leaves no doubt counts: the words have another role approve, and name one of those typed nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Node, Place, walk
from guizhang.model.text import LANGS, Lang

_ACT = "[批审签]|同意|决定|决策|核准|许可|授权|准许|拍板"
_APPROVES: Mapping[Lang, str] = {
    "zh": rf"(?:[经由报请凭向]|提交){{role}}[^，。；]{{{{0,8}}}}?(?:{_ACT})|{{role}}(?:书面|事先|口头)?(?:{_ACT})"
    rf"|向{{role}}[^。；]{{{{0,16}}}}经其?(?:{_ACT})",
    "en": r"\bby (?:the|a|an|their|your) {role}\b|{role}(?:['’]s (?:prior |written |express )*(?:approv|consent|agree|permi|author|signature)"
    r"| (?:has|have|must|shall|may)? ?(?:first )?(?:approve|agree|consent|authori[sz]e|decide|sign|permit)"
    r"| sign)",
}


@dataclass(frozen=True)
class Misnamed:
    """An approval whose words have another role approve."""

    place: Place
    typed: str
    """The role of ``approval.by`` that the words do not name."""
    said: str
    """The role that approves by the words."""


def misnamed(handbook: Handbook) -> Iterator[Misnamed]:
    """Yield what is wrong with each adopted approval, in printed order: the first role that the words do not name."""
    names: dict[Lang, dict[str, str]] = {
        lang: {name: role for role, one in handbook.settings.roles.items() if (name := one.name.get(lang))}
        for lang in LANGS
    }
    for regulation in handbook.regulations:
        for place in walk(regulation):
            approval = place.node.approval
            if approval is None or not place.adopted:
                continue
            # A role that there is none of is another fault.
            known = tuple(role for role in approval.by if role in handbook.settings.roles)
            found = [_said(place, known, names[lang], lang) for lang in LANGS]
            # Where both languages say who approves, both have to differ.
            said = [one for one in found if one is not None]
            if said and said[0] and all(one == said[0] for one in said):
                yield Misnamed(place, *said[0])


def _said(
    place: Place, typed: tuple[str, ...], names: Mapping[str, str], lang: Lang
) -> tuple[str, str] | tuple[()] | None:
    """Return a role typed that *lang* does not name, and who approves instead; empty where all are named.

    ``None`` where it does not say who approves.
    """
    own = " ".join(_texts(place.node, lang))
    if not own:
        return None
    above = " ".join(node.text.get(lang) or "" for node in place.ancestors if node.text is not None)
    named = _named(f"{above} {own}", names)
    absent = next((role for role in typed if role not in named), None)
    if absent is None:
        return ()
    approving = next(
        (
            role
            for name, role in names.items()
            if role in named and role not in typed and _approves(name, own, names, lang)
        ),
        None,
    )
    return None if approving is None else (absent, approving)


def _texts(node: Node, lang: Lang) -> Iterator[str]:
    if node.text is not None and (text := node.text.get(lang)):
        yield text
    for below in node.body:
        yield from _texts(below, lang)


def _named(text: str, names: Mapping[str, str]) -> set[str]:
    """Return the roles that a text names, each by the longest name that stands there, or may name for short.

    客服部经理 is no 部门经理; but 主管 alone may be the 客服主管.
    """
    if not names:
        return set()
    any_of = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))), re.IGNORECASE)
    whole = {found[0].casefold() for found in any_of.finditer(text)}
    rest = any_of.sub("…", text)
    # Where a 部门经理 is named, 经理 alone is the same person.
    taken = {_short(name) for name in names if name.casefold() in whole}
    return {
        role
        for name, role in names.items()
        if name.casefold() in whole or (_short(name) not in taken and re.search(_short(name), rest, re.IGNORECASE))
    }


def _short(name: str) -> str:
    """Return the pattern of what a post is called for short: 主管 of 客服主管, manager of service manager."""
    last = name.rsplit(maxsplit=1)[-1]
    return rf"\b{re.escape(last)}\b" if last.isascii() else re.escape(last[-2:])


def _approves(name: str, text: str, names: Mapping[str, str], lang: Lang) -> bool:
    longer = [other for other in names if name in other and other != name]
    for other in longer:
        text = text.replace(other, "…")
    return re.search(_APPROVES[lang].format(role=re.escape(name)), text, re.IGNORECASE) is not None
