"""The records that policynlp gives out; no spaCy."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from types import UnionType
from typing import Any, Literal, NamedTuple, Self, get_args, get_origin, get_type_hints

Kind = Literal["level", "change", "trend"]
Direction = Literal["increase", "decrease", "stable"]
Modality = Literal["actual", "target", "forecast", "action"]
Relation = Literal["eq", "approx", "gt", "ge", "lt", "le", "range"]

# what entity spans are called; a UNIT, besides, lies inside its QUANTITY
LABELS = (
    "INDICATOR",
    "POLICY",
    "ORG",
    "REGION",
    "SECTOR",
    "GROUP",
    "EVENT",
    "TIME",
    "DIRECTION",
    "QUANTITY",
)


class Mention(NamedTuple):
    """Something found in the clean text of a document.

    ``start`` and ``end`` are half-open and count code points of the **clean** text.
    ``value`` holds JSON values only, so that a mention survives ``Doc.to_bytes``.
    """

    start: int
    end: int
    label: str
    value: Any = None


class Anchor(NamedTuple):
    """What relative times mean in a section: a report of March 2031 reviews 2030 and plans 2031.

    ``report_year``: the year in which the text speaks (今年, 去年, 明年 count from it).
    ``year``: the year that the section tells of (全年, 年末, 上年, 上半年, 5月 count from it).
    ``span``: first and last year, where the section reviews or plans several (五年来, 今后五年).
    ``tense``: ``past`` (review), ``plan`` (goals, tasks, budget) or ``""`` where nothing tells.
    """

    report_year: int | None = None
    year: int | None = None
    span: tuple[int, int] | None = None
    tense: str = ""


class Record:
    """What the records share: the way to plain JSON values and back."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the record as JSON values, fields in the order of their definition."""
        shape = _shape(type(self))
        values = dict(zip(shape.names, shape.read(self)))  # noqa: B905 - strict would double its time
        for name in shape.records:
            if (value := values[name]) is not None:
                values[name] = value.to_dict()
        for name in shape.tuples:
            values[name] = list(values[name])
        return values

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Build the record from JSON values; fields that it lacks are left to their defaults."""
        shape = _shape(cls)
        if not shape.known.issuperset(values):
            values = {name: value for name, value in values.items() if name in shape.known}
        if shape.records:
            values = dict(values)
            for name, record in shape.records.items():
                if (value := values.get(name)) is not None:
                    values[name] = record.from_dict(value)
        return cls(**values)


class _Shape(NamedTuple):
    """The fields of a record: all of them, those that hold records, those that hold tuples."""

    names: tuple[str, ...]
    known: frozenset[str]
    records: dict[str, type[Record]]
    tuples: tuple[str, ...]
    read: Callable[[Record], tuple[Any, ...]]  # the values of all fields; no record has but one


_SHAPES: dict[type[Record], _Shape] = {}


def _shape(cls: type[Record]) -> _Shape:
    if cls not in _SHAPES:
        hints, names = get_type_hints(cls), cls.__match_args__
        records = {name: record for name in names if (record := _record_of(hints[name]))}
        tuples = tuple(name for name in names if get_origin(hints[name]) is tuple)
        _SHAPES[cls] = _Shape(names, frozenset(names), records, tuples, attrgetter(*names))
    return _SHAPES[cls]


def _record_of(hint: Any) -> type[Record] | None:
    choices = get_args(hint) if get_origin(hint) is UnionType else (hint,)
    records = (c for c in choices if isinstance(c, type) and issubclass(c, Record))
    return next(records, None)


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
