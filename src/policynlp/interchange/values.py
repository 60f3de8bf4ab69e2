"""The value of a quantity that a person only marked: 近3万亿千瓦时 is 3e12 千瓦时, approximately."""

from functools import cache
from typing import TYPE_CHECKING

from policynlp.interchange.records import ROLES, Record, surface
from policynlp.interchange.report import Report

if TYPE_CHECKING:
    from policynlp.components.quantities import QuantityFinder

_FIELDS = ("value", "high", "unit", "relation")
_QUANTITIES = tuple(role for role in ROLES if role.endswith("quantity"))


def fill_values(claim: Record, report: Report) -> Record:
    """Give each quantity of a claim that has no value the one that its words say."""
    bare = [role for role in _QUANTITIES if claim[role] and claim[role].get("value") is None]
    return {**claim, **{role: _fill(claim[role], report) for role in bare}}


def _fill(part: Record, report: Report) -> Record:
    words = surface(part["text"] or "", 0, len(part["text"] or ""))
    match _finder().find(words):
        case [found] if found.end - found.start == len(words):
            return {**part, **{name: found.value[name] for name in _FIELDS}}
    report.add("quantities", 1, "have no value: their words are not read; fill it in")
    return part


@cache
def _finder() -> "QuantityFinder":
    from policynlp.components.quantities import QuantityFinder  # its units take a while to load

    return QuantityFinder()
