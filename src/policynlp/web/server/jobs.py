"""What a request asks of a worker, and what the worker says to it."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

What = Literal["claims", "documents"]
Form = Literal["json", "jsonl", "csv", "xlsx", "html"]
Lang = Literal["zh", "en"]


class Item(NamedTuple):
    """A text, or the bytes of a file; ``name`` is what messages call it, and never a path."""

    name: str
    doc_id: str
    content: str | bytes


@dataclass(frozen=True, slots=True)
class Job:
    """The texts and files of a request, and what is wanted of them; empty sets keep all claims."""

    items: tuple[Item, ...]
    what: What
    form: Form
    kinds: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    report_year: int | None = None
    lang: Lang | None = None


class Chunk(NamedTuple):
    """A part of the answer's body."""

    data: bytes


class Fault(NamedTuple):
    """Why there is no more of an answer: a code of ``problems`` and its values."""

    code: str
    values: dict[str, Any]


class End(NamedTuple):
    """The answer is whole; what it took, and how many parts could not be read."""

    documents: int
    claims: int
    characters: int
    unread: int


Message = Chunk | Fault | End
