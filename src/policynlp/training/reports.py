"""Raw reports as repaired sentences, for pre-training and self-training."""

import json
import lzma
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from policynlp.errors import Errors, TrainingError
from policynlp.layout import repair
from policynlp.readers import discover, read
from policynlp.schema import Document
from policynlp.structure import read_structure

LINES = (".jsonl", ".jsonl.xz")
PROBE = 24  # characters that two texts share only if one is from the other


def read_reports(paths: Iterable[Path]) -> Iterator[Document]:
    """Read reports from files or folders of text, and from ``.jsonl`` or ``.jsonl.xz``.

    A line of JSON has ``text``, maybe ``id`` and ``year``.

    Raises:
        ReadError: a text file or folder cannot be read.
        TrainingError: a file of lines cannot, or a line has no text; file and line are named.
    """
    for path in paths:
        if path.name.endswith(LINES):
            yield from _read_lines(path)
        else:
            for name in discover([str(path)]):
                if isinstance(name, Path):
                    yield from read(name)


def choose_reports(
    paths: Iterable[Path], seed: int, held_out: Iterable[str] = ()
) -> Iterator[Document]:
    """Give the reports in a random order, but none that shares a line with a text held out.

    Raises:
        TrainingError: as ``read_reports``.
    """
    probes = {probe for text in held_out for probe in _probes(text)}
    documents = list(read_reports(paths))
    random.Random(seed).shuffle(documents)
    for document in documents:
        if probes.isdisjoint(_probes(document.text)):
            yield document


def _probes(text: str) -> Iterator[str]:
    """Give the head of each long line and sentence; white space does not count."""
    for line in text.replace("。", "\n").split("\n"):
        line = "".join(line.split())
        if len(line) >= PROBE:
            yield line[:PROBE]


def _read_lines(path: Path) -> Iterator[Document]:
    number = 0
    try:
        with (lzma.open if path.suffix == ".xz" else open)(path, "rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _document(json.loads(line), f"{path.stem}-{number}")
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise TrainingError(Errors.UNREADABLE.format(path=path, error=error)) from error
    except ValueError as error:
        raise TrainingError(Errors.BAD_LINE.format(path=path, line=number, error=error)) from error


def _document(row: Any, name: str) -> Document:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError("not a JSON object with a 'text'")
    return Document(str(row.get("id") or row.get("doc_id") or name), row["text"], _meta(row))


def _meta(row: dict[str, Any]) -> dict[str, Any]:
    year = str(row.get("year") or "")
    return {"report_year": int(year)} if year.isdigit() else {}


def clean_sentences(document: Document) -> Iterator[str]:
    """Give the sentences of a report with their layout repaired."""
    text = repair(document.text).text
    for sentence in read_structure(text, meta=document.meta, report_year=None).sentences:
        yield text[sentence.start : sentence.end].strip()
