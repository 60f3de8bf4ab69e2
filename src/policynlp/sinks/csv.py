"""A flat table with commas; a file starts with the mark by which Excel knows UTF-8."""

import csv
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

from policynlp.schema import Claim
from policynlp.sinks.atomic import open_atomic

ENCODING = "utf-8-sig"


def _of(part: str, name: str) -> Callable[[Claim], Any]:
    return lambda claim: getattr(getattr(claim, part), name, None)


def _base(name: str) -> Callable[[Claim], Any]:
    return lambda claim: getattr(getattr(claim.quantity, "base", None), name, None)


def _own(name: str) -> Callable[[Claim], Any]:
    return lambda claim: getattr(claim, name)


COLUMNS: Mapping[str, Callable[[Claim], Any]] = MappingProxyType(
    {
        "id": _own("id"),
        "doc_id": _own("doc_id"),
        "kind": _own("kind"),
        "direction": _own("direction"),
        "modality": _own("modality"),
        "negated": lambda claim: str(claim.negated).lower(),
        "indicator": _of("indicator", "text"),
        "indicator_id": _of("indicator", "id"),
        "inherited": lambda claim: str(claim.indicator.inherited).lower(),
        "trigger": _of("trigger", "text"),
        "quantity": _of("quantity", "text"),
        "value": _of("quantity", "value"),
        "high": _of("quantity", "high"),
        "unit": _of("quantity", "unit"),
        "relation": _of("quantity", "relation"),
        "dimension": _of("quantity", "dimension"),
        "base_value": _base("value"),
        "base_unit": _base("unit"),
        "from_value": _of("from_quantity", "value"),
        "from_unit": _of("from_quantity", "unit"),
        "share_of": _of("share_of", "text"),
        "period": _of("period", "iso"),
        "period_text": _of("period", "text"),
        "baseline": _of("baseline", "iso"),
        "baseline_text": _of("baseline", "text"),
        "region": _of("region", "text"),
        "region_id": _of("region", "id"),
        "section": lambda claim: " / ".join(claim.section),
        "sentence": _of("sentence", "text"),
        "sentence_start": _of("sentence", "start"),
        "sentence_end": _of("sentence", "end"),
        "confidence": _own("confidence"),
        "source": _own("source"),
    }
)


def dump_csv(claims: Iterable[Claim], stream: TextIO) -> int:
    """Write a head and each claim as a row; return how many claims."""
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    count = 0
    for count, claim in enumerate(claims, start=1):  # noqa: B007 - the last one is the answer
        writer.writerow([read(claim) for read in COLUMNS.values()])
    return count


def write_csv(claims: Iterable[Claim], path: Path) -> int:
    """Write a head and each claim as a row of the file; return how many claims."""
    with open_atomic(path, ENCODING) as stream:
        return dump_csv(claims, stream)
