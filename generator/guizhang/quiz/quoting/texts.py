"""What is done to the text of a rule before it stands in an item."""

from __future__ import annotations

import re

from guizhang.model.text import Lang, Text

_HAN = "\u3400-\u9fff"
_SIGNS = "\u2190-\u21ff\u2261\u2300-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
"""Arrows, stars, pictures: what a line is decorated with."""
_SOME_HAN = re.compile(f"[{_HAN}]")
SIGN = re.compile(rf"[{_SIGNS}]")
_LEADING = re.compile(rf"^(?:[{_SIGNS}>#*•·\-]+\s*)+(?=\S)(?!\d)")
_NUMBERED = re.compile(r"^\d{1,2} ?[-–—] ?(?=[A-Z])")
"""A number that import takes for no label: 1- Rooms are booked."""
_BESIDE_HAN = re.compile(rf"(?<=[{_HAN}）》】』」”’])\s?[,;:?!]\s?|[,;:?!]\s?(?=[{_HAN}（《“‘])")
_BLANKS = re.compile(r"(?<=[，；：。？！])[ \u3000]+")
_CORNERS = str.maketrans("“”‘", "「」『")
# It stands in Men’s as well.
_CLOSES = re.compile("’(?![A-Za-z])")
_WIDE = str.maketrans(",;:?!", "，；：？！")
# Brackets with Chinese in them or beside them, also where only one of the two is wide: (试行）.
_BRACKETS = re.compile(
    rf"[(（]([^()（）]*[{_HAN}][^()（）]*)[)）]|(?<=[{_HAN}])[(（]([^()（）]*)[)）]|[(（]([^()（）]*)[)）](?=[{_HAN}])"
)
_STRAIGHT = re.compile(rf'"([^"\n]*[{_HAN}][^"\n]*)"')
# A quotation with all that it quotes, or a quotation inside none.
_QUOTATION = re.compile("“[^”]*”|‘([^’]*)’")
# A mark behind a figure closes nothing where none has been opened.
_INCHES = re.compile("“[^“”]*”|\\d”")
# At the end, behind a figure or its unit too, and between Chinese characters; the point of 一.总则 is none.
_STOP = re.compile(
    rf"(?<=[{_HAN}）》”’」』_%‰℃°\da-zA-Z])(?<!Ltd)(?<!Inc)(?<!Co)(?<!etc)\.$|(?<=[{_HAN}])(?<!^.)\.(?=[{_HAN}])"
)
# "Good morning" at the head of a word up to the end of one; 6" is an inch mark.
_STRAIGHT_EN = re.compile(r'(?<![\w"])"(?=\S)([^"“”]*?[^\s"])"(?!\w)')
_INNER_EN = re.compile(r"(?<![\w'])'(?=[A-Za-z])([^'‘’]*(?:(?<=\w)'(?=\w)[^'‘’]*)*[\w.!?,])'(?!\w)")
_BEHIND_LETTER = re.compile(r"(?<=[^\W\d_])’")
_LETTERS = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")


def typeset(text: str, lang: Lang) -> str:
    """Return the text of a rule as a question prints it: no mark or ornament before it, Chinese punctuation in Chinese."""
    text = _LEADING.sub("", text)
    if lang == "en":
        return _curled(_NUMBERED.sub("", text))
    return _BLANKS.sub("", _STOP.sub("。", widened(text))) if _SOME_HAN.search(text) else text


def widened(text: str) -> str:
    """Return Chinese *text* with Chinese brackets, quotation marks, commas, colons and the like."""
    if "(" in text or ")" in text:
        text = _BRACKETS.sub(lambda match: f"（{match[match.lastindex or 0]}）", text)
    if '"' in text:
        text = _STRAIGHT.sub(r"“\1”", text)
    return _BESIDE_HAN.sub(lambda mark: mark[0].strip().translate(_WIDE), text)


def _curled(text: str) -> str:
    """Return English with one kind of quotation marks, “…” and ‘…’, and one kind of apostrophe, it's."""
    text = _LETTERS.sub("'", text) if "’" in text else text
    text = _STRAIGHT_EN.sub(r"“\1”", text) if '"' in text else text
    text = _INNER_EN.sub(r"‘\1’", text) if "'" in text else text
    # Guests’ bags: where nothing has been opened, nothing is closed.
    return text if "‘" in text or "’" not in text else _BEHIND_LETTER.sub("'", text)


def bare(text: str) -> str:
    """Return the text of a list item without the punctuation that ends it."""
    return re.sub(r"(?:[；;，,]\s*(?:以及|或者|and|or))?[；;。.，,]*$", "", text.strip()).strip()


def escaped(text: Text) -> Text:
    """Return printed text as an item holds it: a literal ``${`` must not become a placeholder, nor ‘…’ stand outside “…”."""
    zh, en = (value.replace("${", "$${") if value else value for value in (text.zh, text.en))
    return Text(zh=outer(zh) if zh else zh, en=en)


def outer(text: str) -> str:
    """Return Chinese *text* with “…” for quotation marks of the inner kind that stand inside no others."""
    return _QUOTATION.sub(lambda found: found[0] if found[1] is None else f"“{found[1]}”", text)


def inner(text: str) -> str:
    """Return *text* with its quotation marks as they are inside a quotation; inches (6”) are none."""
    if "”" in text:
        text = _INCHES.sub(lambda found: found[0] if "“" in found[0] else f"{found[0][:-1]}″", text)
    return text.replace("“", "‘").replace("”", "’").replace("「", "‘").replace("」", "’")


def cornered(text: str) -> str:
    """Return Traditional *text* with the quotation marks that go with it: 「……『……』……」."""
    return _CLOSES.sub("』", text).translate(_CORNERS)
