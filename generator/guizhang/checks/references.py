"""Every name leads somewhere: roles, themes, provisions, units, rubrics, items.

Passes: ``applies_to: [agent]`` where handbook.yaml has the role agent.
Fails (REF002): a role, theme, unit, rubric, item or regulation nobody defined. Fails (REF003): a citation of a
provision that is gone.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guizhang.diagnostics import Diagnostic, Message, Severity, field_path
from guizhang.model.quantity import QuantityKind
from guizhang.model.regulation import walk
from guizhang.model.units import BUILT_IN_UNITS
from guizhang.yamlio.content import Loaded
from guizhang.yamlio.tree import Loc
from guizhang.zh.quantities.units import MEASURES

_NOUNS = {
    "role": ("岗位", "role"), "theme": ("主题", "theme"), "unit": ("单位", "unit"), "rubric": ("评分标准", "rubric"),
    "item": ("题目", "item"), "regulation": ("规章", "regulation"), "address": ("条款", "provision"),
}  # fmt: skip


_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class _Use:
    """One name somebody wrote."""

    noun: str
    name: str
    path: str
    loc: Loc


def check(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield REF002 and REF003."""
    known = _known(loaded)
    for use in _uses(loaded):
        names = known[use.noun]
        if use.name in names or (use.noun == "address" and use.name.partition("/")[0] in loaded.broken):
            continue
        # What a broken file defines is not known, so nothing that names it can be called wrong.
        if use.noun in ("role", "theme", "unit") and "handbook" in loaded.broken:
            continue
        if use.name in loaded.broken or (use.noun == "item" and loaded.broken):
            continue
        yield _dangling(loaded, use, names)


def _known(loaded: Loaded) -> Mapping[str, frozenset[str]]:
    settings = loaded.handbook.settings
    return {
        "role": frozenset(settings.roles),
        "theme": frozenset(settings.themes),
        "unit": frozenset(settings.units) | frozenset(BUILT_IN_UNITS) | frozenset(MEASURES),
        "rubric": frozenset(loaded.bank.rubrics_by_id),
        "item": frozenset(item.id for item in loaded.bank.items),
        "regulation": frozenset(r.id for r in loaded.handbook.regulations),
        "address": loaded.handbook.addresses,
    }


def _dangling(loaded: Loaded, use: _Use, names: frozenset[str]) -> Diagnostic:
    zh, en = _NOUNS[use.noun]
    # article-5 is no slip for article-4: the numbers of a series name different rules.
    near = difflib.get_close_matches(use.name, sorted(n for n in names if not _of_series(n, use.name)), 1, 0.6)
    few = ", ".join(sorted(names)[:12])
    if near:
        mend = Message(f"是否想写 {near[0]}？", f"did you mean {near[0]}?")
    else:
        mend = Message(
            f"可用：{few}" if few else f"先定义这个{zh}", f"known: {few}" if few else f"define the {en} first"
        )
    if use.noun == "address":
        code = "REF003"
        problem = Message(f"所引的条款 {use.name!r} 不存在", f"the cited provision {use.name!r} does not exist")
    else:
        code = "REF002"
        problem = Message(f"没有名为 {use.name!r} 的{zh}", f"there is no {en} {use.name!r}")
    source = loaded.locate(use.path, use.loc, at_key=use.loc[-1:] == (use.name,))
    return Diagnostic(code, Severity.ERROR, source, field_path(use.loc), problem, mend)


def _of_series(name: str, other: str) -> bool:
    """Return whether two names differ in their numbers and nothing else."""
    return _NUMBER.sub("", name) == _NUMBER.sub("", other) and bool(_NUMBER.search(name))


def _uses(loaded: Loaded) -> Iterator[_Use]:
    yield from _in_settings(loaded)
    yield from _in_regulations(loaded)
    yield from _in_other_content(loaded)
    yield from _in_bank(loaded)


def _in_settings(loaded: Loaded) -> Iterator[_Use]:
    return _each("regulation", loaded.handbook.settings.order, loaded.settings_path, ("order",))


def _in_regulations(loaded: Loaded) -> Iterator[_Use]:
    for regulation in loaded.handbook.regulations:
        path = loaded.handbook.paths[("regulation", regulation.id)]
        yield from _each("role", regulation.applies_to, path, ("applies_to",))
        yield from _each("theme", regulation.themes, path, ("themes",))
        if regulation.owner:
            yield _Use("role", regulation.owner, path, ("owner",))
        for place in walk(regulation):
            node, loc = place.node, place.loc
            yield from _each("role", node.applies_to, path, (*loc, "applies_to"))
            yield from _each("theme", node.themes, path, (*loc, "themes"))
            if node.approval:
                yield from _each("role", node.approval.by, path, (*loc, "approval", "by"))
            for name, fact in node.facts.items():
                if fact.kind is QuantityKind.COUNT and fact.unit:
                    yield _Use("unit", fact.unit, path, (*loc, "facts", name, "unit"))


def _in_other_content(loaded: Loaded) -> Iterator[_Use]:
    book = loaded.handbook
    for script in book.scripts:
        path = book.paths[("script", script.id)]
        yield from _common(script, path, ())
        for i, situation in enumerate(script.situations):
            yield from _common(situation, path, ("situations", i))
    for file in book.etiquette:
        path = book.paths[("etiquette", file.id)]
        yield from _common(file, path, ())
        for g, group in enumerate(file.groups):
            for p, point in enumerate(group.points):
                yield from _common(point, path, ("groups", g, "points", p))
    for record in book.records:
        yield from _common(record, book.paths[("record", record.id)], ())
    for i, term in enumerate(book.glossary.terms if book.glossary else ()):
        yield from _common(term, book.paths[("glossary", "")], ("terms", i))


def _in_bank(loaded: Loaded) -> Iterator[_Use]:
    bank = loaded.bank
    for item in bank.items:
        path, loc = bank.paths[("item", item.id)], bank.locations[item.id]
        yield from _common(item, path, loc)
        for address in item.cites:
            yield _Use("address", address, path, (*loc, "cites", address))
        yield from _each("item", item.enemies, path, (*loc, "enemies"))
    for rubric in bank.rubrics:
        path = bank.paths[("rubric", rubric.id)]
        yield from _common(rubric, path, ())
        for i, criterion in enumerate(rubric.criteria):
            yield from _common(criterion, path, ("criteria", i))
    for blueprint in bank.blueprints:
        path = bank.paths[("blueprint", blueprint.id)]
        yield from _each("role", blueprint.roles, path, ("roles",))
        if blueprint.practical:
            yield _Use("rubric", blueprint.practical.rubric, path, ("practical", "rubric"))
        for i, section in enumerate(blueprint.sections):
            for noun, field in (("theme", "themes"), ("role", "roles"), ("regulation", "regulations")):
                for name in getattr(section, field):
                    yield _Use(noun, name, path, ("sections", i, field, name))


def _common(value: object, path: str, loc: Loc) -> Iterator[_Use]:
    yield from _each("role", getattr(value, "applies_to", ()), path, (*loc, "applies_to"))
    yield from _each("theme", getattr(value, "themes", ()), path, (*loc, "themes"))
    yield from _each("address", getattr(value, "practises", ()), path, (*loc, "practises"))


def _each(noun: str, names: Iterable[str], path: str, loc: Loc) -> Iterator[_Use]:
    return (_Use(noun, name, path, (*loc, i)) for i, name in enumerate(names))
