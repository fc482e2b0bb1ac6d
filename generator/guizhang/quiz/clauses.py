"""Clauses of adopted provisions as an item quotes them: whole sentences, figures printed, one of them left blank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from guizhang.model.handbook import Handbook, UnknownReference
from guizhang.model.regulation import Level, Node, Place, walk
from guizhang.model.text import LANGS, Lang, Text, placeholders, substitute

BLANK = "______"

# A sentence that starts with one of these leans on the sentence before it.
_LEANS_ZH = re.compile(
    r"(其|该|此|这|那|上述|前述|他|她|它|自己|同时|但|并|否则|因此|也|再|仍|逾期|到期|超过|不足|期满|另)"
)
_LEANS_EN = re.compile(
    r"(It|They|This|These|That|Those|He|She|But|Otherwise|Such|The same|Then|If not|If so|If they|If it|Both|Either|"
    r"Neither|In that|In this|Until then|After that|Thereafter|Also|So|What they|Beyond|Each of)\b"
)
# References that mean nothing away from their place in the regulation.
_DANGLES = re.compile(
    r"前款|前条|前项|上述|前述|本条|本款|下列|the (preceding|previous|above|following)\b|\b(above|below)\b"
)

_POINTS_BACK = re.compile(
    r"前款|前条|前项|上述|前述|本条|本款|the (preceding|previous|above) |\babove\b|\bthis article\b", re.IGNORECASE
)

_MOST_ZH = 150
_MOST_EN = 420
_SHORT_ZH = 80
_SHORT_EN = 240


@dataclass(frozen=True, slots=True)
class Clause:
    """A node with text in both languages, in an adopted provision."""

    handbook: Handbook
    place: Place
    address: str
    """Of the provision it belongs to."""

    @property
    def provision(self) -> Node:
        """The provision it belongs to."""
        provision = self.place.provision
        assert provision is not None
        return provision

    def facts(self) -> list[str]:
        """Return the addresses of the facts its text names, in order, each once."""
        text = self.place.node.text
        found = placeholders(text.either("zh")) if text else []
        return list(dict.fromkeys(self.handbook.fact_address(p.reference, self.place) for p in found))

    def said_where(self) -> Text:
        """Return how an item names the place: 《投诉处理规定》“登记”一条 / “Complaint handling”, “Logging”."""
        regulation = self.place.regulation.title
        title = self.provision.title
        zh = f"《{regulation.either('zh')}》" + (f"“{_inner(title.either('zh'))}”一条" if title else "")
        en = f"“{_inner(regulation.either('en'))}”" + (f", “{_inner(title.either('en'))}”" if title else "")
        return Text(zh=zh, en=en)

    def quote(self, print_fact: Callable[[str, Lang], str]) -> Text | None:
        """Return the clause as an item quotes it, without quotation marks; ``None`` where it cannot stand alone.

        Args:
            print_fact: Prints the fact at an address in a language; a blank, where that is what is asked.
        """
        zh, en = (self._printed(lang, print_fact) for lang in LANGS)
        if zh is None or en is None or not (len(zh) <= _MOST_ZH and len(en) <= _MOST_EN):
            return None
        if _DANGLES.search(zh) or _DANGLES.search(en):
            return None
        return Text(zh=zh, en=en)

    def lead(self) -> Text | None:
        """Return a clause that introduces a list, with “……” for the list; ``None`` where it cannot stand alone.

        The items follow as options, so that it may point to what is below.
        """
        zh, en = (self._printed(lang, self.handbook.print_fact) for lang in LANGS)
        if zh is None or en is None or not (len(zh) <= _MOST_ZH and len(en) <= _MOST_EN):
            return None
        if not zh.endswith("……") or not en.endswith(" …") or _POINTS_BACK.search(zh) or _POINTS_BACK.search(en):
            return None
        return Text(zh=zh, en=en)

    def excerpt(self, about: str, print_fact: Callable[[str, Lang], str]) -> Text | None:
        """Return the part of the clause that says the figure at *about*; ``None`` where it cannot stand alone.

        Short clauses are quoted whole. Of a long one the sentence with the figure is enough, unless it leans on the
        sentence before it or the other language has its sentences cut otherwise: both quote the same.
        """
        mark = "\ue000"  # a private-use character no rule contains: it finds the sentence and leaves no trace

        def marked(address: str, lang: Lang) -> str:
            return (mark if address == about else "") + print_fact(address, lang)

        zh, en = (self._printed(lang, marked) for lang in LANGS)
        if zh is None or en is None or mark not in zh or mark not in en:
            return None
        if len(zh) > _SHORT_ZH or len(en) > _SHORT_EN:
            parts_zh = [s for s in re.split(r"(?<=[。！？])", zh) if s]
            parts_en = re.split(r"(?<=[.!?])\s+(?=[A-Z“])", en)
            if len(parts_zh) == len(parts_en):
                at = next(i for i, s in enumerate(parts_zh) if mark in s)
                stands = not _LEANS_ZH.match(parts_zh[at]) and not _LEANS_EN.match(parts_en[at])
                if stands and mark in parts_en[at]:
                    zh, en = parts_zh[at], parts_en[at]
        zh, en = zh.replace(mark, ""), en.replace(mark, "")
        if len(zh) > _MOST_ZH or len(en) > _MOST_EN or _DANGLES.search(zh) or _DANGLES.search(en):
            return None
        return Text(zh=zh, en=en)

    def _printed(self, lang: Lang, print_fact: Callable[[str, Lang], str]) -> str | None:
        node = self.place.node
        text = node.text.get(lang) if node.text else None
        if text is None:
            return None
        printed = self._substitute(text, lang, self.place, print_fact)
        if node.level is Level.ITEM:
            intro = self._intro(lang, print_fact)
            if intro is None:
                return None
            full_stop = "。" if lang == "zh" else "."
            printed = intro + ("" if lang == "zh" else " ") + bare(printed) + full_stop
        printed = re.sub(r"[：:]$", "……" if lang == "zh" else " …", printed)
        return _inner(printed)

    def _intro(self, lang: Lang, print_fact: Callable[[str, Lang], str]) -> str | None:
        """Return the sentence an item of a list completes; ``None`` where there is none that ends with a colon."""
        parent = self.place.ancestors[-1] if self.place.ancestors else None
        text = parent.text.get(lang) if parent and parent.text else None
        if text is None or not text.endswith(("：", ":")):
            return None
        return self._substitute(text, lang, self.place, print_fact)

    def _substitute(self, text: str, lang: Lang, place: Place, print_fact: Callable[[str, Lang], str]) -> str:
        joined = substitute(text, lambda ref: print_fact(self.handbook.fact_address(ref, place), lang))
        # Block scalars wrap lines; Chinese has no blank where a line was broken.
        return re.sub(r"\s*\n\s*", "" if lang == "zh" else " ", joined)


def clauses(handbook: Handbook) -> Iterator[Clause]:
    """Yield the clauses of all adopted provisions that have both languages, in printed order."""
    for regulation in handbook.regulations:
        for place in walk(regulation):
            text, address = place.node.text, place.address
            if text is None or address is None or text.zh is None or text.en is None or not place.adopted:
                continue
            clause = Clause(handbook, place, address)
            try:
                clause.quote(handbook.print_fact)
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


def _inner(text: str) -> str:
    """Return *text* with its quotation marks as they are inside a quotation."""
    return text.replace("“", "‘").replace("”", "’").replace("「", "‘").replace("」", "’")
