"""A database that is kept: a run replaces the rows of the documents that it read, and no others.

The rows of a run go to a draft beside the file while they come; then one short transaction of
the database takes them over. So an interrupted run leaves the old rows, the file is not locked
while texts are read, and other tables in it stay. A new file appears whole or not at all.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from policynlp.errors import Errors, SinkError
from policynlp.sinks.columns import flatten, load_columns, names
from policynlp.sinks.content import Content
from policynlp.sinks.documents import Gathered, gather_documents
from policynlp.sinks.engines import Connection, Engine
from policynlp.sinks.panel import read_panel

BATCH = 5000  # rows
KEPT = ("documents", "claims")
PANEL = "panel"
FRESH = "fresh"  # what the draft is called beside the file


def write_database(engine: Engine, content: Content, path: Path) -> int:
    """Replace the documents read, and the panel if asked for or there; return how many rows.

    Raises:
        SinkError: the file is no database of this kind, is in use, or has other tables of the
            names; it is told before the first claim is read.
    """
    expected: tuple[type[Exception], ...] = (OSError, *engine.errors)
    try:
        target = path.resolve()
        has_panel = target.exists() and _check(engine, target)
        with TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as folder:
            draft = Path(folder) / target.name
            claims = _fill(engine, content, draft)
            cells = _publish(engine, draft, target, panel=content.panel or has_panel)
    except expected as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise SinkError(Errors.UNWRITABLE.format(path=path, error=reason)) from error
    return cells if content.panel else claims


def _check(engine: Engine, path: Path) -> bool:
    """See that tables of our names have our columns, or more; tell whether a panel is there."""
    with closing(engine.connect(path)) as connection:
        for table in (*KEPT, PANEL):
            found = engine.columns(connection, table)
            missing = [name for name in names(table) if found and name not in found]
            if missing:
                columns = ", ".join(missing)
                raise SinkError(Errors.OTHER_TABLE.format(path=path, table=table, columns=columns))
    return bool(found)  # of the panel, the last


def _fill(engine: Engine, content: Content, draft: Path) -> int:
    """Write the rows into the draft as they come; return how many claims."""
    count = 0
    with closing(engine.connect(draft)) as connection:
        _create(engine, connection, KEPT)
        for batch in _batches(gather_documents(content.pieces)):
            claims = [flatten(claim) for document in batch for claim in document.claims]
            with _transaction(connection):
                engine.insert(connection, "claims", claims)
                engine.insert(connection, "documents", [document.row() for document in batch])
            count += len(claims)
    return count


def _batches(documents: Iterable[Gathered]) -> Iterator[list[Gathered]]:
    batch: list[Gathered] = []
    for document in documents:
        batch.append(document)
        if sum(len(held.claims) + 1 for held in batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _publish(engine: Engine, draft: Path, target: Path, *, panel: bool) -> int:
    """Take the draft over into the file, or make it the file; return how many cells."""
    if not target.exists():
        with closing(engine.connect(draft)) as connection, _transaction(connection):
            cells = _make_panel(engine, connection) if panel else 0
        draft.replace(target)
        return cells
    with closing(engine.connect(target)) as connection:
        place = str(draft).replace("'", "''")
        connection.execute(f"ATTACH '{place}' AS {FRESH}")
        with _transaction(connection):
            _create(engine, connection, KEPT)
            for table in KEPT:
                _replace(connection, table)
            return _make_panel(engine, connection) if panel else 0


def _create(engine: Engine, connection: Connection, tables: Iterable[str]) -> None:
    for table in tables:
        columns = ", ".join(f"{c.name} {engine.types[c.type]}" for c in load_columns(table))
        connection.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns})")


def _replace(connection: Connection, table: str) -> None:
    columns = ", ".join(names(table))
    read = f"SELECT doc_id FROM {FRESH}.documents"
    connection.execute(f"DELETE FROM {table} WHERE doc_id IN ({read})")
    connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {FRESH}.{table}")


def _make_panel(engine: Engine, connection: Connection) -> int:
    """Make the panel of all claims in the file anew, not of this run's alone."""
    _create(engine, connection, [PANEL])
    connection.execute(f"DELETE FROM {PANEL}")
    known = "SELECT doc_id, issuer FROM documents WHERE issuer IS NOT NULL"
    issuers = dict(connection.execute(known).fetchall())
    every = f"SELECT {', '.join(names('claims'))} FROM claims ORDER BY doc_id, id"
    cells = read_panel(connection.execute(every).fetchall(), issuers)
    count = 0
    while batch := list(islice(cells, BATCH)):
        engine.insert(connection, PANEL, batch)
        count += len(batch)
    return count


@contextmanager
def _transaction(connection: Connection) -> Iterator[None]:
    connection.execute("BEGIN TRANSACTION")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


__all__ = ["write_database"]
