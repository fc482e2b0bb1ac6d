"""What may be practised, and what the site says of it: nothing of the exam, nothing stale, the same bytes each time."""

import json
import re
from collections import Counter
from dataclasses import replace

import pytest

from guizhang.model.item import ItemType, Pool
from guizhang.quiz import practice as made
from guizhang.quiz.practice import practice
from guizhang.site.build import build_site
from guizhang.site.compose import compose
from guizhang.site.practice import FOLDER, PATH
from guizhang.yamlio.content import load_project
from tests.site.practising import practising_project


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    return load_project(practising_project(tmp_path_factory.mktemp("practise") / "project"))


def documents(site):
    """Return what each script of questions holds, by document."""
    out = {}
    for share in site.shares:
        for path, data in share.files.items():
            if path.startswith(f"{FOLDER}/"):
                name, table = re.fullmatch(r'guizhangPractice\("([\w-]+)",(.*)\);\n', data.decode(), re.DOTALL).groups()
                out[name] = json.loads(table)
    return out


def test_only_fresh_items_of_the_practice_pool(loaded):
    ids = {item.id for item in practice(loaded, generated=False).items}
    pools = {item.id: item.pool for item in loaded.bank.items}
    assert ids == {name for name, pool in pools.items() if pool is Pool.PRACTICE} - {"practise-stale"}
    assert pools["complaint-owner-shouting"] is Pool.EXAM


def test_every_type_is_there(loaded):
    items = practice(loaded, generated=False).items
    assert {q.type for item in items for q in item.questions if not q.case} | {ItemType.CASE} == set(ItemType)
    assert any(item.questions[0].case for item in items)


def test_a_changed_rule_takes_its_items_along(loaded):
    book = loaded.handbook
    settings = book.settings.model_copy(update={"parameters": {"complaints/first-reply#reply": "PT5H"}})
    changed = replace(loaded, handbook=replace(book, settings=settings))
    gone = {i.id for i in practice(loaded, generated=False).items} - {
        i.id for i in practice(changed, generated=False).items
    }
    assert gone == {
        item.id
        for item in loaded.bank.items
        if item.pool is Pool.PRACTICE and "complaints/first-reply" in item.cites and item.id != "practise-stale"
    }


def test_few_generated_items_for_each_rule(loaded, monkeypatch):
    written = Counter(address for item in practice(loaded, generated=False).items for address in item.cites)
    for most in (1, 9, 10, 100):
        monkeypatch.setattr(made, "MOST_FOR_A_RULE", most)
        found = Counter(address for item in practice(loaded).items for address in item.cites)
        assert all(count <= max(most, written[address]) for address, count in found.items())
        assert (found["complaints/first-reply"] > written["complaints/first-reply"]) == (most > 1)
    monkeypatch.setattr(made, "MOST_RULES", 1)
    written = {item.id for item in loaded.bank.items}
    assert {item.id for item in practice(loaded).items} <= written


def test_one_made_item_of_a_rule_is_answered_in_writing_and_after_the_others(loaded, monkeypatch):
    bank = {item.id for item in loaded.bank.items}

    def in_writing() -> Counter[str]:
        found = (item for item in practice(loaded).items if item.id not in bank and len(item.cites) == 1)
        return Counter(item.cites[0] for item in found if item.questions[0].type is ItemType.SHORT_ANSWER)

    figured = "complaints/first-reply"
    assert figured not in in_writing(), "there are choices enough to fill the room"
    monkeypatch.setattr(made, "MOST_FOR_A_RULE", 100)
    assert in_writing() == {figured: 1}
    monkeypatch.setattr(made, "MOST_WRITTEN", 0)
    assert not in_writing()


def test_exam_items_are_nowhere_on_the_site(tmp_path):
    root = practising_project(tmp_path / "project")
    out = build_site(root, tmp_path / "site").out
    project = load_project(root)
    exam = [item for item in project.bank.items if item.pool is Pool.EXAM]
    shown = [item for item in project.bank.items if item.pool is Pool.PRACTICE and item.id != "practise-stale"]
    every = b"\n".join(p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()).decode(errors="ignore")

    def said(item):
        texts = (*item.shown(), *item.explained())
        return {text.get(lang) for text in texts for lang in ("zh", "en") if "${" not in (text.get(lang) or "${")}

    # The search finds what is there, so that what it does not find is not there.
    assert all(json.dumps(item.stem.en, ensure_ascii=False)[1:-1] in every for item in shown if not item.gaps)
    rules = "\n".join(path.read_text(encoding="utf-8") for path in (root / "content").rglob("*.yaml"))
    looked = 0
    for item in exam:
        assert item.id not in every
        for text in said(item):
            # What the rules themselves say, or an item to practise, is no secret of the exam.
            if text not in rules and all(text not in said(other) for other in shown):
                looked += 1
                assert text not in every, text
    assert looked >= len(exam)


def test_texts_stay_data(loaded):
    site = compose(loaded.handbook, practising=lambda: practice(loaded, generated=False))
    found = documents(site)
    (who,) = [item for item in found["complaints"]["items"] if item["id"] == "practise-who-first"]
    assert who["stem"] == ["谁首先回复？<b>", "Who replies first? <b>"]
    (page,) = [page for page in site.pages if page.path == PATH]
    assert "Who replies first" not in page.html


def test_the_same_bytes_each_time(loaded):
    once, again = (documents(compose(loaded.handbook, practising=lambda: practice(loaded))) for _ in range(2))
    assert json.dumps(once) == json.dumps(again)
    assert set(once) == {"_", "complaints"}


def test_the_index_tells_what_each_document_has(loaded):
    found = documents(compose(loaded.handbook, practising=lambda: practice(loaded, generated=False)))
    own = found["_"]["documents"]["complaints"]
    assert own["n"] == len(found["complaints"]["items"])
    assert set(own["types"]) == {item["type"] for item in found["complaints"]["items"]}
    assert found["complaints"]["places"]["complaints/first-reply"]["at"].endswith("taking.html#first-reply")
    assert found["_"]["exams"]["mock"]["sections"][0]["quotas"] == {"themes": {"complaints": 1}}


def test_without_items_the_page_says_so(handbook):
    site = compose(handbook)
    (page,) = [page for page in site.pages if page.path == PATH]
    assert "no practice questions yet" in page.html
    assert not documents(site)


def test_a_handbook_without_themes_is_not_listed_twice(loaded):
    def listed(handbook):
        site = compose(handbook, practising=lambda: practice(replace(loaded, handbook=handbook)))
        (page,) = [page for page in site.pages if page.path == PATH]
        return {"theme", "document"} & set(re.findall(r'id="practise-by-(\w+)"', page.html))

    book = loaded.handbook
    assert listed(book) == {"theme", "document"}
    bare = replace(
        book,
        settings=book.settings.model_copy(update={"themes": {}}),
        regulations=tuple(r.model_copy(update={"themes": ()}) for r in book.regulations),
    )
    assert listed(bare) == {"document"}
