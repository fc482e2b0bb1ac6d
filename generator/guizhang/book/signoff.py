"""The sheet on which staff acknowledge the rules (签收单): for one person, or a table for a team; as PDF or HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from guizhang.book.choose import choose
from guizhang.book.pdf import Pdf, set_pdf
from guizhang.book.rules import date_text
from guizhang.book.view import PAPERS, Paper, View
from guizhang.book.words import line, word
from guizhang.exam.words import Run, runs
from guizhang.model.acknowledged import DIGEST_SHOWN, WHOLE, Extent, reading_lists
from guizhang.model.form import Candidate, PaperLanguage
from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Regulation
from guizhang.model.text import Text
from guizhang.printing.html import page
from guizhang.site.standing import version_name
from guizhang.site.texts import join_texts
from guizhang.site.words import word as site_word


def signoff_view(
    book: Handbook,
    language: PaperLanguage,
    *,
    on: date,
    role: str | None = None,
    people: Sequence[Candidate] | None = None,
    paper: Paper = "a4",
) -> View:
    """Return what a sign-off sheet prints.

    Args:
        book: The published handbook.
        language: One language, or both.
        on: The day it is handed out: rules repealed by then are left out, those not in force yet are marked.
        role: Id of a role: the rules its reading list has. ``None``: the rules that name no role.
        people: The team, in order; ``None`` leaves lines for one person.
        paper: Size of the sheet.

    Raises:
        Faulty: there is no such role, or no rule applies.
    """
    choose(book, role=role)  # says what is wrong with the role
    settings = book.settings
    name = book.role_name(role) if role is not None else site_word("everyone")
    edition = Text(zh=settings.edition, en=settings.edition) if settings.edition else None

    heads = [runs(site_word(key), language) for key in ("ack-rules", "ack-hash")]

    def said(key: str) -> list[Run]:
        return runs(word(key), language)

    foot = (settings.company, settings.title, word("edition", edition=edition) if edition else None)
    return {
        "paper": PAPERS[paper],
        "langs": ("zh", "en") if language == "both" else (language,),
        "name": line(language, word("signoff")),
        "author": line(language, settings.company),
        "title": said("signoff"),
        "company": runs(settings.company, language),
        "staff": runs(word("for-staff", role=name), language),
        "statement": [said(key) for key in ("statement", "prevails")[: len(settings.languages)]],
        "heads": [*(said(key) for key in ("row", "rules", "version", "in-force")), *heads],
        "rules": [
            _line(rule, extent, language, on) for rule, extent in _rules(book, role) if not rule.edition.ended(on)
        ],
        "fields": [said(key) for key in ("name", "number", "department", "date", "signature")],
        "people": None if people is None else [_person(person) for person in people],
        "columns": [said(key) for key in ("row", "number", "name", "department", "signature", "date")],
        "copies": said("copies"),
        "foot": line(language, *foot),
    }


def signoff_pdf(view: View) -> Pdf:
    """Return a sign-off sheet as PDF.

    Raises:
        Faulty: no Chinese font is installed and there is Chinese to print.
    """
    return set_pdf("signoff", view)


def signoff_html(view: View) -> bytes:
    """Return a sign-off sheet as a page to print from a browser."""
    return page("signoff", view, "guizhang.book")


def _rules(book: Handbook, role: str | None) -> list[tuple[Regulation, Extent]]:
    """Return what is signed for: what the site has staff of *role* confirm; for everyone, what names no role."""
    read = {extent.regulation: extent for extent in reading_lists(book)[role or WHOLE].extents}
    return [(rule, read[rule.id]) for rule in book.regulations if rule.id in read and (role or not rule.applies_to)]


def _line(rule: Regulation, extent: Extent, language: PaperLanguage, on: date) -> View:
    return {
        "title": runs(rule.title, language),
        "edition": runs(version_name(rule.edition.version), language),
        "effective": runs(days, language) if (days := _days(rule, on)) else [],
        "count": str(extent.rules),
        "digest": extent.digest[:DIGEST_SHOWN],
    }


def _person(person: Candidate) -> View:
    return {"number": person.id, "name": person.name or "", "department": person.department or ""}


def _days(rule: Regulation, on: date) -> Text | None:
    """Return from when the rule binds, marked where that is still to come on the day *on*, and its day of repeal."""
    effective, repealed = rule.edition.effective, rule.edition.repealed
    said = []
    if effective is not None:
        day = date_text(effective)
        said.append(word("pending-from", day=day) if rule.edition.pending(on) else day)
    if repealed is not None:
        said.append(word("repealed-from", day=date_text(repealed)))
    return join_texts(tuple(said), "；", "; ") if said else None
