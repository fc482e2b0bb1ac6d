"""Label paths as numbers, however they are written: `第十条第一款` and `art10/p1`."""

from __future__ import annotations

import re

_DIGITS = {sign: i for i, sign in enumerate("零一二三四五六七八九")} | {
    sign: i for i, sign in enumerate("〇壹贰叁肆伍陆柒捌玖")
}
_DIGITS |= {"貳": 2, "參": 3, "陸": 6, "两": 2}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = {"i": 1, "v": 5, "x": 10}


def path(text: str) -> list[tuple[int | str, ...]]:
    """Return a label path as numbers: `第十条第一款` and `art10/p1` are both [(10,), (1,)]."""
    text = re.sub(r"([条條章节節编編款项項点點])(?=.)", r"\1/", text)
    steps = (_step(part) for part in re.split(r"[/>#]", text))
    return [step for step in steps if step]


def _step(part: str) -> tuple[int | str, ...]:
    part = re.sub(r"^(article|section|part|schedule|chapter|art|附件)\W*", "", part.strip().lower())
    circled = [ord(sign) - 0x2460 + 1 for sign in part if 0x2460 <= ord(sign) <= 0x2473]
    circled += [ord(sign) - 0x3220 + 1 for sign in part if 0x3220 <= ord(sign) <= 0x3229]
    if circled:
        return tuple(circled)
    if digits := re.findall(r"\d+", part):
        return tuple(map(int, digits))
    if han := re.search(r"[零〇一二三四五六七八九两壹贰貳叁參肆伍陆陸柒捌玖十拾百]+", part):
        return (_han(han[0]),)
    if stem := re.search(f"[{_STEMS}]", part):
        return (_STEMS.index(stem[0]) + 1,)
    if roman := re.fullmatch(r"([ivx]+)\W*", part):
        values = [_ROMAN[sign] for sign in roman[1]]
        return (sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)),)
    return (part.strip(" .、"),) if part.strip(" .、") else ()


def _han(text: str) -> int:
    total = digit = 0
    for sign in text:
        if sign in "十拾百":
            total += (digit or 1) * (100 if sign == "百" else 10)
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def path_fits(given: list[tuple[int | str, ...]], wanted: list[tuple[int | str, ...]]) -> bool:
    """Tell whether *given* ends where *wanted* ends and names nothing on the way that is not there."""
    if not given or not wanted or given[-1] != wanted[-1]:
        return False
    rest = iter(wanted)
    return all(step in rest for step in given)
