r"""CoNLL/BIO: a character a line, TAB, its tag, and TAB, its tag as part of a UNIT.

A blank line ends a document; ``# doc_id = …``, ``# meta = …`` and ``# tables = …`` stand above it.
White space and control characters are written as escapes (``\n``, ``\u3000``), so that no tool
trims them. Files of other makers are read too: words for characters, columns set off by spaces,
sentences without a head.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.lines import read_text
from policynlp.interchange.records import UNIT, Placed, Record
from policynlp.interchange.report import Report
from policynlp.interchange.tags import read_spans, tag_characters
from policynlp.sinks.atomic import open_atomic

_HEAD = re.compile(r"# ([a-z_]+) = (.*)")
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t", "\\": r"\\"}
_LONG = {written: sign for sign, written in _SHORT.items()}
_ESCAPE = re.compile(r"\\(?:[nrt\\]|u[0-9a-f]{4})")
_TAG = re.compile(r"O|[BI]-\S+")
_FIELDS = ("meta", "tables")

Row = tuple[int, list[str]]  # the number of a line and its columns


def read_documents(path: Path, report: Report) -> Iterator[Placed]:
    """Give each block of lines between blank ones as a document."""
    head: dict[str, Any] = {}
    rows: list[Row] = []
    count = 0
    for number, line in enumerate([*read_text(path).split("\n"), ""], start=1):
        line = line.removesuffix("\r")
        if found := _HEAD.fullmatch(line):
            head[found[1]] = _read_head(f"{path}:{number}", *found.groups())
        elif line.strip() and not line.startswith("-DOCSTART-"):
            rows.append((number, _columns(path, number, line)))
        elif rows or "doc_id" in head:
            count += 1
            first = rows[0][0] if rows else number
            fallback = {"doc_id": f"{path.stem}-{count:04d}"}
            yield f"{path}:{first}", {**fallback, **head, **_read_rows(path, rows)}
            head, rows = {}, []


def _read_head(where: str, name: str, value: str) -> Any:
    if name not in _FIELDS:
        return _read_token(value) if name == "doc_id" else value
    try:
        return json.loads(value)
    except ValueError as error:
        raise InterchangeError(
            Errors.BAD_RECORD.format(where=where, error=f"{name} is no JSON: {error}")
        ) from error


def _columns(path: Path, number: int, line: str) -> list[str]:
    columns = line.split("\t") if "\t" in line else line.split()
    if len(columns) < 2 or not columns[0]:
        error = "expected a character, TAB and its tag, and maybe TAB and the tag of a UNIT"
        raise InterchangeError(Errors.BAD_LINE.format(path=path, line=number, error=error))
    if len(columns) > 3 or not _TAG.fullmatch(columns[1]):
        return [columns[0], columns[-1]]  # word, part of speech, chunk, tag: as of CoNLL 2003
    return columns


def _read_rows(path: Path, rows: Sequence[Row]) -> Record:
    tokens = [_read_token(columns[0]) for _, columns in rows]
    wheres = [f"{path}:{number}" for number, _ in rows]
    lengths = [len(token) for token in tokens]
    ents = list(read_spans([columns[1] for _, columns in rows], lengths, wheres))
    if any(len(columns) > 2 for _, columns in rows):
        units = [columns[2] if len(columns) > 2 else "O" for _, columns in rows]
        ents += read_spans(units, lengths, wheres)
    return {"text": "".join(tokens), "ents": ents}


def _read_token(token: str) -> str:
    return _ESCAPE.sub(lambda found: _LONG.get(found[0]) or chr(int(found[0][2:], 16)), token)


def write_documents(documents: Sequence[Record], path: Path, report: Report) -> None:
    """Write each document as a block of lines; the UNIT column only where a document has units."""
    units = any(span["label"] == UNIT for document in documents for span in document["ents"])
    with open_atomic(path) as stream:
        for document in documents:
            stream.writelines(f"{line}\n" for line in _lines(document, units))


def _lines(document: Record, units: bool) -> Iterator[str]:
    yield f"# doc_id = {''.join(map(_write_token, document['doc_id']))}"
    for name in _FIELDS:
        if document[name]:
            yield f"# {name} = {json.dumps(document[name], ensure_ascii=False)}"
    columns = [map(_write_token, document["text"]), tag_characters(document)]
    if units:
        columns.append(tag_characters(document, units=True))
    yield from ("\t".join(row) for row in zip(*columns, strict=True))
    yield ""


def _write_token(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    blank = character.isspace() or not character.isprintable()
    return f"\\u{ord(character):04x}" if blank and ord(character) < 0x10000 else character
