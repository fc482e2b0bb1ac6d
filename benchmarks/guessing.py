"""How often a guesser who never saw the rules bets on the right option: fixed features, fixed method, split by provision.

The guesser is a conditional logit over the options of an item (true and false are the two options of a statement),
trained on the looks of stem and options only. Every item is bet on once, by a guesser trained on items that share no
provision with it. A multiple choice is bet on with one option, and won if that is a key.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.looks import CUES, looks, statement_looks
from benchmarks.measure import Row
from guizhang.model.item import ItemType
from guizhang.model.text import LANGS, Lang
from guizhang.quality.view import CHOICE, View, views
from guizhang.quiz.in_use import in_use
from guizhang.quiz.models import generate
from guizhang.yamlio.content import load_project

ROOT = Path(__file__).parents[1]
_FOLDS = 10
_EPOCHS = 12
_RATE = 0.1
_DECAY = 1e-3
_Z = 1.959964
"""Two-sided 95 %."""


@dataclass(frozen=True)
class Bet:
    """One item as the guesser sees it."""

    item: str
    kind: str
    """Name of the item model, or ``bank``."""
    provisions: frozenset[str]
    options: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]

    @property
    def chance(self) -> float:
        """Probability that a blind bet wins."""
        return sum(self.right) / len(self.right)


def bets(lang: Lang) -> list[Bet]:
    """Return the choices and statements that may be asked of the reference handbook, written and generated."""
    loaded = load_project(ROOT)
    found = []
    for item in (*loaded.bank.items, *in_use(generate(loaded.handbook), loaded.bank)):
        for view in views(item, loaded.handbook, {}):
            if view.lang == lang and (options := _options(view)):
                provisions = frozenset(item.cites)
                right = (
                    (view.body.answer is True, view.body.answer is False)
                    if view.type is ItemType.TRUE_FALSE
                    else tuple(choice.key for choice in view.choices)
                )
                found.append(Bet(item.id, item.model or "bank", provisions, options, right))
    # An order that says nothing: by a hash of the id.
    return sorted(found, key=lambda bet: hashlib.sha256(bet.item.encode()).digest())


def _options(view: View) -> tuple[Mapping[str, float], ...]:
    if view.type is ItemType.TRUE_FALSE:
        return ({f"tf {name}": value for name, value in statement_looks(view).items()}, {})
    if view.choices and (view.type in CHOICE or "gaps" in view.loc):
        return tuple(looks(view))
    return ()


def guessed(asked: Sequence[Bet]) -> list[bool]:
    """Return for each bet whether the guesser wins it."""
    folds = [sorted({address for bet in asked for address in bet.provisions})[i::_FOLDS] for i in range(_FOLDS)]
    fold_of = {address: i for i, fold in enumerate(folds) for address in fold}
    won: dict[int, bool] = {}
    for number in range(_FOLDS):
        held = [i for i, bet in enumerate(asked) if fold_of[min(bet.provisions)] == number]
        closed = {address for i in held for address in asked[i].provisions}
        weights = trained([bet for bet in asked if not bet.provisions & closed])
        for i in held:
            scores = [_score(weights, option) for option in asked[i].options]
            won[i] = asked[i].right[scores.index(max(scores))]
    return [won[i] for i in range(len(asked))]


def trained(known: Sequence[Bet]) -> Mapping[str, float]:
    """Return the weights of a conditional logit (AdaGrad, fixed passes, weight decay)."""
    weights: dict[str, float] = defaultdict(float)
    steps: dict[str, float] = defaultdict(lambda: 1e-6)
    for _ in range(_EPOCHS):
        for bet in known:
            odds = [math.exp(min(30.0, _score(weights, option))) for option in bet.options]
            total = sum(odds)
            slope: dict[str, float] = defaultdict(float)
            for option, odd, right in zip(bet.options, odds, bet.right, strict=True):
                miss = odd / total - right / sum(bet.right)
                for name, value in option.items():
                    slope[name] += miss * value
            for name, value in slope.items():
                pull = value + _DECAY * weights[name]
                steps[name] += pull * pull
                weights[name] -= _RATE * pull / math.sqrt(steps[name])
    return weights


def _score(weights: Mapping[str, float], option: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in option.items())


def wilson(won: int, asked: int) -> tuple[float, float]:
    """Return the 95 % interval of a share.

    Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference".
    """
    share, z = won / asked, _Z
    middle = (share + z * z / (2 * asked)) / (1 + z * z / asked)
    reach = z / (1 + z * z / asked) * math.sqrt(share * (1 - share) / asked + z * z / (4 * asked * asked))
    return middle - reach, middle + reach


def rows() -> Iterator[Row]:
    """Yield accuracy beside chance for each language, written and generated items together; print where it leaks."""
    for lang in LANGS:
        asked = bets(lang)
        won = guessed(asked)
        chance, share = sum(bet.chance for bet in asked) / len(asked), sum(won) / len(asked)
        upper = wilson(sum(won), len(asked))[1]
        yield Row(f"{lang}: items", len(asked), "")
        yield Row(f"{lang}: chance", chance * 100, "%")
        yield Row(f"{lang}: guesser", share * 100, "%")
        yield Row(f"{lang}: above chance", (share - chance) * 100, "points", "<= 3")
        yield Row(f"{lang}: upper end of the 95 % interval above chance", (upper - chance) * 100, "points", "<= 6")
        _print_leaks(lang, asked, won)


def _print_leaks(lang: Lang, asked: Sequence[Bet], won: Sequence[bool]) -> None:
    """Print accuracy by item model, and what betting on a single cue would win."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i, bet in enumerate(asked):
        groups[bet.kind].append(i)
    print(f"--- {lang}: guesser - chance, by item model")
    for kind, indices in sorted(groups.items()):
        chance = sum(asked[i].chance for i in indices) / len(indices)
        share = sum(won[i] for i in indices) / len(indices)
        print(f"{kind:18} {len(indices):4} {share * 100:5.1f} - {chance * 100:5.1f} = {(share - chance) * 100:+5.1f}")
    print(f"--- {lang}: betting on the option with most of one cue, in standard errors from chance")
    by_cue: Counter[str] = Counter()
    for cue in CUES:
        tried = [bet for bet in asked if len({option.get(cue, 0.0) for option in bet.options}) > 1]
        if len(tried) >= 30:
            gain = sum(_bet_on(cue, bet) - bet.chance for bet in tried)
            spread = math.sqrt(sum(bet.chance * (1 - bet.chance) for bet in tried))
            by_cue[f"{cue} ({len(tried)})"] = round(gain / (spread or 1), 1)
    print("  ".join(f"{cue} {z:+}" for cue, z in by_cue.most_common() if abs(z) >= 2) or "none beyond two")


def _bet_on(cue: str, bet: Bet) -> float:
    most = max(option.get(cue, 0.0) for option in bet.options)
    best = [right for option, right in zip(bet.options, bet.right, strict=True) if option.get(cue, 0.0) == most]
    return sum(best) / len(best)
