"""Earlier exams of the same blueprint, as the class report shows them."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from guizhang.grading.analysis.trend import Sitting, earlier_exams
from guizhang.grading.pipeline import grade
from tests.grading.examples import PERFECT_A, PERFECT_B, ROSTER, WIDE_HEADER, exam_folder, record

MARCH, MAY, JUNE = date(2026, 3, 2), date(2026, 5, 4), date(2026, 6, 1)
GOOD = f"{WIDE_HEADER}\n0012,张三,A,{PERFECT_A}\n0013,李四,B,{PERFECT_B}\n"


@pytest.fixture
def held(tmp_path):
    """Return what grades an exam on a day into a folder beside the others."""

    def make(name, day, exam_id, **more):
        exam = exam_folder(tmp_path / "exams" / name, record(candidates=ROSTER, exam_id=exam_id * 16, **more))
        answers = tmp_path / "answers.csv"
        answers.write_text(GOOD, encoding="utf-8")
        assert not grade(exam, [answers], tmp_path / name, held=day).stopped
        return tmp_path / name

    return make


def test_exams_before_this_one_stand_in_the_order_of_their_days(held):
    held("z-march", MARCH, "a")
    held("a-may", MAY, "b")
    june = held("june", JUNE, "c")
    # Both have all 25 points: everything is right, and the practical part has its 5.
    march = Sitting(MARCH, 2, 2, 0, Decimal(1), "../z-march/report.html")
    may = Sitting(MAY, 2, 2, 0, Decimal(1), "../a-may/report.html")
    assert earlier_exams(june, record(exam_id="c" * 16), JUNE) == (march, may)
    page = (june / "report.html").read_text(encoding="utf-8")
    assert page.index("../z-march/report.html") < page.index("../a-may/report.html") < page.index("2026-06-01")
    assert earlier_exams(june, record(exam_id="c" * 16), MAY) == (march,)  # on the same day nothing is earlier
    assert earlier_exams(june, record(exam_id="c" * 16), None) == ()


def test_other_blueprints_the_same_exam_and_other_files_are_left_out(held, tmp_path):
    held("other", MARCH, "a", blueprint="annual")
    held("same", MARCH, "c")
    old = held("old", MARCH, "d")
    data = json.loads((old / "results.json").read_bytes())
    del data["class"]  # written before there were such figures
    (old / "results.json").write_text(json.dumps(data, indent=1), encoding="utf-8")
    for name, text in {"torn": '{"blueprint": "on', "list": "[]", "empty": ""}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "results.json").write_text(text, encoding="utf-8")
    june = held("june", JUNE, "c")
    assert earlier_exams(june, record(exam_id="c" * 16), JUNE) == ()
    assert "历次考试" not in (june / "report.html").read_text(encoding="utf-8")


def test_the_name_of_a_folder_is_no_markup(held):
    held('x"><script>', MARCH, "a")
    june = held("june", JUNE, "c")
    page = (june / "report.html").read_text(encoding="utf-8")
    assert "../x%22%3E%3Cscript%3E/report.html" in page
    assert "<script" not in page
