"""The rules without spaCy: who asks for claims alone needs no ``Doc``, and its import takes a second."""

from collections.abc import Iterator
from typing import Any

from policynlp.marks import MARKS
from policynlp.reading import Annotated, annotated, open_pages
from policynlp.schema import Document


class Notes:
    """What the layers store of a sheet, by the names that ``doc._`` has for it."""

    __slots__ = (
        "claim_records",
        "clean",
        "doc_id",
        "mentions",
        "raw",
        "report_year",
        "runs",
        "shift",
        "structure",
    )

    def __init__(self) -> None:
        """Begin with nothing found."""
        self.raw: str | None = None
        self.clean: str | None = None
        self.runs: dict[str, Any] | None = None
        self.structure: dict[str, Any] | None = None
        self.mentions: dict[str, Any] | None = None
        self.claim_records: list[dict[str, Any]] | None = None
        self.report_year: int | None = None
        self.shift = 0
        self.doc_id = ""


class Sheet:
    """A text, and what is found in it."""

    __slots__ = ("_", "text")

    def __init__(self, text: str) -> None:
        """Take a text of which nothing is known."""
        self.text = text
        self._ = Notes()


def read_by_rules(document: Document, *, report_year: int | None = None) -> Iterator[Annotated]:
    """Give what ``read_document`` gives with the pipeline ``rules``."""
    return annotated(_mark(open_pages(document, Sheet, report_year=report_year)), document.doc_id)


def _mark(sheets: Iterator[Sheet]) -> Iterator[Sheet]:
    for sheet in sheets:
        for mark in MARKS.values():
            mark(sheet)
        yield sheet
