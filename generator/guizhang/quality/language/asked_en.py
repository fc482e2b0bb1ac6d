"""Whether an English stem asks something, or only names a subject and wants the true sentence on it.

Read clause by clause as in asked_zh: words that any question has (which, statement, correct, it is true that), where the rule
stands (under the Code of Conduct) and what it is about (regarding parking) ask nothing by themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.quality.language.kinds import PAST
from guizhang.quality.language.verbs_en import is_base

_LABEL = re.compile(
    r"^(?:(?:question|q|item|no|task|problem|part)\.? ?\d+\b[.:)]?|(?:true or (?:not|false)|fill in(?: the (?:gap|blank))?"
    r"|complete(?: the)?(?: sentence| statement)?|statement of fact"
    r"|multiple choice|quiz|question|topic|subject|theme)\s*:)\s*",
    re.IGNORECASE,
)
# Where the rule stands, by its kind or by the capitals of its name.
_SOURCE = re.compile(
    r"(?:^|(?<=[,;:.] ))(?:according to|in accordance with|in line with|under|pursuant to|as per|per|based on|following|by|in|as"
    r"|on the basis of|having read|from)?(?: what is written in)? ?"
    r"(?:(?:article|section|chapter|clause|part|paragraph) [\dIVX.]+ of )?(?:(?:the|our|this|your|company|present|current|written"
    r"|internal) )*(?:(?-i:[A-Z])[\w-]*(?: (?:of|and|on|for|the|to))* )*"
    r"(?:regulations?|polic(?:y|ies)|code(?: of (?:conduct|practice|ethics))?|rules?|handbook|manual|procedures?|guidelines?|contract"
    r"|instructions?|standards?|rulebook|charter)\b"
    r"(?:,? (?:section|article|chapter|part|clause|paragraph|rule|no\.?) [\dIVX]+)?",
    re.IGNORECASE,
)
_NAMED_SOURCE = re.compile(
    r" (?:under|in|by|of) (?:the |our )?(?:[A-Z][\w-]+ )+(?:Regulations?|Policy|Policies|Code|Rules?|Handbook|Manual|Procedures?|Guidelines?)\b"
)
_ABOUT = re.compile(
    r"\b(?:with (?:regard|respect|reference|relation) to|in (?:regard|relation|respect) (?:to|of)|in connection with"
    r"|in (?:the )?respect of|appl(?:y|ies|icable) to|regarding|concerning"
    r"|about|as (?:for|to|regards)"
    r"|(?:on|in) the (?:subject|topic|matter|question|issue|area|field|context|case|light) of|under the heading (?:of)?|when it comes to"
    r"|in terms of|to do with"
    r"|(?:relating|related|relevant|pertaining|with a view) to|touching(?: on)?|covering|governing|speaking of|thinking (?:about|of)"
    r"|turning to|talking (?:about|of)|as far as"
    r"|(?:true|correct|right|said|known|hold|holds|valid) (?:of|for|about|on)|(?:statements?|sentences?|lines?|rules?|facts?|claims?"
    r"|points?)(?: below| above)? (?:on|for|of|in)|^on|^for|^in|^at)"
    r"(?=[ :]) ?:? ?(?P<what>(?!(?:which|what|whose|how)\b)[^,:;.?!]*?)(?= (?:is|are) (?:concerned|true|correct|right|wrong|accurate|the)\b"
    r"|$| (?:which|what|it is|it may|it can|we|you|they|that|do you|would you|is|are|set)\b)",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:which|what|who|how|of|the|following|these|those|this|that|here|there|below|above|under|set|out|as|follows?|among|statements?"
    r"|sentences?|options?|answers?|choices?|lines?"
    r"|propositions?|descriptions?|claims?|assertions?|remarks?|views?|opinions?|facts?|points?|rules?|words?|ones?|one|cases?|items?|thing"
    r"|things|anything|something|everything|nothing"
    r"|is|are|was|were|be|been|being|am|do|does|did|has|have|had|can|could|may|might|must|shall|should|will|would|need|needs"
    r"|true|truth|false|correct|correctly|right|wrong|accurate|accurately|proper|properly|best|better|good|most|more|appropriate|suitable"
    r"|sensible|reasonable|valid|acceptable|sound|fine"
    r"|real|only|also|just|please|now|then|next|first|not|all|any|some|each|every|both|other|apply|applies|agree|agrees|agreed|match|matches"
    r"|fits?|corresponds?|complies|comply|holds?"
    r"|concerned|regard|case|it|its|they|them|their|he|she|his|her|you|your|yourself|we|us|our|i|my|one|a|an|and|or|but|if|so|to|with|at|in"
    r"|on|for|from|by|about|into|up"
    r"|choose|select|pick|mark|tick|read|identify|decide|find|name|give|say|says|said|tell|tells|told|state|states|stated|think|believe"
    r"|consider|considering|know|knows|known|see|look"
    r"|answer|complete|fill|indicate|put|sign|keep|judge|point|support|prefer|accept|sentence|question|questions|test|exam|quiz|paper"
    r"|section|chapter|article|part|number|no"
    r"|staff|employees?|workers?|people|persons?|everyone|everybody|somebody|someone|anybody|colleagues?|company|firm|workplace|work|working"
    r"|job|jobs|duties|task|tasks|policy|policies"
    r"|regulations?|requirements?|handbook|manual|guidelines?|instructions?|procedures?|code|conduct|practice|standards?|contract|written"
    r"|according|accordance|line|based|keeping|generally"
    r"|usually|normally|always|ever|never|indeed|certain|clear|important|remember|note|means?|mean|makes?|takes?|includes?"
    r"|expressed|like|such|same"
    r"|who|whom|than|terms|heading|topic|subject|matter|issue|happens?|handled?|regarded|deemed|noted?|notes?|advised?"
    r"|advisable|position|stipulates?|provides?|provided|specif(?:y|ies|ied)|aware|informed?|reminded|understood|hereunder|hereafter"
    r"|present|respect|lays?|laid|observed?|assumed?|concluded?|conclusion|established|applicable|obliged|obligations?|supposed"
    r"|entitled|bound|recommended|stressed|emphasi[sz]ed?|choices?|expected|required|responsibilit(?:y|ies)|members?|departments?"
    r"|current|regulation|regulations|down|opinions?|learn(?:ed|t)?|taught"
    r"|assertions?|acts?|acting|actions?|situations?|decisions?"
    r"|hello|welcome|dear|candidates?|go|goes|done|kind|sort|way|ways|place|time|today|daily|day-to-day)\b|[^\w'’-]+|\b\d+\b",
    re.IGNORECASE,
)
_ANY_PHRASE = re.compile(r"\b(?:contains?(?= the following)|when it comes)\b", re.IGNORECASE)
_ASKS_ONE = re.compile(
    r"\b(?:whose|whom|where|why|when|how (?:many|much|long|often|far|soon|old|high|wide|deep|fast|large|big|early|late))\b[^?]*\?"
    r"|\bwho\b[^?]*\?|\bto whom\b|\bwhat follows\?",
    re.IGNORECASE,
)
# Which of these are laid down in “Staff handbook”: what one document says is a question; under “…” only says where the rule stands.
_OF_A_DOCUMENT = re.compile(r"\b(?:laid down in|does) “")
_CASE = re.compile(
    r"\b(?:when|if|after|before|while|during|until|unless|once|whenever|who(?! *$)|because|without|within|by (?:the|a)"
    r"|for [a-z]+ing|to [a-z]+|o[nf]f? duty|at work)\b(?! it comes)",
    re.IGNORECASE,
)
_NO_VERB = r"(?:(?!(?:is|are|was|were|must|should|may|can|has|have|will|shall)\b)[A-Za-z'-]+(?: |$))"
_OF = re.compile(rf"{_NO_VERB}+of (?:(?:the|our|an?) )?{_NO_VERB}{{1,3}}")
_WH = frozenset("when while after before where why whose much many long often".split())
_MOST_ABOUT, _MOST_NAME = 8, 3


@lru_cache(maxsize=4096)
def asks_nothing_en(stem: str) -> bool:
    """Tell whether a stem is a frame round the options, or a subject and whatever is true of it."""
    if _OF_A_DOCUMENT.search(stem):
        return False
    text = _LABEL.sub("", stem.replace("’", "'"))
    if not set(map(str.lower, left_en(text))) - _WH:
        return True
    if _ASKS_ONE.search(text):
        return False
    named: list[str | None] = []
    for sentence in re.findall(r"[^.?!]+[.?!]?", _NAMED_SOURCE.sub("", _SOURCE.sub("", text))):
        clauses = [clause.strip() for clause in re.split(r"[,:;.?!…_“”\"—()]+", sentence) if clause.strip()]
        named += [_named(clause, sentence.endswith("?")) for clause in clauses]
    return None not in named and sum(1 for name in named if name) <= 1


def _named(clause: str, question: bool) -> str | None:
    """Return what a clause names beside the words of any question, "" for nothing; ``None`` where it tells a case or asks."""
    about = _ABOUT.search(clause)
    if (
        about is not None
        and len(about["what"].split()) <= _MOST_ABOUT
        and not _CASE.search(about["what"])
        and not left_en(clause[: about.start()] + " " + clause[about.end() :])
    ):
        return " ".join(left_en(about["what"]))
    left = left_en(clause)
    if not set(map(str.lower, left)) - _WH:
        return ""
    # What is named in a question is what it asks for; a name by itself asks for nothing.
    if question or _CASE.search(clause) or len(left) > _MOST_NAME or any(map(_does, left)):
        return None
    # The head of the clinic is a name; the colour of the label is asks for the colour.
    return " ".join(left) if " ".join(left) in clause or _OF.fullmatch(clause) else None


def left_en(text: str) -> list[str]:
    """Return the words of an English text that not any question has."""
    return [word for written in _ANY_PHRASE.sub(" ", text).split() for word in _left_of(written)]


# The same words come up again and again, and the list is long.
@lru_cache(maxsize=16384)
def _left_of(written: str) -> tuple[str, ...]:
    """Return what is left of one word as it is written, with its marks and hyphens."""
    return tuple(word for word in _ANY.sub(" ", written).split() if len(word) > 1)


def _does(word: str) -> bool:
    """Tell whether a word may be a verb, by its ending or because it is listed."""
    plain = word.lower()
    roots = (plain, plain.removesuffix("s"), plain.removesuffix("es"))
    return plain.endswith("ed") or PAST.fullmatch(plain) is not None or any(map(is_base, roots))
