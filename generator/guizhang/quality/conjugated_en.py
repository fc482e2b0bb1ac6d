"""Which options go on from an English stem in the form of the verb it wants: to lock, by locking, has locked."""

from __future__ import annotations

import re

from guizhang.quality.language.kinds import PAST
from guizhang.quality.language.verbs_en import form_en, is_base
from guizhang.quality.view import View

_ENDS = (
    ("base", re.compile(r"\b(?:to|must|should|shall|can|may|will|could|would|cannot|did|does|do|let|lets|please|need not)$")),
    ("ing", re.compile(r"\b(?:by|before|after|without|of|for|when|while|from|about|than|on|in|at|avoid|finish|keep|start|stop|risk)$")),
    ("en", re.compile(r"\b(?:have|has|had|been|having)$")),
)  # fmt: skip
_ENDINGS = (("ing", "ing"), ("ed", "en"), ("es", "third"), ("s", "third"))
_ROOT = 4
# What must he do, what was he doing, what had he done?
_DOES = (
    (
        "base",
        re.compile(
            r"\b(?:to|must|should|shall|can|may|will|did|does|do|would|could)\b[^?]*\bdo\b[^?]*\?$", re.IGNORECASE
        ),
    ),
    ("ing", re.compile(r"\bdoing\b[^?]*\?$", re.IGNORECASE)),
    ("en", re.compile(r"\bdone\b[^?]*\?$", re.IGNORECASE)),
)
_PARTICIPLE = re.compile(
    r"(?:rung|sung|sunk|drunk|swum|hung|stuck|struck|spun|dug|shot|fed|lit|spilt|burst|bound|ground|wound|fought|caught|slept|crept|felt|dealt|spent|bent"
    r"|burnt|learnt|lain|laid|shaken|beaten|shrunk|swollen|trodden|woven|hidden|written|given|taken|done|gone|shown|seen|known|worn"
    r"|broken|driven|eaten|fallen|forgotten|frozen|grown|ridden|risen|spoken|stolen|torn|thrown|woken"
    rf"|drawn|begun|swept|sworn|bitten|blown|flown|proven|chosen|been|come|become|run|built|{PAST.pattern})"
)


def goes_on(view: View, stem: str) -> list[bool | None] | None:
    """Tell which options go on from the stem, where all begin with verbs, in several forms."""
    firsts = [re.split(r"[\s.]", choice.text.lower().removeprefix("to "))[0] for choice in view.choices]
    # Of one verb, listed or not: dispose, disposed, disposing.
    alike = len({first[:_ROOT] for first in firsts}) == 1 and min(map(len, firsts)) >= _ROOT
    forms = [
        _ending(first) if alike and not choice.text.lower().startswith("to ") else _verb_form(choice.text)
        for first, choice in zip(firsts, view.choices, strict=True)
    ]
    key = forms[next(i for i, choice in enumerate(view.choices) if choice.key)]
    if "en" in forms and _ENDS[2][1].search(_before_gap(stem)):
        return [form == "en" for form in forms]
    if None in forms or len(set(forms)) == 1:
        return None
    before = _before_gap(stem)
    asked = next((form for form, pattern in _ENDS if pattern.search(before)), None)
    if asked is None:
        asked = next((form for form, pattern in _DOES if pattern.search(stem)), None)
    if stem.endswith("?") and asked is None:
        return None
    if asked is not None and key != asked:
        return None
    return [form == key for form in forms]


def _before_gap(stem: str) -> str:
    before = re.split(r"_{2,}", stem)[0].rstrip(" :…._").lower()
    return re.sub(r"(?: (?:not|never|always|already|just|also|first|all|only))+$", "", before)


def _ending(word: str) -> str:
    return next((form for ending, form in _ENDINGS if word.endswith(ending)), "base")


def _verb_form(text: str) -> str | None:
    """Return the form of the verb that *text* begins with: base, third, ing, en (participle or past) or to; ``None`` for what is no verb."""
    words = re.sub(r"^(?:not|always|never|first|then|[a-z]+ly) ", "", text.strip().rstrip(".").lower()).split()
    if len(words) < 1:
        return None
    first, behind = words[0], len(words) > 1
    if first == "to" and behind:
        return "to"
    if is_base(first):
        return "base"
    if _PARTICIPLE.fullmatch(first):
        return "en"
    for ending, form in _ENDINGS:
        root = first.removesuffix(ending)
        if root != first and any(is_base(verb) for verb in (root, root + "e", root[:-1], re.sub("i$", "y", root))):
            return form
    if behind and form_en(text) in ("ing", "third", "past", "verb"):
        return {"ing": "ing", "third": "third", "past": "en", "verb": "base"}[form_en(text)]
    return None
