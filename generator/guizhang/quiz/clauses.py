"""Clauses of adopted provisions as an item quotes them: whole sentences, figures printed, one of them left blank.

A clause is quoted in the languages it has: a draft in one language makes items in that language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.regulation import Level, Node, Place, walk
from guizhang.model.text import LANGS, Lang, Text, placeholders, substitute

BLANK = "______"

# A sentence that starts with one of these leans on the sentence before it.
_LEANS = {
    "zh": re.compile(
        r"(其|该|此|这|那|上述|前述|他|她|它|自己|同时|但|并|否则|因此|也|再|仍|逾期|到期|超过|不足|期满|另|"
        r"以上|以下|没有听清|到货|复核后|提交前|事情办完)"
    ),
    "en": re.compile(
        r"(It|They|This|These|That|Those|He|She|But|Otherwise|Such|The same|Then|If not|If so|If they|If it|Both|Either|"
        r"Neither|In that|In this|Until then|After that|Thereafter|Also|So|What they|Beyond|Each of|From then|"
        r"Before handing it|The three|Before doing so|Until they|Having|If there is still|After the handover)\b"
    ),
}
_PEOPLE = re.compile(
    r"\b(?:staff|wom[ae]n|m[ae]n|any(?:one|body)|every(?:one|body)|no(?:body|t)|people|who|whoever|members?|\w+(?:er|or|ee|ist|gue)s?"
    r"|agents?|assistants?|consultants?|clients?|clerks?|hosts?|departments?|company|human resources)\b",
    re.IGNORECASE,
)
# References that mean nothing away from their place in the regulation.
_DANGLES = re.compile(
    r"前款|前条|前项|上述|前述|本条|本款|本项|下列|如下|the (preceding|previous|above|following)\b|\b(above|below)\b|"
    r"以下[\d一二三四五六七八九十]+[项件条]|这一(?:次数|期限|金额|比例|数量)|^有关事项|\bthese \d+\b|\bas follows\b|\bset out here\b|"
    r"\bthis (?:number|limit|period|amount)\b|\bsuch an? \w+ shall\b|\bsuch a conflict\b",
)
_POINTS_BACK = re.compile(
    r"前款|前条|前项|上述|前述|本条|本款|the (preceding|previous|above) |\babove\b|\bthis article\b", re.IGNORECASE
)
# What an introduction says of the list behind it.
_FORWARD = re.compile(
    r"下列|如下|以下[\d一二三四五六七八九十]*|\bthe following\b|\bthese\b|\bas follows\b|\bin this order\b|\bbelow\b"
)
_MOST = {"zh": 150, "en": 420}
_FEWEST_ZH = 14
_SHORT = {"zh": 80, "en": 240}
_SENTENCES = {"zh": re.compile(r"(?<=[。！？])"), "en": re.compile(r"(?<=[.!?])\s+(?=[A-Z“])")}


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
        """Return the addresses of all facts a quotation of it prints: an item of a list is quoted with its introduction."""
        parent = self.place.ancestors[-1:] if self.place.node.level is Level.ITEM else ()
        return tuple(dict.fromkeys(fact for node in (*parent, self.place.node) for fact in self._named(node)))

    def _named(self, node: Node) -> list[str]:
        found = placeholders(node.text.either("zh")) if node.text else []
        return list(dict.fromkeys(self.handbook.fact_address(p.reference, self.place) for p in found))

    def said(self, zh: str, en: str) -> Text:
        """Return *zh* and *en* in the languages the clause has."""
        return Text(zh=zh if "zh" in self.langs else None, en=en if "en" in self.langs else None)

    def said_where(self) -> Text:
        """Return how an item names the place: 《投诉处理规定》“登记”一条 / “Complaint handling”, “Logging”."""
        regulation = self.place.regulation.title
        title = self.provision.title
        zh = f"《{regulation.either('zh')}》" + (f"“{inner(title.either('zh'))}”一条" if title else "")
        en = f"“{inner(regulation.either('en'))}”" + (f", “{inner(title.either('en'))}”" if title else "")
        return Text(zh=zh, en=en)

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
        return self._quotable(self.printed(self.handbook.print_fact))

    def _quotable(self, text: Text | None) -> Text | None:
        """Return *text* where it is short enough and points nowhere else."""
        if text is None or any(
            len(text.either(lang)) > _MOST[lang] or self._dangles(text.either(lang), lang) for lang in self.langs
        ):
            return None
        # 原则上不得少于30分钟 says nothing without the title it stands under.
        if self.provision.title is None and len(text.either("zh")) < _FEWEST_ZH:
            return None
        return text

    def _dangles(self, text: str, lang: Lang) -> bool:
        """Tell whether *text* points at what does not stand beside it; dots stand for the list that it points at."""
        before, dots, behind = text.partition(_DOTS[lang].lstrip())
        if self.place.node.level is Level.ITEM and dots and _FORWARD.search(before):
            point = behind.strip()
            halting = lang == "en" and leans(point[:1].upper() + point[1:], lang)
            return halting or bool(_POINTS_BACK.search(before) or _DANGLES.search(behind))
        return _DANGLES.search(text) is not None

    def lead(self) -> Text | None:
        """Return a clause that introduces a list, with “……” for the list; ``None`` where it cannot stand alone.

        The items follow as options, so that it may point to what is below.
        """
        printed = self.printed(self.handbook.print_fact)
        if printed is None:
            return None
        for lang in self.langs:
            text = printed.either(lang)
            if len(text) > _MOST[lang] or not text.endswith(_DOTS[lang]) or _POINTS_BACK.search(text):
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
            parts = {lang: [s for s in _SENTENCES[lang].split(text) if s] for lang, text in texts.items()}
            if len({len(sentences) for sentences in parts.values()}) == 1:
                first = parts[self.langs[0]]
                at = next(i for i, sentence in enumerate(first) if BLANK in sentence)
                alone = {lang: sentences[at] for lang, sentences in parts.items()}
                if all(BLANK in s and not leans(s, lang) for lang, s in alone.items()):
                    texts = alone
        if self.introduces:
            # A list that is not asked for is not announced: ……，写明…… is left out, and what means nothing without it.
            texts = {lang: _ANNOUNCES[lang].sub("。" if lang == "zh" else ".", text) for lang, text in texts.items()}
            if any(BLANK not in text or text.endswith("…") for text in texts.values()):
                return None
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
        if node.level is Level.ITEM:
            intro = self._intro(lang, print_fact)
            if intro is None:
                return None
            point, stop = bare(printed), "。" if lang == "zh" else "."
            placed, stands = _POINTED[lang].subn(lambda m: m[1] + point + m[2], intro.rstrip(" ：:"))
            # What points at the list, of which this is one point, shows by dots that it has others.
            dots = _DOTS[lang].lstrip() + intro[len(intro.rstrip()) :] if _FORWARD.search(intro) else ""
            printed = f"{placed}{stop}" if stands else f"{intro}{dots}{point}{stop}"
            if stands and lang == "en":
                printed = printed[:1].upper() + printed[1:]
        printed = re.sub(r"[：:]$", _DOTS[lang], printed)
        return inner(printed)

    def _intro(self, lang: Lang, print_fact: Callable[[str, Lang], str]) -> str | None:
        """Return the sentence an item of a list completes; ``None`` where there is none that ends with a colon."""
        parent = self.place.ancestors[-1] if self.place.ancestors else None
        text = parent.text.get(lang) if parent and parent.text else None
        if text is None or not text.endswith(("：", ":")):
            return None
        printed = self._substitute(text, lang, print_fact)
        # 员工应当：+ 请客户坐下 is one sentence; with a case of its own (安抚不了的，……) the point keeps the colon.
        if not self.has_own_case:
            printed = _COMPLETED[lang].sub(r"\1", printed)
        return printed if lang == "zh" else f"{printed} "

    def introduced(self, lang: Lang) -> int:
        """Return how many characters of its quotation are the introduction of its list."""
        intro = self._intro(lang, self.handbook.print_fact) if self.place.node.level is Level.ITEM else None
        return len(intro) if intro and not _POINTED[lang].search(intro) else 0

    @property
    def has_own_case(self) -> bool:
        """Whether it is a point that begins with a case of its own: 安抚不了的，请主管接手."""
        text = self.place.node.text
        return self.place.node.level is Level.ITEM and text is not None and bool(_OWN_CASE.match(text.either("zh")))

    @property
    def introduces(self) -> bool:
        """Whether it introduces a list."""
        text = self.place.node.text
        return text is not None and any((text.get(lang) or "").endswith(("：", ":")) for lang in LANGS)

    def _substitute(self, text: str, lang: Lang, print_fact: Callable[[str, Lang], str]) -> str:
        joined = substitute(text, lambda ref: print_fact(self.handbook.fact_address(ref, self.place), lang))
        # Block scalars wrap lines; Chinese has no blank where a line was broken.
        return re.sub(r"\s*\n\s*", "" if lang == "zh" else " ", joined)


def clauses(handbook: Handbook) -> Iterator[Clause]:
    """Yield the clauses of all adopted provisions, in printed order, without those whose figures cannot be printed."""
    counted: dict[str, int] = {}
    for regulation in handbook.regulations:
        for place in walk(regulation):
            address = place.address
            if place.node.text is None or address is None or not place.adopted:
                continue
            counted[address] = counted.get(address, 0) + 1
            clause = Clause(handbook, place, address, counted[address])
            try:
                clause.quote()
                clause.printed_facts()
            except UnknownReference:
                continue  # a check reports the placeholder; no item rests on a text that cannot be printed
            yield clause


def bare(text: str) -> str:
    """Return the text of a list item without the punctuation that ends it."""
    return re.sub(r"(?:[；;，,]\s*(?:以及|或者|and|or))?[；;。.，,]*$", "", text.strip()).strip()


def escaped(text: Text) -> Text:
    """Return printed text as an item holds it: a literal ``${`` must not become a placeholder."""
    zh, en = (value.replace("${", "$${") if value else value for value in (text.zh, text.en))
    return Text(zh=zh, en=en)


def inner(text: str) -> str:
    """Return *text* with its quotation marks as they are inside a quotation."""
    return text.replace("“", "‘").replace("”", "’").replace("「", "‘").replace("」", "’")


def leans(text: str, lang: Lang) -> bool:
    """Tell whether a sentence leans on the one before it."""
    if lang == "en":
        before, they, _ = text.partition(" they ")
        if they and not _PEOPLE.search(before):
            return True
    return _LEANS[lang].match(text) is not None


_COMPLETED = {
    "zh": re.compile(r"(应当|必须|不得|可以|严禁|禁止|包括|写明|载明|注明|客户)[：:]$"),
    "en": re.compile(
        r"\b(shall|must|not|may|should|includes?|states?|stating|customer|consider|if|where|when|receives?|staff|is|are|be|to|by|as|covering|including):$"
    ),
}
_OWN_CASE = re.compile(r"[^，；。]*[的时后前]，")
# 有下列情形之一的，为旷工：+ 未经批准外出 is one sentence as well: 未经批准外出的，为旷工.
_POINTED = {
    "zh": re.compile(r"()有(?:下列|以下)(?:情形|情况|行为)之一(的)"),
    "en": re.compile(r"()\b(?:Each|Any|Any one) of the following()\b"),
}
_DOTS = {"zh": "……", "en": " …"}
_ANNOUNCES = {
    "zh": re.compile(
        r"[，；、](?:并|同时|报告|应当|必须|由其)*(?:写明|载明|注明|说明|记明|填明|标明|记下|登记|检查|核对|查明|包括|内容包括|步骤如下|检查时必须|调查时必须)……$"
    ),
    "en": re.compile(
        r"(?:,? (?:and )?(?:stating|giving|saying|showing|noting|recording|covering|including|to check|checking|establishing)"
        r"|, (?:and|in)\b[^,.;_]{0,40}) …$"
    ),
}
