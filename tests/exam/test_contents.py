"""What the folder of an exam holds: how many files of a kind, and what they are called."""

from __future__ import annotations

import pytest

from guizhang.exam.contents import tasks
from guizhang.exam.marking.files import keys
from guizhang.exam.part import SIZE
from guizhang.model.form import Candidate
from guizhang.printing.pdf import Typesetter


@pytest.mark.parametrize(
    ("individual", "people", "expected"),
    [
        (False, SIZE, ["key"]),
        (False, SIZE + 1, ["key"]),
        (True, SIZE, ["key"]),
        (True, SIZE + 1, ["key-1", "key-2"]),
    ],
)
def test_keys_are_in_parts_only_where_there_are_parts_of_them(record, individual, people, expected):
    form = record.forms[0]
    crowd = tuple(Candidate(id=f"{n:03}", form=f"{n:03}" if individual else form.id) for n in range(people))
    own = tuple(form.model_copy(update={"id": person.id}) for person in crowd)
    exam = record.model_copy(
        update={"candidates": crowd, "individual": individual, "forms": own if individual else (form,)}
    )
    pages_only = Typesetter("guizhang.exam")
    pages_only.__dict__["family"] = None
    made = [name for producer, part in tasks(exam, pages_only) if producer is keys for name, _ in producer(part)]
    assert made == [f"secret/{name}.html" for name in expected]
