"""The items the site may practise: fresh ones of the pool ``practice``, and a few made from each rule.

Generated items are bounded, because the site is built often: by article, by the size of the handbook, and to models
that need not read every statement of the book against every other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from guizhang.model.citation import in_force_from
from guizhang.model.drawn_item import DrawnItem
from guizhang.model.handbook import Handbook
from guizhang.model.item import Item, ItemType, Pool
from guizhang.model.practice import Practice, PracticeItem
from guizhang.quality.option_order import of_one_unit
from guizhang.quiz.enemies import enemies_among
from guizhang.quiz.in_use import in_use
from guizhang.quiz.models import MODELS, survey
from guizhang.quiz.pool import Pool as QuestionPool
from guizhang.quiz.pool import build_pool, pool_entry
from guizhang.quiz.printed import Printer
from guizhang.yamlio.content import Loaded

MOST_FOR_A_RULE = 6
"""Items of one rule, hand-written ones included; hand-written ones are never left out for it."""
MOST_WRITTEN = 1
"""Made items of one rule that are answered in writing, and only where room is left: on a telephone one would rather choose."""
MOST_RULES = 2_000
"""A larger handbook is practised with its hand-written items only: to make others takes about 4 ms a rule."""
# These read statements and lists against all others: four fifths of the time all models take.
_SLOW = ("true-statement", "true-statements", "altered-wording", "list-point", "record-fields")
_MODELS = tuple(name for name in MODELS if name not in _SLOW)


def practice(loaded: Loaded, *, generated: bool = True) -> Practice:
    """Return what may be practised: no item of the pool ``exam``, no stale one, none that cites what binds nobody.

    Args:
        loaded: Handbook and bank, without faults.
        generated: Whether to make items from the rules.
    """
    written = [e.item for e in build_pool(loaded, generated=False).entries if not e.obstacles]
    items = [item for item in written if item.pool is Pool.PRACTICE]
    book = loaded.handbook.published()
    made = generated and len(book.provisions) <= MOST_RULES
    if made:
        taken = {item.id for item in loaded.bank.items}
        items += _few(
            in_use(_made(book, taken), loaded.bank), Counter(address for item in items for address in item.cites)
        )
    printer = Printer(book)
    pool = QuestionPool(tuple(pool_entry(item, book) for item in items), book)
    # Written items say themselves whom they answer; to read them against each other is for the check of the bank.
    apart = enemies_among(pool.entries, pool.answering if made else ())
    printed = tuple(_printed(item, printer, tuple(sorted(apart[item.id])), book) for item in items)
    return Practice(printed, loaded.bank.blueprints)


def _made(book: Handbook, taken: Iterable[str]) -> Iterator[Item]:
    known = set(taken)
    yield from (made for _, made in survey(book, _MODELS) if isinstance(made, Item) and made.id not in known)


def _few(made: Iterable[Item], asked: Counter[str]) -> list[Item]:
    """Return as many items of each rule as there is room for, of as many models as possible."""
    turns: Counter[tuple[str, str | None]] = Counter()
    by_turn: list[tuple[bool, int, int, Item]] = []
    for number, item in enumerate(made):
        of_its_kind = (item.about, item.model)
        by_turn.append((item.type is ItemType.SHORT_ANSWER, turns[of_its_kind], number, item))
        turns[of_its_kind] += 1
    chosen = []
    in_writing = Counter[str]()
    # Those to be written last.
    for written, _, number, item in sorted(by_turn, key=lambda one: one[:3]):
        rule = item.about
        if asked[rule] < MOST_FOR_A_RULE and in_writing[rule] + written <= MOST_WRITTEN:
            asked[rule] += 1
            in_writing[rule] += written
            chosen.append((number, item))
    return [item for _, item in sorted(chosen, key=lambda one: one[0])]


def _in_order(question: DrawnItem) -> bool:
    """Tell whether the options are figures of one unit in rising order, which the draw leaves so too."""
    figures = of_one_unit([option.either("zh") for option in question.options])
    choice = question.type in (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE)
    return choice and bool(figures) and figures == sorted(figures)


def _printed(item: Item, printer: Printer, apart: tuple[str, ...], book: Handbook) -> PracticeItem:
    case = item.type is ItemType.CASE
    points = sum((question.points for question in item.questions), Decimal(0)) if case else Decimal(1)
    drawn = printer.draw(item, points, "", "")
    bodies = item.questions if case else (item,)
    asked = tuple(question.unshuffled for question in drawn)
    fixed = tuple(body.keep_order or _in_order(question) for body, question in zip(bodies, asked, strict=True))
    return PracticeItem(item.id, asked, fixed, item.applies_to, apart, in_force_from(item, book))
