"""Spans of years that the section gives: 五年来, 今后五年, 前五年, 每年."""

from collections.abc import Mapping
from typing import Any

from policynlp.schema import Anchor

Value = Mapping[str, Any]


def read_last(value: Value, anchor: Anchor) -> str | None:
    """五年来, 连续五年: the span of the section if as long, else up to the year told of."""
    years = int(value["last"])
    if anchor.span and anchor.span[1] - anchor.span[0] + 1 == years:
        return f"{anchor.span[0]}/{anchor.span[1]}"
    year = anchor.year
    if anchor.tense == "plan" and anchor.report_year is not None:
        year = anchor.report_year - 1
    return _years(None if year is None else year - years + 1, years)


def read_next(value: Value, anchor: Anchor) -> str | None:
    """今后五年: the span of a plan if as long, else from the year in which the text speaks."""
    years = int(value["next"])
    if anchor.tense == "plan" and anchor.span and anchor.span[1] - anchor.span[0] + 1 == years:
        return f"{anchor.span[0]}/{anchor.span[1]}"
    return _years(anchor.report_year, years)


def read_before(value: Value, anchor: Anchor) -> str | None:
    """前五年, 上一个五年: before the span of the section, or before its last years."""
    years = int(value["before"])
    if anchor.span:
        return _years(anchor.span[0] - years, years)
    return _years(None if anchor.year is None else anchor.year - 2 * years + 1, years)


def read_every(_value: Value, anchor: Anchor) -> str | None:
    """每年, 本届政府: the span of the section, else its year."""
    if anchor.span:
        return f"{anchor.span[0]}/{anchor.span[1]}"
    return None if anchor.year is None else str(anchor.year)


def _years(first: int | None, years: int) -> str | None:
    if first is None:
        return None
    return str(first) if years == 1 else f"{first}/{first + years - 1}"
