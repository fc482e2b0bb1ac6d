"""Thousands of papers, one a candidate: dealt from shuffled decks, then brought to one expected score by exchanges.

Each cell's items lie in a deck that is dealt through before any item comes again, so that all are asked about equally
often. What stands in the way (an enemy on the same paper) waits for the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guizhang.quiz.fair.balance import COARSE, Balance
from guizhang.quiz.fair.counts import Counts, patterns
from guizhang.quiz.fair.parallel import found
from guizhang.quiz.fair.problem import Assembled, Infeasible, Paper, Problem
from guizhang.quiz.keyed import keyed_number

_LOOK = 6
"""Of so many next items the one is taken that keeps the paper as hard as the others."""
_ATTEMPTS = 40
_STUCK = 10
"""After so many papers that enemies left unfinished each is chosen as a whole: dealing does not go back on what it dealt."""
_WAYS = 6
"""Different ways to meet the quotas of which a single paper takes one."""


def deal(problem: Problem, names: Sequence[str], seed: str) -> Assembled:
    """Return a paper for each of *names*, no two alike while there are others.

    Papers agree in the expected score; where judges have rated the items, in the cut score too.

    Args:
        problem: What to choose from.
        names: Forms or candidates, in any order; the result follows it.
        seed: Keys every choice.

    Raises:
        Infeasible: they cannot be made; the message says what stands in the way.
    """
    dealer = _Dealer(problem, patterns(problem), seed, len(names))
    papers: list[Paper] = []
    for number in range(len(names)):
        papers.append(dealer.paper(number))
        if number == 0:
            dealer.aim_at(papers[0])
    return Assembled(tuple(papers), dealer.target, tuple(problem.score(paper) for paper in papers))


def one_more(problem: Problem, papers: Sequence[Paper], name: str, seed: str) -> Paper:
    """Return a paper for somebody who comes later: as hard as *papers*, unlike each of them.

    It depends on *papers*, on *seed* and on *name*, and not on who else came later.

    Raises:
        Infeasible: it cannot be made.
    """
    key = f"{seed}/{name}"
    dealer = _Dealer(problem, patterns(problem, _WAYS), key, len(papers) + 1)
    for paper in papers:
        dealer.keep(paper)
    dealer.target = sum(map(problem.score, papers)) / len(papers)
    dealer.cut = sum(map(problem.cut, papers)) / len(papers)
    return dealer.paper(keyed_number("way", key))


class _Dealer:
    def __init__(self, problem: Problem, ways: Sequence[Counts], seed: str, papers: int) -> None:
        self.problem = problem
        self.seed = seed
        self.ways = [[(s, c, n) for (s, c), n in way.items() if n] for way in ways]
        # Places with the fewest items to spare are filled first: there an enemy does the most harm.
        for way in self.ways:
            way.sort(key=lambda place: len(problem.cells[place[1]]) - place[2])
        self.decks: list[list[int]] = [[] for _ in problem.cells]
        self.rounds = [0] * len(problem.cells)
        self.cell_of = {number: c for c, cell in enumerate(problem.cells) for number in cell}
        facility = [choice.facility for choice in problem.choices]
        self.facility = facility
        self.uses = [0] * len(problem.choices)
        self.dealt = [0] * len(problem.cells)
        self.seen: set[Paper] = set()
        self.means = [sum(facility[n] for n in cell) / len(cell) for cell in problem.cells]
        self.gives = {id(way): self._gives(way) for way in self.ways}
        self.target = sum(self.gives.values()) / len(self.ways)
        self.cuts = [choice.cut for choice in problem.choices]
        self.cut = sum(problem.slots[s].points * n * self._mean_cut(c) for way in self.ways for s, c, n in way) / len(
            self.ways
        )
        self.most = problem.most_uses(papers)
        self.balance = Balance(problem, self.uses, self.dealt, self.most)
        self.spent = frozenset[int]()
        """Items that have been asked as often as they may be."""
        self.unfinished = 0
        """How many papers, one after the other, could not be dealt to the end."""
        self.masks: list[int] = []
        """For each paper so far, a bit for each of its items; only where papers may not have too many in common."""

    def paper(self, number: int) -> Paper:
        """Return the next paper.

        Raises:
            Infeasible: none was found.
        """
        obstacle = "enemies"
        for attempt in range(_ATTEMPTS):
            way = self.ways[(number + attempt) % len(self.ways)]
            dealt = self._dealt(way) if self.unfinished < _STUCK else self._whole(f"{number}/{attempt}")
            if dealt is None:
                self.unfinished += 1
                continue
            for gone, come in self.balance.run(dealt, self.target, self.cut):
                self._exchanged(gone, come)
            paper = tuple(tuple(sorted(section)) for section in dealt)
            if self._too_like(paper):
                obstacle = "overlap"
                self._back(dealt)
                continue
            if paper in self.seen and attempt + 1 < _ATTEMPTS:
                self._back(dealt)
                continue
            self.keep(paper)
            return paper
        raise Infeasible("exposure" if self.spent and obstacle == "enemies" else obstacle)

    def aim_at(self, paper: Paper) -> None:
        """Let all papers be as hard as this one, if it is about as hard as they should be.

        Where items have no statistics there are five facilities, and scores have steps: the mean may lie between two.
        """
        score = self.problem.score(paper)
        if abs(score - self.target) <= COARSE * self.problem.points:
            self.target = score

    def keep(self, paper: Paper) -> None:
        """Count a paper."""
        self.seen.add(paper)
        if self.problem.most_common is not None:
            self.masks.append(self._mask(paper))
        for section in paper:
            for taken in section:
                self.uses[taken] += 1
                self.dealt[self.cell_of[taken]] += 1
                if self.uses[taken] >= self.most and taken not in self.problem.forced:
                    self.spent |= {taken}

    def _too_like(self, paper: Paper) -> bool:
        """Tell whether a paper has more in common with an earlier one than it may."""
        most = self.problem.most_common
        if most is None:
            return False
        own = self._mask(paper)
        return any((own & mask).bit_count() > most for mask in self.masks)

    def _mask(self, paper: Iterable[Iterable[int]]) -> int:
        return sum(1 << n for section in paper for n in section if n not in self.problem.forced)

    def _mean_cut(self, cell: int) -> float:
        members = self.problem.cells[cell]
        return sum(self.cuts[n] for n in members) / len(members)

    def _gives(self, way: Sequence[tuple[int, int, int]]) -> float:
        """Return the score that the average items of a way give."""
        return sum(self.problem.slots[s].points * self.means[c] * n for s, c, n in way)

    def _dealt(self, way: Sequence[tuple[int, int, int]]) -> list[list[int]] | None:
        sections: list[list[int]] = [[] for _ in self.problem.slots]
        blocked: set[int] = set(self.spent)
        off = self.gives[id(way)] - self.target
        for slot, cell, count in way:
            points = self.problem.slots[slot].points
            for _ in range(count):
                number = self._next(cell, blocked, self.means[cell] - off / points)
                if number is None:
                    self._back(sections)
                    return None
                off += points * (self.facility[number] - self.means[cell])
                sections[slot].append(number)
                blocked.add(number)
                blocked |= self.problem.enemies[number]
        self.unfinished = 0
        return sections

    def _whole(self, turn: str) -> list[list[int]] | None:
        """Return a paper chosen as a whole, which is found wherever there is one."""
        papers = found(self.problem, 1, 1, f"{self.seed}/{turn}", self.spent)
        if papers is None:
            return None
        for section in papers[0]:
            for number in section:
                if number in (deck := self.decks[self.cell_of[number]]):
                    deck.remove(number)
        return papers[0]

    def _next(self, cell: int, blocked: set[int], wanted: float) -> int | None:
        """Take from a deck, of the next few items that are free, the one whose facility is nearest to *wanted*."""
        deck = self.decks[cell]
        if all(number in blocked for number in deck):
            self._shuffle(cell)
        free = [at for at in range(len(deck) - 1, -1, -1) if deck[at] not in blocked][:_LOOK]
        if not free:
            return None
        best = min(free, key=lambda at: (abs(self.facility[deck[at]] - wanted), -at))
        return deck.pop(best)

    def _shuffle(self, cell: int) -> None:
        """Put a shuffled deck under what is left of the last one; nothing is in it twice."""
        self.rounds[cell] += 1
        turn = str(self.rounds[cell])
        choices, deck = self.problem.choices, self.decks[cell]
        own = [n for n in self.problem.cells[cell] if n not in deck]
        deck[:0] = sorted(own, key=lambda n: keyed_number("deal", self.seed, turn, choices[n].id))

    def _back(self, sections: Sequence[Sequence[int]]) -> None:
        """Put the items of a paper that was not made under their decks."""
        for section in sections:
            for number in section:
                deck = self.decks[self.cell_of[number]]
                if number not in deck:
                    deck.insert(0, number)

    def _exchanged(self, gone: int, come: int) -> None:
        """Take from its deck what came, and put what went where it is dealt next."""
        deck = self.decks[self.cell_of[come]]
        if come in deck:
            deck.remove(come)
        self.decks[self.cell_of[gone]].append(gone)
