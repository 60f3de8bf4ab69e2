"""Times: the one pattern that finds them, and the symbolic value of what was found.

The values are those of ``dates.py``; they follow from the words alone.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from policynlp.lexicons import iter_forms, load_forms
from policynlp.normalize import time_patterns as patterns

Value = dict[str, Any]


class Form(NamedTuple):
    """One shape of times: its pattern, and the reader of a surface that it matches whole."""

    pattern: str
    read: Callable[[str], Value]


_HEAD = re.compile(rf"(?P<year>{patterns.YEAR})年度?|(?P<deictic>{patterns.DEICTIC})度?")
_AFTER = re.compile(rf"{patterns.AFTER}$")
_RANGE = re.compile(patterns.RANGE_EDGES)
_SAME = frozenset(("同期", "这个时候", "此时"))


def _read_number(text: str) -> int | None:
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
    return [number for sign in re.findall(signs, text) if (number := _read_number(sign))]


def _read_year(text: str) -> int:
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
    numbers = _numbers(tail, r"\d+|[一二两三四五六七八九]?十[一二]?|[一二两三四五六七八九]")
    if not numbers:
        return None
    low, high = _edges(tail, numbers)
    if tail[-1] in "末底初":
        return f"-{high:02d}-{'01' if tail[-1] == '初' else 'end'}"
    return f"-{low:02d}" if low == high else f"-{low:02d}/-{high:02d}"


def _read_days(tail: str) -> str | None:
    month = 0
    days: list[str] = []
    for sign, unit in re.findall(r"(\d+|[一二三四五六七八九十]+)([月日])", tail):
        number = _read_number(sign) or 0
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
        value = {"base": _read_year(match["year"])}
    elif match:
        row = load_forms("time_words")[match["deictic"]]
        value = {"base": row["base"], "shift": int(row["shift"])}
    if tail in _SAME:
        return value | {"same": True}
    part = _read_part(tail) if tail else ""
    if part is None:
        return {}
    return value | {"part": part} if part else value


def _read_point(text: str) -> Value:
    """Read a point with what may stand after it: 1997年以来, 2030年底前."""
    match = _AFTER.search(text)
    if not match:
        return _read_whole(text)
    head = text[: match.start()]
    if match[0] in {"底前", "末前"}:
        return _read_whole(head + match[0][0])
    value = _read_whole(head)
    return {"since": value} if match[0] in {"以来", "以后", "之后"} else value


def _read_range(text: str) -> Value:
    match = _RANGE.fullmatch(text)
    if not match:
        return {}
    bare = re.fullmatch(patterns.YEAR, match["low"])
    low, high = _read_whole(match["low"] + "年" if bare else match["low"]), _read_whole(match["high"])
    if all(isinstance(edge.get("base"), int) and "part" not in edge for edge in (low, high)):
        return {"span": [low["base"], high["base"]]}
    return {"pair": [low, high]} if low and high else {}


def _read_list(text: str) -> Value:
    years = sorted(map(_read_year, re.findall(patterns.YEAR, text)))
    return {"span": [years[0], years[-1]]}


def _read_iso(text: str) -> Value:
    year, month, day = map(int, re.findall(r"\d+", text))
    return {"base": year, "part": f"-{month:02d}-{day:02d}"}


def _read_plan(text: str) -> Value:
    name = re.search(rf"第.+个五年|{patterns.PLANS}", text)
    row = load_forms("plans")[name[0]] if name else None
    if name is None or row is None:
        return {}
    tail = re.sub(r"^[”\"’」』″]?(?:规划|计划)?期?", "", text[name.end() :])
    return _read_plan_part(tail, int(row["first"]), int(row["last"]))


def _read_plan_part(tail: str, first: int, last: int) -> Value:
    if nth := re.fullmatch(r"第(.)年", tail):
        return {"base": first + (_read_number(nth[1]) or 1) - 1}
    if some := re.fullmatch(r"([头前后])(.)年", tail):
        years = _read_number(some[2]) or 1
        return {"span": [last - years + 1, last] if some[1] == "后" else [first, first + years - 1]}
    if tail in {"末", "末期"}:
        return {"base": last, "part": "-12-31"}
    if tail == "以来":
        return {"since": {"base": first}}
    if tail.startswith(("首", "开局", "起步")):
        return {"base": first}
    ends = tail.startswith(("末年", "最后", "收官"))
    return {"base": last} if ends else {"span": [first, last]}


def _read_stretch(text: str) -> Value:
    number = re.search(rf"{patterns.NUMBER}(?=[多余]?年)", text)
    years = _read_number(number[0]) if number else None
    if years is None or text.startswith("每") or re.search(rf"[多余]|{patterns.DASH}", text):
        return {}
    if text.startswith(("今后", "未来", "下")) or text.endswith("年内"):
        return {"next": years}
    return {"before" if text.startswith(("前", "上")) else "last": years}


def _read_era(text: str) -> Value:
    match = re.match(patterns.ERAS, text)
    row = load_forms("eras")[match[0]] if match else {}
    if not row.get("first", "").isdigit():
        return {"every": True} if "届" in text else {}
    if row["last"] and "期" in text:
        return {"span": [int(row["first"]), int(row["last"])]}
    return {"since": {"base": int(row["first"])}}


def _read_decade(text: str) -> Value:
    if text.endswith("纪以来"):
        return {"since": {"base": 2001}} if text[0] in "新本2" or "一" in text else {}
    tens = re.search(r"(?P<sign>\d)0年代|(?P<word>.)十年代", text)
    first = 1900 + 10 * (_read_number(tens["sign"] or tens["word"]) or 0) if tens else 0
    if not first:
        return {}
    return {"since": {"base": first}} if text.endswith("以来") else {"span": [first, first + 9]}


def _read_word(text: str) -> Value:
    if text == "每年":
        return {"every": True}
    row = load_forms("time_words")[text]
    return {"base": row["base"]} if row["base"] else {}


def _read_loose(text: str) -> Value:
    return {"base": "report"} if text == "新的一年" else {}


# the first that matches at a place wins, so the longer shapes stand first
FORMS = (
    Form(patterns.ISO, _read_iso),
    Form(patterns.RANGE, _read_range),
    Form(patterns.LIST, _read_list),
    Form(patterns.POINT, _read_point),
    Form(patterns.PLAN, _read_plan),
    Form(patterns.ERA, _read_era),
    Form(patterns.DECADE, _read_decade),
    Form(patterns.STRETCH, _read_stretch),
    Form(patterns.ANNIVERSARY, _read_loose),
    Form(patterns.BARE_STRETCH, _read_stretch),
    Form(patterns.WORD, _read_word),
    Form(patterns.LONE, _read_point),
)

_STARTS = "".join(patterns.STARTS.values())
_GATED = (f"(?=[{patterns.STARTS[form.pattern]}])(?:{form.pattern})" for form in FORMS)
TIME = re.compile(f"(?=[{_STARTS}])(?:{'|'.join(_GATED)})")
_READERS = tuple((re.compile(form.pattern), form.read) for form in FORMS)


@lru_cache(maxsize=4096)
def read_time(text: str) -> Value:
    """Read the surface of a time into its symbolic value; ``{}`` where it has none.

    >>> read_time("2023年1—10月")
    {'base': 2023, 'part': '-01/-10'}
    """
    read = next((read for pattern, read in _READERS if pattern.fullmatch(text)), _read_loose)
    return read(text)
