"""What charts are drawn from: columns of the distribution of scores, and who chose what from the weak to the strong.

Source: quantile plots of option choice, Ebel & Frisbie, Essentials of Educational Measurement (1991), ch. 13, drawn as
trace lines over groups of about equal size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guizhang.grading.analysis.choices import Choice
from guizhang.grading.analysis.item_analysis import ItemStatistics, first_letters
from guizhang.grading.summary import ClassReport
from guizhang.model.item import ItemType
from guizhang.model.response import CandidateResult, Outcome

_BINS = 10
_FEWEST_GROUPS, _MOST_GROUPS, _IN_A_GROUP = 3, 5, 10
_LABEL = 13.0
"""Height of a line's label in the plot; labels of lines that end together step aside."""


@dataclass(frozen=True, slots=True)
class Bin:
    """One column of the distribution of scores: low <= share < high, the last one closed above."""

    low: int
    high: int
    """Per cent of all points."""
    count: int


def score_bins(results: Sequence[CandidateResult]) -> tuple[Bin, ...]:
    """Return how many people scored in each tenth of the points; people with open points are counted as they stand."""
    counts = [0] * _BINS
    for result in results:
        share = result.total_points / result.max_points if result.max_points else Decimal(0)
        counts[min(_BINS - 1, max(0, int(share * _BINS)))] += 1
    width = 100 // _BINS
    return tuple(Bin(n * width, (n + 1) * width, count) for n, count in enumerate(counts))


@dataclass(frozen=True, slots=True)
class Trace:
    """How often one option was chosen in each group, weak to strong."""

    label: str
    key: bool
    shares: tuple[float, ...]
    """0..1, a group each."""
    label_at: float
    """Where the label stands, 0 (nobody) to 1, moved aside where lines end together."""


def group_count(people: int) -> int:
    """Return into how many groups people are split: about ten in each, three to five."""
    return max(_FEWEST_GROUPS, min(_MOST_GROUPS, people // _IN_A_GROUP))


def group_shares(totals: Sequence[float], groups: int) -> list[dict[int, float]]:
    """Return for each person the share of them that belongs to each group, 0 the weakest.

    Groups are equally large. People of one total who stand across an edge belong to both groups in equal parts, as in the
    upper and lower 27 %: nothing but their total may tell them apart.
    """
    n = len(totals)
    size = n / groups
    order = sorted(range(n), key=totals.__getitem__)
    out: list[dict[int, float]] = [{}] * n
    at = 0
    while at < n:
        end = at
        while end < n and totals[order[end]] == totals[order[at]]:
            end += 1
        parts = {}
        for group in range(groups):
            overlap = min(end, (group + 1) * size) - max(at, group * size)
            if overlap > 0:
                parts[group] = overlap / (end - at)
        for place in order[at:end]:
            out[place] = parts
        at = end
    return out


def traces(report: ClassReport, statistics: ItemStatistics, height: float) -> tuple[Trace, ...]:
    """Return the lines of an item's plot; none for an item without choices.

    Args:
        report: The class.
        statistics: One of its items.
        height: Height of the plot in the unit of a label's height (13), so that labels keep apart.
    """
    if not statistics.choices:
        return ()
    totals, given = [], []
    for result in report.results:
        number = statistics.numbers.get(result.form)
        answer = result.items[number - 1] if number else None
        if number and answer and answer.outcome is not Outcome.UNMARKED:
            item = report.form(result.form).items[number - 1]
            totals.append(_written_share(result))
            given.append(first_letters(item, statistics.item, answer))
    groups = group_count(len(totals))
    parts = group_shares(totals, groups)
    several = statistics.item.type is ItemType.MULTIPLE_CHOICE
    found = {}
    for choice in statistics.choices:
        weights = [0.0] * groups
        for letters, shares in zip(given, parts, strict=True):
            if choice.label in letters if several else choice.label == letters:
                for group, share in shares.items():
                    weights[group] += share
        found[choice.label] = tuple(weight * groups / len(totals) for weight in weights)
    places = _apart({label: shares[-1] for label, shares in found.items()}, _LABEL / height)
    return tuple(_trace(choice, found[choice.label], places) for choice in statistics.choices)


def _trace(choice: Choice, shares: tuple[float, ...], places: Mapping[str, float]) -> Trace:
    return Trace(choice.label, choice.key, shares, places[choice.label])


def _written_share(result: CandidateResult) -> float:
    """Return the share of the marked written points somebody earned."""
    available = sum(section.max_points - section.open_points for section in result.sections)
    return float(sum(section.points for section in result.sections) / available) if available else 0.0


def _apart(ends: Mapping[str, float], distance: float) -> dict[str, float]:
    """Return the places of labels: each beside its line's end, and so far from the next that both can be read."""
    out: dict[str, float] = {}
    lowest = 0.0
    for label, end in sorted(ends.items(), key=lambda pair: (pair[1], pair[0])):
        out[label] = max(end, lowest)
        lowest = out[label] + distance
    # What was pushed over the top comes down again, and pushes the ones below.
    highest = 1.0
    for label in sorted(out, key=out.__getitem__, reverse=True):
        out[label] = min(out[label], highest)
        highest = out[label] - distance
    return out
