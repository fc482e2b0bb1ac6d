"""An exam with every type of question, the trainer's key, and a browser to sit it in."""

from __future__ import annotations

import pytest

from guizhang.model.form import Candidate
from guizhang.quiz.draw import draw_exam
from guizhang.sealing.keys import new_key
from tests.exam.web.desk import lay_out
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


@pytest.fixture(scope="session")
def pages(record, key, tmp_path_factory):
    return lay_out(record, key.public, tmp_path_factory.mktemp("pages"))


@pytest.fixture
def context(browser):
    found = browser.new_context(accept_downloads=True)
    found.set_default_timeout(8_000)
    yield found
    found.close()


@pytest.fixture
def page(context):
    found = context.new_page()
    faults = []
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield found
    assert not faults
