"""The way of a record to plain JSON values and back."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import UnionType
from typing import Any, NamedTuple, Self, get_args, get_origin, get_type_hints


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
