"""One form as corrections leave it: its questions, its maximum, its cut score and the minima of its sections."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from guizhang.grading.answers import normalise
from guizhang.model.blueprint import cut_points
from guizhang.model.correction import Change, CorrectedItem, Correction, CutRule
from guizhang.model.drawn_item import GAP_DIVIDER, LETTERS, DrawnItem
from guizhang.model.form import DrawnForm, ExamRecord
from guizhang.model.item import ItemType
from guizhang.model.scoring import ZERO
from guizhang.model.text import Text

Made = dict[tuple[int, int], CorrectedItem]
"""Number of a correction and identity of an item -> what it makes of it: many forms share an item."""

_FINEST = Decimal("0.0001")
"""Where a cut score comes out as a fraction without end it is cut off here, in the candidates' favour."""
_SORTED = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE)


class CorrectedForm:
    """A form that corrections are applied to, one after the other."""

    def __init__(self, record: ExamRecord, form: DrawnForm) -> None:
        self.drawn = form
        self.sections = [list(section.items) for section in form.sections]
        self.totals = [section.total_points for section in form.sections]
        self.minima = [
            None if section.minimum is None else cut_points(section.minimum, section.total_points)
            for section in form.sections
        ]
        self.most = sum(self.totals, record.practical_points)
        self.cut = record.cut_points(form)

    def apply(self, number: int, correction: Correction, first: DrawnItem, made: Made) -> None:
        """Apply a correction of one question.

        Args:
            number: The correction's number.
            correction: What it does.
            first: The question as it stands on the first form that has it.
            made: What was made of questions so far; added to.
        """
        for place, items in enumerate(self.sections):
            for at, item in enumerate(items):
                if item.item_id != correction.item:
                    continue
                key = (number, id(item))
                if key not in made:
                    made[key] = corrected_item(item, correction, item if correction.form else first)
                items[at] = made[key]
                self._move(place, made[key].points - item.points, correction.cut)

    def _move(self, place: int, by: Decimal, rule: CutRule) -> None:
        """Let the maximum of a section and of the form change, and what is asked of them with it."""
        section, form = self.totals[place], self.most
        self.totals[place] += by
        self.most += by
        if by and rule is CutRule.SHARE:
            self.cut = _scaled(self.cut, self.most, form)
            least = self.minima[place]
            self.minima[place] = None if least is None else _scaled(least, self.totals[place], section)

    @property
    def passable(self) -> bool:
        """Whether somebody with all points would pass."""
        reached = all(least is None or least <= most for least, most in zip(self.minima, self.totals, strict=True))
        return ZERO < self.most >= self.cut and reached

    @property
    def result(self) -> DrawnForm:
        """The form as it counts."""
        sections = [
            section.model_copy(update={"items": tuple(items), "minimum": None if least is None else f"{least:f}"})
            for section, items, least in zip(self.drawn.sections, self.sections, self.minima, strict=True)
        ]
        return self.drawn.model_copy(update={"sections": tuple(sections), "cut_points": self.cut})


def _scaled(points: Decimal, most: Decimal, before: Decimal) -> Decimal:
    """Return *points* out of *before* as the same share of *most*."""
    scaled = points * most / before if before else ZERO
    exponent = scaled.as_tuple().exponent
    # Per cent of points end somewhere, thirds do not.
    return scaled if isinstance(exponent, int) and exponent > -20 else scaled.quantize(_FINEST, ROUND_DOWN)


def corrected_item(item: DrawnItem, correction: Correction, lettered: DrawnItem) -> CorrectedItem:
    """Return a question as a correction leaves it.

    Args:
        item: The question on one form, perhaps corrected before.
        correction: One that is about it, with keys that fit it.
        lettered: The question as it stands where the correction's letters come from.
    """
    old = item if isinstance(item, CorrectedItem) else _begun(item)
    match correction.what:
        case Change.DROP:
            # What tests nothing any more says nothing about a theme or a rule.
            return old.model_copy(update={"points": ZERO, "cites": {}, "themes": ()})
        case Change.CREDIT_ALL:
            return old.model_copy(update={"credited": True, "cites": {}, "themes": ()})
        case Change.POINTS:
            return old.model_copy(update={"points": correction.points})
        case _:
            keys = [_lettered(key, lettered, item) for text in correction.keys if (key := key_of(lettered, text))]
            for place, key in enumerate(keys):
                old = _rekeyed(old, key, replace=place == 0 and correction.what is Change.REKEY)
            return old


def _begun(item: DrawnItem) -> CorrectedItem:
    values = {name: getattr(item, name) for name in DrawnItem.model_fields}
    return CorrectedItem.model_construct(**values, drawn_points=item.points)


def key_of(item: DrawnItem, text: str) -> tuple[str, ...] | None:
    """Return the key that *text* is, written as one answers *item*; ``None`` where it cannot be one.

    Returns:
        Letters, ``T`` or ``F``, the number; for a cloze item a word or letter for each gap, ``""`` where it says nothing.
    """
    normal = normalise(item, text)
    given, labels = normal.answer, LETTERS[: len(item.options)]
    if normal.problem is not None or not given:
        return None
    match item.type:
        case ItemType.TRUE_FALSE | ItemType.NUMERIC:
            return (given,)
        case ItemType.CLOZE:
            return tuple(given.split(GAP_DIVIDER))
        case ItemType.SINGLE_CHOICE | ItemType.MULTIPLE_CHOICE:
            return tuple(given)
        case ItemType.ORDERING:
            return tuple(given) if sorted(given) == sorted(labels) else None
        case ItemType.MATCHING:
            return tuple(given) if set(given) <= set(labels) else None
        case _:
            return None


def _lettered(key: tuple[str, ...], here: DrawnItem, there: DrawnItem) -> tuple[str, ...]:
    """Return a key with letters of *here* in the letters of *there*, where the options stand in another order."""
    if here.order == there.order or there.type is ItemType.TRUE_FALSE:
        return key
    if there.gaps:
        pairs = zip(key, here.order, there.order, strict=True)
        return tuple(_letter(letter, old, new) if new and letter else letter for letter, old, new in pairs)
    moved = tuple(_letter(letter, here.order[0], there.order[0]) for letter in key)
    return tuple(sorted(moved)) if there.type in _SORTED else moved


def _letter(letter: str, here: str, there: str) -> str:
    return LETTERS[there.index(here[LETTERS.index(letter)])]


def _rekeyed(item: CorrectedItem, key: tuple[str, ...], *, replace: bool) -> CorrectedItem:
    """Return the question with a key that counts in the place of the others, or beside them."""
    update: dict[str, object] = {}
    if item.gaps:
        update["gaps"] = tuple(
            gap if gap.options or not word
            else gap.model_copy(update={"answer": Text(zh=word), "equivalent": ()} if replace
                                else {"equivalent": (*gap.equivalent, Text(zh=word))})
            for gap, word in zip(item.gaps, key, strict=True)
        )  # fmt: skip
        chosen = zip(item.gaps, key, item.key, strict=True)
        key = tuple(word if gap.options and word else old for gap, word, old in chosen)
    also = () if replace else tuple(dict.fromkeys((*item.also, key)))
    return item.model_copy(update={**update, "also": also, **({"key": key} if replace else {})})
