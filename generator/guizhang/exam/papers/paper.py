"""The paper of one form, from what a candidate may see and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from guizhang.exam.checkdigit import sheet_check
from guizhang.exam.marking.heads import fields_of
from guizhang.exam.page_code import page_code
from guizhang.exam.papers.layout import breakable, columns, lines_together, room, ruling, tall
from guizhang.exam.words import (
    HOW_TO_ANSWER,
    Run,
    asked,
    each,
    how_to_answer,
    page_words,
    plain,
    runs,
    say,
    section_number,
)
from guizhang.model.drawn_item import LETTERS
from guizhang.model.form import Candidate, PaperLanguage, PaperSize
from guizhang.model.item import ItemType
from guizhang.model.public import PublicForm, PublicItem, PublicSection, together
from guizhang.model.text import Text
from guizhang.printing.qr import qr_svg

_EMPTY_BRACKETS = re.compile(r"\s*[（(][ \u3000\xa0_]*[）)]\s*(?:[。.]|([！!？?：:]))?\s*$")
_BRACKETED = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.TRUE_FALSE, ItemType.ORDERING)
View = dict[str, Any]
"""Strings, numbers, lists and mappings: what a template prints and Typst reads as JSON."""

SIZE_PT, LARGE_PT = 10.5, 18.0
_NAME_IN_FOOT, _NAME_ON_COVER = 16, 120
# A code for each page has to be there before anybody knows how many there will be: pages beyond go without.
_SPARE_PAGES, _ITEMS_A_PAGE, _ITEMS_A_LARGE_PAGE = 3, 5, 2


@dataclass(frozen=True)
class Version:
    """How a form is printed: for whom, in which language and size."""

    form: PublicForm
    language: PaperLanguage
    paper: PaperSize
    large: bool = False
    """Large print: 18 pt, one option on a line."""
    person: Candidate | None = None
    """Whose paper it is; ``None``: anybody's who sits the form."""


def paper_view(version: Version) -> View:
    """Return what both renderers print of a form."""
    form, language, person = version.form, version.language, version.person
    practical = None
    if form.practical_task is not None:
        practical = {
            "number": section_number(len(form.sections), language),
            "title": say("practical_part", language),
            "points": say("full", language, points=plain(form.practical_points)),
            "task": breakable(runs(form.practical_task, language)),
        }
    return {
        "lang": "en" if language == "en" else "zh",
        "paper_size": version.paper,
        "size": _size(version),
        "ruling": ruling(_size(version)),
        "company": breakable(runs(form.company, language)),
        "title": breakable(runs(form.title, language)),
        "form": _called(version),
        "facts": _facts(version),
        "fields": [{**field, "value": _cut(field["value"], _NAME_ON_COVER)} for field in fields_of(person, language)],
        "scores": _scores(form, language),
        "instructions": breakable(runs(form.instructions, language)),
        "sections": [_section(section, i, version) for i, section in enumerate(form.sections)],
        "practical": practical,
        "answer": say("answer", language),
        "case": say("case", language),
        "page": page_words(language),
        "footer": _footer(version),
        "codes": _codes(version),
    }


def _size(version: Version) -> float:
    return LARGE_PT if version.large else SIZE_PT


def _called(version: Version) -> str:
    """Return what a paper is called at the foot of its pages: its form, whose it is, or both."""
    person = version.person
    form = [] if _own(version) else [say("form", version.language, id=version.form.form_id)]
    return " ".join([*form, *([person.id, _cut(person.name, _NAME_IN_FOOT)] if person else [])]).strip()


def _own(version: Version) -> bool:
    """Tell whether nobody else sits the form: it bears the candidate's id."""
    return version.person is not None and version.person.id == version.form.form_id


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + "…"


def _facts(version: Version) -> list[list[str]]:
    form, person = version.form, version.person
    written = form.total_points - form.practical_points
    points = {"written": plain(written), "practical": plain(form.practical_points)}
    extra = person.extra_minutes if person else 0
    longer = {"extra": extra, "minutes": form.limit_minutes + extra}
    return each(
        version.language,
        *([] if _own(version) else [("form", {"id": form.form_id})]),
        ("full", {"points": plain(form.total_points)}),
        *([("written_and_practical", points)] if form.practical_points else []),
        ("minutes", {"minutes": form.limit_minutes}),
        *([("extra_minutes", longer)] if extra else []),
        ("pass_line", {"points": plain(form.cut_points)}),
    )


def _footer(version: Version) -> list[str]:
    form, language = version.form, version.language
    out = [_called(version), f"{say('exam', language)} {form.exam_id}"]
    if form.edition:
        out.append(f"{say('edition', language)} {form.edition}")
    return out


def _codes(version: Version) -> list[str]:
    """Return the QR codes of the pages, as SVG."""
    form, person = version.form, version.person.id if version.person else ""
    count = sum(len(section.items) for section in form.sections)
    pages = _SPARE_PAGES + count // (_ITEMS_A_LARGE_PAGE if version.large else _ITEMS_A_PAGE)
    check = sheet_check(form.exam_id, form.form_id, person)
    return [qr_svg(page_code(form.exam_id, form.form_id, person, page, check)) for page in range(1, pages + 1)]


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


def _section(section: PublicSection, index: int, version: Version) -> View:
    language, count = version.language, section.count
    values = {"count": count, "each": plain(section.points), "points": plain(section.total_points)}
    word = "one_question" if count == 1 else "section_points"
    how = runs(how_to_answer(HOW_TO_ANSWER, section), language)
    beside = ["or_on_sheet"] if any(map(_has_bubbles, section.items)) else []
    return {
        "number": section_number(index, language),
        "title": breakable(runs(section.title, language)),
        "how": [
            {
                **run,
                "text": gap(run).join(
                    [say(word, lang_of(run), **values), run["text"], *(say(also, lang_of(run)) for also in beside)]
                ),
            }
            for run in how
        ],
        "groups": [
            {"case": breakable(runs(group[0].case, language)), "items": [_item(item, version) for item in group]}
            for group in together(section.items)
        ],
    }


def _has_bubbles(item: PublicItem) -> bool:
    """Tell whether the answer sheet takes the answer; what is written in words stays on the paper."""
    return any(item.gaps) if item.type is ItemType.CLOZE else item.type is not ItemType.SHORT_ANSWER


def lang_of(run: Run) -> PaperLanguage:
    """Return the language of a run."""
    return "en" if run["lang"] == "en" else "zh"


def gap(run: Run) -> str:
    """Return what stands between two sentences of a run's language."""
    return " " if run["lang"] == "en" else ""


def _choices(options: Sequence[Text], version: Version, width_em: float) -> View:
    """Return options under their letters, and how many stand on a line."""
    found = [breakable(runs(option, version.language)) for option in options]
    return {
        "options": [{"letter": LETTERS[i], "runs": option} for i, option in enumerate(found)],
        "columns": 1 if version.large else columns(found, width_em),
    }


def _without_brackets(stem: str) -> str:
    """Return a stem without the brackets trainers type at its end, 应当（　）。: the paper has its own at the margin."""
    return _EMPTY_BRACKETS.sub(lambda found: found[1] or "", stem)


def _item(item: PublicItem, version: Version) -> View:
    language = version.language
    width_em = room(version.paper, _size(version))
    stem = breakable(asked(item, language))
    if item.type in _BRACKETED:
        stem = [{**run, "text": _without_brackets(run["text"])} for run in stem]
    lefts = [breakable(runs(left, language)) for left in item.lefts]
    choices = _choices(item.options, version, width_em)
    gaps = [
        {"number": f"({n})", **_choices(options, version, width_em)}
        for n, options in enumerate(item.gaps, 1)
        if options
    ]
    together = lines_together(item.lines)
    texts = [stem, *lefts, *(o["runs"] for found in (choices, *gaps) for o in found["options"])]
    return {
        "number": item.number,
        "stem": stem,
        "roomy": bool(item.gaps),
        "brackets": item.type in _BRACKETED,
        "wide": item.type in (ItemType.MULTIPLE_CHOICE, ItemType.ORDERING),
        "lefts": [{"number": f"({n})", "runs": left} for n, left in enumerate(lefts, 1)],
        **choices,
        "gaps": gaps,
        "numeric": item.type is ItemType.NUMERIC,
        "unit": " / ".join(run["text"] for run in runs(item.unit, language)),
        "lines": together,
        "more_lines": item.lines - together,
        "tall": tall(texts, width_em / (2 if lefts else 1), together),
    }
