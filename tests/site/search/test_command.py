"""`guizhang search`."""

import json
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


def test_nothing_found_is_exit_code_1():
    done = run("ζζζ")
    assert (done.exit_code, done.stdout.strip()) == (1, "没有找到")


def test_what_is_left_out_is_said():
    assert "-- 以下没有：火星" in run("投诉", "火星").stdout
