"""Numerals: every reading exact."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.errors import NumeralError
from policynlp.normalize.numerals import parse_interval, parse_number, to_json

NUMBERS = [
    ("7", "7"), ("12,480", "12480"), ("1,349,084亿", "134908400000000"), ("3.14", "3.14"), ("-0.3", "-0.3"),
    ("负0.3", "-0.3"), ("零下5", "-5"), ("５.３万", "53000"), ("１２，４８０", "12480"), ("１．５亿", "150000000"),
    ("十", "10"), ("十五", "15"), ("二十", "20"), ("一百", "100"), ("一百零五", "105"), ("一百五", "150"), ("一百五十", "150"),
    ("一千零二十", "1020"), ("两千三百", "2300"), ("二千零五", "2005"), ("两万", "20000"), ("一万二", "12000"),
    ("八万六千", "86000"), ("一百十五万", "1150000"), ("一亿二千万", "120000000"), ("三亿五", "350000000"),
    ("一千九百万零三千九百七十一", "19003971"), ("一百九十万零三千九百七十一", "1903971"), ("一亿零五", "100000005"),
    ("一万五千亿", "1500000000000"), ("二十万亿", "20000000000000"), ("三百五十万亿", "350000000000000"), ("三万亿", "3000000000000"),
    ("百万", "1000000"), ("千万", "10000000"), ("万亿", "1000000000000"), ("十亿八千万", "1080000000"),
    ("1,100万", "11000000"), ("1,100.9亿", "110090000000"), ("1千零20", "1020"), ("2千零30万", "20300000"), ("3万4000", "34000"),
    ("25万6千", "256000"), ("13万2", "132000"), ("14万一", "141000"), ("16.4亿", "1640000000"), ("1.4万亿", "1400000000000"),
    ("5.66万亿", "5660000000000"), ("123.05亿", "12305000000"), ("3.9万亿", "3900000000000"), ("6.5千", "6500"),
    ("千分之三", "0.003"), ("万分之三", "0.0003"), ("百万分之五", "0.000005"), ("百分之一点五七", "0.0157"),
    ("百分之五十三点七", "0.537"), ("百分之百", "1"), ("百分之3.2", "0.032"), ("零点三", "0.3"), ("五十三点七", "53.7"),
    ("六点五万", "65000"), ("一点二亿", "120000000"), ("三成", "0.3"), ("三成五", "0.35"), ("六点五成", "0.65"), ("三成半", "0.35"),
    ("四分之三", "0.75"), ("十分之一", "0.1"), ("3/4", "0.75"), ("一半", "0.5"), ("半", "0.5"), ("半数", "0.5"),
    ("53.7%", "0.537"), ("９‰", "0.009"), ("二〇二四", "2024"), ("一九七八", "1978"), ("壹佰贰拾", "120"), ("叁仟", "3000"),
]  # fmt: skip

INTERVALS = [
    ("数百亿", "20000000000", "90000000000"), ("几十", "20", "90"), ("十几万", "110000", "190000"),
    ("十几万亿", "11000000000000", "19000000000000"), ("几千万", "20000000", "90000000"), ("二十几", "21", "29"),
    ("两三万", "20000", "30000"), ("三五", "3", "5"), ("十五六", "15", "16"), ("一两", "1", "2"), ("五六百", "500", "600"),
    ("三百", "300", None), ("1.4万亿", "1400000000000", None),
]  # fmt: skip

NO_NUMBERS = ["", "无", "1.2.3", "点五", "亿万亿", "千亿百", "a", "百分之", "零分之一", "第三"]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_parse_number(text, value):
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(("text", "low", "high"), INTERVALS)
def test_parse_interval(text, low, high):
    assert parse_interval(text) == (Decimal(low), high and Decimal(high))


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_says_so(text):
    with pytest.raises(NumeralError, match="no number"):
        parse_number(text)


def in_characters(number: int) -> str:
    """Write a number below 10^16 the long way, zeros left out but for one 零 over a gap."""
    for scale, sign in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            whole, rest = divmod(number, scale)
            gap = "零" if rest and rest < scale // 10 else ""
            return in_characters(whole) + sign + (gap + in_characters(rest) if rest else "")
    return "零一二三四五六七八九"[number]


def is_plain(text: str) -> bool:
    """False where a lone digit at the end would count tenths: 一百五 is 150, not 105."""
    return len(text) < 2 or text[-2] in "十零" or text[-1] in "十百千万亿"


@given(st.integers(0, 10**16 - 1))
def test_reads_what_is_written_in_characters(number):
    text = in_characters(number)
    if is_plain(text):
        assert parse_number(text) == number


@given(st.decimals(0, 10**9, places=3), st.sampled_from(["", "百", "千", "万", "亿", "万亿"]))
def test_scales_multiply_exactly(number, scale):
    power = {"": 0, "百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12}[scale]
    assert parse_number(f"{number}{scale}") == number * 10**power


@given(st.integers(0, 10**12))
def test_separators_change_nothing(number):
    assert parse_number(f"{number:,}") == number


@given(st.text("零一二两三四五六七八九十百千万亿点成分之半0123456789.,%-/", max_size=12))
def test_reads_or_refuses_anything(text):
    try:
        value = parse_number(text)
    except NumeralError:
        return
    assert value.is_finite()


@pytest.mark.parametrize(
    ("value", "expected"), [("16400000000.0", 16400000000), ("5.0", 5), ("0.3", 0.3)]
)
def test_whole_values_are_integers(value, expected):
    found = to_json(Decimal(value))
    assert (found, type(found)) == (expected, type(expected))
