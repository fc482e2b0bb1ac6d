"""What most tests of exams begin with: the small office, an exam drawn from it, and what sets its PDFs."""

from __future__ import annotations

import pytest

from guizhang.printing.pdf import Typesetter
from guizhang.quiz.draw import draw_exam
from tests.exam.making import PEOPLE
from tests.quiz.projects import office


@pytest.fixture(scope="module")
def setter():
    return Typesetter("guizhang.exam")


@pytest.fixture(scope="session")
def loaded(tmp_path_factory):
    return office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def record(loaded):
    """An exam of two forms for `PEOPLE`; modules that need another have their own."""
    return draw_exam(loaded, "onboarding", forms=2, seed="s", candidates=PEOPLE)
