"""The text that says what the files of an exam's folder are for."""

from __future__ import annotations

import pytest

from guizhang.exam.readme import STEPS, purpose_of, readme
from guizhang.exam.record import NAME
from guizhang.exam.write import write_exam
from guizhang.model.form import Candidate
from guizhang.printing.pdf import Typesetter
from guizhang.quiz.draw import draw_exam
from tests.quiz.projects import office

PEOPLE = [Candidate(id=f"{number}", name="王芳", form="A", large_print=number == 1001) for number in range(1001, 1014)]


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Paths of the files of a shared exam, and of one with a paper for everybody."""
    setter, loaded = Typesetter("guizhang.exam"), office(tmp_path_factory.mktemp("readme"))
    out = tmp_path_factory.mktemp("exams")
    shared = draw_exam(loaded, "onboarding", forms=1, seed="s", candidates=PEOPLE)
    own = draw_exam(loaded, "onboarding", seed="s", candidates=PEOPLE, individual=True)
    return {
        name: (record, write_exam(record, out / name, typesetter=setter).files)
        for name, record in (("shared", shared), ("own", own))
    }


@pytest.mark.parametrize("name", ["shared", "own"])
def test_every_file_is_for_something_and_is_named_once(folders, name):
    record, files = folders[name]
    text = readme(record, files).decode("utf-8-sig")
    for path in files:
        purpose = purpose_of(path)
        assert purpose is not None, path
        assert text.count(purpose.zh) == text.count(purpose.en) == 1
    named = [line for line in text.splitlines() if line.startswith(("handout/", "secret/")) and " " not in line]
    whole = [f"{stem}.{end}" for stem, _, ends in (line.rpartition(".") for line in named) for end in ends.split("/")]
    assert sorted(whole) == sorted(files)


def test_what_is_not_there_is_not_spoken_of(folders):
    record, files = folders["shared"]
    text = readme(record, files).decode("utf-8-sig")
    assert "handout/papers" not in text
    assert "secret/key-items" not in text


def test_steps_are_counted(folders):
    """Where nothing is rated there is no second step to leave out."""
    record, files = folders["shared"]
    text = readme(record, [path for path in files if "rubric" not in path and "checklist" not in path]).decode(
        "utf-8-sig"
    )
    heads = [line for line in text.splitlines() if " / " in line and line[1:2] == "、"]
    assert [(line[0], line.partition(" / ")[2][0]) for line in heads] == [("一", "1"), ("二", "2"), ("三", "3")]


def test_no_purpose_is_without_files(folders, cjk_font):
    # The exams above are on paper, and their handbook has nothing to observe.
    other = {"handout/web/x.html", "secret/web-pages.csv", "secret/checklist.pdf"}
    used = {purpose_of(path) for _, files in folders.values() for path in files} | {purpose_of(path) for path in other}
    assert {purpose for _, _, purposes in STEPS for purpose in purposes} == used
    assert f"secret/{NAME}" in folders["own"][1]


def test_of_many_forms_the_first_few_are_named(folders):
    record, _ = folders["shared"]
    text = readme(record, [f"handout/paper-{number}.pdf" for number in range(200)]).decode("utf-8-sig")
    assert "… 200" in text
    assert len(text.splitlines()) < 40
