"""Somebody's own SQL: any question, no file, no network, no setting, no change, not for ever."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guizhang.diagnostics import Faulty
from guizhang.results.schema import TABLES
from guizhang.results.store import Store

RECORD = ("exams", "INSERT INTO exams (exam_id, blueprint) VALUES ('e', 'b')")


@pytest.fixture(scope="module")
def store():
    store = Store(memory_mb=200)
    store.connection.execute(RECORD[1])
    store.lock()
    return store


def ask(store, sql, **more):
    return store.ask(sql, **{"limit": 10, "seconds": 20.0, **more})


ANSWERED = {
    "SELECT exam_id FROM exams": (("e",),),
    "FROM exams SELECT blueprint": (("b",),),
    "WITH x AS (SELECT 1 AS a) SELECT a + 1 FROM x": ((2,),),
    "SELECT count(*) FROM responses;": ((0,),),
    "VALUES (1)": ((1,),),
}


@pytest.mark.parametrize("sql", ANSWERED)
def test_a_question_is_answered(store, sql):
    assert ask(store, sql).rows == ANSWERED[sql]


EXAMPLES = re.findall(
    r'^guizhang results sql \S+ "(.+)"$',
    (Path(__file__).parents[2] / "docs" / "results.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize("sql", sorted(set(EXAMPLES)))
def test_the_question_in_the_docs_is_answered(store, sql):
    assert ask(store, sql).rows == ()


REFUSED = {
    "": "WHS006",
    "SELECT 1; SELECT 2": "WHS006",
    "COPY exams TO '{new}'": "WHS006",
    "COPY (SELECT 1) TO '{new}' (FORMAT json)": "WHS006",
    "EXPORT DATABASE '{new}'": "WHS006",
    "ATTACH '{new}'": "WHS006",
    "INSTALL httpfs": "WHS006",
    "LOAD json": "WHS006",
    "PRAGMA database_list": "WHS006",
    "PRAGMA enable_profiling": "WHS006",
    "SET threads = 1": "WHS006",
    "SET enable_external_access = true": "WHS006",
    "RESET lock_configuration": "WHS006",
    "CALL enable_logging()": "WHS006",
    "CREATE TABLE x AS SELECT 1": "WHS006",
    "CREATE VIEW x AS SELECT 1": "WHS006",
    "INSERT INTO exams (exam_id) VALUES ('x')": "WHS006",
    "UPDATE exams SET exam_id = 'x'": "WHS006",
    "DELETE FROM exams": "WHS006",
    "DROP TABLE exams": "WHS006",
    "EXPLAIN ANALYZE DELETE FROM exams": "WHS006",
    "BEGIN": "WHS006",
    "CHECKPOINT": "WHS006",
    "WITH x AS (DELETE FROM exams RETURNING *) SELECT * FROM x": "WHS007",
    "SELECT * FROM read_csv('{old}')": "WHS007",
    "SELECT * FROM read_text('{old}')": "WHS007",
    "SELECT * FROM read_blob('{old}')": "WHS007",
    "SELECT * FROM read_json('{old}')": "WHS007",
    "SELECT * FROM parquet_scan('{old}')": "WHS007",
    "SELECT * FROM sniff_csv('{old}')": "WHS007",
    "SELECT * FROM '{old}'": "WHS007",
    "SELECT * FROM glob('/*')": "WHS007",
    "SELECT * FROM query('COPY exams TO ''{new}''')": "WHS007",
    "SELECT * FROM read_csv('https://handbook.example/x.csv')": "WHS007",
    "SELECT * FROM enable_logging()": "WHS007",
    "SELECT * FROM tmp_path": "WHS007",
    "SELECT * FROM nothing": "WHS007",
    "SELECT": "WHS007",
    "SELEC 1": "WHS007",
    "SELECT list(a) FROM range(300000000) AS t(a)": "WHS007",  # more than its memory
}


@pytest.mark.parametrize("sql", REFUSED)
def test_everything_else_is_refused_and_nothing_changes(store, tmp_path, sql):
    old, new = tmp_path / "old.csv", tmp_path / "new"
    old.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(Faulty) as refused:
        ask(store, sql.format(old=old, new=new))
    assert [fault.code for fault in refused.value.diagnostics] == [REFUSED[sql]]
    assert not new.exists()
    assert {row[0] for row in ask(store, "SHOW TABLES", limit=100).rows} == set(TABLES)
    assert ask(store, "SELECT exam_id FROM exams").rows == (("e",),)


def test_variables_of_the_program_are_no_tables(store):
    exam_list = [{"a": 1}]
    with pytest.raises(Faulty, match="WHS007"):
        ask(store, "SELECT * FROM exam_list")
    assert exam_list


def test_rows_end_at_the_limit_and_it_is_said(store):
    assert ask(store, "FROM range(5)", limit=5).more is False
    cut = ask(store, "FROM range(5)", limit=4)
    assert (len(cut.rows), cut.more) == (4, True)


def test_a_query_without_end_is_stopped_and_the_next_one_answered(store):
    with pytest.raises(Faulty, match="WHS008"):
        ask(store, "SELECT count(*) FROM range(1000000000000) AS a(x) WHERE hash(x) = 1", seconds=0.3)
    assert ask(store, "SELECT 1").rows == ((1,),)
