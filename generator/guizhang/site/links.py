"""Everything rule text links to, collected once for the whole handbook: cited rules, glossary terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from guizhang.model.handbook import Handbook
from guizhang.model.regulation import Regulation
from guizhang.model.text import Lang
from guizhang.site.citations import Citations
from guizhang.site.history import History, history
from guizhang.site.paths import GLOSSARY, Addresses, relative
from guizhang.site.related import Related, related
from guizhang.site.renewing import Renewing, renewing
from guizhang.site.terms import Terms
from guizhang.site.texts import Mark, Marker


@dataclass(frozen=True)
class Links:
    """What the articles of one handbook link to."""

    addresses: Addresses
    citations: Citations
    terms: Terms | None
    related: Mapping[str, Related]
    """By the address of the article."""
    history: History
    renewing: Mapping[str, Renewing]
    """By the regulation's id."""

    @classmethod
    def of(cls, book: Handbook, addresses: Addresses) -> Links:
        """Collect the links of *book*, which is published."""
        citations = Citations(book.regulations)
        terms = Terms.of(book.glossary) if book.glossary else None
        speaking = related(book, addresses, citations)
        return cls(addresses, citations, terms, speaking, history(book, addresses), renewing(book, addresses))

    @cached_property
    def of_document(self) -> Mapping[str, Mapping[str, object]]:
        """What of this comes from the texts of other documents, by the document on whose pages it stands."""
        out: dict[str, dict[str, object]] = {}
        for address, found in self.related.items():
            out.setdefault(address.partition("/")[0], {})[address] = (found, self.history.get(address))
        for address, told in self.history.items():
            out.setdefault(address.partition("/")[0], {}).setdefault(address, (None, told))
        for regulation, announced in self.renewing.items():
            out.setdefault(regulation, {})[regulation] = announced
        return out

    def marker(self, path: str, regulation: Regulation, article: str | None) -> Marker:
        """Return what finds the links of one article shown on the page at *path*."""
        seen: dict[Lang, set[str]] = {"zh": set(), "en": set()}
        own = f"{regulation.id}/{article}"

        def mark(text: str, lang: Lang) -> Iterable[Mark]:
            marks = []
            for cited in self.citations.find(text, lang, regulation, article):
                if cited.address not in (own, regulation.id):
                    target = relative(path, self.addresses[cited.address])
                    marks.append(Mark(cited.start, cited.end, f'<a class="gz-ref" href="{target}">'))
            if self.terms:
                references = len(marks)
                for use in self.terms.find(text, lang, seen[lang]):
                    # English terms are common words: leave is one only where the Chinese has 休假.
                    if lang == "en" and use.id not in seen["zh"]:
                        continue
                    if all(use.end <= m.start or use.start >= m.end for m in marks[:references]):
                        target = relative(path, f"{GLOSSARY}#{use.id}")
                        marks.append(Mark(use.start, use.end, f'<a class="gz-def" href="{target}">'))
                marks.sort(key=lambda m: m.start)
            return marks

        return mark
