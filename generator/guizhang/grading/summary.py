"""Everything a report prints about a class, gathered once for gradebook, page and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from urllib.parse import urlsplit

from guizhang.grading.analysis import Analysis, ItemStatistics, ProvisionStatistics
from guizhang.grading.columns import Kind
from guizhang.grading.responses import FileCount, Intake
from guizhang.grading.sentences import headline, number, provision_name
from guizhang.model.form import DrawnForm, ExamRecord
from guizhang.model.item import TYPE_NAMES, ItemType
from guizhang.model.response import CandidateResult
from guizhang.model.scoring import MultipleRule, OrderingRule, PartsRule, ScoringPolicy
from guizhang.model.text import Lang, Text

RESOLVER = "go.html"
"""The handbook page that resolves a permanent id wherever the article has moved."""

RULES: Mapping[MultipleRule, Text] = {
    MultipleRule.ALL_OR_NOTHING: Text(zh="多选全对得分", en="multiple choice: all or nothing"),
    MultipleRule.PER_OPTION: Text(zh="多选逐项计分", en="multiple choice: every option counts"),
    MultipleRule.MISSED_FIXED: Text(zh="多选漏选得部分分，错选不得分", en="multiple choice: part for an incomplete answer, none with a wrong tick"),
    MultipleRule.MISSED_SHARE: Text(zh="多选按选对个数得分，错选不得分", en="multiple choice: by right ticks, none with a wrong tick"),
    MultipleRule.EXAMS_FALSE: Text(zh="多选错选扣分（按错误选项数）", en="multiple choice: wrong ticks cost 1/number of wrong options"),
    MultipleRule.EXAMS_FALSE2: Text(zh="多选错选扣分（按错误选项数，至少 2）", en="multiple choice: wrong ticks cost 1/number of wrong options, at least 2"),
    MultipleRule.EXAMS_TRUE: Text(zh="多选错选扣分（按正确选项数）", en="multiple choice: wrong ticks cost 1/number of right options"),
    MultipleRule.EXAMS_ALL: Text(zh="多选有错选不得分", en="multiple choice: a wrong tick costs everything"),
    MultipleRule.EXAMS_NONE: Text(zh="多选错选不扣分", en="multiple choice: wrong ticks cost nothing"),
}  # fmt: skip

PARTS_RULES: Mapping[PartsRule | OrderingRule, tuple[str, str]] = {
    OrderingRule.EXACT: ("全对得分", "all or nothing"),
    OrderingRule.ADJACENT_PAIRS: ("按相邻步骤的对数得分", "neighbouring steps count"),
    OrderingRule.LONGEST_RUN: ("按最长的正确连续段得分", "the longest run of right steps counts"),
    PartsRule.PER_PART: ("按答对的处数得分", "every part counts"),
    PartsRule.ALL_OR_NOTHING: ("全对得分", "all or nothing"),
}


@dataclass(frozen=True)
class ClassReport:
    """One class, graded and analysed."""

    record: ExamRecord
    results: tuple[CandidateResult, ...]
    analysis: Analysis
    intake: Intake
    policy: ScoringPolicy
    provision_names: Mapping[str, Text]
    """Address -> what the provision is called; an address without a name is printed itself."""
    site_url: str | None = None
    """Where the handbook stands, seen from the report; ``None`` prints addresses without links."""

    @cached_property
    def headline(self) -> Text:
        """The first sentence."""
        return headline(self.results, len(self.intake.absent), self.analysis, self.provision_names)

    @cached_property
    def _forms(self) -> Mapping[str, DrawnForm]:
        return {form.id: form for form in self.record.forms}

    def form(self, form_id: str) -> DrawnForm:
        """Return a form by its id."""
        return self._forms[form_id]

    def name(self, address: str, lang: Lang) -> str:
        """Return what a provision is called."""
        return provision_name(address, self.provision_names, lang)

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
        rules = [RULES[self.policy.multiple], *self._parts_rules()]
        zh, en = "；".join(rule.zh or "" for rule in rules), "; ".join(rule.en or "" for rule in rules)
        step = number(self.policy.point_step)
        return Text(
            zh=f"{zh}；未答计 0 分，单独统计；每题得分按 {step} 分四舍五入。",
            en=f"{en}; blank earns 0 and is counted apart; marks are rounded half up to {step} points.".capitalize(),
        )

    def _parts_rules(self) -> Iterator[Text]:
        asked = {item.type for form in self.record.forms for item in form.items}
        policy = self.policy
        rules = (
            (ItemType.CLOZE, policy.cloze),
            (ItemType.MATCHING, policy.matching),
            (ItemType.ORDERING, policy.ordering),
        )
        for kind, rule in rules:
            if kind in asked:
                zh, en = PARTS_RULES[rule]
                yield Text(zh=f"{TYPE_NAMES[kind].zh}{zh}", en=f"{TYPE_NAMES[kind].en}: {en}")


def provision_link(site_url: str | None, address: str) -> str | None:
    """Return ``SITE/go.html#ADDRESS``.

    Raises:
        ValueError: *site_url* is neither relative nor http, https or file; a link must not run anything.
    """
    if site_url is None:
        return None
    if urlsplit(site_url).scheme not in ("", "http", "https", "file"):
        raise ValueError(f"site_url must be relative or http, https or file: {site_url!r}")
    base = site_url if not site_url or site_url.endswith("/") else f"{site_url}/"
    return f"{base}{RESOLVER}#{address}"


def rows_line(file: FileCount) -> Text:
    """Return what became of the rows of a file."""
    return Text(
        zh=f"{file.rows} 行作答，评分 {file.graded}，提示 {file.flagged}，拒绝 {file.refused}，跳过空行 {file.blank}。",
        en=(
            f"{file.rows} rows: {file.graded} graded, {file.flagged} flagged, {file.refused} refused; "
            f"{file.blank} blank rows skipped."
        ),
    )


KINDS: Mapping[Kind, Text] = {
    Kind.CANDIDATE: Text(zh="考号", en="candidate"),
    Kind.NAME: Text(zh="姓名", en="name"),
    Kind.FORM: Text(zh="卷别", en="form"),
    Kind.EXAM: Text(zh="考试", en="exam"),
    Kind.QUESTION: Text(zh="题号", en="question"),
    Kind.ANSWER: Text(zh="作答", en="answers"),
    Kind.RESPONSE: Text(zh="作答", en="answers"),
    Kind.POINTS: Text(zh="得分", en="points"),
    Kind.PRACTICAL: Text(zh="实操", en="practical"),
    Kind.IGNORED: Text(zh="未用", en="not used"),
}


def columns_line(file: FileCount) -> str:
    """Return how the columns of a file were understood: ``作答 answers: “1” … “20”; 未用 not used: “部门”``."""
    if file.header is None:
        return ""
    headings: dict[Kind, list[str]] = {}
    for column in file.header.columns:
        headings.setdefault(column.kind, []).append(f"“{' '.join(column.heading.split())}”")
    found = {f"{KINDS[kind].zh} {KINDS[kind].en}": names for kind, names in headings.items() if kind in KINDS}
    if file.header.unknown:
        found["不认识 not recognised"] = [f"“{' '.join(heading.split())}”" for _, heading in file.header.unknown]
    return "; ".join(f"{kind}: {_run(names)}" for kind, names in found.items())


def _run(names: list[str]) -> str:
    return ", ".join(names) if len(names) < 4 else f"{names[0]} … {names[-1]}"
