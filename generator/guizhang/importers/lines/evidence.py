"""What the characters around a possible label say: a stop before it is for it, 依照 before it or 的规定 behind it against."""

from __future__ import annotations

import re

from guizhang.importers.lines.counted_things import counts_thing, is_continuation
from guizhang.importers.lines.folded import Line, ends_sentence
from guizhang.importers.lines.labels import STRONG, Family, Label
from guizhang.importers.lines.mentions import is_mention
from guizhang.zh.numerals import CHINESE, to_int

_NEAR = 24
_SENTENCE_END = frozenset("。!?;…")
_CLOSING = frozenset("”’」』)》】")
_OPENING = frozenset("(“‘「『《【\"'<")
_JOINING = frozenset(",、/~-—+*=×")
# 依照第十条, 见附件1、, 至（五）: a reference or a count goes before, so what follows is no label.
_REFERENCE_BEFORE = re.compile(
    r"(?:依照|按照|按|根据|依据|依|违反|符合|适用|参照|见|(?<![范样文版])本|[本该](?:部分|[章节编篇])|前述|上述|前|第|附表|附件|附录|表|图|"
    r"至|到|和|与|或|及|由|对|除|在|从|自|期间|(?<=[依照按据反合及和或见与受除])第[一二三四五六七八九十\d]{1,3}(?:部分|[编章节篇])|"
    # 按附件一第一条登记: an annex that is named within a sentence, and what is asked for in it.
    r"(?<=[一-龥,、])附[件录表] ?[一二三四五六七八九十\d]{1,2}(?:第[一二三四五六七八九十\d]{1,3}[编章节])?|"
    r"\b(?:in|of|to|and|or|under|by|with|see|per|from|than|the|item|items|clause|section|article|paragraph))$",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(
    r"(?:第|附表|附件|附录|附图|[上下见该此]表|图|见|\b(?:items?|clause|section|paragraphs?|points?|table|figure|no|see|under|in|of|to|with))\.?$",
    re.IGNORECASE,
)
# 违反第二条（一）1、2款, 按三（二）处理: what stands in the middle of a reference. 第二条 that begins a sentence is an article.
_REFERENCE_OPEN = re.compile(
    r"(?:(?<=[^。!?;:\n ])第 ?[一二三四五六七八九十百\d]{1,5} ?[编章节条款项点]|(?<=[依照按据反合见])[一二三四五六七八九十\d]{1,3}[、.]?)"
    r"(?:第?[(][一二三四五六七八九十\d]{1,3}[)]|[一二三四五六七八九十\d]{1,3}[、.])*$"
)
_HEADS = re.compile(r"[^。;,、]{0,16}第[一二三四五六七八九十百\d]{1,4}[章节条]")
_RULE_NAME_BEFORE = re.compile(r"(?:办法|规定|制度|守则|条例|规范|细则|手册|章程|法|规程|合同|协议|准则)[》”]?$")
_REFERENCE_AFTER = re.compile(
    r"(?:的|规定的|规定[,。;:]|规定(?:执行|办理|处理|处罚)|所列|所述|所称|所规定|之规定|第[一二三四五六七八九十\d]+[款项]|款(?![待项式])|项(?!目)|以上|以下"
    r"|至(?![少多])|到(?![岗位职场货店达期任])|、[第一二三四五六七八九十\d]|和(?![谐睦])|及(?![时格早])|或|与(?![会客]))"
)
# 第三条第一款: never the article itself
_PART_AFTER = re.compile(
    r"第?[(]?[一二三四五六七八九十\d]{1,3}[)]?(?:[款项]|(?<=[一二三四五六七八九十\d])点(?=[、,和及与的所之]))"
)
_ENGLISH_REFERENCE_AFTER = re.compile(r"\(| ?[的中所]| (?!(?:i|ii|iii|iv|v|a|b|c)[.)])[a-z]|[,;)]")
_NO_TEXT_AFTER = frozenset("、,。;)”》!?")
# 周一、二、三: a list of numerals is no list of labels.
_NUMERAL_AFTER = {
    Family.CHINESE: re.compile(r"[一二三四五六七八九十]{1,3}、"),
    Family.ARABIC: re.compile(r"\d{1,3}、"),
}
_MEASURES = "级个号份楼层组班期天日月年次名人位条章款项类批季笔种间辆台件只岁页倍米元万千百分小周套把张户座栋"
_UNIT_AFTER = re.compile(
    rf"[ ]?(?:两?[{_MEASURES}]|[的%‰℃°Ω亿兆克吨升斤里公厘毫平立折版度亩寸伏安瓦]|[~–—-] ?\d|(?i:[kcm]?[mgwl]|[mk]pa|bar|gb|mb|kv|mah?|hours?|times|[ap]\.?m)\b)"
)
# 一、二级主管 and 3、4个人 count things. The first number of such a pair looks like a label.
_QUANTITY = re.compile(
    rf"[ ]?(?P<more>[{CHINESE}\d]{{1,3}}、)*(?P<next>[{CHINESE}]{{1,3}}|\d{{1,3}})[多余两]?[{_MEASURES}]"
)
# A provision never begins with these: they go on what was said before the number (二、之决议, 2.1 至 2.4, 步骤三的期限).
_GOES_ON = re.compile(
    r"[ ]?(?:之(?![前后间中])|的(?![士确])|等(?:[,。;、]|[^级待候于同候])|以[上下内外](?![一-鿿]{0,6}:)"
    r"|[至到和及或与~、–—-] ?[(第]?[\d一二三四五六七八九十]"
    r"| ?(?:to|and|or|through|until) \(?\d|(?: (?:and|or) \(\w{1,4}\))? (?:above|below)\b"
    r"|各?[款项条节](?=[规所的,。、;和及或至到]|$)|所[列述称指])"
    r"|(?:规定|约定)(?:的|执行|办理|处理)|另有"
)
_NAME_AFTER = re.compile(r" ?[A-Z][a-z]+(?= ?(?:[,;()]|and\b|$))")  # A. Lee, B. Ortiz
_THING_AFTER = re.compile(r" [a-z]{2}")  # 3 hours are free; what a bare number labels begins with a capital
_THOUSANDS = re.compile(r"[ ]?000(?!\d)")  # 3. 000元
_GLUED_AFTER = re.compile(
    r"关于|所[定说指]|时限|处理|执行|办理|规定|要求的|标准[,。]|范围[内,]|情形|[中内外][,的]"
    r"|第?[(（][一二三四五六七八九十\d]+[)）]项"
)

_OVER_OUTLINE = re.compile(r"(\d{1,2}) ?[^\n。!?;]{1,40}\n\s*\1\.[01](?!\d)")
"""4 附录 over 4.1, where no sign says that the number is a label."""
_NAMED = re.compile(r" ?:| +[^。!?;,:]{2,24}$")
_IS_NAMED = 1.0
"""What it is worth that 第八条 has a colon behind it, or a heading and nothing else."""
_NAMES_THING = 6.0
"""What speaks against P1 in front of a small letter, P1 incidents are …: it names a kind of thing."""
_BULLET_BROKEN = 2.0
_CONTINUED = 9.0
"""What it is worth that 第一节 is no heading but what a sentence speaks of, and goes on behind."""
_MENTIONED = 15.0
"""More than all that speaks for a label, a place in a list included."""
_AT_START_PRIOR = {
    Family.BULLET: 2.5,
    Family.DECIMAL: 4.5,
    Family.LETTER_UPPER: 4.5,
    Family.LETTER_LOWER: 4.5,
    Family.ORDINAL: 3.0,
    Family.STEM: 3.5,
    Family.STEP: 5.0,
    Family.QUESTION: 5.0,
}


def weigh(text: str, label: Label, line: Line, at_start: bool, broken: float, quoted: bool) -> tuple[float, bool]:
    """Return the evidence for *label* (above 0 for, below 0 against), and whether a colon of its line introduces it.

    Args:
        text: The folded text.
        label: The likeliest reading at its place.
        line: The line it stands in.
        at_start: Whether it begins the line.
        broken: What speaks against it because the line goes on a sentence.
        quoted: Whether it stands inside quotation marks: what somebody is to say is no list of rules.
    """
    strong = label.family in STRONG
    # A label broken in two ends in the line below.
    stop = line.end if label.end <= line.end else label.end + 8
    after = text[label.end : min(stop, label.end + 8)].partition("\n")[0]
    score = 0.0
    introduced = False
    if at_start:
        score = _AT_START_PRIOR.get(label.family, 6.5)
        if label.variant in ("", ",", ":") and label.family in (Family.ARABIC, Family.CHINESE):
            score = 1.0 if after or label.variant else 1.5
            if _OVER_OUTLINE.match(text, label.start):
                score += 4.0
        # Behind 按照 a 第十条 is a reference even where it is the one expected.
        if label.family is Family.BULLET:
            broken = min(broken, _BULLET_BROKEN)  # a wrapped line hardly ever begins with a sign of lists
        score -= broken * (1.4 if (strong or label.family is Family.CLAUSE) and broken > 6.0 else 1.0)
    else:
        score, introduced = _inline_prior(text, label, line, strong)
    if quoted:
        score -= 8.0 if at_start else 5.0
    if strong or label.family is Family.CLAUSE:
        named = _NAMED.match(text, label.end, line.end) or _is_alone(text, label, line)
        score += _IS_NAMED if at_start and named else 0.0
        return score + _against_reference(text, label, line, after, at_start), introduced
    if is_mention(text, label, line):
        score -= _MENTIONED
    return score + _against_number(text, label, line, after, at_start or introduced), introduced


def _is_alone(text: str, label: Label, line: Line) -> bool:
    """Return whether a line is an English label in capitals and nothing else: ARTICLE IV over its heading."""
    return label.end >= line.end and text[label.start : label.end].isascii() and text[label.start : label.end].isupper()


def _against_reference(text: str, label: Label, line: Line, after: str, at_start: bool) -> float:
    """Return what the words behind it say against 第三条 or *Article 3* being the article itself; 0 or less."""
    beyond = after or text[(end := max(line.end, label.end)) : end + 8].strip()  # a line may end within a reference
    if label.variant[0].isascii():
        # A heading begins with a capital, and its words do not end where the sentence before it does.
        cited = _ENGLISH_REFERENCE_AFTER.match(after) or (
            not after and not at_start and _in_sentence(text, label, line)
        )
        return (-5.0 if at_start else -9.0) if cited else 0.0
    score = 0.0
    if counts_thing(text, label, line) or (not at_start and is_continuation(text, label, line)):
        score -= _CONTINUED
    if _PART_AFTER.match(beyond):
        score -= 4.0 if after else 9.0
    elif not after and not at_start and _REFERENCE_AFTER.match(beyond):
        score -= 9.0
    if after[:1] in ("。", ";", ")") or (label.family is Family.ATTACHMENT and after[:1] == ","):
        score -= 9.0  # 价目见附件2。
    if _REFERENCE_AFTER.match(after):
        score -= 5.0 if at_start else 9.0
    elif _GLUED_AFTER.match(after) or _GOES_ON.match(after):
        score -= 5.0 if at_start else 2.0
    return score


def _in_sentence(text: str, label: Label, line: Line) -> bool:
    """Return whether words that no stop ends stand before a label in its line: charges follow Schedule 2."""
    before = text[max(line.start, label.start - _NEAR) : label.start].rstrip()
    return bool(before) and before[-1] not in _SENTENCE_END and before[-1] not in ".:"


def _against_number(text: str, label: Label, line: Line, after: str, expected: bool) -> float:
    """Return what the words behind it say against a number being a label; *expected*: at a line start or a colon."""
    score = 0.0
    if label.family in _NUMERAL_AFTER:
        score -= _quantity(text, label, line, after) if label.start == line.start else 0.0
        if _NUMERAL_AFTER[label.family].match(after):
            score -= 3.0
    if after and after[0] in _NO_TEXT_AFTER and not expected:
        score -= 2.0
    if text[label.end - 1] == ")" != text[label.start] and _closes(text, label, line):
        score -= _MENTIONED
    if (
        label.family is Family.LETTER_UPPER
        and label.start > line.start
        and _NAME_AFTER.match(text, label.end, line.end)
    ):
        score -= 6.0
    # 3.20 at the end of a line is an amount.
    amount = label.start > line.start and not after
    if label.family is Family.DECIMAL and (_UNIT_AFTER.match(after) or label.path[0] == 0 or amount):
        score -= 4.0
    if after and _GOES_ON.match(after):
        score -= 5.0
    if not label.variant and _THING_AFTER.match(after):
        score -= 4.0
    if label.variant == "A" and text[label.end - 1].isdigit() and _THING_AFTER.match(after):
        score -= _NAMES_THING
    return score


def _closes(text: str, label: Label, line: Line) -> bool:
    """Return whether the sign behind a label closes a bracket that was opened before it: (Part A), and not (含 1)工资 2)奖金)."""
    opened = max(text.rfind(sign, line.start, label.start) for sign in "()")
    following = next((sign for sign in text[label.end : line.end] if sign in "()"), "")
    return opened >= 0 and text[opened] == "(" and following != ")"


def _quantity(text: str, label: Label, line: Line, after: str) -> float:
    """Return what speaks against a label because a number of things follows it."""
    found = _QUANTITY.match(after)
    if found is None:
        return 6.0 if _THOUSANDS.match(after) else 0.0
    number = to_int(found["next"])
    pair = number is not None and label.variant == "、" and label.path[-1] < number <= label.path[-1] + 2
    if not pair and not found["more"]:
        return 0.0
    place = line.start - 1
    while place >= 0 and text[place] in " \n\r":
        place -= 1
    behind_stop = place < 0 or ends_sentence(text[max(0, place - 3) : place + 1])
    return 3.0 if behind_stop else 7.0


def _inline_prior(text: str, label: Label, line: Line, strong: bool) -> tuple[float, bool]:
    """Return the evidence of what a label is glued to, and whether that is a colon."""
    place = label.start
    while place > line.start and text[place - 1] == " ":
        place -= 1
    gap = label.start - place
    before = text[place - 1]
    if not strong and not gap and _REFERENCE_OPEN.search(text, max(line.start - 1, place - _NEAR), place):
        return -9.0, False
    if before == ":" or before in _SENTENCE_END:
        score = 4.0 if strong else 0.7
    elif before == "." and label.path:
        score = 2.0 if strong else 0.5
    elif strong and before == "》":
        # 《员工手册》第五条 refers to another text; a first article, or a heading, may stand behind the title of its own.
        score = -2.0 if label.path[0] == 1 or _HEADS.match(text, label.end, line.end) else -6.0
    elif before in _CLOSING:
        score = 1.0 if strong else 0.0
    elif before in _OPENING:
        score = -4.0
    elif before in _JOINING:
        score = -2.0 if before == "、" and label.variant == "." else -3.0
    elif before.isdigit():
        score = -2.5 if label.bias == 0 else -1.5
    else:
        apart = gap > 0 and not before.isascii()  # English words always stand apart
        score = _behind_word(text[max(line.start, place - 10) : place], strong, apart)
    score += 1.0 if gap else 0.0
    score += (
        _INLINE_VARIANT[label.variant] if label.variant in _INLINE_VARIANT else _INLINE_FAMILY.get(label.family, 0.0)
    )
    return score, before == ":"


_INLINE_VARIANT = {"": -1.0, "()": 0.7}
# How often a sign stands within a sentence without being a label: ① hardly ever, a letter often.
_INLINE_FAMILY = {
    Family.CIRCLED: 1.0,
    Family.ARABIC_PAREN: 0.7,
    Family.CHINESE_PAREN: 0.7,
    Family.LETTER_UPPER: -0.7,
    Family.LETTER_LOWER: -0.7,
    Family.STEM: -0.7,
    Family.ORDINAL: -0.7,
    Family.ROMAN_LOWER: -0.5,
    Family.ROMAN_UPPER: -0.5,
    Family.DECIMAL: -1.0,
}


def _behind_word(head: str, strong: bool, gap: bool) -> float:
    score = -0.5 if strong else -1.3
    if not gap and (_REFERENCE_BEFORE if strong else _PLACE_BEFORE).search(head):
        return score - 3.0
    return score - 1.5 if strong and _RULE_NAME_BEFORE.search(head) else score
