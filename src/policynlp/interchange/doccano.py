"""doccano's JSONL, spans alone: ``{"text": …, "label": [[start, end, label], …]}``.

doccano marks spans in the browser, so its offsets count UTF-16 code units: a character outside
the basic plane (𬭩) counts two. What else stands in a line it keeps as it is and gives out again;
that is where ``doc_id``, ``meta`` and ``tables`` travel.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from policynlp.errors import Errors, InterchangeError
from policynlp.interchange.lines import read_objects
from policynlp.interchange.records import Placed, Record
from policynlp.interchange.report import Report
from policynlp.interchange.utf16 import Offsets
from policynlp.sinks.jsonl import write_lines

KEPT = ("doc_id", "meta", "tables")
_LABELS = ("label", "labels")  # so in doccano 1.5 and later, and before


def read_documents(path: Path, report: Report) -> Iterator[Placed]:
    """Give each line as a document with spans."""
    for number, (where, line) in enumerate(read_objects(path), start=1):
        document = read_head(where, line, f"{path.stem}-{number:04d}")
        offsets = Offsets(document["text"])
        rows: Any = next((line[name] for name in _LABELS if name in line), [])
        document["ents"] = [_read_row(where, offsets, row) for row in _listed(where, rows)]
        report.add("comments", len(line.get("Comments") or ()), "not read: a note is no span")
        yield where, document


def read_head(where: str, line: Record, doc_id: str) -> Record:
    """Give the fields of the document beside its spans: those that doccano keeps, and the text."""
    if not isinstance(line.get("text"), str):
        raise InterchangeError(Errors.BAD_RECORD.format(where=where, error="'text' is missing"))
    kept = {name: line[name] for name in KEPT if name in line}
    return {"doc_id": doc_id, **kept, "text": line["text"]}


def _listed(where: str, rows: Any) -> list[Any]:
    if not isinstance(rows, list):
        raise InterchangeError(Errors.BAD_RECORD.format(where=where, error="'label' is no list"))
    return rows


def _read_row(where: str, offsets: Offsets, row: Any) -> Record:
    match row:
        case [int(start), int(end), str(label)]:
            start, end = offsets.points(where, start, end)
            return {"start": start, "end": end, "label": label}
    error = f"{row!r} is no [start, end, label]"
    raise InterchangeError(Errors.BAD_RECORD.format(where=where, error=error))


def write_documents(documents: Sequence[Record], path: Path, report: Report) -> None:
    """Write each document as a line."""
    write_lines(map(_write, documents), path)


def _write(document: Record) -> Record:
    offsets = Offsets(document["text"])
    rows = [[*offsets.units(e["start"], e["end"]), e["label"]] for e in document["ents"]]
    kept = {name: document[name] for name in KEPT}
    return {"text": document["text"], "label": rows, **kept}
