"""What each type of item needs, may have and cannot have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from guizhang.model.item import MOST_OPTIONS, MOST_PARTS, Body, ItemType, gap_names
from guizhang.model.text import LANGS, Lang

Problems = Iterator[tuple[str, str]]
PARTS = ("options", "answer", "gaps", "numeric", "pairs", "distractors", "guide", "questions")
"""Fields that belong to some types only."""


def _count(have: int, least: int, most: int, zh: str, en: str) -> Problems:
    if not least <= have <= most:
        yield f"应有 {least} 至 {most} 个{zh}，现有 {have} 个", f"needs {least} to {most} {en}, has {have}"


def _choice(body: Body) -> Problems:
    yield from _count(len(body.options), 2, MOST_OPTIONS, "选项", "options")
    keys = sum(option.key for option in body.options)
    if body.type is ItemType.SINGLE_CHOICE and keys != 1:
        yield f"应有且只有一个 key: true，现有 {keys} 个", f"needs exactly one option with key: true, has {keys}"
    if body.type is ItemType.MULTIPLE_CHOICE and keys < 1:
        yield "至少要有一个 key: true", "needs at least one option with key: true"
    if body.type is ItemType.ORDERING and keys:
        yield "步骤按正确顺序列出，不用 key", "list the steps in their right order, without key"


def doubled(options: Sequence[Mapping[Lang, str | None]]) -> tuple[int, int] | None:
    """Return the places of two options that are the same in one of the languages, blanks aside; ``None`` if there are none."""
    seen: dict[tuple[Lang, str], int] = {}
    for at, option in enumerate(options):
        for lang in LANGS:
            words = "".join((option.get(lang) or "").split())
            first = seen.setdefault((lang, words), at) if words else at
            if first != at:
                return first, at
    return None


def _cloze(body: Body) -> Problems:
    yield from _count(len(body.gaps), 1, MOST_PARTS, "空", "gaps")
    for lang in LANGS:
        yield from _gaps_stand(body, lang)
    for name, gap in body.gaps.items():
        if (gap.answer is None) == (not gap.options):
            yield (
                f"空 {name} 应有 answer（填写）或 options（选择），二者取一",
                f"the gap {name} needs answer (to write) or options (to choose), one of the two",
            )
        if gap.options and (gap.equivalent or sum(o.key for o in gap.options) != 1 or len(gap.options) > MOST_OPTIONS):
            yield (
                f"空 {name} 的 options 至多 {MOST_OPTIONS} 个，其中只有一个 key: true，并且不用 equivalent",
                f"the gap {name} needs at most {MOST_OPTIONS} options, one with key: true, and no equivalent",
            )


def _gaps_stand(body: Body, lang: Lang) -> Problems:
    text = body.stem.get(lang)
    if text is None:
        return
    there = gap_names(text)
    for name in (*body.gaps, *there):
        if name not in body.gaps:
            yield f"{lang} 题干的 [[{name}]] 没有写在 gaps 里", f"[[{name}]] in the {lang} stem is not under gaps"
        elif there.count(name) != 1:
            n = there.count(name)
            yield (
                f"{lang} 题干里 [[{name}]] 应出现一次，现有 {n} 次",
                f"[[{name}]] must stand once in the {lang} stem, it stands {n} times",
            )


def _matching(body: Body) -> Problems:
    yield from _count(len(body.pairs), 2, MOST_OPTIONS, "配对", "pairs")
    rights = [pair.right for pair in body.pairs] + [*body.distractors]
    yield from _count(len(rights), 2, MOST_OPTIONS, "右项", "right sides")
    if len(set(rights)) < len(rights):
        yield "两个右项相同", "two right sides are the same"


def _case(body: Body) -> Problems:
    yield from _count(len(body.questions), 2, MOST_PARTS, "小题", "questions")
    if any(question.type is ItemType.CASE for question in body.questions):
        yield "小题不能又是案例题", "a question of a case cannot be a case itself"


def _nothing_more(_: Body) -> Problems:
    yield from ()


FORMS: Mapping[ItemType, tuple[str, tuple[str, ...], Callable[[Body], Problems]]] = {
    ItemType.SINGLE_CHOICE: ("options", (), _choice),
    ItemType.MULTIPLE_CHOICE: ("options", (), _choice),
    ItemType.TRUE_FALSE: ("answer", (), _nothing_more),
    ItemType.CLOZE: ("gaps", (), _cloze),
    ItemType.NUMERIC: ("numeric", (), _nothing_more),
    ItemType.MATCHING: ("pairs", ("distractors",), _matching),
    ItemType.ORDERING: ("options", (), _choice),
    ItemType.SHORT_ANSWER: ("guide", (), _nothing_more),
    ItemType.CASE: ("questions", (), _case),
}
"""Type -> the field it needs, those it may have beside it, and what else must be so."""


def problems(body: Body) -> Problems:
    """Yield what does not fit the type of *body*, in zh and en."""
    needed, allowed, more = FORMS[body.type]
    for field in PARTS:
        there = getattr(body, field) not in (None, (), {})
        if field == needed and not there:
            yield f"缺少 {field}", f"{field} is missing"
        elif there and field not in (needed, *allowed):
            yield f"不应有 {field}", f"cannot have {field}"
    yield from more(body)
