"""Symbolic times to ISO by the words of the text and the :class:`~policynlp.schema.Anchor`.

A symbolic time is a dict of JSON values with one of these keys:

==========  ============================================  =====================================
key         example                                       means
==========  ============================================  =====================================
``base``    ``{"base": "year", "shift": -1}``             上年; 去年 has base ``report``, 2023年 an int
``part``    ``{"base": 2023, "part": "-01/-10"}``         with ``base``: 2023年1—10月
``span``    ``{"span": [2016, 2020]}``                    “十三五”时期, 2016年至2020年
``pair``    ``{"pair": [{...}, {...}]}``                  2022年底至2023年6月末
``last``    ``{"last": 5}``                               五年来, 连续五年
``next``    ``{"next": 5}``                               今后五年
``before``  ``{"before": 5}``                             前五年, 上一个五年
``since``   ``{"since": {"base": 1978}}``                 改革开放以来
``century`` ``{"century": 0, "year": 100}``               本世纪末; 下世纪中叶 is ``1`` and ``50``
``every``   ``{"every": true}``                           每年, 本届政府: the span of the section
==========  ============================================  =====================================

An empty dict is a time that cannot be known (近年来).
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from typing import Any

from policynlp.schema import Anchor

Value = Mapping[str, Any]

_MONTHS = 12
_QUARTERS = 4


def resolve(value: Value, anchor: Anchor) -> str | None:
    """Give the ISO form of a symbolic time, None where it cannot be known.

    >>> resolve({"base": "year", "part": "-12-31"}, Anchor(2024, 2023))
    '2023-12-31'
    """
    rule = next((_RULES[key] for key in value if key in _RULES), None)
    return rule(value, anchor) if rule else None


def resolve_baseline(value: Value, anchor: Anchor, period: str | None) -> str | None:
    """Give the ISO form of a baseline of a claim whose own period is ``period``.

    >>> resolve_baseline({"kind": "yoy", "time": None}, Anchor(), "2015-Q1")
    '2014-Q1'
    """
    if value["kind"] == "yoy":
        return period and prior(period)
    if value["kind"] == "mom":
        return period and previous(period)
    time: Value | None = value["time"]
    if time is None:
        return None
    if time.get("same") and period:
        return prior(period)
    first, last = year_of(period, first=True), year_of(period)
    if last is not None:
        # 比上年末 counts from the year of the claim, whatever its section tells of
        span = (first, last) if first is not None and first != last else anchor.span
        anchor = anchor._replace(year=last, span=span)
    return resolve(time, anchor)


def year_of(iso: str | None, *, first: bool = False) -> int | None:
    """Give the last year that an ISO time touches (``first``: the first)."""
    edge = (iso or "").split("/")[0 if first else -1]
    return int(edge[:4]) if edge[:4].isdigit() else None


def end_of(iso: str) -> str:
    """Give the last day of an ISO time: 2023-Q1 → 2023-03-31."""
    edge = iso.rsplit("/", maxsplit=1)[-1]
    if re.fullmatch(r"\d{4}", edge):
        return f"{edge}-12-31"
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", edge):
        edge = f"{quarter[1]}-{int(quarter[2]) * 3:02d}"
    if re.fullmatch(r"\d{4}-\d\d", edge):
        return _month_end(edge)
    return edge


def prior(iso: str) -> str | None:
    """Give the same period or instant of the year before; of a span of years, the span before."""
    years = re.fullmatch(r"(\d{4})/(\d{4})", iso)
    if years:
        first, last = int(years[1]), int(years[2])
        return f"{first - (last - first + 1)}/{first - 1}"
    return "/".join(_shift_year(edge, -1) for edge in iso.split("/"))


def previous(iso: str) -> str | None:
    """Give the period just before: the month, the quarter, the half year or the year."""
    if month := re.fullmatch(r"(\d{4})-(\d\d)", iso):
        return _month(int(month[1]), int(month[2]) - 1)
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", iso):
        index = int(quarter[1]) * _QUARTERS + int(quarter[2]) - 2
        return f"{index // _QUARTERS}-Q{index % _QUARTERS + 1}"
    if months := re.fullmatch(r"(\d{4})-(\d\d)/\1-(\d\d)", iso):
        year, low, high = map(int, months.groups())
        return f"{_month(year, 2 * low - high - 1)}/{_month(year, low - 1)}"
    if day := re.fullmatch(r"(\d{4})-(\d\d)-\d\d", iso):
        return _month_end(_month(int(day[1]), int(day[2]) - 1))
    return prior(iso)


def _shift_year(iso: str, shift: int) -> str:
    moved = f"{int(iso[:4]) + shift}{iso[4:]}"
    # the year before 2024-02-29 has no such day
    return _month_end(moved[:7]) if moved[4:] == "-02-29" else moved


def _month(year: int, month: int) -> str:
    index = year * _MONTHS + month - 1
    return f"{index // _MONTHS:04d}-{index % _MONTHS + 1:02d}"


def _month_end(month: str) -> str:
    return f"{month}-{monthrange(int(month[:4]), int(month[5:7]))[1]:02d}"


def _base_year(value: Value, anchor: Anchor) -> int | None:
    base: int | str = value["base"]
    told = anchor.report_year if anchor.year is None else anchor.year
    year = base if isinstance(base, int) else {"report": anchor.report_year, "year": told}[base]
    return None if year is None else year + int(value.get("shift", 0))


def _base(value: Value, anchor: Anchor) -> str | None:
    year = _base_year(value, anchor)
    if year is None:
        return None
    parts = str(value.get("part", "")).split("/")
    return "/".join(_expand(year, part) for part in parts)


def _expand(year: int, part: str) -> str:
    if part.endswith("-end"):
        return _month_end(f"{year}{part[:3]}")
    return f"{year}{part}"


def _span(value: Value, _anchor: Anchor) -> str:
    first, last = value["span"]
    return f"{first}/{last}"


def _pair(value: Value, anchor: Anchor) -> str | None:
    low, high = (resolve(edge, anchor) for edge in value["pair"])
    return f"{low.split('/')[0]}/{high.split('/')[-1]}" if low and high else None


def _last(value: Value, anchor: Anchor) -> str | None:
    years = int(value["last"])
    if anchor.span and anchor.span[1] - anchor.span[0] + 1 == years:
        return f"{anchor.span[0]}/{anchor.span[1]}"
    year = anchor.year
    if anchor.tense == "plan" and anchor.report_year is not None:
        year = anchor.report_year - 1
    return _years(None if year is None else year - years + 1, years)


def _next(value: Value, anchor: Anchor) -> str | None:
    years = int(value["next"])
    if anchor.tense == "plan" and anchor.span and anchor.span[1] - anchor.span[0] + 1 == years:
        return f"{anchor.span[0]}/{anchor.span[1]}"
    return _years(anchor.report_year, years)


def _before(value: Value, anchor: Anchor) -> str | None:
    years = int(value["before"])
    if anchor.span:
        return _years(anchor.span[0] - years, years)
    return _years(None if anchor.year is None else anchor.year - 2 * years + 1, years)


def _years(first: int | None, years: int) -> str | None:
    if first is None:
        return None
    return str(first) if years == 1 else f"{first}/{first + years - 1}"


def _since(value: Value, anchor: Anchor) -> str | None:
    start = resolve(value["since"], anchor)
    if start is None or anchor.year is None:
        return None
    first = year_of(start, first=True)
    # 今年以来 in a review of the year before stays with its own year
    if first is None or first >= anchor.year:
        return start[:4]
    return f"{start.split('/')[0]}/{anchor.year}"


def _century(value: Value, anchor: Anchor) -> str | None:
    told = anchor.report_year if anchor.report_year is not None else anchor.year
    if told is None:
        return None
    before = (told - 1) // 100 + int(value["century"])
    return f"{before * 100 + int(value['year'])}{value.get('part', '')}"


def _every(_value: Value, anchor: Anchor) -> str | None:
    if anchor.span:
        return f"{anchor.span[0]}/{anchor.span[1]}"
    return None if anchor.year is None else str(anchor.year)


_RULES: Mapping[str, Callable[[Value, Anchor], str | None]] = {
    "base": _base,
    "span": _span,
    "pair": _pair,
    "last": _last,
    "next": _next,
    "before": _before,
    "since": _since,
    "century": _century,
    "every": _every,
}
