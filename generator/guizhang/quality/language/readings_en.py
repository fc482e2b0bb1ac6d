"""What a short English text can be read as, and how far-fetched each reading is.

The rules are tables of patterns over the tags of its words (``tagged_en``) and the words themselves; the first that matches holds.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guizhang.quality.language.readings import (
    ACT,
    ASKED,
    BEGGED,
    BY,
    DOING,
    DONE,
    NAME,
    NEVER,
    THAT,
    THIRD,
    TO,
    TOLD,
    WHERE,
    WHY,
    Readings,
    first,
    table,
)
from guizhang.quality.language.tagged_en import is_verb, tags_en
from guizhang.quality.language.verbs_en import BASE

_ALL = (NAME, ACT, DOING, TO, DONE, THIRD, TOLD, ASKED, BEGGED, WHY, WHERE, BY, THAT)
ALIKE_EN = tuple(
    frozenset(group)
    for group in (
        {NAME}, {ACT}, {DOING}, {TO}, {DONE, WHERE}, {THIRD}, {TOLD}, {ASKED}, {BEGGED}, {WHY}, {WHERE, BY}, {THAT, TOLD},
    )
)  # fmt: skip
# What shows by its signs alone: none of the above goes with everything, speech has a grammar of its own.
_SIGNS = table(
    (r"$|(?:yes|none|neither|either|both|all|nothing|any)\b|no(?:,|$)|.*:|.*[”\"].", dict.fromkeys(_ALL, 0.0)),
    (r".*\?$", {ASKED: 0}),
    (r".*!$|please\b|.*, please\b", {BEGGED: 0, ACT: 2.5}),
)
_HEDGE = re.compile(
    r"^(?:as a rule|in general|in principle|generally|normally|under no circumstances|at any time|if possible|where possible|as required"
    r"|if necessary),? "
)
_IN_PARTS = 1.5
"""The most it costs to read a text of several clauses in any way."""
_SHORT = 4


@lru_cache(maxsize=16384)
def readings_en(text: str) -> Readings:
    """Return the cost of every reading of *text*, from 0 for a natural one to 4 for one that cannot be."""
    plain = _HEDGE.sub("", " ".join(text.strip().strip("“\"'‘’").lower().split()))
    found = first(_SIGNS, plain)
    if found is None:
        plain = plain.strip("”")
        tags = tags_en(plain)
        found = _one_word(plain, tags) if len(tags) == 1 else _by_tags(plain, tags)
        if "," in plain or ";" in plain:
            found = {one: min(found.get(one, NEVER), _IN_PARTS) for one in _ALL}
    return {one: found.get(one, NEVER) for one in _ALL}


def _one_word(word: str, tag: str) -> Readings:
    if tag == "N" and not is_verb(word):
        return {NAME: 0, WHERE: 1}
    if tag == "E":
        return {DONE: 0, NAME: 1, ACT: 1 if is_verb(word) else NEVER}
    third, doing = (1 if tag == one else 3 for one in "ZG")
    return {NAME: 0 if tag in "NnGMZ" else 0.5, ACT: 1, DONE: 1, WHERE: 1, THIRD: third, DOING: doing}


def _by_tags(plain: str, tags: str) -> Readings:
    words = plain.split()
    lead = re.match("J+(?=.)", tags) if words[0] not in ("once", "then", "only") else None
    if lead:
        later = _by_tags(" ".join(words[lead.end() :]), tags[lead.end() :])
        return {**later, NAME: max(later.get(NAME, NEVER), 2), WHERE: min(later.get(WHERE, NEVER), 1)}
    known = ("v" if is_verb(words[0]) else "") + ("w" if words[0] in BASE else "")
    told = is_verb(words[1]) if tags[0] == "T" and len(words) > 1 else False
    key = f"{tags}|{known}{'V' if told else ''}|{plain}"
    found = first(_PHRASES, key)
    if found is not None:
        return found
    sentence = first(_SENTENCES, tags)
    if sentence is not None:
        more: Readings = {ACT: 2} if tags[0] in "VB" else {DONE: 0.5} if tags[0] == "E" else {}
        return sentence | more
    found = dict(first(_WORDS, key) or {})
    if tags[0] in "DNnZ" and (re.search("[XMZEV]", tags[1:]) or any(word.endswith("s") for word in words[1:-1])):
        found[TOLD] = min(found.get(TOLD, NEVER), 0.5 if len(tags) > _SHORT else 2.5)
    return found


_WHEN = r"(?:second|minute|hour|day|night|week|month|year|decade|quarter|time|shift|morning|evening|afternoon|season|use|trip|meal|visit)s?$"
# By the first words, which leave no doubt: tags, what is known of the first word (v a verb, w a common one, V to and a verb), the text.
_PHRASES = table(
    (rf".*\|(?:once|twice|every|each) .*\b{_WHEN}", {WHERE: 0, NAME: 0.5}),
    (r".*\|(?:do not|don't) \w", {ACT: 0, BEGGED: 0, DONE: 1.5}),
    (r".+[XMZE].*\|that (?!of )(?!\w+$)", {THAT: 0, TOLD: 2.5}),
    ("T[DSO]", {WHERE: 0}),
    (r"T(?:J?[VBnX]|[^|]*\|v?w?V)", {TO: 0, WHERE: 1.5}),
    ("T", {TO: 0.5, WHERE: 0.5}),
    (r".*\|(?:so that|in order to) ", {WHY: 0, TO: 1}),
    (r".*\|(?:because|since|owing to|due to) ", {WHY: 0}),
    (r".*\|as (?!soon)", {WHY: 0, WHERE: 1}),
    ("CT|[CP]W", {ASKED: 0, WHERE: 1, NAME: 1.5}),
    (r".*\|that of ", {NAME: 0}),
    (r"W.*\|who ", {ASKED: 0, NAME: 1.5, TOLD: 2}),
    ("W", {ASKED: 0, NAME: 1.5}),
    (r"C.*\|(?:when|where) ", {WHERE: 0, ASKED: 0.5}),
    (r"C|JJ*[SD].*\|once ", {WHERE: 0}),
    (r"..?.?G.*\|by ", {BY: 0, WHERE: 1, DONE: 1}),
    (r".*\|by ", {BY: 1, WHERE: 0, DONE: 1}),
    (r".[^D|].*\|(?:round|inside|outside) ", {NAME: 0, WHERE: 0.5}),
    (r".*\|round ", {ACT: 0.5, WHERE: 0.5, NAME: 2}),
    # After an accident the driver rings.
    ("P(?:D[ANnB]{1,3}|G[DANn]*[Nn])[DN][^|]*[XMZE]", {WHERE: 0, BY: 1, DONE: 0.5, NAME: 3, TOLD: 0.5}),
    (r"P.*\|(?:with|in|without) ", {WHERE: 0, BY: 0, DONE: 0.5, NAME: 3}),
    ("P", {WHERE: 0, BY: 1, DONE: 0.5, NAME: 3}),
    ("[SO]J*[BA]", {TOLD: 0, NAME: 1}),
    ("[SO]J*[XMZEV]", {TOLD: 0}),
    ("[SO]", {NAME: 0, TOLD: 0.5}),
    ("M", {TOLD: 0, THIRD: 1}),
)
# What may be a sentence: the boards are wet, guests sign the book, the doctor signs the form, the form signed by both.
_SENTENCES = table(
    ("D?E?[AGNnBVZ]{1,3}(?:P[DNnA]+)?[XM](?!$)", {TOLD: 0}),
    ("(?!V)E?A?[NnZ]{1,2}[VBAE][DSO]", {TOLD: 0, NAME: 1.5}),
    ("(?=...)A?(?:[NnZ]{1,2}[VBAE](?:[PTJC]|$)|[Nn]{1,2}Z[DSOPTJ])", {TOLD: 0, NAME: 0.5}),
    ("D[ANnBG]{0,2}[NnB][ZE][DSO]", {TOLD: 0, NAME: 3}),
    ("D[ANnBG]{0,2}[NnB][ZE](?:[PTJCA]|$)", {TOLD: 0, NAME: 0.5}),
)
# By the first word and the one behind it.
_WORDS = table(
    (r"[AE][DSOJW].*\|v", {ACT: 0, NAME: 2.5, DONE: 0.5, TOLD: 1}),
    (r"N[DSOJW].*\|v", {ACT: 0, NAME: 2.5, DONE: 2, TOLD: 1}),
    (r"[Nn][DSO].*\|\w+ing ", {DOING: 0}),
    ("E[DSO]", {DONE: 0, TOLD: 0.5, THIRD: 1}),
    (r"X[DSO].*\|(?:have|do) ", {ACT: 0, THIRD: 1}),
    (r"[NnA][DSO].*\|\w+s ", {THIRD: 0, ACT: 0.5}),
    ("[NnA][DSO]", {ACT: 0, NAME: 2, TOLD: 1}),
    (r"[AE].*\|v", {ACT: 0.5, NAME: 0.5, DONE: 0.5, WHERE: 1}),
    (r"X.*\|(?:have|do) ", {THIRD: 0, TOLD: 1, DONE: 1, ACT: 1}),
    # Deck hands … are sent home: several do, as they receive a reminder.
    (r"X.*\|(?:are|were) ", {ACT: 0.5, THIRD: 0.5, TOLD: 1, DONE: 1}),
    ("X", {THIRD: 0, TOLD: 1, DONE: 1}),
    (rf"D[^|]*\|\w*\|(?:(?:every|each) |(?!the |an? ).*\b{_WHEN})", {NAME: 0, WHERE: 0, TOLD: 3}),
    ("D", {NAME: 0, WHERE: 3, TOLD: 3}),
    (r".*\|(?:having|being) ", {DOING: 0, NAME: 1}),
    ("G[NnZA]", {DOING: 0, NAME: 0.5, DONE: 2}),
    ("G[DO]", {DOING: 0, NAME: 1.5, DONE: 1}),
    ("G", {DOING: 0, NAME: 1, DONE: 1}),
    (r"EA*(?:[NnBZ]|G\|)", {DONE: 0, NAME: 0.5, ACT: 3, TOLD: 2.5}),
    ("E", {DONE: 0, NAME: 2.5, ACT: 3, TOLD: 2.5}),
    ("[VB][DSO]", {ACT: 0, NAME: 3.5}),
    ("[VB](?:[JTWC]|PD|PG|G)", {ACT: 0, NAME: 2}),
    ("B", {ACT: 0, NAME: 0.5}),
    ("VP", {ACT: 0, NAME: 2}),
    (r"V.*\|vw", {ACT: 0, NAME: 2}),
    ("V", {ACT: 0, NAME: 1}),
    ("Z[DO]", {THIRD: 0}),
    ("Z", {THIRD: 0.5, NAME: 0.5}),
    ("A[PTJCK]", {DONE: 0, NAME: 2.5, WHERE: 0.5}),
    ("A", {NAME: 0, DONE: 2}),
    # Nobody can list all verbs.
    (r"n[PTJAC].*\|(?!\w+s )", {ACT: 1, NAME: 0}),
    ("N", {NAME: 0, ACT: 3, DONE: 2, DOING: 2.5}),
    ("", {NAME: 0, ACT: 1.5, DONE: 2, DOING: 2.5}),
)
