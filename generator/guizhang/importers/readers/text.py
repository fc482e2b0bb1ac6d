"""Plain text: nothing is stated; markup are only the signs before lines that a mail quotes, the frames of drawn tables and page numbers of previews."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guizhang.importers.readers.tables.in_text import RULE, tables
from guizhang.importers.readers.tables.tabled import MARKUP, Block, part_tables
from guizhang.importers.reading import Reading
from guizhang.zh.folding import Mask

SUFFIXES = (".txt", ".text")

_QUOTED = re.compile(r"(?:^[ ]{0,3}>[^\n]*(?:\n|\Z)){3,}", re.MULTILINE)
"""Three lines at least: one alone may say that something is greater."""
_FRAME = re.compile(r"^[ \t\u3000]*[┌├└┏┣┗╔╠╚╭╰][\u2500-\u257f \t\u3000]{3,}$", re.MULTILINE)
"""A line between the rows of a table that is drawn with signs."""
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)
_PREVIEW = re.compile(r"页珍藏版|由会员分享|该文档总共 ?\d+ ?页")
"""What document libraries say over the text of a preview."""
_PAGE = re.compile(r"^[ \t\u3000]*(\d{1,3})、", re.MULTILINE)
_STOPS = tuple("。；;！!？?：:")


def read(source: str) -> Reading:
    """Return what is markup; structure is found by the stages."""
    blocks = list(tables(source))
    tabled = part_tables(source, blocks)
    source = tabled.text
    quotes = [sign for block in _QUOTED.finditer(source) for sign in _QUOTE.finditer(source, *block.span())]
    signs = [*quotes, *_FRAME.finditer(source), *_page_numbers(source)]
    signs += _ruled(source, blocks)
    covered = {mask.start for mask in tabled.masks}
    masks = (Mask(sign.start(), sign.end(), MARKUP) for sign in signs if sign.start() not in covered)
    made = tuple(tabled.generated)
    return Reading(
        (*masks, *tabled.masks),
        tabled.headings,
        source if made else None,
        made,
        closed=tabled.closed,
        rows=frozenset(tabled.rows),
    )


def _ruled(source: str, blocks: Sequence[Block]) -> list[re.Match[str]]:
    """Return the lines of signs over, between and under the rows of tables: +-----+-----+."""
    if not blocks:
        return []
    near = {at for block in blocks for at in range(block.rows[0] - 1, block.rows[-1] + 2) if at not in block.rows}
    found: list[re.Match[str]] = []
    start = 0
    for at, line in enumerate(source.split("\n")):
        match = RULE.match(source, start, start + len(line.rstrip())) if at in near else None
        found += [match] if match is not None and match.end() == start + len(line.rstrip()) > start else []
        start += len(line) + 1
    return found


def _page_numbers(source: str) -> list[re.Match[str]]:
    """Return what previews put before the text of each page, all of it in one line: 1、 and 2、 before the other half of a sentence."""
    says = [match.end() for match in _PREVIEW.finditer(source)]
    begin = source.find("\n", says[-1]) + 1 if says else 0
    if not begin:
        return []
    found = list(_PAGE.finditer(source, begin))
    filled = [line for line in source[begin:].splitlines() if line.strip()]
    counted = [int(match[1]) for match in found] == list(range(1, len(filled) + 1))
    broken = sum(not line.rstrip().endswith(_STOPS) for line in filled[:-1])
    return found if counted and broken * 2 > len(filled) - 1 > 0 else []
