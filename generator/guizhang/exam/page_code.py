"""What the code on a page of a paper or an answer sheet says: whose it is."""

from __future__ import annotations

import json
from typing import Literal

Kind = Literal["paper", "sheet"]
_KINDS: dict[Kind, str] = {"paper": "GP", "sheet": "GS"}


def page_code(exam: str, form: str, candidate: str, page: int, check: str, kind: Kind = "paper") -> str:
    """Return what the code on a page says: a JSON list, so that ids may hold any characters.

    Args:
        exam: The record's ``exam_id``.
        form: Id of the form; left out where it is the candidate's own, whose id it then has.
        candidate: Id of the candidate; empty on a page for nobody in particular.
        page: Page of the paper or sheet, from 1.
        check: Check character of exam, form and candidate.
        kind: What the page is of; ``GP`` in the code is a paper, ``GS`` an answer sheet.
    """
    own = "" if form == candidate else form
    return json.dumps([_KINDS[kind], 1, exam, own, candidate, page, check], ensure_ascii=False, separators=(",", ":"))
