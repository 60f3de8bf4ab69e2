"""Units: what a unit's surface measures, and its value in a base unit.

Rows of ``lexicons/data/units.tsv`` and ``currencies.tsv``; a compound (公斤/亩, 部/百人) is read from its parts.
"""

from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from policynlp.errors import Errors, UnitError
from policynlp.lexicons import iter_forms
from policynlp.normalize.numerals import SCALES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pint import UnitRegistry

MONEY = "money"
# below a stroke only: 680元/月; above it 3月 and 5日 are dates
_PERIODS = {"年": "", "月": "", "日": "86400", "时": "3600"}


class Unit(NamedTuple):
    """A unit: ``name`` is what records say, ``factor`` leads to ``base``, both empty where there is no common base."""

    name: str
    dimension: str
    base: str = ""
    factor: Decimal | None = None


@cache
def load_units() -> "Mapping[str, Unit]":
    """Every simple form with its unit, currencies among them."""
    units: dict[str, Unit] = {}
    for form, row in iter_forms("units"):
        factor = Decimal(row["factor"]) if row["factor"] else None
        units[form] = Unit(row["unit"] or form, row["dimension"], row["base"], factor)
    for form, row in iter_forms("currencies"):
        units[form] = Unit(form, MONEY, row["id"], Decimal(1))
    return MappingProxyType(units)


@lru_cache(maxsize=4096)
def read_unit(text: str) -> Unit | None:
    """The unit of a surface form, simple or compound; None where a part is unknown.

    >>> read_unit("公斤/亩")
    Unit(name='公斤/亩', dimension='mass/area', base='kg/m²', factor=Decimal('0.0015'))
    """
    units = load_units()
    if text in units:
        return units[text]
    head, slash, tail = text.replace("／", "/").partition("/")
    if slash:
        over, under = read_unit(head), _denominator(tail)
        return _ratio(over, under) if over and under else None
    inner = text.rstrip("）)")
    head, bracket, _ = inner.partition("（")
    # 头（只）, 套（间）: either of two counters
    return units[head]._replace(name=text) if bracket and head in units else None


def _denominator(text: str) -> Unit | None:
    """What stands below the stroke may have a scale of its own: 部/百人, km/万km2."""
    text = text.removeprefix("每")
    if text in _PERIODS:
        return (
            Unit(text, "time", "s", Decimal(_PERIODS[text]))
            if _PERIODS[text]
            else Unit(text, "time")
        )
    if unit := read_unit(text):
        return unit
    bare = text.lstrip("".join(SCALES))
    if not bare or (unit := read_unit(bare)) is None:
        return None
    power = sum(SCALES[sign] for sign in text[: -len(bare)])
    return unit._replace(name=text, factor=unit.factor and unit.factor.scaleb(power))


def _ratio(over: Unit, under: Unit) -> Unit:
    name, dimension = f"{over.name}/{under.name}", f"{over.dimension}/{under.dimension}"
    if not (over.factor and under.factor):
        return Unit(name, dimension)
    return Unit(name, dimension, f"{over.base}/{under.base}", _tidy(over.factor / under.factor))


def _tidy(factor: Decimal) -> Decimal:
    """Undo the rounding of thirds: 1 / 666.666…67 = 0.0015."""
    return round(factor, 18 - factor.adjusted()).normalize()


def to_base(value: Decimal, unit: Unit) -> Decimal | None:
    """The value in the unit's base unit; None for counts, ratios and scales with an offset."""
    return None if unit.factor is None else _tidy(value * unit.factor) if value else value


def convert(value: Decimal, unit: str, target: str) -> float:
    """Convert between units of one dimension; ``target`` is a form of ours or an expression of pint.

    >>> convert(Decimal(1), "斤", "公斤"), round(convert(Decimal(1), "亩", "acre"), 4)
    (0.5, 0.1647)

    Raises:
        UnitError: a unit is unknown, has no base, or measures something else.
    """
    from pint.errors import PintError

    registry = _registry()
    try:
        ratio = registry.parse_expression(_expression(unit)) / registry.parse_expression(
            _expression(target)
        )
        return float(value) * float(ratio.to("dimensionless").magnitude)
    except (PintError, AttributeError, AssertionError) as error:
        raise UnitError(
            Errors.NO_CONVERSION.format(unit=unit, target=target, reason=error)
        ) from error


@cache
def _registry() -> "UnitRegistry[float]":
    """Pint takes a third of a second to load: only who converts waits for it."""
    from pint import UnitRegistry

    registry: UnitRegistry[float] = UnitRegistry()
    for code in {unit.base for unit in load_units().values() if unit.dimension == MONEY}:
        registry.define(f"{code} = [{code}]")
    registry.define("FLOPS = [computing]")
    return registry


def _expression(unit: str) -> str:
    found = read_unit(unit)
    if found is None:
        return unit
    if found.factor is None:
        raise UnitError(
            Errors.NO_CONVERSION.format(unit=unit, target="", reason="it has no base unit")
        )
    base = found.base.replace("²", "**2").replace("³", "**3").replace("·", "*")
    return f"{found.factor} * {base}"
