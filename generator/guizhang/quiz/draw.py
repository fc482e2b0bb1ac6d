"""The draw: a blueprint, a pool and a seed to the record of an exam.

Every random choice is a hash of (seed, form, item id), so the same inputs give the same record on every machine, and an
item more in the bank moves no other item's options. What is drawn is recorded once; papers, keys, sheets, grading and
exports read the record and never draw again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from guizhang import __version__
from guizhang.diagnostics import Diagnostic, Faulty, Message, Severity, Source
from guizhang.model.blueprint import Blueprint
from guizhang.model.form import Candidate, DrawnForm, ExamRecord, PaperLanguage, PaperSize
from guizhang.model.text import LANGS, Lang
from guizhang.parallel import uncollected
from guizhang.quiz.assembly import Assembly
from guizhang.quiz.checklist import observed_points
from guizhang.quiz.places import cited_place, editions
from guizhang.quiz.pool import Pool
from guizhang.quiz.printed import print_rubric, print_text
from guizhang.quiz.stamp import exam_id
from guizhang.yamlio.content import Loaded

_TENTH = Decimal("0.1")
_ALIKE = Decimal("0.1")
"""Forms whose judged cut scores lie no further than this from their mean, in points, have one cut score."""


def draw_exam(
    loaded: Loaded,
    blueprint_id: str,
    *,
    forms: int = 1,
    seed: str,
    candidates: Sequence[Candidate] | None = None,
    language: PaperLanguage = "both",
    paper_size: PaperSize = "a4",
    individual: bool = False,
    avoid: Collection[str] = (),
    held: date | None = None,
    pool: Pool | None = None,
) -> ExamRecord:
    """Draw an exam.

    Args:
        loaded: Handbook and bank, without errors.
        blueprint_id: Which blueprint.
        forms: How many forms, named A, B, … Z, AA.
        seed: Keys every random choice; the record keeps it.
        candidates: Who sits the exam, each with a form; `guizhang.exam.roster.read_roster` assigns forms in rotation.
        language: Language of the papers; a candidate's own language goes first.
        paper_size: What the papers are laid out for.
        individual: Draw a form for each candidate, named by their id, instead of *forms*.
        avoid: Items of earlier exams, drawn only where the blueprint cannot be met without them.
        held: The day of the exam: what is not in force yet on it is not drawn. ``None``: whatever the day.
        pool: All items, where they have been made already.

    Raises:
        Faulty: there is no such blueprint, or it asks for more than there is.
    """
    blueprint = _blueprint(loaded, blueprint_id)
    people = tuple(candidates or ())
    names = [person.id for person in people] if individual else [form_name(index) for index in range(forms)]
    if individual:
        people = tuple(person.model_copy(update={"form": person.id}) for person in people)
    assembly = Assembly(loaded, blueprint, wanted_langs(language, people), frozenset(avoid), pool, held)
    with uncollected():
        papers = assembly.papers(names, seed)
        drawn = [assembly.form(name, chosen, seed) for name, chosen in zip(names, papers, strict=True)]
    cut_score, drawn = _cut(blueprint.cut_score, drawn)
    handbook = loaded.handbook
    rubric = loaded.bank.rubrics_by_id.get(blueprint.practical.rubric) if blueprint.practical else None
    record = ExamRecord(
        tool_version=__version__,
        exam_id="0" * 16,
        blueprint=blueprint.id,
        title=blueprint.title,
        company=handbook.settings.company,
        edition=handbook.settings.edition,
        seed=seed,
        language=language,
        paper_size=paper_size,
        limit_minutes=blueprint.limit_minutes,
        cut_score=cut_score,
        instructions=print_text(blueprint.instructions, handbook) if blueprint.instructions else None,
        practical_points=blueprint.practical.points if blueprint.practical else Decimal(0),
        rubric=print_rubric(rubric, handbook) if rubric else None,
        checklist=observed_points(handbook, blueprint, rubric),
        editions=editions(handbook),
        forms=tuple(drawn[:1]),
        candidates=people,
        individual=individual,
        specification=blueprint,
        drawn_from=assembly.drawn_from,
        avoided=tuple(sorted(avoid)),
        held=held,
    )
    # What was just drawn need not be validated form by form.
    record = with_places(record.model_copy(update={"forms": tuple(drawn)}), loaded)
    return record.model_copy(update={"exam_id": exam_id(record)})


def draw_walk_in(loaded: Loaded, record: ExamRecord, person: Candidate, pool: Pool | None = None) -> DrawnForm:
    """Return the form of somebody who was not on the roster of an exam with individual forms.

    It depends on the exam as it was drawn, on the seed and on the person's id; nobody else's paper changes.

    Args:
        loaded: The handbook and bank the exam was drawn from.
        record: The exam; its draw can be repeated from *loaded*.
        person: Who comes.
        pool: All items, where they have been made already.

    Raises:
        Faulty: there is no other form, or none in this person's language.
    """
    assert record.specification is not None
    base = record.as_drawn
    langs = wanted_langs(record.language, (*base.candidates, person))
    assembly = Assembly(loaded, record.specification, langs, frozenset(record.avoided), pool, record.held)
    form = assembly.form(person.id, assembly.paper_for(person.id, record.seed, base.forms), record.seed)
    if form.judged is None or abs(form.judged.points - Decimal(record.cut_score)) <= 2 * _ALIKE:
        return form
    return form.model_copy(update={"cut_points": form.judged.points.quantize(_TENTH, ROUND_HALF_UP)})


def with_places(record: ExamRecord, loaded: Loaded) -> ExamRecord:
    """Return *record* with the names of all themes and places its forms name, and of the roles its candidates have."""
    handbook = loaded.handbook
    cites = sorted({address for form in record.forms for item in form.items for address in item.cites})
    themes = sorted({theme for form in record.forms for item in form.items for theme in item.themes})
    roles = sorted({person.role for person in record.candidates} & handbook.settings.roles.keys())
    return record.model_copy(
        update={
            "theme_names": {theme: handbook.theme_name(theme) for theme in themes},
            "role_names": {role: handbook.role_name(role) for role in roles},
            "cited": {address: cited_place(address, handbook) for address in cites},
        }
    )


def _cut(cut_score: str, forms: list[DrawnForm]) -> tuple[str, list[DrawnForm]]:
    """Return the cut score of the exam, and the forms with a cut score of their own where they need one.

    Where judges have set it, it is the mean over the forms, rounded to a tenth of a point; forms further from it than
    assembly can bring them have their own.
    """
    judged = [form.judged.points for form in forms if form.judged]
    if not judged:
        return cut_score, forms
    mean = sum(judged, Decimal(0)) / len(judged)
    common = mean.quantize(_TENTH, ROUND_HALF_UP)
    return str(common), [
        form.model_copy(update={"cut_points": form.judged.points.quantize(_TENTH, ROUND_HALF_UP)})
        if form.judged and abs(form.judged.points - mean) > _ALIKE
        else form
        for form in forms
    ]


def form_name(index: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    out = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        out = chr(65 + rest) + out
    return out


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


def wanted_langs(language: PaperLanguage, people: Sequence[Candidate]) -> tuple[Lang, ...]:
    """Return the languages every item must have, in which an exam in *language* and the papers of *people* are printed."""
    wanted = {language, *(person.language for person in people if person.language)}
    return tuple(lang for lang in LANGS if lang in wanted or "both" in wanted)
