"""What comes with rules that are sent: heads of mails, the words of the letter over the rules, and the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from guizhang.importers.furniture.chats import CHAT, chat_lines
from guizhang.importers.furniture.neighbours import is_glued
from guizhang.importers.lines.folded import Line, ends_sentence
from guizhang.importers.lines.labels import Family
from guizhang.importers.lines.lattice import Mark
from guizhang.importers.lines.letterheads import is_signature
from guizhang.importers.lines.titles import title_score
from guizhang.importers.lines.verdicts import Verdict
from guizhang.zh.folding import Folded

MAIL = "mail-head"
QUOTED = "quoted-mail"
"""What an answer quotes of the mail before it."""
_FIELD = re.compile(
    r"\W*(?:发件人|收件人|寄件[人者]|收件者|发送时间|发送日期|时间|日期|抄送|副本|密送|主题|主旨|附件|from|sent|date|to|cc|bcc|subject|attachments?) ?: ?",
    re.IGNORECASE,
)
_WHO = re.compile(r"\W*(?:发件人|寄件[人者]|from) ?:", re.IGNORECASE)
_WROTE = re.compile(r".{0,60}(?:写道|\bwrote) ?:", re.IGNORECASE)
"""What stands over a quoted mail without a head."""
_SEPARATOR = re.compile(
    r"\W*(?:原始邮件|转发的?邮件|original message|forwarded message|begin forwarded message:?)\W*", re.IGNORECASE
)
_SUBJECT = re.compile(r"\W*(?:主题|主旨|subject) ?: ?(?:(?:re|fwd?|fw|回复|答复|转发|转寄|回覆) ?: ?)*", re.IGNORECASE)
_GREETING = re.compile(
    r"\W*(?:(?:各位|尊敬的|亲爱的|全体|各部门|各单位|各门店|各店|你们?|您|大家)[^。;]{0,16}(?:好[!。,]?|[:,!])|(?:大家|各位[^。;,]{0,8})好.{0,40}|敬启者 ?:?"
    r"|(?:hi|hello|dear|good (?:morning|afternoon))\b[^.;]{0,30}[,:!]?)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\W*(?:内线|分机|电话|手机|座机|传真|邮箱|微信|\b(?:tel|phone|mobile|ext|m|t)\b)[.: ]*[\d(+][\dx* ()+-]{3,}|\S+@\S+\.\w+",
    re.IGNORECASE,
)
_LEAVE = re.compile(
    r"\W*(?:(?:(?:best|kind|warm|many) )*(?:regards|wishes|thanks|thank you|cheers|rgds|br|(?:yours )?(?:sincerely|faithfully|truly))"
    r"|(?:(?:以上|请知悉|请查收|如有问题.{0,8})\W*)*(?:谢谢|多谢|感谢|辛苦)(?:大家|各位|支持|配合|了)*|此致|敬礼|祝(?:好|.{0,6}(?:顺利|愉快|安好|商祺|健康))|[顺即][颂祝].{2,4})\W*",
    re.IGNORECASE,
)
"""The words above the name of who has sent a mail."""
_SENDER = 24
"""Longest line of who has sent a mail."""
_FAREWELL = re.compile(
    r"谢谢|辛苦|感谢|此致|敬礼|顺颂|顺祝|祝好|商祺|查收|见附|如下|下面|往下|转发|定稿"
    r"|\b(?:thanks|thank you|regards|cheers|best wishes|sincerely|below|attached|forward|final)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"(?:通知|规定|要求|公告|公布|办法|事项|安排|制度)[^。;,]{0,4}如下|特此(?:通知|公告)|as follows")
"""A letter that says this is the rules itself."""
_FEWEST = 3
_PLAIN = (Family.ARABIC, Family.ARABIC_CLOSE, Family.ARABIC_PAREN, Family.BULLET)
"""What a writer in haste counts with."""
_LETTER = 16
"""Most lines that a letter has over the rules it brings."""
_ITEMS = 5
"""Most numbered lines among them."""
_TITLE = 2.0
_TOP = 6
"""How far down a file a greeting begins a letter."""
_SEVERAL = 2
_SIGNATURE = 10
"""Most lines of a signature."""


def mail_lines(view: Folded, lines: list[Line], marks: list[Mark], verdicts: dict[int, Verdict]) -> dict[int, Verdict]:
    """Return index of line -> verdict for heads of mails, for what a letter says over the rules it brings, and for signatures.

    Args:
        view: The folded text.
        lines: Its lines.
        marks: Its marks.
        verdicts: What is furniture for other reasons.
    """
    # A bare number on a line of its own is none of a list.
    labelled = {
        mark.line
        for mark in marks
        if mark.at_start and (mark.labels[0].variant or mark.labels[0].end < lines[mark.line].end)
    }
    glued = {mark.line for mark in marks if not mark.at_start and is_glued(view, lines, mark)}
    labelled |= glued
    filled = [(line.number - 1, view.text[line.start : line.end]) for line in lines if not line.blank]
    found = {index for index, text in filled if _SEPARATOR.fullmatch(text)}
    separated = {filled[place + 1][0] for place, (index, _) in enumerate(filled[:-1]) if index in found}
    for block in _blocks(filled):
        if block and (len(block) >= _FEWEST or block[0][0] in separated) and any(_WHO.match(text) for _, text in block):
            found |= {index for index, _ in block}
    chatted = chat_lines(filled, labelled)
    found |= chatted
    heads = {index for index, text in filled if _WHO.match(text)}
    quoted: set[int] = set()
    if heads & found:
        quoted = set(_quoted(view, lines, filled, heads, labelled))
        for stop in [*_places_of_heads(filled, found | quoted), len(filled)]:
            found |= set(_sender(filled[:stop], labelled))
    for place, (_, text) in enumerate(filled):
        if text == "--":
            below = [index for index, _ in filled[place + 1 : place + 2 + _SIGNATURE]]
            # A page's own line, such as the buttons of a forum, ends it as well.
            stop = next((at for at, index in enumerate(below) if index in heads or index in verdicts), len(below))
            if stop <= _SIGNATURE and not labelled & set(below[:stop]):
                found |= {filled[place][0], *below[:stop]}
    found |= set(_letters(filled, marks, found, verdicts, glued))
    reasons = dict.fromkeys(found, MAIL) | dict.fromkeys(quoted, QUOTED) | dict.fromkeys(chatted, CHAT)
    return {index: Verdict(reason, 0.85) for index, reason in reasons.items()}


def subject(view: Folded, line: Line) -> tuple[int, int] | None:
    """Return the span of what a mail says it is about, without Re: and 转发：; ``None`` where the line is no such field."""
    match = _SUBJECT.match(view.text, line.start, line.end)
    return (match.end(), line.end) if match and match.end() < line.end else None


def _places_of_heads(filled: list[tuple[int, str]], found: set[int]) -> Iterator[int]:
    """Yield the places at which the head of a mail begins."""
    for place, ((above, _), (index, _)) in enumerate(pairwise(filled), start=1):
        if index in found and above not in found:
            yield place


def _quoted(
    view: Folded, lines: list[Line], filled: list[tuple[int, str]], heads: set[int], labelled: set[int]
) -> Iterator[int]:
    """Yield the indexes of the lines of a quoted mail (> …) that has its head, or 写道： over it, and neither a title nor a rule."""
    over = False
    for quoted, group in groupby(filled, key=lambda row: row[1].startswith(">") or _has_sign(view, lines[row[0]])):
        rows = list(group)
        if not quoted:
            over = bool(_WROTE.fullmatch(rows[-1][1]))
            last = rows[-1][0]
            continue
        own = {index for index, _ in rows}
        titled = any(title_score(text.lstrip("> ")) >= _TITLE and not _FIELD.match(text) for _, text in rows)
        if (over or own & heads) and not own & labelled and not titled:
            yield from own
            if over:
                yield last


def _has_sign(view: Folded, line: Line) -> bool:
    """Return whether the sign of a quoted line stands before it, hidden as markup."""
    place = view.origin(line.start)
    return ">" in view.source[view.source.rfind("\n", 0, place) + 1 : place]


def _sender(filled: list[tuple[int, str]], labelled: set[int]) -> Iterator[int]:
    """Yield the last of the lines where they say who has sent a mail: a name with a telephone number, or below a greeting."""
    last = filled[-_FEWEST - 2 :]
    leave = next((place for place, (_, text) in enumerate(last) if _LEAVE.fullmatch(text)), None)
    if leave is not None and all(
        index not in labelled and (len(text) <= _SENDER or _CONTACT.search(text)) for index, text in last[leave:]
    ):
        yield from (index for index, _ in last[leave:])
        return
    contact = False
    last = filled[-_SIGNATURE - 1 :]
    for (_, above), (index, text) in reversed(list(pairwise(last))):
        contact = contact or bool(_CONTACT.search(text))
        # Who signs with a date signs the rules.
        if not contact or index in labelled or is_signature(text) or len(text) > _SENDER or ends_sentence(text):
            return
        # A line that is broken off at the margin goes on here.
        if len(above) > _SENDER / 2 and not (_CONTACT.search(text) or ends_sentence(above) or _LEAVE.fullmatch(above)):
            return
        yield index


def _letters(
    filled: list[tuple[int, str]],
    marks: list[Mark],
    heads: set[int],
    verdicts: dict[int, Verdict],
    glued: set[int],
) -> Iterator[int]:
    """Yield the indexes of the lines of letters: from the head of a mail, or a greeting at the top, to the title of the rules.

    *glued* are the lines of titles that have rules glued to them. A letter without a title under it says something only where it is the whole file.
    """
    left = [(index, text) for index, text in filled if index in heads or index not in verdicts]
    labels = {mark.line: mark for mark in reversed(marks) if mark.at_start}
    greeting = next((place for place, (_, text) in enumerate(left[:_TOP]) if _GREETING.fullmatch(text)), _TOP)
    # Under a title a greeting begins a notice, and no letter that comes with one.
    untitled = all(title_score(text) < _TITLE for _, text in left[:greeting])
    begins = [
        place
        for place, (index, _) in enumerate(left)
        if index not in heads
        and ((place > 0 and left[place - 1][0] in heads) or (place == greeting and place < _TOP and untitled))
    ]
    letters: list[list[int]] = []
    titled = False
    for begin in begins:
        row: list[tuple[int, str]] = []
        for index, text in left[begin : begin + _LETTER + 1]:
            if index in heads or index in glued or (title_score(text) >= _TITLE and index not in labels):
                break
            row.append((index, text))
        if len(row) > _LETTER:
            continue
        end = begin + len(row)
        brings = end < len(left) and left[end][0] not in heads
        titled = titled or brings
        own = [labels[index] for index, _ in row if index in labels]
        said = " ".join(text for _, text in row)
        if (
            len(own) > (_ITEMS if end < len(left) else 0)
            or any(mark.labels[0].family not in _PLAIN for mark in own)
            or (own and _NOTICE.search(said))
        ):
            continue
        if _FAREWELL.search(said) or (not own and len(row) <= 4):
            letters.append([index for index, _ in row])
    if titled:
        for row_of in letters:
            yield from row_of


def _blocks(filled: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for index, text in filled:
        if _FIELD.match(text):
            block.append((index, text))
        else:
            yield block
            block = []
    yield block
