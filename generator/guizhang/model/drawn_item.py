"""A question as it was drawn: in the words of the day, its options in printed order, with its key."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from guizhang.model.base import Id, Model
from guizhang.model.item import CognitiveLevel, ItemType
from guizhang.model.sharing import share_halves
from guizhang.model.text import Text

T = TypeVar("T")

GAP_DIVIDER = "|"
"""Stands between the gaps in the answer to a cloze item."""
LETTERS = "ABCDEFGH"
"""Labels of options, in the order they are printed."""


def blank(number: int) -> str:
    """Return what stands in a stem where a gap is: its number and a line, as long for each, so that it tells nothing."""
    # Round brackets of half width suit both languages; a blank that does not break keeps number and line together.
    return f"({number})\u00a0{'_' * 12}"


class DrawnCase(Model):
    """The case a question belongs to."""

    text: Text
    rationale: Text | None = None


class DrawnGap(Model):
    """One gap of a cloze item: to be written, or to be chosen from options."""

    answer: Text | None = None
    """What belongs there; ``None`` where it is chosen."""
    equivalent: tuple[Text, ...] = ()
    """What counts as the same."""
    tolerance: Decimal = Decimal(0)
    """Largest deviation of a figure that still counts, in its unit."""
    options: tuple[Text, ...] = ()
    """In printed order."""
    share: Decimal = Decimal(1)
    """Weight among the gaps."""

    @property
    def accepted(self) -> tuple[str, ...]:
        """What counts as right in a gap that is written, in either language."""
        texts = [*((self.answer,) if self.answer else ()), *self.equivalent]
        return tuple(words for text in texts for words in (text.zh, text.en) if words is not None)


class DrawnItem(Model):
    """A question as it stands on one form: placeholders resolved, options in printed order.

    A case is not one of these: each of its questions is, with a number, points and a key of its own, and with the text
    of the case. Questions of one case stand behind each other.
    """

    item_id: str
    """The item's id; ``ITEM/2`` for the second question of a case."""
    type: ItemType
    points: Decimal
    case: DrawnCase | None = None
    """The case it is a question of."""
    stem: Text
    """`blank` stands where a cloze item has a gap."""
    gaps: tuple[DrawnGap, ...] = ()
    """Cloze items: the gaps by number."""
    lefts: tuple[Text, ...] = ()
    """Matching items: the left sides by number; the right sides are the options."""
    options: tuple[Text, ...] = ()
    """In printed order."""
    whys: tuple[Text | None, ...] = ()
    """In the order of the options: why each is wrong or right; empty where the item says nothing."""
    speaks_of: tuple[str | None, ...] = ()
    """In the order of the options: which of the cited provisions each says something of; empty where none does."""
    key: tuple[str, ...]
    """Letters of the right options (in their right order for an ordering item, for each left side of a matching item);
    ``T`` or ``F``; the number; the letter of each gap, ``""`` where it is written; nothing for a short answer."""
    tolerance: Decimal = Decimal(0)
    """Numeric items: largest deviation that still counts."""
    unit: Text | None = None
    """Numeric items: printed behind the blank."""
    guide: tuple[tuple[Text, Decimal], ...] = ()
    """Short answers: what must be said, and its weight; `marking_guide` has its points."""
    rationale: Text | None = None
    cites: Mapping[str, str]
    """Address -> hash of what was cited at the draw."""
    themes: tuple[Id, ...]
    level: CognitiveLevel
    difficulty: int
    order: tuple[str, ...] = ()
    """How the options were shuffled: letters of the item's own options in printed order, for cloze items gap by gap;
    nothing where there are none."""

    @property
    def bank_id(self) -> str:
        """The id of the item of the bank it is, or is a question of."""
        return self.item_id.partition("/")[0]

    @property
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """Every key that counts: its own, until a correction adds one."""
        return (self.key,)

    @property
    def measures(self) -> bool:
        """Whether its points say what somebody knows: always, until a correction sets it aside."""
        return True

    @property
    def marking_guide(self) -> tuple[tuple[Text, Decimal], ...]:
        """What must be said in a short answer, and its part of the points the question is worth."""
        worth = share_halves(self.points, [weight for _, weight in self.guide])
        return tuple((text, points) for (text, _), points in zip(self.guide, worth, strict=True))

    def arranged(self, order: tuple[str, ...]) -> DrawnItem:
        """Return the item with its options in another order of the item's own."""
        if order == self.order:
            return self
        moves = [_moves(old, new) for old, new in zip(self.order, order, strict=True)]
        if self.gaps:
            # One order for each gap, in a row: written gaps have an empty one.
            gaps = tuple(
                gap.model_copy(update={"options": _moved(gap.options, move)}) if gap.options else gap
                for gap, move in zip(self.gaps, moves, strict=True)
            )
            key = tuple(
                "".join(sorted(_letter(k, move) for k in word)) for word, move in zip(self.key, moves, strict=True)
            )
            return self.model_copy(update={"gaps": gaps, "key": key, "order": order})
        (move,) = moves
        key = tuple(_letter(letter, move) for letter in self.key)
        if self.type in (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE):
            key = tuple(sorted(key))
        return self.model_copy(
            update={
                "options": _moved(self.options, move),
                "whys": _moved(self.whys, move) if self.whys else (),
                "speaks_of": _moved(self.speaks_of, move) if self.speaks_of else (),
                "key": key,
                "order": order,
            }
        )

    @property
    def unshuffled(self) -> DrawnItem:
        """The item with its options in its own order."""
        return self.arranged(tuple("".join(sorted(letters)) for letters in self.order))


def _moves(old: str, new: str) -> list[int]:
    """Return for each place of the *new* order where its option stood in the *old* one."""
    return [old.index(letter) for letter in new]


def _moved(values: tuple[T, ...], move: list[int]) -> tuple[T, ...]:
    return tuple(values[at] for at in move)


def _letter(letter: str, move: list[int]) -> str:
    """Return the letter under which the option now stands that stood under *letter*."""
    return LETTERS[move.index(LETTERS.index(letter))]
