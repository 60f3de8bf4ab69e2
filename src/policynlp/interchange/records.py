"""What passes between the formats: documents in the gold's shape, each with the place it stands."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from policynlp.interchange.report import Report
from policynlp.schema import LABELS

Record = dict[str, Any]
Placed = tuple[str, Record]  # "file.jsonl:3" and the document that stands there
Read = Callable[[Path, Report], Iterator[Placed]]
Write = Callable[[Sequence[Record], Path, Report], None]

UNIT = "UNIT"  # the one label that lies inside another span
SPAN_LABELS = (*LABELS, UNIT)
WHERE = "_where"  # of a span, while it is read: the line that it stands in
ROLES = (
    "indicator",
    "trigger",
    "quantity",
    "from_quantity",
    "share_of",
    "period",
    "baseline",
    "region",
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it is named and told, what reads and writes it.

    ``lacks`` says, of what a document holds, what has no place in the format, and why.
    """

    name: str
    ending: str  # of a file; empty for a folder
    about: str
    read: Read
    write: Write
    lacks: Mapping[str, str] = field(default_factory=dict)


def surface(text: str, start: int, end: int) -> str:
    """Give the words of a span as the specification writes them: without layout white space."""
    return _SPACE.sub("", text[start:end])


def entity(text: str, start: int, end: int, label: str) -> Record:
    """Give the record of a span."""
    return {"start": start, "end": end, "label": label, "text": surface(text, start, end)}
