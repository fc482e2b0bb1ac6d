"""What drafts say beyond the words of the source: figures as facts, norms, another script. Who finds them is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from guizhang.importers.outline import Node
from guizhang.model.fact import Fact
from guizhang.model.regulation import Norm
from guizhang.model.text import Lang, Text, placeholders, substitute
from guizhang.model.wording import print_fact

_COUNTED = re.compile(r"_\d+$")
_LIMITED = re.compile("[不须应超约]|至[少多]|[最更]|以|than|least|most")
"""In a figure's own wording these say more than the figure (每月不得超过3次); another value would lose them."""
_ALONE: Mapping[Lang, tuple[str, str]] = {
    "zh": (r"(?<![\d.,第零一二两三四五六七八九十百千万])", ""),
    "en": (r"(?<![\w.,])", r"(?!\w)"),
}
"""What a figure's words stand between where they are a figure of their own."""


class FoundFigure(Protocol):
    """A figure of a text that a fact prints exactly as it stands there."""

    @property
    def name(self) -> str:
        """What it may be called."""

    @property
    def start(self) -> int:
        """Offset in the text."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def fact(self) -> Fact:
        """What it is."""


FindFigures = Callable[[str, Lang], Sequence[FoundFigure]]
FindNorms = Callable[[Sequence[Node]], Mapping[str, Norm]]
"""Nodes of a document -> node id -> what the node does, where that is beyond doubt."""


def _no_figures(_text: str, _lang: Lang) -> Sequence[FoundFigure]:
    return ()


def _no_norms(_nodes: Sequence[Node]) -> Mapping[str, Norm]:
    return {}


@dataclass(frozen=True, slots=True)
class Drafting:
    """How drafts are made; stages above the importer know facts and norms, and hand in who finds them."""

    simplify: bool = False
    """Write Traditional Chinese in Simplified characters."""
    figures: FindFigures = _no_figures
    norms: FindNorms = _no_norms
    figures_in: Callable[[Sequence[Node]], FindFigures] | None = None
    """Who finds the figures of one document, where its other texts tell more of them: which money $50 is."""


PLAIN = Drafting()
"""The words of the source and nothing else."""


def with_figures(content: str, lang: Lang, scope: dict[str, Fact] | None, find: FindFigures) -> Text | None:
    """Return a text with its figures as placeholders, ``None`` for no text.

    Args:
        content: The words.
        lang: Their language.
        scope: Facts of the provision so far, by name; those found are added. ``None``: no provision holds facts here.
        find: Finds the figures.
    """
    if not content:
        return None
    # A "${" of the source is text, and a draft must not read it as a figure.
    plain = content.replace("${", "$${")
    facts: dict[str, Fact] = {}
    parts: list[str] = []
    place = 0
    for figure in find(content, lang) if scope is not None else ():
        if _LIMITED.search((figure.fact.zh if lang == "zh" else figure.fact.en) or ""):
            continue
        name = free_name(figure.name, {*(scope or ()), *facts})
        facts[name] = figure.fact
        parts += [content[place : figure.start].replace("${", "$${"), f"${{{name}}}"]
        place = figure.end
    drafted = "".join([*parts, content[place:].replace("${", "$${")])
    if scope is None or substitute(drafted, lambda name: _printed(facts, name, lang)) != content:
        # A dollar sign before a figure would make its placeholder literal text.
        drafted, facts = plain, {}
    if scope is not None:
        scope.update(facts)
    return Text(zh=drafted) if lang == "zh" else Text(en=drafted)


def with_translation(
    text: Text | None, content: str, lang: Lang, scope: dict[str, Fact] | None, find: FindFigures
) -> Text | None:
    """Return a text with its translation; figures that both languages have stand in both under one name, others in neither.

    Args:
        text: The text, figures as placeholders.
        content: The words of the translation.
        lang: Their language.
        scope: Facts of the provision; one gets the wording of the translation where that is not what it would print.
        find: Finds the figures.
    """
    if not content:
        return text
    source = text.either("zh" if lang == "en" else "en") if text is not None else ""
    free = [found.reference for found in placeholders(source)] if scope is not None else []
    facts: dict[str, Fact] = {}
    parts: list[str] = []
    place = 0
    found = find(content, lang) if free and scope is not None else ()
    for start, end, name in sorted(_shared(content, lang, found, free, scope or {})):
        fact = _worded((scope or {})[name], content[start:end], lang)
        if fact is None or start < place:
            continue
        facts[name] = fact
        parts += [content[place:start].replace("${", "$${"), f"${{{name}}}"]
        place = end
    drafted = "".join([*parts, content[place:].replace("${", "$${")])
    if substitute(drafted, lambda name: _printed(facts, name, lang)) != content:
        drafted, facts = content.replace("${", "$${"), {}
    said: dict[str, str] = {} if text is None else text.model_dump(exclude_none=True)
    if scope is not None and text is not None:
        lone = [name for name in free if name not in facts]
        scope.update(facts)
        own: Lang = "zh" if lang == "en" else "en"
        said = {own: _spelled_out(source, lone, scope, own)}
        for name in lone:
            del scope[name]
    return Text.model_validate({**said, lang: drafted})


def _shared(
    content: str, lang: Lang, found: Sequence[FoundFigure], free: Sequence[str], scope: Mapping[str, Fact]
) -> Iterator[tuple[int, int, str]]:
    """Yield where each figure of a text stands in its translation: as the same figure, else by the words it would have there."""
    left = list(free)
    for figure in found:
        name = next((name for name in left if _same_figure(scope[name], figure.fact)), None)
        if name is not None and _worded(scope[name], content[figure.start : figure.end], lang) is not None:
            left.remove(name)
            yield figure.start, figure.end, name
    for name in left:
        bare = scope[name].model_copy(update={lang: None})
        words = print_fact(bare, lang)
        before, behind = _ALONE[lang]
        spans = [match.span() for match in re.finditer(f"{before}{re.escape(words)}{behind}", content)]
        if len(spans) == 1:
            yield (*spans[0], name)


def _spelled_out(words: str, names: Sequence[str], scope: Mapping[str, Fact], lang: Lang) -> str:
    """Return a text with the figures *names* in words instead of placeholders."""
    for one in reversed(placeholders(words)):
        if one.reference in names:
            words = words[: one.start] + print_fact(scope[one.reference], lang) + words[one.start + len(str(one)) :]
    return words


def _same_figure(one: Fact, other: Fact) -> bool:
    return (one.kind, one.quantity, one.unit) == (other.kind, other.quantity, other.unit)


def _worded(fact: Fact, wording: str, lang: Lang) -> Fact | None:
    """Return the fact so that it prints *wording*; ``None`` where that says more than the figure."""
    if print_fact(fact, lang) == wording:
        return fact
    if _LIMITED.search(wording):
        return None
    return fact.model_copy(update={lang: wording})


def _printed(facts: Mapping[str, Fact], name: str, lang: Lang) -> str:
    return print_fact(facts[name], lang) if name in facts else ""


def free_name(name: str, taken: set[str]) -> str:
    """Return *name*, counted on while it is in *taken*."""
    stem, count = _COUNTED.sub("", name), 1
    while name in taken:
        count += 1
        name = f"{stem}_{count}"
    return name
