"""Clauses of adopted provisions as an item quotes them: whole sentences, figures printed, one of them left blank.

A clause is quoted in the languages it has: a draft in one language makes items in that language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.regulation import HEADING_LEVELS, Level, Node, Place, walk
from guizhang.model.text import LANGS, Lang, Text, placeholders, substitute
from guizhang.quiz.naming import (
    cut_off,
    heading_above,
    is_line_heading,
    is_question,
    no_title,
    plain_title,
    records_events,
    tells_of_company,
    usable_heading,
)
from guizhang.quiz.points import BLANK, COLON, DOTS, completed, joined, takes_in, unannounced, with_points
from guizhang.quiz.quotable import (
    asks,
    begins_with_pronoun,
    bids,
    broken,
    dangles,
    ended,
    hardly_says,
    has_heading,
    if_it,
    leans,
    of_itself,
    points_back,
    points_forward,
    sentences,
    takes_up,
    too_long,
    unpointed,
    without_mark,
    without_what_sends_on,
)
from guizhang.quiz.texts import bare, inner, typeset
from guizhang.zh.script import Script, detect_script

_FEWEST = {"zh": 14, "en": 26}
_SHORT = {"zh": 80, "en": 240}
_ASKS_OF = re.compile(r"(?:应当|必须|不得|可以|[应應须須要])[：:]?$")
_OWN_AGENT = re.compile(r"[^，；。]{0,10}(?<![理自])由(?![于於此来來])")
_OWN_CASE = re.compile(r"[^，；。]*[的时后前]，")


@dataclass(frozen=True, eq=False)
class Clause:
    """A node with text, in an adopted provision; the same only as itself, so that it can be looked up by."""

    handbook: Handbook
    place: Place
    address: str
    """Of the provision it belongs to."""
    ordinal: int
    """Which clause of its provision, from 1."""

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

    @property
    def themes(self) -> tuple[str, ...]:
        """Its themes; its regulation's id where none is named anywhere, so that quotas can count it."""
        return self.place.themes or (self.place.regulation.id,)

    @property
    def applies_to(self) -> tuple[str, ...]:
        """The roles it addresses."""
        return self.place.applies_to

    def facts(self) -> list[str]:
        """Return the addresses of the facts its own text names, in order, each once."""
        return self._named(self.place.node)

    def printed_facts(self) -> tuple[str, ...]:
        """Return the addresses of all facts a quotation of it prints: a point with its introduction, or one with its points."""
        parent = self.place.ancestors[-1:] if self.place.node.level is Level.ITEM else ()
        points = self.place.node.body if self.introduces else ()
        return tuple(dict.fromkeys(fact for node in (*parent, self.place.node, *points) for fact in self._named(node)))

    def _named(self, node: Node) -> list[str]:
        found = placeholders(node.text.either("zh")) if node.text else []
        return list(dict.fromkeys(self.handbook.fact_address(p.reference, self.place) for p in found))

    def said(self, zh: str, en: str) -> Text:
        """Return *zh* and *en* in the languages the clause has."""
        return Text(zh=zh if "zh" in self.langs else None, en=en if "en" in self.langs else None)

    def said_where(self) -> Text:
        """Return how an item names the place: 《投诉处理规定》“登记”一条 / “Complaint handling”, “Logging”."""
        named = self.regulation_named
        heading = self._heading
        if heading is None:
            return named
        unit = "一问" if is_question(heading) else "一条" if self.provision.title is not None else "部分"
        zh = f"{named.zh}“{inner(heading.either('zh'))}”{unit}"
        return Text(zh=zh, en=f"{named.en}, “{inner(heading.either('en'))}”")

    @property
    def regulation_named(self) -> Text:
        """How an item names its regulation: 《投诉处理规定》 / “Complaint handling”."""
        title = plain_title(self.place.regulation.title)
        if no_title(title):
            title = self.handbook.settings.title
        return Text(zh=f"《{title.either('zh')}》", en=f"“{inner(title.either('en'))}”")

    @cached_property
    def _heading(self) -> Text | None:
        line = self._line_above()
        if line is not None:
            return line
        own = self.provision.title
        if own is None:
            return heading_above(self.place)
        return plain_title(own) if usable_heading(own) else None

    def _line_above(self) -> Text | None:
        """Return the line of a few English words without a stop under which it stands: “Planned Absences”."""
        if not self.imported or self.langs != ("en",) or self._continues:
            return None
        beside = self.place.ancestors[-1].body if self.place.ancestors else self.place.regulation.body
        for node in reversed(list(takewhile(lambda one: one is not self.place.node, beside))):
            if node.text is None or node.title is not None:
                return None
            if is_line_heading(node.text.en or ""):
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

    def quote(self, print_fact: Callable[[str, Lang], str] | None = None) -> Text | None:
        """Return the clause as an item quotes it, without quotation marks; ``None`` where it cannot stand alone.

        Args:
            print_fact: Prints the fact at an address in a language; a blank, where that is what is asked.
        """
        if print_fact is None:
            return self._quoted
        return self._quotable(self.printed(print_fact))

    @cached_property
    def _quoted(self) -> Text | None:
        printed = self.printed(self.handbook.print_fact)
        return self._quotable(printed) or (self._quotable(self._with_points(printed)) if printed else None)

    def _quotable(self, text: Text | None) -> Text | None:
        """Return *text* where it is short enough and points nowhere else."""
        if text is None or any(
            too_long(said, lang) or broken(said, lang) or asks(said) or of_itself(said) or self._dangles(said, lang)
            for lang in self.langs
            for said in (text.either(lang),)
        ):
            return None
        # A line without an end goes on in another: 离职后2年内仍应保守.
        if self.imported and not all(
            ended(said) and not begins_with_pronoun(said) and not hardly_says(said)
            for said in map(text.either, self.langs)
        ):
            return None
        if records_events(self.place.regulation.title) or (self.imported and tells_of_company(self.place)):
            return None
        own = self.provision.title
        if own is not None and cut_off(own):
            return None  # the other half of the sentence stands in the title
        # 原则上不得少于30分钟 says nothing without the title it stands under.
        if self._heading is None and any(len(text.either(lang)) < _FEWEST[lang] for lang in self.langs[:1]):
            return None
        return text

    def _dangles(self, text: str, lang: Lang) -> bool:
        """Tell whether *text* points at what does not stand beside it; dots stand for the list that it points at."""
        before, dots, behind = text.partition(DOTS[lang].lstrip())
        if self.place.node.level is Level.ITEM and dots and points_forward(before):
            point = behind.strip()
            halting = lang == "en" and (leans(point[:1].upper() + point[1:], lang) or if_it(point))
            return halting or points_back(before) or dangles(behind, lang)
        if self.introduces:
            before, colon, behind = text.partition(COLON[lang])
            # What points at the list has it right behind.
            if colon and behind:
                return points_back(before) or dangles(unpointed(before), lang) or dangles(behind, lang)
        return dangles(text, lang)

    def _with_points(self, printed: Text) -> Text | None:
        """Return an introduction, printed with dots, with all its points behind it; ``None`` where one cannot stand there."""
        nodes = self.place.node.body if self.introduces else ()
        if not nodes or any(
            node.level is not Level.ITEM or node.body or node.title or not node.adopted or node.text is None
            for node in nodes
        ):
            return None
        said: dict[Lang, str] = {}
        for lang in self.langs:
            texts = [node.text.get(lang) if node.text else None for node in nodes]
            if any(text is None for text in texts) or not printed.either(lang).endswith(DOTS[lang]):
                return None
            points = [bare(self._substitute(text or "", lang, self.handbook.print_fact)) for text in texts]
            whole = with_points(printed.either(lang), points, lang)
            if whole is None:
                return None
            said[lang] = inner(whole)
        return Text(zh=said.get("zh"), en=said.get("en"))

    def lead(self) -> Text | None:
        """Return a clause that introduces a list, with “……” for the list; ``None`` where it cannot stand alone.

        The items follow as options, so that it may point to what is below.
        """
        printed = self.printed(self.handbook.print_fact)
        if printed is None:
            return None
        for lang in self.langs:
            text = printed.either(lang)
            if too_long(text, lang) or broken(text, lang) or not text.endswith(DOTS[lang]) or points_back(text):
                return None
        return printed

    def excerpt(self, blanked: Text) -> Text | None:
        """Return the part of *blanked* that holds the blank; ``None`` where it cannot stand alone.

        Short clauses are quoted whole. Of a long one the sentence with the blank is enough, unless it leans on the
        sentence before it or the other language has its sentences cut otherwise: both quote the same.
        """
        texts = {lang: blanked.either(lang) for lang in self.langs}
        if any(BLANK not in text for text in texts.values()):
            return None
        if any(len(text) > _SHORT[lang] for lang, text in texts.items()):
            parts = {lang: sentences(text, lang) for lang, text in texts.items()}
            if len({len(found) for found in parts.values()}) == 1:
                first = parts[self.langs[0]]
                at = next(i for i, sentence in enumerate(first) if BLANK in sentence)
                alone = {lang: found[at] for lang, found in parts.items()}
                if all(BLANK in s and not leans(s, lang) for lang, s in alone.items()):
                    texts = alone
        texts = without_what_sends_on(texts)
        if self.introduces:
            # A list that is not asked for is not announced: ……，写明…… is left out; what means nothing without it has it.
            alone = {lang: unannounced(text, lang) for lang, text in texts.items()}
            if any(BLANK not in text or text.endswith("…") for text in alone.values()):
                full = self._with_points(Text(zh=texts.get("zh"), en=texts.get("en")))
                return self._quotable(full) if full is not None else None
            texts = alone
        return self._quotable(Text(zh=texts.get("zh"), en=texts.get("en")))

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
        if self._continues:
            intro = self._intro(lang, print_fact)
            if intro is None:
                return None
            if lang == "en" and "zh" not in self.langs and (takes_up(printed) or (": " in intro and ": " in printed)):
                return None  # it, of another point; or granted for: the death of a relative: three days
            if lang == "zh" and _ASKS_OF.search(intro) and _OWN_AGENT.match(printed):
                return None  # 首问员工应当：24小时内由部门经理反馈 is no sentence
            printed = joined(intro, bare(printed), lang)
        elif lang == "zh":
            printed = re.sub(r"[；，]$", "。", without_mark(printed))
        printed = re.sub(r"[：:]$", DOTS[lang], printed)
        return inner(printed)

    @property
    def _continues(self) -> bool:
        """Whether it is a point of a list; one below a mere heading stands alone."""
        parent = self.place.ancestors[-1] if self.place.ancestors else None
        return self.place.node.level is Level.ITEM and parent is not None and parent.text is not None

    def _intro(self, lang: Lang, print_fact: Callable[[str, Lang], str]) -> str | None:
        """Return the sentence an item of a list completes; ``None`` where there is none that ends with a colon."""
        parent = self.place.ancestors[-1] if self.place.ancestors else None
        text = parent.text.get(lang) if parent and parent.text else None
        if text is None or not text.endswith(("：", ":")):
            return None
        printed = self._substitute(text, lang, print_fact)
        # With a case of its own (安抚不了的，……) the point keeps the colon.
        if not self.has_own_case:
            printed = completed(printed, lang)
        return printed if lang == "zh" else f"{printed} "

    def introduced(self, lang: Lang) -> int:
        """Return how many characters of its quotation are the introduction of its list."""
        intro = self._intro(lang, self.handbook.print_fact) if self.place.node.level is Level.ITEM else None
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

    def _substitute(self, text: str, lang: Lang, print_fact: Callable[[str, Lang], str]) -> str:
        joined = substitute(text, lambda ref: print_fact(self.handbook.fact_address(ref, self.place), lang))
        # Block scalars wrap lines; Chinese has no blank where a line was broken.
        return typeset(re.sub(r"\s*\n\s*", "" if lang == "zh" else " ", joined), lang)


def clauses(handbook: Handbook) -> Iterator[Clause]:
    """Yield the clauses of all binding provisions, in printed order, without those whose figures cannot be printed."""
    counted: dict[str, int] = {}
    for regulation in handbook.regulations:
        for place in walk(regulation):
            address = place.address
            if place.node.text is None or address is None or not place.binding:
                continue
            counted[address] = counted.get(address, 0) + 1
            clause = Clause(handbook, place, address, counted[address])
            try:
                clause.quote()
                clause.printed_facts()
            except UnknownReference:
                continue  # a check reports the placeholder; no item rests on a text that cannot be printed
            yield clause
