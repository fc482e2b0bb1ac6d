"""What a trainer gets of an exam, opened: for the tests of keys, marking sheets and lists."""

from __future__ import annotations

from lxml import html

from guizhang.exam.marking.compact import FEW
from guizhang.exam.order import handing_out_order
from guizhang.exam.part import Part
from guizhang.model.form import Candidate
from guizhang.printing.pdf import Typesetter
from guizhang.quiz.draw import draw_exam
from tests.exam.pages import page_texts

NASTY = '=cmd|" /C calc"!A0 *#[$x$] <b>b</b> {{ y }} \\end'
PEOPLE = [
    Candidate(id="1001", name="王芳", department="客户服务部", form="A"),
    Candidate(id="1002", name="李雷", department="前台", form="B", extra_minutes=15),
    Candidate(id="1003", name="Anna", department="客户服务部", form="B", language="en", large_print=True),
    Candidate(id="=1+1", name=NASTY, department="前台", form="A"),
]
HTML_ONLY = Typesetter("guizhang.exam")
HTML_ONLY.__dict__["family"] = None


def drawn(loaded):
    """Return an exam of two forms, in Chinese, for `PEOPLE`."""
    return draw_exam(loaded, "onboarding", forms=2, seed="s", candidates=PEOPLE, language="zh")


def drawn_for_each(loaded):
    """Return more papers than are given a key in full, one for each candidate."""
    people = [Candidate(id=f"{n:03}", name=f"考生{n}", department=f"{n % 3}组", form=f"{n:03}") for n in range(FEW + 8)]
    return draw_exam(loaded, "types", seed="s", candidates=people, individual=True)


def whole(record, setter=HTML_ONLY):
    """Return an exam as one part."""
    return Part(record, record.forms, handing_out_order(record), setter)


def page_of(producer, record):
    """Return the page a producer makes, parsed."""
    (data,) = [data for _, data in producer(whole(record))]
    return html.document_fromstring(data.decode())


def pages_of(producer, record, setter):
    """Return the text of each page of the PDF a producer makes."""
    (data,) = [data for name, data in producer(whole(record, setter)) if name.endswith(".pdf")]
    return page_texts(data)


def texts(nodes):
    """Return the text of each element."""
    return ["".join(node.itertext()).strip() for node in nodes]
