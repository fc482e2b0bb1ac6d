"""What of a provision's first words is its heading, and which unlabelled lines are headings of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guizhang.importers.lines.folded import ends_sentence, has_han
from guizhang.importers.outline import NodeType

_HEADING_LEVELS = (NodeType.PART, NodeType.CHAPTER, NodeType.SECTION)
_STOPS = re.compile(r"[。!?;,]")
_DUTY = re.compile(
    r"(?<![供响反相对适效])应(?![急用聘付收届])|须(?!知)|不得|不准|禁止|可以|负责(?!人)|为了|适用于|本(?:制度|办法|规定|规范|守则|细则)|\b(?:shall|must|may|is|are|will)\b"
)
INTRODUCES = re.compile(
    r"(?:如下|下列|以下|下表|附表|following|as follows|below)[^。;]{0,4}:?$|(?:分为|分成|包括|包含)[^。;]{0,10}:$",
    re.IGNORECASE,
)
"""What leads to a table or a list is no name of it."""
UNFINISHED = re.compile(r"\b(?:who|whom|that|which|if|when|where|while|unless|any|the|an?|of|to|be)$")
"""A name does not end like this: any employee who (a) … (b) …."""
_TIME = re.compile(r"\d:\d\d$")
_BRACKETED = re.compile(r"[【\[〔]([^】\]〕\n]{1,24})[】\]〕] ?[:]?")
_PARENTHESISED = re.compile(r"\(([^()]{2,20})\)")  # 第一条（目的）, the text on the next line
_DASH = re.compile(r"[-–—] +")
_COLON_TITLE = re.compile(r"([^\s。!?;,:、]{2,14})(?<!\d)(?<!(?i:http)) ?:(?!//) ?(?=\S)")
"""A colon between figures is one of a time of day or a proportion: 8:30, 3:1."""
_SPOKEN = re.compile(
    r"(?<![解学演])说$|(?:客户|顾客|客人|来宾|业主|员工|对方|人)(?:称|问|答|要求|表示|认为|提出|回答|询问|反映)$|^(?:注意?|例如?|即|如)$"
)
"""Who says it, or a nod to the reader: 客户说：“……”, 注意：……; what comes behind is the rule's own text with it."""
_SPACED_TITLE = re.compile(
    r"([^\s。!?;,:]{2,16})(?:(?<=[\u3400-\u9fff]) +(?=[^\x00-\x7f]\S{7})|(?<=[\x21-\x7e])(?!(?<=\d) +\d) +(?=\S{8})(?!(?<=[A-Za-z] )[A-Za-z]))"
)
"""Many put a blank between Chinese and a figure: 限速 15km/h is no heading with its text, and a figure is never cut."""
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("(", ")"), ("〈", "〉"), ("【", "】"))
_LONGEST = {NodeType.PART: 40, NodeType.CHAPTER: 40, NodeType.SECTION: 40, NodeType.ARTICLE: 20, NodeType.ITEM: 24}
_LATIN_FACTOR = 3
_SMALL = 3
"""Letters of the words that are small in titles too: and, the, for."""
_SAYS = 5
"""Fewest words of an English sentence."""
_LISTING = re.compile(
    r"[A-Z][\w'’/-]*(?: [\w'’/&-]+){0,3}(?:, [\w'’/&-]+(?: [\w'’/&-]+){0,3})+,? (?:and|or|&) [\w'’/-]+(?: [\w'’/&-]+){0,3}\??"
)
"""Names in a row, the last behind *and*: Phones, cameras and drones."""
_CAPITALS = re.compile(r"[^a-z.;:!?。;]*[A-Z]{2}[^a-z.;:!?。;]*")


@dataclass(frozen=True, slots=True)
class Heading:
    """How the words behind a label divide, in offsets of the folded text given."""

    start: int
    end: int
    rest: int
    """Where the text begins; the signs between end and rest only separate."""


def split_heading(words: str, level: NodeType, *, followed: bool, parent_of_items: bool) -> Heading | None:
    """Return the heading at the start of *words*, or None where all of it is text.

    Args:
        words: The folded words between the label and the end of its line or the next label.
        level: What the label makes of the provision.
        followed: Whether an unlabelled line goes on under it.
        parent_of_items: Whether the next label is below it.
    """
    if not words:
        return None
    if dash := _DASH.match(words):
        # Section 1 - Opening: the dash belongs to neither label nor heading.
        behind = dash.end()
        found = split_heading(words[behind:], level, followed=followed, parent_of_items=parent_of_items)
        return found and Heading(found.start + behind, found.end + behind, found.rest + behind)
    bracketed = _BRACKETED.match(words)
    if bracketed and level is not NodeType.ITEM:
        return Heading(bracketed.start(1), bracketed.end(1), bracketed.end())
    named = _PARENTHESISED.fullmatch(words) if followed or parent_of_items else None
    if named:
        return Heading(named.start(1), named.end(1), len(words))
    if level not in _HEADING_LEVELS and INTRODUCES.search(words):
        return None
    short = _is_short(words, level)
    if level in _HEADING_LEVELS:
        if short and not words.endswith(("。", ";")) and not _is_said(words):
            return _whole(words)
        spaced = _spaced_title(words)
        return Heading(0, spaced.end(1), spaced.end()) if spaced else None
    if level is NodeType.ARTICLE:
        colon = _COLON_TITLE.match(words)
        if colon and not _DUTY.search(colon.group(1)) and not _SPOKEN.search(colon.group(1)):
            return Heading(0, colon.end(1), colon.end())
        spaced = _spaced_title(words)
        if spaced and not _DUTY.search(spaced.group(1)) and has_han(words):
            return Heading(0, spaced.end(1), spaced.end())
    listing = is_listing(words)
    plain = short and not any(sign.search(words) for sign in (_STOPS, _DUTY, _TIME, UNFINISHED)[listing:])
    if words.endswith(":"):
        # 一、目的: over a paragraph is a heading; over items it introduces them and is text.
        return _whole(words) if plain and followed and not parent_of_items and len(words) <= 14 else None
    if plain and not ends_sentence(words) and (followed or parent_of_items):
        return _whole(words)
    return None


def _spaced_title(words: str) -> re.Match[str] | None:
    """Match a title that a blank parts from its text; a blank within quotation marks or brackets parts nothing."""
    spaced = _SPACED_TITLE.match(words)
    opened = spaced and any(spaced[1].count(left) > spaced[1].count(right) for left, right in _PAIRS)
    return None if opened else spaced


def is_listing(words: str) -> bool:
    """Return whether words are names in a row and say nothing: Phones, cameras and drones, or ICE, SALT, WATER."""
    if "," in words and _CAPITALS.fullmatch(words) and not has_han(words):
        return not words.endswith(",") and _DUTY.search(words.lower()) is None
    return _LISTING.fullmatch(words) is not None and _DUTY.search(words) is None


def _is_said(words: str) -> bool:
    """Return whether English words with a full stop are a sentence, and no name that somebody has ended with one: General Provisions."""
    if not words.endswith(".") or has_han(words):
        return False
    long = [word for word in re.findall(r"[A-Za-z][A-Za-z'’]*", words[1:]) if len(word) > _SMALL]
    return words.count(" ") >= _SAYS - 1 and sum(word[0].islower() for word in long) * 2 > len(long)


def _whole(words: str) -> Heading:
    return Heading(0, len(words.rstrip(": ")), len(words))


def _is_short(words: str, level: NodeType) -> bool:
    limit = _LONGEST.get(level, 24)
    return len(words) <= (limit if has_han(words) else limit * _LATIN_FACTOR)


def says_duty(words: str) -> bool:
    """Return whether words say what somebody does or what something is: a rule rather than its name."""
    return _DUTY.search(words) is not None


def is_lone_heading(words: str) -> bool:
    """Return whether an unlabelled line reads as a heading over the list behind it."""
    limit = 16 if has_han(words) else 48
    return 2 <= len(words) <= limit and not re.search(r"[。!?;,:、]|\.$", words) and not _DUTY.search(words)
