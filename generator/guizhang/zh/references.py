"""References in rule text: 第十条第二款第（三）项, 第十条至第十二条, 前款, 本章, 上述, 《…》第五条, 附件1, 见3.2.

They are found and taken apart here; what they lead to is `guizhang.facts.references`, which knows the tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from guizhang.zh.folding import Folded, fold
from guizhang.zh.numerals import to_int

_N = r"[零〇一二三四五六七八九十百千两\d]{1,6}"
_MORE = rf"(?:[、,和及或]{_N})*"
LEVELS = ("part", "chapter", "section", "article", "paragraph", "item", "point")
"""Levels a reference can name, from the outside in; 款 is a paragraph, 项 an item, 目 a point."""
_LEVEL = {
    "编": "part",
    "章": "chapter",
    "节": "section",
    "条": "article",
    "款": "paragraph",
    "项": "item",
    "目": "point",
}
# Behind each level what would make it another word: 第一章程, 第二节课, 第三条件, 第二项目, 第一目标.
_SIGN = "编(?!辑|号|制|写)|章(?!程)|节(?!课|日|约|能|假|点|目)|条(?!件|例|线|形|码)|款(?!产品|车|手机|项|式)|项(?!目|链)|目(?!标|的|录|前)"
_BRACKETED = rf"[(]{_N}[)](?:[、,和及或至到~—-][(]{_N}[)])*"
# Behind 第五条 a number in brackets is an item with or without 项: 第五条（二）, 第六条第（一）至（三）项.
_STEP = rf"(?:第 ?{_N}{_MORE} ?(?:{_SIGN})(?:之{_N})?|第? ?{_BRACKETED}(?: ?(?:{_SIGN}))?)"
_CHAIN = rf"第 ?(?:{_N}{_MORE}|{_BRACKETED}) ?(?:{_SIGN})(?:之{_N})?(?: ?{_STEP})*"
_RULES = (
    "管理制度|制度|规定|办法|细则|手册|规范|守则|规程|准则|条例|规则|标准|公约|须知|章程|流程|方案|协议|合同|文件|指引"
)
_HERE = rf"本(?:{_RULES}|章(?!程)|节(?!目|约|课|日)|编(?!制|辑)|条(?!件|例)|款(?!项|式)|项(?!目))"
_BEFORE = r"(?:前|上)(?:[一两二三四]|述)?(?:条(?!件|例)|款(?!项)|项(?!目)|章(?!程)|节(?!课|目|日))|下一?(?:条(?!件)|款(?!项)|章)"
_SAID = r"上述|前述|上列|前列|以上(?=规定|条款|各[条项款]|行为|情形|情况|要求|制度|内容)"
# A document named without 《》 in front of its article: 依工作规则第十九条.
_NAMED = rf"(?<=[依照据反见按合])(?!本)[一-龥]{{1,10}}?(?:{_RULES})(?=第 ?{_N} ?条)"
_ANNEX = r"(?:附件|附录|附表|附图)(?:[一二三四五六七八九十\d]{1,3}|[A-Z](?![A-Za-z]))|(?<=[见按附参])(?:附件|附录|附表)(?![一-龥]{0,2}大小)"
_TITLE = r"《(?P<title>[^《》\n]{1,60})》"
_DOTTED = (
    r"(?:(?<=见)|(?<=照)|(?<=按)|(?<=据)|(?<=反)|(?<=合))第?\d{1,2}(?:\.\d{1,2}){1,4}(?:[条款项节]|(?![\d元%万小天年月米倍]))"
    r"|第\d{1,2}(?:\.\d{1,2}){1,4}[条款项节]"
)
_ENGLISH = (
    r"\b(?:Article|Chapter|Section|Part|Paragraph|Clause|Item)s? \d+(?:\.\d+)*(?:, (?:paragraph|item|section) \d+)*\b"
    r"|\b(?:Annex|Appendix|Schedule) (?:\d+|[A-Z])\b"
    r"|\bthe (?:preceding|previous|foregoing) (?:paragraph|article|chapter|section|item)\b"
    r"|\bthis (?:article|chapter|section|paragraph|regulation|policy|handbook|manual)\b"
)

_FORM = re.compile(
    rf"(?:{_TITLE}|(?P<named>{_NAMED}))(?P<cited> ?(?:中)?(?:{_CHAIN}))?"
    rf"|(?P<here>{_HERE})(?: ?(?P<inner>{_CHAIN}))?"
    rf"|(?P<before>{_BEFORE})(?P<sub>(?: ?{_STEP})*)"
    rf"|(?P<chain>{_CHAIN})|(?P<annex>{_ANNEX})|(?P<said>{_SAID})|(?P<dotted>{_DOTTED})|(?P<english>(?i:{_ENGLISH}))"
)
_ONE = re.compile(
    rf"第? ?(?:(?P<brackets>{_BRACKETED})|(?P<n>{_N}{_MORE})) ?(?P<level>[编章节条款项目])?(?:之(?P<sub>{_N}))?"
)
_NUMBERS = re.compile(_N)
_UNTIL = re.compile(rf" ?(?:至|到|[-–—~～]{{1,2}}) ?(?P<chain>{_CHAIN}|[(]{_N}[)]项?)")
_MOST = 50
"""Most items a range is spelled out to."""
_AND = re.compile(r" ?(?:、|,|和|及|与|或|以及|或者) ?")
_SWAPPED = str.maketrans("款项", "项款")
_EN_LABEL = re.compile(r" *(?:$|\n|[:.–—-] |[A-Z一-龥])", re.MULTILINE)
"""Behind a name at the start of a line: Article 1 Purpose is a heading, not a reference."""
_LABEL = re.compile(r"^ *第[^ ]{1,8}[编章节条][ :]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """One level a reference names."""

    level: str
    """One of `LEVELS`."""
    numbers: tuple[tuple[int, ...], ...]
    """Whole ordinals: ((5, 1),) for 第五条之一, ((1,), (2,)) for 第一、二款."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference as printed."""

    start: int
    """Offset in the text as given."""
    end: int
    span: str
    title: str | None = None
    """Title between 《 and 》."""
    anchor: str | None = None
    """The relative word: 本制度, 本章, 前款, 上述, ``this article``."""
    annex: str | None = None
    """附件1 and its like, as printed."""
    steps: tuple[Step, ...] = ()
    """Levels named, from the outside in."""
    until: tuple[Step, ...] = ()
    """Last provision of a range: 第十条至第十二条."""


def find_references(text: str | Folded) -> list[Mention]:
    """Return the references of *text* in order, without overlap.

    A label at the start of a line (第十条 员工…) is no reference. Where a list names an upper level once
    (第十条第一款、第二款) the later ones have it too.
    """
    folded = fold(text) if isinstance(text, str) else text
    view = folded.text
    labels = {m.start() for m in _LABEL.finditer(view)}
    mentions: list[Mention] = []
    last_end, place = 0, 0
    while match := _FORM.search(view, place):
        start, end = match.span()
        place = end
        line = _line_start(view, start)
        if match["chain"] and line in labels and start < line + 12:
            continue
        if match["english"] and start == line and _EN_LABEL.match(view, end):
            continue
        mention = _mention(match)
        until = _UNTIL.match(view, end) if match["chain"] or match["inner"] or match["cited"] or match["sub"] else None
        if until:
            end = place = until.end()
            mention = replace(mention, until=_steps(until["chain"]))
        if mentions and mention.title is None and mention.anchor is None and _AND.fullmatch(view, last_end, start):
            mention = _carried(mentions[-1], mention)
        last_end = end
        low, high = folded.origin(start), folded.pieces(start, end)[-1][1]
        span = folded.source[low:high]
        if mention.title == (match["title"] or match["named"]) and mention.title is not None:
            mention = replace(mention, title=folded.printed(*match.span("title" if match["title"] else "named")))
        if "條" in span or "項" in span:
            mention = _taiwanese(mention)
        mentions.append(replace(mention, start=low, end=high, span=span))
    return mentions


def _taiwanese(mention: Mention) -> Mention:
    """Return *mention* with its levels as Taiwan counts them: 條, 項 (our 款), 款 (our 项), 目."""
    swap = {"paragraph": "item", "item": "paragraph"}
    steps = tuple(replace(step, level=swap.get(step.level, step.level)) for step in mention.steps)
    anchor = mention.anchor.translate(_SWAPPED) if mention.anchor else None
    return replace(mention, steps=steps, anchor=anchor)


def _line_start(view: str, offset: int) -> int:
    return view.rfind("\n", 0, offset) + 1


def _mention(match: re.Match[str]) -> Mention:
    blank = Mention(match.start(), match.end(), match.group())
    if match["title"] or match["named"]:
        return replace(blank, title=match["title"] or match["named"], steps=_steps(match["cited"] or ""))
    if match["here"]:
        return replace(blank, anchor=match["here"], steps=_steps(match["inner"] or ""))
    if match["before"]:
        return replace(blank, anchor=match["before"], steps=_steps(match["sub"] or ""))
    if match["said"]:
        return replace(blank, anchor=match["said"])
    if match["annex"]:
        return replace(blank, annex=match["annex"])
    if match["dotted"]:
        path = tuple(int(n) for n in re.findall(r"\d+", match["dotted"]))
        return replace(blank, steps=(Step("item", (path,)),))
    if match["english"]:
        return _english(blank, match["english"])
    return replace(blank, steps=_steps(match["chain"]))


def _steps(chain: str) -> tuple[Step, ...]:
    """Take 第十条第二款第（三）项 apart; a bracketed number without 项 is an item."""
    steps = []
    for match in _ONE.finditer(chain):
        numbers = [(n,) for n in map(to_int, _NUMBERS.findall(match["brackets"] or match["n"])) if n is not None]
        if match["brackets"] and re.search("[至到~—-]", match["brackets"]) and len(numbers) == 2:
            numbers = [(n,) for n in range(numbers[0][0], min(numbers[1][0], numbers[0][0] + _MOST) + 1)]
        sub = to_int(match["sub"]) if match["sub"] else None
        whole: list[tuple[int, ...]] = [(*numbers[0], sub), *numbers[1:]] if sub is not None and numbers else [*numbers]
        if whole:
            steps.append(Step(_LEVEL[match["level"] or "项"], tuple(whole)))
    return tuple(steps)


def _english(blank: Mention, words: str) -> Mention:
    annex = re.match(r"(?:annex|appendix|schedule) (\w+)", words, re.IGNORECASE)
    if annex:
        return replace(blank, annex=words)
    if words.lower().startswith(("the ", "this ")):
        return replace(blank, anchor=words.lower())
    names = {"clause": "article", **{level: level for level in LEVELS}}
    found = re.findall(r"(article|chapter|section|part|paragraph|clause|item)s? (\d+(?:\.\d+)*)", words, re.IGNORECASE)
    steps = tuple(Step(names[name.lower()], (tuple(int(n) for n in number.split(".")),)) for name, number in found)
    return replace(blank, steps=steps)


def _carried(before: Mention, mention: Mention) -> Mention:
    """Return *mention* with the upper levels of the one before it in the list."""
    if not before.steps or not mention.steps:
        return mention
    rank = LEVELS.index(mention.steps[0].level)
    upper = tuple(step for step in before.steps if LEVELS.index(step.level) < rank)
    if not upper and LEVELS.index(before.steps[0].level) != rank:
        return mention
    return replace(mention, steps=(*upper, *mention.steps), title=before.title, anchor=before.anchor)
