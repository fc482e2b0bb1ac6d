"""The words of a short English text, each by what it does in a sentence, as far as lists and endings tell."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from guizhang.quality.language.kinds import PAST
from guizhang.quality.language.lexicon import kind_of_name
from guizhang.quality.language.verbs_en import BASE, BOTH
from guizhang.quality.language.word_lists import word_list

_CLOSED = {
    "determiner": "D", "subject": "S", "object": "O", "modal": "M", "auxiliary": "X", "preposition": "P", "infinitive": "T", "conjunction": "C",
    "asks": "W", "joins": "K", "adverb": "J", "like": "A", "like_ing": "A",
}  # fmt: skip
_ADJECTIVE = re.compile(r"[a-z]{3,}(?:able|ible|ful|ous|ive|less|ical|ant|ent|ary)")
_NOUN = re.compile(
    r"[a-z]{2,}(?:tion|sion|ment|ness|ance|ence|ity|ship|ism|ure|age|ery|ist|ician|ology|graphy|meter|phone|ware)s?"
)
_FIGURE = re.compile(r"[\d.,:%£$€-]+[a-z°]*")
_WORD = re.compile(r"[a-z0-9£$€%°.:'’-]*[a-z0-9%°]")
_LEAST_ING, _LEAST_ED = 5, 5


class _Words(NamedTuple):
    closed: dict[str, str]
    name_ing: frozenset[str]
    past: frozenset[str]
    verbs: frozenset[str]


@cache
def _words() -> _Words:
    tree: dict[str, str] = word_list("tags_en.yaml")
    closed = {word: tag for name, tag in _CLOSED.items() for word in tree[name].split()}
    name_ing, past, verbs = (frozenset(tree[name].split()) for name in ("name_ing", "past", "verb"))
    return _Words(closed, name_ing, past, verbs | BASE | BOTH)


def is_verb(word: str) -> bool:
    """Tell whether *word* is the base form of a verb that is listed."""
    return word in _words().verbs


@lru_cache(maxsize=16384)
def tags_en(text: str) -> str:
    """Return a letter for each word of *text*.

    D determiner or figure, S subject pronoun, O object pronoun, M modal, X auxiliary, P preposition, T to, C conjunction, W who or that, K and,
    J adverb, A adjective, V verb, B verb or name, Z third person or plural, E past or participle, G -ing, N name, n perhaps a name.
    """
    return "".join(_tag(word) for word in _WORD.findall(text.lower()))


def _tag(word: str) -> str:
    known = _words()
    if word in known.closed:
        return known.closed[word]
    if _FIGURE.fullmatch(word):
        return "D"
    if word.endswith("ing") and len(word) >= _LEAST_ING and word not in known.name_ing and word not in known.verbs:
        return "G"
    if PAST.fullmatch(word) or word in known.past:
        return "E"
    if word in known.verbs:
        return "B" if word in BOTH else "V"
    return _by_ending(word)


def _by_ending(word: str) -> str:
    verbs = _words().verbs
    if word.endswith("ed") and len(word) >= _LEAST_ED and {word[:-1], word[:-2], word[:-3]} & verbs:
        return "E"
    if word.endswith("s") and not word.endswith("ss") and {word[:-1], word[:-2], word[:-3] + "y"} & verbs:
        return "Z"
    if kind_of_name(word, "en") or _NOUN.fullmatch(word):
        return "N"
    if word.endswith("ly"):
        return "J"
    if word.endswith("ed") and len(word) >= _LEAST_ED:
        return "E"
    return "A" if _ADJECTIVE.fullmatch(word) else "n"
