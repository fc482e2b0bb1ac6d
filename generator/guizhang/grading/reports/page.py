"""Pages without script, fonts or pictures from anywhere: Chinese, English or both, chosen on the page by the reader."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment

from guizhang.grading.sentences import brief, correction_told, decision, number, percent
from guizhang.grading.summary import columns_line, rows_line
from guizhang.model.form import ExamRecord, PaperLanguage
from guizhang.templating import environment

_STYLES = ("page.css", "charts.css")
_SHEETS = {"a4": "A4", "letter": "letter"}
"""Paper sizes in CSS."""


def render(
    template: str, *more_styles: str, record: ExamRecord, language: PaperLanguage | None = None, **values: Any
) -> str:
    """Return the page of a template; equal values give equal text.

    Args:
        template: Name of the template.
        more_styles: Style sheets beside those of every page.
        record: The exam: the page opens in its language, and is printed on its paper.
        language: The language the page opens in where it is another.
        values: What it prints.
    """
    sheet = f"@page {{ size: {_SHEETS[record.paper_size]}; }}\n"
    style = sheet + "".join(_resource(name) for name in (*_STYLES, *more_styles))
    language = language or record.language
    spoken = {"language": language, "lang": "en" if language == "en" else "zh"}
    # The page's policy admits this one style sheet and nothing else: rule text that became markup could do nothing.
    style_hash = b64encode(sha256(style.encode()).digest()).decode()
    return (
        _environment()
        .get_template(template)
        .render(style=style, style_hash=style_hash, record=record, **spoken, **values)
    )


def _resource(name: str) -> str:
    return (files("guizhang.grading") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    found = environment("guizhang.grading")
    found.filters.update(
        correction_told=correction_told,
        percent=percent,
        number=number,
        brief=brief,
        columns_line=columns_line,
        rows_line=rows_line,
        decision=decision,
    )
    return found
