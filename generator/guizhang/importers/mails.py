"""What a mail program puts around the text of a mail: the lines that name sender and recipients, and the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guizhang.importers.lines import Line
from guizhang.importers.votes import Verdict
from guizhang.zh.folding import Folded

MAIL = "mail-head"
_FIELD = re.compile(
    r"\W*(?:发件人|收件人|寄件[人者]|收件者|发送时间|发送日期|时间|日期|抄送|副本|密送|主题|主旨|附件|from|sent|date|to|cc|bcc|subject|attachments?) ?: ?",
    re.IGNORECASE,
)
_WHO = re.compile(r"\W*(?:发件人|寄件[人者]|from) ?:", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"\W*(?:原始邮件|转发的?邮件|original message|forwarded message|begin forwarded message:?)\W*", re.IGNORECASE
)
_FEWEST = 3
_SIGNATURE = 10
"""Most lines of a signature."""


def mail_lines(view: Folded, lines: list[Line], labelled: set[int]) -> dict[int, Verdict]:
    """Return index of line -> verdict for heads of mails and for the signature under a line of two hyphens.

    Args:
        view: The folded text.
        lines: Its lines.
        labelled: Indexes of lines that begin like a provision.
    """
    filled = [(line.number - 1, view.text[line.start : line.end]) for line in lines if not line.blank]
    found = {index for index, text in filled if _SEPARATOR.fullmatch(text)}
    for block in _blocks(filled):
        if len(block) >= _FEWEST and any(_WHO.match(text) for _, text in block):
            found |= {index for index, _ in block}
    heads = {index for index, text in filled if _WHO.match(text)}
    for place, (_, text) in enumerate(filled):
        if text == "--":
            below = [index for index, _ in filled[place + 1 : place + 2 + _SIGNATURE]]
            stop = next((at for at, index in enumerate(below) if index in heads), len(below))
            if stop <= _SIGNATURE and not labelled & set(below[:stop]):
                found |= {filled[place][0], *below[:stop]}
    return {index: Verdict(MAIL, 0.85) for index in found}


def _blocks(filled: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for index, text in filled:
        if _FIELD.match(text):
            block.append((index, text))
        else:
            yield block
            block = []
    yield block
