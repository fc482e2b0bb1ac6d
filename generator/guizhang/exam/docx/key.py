"""The key as a Word document: the answers at a glance, then each question with its key, why, and the rules behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.etree import _Element

from guizhang.exam.docx.look import Look
from guizhang.exam.docx.sheets import look_of, ruled, secret, top
from guizhang.exam.docx.text import inline, keep, lines, paragraph, to_the_margin, words
from guizhang.exam.papers.layout import extent

View = Mapping[str, Any]
_INDENT = 2
"""Of a question behind its number, in em."""
_A_ROW = 10
"""Keys in a row of the table at the head."""


def key_docx(view: View) -> bytes:
    """Return the key of some forms as a Word document.

    Args:
        view: What `key_view` returned.
    """
    look = look_of(view)
    body = [
        block for number, form in enumerate(view["forms"]) for block in _form(view, form, look, new_page=number > 0)
    ]
    return secret(view, look, body)


def _form(view: View, form: View, look: Look, *, new_page: bool) -> Iterator[_Element]:
    lang = view["lang"]
    yield from top(view, form["title"], [run["text"] for run in form["note"]], new_page=new_page)
    rows = [
        [[words(text, lang, bold=bold)] for text in texts] + [[]] * (_A_ROW - len(texts))
        for answers in form["rows"]
        for bold, texts in ((False, [str(a["number"]) for a in answers]), (True, [a["key"] for a in answers]))
    ]
    yield from ruled(look, [1.0] * _A_ROW, rows, heads=0)
    if any(answer["key"] == "—" for answers in form["rows"] for answer in answers):
        yield paragraph("Remark", [words(view["words"]["see_below"], lang)])
    for section in form["sections"]:
        heading = [
            words(section["number"], lang),
            *inline(section["title"]),
            words("\u3000", lang),
            *inline(section["worth"]),
        ]
        yield paragraph("Heading2", heading)
        for item in section["items"]:
            yield from _item(item, view["words"], lang, look)


def _item(item: View, said: Mapping[str, str], lang: str, look: Look) -> Iterator[_Element]:
    case = item["case"]
    if case is not None:
        text = paragraph("Case", [words(f"{said['case']}\u3000", lang, bold=True), *lines(case["text"])])
        yield from keep([text, *_because(case, said, lang)])
    key = item["key"] or item["points"]
    tab = to_the_margin(item["stem"][-1]["text"], look.width / look.em - _INDENT, extent(key))
    question = paragraph(
        "Answered", [words(f"{item['number']}.\t", lang), *lines(item["stem"]), words(tab + key, lang, bold=True)]
    )
    yield from keep([question, *_explained(item, said, lang)])


def _explained(item: View, said: Mapping[str, str], lang: str) -> Iterator[_Element]:
    for option in item["right"]:
        yield paragraph("Explanation", [words(f"{option['letter']} ", lang, bold=True), *inline(option["runs"])])
    for why in item["whys"]:
        yield paragraph("Explanation", [words(f"{why['letter']} ", lang), *inline(why["runs"])])
    if item["guide"]:
        yield paragraph("Explanation", [words(said["guide"], lang, bold=True)])
    for point in item["guide"]:
        yield paragraph(
            "Explanation",
            [words("· ", lang), *inline(point["runs"]), words(f"\u3000{point['points']}", lang, bold=True)],
        )
    yield from _because(item, said, lang)


def _because(what: View, said: Mapping[str, str], lang: str) -> Iterator[_Element]:
    """Yield why, and the rules it rests on."""
    if what["rationale"]:
        yield paragraph("Explanation", [words(f"{said['why']}\u3000", lang, bold=True), *lines(what["rationale"])])
    if what["cites"]:
        yield paragraph(
            "Explanation", [words(f"{said['rests_on']}\u3000", lang, bold=True), *_cites(what["cites"], lang)]
        )


def _cites(cites: Sequence[View], lang: str) -> Iterator[_Element]:
    for number, cite in enumerate(cites):
        if number:
            yield words("; ", lang)
        yield from inline(cite["runs"])
        yield words(f" {cite['link']}", lang)
