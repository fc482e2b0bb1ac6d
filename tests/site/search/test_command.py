"""`guizhang search`."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from guizhang.cli import main

ROOT = str(Path(__file__).parents[2] / "quiz" / "office")


def run(*words: str, lang: str = "zh"):
    return CliRunner().invoke(main, ["--lang", lang, "search", "--root", ROOT, *words])


def test_number_title_address_and_the_line_that_has_it():
    done = run("首次", "回复")
    lines = done.stdout.splitlines()
    assert done.exit_code == 0
    assert any(line.startswith("第一条") and "[complaints/first-reply]" in line for line in lines[:4])
    assert any("首次回复" in line for line in lines if line.startswith("    "))


@pytest.mark.parametrize(("lang", "said"), [("zh", "第五条"), ("en", "Art. 5"), ("both", "/ Art. 5")])
def test_in_the_language_of_the_reader(lang, said):
    assert said in run("complaints article 5", lang=lang).stdout


def test_a_figure_comes_first():
    # The handbook's parameters make it 12 of 24.
    assert (
        run("首次回复", "几小时").stdout.splitlines()[0]
        == "= 12小时  首次回复时限：最多12小时（complaints/first-reply）"
    )


def test_json_and_limit():
    found = json.loads(run("投诉", "--limit", "2", "--json").stdout)
    assert len(found["hits"]) == 2
    assert {"address", "url", "label", "title", "partly"} <= set(found["hits"][0])


def test_a_rule_that_is_not_in_force_yet_says_so(tmp_path):
    shutil.copytree(ROOT, tmp_path / "office")
    rules = tmp_path / "office/content/regulations/complaints.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("effective: 2026", "effective: 2098"), encoding="utf-8")
    words = ["search", "--root", str(tmp_path / "office"), "首次", "回复", "几小时"]
    lines = CliRunner().invoke(main, ["--lang", "zh", *words]).stdout.splitlines()
    assert lines[0] == "= 12小时  首次回复时限：最多12小时（complaints/first-reply）【尚未施行】"
    (hit,) = [line for line in lines if "[complaints/first-reply]" in line]
    assert hit.endswith("【尚未施行】")
    told = json.loads(CliRunner().invoke(main, [*words, "--json"]).stdout)
    assert told["card"]["standing"] == "pending"


def test_nothing_found_is_exit_code_1():
    done = run("ζζζ")
    assert (done.exit_code, done.stdout.strip()) == (1, "没有找到")


def test_what_is_left_out_is_said():
    assert "-- 以下没有：火星" in run("投诉", "火星").stdout


@pytest.fixture
def bare(tmp_path):
    """A handbook with one rule, in Chinese, and a hand-written page of two sections."""
    content = tmp_path / "content"
    (content / "regulations").mkdir(parents=True)
    (content / "pages").mkdir()
    shutil.copy(Path(__file__).parents[3] / "mkdocs.yml", tmp_path)
    (content / "handbook.yaml").write_text("title: {zh: 手册, en: Book}\ncompany: {zh: 甲, en: A}\n", encoding="utf-8")
    (content / "regulations" / "keys.yaml").write_text(
        'id: keys\ntitle: {zh: 钥匙}\nedition: {version: "1"}\nbody:\n  - article: 1\n    id: a\n    text: {zh: 钥匙须当日归还。}\n',
        encoding="utf-8",
    )
    page = "---\ntitle: 怎么用\ntitle_en: How to use\n---\n\n开头。\n\n## 打印机在哪里\n\n走廊**尽头**。\n"
    (content / "pages" / "about.md").write_text(page, encoding="utf-8")
    return tmp_path


def test_hand_written_pages_are_found_as_on_the_site(bare):
    done = CliRunner().invoke(main, ["--lang", "zh", "search", "--root", str(bare), "走廊尽头"])
    assert done.stdout.splitlines()[:2] == ["打印机在哪里  [about.html#_1]", "    走廊尽头。"]


def test_what_is_not_translated_is_shown_as_it_stands(bare):
    done = CliRunner().invoke(main, ["--lang", "en", "search", "--root", str(bare), "归还"])
    assert done.stdout.splitlines() == ["钥匙 › Art. 1  [keys/a]", "    钥匙须当日归还。"]


def test_a_handbook_without_mkdocs_can_be_searched(bare):
    (bare / "mkdocs.yml").unlink()
    done = CliRunner().invoke(main, ["--lang", "zh", "search", "--root", str(bare), "归还"])
    assert done.stdout.startswith("钥匙 › 第一条")


def test_an_item_of_a_flat_list_is_quoted_with_its_number(bare):
    items = ("须戴工牌。", "被客户投诉一次，罚款十五元。", "店内不得喧哗。")
    body = "".join(
        f"  - item: {i}\n    id: item-{i}\n    label: '{i}、'\n    text: {{zh: {line}}}\n"
        for i, line in enumerate(items, 1)
    )
    (bare / "content" / "regulations" / "keys.yaml").write_text(
        f'id: keys\ntitle: {{zh: 店规}}\nedition: {{version: "1"}}\nbody:\n{body}', encoding="utf-8"
    )
    done = CliRunner().invoke(main, ["--lang", "zh", "search", "--root", str(bare), "顾客投诉要罚款吗"])
    assert done.stdout.splitlines() == [
        "~ 顾客投诉 → 客户投诉（同义词）",
        "店规 › 2、  [keys/item-2]",
        "    被客户投诉一次，罚款十五元。",
    ]


def test_where_nothing_is_missing_no_missing_words_are_named(bare):
    done = CliRunner().invoke(main, ["--lang", "zh", "search", "--root", str(bare), "归还钥匙"])
    assert done.stdout.splitlines()[0] == "-- 以下只有部分相符"
    done = CliRunner().invoke(main, ["--lang", "en", "search", "--root", str(bare), "归还钥匙"])
    assert done.stdout.splitlines()[0] == "-- these match in part"


def test_the_line_with_most_of_the_query_is_quoted(bare):
    (bare / "content" / "regulations" / "keys.yaml").write_text(
        'id: keys\ntitle: {zh: 店规}\nedition: {version: "1"}\nbody:\n  - article: 1\n    id: a\n    text: {zh: 分三类。}\n'
        "    body: [{item: 1, text: {zh: 钥匙当日归还；}}, {item: 2, text: {zh: 柜子的钥匙丢失的，照价赔偿。}}]\n",
        encoding="utf-8",
    )
    done = CliRunner().invoke(main, ["--lang", "zh", "search", "--root", str(bare), "钥匙丢失了怎么赔偿"])
    assert done.stdout.splitlines()[-1] == "    （二）柜子的钥匙丢失的，照价赔偿。"
