"""What an author typed of a clause against what its words say: ``norm: permission`` beside 应当.

Words are reworded more often than the field beside them. Only what leaves no doubt counts: a modal of another kind, and no
word anywhere in the text that could carry what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guizhang.facts.clauses import Clause, split_clauses
from guizhang.facts.judgement import Judgement
from guizhang.facts.modality import hide_words
from guizhang.model.regulation import Norm
from guizhang.model.text import Lang


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What the words of a text say otherwise than what was typed."""

    norm: Norm
    words: str
    """The words that say so, as far as one can point at them; else the clause."""


_MODAL = frozenset({Norm.DUTY, Norm.PROHIBITION, Norm.RECOMMENDATION, Norm.PERMISSION})
_LETS_ZH = "(?<!不)[可得准许能]|[无毋]|不必|不须|不需|不用|免|权|自愿|自行|自主|酌|允|任意|随意|选择"
_LETS_EN = (
    r"\b(?:(?:may|can)(?! ?not\b|['’]t)|might|could|allow\w*|permit\w*|permission|entitle\w*|free|optional\w*|rights?|option"
    r"|choose|choice|wish\w*|welcome|volunt\w*|waive\w*|exempt\w*|discretion|need not|needn['’]t"
    r"|not (?:need|have|required|obliged)|no need)\b"
)
_CARRIES: dict[Norm, dict[Lang, re.Pattern[str]]] = {
    Norm.DUTY: {
        "zh": re.compile("[应须需要必务请]|义务|负责|有责|[方才始]可|[方才]能|[只仅]|确保|保证|不得不"),
        "en": re.compile(
            r"\b(?:must|shall|should(?! ?not\b|n['’]t)|needs?|ha(?:ve|s) to|(?:is|are) to|requir\w+|will|ought|respons\w+|dut(?:y|ies)|oblig\w+|bound"
            r"|expect\w*|please|only|ensure|make sure|see that)\b",
            re.IGNORECASE,
        ),
    },
    Norm.PERMISSION: {"zh": re.compile(_LETS_ZH), "en": re.compile(_LETS_EN, re.IGNORECASE)},
    Norm.POWER: {
        "zh": re.compile(f"{_LETS_ZH}|[批审签]|决定|同意|负责|解释|制定|确定|由"),
        "en": re.compile(
            rf"{_LETS_EN}|\b(?:approv\w+|authori\w+|decid\w+|decision|determin\w+|sign\w*|agree\w*|consent\w*|respons\w+|reserve\w*"
            r"|by)\b",
            re.IGNORECASE,
        ),
    },
    Norm.RECOMMENDATION: {
        "zh": re.compile("[宜尽请力]|建议|最好|鼓励|提倡|倡导|倡议|争取|希望|推荐|考虑|不妨|优先|注意|欢迎|避免"),
        "en": re.compile(
            r"\b(?:should\w*|recommend\w*|encourag\w*|advi[sc]\w+|suggest\w*|prefer\w*|ideal\w*|(?:if|where|wherever|whenever|as far as|as) possible"
            r"|try|please|ought|best|aim\w*|good|avoid\w*|reasonabl\w+|could|consider|hope\w*|like|urge\w*)\b",
            re.IGNORECASE,
        ),
    },
    Norm.PROHIBITION: {
        "zh": re.compile("[不勿禁莫未非严止忌免拒毋戒绝杜只仅限超]|无(?![故需须])"),
        "en": re.compile(
            r"\b(?:no|not|never|nor|neither|without|none|nobody|nothing|cannot|avoid\w*|refrain\w*|prohibit\w*|forbid\w*|bann?\w*|barred"
            r"|stop\w*|cease\w*|refus\w+|declin\w+|restrict\w*|only|unless|exceed\w*|limit\w*|exclu\w+|abstain\w*|disallow\w*|keep out|off)\b"
            r"|n['’]t\b",
            re.IGNORECASE,
        ),
    },
}
"""Words that could carry a norm, however they are used; what has one of them is not in question."""


def otherwise(typed: Norm, text: str, lang: Lang) -> Otherwise | None:
    """Return what *text* says otherwise than the norm *typed* beside it; ``None`` where it may say that, too."""
    carries = _CARRIES.get(typed)
    if carries is None:
        return None
    clauses = [clause for clause in split_clauses(text) if not clause.turn]
    if any(carries[lang].search(hide_words(clause.view)) for clause in clauses):
        return None
    return _judged_otherwise(typed, clauses)


def _judged_otherwise(typed: Norm, clauses: Sequence[Clause]) -> Otherwise | None:
    # Few texts are in question, and what judges them takes longer to load than all of them to look through.
    from guizhang.facts.norms import judge

    def in_part(clause: Clause) -> bool:
        """Tell whether a part between commas is what was typed: 可以借用，当天归还 asks for the return without a word for it."""
        parts = clause.view.split(",")
        return len(parts) > 1 and any(
            judge(replace(clause, view=part, text=part)).norm is typed for part in parts if part
        )

    judged = [(clause, judge(clause)) for clause in clauses]
    if any(typed in (own.norm, *own.also) or in_part(clause) for clause, own in judged):
        return None
    return next((_said(clause, own) for clause, own in judged if _speaks(typed, own)), None)


def _speaks(typed: Norm, own: Judgement) -> bool:
    """Tell whether a modal word of the clause makes it a norm of another kind."""
    lets = {typed, own.norm} == {Norm.POWER, Norm.PERMISSION}
    return own.explicit and not own.soft and own.norm in _MODAL and not lets


def _said(clause: Clause, own: Judgement) -> Otherwise:
    return Otherwise(own.norm, own.cue if own.cue and own.cue in clause.text else clause.text)
