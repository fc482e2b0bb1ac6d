"""docs/results.md says what stands in every table, and which summaries there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guizhang.results.schema import TABLES
from guizhang.results.summaries import SUMMARIES, USUAL

DOCS = (Path(__file__).parents[2] / "docs" / "results.md").read_text(encoding="utf-8")
HALVES = tuple(
    half.split(heading)
    for half, heading in zip(DOCS.split("\n## English\n"), ("### 数据表", "### Tables"), strict=True)
)
"""For Chinese and English what stands before the tables, and the tables."""
NAMED = {"criteria", "themes", "provisions"}


def row_of(table: str, tables: str) -> str:
    (row,) = re.findall(rf"^\| (?:`\w+`, )*`{table}`(?:, `\w+`)* \|.*$", tables, re.MULTILINE)
    return row.rsplit("|", 2)[1]


@pytest.mark.parametrize("tables", [tables for _, tables in HALVES], ids=["zh", "en"])
@pytest.mark.parametrize("name", sorted(TABLES.keys() - NAMED))
def test_every_column_is_documented_in_order_and_keys_are_bold(name, tables):
    row = row_of(name, tables)
    assert tuple(dict.fromkeys(re.findall(r"`(\w+)`", row))) == tuple(TABLES[name].columns)
    assert tuple(re.findall(r"\*\*`(\w+)`\*\*", row)) == TABLES[name].key


@pytest.mark.parametrize("tables", [tables for _, tables in HALVES], ids=["zh", "en"])
@pytest.mark.parametrize("name", sorted(NAMED))
def test_tables_of_names_are_documented(name, tables):
    assert tuple(TABLES[name].columns)[1:] == ("name_zh", "name_en")
    assert f"**`{TABLES[name].key[0]}`**" in row_of(name, tables)


@pytest.mark.parametrize("summaries", [summaries for summaries, _ in HALVES], ids=["zh", "en"])
def test_every_summary_is_documented_and_the_usual_ones_are_marked(summaries):
    rows = re.findall(r"^\| `(\w+)`( \*)? \|", summaries, re.MULTILINE)
    assert [name for name, _ in rows] == list(SUMMARIES)
    assert tuple(name for name, star in rows if star) == USUAL
