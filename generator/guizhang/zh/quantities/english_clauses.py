"""What the rest of an English sentence makes of a limit: a prohibition turns before and after round, a list shares its limit.

Do not enter before 2 p.m. allows what comes from then on; no smoking within 5 metres asks for so much room; in up to
8 days ahead, and juniors 5 days ahead, the first limit is that of both.
"""

from __future__ import annotations

import re

from guizhang.zh.quantities.figure import Limit

NEW_CLAUSE = r"(?! (?:if|when|where|unless|who|that|which|whose|because|except|but|without|for (?!more|less|longer|shorter|fewer|an?|any))\b)"
"""What keeps a denial from reaching farther, as a pattern to look ahead with."""
_REACH = 120
_TO_NOBODY = (
    r"(?:^|[.;:!?] )(?:no (?!charge|fee|cost|deposit|penalt|more|later|less|fewer)\w|nobody\b|no[ -]one\b|nothing\b)"
)
_BIDDEN = (
    r"(?:^|[.;:!?,(–—-] ?|\b(?:and|then|please|but) )(?:do not|don['’]t|never)\b|\b(?:must|may|shall|should|can|could) (?:not|never)\b"
    r"|\b(?:mustn|shan|shouldn|can|couldn)['’]t\b|\bcannot\b|\b(?:not|never) (?:be )?(?:allowed|permitted)\b"
    rf"|\b(?:is|are|strictly) (?:forbidden|prohibited|banned)\b|{_TO_NOBODY}"
)
_TOLD = r"\b(?:is|are|do|does|will) (?:not|never)\b|\b(?:isn|aren|don|doesn|won)['’]t\b"
_MIDDLE = rf"(?P<middle>(?:{NEW_CLAUSE}[^.;:!?])*?)"
_BARRED = re.compile(
    rf"(?:(?P<bidden>{_BIDDEN})|{_TOLD}){_MIDDLE} (?P<word>before|after|until|till|within)(?: the)? $", re.IGNORECASE
)
# Whoever may not pay before June, a call that is not answered within a minute: a case is told, and nothing is forbidden.
_CASE = re.compile(
    r"\b(?:if|when|where|whenever|who|whom|that|which|whose|unless|until|because|although|while|whether)\b[^.;:!?,]*$",
    re.IGNORECASE,
)
# Pets are not allowed, and guests leave before 11 a.m.: the second half stands by itself. Of things joined by or each is denied.
_GOES_ON = re.compile(r",(?!.*\bor )|\band\b", re.IGNORECASE)

# Stay off work until 48 hours after the last symptom: at least so long. Guests may stay until an hour after closing: at most.
_WAITS = re.compile(
    r"\b(?:must|shall|should|ha(?:s|ve) to|needs? to|required|waits?|refrains?|abstains?|isolates?|stays?|remains?|keeps?|kept"
    r"|closed|off|away|out|excluded|suspended|postponed)\b.*? until (?:at least )?(?:the )?$",
    re.IGNORECASE,
)
_LETS = re.compile(r"\b(?:may|can|could|might|open|allowed|permitted|valid|available|accepted|served)\b", re.IGNORECASE)
_AFTER = re.compile(r" (?:after|from|past)\b")

_AHEAD = r"(?:'? (?:in advance|ahead|beforehand|(?:prior )?(?:written )?notice)|'? before [a-z ]{3,30}?)"
_OTHERS = r"(?:the |all |other |each |every )?(?:[a-z-]+ ){0,3}(?:[a-z-]+s|children|people|staff|else|others)"
# Members up to 8 days ahead, and juniors 5 days ahead; up to $25 a visit and $100 a year.
_SHARED_AHEAD = re.compile(rf"{_AHEAD}(?:, (?:and |or )?|;? and |; ){_OTHERS} $", re.IGNORECASE)
_EACH = r" (?:per|an?|each|every|for each|for every) [a-z]+"
_SHARED_EACH = re.compile(rf"{_EACH}(?: in [a-z]+)?(?:,? (?:and|or) |, )(?:of )?$", re.IGNORECASE)
_EACH_BEHIND = re.compile(_EACH)
_AHEAD_BEHIND = re.compile(rf"{_AHEAD}(?![a-z])", re.IGNORECASE)


def barred(view: str, start: int, *, spans: bool) -> tuple[Limit, bool] | None:
    """Return the bound that a prohibition leaves of the figure at *start*, and whether it includes it; None without one.

    Args:
        view: The folded text.
        start: Where the figure begins.
        spans: Whether it is a time that passes; within it something is forbidden, which makes it no limit.
    """
    low = max(0, start - _REACH)
    found = _BARRED.search(view, low, start)
    if found is None or _CASE.search(view, low, found.start() + 1) or _GOES_ON.search(found["middle"]):
        return None
    word = found["word"].lower()
    if word == "within":
        if not found["bidden"]:
            return None
        return (Limit.EXACT, True) if spans else (Limit.MIN, False)
    return (Limit.MAX if word == "after" else Limit.MIN), True


def waits(view: str, start: int, end: int) -> bool:
    """Tell whether something is to be waited for until the duration at *start* to *end* has passed after it."""
    if _AFTER.match(view, end) is None:
        return False
    clause = re.split(r"[.;:!?,] ", view[max(0, start - _REACH) : start])[-1]
    return _WAITS.search(clause) is not None and _LETS.search(clause) is None


def shares_limit(view: str, before: int, start: int, end: int) -> bool:
    """Tell whether the figure at *start* to *end* has the limit of the one that ends at *before*, for it is said once for both."""
    if _SHARED_EACH.fullmatch(view, before, start):
        return _EACH_BEHIND.match(view, end) is not None
    return _SHARED_AHEAD.fullmatch(view, before, start) is not None and _AHEAD_BEHIND.match(view, end) is not None
