"""What a process is asked to read, how, and what it gives."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from policynlp.models import DEFAULT
from policynlp.readers import Reading, Unread, read_each
from policynlp.schema import Claim, Document

Source = Path | Document


class Task(NamedTuple):
    """A source, and what its document is to be called."""

    source: Source
    doc_id: str

    @property
    def name(self) -> str:
        """What the source is called in messages."""
        return self.doc_id if isinstance(self.source, Document) else str(self.source)

    def documents(self, reading: Reading) -> Iterator[Document | Unread]:
        """Read the source: its documents, and the members and rows of it that give none."""
        if isinstance(self.source, Document):
            yield self.source
        else:
            yield from read_each(self.source, doc_id=self.doc_id, reading=reading)


@dataclass(frozen=True, slots=True)
class Options:
    """What to extract with, which claims to keep, empty sets all, and how to read files.

    ``entities`` says whether to give entities as well.
    """

    model: str = DEFAULT
    report_year: int | None = None
    kinds: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    entities: bool = True
    reading: Reading = field(default_factory=Reading)

    def keeps(self, record: dict[str, Any]) -> bool:
        """Whether the claim is of a kind and a modality that was asked for."""
        return (not self.kinds or record["kind"] in self.kinds) and (
            not self.modalities or record["modality"] in self.modalities
        )


@dataclass(frozen=True)
class Result:
    """A piece of what came of a source.

    ``document`` is the document that this piece opens, None where it goes on with the one
    before; ``records`` are its claims in JSON values. ``error`` says why the source, or a part of
    it named in ``source``, gives no more.
    """

    source: str
    document: Document | None = None
    ents: list[dict[str, Any]] = field(default_factory=list)
    records: list[dict[str, Any]] = field(default_factory=list)
    error: str | None = None

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims, made only for who asks: most are written as they are."""
        return list(map(Claim.from_dict, self.records))
