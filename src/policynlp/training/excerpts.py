"""Annotated excerpts of reports that are not shipped: the spans by their place, and no text."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from policynlp.errors import Errors, TrainingError
from policynlp.schema import LABELS, Document
from policynlp.training.corpora import SPLITS
from policynlp.training.reports import read_reports

UNIT = "UNIT"
DIGEST = 16  # hexadecimal digits that tell a text from another


class Excerpt(NamedTuple):
    """A stretch of a report, and its spans; their offsets count from ``start``.

    ``split`` is ``train``, ``dev`` or ``test``. ``digest`` is the beginning of the SHA-256 of the stretch in UTF-8.
    """

    report: str
    split: str
    start: int
    end: int
    digest: str
    spans: list[tuple[int, int, str]]


def attach(path: Path, reports: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Put the spans of a file to the texts of the reports, in the shape of the gold files.

    Args:
        path: a JSON object a line, with the fields of ``Excerpt``.
        reports: where the reports are, as ``read_reports`` takes them.

    Raises:
        TrainingError: a line breaks the shape, or a report is missing or has another text.
    """
    excerpts = list(read_excerpts(path))
    wanted = {excerpt.report for excerpt in excerpts}
    texts = {one.doc_id: one for one in read_reports(reports) if one.doc_id in wanted}
    for number, excerpt in enumerate(excerpts, start=1):
        if excerpt.report not in texts:
            missing = Errors.NO_REPORT.format(path=path, line=number, report=excerpt.report)
            raise TrainingError(missing)
        yield _document(excerpt, texts[excerpt.report], f"{path}:{number}")


def read_excerpts(path: Path) -> Iterator[Excerpt]:
    """Read the excerpts of a file.

    Raises:
        TrainingError: it cannot be read; the line is named.
    """
    if not path.is_file():
        raise TrainingError(Errors.NOT_FOUND.format(path=path))
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TrainingError(Errors.UNREADABLE.format(path=path, error=error)) from error
    for number, line in enumerate(lines, start=1):
        try:
            if line.strip():
                yield _excerpt(json.loads(line))
        except ValueError as error:
            fault = Errors.BAD_LINE.format(path=path, line=number, error=error)
            raise TrainingError(fault) from error


def digest_of(text: str) -> str:
    """Give what ``Excerpt.digest`` holds of a text."""
    return sha256(text.encode()).hexdigest()[:DIGEST]


def _excerpt(row: Any) -> Excerpt:
    try:
        found = Excerpt(*(row[name] for name in Excerpt._fields))
        spans = [(int(start), int(end), str(label)) for start, end, label in found.spans]
        length = int(found.end) - int(found.start)
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError(f"a line has {', '.join(Excerpt._fields)}; {error!r}") from error
    if found.split not in SPLITS:
        raise ValueError(f"split {found.split!r} is none of {', '.join(SPLITS)}")
    if found.start < 0 or length <= 0:
        raise ValueError(f"{found.start}-{found.end} is no stretch of a report")
    for start, end, label in spans:
        if not 0 <= start < end <= length or label not in (*LABELS, UNIT):
            raise ValueError(f"{label} {start}-{end} is no span of {length} characters")
    return found._replace(spans=spans)


def _document(excerpt: Excerpt, report: Document, where: str) -> dict[str, Any]:
    text = report.text[excerpt.start : excerpt.end]
    if digest_of(text) != excerpt.digest:
        raise TrainingError(Errors.OTHER_REPORT.format(where=where, report=excerpt.report))
    ents = [
        {"start": start, "end": end, "label": label, "text": "".join(text[start:end].split())}
        for start, end, label in excerpt.spans
    ]
    name = f"{excerpt.report}-{excerpt.start}"
    return {
        "doc_id": name,
        "text": text,
        "meta": {**report.meta, "split": excerpt.split},
        "ents": ents,
        "claims": [],
        "tables": [],
    }
