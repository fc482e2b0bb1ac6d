"""An item as it stands on one form: placeholders printed, options in their order, the key as letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise

from guizhang.model.form import LETTERS, DrawnCase, DrawnGap, DrawnItem, blank
from guizhang.model.handbook import Handbook
from guizhang.model.item import GAP, Body, Gap, Item, ItemType, Option, gap_names
from guizhang.model.rubric import Rubric
from guizhang.model.text import Text
from guizhang.quiz.keyed import keyed_number, keyed_order

_CENT = Decimal("0.01")


def draw_item(item: Item, points: Decimal, handbook: Handbook, seed: str, form: str) -> tuple[DrawnItem, ...]:
    """Return *item* as it stands on *form*: one question, or those of a case.

    The order of its options depends on (seed, form, item) only.

    Args:
        item: The item.
        points: What it is worth on the form; a case shares them out among its questions.
        handbook: Prints its figures.
        seed: Keys every shuffle.
        form: Keys it too.
    """
    drawing = _Drawing(item, handbook, seed, form)
    if item.type is not ItemType.CASE:
        return (drawing.question(item, points, item.id),)
    case = DrawnCase(text=print_text(item.stem, handbook), rationale=_printed(item.rationale, handbook))
    shares = [question.points for question in item.questions]
    scale = points / sum(shares)
    return tuple(
        drawing.question(question, worth, f"{item.id}/{number}", case=case, scale=scale)
        for number, (question, worth) in enumerate(zip(item.questions, share_out(points, shares), strict=True), 1)
    )


def share_out(points: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """Return *points* shared out by weight, in hundredths of a point that add up to *points* exactly."""
    total = sum(shares)
    marks = [points * sum_so_far / total for sum_so_far in accumulate(shares)]
    rounded = [Decimal(0), *(mark.quantize(_CENT, ROUND_HALF_UP) for mark in marks[:-1]), points]
    return [Decimal(_plain(high - low)) for low, high in pairwise(rounded)]


def _scaled(points: Decimal, scale: Decimal) -> Decimal:
    return points if scale == 1 else Decimal(_plain((points * scale).quantize(_CENT, ROUND_HALF_UP)))


class _Drawing:
    """Draws the questions of one item for one form."""

    def __init__(self, item: Item, handbook: Handbook, seed: str, form: str) -> None:
        self.item = item
        self.handbook = handbook
        self.key = (seed, form)

    def question(
        self, body: Body, points: Decimal, name: str, *, case: DrawnCase | None = None, scale: Decimal = Decimal(1)
    ) -> DrawnItem:
        """Return one question; *name* keys its shuffles, *scale* turns points of its guide into points of the form."""
        order = self._order(body, name)
        options, numeric, item = _sides(body), body.numeric, self.item
        whys = tuple(_printed(options[i].why, self.handbook) for i in order)
        stem, names = self._stem(body)
        gaps = [self._gap(body, body.gaps[gap], f"{name}/{gap}") for gap in names]
        return DrawnItem(
            item_id=name,
            type=body.type,
            points=points,
            case=case,
            stem=stem,
            gaps=tuple(gap for gap, _ in gaps),
            lefts=tuple(print_text(pair.left, self.handbook) for pair in body.pairs),
            options=tuple(print_text(options[i].text, self.handbook) for i in order),
            whys=whys if any(whys) else (),
            key=tuple(letter for _, letter in gaps) if gaps else _key(body, order),
            tolerance=numeric.tolerance if numeric else Decimal(0),
            unit=_printed(numeric.unit, self.handbook) if numeric else None,
            guide=tuple((print_text(point.text, self.handbook), _scaled(point.points, scale)) for point in body.guide),
            rationale=_printed(body.rationale, self.handbook),
            cites={address: recorded for address, recorded in item.cites.items() if recorded is not None},
            themes=item.themes,
            level=item.level,
            difficulty=item.difficulty,
        )

    def _stem(self, body: Body) -> tuple[Text, list[str]]:
        """Return the stem with its gaps numbered, and their names by number: in Chinese they stand in order."""
        stem = print_text(body.stem, self.handbook)
        if not body.gaps:
            return stem, []
        names = gap_names(stem.either("zh"))
        numbered = {
            lang: GAP.sub(lambda gap: blank(names.index(gap[1]) + 1), text) for lang, text in stem if text is not None
        }
        return Text(**numbered), names

    def _gap(self, body: Body, gap: Gap, name: str) -> tuple[DrawnGap, str]:
        """Return a gap and the letter of its key, ``""`` where it is written."""
        order = self._shuffled(len(gap.options), name, keep=body.keep_order)
        drawn = DrawnGap(
            answer=_printed(gap.answer, self.handbook),
            equivalent=tuple(print_text(text, self.handbook) for text in gap.equivalent),
            options=tuple(print_text(gap.options[i].text, self.handbook) for i in order),
            share=gap.share,
        )
        return drawn, "".join(_letters(gap.options, order))

    def _order(self, body: Body, name: str) -> list[int]:
        """Return the indices of the options in printed order."""
        # Steps in their right order, or right sides each beside its left side, would be no question.
        fixed = {ItemType.ORDERING: len(body.options), ItemType.MATCHING: len(body.pairs)}.get(body.type, 0)
        order = self._shuffled(len(_sides(body)), name, keep=body.keep_order)
        if fixed and order[:fixed] == list(range(fixed)):
            turn = 1 + keyed_number("turn", *self.key, name) % (fixed - 1)
            order = [*order[turn:fixed], *order[:turn], *order[fixed:]]
        return order

    def _shuffled(self, count: int, name: str, *, keep: bool) -> list[int]:
        return list(range(count)) if keep else keyed_order(range(count), str, "option", *self.key, name)


def print_rubric(rubric: Rubric, handbook: Handbook) -> Rubric:
    """Return *rubric* with its figures printed, as assessors and candidates read it."""
    criteria = tuple(
        criterion.model_copy(
            update={
                "title": print_text(criterion.title, handbook),
                "anchors": {points: print_text(text, handbook) for points, text in criterion.anchors.items()},
                "phrases": tuple(print_text(phrase, handbook) for phrase in criterion.phrases),
            }
        )
        for criterion in rubric.criteria
    )
    return rubric.model_copy(
        update={
            "title": print_text(rubric.title, handbook),
            "task": print_text(rubric.task, handbook),
            "assessor": _printed(rubric.assessor, handbook),
            "criteria": criteria,
        }
    )


def _sides(body: Body) -> tuple[Option, ...]:
    """Return what stands under letters: options, or the right sides of a matching item."""
    rights = [*(pair.right for pair in body.pairs), *body.distractors]
    return body.options or tuple(Option(text=right) for right in rights)


def _letters(options: Sequence[Option], order: Sequence[int]) -> Iterator[str]:
    """Yield the letters of the right options."""
    yield from (LETTERS[at] for at, index in enumerate(order) if options[index].key)


def _key(body: Body, order: list[int]) -> tuple[str, ...]:
    match body.type:
        case ItemType.SINGLE_CHOICE | ItemType.MULTIPLE_CHOICE:
            return tuple(_letters(body.options, order))
        case ItemType.ORDERING:
            return tuple(LETTERS[order.index(step)] for step in range(len(order)))
        case ItemType.MATCHING:
            return tuple(LETTERS[order.index(pair)] for pair in range(len(body.pairs)))
        case ItemType.TRUE_FALSE:
            return ("T" if body.answer else "F",)
        case ItemType.NUMERIC:
            assert body.numeric is not None
            return (_plain(body.numeric.value),)
        case ItemType.CLOZE | ItemType.SHORT_ANSWER | ItemType.CASE:
            return ()


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def print_text(text: Text, handbook: Handbook) -> Text:
    """Return *text* with its figures printed."""
    return Text(
        zh=handbook.plain(text.zh, "zh") if text.zh else None, en=handbook.plain(text.en, "en") if text.en else None
    )


def _printed(text: Text | None, handbook: Handbook) -> Text | None:
    return print_text(text, handbook) if text else None
