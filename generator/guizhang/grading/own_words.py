"""Questions and options named by their own words, as form services export them.

A column is headed by the question, a cell holds the text of the option that was chosen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from guizhang.model.drawn_item import LETTERS, DrawnItem
from guizhang.model.form import ExamRecord
from guizhang.model.text import Text

_NUMBER = re.compile(r"^\s*第?\s*\d{1,3}\s*题?\s*[.、:：)）．]?")
_REMARK = re.compile(r"[(\[（][^)\]）]*(?:\d|题|choice)[^)\]）]*[)\]）]|【[^】]*】|\*")
"""What the question is worth, or its type: （2分）, 【多选题】."""
_NOISE = re.compile(r"[\W_]+")
_DIVIDERS = ",;、|┋/"
_LABEL_ENDS = ("", ".", "、", ":", ")", "-")
_LONGEST = 2_000


def stems(record: ExamRecord) -> dict[str, int]:
    """Return the words of each question -> its number; not those that stand under different numbers on two forms."""
    found: dict[str, set[int]] = {}
    for form in record.forms:
        for number, item in enumerate(form.items, start=1):
            for words in _stem_words(item):
                found.setdefault(words, set()).add(number)
    return {words: next(iter(numbers)) for words, numbers in found.items() if len(numbers) == 1}


def asked(heading: str, known: Mapping[str, int]) -> int | None:
    """Return the number of the question a heading repeats; the number before it may be the form service's own."""
    for text in (heading, _NUMBER.sub("", heading)):
        number = known.get(_plain(text)) or known.get(_plain(_REMARK.sub("", text)))
        if number is not None:
            return number
    return None


def _stem_words(item: DrawnItem) -> Iterator[str]:
    zh, en = item.stem.zh or "", item.stem.en or ""
    # Numbers of gaps look like remarks, and go from a heading with them.
    for words in {zh, en, zh + en, en + zh}:
        yield from filter(None, {_plain(words), _plain(_REMARK.sub("", words))})


def _plain(text: str) -> str:
    return _NOISE.sub("", unicodedata.normalize("NFKC", text).casefold())


def ticked(options: tuple[Text, ...], text: str) -> str:
    """Return the letters of the options whose texts stand in a cell; empty where anything else stands there too.

    Example:
        ``C.登记投诉┋A.请业主坐下`` is ``AC``.
    """
    whole = _folded(text)
    # A bare figure may be the text of an option or somebody's count of options.
    if len(whole) > _LONGEST or whole.isdigit():
        return ""
    found = set(_readings(whole, _texts(options)))
    return "".join(sorted(found.pop())) if len(found) == 1 else ""


def _folded(text: str) -> str:
    lines = unicodedata.normalize("NFKC", text).casefold().replace("\n", ";")
    return re.sub(r"\s+", "", lines).strip(_DIVIDERS + "。.")


@lru_cache(maxsize=4_096)
def _texts(options: tuple[Text, ...]) -> tuple[tuple[str, str], ...]:
    """Return every way an option is written out, with its letter; not what two options share."""
    letters: dict[str, set[str]] = {}
    for letter, option in zip(LETTERS, options, strict=False):
        zh, en = _folded(option.zh or ""), _folded(option.en or "")
        for words in filter(None, {zh, en, zh + en, f"{zh}/{en}"}):
            for end in (None, *_LABEL_ENDS):
                label = "" if end is None else letter.casefold() + end
                letters.setdefault(label + words, set()).add(letter)
    return tuple((words, next(iter(some))) for words, some in letters.items() if len(some) == 1)


def _readings(whole: str, texts: tuple[tuple[str, str], ...], at: int = 0) -> Iterator[frozenset[str]]:
    """Yield every set of letters whose texts, with dividers between them, are *whole* from *at* on."""
    for words, letter in texts:
        if whole.startswith(words, at):
            end = at + len(words)
            if end == len(whole):
                yield frozenset(letter)
            elif whole[end] in _DIVIDERS:
                while whole[end] in _DIVIDERS:
                    end += 1
                yield from (rest | {letter} for rest in _readings(whole, texts, end))
