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

from collections.abc import Callable, Mapping

from policynlp.normalize.iso import month_end, previous, prior, year_of
from policynlp.normalize.year_spans import Value, read_before, read_every, read_last, read_next
from policynlp.schema import Anchor


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
        return month_end(f"{year}{part[:3]}")
    return f"{year}{part}"


def _span(value: Value, _anchor: Anchor) -> str:
    first, last = value["span"]
    return f"{first}/{last}"


def _pair(value: Value, anchor: Anchor) -> str | None:
    low, high = (resolve(edge, anchor) for edge in value["pair"])
    return f"{low.split('/')[0]}/{high.split('/')[-1]}" if low and high else None


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


_RULES: Mapping[str, Callable[[Value, Anchor], str | None]] = {
    "base": _base,
    "span": _span,
    "pair": _pair,
    "last": read_last,
    "next": read_next,
    "before": read_before,
    "since": _since,
    "century": _century,
    "every": read_every,
}
