"""How sure a claim is: the share of claims of its make that hand-annotated reports bear out.

The make of a claim is told by its own fields, from the most special description to the most
general; the first that was seen often enough in the reports gives the figure
(``lexicons/data/confidence.tsv``, written by ``benchmarks/confidence.py --fit``).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from policynlp.lexicons import load_rows
from policynlp.linking.words import ends_with_scale

LONG = 10  # characters of an indicator; longer ones are more often cut wrongly
ANY = "any"

Record = Mapping[str, Any]


def confidence_of(record: Record) -> float:
    """Give the share of claims like this one that are right, between 0 and 1."""
    return _share(*_make(record))


@cache
def _share(*make: str) -> float:
    known = _table()
    return next(known[form] for form in _describe(make) if form in known)


def makes(record: Record) -> list[str]:
    """Describe the claim's make, the most special description first.

    >>> makes({"kind": "trend", "indicator": {"text": "收入", "start": 0, "end": 2, "inherited": False,
    ...        "id": None}, "trigger": {"start": 2, "end": 4}, "quantity": None})[-2:]
    ['trend', 'any']
    """
    return _describe(_make(record))


def _make(record: Record) -> tuple[str, ...]:
    indicator = record["indicator"]
    trigger = "verb" if record["trigger"] else "bare"
    length = "long" if len(indicator["text"]) > LONG else "short"
    return record["kind"], _order(record), _head(indicator), trigger, length


def _describe(make: Sequence[str]) -> list[str]:
    return [*(" ".join(make[:count]) for count in range(len(make), 0, -1)), ANY]


def _order(record: Record) -> str:
    """Where the indicator stands: before or behind its number or verb, or in a clause before."""
    indicator = record["indicator"]
    if indicator["inherited"]:
        return "inherited"
    place = record["quantity"] or record["trigger"]
    if place is None or indicator["start"] is None:
        return "apart"
    return "before" if indicator["end"] <= place["start"] else "behind"


def _head(indicator: Record) -> str:
    if indicator["id"]:
        return "known"
    return "scale" if ends_with_scale(indicator["text"]) else "other"


@cache
def _table() -> dict[str, float]:
    return {row["forms"]: float(row["share"]) for row in load_rows("confidence")}
