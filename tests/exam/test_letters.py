"""Names in any script: letters that Chinese fonts lack are set whole, and what no font has is told, on every kind of sheet."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest

from guizhang.exam.walk_ins import lists
from guizhang.model.checklist import ObservedPoint
from guizhang.model.form import Candidate
from guizhang.model.text import Text
from guizhang.printing.pdf import SUBSTITUTE, Typesetter
from guizhang.quiz.draw import draw_exam
from tests.exam.making import made, papers
from tests.quiz.projects import office

NAMES = [
    "Żaneta Ćwiklińska",
    "Đặng Thị Phượng",
    "Łukasz Dvořák",
    "Gödel Ħ Ŧ",
    "Ђорђе Ќулум",
    "Ťapka Ğül Ősi",
    "Ñandú",
    "王芳",
]
UNDRAWN = "\u0378"


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    people = [Candidate(id=f"E{n}", name=name, form="A") for n, name in enumerate(NAMES, 1)]
    people.append(Candidate(id=f"E{UNDRAWN}0", name=f"无字{UNDRAWN}", form="A"))
    drawn = draw_exam(office(tmp_path_factory.mktemp("letters")), "onboarding", seed="s", candidates=people)
    seen = ObservedPoint(address="a/1", group=Text(zh="组", en="Group"), observe=Text(zh="看到", en="Seen"))
    return drawn.model_copy(update={"checklist": (seen,)})


@pytest.fixture(scope="module")
def named(record, cjk_font):
    """What everybody is named in, page by page: PDF -> texts of its pages."""
    setter = Typesetter("guizhang.exam")
    own = record.model_copy(
        update={
            "individual": True,
            "forms": tuple(record.forms[0].model_copy(update={"id": person.id}) for person in record.candidates[-2:]),
            "candidates": tuple(person.model_copy(update={"form": person.id}) for person in record.candidates[-2:]),
        }
    )
    late = record.model_copy(update={"walk_ins": {person.id: "0" * 16 for person in record.candidates}})
    found = {f"one form: {name}": data for name, data in made(record, setter).items()}
    found |= {f"own forms: {name}": data for name, data in papers(own, setter).items()}
    found |= {f"added: {name}": data for name, data in lists(late, setter)}
    return {name: data for name, data in found.items() if name.endswith(".pdf")}, setter


def _pages(data):
    for page in pypdfium2.PdfDocument(data):
        yield page.get_textpage()


def test_letters_chinese_fonts_lack_are_set_whole(named):
    """Put together of letter and accent, Ż reaches over into the letter behind it."""
    seen = set()
    for name, data in named[0].items():
        for page in _pages(data):
            text = page.get_text_range()
            for written in NAMES[:7]:
                at = text.find(written)
                if at < 0:
                    continue
                seen.add((name.split("/")[-1], written))
                boxes = [page.get_charbox(at + n) for n in range(len(written))]
                over = [
                    written[n : n + 2]
                    for n, (one, two) in enumerate(pairwise(boxes))
                    if one[2] > two[0] + 0.12 * (one[3] - one[1]) and " " not in written[n : n + 2]
                ]
                assert over == [], f"{name}: {written}"
    sheets = ("answer-sheets.pdf", "marking-sheets.pdf", "rubric.pdf", "checklist.pdf", "envelopes.pdf")
    assert seen >= {(sheet, written) for sheet in sheets for written in NAMES[:7]}


def test_what_no_font_has_is_told_whatever_sheet_it_is_on(named):
    pdfs, setter = named
    assert setter.undrawn == {UNDRAWN}
    without = set()
    for name, data in pdfs.items():
        texts = "".join(page.get_text_range() for page in _pages(data))
        assert UNDRAWN not in texts, name
        if SUBSTITUTE not in texts:
            without.add(name.split("/")[-1])
    # On all others somebody is named.
    assert without == {"paper-A.pdf", "answer-sheet-A.pdf", "key-mask-A.pdf", "key.pdf"}
