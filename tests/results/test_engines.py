"""The same summaries on DuckDB, PostgreSQL and Spark: equal to 1e-9.

PostgreSQL is started from the system's package, on the loopback, in a folder of its own; Spark runs in this process.
Each is skipped where it is not installed (`make warehouse` installs what Python needs).
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from guizhang.diagnostics import Faulty
from guizhang.grading.audit import Stamp
from guizhang.grading.privacy.purge import find_old, purge
from guizhang.grading.privacy.retention import parse_period
from guizhang.results.answer import answer
from guizhang.results.engines import connect
from guizhang.results.folder import Folder
from guizhang.results.pseudonym import Pseudonyms
from guizhang.results.summaries import SUMMARIES
from tests.results.exams import asked, differing, held, store_of

pytestmark = pytest.mark.xdist_group("engines")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("engines")
    held(where / "may", "00000000000000a1", date(2026, 5, 4))
    held(where / "june", "00000000000000b2", date(2026, 6, 4), slice(4, 36), cut_score="30%")
    held(where / "july", "00000000000000c3", None, slice(0, 7))
    return where


def _server_programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    return found[-1].parent if found else None


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    """The address of a PostgreSQL server that belongs to this test alone."""
    pytest.importorskip("ibis")
    pytest.importorskip("psycopg")
    programs = _server_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    user = []
    where = Path("/tmp") / f"guizhang-postgres-{os.getpid()}"  # short: a socket's path has at most 107 bytes
    where.mkdir(mode=0o700)
    if os.geteuid() == 0:  # the server refuses to run as root
        if shutil.which("setpriv") is None or shutil.which("runuser") is None:
            where.rmdir()
            pytest.skip("no program to become another user")
        shutil.chown(where, "postgres", "postgres")
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = where / "data"
    make = [programs / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "--locale=C", "-E", "UTF8"]
    try:
        subprocess.run([*user, *make], check=True, capture_output=True, cwd=where)
        serve = [programs / "postgres", "-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", where, "-F"]
        with (where.parent / f"{where.name}.log").open("w") as log:
            server = subprocess.Popen([*user, *serve], stdout=log, stderr=log, cwd=where)
        try:
            ready = [programs / "pg_isready", "-h", "127.0.0.1", "-p", str(port), "-t", "1"]
            for _ in range(200):
                if subprocess.run(ready, capture_output=True, check=False).returncode == 0:
                    break
            yield f"postgres://postgres@127.0.0.1:{port}/postgres"
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
    finally:
        shutil.rmtree(where, ignore_errors=True)
        (where.parent / f"{where.name}.log").unlink(missing_ok=True)


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    pytest.importorskip("ibis")
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    settings = {
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("spark")),
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.ui.enabled": "false",
    }
    builder = sql.SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield "spark:local[2]"
    session.stop()


def disagreements(engine, folder):
    """Return, of every summary that has rows here, where the engine and the embedded store differ; "empty" where nothing is compared."""
    store, _ = store_of(folder)
    found = {}
    for name, summary in SUMMARIES.items():
        ours = asked(store, name)
        theirs = answer(summary, engine.summary_rows(summary)).records
        found[name] = list(differing(ours, theirs)) if ours else "empty"
    return found


NONE = {name: [] for name in SUMMARIES}


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ([{"n": 1, "x": 0.5}], [{"n": 1, "x": 0.5 + 1e-10}], []),
        ([{"x": 0.5}], [{"x": 0.5 + 1e-8}], [(0, "x", 0.5, 0.5 + 1e-8)]),
        ([{"x": 0.5}], [{"x": None}], [(0, "x", 0.5, None)]),
        ([{"x": "a"}], [{"y": "a"}], [(0, "x", "a", "no such column"), (0, "y", "no such column", "a")]),
        ([{"x": "a"}], [], [("rows", 1, 0)]),
    ],
)
def test_the_comparison_sees_a_difference(ours, theirs, found):
    assert sorted(differing(ours, theirs), key=str) == found


def test_postgresql_answers_as_the_embedded_store(postgres, folder):
    engine = connect(postgres)
    engine.load(Folder(folder, Pseudonyms(None)).batches())
    assert disagreements(engine, folder) == NONE


def test_loading_again_replaces_the_same_exams_in_postgresql_and_leaves_others(postgres, folder, tmp_path):
    shutil.copytree(folder / "june", tmp_path / "june")
    engine = connect(postgres)
    for where in (folder, folder, tmp_path):
        engine.load(Folder(where, Pseudonyms(None)).batches())
    assert disagreements(engine, folder) == NONE


def test_nobody_of_a_purged_exam_stays_in_postgresql(postgres, folder, tmp_path):
    shutil.copytree(folder / "may", tmp_path / "may")
    engine = connect(postgres)
    engine.load(Folder(tmp_path, Pseudonyms(None)).batches())
    (old,) = find_old(tmp_path, parse_period("1m"), date(2026, 7, 1)).old
    purge(old, Stamp("HR", datetime(2026, 7, 1, tzinfo=UTC)))
    engine.load(Folder(tmp_path, Pseudonyms(None)).batches())
    left = {
        name: engine.rows(f"SELECT COUNT(*) AS n FROM {name} WHERE exam_id = '00000000000000a1'")[0]["n"]
        for name in ("candidates", "responses", "ratings")
    }
    assert left == {"candidates": 37, "responses": 0, "ratings": 0}
    assert not engine.rows("SELECT name FROM candidates WHERE exam_id = '00000000000000a1' AND name <> ''")


def test_spark_answers_as_the_embedded_store(spark, folder):
    engine = connect(spark)
    engine.load(Folder(folder, Pseudonyms(None)).batches())
    assert disagreements(engine, folder) == NONE


@pytest.mark.parametrize("name", ["items", "reread"])
@pytest.mark.parametrize("where", ["postgres", "spark"])
def test_the_first_rows_of_an_engine_come_with_their_number_in_all(request, folder, where, name):
    engine = connect(request.getfixturevalue(where))
    engine.load(Folder(folder, Pseudonyms(None)).batches())
    store, _ = store_of(folder)
    ours, summary = asked(store, name), SUMMARIES[name]
    theirs = answer(summary, engine.summary_rows(summary, 3))
    assert (len(theirs.records), theirs.total) == (3, len(ours))
    assert list(differing(ours[:3], theirs.records)) == []


def test_an_engine_that_cannot_be_reached_is_named_without_the_password():
    pytest.importorskip("ibis")
    pytest.importorskip("psycopg")
    with pytest.raises(Faulty) as refused:
        connect("postgres://somebody:hush@127.0.0.1:1/nowhere")
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.source.path) == ("WHS010", "postgres://somebody@127.0.0.1:1/nowhere")
    assert "hush" not in fault.render("both")


@pytest.mark.parametrize("url", ["mysql://x/y", "x", ""])
def test_other_engines_are_refused(url):
    with pytest.raises(Faulty, match="WHS010"):
        connect(url)
