"""The commands that show items: what they print, for people and for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from guizhang.cli import main
from guizhang.quiz.models import MODELS
from tests.quiz.projects import office


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> str:
    folder = tmp_path_factory.mktemp("listing")
    office(folder)
    return str(folder / "office")


def run(*arguments: str, lang: str = "en"):
    return CliRunner().invoke(main, ["--lang", lang, "items", *arguments])


def test_the_json_has_every_part_of_an_item_printed(root):
    result = run("list", "--root", root, "--format", "json")
    assert result.exit_code == 0
    items = {item["id"]: item for item in json.loads(result.output)["items"]}
    item = items["fact-choice.complaints.first-reply.reply"]
    assert set(item) == {
        "id", "model", "type", "pool", "cites", "themes", "difficulty", "stem", "options", "key", "rationale",
    }  # fmt: skip
    assert (item["model"], item["type"], item["pool"]) == ("fact-choice", "single_choice", "practice")
    assert item["options"][ord(item["key"][0]) - ord("A")] == {"zh": "12小时", "en": "12 hours"}
    (cited,) = item["cites"]
    assert cited["provision"] == "complaints/first-reply"
    assert re.fullmatch("[0-9a-f]{8}", cited["hash"])
    assert "须在12小时内首次回复客户" in cited["span"]["zh"]
    assert "${" not in result.output


def test_every_item_carries_provision_span_and_hash(root):
    items = json.loads(run("list", "--root", root, "--format", "json").output)["items"]
    generated = [item for item in items if item["model"]]
    assert generated
    assert all(cite["provision"] and cite["span"] and cite["hash"] for item in generated for cite in item["cites"])


@pytest.mark.parametrize(
    "arguments",
    [("list",), ("show", "x"), ("why", "x/y"), ("lint",), ("export", "-o", "bank.xlsx"), ("import", "bank.csv")],
    ids=lambda arguments: arguments[0],
)
def test_outside_a_handbook_no_item_is_said_to_be_all_there_is(tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == 1
    assert "content/handbook.yaml: error YML009" in result.stderr
    assert "guizhang init starts a handbook" in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_bank_with_a_file_nobody_can_read_is_not_exported(tmp_path):
    office(tmp_path)
    (tmp_path / "office" / "quizzes" / "bank" / "half.yaml").write_text("- id: half\n", encoding="utf-8")
    result = run("export", "--root", str(tmp_path / "office"), "-o", str(tmp_path / "bank.xlsx"))
    assert result.exit_code == 1
    assert "half.yaml:1:" in result.stderr
    assert not (tmp_path / "bank.xlsx").exists()


def test_a_list_can_be_of_one_regulation(root):
    items = json.loads(run("list", "--root", root, "--format", "json", "--regulation", "leave").output)["items"]
    assert items
    assert all(any(c["provision"].startswith("leave/") for c in item["cites"]) for item in items)
    table = run("list", "--root", root, "--regulation", "leave").output
    assert f"{len(items)} items" in table
    assert "fact-choice.leave.notice.notice" in table


def test_show_prints_key_reasons_rule_figures_and_enemies(root):
    shown = run("show", "fact-choice.complaints.first-reply.reply", "--root", root, lang="zh").output
    for part in (
        "12小时",
        "答案：",
        "规定的是：12小时",
        "依据：complaints/first-reply",
        "fresh",
        "数值：complaints/first-reply#reply = 12小时 / 12 hours",
        "不能同卷的题",
        "altered-fact.complaints.first-reply.reply",
    ):
        assert part in shown, part
    assert len(re.findall(r"^  \*[A-D]\. ", shown, re.MULTILINE)) == 1


def test_an_unknown_id_offers_what_comes_near(root):
    result = run("show", "fact-choice.complaints.first-reply.replay", "--root", root)
    assert result.exit_code == 1
    assert "did you mean fact-choice.complaints.first-reply.reply" in result.stderr
    result = run("why", "complaints/first-replay", "--root", root)
    assert result.exit_code == 1
    assert "did you mean complaints/first-reply" in result.stderr


def test_why_names_every_model(root):
    said = run("why", "complaints/first-reply", "--root", root).output
    models = re.findall(r"^([a-z-]+(?:, [a-z-]+)*): \d+$", said, re.MULTILINE)
    assert sorted(name for names in models for name in names.split(", ")) == sorted(MODELS)
    assert "+ fact-choice.complaints.first-reply.reply" in said
    assert "- nothing here can be asked for so; it takes steps that the rule puts in order" in said


def test_the_page_on_item_models_names_them_all():
    page = (Path(__file__).parents[2] / "docs" / "items.md").read_text(encoding="utf-8")
    for half in page.split("\n## English\n"):
        assert re.findall(r"^\| `([a-z-]+)` \|", half, re.MULTILINE) == list(MODELS)
