"""The last line of an imported provision: many rules leave out the stop that its last sentence ends with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guizhang.model.regulation import Level, Place
from guizhang.model.text import Lang
from guizhang.quiz.quoting.quotable import ended, sentences

_STOP: Mapping[Lang, str] = {"zh": "。", "en": "."}
# Half a line ends in a word that wants another behind it.
_LAST_WORD: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"[\u3400-\u9fff\d%％](?<![的和或与與及、把将將被在向对對从從为為])$"),
    "en": re.compile(r"\b([A-Za-z][A-Za-z’'-]*|\d+)[)”’]?$"),
}
_WANTS_MORE = frozenset(
    "a an the and or but nor not if as than that when where which who of to in by at on for per with from into upon under over"
    " is are was be been has have may can must will shall should each any every all your our its his her their my".split()
)
# 员工应急预案 and What staff must bring are headings; 仍应保守 lacks what must be kept.
_LAYS_DOWN: Mapping[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        r"不得|不准|不許|不许|不能|不可|不允许|严禁|嚴禁|禁止"
        r"|(?:必须|必須|应当|應當|可以|[须須]|应(?![急用聘届酬付收变激对当])|(?<![需重主首紧])要(?![求点领素件]))[^，；：]{3}"
    ),
    "en": re.compile(
        r"^(?!(?:What|Who|How|When|Where|Why|Which|Whether)\b)[A-Z](?:(?!\b(?:that|which|who)\b)[^.])*?"
        r"\b(?:must|shall|may not|cannot|can not|will be|(?:is|are) (?:not |only )?(?:\w+ed|prohibited|forbidden|\w+en))\b"
        r"|^(?:No|Do not|Don[’']t|Never|Please) [a-z]"
    ),
}


def ends_provision(place: Place) -> bool:
    """Tell whether nothing goes on with a line: it has a number, and what stands behind it a number or a title of its own."""
    node = place.node
    if node.level is Level.PARAGRAPH or node.body:
        return False
    beside = place.ancestors[-1].body if place.ancestors else place.regulation.body
    behind = next(beside[n + 1 :] for n, one in enumerate(beside) if one is node)
    return not behind or behind[0].level is not Level.PARAGRAPH or behind[0].title is not None


def closed(text: str, lang: Lang) -> str:
    """Return the last line of a provision with the stop that its last sentence lacks; as it is where it is no sentence.

    A line with a sentence before it, or with a word for must, may or must not, is one; a heading or half a line is not.
    """
    said = text.rstrip()
    last = None if ended(said) else _LAST_WORD[lang].search(said)
    if last is None or (lang == "en" and last[1].lower() in _WANTS_MORE):
        return text
    *before, sentence = sentences(said, lang)
    return f"{said}{_STOP[lang]}" if before or _LAYS_DOWN[lang].search(sentence) else text
