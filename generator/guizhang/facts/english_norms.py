"""Norms of English sentences, by the modals English rules use."""

from __future__ import annotations

import re

from guizhang.facts.bearers import english_bearer
from guizhang.facts.judgement import Judgement
from guizhang.model.regulation import Norm

_LIMIT = r"(?:exceed|be (?:more|less|longer|fewer|later) than|last (?:more|longer) than)"
_ORGAN_ACTS = (
    r"(?:terminate|refuse|reject|end|cancel|suspend|withdraw|revoke|waive|decline|forfeit|seize|demand|decide|dismiss"
    r"|retain|withhold|deduct|recover|evict|impose)"
)
# (pattern, norm, strength); the first that is found in the sentence decides, so negations and consequences stand first.
_ROWS: tuple[tuple[str, Norm, str | None], ...] = (
    (
        (
            r"\b(?:means|refers to|is defined as|are defined as|(?:is|are) (?:divided|classified|grouped) (?:into|as)|consists? of)\b"
            r"|\bthere are (?:two|three|four|five|six|\d) (?:\w+ )?(?:grades|levels|types|kinds|classes|categories)\b"
        ),
        Norm.DEFINITION,
        None,
    ),
    (rf"\b(?:must|shall|may|can) ?not {_LIMIT}\b|\b(?:shall|must|may) be limited to\b", Norm.DUTY, "must"),
    (r"\bmay only\b.*\b(?:after|once|if|with|when)\b|\bonly (?:after|with|once)\b", Norm.DUTY, "must"),
    (r"\bneed not\b|\b(?:is|are) not (?:required|obliged)\b|\b(?:do|does) not (?:need|have) to\b", Norm.PERMISSION, None),
    (
        (r"\bunder no circumstances\b|\b(?:must|shall|is|are) never\b|^never\b|^(?:nobody|no one) (?:may|shall|must|can|is|will)\b|\bto be avoided\b"
        r"|^no (?!more|later|less|sooner)"
        r"|\b(?:must|may|can|shall) ?not\b|\b(?:is|are) (?:strictly )?(?:prohibited|forbidden|not (?:allowed"
        r"|permitted))\b|\bdo not\b|\b(?:don|mustn|can|shouldn|needn)['’]t\b"
        r"|\bno \w+(?: \w+)? (?:may|shall|is|are)\b"),
        Norm.PROHIBITION,
        None,
    ),
    (r"\bfirst\b.*\bthen\b|\bsteps? (?:is|are|\d)|\bprocedure (?:is|for)\b", Norm.PROCEDURE, None),
    (rf"\b(?:may|can) (?:\w+ly )?{_ORGAN_ACTS}\b", Norm.POWER, None),
    (
        (r"\b(?:fined?|dismiss(?:ed|al)|(?:written |verbal |final )warning|deducted|penalt(?:y|ies)"
        r"|disciplinary|forfeits?|forfeited|charged (?:a|interest)|treated as (?:absen|late))\b"
        r"|\b(?:is|are|be) (?:terminated|suspended|demoted)\b"
        r"|\b(?:breach(?:es)?|offences?|violations?)\b.*\b(?:leads? to|results? in|means?|costs?|attracts?|incurs?|carr(?:y|ies)|(?:is|are) grounds for)\b"
        r"|\b(?:violations?|breach(?:es)?|offences?|false [a-z]+)\b.*\b(?:dealt with|handled|punished) under\b"
        r"|\b(?:late|lateness|absence|absent|failure)\b.*\bcosts?\b"
        r"|^[^,]{1,30}: loss of\b|\bloses? (?:the|his|her|their|one|half|an?|all|\d)\b"),
        Norm.PENALTY,
        None,
    ),
    (r"\b(?:bonus|reward(?:ed)?|commended|awarded)\b|\breceives? (?:[$€£¥]|(?:HK|US|NT)\$|RMB|CNY|\d+ (?:yuan|dollars))", Norm.REWARD, None),
    (
        (r"\b(?:approved|authori[sz]ed|decided|granted|signed off) by\b|\b(?:has|have) the right to\b"
        r"|\bis authori[sz]ed to\b|\b(?:approves|decides|authori[sz]es)\b|\breserves the right\b"),
        Norm.POWER,
        None,
    ),
    (r"\brequires? (?:the )?(?:prior |written )*approval\b|\bmust\b|\bshall\b|\b(?:is|are) (?:required|obliged) to\b|\b(?:has|have) to\b", Norm.DUTY, "must"),
    (r"\bshould not\b|\bshould\b|\brecommended\b|\bencouraged\b|\bpreferably\b", Norm.RECOMMENDATION, None),
    (r"^please\b|, please\b", Norm.DUTY, "should"),
    (r"\b(?:is|are) responsible for\b|\b(?:is|are) to (?=[a-z])|\bneeds? to\b", Norm.DUTY, "must"),
    (r"\bmay\b|\bcan\b|\b(?:is|are) (?:allowed|permitted|free|entitled) to\b|\bneed not\b", Norm.PERMISSION, None),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), norm, strength) for pattern, norm, strength in _ROWS)
_BY = re.compile(
    r"\b(?:approved|authori[sz]ed|decided|granted|signed off) by (?P<who>(?:the |a |an )?[A-Za-z ]+?)"
    r"(?=[,.;]|$| (?:in|within|before|and|if|on|at)\b)"
)
_COMMAND = re.compile(
    r"^(?:always |then |also |only )?(?:keep|clock|report|return|switch|turn|use|wear|check|record|answer|call|clean"
    r"|close|lock|sign|submit|send|pay|ask|tell|greet|offer|file|store|wash|wait|write|note|log|hand|inform|notify|"
    r"put|place|leave|follow|apply|bring|obtain|complete|confirm|ensure|make|take|give|provide|maintain|repair|arrive|attend|display|label|empty|count|open|hold|lift|hang|read|remove|replace|repeat|rinse|reset|return|pass|prepare|serve|stop|move|park|show|speak|smile|thank|apologi[sz]e)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"^(?:The |All |Every |Each )?[A-Za-z' -]{2,40}?\b(?:\w+[^s\W]s|report|keep|pay|sign|check|return|wear|hand|use"
    r"|clean|stay|go|remain|need|arrive|bring|leave|take)\b "
)
# What is done as a rule: deliveries are checked against the order. A state is none: the desk is located there.
_DONE = re.compile(
    r"\b(?:is|are) (?:\w+ly )?(?!(?:called|named|located|included|based|used|known|excluded|needed|attached"
    r"|furnished|divided|fixed|charged|priced|reimbursed|situated|listed|described|valued)\b)(?:\w+ed|held|heard|kept"
    r"|sent|given|taken|made|put|written|read|worn|shown|cut|sold|shut)\b",
    re.IGNORECASE,
)
_FREE_COMMAND = re.compile(
    r"^(?!the|an?|all|each|every|any|no|this|it|if|when|where|there|one|two|in|on|at|by|for|with|within|after"
    r"|before|whoever)(?:always |then |also |only "
    r"|first )?[a-z]+(?<!s)(?<!ing)(?<!ed)(?<!ion)(?<!ity)(?<!ment)(?<!age)"
    r" (?:the|an?|your|all|every|each|any|it|them|both|out|off|up|down|away|once|twice|promptly|immediately|politely|only)\b",
    re.IGNORECASE,
)
_DOES_NOT = re.compile(
    r"\bdoes not (?!apply|include|affect|count|exceed|mean|cover|extend|need|have)[a-z]", re.IGNORECASE
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|will|does|stays?|goes?|remains?)\b", re.IGNORECASE)
# An associate who cannot come must call: what somebody cannot do is the case.
_WHO_CANNOT = re.compile(r"\b(who|which|that) (?:cannot|can not|may not|must not)\b", re.IGNORECASE)
_NOT = re.compile(r"^(?:not|no) [a-z]", re.IGNORECASE)


def judge_english(view: str) -> Judgement:
    """Return what an English clause does."""
    shown = _WHO_CANNOT.sub(r"\1 is absent", view)
    for pattern, norm, strength in _PATTERNS:
        if match := pattern.search(shown):
            named = _BY.search(view) if norm is Norm.POWER else None
            return Judgement(norm, True, named["who"] if named else english_bearer(view), strength, match.group())
    if _NOT.match(view):
        return Judgement(Norm.PROHIBITION, explicit=False, soft=True)
    who = english_bearer(view)
    if _DOES_NOT.search(view):
        return Judgement(Norm.PROHIBITION, False, who, soft=True)
    if _FREE_COMMAND.match(view) and not _FINITE.search(view.split(",", maxsplit=1)[0]):
        return Judgement(Norm.DUTY, False, None, soft=True)
    if _COMMAND.match(view) or _DONE.search(view) or (who and _ACTS.match(view)):
        return Judgement(Norm.DUTY, False, who, soft=True)
    return Judgement(Norm.STATEMENT, explicit=False, soft=True)
