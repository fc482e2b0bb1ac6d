"""An item as it stands on one form: placeholders printed, options in their order, the key as letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from guizhang.model.drawn_item import LETTERS, DrawnCase, DrawnGap, DrawnItem, blank
from guizhang.model.handbook import Handbook
from guizhang.model.item import GAP, Body, Gap, Item, ItemType, Option, gap_names
from guizhang.model.rubric import Rubric
from guizhang.model.sharing import share_out
from guizhang.model.text import Text
from guizhang.quality.option_order import of_one_unit
from guizhang.quiz.keyed import keyed_number, keyed_places

_PAIR = 2
"""Steps of which one order alone is not the right one."""


class Printer:
    """Prints the items of one handbook; each is printed once, however many forms it stands on."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._printed: dict[tuple[str, Decimal], tuple[tuple[DrawnItem, Body], ...]] = {}
        self._arranged: dict[tuple[str, Decimal, tuple[str, ...]], DrawnItem] = {}

    def draw(self, item: Item, points: Decimal, seed: str, form: str) -> tuple[DrawnItem, ...]:
        """Return *item* as it stands on *form*: one question, or those of a case.

        The order of its options depends on (seed, form, item) only.

        Args:
            item: The item.
            points: What it is worth on the form; a case shares them out among its questions.
            seed: Keys every shuffle.
            form: Keys it too.
        """
        key = (item.id, points)
        if key not in self._printed:
            self._printed[key] = tuple(_questions(item, points, self._handbook))
        return tuple(self._shuffled(question, body, points, (seed, form)) for question, body in self._printed[key])

    def _shuffled(self, question: DrawnItem, body: Body, points: Decimal, key: tuple[str, str]) -> DrawnItem:
        if not question.order:
            return question
        order = tuple(_orders(body, question, key))
        known = (question.item_id, points, order)
        if known not in self._arranged:
            self._arranged[known] = question.arranged(order)
        return self._arranged[known]


def _questions(item: Item, points: Decimal, handbook: Handbook) -> Iterator[tuple[DrawnItem, Body]]:
    """Yield the questions of *item*, their options in its own order, each with what it is made from."""
    printing = _Printing(item, handbook)
    if item.type is not ItemType.CASE:
        yield printing.question(item, points, item.id), item
        return
    case = DrawnCase(text=print_text(item.stem, handbook), rationale=_printed(item.rationale, handbook))
    shares = [question.points for question in item.questions]
    for number, (question, worth) in enumerate(zip(item.questions, share_out(points, shares), strict=True), 1):
        yield printing.question(question, worth, f"{item.id}/{number}", case=case), question


def _orders(body: Body, question: DrawnItem, key: tuple[str, str]) -> Iterator[str]:
    """Yield the order of the options, for cloze items gap by gap; the question's id keys the shuffles too."""
    name = question.item_id
    if body.gaps:
        for gap, drawn in zip(gap_names(body.stem.either("zh")), question.gaps, strict=True):
            yield _lettered(_shuffle(drawn.options, f"{name}/{gap}", key, keep=body.keep_order, choice=True))
        return
    choice = body.type in (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE)
    order = _shuffle(question.options, name, key, keep=body.keep_order, choice=choice)
    # Steps in their right order, or right sides each beside its left side, would be no question; from last to first hardly one.
    fixed = {ItemType.ORDERING: len(body.options), ItemType.MATCHING: len(body.pairs)}.get(body.type, 0)
    in_order = list(range(fixed))
    backwards = body.type is ItemType.ORDERING and fixed > _PAIR and order == in_order[::-1]
    if fixed and (order[:fixed] == in_order or backwards):
        turn = 1 + keyed_number("turn", *key, name) % (fixed - 1)
        order = [*order[turn:fixed], *order[:turn], *order[fixed:]]
    yield _lettered(order)


def _shuffle(
    options: Sequence[Text], name: str, key: tuple[str, str], *, keep: bool, choice: bool
) -> list[int]:  # fmt: skip
    """Return the options in printed order; figures to choose from stand in ascending order, as readers look for them."""
    if choice and (figures := of_one_unit([text.either("zh") for text in options])):
        return sorted(range(len(options)), key=lambda number: figures[number])
    return list(range(len(options))) if keep else keyed_places(len(options), "option", *key, name)


class _Printing:
    """Prints the questions of one item, their options in its own order."""

    def __init__(self, item: Item, handbook: Handbook) -> None:
        self.item = item
        self.handbook = handbook

    def question(self, body: Body, points: Decimal, name: str, *, case: DrawnCase | None = None) -> DrawnItem:
        """Return one question."""
        order = list(range(len(_sides(body))))
        options, numeric, item = _sides(body), body.numeric, self.item
        whys = tuple(_printed(options[i].why, self.handbook) for i in order)
        speaks_of = tuple(options[i].cite for i in order)
        stem, names = self._stem(body)
        gaps = [self._gap(body.gaps[gap]) for gap in names]
        return DrawnItem(
            item_id=name,
            type=body.type,
            points=points,
            case=case,
            stem=stem,
            gaps=tuple(gap for gap, _, _ in gaps),
            lefts=tuple(print_text(pair.left, self.handbook) for pair in body.pairs),
            options=tuple(print_text(options[i].text, self.handbook) for i in order),
            whys=whys if any(whys) else (),
            speaks_of=speaks_of if any(speaks_of) else (),
            key=tuple(letter for _, letter, _ in gaps) if gaps else _key(body, order),
            tolerance=numeric.tolerance if numeric else Decimal(0),
            unit=_printed(numeric.unit, self.handbook) if numeric else None,
            guide=tuple((print_text(point.text, self.handbook), point.points) for point in body.guide),
            rationale=_printed(body.rationale, self.handbook),
            cites={address: recorded for address, recorded in sorted(item.cites.items()) if recorded is not None},
            themes=item.themes,
            level=item.level,
            difficulty=item.difficulty,
            order=tuple(order for _, _, order in gaps) if gaps else (_lettered(order),) if order else (),
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

    def _gap(self, gap: Gap) -> tuple[DrawnGap, str, str]:
        """Return a gap, the letter of its key and the order of its options; both ``""`` where it is written."""
        order = list(range(len(gap.options)))
        drawn = DrawnGap(
            answer=_printed(gap.answer, self.handbook),
            equivalent=tuple(print_text(text, self.handbook) for text in gap.equivalent),
            tolerance=gap.tolerance,
            options=tuple(print_text(gap.options[i].text, self.handbook) for i in order),
            share=gap.share,
        )
        return drawn, "".join(_letters(gap.options, order)), _lettered(order)


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


def _lettered(order: Sequence[int]) -> str:
    return "".join(LETTERS[index] for index in order)


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
