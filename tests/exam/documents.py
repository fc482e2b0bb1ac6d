"""Word documents of an exam, opened: for the tests of papers and of what trainers get."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from guizhang.exam.papers.paper import Version, paper_view
from guizhang.exam.part import Part
from guizhang.model.checklist import ObservedPoint
from guizhang.model.form import Candidate
from guizhang.model.public import public_form
from guizhang.model.text import Text
from guizhang.quiz.draw import draw_exam

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OBSERVED = tuple(
    ObservedPoint(
        address=f"a/{n}",
        group=Text(zh=f"组{n // 2}", en=f"Group {n // 2}"),
        observe=Text(zh=f"看到{n}", en=f"Seen {n}"),
    )
    for n in range(3)
)
PEOPLE = [
    Candidate(id="1001", name="王芳", department="客户服务部", form="A"),
    Candidate(id="=1+1", name='=HYPERLINK("http://x","y")', form="A"),
]
LANGUAGES = ("zh", "en", "both")


def drawn_in_each_language(loaded):
    """Return exams by blueprint and language."""
    return {
        (exam, language): draw_exam(loaded, exam, forms=1, seed="s", language=language)
        for exam in ("types", "onboarding")
        for language in LANGUAGES
    }


def view_of(record, paper="a4", *, large=False):
    """Return what the paper of the first form prints."""
    return paper_view(Version(public_form(record, record.forms[0]), record.language, paper, large=large))


def parts_of(data):
    """Return the parts of a document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def body_of(data):
    """Return the body of a document, parsed."""
    return etree.fromstring(parts_of(data)["word/document.xml"])[0]


def said(node):
    """Return the text of an element."""
    return "".join(text.text for text in node.iter(f"{W}t"))


def style_of(node):
    """Return the id of a paragraph's style."""
    return node.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def whole(record):
    """Return an exam as one part, without PDFs."""
    return Part(record, record.forms, record.candidates, None)


class NoSetter:
    """No Chinese font is installed: everything but PDF is written."""

    family = None
