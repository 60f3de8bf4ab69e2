"""Arithmetic on ISO times: the years they touch, their last day, the period before."""

import re
from calendar import monthrange

_MONTHS = 12
_QUARTERS = 4


def year_of(iso: str | None, *, first: bool = False) -> int | None:
    """Give the last year that an ISO time touches (``first``: the first)."""
    edge = (iso or "").split("/")[0 if first else -1]
    return int(edge[:4]) if edge[:4].isdigit() else None


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
        return month_end(_month(int(day[1]), int(day[2]) - 1))
    return prior(iso)


def month_end(month: str) -> str:
    """Give the last day of a month: 2024-02 → 2024-02-29."""
    return f"{month}-{monthrange(int(month[:4]), int(month[5:7]))[1]:02d}"


def _shift_year(iso: str, shift: int) -> str:
    moved = f"{int(iso[:4]) + shift}{iso[4:]}"
    # the year before 2024-02-29 has no such day
    return month_end(moved[:7]) if moved[4:] == "-02-29" else moved


def _month(year: int, month: int) -> str:
    index = year * _MONTHS + month - 1
    return f"{index // _MONTHS:04d}-{index % _MONTHS + 1:02d}"
