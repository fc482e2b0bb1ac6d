"""References in rule text: 第十条第二款第（三）项, 第十条至第十二条, 前款, 本章, 上述, 《…》第五条, 附件1, 见3.2.

They are found and taken apart here; what they lead to is `guizhang.facts.references`, which knows the tree.
"""

from __future__ import annotations

import re
from dataclasses import replace

from guizhang.zh.english_forms import PAPERS
from guizhang.zh.english_references import read_english
from guizhang.zh.folding import Folded, fold
from guizhang.zh.headed import find_headed
from guizhang.zh.mentions import Mention
from guizhang.zh.reference_forms import (
    CHAIN,
    DOTS,
    LABEL_ROW,
    LEVELS,
    RULES,
    N,
    form,
)
from guizhang.zh.reference_steps import bare_steps, steps_of
from guizhang.zh.usage import Usage

_UNTIL = re.compile(
    rf" ?(?:至|到|[-–—~～]{{1,2}}) ?(?P<chain>{CHAIN}|[(]{N}[)]项?|{N} ?[条款项](?!件|例|目|以)"
    rf"|(?P<dots>第? ?{DOTS}[条款项节]?)|(?P<anchor>[本前](?:条(?!件|例)|款(?!项)|项(?!目))))"
)
_NAMES = ("title", "named", "quoted", "entitled", "foreign", "work")
_RANGED = ("chain", "inner", "cited", "sub", "said", "bare", "dotted")
_PAPER_BEFORE = re.compile(rf"(?<!this )\b(?:{PAPERS}) \($", re.IGNORECASE)
_EN_AND = re.compile(",? (?:and|or) |, ")
_AND = re.compile(r" ?(?:、|,|和|及|与|或|以及|或者) ?")
_AFTER_ANNEX = frozenset("、,和及或与所的之中规须应由至第不可必已另同均为于约")
"""What can follow an annex at the start of a line that is spoken of; anything else makes it the heading of the annex."""
_SAME = re.compile(rf"[同该此](?:法|{RULES})$")
_LETTERED = re.compile("[(（][a-z]+[)）]|[)）] ?[两兩二三四五六]?[項项]")
"""A letter is no paragraph, nor is what has brackets around its number."""
_PLAIN = Usage()
_NAMED_BY = re.compile(r"[》」”\"]? ?[的之中]?$")
"""Between the short name of a paper and the article of it that is cited."""
_CALLED = re.compile("以下(?:简称|统称|称)(?:为|:)? ?$")
"""In front of a short name that is only given here."""
_SAME_ARTICLE = frozenset(("同条", "该条"))
_SWAPPED = {"款": "项", "项": "款"}
_LEVEL_SIGN = re.compile("(?<!条)[款项]")
"""A level, for 本条款 is none."""
_TRADITIONAL = re.compile("[規員應與後時間辦處違條項點職單務業發請]")
_ROW = re.compile(LABEL_ROW)
_POINT = re.compile("^第[^第]{1,6}点")
_IN_TAIWAN = re.compile("[條項點]")
_LAW = re.compile(r"(?:(?<!办)法|条例)$|\b(?:Act|Ordinance)\b")
_SENTENCE = re.compile(r"[^\n。]*。")
"""No heading ends so."""
_EN_LABEL = re.compile(r" *(?:$|\n|[:.–—-] |[A-Z一-龥])", re.MULTILINE)
"""Behind a name at the start of a line: Article 1 Purpose is a heading, not a reference."""
_LABEL = re.compile(r"^ *第[^ ]{1,8}(?:[编章节条]|部分?)[ :。]", re.MULTILINE)


def find_references(text: str | Folded, usage: Usage = _PLAIN) -> list[Mention]:
    """Return the references of *text* in order, without overlap; *usage* says how its document cites.

    A label at the start of a line (第十条 员工…) is no reference. Where a list names an upper level once
    (第十条第一款、第二款) the later ones have it too.
    """
    folded = fold(text) if isinstance(text, str) else text
    view = folded.text
    labels = {m.start() for m in _LABEL.finditer(view)}
    mentions: list[Mention] = []
    last_end, place = 0, 0
    taiwan = False
    while match := form().search(view, place):
        start, end = match.span()
        place = end
        if _is_heading(view, match, labels) or _CALLED.search(view, max(0, start - 8), start):
            continue
        mention = _mention(match)
        named = _by_short_name(view, last_end, match, usage)
        if named is not None:
            start, title = named
            mention = replace(mention, title=title)
        until = _UNTIL.match(view, end) if any(match[name] for name in _RANGED) else None
        if until:
            end = place = until.end()
            mention = _reaching(mention, until)
        low, high = folded.origin(start), folded.pieces(start, end)[-1][1]
        span = folded.source[low:high]
        names = mention.title is not None or mention.anchor is not None
        if mentions and mention.title is None and _SAME.search(view, max(0, start - 6), start):
            # 同法第三条, 该办法第五条: of the document named before.
            mention = replace(mention, title=mentions[-1].title)
            names = mention.title is not None
        if mentions and mention.anchor in _SAME_ARTICLE:
            mention = _of_same_article(mentions[-1], mention)
        carries = bool(mentions) and not names and _AND.fullmatch(view, last_end, start) is not None
        if mention.bare and span.isascii() and mentions and _EN_AND.fullmatch(view, last_end, start):
            mention = _of_level(mentions[-1], mention)
        # 款 is written alike in both scripts: what goes on a list counts as the list does.
        traditional = "款" in span and _TRADITIONAL.search(folded.source) is not None
        taiwan = traditional or _IN_TAIWAN.search(span) is not None or (taiwan and carries)
        if taiwan if usage.taiwan is None else usage.taiwan:
            mention = _taiwanese(mention)
        if carries:
            mention = _carried(mentions[-1], mention)
        last_end = end
        name = next((name for name in _NAMES if match[name]), None)
        if name and mention.title == match[name]:
            mention = replace(mention, title=folded.printed(*match.span(name)))
        if mention.title is not None:
            mention = replace(mention, title=usage.names.get(mention.title, mention.title))
        mentions.append(replace(mention, start=low, end=high, span=span))
    return _with_headed(mentions, folded, usage) if view.isascii() or usage.headings else mentions


def _with_headed(mentions: list[Mention], folded: Folded, usage: Usage) -> list[Mention]:
    """Return *mentions* with those that cite a heading, which may hold one of the others: the Leave section of this handbook."""
    for found in find_headed(folded.text, usage.headings):
        low, high = folded.origin(found.start), folded.pieces(found.start, found.end)[-1][1]
        inside = [one for one in mentions if one.start < high and low < one.end]
        if not any(one.steps for one in inside):
            headed = replace(found, start=low, end=high, span=folded.source[low:high])
            mentions = [*(one for one in mentions if one not in inside), headed]
    return sorted(mentions, key=lambda one: one.start)


def _by_short_name(view: str, begin: int, match: re.Match[str], usage: Usage) -> tuple[int, str] | None:
    """Return where the short name in front of a reference begins and the title it stands for: 手册 in 手册第三条."""
    if not (match["chain"] or match["bare"] or match["dotted"]):
        return None
    end = match.start()
    between = _NAMED_BY.search(view, max(begin, end - 3), end)
    for short, title in usage.names.items():
        at = (between.start() if between else end) - len(short)
        if at >= begin and view.startswith(short, at):
            return (at - 1 if at > begin and view[at - 1] in '《「“"' else at), title
    return None


def _is_heading(view: str, match: re.Match[str], labels: set[int]) -> bool:
    """Tell whether what looks like a reference is the label of a line: 第十条 员工…, 附件一, Article 1 Purpose."""
    start, end = match.span()
    line = _line_start(view, start)
    if match["chain"] and line in labels and start < line + 12:
        return True
    if start != line:
        return False
    if match["named"] and (end == len(view) or view[end] == "\n"):
        return True
    if match["annex"] and (end == len(view) or view[end] not in _AFTER_ANNEX):
        return not _SENTENCE.match(view, end)
    return bool(match["english"] and _EN_LABEL.match(view, end))


def _reaching(mention: Mention, until: re.Match[str]) -> Mention:
    """Return *mention* with the end of its range."""
    if until["anchor"]:
        return replace(mention, until_anchor=until["anchor"], until=())
    steps = bare_steps(until["dots"]) if until["dots"] else steps_of(until["chain"] or until.group())
    return replace(mention, until_anchor=None, until=steps)


def _taiwanese(mention: Mention) -> Mention:
    """Return *mention* with its levels as Taiwan counts them: 條, 項 (our 款), 款 (our 项), 目; a 點 is what 條 is elsewhere."""
    if _POINT.search(mention.span) and mention.steps and mention.steps[0].level == "item":
        mention = replace(mention, steps=(replace(mention.steps[0], level="article"), *mention.steps[1:]))
    if mention.steps and (_LETTERED.search(mention.span) or not re.search("[款項项]", mention.span)):
        # 第2.1(a)條 has no sign to count otherwise, and a letter is no 款.
        return mention
    swap = {"paragraph": "item", "item": "paragraph"}
    steps, until = (
        tuple(replace(step, level=swap.get(step.level, step.level)) for step in part)
        for part in (mention.steps, mention.until)
    )
    anchor, last = (
        word and _LEVEL_SIGN.sub(lambda m: _SWAPPED[m.group()], word) for word in (mention.anchor, mention.until_anchor)
    )
    return replace(mention, steps=steps, until=until, anchor=anchor, until_anchor=last)


def _line_start(view: str, offset: int) -> int:
    return view.rfind("\n", 0, offset) + 1


def _mention(match: re.Match[str]) -> Mention:
    blank = Mention(match.start(), match.end(), match.group())
    if match["heading"]:
        # A stamp is no chapter: “设备”章 refers only if the document has a heading of that name.
        bare = not match["work"] and not match["one"]
        return replace(blank, title=match["work"], heading=match["heading"], bare=bare)
    if title := match["title"] or match["named"] or match["quoted"] or match["entitled"]:
        cited = match["cited"] or ""
        # 《安全手册》附录B第2条: within an annex of a paper that is not at hand.
        # A name without marks is one where a document bears it; a law is none of these.
        bare = bool(match["named"]) and not cited and not _LAW.search(title)
        return replace(blank, title=title, steps=() if "附" in cited else steps_of(cited), bare=bare)
    if match["here"]:
        return replace(blank, anchor=match["here"], steps=steps_of(match["inner"] or ""))
    if match["before"]:
        return replace(blank, anchor=match["before"], steps=steps_of(match["sub"] or ""))
    if match["said"]:
        words = match["said"][2:].strip()
        steps = bare_steps(words) if _ROW.fullmatch(words) else steps_of(words)
        return replace(blank, anchor=match["said"][:2], steps=steps)
    if match["bare"]:
        return replace(blank, steps=bare_steps(match["bare"]), bare=True)
    if match["annex"]:
        return replace(blank, annex=match["annex"], steps=steps_of(match["within"] or ""))
    if match["dotted"]:
        return replace(blank, steps=bare_steps(match["dotted"]))
    if match["english"]:
        # The Driver's Handbook (Chapter 3): a chapter of that.
        paper = _PAPER_BEFORE.search(match.string, max(0, match.start() - 24), match.start())
        return replace(read_english(blank, match["english"]), title=match["foreign"] or (paper and paper.group()[:-2]))
    return replace(blank, steps=steps_of(match["chain"]))


def _of_same_article(before: Mention, mention: Mention) -> Mention:
    """Return 同条第二款 with the article that was named before it."""
    upper = tuple(step for step in before.steps if LEVELS.index(step.level) <= LEVELS.index("article"))
    if not upper and not (before.anchor and "条" in before.anchor):
        # 同条 where no article was named is the one that says so.
        return replace(mention, anchor="本条")
    return replace(mention, steps=(*upper, *mention.steps), title=before.title, anchor=before.anchor)


def _of_level(before: Mention, mention: Mention) -> Mention:
    """Return the bare 2(a) of Sections 1(a) and 2(a) as what the row begins with."""
    if len(mention.steps) < len(before.steps) or len(before.steps) < 2:
        return mention
    return replace(mention, steps=(replace(mention.steps[0], level=before.steps[0].level), *mention.steps[1:]))


def _carried(before: Mention, mention: Mention) -> Mention:
    """Return *mention* with the upper levels of the one before it in the list."""
    if not before.steps or not mention.steps:
        return mention
    rank = LEVELS.index(mention.steps[0].level)
    upper = tuple(step for step in before.steps if LEVELS.index(step.level) < rank)
    if not upper and LEVELS.index(before.steps[0].level) != rank:
        return mention
    return replace(mention, steps=(*upper, *mention.steps), title=before.title, anchor=before.anchor, taken=len(upper))
