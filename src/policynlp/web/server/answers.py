"""Results → the body of an answer: JSON, lines of JSON, a table for Excel, the page."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from policynlp.engines import Result, gather
from policynlp.sinks import dump_content, write_content
from policynlp.sinks.content import Content
from policynlp.web.server.jobs import Job

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_answer(job: Job, results: Iterator[Result]) -> Iterator[bytes]:
    """Give the body in the form that is asked for: lines as they come, the others whole."""
    errors: list[dict[str, str]] = []
    good = _without(results, errors)
    if job.form == "jsonl":
        yield from _lines(job, results)
    elif job.form == "json":
        records = list(_records(job, good))
        yield _encode({job.what: records, "errors": errors}).encode()
    elif job.form == "html":
        yield _page(job, list(gather(good)))
    else:
        yield _table(job, list(good))


def _without(results: Iterator[Result], errors: list[dict[str, str]]) -> Iterator[Result]:
    """Put the errors aside."""
    for result in results:
        if result.error:
            errors.append({"source": result.source, "message": result.error})
        else:
            yield result


def _records(job: Job, results: Iterator[Result]) -> Iterator[dict[str, Any]]:
    if job.what == "documents":
        yield from gather(results)
    else:
        yield from (record for result in results for record in result.records)


def _lines(job: Job, results: Iterator[Result]) -> Iterator[bytes]:
    """Give a chunk for each piece, or document; an error is a line of its own."""
    errors: list[dict[str, str]] = []
    good = _without(results, errors)
    pieces = _by_piece(good) if job.what == "claims" else ([d] for d in gather(good))
    for records in pieces:
        yield _told(errors) + b"".join(f"{_encode(record)}\n".encode() for record in records)
    yield _told(errors)


def _by_piece(results: Iterator[Result]) -> Iterator[list[dict[str, Any]]]:
    return (result.records for result in results)


def _told(errors: list[dict[str, str]]) -> bytes:
    lines = b"".join(f"{_encode({'error': error})}\n".encode() for error in errors)
    errors.clear()
    return lines


def _page(job: Job, documents: list[dict[str, Any]]) -> bytes:
    from policynlp.web.view import render

    return render(documents, lang=job.lang).encode()


def _table(job: Job, results: list[Result]) -> bytes:
    content = Content(results, lang=job.lang)
    if job.form == "csv":
        stream = io.StringIO(newline="")
        dump_content(content, stream, "csv")
        return stream.getvalue().encode("utf-8-sig")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.xlsx"
        write_content(content, path)
        return path.read_bytes()
