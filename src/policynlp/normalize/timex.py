"""Times: the one pattern that finds them, and the symbolic value of what was found.

The values are those of ``dates.py``; they follow from the words alone.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from policynlp.lexicons import load_forms
from policynlp.normalize import time_patterns as patterns
from policynlp.normalize import time_points as points
from policynlp.normalize.time_points import Value, read_number


class Form(NamedTuple):
    """One shape of times: its pattern, and the reader of a surface that it matches whole."""

    pattern: str
    read: Callable[[str], Value]


def _read_plan(text: str) -> Value:
    name = re.search(rf"第.+个五年|{patterns.PLANS}", text)
    row = load_forms("plans")[name[0]] if name else None
    if name is None or row is None:
        return {}
    tail = re.sub(r"^[”\"’」』″]?(?:规划|计划)?期?", "", text[name.end() :])
    return _read_plan_part(tail, int(row["first"]), int(row["last"]))


def _read_plan_part(tail: str, first: int, last: int) -> Value:
    if nth := re.fullmatch(r"第(.)年", tail):
        return {"base": first + (read_number(nth[1]) or 1) - 1}
    if some := re.fullmatch(r"([头前后])(.)年", tail):
        years = read_number(some[2]) or 1
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
    years = read_number(number[0]) if number else None
    if years is None or text.startswith("每") or re.search(rf"[多余]|{patterns.DASH}", text):
        return {}
    if text.endswith("年前"):
        return {"base": "year", "shift": -years}
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
    if text.endswith(("纪末", "纪中叶")):
        return _read_century(text)
    tens = re.search(r"(?P<sign>\d)0年代|(?P<word>.)十年代", text)
    first = 1900 + 10 * (read_number(tens["sign"] or tens["word"]) or 0) if tens else 0
    if not first:
        return {}
    return {"since": {"base": first}} if text.endswith("以来") else {"span": [first, first + 9]}


def _read_century(text: str) -> Value:
    """Read 本世纪末, 下世纪中叶, 20世纪末."""
    end = text.endswith("末")
    tail: Value = {"part": "-12-31"} if end else {}
    shift = {"上": -1, "本": 0, "下": 1}.get(text[0])
    if shift is not None:
        return {"century": shift, "year": 100 if end else 50} | tail
    number = read_number(text[: text.index("世")])
    return {"base": 100 * number - (0 if end else 50)} | tail if number else {}


def _read_word(text: str) -> Value:
    if text == "每年":
        return {"every": True}
    row = load_forms("time_words")[text]
    return {"base": row["base"]} if row["base"] else {}


def _read_loose(text: str) -> Value:
    return {"base": "report"} if text == "新的一年" else {}


# the first that matches at a place wins, so the longer shapes stand first
FORMS = (
    Form(patterns.ISO, points.read_iso),
    Form(patterns.SEASON, points.read_season),
    Form(patterns.RANGE, points.read_range),
    Form(patterns.LIST, points.read_list),
    Form(patterns.POINT, points.read_point),
    Form(patterns.PLAN, _read_plan),
    Form(patterns.ERA, _read_era),
    Form(patterns.DECADE, _read_decade),
    Form(patterns.STRETCH, _read_stretch),
    Form(patterns.ANNIVERSARY, _read_loose),
    Form(patterns.BARE_STRETCH, _read_stretch),
    Form(patterns.WORD, _read_word),
    Form(patterns.LONE, points.read_point),
)

_STARTS = "".join(patterns.STARTS.values())
_READERS = {f"form{place}": form.read for place, form in enumerate(FORMS)}


def _gated() -> Iterator[str]:
    """Each shape behind a look at its first letter; at a numeral, those that need a 年 behind one for it."""
    named = zip(_READERS, FORMS, strict=True)
    for unmarked, forms in groupby(named, key=lambda pair: pair[1].pattern in patterns.UNMARKED):
        gate = "" if unmarked else patterns.NUMERAL_OF_TIME
        shapes = (
            f"(?P<{name}>(?=[{patterns.STARTS[form.pattern]}])(?:{form.pattern}))"
            for name, form in forms
        )
        yield f"{gate}(?:{'|'.join(shapes)})"


TIME = re.compile(f"(?=[{_STARTS}])(?:{'|'.join(_gated())})")


@lru_cache(maxsize=4096)
def read_time(text: str) -> Value:
    """Read the surface of a time into its symbolic value; ``{}`` where it has none.

    >>> read_time("2023年1—10月")
    {'base': 2023, 'part': '-01/-10'}
    """
    match = TIME.fullmatch(text)
    read = _READERS[match.lastgroup] if match and match.lastgroup else _read_loose
    return read(text)
