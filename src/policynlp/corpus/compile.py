"""Corpus files → documents in the shape of the gold files, one JSON object a line."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from policynlp.corpus.header import check_header, meta_of
from policynlp.corpus.notation import Claim
from policynlp.corpus.places import anchor_of
from policynlp.corpus.source import CorpusFile
from policynlp.errors import CorpusError, Errors
from policynlp.sinks.jsonl import write_lines


def compile_corpus(files: Iterable[CorpusFile], path: Path, splits: Iterable[str] = ()) -> int:
    """Write the documents of the splits (all, if none is named) to the file; give how many.

    Raises:
        CorpusError: a file cannot be read as the guidelines say; the first fault is named.
        SinkError: the file cannot be written.
    """
    return write_lines(compiled(files, splits), path)


def compiled(files: Iterable[CorpusFile], splits: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
    """Give each document of the splits in the shape of the gold files.

    Raises:
        CorpusError: a file cannot be read as the guidelines say; the first fault is named.
    """
    wanted = set(splits)
    for file in files:
        refuse_faults(file)
        if not wanted or file.header.get("split") in wanted:
            yield document_of(file)


def refuse_faults(file: CorpusFile) -> None:
    """Raise the first fault of a file that keeps it from being read.

    Raises:
        CorpusError: there is one.
    """
    faults = [(finding.line, finding.message) for finding in file.findings if finding.error]
    if not file.compiled_id:
        faults += [(1, message) for message in check_header(file.header, file.path)]
    if faults:
        line, message = min(faults)
        raise CorpusError(Errors.BAD_LINE.format(path=file.path, line=line, error=message))


def document_of(file: CorpusFile) -> dict[str, Any]:
    """Give the document in the shape of the gold files."""
    return {
        "doc_id": file.doc_id,
        "text": file.text,
        "meta": meta_of(file.header),
        "ents": file.ents,
        "claims": file.claims,
        "tables": tables_of(file.text, file.claims),
    }


def tables_of(text: str, claims: Iterable[Claim]) -> list[list[int]]:
    """Give the tables of the text whose claims are annotated: start and end of each."""
    from policynlp.corpus.readings import Readings  # only here: the finders take a moment to load

    anchors = [anchor[0] for claim in claims if (anchor := anchor_of(claim))]
    return [
        [start, end]
        for start, end in Readings(text).tables
        if any(start <= anchor < end for anchor in anchors)
    ]
