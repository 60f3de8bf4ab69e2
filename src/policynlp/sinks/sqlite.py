"""SQLite, which every system reads: a file with the tables ``documents`` and ``claims``."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from policynlp.sinks.columns import names
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
        columns = names(table)
        marks = ", ".join("?" * len(columns))
        insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
        connection.executemany(insert, rows)
