"""Quantities of running text: a number with its scale, unit and hedges, and their value."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from policynlp.components.quantity_checks import Found, dimension_of, is_calendar, is_quantity
from policynlp.components.quantity_patterns import (
    HEDGES,
    TRIGGERS,
    compile_finder,
    compile_guards,
    compile_hedges,
    compile_verbs,
)
from policynlp.components.quantity_values import read_quantity, to_value
from policynlp.lexicons import load_forms
from policynlp.schema import Mention

LABEL = "QUANTITY"
_KINDS = ("digits", "chinese", "share", "part", "tenths", "half", "figures", "fraction", "ratio")
_TAIL = ("more", "scale", "unit", "more2", "after")
_LIST = re.compile(r"[、和与及或]|以及")
_RANGE = re.compile(r"[-—–~～至到]|——")
_FROM = re.compile(r"[由从][^，。；、\n]{0,12}$")
# 最近, 签约, 赶超: what these signs end is no hedge
_NOT_HEDGES = {
    "近": frozenset("最附邻临靠亲相"),
    "约": frozenset("签节预条公特合制违契缔"),
    "超": frozenset("赶反"),
    "上": frozenset("以迈跃登踏跨越经通"),
}
_LOOSE_HEDGES = frozenset("上过")
_VERB_ENDS = frozenset("越过")


class QuantityFinder:
    """Find the quantities of a clean text; one object serves any number of texts."""

    def __init__(self) -> None:
        self.pattern = compile_finder()
        self.guards = compile_guards()
        self.hedges = compile_hedges()
        self.verbs = compile_verbs()
        self.hedge_ends = frozenset(form[-1] for form in HEDGES)
        self.no_units = frozenset(load_forms("unit_guards"))

    def find(self, text: str) -> list[Mention]:
        """All quantities in order; none crosses a line."""
        numbers = self._share(text, list(self._numbers(text)))
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
            self._read_hedge(text, found)
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

    def _read_hedge(self, text: str, found: Found) -> None:
        start = found.start
        last = text[start - 1 : start]
        if last in self.hedge_ends and (
            match := self.hedges.search(text[max(0, start - 4) : start])
        ):
            hedge = match.group()
            if _sign_before(text, start - len(hedge)) not in _NOT_HEDGES.get(hedge, ()):
                found.before, found.start = hedge, start - len(hedge)
        elif last in _LOOSE_HEDGES and found.kind == "chinese" and found.number[0] in "百千万亿":
            # 上千万, 产值过千亿元; not 迈上千亿元台阶
            if _sign_before(text, start - 1) not in _NOT_HEDGES["上"]:
                found.before, found.start = last, start - 1
        elif last in _VERB_ENDS and self.verbs.search(text[max(0, start - 4) : start]):
            found.verb = "gt"

    def _share(self, text: str, numbers: list[Found]) -> list[Found]:
        """Join the ends of ranges and lend units backwards along lists: 1.3和0.8个百分点."""
        kept: list[Found] = []
        for found in reversed(numbers):
            after = kept[-1] if kept else None
            gap = text[found.end : after.start] if after and after.start - found.end <= 2 else ""
            if (
                after
                and gap in ("、", "和")
                and not after.after
                and not after.before
                and after.unit
            ):
                # 分别突破6万亿元和4万亿元: the hedge reaches the second
                after.verb = HEDGES.get(found.before, found.verb)
            if (
                after
                and gap
                and not after.before
                and _RANGE.fullmatch(gap)
                and _is_range(text, found, after)
            ):
                kept[-1] = _join(found, after)
            else:
                if after and gap and _LIST.fullmatch(gap) and _is_bare(found) and after.unit:
                    found = _lend(found, after)
                kept.append(found)
        return kept[::-1]


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


def _is_bare(found: Found) -> bool:
    return found.kind in ("digits", "chinese") and not found.unit and not found.after


def _is_range(text: str, low: Found, high: Found) -> bool:
    """5%—6% is a range; 由3%到5% are two ends of a move."""
    if (
        low.kind != high.kind
        or low.after
        or low.more
        or low.high
        or high.high
        or (low.unit and low.unit != high.unit)
    ):
        return False
    if not (high.unit or high.kind in ("share", "part", "fraction")):
        return False
    return text[low.end : high.start] not in "至到" or not _FROM.search(
        text[max(0, low.start - 12) : low.start]
    )


def _join(low: Found, high: Found) -> Found:
    number = low.number if low.unit else _with_scale(low.number, high.number)
    joined = replace(
        low,
        number=number,
        end=high.end,
        unit=high.unit,
        units=low.units + high.units,
        after=high.after,
    )
    joined.high = replace(high, units=[])
    return joined


def _lend(found: Found, after: Found) -> Found:
    return replace(found, number=_with_scale(found.number, after.number), unit=after.unit)


def _with_scale(number: str, other: str) -> str:
    """Lend the scale: 3.5至4亿 -> 3.5亿; 8000至1.2万 keeps 8000."""
    scale = other.lstrip("-0123456789.,")
    if not scale or not number[-1].isdigit() or scale.strip("十百千万亿"):
        return number
    large = number.lstrip("-").replace(",", "").split(".")[0]
    return number if len(large) > max(3, other.index(scale)) else number + scale


def _sign_before(text: str, at: int) -> str:
    return text[at - 1] if at > 0 else ""
