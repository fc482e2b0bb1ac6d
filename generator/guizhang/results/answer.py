"""What an engine answers, as a table to show: names in the reader's language, intervals, and figures that need more people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from math import isnan
from types import NoneType

from guizhang.diagnostics import Language, Message
from guizhang.grading.analysis.figures import MINIMUM, enough
from guizhang.grading.analysis.psychometrics import wilson
from guizhang.grading.summary import provision_link
from guizhang.results.summaries import IN_ALL, Column, Kind, Summary

Value = str | int | float | bool | date | None
Record = dict[str, Value]
_AS_THEY_ARE = frozenset((str, int, bool, NoneType))
_REASONS: Mapping[str, Message] = {
    "failed": Message("不合格", "failed"),
    "absent": Message("缺考", "absent"),
}

_FORMS: Mapping[Kind, str] = {
    Kind.WHOLE: "{:,.0f}",
    Kind.SHARE: "{:.1%}",
    Kind.FIGURE: "{:.2f}",
}


def plain(value: object) -> Value:
    """Return a value of any engine as one of ours; what is no number is ``None``."""
    if type(value) in _AS_THEY_ARE:
        return value  # type: ignore[return-value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() and not value.as_tuple().exponent else float(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, float) and isnan(value):
        return None
    if value is None or isinstance(value, (str, int, float, bool, date)):
        return value
    return str(value)


@dataclass(frozen=True)
class Answer:
    """A summary with its rows."""

    summary: Summary
    records: tuple[Record, ...]
    """Every column of the query, the ends of intervals beside them; a figure resting on too few people is ``None``."""
    total: int
    """Rows there are, of which `records` may be the first."""

    def titles(self, language: Language) -> list[str]:
        """Return the heads of the columns shown."""
        return [column.title.render(language) for column in self.columns]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown: those in which anything stands, such as departments where the roster has any."""
        return tuple(c for c in self.summary.columns if any(self._cell(c, record, "both") for record in self.records))

    def cells(self, record: Record, language: Language) -> list[str]:
        """Return one row as texts."""
        return [self._cell(column, record, language) for column in self.columns]

    def value(self, column: Column, record: Record, language: Language) -> Value:
        """Return one cell as a value: numbers stay numbers, names are in *language*, what is withheld says why."""
        if column.kind is Kind.NAME:
            zh, en = record[f"{column.key}_zh"], record[f"{column.key}_en"]
            if language == "both":
                return " / ".join(dict.fromkeys(str(name) for name in (zh, en) if name)) or record[column.of]
            return (en or zh if language == "en" else zh or en) or record[column.of]
        if column.kind is Kind.REASON:
            return _REASONS[str(record[column.key])].render(language)
        if column.kind is Kind.INTERVAL:
            return self._cell(column, record, language)
        value = record[column.key]
        if column.kind is Kind.CHANGE and isinstance(value, float):
            return 100 * value
        return value if value is not None else _few(column, record, language)

    def _cell(self, column: Column, record: Record, language: Language) -> str:
        if column.kind is Kind.INTERVAL:
            low, high = record[f"{column.key}_low"], record[f"{column.key}_high"]
            return f"{low:.0%}–{high:.0%}" if isinstance(low, float) and isinstance(high, float) else ""
        value = self.value(column, record, language)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return str(value)
        if column.kind is Kind.POINTS:
            return f"{value:,.1f}".removesuffix(".0")
        if column.kind is Kind.CHANGE:
            return f"{value:+.1f}"
        return _FORMS.get(column.kind, "{}").format(value)


def _few(column: Column, record: Record, language: Language) -> str | None:
    """Return why a figure is missing, where too few people are the reason."""
    if column.measure is None:
        return None
    n = record[column.n]
    if not isinstance(n, int) or enough(column.measure, n):
        return None
    least = MINIMUM[column.measure]
    return Message(f"不足 {least} 人", f"under {least}").render(language)


def answer(summary: Summary, rows: Iterable[Mapping[str, object]], site_url: str | None = None) -> Answer:
    """Return the rows of an engine with intervals, links and what must be withheld.

    Args:
        summary: What was asked.
        rows: What the engine answered; all of it, or the first rows with their number in all (`Summary.query`).
        site_url: Where the handbook stands; ``None``: no links.

    Raises:
        ValueError: *site_url* has a scheme that is not http, https or file.
    """
    provision_link(site_url, "")
    records = [{key: plain(value) for key, value in row.items()} for row in rows]
    in_all = {record.pop(IN_ALL, len(records)) for record in records}
    _complete(records, summary.columns, site_url)
    # Engines sort texts each by its own rules, and sums that differ in the last digit either way.
    for key in reversed(summary.order):
        name, sign = key.removeprefix("-"), -1 if key.startswith("-") else 1
        records.sort(key=lambda record: _rank(record[name], sign))
    return Answer(summary, tuple(records), int(str(in_all.pop())) if in_all else 0)


def _rank(value: Value, sign: int) -> tuple[bool, Value]:
    """Return what a row is sorted by; what is missing stands last, and with a *sign* of -1 large numbers stand first."""
    if value is None:
        return True, 0
    return False, sign * round(value, 9) if isinstance(value, (int, float)) else value


def _complete(records: Sequence[Record], columns: Sequence[Column], site_url: str | None) -> None:
    for column in columns:
        if column.kind is Kind.INTERVAL:
            for record in records:
                ends = _interval(record[column.of], record[column.n])
                record[f"{column.key}_low"], record[f"{column.key}_high"] = ends
        elif column.kind is Kind.LINK:
            for record in records:
                record[column.key] = provision_link(site_url, str(record[column.of]))
        elif column.measure is not None:
            for record in records:
                n = record[column.n]
                if not isinstance(n, int) or not enough(column.measure, n):
                    record[column.key] = None


def _interval(share: Value, n: Value) -> tuple[float, float] | tuple[None, None]:
    if not isinstance(share, (int, float)) or not isinstance(n, int) or not n:
        return None, None
    # Sums of binary fractions may pass the ends by a last digit.
    return wilson(min(1.0, max(0.0, share)), n)
