"""What is to be written: the claims as they come, with the documents that they are of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from policynlp.schema import Claim, Document
from policynlp.sinks.columns import Column, Lang, flatten, load_columns
from policynlp.sinks.panel import read_panel


class Piece(Protocol):
    """A piece of what came of a source; ``document`` is the one that it opens, if it opens one."""

    @property
    def source(self) -> str:
        """What the piece came of."""

    @property
    def document(self) -> Document | None:
        """The document that begins here."""

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims in the order of the text."""

    @property
    def records(self) -> Sequence[dict[str, Any]]:
        """The claims in JSON values."""

    @property
    def error(self) -> str | None:
        """Why the source gives no more."""


class Loose(NamedTuple):
    """A claim whose document is not at hand."""

    source: str
    claims: Sequence[Claim]
    document: Document | None = None
    error: str | None = None

    @property
    def records(self) -> list[dict[str, Any]]:
        """The claims in JSON values."""
        return [claim.to_dict() for claim in self.claims]


class Table(NamedTuple):
    """Rows, and the columns that they have; the rows come but once."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Any, ...]]

    def records(self) -> Iterator[dict[str, Any]]:
        """Give each row by the names of its columns."""
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Content:
    """Pieces, and the shape in which they are wanted.

    ``flat``: one level of columns where the format could nest. ``panel``: a row for each region,
    period, indicator and modality. ``lang``: of the heads; None leaves it to the format.
    """

    pieces: Iterable[Piece]
    flat: bool = False
    panel: bool = False
    lang: Lang | None = None

    @property
    def nested(self) -> bool:
        """Whether the records are claims whole, parts within."""
        return not (self.flat or self.panel)

    def claims(self) -> Iterator[Claim]:
        """Give the claims as they come."""
        return (claim for piece in self.pieces for claim in piece.claims)

    def records(self) -> Iterator[dict[str, Any]]:
        """Give the claims in JSON values, parts within."""
        return (record for piece in self.pieces for record in piece.records)

    def table(self) -> Table:
        """Give the rows of the claims as they come, or of the panel when all have been read."""
        if not self.panel:
            return Table("claims", load_columns("claims"), map(flatten, self.claims()))
        issuers: dict[str, str] = {}
        rows = (flatten(claim) for claim in self._note(issuers))
        return Table("panel", load_columns("panel"), read_panel(rows, issuers))

    def _note(self, issuers: dict[str, str]) -> Iterator[Claim]:
        for piece in self.pieces:
            if piece.document and (issuer := piece.document.meta.get("issuer")):
                issuers[piece.document.doc_id] = str(issuer)
            yield from piece.claims


def loosen(claims: Iterable[Claim]) -> Iterator[Loose]:
    """Take claims without their documents as pieces."""
    return (Loose(claim.doc_id, (claim,)) for claim in claims)
