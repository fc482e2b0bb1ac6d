"""What follows for whom, by English rules: anyone who …, is dismissed; a false claim leads to …; these are punished with …: a list.

What follows is told of people in the plural, whatever the rule says it of, so that the options of a question are of one form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guizhang.model.text import Text
from guizhang.quiz.material.made import lower
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.quotable import leans, sentences
from guizhang.quiz.quoting.texts import bare

_VERB = (
    r"(?:is|are) (?!not\b|late\b|absent\b|responsible\b|entitled\b|required\b|able\b|ill\b|sick\b)[a-z]+\b|will be|shall be|may be"
    r"|(?:must|shall|will) (?:repay|pay|forfeit|lose|bear|make good|replace)|(?:repay|pay|forfeit|lose|bear|receive|get|earn|replace)s?\b"
    r"|has to (?:pay|repay|replace)|loses|is (?:given|dismissed|suspended|fined|warned)"
)
_WHO = re.compile(
    r"(?P<case>(?:Anyone|Anybody|Whoever|Those|Staff|Crew|Personnel|People|(?:An?|Any|Every|The) (?:[a-z-]+ ){0,2}?[a-z-]+|(?:[A-Z][a-z-]+ )?[A-Z]?[a-z-]+s)"
    rf" (?:who|whose) [^.;:]{{6,140}}?)(?<!\bnot)(?<!\bnever),? (?P<outcome>(?:{_VERB})[^.;:]*)\.?"
)
_BRINGS = r"leads? to|results? in|(?:is|are|will be|shall be|may be) (?:punished|sanctioned|penali[sz]ed|met|rewarded) (?:with|by)"
_LEADS = re.compile(
    rf"(?P<case>(?!(?:This|That|It|Such)\b)[A-Z][^.;:,]{{6,110}}?) (?:{_BRINGS}) (?P<outcome>[^.;:]{{4,90}})\.?"
)
_LISTED = re.compile(
    rf"[^.]*?(?:{_BRINGS}|dealt with by|for which (?:there is|staff receive)|carry|attract|bring|earn|receive|are given)"
    r" (?P<outcome>[^.;:]{4,90}?)(?: for)?(?: (?:the following|these)[\w ]{0,20})?:"
)
_REWARD = re.compile(
    r"\b(?:bonus|voucher|reward|prize|certificate|thanks|day off|days? of (?:paid )?leave|employee of the|gift|extra|additional|free)\b",
    re.IGNORECASE,
)
_SANCTION = re.compile(
    r"\b(?:warn|warning|reprimand|reminder|dismiss|suspen|demot|fine[ds]?\b|lose|loss|forfeit|deduct|repay|pays?\b|bear|make good|replace"
    r"|sent home|barred|withdrawn|removed|excluded)",
    re.IGNORECASE,
)
_NOUNS = (
    (
        re.compile(r"^(?:an? |one |two |\w+ dollars|[$£€]|half |up to |RMB|[A-Z]{3} \d)", re.IGNORECASE),
        "They receive {}",
    ),
    (
        re.compile(r"^(?:immediate |summary |instant )?dismissal\b(?P<rest>.*)", re.IGNORECASE),
        "They are dismissed{rest}",
    ),
    (re.compile(r"^suspension\b(?P<rest>.*)", re.IGNORECASE), "They are suspended{rest}"),
    (re.compile(r"^demotion\b(?P<rest>.*)", re.IGNORECASE), "They are demoted{rest}"),
    (re.compile(r"^(?:the )?loss of (?P<rest>.*)", re.IGNORECASE), "They lose {rest}"),
)
_SINGULAR = (
    (re.compile(r"^is\b"), "are"),
    (re.compile(r"^has\b"), "have"),
    (re.compile(r"^(repay|pay|forfeit|lose|bear|receive|get|earn|replace)s\b"), r"\1"),
    (re.compile(r"\band (repay|pay|forfeit|lose|bear|receive|get|earn)s\b"), r"and \1"),
    (re.compile(r"\band is\b"), "and are"),
)
_OWN = re.compile(r"\b(?:his or her|his|her)\b")
# They must repay it: what, the case says.
_LEANS = re.compile(r"\b(?:it|them|this|that|these|those|which)\b", re.IGNORECASE)
# A breach is gross misconduct and leads to dismissal: what else it is follows as well.
_BESIDES = re.compile(r" (?:is|are|constitutes?|counts? as|(?:is|are) (?:treated|regarded) as) [^,]*\band$")
# A first breach leads to …, a second to …: a ladder is asked for as such.
_ON_AND_ON = re.compile(r"\b(?:a|the|on) (?:second|third|further|repeated)\b", re.IGNORECASE)
_LONGEST_CASE = 150


@dataclass(frozen=True)
class EnglishSanction:
    """What follows on a case; a penalty or a reward."""

    clause: Clause
    rule: Text
    where: Text
    """Where it stands; of a list no more than the regulation, for its heading says how bad it is."""
    question: str
    """Asks what follows."""
    outcome: str
    """They receive a verbal warning."""

    @property
    def reward(self) -> bool:
        """Whether it rewards."""
        return _REWARD.search(self.outcome) is not None and _SANCTION.search(self.outcome) is None


def english_sanctions(clause: Clause) -> Iterator[EnglishSanction]:
    """Yield what an English clause says that follows for whom, one for each sentence, or for a point of a list."""
    if clause.langs != ("en",) or clause.introduces:
        return
    if clause.continues:
        yield from _listed(clause)
        return
    quoted = clause.quote()
    if quoted is None:
        return
    for sentence in sentences(quoted.either("en"), "en"):
        found = None if leans(sentence, "en") else _WHO.fullmatch(sentence) or _LEADS.fullmatch(sentence)
        outcome = _told(found["outcome"]) if found else None
        if found is None or outcome is None or len(found["case"]) > _LONGEST_CASE:
            continue
        case = lower(_BESIDES.sub("", found["case"]))
        ask = "what follows for" if found.re is _WHO else "what follows for staff after"
        yield EnglishSanction(clause, Text(en=sentence), clause.said_where, f"{ask} {case}?", outcome)


def _listed(clause: Clause) -> Iterator[EnglishSanction]:
    parent, own = clause.place.ancestors[-1].text, clause.place.node.text
    said = _LISTED.fullmatch(sentences(parent.either("en"), "en")[-1]) if parent else None
    outcome = _told(said["outcome"]) if said else None
    if outcome is None or own is None or "${" in (said["outcome"] if said else ""):
        return
    case = lower(bare(clause.handbook.plain(own.either("en"), "en", clause.place)))
    if len(case) <= _LONGEST_CASE and not re.search(r"[.;:]", case):
        rule = Text(en=f"{said[0] if said else ''} {case}.")
        yield EnglishSanction(
            clause, rule, clause.regulation_named, f"what follows for staff in this case: {case}?", outcome
        )


def _told(outcome: str) -> str | None:
    """Return what follows as it is told of several people; ``None`` where it is neither a penalty nor a reward."""
    outcome = bare(outcome).strip()
    if (
        _LEANS.search(outcome)
        or _ON_AND_ON.search(outcome)
        or not (_SANCTION.search(outcome) or _REWARD.search(outcome))
    ):
        return None
    for pattern, said in _NOUNS:
        if found := pattern.match(outcome):
            return said.format(outcome, rest=found.groupdict().get("rest") or "")
    if not re.match(_VERB, outcome):
        return None
    for pattern, plural in _SINGULAR:
        outcome = pattern.sub(plural, outcome)
    return f"They {_OWN.sub('their', outcome)}"
