"""Glossary terms in rule text: the first use of each in an article leads to its definition."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import add

from guizhang.model.glossary import Glossary
from guizhang.model.handbook import Handbook
from guizhang.model.text import LANGS, Lang
from guizhang.site.texts import Prose

PATH = "assets/guizhang/terms.js"
_WORD = re.compile(r"[a-z0-9][a-z0-9'’-]*")
_PLURAL = r"(?:s|es)?\b"


def site_files(book: Handbook, prose: Prose) -> dict[str, bytes]:
    """Return the definitions as a script, which a page asks for when its reader first wants one."""
    if book.glossary is None:
        return {}
    found = {
        term.id: [value for lang in LANGS for value in (term.term.either(lang), prose.plain(term.definition, lang))]
        for term in book.glossary.terms
    }
    return {PATH: f"guizhangTerms({json.dumps(found)});\n".encode()}


@dataclass(frozen=True, slots=True)
class TermUse:
    """Where a term stands in a text."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a glossary by how they begin: the longest first."""

    han: Mapping[str, tuple[tuple[str, str], ...]]
    """First two signs -> (term, id)."""
    latin: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]
    """First word, small letters -> (pattern, id)."""

    @classmethod
    def of(cls, glossary: Glossary) -> Terms:
        """Collect the terms themselves, without their synonyms: a page full of marks marks nothing."""
        han: dict[str, list[tuple[str, str]]] = {}
        latin: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for term in sorted(glossary.terms, key=lambda t: -len(t.term.zh or "")):
            if term.term.zh and len(term.term.zh) > 1:
                han.setdefault(term.term.zh[:2], []).append((term.term.zh, term.id))
        for term in sorted(glossary.terms, key=lambda t: -len(t.term.en or "")):
            words = _WORD.findall((term.term.en or "").lower())
            if words:
                pattern = re.compile(re.escape(term.term.en or "") + _PLURAL, re.IGNORECASE)
                for first in (words[0], *((words[0] + "s", words[0] + "es") if len(words) == 1 else ())):
                    latin.setdefault(first, []).append((pattern, term.id))
        return cls({k: tuple(v) for k, v in han.items()}, {k: tuple(v) for k, v in latin.items()})

    def find(self, text: str, lang: Lang, seen: set[str]) -> Iterator[TermUse]:
        """Yield the first uses in *text*, in order, and add them to *seen*."""
        yield from self._han(text, seen) if lang == "zh" else self._latin(text, seen)

    def _han(self, text: str, seen: set[str]) -> Iterator[TermUse]:
        done = 0
        for place, start in enumerate(map(add, text, text[1:])):
            if start in self.han and place >= done:
                use = next(((t, i) for t, i in self.han[start] if text.startswith(t, place)), None)
                if use is None:
                    continue
                # A longer term hides the shorter one inside it, also where it was marked before.
                done = place + len(use[0])
                if use[1] not in seen:
                    seen.add(use[1])
                    yield TermUse(place, done, use[1])

    def _latin(self, text: str, seen: set[str]) -> Iterator[TermUse]:
        lowered = text.lower()
        if self.latin.keys().isdisjoint(_WORD.findall(lowered)):
            return
        done = 0
        for word in _WORD.finditer(lowered):
            if word.start() < done or word.group() not in self.latin:
                continue
            uses = ((pattern.match(text, word.start()), i) for pattern, i in self.latin[word.group()])
            found = next(((match, i) for match, i in uses if match), None)
            if found is None:
                continue
            done = found[0].end()
            if found[1] not in seen:
                seen.add(found[1])
                yield TermUse(word.start(), done, found[1])
