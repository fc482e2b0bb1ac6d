"""English lines without a verb: a row of a price list or of a list of things (A registration fee) says nothing by itself."""

from __future__ import annotations

import re

from guizhang.quality.language.verbs_en import form_en
from guizhang.quiz.quoting.quotable import sentences

_AUXILIARY = re.compile(
    r"\b(?:am|is|are|was|were|be|been|has|have|had|do|does|did|may|might|must|shall|should|will|would|can|could|cannot|need|let)\b"
    r"|n['’]t\b|['’](?:ll|re|ve)\b",
    re.IGNORECASE,
)
_NUMBER = frozenset("one two three four five six seven eight nine ten twelve".split())
_DETERMINERS = frozenset("a an the all any each every both no our your their its his her this that these those".split())
_SMALL = (
    _DETERMINERS
    | frozenset(
        "to in on at with without for by from of off up out over under within after before during until per".split()
    )
    | frozenset("and or nor but as than who which if when while where unless because not only it them".split())
)
"""Words that are no verbs; behind a verb as often as behind a name."""
_SUBJECTS = frozenset("i you we they he she it who which staff people children anyone everyone nobody".split())
_WORD = re.compile(r"[£$€]?\d[\d.,:]*\w*|[A-Za-z'’-]+")


def verbless(text: str) -> bool:
    """Tell whether one of the English sentences of *text* is no more than a name, as far as its words tell."""
    return any(_names(sentence.rstrip(".!")) for sentence in sentences(text, "en"))


def _names(sentence: str) -> bool:
    words = [word.lower() for word in _WORD.findall(sentence)]
    if len(words) < 2 or _AUXILIARY.search(sentence):
        return False
    thing = words[0] in _DETERMINERS - {"no"} or words[0] in _NUMBER or words[0][-1].isdigit()
    if not thing and form_en(sentence) != "noun":
        return False
    return not any(_says(words, place) for place in range(1, len(words)))


def _says(words: list[str], place: int) -> bool:
    """Tell whether the word at *place* may be a verb: parents collect their children, the deposit secures the booking."""
    before, word = words[place - 1], words[place]
    behind = words[place + 1] if place + 1 < len(words) else ""
    if word in _SMALL or not word.isalpha() or before in _SMALL - _SUBJECTS:
        return False
    counted = place > 1 and (words[place - 2] in _NUMBER or words[place - 2][-1].isdigit())
    plural = before.endswith("s") and not before.endswith("ss") and not counted
    third = word.endswith("s") and not word.endswith("ss") and (behind in _SMALL or behind[:1].isdigit())
    return before in _SUBJECTS or plural or (third and before not in _NUMBER and not before[-1].isdigit())
