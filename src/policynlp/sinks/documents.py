"""Documents as rows, each with its claims; one that failed on the way is left out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from policynlp.schema import Claim, Document
from policynlp.sinks.content import Piece


@dataclass(slots=True)
class Gathered:
    """A document, if it is at hand, and its claims."""

    source: str
    doc_id: str
    document: Document | None
    claims: list[Claim] = field(default_factory=list)

    def row(self) -> tuple[Any, ...]:
        """Give the row of ``documents``."""
        meta = self.document.meta if self.document else {}
        text = self.document.text if self.document else None
        facts = json.dumps(meta, ensure_ascii=False, default=str) if self.document else None
        title, issuer = (meta.get(name) and str(meta[name]) for name in ("title", "issuer"))
        year = meta.get("report_year")
        size = None if text is None else len(text)
        return (
            *(self.doc_id, title, issuer, year if isinstance(year, int) else None),
            *(size, len(self.claims), text, facts),
        )


def gather_documents(pieces: Iterable[Piece]) -> Iterator[Gathered]:
    """Put the pieces of each document together, in their order."""
    draft: Gathered | None = None
    for piece in pieces:
        if draft and (piece.source != draft.source or piece.document):
            yield draft
            draft = None
        if piece.document:
            draft = Gathered(piece.source, piece.document.doc_id, piece.document)
        elif draft is None and piece.claims:
            draft = Gathered(piece.source, piece.claims[0].doc_id, None)
        if piece.error:
            draft = None
        if draft:
            draft.claims += piece.claims
    if draft:
        yield draft
