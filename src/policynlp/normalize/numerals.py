"""Numerals: Arabic, Chinese and mixed, exact on Decimal.

One grammar for all of them: digits and signs of scale (十 百 千 万 亿), read from left to right.
"""

import re
from decimal import Decimal
from functools import lru_cache

from policynlp.errors import Errors, NumeralError

_ROWS = ("零〇○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {sign: value for value, signs in enumerate(_ROWS) for sign in signs}
SCALES = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
PARTS = {"%": 100, "‰": 1000, "‱": 10000}
HALVES = ("半", "一半", "半数")


_NARROW = str.maketrans("０１２３４５６７８９．，％－＋／", "0123456789.,%-+/")
_LAYOUT = re.compile(r"\s|(?<=\d),(?=\d{3})")
_SCALE_SIGNS = "".join(SCALES)
_SHARE = re.compile(r"(.+?)分之(.+)|(.+)/(.+)")
_TENTHS = re.compile(r"(.+)成(半|[一二三四五六七八九1-9])?")
_NEGATIVE = re.compile(r"[-负]|零下")
_VAGUE = re.compile(rf"(?P<head>.*?)[数几](?P<tail>[{_SCALE_SIGNS}]*)")
_PAIR = re.compile(
    rf"(?P<head>.*?[{_SCALE_SIGNS}])?(?P<low>[一二两三四五六七八九])(?P<high>[二两三四五六七八九])(?P<tail>[{_SCALE_SIGNS}]*)"
)


def parse_number(text: str) -> Decimal:
    """Read one number, scale and all; parts of a whole come as ratios (三成五 = 0.35).

    >>> parse_number("3.9万亿"), parse_number("1千零20"), parse_number("百分之五十三点七")
    (Decimal('3900000000000'), Decimal('1020'), Decimal('0.537'))

    Raises:
        NumeralError: the text is no number.
    """
    try:
        return _parse(_LAYOUT.sub("", text.translate(_NARROW)))
    except (ValueError, ArithmeticError) as error:
        raise NumeralError(Errors.NO_NUMBER.format(text=text)) from error


def parse_interval(text: str) -> tuple[Decimal, Decimal | None]:
    """Read a number that may be vague; the upper end is None where it is not.

    >>> parse_interval("数百"), parse_interval("两三万")
    ((Decimal('200'), Decimal('900')), (Decimal('20000'), Decimal('30000')))

    Raises:
        NumeralError: the text is no number.
    """
    if match := _PAIR.fullmatch(text):
        head, low, high, tail = (part or "" for part in match.groups())
        return parse_number(head + low + tail), parse_number(head + high + tail)
    if match := _VAGUE.fullmatch(text):
        head, tail = match.groups()
        return parse_number(f"{head}{'一' if head else '二'}{tail}"), parse_number(
            f"{head}九{tail}"
        )
    return parse_number(text), None


def to_json(value: Decimal) -> int | float:
    """The number for a record: int where it is whole, else the nearest float."""
    return int(value) if value == value.to_integral_value() else float(value)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Decimal:
    if sign := _NEGATIVE.match(text):
        return -_parse(text[sign.end() :])
    if text in HALVES:
        return Decimal("0.5")
    if text[-1:] in PARTS:
        return _parse(text[:-1]) / PARTS[text[-1]]
    if match := _SHARE.fullmatch(text):
        whole, part, over, under = match.groups()
        return _parse(part) / _parse(whole) if part else _parse(over) / _parse(under)
    if match := _TENTHS.fullmatch(text):
        return _parse(match[1]) / 10 + _tenths_rest(match[2])
    return _with_point(text)


def _tenths_rest(text: str | None) -> Decimal:
    """三成五 = 0.35, 三成半 = 0.35."""
    return _parse("五" if text == "半" else text) / 100 if text else Decimal(0)


def _with_point(text: str) -> Decimal:
    """五十三点七, 六点五万: what follows 点 is digits, then the scale of the whole."""
    whole, point, rest = text.partition("点")
    if not point:
        return _whole(text)
    digits = rest.rstrip(_SCALE_SIGNS)
    return (_whole(whole) + Decimal("0." + _arabic(digits))) * _scale(rest[len(digits) :])


def _scale(signs: str) -> Decimal:
    return Decimal(10) ** sum(SCALES[sign] for sign in signs)


def _whole(text: str) -> Decimal:
    """Split at the largest scale, the last of its kind: 一万五千|亿|, 25|万|6千."""
    at = max(
        (i for i, sign in enumerate(text) if sign in SCALES),
        key=lambda i: (SCALES[text[i]], i),
        default=-1,
    )
    if at < 0:
        return Decimal(_arabic(text))
    scale = Decimal(10) ** SCALES[text[at]]
    left = _whole(text[:at]) if text[:at].strip("零") else Decimal(1)
    return left * scale + _below(text[at + 1 :], scale)


def _below(text: str, scale: Decimal) -> Decimal:
    """What follows a scale; a lone digit counts tenths of it: 13万2 = 132000, 一百五 = 150."""
    if not text:
        return Decimal(0)
    rest = text.lstrip("零〇")
    value = _whole(rest) if rest else Decimal(0)
    if len(text) == 1:
        value *= scale / 10
    if value >= scale:
        raise ValueError(text)
    return value


def _arabic(text: str) -> str:
    """Digits of either kind as ASCII: 二〇二四 = 2024."""
    if not text:
        raise ValueError(text)
    return "".join(str(DIGITS[sign]) if sign in DIGITS else sign for sign in text)
