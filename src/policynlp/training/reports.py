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
        TrainingError: a file cannot be read, or a line has no text; file and line are named.
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
    opened = lzma.open(path, "rb") if path.suffix == ".xz" else path.open("rb")
    number = 0
    try:
        with opened as lines:
            for number, line in enumerate(lines, start=1):
                row = json.loads(line)
                name = row.get("id") or row.get("doc_id") or f"{path.stem}-{number}"
                yield Document(str(name), row["text"], _meta(row))
    except (OSError, ValueError, KeyError, lzma.LZMAError, TypeError) as error:
        reason = f"{type(error).__name__} {error}"
        raise TrainingError(Errors.BAD_LINE.format(path=path, line=number, error=reason)) from error


def _meta(row: dict[str, Any]) -> dict[str, Any]:
    year = row.get("year")
    return {"report_year": int(year)} if str(year or "").isdigit() else {}


def clean_sentences(document: Document) -> Iterator[str]:
    """Give the sentences of a report with their layout repaired."""
    text = repair(document.text).text
    for sentence in read_structure(text, meta=document.meta, report_year=None).sentences:
        yield text[sentence.start : sentence.end].strip()
