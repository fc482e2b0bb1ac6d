"""The embedded store: DuckDB in memory, filled from a folder, then shut off from everything else."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from guizhang.diagnostics import Diagnostic, Faulty
from guizhang.results import faults
from guizhang.results.folder import Batch
from guizhang.results.schema import TABLES
from guizhang.results.summaries import Summary, part_sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LOCKS = (
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
    "SET allow_unredacted_secrets = false",
    "SET python_enable_replacements = false",  # a table name must never mean a variable of this program
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)


@dataclass(frozen=True, slots=True)
class Rows:
    """What a query gave."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    more: bool
    """Whether there were more rows than asked for."""


class Store:
    """Tables in memory. Once `lock` has been called, no statement reaches a file, a network or a setting."""

    def __init__(self, *, memory_mb: int = 1500, threads: int | None = None) -> None:
        """Make the empty tables; *memory_mb* and *threads* bound every query, all cores when absent.

        The program itself takes some 300 MB more.
        """
        import duckdb

        self.connection: DuckDBPyConnection = duckdb.connect(":memory:", config={"memory_limit": f"{memory_mb}MB"})
        self.connection.execute("SET preserve_insertion_order = false")
        # Sums pushed below a join are made per answer, not per person: three times as slow as summing up afterwards.
        self.connection.execute("SET disabled_optimizers = 'partial_aggregate_pushdown'")
        # What does not fit into memory goes here (mode 0700), and goes away with the store.
        self._aside = TemporaryDirectory(prefix="guizhang-results-")
        self.connection.execute("SET temp_directory = ?", [self._aside.name])
        self.connection.execute("SET max_temp_directory_size = '20GB'")
        # Ids stand in millions of rows: compressed, ten million answers take a third of the memory.
        self.connection.execute("ATTACH ':memory:' AS store (COMPRESS)")
        self.connection.execute("USE store")
        if threads is not None:
            self.connection.execute(f"SET threads = {threads:d}")
        for table in TABLES.values():
            # Keys are held by the reader; an index over ten million rows would cost more than the rows.
            columns = ", ".join(f"{name} {kind.value}" for name, kind in table.columns.items())
            self.connection.execute(f"CREATE TABLE {table.name} ({columns})")

    def fill(self, batches: Iterable[Batch]) -> None:
        """Add rows."""
        for batch in batches:
            for name, rows in batch.items():
                if not rows:
                    continue
                kinds = TABLES[name].columns.values()
                # Columns as lists: many times as fast as row by row, and without numpy, pandas or a file between.
                unnested = ", ".join(f"unnest(?::{kind.value}[])" for kind in kinds)
                columns = [list(column) for column in zip(*rows, strict=True)]
                self.connection.execute(f"INSERT INTO {name} SELECT {unnested}", columns)

    def lock(self) -> None:
        """Shut the store off; this cannot be undone."""
        self.connection.execute("CHECKPOINT store")
        for statement in _LOCKS:
            self.connection.execute(statement)

    def summary_rows(self, summary: Summary, limit: int | None = None) -> list[Mapping[str, object]]:
        """Return the rows of a summary; what it is built on is kept for the next one, so no rows may be added later.

        Args:
            summary: What is asked.
            limit: Give so many rows; see `Summary.query`.
        """
        for part in summary.parts:
            self.connection.execute(f"CREATE TABLE IF NOT EXISTS {part} AS {part_sql(part)}")
        return self.rows(summary.query(limit, kept=True))

    def rows(self, sql: str) -> list[Mapping[str, object]]:
        """Return all rows of a query of our own."""
        cursor = self.connection.execute(sql)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def ask(self, sql: str, *, limit: int, seconds: float) -> Rows:
        """Return the rows of somebody's query: one SELECT, at most *limit* rows, at most *seconds*.

        Raises:
            Faulty: it is no single SELECT, is not understood or not allowed, takes too long or too much memory.
        """
        import duckdb

        try:
            self._refuse(sql)
            timer = threading.Timer(seconds, self.connection.interrupt)
            timer.start()
            try:
                # A SELECT may change tables by a WITH clause; what is begun so may not.
                self.connection.execute("BEGIN TRANSACTION READ ONLY")
                cursor = self.connection.execute(sql)
                names = tuple(str(column[0]) for column in cursor.description or ())
                rows = cursor.fetchmany(limit + 1)
            finally:
                timer.cancel()
                self.connection.rollback()
        except duckdb.InterruptException as error:
            raise Faulty([faults.too_long(seconds)]) from error
        except (duckdb.Error, UnicodeError) as error:
            raise Faulty([faults.refused_query(str(error))]) from error
        return Rows(names, tuple(rows[:limit]), len(rows) > limit)

    def _refuse(self, sql: str) -> None:
        """Let one SELECT pass; ``PRAGMA`` and its like may look like one only after this."""
        from duckdb import StatementType

        statements = self.connection.extract_statements(sql)
        refused: list[Diagnostic] = []
        if len(statements) != 1:
            refused.append(faults.not_a_question(f"{len(statements)}"))
        elif statements[0].type != StatementType.SELECT:
            refused.append(faults.not_a_question(statements[0].type.name))
        if refused:
            raise Faulty(refused)
