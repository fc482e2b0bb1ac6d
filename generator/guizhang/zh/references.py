"""References in rule text: 第十条第二款第（三）项, 第十条至第十二条, 前款, 本章, 上述, 《…》第五条, 附件1, 见3.2.

They are found and taken apart here; what they lead to is `guizhang.facts.references`, which knows the tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from guizhang.zh.folding import Folded, fold
from guizhang.zh.numerals import roman_to_int, to_int

_N = r"[零〇一二三四五六七八九十百千两壹贰叁参肆伍陆柒捌玖拾\d]{1,6}"
_MORE = rf"(?:(?:[、,和及或]|至|到|[-–—~])(?:第 ?)?{_N}(?=[^\d个天日元人]))*"
LEVELS = ("part", "chapter", "section", "article", "paragraph", "item", "point")
"""Levels a reference can name, from the outside in; 款 is a paragraph, 项 an item, 目 a point."""
_LEVEL = {
    "编": "part",
    "部分": "part",
    "章": "chapter",
    "节": "section",
    "条": "article",
    "款": "paragraph",
    "项": "item",
    "目": "point",
    "点": "item",
}
# Behind each level what would make it another word: 第一章程, 第二节课, 第三条件, 第二项目, 第一目标.
_SIGN = (
    "部分|编(?!辑|号|制|写)|章(?!程)|节(?!课|日|约|能|假|点|目)|条(?!件|例|线|形|码)|款(?!产品"
    "|车|手机|项|式)|项(?!目|链)|目(?!标|的|录|前)|点(?=规定|之|所|、|或|及|的|第|[(。,;]|$)"
)
_BRACKETED = rf"[(]{_N}[)](?:[、,和及或至到~—-][(]{_N}[)])*"
# Behind 第五条 a number in brackets is an item with or without 项: 第五条（二）, 第六条第（一）至（三）项.
_STEP = rf"(?:第 ?{_N}{_MORE} ?(?:{_SIGN})(?:之{_N})?|第? ?{_BRACKETED}(?: ?(?:{_SIGN}))?)"
_DOTS = r"\d{1,2}(?:\.\d{1,2}){1,4}(?![\d.]|[%‰元万小天年月米倍分个次人时公℃])"
_CHAIN = rf"第 ?(?:{_N}{_MORE}|{_BRACKETED}) ?(?:{_SIGN})(?:之{_N})?(?: ?{_STEP}| ?{_DOTS})*"
RULES = (
    "管理制度|制度|规约|规则|要点|契约|合约|公约|说明书|指南|规定|办法|细则|手册|规范"
    "|守则|规程|准则|条例|规则|标准|公约|须知|章程|流程|方案|协议|合同|文件|指引"
)
_HERE = rf"本(?:{RULES}|章(?!程)|节(?!目|约|课|日)|编(?!制|辑)|条(?!件|例)|款(?!项|式)|项(?!目)|点(?=规|之|所|第))"
_BEFORE = (
    r"(?:前|上)(?:[一两二三四]|述)?(?:条(?!件|例)|款(?!项)|项(?!目)|章(?!程)|节(?!课|目|日)"
    r"|目(?!标|的|录)|点(?=规|之|所|第|办|执|[,。;]))|下一?(?:条(?!件)|款(?!项)|章)|[该同]条(?!件|款|例)"
)
_SAID = rf"(?:上述|前述|上列|前列|上开|前开|前揭|上揭)(?: ?{_STEP})*|(?<![项次种条个人年天元])以上(?=规定|条款|各[条项款]|行为|情形|情况|要求|制度|内容)"
# A document named without 《》 in front of its article: 依工作规则第十九条.
_NAMED = rf"(?<=[依照据反见按合])(?!本)[一-龥]{{1,10}}?(?:{RULES})(?=第 ?{_N} ?条)"
_ANNEX = r"(?:附件|附录|附表|附图|附则|附属)(?:[一二三四五六七八九十\d]{1,3}|[A-Z](?![A-Za-z]))|(?<=[见按附参如依填照同])(?:附件|附录|附表)(?![一-龥]{0,2}大小)"
_TITLE = r"《(?P<title>[^《》\n]{1,60})》"
_DOTTED = (
    r"(?:(?<=见)|(?<=照)|(?<=按)|(?<=据)|(?<=反)|(?<=合))第?\d{1,2}(?:\.\d{1,2}){1,4}(?:[条款项节]|(?![\d元%万小天年月米倍]))"
    r"|第 ?\d{1,2}(?:\.\d{1,2}){1,4} ?[条款项节点]"
)
# Labels without a sign of their level: 4.4.3 所列情形, 依二.之结果, （二）之流程, 丙、5., 3、4两项. They refer only if
# the document has such a label.
_STEM = "甲乙丙丁戊己庚辛"
_BARE = (
    rf"(?<=[依照按据见反合除经及和或同在如、]) ?{_DOTS}|第{_DOTS}|(?:(?<=see )|(?<=under )|(?<=per )|(?<=with )|(?<=of )|(?<=in )|(?<=and )"
    rf"|(?<=to )){_DOTS}(?: ?\([a-z]{{1,4}}\))?(?=[ ,.;)]|$)"
    rf"|(?<![\d.A-Za-z第-]){_DOTS}(?= ?(?:所|之(?!间)|的(?!比)|规定|未|款|各|至 ?\d|条|项|中|情形|两|规|要求|步|流程))"
    rf"|[({{]{_N}[)}}](?=之(?!一)|所[称列述指]|规定|款|项)|(?<=[依照按据见反合及和同]) ?[(]{_N}[)]"
    rf"|(?<=[依照按据见反合同]) ?{_N}、[(]{_N}[)]|(?<=[依照按据见反合同])\d{{1,2}}-\d{{1,2}}(?![\d天日个小分月年次人元%])"
    rf"|(?<=[依照按据见反合]) ?{_N}[.、](?: ?之)|(?<![\d、]){_N}(?:、{_N}){{1,5}} ?[两二三四五六]?(?:项|点)(?=[规所之的]|津|费|行|情|[一-龥])"
    r"|(?:(?<=see )|(?<=under )|(?<=per )|(?<=with )|(?<=of )|(?<=in ))[A-Z]\.\d{1,2}(?![\d.]?\w)"
    rf"|(?<![A-Za-z\n])(?<!^)Q ?\d{{1,2}}(?![\d:.、])|第 ?{_N} ?[问题](?=[所的,。;)]|$)"
    rf"|(?<=[依照按据见反合同及和或]){_N}、(?:\d{{1,2}}(?!\d|[天日个小分月年次人元%])|[(]{_N}[)]|[一二三四五六七八九十]{{1,2}}(?=[的之所规办处申执]))(?=[的之所规办处申执,。;,)]|$)"
    rf"|(?:(?<=[依照按据见反合同])|(?<![一-龥]))[{_STEM}]、(?:\d{{1,2}}\.?|[(]{_N}[)])|(?<=[依照按据见反合])[{_STEM}](?:[项款条])?、?(?:\d{{1,2}}\.?)?(?=[所之的规])"
)
_ENGLISH = (
    r"(?:\b(?:Article|Chapter|Section|Part|Paragraph|Clause|Item|Rule|Point|Step|Question|Sub-?section|Sub-?clause)s? |\b(?:Art|Sec|Para|Cl)\.? "
    r"|§ ?)(?:\d+(?:\.\d+)*|(?-i:[IVX]+)\b|(?-i:[A-Z])\b|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)(?: \d+(?:\.\d+)+)?(?: ?\([a-z0-9]{1,4}\))*"
    r"(?: (?:to|and|or|through) (?:\d+(?:\.\d+)*|(?-i:[IVX]+)\b)(?! ?(?:hour|day|week"
    r"|month|year|per|%))(?: ?\([a-z0-9]{1,4}\))*)*(?:, (?:paragraph|item|section) \d+)*"
    r"|\b(?:Paragraph|Item|Point|Clause|Section)s? ?\([a-z0-9]{1,4}\)(?: (?:and|or|to) \([a-z0-9]{1,4}\))?(?: of (?:Article|Clause|Section) \d+(?:\.\d+)*)?"
    r"|\b(?:Annex|Appendix|Schedule|Attachment|Exhibit) (?:\d+|[A-Z])\b(?:, (?:paragraph|item|section) \d+)*"
    r"|\bthe (?:preceding|previous|foregoing|next|following|above) (?:paragraph|article|chapter|section|item|clause|rule|step)\b"
    r"|\bthe (?:paragraph|article|chapter|section|item|clause|rule) (?:above|before|below)\b"
    r"|\bthis (?:article|chapter|section|paragraph|clause|part|regulation|policy|handbook|manual|agreement|lease|schedule)\b"
)

# The look-ahead holds what a reference can begin with; it saves trying every form at every sign.
_FORM = re.compile(
    rf"(?:(?=[《本前上下该同第附以({{§{_STEM}A-Za-z\d零〇一二三四五六七八九十百千两壹贰叁参肆伍陆柒捌玖拾])|(?<=[依照据见反按合同及和或除经在如、]))(?:"
    rf"(?:{_TITLE}|(?P<named>{_NAMED}))(?P<cited> ?(?:中)?(?:{_CHAIN}))?"
    rf"|(?P<here>{_HERE})(?: ?(?P<inner>{_CHAIN}))?"
    rf"|(?P<before>{_BEFORE})(?P<sub>(?: ?{_STEP})*)"
    rf"|(?P<chain>{_CHAIN})|(?P<annex>{_ANNEX})|(?P<said>{_SAID})|(?P<dotted>{_DOTTED})|(?P<bare>{_BARE})|(?P<english>(?i:{_ENGLISH})))"
)
_ONE = re.compile(
    rf"(?P<dots>{_DOTS})|第? ?(?:(?P<brackets>{_BRACKETED})|(?P<n>{_N}{_MORE})) ?(?P<level>部分|[编章节条款项目点])?(?:之(?P<sub>{_N}))?"
)
_NUMBERS = re.compile(_N)
_UNTIL = re.compile(rf" ?(?:至|到|[-–—~～]{{1,2}}) ?(?P<chain>{_CHAIN}|[(]{_N}[)]项?|(?P<dots>{_DOTS}))")
_RANGED = ("chain", "inner", "cited", "sub", "bare", "dotted")
_MOST = 50
"""Most items a range is spelled out to."""
_EN_NAMES = {
    "article": "article", "clause": "article", "rule": "article", "chapter": "chapter", "section": "section", "part": "part",
    "art": "article", "sec": "section", "para": "paragraph", "cl": "article", "sub-section": "section", "subsection": "section",
    "sub-clause": "item", "subclause": "item", "question": "item", "§": "section",
    "paragraph": "paragraph", "item": "item", "point": "item", "step": "item",
}  # fmt: skip
_EN_LIST = re.compile(
    r"(?P<level>[A-Za-z-]+?|§)s?\.? ?(?P<numbers>(?:\d+(?:\.\d+)*|[IVX]+|[A-Z]|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)(?: (?:to|and|or|through) (?:\d+(?:\.\d+)*|[IVX]+))*)(?P<below>(?: \d+(?:\.\d+)+)?(?: ?\(\w+\))*)"
)
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
    bare: bool = False
    """A label without the sign of its level; it refers only if the document has that label."""
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
        if match["annex"] and start == line and view[end : end + 1] in (" ", ":", ""):
            # The heading of the annex itself.
            continue
        if match["english"] and start == line and _EN_LABEL.match(view, end):
            continue
        mention = _mention(match)
        until = _UNTIL.match(view, end) if any(match[name] for name in _RANGED) else None
        if until:
            end = place = until.end()
            mention = replace(
                mention, until=_bare_steps(until["dots"]) if until["dots"] else _steps(until["chain"] or until.group())
            )
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
        return replace(blank, anchor=match["said"][:2], steps=_steps(match["said"][2:]))
    if match["bare"]:
        return replace(blank, steps=_bare_steps(match["bare"]), bare=True)
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
        if match["dots"]:
            steps.append(Step("item", (tuple(int(n) for n in match["dots"].split(".")),)))
            continue
        printed = match["brackets"] or match["n"]
        numbers = [(n,) for n in map(to_int, _NUMBERS.findall(printed)) if n is not None]
        if re.search("[至到~—–-]", printed) and len(numbers) == 2:
            numbers = [(n,) for n in range(numbers[0][0], min(numbers[1][0], numbers[0][0] + _MOST) + 1)]
        sub = to_int(match["sub"]) if match["sub"] else None
        whole: list[tuple[int, ...]] = [(*numbers[0], sub), *numbers[1:]] if sub is not None and numbers else [*numbers]
        if whole:
            steps.append(Step(_LEVEL[match["level"] or "项"], tuple(whole)))
    return tuple(steps)


def _bare_steps(words: str) -> tuple[Step, ...]:
    """Take a bare label apart: a dotted path, labels of one level (3、4两项), or one below another (丙、5.)."""
    if dots := re.match(_DOTS, words.lstrip("第 ")):
        below = re.findall(r"\((\w+)\)", words)
        path = Step("item", (tuple(int(n) for n in dots.group().split(".")),))
        return (path, *(Step("item", (_en_number(n),)) for n in below))
    if lettered := re.match(r"([A-Z])\.(\d+)$", words):
        return tuple(Step("item", (_en_number(n),)) for n in lettered.groups())
    if nested := re.match(rf"({_N})、[(]?({_N})[)]?$", words):
        return tuple(Step("item", ((to_int(n) or 0,),)) for n in nested.groups())
    numbers = [n for n in map(to_int, re.findall(rf"[{_STEM}]|{_N}", re.sub("[两二三四五六][项点]$", "", words))) if n]
    if words[0] in _STEM:
        return tuple(Step("item", ((n,),)) for n in numbers)
    return (Step("item", tuple((n,) for n in numbers)),) if numbers else ()


def _english(blank: Mention, words: str) -> Mention:
    annex = re.match(r"(?:annex|appendix|schedule|attachment|exhibit) (\w+)", words, re.IGNORECASE)
    if annex:
        return replace(blank, annex=words)
    if words.lower().startswith(("the ", "this ")):
        return replace(blank, anchor=words.lower())
    if low := re.fullmatch(_EN_LIST, words):
        number = [
            _en_number(n)
            for n in re.findall(r"\d+(?:\.\d+)*|[IVX]+\b|[A-Z]\b|[a-z]{3,5}\b(?<!and)(?<!through)", low["numbers"])
        ]
        if re.search(r"\b(?:to|through)\b", low["numbers"]) and len(number) == 2 and len(number[0]) == 1:
            number = [(n,) for n in range(number[0][0], min(number[1][0], number[0][0] + _MOST) + 1)]
        below = [*re.findall(r" (\d+(?:\.\d+)+)$", low["below"] or ""), *re.findall(r"\((\w+)\)", low["below"] or "")]
        level = _EN_NAMES[low["level"].lower()]
        return replace(blank, steps=(Step(level, tuple(number)), *(Step("item", (_en_number(n),)) for n in below)))
    if lettered := re.fullmatch(
        r"(\w+?)s? ?\((\w+)\)(?: (?:and|or|to) \((\w+)\))?(?: of (\w+) (\d+(?:\.\d+)*))?", words
    ):
        outer = (Step(_EN_NAMES[lettered[4].lower()], (_en_number(lettered[5]),)),) if lettered[4] else ()
        numbers = tuple(_en_number(n) for n in (lettered[2], lettered[3]) if n)
        return replace(blank, steps=(*outer, Step("item", numbers)))
    names = {"clause": "article", **{level: level for level in LEVELS}}
    found = re.findall(r"(article|chapter|section|part|paragraph|clause|item)s? (\d+(?:\.\d+)*)", words, re.IGNORECASE)
    steps = tuple(Step(names[name.lower()], (tuple(int(n) for n in number.split(".")),)) for name, number in found)
    return replace(blank, steps=steps)


def _en_number(printed: str) -> tuple[int, ...]:
    """Return an ordinal printed as 4.2, IV, B or b."""
    if printed[0].isdecimal():
        return tuple(int(n) for n in printed.split("."))
    if len(printed) > 2 and (word := to_int(printed)):
        return (word,)
    roman = roman_to_int(printed)
    letter = ord(printed.lower()) - 96 if len(printed) == 1 else 0
    return (roman if roman and (len(printed) > 1 or printed in "ivxIVX") else letter,)


def _carried(before: Mention, mention: Mention) -> Mention:
    """Return *mention* with the upper levels of the one before it in the list."""
    if not before.steps or not mention.steps:
        return mention
    rank = LEVELS.index(mention.steps[0].level)
    upper = tuple(step for step in before.steps if LEVELS.index(step.level) < rank)
    if not upper and LEVELS.index(before.steps[0].level) != rank:
        return mention
    return replace(mention, steps=(*upper, *mention.steps), title=before.title, anchor=before.anchor)
