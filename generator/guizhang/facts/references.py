"""References resolved: what 第十条第二款, 前款, 本章, 上述, 附件1 and 《…》第五条 lead to in the tree they stand in.

Reads: the tree and the mentions `guizhang.zh.references` finds. Writes: a printed path per mention, or None: unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guizhang.facts.anchors import by_anchor
from guizhang.facts.clauses import folded
from guizhang.facts.descent import SMALL, between, completed, down, follow
from guizhang.facts.found import FoundReference, LineOf, Provision, RuleDocument, line_in_text
from guizhang.facts.labels import all_labelled, labelled, outer
from guizhang.facts.tree import Place, Target, Tree, annex_number, bare_title
from guizhang.zh.english_references import MOST
from guizhang.zh.mentions import Mention, Step
from guizhang.zh.numerals import to_int
from guizhang.zh.reference_forms import LEVELS, RULES
from guizhang.zh.references import find_references

_WHOLE = re.compile(f"^本(?:管理)?(?:{RULES})|^this (?:regulation|policy|handbook|manual|agreement|lease)")
_ANNEXES = re.compile(
    r"(?P<kind>附[件录表图则属]|(?:annex(?:ure)?|appendix|schedule|attachment|exhibit|addendum)|appendices(?= ))(?:e?s)?"
    r"(?P<numbers>.*(?:[、,和及与或至到~–-]| (?:and|or|to) ).*)",
    re.IGNORECASE,
)
_ANNEX_NUMBER = re.compile("[A-Z]|[甲乙丙丁]|[IVX]+|\\d+|[一二三四五六七八九十]+")
# 《…》, and 「… （以下簡稱…）」 where a title is printed with its short form.
_PRINTED_AROUND = re.compile(r"[《》「」“”\"]|[(（]以下[^()（）]*[)）]")
# What is spoken of goes on otherwise: 第三条规定的, 第五条第二款.
_UNPARTED = re.compile(
    "第 ?[^ 编章节条第]{1,6}[章条](?![章条、,，(（~～—–-]|[所之的第和与及或至到]|规定|規定|中(?!心|国|国|班|午)|各[条款项條項]|情形|款|[项項](?!目)"
    "|以[上下内外]|未|[条條][件例])"
)
_CONTRACT = re.compile("(?:合同|契约|合约|协议|租约)书?$")
_LONG = 3
"""Titles of so few signs say nothing: 制度."""
_LINE = 30
"""A longer line is no title."""


def find_resolved(documents: Sequence[RuleDocument], line_of: LineOf = line_in_text) -> list[FoundReference]:
    """Return the references of all *documents* with what they lead to, in order."""
    trees = [Tree.of(document) for document in documents]
    titles = {bare_title(name): tree for tree in trees if (name := tree.document.title or _opening(tree))}
    for tree in trees:
        for line in _lines_above(tree):
            titles.setdefault(bare_title(line), tree)
    out: list[FoundReference] = []
    for tree in trees:
        for place in tree.places:
            node = place.node
            if place.stray:
                out += [_found(m, place, tree, titles, node.line) for m in _by_label(place)]
            mentions = [(m, node.line) for m in find_references(folded(node.title))]
            mentions += [
                (replace(m, span=line_of.printed(node, m.start, m.end)), line_of(node, m.start))
                for m in find_references(folded(node.text))
            ]
            mentions = [(m, at) for m, at in mentions if not _restates(m, node)]
            found: list[tuple[Mention, FoundReference]] = []
            for named, at in mentions:
                mention = named
                reference = _found(mention, place, tree, titles, at)
                if mention.taken and not reference.target_ids and mention.title is None:
                    # 违反第二章或第五条: the article is not one of that chapter.
                    alone = replace(mention, steps=mention.steps[mention.taken :], anchor=None)
                    reference = _found(alone, place, tree, titles, at)
                if not reference.target_ids and found and (whole := _completed(mention, found[-1][0], node.text)):
                    reference = _found(whole, place, tree, titles, at)
                    mention = whole if reference.target_ids else named
                found.append((mention, reference))
            out += [
                reference
                for mention, reference in found
                if (
                    reference.target_ids
                    or not mention.bare
                    or mention.span.startswith("第")
                    or (mention.title and _titled(mention.title, titles))
                )
                # At the meeting point / 2. Wardens: two lines are no reference.
                and "\n\n" not in mention.span
            ]
    return out


def _restates(mention: Mention, node: Provision) -> bool:
    """Tell whether *mention* is a label: one the import left in the text, or that of *node* in the other language.

    第七条值班室…; 附录A 假期一览 Appendix A Leave Overview.
    """
    if not node.label and not mention.start and mention.steps and _UNPARTED.match(node.text):
        return True
    if not node.label or mention.bare or mention.start > _LINE or not mention.span.isascii():
        return False
    if mention.annex:
        own, said = annex_number(node.label), annex_number(mention.annex)
        return own is not None and said is not None and own[1] == said[1]
    return [(step.level, step.numbers) for step in mention.steps] == [(node.type, ((node.number,),))]


def _completed(mention: Mention, before: Mention, text: str) -> Mention | None:
    """Return *mention* with the upper levels of the one before it in its sentence, or None.

    違反第十一條第（一）款者扣十分，違反第（四）款者扣二十分: the article is named once.
    """
    if mention.title or mention.anchor or not mention.steps or mention.steps[0].level not in SMALL or not before.steps:
        return None
    if re.search("[。!?！？]", text[before.end : mention.start]):
        return None
    rank = LEVELS.index(mention.steps[0].level)
    upper = tuple(step for step in before.steps if LEVELS.index(step.level) < rank)
    return replace(mention, steps=(*upper, *mention.steps), title=before.title, anchor=before.anchor) if upper else None


def _by_label(place: Place) -> list[Mention]:
    """Return the label of a stray node as the reference it is: a line that begins with 四、之格式 goes on a sentence."""
    label = place.node.label.strip()
    number = tuple(place.node.path) or (place.node.number or 0,)
    return [Mention(0, len(label), label, steps=(Step(str(place.node.type), (number,)),))] if any(number) else []


def _found(mention: Mention, place: Place, tree: Tree, titles: dict[str, Tree], line: int) -> FoundReference:
    targets = list(_targets(mention, place, tree, titles))
    if not targets:
        # The title of a document that is not at hand is all there is to say of it.
        outside = _PRINTED_AROUND.sub("", mention.span) if mention.title else None
        if outside and mention.title and bare_title(mention.title) not in bare_title(outside):
            # 和第五条 behind 《…法》第三条 is an article of that law, too.
            outside = mention.title + outside
        return FoundReference(line, mention.span, outside, place.node.id)
    paths = ";".join(dict.fromkeys(path for path, _ in targets))
    ids = tuple(dict.fromkeys(found.node.id for _, found in targets if found is not None))
    first = targets[0][1]
    return FoundReference(line, mention.span, paths, place.node.id, ids, first.node.line if first else None)


def _targets(mention: Mention, place: Place, tree: Tree, titles: dict[str, Tree]) -> Iterator[tuple[str, Place | None]]:
    """Yield (printed path, place) of everything *mention* leads to inside the documents given."""
    if mention.heading is not None:
        home = _titled(mention.title, titles) if mention.title else tree
        if home is not None and (headed := _heading(mention.heading, home)):
            yield home.path(headed), headed
    elif mention.title is not None:
        yield from _of_title(mention, mention.title, tree, titles)
    elif mention.annex is not None:
        yield from (found for words in _annexes(mention.annex) for found in _below_annex(mention, words, tree, titles))
    elif mention.anchor is not None:
        if not _WHOLE.match(mention.anchor):
            yield from _printed_paths(_by_anchor(mention, place, tree), tree)
        elif mention.steps:
            yield from _by_steps(mention, None, tree)
        else:
            yield tree.document.title, None
    elif (
        (mention.bare or place.stray or not mention.steps)
        and not mention.until
        and (found := all_labelled(mention.span, place, tree))
    ):
        yield from ((tree.path(one), one) for one in found)
    elif mention.bare and len(mention.steps) > 1 and (upper := labelled(outer(mention.span), place, tree)):
        yield from _printed_paths(down(mention.steps[1:], upper, place, tree), tree)
    else:
        yield from _by_steps(mention, place, tree)


def _of_title(mention: Mention, title: str, tree: Tree, titles: dict[str, Tree]) -> Iterator[tuple[str, Place | None]]:
    """Yield what *mention* leads to in the paper it names; nothing where that is not at hand."""
    other = _titled(title, titles)
    if other is not None and mention.steps:
        yield from _by_steps(mention, None, other)
    elif other is not None:
        yield other.document.title, None
    elif mention.steps and _is_own_contract(mention, tree):
        # 依住宿契約書第六條, in a contract that has no such title, is an article of its own.
        yield from _by_steps(mention, None, tree)
    elif chapter := _heading(title, tree):
        yield from _printed_paths(down(mention.steps, chapter, None, tree), tree)


def _is_own_contract(mention: Mention, tree: Tree) -> bool:
    """Tell whether a contract that is named, without marks, is the one that names it by another name."""
    names = (mention.title or "", tree.document.title)
    return "《" not in mention.span and all(_CONTRACT.search(folded(name).text) for name in names)


def _below_annex(
    mention: Mention, words: str, tree: Tree, titles: dict[str, Tree]
) -> Iterator[tuple[str, Place | None]]:
    """Yield what *mention* leads to in the annex it names as *words*; the annex where it has no such provision."""
    for path, place, home in _annex(words, tree, titles):
        below = down(mention.steps, place, None, home) if mention.steps else []
        if not below and home is not tree:
            below = down(mention.steps, None, None, home)
        # An annex that is a document of its own has its name in front of what stands in it.
        found = [(home.path(target, paragraph), target) for target, paragraph in below]
        yield from (
            (at if place is not None and place.node in target.above else f"{words}/{at}", target)
            for at, target in found
        )
        if not found:
            yield path, place


def _by_steps(mention: Mention, place: Place | None, tree: Tree) -> Iterator[tuple[str, Place]]:
    found = follow(mention.steps, place, tree)
    if found and (mention.until or (mention.until_anchor and place)):
        ends = replace(mention, anchor=mention.until_anchor, steps=(), until_anchor=None)
        last = (
            follow(completed(mention), place, tree) if mention.until else by_anchor(ends, place, tree) if place else []
        )
        found = between(found[0], last[-1], tree) if last else []
    yield from _printed_paths(found, tree)


def _by_anchor(mention: Mention, place: Place, tree: Tree) -> list[Target]:
    found = by_anchor(mention, place, tree)
    if not (found and mention.until):
        return found
    # 上述第四条至第六条, 前条第一项至第三项.
    last = by_anchor(replace(mention, steps=completed(mention), until=()), place, tree)
    return between(found[0], last[-1], tree) if last else []


def _printed_paths(targets: list[Target], tree: Tree) -> Iterator[tuple[str, Place]]:
    for target, paragraph in targets:
        yield tree.path(target, paragraph), target


def _opening(tree: Tree) -> str:
    """Return the heading a document without a title begins with: an annex that stands by itself."""
    first = next(iter(tree.document.nodes), None)
    return f"{first.label} {first.title}".strip() if first is not None else ""


def _lines_above(tree: Tree) -> Iterator[str]:
    """Yield the short lines above the first provision: the title stands there where a collection's came first."""
    for node in tree.document.nodes:
        if node.type != "paragraph":
            return
        yield from (
            line for line in node.text.split("\n") if _LONG < len(line) <= _LINE and line[-1] not in "。：:；;，"
        )


def _titled(title: str, titles: dict[str, Tree]) -> Tree | None:
    """Return the document of a title; one that is contained in the other says the same (考勤制度, 某公司考勤制度（试行）)."""
    wanted = bare_title(title)
    if wanted in titles:
        return titles[wanted]
    near = [
        tree
        for name, tree in titles.items()
        if len(wanted) > _LONG and (wanted in name or (len(name) > _LONG and name in wanted))
    ]
    return near[0] if len(near) == 1 else None


def _heading(title: str, tree: Tree) -> Place | None:
    """Return the chapter that has this title: one file often holds what was written as several documents."""
    wanted = bare_title(title)
    return tree.by_title.get(wanted) if len(wanted) > 1 else None


def _annexes(words: str) -> Iterator[str]:
    """Yield each annex of a row as it would be printed alone: 附件1、2 says the word once, 附件一至三 leaves one out."""
    row = _ANNEXES.fullmatch(words)
    if row is None or "(" in words:
        yield words
        return
    kind = "appendix" if row["kind"].lower() == "appendices" else row["kind"]
    blank = " " if kind.isascii() else ""
    for part in re.split("[、,和及与或]| (?:and|or) ", row["numbers"]):
        ends = _ANNEX_NUMBER.findall(re.sub("附[件录表图则属]", "", part))
        counted = [to_int(end) for end in ends]
        if len(ends) == 2 and counted[0] and counted[1]:
            yield from (
                f"{kind}{blank}{number}" for number in range(counted[0], min(counted[1], counted[0] + MOST) + 1)
            )
        elif len(ends) == 2 and all(len(end) == 1 and end.isascii() for end in ends):
            yield from (f"{kind}{blank}{chr(code)}" for code in range(ord(ends[0]), ord(ends[1]) + 1))
        else:
            yield from (f"{kind}{blank}{end}" for end in ends)


def _annex(words: str, tree: Tree, titles: dict[str, Tree]) -> Iterator[tuple[str, Place | None, Tree]]:
    wanted = annex_number(words)
    if wanted is None:
        return
    if place := tree.annex(wanted):
        # An annex whose heading the import took for text has no label of its own.
        own = annex_number(place.node.label) or annex_number(place.node.title)
        yield (tree.path(place) if own and own[1] == wanted[1] else words), place, tree
        return
    for other in titles.values():
        if wanted in other.by_annex:
            yield words, other.by_annex[wanted], other
            return
    for title, other in titles.items():
        if annex_number(title) == wanted:
            yield other.document.title, None, other
            return
