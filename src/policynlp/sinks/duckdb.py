"""DuckDB: a file with the tables ``documents`` and ``claims`` for SQL over many reports."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from policynlp.sinks.arrow import flat_schema, make_batch
from policynlp.sinks.columns import load_columns, names
from policynlp.sinks.content import Content
from policynlp.sinks.database import write_database
from policynlp.sinks.engines import Row
from policynlp.sinks.extras import load_library

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

WHAT = "duckdb files"


def write_duckdb(content: Content, path: Path) -> int:
    """Replace the rows of the documents read; return how many claims, or cells of the panel."""
    return write_database(DuckDB(), content, path)


class DuckDB:
    """DuckDB, which takes rows as Arrow's: one by one they take it long."""

    types: Mapping[str, str] = MappingProxyType(
        {"string": "VARCHAR", "number": "DOUBLE", "integer": "BIGINT", "boolean": "BOOLEAN"}
    )

    def __init__(self) -> None:
        self.library = load_library("duckdb", WHAT)
        self.arrow = load_library("pyarrow", WHAT)
        self.errors: tuple[type[Exception], ...] = (self.library.Error,)

    def connect(self, path: Path) -> "DuckDBPyConnection":
        """Open the file, or make a new one."""
        connection: DuckDBPyConnection = self.library.connect(str(path))
        return connection

    def columns(self, connection: "DuckDBPyConnection", table: str) -> set[str]:
        """Name the columns of a table, none if there is no such table."""
        query = (
            "SELECT column_name FROM duckdb_columns() WHERE table_name = ?"
            " AND database_name = current_database() AND schema_name = current_schema()"
        )
        return {name for (name,) in connection.execute(query, [table]).fetchall()}

    def insert(self, connection: "DuckDBPyConnection", table: str, rows: Sequence[Row]) -> None:
        """Append rows to a table of ours."""
        columns = names(table)
        records = [dict(zip(columns, row, strict=True)) for row in rows]
        batch = make_batch(records, flat_schema(load_columns(table)))
        connection.register("rows", self.arrow.Table.from_batches([batch]))
        listed = ", ".join(columns)
        connection.execute(f"INSERT INTO {table} ({listed}) SELECT {listed} FROM rows")
        connection.unregister("rows")
