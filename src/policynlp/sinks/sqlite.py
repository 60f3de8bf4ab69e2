"""SQLite, which every system reads: a file with the tables ``documents`` and ``claims``."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from policynlp.sinks.columns import load_columns, names
from policynlp.sinks.content import Content
from policynlp.sinks.database import write_database
from policynlp.sinks.engines import Row


def write_sqlite(content: Content, path: Path) -> int:
    """Replace the rows of the documents read; return how many claims, or cells of the panel."""
    return write_database(Sqlite(), content, path)


class Sqlite:
    """SQLite as the standard library has it."""

    types: Mapping[str, str] = MappingProxyType(
        {"string": "TEXT", "number": "REAL", "integer": "INTEGER", "boolean": "BOOLEAN"}
    )
    errors = (sqlite3.Error,)

    def connect(self, path: Path) -> sqlite3.Connection:
        """Open the file, or make a new one."""
        return sqlite3.connect(path, isolation_level=None)

    def columns(self, connection: sqlite3.Connection, table: str) -> set[str]:
        """Name the columns of a table, none if there is no such table."""
        rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        return {name for (name,) in rows}

    def insert(self, connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
        """Append rows to a table of ours."""
        columns = load_columns(table)
        # a whole number of SQLite ends at 2**63, one of ours does not
        numeric = [column.type == "number" for column in columns]
        fitted = (
            [float(v) if n and v is not None else v for n, v in zip(numeric, row, strict=True)]
            for row in rows
        )
        listed, marks = ", ".join(names(table)), ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO {table} ({listed}) VALUES ({marks})", fitted)
