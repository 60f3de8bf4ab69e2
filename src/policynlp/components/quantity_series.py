"""Numbers in a row: the ends of a range, and lists that name their unit once."""

import re
from dataclasses import replace

from policynlp.components.quantity_found import Found
from policynlp.components.quantity_patterns import HEDGES

_LIST = re.compile(r"[、和与及或]|以及")
_RANGE = re.compile(r"[-—–~～至到]|——")
_FROM = re.compile(r"[由从][^，。；、\n]{0,12}$")


def join_series(text: str, numbers: list[Found]) -> list[Found]:
    """Join the ends of ranges and lend units backwards along lists: 1.3和0.8个百分点."""
    kept: list[Found] = []
    for found in reversed(numbers):
        after = kept[-1] if kept else None
        gap = text[found.end : after.start] if after and after.start - found.end <= 2 else ""
        if after and gap in ("、", "和") and not after.after and not after.before and after.unit:
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
