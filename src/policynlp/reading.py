"""A document of any length, piece by piece: pages with layout and structure, and what comes of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from policynlp.claims import read_records
from policynlp.extensions import Page, Paged, read_layer, read_layout
from policynlp.layout import repair
from policynlp.pieces import cut_pieces
from policynlp.schema import Claim, Document
from policynlp.structure import read_structure

PIECE = 20_000  # clean characters that are processed at a time
TAGGED_PIECE = 10_000  # with a tagger, which reads one piece while the rules read the next
PIECES = 2  # that a step may take at a time
ABOUT = ("title", "issuer", "report_year")  # of a structure, what goes to a document's meta


@dataclass(frozen=True)
class Annotated:
    """What was found in a piece of a document; offsets count in the whole raw text.

    ``records`` are its claims in JSON values.
    """

    doc: Page
    records: list[dict[str, Any]]

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims, made only for who asks."""
        return list(map(Claim.from_dict, self.records))

    @property
    def ents(self) -> list[dict[str, Any]]:
        """The flat entities, put together only for who asks."""
        from policynlp.spans import ENTITY_LAYERS, entity_records

        layers = {layer: read_layer(self.doc, layer) for layer in ENTITY_LAYERS}
        layout, shift = read_layout(self.doc), self.doc._.shift
        return entity_records(self.doc._.raw, layout, layers, shift=shift)

    @property
    def about(self) -> dict[str, Any]:
        """Title, issuer and report year of the whole document, as far as its structure tells."""
        structure = self.doc._.structure
        return {name: structure[name] for name in ABOUT if structure[name] is not None}


class Whole:
    """Runs several steps as one; each takes a page and gives it with what it found."""

    def __init__(self, steps: Sequence[Callable[[Any], Any]]) -> None:
        self.steps = steps

    def __call__(self, page: Paged) -> Paged:
        """Run them over one page."""
        for step in self.steps:
            page = step(page)
        return page

    def pipe(self, stream: Iterable[Paged], *, batch_size: int) -> Iterator[Paged]:
        """Run them over a stream; a step that takes pages by the batch gets batches."""
        for step in self.steps:
            whole = getattr(step, "pipe", None)
            stream = whole(stream, batch_size=batch_size) if whole else map(step, stream)
        yield from stream


def read_pages(
    document: Document,
    steps: Sequence[Callable[[Any], Any]],
    make: Callable[[str], Page],
    *,
    size: int = PIECE,
    report_year: int | None = None,
) -> Iterator[Annotated]:
    """Open a document and run the steps over its pages; arguments are as of ``open_pages``."""
    pages = open_pages(document, make, size=size, report_year=report_year)
    yield from _annotated(Whole(steps).pipe(pages, batch_size=PIECES), document.doc_id)


def open_pages(
    document: Document,
    make: Callable[[str], Paged],
    *,
    size: int = PIECE,
    report_year: int | None = None,
) -> Iterator[Paged]:
    """Give the pieces of a document, each with its text, layout and structure.

    The layout and the structure are read from the whole; each piece is a run of whole lines.

    Args:
        document: the document; the year in its meta counts more than ``report_year``.
        make: makes a page of a piece of raw text.
        size: clean characters of a piece, at least.
        report_year: the year in which the document speaks.
    """
    year = document.meta.get("report_year") or report_year
    layout = repair(document.text)
    structure = read_structure(layout.text, meta=document.meta, report_year=year)
    for start, end, part in cut_pieces(layout, structure, size):
        shift = layout.raw_start(start) if end else 0
        raw = document.text[shift : layout.raw_end(end)]
        page = make(raw)
        page._.raw = raw
        page._.clean = layout.text[start:end]
        page._.runs = layout.slice(start, end).to_json()
        page._.structure = part.to_json()
        page._.shift = shift
        yield page


def _annotated(pages: Iterable[Page], doc_id: str) -> Iterator[Annotated]:
    """Give what was found in the pages, their claims numbered through the document."""
    number = 0
    for page in pages:
        records = list(read_records(page, doc_id, number))
        number += len(records)
        yield Annotated(page, records)
