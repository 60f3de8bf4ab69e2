"""Annotated documents as the page takes them: every field there, every place inside the text."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from policynlp.schema import Claim, Indicator, Part, Period, Quantity, Region
from policynlp.schema import Record as Shape
from policynlp.web.view.blocks import Reading
from policynlp.web.view.palette import labels

Record = Mapping[str, Any]

_PARTS: dict[str, type[Shape]] = {
    "indicator": Indicator,
    "trigger": Part,
    "quantity": Quantity,
    "from_quantity": Quantity,
    "share_of": Part,
    "period": Period,
    "baseline": Period,
    "region": Region,
    "sentence": Part,
}
_NOTHING: dict[str, Any] = dict.fromkeys(Claim.__match_args__) | {
    "modality": "actual",
    "negated": False,
    "section": (),
    "confidence": None,
}

SHAPES = {name: dict.fromkeys(shape.__match_args__) for name, shape in _PARTS.items()} | {
    "claim": _NOTHING
}


def describe(document: Record) -> dict[str, Any]:
    """Give a document of ``policynlp annotate``, or one of the gold's shape, as the page's data."""
    text, meta = document["text"], dict(document.get("meta") or {})
    reading = Reading(text, meta)
    spans = [[ent["start"], ent["end"], ent["label"]] for ent in document.get("ents") or ()]
    claims = [
        _claim(claim, f"{document['doc_id']}:{number:05}", text, reading)
        for number, claim in enumerate(document.get("claims") or ())
    ]
    shown = {
        "id": document["doc_id"],
        "title": meta.get("title") or reading.structure.title or document["doc_id"],
        "meta": meta,
        "text": text,
        "ents": sorted(span for span in spans if _is_place(span, text) and span[2] in labels()),
        "sections": (sections := _distinct(claim["section"] for claim in claims)),
        "claims": [_lean(claim, sections) for claim in claims],
        "rest": {"tables": document["tables"]} if document.get("tables") else {},
    }
    return shown | {"key": _digest(shown), "blocks": list(reading.blocks())}


def _is_place(span: list[Any], text: str) -> bool:
    start, end = span[:2]
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)


def _digest(shown: dict[str, Any]) -> str:
    """Name the content: corrections of another text, or of another reading of it, do not fit."""
    packed = json.dumps(shown, sort_keys=True, default=str)
    return hashlib.sha256(packed.encode()).hexdigest()[:24]


def _distinct(sections: Iterable[list[str]]) -> list[list[str]]:
    return [list(section) for section in dict.fromkeys(map(tuple, sections))]


def _lean(claim: dict[str, Any], sections: list[list[str]]) -> dict[str, Any]:
    """Leave out what is null, and name the section by its place: reports have 10,000 claims."""
    full = {name: part for name, part in claim.items() if part is not None}
    for name in _PARTS.keys() & full.keys():
        full[name] = {key: value for key, value in full[name].items() if value is not None}
    return full | {"section": sections.index(list(claim["section"]))}


def _claim(claim: Record, name: str, text: str, reading: Reading) -> dict[str, Any]:
    full = _NOTHING | {"id": name} | dict(claim)
    for field, shape in _PARTS.items():
        full[field] = _part(full[field], shape, text)
    if full["sentence"] is None:
        full |= _setting(full, reading)
    full["sentence"] = full["sentence"] and full["sentence"] | {"text": None}  # the page has it
    return full


def _part(part: Any, shape: type[Shape], text: str) -> dict[str, Any] | None:
    if part is None:
        return None
    given = dict(part) if isinstance(part, Mapping) else {"text": part}
    full: dict[str, Any] = dict.fromkeys(shape.__match_args__) | given
    if not _is_place([full["start"], full["end"]], text):
        full |= {"start": None, "end": None}
    return full


def _setting(claim: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """Give the sentence and the section of a claim that tells neither, as the gold's do."""
    anchors = (claim[name] for name in ("quantity", "trigger", "indicator"))
    for part in anchors:
        if part and part["start"] is not None and (setting := reading.setting_of(part["start"])):
            (start, end), section = setting
            sentence = {"text": None, "start": start, "end": end}
            return {"sentence": sentence, "section": claim["section"] or section}
    return {}
