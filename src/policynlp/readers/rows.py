"""Files with a document a row: JSON Lines, CSV, Parquet."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from policynlp.errors import Errors, ReadError
from policynlp.readers.encoding import decode
from policynlp.readers.files import File, Unread, need
from policynlp.readers.limits import FOLDER, too_much
from policynlp.schema import Document

ID_COLUMNS = ("doc_id", "id")
_WORDS = ("title", "issuer")
_DELIMITERS = ",\t;"
_BATCH = 16  # rows of a Parquet file that are held at a time
_YEARS = range(1900, 2201)


class Row(NamedTuple):
    """A row by its columns, and its number, counted from 1; ``error`` where it has none."""

    number: int
    values: Mapping[str, Any]
    error: str = ""


def read_jsonl(file: File) -> Iterator[Document | Unread]:
    """Read a document a line.

    Raises:
        ReadError: the file is no text, or its first line has no such column.
    """
    text, _ = decode(file.data, file.name)
    lines = (pair for pair in enumerate(text.split("\n"), start=1) if pair[1].strip())
    yield from _documents((_parse(number, line) for number, line in lines), file)


def _parse(number: int, line: str) -> Row:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Row(number, {}, f"no JSON: {error}")
    return Row(number, values) if isinstance(values, dict) else Row(number, {}, "no JSON object")


def read_csv(file: File) -> Iterator[Document | Unread]:
    """Read a document a row under a line of column names; the delimiter is told by that line.

    Raises:
        ReadError: the file is no text or no CSV, or has no such column.
    """
    text, _ = decode(file.data, file.name)
    # a report in a cell is longer than the 131,072 characters that the module allows
    csv.field_size_limit(max(csv.field_size_limit(), file.reading.limits.max_bytes))
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    records = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        _check_columns(records.fieldnames or [], file)
        yield from _documents((Row(n, values) for n, values in enumerate(records, start=1)), file)
    except csv.Error as error:
        raise ReadError(
            Errors.BAD_LINE.format(path=file.name, line=records.reader.line_num, error=error)
        ) from error


def read_parquet(file: File) -> Iterator[Document | Unread]:
    """Read a document a row.

    Raises:
        ReadError: pyarrow is missing, the file is damaged, or has no such column.
    """
    parquet, arrow = need("pyarrow.parquet", file, "Parquet"), need("pyarrow", file, "Parquet")
    try:
        table = parquet.ParquetFile(io.BytesIO(file.data))
        _check_columns(table.schema_arrow.names, file)
        wanted = {file.reading.text_column, *ID_COLUMNS, *_WORDS, "report_year"}
        columns = [name for name in table.schema_arrow.names if name in wanted]
        batches = table.iter_batches(batch_size=_BATCH, columns=columns)
        records = (record for batch in batches for record in batch.to_pylist())
        yield from _documents((Row(n, values) for n, values in enumerate(records, start=1)), file)
    except (arrow.ArrowException, OSError) as error:
        reason = str(error).split("\n")[0]
        raise ReadError(
            Errors.BROKEN.format(path=file.name, kind="Parquet file", error=reason)
        ) from error


def _check_columns(names: Iterable[str], file: File) -> None:
    names, column = list(names), file.reading.text_column
    if column not in names:
        shown = ", ".join(map(repr, names[:20]))
        raise ReadError(Errors.NO_COLUMN.format(path=file.name, column=column, columns=shown))


def _documents(rows: Iterable[Row], file: File) -> Iterator[Document | Unread]:
    ids: set[str] = set()
    size, limits = 0, file.reading.limits
    row: Row | None = None
    for row in rows:
        if row.number == 1 and not row.error:
            _check_columns(row.values, file)
        error = row.error or _fault(row.values.get(file.reading.text_column))
        if error:
            name = f"{file.name}:{row.number}"
            yield Unread(name, Errors.BAD_LINE.format(path=file.name, line=row.number, error=error))
            continue
        document = _document(row, file, ids)
        size += len(document.text)
        if size > FOLDER * limits.max_bytes:
            raise too_much(file.name, f"{FOLDER * limits.max_mb:g} MB of text", "--max-mb")
        yield document
    if row is None:
        raise ReadError(Errors.NO_TEXT.format(path=file.name, kind="file of rows"))


def _fault(text: object) -> str:
    """Why the text of a row is none."""
    if not isinstance(text, str) or not text.strip():
        return "no text in its column"
    try:
        text.encode()
    except UnicodeEncodeError:
        return "half a character in the text (a lone surrogate)"
    return ""


def _document(row: Row, file: File, ids: set[str]) -> Document:
    """The document of a row, called by its id, or by the file and its number."""
    own = next((str(row.values[name]) for name in ID_COLUMNS if row.values.get(name)), "")
    doc_id = own or f"{file.doc_id}#{row.number}"
    if doc_id in ids:
        doc_id = f"{doc_id}#{row.number}"
    ids.add(doc_id)
    return Document(doc_id, row.values[file.reading.text_column], _meta(row.values))


def _meta(values: Mapping[str, Any]) -> dict[str, Any]:
    """What the row says of its document in the terms of the interface."""
    nested = values.get("meta")
    known = {**values, **(nested if isinstance(nested, dict) else {})}
    meta: dict[str, Any] = {n: known[n] for n in _WORDS if isinstance(known.get(n), str)}
    year = str(known.get("report_year") or "")
    if year.isdecimal() and int(year) in _YEARS:
        meta["report_year"] = int(year)
    return meta
