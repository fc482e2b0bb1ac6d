"""An exam with every type of question, and the trainer's key."""

from __future__ import annotations

import pytest

from guizhang.model.form import Candidate
from guizhang.quiz.draw import draw_exam
from guizhang.sealing.keys import new_key
from tests.quiz.projects import office

SEED = "0123456789abcdef0123456789abcdef"
PEOPLE = [
    Candidate(id="A1001", name="王芳", form="A"),
    Candidate(id="1002", name="Li Lei", form="A", language="en", extra_minutes=15, large_print=True),
    Candidate(id="=1+1", name='=HYPERLINK("http://x","y")', form="B", language="zh"),
]


@pytest.fixture(scope="session")
def office_of_exams(tmp_path_factory):
    return office(tmp_path_factory.mktemp("web"))


@pytest.fixture(scope="session")
def record(office_of_exams):
    return draw_exam(office_of_exams, "types", forms=2, seed=SEED, candidates=PEOPLE)


@pytest.fixture(scope="session")
def for_everybody(office_of_exams):
    """The same without a roster."""
    return draw_exam(office_of_exams, "types", forms=1, seed=SEED)


@pytest.fixture(scope="session")
def key():
    return new_key()
