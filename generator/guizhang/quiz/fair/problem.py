"""What an assembly is about: places on a form, items that may take them, and what they must not do together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from guizhang.diagnostics import GuizhangError

Paper = tuple[tuple[int, ...], ...]
"""The items of one form by section, as numbers of choices, in ascending order."""
Sums = tuple[float, ...]
"""What forms are to agree in: the expected score, the spread, and the cut score where judges have rated the items."""

_SPREAD = 0.25
"""How much a point of standard deviation counts beside a point of expected score."""


@dataclass(frozen=True, slots=True)
class Quota:
    """At least so many items of a section have a value: 5 of the theme complaints."""

    dimension: str
    """``themes``, ``difficulty``, ``levels``, ``roles`` or ``regulations``."""
    value: str
    least: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A section of the form."""

    kind: str
    """Type of item it takes."""
    count: int
    points: float
    """Of each item."""
    quotas: tuple[Quota, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """An item that may be drawn."""

    id: str
    kind: str
    """Its type."""
    facility: float
    """Share of its points a candidate is expected to get."""
    values: Mapping[str, frozenset[str]]
    """Dimension -> values it has there."""
    forced: bool = False
    """Whether it stands on every form."""
    second: bool = False
    """Whether others are to be preferred, difficulty being equal: items made by a program."""
    worn: bool = False
    """Whether it is taken only where nothing else can be: items of earlier exams."""
    cut: float = 0
    """Share of its points a candidate on the borderline would get, as judges see it; 0 where nobody has judged."""


class Infeasible(GuizhangError):
    """No form, or not so many forms, can be made of these items."""


@dataclass(frozen=True)
class Assembled:
    """Forms that were made."""

    papers: tuple[Paper, ...]
    target: float
    """Score every form is expected to give, in points."""
    scores: tuple[float, ...]
    """Score each is expected to give."""


@dataclass(frozen=True)
class Problem:
    """Slots to fill, choices to fill them with."""

    slots: tuple[Slot, ...]
    choices: tuple[Choice, ...]
    """In an order that does not depend on files."""
    enemies: tuple[frozenset[int], ...]
    """For each choice those it may not stand beside."""
    exposure: float | None = None
    """Largest share of the forms one item may stand on, forced ones aside."""
    overlap: float | None = None
    """Largest share of its items a form may have in common with another, forced ones aside."""

    @classmethod
    def of(
        cls,
        slots: Sequence[Slot],
        choices: Sequence[Choice],
        pairs: Iterable[tuple[str, str]] = (),
        *,
        exposure: float | None = None,
        overlap: float | None = None,
    ) -> Problem:
        """Return the problem of filling *slots* with *choices*; the items of each of *pairs* are enemies."""
        ordered = tuple(sorted(choices, key=lambda choice: choice.id))
        numbers = {choice.id: number for number, choice in enumerate(ordered)}
        enemies: list[set[int]] = [set() for _ in ordered]
        for one, other in pairs:
            if one in numbers and other in numbers and one != other:
                enemies[numbers[one]].add(numbers[other])
                enemies[numbers[other]].add(numbers[one])
        return cls(tuple(slots), ordered, tuple(map(frozenset, enemies)), exposure, overlap)

    def most_uses(self, forms: int) -> int:
        """Return on how many of so many forms an item may stand at most."""
        return forms if self.exposure is None or forms < 2 else max(1, int(forms * self.exposure + 1e-9))

    @cached_property
    def most_common(self) -> int | None:
        """How many items two forms may have in common, forced ones aside; ``None``: any number."""
        if self.overlap is None:
            return None
        return int(sum(slot.count for slot in self.slots) * self.overlap + 1e-9)

    @cached_property
    def forced(self) -> frozenset[int]:
        """Choices that stand on every form."""
        return frozenset(n for n, choice in enumerate(self.choices) if choice.forced)

    @cached_property
    def points(self) -> float:
        """Of a whole form."""
        return sum(slot.count * slot.points for slot in self.slots)

    @cached_property
    def cells(self) -> tuple[tuple[int, ...], ...]:
        """The choices by what quotas see of them: those of one cell may stand for each other without any quota noticing.

        Forced ones are cells of their own.
        """
        found: dict[object, list[int]] = {}
        for number, choice in enumerate(self.choices):
            if any(slot.kind == choice.kind for slot in self.slots):
                key = (choice.kind, self._seen(choice), choice.worn, number if choice.forced else -1)
                found.setdefault(key, []).append(number)
        return tuple(tuple(numbers) for numbers in found.values())

    @cached_property
    def rooms(self) -> tuple[int, ...]:
        """For each cell, how many of its items can stand together at most, as far as their enemies are seen at once."""
        return tuple(map(self._room, self.cells))

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Pairs (slot, cell) that fit together."""
        return tuple(
            (s, c)
            for s, slot in enumerate(self.slots)
            for c, cell in enumerate(self.cells)
            if self.choices[cell[0]].kind == slot.kind
        )

    def meets(self, choice: int, quota: Quota) -> bool:
        """Tell whether a choice counts for *quota*."""
        return quota.value in self.choices[choice].values.get(quota.dimension, frozenset())

    def score(self, paper: Paper) -> float:
        """Return the points a form is expected to give."""
        return sum(
            slot.points * self.choices[n].facility for slot, taken in zip(self.slots, paper, strict=True) for n in taken
        )

    def spread(self, paper: Paper) -> float:
        """Return the standard deviation of a form's score that comes of chance on its items, in points."""
        return sqrt(sum(
            slot.points**2 * self.choices[n].facility * (1 - self.choices[n].facility)
            for slot, taken in zip(self.slots, paper, strict=True)
            for n in taken
        ))  # fmt: skip

    def cut(self, paper: Paper) -> float:
        """Return the points a candidate on the borderline would get on a form."""
        return sum(
            slot.points * self.choices[n].cut for slot, taken in zip(self.slots, paper, strict=True) for n in taken
        )

    @cached_property
    def judged(self) -> bool:
        """Whether judges have rated the items."""
        return any(choice.cut for choice in self.choices)

    @cached_property
    def gives(self) -> tuple[tuple[Sums, ...], ...]:
        """For each slot and choice what an item adds to the sums forms are to agree in."""
        # Variances add up where standard deviations do not; around a usual form one is as good as the other.
        usual = 2 * sqrt(0.2 * sum(slot.count * slot.points**2 for slot in self.slots))
        found = []
        for slot in self.slots:
            rows: list[Sums] = []
            for choice in self.choices:
                noise = slot.points**2 * choice.facility * (1 - choice.facility)
                sums = (slot.points * choice.facility, _SPREAD * noise / usual)
                rows.append((*sums, slot.points * choice.cut) if self.judged else sums)
            found.append(tuple(rows))
        return tuple(found)

    def sums(self, paper: Sequence[Sequence[int]]) -> Sums:
        """Return what a form has of everything forms are to agree in."""
        rows = [gives[n] for gives, taken in zip(self.gives, paper, strict=True) for n in taken]
        return tuple(map(sum, zip(*rows, strict=True)))

    def faults(self, paper: Paper) -> list[str]:
        """Return what is wrong with a form; empty where everything asked for holds. A second opinion for tests."""
        found = []
        taken = [n for section in paper for n in section]
        if len(set(taken)) < len(taken):
            found.append("an item stands twice")
        for slot, section in zip(self.slots, paper, strict=True):
            if len(section) != slot.count or any(self.choices[n].kind != slot.kind for n in section):
                found.append(f"section of {slot.kind}: {len(section)} of {slot.count}")
            for quota in slot.quotas:
                got = sum(self.meets(n, quota) for n in section)
                if got < quota.least:
                    found.append(f"{quota.dimension} {quota.value}: {got} of {quota.least}")
        found += [f"enemies: {self.choices[n].id}" for n in taken if self.enemies[n] & set(taken)]
        found += [f"left out: {self.choices[n].id}" for n in self.forced - set(taken)]
        return found

    def _room(self, cell: Sequence[int]) -> int:
        groups: list[set[int]] = []
        for number in cell:
            group = next((g for g in groups if g <= self.enemies[number]), None)
            if group is None:
                groups.append({number})
            else:
                group.add(number)
        return len(groups)

    def _seen(self, choice: Choice) -> tuple[bool, ...]:
        return tuple(
            quota.value in choice.values.get(quota.dimension, frozenset())
            for slot in self.slots
            if slot.kind == choice.kind
            for quota in slot.quotas
        )
