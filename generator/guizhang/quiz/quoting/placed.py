"""A text of the rules where it stands: its languages, what an item calls its place, and how it is printed there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import HEADING_LEVELS, Level, Node, Place
from guizhang.model.text import LANGS, Lang, Text, placeholders, substitute
from guizhang.quiz.quoting.announced import names_part, only_announces, stands_above, whole
from guizhang.quiz.quoting.closing import listed
from guizhang.quiz.quoting.last_lines import closed, ends_provision
from guizhang.quiz.quoting.naming import (
    heading_above,
    is_line_heading,
    is_question,
    no_title,
    plain_title,
    unnumbered,
    usable_heading,
)
from guizhang.quiz.quoting.points import DOTS, completed, joined, takes_in
from guizhang.quiz.quoting.quotable import (
    bids,
    has_heading,
    leans,
    points_forward,
    run_in,
    sentences,
    takes_up,
    without_mark,
)
from guizhang.quiz.quoting.texts import bare, inner, typeset
from guizhang.zh.script import Script, detect_script

_ASKS_OF = re.compile(r"(?:应当|必须|不得|可以|[应應须須要])[：:]?$")
_OWN_AGENT = re.compile(r"[^，；。]{0,10}(?<![理自])由(?![于於此来來])")
_PART = "部分"
_FEWEST_RUN_IN = 3
"""Lines side by side that begin with a heading."""
_OWN_CASE = re.compile(r"[^，；。]*[的时后前]，")


@dataclass(frozen=True, eq=False)
class PlacedText:
    """A node with text, and where it stands."""

    handbook: Handbook
    place: Place

    @property
    def provision(self) -> Node:
        """The provision it belongs to."""
        provision = self.place.provision
        assert provision is not None
        return provision

    @cached_property
    def langs(self) -> tuple[Lang, ...]:
        """The languages it is written in."""
        text = self.place.node.text
        return tuple(lang for lang in LANGS if text is not None and text.get(lang) is not None)

    @cached_property
    def traditional(self) -> bool:
        """Whether its Chinese is Traditional, so that no Simplified word can stand in it.

        Where none of its characters tells, the introduction of its list does, or the titles above it.
        """
        above = (text for node in self.place.lineage for text in (node.text, node.title) if text is not None)
        for text in (*above, self.place.regulation.title):
            found = detect_script(text.zh or "")
            if found.script is not Script.NEITHER:
                return found.script is Script.TRADITIONAL
        return False

    def _named(self, node: Node) -> list[str]:
        found = placeholders(node.text.either("zh")) if node.text else []
        place = self.beneath(node) if node in self.listed else self.place
        return list(dict.fromkeys(self.handbook.fact_address(p.reference, place) for p in found))

    def beneath(self, node: Node) -> Place:
        """Return the place of a point of its list: one with an id of its own has its own figures."""
        return Place(self.place.regulation, node, (*self.place.ancestors, self.place.node), self.place.loc)

    def said(self, zh: str, en: str) -> Text:
        """Return *zh* and *en* in the languages the clause has."""
        return Text(zh=zh if "zh" in self.langs else None, en=en if "en" in self.langs else None)

    @cached_property
    def said_where(self) -> Text:
        """How an item names the place: 《投诉处理规定》“登记”一条 / “Complaint handling”, “Logging”."""
        named = self.regulation_named
        heading = self.heading
        if heading is None:
            return named
        if self._unit == _PART:
            return self.part_named(heading)
        within = self.said_within or heading
        return Text(zh=f"{named.zh}{within.zh}", en=f"{named.en}, {within.en}")

    @property
    def said_within(self) -> Text | None:
        """How an item that has named the regulation names the place: “登记”一条 / “Logging”; ``None`` without a heading."""
        heading = self.heading
        if heading is None:
            return None
        zh, en = (f"“{inner(heading.either(lang))}”" for lang in LANGS)
        return Text(zh=f"{zh}{self._unit}", en=en)

    def part_named(self, heading: Text) -> Text:
        """How an item names the part of the regulation that is headed *heading*: 《手册》“着装”部分 / the part “Dress” of “Handbook”."""
        named = self.regulation_named
        zh, en = (f"“{inner(heading.either(lang))}”" for lang in LANGS)
        return Text(zh=f"{named.zh}{zh}{_PART}", en=f"the part {en} of {named.en}")

    @property
    def _unit(self) -> str:
        """What its heading is the heading of."""
        heading = self.heading
        if heading is not None and is_question(heading):
            return "一问"
        return "一条" if self.provision.title is not None else _PART

    @cached_property
    def regulation_named(self) -> Text:
        """How an item names its regulation: 《投诉处理规定》 / “Complaint handling”."""
        title = plain_title(self.place.regulation.title)
        name = unnumbered(title)
        # The number at its end says which it is where several texts have one name.
        others = (r.title for r in self.handbook.regulations if r is not self.place.regulation) if name != title else ()
        if all(unnumbered(plain_title(other)) != name for other in others):
            title = name
        if no_title(title):
            title = self.handbook.settings.title
        return Text(zh=f"《{title.either('zh')}》", en=f"“{inner(' '.join(title.either('en').split()))}”")

    @cached_property
    def heading(self) -> Text | None:
        """What its provision is called: its title, or the heading or line it stands under."""
        line = self._line_above()
        if line is not None:
            return line
        if self.run_in:
            return Text(en=self.run_in)
        own = self.provision.title
        if own is None:
            return heading_above(self.place)
        return plain_title(own) if usable_heading(own) else None

    @cached_property
    def run_in(self) -> str:
        """The heading that its English line begins with, where most lines beside it have one: Overtime. Overtime of …; else empty."""
        if not self.imported or self.langs != ("en",) or self.provision.title is not None or self.continues:
            return ""
        beside = self.place.ancestors[-1].body if self.place.ancestors else self.place.regulation.body
        begun = [bool(run_in(node.text.en or "")) for node in beside if node.text is not None and node.title is None]
        own = run_in(self.place.node.text.en or "") if self.place.node.text is not None else ""
        return own if sum(begun) >= _FEWEST_RUN_IN and 2 * sum(begun) > len(begun) else ""

    def _line_above(self) -> Text | None:
        """Return the line of a few English words without a stop under which it stands: “Planned Absences”."""
        if not self.imported or len(self.langs) > 1 or self.continues:
            return None
        if self.headed():
            above = self.place.ancestors[-1].text
            assert above is not None
            zh, en = (said.strip().rstrip("：:") if (said := above.get(lang)) else None for lang in LANGS)
            return Text(zh=zh, en=en)
        if self.langs != ("en",):
            return None
        beside = self.place.ancestors[-1].body if self.place.ancestors else self.place.regulation.body
        for node in reversed(list(takewhile(lambda one: one is not self.place.node, beside))):
            if node.text is None or node.title is not None:
                return None
            # One short point of a list is no heading of the others.
            own = self.place.node
            listed = {node.level, own.level} == {Level.ITEM} and (node.label is None) is (own.label is None)
            if not listed and is_line_heading(node.text.en or ""):
                return node.text
        return None

    @cached_property
    def part(self) -> Node | None:
        """The nearest part of the regulation it stands in that has a title: a chapter, or a mere heading with a number."""
        return next(
            (
                node
                for node in reversed(self.place.ancestors)
                if node.title is not None
                and (node.level in HEADING_LEVELS or (node.level is Level.ITEM and node.text is None))
            ),
            None,
        )

    @property
    def imported(self) -> bool:
        """Whether it comes from a document, where a line need not be a sentence."""
        return any(node.origin is not None for node in self.place.lineage)

    @property
    def needs_heading(self) -> bool:
        """Whether it says little away from the heading or the question of the list it stands in."""
        text = self.place.node.text
        if (
            self.imported
            and "zh" not in self.langs
            and text
            and not self.run_in
            and (has_heading(text.either("en")) or bids(text.either("en")))
        ):
            return True
        return self.provision.title is None and any(
            node.level not in HEADING_LEVELS
            and node is not self.part
            and (node.title is not None or (node.text is not None and is_question(node.text)))
            for node in self.place.ancestors
        )

    @property
    def needs_part(self) -> bool:
        """Whether the heading it stands under is one that an item about its part has to name."""
        return self.part is not None and self.part.level is Level.ITEM

    @property
    def shown(self) -> Text:
        """Its own words, figures printed, for people to find it by."""
        text = self.place.node.text
        assert text is not None
        return self.said(*(self._substitute(text.get(lang) or "", lang, self.handbook.print_fact) for lang in LANGS))

    def printed(self, print_fact: Callable[[str, Lang], str]) -> Text | None:
        """Return the clause with its figures printed, an item of a list behind its introduction."""
        texts = {lang: self._printed(lang, print_fact) for lang in self.langs}
        if any(text is None for text in texts.values()):
            return None
        return Text(zh=texts.get("zh"), en=texts.get("en"))

    def _printed(self, lang: Lang, print_fact: Callable[[str, Lang], str]) -> str | None:
        node = self.place.node
        assert node.text is not None
        printed = self._substitute(node.text.either(lang), lang, print_fact)
        if lang == "en" and self.run_in:
            printed = printed.removeprefix(self.run_in).lstrip(". ")
        if self.continues:
            intro = self._intro(lang, print_fact)
            if intro is None:
                return None
            if lang == "en" and "zh" not in self.langs and (takes_up(printed) or (": " in intro and ": " in printed)):
                return None  # it, of another point; or granted for: the death of a relative: three days
            if lang == "zh" and _ASKS_OF.search(intro) and _OWN_AGENT.match(printed):
                return None  # 首问员工应当：24小时内由部门经理反馈 is no sentence
            beside = [one for one in self.place.ancestors[-1].body if one.level is Level.ITEM]
            printed = joined(intro, bare(printed), lang, first=beside[0] is node, alone=len(beside) == 1)
        elif lang == "zh":
            printed = re.sub(r"[；，]$", "。", without_mark(printed))
        if self.imported and ends_provision(self.place):
            printed = closed(printed, lang)
        printed = re.sub(r"[：:]$", DOTS[lang], printed)
        # Of the mark of an answer whose points stand below it (A：) nothing is left.
        return inner(printed) or None

    @property
    def continues(self) -> bool:
        """Whether it is a point of a list; one below a mere heading, or below a rule of its own, stands alone."""
        parent = self.place.ancestors[-1] if self.place.ancestors else None
        if self.place.node.level is not Level.ITEM or parent is None or parent.text is None:
            return False
        # What is a whole sentence, and announces nothing, stands above its points as another rule.
        above = parent.text.zh or ""
        if self.headed() or self._stands_alone_below(only_announces) or (above and not without_mark(above)):
            return False
        if self.imported and self.langs == ("en",) and (parent.text.en or "").rstrip().endswith((".", "!")):
            own = self.place.node.text
            return points_forward(parent.text.en or "") and not (own is not None and whole(own.en or "", "en"))
        own_zh = (self.place.node.text.zh or "") if self.place.node.text is not None else ""
        return not (self.imported and self.langs == ("zh",) and stands_above(above, own_zh))

    def headed(self) -> bool:
        """Tell whether it is a whole sentence below a line of a few words that import took for text: Water, Hoses and Fires; 收费标准：."""
        return self._stands_alone_below(names_part)

    def _stands_alone_below(self, tells: Callable[[str, Lang], bool]) -> bool:
        node, parent = self.place.node, self.place.ancestors[-1] if self.place.ancestors else None
        if not self.imported or len(self.langs) > 1 or parent is None or parent.text is None or node.text is None:
            return False
        (lang,) = self.langs
        return whole(node.text.either(lang), lang) and tells(parent.text.get(lang) or "", lang)

    @property
    def only_names(self) -> bool:
        """Whether it only names what the rules below it are about, so that they are no list of anything."""
        return any(PlacedText(self.handbook, self.beneath(node)).headed() for node in self.listed)

    def _intro(self, lang: Lang, print_fact: Callable[[str, Lang], str]) -> str | None:
        """Return the sentence an item of a list completes; ``None`` where there is none that ends with a colon."""
        parent = self.place.ancestors[-1] if self.place.ancestors else None
        text = parent.text.get(lang) if parent and parent.text else None
        if text is None or not text.endswith(("：", ":")):
            return None
        printed = self._substitute(text, lang, print_fact)
        if self.langs == ("en",) and not leans(last := sentences(printed, "en")[-1], "en"):
            printed = last  # what is said before the list announces itself is another rule
        # With a case of its own (安抚不了的，……) the point keeps the colon.
        if not self.has_own_case:
            printed = completed(printed, lang)
        return printed if lang == "zh" else f"{printed} "

    def introduced(self, lang: Lang) -> int:
        """Return how many characters of its quotation are the introduction of its list."""
        intro = self._intro(lang, self.handbook.print_fact) if self.continues else None
        return len(intro) if intro and not takes_in(intro, lang) else 0

    @property
    def has_own_case(self) -> bool:
        """Whether it is a point that begins with a case of its own: 安抚不了的，请主管接手."""
        text = self.place.node.text
        if self.place.node.level is not Level.ITEM or text is None:
            return False
        return _OWN_CASE.match(typeset(text.either("zh"), "zh")) is not None

    @property
    def introduces(self) -> bool:
        """Whether it introduces a list."""
        text = self.place.node.text
        return text is not None and any((text.get(lang) or "").endswith(("：", ":")) for lang in LANGS)

    @cached_property
    def listed(self) -> tuple[Node, ...]:
        """What stands under it as a list: its points, without a sentence behind them that leaves them as they are."""
        return listed(self.place.node.body)

    def _substitute(
        self, text: str, lang: Lang, print_fact: Callable[[str, Lang], str], place: Place | None = None
    ) -> str:
        joined = substitute(text, lambda ref: print_fact(self.handbook.fact_address(ref, place or self.place), lang))
        # Block scalars wrap lines; Chinese has no blank where a line was broken.
        return typeset(re.sub(r"\s*\n\s*", "" if lang == "zh" else " ", joined), lang)

    def points(self) -> tuple[Text, ...] | None:
        """Return the points of the list it introduces, printed without the marks that end them.

        ``None`` where it introduces none, or one of them is more than a plain point.
        """
        nodes = self.listed if self.introduces else ()
        if not nodes or any(
            node.level is not Level.ITEM or node.body or node.title or not node.adopted or node.text is None
            for node in nodes
        ):
            return None
        found = []
        for node in nodes:
            said = {lang: node.text.get(lang) if node.text else None for lang in self.langs}
            if any(text is None for text in said.values()):
                return None
            place, printer = self.beneath(node), self.handbook.print_fact
            plain = {lang: bare(self._substitute(t or "", lang, printer, place)) for lang, t in said.items()}
            found.append(Text(zh=plain.get("zh"), en=plain.get("en")))
        return tuple(found)
