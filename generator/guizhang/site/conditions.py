"""Figures on which a rule turns: 超过200元的, from three times on; and the words that stand before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.model.fact import Bound, Fact
from guizhang.model.regulation import Level, Norm, Place
from guizhang.model.text import LANGS, Lang, Text, placeholders
from guizhang.model.wording import bound_word

_AT_MOST, _AT_LEAST = Text(zh="最多", en="at most"), Text(zh="至少", en="at least")
_ABOVE, _FROM = Text(zh="超过", en="more than"), Text(zh="满", en="from")
_REACHED = Text(zh="达到", en="from")
_WORDS: tuple[tuple[str, str, Text], ...] = (
    ("不超过", r"at most|up to|(?:no|not) more than", _AT_MOST),
    ("超过", r"more than|over|above|exceed\w*", _ABOVE),
    ("多于", r"more than", _ABOVE),
    ("高于", r"higher than", _ABOVE),
    ("不足", r"less than|fewer than", Text(zh="不足", en="less than")),
    ("不满", r"under|below", Text(zh="不满", en="less than")),
    ("低于", r"lower than", Text(zh="低于", en="less than")),
    ("少于", r"fewer than", Text(zh="少于", en="less than")),
    ("至少", r"at least|(?:no|not) less than", _AT_LEAST),
    ("达到", r"reach\w*", _REACHED),
    ("达", r"reach\w*", _REACHED),
    ("满", r"a full", _FROM),
)
"""What stands before a figure in Chinese and in English, and what a table says for it; longer words first."""
_WORDS_EN = tuple((re.compile(rf"\b(?:{words})\s*$", re.IGNORECASE), said) for _, words, said in _WORDS)
_SIGNS = re.compile(
    r"\$\{[^}]*\}(?:[^，；。：]*的|[及或者]*以[上下内])|(?:[满达过于足少]|达到)\$\{|[过于][^，；。：]*\$\{"
    r"|\b(?:if|when|where|who|which|that|in case|at|up|more|over|above|exceed|higher|less|fewer|under|below|lower|reach|full)",
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
        before, after = source[: reference.start], source[source.index("}", reference.start) + 1 :]
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
        return next((said for words, said in _WORDS_EN if words.search(before)), None)
    if _BEHIND[0].match(after) or _BEHIND[1].match(after):
        return _AT_LEAST if _BEHIND[0].match(after) else _AT_MOST
    if before.endswith("得超过"):
        return None
    farther = _FARTHER.findall(before)
    near = farther[-1] if farther else before
    return next((said for word, _, said in _WORDS if near.endswith(word)), None)


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
