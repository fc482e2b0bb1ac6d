"""Sentences of a clause, the same in each of its languages, as points of a marking guide."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product

from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.material.made import capital
from guizhang.quiz.quoting.clauses import Clause
from guizhang.quiz.quoting.quotable import asks, broken, of_itself, sends_elsewhere, sentences
from guizhang.quiz.quoting.texts import bare
from guizhang.zh.quotations import split

_HALVES: Mapping[Lang, re.Pattern[str]] = {"zh": re.compile("；"), "en": re.compile("; ")}
# Guests must be signed in and the fee must be paid: two demands, of two subjects. Behind if or that there is one.
_OF_ANOTHER = re.compile(
    r"((?!(?:If|When|Where|Unless|While|As|Before|After)\b)[^,;:]*\b(?:must|shall|may)\b[^;:]*?),? and"
    r" ((?!(?:they|it|he|she|this|that|these|those|which|who|so|then)\b)(?:[a-z'’-]+ ){1,5}?(?:must|shall)\b[^;:]*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_THOUSAND = re.compile(r"(?<=\d),(?=\d{3})")
_STOP: Mapping[Lang, str] = {"zh": "。", "en": "."}


def paired(clause: Clause) -> list[Text]:
    """Return the sentences of *clause*, figures printed; none where its languages have them cut otherwise.

    A semicolon ends one too, in the languages that then have as many as the other.
    """
    printed = clause.printed(clause.handbook.print_fact)
    if printed is None:
        return []
    whole = {lang: sentences(printed.either(lang), lang) for lang in clause.langs}
    halves = {lang: [h for one in found for h in _halves(one, lang)] for lang, found in whole.items()}
    joined = {lang: [h for half in found for h in _demands(half, lang)] for lang, found in halves.items()}
    ways = (joined, whole) if joined == halves else (joined, halves, whole)
    for way in product(ways, repeat=len(whole)):
        parts = {lang: each[lang] for lang, each in zip(whole, way, strict=True)}
        if len({len(found) for found in parts.values()}) == 1:
            pairs = [dict(zip(parts, said, strict=True)) for said in zip(*parts.values(), strict=True)]
            if all(map(same_figures, pairs)):
                return [Text(zh=said.get("zh"), en=said.get("en")) for said in pairs]
    return []


def same_figures(said: Mapping[Lang, str]) -> bool:
    """Tell whether all languages state the same numbers in digits: else they were cut in different places."""
    return len({tuple(sorted(_NUMBER.findall(_THOUSAND.sub("", text)))) for text in said.values()}) <= 1


def _halves(sentence: str, lang: Lang) -> list[str]:
    """Return what stands between the semicolons of a sentence, each as a sentence."""
    halves = [bare(half) for half in split(sentence, _HALVES[lang])]
    return [sentence] if len(halves) == 1 else [f"{capital(half)}{_STOP[lang]}" for half in halves]


def _demands(half: str, lang: Lang) -> list[str]:
    """Return what an English sentence demands of one and then of another, each as a sentence."""
    match = _OF_ANOTHER.fullmatch(half) if lang == "en" else None
    # Who is spoken of by a word that only takes up the first has to stand beside it.
    return [half] if match is None else [f"{match[1]}.", capital(match[2])]


def lays_down(sentence: Text, langs: Sequence[Lang]) -> bool:
    """Tell whether a sentence, or a part of one, says something of its own that can be written down."""
    return not any(
        broken(capital(said) if lang == "en" else said, lang) or asks(said) or of_itself(said) or sends_elsewhere(said)
        for lang in langs
        for said in (sentence.either(lang),)
    )


def as_point(sentence: Text) -> Text:
    """Return a sentence, or what a demand asks for, as a point of a marking guide: no stop, in English a capital."""
    said = {lang: bare(text) for lang in LANGS if (text := sentence.get(lang)) is not None}
    return Text(zh=said.get("zh"), en=capital(said["en"]) if "en" in said else None)
