"""The grammar of times: what one looks like, and the symbolic value that it stands for.

``TIME`` finds, :func:`read_time` reads what was found; see ``dates.py`` for the values.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from policynlp.lexicons import iter_forms, load_forms

Value = dict[str, Any]


class Form(NamedTuple):
    """One shape of times: its pattern, and the reader of a surface that it matches whole."""

    pattern: str
    read: Callable[[str], Value]


def _alternatives(*classes: str) -> str:
    """Join the forms of ``time_words`` of these classes, longest first."""
    forms = [form for form, row in iter_forms("time_words") if row["class"] in classes]
    return _join(forms)


def _join(forms: list[str]) -> str:
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


_CHINESE = "一二三四五六七八九"
_ZERO = "〇零○Oo0"
_DASH = r"(?:[-—–―~～－]{1,2}|至|到)"
# ―九八四年: scans give a dash for 一
_YEAR = (
    rf"(?:(?<![\d.])(?:18|19|20)\d\d|[一―—－][八九][{_ZERO}{_CHINESE}]{{2}}"
    rf"|二[{_ZERO}][{_ZERO}{_CHINESE}]{{2}})"
)
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DATE = rf"{_MONTH}月{_DAY}日(?:{_DASH}(?:{_MONTH}月)?{_DAY}日)?"
_MONTHS = (
    rf"{_MONTH}(?:月份?)?{_DASH}{_MONTH}月(?:份|末|底)?"
    rf"|{_MONTH}(?:、{_MONTH}){{1,10}}月份?"
    rf"|[前头](?:1[01]|[2-9]|[两三四五七八九]|十一?)个月"
    rf"|{_MONTH}月(?:份|末|底|初|[上中下]旬)?(?![球亮饼嫂])"
)
_QUARTERS = (
    rf"前[两二三23]个?季度|第?[一二三四1-4](?:{_DASH}|、)?[二三四2-4]?季度[末底]?"
)
_SINCE = r"(?:以来|以后|之后|以前|之前|前后|[底末]前|前(?![一二两三四五六七八九十几数\d列端沿期所往来景提]))"

_HEADS = _alternatives("year")
# 以上年龄, 线上年货, 过去年份 hold no year; 之前年 neither
_HEAD = rf"(?:{_YEAR}年度?|(?<![以之线过])(?:{_HEADS})度?(?![均产龄货会薪费轻]))"
_PART = rf"(?:{_alternatives('tail')}|{_DATE}|{_QUARTERS}|{_MONTHS})"
_TAIL = (
    rf"(?:{_PART}|[末底](?![线数层部气蕴座])|初(?![步中级期次始心衷创])"
    r"|同期|这个时候|此时)"
)
_POINT = rf"{_HEAD}{_TAIL}?"

_NUMBER = r"(?:\d{1,3}|[二三四五六七八九]?十[几一二三四五六七八九]?|[一二两三四五六七八九几数]十?)"
_YEARS = rf"{_NUMBER}[多余]?年多?"


def _guards() -> str:
    return _join([form for form, _ in iter_forms("year_guards")])


@cache
def _tails() -> Mapping[str, str]:
    return {
        form: row["part"]
        for form, row in iter_forms("time_words")
        if row["class"] in {"tail", "suffix"}
    }


def _read_number(text: str) -> int | None:
    """Read a numeral under 1000: 12, 十一, 两, 二十五; None for 几 and 数."""
    if text.isdecimal():
        return int(text)
    tens, ten, units = text.rpartition("十")
    digits = {char: index for index, char in enumerate(_CHINESE, 1)} | {"两": 2}
    if not ten:
        return digits.get(text)
    if (tens and tens not in digits) or (units and units not in digits):
        return None
    return digits.get(tens, 1) * 10 + digits.get(units, 0)


def _read_year(text: str) -> int:
    signs = {char: "0" for char in _ZERO} | {char: "1" for char in "―—－"}
    signs |= {char: str(index) for index, char in enumerate(_CHINESE, 1)}
    return int("".join(signs.get(char, char) for char in text))


def _read_part(tail: str) -> str | None:
    """Read what follows the year: 一季度 → -Q1, 1—10月 → -01/-10."""
    if tail in _tails():
        return _tails()[tail]
    if tail in {"同期", "这个时候", "此时"}:
        return "same"
    if "季度" in tail:
        return _read_quarters(tail)
    return _read_dates(tail) if "日" in tail else _read_months(tail)


def _read_quarters(tail: str) -> str | None:
    numbers = [n for sign in re.findall(r"[一二两三四1-4]", tail) if (n := _read_number(sign))]
    low, high = (1, numbers[-1]) if tail.startswith("前") else (numbers[0], numbers[-1])
    if tail[-1] in "末底":
        return f"-{high * 3:02d}-end"
    return f"-Q{low}" if low == high else f"-{low * 3 - 2:02d}/-{high * 3:02d}"


def _read_months(tail: str) -> str | None:
    numbers = [n for sign in re.findall(r"\d+|[一二两三四五六七八九十]+", tail) if (n := _read_number(sign))]
    if not numbers:
        return None
    low, high = (1, numbers[-1]) if tail[0] in "前头" else (numbers[0], numbers[-1])
    if tail[-1] in "末底":
        return f"-{high:02d}-end"
    if tail[-1] == "初":
        return f"-{high:02d}-01"
    return f"-{low:02d}" if low == high else f"-{low:02d}/-{high:02d}"


def _read_dates(tail: str) -> str | None:
    month = 0
    edges: list[str] = []
    for sign, unit in re.findall(r"(\d+|[一二三四五六七八九十]+)([月日])", tail):
        number = _read_number(sign)
        if number is None:
            return None
        if unit == "月":
            month = number
        else:
            edges.append(f"-{month:02d}-{number:02d}")
    return "/".join(edges)


_SPLIT = re.compile(rf"(?P<year>{_YEAR})年度?|(?P<head>{_HEADS})度?")


def _read_point(text: str) -> Value:
    """Read one year, deictic or not, with what follows it: 去年上半年, 2023年末."""
    match = _SPLIT.match(text)
    tail = text[match.end() :] if match else text
    value: Value = {"base": "year"}
    if match and match["year"]:
        value = {"base": _read_year(match["year"])}
    elif match:
        row = load_forms("time_words")[match["head"]]
        value = {"base": row["base"], "shift": int(row["shift"])}
    part = _read_part(tail) if tail else ""
    if part is None:
        return {}
    if part == "same":
        return value | {"same": True}
    return value | {"part": part} if part else value


def _read_with_since(text: str) -> Value:
    match = re.search(rf"{_SINCE}$", text)
    if not match:
        return _read_point(text)
    head = text[: match.start()]
    if match[0] in {"底前", "末前"}:
        return _read_point(head + match[0][0])
    return {"since": _read_point(head)} if match[0] in {"以来", "以后", "之后"} else _read_point(head)


def _read_range(text: str) -> Value:
    match = _RANGE.fullmatch(text)
    if not match:
        return {}
    low = match["low"] if match["low"][-1] not in "0123456789" + _CHINESE + _ZERO else match["low"] + "年"
    edges = [_read_point(low), _read_point(match["high"])]
    if all(isinstance(edge.get("base"), int) and "part" not in edge for edge in edges):
        return {"span": [edge["base"] for edge in edges]}
    if "shift" in edges[0] and "shift" not in edges[1]:
        edges[1] |= {"base": edges[0]["base"], "shift": edges[0]["shift"]}
    return {"pair": edges} if all(edges) else {}


def _read_list(text: str) -> Value:
    years = sorted(_read_year(year) for year in re.findall(_YEAR, text))
    return {"span": [years[0], years[-1]]}


def _read_iso(text: str) -> Value:
    year, month, day = (int(number) for number in re.findall(r"\d+", text))
    return {"base": year, "part": f"-{month:02d}-{day:02d}"}


_LOW = rf"(?:{_YEAR}(?:年{_TAIL}?)?|(?:{_HEADS}){_TAIL}?)"
_HIGH = rf"(?:{_YEAR}年{_TAIL}?|(?:{_HEADS}){_TAIL}?)"
_RANGE = re.compile(rf"(?P<low>{_LOW}){_DASH}(?P<high>{_HIGH})")

_PLANS = _join([form for form, _ in iter_forms("plans") if form.startswith(("第",)) is False])
_PLAN_TAIL = (
    r"(?:规划期|计划期)?(?:时期|期间|期末|末期|末|初期|前期|中期|后期|以来|首年|末年"
    r"|[头前后][一二两三四]年|第[一二三四五]年|最后一年|(?:开局|起步|收官|开局起步|攻坚|关键)之年)"
)
_NOT_PLAN = r"(?!规划|计划|纲要|年|[个条项亿万岁天月日%])"
_PLAN = (
    rf"[“\"‘「『″](?:{_PLANS})[”\"’」』″](?:{_PLAN_TAIL}|{_NOT_PLAN})"
    rf"|(?<![第二三四五六七八九十])(?:{_PLANS}){_PLAN_TAIL}"
    rf"|(?<![第二三四五六七八九十])十[一二三四五]五{_NOT_PLAN}"
    rf"|第十?[一二三四五六七八九十]个五年(?:规划|计划)?(?:时期|期间)"
)


def _read_plan(text: str) -> Value:
    name = re.search(r"第.+个五年|" + _PLANS, text)
    if not name:
        return {}
    row = load_forms("plans")[name[0]]
    first, last = int(row["first"]), int(row["last"])
    tail = re.sub(r"^[”\"’」』″]?(?:规划|计划)?期?", "", text[name.end() :])
    return _read_plan_tail(tail, first, last)


def _read_plan_tail(tail: str, first: int, last: int) -> Value:
    if tail in {"末", "末期", "期末"}:
        return {"base": last, "part": "-12-31"}
    if tail in {"末年", "最后一年"} or tail.startswith("收官"):
        return {"base": last}
    if tail == "首年" or tail.startswith(("开局", "起步")):
        return {"base": first}
    if nth := re.fullmatch(r"第(.)年", tail):
        return {"base": first + (_read_number(nth[1]) or 1) - 1}
    if some := re.fullmatch(r"([头前后])(.)年", tail):
        years = _read_number(some[2]) or 1
        return {"span": [last - years + 1, last] if some[1] == "后" else [first, first + years - 1]}
    return {"since": {"base": first}} if tail == "以来" else {"span": [first, last]}


_PAST = r"(?:刚刚?过去的?|过去的?|最近|近|这|连续|(?<![学提])前)(?:一个)?|上一?个"
_FUTURE = r"(?:今后|未来|下)(?:一个)?"
_AFTER = r"(?:以来|来|间|内|期间|时间)"
_STRETCH = rf"(?:{_PAST}|{_FUTURE}|每(?=[2-9二两三四五十])){_YEARS}{_AFTER}?(?![级龄均])"
_BARE = (
    rf"(?<![第\d.学每满达至到短长为逾超约、—])(?!(?<=[的之好键])一年(?!里)){_YEARS}"
    rf"(?:{_AFTER}(?!乱)|(?!{_guards()}))"
)


def _read_stretch(text: str) -> Value:
    number = re.search(_NUMBER + r"(?=[多余]?年)", text)
    years = _read_number(number[0]) if number else None
    if years is None or text.startswith("每") or re.search("[多余]", text):
        return {}
    if text.startswith(("今后", "未来", "下")) or text.endswith("年内"):
        return {"next": years}
    return {"before" if text.startswith(("前", "上")) else "last": years}


_ERAS = _join([form for form, _ in iter_forms("eras")])
_ERA = rf"(?:{_ERAS})(?:以来|以后|之后|期间|任期内?|前)"


def _read_era(text: str) -> Value:
    match = re.match(_ERAS, text)
    row = load_forms("eras")[match[0]] if match else {}
    if not row.get("first", "-").isdigit():
        return {"every": True} if "政府" in text else {}
    if row["last"] and "期" in text:
        return {"span": [int(row["first"]), int(row["last"])]}
    return {"since": {"base": int(row["first"])}}


_DECADE = (
    r"(?:(?:20|二十|上个?|本)世纪)?(?<![\d.])(?:[2-9]0|[二三四五六七八九]十)年代"
    r"(?:[末初]期?|中后?期|前期|后期|以来)?"
)


def _read_decade(text: str) -> Value:
    tens = re.search(r"(\d)0年代|(.)十年代", text)
    if not tens:
        return {}
    first = 1900 + 10 * (_read_number(tens[1] or tens[2]) or 0)
    return {"since": {"base": first}} if text.endswith("以来") else {"span": [first, first + 9]}


def _read_word(text: str) -> Value:
    if text == "每年":
        return {"every": True}
    row = load_forms("time_words")[text]
    return {"base": row["base"]} if row["base"] else {}


def _read_nothing(_text: str) -> Value:
    return {}


_ISO = r"(?<![\d.])(?:19|20)\d\d(?:-\d\d?-|/\d\d?/|\.\d\d?\.)(?:3[01]|[12]\d|0?[1-9])(?![\d.])"
_LIST = rf"{_YEAR}(?:年?[、和]{_YEAR})+年"
_LONE = rf"(?<![安健近每\d.第几多各逐分按当]){_PART}"
# 平均每年, 每人每年 and 每年4103元 are rates
_EVERY = r"(?<![均人月户亩元、])每年(?![\d均])"
_WORDS = rf"(?:(?<!项)(?:{_alternatives('word')})(?![期均])|{_EVERY}"

FORMS = (
    Form(_ISO, _read_iso),
    Form(_RANGE.pattern.replace("?P<low>", "?:").replace("?P<high>", "?:"), _read_range),
    Form(_LIST, _read_list),
    Form(rf"{_POINT}{_SINCE}?", _read_with_since),
    Form(_PLAN, _read_plan),
    Form(_ERA, _read_era),
    Form(_DECADE, _read_decade),
    Form(rf"{_STRETCH}", _read_stretch),
    Form(rf"\d{{2,3}}周年|[一二三四五六七八九十]{{1,3}}周年|{_NUMBER}个多?月(?:以来|来)", _read_nothing),
    Form(_BARE, _read_stretch),
    Form(rf"(?:{_WORDS})", _read_word),
    Form(rf"{_LONE}{_SINCE}?", _read_with_since),
)

TIME = re.compile("|".join(form.pattern for form in FORMS))
_READERS = tuple((re.compile(form.pattern), form.read) for form in FORMS)


@lru_cache(maxsize=4096)
def read_time(text: str) -> Value:
    """Read the surface of a time into its symbolic value; ``{}`` where it has none.

    >>> read_time("2023年1—10月")
    {'base': 2023, 'part': '-01/-10'}
    """
    read = next((read for pattern, read in _READERS if pattern.fullmatch(text)), _read_nothing)
    return read(text)
