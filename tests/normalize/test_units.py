"""Units: what they measure, and conversion, with pint as the judge of every factor."""

from decimal import Decimal

import pint
import pytest

from policynlp.errors import UnitError
from policynlp.lexicons import load_forms
from policynlp.normalize.units import convert, load_units, read_unit, to_base

# our form, what pint calls it, our base in pint's words
FACTORS = [
    ("吨", "tonne", "kg"), ("公斤", "kg", "kg"), ("克", "gram", "kg"), ("微克", "microgram", "kg"), ("斤", "500 gram", "kg"),
    ("盎司", "ounce", "kg"), ("公里", "km", "m"), ("海里", "nautical_mile", "m"), ("英里", "mile", "m"), ("英寸", "inch", "m"),
    ("英尺", "foot", "m"), ("毫米", "mm", "m"), ("平方公里", "km**2", "m**2"), ("公顷", "hectare", "m**2"), ("亩", "m**2 * 2000 / 3", "m**2"),
    ("平方英尺", "foot**2", "m**2"), ("立方米", "m**3", "m**3"), ("升", "liter", "m**3"), ("桶", "oil_barrel", "m**3"),
    ("千瓦", "kW", "W"), ("兆瓦", "MW", "W"), ("马力", "metric_horsepower", "W"), ("千瓦时", "kWh", "J"), ("度", "kWh", "J"),
    ("兆瓦时", "MWh", "J"), ("千卡", "kcal", "J"), ("吨油当量", "toe", "J"), ("千伏", "kV", "V"), ("小时", "hour", "s"), ("天", "day", "s"),
    ("兆帕", "MPa", "Pa"), ("百帕", "hPa", "Pa"), ("标准大气压", "atm", "Pa"), ("赫兹", "Hz", "Hz"), ("TB", "terabyte", "bit"),
    ("节", "knot", "m/s"), ("安时", "ampere_hour", "C"),
]  # fmt: skip

NAMES = [
    ("%", "%", "ratio"), ("％", "%", "ratio"), ("成", "%", "ratio"), ("番", "倍", "ratio"), ("个百分点", "百分点", "ratio_point"),
    ("个", "个", "count"), ("人次", "人次", "person"), ("元", "元", "money"), ("元人民币", "元人民币", "money"),
    ("个工作日", "工作日", "time"), ("个位次", "位次", "count"), ("千瓦时", "千瓦时", "energy"), ("公斤/亩", "公斤/亩", "mass/area"),
    ("微克/立方米", "微克/立方米", "mass/volume"), ("元/人", "元/人", "money/person"), ("部/百人", "部/百人", "count/person"),
    ("km/万km2", "km/万km2", "length/area"), ("头（只）", "头（只）", "count"), ("人·km", "人·km", "transport"),
]  # fmt: skip


@pytest.fixture(scope="module")
def registry():
    return pint.UnitRegistry()


@pytest.mark.parametrize(("form", "expression", "base"), FACTORS)
def test_factor_is_pints(registry, form, expression, base):
    expected = registry.parse_expression(expression).to(base).magnitude
    assert float(load_units()[form].factor) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(("form", "name", "dimension"), NAMES)
def test_read_unit(form, name, dimension):
    unit = read_unit(form)
    assert (unit.name, unit.dimension) == (name, dimension)


@pytest.mark.parametrize("form", ["", "瓩瓩", "公斤/瓩", "/亩", "项目", "（个）"])
def test_unknown_units_are_none(form):
    assert read_unit(form) is None


@pytest.mark.parametrize(
    ("value", "form", "base", "unit"),
    [
        ("390000000000", "斤", "195000000000", "kg"), ("620", "公斤/亩", "0.93", "kg/m²"), ("3", "亩", "2000", "m²"),
        ("5", "亿元", None, None), ("2", "美元", "2", "USD"), ("1", "元/吨", "0.001", "CNY/kg"), ("0", "吨", "0", "kg"),
        ("-2", "吨", "-2000", "kg"),
    ],
)  # fmt: skip
def test_to_base(value, form, base, unit):
    found = read_unit(form)
    if base is None:
        assert found is None
        return
    assert (to_base(Decimal(value), found), found.base) == (Decimal(base), unit)


@pytest.mark.parametrize("form", ["个", "%", "倍", "℃", "人次"])
def test_counts_and_ratios_have_no_base(form):
    assert to_base(Decimal(3), read_unit(form)) is None


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        ("1", "斤", "公斤", 0.5),
        ("15", "亩", "公顷", 1.0),
        ("1", "亩", "acre", 0.1647),
        ("3.6", "千瓦时", "MJ", 12.96),
        ("5", "元/吨", "元/公斤", 0.005),
    ],
)
def test_convert(value, unit, target, expected):
    assert convert(Decimal(value), unit, target) == pytest.approx(expected, rel=1e-3)


@pytest.mark.parametrize(
    ("unit", "target"), [("亩", "公斤"), ("个", "公斤"), ("瓩瓩", "kg"), ("元", "美元"), ("℃", "K")]
)
def test_no_conversion_says_why(unit, target):
    with pytest.raises(UnitError, match="cannot convert"):
        convert(Decimal(1), unit, target)


def test_the_table_is_as_large_as_promised():
    assert len(load_forms("units")) >= 300
    assert len(load_units()) >= 320
    assert len({unit.base for unit in load_units().values() if unit.dimension == "money"}) >= 20


def test_every_base_has_a_factor():
    assert [
        form for form, unit in load_units().items() if bool(unit.base) != bool(unit.factor)
    ] == []
