"""A company's own engine behind the same queries: PostgreSQL or Spark, through Ibis (extra ``warehouse``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from guizhang.diagnostics import Faulty
from guizhang.results import faults
from guizhang.results.folder import Batch
from guizhang.results.schema import TABLES, Row, StoreTable, Type
from guizhang.results.summaries import Summary

_SPARK = "spark:"
_SPARK_TYPES = {Type.TEXT: "STRING", Type.WHOLE: "INT", Type.NUMBER: "DOUBLE", Type.YES_NO: "BOOLEAN", Type.DAY: "DATE"}
_KEYED = {"exam_id", "criterion", "theme", "address"}
"""First columns of keys: rows with the same one are about the same exam, or the same name."""


# Imported by name: the extra need not be installed, neither to run nor to check the types.
_RAISED = (("ibis.common.exceptions", "IbisError"), ("psycopg", "Error"), ("pyspark.errors", "PySparkException"))


@dataclass(frozen=True, slots=True)
class Engine:
    """A connection to an engine that holds the tables of the store."""

    url: str
    """Where it is, without a password."""
    backend: Any
    """The Ibis backend."""

    def summary_rows(self, summary: Summary, limit: int | None = None) -> list[Mapping[str, object]]:
        """Return the rows of a summary; with a *limit* the first ones (`Summary.query`).

        Raises:
            Faulty: the engine does not run it, for want of tables or rights.
        """
        return self.rows(summary.query(limit))

    def rows(self, sql: str) -> list[Mapping[str, object]]:
        """Return all rows of a query in DuckDB's dialect, put into the engine's own.

        Raises:
            Faulty: the engine does not run it, for want of tables or rights.
        """
        with _faults(self.url):
            (own,) = import_module("sqlglot").transpile(sql, read="duckdb", write=self.backend.dialect)
            found = self.backend.raw_sql(own)
            if self.backend.name == "pyspark":
                return [row.asDict() for row in found.collect()]
            with closing(found) as cursor:
                names = [column.name for column in cursor.description]
                return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def load(self, batches: Iterable[Batch]) -> None:
        """Write exams into the engine.

        PostgreSQL: exams that are there already are replaced and all others stay, in one transaction. Spark, whose
        tables of files know no such thing: the tables are replaced as a whole.

        Raises:
            Faulty: the engine refuses.
        """
        with _faults(self.url):
            if self.backend.name == "postgres":
                _into_postgres(self.backend.con, batches)
            else:
                _into_spark(batches)


def connect(url: str) -> Engine:
    """Return the engine at ``postgres://…`` or ``spark:MASTER`` (such as ``spark:local[*]``).

    Raises:
        Faulty: it cannot be reached, or what it takes is not installed.
    """
    with _faults(url):
        if url.startswith(_SPARK):
            return Engine(url, _spark(url.removeprefix(_SPARK)))
        if url.startswith(("postgres://", "postgresql://")):
            return Engine(_without_password(url), import_module("ibis").connect(url))
    raise Faulty([faults.no_engine(url, "postgres://, postgresql:// or spark:")])


def _spark(master: str) -> Any:
    # Days are days in any zone, and a page about the work is served to nobody who did not ask for it.
    builder = import_module("pyspark.sql").SparkSession.builder.master(master).appName("guizhang")
    session = builder.config("spark.ui.enabled", "false").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    return import_module("ibis").pyspark.connect(session)


def _into_postgres(connection: Any, batches: Iterable[Batch]) -> None:
    with connection.transaction(), connection.cursor() as cursor:
        for table in TABLES.values():
            cursor.execute(f"CREATE TABLE IF NOT EXISTS {table.name} ({table.ddl})")
        for batch in batches:
            # Also from tables for which an exam has no rows any more: after a purge there are no answers.
            exams = {row[0] for row in batch["exams"]}
            for name, rows in batch.items():
                table = TABLES[name]
                _replace(cursor, table, rows, exams if table.key[0] == "exam_id" else {row[0] for row in rows})


def _replace(cursor: Any, table: StoreTable, rows: list[Row], gone: AbstractSet[str]) -> None:
    key = table.key[0]
    assert key in _KEYED, table.name
    cursor.execute(f"DELETE FROM {table.name} WHERE {key} = ANY(%s)", [sorted(gone)])  # noqa: S608
    with cursor.copy(f"COPY {table.name} ({', '.join(table.columns)}) FROM STDIN") as copy:
        for row in rows:
            # PostgreSQL keeps no NUL in a text.
            copy.write_row([value.replace("\x00", "\ufffd") if isinstance(value, str) else value for value in row])


def _into_spark(batches: Iterable[Batch]) -> None:
    session = import_module("pyspark.sql").SparkSession.active()
    rows: Batch = {name: [] for name in TABLES}
    for batch in batches:
        for name, more in batch.items():
            rows[name] += more
    for name, table in TABLES.items():
        schema = ", ".join(f"{column} {_SPARK_TYPES[kind]}" for column, kind in table.columns.items())
        # From rows and not through pandas, which makes NaN of what is missing.
        session.createDataFrame(rows[name], schema).write.mode("overwrite").saveAsTable(name)


def _without_password(url: str) -> str:
    scheme, _, rest = url.partition("://")
    account, at, place = rest.rpartition("@")
    return f"{scheme}://{account.partition(':')[0]}{at}{place}"


@contextmanager
def _faults(url: str) -> Iterator[None]:
    """Turn what engines raise into a fault that names the engine."""
    shown = _without_password(url)
    kinds: tuple[type[Exception], ...] = (
        ImportError,
        OSError,
        *(kind for module, name in _RAISED for kind in _kind(module, name)),
    )
    try:
        yield
    except kinds as error:
        raise Faulty([faults.no_engine(shown, " ".join(str(error).split())[:300])]) from error


def _kind(module: str, name: str) -> list[type[Exception]]:
    try:
        return [getattr(import_module(module), name)]
    except ImportError:
        return []
