"""Made items that a trainer does not want: gone from everything drawn, back when they ask something else."""

from __future__ import annotations

import json
from codecs import BOM_UTF8

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.quiz.pool import build_pool
from guizhang.quiz.practice import practice
from guizhang.yamlio.content import load_project
from tests.quiz.projects import office

NAME = "fact-choice.complaints.first-reply.reply"


@pytest.fixture
def root(tmp_path):
    office(tmp_path)
    return tmp_path / "office"


def run(*arguments: str, root, lang: str = "en"):
    return CliRunner().invoke(main, ["--lang", lang, "items", *arguments, "--root", str(root)])


def asked(root) -> set[str]:
    return {entry.item.id for entry in build_pool(load_project(root)).entries}


def test_a_retired_item_is_on_no_paper_not_in_practice_and_not_listed(root):
    before = asked(root)
    practised = {item.id for item in practice(load_project(root)).items}
    assert NAME in before & practised
    result = run("retire", NAME, "--reason", "everybody knows", root=root)
    assert (result.exit_code, result.output.strip()) == (0, "1 item retired")
    assert asked(root) == before - {NAME}
    assert NAME not in {item.id for item in practice(load_project(root)).items}
    listed = json.loads(run("list", "--format", "json", root=root).output)["items"]
    assert {item["id"] for item in listed} == before - {NAME}
    assert run("retire", NAME, "--reason", "once more", root=root).output.strip() == "0 items retired"


def test_what_is_retired_and_why_can_be_found_and_undone(root):
    before = asked(root)
    run("retire", NAME, "--reason", "everybody knows", root=root)
    why = run("why", "complaints/first-reply", root=root).output
    assert f"  - {NAME} is retired: everybody knows" in why
    assert f"  + {NAME}" not in why
    shown = run("show", NAME, root=root)
    assert shown.exit_code == 1
    assert "ITM018" in shown.stderr
    assert "everybody knows" in shown.stderr
    assert run("retire", NAME, "--undo", root=root).output.strip() == "1 item asked again"
    assert asked(root) == before
    again = run("retire", NAME, "--undo", root=root)
    assert again.exit_code == 1
    assert "this item is not retired" in again.stderr


def _edited(root, old, new):
    path = root / "content" / "regulations" / "complaints.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_it_stays_away_when_the_rule_changes_elsewhere_and_comes_back_when_it_asks_something_else(root):
    run("retire", NAME, "--reason", "everybody knows", root=root)
    _edited(root, "In the first reply an agent must not:", "In a first reply an agent must not:")
    assert NAME not in asked(root)
    _edited(root, "内首次回复客户；", "内首次书面回复客户；")
    assert NAME in asked(root)


def test_only_made_items_are_retired_and_all_or_none(root):
    result = run("retire", NAME, "owner-shouting", "no-such-item", "--reason", "why not", root=root)
    assert result.exit_code == 1
    assert "owner-shouting: error ITM017" in result.stderr
    assert "no-such-item: error ITM013" in result.stderr
    assert not (root / "quizzes" / "retired.yaml").exists()
    for blank in ((), ("--reason", "  ")):
        refused = run("retire", NAME, *blank, root=root)
        assert refused.exit_code == 2
        assert "say why with --reason TEXT" in refused.stderr


def test_the_list_keeps_the_line_ends_and_the_mark_of_a_windows_editor(root):
    run("retire", NAME, "--reason", "everybody knows", root=root)
    path = root / "quizzes" / "retired.yaml"
    path.write_bytes(BOM_UTF8 + path.read_bytes().replace(b"\n", b"\r\n"))
    other = next(name for name in sorted(asked(root)) if "." in name)
    run("retire", other, "--reason", "too easy", root=root)
    written = path.read_bytes()
    assert written.startswith(BOM_UTF8 + b"items:\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert other not in asked(root)
