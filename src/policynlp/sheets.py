"""Reading without spaCy: who writes what was found needs no ``Doc``, and its import takes a second."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from policynlp.claim_marks import mark_claims_alone, mark_indicators
from policynlp.order import LINKER, MARKS, RULED, SPANS, TAGGED_PIPES, TAGGER
from policynlp.reading import TAGGED_PIECE, Annotated, read_pages
from policynlp.saved import Saved
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


def read_by_rules(
    document: Document, *, report_year: int | None = None, entities: bool = True
) -> Iterator[Annotated]:
    """Give what ``read_document`` gives with ``rules``; without ``entities``, only its claims."""
    marks = MARKS if entities else {**MARKS, LINKER: mark_claims_alone}
    return read_pages(document, list(marks.values()), Sheet, report_year=report_year)


def open_saved(
    folder: Path, saved: Saved, *, report_year: int | None = None, threads: int = 0
) -> Callable[[Document], Iterator[Annotated]]:
    """Give what reads documents as ``read_document`` does with the pipeline of a folder.

    Args:
        folder: where the pipeline is.
        saved: what its config says.
        report_year: counts more than the config's.
        threads: of a tagger that would take every core.

    Raises:
        ModelError: a file of the tagger is missing.
    """
    from policynlp.tagging.component import Tagger  # needs numpy, which the rules do without

    tagger = Tagger(threads=saved.threads or threads).from_disk(folder / TAGGER)
    marks: Mapping[str, Callable[[Any], Any]] = {**MARKS, RULED: mark_indicators, TAGGER: tagger}
    steps = [marks[name] for name in TAGGED_PIPES if name != SPANS]
    year = report_year or saved.report_year
    return partial(read_pages, steps=steps, make=Sheet, size=TAGGED_PIECE, report_year=year)
