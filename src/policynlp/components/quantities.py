"""Quantities of running text: a number with its scale, unit and hedges, and their value."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from policynlp.components.quantity_checks import is_quantity
from policynlp.components.quantity_digits import is_calendar
from policynlp.components.quantity_found import Found, dimension_of
from policynlp.components.quantity_hedges import HedgeReader
from policynlp.components.quantity_patterns import TRIGGERS, compile_finder, compile_guards
from policynlp.components.quantity_series import join_series
from policynlp.components.quantity_values import read_quantity, to_value
from policynlp.lexicons import load_forms
from policynlp.schema import Mention

LABEL = "QUANTITY"
_KINDS = ("digits", "chinese", "share", "part", "tenths", "half", "figures", "fraction", "ratio")
_TAIL = ("more", "scale", "unit", "more2", "after")


class QuantityFinder:
    """Find the quantities of a clean text; one object serves any number of texts."""

    def __init__(self) -> None:
        self.pattern = compile_finder()
        self.guards = compile_guards()
        self.hedges = HedgeReader()
        self.no_units = frozenset(load_forms("unit_guards"))

    def find(self, text: str) -> list[Mention]:
        """All quantities in order; none crosses a line."""
        numbers = join_series(text, list(self._numbers(text)))
        mentions = (_mention(found) for found in numbers if is_quantity(text, found))
        return [mention for mention in mentions if mention]

    def _numbers(self, text: str) -> Iterator[Found]:
        guarded = 0
        for match in self.pattern.finditer(text):
            kind = next(filter(match.group, _KINDS))
            if kind == "digits" and match["unit"] is None and is_calendar(text, match.end(kind)):
                continue
            found = Found(kind, match.start(), match.end(kind), match[kind])
            if kind == "chinese":
                if guard := self.guards.match(text, found.start):
                    guarded = guard.end()
                if found.start < guarded:
                    continue
            self._read_tail(match, found)
            self.hedges.read(text, found)
            yield found

    def _read_tail(self, match: re.Match[str], found: Found) -> None:
        more, scale, unit, more2, after = match.group(*_TAIL)
        if more:
            found.more = more + (scale or "")
            found.end = match.end("more") + len(scale or "")
        if unit and unit not in self.no_units:
            found.unit, found.end = unit, match.end("unit")
            found.units.append(match.span("unit"))
        elif unit:
            return
        if more2 and not found.more:
            found.more, found.end = more2, match.end("more2")
        if after and (after != "内" or dimension_of(found.unit) == "time"):
            found.after, found.end = after, match.end("after")
        if found.kind == "share":
            found.units = [(found.start, found.start + found.number.index("之") + 1)]
        elif found.kind == "tenths":
            at = found.start + found.number.index("成")
            found.units = [(at, at + 1)]


def find_quantities(text: str) -> list[Mention]:
    """Find the quantities of a clean text."""
    return _finder().find(text)


@cache
def _finder() -> QuantityFinder:
    return QuantityFinder()


def _mention(found: Found) -> Mention | None:
    reading = read_quantity(found.kind, found.number, found.more, found.unit)
    high = (
        read_quantity(found.high.kind, found.high.number, found.high.more, found.high.unit)
        if found.high
        else None
    )
    if reading is None:
        return None
    value: dict[str, Any] = dict(to_value(reading, high, found.before, found.after))
    if found.verb and value["relation"] == "eq":
        value["relation"] = found.verb
    unit_start, unit_end = found.units[-1] if found.units else (None, None)
    hedge = found.before if found.before in TRIGGERS else None
    value |= {
        "unit_start": unit_start,
        "unit_end": unit_end,
        "units": [list(span) for span in found.units],
        "hedge": hedge,
        "hedge_start": found.start if hedge else None,
        "hedge_end": found.start + len(hedge) if hedge else None,
    }
    return Mention(found.start, found.end, LABEL, value)
