"""Which options go with the number, the measure or the verb form that an English stem asks for."""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.model.item import ItemType
from guizhang.quality.conjugated_en import goes_on
from guizhang.quality.language.measures import has_a, kinds_of_pieces, measures
from guizhang.quality.language.verbs_en import form_en, is_base
from guizhang.quality.view import BLANK, View

ONE, MANY, BARE = "one", "many", "bare"
"""The number of a name: one, several, or without an article or the ending of several: water, badge."""

_FEW = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SEVERAL = (
    rf"(?:(?:one|each|either|neither|none|any|some|most|half|many|few|several|both|all) of (?:the|these|those|his|her|their|our)|{_FEW}"
    rf"|several|these|those|both|many|various|different|numerous|(?:a )?few|all(?: of)? the|(?:a )?(?:pair|set|couple|dozen|number|handful|variety"
    r"|collection|series)(?: of)?)"
)
_SINGLE = r"(?:one|each|every|a single|a|an|this|that|another|either|neither|much|too little|only one|any one|per)"
_WHICH_SEVERAL = re.compile(
    rf"\b(?:which|what) (?:other )?(?:{_FEW}|pair|couple|group|set|several)\b|\bbetween (?:which|what)\b|\b(?:both|several|all|many|most"
    rf"|two|three) of (?:which|what|whom)\b"
    rf"|\b(?:{_FEW}) (?:kinds|sorts|types|things|items|places|people) of\b"
    rf"|\bbetween {BLANK}|\bamong {BLANK}",
    re.IGNORECASE,
)
_AT_GAP = re.compile(
    rf"\b(?:(?P<many>{_SEVERAL})|(?P<one>{_SINGLE}))(?: (?:other|new|old|last|first|next|same|clean|spare|remaining))?\s*(?:$|[:…]|\.\.\.|_+)",
    re.IGNORECASE,
)
_BEFORE_VERB = re.compile(
    rf"(?:{BLANK}|_+)"
    rf"(?: (?:of|in|on|at|from|for|with|by|near|behind|under|over|beside|above|below)(?: (?:the|an?|his|her|their|its|each|every))?(?: [a-z]+){{1,2}}?)?"
    r" (?P<verb>is|are|was|were|has|have|does|do)\b",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(r"\b(?P<verb>is|are|was|were) (?:the|his|her|their) (?:[a-z]+ )?_+ [a-z]", re.IGNORECASE)
_IS_AT_END = re.compile(r"\b(?P<verb>is|are|was|were)(?: the)?\s*(?:_+)?\s*[:.…]?$", re.IGNORECASE)
_AUXILIARY = r"(?:is|are|was|were|has|have|had|must|should|shall|may|can|could|will|would|does|do|did|need|needs)"
# Which of the tools are …; what are …; who has …
_ASKED = re.compile(
    rf"(?:^|[,;:.] |\b(?:and|then|but) )(?:(?P<prep>[a-z]+ )?(?:which|what|whose)"
    rf"(?: (?!of\b)(?P<noun>(?:(?!{_AUXILIARY}\b)[a-z'’-]+ ){{0,3}}?(?!{_AUXILIARY}\b)[a-z'’-]+))?"
    rf"(?: of (?:these|the following|those|the)(?: (?!{_AUXILIARY}\b)[a-z]+){{0,3}})?|who) (?P<verb>{_AUXILIARY}|[a-z]+)\b(?P<rest>.*)",
    re.IGNORECASE,
)
# What keeps the customer informed: a verb, and no noun as in "what uniforms".
_THIRD = re.compile(
    r"(?:^|[,;:.] )(?:which|what|who)(?: of (?:these|the following|those)(?: [a-z]+)?)? (?P<verb>(?!is\b|was\b|has\b|does\b)[a-z]+s) "
    r"(?:the|an?|his|her|its|their|to|up|over|in|on|at|for|when|after|if|first|every|each)\b",
    re.IGNORECASE,
)
_BASE_FORM = re.compile(
    r"(?:^|[,;:.] )(?:what|who) ((?!do\b)[a-z]+) (?:the|by|on|in|at|over|under|beside|behind|for|to|up|first)\b",
    re.IGNORECASE,
)
_PRONOUN = {
    ONE: re.compile(r"\b(?:its|itself|himself|herself|his|her)\b"),
    MANY: re.compile(r"\b(?:their|they|them|themselves)\b"),
}
_VERBS = {"is": ONE, "was": ONE, "has": ONE, "are": MANY, "were": MANY}
_ONLY_ONE = re.compile(
    r"\b(?:which|what) (?:single|one|sole|particular)\b|\bthe only (?!\w+s\b)[a-z]+\b", re.IGNORECASE
)
_THINGS = re.compile(
    r"^(?:the )?(?:following|(?:[a-z]+ ){0,2}[a-z]+s)\b[^?]*\b(?:belong|include|are|go)\b[^?]*[:…]?$", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"^(?:people|staff|children|men|women|police|clothes|trousers|jeans|headphones|scissors|goggles|overalls|feet|teeth|mice|cattle"
    r"|criteria|media|data|personnel)$"
)
_NOT_PLURAL = re.compile(
    r"(?:ss|(?<!men)us|is|ous|ness|news|business|address|always|process|access|dress|has|was|this|across|less|unless|series|species|gas|lens|bus|atlas)$"
)
_HEAD_END = re.compile(
    r"\b(?:of|for|in|on|at|with|to|from|by|who|which|that|under|after|before|between|about|without|as|per|when|if)\b|[,(]"
)
_NUMBER = re.compile(
    rf"(?:\d[\d.,]*|a|an|one|half a dozen|a dozen|(?:{_FEW}|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven"
    rf"|eigh|nine)ty(?:-[a-z]+)?"
    r"|(?:an?|one|two|three|five) hundred))(?: [a-z]+){0,2}? ([a-z]+(?: of [a-z ]+)?)"
)
_HOW_MANY = re.compile(
    r"\bhow many ((?:[a-z]+ ){0,2}?[a-z]+)"
    r"(?= (?:of|must|may|should|can|shall|will|are|is|do|does|did|go|fit|in|on|at|has|have|make|[a-z]+s?)\b|\?)",
    re.IGNORECASE,
)
# A pair of, two rolls of: what one has so, and nothing else.
_PARTITIVE = re.compile(
    rf"\b(?P<of>[a-z]+) of (?:(?:new|clean|fresh|spare) )?(?:what\b|which\b|{BLANK}|_+)|\b(?P<end>[a-z]+) of\s*[:….]?$",
    re.IGNORECASE,
)
_WHICH_PARTITIVE = re.compile(r"\b(?:which|what) (?P<of>pair|bunch|roll|sheet|bottle|pack|set)\b", re.IGNORECASE)


def fit_en(view: View) -> list[bool | None] | None:
    """Tell which options go with the form of the stem; ``None`` for those of which it cannot be told, or where it asks for none."""
    stem = view.stem.strip()
    texts = [choice.text for choice in view.choices]
    piece = re.search(r"_+ of ([a-z]+)", stem, re.IGNORECASE)
    if piece and any(text.lower() in measures().partitives for text in texts):
        return [text.lower() in measures().partitives and has_a(text.lower(), piece[1]) for text in texts]
    partitive = _PARTITIVE.search(stem) or _WHICH_PARTITIVE.search(stem)
    word = next((w for w in partitive.groupdict().values() if w), "").lower() if partitive else ""
    if word in measures().partitives and (fits := _pieces(word, texts, view)):
        return fits
    verbs = goes_on(view, stem)
    if verbs is not None:
        return verbs
    numbers = [number_en(text) for text in texts]
    asked = number_asked(view, stem)
    if asked is None:
        # Whatever the stem asks with: two triangles among one sofa, one piano and one desk.
        how_many = any(re.match(r"(?:only )?(?:one|no|each) ", text, re.IGNORECASE) for text in view.wrong)
        counted = re.match(rf"(?:{_FEW}|several|some|many) ", view.key, re.IGNORECASE)
        return [None if number is None else number == MANY for number in numbers] if counted and not how_many else None
    if asked == MANY:
        return [None if number is None else number == MANY for number in numbers]
    return [None if number is None else number != MANY for number in numbers]


def counted_en(view: View) -> list[bool | None] | None:
    """Tell which options count what the stem asks for; ``None`` where it asks for no number of things."""
    texts = [choice.text.strip().rstrip(".").lower() for choice in view.choices]
    many = _HOW_MANY.search(view.stem)
    if many is not None:
        units = [_NUMBER.fullmatch(text) for text in texts]
        noun = many[1].lower().split()[-1].rstrip("s")
        named = [match[1].split(" of ")[0].split()[-1].rstrip("s") for match in units if match]
        return [name == noun for name in named] if all(units) else None
    several = re.search(r"\bwhich (two|three)\b", view.stem, re.IGNORECASE)
    if several is not None and view.type is not ItemType.MULTIPLE_CHOICE:
        return [" and " in text or text.startswith(several[1].lower()) or number_en(text) == MANY for text in texts]
    stands_for = [re.match(r"(it|they|he|she|this|these|those)\b", text) for text in texts]
    if all(stands_for):
        ones = [match is not None and match[1] in ("it", "he", "she", "this") for match in stands_for]
        key_one = next(one for one, choice in zip(ones, view.choices, strict=True) if choice.key)
        return [one is key_one for one in ones]
    begins = [re.match(r"(is|are|was|were|has|have)\b", text) for text in texts]
    if all(begins):
        key = next(match for match, choice in zip(begins, view.choices, strict=True) if choice.key and match)
        return [match is not None and _VERBS.get(match[1], MANY) == _VERBS.get(key[1], MANY) for match in begins]
    return None


def number_asked(view: View, stem: str) -> str | None:
    """Return whether a stem asks for one or for several; ``None`` where it does not show."""
    if view.type is not ItemType.MULTIPLE_CHOICE and _WHICH_SEVERAL.search(stem):
        return MANY
    gap = _AT_GAP.search(stem)
    if gap:
        return MANY if gap["many"] else ONE
    verb = _BEFORE_VERB.search(stem) or _VERB_BEFORE.search(stem) or _IS_AT_END.search(stem)
    if verb:
        return _VERBS.get(verb["verb"].lower(), MANY if verb["verb"].lower() in ("have", "do") else ONE)
    if _ONLY_ONE.search(stem):
        return ONE
    if stem.endswith((":", "…")) and _THINGS.match(stem):
        return MANY
    third = _THIRD.search(stem)
    if third and any(is_base(third["verb"].removesuffix(end)) for end in ("s", "es")):
        return ONE
    several = _BASE_FORM.search(stem)
    if several and is_base(several[1].lower()):
        return MANY
    asked = _ASKED.search(stem)
    return _number_of_question(asked, view.type) if asked else None


def _number_of_question(asked: re.Match[str], kind: ItemType) -> str | None:
    verb, rest, noun = asked["verb"].lower(), asked["rest"].lower(), (asked["noun"] or "").lower()
    if verb in _VERBS:
        return _VERBS[verb]
    if noun:
        number = number_en(noun.removesuffix("'s").removesuffix("’s"))
        if number == MANY:
            return None if kind is ItemType.MULTIPLE_CHOICE else MANY
        # Which person opens; which person must open, of whom "person" is one as well.
        return (
            ONE if noun.split()[-1] not in ("time", "kind", "sort", "type", "colour", "color", "way", "part") else None
        )
    # Who checks, who sign; what must be put back in its case.
    subject = verb if verb not in ("must", "should", "shall", "may", "can", "could", "will", "would") else ""
    if subject:
        if is_base(subject) and not subject.endswith("s"):
            return MANY if rest[:1] != "?" and subject not in ("do", "did", "need") else None
        return ONE if is_base(subject.removesuffix("s")) or is_base(subject.removesuffix("es")) else None
    acts = re.match(r" (?:always |never |first |not )?([a-z]+)", rest)
    if acts and (acts[1] == "be" or is_base(acts[1])):
        return next((number for number, pronoun in _PRONOUN.items() if pronoun.search(rest)), None)
    return None


@lru_cache(maxsize=16384)
def number_en(text: str) -> str | None:
    """Return whether an English name is of one thing, of several, or bare; ``None`` for what is no name."""
    words = re.sub(r"(?<=s)['’]$|['’]s$", "", text.strip().rstrip(".").lower())
    if re.match(r"(?:an?|one|each|every|this|another)\b", words):
        several = re.search(r"\band (?:an?|the|one|his|her|their)\b", _HEAD_END.split(words)[0])
        return MANY if several else None if " and " in words else ONE
    if re.match(rf"(?:the )?(?:[a-z]+ )?(?:{_FEW}|several|both|these|those|many|all)\b", words):
        return MANY
    head = _HEAD_END.split(words)[0].split()
    if not head:
        return None
    if " and " in words:
        return MANY
    last = head[-1]
    if _PEOPLE.match(last) or (last.endswith("s") and not _NOT_PLURAL.search(last)):
        return MANY
    if re.match(r"(?:the|his|her|their|its|your|my|our)\b", words) and len(head) > 1:
        return ONE
    return (
        BARE
        if re.fullmatch(r"[a-z' -]+", words)
        and form_en(words) in ("noun", "unknown")
        and not last.endswith(("ed", "ly"))
        else None
    )


def plural(text: str) -> bool | None:
    """Tell whether an English noun phrase is plural; ``None`` where that cannot be told."""
    number = number_en(text)
    return None if number in (None, BARE) else number == MANY


def _pieces(word: str, texts: list[str], view: View) -> list[bool | None]:
    """Tell of which options one has a *word*: a roll of paper; a pair of what comes in two."""
    fits: list[bool | None] = [has_a(word, text) for text in texts]
    if any(fit for fit, choice in zip(fits, view.choices, strict=True) if choice.key):
        return fits
    numbers = [number_en(text) for text in texts]
    if word in ("pair", "pairs", "bunch", "bunches", "set", "sets"):
        return [number == MANY for number in numbers]
    # What nobody listed may be it where each of the others comes in pieces of another name.
    known = [bool(kinds_of_pieces(text)) for text in texts]
    if all(elsewhere for elsewhere, choice in zip(known, view.choices, strict=True) if not choice.key):
        return [choice.key for choice in view.choices]
    return [False if elsewhere else None for elsewhere in known]
