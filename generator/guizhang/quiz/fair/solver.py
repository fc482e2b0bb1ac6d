"""Mixed-integer programmes, solved by HiGHS the same way on every machine: one thread, a fixed seed, a limit of nodes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

_SEED = 20
_INFINITE = float("inf")


@dataclass
class Programme:
    """Variables, rows and an objective to be made small."""

    costs: list[float] = field(default_factory=list)
    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[tuple[list[int], list[float], float, float]] = field(default_factory=list)

    def variable(self, high: float = _INFINITE, *, low: float = 0, cost: float = 0, whole: bool = True) -> int:
        """Add a variable between *low* and *high*; return its number."""
        self.costs.append(cost)
        self.lows.append(low)
        self.highs.append(high)
        self.whole.append(whole)
        return len(self.costs) - 1

    def row(self, terms: Iterable[tuple[int, float]], low: float = -_INFINITE, high: float = _INFINITE) -> None:
        """Ask that the sum of *terms* (variable, factor) lies between *low* and *high*."""
        pairs = [(number, factor) for number, factor in terms if factor]
        self.rows.append(([number for number, _ in pairs], [factor for _, factor in pairs], low, high))

    def solve(self, *, nodes: int = 1000, gap: float = 0) -> list[float] | None:
        """Return the values of the variables; ``None`` where there is no solution, or none was found.

        Args:
            nodes: Branches looked at before the best so far is taken; not a time, so that the answer is the same everywhere.
            gap: How far from the best the objective may stay.
        """
        import highspy  # it loads numpy; only a draw needs it

        model: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (
            ("output_flag", False), ("threads", 1), ("random_seed", _SEED), ("mip_max_nodes", nodes), ("mip_abs_gap", gap),
        ):  # fmt: skip
            model.setOptionValue(option, value)
        model.passModel(self._model())
        model.run()
        # A limit of nodes may be reached with a solution in hand.
        if model.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        values = [float(value) for value in model.getSolution().col_value]
        return [float(round(value)) if whole else value for value, whole in zip(values, self.whole, strict=True)]

    def _model(self) -> Any:
        import highspy

        model: Any = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.costs), len(self.rows)
        model.col_cost_, model.col_lower_, model.col_upper_ = self.costs, self.lows, self.highs
        model.row_lower_ = [low for _, _, low, _ in self.rows]
        model.row_upper_ = [high for _, _, _, high in self.rows]
        kinds = highspy.HighsVarType
        model.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in self.whole]
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        starts = [0]
        for numbers, _, _, _ in self.rows:
            starts.append(starts[-1] + len(numbers))
        matrix.start_ = starts
        matrix.index_ = [number for numbers, _, _, _ in self.rows for number in numbers]
        matrix.value_ = [factor for _, factors, _, _ in self.rows for factor in factors]
        return model
