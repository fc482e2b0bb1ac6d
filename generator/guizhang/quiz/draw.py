"""The draw: a blueprint, a pool and a seed to the record of an exam.

Every random choice is a hash of (seed, form, item id), so the same inputs give the same record on every machine, and an
item more in the bank moves no other item's options. What is drawn is recorded once; papers, keys, sheets, grading and
exports read the record and never draw again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal

from guizhang import __version__
from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.model.blueprint import Blueprint
from guizhang.model.citation import find
from guizhang.model.fingerprint import citation_hash
from guizhang.model.form import Candidate, CitedPlace, DrawnForm, DrawnItem, DrawnSection, ExamRecord, PaperLanguage
from guizhang.model.handbook import Handbook
from guizhang.model.numbering import printed_label
from guizhang.model.public import public_form, public_item
from guizhang.model.regulation import Regulation
from guizhang.model.text import LANGS, Lang, Text
from guizhang.quiz.fair import Infeasible, assemble
from guizhang.quiz.keyed import keyed_order
from guizhang.quiz.pool import OBSTACLE_NAMES, Pool, PoolEntry, build_pool
from guizhang.quiz.printed import Printer, print_rubric, print_text
from guizhang.quiz.selection import problem_of
from guizhang.quiz.shortfall import TYPE_NAMES, Shortfall
from guizhang.yamlio.content import Loaded


def draw_exam(
    loaded: Loaded,
    blueprint_id: str,
    *,
    forms: int,
    seed: str,
    candidates: Sequence[Candidate] | None = None,
    language: PaperLanguage = "both",
) -> ExamRecord:
    """Draw *forms* versions of an exam.

    Args:
        loaded: Handbook and bank, without errors.
        blueprint_id: Which blueprint.
        forms: How many forms, named A, B, … Z, AA.
        seed: Keys every random choice; the record keeps it.
        candidates: Who sits the exam, each with a form; `guizhang.exam.roster.read_roster` assigns forms in rotation.
        language: Language of the papers; a candidate's own language goes first.

    Raises:
        Faulty: there is no such blueprint, or it asks for more than there is.
    """
    blueprint = _blueprint(loaded, blueprint_id)
    people = tuple(candidates or ())
    drawn = _draw(loaded, blueprint, seed, _langs(language, people), [form_name(index) for index in range(forms)])
    handbook = loaded.handbook
    rubric = loaded.bank.rubrics_by_id.get(blueprint.practical.rubric) if blueprint.practical else None
    cites = sorted({address for form in drawn for item in form.items for address in item.cites})
    themes = sorted({theme for form in drawn for item in form.items for theme in item.themes})
    record = ExamRecord(
        tool_version=__version__,
        exam_id="0" * 16,
        blueprint=blueprint.id,
        title=blueprint.title,
        company=handbook.settings.company,
        edition=handbook.settings.edition,
        seed=seed,
        language=language,
        limit_minutes=blueprint.limit_minutes,
        cut_score=blueprint.cut_score,
        instructions=print_text(blueprint.instructions, handbook) if blueprint.instructions else None,
        practical_points=blueprint.practical.points if blueprint.practical else Decimal(0),
        rubric=print_rubric(rubric, handbook) if rubric else None,
        theme_names={theme: handbook.theme_name(theme) for theme in themes},
        cited={address: cited_place(address, handbook) for address in cites},
        editions={r.id: _edition(r, handbook) for r in handbook.published().regulations},
        forms=drawn,
        candidates=people,
    )
    return record.model_copy(update={"exam_id": exam_id(record)})


def _draw(
    loaded: Loaded, blueprint: Blueprint, seed: str, langs: tuple[Lang, ...], names: Sequence[str]
) -> tuple[DrawnForm, ...]:
    printer = Printer(loaded.handbook)
    if not blueprint.generated:
        with suppress(Faulty):
            return _Draw(loaded, blueprint, build_pool(loaded, generated=False), seed, langs, printer).forms(names)
        # What is missing is explained with the items the rules could give, which the blueprint leaves out.
    return _Draw(loaded, blueprint, build_pool(loaded), seed, langs, printer).forms(names)


def form_name(index: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    out = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        out = chr(65 + rest) + out
    return out


def exam_id(record: ExamRecord) -> str:
    """Return the hash that papers and sheets carry.

    It is made of what candidates see: it is printed on the papers, and a hash over the keys would let a candidate try
    out keys against it.
    """
    shown: dict[int, bytes] = {}

    def seen(item: DrawnItem) -> bytes:
        if id(item) not in shown:
            public = public_item(item, 0).model_dump(mode="json")
            shown[id(item)] = hashlib.sha256(json.dumps(public, ensure_ascii=False, sort_keys=True).encode()).digest()
        return shown[id(item)]

    head = public_form(record.model_copy(update={"exam_id": "0" * 16, "forms": record.forms[:1]}), record.forms[0])
    digest = hashlib.sha256(head.model_dump_json(exclude={"sections": {"__all__": {"items"}}}).encode())
    for form in record.forms:
        digest.update(form.id.encode() + b"\n" + b"".join(seen(item) for item in form.items))
    return digest.hexdigest()[:16]


def cited_place(address: str, handbook: Handbook) -> CitedPlace:
    """Return what keys print for a cited address."""
    place = handbook.provisions.get(address)
    if place is not None:
        label = {lang: printed_label(place, lang) or None for lang in LANGS}
        titled = next((node for node in place.lineage if node.title), None)
        return CitedPlace(
            document=place.regulation.title,
            label=Text(**label) if any(label.values()) else None,
            title=titled.title if titled else None,
        )
    if address in handbook.situations:
        file, situation = handbook.situations[address]
        return CitedPlace(document=file.title, title=situation.title)
    if address in handbook.etiquette_points:
        etiquette, point = handbook.etiquette_points[address]
        return CitedPlace(document=etiquette.title, title=point.title)
    there = find(address, handbook)
    title = getattr(there, "title", None)
    return CitedPlace(document=title or Text(zh=address, en=address))


@dataclass(frozen=True)
class _Draw:
    loaded: Loaded
    blueprint: Blueprint
    pool: Pool
    seed: str
    langs: tuple[Lang, ...]
    printer: Printer

    def forms(self, names: Sequence[str]) -> tuple[DrawnForm, ...]:
        entries = self._usable()
        problem = problem_of(self.blueprint, self.pool, entries)
        by_id = {entry.item.id: entry for entry in entries}
        try:
            made = assemble(problem, names, self.seed, self.blueprint.exposure)
        except Infeasible as why:
            shortfall = Shortfall(self.loaded, self.blueprint, self.pool, self.langs)
            raise Faulty(shortfall.faults() or [shortfall.enemies()]) from why
        return tuple(
            self._form(name, [[by_id[problem.choices[n].id] for n in section] for section in paper])
            for name, paper in zip(names, made.papers, strict=True)
        )

    def _usable(self) -> list[PoolEntry]:
        """Return what may be drawn, in an order that does not depend on the order of files.

        Raises:
            Faulty: an item under ``include`` may not be drawn.
        """
        included = enumerate(self.blueprint.include)
        faults = [fault for index, item_id in included for fault in self._bad_include(index, item_id)]
        if faults:
            raise Faulty(faults)
        return sorted(self.pool.drawable(self.blueprint, self.langs), key=lambda entry: entry.item.id)

    def _bad_include(self, index: int, item_id: str) -> list[Diagnostic]:
        shortfall = Shortfall(self.loaded, self.blueprint, self.pool, self.langs)
        entry = self.pool.by_id.get(item_id)
        if entry is None:
            problem = Message(f"没有名为 {item_id!r} 的题", f"there is no item {item_id!r}")
        elif refusals := entry.refusals(self.blueprint, self.langs):
            why = OBSTACLE_NAMES[refusals[0]]
            problem = Message(
                f"必考题 {item_id!r} 不能抽取：{why.zh}", f"the item {item_id!r} cannot be drawn: {why.en}"
            )
        elif entry.item.type not in {section.type for section in self.blueprint.sections}:
            problem = Message(
                f"没有一节收{TYPE_NAMES[entry.item.type].zh}",
                f"no section takes {TYPE_NAMES[entry.item.type].en} items",
            )
        else:
            return []
        mend = Message("改正或删去这一项", "correct or delete this entry")
        return [shortfall.fault("DRW015", ("include", index), problem, mend)]

    def _form(self, name: str, chosen: Sequence[Sequence[PoolEntry]]) -> DrawnForm:
        sections = []
        for section, entries in zip(self.blueprint.sections, chosen, strict=True):
            order = keyed_order(entries, lambda entry: entry.item.id, "order", self.seed, name)
            items = [question for e in order for question in self.printer.draw(e.item, section.points, self.seed, name)]
            sections.append(
                DrawnSection(
                    title=section.title,
                    type=section.type,
                    points=section.points,
                    minimum=section.minimum,
                    items=tuple(items),
                )
            )
        return DrawnForm(id=name, sections=tuple(sections))


def _blueprint(loaded: Loaded, blueprint_id: str) -> Blueprint:
    found = {blueprint.id: blueprint for blueprint in loaded.bank.blueprints}
    if blueprint_id not in found:
        known = ", ".join(sorted(found)) or "—"
        raise Faulty([Diagnostic(
            "DRW001", Severity.ERROR, Source("quizzes/blueprints"), "",
            Message(f"没有名为 {blueprint_id!r} 的蓝图", f"there is no blueprint {blueprint_id!r}"),
            Message(f"可用：{known}", f"known: {known}"),
        )])  # fmt: skip
    blueprint = found[blueprint_id]
    if blueprint.practical and blueprint.practical.rubric not in loaded.bank.rubrics_by_id:
        loc = ("practical", "rubric")
        path = loaded.bank.paths[("blueprint", blueprint_id)]
        rubric = blueprint.practical.rubric
        raise Faulty([Diagnostic(
            "DRW002", Severity.ERROR, loaded.locate(path, loc), "practical.rubric",
            Message(f"没有名为 {rubric!r} 的评分标准", f"there is no rubric {rubric!r}"),
            Message("在 quizzes/rubrics/ 里建立它", "write it under quizzes/rubrics/"),
        )])  # fmt: skip
    return blueprint


def _langs(language: PaperLanguage, people: Sequence[Candidate]) -> tuple[Lang, ...]:
    wanted = {language, *(person.language for person in people if person.language)}
    return tuple(lang for lang in LANGS if lang in wanted or "both" in wanted)


def _edition(regulation: Regulation, handbook: Handbook) -> str:
    """Return the hash of a regulation's adopted provisions, parameters included."""
    nodes = [citation_hash(node) for node in regulation.body]
    facts = [f"{a}={f.value}" for a, f in sorted(handbook.facts.items()) if a.startswith(f"{regulation.id}/")]
    return hashlib.sha256("\n".join([*nodes, *facts]).encode()).hexdigest()[:8]
