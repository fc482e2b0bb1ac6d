"""How old people are, where English says it with a number alone: guests must be at least 18, children under 12, 16 or older.

The number has no unit; that it is an age is known by the person it is said of, or by older and younger behind it.
"""

from __future__ import annotations

import re

_PERSON = (
    r"(?:child(?:ren)?|kids?|boys?|girls?|persons?|people|adults?|minors?|guests?|members?|visitors?|patrons?|residents?|employees?|staff"
    r"|workers?|volunteers?|students?|pupils?|customers?|clients?|patients?|drivers?|riders?|swimmers?|players?|participants?"
    r"|passengers?|applicants?|candidates?|users?|buyers?|any(?:one|body)|every(?:one|body)|some(?:one|body)|nobody|no one|those|you|they"
    r"|he|she|who|parents?|bartenders?|servers?|cashiers?|tenants?|borrowers?|readers?|cardholders?|operators?|trainees?|apprentices?"
    r"|associates?|colleagues?|crew(?: members?)?|clerks?|stewards?|cooks?|chefs?|cleaners?|carers?|nurses?|guards?|couriers?|porters?"
    r"|attendants?|assistants?|helpers?|interns?|teens?|teenagers?|youths?|tutors?|coaches|hosts?|waiters?|waitresses)"
)
_COMPARED = r"(?:at least|at most|over|under|above|below|(?:no |not )?(?:older|younger) than|(?:no |not )less than|(?:no |not )more than)"
AHEAD = r" (?:or|and) (?:older|younger|over|under|up(?! to\b)|above|below)\b| [a-z]{2,}|[.,;:)](?!\d)|$"
"""What may stand behind such a number, as a pattern to look ahead with."""
_BEFORE = re.compile(
    rf"\b(?:{_PERSON} (?:(?:[a-z]+ ){{0,3}}(?:be|is|are|am|turned|turns) |(?:[a-z]+ )?(?:looks?|appears?|seems?)(?: to be)? )?"
    rf"(?:aged )?{_COMPARED}|{_PERSON} (?:[a-z]+ ){{1,3}}be"
    r"|older than|younger than|age (?:[a-z]+ ){0,4}(?:is|must be)) $",
    re.IGNORECASE,
)
_OF_PERSONS = re.compile(rf"\b{_PERSON} [(]?(?:aged? )?$", re.IGNORECASE)
_OR_SO = re.compile(r"(?: years?)?(?: of age| old)? (?:or|and) (?:older|younger)\b")
_OR_OVER = re.compile(r" (?:or|and) (?:over|under|up(?! to\b)|above|below)\b")
_ENDS = re.compile(r" (?:or|and|to|in order|before|unless|if|when)\b|[.,;:)](?!\d)|$")
_REACH = 60


def is_age(text: str, start: int, end: int) -> bool:
    """Tell whether the number without a unit at *start* to *end* says how old somebody is."""
    if _OR_SO.match(text, end):
        return True
    low = max(0, start - _REACH)
    said_of = _BEFORE.search(text, low, start)
    if said_of is None:
        return _OR_OVER.match(text, end) is not None and _OF_PERSONS.search(text, low, start) is not None
    return not said_of[0].lower().endswith((" be ", " is ")) or _ENDS.match(text, end) is not None
