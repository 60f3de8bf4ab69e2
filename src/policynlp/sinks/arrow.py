"""Claims in Arrow's memory: the types of the columns, flat or nested, and batches of rows."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType, NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from policynlp.schema import Claim, Record
from policynlp.sinks.columns import Column
from policynlp.sinks.content import Content
from policynlp.sinks.extras import load_library

if TYPE_CHECKING:
    import pyarrow

BATCH = 5000  # rows; some megabytes
_TYPES: Mapping[str, str] = MappingProxyType(
    {"string": "string", "number": "float64", "integer": "int64", "boolean": "bool_"}
)
_PLAIN: Mapping[type, str] = MappingProxyType(
    {str: "string", float: "float64", int: "int64", bool: "bool_"}
)


def read_batches(content: Content) -> tuple["pyarrow.Schema", Iterator["pyarrow.RecordBatch"]]:
    """Give the types of the content's columns, and its rows as they come, in batches."""
    arrow = load_library("pyarrow", "Arrow tables")
    if content.nested:
        schema = arrow.schema(list(_struct(Claim)))
        return schema, _batches(content.records(), schema)
    table = content.table()
    schema = flat_schema(table.columns)
    return schema, _batches(table.records(), schema)


def flat_schema(columns: Iterable[Column]) -> "pyarrow.Schema":
    """Give the types of flat columns."""
    arrow = load_library("pyarrow", "Arrow tables")
    return arrow.schema(
        [(column.name, getattr(arrow, _TYPES[column.type])()) for column in columns]
    )


def _batches(
    records: Iterable[dict[str, Any]], schema: "pyarrow.Schema"
) -> Iterator["pyarrow.RecordBatch"]:
    rows = iter(records)
    while batch := list(islice(rows, BATCH)):
        yield make_batch(batch, schema)


def make_batch(records: list[dict[str, Any]], schema: "pyarrow.Schema") -> "pyarrow.RecordBatch":
    """Put the records into columns of the schema's types."""
    arrow = load_library("pyarrow", "Arrow tables")
    paths = list(_number_paths(schema))
    for record in records:
        for path in paths:
            _make_float(record, path)
    return arrow.RecordBatch.from_pylist(records, schema)


def _number_paths(fields: "Iterable[pyarrow.Field]") -> Iterator[tuple[str, ...]]:
    arrow = load_library("pyarrow", "Arrow tables")
    for field in fields:
        if arrow.types.is_floating(field.type):
            yield (field.name,)
        elif arrow.types.is_struct(field.type):
            yield from ((field.name, *path) for path in _number_paths(field.type))


def _make_float(record: dict[str, Any], path: tuple[str, ...]) -> None:
    """Give a whole number as a float: Arrow refuses 1180亿千瓦时 in joules, beyond 2**53."""
    part: Any = record
    for step in path[:-1]:
        part = part[step]
        if part is None:
            return
    if part[path[-1]] is not None:
        part[path[-1]] = float(part[path[-1]])


def _struct(record: type[Record]) -> "Iterator[pyarrow.Field]":
    arrow = load_library("pyarrow", "Arrow tables")
    hints = get_type_hints(record)
    for name in record.__match_args__:
        yield arrow.field(name, _type(hints[name]), nullable=_is_nullable(hints[name]))


def _type(hint: Any) -> "pyarrow.DataType":
    arrow = load_library("pyarrow", "Arrow tables")
    if isinstance(hint, type) and issubclass(hint, Record):
        return arrow.struct(list(_struct(hint)))
    if get_origin(hint) is Literal:
        return arrow.string()
    if get_origin(hint) is tuple:
        return arrow.list_(_type(get_args(hint)[0]))
    if _is_nullable(hint):
        return _type(next(kind for kind in get_args(hint) if kind is not NoneType))
    return getattr(arrow, _PLAIN[hint])()


def _is_nullable(hint: Any) -> bool:
    # Literal[…] | None gives the old kind of union
    return get_origin(hint) in (UnionType, Union)
