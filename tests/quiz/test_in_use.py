"""Items that have to be recalled are asked only where their rule has too few others."""

from __future__ import annotations

from collections import Counter

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.model.retired import Retirement
from guizhang.quiz.in_use import RECALLED, in_use, left_out
from guizhang.quiz.models import MODELS, generate
from guizhang.quiz.retiring import said
from guizhang.yamlio.content import load_project
from tests.quiz.projects import office


@pytest.fixture
def root(tmp_path):
    office(tmp_path)
    return tmp_path / "office"


@pytest.fixture
def loaded(root):
    return load_project(root)


def retired(bank, *items):
    entries = {item.id: Retirement(said=said(item), reason="dull") for item in items}
    return type(bank)(**{**vars(bank), "retired": entries})


def test_the_models_of_recall_are_models():
    assert set(RECALLED) < set(MODELS)


def test_no_rule_has_more_than_three_items_while_one_of_them_is_to_be_recalled(loaded):
    made = generate(loaded.handbook)
    asked = list(in_use(made, loaded.bank))
    assert len(asked) < len(made)
    others = Counter(item.about for item in asked)
    recalled = [item for item in asked if item.model in RECALLED]
    assert recalled
    assert all(others[item.about] <= 3 for item in recalled)
    # Nothing else is left out, and no rule has less than before for it.
    before = Counter(item.about for item in made)
    absent = [item for item in made if item not in asked]
    assert {item.model for item in absent} <= set(RECALLED)
    assert all(others[address] == min(count, 3) or others[address] > 3 for address, count in before.items())
    assert [item.id for item in asked] == [item.id for item in made if item in asked]


def test_one_in_reserve_comes_in_for_one_that_is_retired(loaded):
    made = generate(loaded.handbook)
    absent = left_out(made, loaded.bank)
    spare = next(item for item in made if item.id in absent)
    others = [item for item in made if item.about == spare.about and item.id not in absent]
    bank = retired(loaded.bank, *others)
    now = left_out(made, bank)
    assert spare.id not in now
    assert now[others[0].id].en == "is retired: dull"


def test_those_a_trainer_finds_best_are_asked_first(loaded):
    made = [item for item in generate(loaded.handbook) if item.model in RECALLED]
    absent = left_out(made, loaded.bank)
    for item in made:
        kept = [one for one in made if one.about == item.about and one.id not in absent]
        if item.id in absent:
            assert all(RECALLED.index(one.model) <= RECALLED.index(item.model) for one in kept)


def test_what_is_in_reserve_is_told_and_can_be_looked_at(root, loaded):
    made = generate(loaded.handbook)
    absent = left_out(made, loaded.bank)
    spare = next(item for item in made if item.id in absent)
    run = CliRunner()
    why = run.invoke(main, ["--lang", "en", "items", "why", spare.about, "--root", str(root)]).output
    assert f"  - {spare.id} in reserve: its rule has 3 other items" in why
    assert f"  + {spare.id}" not in why
    zh = run.invoke(main, ["--lang", "zh", "items", "why", spare.about, "--root", str(root)]).output
    assert f"  - {spare.id} 备用：这一条另有3道题" in zh
    listed = run.invoke(main, ["items", "list", "--root", str(root)]).output
    assert spare.id not in listed
    shown = run.invoke(main, ["--lang", "en", "items", "show", spare.id, "--root", str(root)])
    assert shown.exit_code == 0
    assert spare.id in shown.output
