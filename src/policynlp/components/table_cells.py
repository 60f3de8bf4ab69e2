"""Cells of a table's line: where they stand, and the numbers that they hold."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from policynlp.lexicons import load_forms

_SCALE = re.compile(r"[十百千]?万亿|[十百千万]?亿|[十百千]?万(?!分)")
_POWER = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_RELATION = {"≥": "ge", "≤": "le", ">": "gt", "＞": "gt", "<": "lt", "＜": "lt", "": "eq",
             "左右": "approx", "以上": "ge", "以内": "le", "以下": "le"}  # fmt: skip
_FOOTNOTE = re.compile(r"[\[〔]\d{1,2}[\]〕]$|[（(]\\?\*+[）)]$|\*+$")
_BRACKETED = re.compile(r"[\[〔【](.+)[\]〕】]$")
_VALUE = re.compile(
    r"(?P<before>[≥≤<>＜＞]?)(?P<number>[-+]?\d[\d,]*(?:\.\d+)?)(?P<unit>[^\d\s—-]{0,16}?)"
    r"(?P<after>左右|以上|以内|以下)?$"
)
_NOTHING = re.compile(r"[—–―-]{1,4}|…+|/|\.\.\.|持平|\*+|无")
_TOKEN = re.compile(r"[^\s|]+")
_BULLET = re.compile(r"\s*(?:[-*+•·] ?(?![\d.]))?\s*")
_INNER_GAP = re.compile(r"(?<=[^\s|])(?:\t|[ \u3000]{2,})(?=[^\s|])")
_YEAR = re.compile(r"[12]\d{3}(?:年|[—-][12]\d{3})")


class Part(NamedTuple):
    """Text without its white space, and the place of each of its characters in the clean text."""

    text: str
    at: tuple[int, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.at[0]

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.at[-1] + 1

    def cut(self, start: int, end: int) -> "Part":
        """The part's own part, by offsets in its text."""
        return Part(self.text[start:end], self.at[start:end])

    def join(self, other: "Part") -> "Part":
        """One part of two, whatever stands between them."""
        return Part(self.text + other.text, self.at + other.at)


class Value(NamedTuple):
    """What a cell says; ``unit`` is its own unit, empty where the column or the row gives it."""

    number: Decimal
    unit: str
    relation: str
    part: Part


def part_of(line: str, start: int, end: int, offset: int) -> Part:
    """Cut ``line[start:end]`` into a part; ``offset`` is where the line begins in the text."""
    text = line[start:end]
    if text.split() == [text]:
        return Part(text, tuple(range(offset + start, offset + end)))
    at = [i for i in range(start, end) if not line[i].isspace()]
    return Part("".join(line[i] for i in at), tuple(offset + i for i in at))


def read_value(part: Part) -> Value | None:
    """Read a cell: 12.5, -0.3%, 1,204, ≥95, 〔40〕, 1.4倍; None where it is no single number."""
    if match := _FOOTNOTE.search(part.text):
        # 3.4（*） marks an estimate, and [3] alone is a cumulative value, no footnote
        part = part.cut(0, match.start()) if match.start() else part
    if match := _BRACKETED.match(part.text):
        part = part.cut(*match.span(1))
    match = _VALUE.match(part.text)
    if match is None or (match["unit"] and not is_unit(match["unit"])):
        return None
    number = Decimal(match["number"].replace(",", ""))
    return Value(number, match["unit"], _RELATION[match["before"] or match["after"] or ""], part)


@lru_cache(maxsize=2**12)  # each cell is asked several times
def is_cell(text: str) -> bool:
    """True for a number, with or without a unit, or for a sign that stands where none is."""
    if _NOTHING.fullmatch(text):
        return True
    match = _VALUE.match(_FOOTNOTE.sub("", _BRACKETED.sub(r"\1", text)))
    return bool(match and not _YEAR.match(text) and (not match["unit"] or is_unit(match["unit"])))


@cache
def _units() -> frozenset[str]:
    return frozenset(load_forms("units")) | frozenset(load_forms("currencies"))


@cache
def is_unit(text: str) -> bool:
    """True for a unit of the lexicon with or without a scale: 万吨, 元/人, 亿吨公里, 万部（信道）."""
    text = re.sub(r"[（(].*[）)]$", "", text)
    bare = split_unit(text)[0]
    if not bare:
        return bool(text)
    return bare in _units() or all(split_unit(unit)[0] in _units() for unit in bare.split("/"))


@cache
def split_unit(text: str) -> tuple[str, int]:
    """Unit without its scale, and the scale's power of ten: 亿千瓦时 -> 千瓦时, 8."""
    match = _SCALE.match(text)
    if match is None:
        return text, 0
    return text[match.end() :], sum(_POWER[sign] for sign in match.group())


def cells_of(line: str, offset: int) -> list[Part]:
    """Cells of a line by ``|``, tab or wide gap; else its words, single characters joined (产 量)."""
    if "|" in line:
        return _between_bars(line, offset)
    start = _BULLET.match(line)
    begin = start.end() if start else 0
    if _INNER_GAP.search(line, begin):
        edges = [begin, *(edge for gap in _INNER_GAP.finditer(line, begin) for edge in gap.span())]
        spans = zip(edges[::2], [*edges[1::2], len(line)], strict=True)
        cells = [part_of(line, a, b, offset) for a, b in spans]
        return [cell for cell in cells if cell.text]
    words = (part_of(line, *word.span(), offset) for word in _TOKEN.finditer(line, begin))
    return join_letters(words)


def _between_bars(line: str, offset: int) -> list[Part]:
    edges = [-1, *(i for i, sign in enumerate(line) if sign == "|"), len(line)]
    cells = [part_of(line, a + 1, b, offset) for a, b in pairwise(edges)]
    if cells and not cells[0].text:
        cells = cells[1:]
    if cells and not cells[-1].text:
        cells = cells[:-1]
    return cells


def join_letters(parts: Iterable[Part]) -> list[Part]:
    """Join neighbours of one Chinese character each: 指 标 单 位 -> 指标 单位."""
    joined: list[Part] = []
    open_pair = False
    for part in parts:
        single = len(re.sub(r"[（(].*", "", part.text)) == 1 and not is_cell(part.text)
        if single and open_pair:
            joined[-1] = joined[-1].join(part)
        else:
            joined.append(part)
        open_pair = single and len(part.text) == 1 and not (open_pair and single)
    return joined
