"""The tree a reference is resolved in: provisions by number, with the way down to each and the paragraphs of articles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guizhang.facts.clauses import folded
from guizhang.facts.found import Provision, RuleDocument, walk
from guizhang.facts.paragraphs import HOLDERS, Row, rows_of
from guizhang.zh.headed import heading_key, heading_of
from guizhang.zh.numerals import to_int
from guizhang.zh.usage import Usage, usage_of


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A provision with its way down."""

    node: Provision
    above: tuple[Provision, ...]
    order: int
    """Place in the order of the text."""

    @property
    def stray(self) -> bool:
        """Whether the label is no label but a reference at the start of a printed line: 四、之格式由管理部定."""
        return bool(self.node.label and not self.node.title and _GOES_ON.match(self.node.text))


_GOES_ON = re.compile(
    "(?:\\d{1,2}(?:[-—~至、]\\d{1,2})*[款项項]"
    "|之(?![一前后间中])|所[称列述指稱定規规訂订]|的(?![士哥])|另有[规規]定|[规規]定的|(?:至|到|-|~) ?[\\d第(（]|[之的]各[项項条條节節款]"
    "|各[项項条條节節款](?=的|规定|規定|情形|行为|行為|所)|未(?:[列述]|规定|規定|载明)"
    "|(?:执行|執行|办理|辦理|处理|處理|处罚|處罰)[。；，;,])"
)

_ANNEX = re.compile(
    r"(?P<kind>附件|附录|附表|附图|[表图]|annex(?:ure)?|appendix|schedule|attachment|exhibit|addendum|table|figure)(?:e?s)? ?[(]?"
    r"(?P<n>[一二三四五六七八九十]{1,3}|\d{1,3}(?:[.-]\d{1,2})?|[IVX]{1,4}|[A-Z]|[甲乙丙丁]|)(?![A-Za-z\d])",
    re.IGNORECASE,
)

_HEADING = 40
"""Most signs of a line that is the heading of an annex."""
_STOPS = tuple("。；;.：:，,")
_SAME_ANNEX = (
    ("附件", "annex", "annexure", "attachment"),
    ("附录", "appendix"),
    ("附表", "schedule", "appendix"),
    ("附件", "appendix", "schedule"),
    ("表", "table"),
    ("图", "figure"),
)
"""Kinds that stand for each other in the two languages of one document."""

Target = tuple[Place, int | None]
"""A provision, and which of its paragraphs where the provision's own text is one of several."""


@dataclass(slots=True)
class Tree:
    """Everything of one document a reference can ask for."""

    document: RuleDocument
    usage: Usage = field(default_factory=Usage)
    places: list[Place] = field(default_factory=list)
    by_number: dict[tuple[str, tuple[int, ...]], list[Place]] = field(default_factory=dict)
    by_type: dict[str, list[Place]] = field(default_factory=dict)
    by_label: dict[str, list[Place]] = field(default_factory=dict)
    by_title: dict[str, Place] = field(default_factory=dict)
    by_heading: dict[str, Place] = field(default_factory=dict)
    """English headings, by what `heading_key` leaves of them."""
    by_annex: dict[tuple[str, str] | None, Place] = field(default_factory=dict)
    _by_node: dict[int, Place] = field(default_factory=dict)
    _rows: dict[int, list[Row]] = field(default_factory=dict)
    _row: dict[int, tuple[Provision, int]] = field(default_factory=dict)
    """Of a paragraph or an item: whose paragraph it is, or stands below, and which."""

    @classmethod
    def of(cls, document: RuleDocument) -> Tree:
        """Return the tree of *document*."""
        tree = cls(document)
        for order, (node, above) in enumerate(walk(document.nodes)):
            place = Place(node, above, order)
            tree.places.append(place)
            tree._by_node[id(node)] = place
            tree.by_type.setdefault(str(node.type), []).append(place)
            if node.label and not place.stray:
                tree.by_label.setdefault(printed_label(node.label), []).append(place)
            if node.title:
                tree.by_title.setdefault(bare_title(node.title), place)
            # 附件二 is no second item: 第二条 does not lead to it.
            if (node.number is not None or node.path) and not place.stray and annex_number(node.label) is None:
                tree.by_number.setdefault(_key(node), []).append(place)
        tree._read_rows()
        tree._read_headings()
        tree._read_annexes()
        return tree

    def _read_rows(self) -> None:
        taken: set[int] = set()
        for place in self.places:
            rows = self._rows[id(place.node)] = rows_of(place.node, taken)
            for index, row in enumerate(rows):
                for node in (row.lead, *row.items):
                    self._row.setdefault(id(node), (place.node, index))

    def _read_headings(self) -> None:
        printed: list[str] = []
        for place in self.places:
            if place.node.label and (heading := heading_of(place.node.title, place.node.text)):
                printed.append(heading)
                self.by_heading.setdefault(heading_key(heading), place)
        named = {folded(place.node.title).text: place.node.title for place in self.places if place.node.title}
        texts = (folded(words) for p in self.places for words in (p.node.title, p.node.text) if words)
        self.usage = usage_of(texts, printed, named)

    def _read_annexes(self) -> None:
        for place in self.places:
            node = place.node
            names = (node.label, node.title, node.text[:40] if node.type == "paragraph" else "")
            if key := next((key for name in names if name and (key := annex_number(name))), None):
                self.by_annex.setdefault(key, place)
        for place in self.places:
            # 附件三 behind the heading of 附件二: where annexes are only listed, one may stand in the text of another.
            for line in place.node.text.split("\n"):
                if len(line) <= _HEADING and line[-1:] not in _STOPS and (key := annex_number(line)):
                    self.by_annex.setdefault(key, place)

    def at(self, node: Provision) -> Place:
        """Return the place of a provision of this tree."""
        return self._by_node[id(node)]

    def annex(self, wanted: tuple[str, str]) -> Place | None:
        """Return the annex of that kind and number, or the one its translation names."""
        kind, number = wanted
        kinds = (kind, *(other for same in _SAME_ANNEX if kind in same for other in same))
        found = next((place for other in kinds if (place := self.by_annex.get((other, number)))), None)
        if found is None and not number:
            # 见附件, of a document that has one.
            same = [place for key, place in self.by_annex.items() if key is not None and key[0] in kinds]
            return same[0] if len(same) == 1 else None
        return found

    def has(self, level: str) -> bool:
        """Tell whether the document has provisions of that level; the label of a stray line is none."""
        return any(not place.stray for place in self.by_type.get(level, ()))

    def child(self, base: Place, level: str, number: tuple[int, ...]) -> Place | None:
        """Return the provision of that level and number directly below *base*, or None."""
        dotted = (*(base.node.path or (base.node.number or 0,)), *number) if level == "item" else number
        # 第二条第2款 is 2.2 where what stands below the article is numbered so.
        below = [node for node in base.node.children if _key(node) in ((level, number), (level, dotted))]
        return next((place for node in below if not (place := self.at(node)).stray), None)

    def numbered(self, node: Provision, number: tuple[int, ...]) -> bool:
        """Tell whether an item bears that number, alone or as the last of a dotted path."""
        return not self.at(node).stray and number in (tuple(node.path), (node.number,))

    def dotted(self, number: tuple[int, ...]) -> list[Place]:
        """Return the provisions of that path, of the first level that has any."""
        return next((found for (_, path), found in self.by_number.items() if path == number), [])

    def outermost(self, level: str, number: tuple[int, ...]) -> list[Place]:
        """Return the provisions of that level and number that stand least deep."""
        found = self.by_number.get((level, number), [])
        least = min((len(p.above) for p in found), default=0)
        return [p for p in found if len(p.above) == least]

    def path(self, place: Place, paragraph: int | None = None) -> str:
        """Return the printed path: labels from the outside in, a paragraph by its place in the article.

        Chapters are left out where the number of the article, or a dotted one, says enough.
        """
        nodes = (*place.above, place.node)
        if place.node.type == "paragraph" and (counted := self._row.get(id(place.node))):
            # What stands behind the items of an article is a paragraph of that, not of the last item.
            holder, index = counted
            nodes = (*nodes[: _index(nodes, holder) + 1], place.node)
            paragraph = index + 1
        top = next((i for i, node in enumerate(nodes) if node.type == "article" or len(node.path) > 1), 0)
        if top and len(self.by_number.get(_key(nodes[top]), ())) == 1:
            nodes = nodes[top:]
        # A heading without a label says nothing that the labels below it do not.
        named = next((i for i, node in enumerate(nodes) if node.label), 0)
        steps = [_step(node) for node in nodes[named:]]
        # An item's own text has no number of its own: 前款 behind （九） is that item.
        if paragraph is not None and not (paragraph == 1 and place.node.type == "item"):
            steps.append(f"第{paragraph}款")
        return "/".join(step for step in steps if step) or self.document.title

    def paragraph(self, base: Place, number: int) -> Target | None:
        """Return paragraph *number* (款) of *base*; its own text is the first."""
        rows = self._rows[id(base.node)]
        return self.target(rows[number - 1]) if 0 < number <= len(rows) else None

    def last(self, base: Place) -> Target:
        """Return the last paragraph of *base*; *base* itself where it has no text."""
        rows = self._rows[id(base.node)]
        return self.target(rows[-1]) if rows else (base, None)

    def target(self, row: Row) -> Target:
        """Return a paragraph as what a reference leads to."""
        return (self.at(row.lead), None if row.lead.type == "paragraph" else 1)

    def introduced(self, target: Target) -> list[Provision]:
        """Return the items a paragraph introduces; of anything else, none."""
        place, paragraph = target
        if paragraph is not None:
            rows = self._rows[id(place.node)]
            return rows[paragraph - 1].items if 0 < paragraph <= len(rows) else []
        if place.node.type != "paragraph" or id(place.node) not in self._row:
            return []
        holder, index = self._row[id(place.node)]
        return self._rows[id(holder)][index].items

    def introducing(self, item: Place) -> Target | None:
        """Return the paragraph that introduces the list an item stands in."""
        counted = self._row.get(id(item.node))
        if counted is None or item.node.type != "item" or counted[0] is item.node:
            return None
        return self.target(self._rows[id(counted[0])][counted[1]])

    def rows_around(self, place: Place) -> list[tuple[list[Row], int]]:
        """Return the paragraphs *place* stands among, with which it is of them, from the inside out; its own, if it has any, first."""
        chain = tuple(reversed((*place.above, place.node)))
        counted = [
            self._row[id(node)] for node in chain if id(node) in self._row and self._row[id(node)][0] is not node
        ]
        own = [(place.node, 0)] if place.node.type in HOLDERS and place.node.text else []
        around = [(self._rows[id(holder)], at) for holder, at in (*own, *counted) if holder.type in HOLDERS]
        return [one for at, one in enumerate(around) if not any(one[0] is other[0] for other in around[:at])]


def printed_label(label: str) -> str:
    """Return a label without what closes it, so that 二. and 二、 are one and （二） is another."""
    return re.sub(r"[\s.、:之]+$", "", folded(label).text.strip())


def bare_title(title: str) -> str:
    """Return a title without blanks, brackets and points."""
    return re.sub(r"[\s《》:、.()]+", "", folded(title).text)


def annex_number(words: str) -> tuple[str, str] | None:
    """Return the kind and number of an annex, however the number is printed: 附件一 and 附件1."""
    match = _ANNEX.match(folded(words).text.strip("《 "))
    return (match["kind"].lower(), str(to_int(match["n"]) or match["n"])) if match else None


def _index(nodes: tuple[Provision, ...], wanted: Provision) -> int:
    return next(i for i, node in enumerate(nodes) if node is wanted)


def _key(node: Provision) -> tuple[str, tuple[int, ...]]:
    return str(node.type), tuple(node.path) or (node.number or 0,)


def _step(node: Provision) -> str:
    if node.label:
        label = re.sub(r"[\s、.．:：]+$", "", node.label.strip())
        # 第 二 章 is printed spaced out; Chapter 2 needs its blank.
        return re.sub(r"\s+", "", label) if re.search(r"[\u3400-\u9fff]", label) else label
    return node.title
