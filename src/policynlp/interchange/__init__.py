"""Annotated documents in the formats of other tools, and back, with nothing dropped in silence."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from policynlp.interchange.detect import detect_input, detect_output
from policynlp.interchange.formats import FORMATS
from policynlp.interchange.records import Format, Record
from policynlp.interchange.renames import parse_renames
from policynlp.interchange.report import Report
from policynlp.interchange.tidy import tidy

__all__ = [
    "FORMATS",
    "Report",
    "convert",
    "parse_renames",
    "read_corpus",
    "write_corpus",
]


def read_corpus(
    path: Path,
    form: str | None = None,
    renames: Mapping[str, str] | None = None,
    report: Report | None = None,
) -> list[Record]:
    """Read and check the documents of a file or folder, in the format named or told by itself.

    Raises:
        InterchangeError: it cannot be read; the message names the file and line.
    """
    told = FORMATS[form] if form else detect_input(path)
    report = report if report is not None else Report()
    return list(tidy(told.read(path, report), renames or {}, report))


def write_corpus(
    documents: Sequence[Record], path: Path, form: str | None = None, report: Report | None = None
) -> Report:
    """Write checked documents in the format named or told by the ending; say what it lacks.

    Raises:
        FormatError: the ending tells no format.
        InterchangeError: ``path`` is a folder that is there already.
        SinkError: the file cannot be written.
    """
    told = FORMATS[form] if form else detect_output(path)
    report = report if report is not None else Report()
    told.write([_fit(document, told, report) for document in documents], path, report)
    report.documents += len(documents)
    return report


def convert(
    source: Path,
    target: Path,
    forms: tuple[str | None, str | None] = (None, None),
    renames: Mapping[str, str] | None = None,
) -> Report:
    """Read one format and write the other; ``forms`` names the two where they are not told.

    Raises:
        InterchangeError: the source cannot be read, or the target not be written.
    """
    report = Report()
    write = forms[1] or detect_output(target).name
    documents = read_corpus(source, forms[0], renames, report)
    return write_corpus(documents, target, write, report)


def _fit(document: Record, form: Format, report: Report) -> Record:
    for field, why in form.lacks.items():
        report.add(field, len(document[field]), why.format(name=form.name))
    return {**document, **{field: [] for field in form.lacks}}
