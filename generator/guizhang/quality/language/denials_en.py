"""Whether an English sentence denies twice: its negations, and which of them stands in the scope of another.

What denies: not, never, no, nobody; verbs (fail, avoid, forbid, exempt); adjectives, most by their prefix (unusual, invalid).
"May not enter without a badge" and "do not admit unregistered visitors" are the usual words of rules.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_UN = (
    r"un(?!der|til\b|less|ions?\b|its?\b|ite|iform|ique|ivers|ilateral|anim|load|lock(?!ed)|pack|wrap(?!ped)|plug(?!ged)|do\b|dress"
    r"|hook|screw|zip|roll|wind"
    r"|cover(?!ed)|veil|fold|tie\b|easy|authori[sz]ed (?:absence|leave|person))[a-z]{3,}"
)
_IN = (
    r"in(?:correct|appropriate|accurate|valid|complete|frequent|admissible|sufficient|eligible|significant|visible|consistent|effective|secure|convenient"
    r"|capable|adequate|active|direct|experienced|considerate|formal|toler\w+|dispensable|accessible|compatible|competent|efficient|excusable|flexible"
    r"|operative|solvent|voluntary|definite|applicable|advisable|excusable|sensitive|audible|essential|fallible)(?:ly)?"
)
_OTHER = (
    r"im(?:possible|permissible|proper|polite|mature|practical|probable|moral|perfect|patient|precise|prudent)(?:ly)?|ir(?:relevant|regular|responsible"
    r"|reversible|recoverable|replaceable|rational)|il(?:legal|logical|legible|legitimate|literate)(?:ly)?"
    r"|dis(?:allowed|approv\w+|honest|agree\w*|courteous|obey\w*|satisfied|loyal|pleased|regard\w*|couraged|similar|respectful"
    r"|qualif\w+|orderly|obedien\w+"
    r"|connected|continued|charged|counted|puted)|non-[a-z]+|mis(?:taken|judged|placed)"
    r"|(?:care|use|point|worth|harm|need|ground|reck|hope|meaning|sense|thought|fruit|fault|blame)less"
    r"|wrong(?!ly)|false(?!ly)|mistaken|unlawful|forbidden|absent|lacking|missing|devoid|exempt|excluded|barred|banned|prohibited|unaware"
)
_VERBS = (
    r"fail(?:s|ed|ing|ure)?|neglect(?:s|ed|ing|ful)?|omit(?:s|ted|ting)?|omission|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|den(?:y|ies|ied|ying)"
    r"|avoid(?:s|ed|ing)?|forbid(?:s|ding)?|forbade|forbidden|prohibit(?:s|ed|ing)?|prevent(?:s|ed|ing)?|ban(?:s|ned|ning)?|bar(?:red|ring)|barred"
    r"|refrain(?:s|ed|ing)?|forget(?:s|ting)?|forgot(?:ten)?|disallow(?:s|ed|ing)?|disqualif\w+|disapprov\w+|exempt(?:s|ed|ing)?|exclud(?:e|es|ed|ing)"
    r"|object(?:s|ed|ing)?(?= to\b)|oppos(?:e|es|ed|ing)|lack(?:s|ed|ing)?|doubt(?:s|ed|ing)?|disput(?:e|es|ed|ing)|abstain(?:s|ed"
    r"|ing)?|withhold(?:s|ing)?"
)
_SIGNS = re.compile(
    rf"\b(?:(?P<not>not(?! (?:one|a single|only|merely|just|more|less|later|earlier|fewer|exceed\w*|yet|until"
    rf"|necessarily)\b)|cannot|never|hardly|scarcely|rarely|seldom)\b"
    rf"|(?P<nobody>not (?:one|a single)\b|nobody|no one|none|(?<!a )(?<!the )few(?= [a-z]+ (?:[a-z]+ )?(?:do|does|are|may|can|will"
    rf"|have|would|should)\b)|(?<!for )nothing|neither|no"
    rf"(?! (?:later|more|less|fewer|longer|sooner|matter|doubt|entry|smoking)\b)(?=\s[a-z]))\b"
    rf"|(?P<unless>unless)\b|(?P<without>without)\b"
    rf"|(?P<verb>{_VERBS})\b|(?P<adj>{_UN}|{_IN}|{_OTHER})\b)"
    rf"|(?P<nt>n['’]t)\b",
    re.IGNORECASE,
)  # fmt: skip
_CLAUSE = re.compile(
    r"[.,;:?!()“”\"]|\b(?:when|if|because|and|but|or|nor|while|since|so that|than|although|though|as (?:long|soon) as|after|before"
    r"|until|whether|provided)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|whom|where)\b", re.IGNORECASE)
# Whoever denies that something is so denies all of it: it is not true that, this does not mean that.
_SO = re.compile(
    r"^ (?:(?:at all|quite|always|simply|the|a|as|be|been|it) )*(?:true|right|correct|so|case|fact|false|rule|permitted|allowed|acceptable|enough|likely"
    r"|certain|mean|say|think"
    r"|believe|imply|suggest|claim|assume|suppose|state|follow|argue|maintain|pretend|if|as)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bthere (?:is|are|was|were|must be|may be|can be|has been)(?: (?:n['’]t|not))?\s*$", re.IGNORECASE
)
# Between a negation and what it denies: to be, how, and the noun of which it is said.
_COPULA = re.compile(
    r"^(?: (?:(?:allowed|permitted|entitled|supposed|free) to"
    r"|be|been|being|is|are|was|were|it|at all|an?|the|ever|have|has|had|to|do|does|considered|regarded|counted|seen|treated|deemed"
    r"|found|as|seem|seems|become"
    r"|count|remain|go|gone|stay|left|kept|leave|keep|let|called|so|very|too|quite|really|merely|simply|that|this|\w+ly))* ?$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"^ (?:be )?(?:leave|left|keep|let|go|remain)\b(?: [a-z]+){0,4} $", re.IGNORECASE)
_HELPLESS = ("refus", "declin", "den", "avoid", "prevent", "forg")
_ALONE = ("unattended", "unsupervised", "unaccompanied")
_MODALS = r"(?:may|must|shall|should|can|could|will|would|need|is|are|was|were|has|have|does|do|did)"
_MOST_WORDS, _FEW = 9, 5


class _Sign(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


_REFUSES = re.compile(
    rf"^(?:(?:(?!(?:who|which|that|when|if)\b)[a-z]+ ){{1,5}}{_MODALS} |do |please do )?(?:not|never)\b|n['’]t\b",
    re.IGNORECASE,
)
_KEPT_FROM = re.compile(
    r"\b(?:avoid|refrain from|forbidden(?: to)?|prohibited(?: from)?|banned from|barred from|refuse to|object to|kept from|stopped from|prevented from"
    r"|wrong to|a mistake to)$",
    re.IGNORECASE,
)


def denied_after_en(stem: str) -> bool:
    """Tell whether what ends *stem*, which breaks off, is denied by it: never take in a delivery that has."""
    last = re.split(r"(?<=[.!?]) |, ", stem)[-1]
    return not stem.endswith(("?", ".", "!")) and (
        _REFUSES.match(last) is not None or _KEPT_FROM.search(last.rstrip(" :…_")) is not None
    )


@lru_cache(maxsize=4096)
def denies_twice_en(text: str) -> bool:
    """Tell whether *text* has one negation in the scope of another."""
    signs = [
        _Sign(match.lastgroup or "", match[0].lower(), match.start(), match.end()) for match in _SIGNS.finditer(text)
    ]
    return any(_in_scope(text, one, other) for i, one in enumerate(signs) for other in signs[i + 1 : i + 3])


def _in_scope(text: str, one: _Sign, other: _Sign) -> bool:
    between = text[one.end : other.start]
    if re.search(r"[.;:?!()]", between):
        return False
    words = len(between.split())
    if one.kind == "unless":
        return not re.search(",", between) and other.kind in ("not", "nt", "nobody", "adj") and words <= _FEW
    if one.kind == "without":
        return other.kind in ("not", "nobody") and words <= 1
    if one.kind in ("not", "nt", "nobody"):
        return _denied(text, one, other, between)
    if one.kind == "verb":
        return _denied_by_verb(other, between)
    # It is wrong not to log a fall; it is false that nobody …
    if one.kind == "adj":
        to = re.search(r"(?:^| )(?:to|for [a-z ]+ to|that [a-z ]+|of [a-z ]+ to)? ?$", between)
        if other.kind in ("not", "nt"):
            return (
                text[other.end :].startswith((" to ", " doing"))
                or bool(re.match(r" [a-z]+ing\b", text[other.end :]))
                or " that " in f"{between} "
            )
        return other.kind == "nobody" and " that " in f"{between} " and to is not None
    return False


def _denied(text: str, one: _Sign, other: _Sign, between: str) -> bool:
    """Tell whether *other* stands in the scope of not, never, no or nobody."""
    words = len(between.split())
    relative = _RELATIVE.search(between)
    if _CLAUSE.search(between.replace(" nor ", " ") if one.text == "neither" else between):
        return False
    if other.kind in ("not", "nt", "nobody"):
        if relative is None:
            return words <= _MOST_WORDS and not (other.kind == "nobody" and other.text == one.text)
        # No rule that is not; it is not true that no …; nothing which never
        return (
            _SO.match(between) is not None
            or _THERE.search(text[: one.start]) is not None
            or (one.kind == "nobody" and other.kind != "nobody" and len(between[: relative.start()].split()) <= 2)
        )
    if relative is not None and _SO.match(between) is None:
        return False
    if other.text.startswith(_HELPLESS) and re.search(
        r"\b(?:cannot|could not|ca?n['’]t|couldn['’]t)$", text[: one.end], re.IGNORECASE
    ):
        return False  # what somebody could not refuse
    if one.text in ("rarely", "seldom") or (one.text == "nothing" and other.text in ("wrong", "missing", "unusual")):
        return False
    if other.kind == "verb":
        if one.kind == "nobody":
            return words <= _MOST_WORDS and re.search(rf"\b{_MODALS}\b(?: \w+ly| be)* ?$|^ $", between) is not None
        if other.text.startswith("forg"):
            return words == 0 and one.text != "do not"
        return _COPULA.match(between) is not None or (
            words <= 2 and re.match(r" (?:he|she|it|they|you|staff)\b", between) is not None
        )
    if other.kind == "adj":
        if (
            one.kind == "nobody"
            and re.search(rf"\b{_MODALS}\b", between) is None
            and one.text not in ("nothing", "none", "nobody", "no one")
        ):
            return False
        return (
            _COPULA.match(between) is not None
            or (_LEFT.match(between) is not None and other.text not in _ALONE)
            or (one.kind == "nobody" and re.search(rf"\b{_MODALS}\b(?: be)? ?(?:\w+ly )?$", between) is not None)
        )
    if other.kind == "without":
        # Is not without, no crate is without; may not without leave denies once.
        being = r"\b(?:is|are|was|were|be) ?$"
        before = between if between.strip() or one.kind == "nobody" else text[: one.start]
        return re.search(being, before) is not None or (between.strip() != "" and _COPULA.match(between) is not None)
    return False


def _denied_by_verb(other: _Sign, between: str) -> bool:
    """Tell whether *other* stands in what a verb denies: prevent the alarm from not sounding, fail to refuse."""
    words = len(between.split())
    if _CLAUSE.search(between) or _RELATIVE.search(between.replace(" that ", " ", 1)):
        return False
    if other.kind in ("not", "nt"):
        return words <= _MOST_WORDS
    if other.kind == "nobody":
        return other.text != "no" and words <= 1
    return other.kind == "verb" and re.fullmatch(r" (?:to|from)(?: \w+ly)? ", between) is not None
