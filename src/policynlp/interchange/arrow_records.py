"""A document as a row of typed columns, and back; fields that have no column go along as JSON."""

import json
from collections.abc import Mapping
from typing import Any

from policynlp.interchange.records import ROLES, Record

_PART = {"text": "string", "start": "int64", "end": "int64"}
_QUANTITY: dict[str, Any] = {
    **_PART,
    "value": "float64",
    "high": "float64",
    "unit": "string",
    "relation": "string",
    "dimension": "string",
    "base": {"value": "float64", "unit": "string"},
}
_PERIOD = {**_PART, "iso": "string"}
_CLAIM: dict[str, Any] = {
    "id": "string",
    "doc_id": "string",
    "kind": "string",
    "direction": "string",
    "modality": "string",
    "negated": "bool",
    "indicator": {**_PART, "inherited": "bool", "id": "string"},
    "trigger": _PART,
    "quantity": _QUANTITY,
    "from_quantity": _QUANTITY,
    "share_of": _PART,
    "period": _PERIOD,
    "baseline": _PERIOD,
    "region": {**_PART, "id": "string"},
    "sentence": _PART,
    "section": ["string"],
    "confidence": "float64",
    "source": "string",
}
_MORE = "more"  # JSON of the fields that are no column
_DOCUMENT: dict[str, Any] = {
    "doc_id": "string",
    "text": "string",
    "meta": "string",  # JSON, since its fields differ from document to document
    "ents": [{**_PART, "label": "string"}],
    "claims": [{**_CLAIM, _MORE: "string"}],
    "tables": [["int64"]],
}


def document_features(datasets: Any) -> Any:
    """Give the types of the columns as ``datasets.Features``."""
    return datasets.Features(_features(datasets, _DOCUMENT))


def _features(datasets: Any, shape: Any) -> Any:
    if isinstance(shape, str):
        return datasets.Value(shape)
    if isinstance(shape, list):
        return datasets.List(_features(datasets, shape[0]))
    return {name: _features(datasets, inner) for name, inner in shape.items()}


def to_row(document: Record) -> Record:
    """Give the document with every column, ``meta`` as JSON."""
    claims = [_to_columns(claim) for claim in document["claims"]]
    return {**document, "meta": _dump(document["meta"]), "claims": claims}


def _to_columns(claim: Record) -> Record:
    row: Record = {name: _fit(claim.get(name), shape) for name, shape in _CLAIM.items()}
    more = {name: claim[name] for name in claim if name not in _CLAIM}
    for role in ROLES:
        part = claim[role] or {}
        if extra := {name: part[name] for name in part if name not in _CLAIM[role]}:
            more[role] = extra
    return {**row, _MORE: _dump(more) if more else None}


def _fit(value: Any, shape: Any) -> Any:
    if isinstance(shape, dict) and isinstance(value, Mapping):
        return {name: _fit(value.get(name), inner) for name, inner in shape.items()}
    return value


def from_row(row: Record) -> Record:
    """Give the document of a row; columns that are null were absent or null."""
    claims = [_from_columns(claim) for claim in row.get("claims") or ()]
    meta = json.loads(row["meta"]) if row.get("meta") else {}
    ents, tables = row.get("ents") or [], row.get("tables") or []
    return {**row, "meta": meta, "ents": ents, "claims": claims, "tables": tables}


def _from_columns(row: Record) -> Record:
    claim = _known(row)
    more = json.loads(claim.pop(_MORE, "{}"))
    for name, value in more.items():
        claim[name] = {**claim[name], **value} if name in ROLES else value
    return claim


def _known(row: Mapping[str, Any]) -> Record:
    """Leave out what is null, at every depth; an empty struct is one that was null."""
    known = {
        name: _known(value) if isinstance(value, Mapping) else value
        for name, value in row.items()
        if value is not None
    }
    return {name: value for name, value in known.items() if value != {}}


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
