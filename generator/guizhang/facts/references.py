"""References resolved: what 第十条第二款, 前款, 本章, 上述, 附件1 and 《…》第五条 lead to in the tree they stand in.

Reads: the tree and the mentions `guizhang.zh.references` finds. Writes: a printed path per mention, or None: unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guizhang.facts.anchors import by_anchor
from guizhang.facts.annexes import annex, annexes
from guizhang.facts.clauses import folded
from guizhang.facts.descent import SMALL, between, completed, down, follow
from guizhang.facts.found import FoundReference, LineOf, Provision, RuleDocument, line_in_text
from guizhang.facts.labels import all_labelled, labelled, outer
from guizhang.facts.library import Library, heading
from guizhang.facts.sentences import in_sentence
from guizhang.facts.tree import Place, Target, Tree, annex_number, bare_title
from guizhang.zh.mentions import Mention, Step
from guizhang.zh.reference_forms import RULES
from guizhang.zh.references import find_references

_WHOLE = re.compile(f"^本(?:管理)?(?:{RULES}|条款)|^this (?:regulation|policy|handbook|manual|agreement|lease)")
# 《…》, and 「… （以下簡稱…）」 where a title is printed with its short form.
_PRINTED_AROUND = re.compile(r"[《》「」“”\"]|[(（]以下[^()（）]*[)）]")
# What is spoken of goes on otherwise: 第三条规定的, 第五条第二款.
_UNPARTED = re.compile(
    "第 ?[^ 编章节条第]{1,6}[章条](?![章条、,，(（~～—–-]|[所之的第和与及或至到]|规定|規定|中(?!心|国|国|班|午)|各[条款项條項]|情形|款|[项項](?!目)"
    "|以[上下内外]|未|[条條][件例])"
)
_CONTRACT = re.compile("(?:合同|契约|合约|协议|租约)书?$")


_Aim = tuple[str, Place | None, int | None]
"""A printed path, the provision, and which of its paragraphs; no provision where a whole document is meant."""
_LETTERED = re.compile(
    r"(?i:Sub-?section|Section|Paragraph|Sub-?paragraph|Clause|Sub-?clause|Item|Point) ([A-Z](?:\.\d+)*)"
)
"""Subsection A is what is printed A., not the first of all; section A.1 what is printed so."""
_ARABIC = re.compile(r"第? ?\d")
_SIGNED = re.compile(r"[A-Za-z-]+ ([(][a-z\d]{1,4}[)])((?:[(][a-z\d]{1,4}[)])*)")
_LINE = 30
"""A label in the other language stands no further from the start than a title reaches."""


def find_resolved(documents: Sequence[RuleDocument], line_of: LineOf = line_in_text) -> list[FoundReference]:
    """Return the references of all *documents* with what they lead to, in order."""
    library = Library.of(documents)
    out: list[FoundReference] = []
    for tree in library.trees:
        for place in tree.places:
            node = place.node
            if place.stray:
                out += [_found(m, place, list(_aims(m, place, tree, library)), node.line) for m in _by_label(place)]
            mentions = [(m, node.line, node.title) for m in find_references(folded(node.title), tree.usage)]
            mentions += [
                (replace(m, span=line_of.printed(node, m.start, m.end)), line_of(node, m.start), node.text)
                for m in find_references(folded(node.text), tree.usage)
            ]
            mentions = [one for one in mentions if not _restates(one[0], node)]
            found: list[tuple[Mention, FoundReference, list[_Aim]]] = []
            for mention, at, words in mentions:
                aims = list(_aims(mention, place, tree, library))
                if mention.taken and not _leads(aims) and mention.title is None:
                    # 违反第二章或第五条: the article is not one of that chapter.
                    alone = replace(mention, steps=mention.steps[mention.taken :], anchor=None)
                    aims = list(_aims(alone, place, tree, library))
                if found:
                    before, _, named = found[-1]
                    inner = in_sentence(mention, before, _leads(named), _leads(aims), words, tree)
                    aims = list(_printed_paths(inner, tree)) or aims
                found.append((mention, _found(mention, place, aims, at), aims))
            out += [reference for mention, reference, _ in found if _stands(mention, reference, library)]
    return out


def _stands(mention: Mention, reference: FoundReference, library: Library) -> bool:
    """Tell whether what was found is a reference: a bare label only where the document has it."""
    if "\n\n" in mention.span:
        # At the meeting point / 2. Wardens: two lines are no reference.
        return False
    known = bool(mention.title and library.titled(mention.title))
    return bool(reference.target_ids) or not mention.bare or mention.span.startswith("第") or known


def _leads(aims: list[_Aim]) -> list[Target]:
    return [(place, paragraph) for _, place, paragraph in aims if place is not None]


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


def _by_label(place: Place) -> list[Mention]:
    """Return the label of a stray node as the reference it is: a line that begins with 四、之格式 goes on a sentence."""
    label = place.node.label.strip()
    number = tuple(place.node.path) or (place.node.number or 0,)
    return [Mention(0, len(label), label, steps=(Step(str(place.node.type), (number,)),))] if any(number) else []


def _found(mention: Mention, place: Place, targets: list[_Aim], line: int) -> FoundReference:
    if not targets:
        # The title of a document that is not at hand is all there is to say of it.
        outside = _PRINTED_AROUND.sub("", mention.span) if mention.title else None
        if outside and mention.title and bare_title(mention.title) not in bare_title(outside):
            # 和第五条 behind 《…法》第三条 is an article of that law, too; so is 手册第五条 one of what was named so for short.
            outside = mention.title + (
                re.sub(r"^[^第\d]+(?=[第\d])", "", outside) if re.search(r"[第\d]", outside) else ""
            )
        return FoundReference(line, mention.span, outside, place.node.id)
    paths = ";".join(dict.fromkeys(path for path, *_ in targets))
    ids = tuple(dict.fromkeys(found.node.id for _, found, _ in targets if found is not None))
    first = targets[0][1]
    return FoundReference(line, mention.span, paths, place.node.id, ids, first.node.line if first else None)


def _aims(mention: Mention, place: Place, tree: Tree, library: Library) -> Iterator[_Aim]:
    """Yield (printed path, place, which of its paragraphs) of everything *mention* leads to inside the documents given."""
    if mention.heading is not None:
        home = library.titled(mention.title) if mention.title else tree
        if home is not None and (headed := heading(mention.heading, home)) and not _within(place, headed):
            yield home.path(headed), headed, None
    elif mention.title is not None:
        yield from _of_title(mention, mention.title, place, tree, library)
    elif mention.annex is not None:
        yield from (found for words in annexes(mention.annex) for found in _below_annex(mention, words, tree, library))
    elif mention.anchor is not None:
        if not _WHOLE.match(mention.anchor) or (mention.anchor == "本条款" and mention.steps[0].level in SMALL):
            yield from _printed_paths(_by_anchor(mention, place, tree), tree)
        elif mention.steps:
            yield from _by_steps(mention, None, tree)
        else:
            yield tree.document.title, None, None
    elif (
        (mention.bare or place.stray or not mention.steps)
        and not mention.until
        and (found := all_labelled(mention.span, place, tree))
    ):
        yield from ((tree.path(one), one, None) for one in found)
    elif mention.span.isascii() and (signed := _as_printed(mention, place, tree)):
        yield from _printed_paths(signed, tree)
    elif (letter := _LETTERED.fullmatch(mention.span)) and (one := labelled(letter[1], place, tree)):
        yield tree.path(one), one, None
    elif mention.bare and len(mention.steps) > 1 and (upper := labelled(outer(mention.span), place, tree)):
        yield from _printed_paths(down(mention.steps[1:], upper, place, tree), tree)
    else:
        yield from _by_steps(mention, place, tree)


def _within(place: Place, outer: Place) -> bool:
    """Tell whether *place* is part of *outer*: no provision sends its reader to itself by its heading."""
    return any(node is outer.node for node in (*place.above, place.node))


def _of_title(mention: Mention, title: str, place: Place, tree: Tree, library: Library) -> Iterator[_Aim]:
    """Yield what *mention* leads to in the paper it names; nothing where that is not at hand."""
    other = library.titled(title)
    if other is not None and mention.steps:
        yield from _by_steps(mention, None, other)
    elif other is not None:
        yield other.document.title, None, None
    elif mention.steps and _is_own_contract(mention, tree):
        # 依住宿契約書第六條, in a contract that has no such title, is an article of its own.
        yield from _by_steps(mention, None, tree)
    elif chapter := heading(title, tree):
        below = down(mention.steps, chapter, None, tree)
        # 按处罚第三条, where what stands below that heading has no such number, is an article of the whole.
        yield from _printed_paths(below, tree) if below else _by_steps(mention, place, tree)


def _is_own_contract(mention: Mention, tree: Tree) -> bool:
    """Tell whether a contract that is named, without marks, is the one that names it by another name."""
    names = (mention.title or "", tree.document.title)
    return "《" not in mention.span and all(_CONTRACT.search(folded(name).text) for name in names)


def _below_annex(mention: Mention, words: str, tree: Tree, library: Library) -> Iterator[_Aim]:
    """Yield what *mention* leads to in the annex it names as *words*; the annex where it has no such provision."""
    for path, place, home in annex(words, tree, library):
        below = down(mention.steps, place, None, home) if mention.steps else []
        if not below and home is not tree:
            below = down(mention.steps, None, None, home)
        # An annex that is a document of its own has its name in front of what stands in it.
        found = [(home.path(target, paragraph), target) for target, paragraph in below]
        yield from (
            (at if place is not None and place.node in target.above else f"{words}/{at}", target, None)
            for at, target in found
        )
        if not found:
            yield path, place, None


def _by_steps(mention: Mention, place: Place | None, tree: Tree) -> Iterator[_Aim]:
    found = _of_own_list(mention, place, tree) or follow(mention.steps, place, tree)
    if found and (mention.until or (mention.until_anchor and place)):
        ends = replace(mention, anchor=mention.until_anchor, steps=(), until_anchor=None)
        last = (
            follow(completed(mention), place, tree) if mention.until else by_anchor(ends, place, tree) if place else []
        )
        if last and found[0][0].node.type == "article" and last[-1][0].node.type == "item":
            # 第五条第一款至第三款, where only the last of them can be an item: so are all.
            first = tuple(replace(step, level="item") if step.level == "paragraph" else step for step in mention.steps)
            found = follow(first, place, tree) or found
        found = between(found[0], last[-1], tree) if last else []
    yield from _printed_paths(found, tree)


def _as_printed(mention: Mention, place: Place, tree: Tree) -> list[Target]:
    """Return what Subsection (1) leads to where (a) stands nearer: the one of its list, or an outer one, that is printed (1)."""
    sign = _SIGNED.fullmatch(mention.span)
    found = _by_steps(mention, place, tree) if sign else ()
    if sign is None or any(target and _kind(target.node.label) == _kind(sign[1]) for _, target, _ in found):
        return []
    one = labelled(sign[1], place, tree)
    if one is None or not place.above or (one.above and one.above[-1] not in place.above):
        return []
    return down(mention.steps[1:], one, None, tree) if sign[2] else [(one, None)]


def _kind(label: str) -> str:
    """Return how a label counts: in figures, or in letters."""
    return "figure" if re.search(r"\d", label) else "letter"


def _of_own_list(mention: Mention, place: Place | None, tree: Tree) -> list[Target]:
    """Return what 第2条 leads to in a list printed 1、 2、 below 一、: one of that list, for the outer ones are not printed so."""
    if place is None or not mention.steps:
        return []
    chain = (*place.above, place.node)
    first, *below = mention.steps
    if tree.has("article") or first.level != "article" or not _ARABIC.match(mention.span):
        return []
    at = next((i for i, node in enumerate(chain) if node.type == "item" and _ARABIC.match(node.label)), 0)
    if not at or chain[at - 1].type != "item" or len(chain[at].path) > 1:
        return []
    row = (tree.child(tree.at(chain[at - 1]), "item", number) for number in first.numbers)
    targets: list[Target] = [(one, None) for one in row if one is not None]
    if len(targets) < len(first.numbers):
        return []
    return targets if not below else [found for one, _ in targets for found in down(tuple(below), one, None, tree)]


def _by_anchor(mention: Mention, place: Place, tree: Tree) -> list[Target]:
    found = by_anchor(mention, place, tree)
    if not (found and mention.until):
        return found
    # 上述第四条至第六条, 前条第一项至第三项.
    last = by_anchor(replace(mention, steps=completed(mention), until=()), place, tree)
    return between(found[0], last[-1], tree) if last else []


def _printed_paths(targets: list[Target], tree: Tree) -> Iterator[_Aim]:
    for target, paragraph in targets:
        yield tree.path(target, paragraph), target, paragraph
