"""The check that every document passes, whatever the format that it was read from."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from policynlp.errors import Errors, InterchangeError
from policynlp.gold import check_document
from policynlp.interchange.records import (
    ROLES,
    SPAN_LABELS,
    UNIT,
    WHERE,
    Placed,
    Record,
    entity,
    surface,
)
from policynlp.interchange.report import Report
from policynlp.interchange.values import fill_values

_KINDS = ("level", "change", "trend")
_FIELDS = {"doc_id", "text", "meta", "ents", "claims", "tables"}
_SPAN_FIELDS = {"start", "end", "label", "text"}


def tidy(placed: Iterable[Placed], renames: Mapping[str, str], report: Report) -> Iterator[Record]:
    """Give each document in the one shape: all six fields, spans in order, claims' parts placed.

    Raises:
        InterchangeError: a document breaks the shape, a label is unknown, a span stands outside
            the text, is not what the file says it is, or overlaps another.
    """
    seen: set[str] = set()
    for where, document in placed:
        tidied = _tidy(where, document, renames, report)
        if tidied["doc_id"] in seen:
            raise InterchangeError(Errors.REPEATED_ID.format(where=where, doc_id=tidied["doc_id"]))
        seen.add(tidied["doc_id"])
        yield tidied


def _tidy(where: str, document: Record, renames: Mapping[str, str], report: Report) -> Record:
    try:
        check_document(document, ("doc_id", "text"))
        document["text"].encode("utf-8")  # half a surrogate pair is text in JSON, not in a file
        if not isinstance(document.get("meta") or {}, dict):
            raise ValueError("'meta' is no JSON object")
    except ValueError as error:
        raise InterchangeError(Errors.BAD_RECORD.format(where=where, error=error)) from error
    for name in sorted(document.keys() - _FIELDS):
        report.add(f"field {name!r}", 1, "not read: no field of a document")
    text = document["text"]
    return {
        "doc_id": document["doc_id"],
        "text": text,
        "meta": document.get("meta") or {},
        "ents": _tidy_spans(where, text, document.get("ents", ()), renames, report),
        "claims": [_tidy_claim(where, text, claim, report) for claim in document.get("claims", ())],
        "tables": [_tidy_table(where, text, table) for table in document.get("tables", ())],
    }


def _tidy_spans(
    where: str, text: str, spans: Iterable[Record], renames: Mapping[str, str], report: Report
) -> list[Record]:
    named = ({**span, "label": renames.get(span["label"], span["label"])} for span in spans)
    found = [_tidy_span(where, text, span, report) for span in named if _is_kept(span, report)]
    found.sort(key=lambda span: (span["start"], -span["end"], span["label"] == UNIT))
    for inner in (True, False):
        layer = (span for span in found if (span["label"] == UNIT) is inner)
        for one, two in pairwise(layer):
            if two["start"] < one["end"]:
                other = f"{one['label']} {one['text']!r} at {one['start']}"
                raise InterchangeError(Errors.OVERLAP.format(where=where, other=other, **two))
    return found


def _is_kept(span: Record, report: Report) -> bool:
    if not span["label"]:
        report.add("spans", 1, "left out, as --map says")
    return bool(span["label"])


def _tidy_span(where: str, text: str, span: Record, report: Report) -> Record:
    start, end, label = span["start"], span["end"], span["label"]
    where = span.pop(WHERE, where)
    if label not in SPAN_LABELS:
        labels = " ".join(SPAN_LABELS)
        raise InterchangeError(Errors.STRANGE_LABEL.format(where=where, label=label, labels=labels))
    check_place(where, text, span)
    said = span.get("text")
    if isinstance(said, str) and surface(said, 0, len(said)) != surface(text, start, end):
        raise InterchangeError(
            Errors.OTHER_TEXT.format(
                where=where, label=label, start=start, end=end, found=text[start:end], said=said
            )
        )
    for name in sorted(span.keys() - _SPAN_FIELDS):
        report.add(f"field {name!r} of a span", 1, "not read: no field of a span")
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    report.add("spans", int(left + right > 0), "trimmed of white space at their edges")
    return entity(text, start + left, end - right, label)


def check_place(where: str, text: str, span: Mapping[str, Any]) -> None:
    """Refuse a span that is empty, blank, or stands outside the text.

    Raises:
        InterchangeError: it does.
    """
    start, end = span["start"], span["end"]
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        label = span.get("label", "span")
        raise InterchangeError(
            Errors.OUTSIDE_TEXT.format(
                where=where, label=label, start=start, end=end, length=len(text)
            )
        )


def _tidy_table(where: str, text: str, table: list[int]) -> list[int]:
    check_place(where, text, {"start": table[0], "end": table[1], "label": "table"})
    return list(table)


def _tidy_claim(where: str, text: str, claim: Record, report: Report) -> Record:
    if claim["kind"] not in _KINDS:
        error = f"a claim of the kind {claim['kind']!r}; expected {', '.join(_KINDS)}"
        raise InterchangeError(Errors.BAD_RECORD.format(where=where, error=error))
    if not claim.get("indicator"):
        error = f"a {claim['kind']} claim has no indicator"
        raise InterchangeError(Errors.BAD_RECORD.format(where=where, error=error))
    parts = {role: _tidy_part(where, text, role, claim.get(role)) for role in ROLES}
    defaults = {"direction": None, "modality": "actual", "negated": False}
    return fill_values({**defaults, **claim, **parts}, report)


def _tidy_part(where: str, text: str, role: str, part: Any) -> Record | None:
    if part is None:
        return None
    if isinstance(part, str):  # the gold lets a name stand as bare words
        return {"text": part, "start": None, "end": None}
    if part.get("start") is not None:
        check_place(where, text, {**part, "label": role})
    return {"text": None, "start": None, "end": None, **part}
