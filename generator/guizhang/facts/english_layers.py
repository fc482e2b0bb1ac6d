"""English layers: approvals (must be approved by the area manager, with the manager's consent), and who is named."""

from __future__ import annotations

import re

_ROLE = (
    r"(?:[a-z][a-z-]+ ){0,2}?(?:manager|supervisor|director|barista|(?:shift|team) lead|cook|chef|cashier|guard|clerk|nurse"
    r"|receptionist|officer|accountant|technician|driver|engineer|assistant|steward|housekeeper|butler|concierge|captain"
    r"|trainer|teacher|principal|warden|secretary|treasurer|foreman|porter|waiter|server|controller|administrator"
    r"|landlord|tenant|contractor|supplier|board|committee|head office|human resources|HR)s?\b"
)
_ACT = (
    "approv(?:ed|al)|authori[sz](?:ed|ation)|consent(?:ed)?|permission|sign(?:ed(?: off)?|ature)|countersigned|agreed"
)
ENGLISH_ROLE = re.compile(rf"\b(?:the|an?|any|every|each|all|our|no) (?P<who>{_ROLE})", re.IGNORECASE)
"""A role with what stands before a name: the shift lead."""
ENGLISH_APPROVALS = (
    re.compile(rf"\b(?P<act>{_ACT})(?: in (?:writing|advance))? by (?:the |an? )?(?P<who>{_ROLE})", re.IGNORECASE),
    re.compile(
        rf"\b(?P<act>{_ACT}) (?:of|from) (?:the |an? )?(?P<who>{_ROLE})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:the |an? |his or her )?(?P<who>{_ROLE})['’]s?(?: prior| written)* (?P<act>approval|authori[sz]ation|consent"
        r"|permission|signature)\b",
        re.IGNORECASE,
    ),
)
"""Who gives leave, by how English rules say so; each with who and act."""
ENGLISH_STEPS = re.compile(
    r"\b(?:steps?|procedure|process|sequence|order)\b[^.]{0,20}:$|^(?:steps|procedure|process)\b", re.IGNORECASE
)
"""A heading or an intro of numbered steps."""
_BEFORE = re.compile(
    r"(?P<matter>.*?),? ?\b(?:(?:must|shall|should|may|can|will)\b(?: (?:only|also|first|always|not))?|(?:is|are)(?: only)?\b"
    r"|(?:requires?|needs?)\b|(?:with|without|subject to)\b).*",
    re.IGNORECASE,
)
_MOST = 60


def english_matter(view: str, start: int) -> str:
    """Return what is approved: the subject in front of the modal, or empty where it is too long to be one."""
    before = _BEFORE.match(view[:start])
    matter = before["matter"].strip(" ,;:") if before else ""
    return matter if len(matter) <= _MOST else ""
