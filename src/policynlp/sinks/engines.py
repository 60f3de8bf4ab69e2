"""What the libraries of databases have in common, and how they are spoken to."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

Row = tuple[Any, ...]


class Connection(Protocol):
    """An open database."""

    def execute(self, query: str, /) -> Any:
        """Run a statement; each is a transaction of its own unless one began."""

    def close(self) -> None:
        """Let go of the file."""


class Engine(Protocol):
    """A kind of database."""

    @property
    def types(self) -> Mapping[str, str]:
        """What SQL calls the types of columns."""

    @property
    def errors(self) -> tuple[type[Exception], ...]:
        """What it raises where a file is no database, is locked or cannot be written."""

    def connect(self, path: Path) -> Connection:
        """Open the file, or make a new one."""

    def columns(self, connection: Any, table: str) -> set[str]:
        """Name the columns of a table, none if there is no such table."""

    def insert(self, connection: Any, table: str, rows: Sequence[Row]) -> None:
        """Append rows to a table of ours."""
