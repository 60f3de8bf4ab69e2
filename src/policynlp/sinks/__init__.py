"""Claims → a file or a stream: one file for each format, and the table that picks one."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from policynlp.errors import Errors, SinkError
from policynlp.schema import Claim
from policynlp.sinks.csv import dump_csv, write_csv
from policynlp.sinks.jsonl import dump_jsonl, write_jsonl
from policynlp.sinks.table import dump_table, write_table

Dump = Callable[[Iterable[Claim], TextIO], int]
Write = Callable[[Iterable[Claim], Path], int]

DUMPS: Mapping[str, Dump] = MappingProxyType(
    {"jsonl": dump_jsonl, "csv": dump_csv, "table": dump_table}
)
WRITERS: Mapping[str, Write] = MappingProxyType(
    {"jsonl": write_jsonl, "csv": write_csv, "table": write_table}
)
ENDINGS: Mapping[str, str] = MappingProxyType(
    {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".txt": "table"}
)


def pick_format(path: Path) -> str:
    """Tell the format from the ending of the file's name: claims.csv → csv.

    Raises:
        SinkError: nothing here writes such a file; the endings that work are named.
    """
    form = ENDINGS.get(path.suffix.lower())
    if form is None:
        endings = " ".join(ENDINGS)
        raise SinkError(Errors.NO_SINK.format(path=path, ending=path.suffix, endings=endings))
    return form


def write_claims(claims: Iterable[Claim], path: Path, form: str | None = None) -> int:
    """Write the claims in the format named, or in that of the file's ending; return how many."""
    return WRITERS[form or pick_format(path)](claims, path)


def dump_claims(claims: Iterable[Claim], stream: TextIO, form: str) -> int:
    """Write the claims to an open stream; return how many."""
    return DUMPS[form](claims, stream)
