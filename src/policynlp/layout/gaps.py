"""Spaces that layout left: 利 用 外 资, 近 3 万亿千瓦时; gaps between the cells of a table stay."""

import re
from collections.abc import Iterator
from itertools import chain

from policynlp.layout.offsets import Span
from policynlp.layout.rows import in_table

_GAP = re.compile(r"[ \t\u3000]+")
_HEADING = re.compile(r"[ \t\u3000]*(?:#+|第[一二三四五六七八九十百零〇\d]+[编篇章节条]|\d+\.)$")
_LONE_PAIR = re.compile(r"(?:^|(?<=[\s：（]))([一-鿿])([ \u3000]+)([一-鿿])(?=[\s（]|$)")
# 5 221 km, 1 234 567: thousands; 2 0 1 4 年: one digit a cell
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_SPREAD = re.compile(r"(?<![\d.])\d(?: \d){2,}(?![\d.])")
_LATIN_UNIT = re.compile(
    r"(?<=\d) +(?=(?:[kcmdμ]?m|[km]?g|[kMGT]?Wh?|h?[Lla]|t|TEU|℃)[23²³]?(?![A-Za-z]))"
)
# 纱 351 万吨 9.1: the unit belongs to the number before it
_ROW_UNIT = re.compile(
    r"(?<=\S)[ \u3000]+[-+]?\d[\d.,]*( +)"
    r"(?=[万亿千百]*[吨米元人户辆台架箱件套头只度个家座部艘亩斤公千平立标马][一-鿿]{0,4}(?:\s|$))"
)
_COUNTER = frozenset("吨辆台个件只米元户人次箱部架艘套亩斤度")
_SCALE = frozenset("万亿千百")


def find_gaps(text: str) -> list[Span]:
    """Spaces to leave out."""
    cuts: list[Span] = []
    for number, start, line, lines in _spaced_lines(text):
        find = _row_gaps if in_table(lines, number) else _line_gaps
        cuts.extend((start + a, start + b) for a, b in find(line))
    return cuts


def _spaced_lines(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    lines, start = text.split("\n"), 0
    for number, line in enumerate(lines):
        if " " in line or "\u3000" in line or "\t" in line:
            yield number, start, line, lines
        start += len(line) + 1


def _line_gaps(line: str) -> Iterator[Span]:
    for number in chain(_THOUSANDS.finditer(line), _SPREAD.finditer(line)):
        yield from ((place, place + 1) for place in range(*number.span()) if line[place] == " ")
    yield from (gap.span() for gap in _LATIN_UNIT.finditer(line))
    for gap in _GAP.finditer(line):
        start, end = gap.span()
        if start and end < len(line) and _parts(line, start, end):
            start += 1
        if start < end:
            yield start, end


def _parts(line: str, start: int, end: int) -> bool:
    """True where a space parts two words: New York, # 标题, 第一章 总则."""
    before, after = line[start - 1], line[end]
    if before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
        return True
    return start < 12 and bool(_HEADING.match(line[:start]))


def _row_gaps(line: str) -> Iterator[Span]:
    """Only what is inside a cell: 衣 着 2.4 2.4, 铁路 亿 吨 39.0."""
    indent = len(line) - len(line.lstrip())
    yield 0, indent
    yield len(line.rstrip()), len(line)
    for pair in _LONE_PAIR.finditer(line):
        if pair[3] not in _COUNTER or pair[1] in _SCALE:
            yield pair.span(2)
    yield from (number.span(1) for number in _ROW_UNIT.finditer(line))
