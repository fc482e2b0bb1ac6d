"""A reference taken apart: 第十条第二款第（三）项 into its levels and numbers."""

from __future__ import annotations

import re

from guizhang.zh.english_references import MOST, english_number
from guizhang.zh.mentions import Step
from guizhang.zh.numerals import to_int
from guizhang.zh.reference_forms import (
    BRACKETED,
    DOTS,
    HAN,
    LABEL_ROW,
    LEVEL,
    MORE,
    STEM,
    N,
)

_ONE = re.compile(
    rf"第? ?(?P<dots>{DOTS}) ?(?:[条款项节点](?!目))?|(?P<letters>[a-z][)]?(?:[、,和及或][a-z][)]?)*) ?[款项点]?|第? ?(?:(?P<brackets>{BRACKETED})"
    rf"|(?P<n>{N}{MORE}|[IVXⅠ-Ⅻ]+)) ?(?P<level>部分|规条|[大小]?点|[大小]项|[编部章节条款项目段问])?(?:之(?P<sub>{N}))?"
)
_DOTTED_FIRST = re.compile(rf"第? ?{DOTS}")
_FIRST_FEW = re.compile("(?:^|(?<=[条款项]))前([两二三四五六七八九十])([项款])")
_NUMBERS = re.compile(rf"{N}|[①-⑳]|[IVXⅠ-Ⅻ]+|[a-z]+")
_ONE_SCRIPT = re.compile(rf"\d+|[①-⑳]|[{STEM}]|[{HAN}]+")


def steps_of(chain: str) -> tuple[Step, ...]:
    """Take 第十条第二款第（三）项 apart; a bracketed number without 项 is an item."""
    if _DOTTED_FIRST.match(chain):
        return dotted_steps(chain)
    # 第九条前三项: those it begins with.
    chain = _FIRST_FEW.sub(lambda m: f"第1至{to_int(m[1])}{m[2]}", chain)
    steps = []
    for match in _ONE.finditer(chain):
        if match["dots"]:
            steps.append(Step("item", (tuple(int(n) for n in match["dots"].split(".")),)))
            continue
        if match["letters"]:
            steps.append(Step("item", tuple((ord(n) - 96,) for n in re.findall("[a-z]", match["letters"]))))
            continue
        printed = match["brackets"] or match["n"]
        numbers = [(n,) for n in map(ordinal, _NUMBERS.findall(printed)) if n is not None]
        if re.search("[至到~—–-]", printed) and len(numbers) == 2:
            numbers = [(n,) for n in range(numbers[0][0], min(numbers[1][0], numbers[0][0] + MOST) + 1)]
        sub = to_int(match["sub"]) if match["sub"] else None
        whole: list[tuple[int, ...]] = [(*numbers[0], sub), *numbers[1:]] if sub is not None and numbers else [*numbers]
        if whole:
            steps.append(Step(LEVEL[match["level"] or "项"], tuple(whole)))
    return tuple(steps)


def ordinal(printed: str) -> int | None:
    """Return an ordinal in any script; a lone small letter counts from a."""
    return ord(printed) - 96 if len(printed) == 1 and "a" <= printed <= "z" else to_int(printed)


def dotted_steps(words: str) -> tuple[Step, ...]:
    """Take 第2.1、2.2条, 2.1(a)(i) or 2.1条第(a)至(c)项 apart: dotted paths, and the letters below them."""
    paths = re.findall(DOTS, words)
    below = words[words.rindex(paths[-1]) + len(paths[-1]) :]
    labels = re.findall(rf"([a-z\d]{{1,4}}|[{HAN}]{{1,3}})[)]", below) or re.findall(r"第 ?(\d+)|([a-z])", below)
    labels = [label if isinstance(label, str) else "".join(label) for label in labels]
    letters = [english_number(label) if label.isascii() else (to_int(label) or 0,) for label in labels]
    steps = [Step("item", tuple(tuple(int(n) for n in path.split(".")) for path in paths))]
    joint = re.search(r"[)][条款项节点段]? ?([、,和及与或至到–—~-])", below)
    if joint is None:
        steps += [Step("item", (n,)) for n in letters]
    elif joint[1] in "至到–—~-" and len(letters) == 2:
        steps.append(
            Step("item", tuple((n,) for n in range(letters[0][0], min(letters[1][0], letters[0][0] + MOST) + 1)))
        )
    else:
        steps.append(Step("item", tuple(letters)))
    return tuple(steps)


def bare_steps(words: str) -> tuple[Step, ...]:
    """Take a bare label apart: a dotted path, labels of one level (3、4两项), or one below another (丙、5.)."""
    if article := re.match(r"第 ?(\d+) ?((?:[(]\w+[)])+)", words):
        # 第5(1)條: the article and its item within one pair of signs.
        inside = re.findall(r"\w+", article[2])
        return (Step("article", ((int(article[1]),),)), *(Step("item", (english_number(n),)) for n in inside))
    if _DOTTED_FIRST.match(words):
        return dotted_steps(words)
    if lettered := re.match(r"([A-Z])\.?(\d+)((?:[(]\w+[)])*)$", words):
        letter, number = english_number(lettered[1]), english_number(lettered[2])
        outer = ((*letter, *number),) if lettered[3] else (letter, number)
        below = tuple(english_number(n) for n in re.findall(r"\w+", lettered[3]))
        return tuple(Step("item", (n,)) for n in (*outer, *below))
    if re.fullmatch("[IVX]+", words):
        return (Step("item", (english_number(words),)),)
    if "第" in words.lstrip("第 ") or ("条" in words and not words.startswith("条款")):
        # 二、三两条: how many there are is none of them.
        return steps_of(words.replace("两条", "条"))
    if words.startswith("条款"):
        paths = tuple(tuple(int(n) for n in path.split(".")) for path in re.findall(r"\d+(?:\.\d+)*", words))
        return (Step("article" if len(paths[0]) == 1 else "item", paths),)
    if re.fullmatch(r" ?(?:[A-Za-z][、,和及或]?)+ ?[款项点]", words):
        return (Step("item", tuple(english_number(letter) for letter in re.findall("[A-Za-z]", words))),)
    if row := re.fullmatch(r"((?:[(]\d+[)]){2,}) ?[条款项点]", words):
        return (Step("item", tuple((int(n),) for n in re.findall(r"\d+", row[1]))),)
    if lettered := re.match(r"[(]([a-z])[)]", words):
        return (Step("item", (english_number(lettered[1]),)),)
    if re.search("[①-⑳]|[)][条项款点]?$", words) or re.match(LABEL_ROW, words):
        # a)、b)两项: how many there are is none of them.
        counted = re.sub("[两二三四五六][项款点条]$", "", words)
        numbers = [ordinal(n) or 0 for n in re.findall(rf"{N}|[①-⑳]|[a-z]", counted)]
        if re.match(LABEL_ROW, words):
            return (Step("item", tuple((n,) for n in numbers)),)
        return tuple(Step("item", ((n,),)) for n in numbers)
    words = re.sub("^(?:步[骤驟]|问题?) ?", "", words)
    if re.match(rf"{N}[.、]?[(]|[(]{N}[)]\d|{N}[.、]?{N}$|[^\d、.]+[、.]?\d+ ?[项款点]$|[^\d、.]+、?\d+、?[(]", words):
        return tuple(Step("item", ((to_int(n) or 0,),)) for n in _ONE_SCRIPT.findall(words))
    numbers = [
        n
        for n in map(to_int, re.findall(rf"[{STEM}]|{N}", re.sub("[两二三四五六][条项点款]$|[条款]$", "", words)))
        if n
    ]
    if words[0] in STEM:
        return tuple(Step("item", ((n,),)) for n in numbers)
    # 第八条所定之例假, 第九所定之休假: without its sign it is an article.
    level = {"条": "article", "款": "paragraph"}.get(
        words[-1], "article" if re.fullmatch(rf"第 ?{N}", words) else "item"
    )
    return (Step(level, tuple((n,) for n in numbers)),) if numbers else ()
