"""The shape of this project: a document a line, with everything that is known of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from policynlp.interchange.lines import read_objects
from policynlp.interchange.records import Placed, Record
from policynlp.interchange.report import Report
from policynlp.sinks.jsonl import write_lines


def read_documents(path: Path, report: Report) -> Iterator[Placed]:
    """Give the document of each line."""
    yield from read_objects(path)


def write_documents(documents: Sequence[Record], path: Path, report: Report) -> None:
    """Write each document as a line."""
    write_lines(documents, path)
