"""Where a rule in English alone says may, must, must not or need not, so that a careful reader could take it to be otherwise.

Beside the modal verbs stand their long forms (are not allowed to, are required to) and the imperative (do not). What nobody
doubts is no question: what manners, honesty and safety forbid, what a company may do, and a may that only says what happens.
"""

from __future__ import annotations

import re

from guizhang.diagnostics import Message
from guizhang.model.text import Text
from guizhang.quiz.material.spots import Spot
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.points import BLANK
from guizhang.quiz.quoting.quotable import dangles, leans, sentences

ORDER = ("required", "allowed", "free", "forbidden")
"""From what has to be to what must not be; options stand in this order."""
_MODAL = re.compile(
    r"(?P<forbidden>\b(?:(?:must|may|shall|can) not|cannot|(?:mustn|shan|can)['’]t|(?P<be1>is|are) not (?:allowed|permitted) to"
    r"|(?P<be5>is|are) not (?:allowed|permitted)|(?P<be6>is|are) not to be|(?P<be7>is|are)n['’]t (?:allowed|permitted)(?P<to> to)?)\b|^(?:Do not|Don['’]t)\b)"
    r"|(?P<free>\b(?:need(?: not|n['’]t)|(?:do|does)(?: not|n['’]t) (?:have|need) to|(?P<be2>is|are) not required to)\b)"
    r"|(?P<allowed>\b(?:may|can(?!['’])|(?P<be3>is|are) (?:allowed|permitted) to)\b)"
    r"|(?P<required>\b(?:must|shall|(?P<be4>is|are) required to)\b)"
)
_PLAIN_FORMS = {"required": "must", "allowed": "may", "free": "need not", "forbidden": "must not"}
_BIDDING = {"required": "You must", "allowed": "You may", "free": "You need not", "forbidden": "You must not"}
"""For an imperative, which none of them would be parallel to."""
_LONG_FORMS = {
    "required": "required to",
    "allowed": "allowed to",
    "free": "not required to",
    "forbidden": "not allowed to",
}
_OTHERWISE = {
    "required": ("allowed", "forbidden"),
    "allowed": ("required", "forbidden"),
    "free": ("required", "forbidden"),
    "forbidden": ("allowed", "required"),
}
_PERSONS = re.compile(
    r"\b(?:staff|employees?|workers?|colleagues|trainees?|volunteers?|you|guests?|members?|visitors?|patrons?|customers?|clients?|tenants?"
    r"|residents?|children|parents|adults?|persons?|people|students?|borrowers?|cardholders?|swimmers?|drivers?|users?|players?"
    r"|servers?|cashiers?|bartenders?|anyone|everyone|participants?|patients?|holders?|attendees|lessees)"
    r"(?: (?:of|in|on|with|aged|under|over|[a-z]+ing)\b[^,]*)?$",
    re.IGNORECASE,
)
# What those may do whom the rules serve is a right of theirs, and nobody would think that they must, or must not.
_RIGHTS = re.compile(
    r"\b(?:customers?|clients?|parents?|guardians?|tenants?|patients?|buyers?|lessees|passengers?|members?|guests?|visitors?|patrons?"
    r"|residents?|cardholders?|borrowers?|holders?|users?|players?|swimmers?|participants?|attendees)"
    r"(?: (?:of|in|on|with|aged|under|over|[a-z]+ing)\b[^,]*)?$",
    re.IGNORECASE,
)
# How many somebody may have, or when they like: nobody is made to use up what is granted.
_GRANTED = re.compile(
    r"\b(?:any ?time|at any|any of|whenever|wherever|freely|free of charge|one|two|three|four|five|six|seven|eight|nine|ten|twelve|once|twice|\d+)\b"
    r"(?! (?:of the|another)\b)",
    re.IGNORECASE,
)
# Nobody would think that what has a time limit must not be done.
_IN_TIME = re.compile(
    r"\b(?:within|at once|immediately|right away|as soon as|no later than|in good time)\b", re.IGNORECASE
)
# Not before the induction: that something comes first good sense tells.
_NOT_YET = re.compile(r"\b(?:until|before|unless)\b.*\b(?:ha(?:s|ve)|is|are|been)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r" be (?:[a-z]+ly )?(?:[a-z]+ed|worn|brought|taken|kept|eaten|left|sent|given|paid|made|put|held|lent|sold|hung)\b"
)
_NOT_DONE = re.compile(
    r" be (?:asked|refused|required|denied|changed|charged|considered|terminated|revoked|subject|closed|cancelled|suspended|expected|given|held|dismissed"
    r"|disciplined|removed|informed|contacted|allowed|limited|amended|reduced|extended|updated|disposed)\b"
)
_SUBORDINATE = re.compile(
    r"\b(?:if|who|that|which|when|where|because|what|how|whether|whose|until|as|so)\b[^,]*$", re.IGNORECASE
)
# Clothes you can lift in: what is described is not what may be done.
_THINGS = re.compile(r"(?!(?:It|This|That|These|Those|They|There)\b)[A-Z][\w'’-]*(?:,? [\w'’-]+){0,7}")
_CLOTHES_YOU = re.compile(r"[a-z] (?:you|they|he|she) $")
_ELSE = re.compile(
    r"\b(?:not|no|none|never|nobody|also|still|likewise|as well|too"
    r"|only|except|unless|but|without|otherwise|however|prohibited|forbidden|permitted|allowed|reserves?|more than"
    r"|less than|exceed|at least|at most|up to|maximum|enjoy|benefits?|following|above|below|discretion|wish|choose|prefer"
    r"|even (?:if|though|when))\b|n['’]t\b|:",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:while|when|if|during|before|after|until|outside|inside|in|on|at|for|from|to|between)\b", re.IGNORECASE
)
_CASE_FIRST = re.compile(
    r"(?!If (?:required|necessary|needed|possible|not|so)\b)(?:If|When|During|For|On|After|In|At|While|Outside)\b[^,]*,"
)
# Whatever the rules say, nobody doubts it.
PLAIN = re.compile(
    r"\b(?:safe|polite|courte|respect|profession|honest|clean|tidy|hygien|wash|drug|alcohol|intoxicat|impair|smok|vap|weapon|firearm|fight|violen"
    r"|threat|intimidat|coerc|harass|discriminat|bull(?:y|ied)|abus|steal|stolen|theft|gambl|false|mislead|malicious|fraud|confiden|disclos"
    r"|passwords?|damag|vandal|obscen|offensive|profan|rude|lie\b|lying|forg|falsif|unauthori|permission|authori[sz]|danger|hazard|injur"
    r"|emergenc|law|legal|illegal|minors\b|kind|ignor|argu|sleep|litter|spit|obstruct|block|tamper|horseplay|careless|neglig|brib|favou?r"
    r"|promptly|immediately|careful|correct|accurate|appropriate|proper|valid)"
    r"|\b(?:loaned|lent|sold|resold|rented|duplicated|copied|as (?:needed|necessary|required|appropriate))\b"
    r"|\b(?:entrances?|exits?|driveways?|gates?|fire lanes?|doorways?)\b"
    # What is hired, held or entrusted nobody hands on; and a purpose says which way the rule goes.
    r"|\b(?:lent|loaned|sub-?let|transferred|passed on|given|shared) (?:on )?(?:to|with) (?:other|any|third|some|non)"
    r"|\b(?:in order to|so that|so as to|to (?:ensure|maintain|avoid|prevent|protect|preserve|keep|allow))\b",
    re.IGNORECASE,
)
# What may come of something nobody is told to bring about; whoever wants something may ask for it.
_ASKS = re.compile(
    r" (?:result|lead|cause|mean|affect|apply to|depend|vary|differ|request|ask|apply|contact|call|email|inquire|enquire|consult)\b"
)
# Of what stands beside a thing that is forbidden nobody thinks that it must be.
_FORBIDS = re.compile(r"\b(?:no|not|none|never|nobody|prohibited|forbidden)\b", re.IGNORECASE)
_SENSE = Message("可以、必须还是不得，凭常识就知道", "whether it must, may or must not be good sense tells")
_AT_LARGE = Message(
    "不是某种情形下的允许、要求或者禁止，而是一般都要做、不得做的",
    "it holds at large and not in a case of its own; that staff must do a plain duty nobody gets wrong",
)
_UNCLEAR = Message(
    "还有“不”“除”之类的字，或者依赖上一句，换了字意思不清",
    "it has other negations or exceptions, or leans on the sentence before it",
)


def rank_of(text: Text) -> int:
    """Return where an option stands among must, may, need not and must not."""
    said = text.either("en")
    match = next((m for one in (said[:1].lower() + said[1:], said, f"{said} to") if (m := _MODAL.search(one))), None)
    return ORDER.index(_kind(match)) if match else len(ORDER)


def english_modal(clause: Clause) -> Spot | Message | None:
    """Return the place of the first word of an English clause that can be asked for, or why none; ``None`` where it has none."""
    # Of a paragraph too long to be quoted one sentence may do.
    quoted = None if clause.introduces or clause.has_own_case else clause.printed(clause.handbook.print_fact)
    if quoted is None:
        return None
    text, reason = quoted.either("en"), None
    for sentence in sentences(text, "en"):
        matches = list(_MODAL.finditer(sentence))
        if not matches:
            continue
        why = _UNCLEAR if len(matches) > 1 or leans(sentence, "en") else _why_not(sentence, matches[0])
        spot = _spot(clause, text, sentence, matches[0]) if why is None else None
        if spot is not None and spot.name == "forbidden" and _FORBIDS.search(spot.sentence.either("en")):
            spot, why = None, _SENSE
        if spot is not None:
            return spot
        reason = reason or why
    return reason


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in ORDER if match[kind])


def _why_not(sentence: str, match: re.Match[str]) -> Message | None:
    """Return why one word in the place of *match* is no more than good sense, or more than one would do."""
    kind, before, behind = _kind(match), sentence[: match.start()], sentence[match.end() :]
    if _ELSE.search(before + behind) or _SUBORDINATE.search(before.rpartition(", ")[2]):
        return _UNCLEAR
    if PLAIN.search(sentence):
        return _SENSE
    if _CLOTHES_YOU.search(before):
        return _UNCLEAR
    if match["be5"] or match["be6"] or (match["be7"] and not match["to"]):
        # Cockerels are not permitted: of a thing that good sense has nothing against.
        return None if _THINGS.fullmatch(before.strip()) else _AT_LARGE
    bidden = not before
    person = _PERSONS.search(before.strip()) is not None
    passive = _PASSIVE.match(behind) is not None and _NOT_DONE.match(behind) is None
    if not (bidden or (person and not behind.startswith(" be ")) or (passive and not person)):
        return _SENSE if kind == "allowed" else _AT_LARGE
    if kind == "allowed" and (_RIGHTS.search(before.strip()) or _GRANTED.search(behind) or _ASKS.match(behind)):
        return _SENSE
    if kind == "forbidden" and _NOT_YET.search(behind):
        return _SENSE
    if kind in ("required", "free") and _IN_TIME.search(behind):
        return _SENSE
    if kind == "required" and not _CASE_FIRST.match(sentence):
        return _AT_LARGE
    return _AT_LARGE if kind == "forbidden" and not _CASE.search(behind) else None


def _spot(clause: Clause, text: str, sentence: str, match: re.Match[str]) -> Spot | None:
    at = text.find(sentence)
    start, end = at + match.start(), at + match.end()
    blanked = clause.excerpt(Text(en=text[:start] + BLANK + text[end:])) if at >= 0 else None
    if blanked is None:
        return None
    kind = _kind(match)
    be = next((match[name] for name in ("be1", "be2", "be3", "be4", "be5", "be7") if match[name]), None)
    forms = _BIDDING if not match.start() else {k: f"{be} {f}" for k, f in _LONG_FORMS.items()} if be else _PLAIN_FORMS
    if be and "permitted" in match[0]:
        forms = {one: form.replace("allowed", "permitted") for one, form in forms.items()}
    if match["be5"] or (match["be7"] and not match["to"]):
        forms = {one: form.removesuffix(" to") for one, form in forms.items()}
    elif match["be6"]:
        forms = {"required": "must be", "allowed": "may be"}
    wrong = tuple(Text(en=forms[other]) for other in _OTHERWISE[kind])
    return Spot(clause, kind, blanked, Text(en=match[0] if match.start() else forms[kind]), wrong)


def english_act(sentence: str) -> tuple[str, bool] | Message:
    """Return the act that an English sentence forbids or allows, and whether it forbids it, or why it names none to ask for."""
    matches = list(_MODAL.finditer(sentence))
    if len(matches) != 1 or _kind(matches[0]) not in ("forbidden", "allowed"):
        return _UNCLEAR
    (match,) = matches
    kind = _kind(match)
    before, behind = sentence[: match.start()].strip(), sentence[match.end() :].strip(" .")
    if _ELSE.search(before + behind) or _SUBORDINATE.search(before) or "," in before or ". " in behind:
        return _UNCLEAR
    if PLAIN.search(sentence):
        return _SENSE
    passive = bool(before) and not _PERSONS.search(before) and _is_done(before, f" {behind}")
    if passive and kind == "forbidden" and not _CASE.search(behind):
        return _AT_LARGE
    if not passive and (re.match(r"be\b", behind) or (before and not _PERSONS.search(before))):
        return _AT_LARGE
    who = "" if before.lower() in ("", "you", "please") else f"For {before[:1].lower()}{before[1:]} to "
    return (who + behind if who else behind[:1].upper() + behind[1:]), kind == "forbidden"


def _is_done(before: str, behind: str) -> bool:
    """Tell whether something is done to a thing: headphones must not be worn on the floor."""
    return _THINGS.fullmatch(before) is not None and _PASSIVE.match(behind) is not None and not _NOT_DONE.match(behind)


def english_acts(text: str) -> list[tuple[str, bool]] | Message:
    """Return the first act that the sentences of an English rule forbid and the first that they allow, or why there is none."""
    found: dict[bool, str] = {}
    reason: Message | None = None
    for sentence in sentences(text, "en"):
        act = _UNCLEAR if leans(sentence, "en") or dangles(sentence, "en") else english_act(sentence)
        if isinstance(act, Message):
            reason = reason or act
        else:
            found.setdefault(act[1], act[0])
    return [(said, forbidden) for forbidden, said in found.items()] or reason or _UNCLEAR
