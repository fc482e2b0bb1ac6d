"""What an exam is assembled from: the items that may be drawn, what they are worth, and forms made of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from math import sqrt

from guizhang.diagnostics import Faulty
from guizhang.model.angoff import AngoffRatings, Unrated
from guizhang.model.blueprint import ANGOFF, Blueprint
from guizhang.model.form import DrawnForm, DrawnFrom, DrawnSection, Expected
from guizhang.model.text import Lang
from guizhang.quiz.fair import Infeasible, Paper, Problem, assemble, one_more, standard_error
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.pool import Obstacle, Pool, PoolEntry, build_pool
from guizhang.quiz.printed import Printer
from guizhang.quiz.selection import evened, observed, problem_of, rarer, with_verdicts
from guizhang.quiz.shortfall import Shortfall
from guizhang.yamlio.content import Loaded

_CENT = Decimal("0.01")
Chosen = Sequence[Sequence[PoolEntry]]
"""The items of a form, section by section."""


@dataclass(frozen=True)
class Assembly:
    """One blueprint over one bank."""

    loaded: Loaded
    blueprint: Blueprint
    langs: tuple[Lang, ...]
    avoid: frozenset[str] = frozenset()
    """Items of earlier exams, drawn only where the blueprint cannot be met without them."""
    made: Pool | None = None
    """All items, where they have been made already: making them of a long book takes a while."""
    held: date | None = None
    """The day of the exam; ``None``: whatever the day, as before it was asked for."""

    @cached_property
    def ratings(self) -> AngoffRatings | None:
        """Ratings the cut score rests on; ``None`` where it rests on none.

        Raises:
            Faulty: there are none, or they do not cover what they must.
        """
        if self.blueprint.cut_score != ANGOFF:
            return None
        found = self.loaded.bank.angoff_by_id.get(self.blueprint.angoff or self.blueprint.id)
        if found is None or (self.blueprint.practical and not found.practical):
            raise Faulty([self._shortfall.no_ratings(found)])
        return found

    @cached_property
    def pool(self) -> Pool:
        """Every item the blueprint could look at, and what stands in its way."""
        return self._rated(self.made or build_pool(self.loaded, generated=self.blueprint.generated)).on(self.held)

    @cached_property
    def entries(self) -> tuple[PoolEntry, ...]:
        """What may be drawn, in an order that does not depend on the order of files.

        Raises:
            Faulty: an item under ``include`` may not be drawn, or items have no rating.
        """
        ratings = self.ratings
        if ratings and ratings.unrated is Unrated.REFUSE:
            refused = [
                entry.item.id
                for entry in self.pool.entries
                if entry.refusals(self.blueprint, self.langs) == (Obstacle.UNRATED,)
                and any(section.type is entry.item.type for section in self.blueprint.sections)
            ]
            if refused:
                raise Faulty([self._shortfall.unrated(ratings, refused)])
        faults = self._shortfall.bad_includes()
        if faults:
            raise Faulty(faults)
        return tuple(sorted(self.pool.drawable(self.blueprint, self.langs), key=lambda entry: entry.item.id))

    @cached_property
    def problem(self) -> Problem:
        """What forms are assembled from."""
        return self._problem(self.entries)

    @cached_property
    def drawn_from(self) -> DrawnFrom:
        """A mark of everything the choice of items depends on."""
        problem = self.problem
        rows = [
            [
                choice.id, choice.kind, f"{choice.facility:.9f} {choice.cut:.9f}", choice.forced, choice.second, choice.worn,
                {dimension: sorted(values) for dimension, values in choice.values.items()},
                sorted(problem.choices[n].id for n in enemies),
            ]
            for choice, enemies in zip(problem.choices, problem.enemies, strict=True)
        ]  # fmt: skip
        digest = hashlib.sha256(json.dumps(rows, sort_keys=True).encode()).hexdigest()
        return DrawnFrom(items=len(rows), hash=digest[:16])

    def papers(self, names: Sequence[str], seed: str) -> list[Chosen]:
        """Return the items of a form for each of *names*.

        Raises:
            Faulty: there is no such set of forms; with what stands in the way and what would do.
        """
        fresh = tuple(e for e in self.entries if e.item.id not in self.avoid or e.item.id in self.blueprint.include)
        if len(fresh) < len(self.entries):
            problem = self._problem(fresh)
            with suppress(Infeasible):
                return self._assembled(problem, names, seed)
        try:
            return self._assembled(self.problem, names, seed)
        except Infeasible as why:
            raise Faulty(self._shortfall.explain(self.problem, str(why), names)) from why

    def paper_for(self, name: str, seed: str, others: Sequence[DrawnForm]) -> Chosen:
        """Return the items for somebody who comes later, as hard as those of *others*.

        Raises:
            Faulty: there is no other such form.
        """
        numbers = {choice.id: n for n, choice in enumerate(self.problem.choices)}
        papers = [
            tuple(tuple(sorted({numbers[item.bank_id] for item in section.items})) for section in form.sections)
            for form in others
        ]
        try:
            try:
                made = one_more(with_verdicts(self.problem, rarer(self.problem, papers)), papers, name, seed)
            except Infeasible:
                made = one_more(self.problem, papers, name, seed)
        except Infeasible as why:
            raise Faulty(self._shortfall.explain(self.problem, str(why), [name, *(f.id for f in others)])) from why
        return self._chosen(self.problem, [made])[0]

    def form(self, name: str, chosen: Chosen, seed: str) -> DrawnForm:
        """Return the form *name* with the items *chosen*."""
        sections = []
        for section, entries in zip(self.blueprint.sections, chosen, strict=True):
            order = keyed_order(entries, lambda entry: entry.item.id, "order", seed, name)
            items = [question for e in order for question in self._printer.draw(e.item, section.points, seed, name)]
            sections.append(
                DrawnSection(
                    title=section.title,
                    type=section.type,
                    points=section.points,
                    minimum=section.minimum,
                    items=tuple(items),
                )
            )
        return DrawnForm(id=name, sections=tuple(sections), score=self._score(chosen), judged=self._judged(chosen))

    def _score(self, chosen: Chosen) -> Expected:
        sure, facility, points = 0.0, 0.0, 0.0
        for section, entries in zip(self.blueprint.sections, chosen, strict=True):
            points = float(section.points)
            for entry in entries:
                known = self._known[entry.item.id]
                facility += points * known[0]
                sure += (points * known[1]) ** 2
        return Expected(points=_rounded(facility), standard_error=_rounded(sqrt(sure)))

    def _judged(self, chosen: Chosen) -> Expected | None:
        if self.ratings is None:
            return None
        practical = float(self.blueprint.practical.points) if self.blueprint.practical else 0.0
        worth = [
            (entry.item.id, float(section.points))
            for section, entries in zip(self.blueprint.sections, chosen, strict=True)
            for entry in entries
        ]
        points, error = self.ratings.cut(worth, practical)
        return Expected(points=_rounded(points), standard_error=None if error is None else _rounded(error))

    @cached_property
    def _known(self) -> dict[str, tuple[float, float]]:
        """Item -> its expected facility and the standard error of that."""
        statistics = self.loaded.bank.statistics
        return {
            choice.id: (
                choice.facility,
                standard_error(entry.item.difficulty, observed(statistics.get(choice.id))),
            )
            for choice, entry in zip(self.problem.choices, self.entries, strict=True)
        }

    @cached_property
    def _printer(self) -> Printer:
        return Printer(self.loaded.handbook)

    @cached_property
    def _shortfall(self) -> Shortfall:
        # With the items the rules could give, so that it can say what the blueprint leaves out.
        return Shortfall(
            self.loaded, self.blueprint, self.langs, lambda: self._rated(build_pool(self.loaded)).on(self.held)
        )

    def _problem(self, entries: Sequence[PoolEntry]) -> Problem:
        bank = self.loaded.bank
        return problem_of(self.blueprint, self.pool, entries, bank.statistics, self.ratings, self.avoid)

    def _assembled(self, problem: Problem, names: Sequence[str], seed: str) -> list[Chosen]:
        *evener, plain = evened(problem, len(names))
        for wanted in evener:
            with suppress(Infeasible):
                return self._chosen(wanted, assemble(wanted, names, seed).papers)
        return self._chosen(plain, assemble(plain, names, seed).papers)

    def _chosen(self, problem: Problem, papers: Sequence[Paper]) -> list[Chosen]:
        by_number = [self.pool.by_id[choice.id] for choice in problem.choices]
        return [[[by_number[n] for n in section] for section in paper] for paper in papers]

    def _rated(self, pool: Pool) -> Pool:
        if self.ratings is None:
            return pool
        rated = {item_id for item_id, ratings in self.ratings.items.items() if ratings}
        return replace(
            pool,
            entries=tuple(
                e if e.item.id in rated else replace(e, obstacles=(*e.obstacles, Obstacle.UNRATED))
                for e in pool.entries
            ),
        )


def _rounded(points: float) -> Decimal:
    return Decimal(points).quantize(_CENT, ROUND_HALF_UP)
