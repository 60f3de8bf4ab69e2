"""What a written quantity says: value, upper end, unit and relation, as JSON."""

from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from policynlp.components.quantity_patterns import HEDGES
from policynlp.errors import NumeralError
from policynlp.normalize.numerals import SCALES, parse_interval, parse_number, to_json
from policynlp.normalize.units import Unit, read_unit, to_base

_PERCENT = Unit("%", "ratio")
_NO_UNIT = Unit("", "")
_SHARES = {"百分之": ("%", 1), "千分之": ("‰", 1), "万分之": ("%", 100)}
# the number counts in steps of its own: 三成 is 30 %, 翻两番 is 4 倍
_STEPS = {"成": lambda value: value * 10, "番": lambda value: Decimal(2) ** value}
_MORE = {"多": "gt", "余": "gt", "几": "gt", "来": "approx"}


class Reading(NamedTuple):
    """A number with its unit, before its hedges."""

    value: Decimal
    high: Decimal | None
    unit: Unit
    relation: str


@lru_cache(maxsize=8192)
def read_quantity(kind: str, number: str, more: str, unit: str) -> Reading | None:
    """Read the parts that the pattern found; None where the signs make no number (千亿百)."""
    try:
        return _read(kind, number, more, unit)
    except NumeralError:
        return None


def _read(kind: str, number: str, more: str, unit: str) -> Reading:
    """``more`` may carry a scale: 三十 多万."""
    if kind in ("share", "part", "tenths", "fraction", "half"):
        return _read_part(kind, number)
    if kind == "figures":
        # 两位数增长: at least ten
        return Reading(Decimal(10) ** (parse_number(number[0]) - 1), None, _PERCENT, "ge")
    if kind == "ratio":
        return _read_ratio(number)
    low, high = parse_interval(number)
    scale = sum(SCALES[sign] for sign in more[1:])
    found = (read_unit(unit) or Unit(unit, "")) if unit else _NO_UNIT
    low = _scaled(low, scale, unit)
    high = None if high is None else _scaled(high, scale, unit)
    return Reading(low, high, found, "range" if high is not None else _MORE.get(more[:1], "eq"))


def _scaled(value: Decimal, scale: int, unit: str) -> Decimal:
    value = value.scaleb(scale)
    return _STEPS[unit](value) if unit in _STEPS else value


def _read_part(kind: str, number: str) -> Reading:
    if kind == "share":
        name, divisor = _SHARES.get(number[:3], ("", 0))
        if divisor:
            return Reading(parse_number(number[3:]) / divisor, None, Unit(name, "ratio"), "eq")
    return Reading(parse_number(number) * 100, None, _PERCENT, "eq")


def _read_ratio(number: str) -> Reading:
    parts = [Decimal(part) for part in number.replace("：", ":").replace("∶", ":").split(":")]
    unit = Unit("倍", "ratio") if len(parts) == 2 and parts[1] == 1 else _NO_UNIT
    return Reading(parts[0], None, unit, "eq")


@lru_cache(maxsize=8192)
def to_value(reading: Reading, high: Reading | None, before: str, after: str) -> dict[str, Any]:
    """The JSON value of a mention; the caller copies it and adds offsets."""
    upper = high.value if high else reading.high
    base = to_base(reading.value, reading.unit)
    return {
        "value": to_json(reading.value),
        "high": None if upper is None else to_json(upper),
        "unit": reading.unit.name,
        "relation": "range" if upper is not None else _relation(reading.relation, before, after),
        "dimension": reading.unit.dimension or None,
        "base": None if base is None else {"value": to_json(base), "unit": reading.unit.base},
    }


def _relation(own: str, before: str, after: str) -> str:
    """控制在…以内 and 以上 say more than 多; 超过 and 不低于 say more than either."""
    if before:
        return HEDGES.get(before, "ge")
    return HEDGES[after] if after else own
