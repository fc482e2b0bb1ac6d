"""Personal data: who may read them, results without names, and exams whose time is over."""

from __future__ import annotations

import json
import os
import re
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guizhang.grading.audit import Stamp, read_log
from guizhang.grading.correcting.regrade import regrade
from guizhang.grading.output import RESULTS
from guizhang.grading.pipeline import grade, read_record
from guizhang.grading.privacy.pseudonyms import PSEUDONYMS, read_pseudonyms
from guizhang.grading.privacy.purge import find_old, purge
from guizhang.grading.privacy.retention import Period, parse_period
from guizhang.grading.reports.extras import Extras
from guizhang.model.correction import Correction
from guizhang.model.form import Candidate
from tests.grading.examples import FORM_A, PERFECT_A, PERFECT_B, WIDE_HEADER, exam_folder, record

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
STAMP = Stamp("培训主管", AT)
HELD = date(2024, 11, 21)
TODAY = AT.date()
YEARS = Period(months=24)
PEOPLE = (
    Candidate(id="wang-0012", name="张三丰", department="客服一部", role="领班", form="A"),
    Candidate(id="wang-0013", name="李四光", department="客服一部", form="B"),
    Candidate(id="staff-77", name="Wanda Quill", department="保洁部", extra_minutes=15, form="A"),
    Candidate(id="staff-78", name="钱进步", form="A"),
)
SECRETS = (
    "wang-0012",
    "wang-0013",
    "staff-77",
    "staff-78",
    "张三丰",
    "李四光",
    "Wanda",
    "钱进步",
    "zhang-sanfeng",
    "客服一部",
)
ROWS = (
    f"{WIDE_HEADER}\nwang-0012,张三丰,A,{PERFECT_A.replace('说明', '我叫张三丰')}\nwang-0013,李四光,B,{PERFECT_B}\n"
    "staff-77,Wanda Quill,A,Z,A,AC,F,48,CAB,写了,3,2\n"
)  # the last one cannot be read, and one more is absent


@pytest.fixture
def graded(tmp_path):
    def make(**options):
        exam = exam_folder(tmp_path, record(candidates=PEOPLE))
        path = exam / "zhang-sanfeng.csv"
        path.write_text(ROWS, encoding="utf-8")
        report = grade(exam, [path], tmp_path / "results", stamp=STAMP, held=HELD, **options)
        assert not report.stopped
        return exam, tmp_path / "results"

    return make


def everything(folder):
    """Yield every byte below a folder: contents and names of files, and what is packed into workbooks."""
    for path in folder.rglob("*"):
        yield path.name.encode()
        if path.is_file():
            data = path.read_bytes()
            yield data
            if zipfile.is_zipfile(BytesIO(data)):
                with zipfile.ZipFile(BytesIO(data)) as parts:
                    yield from (parts.read(name) for name in parts.namelist())


def named(folder):
    return sorted({word for word in SECRETS for data in everything(folder) if word.encode() in data})


def test_results_and_secrets_are_their_owners_alone_under_any_umask(graded):
    old = os.umask(0)
    try:
        exam, results = graded()
        regrade(exam, results, STAMP, add=[correction("credit_all", item="multiple")])
    finally:
        os.umask(old)
    for path in (results, *results.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path
    for name in ("audit.jsonl", "corrections.yaml", PSEUDONYMS):
        assert (exam / "secret" / name).stat().st_mode & 0o777 == 0o600


def correction(what, **more):
    return Correction(**({"what": what, "reason": "r", "by": "b", "at": AT} | more))


def test_pseudonymous_results_name_nobody_in_any_byte(graded):
    exam, results = graded(pseudonymise=True)
    assert named(results) == []
    data = json.loads((results / RESULTS).read_text(encoding="utf-8"))
    codes = [person["candidate"] for kind in ("results", "absent", "refused") for person in data[kind]]
    assert len(codes) == 4
    names = read_pseudonyms(exam / "secret")
    assert {names.people[code][0] for code in codes} == {person.id for person in PEOPLE}
    # The order of the roster would tell who is who.
    assert [p["candidate"] for p in data["results"]] == sorted(p["candidate"] for p in data["results"])


def test_certificates_and_pages_under_codes_name_nobody(graded):
    _, results = graded(pseudonymise=True, extras=Extras(HELD, people=True, certificates=True, retest=True))
    texts = "".join(_text(path) for path in sorted(results.rglob("*.pdf")))
    assert "P-" in texts
    assert [word for word in SECRETS if word in texts] == []
    assert named(results) == []


def _text(path):
    """Return all words of a PDF and of its metadata."""
    with pdfium.PdfDocument(path) as document:
        words = [page.get_textpage().get_text_range() for page in document]
        return "".join([*words, *document.get_metadata_dict().values()])


def test_the_plain_results_do_name_people(graded):
    assert len(named(graded()[1])) > 5  # or the search would find nothing anyway


def test_points_are_the_same_under_codes(graded):
    exam, results = graded(pseudonymise=True)
    hidden = {p["candidate"]: p for p in json.loads((results / RESULTS).read_text(encoding="utf-8"))["results"]}
    names = read_pseudonyms(exam / "secret")
    grade(exam, [exam / "zhang-sanfeng.csv"], results, forget=True)
    for person in json.loads((results / RESULTS).read_text(encoding="utf-8"))["results"]:
        code = names.code(person["candidate"])
        assert hidden[code]["total_points"] == person["total_points"]
        assert [i["points"] for i in hidden[code]["items"]] == [i["points"] for i in person["items"]]


def test_a_regrade_of_pseudonymous_results_names_nobody_and_the_log_knows_who_moved(graded):
    exam, results = graded(pseudonymise=True)
    report = regrade(exam, results, STAMP, add=[correction("rekey", item="single", keys=("C",))])
    assert len(report.differences) == 2
    assert named(results) == []
    entries, _ = read_log(exam / "secret")
    people = read_pseudonyms(exam / "secret").people
    assert {people[code][0] for code in entries[-1].moved} == {"wang-0012", "wang-0013"}


def test_a_regrade_can_hide_people_and_keeps_no_results_that_name_them(graded):
    exam, results = graded()
    regrade(exam, results, STAMP, add=[correction("credit_all", item="multiple")])
    assert (results / "earlier").exists()
    regrade(exam, results, STAMP, pseudonymise=True)
    assert named(results) == []
    assert not (results / "earlier").exists()


def test_papers_of_one_person_are_not_named_after_them(tmp_path):
    forms = tuple(FORM_A.model_copy(update={"id": person.id}) for person in PEOPLE)
    people = tuple(person.model_copy(update={"form": person.id}) for person in PEOPLE)
    exam = exam_folder(tmp_path, record(candidates=people, forms=forms, individual=True))
    path = tmp_path / "responses.csv"
    path.write_text(
        f"{WIDE_HEADER}\nwang-0012,张三丰,wang-0012,{PERFECT_A}\nstaff-77,,staff-77,{PERFECT_A}\n", encoding="utf-8"
    )
    assert not grade(exam, [path], tmp_path / "results", pseudonymise=True).stopped
    assert named(tmp_path / "results") == []
    regrade(exam, tmp_path / "results", STAMP, add=[correction("drop", item="single")])
    assert named(tmp_path / "results") == []


def test_the_log_is_about_nobody_without_the_key(graded):
    exam, results = graded()
    regrade(exam, results, STAMP, add=[correction("credit_all", item="multiple")])
    assert not [word for word in SECRETS if word.encode() in (exam / "secret" / "audit.jsonl").read_bytes()]


# Retention.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24m", Period(24)), ("2y", Period(24)), ("P2Y", Period(24)), ("P1Y6M", Period(18)), ("90d", Period(0, 90)),
        ("P90D", Period(0, 90)), ("6w", Period(0, 42)), ("2年", Period(24)), ("24个月", None), ("24", None), ("P", None),
        ("0m", None), ("-2y", None), ("2y6m", None), ("", None),
    ],
)  # fmt: skip
def test_periods(text, expected):
    assert parse_period(text) == expected


def test_months_are_those_of_the_calendar():
    assert Period(months=1).before(date(2026, 3, 31)) == date(2026, 2, 28)
    assert Period(months=24).before(date(2024, 2, 29)) == date(2022, 2, 28)
    assert Period(months=12, days=1).before(date(2026, 1, 1)) == date(2024, 12, 31)


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.integers(0, 9999), st.integers(0, 99999))
def test_a_period_never_leads_forward(day, months, days):
    assert Period(months, days).before(day) <= day


def test_an_old_exam_loses_its_people_and_keeps_how_it_went(graded, tmp_path):
    exam, results = graded()
    regrade(exam, results, STAMP, add=[correction("credit_all", item="multiple")])
    (exam / "handout" / "paper-staff-77.html").write_text("Wanda Quill", encoding="utf-8")
    (exam / "secret" / "workbook.xlsx").write_bytes(b"wang-0012")
    found = find_old(tmp_path, YEARS, TODAY)
    (old,) = found.old
    assert not found.diagnostics
    purge(old, STAMP)
    assert named(tmp_path) == []
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()) == [
        "exam/secret/audit.jsonl", "exam/secret/corrections.yaml", "exam/secret/exam.json", "results/results.json",
    ]  # fmt: skip
    kept, _ = read_record(exam / "secret" / "exam.json")
    assert [item.item_id for item in kept.forms[0].items] == [item.item_id for item in FORM_A.items]
    data = json.loads((results / RESULTS).read_text(encoding="utf-8"))
    assert (data["purged"], data["held"], data["results"]) == ("2026-11-22", "2024-11-21", [])
    assert data["items"] == []  # two people: their figures are their own
    entries, broken = read_log(exam / "secret")
    assert not broken
    assert entries[-1].action.value == "purge"
    again = find_old(tmp_path, YEARS, TODAY)
    assert (again.old, again.done) == ((), 1)


def test_the_day_of_the_exam_decides(graded, tmp_path):
    graded()
    assert find_old(tmp_path, YEARS, date(2026, 11, 21)).younger == 1  # two years to the day are not over
    assert len(find_old(tmp_path, YEARS, date(2026, 11, 22)).old) == 1


def test_statistics_of_enough_people_and_totals_stay(tmp_path):
    exam = exam_folder(tmp_path, record())
    path = tmp_path / "responses.csv"
    path.write_text("\n".join([WIDE_HEADER, *(f"n-{n},,A,{PERFECT_A}" for n in range(6))]), encoding="utf-8")
    grade(exam, [path], tmp_path / "results", stamp=STAMP, held=HELD)
    purge(find_old(tmp_path, YEARS, TODAY).old[0], STAMP)
    data = json.loads((tmp_path / "results" / RESULTS).read_text(encoding="utf-8"))
    assert [item["n"] for item in data["items"]] == [6] * 7
    assert [total["passed"] for total in data["totals"]] == [True] * 6
    assert not re.search(r"n-\d", json.dumps(data))


def test_links_are_not_followed(graded, tmp_path_factory, tmp_path):
    exam, results = graded()
    outside = tmp_path_factory.mktemp("outside")
    (outside / "file.txt").write_text("x")
    other = exam_folder(outside, record(exam_id="f" * 16))
    (exam / "file.txt").symlink_to(outside / "file.txt")
    (exam / "folder").symlink_to(outside)
    (exam / "secret" / "corrections.yaml").symlink_to(outside / "file.txt")
    (results / "link.txt").symlink_to(outside / "file.txt")
    (tmp_path / "elsewhere").symlink_to(other)
    found = find_old(tmp_path, YEARS, TODAY)
    assert len(found.old) == 1
    purge(found.old[0], STAMP)
    assert (outside / "file.txt").read_text() == "x"
    assert (other / "secret" / "exam.json").exists()
    assert not (exam / "file.txt").is_symlink()
    assert not (exam / "folder").is_symlink()
    assert not (exam / "secret" / "corrections.yaml").is_symlink()


def test_a_folder_without_exams_is_refused(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    found = find_old(tmp_path, YEARS, TODAY)
    assert [fault.code for fault in found.diagnostics] == ["PUR001"]
    assert found.old == ()


def test_what_holds_another_exam_is_left_alone(graded, tmp_path):
    _, results = graded()
    exam_folder(results, record(exam_id="f" * 16))
    found = find_old(tmp_path, YEARS, TODAY)
    assert [fault.code for fault in found.diagnostics] == ["PUR004"]
    assert found.old == ()


def test_results_and_exam_belong_together(graded, tmp_path):
    exam, results = graded()
    assert [f.code for f in find_old(results, YEARS, TODAY).diagnostics] == ["PUR002"]
    os.utime(exam / "secret" / "exam.json", (0, 0))
    assert [f.code for f in find_old(exam, YEARS, TODAY).diagnostics] == ["PUR003"]
    (results / RESULTS).write_text("{", encoding="utf-8")
    assert "PUR005" in [f.code for f in find_old(tmp_path, YEARS, TODAY).diagnostics]


@pytest.mark.parametrize("step", range(6))
def test_a_purge_that_was_cut_off_is_finished_by_the_next_one(graded, tmp_path, monkeypatch, step):
    from guizhang.grading.privacy import purge as module

    graded()
    calls = iter(range(100))

    def failing(function):
        def run(*args, **options):
            if next(calls) == step:
                raise OSError("power cut")
            return function(*args, **options)

        return run

    with monkeypatch.context() as patched:
        for name in ("write_results", "forget", "write_file"):
            patched.setattr(module, name, failing(getattr(module, name)))
        try:
            purge(find_old(tmp_path, YEARS, TODAY).old[0], STAMP)
        except OSError:
            assert find_old(tmp_path, YEARS, TODAY).old
    for old in find_old(tmp_path, YEARS, TODAY).old:
        purge(old, STAMP)
    assert named(tmp_path) == []
