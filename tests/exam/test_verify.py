"""An exam drawn again, and somebody added to it: identical, or what differs and why; nobody else's paper changes."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from guizhang.diagnostics import Faulty, Source
from guizhang.exam import add, verify
from guizhang.exam.produce import items_of
from guizhang.exam.record import read_record
from guizhang.exam.write import write_exam
from guizhang.model.blueprint import Section
from guizhang.model.exam_json import dump_record
from guizhang.model.form import Candidate
from guizhang.model.text import Text
from guizhang.printing.pdf import Typesetter
from guizhang.quiz import assembly, repeat
from guizhang.quiz.draw import draw_exam
from guizhang.quiz.pool import build_pool
from guizhang.quiz.stamp import exam_id
from tests.exam.swapping import swapped
from tests.quiz.projects import office, with_blueprint, with_items

PEOPLE = [Candidate(id=f"E{n}", name=f"考生{n}", form="AB"[n % 2]) for n in range(14)]


@pytest.fixture(scope="module", params=["shared", "individual"])
def record(request, loaded):
    individual = request.param == "individual"
    return draw_exam(loaded, "onboarding", forms=2, seed="s", candidates=PEOPLE, individual=individual)


class _NoFont:
    """PDFs take long and say nothing here."""

    family = None
    undrawn: frozenset[str] = frozenset()


@pytest.fixture(scope="module", autouse=True)
def pools():
    """The questions of one content are made once: making them is most of a draw, and not what is tested here."""
    made = {}

    def build(loaded, *, generated=True):
        key = id(loaded), generated
        if key not in made:
            made[key] = build_pool(loaded, generated=generated), loaded
        return made[key][0]

    with pytest.MonkeyPatch.context() as patch:
        for module in (add, assembly, repeat):
            patch.setattr(module, "build_pool", build)
        yield


@pytest.fixture(scope="module")
def written(record, tmp_path_factory):
    """The folder of *record*, which nobody changes."""
    return write_exam(record, tmp_path_factory.mktemp("written") / "exam", typesetter=_NoFont()).folder


@pytest.fixture
def folder(written, tmp_path):
    return Path(shutil.copytree(written, tmp_path / "exam"))


def add_to_exam(folder, person, loaded):
    return add.add_to_exam(folder, person, loaded, typesetter=_NoFont())


def verify_exam(folder, loaded):
    return verify.verify_exam(folder, loaded, typesetter=_NoFont())


def _files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _codes(found):
    return [fault.code for fault in (*found.faults, *(found.unlike or ()))]


def test_what_was_drawn_is_drawn_again(folder, loaded, record):
    found = verify_exam(folder, loaded)
    assert (found.faults, found.unlike) == ((), ())
    assert found.sound
    assert verify_exam(folder, None).unlike is None
    assert verify_exam(folder / "secret", None).sound
    assert read_record(folder) == record


def test_a_walk_in_changes_nobody_elses_paper(folder, loaded, record):
    before = _files(folder)
    first = add_to_exam(folder, Candidate(id="W1", name="王", form=""), loaded)
    second = add_to_exam(folder, Candidate(id="W2", name="李", form=""), loaded)
    after = _files(folder)
    assert {name for name in before if before[name] != after[name]} == {"secret/exam.json"}
    lists = {"README.txt", "class-list.docx", "envelopes.docx", "envelopes.html"}
    assert {name.split("/")[2] for name in after.keys() - before.keys()} == {"W1", "W2", *lists}
    for half in ("handout", "secret"):
        assert any(name.startswith(f"{half}/added/W1/") for name in after)
    found = verify_exam(folder, loaded)
    assert _codes(found) == []
    as_drawn = found.record.as_drawn
    assert (as_drawn.forms, as_drawn.candidates, as_drawn.exam_id) == (record.forms, record.candidates, record.exam_id)
    people = {person.id: person.form for person in found.record.candidates}
    if record.individual:
        assert (people["W1"], people["W2"]) == ("W1", "W2")
        assert (first.row, second.row) == (None, None)
        scores = [form.score.points for form in found.record.forms]
        assert max(scores) - min(scores) <= max(f.score.points for f in record.forms) - min(
            f.score.points for f in record.forms
        ) + Decimal("0.3")
    else:
        # Seven people on each form; rows 2 to 15 are theirs.
        assert (people["W1"], people["W2"]) == ("A", "B")
        assert (first.row, second.row) == (16, 17)


def test_who_else_comes_makes_no_difference(loaded, tmp_path):
    record = draw_exam(loaded, "onboarding", seed="s", candidates=PEOPLE, individual=True)
    forms = []
    for number, order in enumerate((["W1", "W2"], ["W2", "W1"])):
        folder = write_exam(record, tmp_path / str(number), typesetter=_NoFont()).folder
        for name in order:
            added = add_to_exam(folder, Candidate(id=name, form=""), loaded)
        forms.append({form.id: form for form in added.record.forms})
    assert forms[0] == forms[1]


def test_the_exam_id_stays_when_somebody_is_added(folder, loaded, record):
    added = add_to_exam(folder, Candidate(id="W1", form=""), loaded)
    assert added.record.exam_id == record.exam_id
    assert added.record.walk_ins.keys() == {"W1"}


@pytest.mark.parametrize(
    ("person", "code"),
    [
        (Candidate(id="E1", form=""), "ADD001"),
        (Candidate(id="ｅ1", form=""), "ADD001"),
        (Candidate(id="W1", form="Z"), "ADD002"),
        (Candidate(id="W1", name="长" * 121, form=""), "ADD005"),
        (Candidate(id="W\x07", form=""), "ADD005"),
    ],
)
def test_who_cannot_be_added(folder, loaded, person, code):
    before = _files(folder)
    with pytest.raises(Faulty) as caught:
        add_to_exam(folder, person, loaded)
    assert [fault.code for fault in caught.value.diagnostics] == [code]
    assert _files(folder) == before


def test_a_form_of_their_own_takes_the_handbook_of_the_draw(loaded, tmp_path):
    record = draw_exam(loaded, "onboarding", seed="s", candidates=PEOPLE, individual=True)
    folder = write_exam(record, tmp_path / "exam", typesetter=_NoFont()).folder
    person = Candidate(id="W1", form="")
    with pytest.raises(Faulty, match="ADD003"):
        add_to_exam(folder, person, None)
    drawn = {item.bank_id for form in record.forms for item in form.items}
    changed = [i.model_copy(update={"difficulty": 6 - i.difficulty}) for i in loaded.bank.items if i.id in drawn]
    with pytest.raises(Faulty, match="ADD004"):
        add_to_exam(folder, person, with_items(loaded, changed))
    added = add_to_exam(folder, person.model_copy(update={"form": "E3"}), None)
    assert [p.form for p in added.record.candidates if p.id == "W1"] == ["E3"]
    assert verify_exam(folder, loaded).sound


def test_a_walk_in_who_reads_what_the_form_does_not_have(loaded, tmp_path):
    record = draw_exam(loaded, "onboarding", seed="s", language="zh", candidates=PEOPLE[:1])
    (form,) = record.forms
    only = [item.model_copy(update={"stem": Text(zh=item.stem.zh)}) for item in form.sections[0].items]
    bare = form.model_copy(
        update={"sections": (form.sections[0].model_copy(update={"items": tuple(only)}), *form.sections[1:])}
    )
    folder = write_exam(record.model_copy(update={"forms": (bare,)}), tmp_path / "exam", typesetter=_NoFont()).folder
    added = add_to_exam(folder, Candidate(id="W", language="en", form=""), None)
    assert [fault.code for fault in added.warnings] == ["ADD006"]
    assert "questions 1, 2, 3, 4, 5, 6, 7 of form A" in added.warnings[0].problem.en


def test_a_walk_in_whose_number_is_anothers_but_for_zeros(loaded, tmp_path):
    people = (Candidate(id="007", name="王芳", form="A"), Candidate(id="E7", name="王芳", form="A"))
    record = draw_exam(loaded, "onboarding", seed="s", language="zh", candidates=people)
    folder = write_exam(record, tmp_path / "exam", typesetter=_NoFont()).folder
    (warning,) = add_to_exam(folder, Candidate(id="7", name="王芳", form="A"), None).warnings
    assert (warning.code, "007 王芳" in warning.problem.zh, "姓名也相同" in warning.problem.zh) == (
        "ADD007",
        True,
        True,
    )


def _first_item(record, **changes):
    form = record.forms[0]
    section = form.sections[0]
    items = (section.items[0].model_copy(update=changes), *section.items[1:])
    sections = (section.model_copy(update={"items": items}), *form.sections[1:])
    return record.model_copy(update={"forms": (form.model_copy(update={"sections": sections}), *record.forms[1:])})


def test_edits_of_the_record_are_found_without_the_handbook(folder, record):
    path = folder / "secret" / "exam.json"
    path.write_bytes(path.read_bytes().replace(b'"limit_minutes": 45', b'"limit_minutes": 90'))
    assert _codes(verify_exam(folder, None)) == ["VER001", "VER002"]
    path.write_bytes(dump_record(_first_item(record, stem=Text(zh="另一道题？", en="Another?"))))
    assert _codes(verify_exam(folder, None)) == ["VER002"]
    section = record.forms[0].sections[0]
    twice = record.forms[0].model_copy(
        update={
            "sections": (section.model_copy(update={"items": section.items[:1] * 7}), *record.forms[0].sections[1:])
        }
    )
    path.write_bytes(dump_record(record.model_copy(update={"forms": (twice, *record.forms[1:])})))
    assert {"VER002", "VER004"} <= set(_codes(verify_exam(folder, None)))
    # The blueprint asks for four of difficulty 2; what candidates see stays as it is.
    harder = tuple(item.model_copy(update={"difficulty": 5}) for item in section.items)
    hard = record.forms[0].model_copy(
        update={"sections": (section.model_copy(update={"items": harder}), *record.forms[0].sections[1:])}
    )
    path.write_bytes(dump_record(record.model_copy(update={"forms": (hard,), "candidates": ()})))
    faults = verify_exam(folder, None).faults
    assert "section 1: difficulty.2: 0 < 4" in next(f for f in faults if f.code == "VER004").problem.en
    path.write_bytes(dump_record(record.model_copy(update={"candidates": (*PEOPLE, PEOPLE[0])})))
    assert "VER003" in _codes(verify_exam(folder, None))


def test_swapped_keys_are_found_by_drawing_again(folder, loaded, record):
    path = folder / "secret" / "exam.json"
    other = _first_item(record, key=tuple("B" if letter != "B" else "A" for letter in record.forms[0].items[0].key))
    path.write_bytes(dump_record(other))
    assert _codes(verify_exam(folder, None)) == []
    assert _codes(verify_exam(folder, loaded)) == ["VER011", "VER015"]
    path.write_bytes(dump_record(record.model_copy(update={"seed": "another"})))
    assert _codes(verify_exam(folder, loaded)) == ["VER016"]


def test_a_form_of_a_walk_in_that_was_edited_is_found(folder, loaded, record):
    added = add_to_exam(folder, Candidate(id="W1", form=""), loaded).record
    edited = added.model_copy(update={"walk_ins": {"W1": "0" * 16}})
    (folder / "secret" / "exam.json").write_bytes(dump_record(edited))
    assert _codes(verify_exam(folder, None)) == ["VER002"]


def test_handouts_that_are_gone_are_named(folder, record):
    paper = next(path for path in (folder / "handout").iterdir() if path.suffix == ".html")
    paper.unlink()
    (fault,) = verify_exam(folder, None).faults
    assert (fault.code, fault.source.path) == ("VER005", str(paper))


def test_handouts_that_were_changed_are_named(folder, loaded, record):
    """All of them are made again from the record, those of a walk-in too."""
    add_to_exam(folder, Candidate(id="W1", name="王", form=""), loaded)
    pages = sorted((folder / "handout").rglob("*.html"))
    assert pages[0].parent.name == "W1"
    for page in pages:
        page.write_bytes(page.read_bytes().replace(b"<body>", b"<body>1 B"))
    documents = sorted((folder / "handout").glob("*.docx"))
    for document in documents:
        document.write_bytes(document.read_bytes() + b" ")
    found = verify_exam(folder, None)
    assert not found.sound
    by_code = {code: {f.source.path for f in found.faults if f.code == code} for code in _codes(found)}
    assert by_code.pop("VER006") == {str(page) for page in pages}
    assert by_code == ({} if record.individual else {"VER008": {str(document) for document in documents}})


def test_a_document_that_was_changed_in_word_is_no_fault(folder, record):
    for document in (folder / "handout").glob("*.docx"):
        document.write_bytes(b"saved again")
        assert {fault.code for fault in verify_exam(folder, None).faults} == {"VER008"}
    assert verify_exam(folder, None).sound


def test_pdfs_are_set_again_where_there_are_any(record, tmp_path, cjk_font):
    setter = Typesetter("guizhang.exam")
    few = record.model_copy(update={"candidates": record.candidates[:2], "forms": record.forms[:2]})
    few = few.model_copy(update={"exam_id": exam_id(few)})
    folder = write_exam(few, tmp_path / "exam", typesetter=setter).folder
    assert verify.verify_exam(folder, None, typesetter=setter).faults == ()
    changed, gone, *_ = sorted((folder / "handout").glob("*.pdf"))
    changed.write_bytes(changed.read_bytes() + b"%")
    gone.unlink()
    found = verify.verify_exam(folder, None, typesetter=setter)
    assert {(f.code, f.source.path) for f in found.faults} == {("VER007", str(changed)), ("VER005", str(gone))}
    # Where no font is, there is nothing to compare them with.
    assert _codes(verify_exam(folder, None)) == []


def test_handouts_of_another_version_are_not_compared(record, tmp_path):
    older = record.model_copy(update={"tool_version": "0.0.1"})
    folder = write_exam(older, tmp_path / "exam", typesetter=_NoFont()).folder
    shutil.rmtree(folder / "handout")
    found = verify_exam(folder, None)
    assert _codes(found) == ["VER009"]
    assert found.sound


def test_what_has_changed_since_is_named(loaded, tmp_path):
    record = draw_exam(loaded, "onboarding", forms=2, seed="s")
    folder = write_exam(record, tmp_path / "exam", typesetter=_NoFont()).folder
    drawn = {item.bank_id for form in record.forms for item in form.items}
    written = [item for item in loaded.bank.items if item.id in drawn]
    changed = written[0].model_copy(update={"rationale": Text(zh="新的解析。", en="A new reason.")})
    rest = [item for item in loaded.bank.items if item.id != changed.id]
    items = verify_exam(folder, with_items(loaded, [*rest, changed]))
    assert _codes(items) == ["VER011", "VER015"]
    assert changed.id in items.unlike[0].problem.en
    assert re.search(r"drawn again, (form . comes|forms .* come) out differently", items.unlike[-1].problem.en)
    gone = verify_exam(folder, with_items(loaded, rest))
    assert _codes(gone)[:2] == ["VER011", "VER014"]
    assert "is gone" in gone.unlike[0].problem.en
    blueprint = verify_exam(folder, with_blueprint(loaded, limit_minutes=50))
    assert _codes(blueprint) == ["VER013"]
    assert "limit_minutes" in blueprint.unlike[0].problem.en
    assert verify_exam(folder, with_blueprint(loaded, id="another")).unlike[0].code == "VER013"


def test_a_changed_rule_is_named_with_both_hashes(tmp_path):
    loaded = office(tmp_path)
    record = draw_exam(loaded, "onboarding", forms=2, seed="s")
    folder = write_exam(record, tmp_path / "exam", typesetter=_NoFont()).folder
    path = tmp_path / "office" / "content" / "regulations" / "complaints.yaml"
    text = path.read_text(encoding="utf-8")
    assert "先听客户说完，再作解释" in text
    path.write_text(text.replace("先听客户说完，再作解释", "先听客户说完，再解释"), encoding="utf-8")
    found = verify_exam(folder, with_items(office(tmp_path, accept=False), loaded.bank.items))
    rules = [fault for fault in found.unlike if fault.code == "VER010"]
    assert [fault.problem.en.split()[0] for fault in rules] == ["complaints/principles"]
    then = next(
        i.cites["complaints/principles"] for f in record.forms for i in f.items if "complaints/principles" in i.cites
    )
    assert f"({then} -> " in rules[0].problem.en


def test_the_items_of_earlier_exams_are_read_from_their_records(folder, record):
    assert items_of([folder]) == {item.bank_id for form in record.forms for item in form.items}


def test_the_record_says_by_itself_that_it_was_touched(record):
    from guizhang.model.exam_json import untouched

    data = dump_record(record)
    assert untouched(data)
    assert json.loads(data)["checksum"]
    assert not untouched(data.replace(b"E1", b"E7"))
    assert not untouched(data[:-2])
    # Keys too, which the exam id knows nothing of.
    assert not untouched(
        dump_record(swapped(record)).split(b'"checksum"')[0] + b'"checksum"' + data.split(b'"checksum"')[1]
    )


def test_an_exam_asks_what_is_in_force_on_its_day_and_is_drawn_again_for_that_day(tmp_path):
    """Drawn again later, when more is in force, it comes out as it did."""
    office(tmp_path, accept=False)
    path = tmp_path / "office/content/regulations/telephone.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("effective: 2026-01-01", "effective: 2099-03-01"), encoding="utf-8")
    loaded = with_blueprint(office(tmp_path), sections=_TWO_OF_EACH, practical=None)

    def asked(held):
        record = draw_exam(loaded, "onboarding", forms=9, seed="s", held=held)
        return record, {a.partition("/")[0] for form in record.forms for item in form.items for a in item.cites}

    before, early = asked(date(2099, 2, 28))
    _, late = asked(date(2099, 3, 1))
    assert "telephone" not in early
    assert "telephone" in late
    assert before.held == date(2099, 2, 28)
    assert not repeat.differences(before, loaded, Source("exam.json"))


_TWO_OF_EACH = tuple(
    Section(title=Text(zh=kind), type=kind, count=2, points=Decimal(1))
    for kind in ("single_choice", "true_false", "cloze")
)
