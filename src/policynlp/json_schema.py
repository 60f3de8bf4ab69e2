"""The JSON Schema of the two records that leave the toolkit, built from their definitions."""

from collections.abc import Iterable, Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from policynlp.schema import (
    BaseValue,
    Claim,
    Document,
    Entity,
    Indicator,
    Part,
    Period,
    Quantity,
    Record,
    Region,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_RECORDS = (Part, Entity, Indicator, BaseValue, Quantity, Period, Region, Claim)
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def json_schema() -> dict[str, Any]:
    """Give one schema that takes either record: a document, or a claim on its own."""
    definitions = {record.__name__: _describe(record) for record in _RECORDS}
    return {
        "$schema": DIALECT,
        "title": "policynlp records",
        "anyOf": [{"$ref": "#/$defs/Document"}, {"$ref": "#/$defs/Claim"}],
        "$defs": {"Document": _describe_document(), **definitions},
    }


def _describe_document() -> dict[str, Any]:
    meta = {
        "title": {"type": ["string", "null"]},
        "report_year": {"type": ["integer", "null"]},
        "issuer": {"type": ["string", "null"]},
        "pages": {"type": "array", "items": {"type": "integer", "minimum": 0}},
    }
    parts = {
        "doc_id": {"type": "string"},
        "text": {"type": "string"},
        "meta": {"type": "object", "properties": meta},
        "ents": {"type": "array", "items": {"$ref": "#/$defs/Entity"}},
        "claims": {"type": "array", "items": {"$ref": "#/$defs/Claim"}},
    }
    return _object(Document, parts)


def _describe(record: type[Record]) -> dict[str, Any]:
    hints = get_type_hints(record)
    return _object(record, {name: _type(hints[name]) for name in record.__match_args__})


def _object(record: type, properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "description": (record.__doc__ or "").split("\n")[0].replace("``", ""),
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _type(hint: Any) -> dict[str, Any]:
    if isinstance(hint, type) and issubclass(hint, Record):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) in (UnionType, Union):  # Literal[…] | None gives the old kind
        return _union(get_args(hint))
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0])}
    return {"type": _PLAIN[hint]}


def _union(hints: Iterable[Any]) -> dict[str, Any]:
    types = [_type(hint) for hint in hints]
    if all(set(kind) == {"type"} for kind in types):
        return {"type": [kind["type"] for kind in types]}
    return {"anyOf": types}
