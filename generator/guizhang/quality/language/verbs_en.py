"""The grammatical form an English option begins with, as far as its first words tell: no more can be known here."""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.quality.language.kinds import PAST, kind_of

BASE = frozenset(
    "abandon accept act add adjust admit adopt advise agree alert allocate allow answer apologise apologize apply appoint "
    "approve argue arrange ask assess assign assist assume attach attend avoid award balance ban be begin blame "
    "block boil book borrow break bring buy calculate call calm cancel carry cast change charge chase chat check choose "
    "claim clean clear climb clock close collect come comfort comment compare compile complain complete conceal "
    "confirm confront consider consult contact continue copy correct count cover cross cut deal decide declare "
    "decline deduct define delay delete deliver demand deny describe destroy discard disclose discuss dismiss "
    "display dispute divert do draw drive dry e-mail ease eat email embed encourage end enforce enlarge ensure "
    "enter escalate escort establish evict exchange explain explore express extend feed fetch file fill find finish "
    "fix follow force forward freeze gather get give go grant greet guard guess hand handle hang have hear help "
    "hide hire hold hurry ignore improve increase inform insist inspect install interrupt invent investigate invite "
    "invoice issue join keep label laugh lay learn leave lend let lift limit listen load lock lodge log look lose "
    "lower maintain make manage mark measure meet mention mind misuse mop move negotiate note notify obey observe "
    "obtain offer open operate order oversee owe own pack paint park pass pay permit phone pick pin place plan play "
    "pledge polish post postpone pour practise praise prepare press pretend prevent print proceed process produce "
    "promise propose protect provide provoke publish pull punish push put quote raise rank rate reach read receive "
    "recommend record reduce refer refund refuse register reject remain remind remove reorder repair repeat replace "
    "reply report request require resend reserve resign resolve respond rest restate retain retry return reveal "
    "review reward ring rinse run rush sack sample save say scan schedule scold scrap seal search seat see seize "
    "sell send separate serve set settle shake share shout show shred shut sign sit skip sleep slow smell smile "
    "smoke sort speak spend spill split spray stack stand start state stay step stick stop store strip submit "
    "suggest suspect suspend swap swear sweep switch tag take talk tape taste teach tear tell text thank throw tick "
    "tidy tie top touch track train transfer transport treat trust try turn type unload unlock update use value "
    "verify visit vote wait walk warm warn wash waste watch wear weigh welcome win wipe withdraw work wrap "
    "write yell".split()
)
_LEADING = (
    r"(?:(?:please|first|then|always|never|immediately|simply|just|only|politely|calmly|quickly|do not|don't|also"
    r"|at once|promptly|quietly|directly|personally)\s+)*"
)
_NOUN_EN = re.compile(r"(?:the|an?|his|her|their|your|its|one's|any|some|each|every)\s+\w", re.IGNORECASE)
_CLAUSE_EN = re.compile(
    r"(?:it|he|she|they|you|we|i|there)\s+(?:\w+ly\s+)?(?:is|are|was|were|has|have|had|must|may|can|will|should"
    r"|shall|do|does|did|might|would|could|[a-z]+s|[a-z]+ed|need|want)\b|they (?!who\b|of\b|that\b)[a-z]+\b"
    r"|(?!(?:who|which|what|whoever|that|not|when|where|how|why|whom|whose|leave|after|if)\b)[a-z]+(?: (?!(?:who|which|that"
    r"|whoever|there|it|when|where|what|how|why|if)\b)[a-z]+){0,2} (?:is|are|was|were|has been|have been|must be|should be|may be) "
    r"(?:[a-z]{2,}ed|given|held|made|kept|sent|paid|done|taken|the|an?|not)\b",
    re.IGNORECASE,
)
_ING = re.compile(
    r"(?:\w+ly\s+|not\s+)?(?!(?:nothing|something|everything|anything|morning|evening|king|thing|ring|during|meeting"
    r"|building|training|string|spring|according|including|regarding|parking|clothing|king|wing|pending|outgoing|using"
    r"|incoming|burning|leaking|missing|rising|falling|boiling|melting|rotting|remaining|existing|following|bring|cleaning|opening|closing"
    r"|working)\b)[a-z]{2,}ing\b",
    re.IGNORECASE,
)
_THIRD = re.compile(r"(?:\w+ly\s+)?([a-z]+?)(?:es|(?<!s)s)\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?:by|in|on|at|with|within|under|from|for|after|before|through|over|behind|between|during|about|without|until"
    r"|using|near|beside|inside|outside|around|across|along|against|above|below|into|onto|next to|towards|beyond|beneath"
    r"|opposite|throughout|as soon as|when|if|because|while|only (?:if|when|after|with|in))\b",
    re.IGNORECASE,
)
# A verb that is as often a noun (report, record) counts as a verb only before an object.
BOTH = frozenset(
    "leave report record log order note copy file cover email text request review return change check show help "
    "work order contact answer work telephone stand study lift play share place plan post state store visit call "
    "ring use hand wait book sign walk talk look mark park cut delay demand refund transfer reply register offer "
    "set watch warn praise schedule update smile repair export clean dry clear open close correct complete last "
    "light pay name guard screen fire lock press seal sample stock water dust iron mail flag label pack scan test train treat trust tape tie "
    "top touch track "
    "separate paint lower slow warm welcome calm empty cool secure free blame regret alert "
    "wash waste wrap ride rent drop dress sound cost sale".split()
)
_TO_DO = re.compile(r"to \w+ (?:the|an?|his|her|their|its|it|them|him)\b")
_OBJECT = re.compile(
    r"\s+(?:the|an?|it|them|him|her|their|his|its|your|to|for|in|on|at|up|down|out|off|with|back|what|that|whether"
    r"|when|why|how|this|all|no|any|once|again|only|both|by|into|from|over|after|until|as|nothing|every|each"
    r"|immediately|[a-z]+ly|[a-z]+sel(?:f|ves)|another|one|two|or|and|about|straight|so|who|which)\b",
    re.IGNORECASE,
)

_SHAPES_EN = (
    ("way", re.compile(r"by (?:\w+ly )?[a-z]+ing\b")),
    (
        "clause",
        re.compile(
            r"(?:that|this|it) (?:is|was|will|has|would)\b|(?:has|had|is|was|were) (?:been |not |already )?(?:[a-z]+(?:ed|en|ing)|put|left"
            r"|made|sent|kept|told|gone|done)\b"
        ),
    ),
    ("manner", re.compile(r"(?:very|quite|so|too|more|most) [a-z]+ly$")),
    ("clause", re.compile(r"(?:everyone|everybody|nobody|anyone|somebody) [a-z]+s\b")),
    ("half", re.compile(r"(?:because|although|though|so that|unless|since|whereas|in order to)\b")),
    ("question", re.compile(r"(?:who|what|why|how|which|whether|when to|where to)\b")),
    ("modal", re.compile(r"(?:must|should|shall|may|can|will|would|could|cannot|ought|has to|have to|had to)\b")),
    (
        "clause",
        re.compile(rf"that (?:the|an?|he|she|it|they|you|we|no|nobody|all|staff|customers)\b|{_CLAUSE_EN.pattern}"),
    ),
)


# Safe to use is no safe.
_ADJECTIVE_TO = re.compile(
    r"(?:not )?(?:safe|free|ready|able|open|fit|good|easy|hard|clear|unsafe|allowed|due|likely) to "
)
_IN_OFFICE = re.compile(
    r"(?:managing|acting|operating|nursing|purchasing|marketing|engineering|accounting|training|catering|housekeeping)"
    r" (?:director|manager|partner|officer|supervisor|head|clerk|department|team)s?\b"
)


def is_base(word: str) -> bool:
    """Tell whether *word* is a verb that is listed, without an ending."""
    return word in BASE


@lru_cache(maxsize=16384)
def form_en(text: str) -> str:
    """Return noun, verb, ing, to, third, past, clause, half, question, modal, manner, phrase, way (by doing), answer (Yes, No, …), adverb or unknown."""
    plain = text.strip().strip("“”\"'‘’").lower()
    if re.match(r"(?:yes|no|neither|both|only|none|nobody|nothing|everyone|not)\b(?!body)", plain) and not re.match(
        r"not \w+ing|(?:nobody|everyone) [a-z]+s\b", plain
    ):
        return "answer"
    if _ADJECTIVE_TO.match(plain):
        return "unknown"
    if " " not in plain:
        if kind_of(plain, "en"):
            return "noun"
        return "unknown"  # one word is as often a name: Hold, Dispatching
    rest = re.sub(rf"^{_LEADING}", "", plain)
    if re.match(r"to\s+(?!the\b|an?\b|their\b|his\b|your\b|[a-z]+ing\b)(?:not\s+)?[a-z]+", rest):
        # To evict and to reception look alike: only of a verb that is listed, or has its object, can it be told.
        verb = rest.split()[1]
        return "to" if verb in BASE or verb == "not" or _TO_DO.match(rest) else "unknown"
    shape = next((form for form, pattern in _SHAPES_EN if pattern.match(rest)), None)
    if shape:
        return shape
    if text.strip()[:1] in '“"「':
        return "unknown"  # speech has a grammar of its own
    if _NOUN_EN.match(plain):
        return _subject_or_noun(plain)
    if _PREPOSITION.match(plain):
        return "phrase"
    if _ING.match(rest):
        if _IN_OFFICE.match(rest):
            return "noun"
        # Warning sign, and packing foam: one word behind it, and no article between.
        return (
            "unknown"
            if _BARE_PAIR.fullmatch(rest) and not rest.endswith("s") and kind_of(f"the {rest}", "en")
            else "ing"
        )
    # Protection from fire: an abstract noun before its preposition.
    abstract = re.match(
        r"(?:(?![a-z]+ed )[a-z]+ )?[a-z]{3,}(?:tion|ment|ness|ance|ence|ity|sion|ship|ism|ure)s? (?:from|of|for|against|by|with|to|in|at|on|between)\b",
        plain,
    )
    form = _verb_en(rest)
    return "noun" if abstract and form == "unknown" else form


_FINITE = re.compile(
    r"\b(?:is|are|was|were|must|shall|should|may|can|will|has|have|had|cannot|goes|does)\b(?! to be\b)"
)
# The room it is used in: who or what it is of, without the word for it.
_OF_IT = re.compile(
    r"(?:the|an?) (?:[a-z]+ ){0,2}[a-z]+(?<!s) (?:it|he|she|they|you|we|i) (?:is|are|was|were|has|have|had|must|may|can|will|should|[a-z]+s)\b"
)

# A stranger who knows the name may collect a child.
_WHO_MAY = re.compile(
    r"\b(?:who|which|that) (?!(?:may|must|can|cannot|should|shall|will)\b)[^,;]*? (?:may|must|cannot|should|shall)\b"
)
# The first supplier to deliver is paid first.
_BEHIND_TO = re.compile(
    r"\bto (?:arrive|come|go|leave|finish|enter|deliver|apply|answer|reply|call|pay|sign|report) (?:is|are|has|was|were|must|[a-z]+[^s]s)\b"
)


def _subject_or_noun(plain: str) -> str:
    if _OF_IT.match(plain):
        return "noun"
    if _WHO_MAY.search(plain):
        return "clause"
    whole = re.split(r"\b(?:who|which|that|whose|where|when|until|if|because)\b", plain)[0]
    head = re.split(r"\b(?:to|of|for|with|at|in|on|by|from)\b", whole)[0]
    if _FINITE.search(head) or _BEHIND_TO.search(whole):
        return "clause"
    # A word that may be a finite verb (the supervisor reminds, the employee went): what it is cannot be told; nor
    # whether it belongs to what stands before it: the list of rules staff must read.
    behind = head.split()[2:]
    return (
        "unknown"
        if any(re.search(r"(?:ed|s)$", word) or PAST.fullmatch(word) or word == "came" for word in behind)
        or _FINITE.search(whole)
        else "noun"
    )


def _verb_en(rest: str) -> str:
    first = re.match(r"[a-z-]+", rest)
    if first is None:
        return "unknown"
    word = first[0]
    if word in ("let", "put", "set", "read", "cut", "shut", "when", "where"):
        return "unknown"  # its past is the same; or a question inside a question
    if word in BASE and _BARE_PAIR.fullmatch(rest):
        return "unknown"  # Paint thinner, phone contracts: a name as well
    if word in _MASS and _ABOUT.match(rest, first.end()):
        return "unknown"  # Work after six, help with a bag: a name as well
    if word in BASE and (word not in BOTH or _OBJECT.match(rest, first.end())):
        return "verb"
    third = _THIRD.match(rest)
    if (
        third
        and (third[1] in BASE or third[1] + "e" in BASE)
        and ((third[1] not in BOTH and third[1] + "e" not in BOTH) or _OBJECT.match(rest, third.end()))
    ):
        return "third"
    if word.endswith("ly"):
        return "unknown" if word in _LY else "adverb"
    if word.endswith("ed") and {word[:-1], word[:-2], word[:-3]} & BASE and _OBJECT.match(rest, first.end()):
        return "past"
    # Nobody can list all verbs: a word before its object is one.
    if word not in _NO_VERB and _DIRECT.match(rest, first.end()):
        ending = next((form for form, pattern in _ENDINGS_EN if pattern.search(word)), None)
        return ending or "verb"
    return "noun" if kind_of(rest, "en") and word not in BASE else "unknown"


_MASS = frozenset(
    "work help blame regret damage access delay storage rest sleep study waste dust trust research travel loss change sale pay".split()
)
"""Verbs that are names without an article as well."""
_ABOUT = re.compile(r" (?:for|in|on|at|to|with|of|from|by|after|before|over)\b")
_LY = frozenset(
    "daily weekly monthly quarterly yearly hourly early only elderly friendly likely family supply assembly reply monopoly fly".split()
)
"""No adverbs before a noun, or none at all."""
# Check passports, order forms, spray paint: a verb with its object, or a name; wait outside is none.
_BARE_PAIR = re.compile(
    r"[a-z]+ (?!(?:up|out|off|down|in|back|away|over|on|again|once|twice|first|now|it|them|him|her|us|me|you|outside|inside|home|here|there|alone"
    r"|nothing|everything|nobody|everybody|anybody|somebody|something|anything|calm|still|quiet|late|early|straight|before|after|together)\b)[a-z]+(?<!ly)"
)
_DIRECT = re.compile(
    r" (?:the|an?|it|them|him|her|their|his|its|your|one's|everything|nobody|everybody|somebody)\b", re.IGNORECASE
)
_ENDINGS_EN = (
    ("ing", re.compile(r"ing$")),
    ("past", re.compile(rf"ed$|^(?:{PAST.pattern}|put|let|set|read|cut)$")),
    ("third", re.compile(r"[^s]s$")),
)
_NO_VERB = frozenset(
    "half all both only just twice none any what which who whom whose not nor or and but even such many quite almost nearly once always "
    "perhaps besides across "
    "towards unless sometimes yes as is was has does less this than like per via plus except despite against among above below off up down out into onto "
    "upon round past since till over though where wherever whenever whatever whoever how that".split()
)
