"""Documents, and the claims made of their texts."""

from dataclasses import dataclass, field
from typing import Any, Literal

from policynlp.schema.record import Record

Kind = Literal["level", "change", "trend"]
Direction = Literal["increase", "decrease", "stable"]
Modality = Literal["actual", "target", "forecast", "action"]
Relation = Literal["eq", "approx", "gt", "ge", "lt", "le", "range"]


@dataclass(frozen=True, slots=True)
class Document(Record):
    """A text as it was read, offsets counting its code points, and what is known of it."""

    doc_id: str
    text: str
    meta: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part(Record):
    """A piece of the text; without white space ``text[start:end]`` of the document is ``text``.

    ``start`` and ``end`` are half-open and count code points of the **raw** text.
    They are None where the part stands nowhere (a year known from the title alone).
    """

    text: str | None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Entity(Record):
    """A labelled span of the raw text."""

    start: int
    end: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Indicator(Record):
    """What is measured: its words, whether they come from the clause before, its id if listed."""

    text: str
    start: int | None = None
    end: int | None = None
    inherited: bool = False
    id: str | None = None


@dataclass(frozen=True, slots=True)
class BaseValue(Record):
    """A value in SI or in a common unit of its dimension: 1.95亿吨 is 1.95e11 kg."""

    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Quantity(Record):
    """A number with its scale multiplied out, its unit without scale, and its hedge.

    ``high`` is the upper end of a range: 1.5至2倍 has ``value`` 1.5 and ``high`` 2.
    """

    text: str
    start: int | None
    end: int | None
    value: float
    high: float | None = None
    unit: str = ""
    relation: Relation = "eq"
    dimension: str | None = None
    base: BaseValue | None = None


@dataclass(frozen=True, slots=True)
class Period(Record):
    """A time, as written and resolved; of a claim's ``baseline``, ``text`` keeps its 比 or 较."""

    text: str | None = None
    start: int | None = None
    end: int | None = None
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class Region(Record):
    """A place, as written, with its official code if known."""

    text: str
    start: int | None = None
    end: int | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """What a report says of one indicator: its value, the amount it moved, or which way."""

    id: str
    doc_id: str
    kind: Kind
    direction: Direction | None
    modality: Modality
    negated: bool
    indicator: Indicator
    trigger: Part | None = None
    quantity: Quantity | None = None
    from_quantity: Quantity | None = None
    share_of: Part | None = None
    period: Period | None = None
    baseline: Period | None = None
    region: Region | None = None
    sentence: Part | None = None
    section: tuple[str, ...] = ()
    confidence: float = 1.0
    source: str = "rules"

    def __post_init__(self) -> None:
        """Keep ``section`` hashable when it comes from JSON as a list."""
        object.__setattr__(self, "section", tuple(self.section))
