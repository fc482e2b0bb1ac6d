"""A question as the trainer reads it: its key, what is right, why, how it is marked, and the rules it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guizhang.exam.marking.heads import View
from guizhang.exam.words import asked, plain, runs, say
from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.form import ExamRecord, PaperLanguage
from guizhang.model.item import ItemType
from guizhang.model.text import LANGS, Text

_LONGEST_SHORT = 18


def printed_key(item: DrawnItem, language: PaperLanguage) -> str:
    """Return the key as a marker reads it: B, ACD, √, 24 小时, 1C 2A; empty for what is written in words."""
    match item.type:
        case ItemType.TRUE_FALSE:
            right = item.key[0] == "T"
            return {"zh": "√" if right else "×", "en": item.key[0], "both": "√ T" if right else "× F"}[language]
        case ItemType.NUMERIC:
            unit = runs(item.unit, language)
            return " ".join([item.key[0], " / ".join(run["text"] for run in unit)]).strip()
        case ItemType.MATCHING | ItemType.CLOZE:
            return " ".join(f"{n}{letter}" for n, letter in enumerate(item.key, 1) if letter)
        case _:
            return "".join(item.key)


def short_key(item: DrawnItem, language: PaperLanguage) -> str:
    """Return the key as a table of keys shows it, without a unit: a dash for what must be read below."""
    if item.type is ItemType.NUMERIC:
        return item.key[0]
    if item.type is ItemType.CLOZE and not all(item.key):
        # In the order of the gaps, as they are typed into the workbook: with their numbers before them, 2 and 20 would read 12 220.
        words = "; ".join(letter or gap.accepted[0] for gap, letter in zip(item.gaps, item.key, strict=True))
        return words if len(words) <= _LONGEST_SHORT else "—"
    return printed_key(item, language) or "—"


def explained(record: ExamRecord, item: DrawnItem, language: PaperLanguage, *, lettered: bool = True) -> View:
    """Return one question with everything a marker may want to know of it.

    Args:
        record: Where the cited places stand.
        item: The question.
        language: What it is printed in.
        lettered: Whether options are named by the letters they have on this form; by their words otherwise.
    """
    key = printed_key(item, language) if lettered or not item.options else ""
    if item.tolerance:
        key += f" (±{plain(item.tolerance)})"
    return {
        "stem": asked(item, language),
        "key": key,
        "points": say("full", language, points=plain(item.points)) if item.type is ItemType.SHORT_ANSWER else "",
        "right": [{"letter": label, "runs": runs(text, language)} for label, text in _right(item, lettered=lettered)],
        "whys": [{"letter": label, "runs": runs(text, language)} for label, text in _whys(item, lettered=lettered)],
        "guide": [{"runs": runs(text, language), "points": plain(points)} for text, points in item.marking_guide],
        "rationale": runs(item.rationale, language),
        "cites": cites_of(record, item, language) if item.case is None else [],
        "id": item.item_id,
    }


def case_of(record: ExamRecord, group: Sequence[DrawnItem], language: PaperLanguage) -> View | None:
    """Return what is said once for all questions of a case; ``None`` for a question alone."""
    case = group[0].case
    if case is None:
        return None
    return {
        "text": runs(case.text, language),
        "rationale": runs(case.rationale, language),
        "cites": cites_of(record, group[0], language),
    }


def cites_of(record: ExamRecord, item: DrawnItem, language: PaperLanguage) -> list[View]:
    """Return the rules a question rests on, each with the link that leads to it."""
    return [{"runs": runs(_name(record, address), language), "link": f"go.html#{address}"} for address in item.cites]


def _name(record: ExamRecord, address: str) -> Text:
    place = record.cited.get(address)
    return place.name if place else Text(zh=address, en=address)


def _right(item: DrawnItem, *, lettered: bool) -> Iterator[tuple[str, Text]]:
    """Yield what is right, with the letter or number it stands under."""
    if item.lefts:
        for number, (left, letter) in enumerate(zip(item.lefts, item.key, strict=True), 1):
            label = f"{number}{letter}." if lettered else f"{number}."
            yield label, _joined(" → ", (left, item.options[LETTERS.index(letter)]))
    elif item.options:
        for number, letter in enumerate(item.key, 1):
            label = f"{letter}." if lettered else f"{number}." if item.type is ItemType.ORDERING else "√"
            yield label, item.options[LETTERS.index(letter)]
    for number, (gap, letter) in enumerate(zip(item.gaps, item.key, strict=False), 1):
        if gap.answer is None:
            yield (f"{number}{letter}." if lettered else f"{number}."), gap.options[LETTERS.index(letter)]
        else:
            right = _joined(" = ", (gap.answer, *gap.equivalent))
            deviation = f" (±{plain(gap.tolerance)})" if gap.tolerance else ""
            yield (
                f"{number}.",
                Text(**{lang: words and words + deviation for lang in LANGS for words in [right.get(lang)]}),
            )


def _whys(item: DrawnItem, *, lettered: bool) -> Iterator[tuple[str, Text]]:
    """Yield why options are wrong or right."""
    for index, why in enumerate(item.whys):
        if why is None:
            continue
        if lettered:
            yield f"{LETTERS[index]}.", why
        else:
            yield "×" if LETTERS[index] not in item.key else "√", _joined(" — ", (item.options[index], why))


def _joined(sign: str, texts: Sequence[Text]) -> Text:
    return Text(**{lang: sign.join(words for text in texts if (words := text.get(lang))) for lang in LANGS})
