"""Files of annotated documents, one JSON object a line, checked as they are read."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from policynlp.errors import Errors, GoldError

_PARTS = ("trigger", "quantity", "from_quantity", "period", "baseline")
_NAMES = ("indicator", "share_of", "region")  # may stand as bare words
_TEXTS = ("text", "unit", "relation", "iso")
_NUMBERS = ("start", "end", "value", "high")
_Check = Callable[[Any], bool]


def read_gold(path: Path) -> list[dict[str, Any]]:
    """Read documents with ``doc_id``, ``text`` and ``claims``, and maybe ``ents`` and ``tables``.

    Raises:
        GoldError: the file cannot be read, or a line breaks the shape; it is named.
    """
    return list(_read(path, required=("doc_id", "text", "claims")))


def read_predictions(path: Path) -> list[dict[str, Any]]:
    """Read documents with ``doc_id``, and maybe ``ents`` and ``claims``.

    Raises:
        GoldError: the file cannot be read, or a line breaks the shape; it is named.
    """
    return list(_read(path, required=("doc_id",)))


def _read(path: Path, required: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise GoldError(Errors.UNREADABLE.format(path=path, error=error.strerror)) from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield check_document(json.loads(line.decode("utf-8-sig")), required)
            except ValueError as error:  # broken JSON and UTF-8 are ValueErrors, as is our own
                raise GoldError(
                    Errors.BAD_LINE.format(path=path, line=number, error=error)
                ) from error


def check_document(document: Any, required: tuple[str, ...]) -> dict[str, Any]:
    """Give the document back if it has what is required, in the shape of the interface.

    Raises:
        ValueError: it has not; the message says what is wrong.
    """
    if not isinstance(document, dict):
        raise ValueError("not a JSON object")
    for name in required:
        if name not in document:
            raise ValueError(f"{name!r} is missing")
    for name, good in _SHAPES.items():
        if name in document and not good(document[name]):
            raise ValueError(f"{name!r} has not the shape of the interface")
    return document


def _all(good: _Check) -> _Check:
    return lambda values: isinstance(values, list) and all(map(good, values))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_range(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(n, int) for n in value)


def _is_entity(value: Any) -> bool:
    return (
        isinstance(value, Mapping)
        and isinstance(value.get("start"), int)
        and isinstance(value.get("end"), int)
        and _is_text(value.get("label"))
    )


def _is_claim(value: Any) -> bool:
    return (
        isinstance(value, Mapping)
        and _is_text(value.get("kind"))
        and all(_is_part(value.get(name)) for name in _PARTS)
        and all(_is_text(value.get(name)) or _is_part(value.get(name)) for name in _NAMES)
    )


def _is_part(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return value is None
    return (
        all(isinstance(value.get(name), str | None) for name in _TEXTS)
        and all(isinstance(value.get(name), int | float | None) for name in _NUMBERS)
        and (value.get("start") is None) == (value.get("end") is None)
    )


_SHAPES: dict[str, _Check] = {
    "doc_id": _is_text,
    "text": _is_text,
    "ents": _all(_is_entity),
    "claims": _all(_is_claim),
    "tables": _all(_is_range),
}
