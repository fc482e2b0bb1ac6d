"""Word documents for the trainer: key, marking sheets and lists, to be changed or filled in by hand."""

from __future__ import annotations

import io
import re
from itertools import chain

import docx
import pypdfium2
import pytest

from guizhang.exam.docx.files import MOST_FORMS, class_lists, documents
from guizhang.importers.extract import audit_extract
from guizhang.importers.readers.docx import read
from guizhang.model.item import ItemType
from guizhang.model.text import Text
from tests.exam.answers import converted
from tests.exam.documents import (
    OBSERVED,
    PEOPLE,
    NoSetter,
    W,
    drawn_in_each_language,
    parts_of,
    whole,
)
from tests.exam.making import papers
from tests.exam.workbooks import LIBREOFFICE


@pytest.fixture(scope="module")
def records(loaded):
    return drawn_in_each_language(loaded)


def test_few_forms_are_written_as_documents(records):
    record = records["onboarding", "zh"]
    form = record.forms[0]

    def named(count):
        return record.model_copy(update={"forms": tuple(form.model_copy(update={"id": f"F{n}"}) for n in range(count))})

    own = record.model_copy(update={"individual": True, "candidates": (PEOPLE[0],)})
    assert sum(name.endswith(".docx") for name in papers(named(MOST_FORMS), NoSetter())) == MOST_FORMS
    assert not [name for name in papers(named(MOST_FORMS + 1), NoSetter()) if name.endswith(".docx")]
    assert [name for name, _ in documents(whole(own))] == ["secret/rubric.docx"]
    assert [name for name, _ in class_lists(whole(own))] == ["secret/envelopes.docx", "secret/class-list.docx"]


def test_what_a_trainer_gets(records):
    record = records["types", "both"].model_copy(update={"candidates": tuple(PEOPLE)})
    record = record.model_copy(update={"checklist": OBSERVED})
    found = dict(chain(documents(whole(record)), class_lists(whole(record))))
    names = ("key", "marking-sheets", "rubric", "checklist", "envelopes", "class-list")
    assert set(found) == {f"secret/{name}.docx" for name in names}
    for data in found.values():
        extract = read(data)
        audit_extract(extract)
        assert "保密 SECRET" in "".join(drop.text for drop in extract.dropped)
    key = read(found["secret/key.docx"]).text
    for item in record.forms[0].items:
        assert all(f"go.html#{address}" in key for address in item.cites)
        assert not item.rationale or item.rationale.zh in key
    assert all(criterion.title.zh in read(found["secret/rubric.docx"]).text for criterion in record.rubric.criteria)


def test_the_class_list_has_a_row_for_everybody(records):
    record = records["types", "both"].model_copy(update={"candidates": tuple(PEOPLE)})
    found = dict(class_lists(whole(record)))
    table = docx.Document(io.BytesIO(found["secret/class-list.docx"])).tables[0]
    head, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[1:3] for row in rows] == [[person.id, person.name] for person in PEOPLE]
    assert len(head) == 5 + len(record.forms[0].sections) + 1 + 3
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    nobody = dict(class_lists(whole(record.model_copy(update={"candidates": ()}))))
    assert list(nobody) == ["secret/class-list.docx"]
    assert len(docx.Document(io.BytesIO(nobody["secret/class-list.docx"])).tables[0].rows) > 20


def test_the_handing_out_list_has_everybody_and_a_label_for_each_envelope(records):
    people = [person.model_copy(update={"department": f"部门{n % 2}"}) for n, person in enumerate(PEOPLE)]
    record = records["types", "both"].model_copy(update={"candidates": tuple(people)})
    found = dict(class_lists(whole(record)))
    _, *tables = docx.Document(io.BytesIO(found["secret/envelopes.docx"])).tables
    rows = [[cell.text for cell in row.cells] for table in tables[:2] for row in table.rows[1:]]
    order = [*people[::2], *people[1::2]]
    assert [row[1:3] for row in rows] == [[person.name, person.id] for person in order]
    assert [row[0] for row in rows] == [str(n) for part in (people[::2], people[1::2]) for n in range(1, len(part) + 1)]
    assert [f"部门{n}" in tables[2 + n].rows[0].cells[0].text for n in (0, 1)] == [True, True]
    late = record.model_copy(update={"walk_ins": {person.id: "0" * 16 for person in people}})
    document = docx.Document(io.BytesIO(dict(class_lists(whole(late)))["secret/envelopes.docx"]))
    assert len(document.tables) == 3
    assert "发卷清单（后加）" in "".join(paragraph.text for paragraph in document.paragraphs)


def test_the_checklist_has_a_box_for_each_mark_on_each_day(records):
    record = records["types", "both"].model_copy(update={"checklist": OBSERVED, "candidates": ()})
    (table,) = docx.Document(io.BytesIO(dict(documents(whole(record)))["secret/checklist.docx"])).tables
    _, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert len(rows) == len(OBSERVED) + 3
    for point, row in zip(OBSERVED, rows, strict=False):
        assert point.observe.zh in row[0]
        assert [[mark + "□" in cell for mark in "√×—"] for cell in row[1:]] == [[True] * 3] * 3


@LIBREOFFICE
def test_a_marking_sheet_takes_one_page_in_smaller_print_where_that_helps(records, tmp_path):
    """As a word processor counts."""
    record = records["onboarding", "both"]
    item = next(item for item in record.forms[0].items if item.type is ItemType.SHORT_ANSWER)
    sizes = []
    for length in (100, 200, 300, 900):
        longer = item.model_copy(update={"stem": Text(zh="很长的题干。" * (length // 6), en="long " * (length // 5))})
        section = record.forms[0].sections[-1].model_copy(update={"items": (longer,)})
        form = record.forms[0].model_copy(update={"sections": (*record.forms[0].sections[:-1], section)})
        data = dict(documents(whole(record.model_copy(update={"forms": (form,)}))))["secret/marking-sheets.docx"]
        file = tmp_path / f"{length}.docx"
        file.write_bytes(data)
        pages = len(pypdfium2.PdfDocument(converted(file, tmp_path / "out", "pdf")))
        normal = re.search('styleId="Normal".*?</w:style>', parts_of(data)["word/styles.xml"].decode())[0]
        sizes.append((int(re.search(r'w:sz w:val="(\d+)"', normal)[1]) / 2, pages))
    assert sizes[0] == (9.0, 1)
    assert [pages for _, pages in sizes] == [1, 1, 1, 2]
    assert 7.5 <= sizes[2][0] < 9.0
    assert sizes[3][0] == 9.0
