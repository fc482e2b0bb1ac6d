"""The paper of one form, from what a candidate may see and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guizhang.exam.papers.layout import columns
from guizhang.exam.words import HOW_TO_ANSWER, Run, asked, each, plain, runs, say, section_number
from guizhang.model.form import LETTERS, PaperLanguage
from guizhang.model.item import ItemType
from guizhang.model.public import PublicForm, PublicItem, PublicSection, together
from guizhang.model.text import Text

_BRACKETED = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.TRUE_FALSE, ItemType.ORDERING)
View = dict[str, Any]
"""Strings, numbers, lists and mappings: what a template prints and Typst reads as JSON."""


def paper_view(form: PublicForm, language: PaperLanguage) -> View:
    """Return what both renderers print of *form* in *language*."""
    written = form.total_points - form.practical_points
    points = {"written": plain(written), "practical": plain(form.practical_points)}
    facts = each(
        language,
        ("form", {"id": form.form_id}),
        ("full", {"points": plain(form.total_points)}),
        *([("written_and_practical", points)] if form.practical_points else []),
        ("minutes", {"minutes": form.limit_minutes}),
        ("pass_line", {"points": plain(form.cut_points)}),
    )
    practical = None
    if form.practical_task is not None:
        practical = {
            "number": section_number(len(form.sections), language),
            "title": say("practical_part", language),
            "points": say("full", language, points=plain(form.practical_points)),
            "task": runs(form.practical_task, language),
        }
    return {
        "lang": "en" if language == "en" else "zh",
        "company": runs(form.company, language),
        "title": runs(form.title, language),
        "form": say("form", language, id=form.form_id),
        "facts": facts,
        "fields": [say(word, language) for word in ("name", "number", "department", "date")],
        "scores": _scores(form, language),
        "instructions": runs(form.instructions, language),
        "sections": [_section(s, i, language) for i, s in enumerate(form.sections)],
        "practical": practical,
        "answer": say("answer", language),
        "case": say("case", language),
        "page": say("page", "zh" if language == "zh" else "en", page="#", pages="#").split("#"),
        "footer": footer(form, language),
    }


def footer(form: PublicForm, language: PaperLanguage) -> list[str]:
    """Return what stands at the foot of every page, before its number."""
    out = [say("form", language, id=form.form_id), f"{say('exam', language)} {form.exam_id}"]
    if form.edition:
        out.append(f"{say('edition', language)} {form.edition}")
    return out


def _scores(form: PublicForm, language: PaperLanguage) -> View:
    """Return the small table at the head in which the marker enters the score of each section."""
    heads = [section_number(i, language).rstrip("、. ") for i in range(len(form.sections))]
    points = [plain(section.total_points) for section in form.sections]
    if form.practical_points:
        heads.append(say("practical", language))
        points.append(plain(form.practical_points))
    return {
        "rows": [
            [say("section", language), *heads, say("total", language)],
            [say("points", language), *points, plain(form.total_points)],
            [say("score", language), *[""] * (len(heads) + 1)],
            [say("marker", language), *[""] * (len(heads) + 1)],
        ]
    }


def _section(section: PublicSection, index: int, language: PaperLanguage) -> View:
    count = section.count
    values = {"count": count, "each": plain(section.points), "points": plain(section.total_points)}
    word = "one_question" if count == 1 else "section_points"
    how = runs(HOW_TO_ANSWER[section.type], language)
    return {
        "number": section_number(index, language),
        "title": runs(section.title, language),
        "how": [{**run, "text": say(word, lang_of(run), **values) + gap(run) + run["text"]} for run in how],
        "groups": [
            {"case": runs(group[0].case, language), "items": [_item(item, language) for item in group]}
            for group in together(section.items)
        ],
    }


def lang_of(run: Run) -> PaperLanguage:
    """Return the language of a run."""
    return "en" if run["lang"] == "en" else "zh"


def gap(run: Run) -> str:
    """Return what stands between two sentences of a run's language."""
    return " " if run["lang"] == "en" else ""


def _choices(options: Sequence[Text], language: PaperLanguage) -> View:
    """Return options under their letters, and how many stand on a line."""
    found = [runs(option, language) for option in options]
    return {
        "options": [{"letter": LETTERS[i], "runs": option} for i, option in enumerate(found)],
        "columns": columns(found),
    }


def _item(item: PublicItem, language: PaperLanguage) -> View:
    return {
        "number": item.number,
        "stem": asked(item, language),
        "roomy": bool(item.gaps),
        "brackets": item.type in _BRACKETED,
        "wide": item.type in (ItemType.MULTIPLE_CHOICE, ItemType.ORDERING),
        "lefts": [{"number": f"({n})", "runs": runs(left, language)} for n, left in enumerate(item.lefts, 1)],
        **_choices(item.options, language),
        "gaps": [
            {"number": f"({n})", **_choices(options, language)} for n, options in enumerate(item.gaps, 1) if options
        ],
        "numeric": item.type is ItemType.NUMERIC,
        "unit": " / ".join(run["text"] for run in runs(item.unit, language)),
        "lines": item.lines,
    }
