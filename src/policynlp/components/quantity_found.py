"""A number as it was found in the text, before it is known to be a quantity."""

import re
from dataclasses import dataclass, field

from policynlp.normalize.units import load_units

_SINCE = re.compile(r"以?来|多来")


@dataclass(slots=True)
class Found:
    """A number as the pattern found it; a neighbour may give it its unit or its upper end."""

    kind: str
    start: int
    end: int
    number: str
    more: str = ""
    unit: str = ""
    units: list[tuple[int, int]] = field(default_factory=list)
    before: str = ""
    after: str = ""
    verb: str = ""
    high: "Found | None" = None


def dimension_of(unit: str) -> str:
    """Dimension of a simple unit, empty where there is none."""
    found = load_units().get(unit)
    return found.dimension if found else ""


def is_since(text: str, found: Found) -> bool:
    """True for 三年来, 十多年以来: a time, not a quantity."""
    return dimension_of(found.unit) == "time" and _SINCE.match(text, found.end) is not None
