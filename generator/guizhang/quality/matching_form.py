"""The entries on each side of a matching item are of one kind and form.

Why: a figure among names, or the only plural, pairs itself.

Warns (LNT024). Fails: right sides 24小时, 48小时, 部门经理. Passes: three figures in hours, three roles.

Source: Haladyna, Downing & Rodriguez (2002), guidelines 9 and 23: matching is a good format when both sides are
homogeneous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guizhang.diagnostics import Message
from guizhang.model.item import ItemType
from guizhang.model.text import Lang
from guizhang.quality import option_form, option_kind
from guizhang.quality.answers import named
from guizhang.quality.counted_en import plural
from guizhang.quality.figures.values import Value
from guizhang.quality.language.kinds import QUALITIES, says_when
from guizhang.quality.language.verbs_en import form_en
from guizhang.quality.view import Choice, Finding, View, sides

CODE = "LNT024"
# An entry so long, and so many times as long as the next, is another thing than the others.
_SENTENCE: dict[Lang, int] = {"zh": 14, "en": 9}
_TIMES = 2.5
_IT = re.compile(
    r"\b(?P<one>it|its)\b|\b(?P<many>them|their|they)\b|^(?:(?:is|was|has|needs|goes)|(?P<several>are|were|have|need|go))\b",
    re.IGNORECASE,
)


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for a side that is not of one kind or form."""
    if view.type is not ItemType.MATCHING:
        return
    for entries, zh, en in zip(sides(view), ("左", "右"), ("left", "right"), strict=True):
        if _uneven(view, entries):
            yield view.at_stem(
                Message(f"配对题{zh}边不是同一类或同一句式", f"the {en} sides are not of one kind and form"),
                Message("使同一边的各项同类、句式一致", "make the entries of a side alike in kind and grammar"),
            )
    if view.lang == "en" and _by_number(*sides(view)):
        yield view.at_stem(
            Message("一边只有一个单数，另一边只有一个 it", "the only singular goes with the only “it”"),
            Message("使单复数一致", "make them all singular, or all plural"),
        )


def _by_number(lefts: Sequence[str], rights: Sequence[str]) -> bool:
    """Tell whether one left side alone is singular (or plural), and one right side alone speaks of it (or them)."""
    named = [plural(text) for text in lefts]
    said = [bool(match["many"] or match["several"]) if (match := _IT.search(text)) else None for text in rights]
    if None in said and len(rights) == len(lefts):
        # The guards sign, the porter locks: every right side goes on from its left.
        said = [{"verb": True, "third": False}.get(form_en(text)) for text in rights]
    return None not in said and any(named.count(one) == 1 and said.count(one) == 1 for one in (True, False))


def _uneven(view: View, entries: Sequence[str]) -> bool:
    if not all(entries) or all(_LABEL.fullmatch(text.strip()) for text in entries):
        return False
    listed = View(
        view.item,
        view.body,
        view.lang,
        ItemType.SINGLE_CHOICE,
        "",
        tuple(Choice(text, key=False) for text in entries),
        view.stem,
    )
    figures = [
        _is_figure(value, view.lang) or says_when(entry, view.lang)
        for value, entry in zip(listed.values, entries, strict=True)
    ]
    others = [entry for entry, figure in zip(entries, figures, strict=True) if not figure]
    # At once, after every use: as good as a figure beside figures.
    if any(figures) and not all(option_kind.among_figures(entry) for entry in others):
        return True
    if (
        _one_told(entries, view.lang)
        or _no_code(entries)
        or _asks_otherwise(entries)
        or _no_quality(entries, view.lang)
    ):
        return True
    return any(True for _ in option_kind.check(listed)) or (
        not all(map(_DIGIT.search, entries)) and option_form.uneven(entries, view.lang)
    )


# Code 4, Zone B, E1, HRBP, 二楼, A级: a label, by which its fellows are counted.
_CODE = re.compile(
    r"[A-Z]{1,5}-?\d*|(?:[A-Za-z]+ )(?:[A-Z]|\d+)|[一-龥]{0,2}(?:[A-Z]|\d+|[一二三四五六七八九十甲乙丙丁])[一-龥]{0,2}"
)
# FIFO, 5S: no seconds.
_LABEL = re.compile(r"[A-Z\d-]*[A-Z][A-Z\d-]*")
_COUNTED = re.compile(r"\d|\b[A-Z]{1,5}\b|[一二三四五六七八九十甲乙丙丁]")
# A placeholder stands for a figure.
_DIGIT = re.compile(r"\d|\$\{|[一二两三四五六七八九十百千万]+[元天日个小分]")
_LATIN = re.compile(r"[A-Za-z\d]")
_LEAST = 3


def _no_code(entries: Sequence[str]) -> bool:
    """Tell whether one entry is no code among codes: Zone A, Zone B, Forklift trucks only."""
    odd = [text for text in entries if not _CODE.fullmatch(text.strip())]
    coded = [text.strip() for text in entries if text not in odd]
    # 优秀奖 among 一等奖 and 二等奖 is one of them.
    latin = all(text.isascii() for text in coded)
    return (
        len(odd) == 1
        and len(coded) >= _LEAST
        and not (_LATIN if latin and not odd[0].isascii() else _COUNTED).search(odd[0])
        and odd[0][-1:] not in {c[-1] for c in coded}
    )


_ASKING = re.compile(
    r"(?P<who>^(?:who|whom|whose)\b|谁)|(?P<much>^how (?:often|much|many|long)\b|多[少久长大]|几)|(?P<when>^when\b|什么时|何时)"
    r"|(?P<where>^where\b|哪里|何处|什么地方)"
    r"|(?P<why>^why\b|为什么|为何)|(?P<how>^how\b|怎|如何)|(?P<what>^(?:what|which)\b|什么|哪)",
    re.IGNORECASE,
)


def _asks_otherwise(entries: Sequence[str]) -> bool:
    """Tell whether all entries ask, and one of them another question: who, who, how often."""
    asked = [match.lastgroup for text in entries if (match := _ASKING.search(text.strip()))]
    return len(asked) == len(entries) >= _LEAST and sorted(map(asked.count, asked))[:2] == [1, len(asked) - 1]


def _no_quality(entries: Sequence[str], lang: Lang) -> bool:
    """Tell whether one entry is no colour, shape or language among those that are."""
    kinds = [named(text, lang) for text in entries]
    odd = [text for text, kind in zip(entries, kinds, strict=True) if kind not in QUALITIES]
    return (
        len(odd) == 1
        and len(entries) > _LEAST
        and len(set(kinds)) == _PAIR
        and not odd[0].endswith(("色", "形", "语", "ed", "y"))
    )


_PAIR = 2


def _is_figure(value: Value | None, lang: Lang) -> bool:
    """Tell whether an entry says how much; three short tones are things."""
    return value is not None and (value.kind != "count" or bool(value.digits) or lang == "zh")


def _one_told(entries: Sequence[str], lang: Lang) -> bool:
    """Tell whether one entry is a sentence by its length alone, and all others are names."""
    *others, longest = sorted(len(text) if lang == "zh" else len(text.split()) for text in entries)
    return longest >= _SENTENCE[lang] and longest >= _TIMES * max(others)
