"""Years and spans of years as headings and titles name them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

DIGITS = {char: str(digit) for digit, char in enumerate("〇一二三四五六七八九")} | {
    "○": "0", "零": "0", "Ο": "0", "O": "0", "―": "1", "—": "1", "两": "2"
}  # fmt: skip
HAN_YEAR = r"[一―—二][九〇○零ΟO][〇○零ΟO一二三四五六七八九]{2}"
# 表102012年 is table 10 of 2012
YEAR = re.compile(
    rf"(?:(?<![\d.])|(?<=表\d)|(?<=表\d\d))((?:19|20)\d\d)(?=\s?年(?!代))|({HAN_YEAR})(?=年(?!代))"
)
SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)年?\s?(?:[-—–―~～至到]{1,2})\s?((?:19|20)\d\d)(?=\s?年)")
PLAN_PERIOD = re.compile(
    r"(?<![二三四五六七八九])(十?[一二三四五六七八九]|十)五(?:[”’」]|(?=时期|期间|以来|发展|规划|计划|国民"
    r"|经济|的|末|工作|主要|回顾|建设|开局|起步|收官|目标|五年|纲要))"
    r"|第(十?[一二三四五六七八九]|十)个五年"
)
# 实施“十六五”规划取得良好开局的一年 is one year, the first
PLAN_EDGE = re.compile(
    r"(?:规划|计划|时期|建设|发展|期间)*的?(?:取得|实现|迈出|赢得|开)?了?(?:良好|坚实|关键|好)?的?"
    r"(?:(开局|起步|首年|第一年|局(?!面)|步伐)|收官|末|最后一年)"
)
BACK = re.compile(
    r"(?:过去|前|近|这)的?([一二两三四五六七八九十])年(?:多)?(?!级|制)|([一二两三四五六七八九十])年(?:来|间|以来|工作的?回顾|工作的基本)"
)
AHEAD = re.compile(r"(?:今后|未来|下一个|下个|接下来)的?([一二两三四五六七八九十])年")
TERM = re.compile(
    r"本届政府|上届政府|上一届政府|届(?:人民)?政府(?!任期目标)(?=.{0,6}(?:回顾|总结|工作))"
)
LAST = re.compile(r"去年|上年|过去一年|过去的一年|一年来")
THIS = re.compile(r"今年|新的一年|本年度")
DECADE = re.compile(r"(?<![\d第])([二三四五六七八九])十年代|(?<!\d)([2-9])0年代")
TERM_YEARS = 5
PLAN_BASE = 1948  # the first plan began in 1953, five years a plan


class When(NamedTuple):
    """A time named in a heading: ``first`` and ``last`` are years or offsets of the report's."""

    start: int
    kind: str
    first: int
    last: int


def read_year(form: str) -> int:
    """Return 1978 for 一九七八 and 2024 for 2024."""
    return int("".join(DIGITS.get(char, char) for char in form))


def find_years(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield every year that the text names with 年."""
    for match in YEAR.finditer(text, start, len(text) if end is None else end):
        yield read_year(match.group())


def plan_span(ordinal: str) -> tuple[int, int]:
    """Return 2021, 2025 for 十四: the fourteenth five-year plan; the gap of 1963–1965 is counted."""
    number = read_number(ordinal)
    first = PLAN_BASE + 5 * number + (3 if number >= 3 else 0)
    return first, first + 4


def read_number(form: str) -> int:
    """Return 12 for 12 and 十二."""
    if form.isdecimal():
        return int(form)
    if form.endswith("十") and len(form) == 2:
        return 10 * read_number(form[0])
    if form.startswith("十"):
        return 10 + (read_number(form[1:]) if form[1:] else 0)
    return int(DIGITS.get(form, "0"))


def find_whens(text: str) -> list[When]:
    """List the times that a heading names, in its order, none inside another."""
    found = [*_years(text), *_decades(text), *_plans(text), *_relative(text)]
    found.sort()
    return [
        when
        for index, when in enumerate(found)
        if index == 0 or when.start > found[index - 1].start
    ]


def _years(text: str) -> Iterator[When]:
    covered = -1
    for match in SPAN.finditer(text):
        covered = match.end()
        yield When(match.start(), "span", int(match.group(1)), int(match.group(2)))
    for match in YEAR.finditer(text):
        if match.start() >= covered:
            year = read_year(match.group())
            yield When(match.start(), "year", year, year)


def _decades(text: str) -> Iterator[When]:
    for match in DECADE.finditer(text):
        first = 1900 + 10 * read_number(match.group(1) or match.group(2))
        yield When(match.start(), "decade", first, first + 9)


def _plans(text: str) -> Iterator[When]:
    for match in PLAN_PERIOD.finditer(text):
        first, last = plan_span(match.group(1) or match.group(2))
        # “十一五”开局之年 is one year, the first of the plan
        if edge := PLAN_EDGE.match(text, match.end()):
            first = last = first if edge.group(1) else last
        yield When(match.start(), "plan", first, last)


def _relative(text: str) -> Iterator[When]:
    for match in BACK.finditer(text):
        count = read_number(match.group(1) or match.group(2))
        yield When(match.start(), "back", 1 - count, 0)
    for match in AHEAD.finditer(text):
        yield When(match.start(), "ahead", 0, read_number(match.group(1)) - 1)
    for match in TERM.finditer(text):
        yield When(match.start(), "back", 1 - TERM_YEARS, 0)
    for match in LAST.finditer(text):
        yield When(match.start(), "back", 0, 0)
    for match in THIS.finditer(text):
        yield When(match.start(), "ahead", 0, 0)
