"""Claims → a file or a stream: one file for each format, and the table that picks one."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from policynlp.errors import Errors, SinkError
from policynlp.schema import Claim
from policynlp.sinks.content import Content, loosen
from policynlp.sinks.extras import load_library

# format → the libraries that it needs; each is imported when it is asked for
FORMATS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "jsonl": (),
        "csv": (),
        "table": (),
        "xlsx": ("xlsxwriter",),
        "parquet": ("pyarrow",),
        "duckdb": ("duckdb", "pyarrow"),
        "sqlite": (),
    }
)
DUMPS = ("jsonl", "csv", "table")  # those that a stream of text takes
ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".csv": "csv",
        ".txt": "table",
        ".xlsx": "xlsx",
        ".parquet": "parquet",
        ".duckdb": "duckdb",
        ".sqlite": "sqlite",
    }
)


def pick_format(path: Path, form: str | None = None) -> str:
    """Tell the format from the ending of the file's name: claims.csv → csv.

    A format that is named wins. The libraries that it needs are looked for at once.

    Raises:
        SinkError: nothing here writes such a file, and the endings that work are named; or its
            library is missing, and the extra that brings it is named.
    """
    form = form or ENDINGS.get(path.suffix.lower())
    if form is None:
        endings = " ".join(ENDINGS)
        raise SinkError(Errors.NO_SINK.format(path=path, ending=path.suffix, endings=endings))
    for library in FORMATS[form]:
        load_library(library, f"{form} files")
    return form


def write_claims(claims: Iterable[Claim], path: Path, form: str | None = None, **shape: Any) -> int:
    """Write the claims in the format named, or in that of the file's ending; return how many rows.

    ``shape`` is ``flat``, ``panel`` and ``lang`` of ``Content``.
    """
    return write_content(Content(loosen(claims), **shape), path, form)


def write_content(content: Content, path: Path, form: str | None = None) -> int:
    """Write what is given in the format named, or in that of the file's ending."""
    form = pick_format(path, form)
    return _function("write", form)(content, path)


def dump_claims(claims: Iterable[Claim], stream: TextIO, form: str, **shape: Any) -> int:
    """Write the claims to an open stream; return how many rows."""
    return dump_content(Content(loosen(claims), **shape), stream, form)


def dump_content(content: Content, stream: TextIO, form: str) -> int:
    """Write what is given to an open stream, in a format of ``DUMPS``."""
    return _function("dump", form)(content, stream)


def _function(verb: str, form: str) -> Callable[[Content, Any], int]:
    function: Callable[[Content, Any], int] = getattr(
        import_module(f"policynlp.sinks.{form}"), f"{verb}_{form}"
    )
    return function
