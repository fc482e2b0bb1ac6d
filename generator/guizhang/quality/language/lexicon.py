"""Nouns of the workplace and what they name: the kind of a name, what a whole includes, words for one thing.

The words are data, in ``lexicon.yaml``; whatever they do not hold is unknown here, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from guizhang.model.text import LANGS, Lang
from guizhang.quality.language.word_lists import word_list

_ARTICLE_EN = re.compile(r"(?:only )?(?:the|an?|any|some|all|his|her|their|its|your|our)\s+")
_MEMBER_EN = re.compile(r"(?:an?|any|one|some) (?:members?|one) of (?=the\b)")
_PLACED = {
    "zh": re.compile(r"^(?:放?在|用|以|凭|各类|各种|所有的?|任何|全部)|[里内上]$"),
    "en": re.compile(r"^(?:in|at|on|by|with|inside)\s+"),
}
# Whoever is concerned, and no name: 相关部门, the person responsible.
_ANYBODY: dict[Lang, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "zh": (
        ("office", re.compile("(?:相关|有关|主管|责任|职能|对口|相应|各相关)的?(?:部门|单位|科室|机构)")),
        ("person", re.compile("(?:相关|有关|指定|授权|专门|专职|相应)的?(?:人员|责任人|负责人|领导|管理人员)")),
    ),
    "en": (
        (
            "office",
            re.compile(
                r"(?:relevant|responsible|competent|appropriate|department) (?:department|office|authority|body|unit|concerned)s?"
            ),
        ),
        (
            "person",
            re.compile(
                r"(?:relevant|responsible|competent|appropriate|authori[sz]ed|designated) (?:person|employee|staff|staff member|official)s?"
            ),
        ),
    ),
}
# Of a longer name the word at the end is the noun; of one character only the whole name can be it: 鱼, but not 木鱼.
_LEAST_ZH = 2


@dataclass(frozen=True)
class Lexicon:
    """The words of one language."""

    kinds: dict[str, str] = field(default_factory=dict)
    """Word to the kind of what it names: person, office, place, time, document, thing, food, animal, event."""
    wholes: dict[str, frozenset[str]] = field(default_factory=dict)
    """Name of a whole to the words for what belongs to it."""
    first: dict[str, str] = field(default_factory=dict)
    """Word to the first of the words for the same thing."""


def kind_of_name(name: str, lang: Lang) -> str | None:
    """Return the kind of thing *name* names by its noun, the longest that is known; ``None`` where none is."""
    kinds = lexicon(lang).kinds
    return next((kinds[noun] for noun in _nouns(name, lang) if noun in kinds), None)


def includes(whole: str, part: str, lang: Lang) -> bool:
    """Tell whether *whole* is the name of a whole to which belongs what *part* names: 乳制品, 酸奶."""
    named = _bare(whole, lang)
    if (kind := next((kind for kind, name in _ANYBODY[lang] if name.fullmatch(named)), None)) is not None:
        return kind_of_name(part, lang) == kind and named != _bare(part, lang)
    members = lexicon(lang).wholes.get(named) or lexicon(lang).wholes.get(_singular(named))
    if members is None:
        return False
    small = _bare(part, lang)
    # An assistant manager is none of the managers: it is a post beside theirs.
    mine = {named, _singular(named)} if lang == "en" else {named}
    return named != small and any(noun in members and noun not in mine for noun in (*_nouns(small, lang), small[-1:]))


def same_thing(text: str, lang: Lang) -> str:
    """Return *text* with every word that has another for the same thing replaced by the first of the two."""
    first = lexicon(lang).first
    if lang == "zh":
        noun = next((noun for noun in _nouns(text, lang) if noun in first), None)
        return text.removesuffix(noun) + first[noun] if noun else text
    return re.sub(r"[a-z][a-z'’-]*", lambda word: first.get(_singular(word[0]), word[0]), text.lower())


@cache
def lexicon(lang: Lang) -> Lexicon:
    """Return the words of *lang*; where a word stands twice, its first kind holds."""
    known = Lexicon()
    tree: dict[str, list[dict[str, dict[Lang, str]]]] = word_list("lexicon.yaml")
    for kind, groups in tree.items():
        for group in groups:
            words = [word for alike in _words(group["words"][lang], lang) for word in alike]
            for alike in _words(group["words"][lang], lang):
                known.first.update(dict.fromkeys(alike[1:], alike[0]))
            for word in words:
                known.kinds.setdefault(word, kind)
            for whole in _words(group.get("whole", dict.fromkeys(LANGS, ""))[lang], lang):
                for name in whole:
                    bare = _bare(name, lang)
                    one = _singular(bare) if lang == "en" else bare
                    for spelled in {bare} | ({one} - set(words)):
                        known.wholes[spelled] = known.wholes.get(spelled, frozenset()) | frozenset(words)
                    known.kinds.setdefault(_singular(bare) if lang == "en" else bare, kind)
    return known


def _words(written: str, lang: Lang) -> list[list[str]]:
    """Return the words of an entry, those for one thing together."""
    entries = written.split() if lang == "zh" else [entry.strip() for entry in written.split(",")]
    return [entry.split("/") for entry in entries if entry]


@lru_cache(maxsize=16384)
def _bare(text: str, lang: Lang) -> str:
    """Return a name without what stands around it: in the, any, 在……里."""
    plain = text.strip().rstrip("。.").lower()
    plain = _PLACED[lang].sub("", plain) or plain
    plain = _MEMBER_EN.sub("", plain) if lang == "en" else plain
    return _ARTICLE_EN.sub("", plain, count=1) if lang == "en" else plain


def _nouns(name: str, lang: Lang) -> Iterator[str]:
    """Yield what may be the noun of *name*, the longest first: its last characters, or its last words."""
    if lang == "zh":
        yield name
        yield from (name[-n:] for n in range(len(name) - 1, _LEAST_ZH - 1, -1))
        return
    words = name.lower().split()
    for n in range(min(len(words), 3), 0, -1):
        last = " ".join(words[-n:])
        yield from dict.fromkeys((last, _singular(last)))


def _singular(word: str) -> str:
    """Return an English word without the ending of the plural, as far as the ending tells."""
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
