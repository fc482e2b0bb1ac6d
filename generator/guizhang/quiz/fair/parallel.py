"""A few forms of equal difficulty that share no items, or as few as can be: an integer programme, then exchanges.

The programme places every item at once and keeps expected scores and cut scores together; HiGHS stops at a limit of
nodes, and exchanging items of one cell between forms takes it the rest of the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from guizhang.quiz.fair.counts import Counts, most_forms, patterns
from guizhang.quiz.fair.exchange import Exchange
from guizhang.quiz.fair.problem import Assembled, Infeasible, Problem
from guizhang.quiz.fair.solver import Programme
from guizhang.quiz.keyed import keyed_number

_NODES = 60
_SPARE = 2.0
"""How many times the items that are needed the programme may choose from; more only makes it slower."""
_TASTE = 0.0005
"""The most chance may cost, in the same unit as the next: little, since exchanges mend what it does to difficulty."""
_SECOND = 0.002
"""What an item that is second choice costs, as a share of all points by which the forms would differ."""
_AGAIN = 0.05
"""What an item costs each time it stands on one form more."""
_WORN = 1.0
"""What an item costs that is taken only where nothing else can be: more than anything else."""


def parallel(problem: Problem, forms: int, seed: str) -> Assembled:
    """Return *forms* forms of one expected score, one cut score and, as far as can be, one spread.

    No item stands on two forms where there are enough; otherwise on as few as can be.

    Args:
        problem: What to choose from.
        forms: How many.
        seed: Keys which items are chosen.

    Raises:
        Infeasible: they cannot be made; the message says what stands in the way.
    """
    uses = next((n for n in range(1, forms + 1) if most_forms(problem, n) >= forms), None)
    if uses is None:
        raise Infeasible("quotas")
    most = problem.most_uses(forms)
    if uses > most:
        raise Infeasible("exposure")
    for allowed in range(uses, most + 1):
        papers = found(problem, forms, allowed, seed)
        if papers is not None:
            break
    else:
        # One form alone tells enemies from what only many forms run into.
        alone = forms == 1 or found(problem, 1, 1, seed) is None
        raise Infeasible("enemies" if alone else "exposure" if problem.overlap is None else "overlap")
    exchange = Exchange(problem, papers, allowed)
    exchange.run()
    done = tuple(tuple(tuple(sorted(section)) for section in paper) for paper in papers)
    return Assembled(done, exchange.target[0], tuple(problem.score(paper) for paper in done))


def found(
    problem: Problem, forms: int, uses: int, seed: str, spent: frozenset[int] = frozenset()
) -> list[list[list[int]]] | None:
    """Return forms of some of the items; of all of them where enemies leave too few among those, as in a short handbook.

    Args:
        problem: What to choose from.
        forms: How many.
        uses: On how many of them an item may stand.
        seed: Keys which items are chosen.
        spent: Items that may not be used any more.
    """
    way = patterns(problem, 1)[0]
    some = [
        (s, n) for s, c in problem.places for n in _some(problem, c, way, forms, uses, seed) if n not in spent
    ]  # fmt: skip
    papers = _placed(problem, forms, uses, seed, some)
    if papers is not None:
        return papers
    every = [(s, n) for s, c in problem.places for n in problem.cells[c] if n not in spent]
    return _placed(problem, forms, uses, seed, every) if len(every) > len(some) else None


def _placed(
    problem: Problem, forms: int, uses: int, seed: str, open_to: Sequence[tuple[int, int]]
) -> list[list[list[int]]] | None:
    model = Programme()

    def taste(n: int, f: int) -> float:
        """Return what an item costs on a form: chance decides among forms that are as good as each other."""
        lot = keyed_number("taste", seed, str(f), problem.choices[n].id) / 2**64
        choice = problem.choices[n]
        return problem.points * (_TASTE * lot + _SECOND * choice.second + _WORN * choice.worn)

    numbers = {(s, n, f): model.variable(high=1, cost=taste(n, f)) for s, n in open_to for f in range(forms)}
    chosen = {n for _, n in open_to}
    spots = {n: [s for s, m in open_to if m == n] for n in chosen}
    # The spread is left to the exchanges: with it the programme would take twice as long.
    aims = [
        (aim, model.variable(whole=False), model.variable(whole=False, cost=1)) for aim in ((0, 2) if problem.judged else (0,))
    ]  # fmt: skip
    for f in range(forms):
        for s, slot in enumerate(problem.slots):
            own = [n for s_, n in open_to if s_ == s]
            model.row([(numbers[s, n, f], 1) for n in own], low=slot.count, high=slot.count)
            for quota in slot.quotas:
                model.row([(numbers[s, n, f], 1) for n in own if problem.meets(n, quota)], low=quota.least)
        for group in cliques(problem, chosen):
            model.row([(numbers[s, n, f], 1) for n in group for s in spots[n]], high=1)
        for aim, average, off in aims:
            gives = [(numbers[s, n, f], problem.gives[s][n][aim]) for s, n in open_to]
            model.row([*gives, (average, -1), (off, -1)], high=0)
            model.row([*gives, (average, -1), (off, 1)], low=0)
    for n in chosen:
        own_uses = [(numbers[s, n, f], 1.0) for s in spots[n] for f in range(forms)]
        if n in problem.forced:
            model.row(own_uses, low=forms, high=forms)
        else:
            if uses == 1:
                model.row(own_uses, high=1)
                continue
            again = model.variable(high=uses - 1, cost=_AGAIN * problem.points, whole=False)
            model.row([*own_uses, (again, -1)], high=1)
    if problem.most_common is not None and uses > 1:
        _part(model, problem, numbers, forms)
    values = model.solve(nodes=_NODES, gap=_TASTE * problem.points)
    if values is None:
        return None
    papers: list[list[list[int]]] = [[[] for _ in problem.slots] for _ in range(forms)]
    for (s, n, f), number in numbers.items():
        if values[number] > 0.5:
            papers[f][s].append(n)
    return papers


def _some(problem: Problem, cell: int, way: Counts, forms: int, uses: int, seed: str) -> list[int]:
    """Return the items of a cell the programme may choose from: all of a small one, a keyed sample of a large one."""
    wanted = max(way.get((s, cell), 0) for s in range(len(problem.slots)))
    enough = int(_SPARE * forms * max(1, wanted) / uses) + 6
    choices = problem.choices
    order = sorted(problem.cells[cell], key=lambda n: (choices[n].second, keyed_number("form", seed, choices[n].id)))
    return sorted(order[:enough])


def cliques(problem: Problem, chosen: set[int]) -> Iterator[tuple[int, ...]]:
    """Yield groups of which one item at most may stand on a form; together they cover every pair of enemies."""
    left = {(a, b) for a in chosen for b in problem.enemies[a] & chosen if a < b}
    while left:
        a, b = min(left)
        group = [a, b]
        for other in sorted(problem.enemies[a] & problem.enemies[b] & chosen):
            if all(other in problem.enemies[member] for member in group):
                group.append(other)
        yield tuple(group)
        left -= {(min(pair), max(pair)) for pair in combinations(group, 2)}


def _part(model: Programme, problem: Problem, numbers: Mapping[tuple[int, int, int], int], forms: int) -> None:
    """Ask that no two forms have more items in common than they may."""
    assert problem.most_common is not None
    spots: dict[int, list[int]] = {}
    for s, n, f in numbers:
        if f == 0 and n not in problem.forced:
            spots.setdefault(n, []).append(s)
    for f, g in combinations(range(forms), 2):
        shared = []
        for n, slots in spots.items():
            # At 1 where the item stands on both, and free to be 0 elsewhere.
            both = model.variable(high=1, whole=False)
            model.row([*((numbers[s, n, form], 1) for s in slots for form in (f, g)), (both, -1)], high=1)
            shared.append((both, 1.0))
        model.row(shared, high=problem.most_common)
