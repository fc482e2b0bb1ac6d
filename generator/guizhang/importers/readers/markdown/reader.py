"""Markdown: its marks are masked, its headings are remembered, its text is read like any other.

Only marks that cannot be rule text are masked. A list number stays: ``1.`` is as likely the company's own number; only
lists of nothing but ``1.`` are counted, as they are where the text is shown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from guizhang.importers.extract import OWN_NUMBER, STRUCK
from guizhang.importers.lines.titles import title_score
from guizhang.importers.readers.markdown.lists import shown_numbers
from guizhang.importers.readers.markdown.tables import UNDER_HEAD, tables
from guizhang.importers.readers.tables.tabled import MARKUP, part_tables
from guizhang.importers.reading import Reading
from guizhang.zh.folding import Mask

SUFFIXES = (".md", ".markdown")

_SIGNS = r"[ ]{0,3}(?P<signs>#{1,6}(?=[ \t])|#{2,6}(?=[^\s#])|#(?=[^\x00-\x7f][^\n#]*$))"
"""Many leave out the blank behind the signs, and editors take it: ##第二章. One sign alone may be that of a topic or a number."""
_HEADING = re.compile(rf"^{_SIGNS}[ \t]*|(?<=\S)[ \t]+#+[ \t]*$", re.MULTILINE)
_RANKED = re.compile(rf"^{_SIGNS}[ \t]*(?=[^\s#])", re.MULTILINE)
_PICTURE = r"https?:[^()\n]{1,300}\.(?:png|jpe?g|gif|webp|svg|bmp)"  # names of pictures have blanks in them
_ADDRESS = (
    rf"\((?:(?:https?:|mailto:|[./#]|[\w%-][\w%.-]{{0,200}}\.(?:md|csv|html?|pdf|docx?|xlsx?|pptx?|zip|png|jpe?g|gif|webp|svg)\b)"
    rf"[^()\s]{{0,300}}|{_PICTURE})\)"
)
_TAG = (
    r"(?:a|abbr|aside|b|big|blockquote|br|center|code|del|details|div|em|figcaption|figure|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p"
    r"|picture|s|section|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video)"
)
"""HTML that wikis leave in Markdown; other words in angle brackets are text: <name>."""
_ALT = r"(?:[^\[\]\n]{0,100}\.(?:png|jpe?g|gif|webp|svg|bmp)|image[\d ]{0,9}|img[\d_]{0,9}|untitled[\d ]{0,9}|图片[\d ]{0,9}|截图[\d ]{0,9}|)"
"""What a picture is called that nobody has named."""
_MARKS = re.compile(
    r"^[ ]{0,3}(?:>[ ]?)+"  # block quote
    r"|^[ ]{0,3}(?:[-*_][ \t]*){3,}$"  # rule
    r"|\*\*(?=\S)|(?<=\S)\*\*"
    r"|(?<![\w])__(?=\S)|(?<=\S)__(?![\w])"
    r"|(?<![A-Za-z0-9*])\*(?=[^\s*][^*\n]{0,200}\*(?![A-Za-z0-9*]))|(?<=[^\s*])\*(?![A-Za-z0-9*])"
    r"|(?<=\d)\\(?=[.)])"  # 1\. : an escaped list number
    rf"|^{UNDER_HEAD}$"
    r"|\\(?=\|)"  # a bar within a cell
    rf"|!?\[(?=[^\[\]\n]{{1,200}}\]{_ADDRESS})|(?<=[^\]\n])\]{_ADDRESS}"  # a link loses its address
    r"|<!--.*?-->"
    rf"|</?{_TAG}(?:[ \t]+(?:open|[\w:-]{{1,40}}[ \t]*=[^<>\n]{{0,500}}))?[ \t]*/?>"
    r"|^[ \t]*:::[ \t]*[\w-]{0,20}[ \t]*$"  # around a note: :::tip
    r"|(?<=^>[ ])\[![A-Za-z]{1,12}\][+-]?"  # the kind of a note: > [!WARNING]
    r"|(?<=[-*+.)][ ])\[[ xX]\][ \t]+"  # a box to tick
    r"|(?<=\[)\^(?=[\w-]{1,20}\])",  # [^1] is said as [1]
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_NAMELESS = re.compile(rf"!\[{_ALT}\]\([^()\n]{{0,500}}\)", re.IGNORECASE)
_BOLD = re.compile(r"(?P<sign>\*\*|__)(?P<words>[^\s*_:：][^*_:：]*)[:：]?(?P=sign)[:：]?[ \t]*")
"""A bold line alone; what says more behind a colon is text: **Fee: 5 dollars**."""
_NUMBERED = re.compile(rf"{OWN_NUMBER.pattern}|[A-Z][a-z]+ (?:\d|[IVX]+\b)")
_BELOW_ALL = 7
"""Rank of a bold line: Markdown has signs for six."""
_TITLE = 2.0
_STRUCK = re.compile(r"(?:[,，、;；](?=~~[^~\n]*~~[。.;；]))?(?<![~\d])~~(?=[^\s~])[^~\n]{1,400}(?<=[^\s~])~~(?!~)")
"""What is struck out, with the comma before it where nothing but a stop is left behind."""
_WITHIN = re.compile(
    r"(?<=[\u3400-\u9fff，、；：])(?P<before>[ ]?\*\*)[\u3400-\u9fff，、]{1,24}(?P<behind>\*\*[ ]?)(?=[\u3400-\u9fff，。、；])"
)
"""Bold words within a Chinese sentence, with the blanks that some editors want around the signs."""
_FENCE = re.compile(r"^[ ]{0,3}(```+|~~~+)[^\n]*$", re.MULTILINE)


def is_markdown(source: str) -> bool:
    """Return whether a text has Markdown's headings of two ranks at least; # alone begins many a line."""
    return len({len(match["signs"]) for match in _RANKED.finditer(source)}) > 1


def read(source: str) -> Reading:
    """Return the masks and headings of a Markdown text; fenced blocks lose their fences and are read as they stand."""
    quoted = _quoted(source)
    tabled = part_tables(source, list(tables(source, quoted)), shown_numbers(source.split("\n"), quoted))
    source = tabled.text
    fences = list(_FENCE.finditer(source))
    fenced = [(a.end(), b.start()) for a, b in zip(fences[::2], fences[1::2], strict=False)]
    masks = [Mask(m.start(), m.end(), MARKUP) for m in fences[: len(fenced) * 2]]
    own = [mask for mask in _whole_masks(source) if not any(a <= mask.start < b for a, b in fenced)]
    own = [
        *tabled.masks,
        *(mask for mask in own if not any(a.start < mask.end and mask.start < a.end for a in tabled.masks)),
    ]
    masks += own
    covered = {at for mask in own for at in range(mask.start, mask.end)}
    headings = dict(tabled.headings)
    line, counted = 1, 0
    block = 0
    for match in sorted([*_HEADING.finditer(source), *_MARKS.finditer(source)], key=lambda m: m.start()):
        if match.start() in covered:
            continue
        while block < len(fenced) and fenced[block][1] <= match.start():
            block += 1
        if match.start() == match.end() or (block < len(fenced) and fenced[block][0] <= match.start()):
            continue
        masks.append(Mask(match.start(), match.end(), MARKUP))
        if match.re is _HEADING and match["signs"]:
            line += source.count("\n", counted, match.start())
            counted = match.start()
            headings[line] = len(match["signs"])
    headings |= _bold_lines(source.split("\n"), _quoted(source), headings)
    made = tuple(tabled.generated)
    return Reading(
        tuple(masks),
        headings,
        source if made else None,
        made,
        parted=True,
        closed=tabled.closed,
        rows=frozenset(tabled.rows),
    )


def _whole_masks(source: str) -> list[Mask]:
    """Return the masks that are more than single signs: what is struck out, pictures, and bold signs with their blanks."""
    pictures = [Mask(*match.span(), MARKUP) for match in _NAMELESS.finditer(source)]
    struck = [Mask(match.start(), match.end(), STRUCK) for match in _STRUCK.finditer(source)]
    bold = [Mask(*match.span(name), MARKUP) for match in _WITHIN.finditer(source) for name in ("before", "behind")]
    whole = [*struck, *(one for one in pictures if not any(a.start <= one.start < a.end for a in struck))]
    return [*whole, *(one for one in bold if not any(a.start <= one.start < a.end for a in whole))]


def _quoted(source: str) -> frozenset[int]:
    """Return the numbers from 1 of the lines in fenced blocks."""
    fences = [source.count("\n", 0, fence.start()) + 1 for fence in _FENCE.finditer(source)]
    return frozenset(n for a, b in zip(fences[::2], fences[1::2], strict=False) for n in range(a, b + 1))


def _bold_lines(lines: Sequence[str], within: Collection[int], headings: Mapping[int, int]) -> dict[int, int]:
    """Return line -> rank of the bold lines that introduce what follows: short ones alone, **Keys:**, **Badges**.

    Args:
        lines: All lines.
        within: Numbers of those in fenced blocks.
        headings: Line -> rank of the headings; above the first a bold line may be anything, such as the title of a collection.
    """
    introducing = [
        number
        for number, line in enumerate(lines, start=1)
        if line[:2] in {"**", "__"} and number not in within and _introduces(line)
    ]
    filled = [number for number, line in enumerate(lines, start=1) if line.strip()]
    below = dict(pairwise(filled))
    stops = {*introducing, *headings}
    first = min(headings, default=len(lines))
    return {
        number: _BELOW_ALL
        for number in introducing
        if number > first
        and (not lines[number - 2].strip() or number - 1 in headings)
        and number in below
        and below[number] not in stops
    }


def _introduces(line: str) -> bool:
    # Imported here: the outline, of which headings speak, imports the readers.
    from guizhang.importers.nesting.headings import is_lone_heading

    bold = _BOLD.fullmatch(line.rstrip("\r"))
    words = bold["words"].strip() if bold else ""
    # The title of rules may begin a document, which a heading of the lowest rank never does.
    return is_lone_heading(words) and _NUMBERED.match(words) is None and title_score(words) < _TITLE
