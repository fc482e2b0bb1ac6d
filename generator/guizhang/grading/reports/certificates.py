"""Certificates of those who passed: a page each, with a number, and a code only the holder of the exam's record can make."""

from __future__ import annotations

import calendar
import hmac
import json
from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from guizhang.grading.reports.person import by_candidate, document, language_of
from guizhang.grading.sentences import brief
from guizhang.grading.summary import ClassReport
from guizhang.model.response import CandidateResult
from guizhang.model.text import Text
from guizhang.printing.pdf import Typesetter
from guizhang.tables.comma import MARK, comma_separated

_BLOCKS, _BLOCK = 4, 5
"""The code is 20 letters and digits: 100 bits."""
_WIDE = 14
"""Characters of a name that fit a line at full size."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate."""

    result: CandidateResult
    number: str
    code: str
    held: date
    until: date | None


def certificates(report: ClassReport, held: date, valid_months: int | None = None) -> tuple[Certificate, ...]:
    """Return the certificates of those who passed, by candidate.

    Args:
        report: The class.
        held: Day of the exam.
        valid_months: Months the certificate is valid; ``None``: without limit.
    """
    until = _after(held, valid_months) if valid_months is not None else None
    places = {person.id: place for place, person in enumerate(report.record.candidates, start=1)}
    passed = [result for result in by_candidate(report.results) if result.passed]
    return tuple(_certificate(report, result, places.get(result.candidate), held, until) for result in passed)


def _certificate(
    report: ClassReport, result: CandidateResult, place: int | None, held: date, until: date | None
) -> Certificate:
    # By the place on the roster, which grading again does not change; somebody who is not on it by a hash of the id.
    own = f"{place:04}" if place else sha256(result.candidate.encode()).hexdigest()[:6].upper()
    number = f"{held:%Y%m%d}-{report.record.exam_id[:6].upper()}-{own}"
    return Certificate(result, number, verification_code(report, result, number, held, until), held, until)


def verification_code(report: ClassReport, result: CandidateResult, number: str, held: date, until: date | None) -> str:
    """Return what proves a certificate: a keyed hash of all it says.

    The key is the seed of the exam, which stays in ``secret/``: nobody else can make the code, and grading the exam again
    prints the same one.

    Source: HMAC-SHA-256, RFC 2104; the first 100 bits in base 32, RFC 4648.
    """
    said = [report.record.exam_id, number, result.candidate, result.name, str(held), str(until), report.record.edition]
    message = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    digest = hmac.digest(f"certificate {report.record.seed}".encode("utf-8", "surrogatepass"), message, "sha256")
    letters = b32encode(digest).decode()
    return "-".join(letters[at : at + _BLOCK] for at in range(0, _BLOCKS * _BLOCK, _BLOCK))


def certificates_pdf(report: ClassReport, found: Sequence[Certificate], setter: Typesetter) -> bytes:
    """Return one PDF, a page for each certificate."""
    title = Text(zh="合格证书", en="Certificates")
    view = {**document(report.record, title), "certificates": [_view(report, one) for one in found]}
    return setter.pdf("certificates", view, checked=True)


def certificates_csv(found: Sequence[Certificate]) -> bytes:
    """Return the register: number, person and code of each certificate, as CSV that spreadsheets open."""
    rows = [(one.number, one.result.candidate, one.result.name, one.held, one.until or "", one.code) for one in found]
    heads = ("编号 number", "工号 candidate", "姓名 name", "考试日期 held", "有效期至 valid until", "验证码 code")
    return (MARK + comma_separated([heads, *rows], end="\r\n")).encode("utf-8", "replace")


def _view(report: ClassReport, one: Certificate) -> dict[str, Any]:
    record, result = report.record, one.result
    name = brief(result.name or result.candidate)
    facts = [
        (("编号", "number"), (one.number, one.number)),
        (("考试日期", "date of exam"), (_zh(one.held), _en(one.held))),
        (("有效期", "valid"), (f"至 {_zh(one.until)}", f"until {_en(one.until)}") if one.until else ("长期有效", "without limit")),
        (("规章版本", "edition of the rules"), (record.edition or "–", record.edition or "–")),
        (("考试", "exam"), (record.exam_id, record.exam_id)),
        (("验证码", "verification code"), (one.code, one.code)),
    ]  # fmt: skip
    zh, en = record.title.either("zh"), record.title.either("en")
    return {
        "language": language_of(report, result),
        "company": {"zh": record.company.either("zh"), "en": record.company.either("en")},
        "name": name,
        "scale": min(1.0, _WIDE / max(1, len(name)) + 0.2) if len(name) > _WIDE else 1.0,
        "candidate": brief(result.candidate) if result.name else "",
        "sentence": {"zh": f"参加“{zh}”，成绩合格，特发此证。", "en": f"has passed the assessment “{en}”."},
        "facts": [
            {"label": {"zh": label[0], "en": label[1]}, "value": {"zh": value[0], "en": value[1]}}
            for label, value in facts
        ],
    }


def _zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _en(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def _after(day: date, months: int) -> date:
    """Return the day so many months later; the last of a month that has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
