"""Points of time: a year, deictic or not, with the part of it that is named, and their ranges."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from policynlp.lexicons import iter_forms, load_forms
from policynlp.normalize import time_patterns as patterns

Value = dict[str, Any]

_HEAD = re.compile(rf"(?P<year>{patterns.YEAR})年度?|(?P<deictic>{patterns.DEICTIC})度?")
_AFTER = re.compile(rf"{patterns.AFTER}$")
_SAME = frozenset(("同期", "这个时候", "此时"))


def read_number(text: str) -> int | None:
    """Read a numeral under 1000: 12, 十一, 两, 二十五; None for 几 and 数."""
    if text.isdecimal():
        return int(text)
    tens, ten, units = text.rpartition("十")
    digits = {char: index for index, char in enumerate(patterns.CHINESE, 1)} | {"两": 2}
    if not ten:
        return digits.get(text)
    if (tens and tens not in digits) or (units and units not in digits):
        return None
    return digits.get(tens, 1) * 10 + digits.get(units, 0)


def _numbers(text: str, signs: str = r"\d+|[一二两三四五六七八九十]+") -> list[int]:
    return [number for sign in re.findall(signs, text) if (number := read_number(sign))]


def read_year(text: str) -> int:
    """Read a year in figures of any kind: 一九八七, 二00七, 87."""
    signs = dict.fromkeys(patterns.ZEROS, "0") | dict.fromkeys(patterns.ONES, "1")
    signs |= {char: str(index) for index, char in enumerate(patterns.CHINESE, 1)}
    digits = "".join(signs.get(char, char) for char in text)
    # 八七年 and 九八二年 belong to the last century
    return int("1900"[: 4 - len(digits)] + digits)


@cache
def _parts() -> Mapping[str, str]:
    rows = iter_forms("time_words")
    return {form: row["part"] for form, row in rows if row["class"] in {"tail", "suffix"}}


def _read_part(tail: str) -> str | None:
    """Read what follows the year: 一季度 → -Q1, 1—10月 → -01/-10."""
    if tail in _parts():
        return _parts()[tail]
    if "季度" in tail:
        return _read_quarters(tail)
    return _read_days(tail) if "日" in tail else _read_months(tail)


def _edges(tail: str, numbers: list[int]) -> tuple[int, int]:
    return (1 if tail[0] in "前头" else numbers[0]), numbers[-1]


def _read_quarters(tail: str) -> str | None:
    low, high = _edges(tail, _numbers(tail, r"[一二两三四1-4]"))
    if tail[-1] in "末底":
        return f"-{high * 3:02d}-end"
    return f"-Q{low}" if low == high else f"-{low * 3 - 2:02d}/-{high * 3:02d}"


def _read_months(tail: str) -> str | None:
    # 六七月份 names two
    numbers = _numbers(
        tail.replace("元", "1"), r"\d+|[一二两三四五六七八九]?十[一二]?|[一二两三四五六七八九]"
    )
    if not numbers:
        return None
    low, high = _edges(tail, numbers)
    if tail[-1] in "末底初":
        return f"-{high:02d}-{'01' if tail[-1] == '初' else 'end'}"
    return f"-{low:02d}" if low == high else f"-{low:02d}/-{high:02d}"


def _read_days(tail: str) -> str | None:
    month = 0
    days: list[str] = []
    for sign, unit in re.findall(r"(\d+|[一二三四五六七八九十]+)([月日])", tail.replace("元", "1")):
        number = read_number(sign) or 0
        if unit == "月":
            month = number
        else:
            days.append(f"-{month:02d}-{number:02d}")
    return "/".join(days)


def _read_whole(text: str) -> Value:
    """Read a year, deictic or not, with what follows it: 去年上半年, 2023年末."""
    match = _HEAD.match(text)
    tail = text[match.end() :] if match else text
    value: Value = {"base": "year"}
    if match and match["year"]:
        value = {"base": read_year(match["year"])}
    elif match:
        row = load_forms("time_words")[match["deictic"]]
        value = {"base": row["base"], "shift": int(row["shift"])}
    if tail in _SAME:
        return value | {"same": True}
    part = _read_part(tail) if tail else ""
    if part is None:
        return {}
    return value | {"part": part} if part else value


def read_point(text: str) -> Value:
    """Read a point with what may stand after it: 1997年以来, 2030年底前."""
    match = _AFTER.search(text)
    if not match:
        return _read_whole(text)
    head = text[: match.start()]
    if match[0] in {"底前", "末前"}:
        return _read_whole(head + match[0][0])
    value = _read_whole(head)
    return {"since": value} if match[0] in {"以来", "以后", "之后"} else value


def read_range(text: str) -> Value:
    """Read a time that runs from one point to another: 2019年至2023年."""
    match = re.fullmatch(patterns.RANGE_EDGES, text)  # compiled where it is needed: it is long
    if not match:
        return {}
    bare = re.fullmatch(patterns.YEAR, match["low"])
    low, high = (
        _read_whole(match["low"] + "年" if bare else match["low"]),
        _read_whole(match["high"]),
    )
    if all(isinstance(edge.get("base"), int) and "part" not in edge for edge in (low, high)):
        return {"span": [low["base"], high["base"]]}
    return {"pair": [low, high]} if low and high else {}


def read_list(text: str) -> Value:
    """Read years that share one 年: 2020、2019年."""
    years = sorted(map(read_year, re.findall(patterns.YEAR, text)))
    return {"span": [years[0], years[-1]]}


def read_season(text: str) -> Value:
    """Read 2023/24榨季: the second year may lack its century."""
    low, high = re.findall(r"\d+", text)
    return {"span": [int(low), int(low[: 4 - len(high)] + high)]}


def read_iso(text: str) -> Value:
    """Read a date in figures: 2026-02-02."""
    year, month, day = map(int, re.findall(r"\d+", text))
    return {"base": year, "part": f"-{month:02d}-{day:02d}"}
