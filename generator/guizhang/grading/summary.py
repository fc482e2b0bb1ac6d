"""Everything a report prints about a class, gathered once for gradebook, page and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal
from urllib.parse import urlsplit

from guizhang.grading.analysis.analyse import Analysis, ItemStatistics, ProvisionStatistics, analyse
from guizhang.grading.analysis.other_form import OtherForm, other_forms
from guizhang.grading.analysis.trend import Sitting
from guizhang.grading.reading.columns import Column, Kind
from guizhang.grading.reading.responses import FileCount, Intake
from guizhang.grading.sentences import headline, provision_name
from guizhang.model.correction import Correction
from guizhang.model.form import Candidate, DrawnForm, ExamRecord
from guizhang.model.response import CandidateResult
from guizhang.model.scoring import ScoringPolicy
from guizhang.model.scoring_words import told
from guizhang.model.text import Lang, Text

RESOLVER = "go.html"
"""The handbook page that resolves a permanent id wherever the article has moved."""
PRACTICE = "practice.html"
"""The handbook page that practises what stands behind ``#provisions=``."""

_LONGEST_HEADING = 24


@dataclass(frozen=True)
class ClassReport:
    """One class, graded."""

    record: ExamRecord
    results: tuple[CandidateResult, ...]
    intake: Intake
    policy: ScoringPolicy
    provision_names: Mapping[str, Text]
    """Address -> what the provision is called; an address without a name is printed itself."""
    site_url: str | None = None
    """Where the handbook stands, seen from the report; ``None`` prints addresses without links."""
    drawn: ExamRecord | None = None
    """The exam as it was drawn, with everybody's own id; `record` is the exam as it counts."""
    corrections: tuple[tuple[int, Correction], ...] = ()
    """Corrections that hold, with their numbers."""
    pseudonymous: bool = False
    """Whether people stand under codes."""
    held: date | None = None
    """Day of the exam."""
    earlier: tuple[Sitting, ...] = ()
    """Exams of the same blueprint before it."""

    @cached_property
    def analysis(self) -> Analysis:
        """The statistics, worked out when first asked for."""
        return analyse(self.record, self.results)

    @cached_property
    def other_forms(self) -> tuple[OtherForm, ...]:
        """People whose answers may belong to another form."""
        return other_forms(self.record, self.intake.responses, self.results, self.policy)

    @cached_property
    def headline(self) -> Text:
        """The first sentence."""
        absent, refused = len(self.intake.absent), len(self.intake.refused)
        return headline(self.results, absent, self.analysis, self.provision_names, refused)

    @cached_property
    def _forms(self) -> Mapping[str, DrawnForm]:
        return {form.id: form for form in self.record.forms}

    def form(self, form_id: str) -> DrawnForm:
        """Return a form by its id."""
        return self._forms[form_id]

    def name(self, address: str, lang: Lang) -> str:
        """Return what a provision is called."""
        return provision_name(address, self.provision_names, lang)

    @cached_property
    def _people(self) -> Mapping[str, Candidate]:
        return {person.id: person for person in self.record.candidates}

    def person(self, candidate: str) -> Candidate | None:
        """Return somebody on the roster."""
        return self._people.get(candidate)

    def theme(self, theme: str, language: Lang | Literal["both"]) -> str:
        """Return what a theme is called; its id where the record has no name for it."""
        text = self.record.theme_names.get(theme)
        if text is None:
            return theme
        if language == "both":
            return " ".join(part for part in (text.zh, text.en) if part)
        return text.either(language)

    def link(self, address: str) -> str | None:
        """Return the handbook's link to a provision, relative to the report where *site_url* is."""
        return provision_link(self.site_url, address)

    def standing(self, statistics: ItemStatistics) -> str:
        """Return where an item stands on the forms: ``A3, B7``; a number alone where it is the same on all of many."""
        numbers = set(statistics.numbers.values())
        if len(numbers) == 1 and (len(self.record.forms) == 1 or len(statistics.numbers) == len(self.record.forms) > 4):
            return str(next(iter(numbers)))
        # A3 where forms are letters; a form named after a person needs a divider: E-7/3.
        shown = [f"{form}{'' if len(form) == 1 else '/'}{number_}" for form, number_ in statistics.numbers.items()]
        return ", ".join(shown[:4]) + (f" +{len(shown) - 4}" if len(shown) > 4 else "")

    def questions(self, provision: ProvisionStatistics) -> str:
        """Return where the questions on a provision stand on the forms."""
        by_id = {statistics.item_id: statistics for statistics in self.analysis.items}
        return "; ".join(self.standing(by_id[item_id]) for item_id in provision.items)

    @property
    def policy_line(self) -> Text:
        """The scoring rules in a sentence."""
        return told(self.policy, {item.type for form in self.record.forms for item in form.items})


def provision_link(site_url: str | None, address: str) -> str | None:
    """Return ``SITE/go.html#ADDRESS``.

    Raises:
        ValueError: *site_url* is neither relative nor http, https or file; a link must not run anything.
    """
    return _on_site(site_url, f"{RESOLVER}#{address}")


def practice_link(site_url: str | None, addresses: Iterable[str]) -> str | None:
    """Return ``SITE/practice.html#provisions=ADDRESS,ADDRESS``.

    Raises:
        ValueError: as `provision_link`.
    """
    return _on_site(site_url, f"{PRACTICE}#provisions={','.join(addresses)}")


def _on_site(site_url: str | None, page: str) -> str | None:
    if site_url is None:
        return None
    if urlsplit(site_url).scheme not in ("", "http", "https", "file"):
        raise ValueError(f"site_url must be relative or http, https or file: {site_url!r}")
    return f"{site_url}{'' if not site_url or site_url.endswith('/') else '/'}{page}"


def rows_line(file: FileCount) -> Text:
    """Return what became of the rows of a file."""
    return Text(
        zh=(
            f"{file.rows} 行：评分 {file.graded}（其中 {file.flagged} 行有提示），没有作答 {file.unanswered}，拒绝 {file.refused}；"
            f"跳过空行 {file.blank}。"
        ),
        en=(
            f"{_rows(file.rows)}: {file.graded} graded ({file.flagged} with a warning), {file.unanswered} without an answer, "
            f"{file.refused} refused; {_rows(file.blank, 'blank ')} skipped."
        ),
    )


def _rows(number: int, which: str = "") -> str:
    return f"{number} {which}row{'' if number == 1 else 's'}"


KINDS: Mapping[Kind, Text] = {
    Kind.CANDIDATE: Text(zh="工号", en="candidate"),
    Kind.NAME: Text(zh="姓名", en="name"),
    Kind.FORM: Text(zh="卷别", en="form"),
    Kind.EXAM: Text(zh="考试", en="exam"),
    Kind.QUESTION: Text(zh="题号", en="question"),
    Kind.ANSWER: Text(zh="作答", en="answers"),
    Kind.RESPONSE: Text(zh="作答", en="answers"),
    Kind.POINTS: Text(zh="得分", en="points"),
    Kind.PRACTICAL: Text(zh="实操", en="practical"),
    Kind.RATER: Text(zh="评分人", en="rater"),
    Kind.CRITERION: Text(zh="评分项", en="criteria"),
    Kind.NEUTRAL: Text(zh="未用", en="not used"),
    Kind.IGNORED: Text(zh="未用", en="not used"),
}


def columns_told(file: FileCount) -> Iterator[Text]:
    """Yield how the columns of a file were understood, neighbours of one kind together.

    Example:
        ``第 4-23 列“第1题”…“第20题” → 第 1-20 题`` / ``columns 4-23 “第1题” … “第20题” -> questions 1-20``
    """
    if file.header is None:
        return
    runs: list[list[Column]] = []
    for column in sorted(file.header.columns, key=lambda column: column.index):
        last = runs[-1][-1] if runs else None
        follows = last and last.number is not None and last.kind is column.kind and column.number == last.number + 1
        if last and follows and column.index == last.index + 1:
            runs[-1].append(column)
        else:
            runs.append([column])
    for run in runs:
        first, last = run[0], run[-1]
        columns, headings = (
            _span(first.index + 1, last.index + 1),
            _run([_heading(c.heading) for c in run]),
        )
        kind = KINDS[first.kind]
        zh, en = kind.zh or "", kind.en or ""
        if first.number is not None and last.number is not None:
            numbers = _span(first.number, last.number)
            several = "s" if len(run) > 1 else ""
            zh, en = {
                Kind.ANSWER: (f"第 {numbers} 题", f"question{several} {numbers}"),
                Kind.POINTS: (f"第 {numbers} 题得分", f"points of question{several} {numbers}"),
            }.get(first.kind, (f"{zh} {numbers}", f"{en} {numbers}"))
        yield Text(
            zh=f"第 {columns} 列{headings} → {zh}",
            en=f"column{'s' if len(run) > 1 else ''} {columns} {headings} -> {en}",
        )
    for text, number in sorted(file.points_rows, key=lambda row: (row[1], row[0])):
        said = _heading(text)
        yield Text(zh=f"题号{said} → 第 {number} 题得分", en=f"question {said} -> points of question {number}")
    for index, heading in file.header.unknown:
        said = _heading(heading)
        yield Text(zh=f"第 {index + 1} 列{said} → 不认识", en=f"column {index + 1} {said} -> not recognised")


def _heading(text: str) -> str:
    """Return a heading as lists of columns name it: a form service heads a column by the whole question."""
    said = " ".join(text.split())
    return f"“{said if len(said) <= _LONGEST_HEADING else said[:_LONGEST_HEADING] + '…'}”"


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}-{high}"


def columns_line(file: FileCount) -> tuple[str, str]:
    """Return how the columns of a file were understood, zh and en: ``作答：“1” … “20”；未用：“部门”``."""
    if file.header is None:
        return "", ""
    headings: dict[Kind, list[str]] = {}
    for column in file.header.columns:
        headings.setdefault(column.kind, []).append(_heading(column.heading))
    found = [(KINDS[kind], _run(names)) for kind, names in headings.items() if kind in KINDS]
    if file.header.unknown:
        unknown = [_heading(heading) for _, heading in file.header.unknown]
        found.append((Text(zh="不认识", en="not recognised"), _run(unknown)))
    return "；".join(f"{kind.zh}：{names}" for kind, names in found), "; ".join(
        f"{kind.en}: {names}" for kind, names in found
    )


def _run(names: list[str]) -> str:
    return ", ".join(names) if len(names) < 4 else f"{names[0]} … {names[-1]}"
