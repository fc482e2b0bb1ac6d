"""Figures on which a rule turns: 超过200元的, from three times on; and the words that stand before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.model.fact import Bound, Fact
from guizhang.model.regulation import Level, Norm, Place
from guizhang.model.text import LANGS, Lang, Text, placeholders
from guizhang.site.meaning import bound_word

_WORDS: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = (
    (("不超过", "最多"), (r"(?:at most|up to|(?:no|not) more than)", "at most")),
    (("超过", "超过"), (r"(?:more than|over|above|exceed\w*)", "more than")),
    (("多于", "超过"), (r"(?:more than|over|above)", "more than")),
    (("高于", "超过"), (r"(?:higher than|above)", "more than")),
    (("不足", "不足"), (r"(?:less than|fewer than|under|below)", "less than")),
    (("不满", "不满"), (r"(?:less than|fewer than|under|below)", "less than")),
    (("低于", "低于"), (r"(?:lower than|less than|below)", "less than")),
    (("少于", "少于"), (r"(?:fewer than|less than|below)", "less than")),
    (("至少", "至少"), (r"(?:at least|no less than|not less than)", "at least")),
    (("满", "满"), (r"(?:reach\w*|a full)", "from")),
    (("达到", "达到"), (r"reach\w*", "from")),
    (("达", "达到"), (r"reach\w*", "from")),
)
"""What stands before a figure in either language, and what a table says instead; the longer words first."""
_SIGNS = re.compile(
    r"\$\{[^}]*\}(?:[^，；。：]*的|[及或者]*以[上下内])|(?:[满达过于足少]|达到)\$\{|[过于][^，；。：]*\$\{"
    r"|\b(?:if|when|where|who|which|that|in case)",
    re.IGNORECASE,
)
"""One of these stands in every text whose figure is a condition."""
_BEHIND = re.compile(r"^(?:及|或者?)?以上"), re.compile(r"^(?:及|或者?)?以[下内]")
_FARTHER = re.compile(r"(?<![得能可宜])(?:不?超过|[低高]于)(?=[^，；。：]*$)")
"""These may stand apart from their figure: 超过价目表价格5%的."""
_DEMANDED = re.compile(r"(?:必须|应当?|须|不得|不能|不可|不宜)[^；。：]*$")
"""A figure behind these is what is demanded, not what a rule turns on."""
_CASE = re.compile(r"^(?:的|[^，；。：]*的(?:[，；：、]|$))")
_CASE_EN = re.compile(r"\b(?:if|when|where|whoever|who|whose|which|that|in case)\b[^.;:]*$", re.IGNORECASE)
_WITHIN = re.compile(r"^(?:以?内|之内|以?前)"), re.compile(r"\bwithin\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure where a text prints it."""

    name: str
    """Its reference, as the text has it."""
    bound: Text | None
    """The word before it, as a table says it: 超过 / more than."""
    condition: bool
    """Whether the rule turns on it."""
    within: bool
    """Whether it is the time allowed for something: within 24 hours."""


def may_turn(text: Text) -> bool:
    """Tell whether *text* is worth a look: most clauses with a figure hold no condition, and a look is dear."""
    return bool(_SIGNS.search(text.zh or text.en or ""))


def printed_figures(text: Text, place: Place) -> tuple[Printed, ...]:
    """Return the figures *text* prints at *place*, in its order; those of other provisions are left out."""
    lang: Lang = "zh" if text.zh else "en"
    source = text.get(lang) or ""
    if "${" not in source:
        return ()
    found = []
    for reference in placeholders(source):
        fact = next((n.facts[reference.reference] for n in place.lineage if reference.reference in n.facts), None)
        if fact is None:
            continue
        before, after = source[: reference.start], source[reference.start + len(str(reference)) :]
        word = _word(before, after, lang)
        found.append(
            Printed(
                reference.reference,
                word or _bound(fact),
                _turns(place, fact, lang, before, after, said=word is not None),
                bool(_WITHIN[0].match(after) if lang == "zh" else _WITHIN[1].search(before)),
            )
        )
    return tuple(found)


def _word(before: str, after: str, lang: Lang) -> Text | None:
    if lang == "en":
        said = next((en for _, (en, _) in _WORDS if re.search(rf"\b{en}\s*$", before, re.IGNORECASE)), None)
        return next((Text(zh=zh, en=words) for (_, zh), (en, words) in _WORDS if en == said), None)
    if _BEHIND[0].match(after) or _BEHIND[1].match(after):
        return Text(zh="至少", en="at least") if _BEHIND[0].match(after) else Text(zh="最多", en="at most")
    if before.endswith("得超过"):
        return None
    farther = _FARTHER.findall(before)
    near = farther[-1] if farther else before
    return next((Text(zh=zh, en=en) for (word, zh), (_, en) in _WORDS if near.endswith(word)), None)


def _turns(place: Place, fact: Fact, lang: Lang, before: str, after: str, *, said: bool) -> bool:
    """Tell whether what follows depends on the figure, rather than the figure being what is demanded."""
    if lang == "zh" and _DEMANDED.search(before):
        return False
    bounded = said or fact.bound is not Bound.EXACT
    if (_CASE.match(after) if lang == "zh" else _CASE_EN.search(before)) and bounded:
        return True
    return said and (place.norm in (Norm.PENALTY, Norm.REWARD) or "情形" in _lead(place, lang))


def _lead(place: Place, lang: Lang) -> str:
    above = place.ancestors[-1].text if place.node.level is Level.ITEM and place.ancestors else None
    return (above.get(lang) or "") if above else ""


def _bound(fact: Fact) -> Text | None:
    words = {lang: bound_word(fact, lang) for lang in LANGS}
    return Text(**words) if all(words.values()) else None
