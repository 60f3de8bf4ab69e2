"""A page of a PDF to runs of characters and ruled lines, by PDFium."""

import ctypes
import math
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from policynlp.readers.pdf_marks import Rule, Run, Sheet
from policynlp.readers.pdf_rules import read_rules

_TILT = 0.1  # radians from which a character is a watermark's
_APART = 0.7  # ems between two runs
_APART_SHORT = 2.0  # the same after one or two characters: 目　录
_SPREAD = 0.3  # ems between characters that are set apart
_SHORT = 2
_SPACES = (0x20, 0xA0, 0x3000)

Turn = Callable[[float, float], tuple[float, float]]
# quarter turns of the text against the page → place as the reader of the text sees it
TURNS: tuple[Turn, ...] = (
    lambda x, y: (x, -y),
    lambda x, y: (-y, -x),
    lambda x, y: (-x, y),
    lambda x, y: (y, x),
)


class Char(NamedTuple):
    """A character and its box, and whether a space stands before it."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    spaced: bool


class Raw(NamedTuple):
    """A character as PDFium tells it, and its quarter turns against the page."""

    text: str
    box: tuple[float, float, float, float]
    quarter: int
    spaced: bool


def read_sheet(page: Any) -> Sheet:
    """Read the runs and rules of a page, turned upright; watermarks are left out."""
    raw = _raw_chars(page)
    quarter = Counter(char.quarter for char in raw).most_common(1)[0][0] if raw else 0
    turn = TURNS[quarter]
    chars = [_char(char, turn) for char in raw if char.quarter == quarter]
    level, upright = read_rules(page, turn)
    corners = [turn(x, y)[1] for x, y in _corners(page)]
    return Sheet(list(_runs(_single(chars), upright)), level, upright, min(corners), max(corners))


def _corners(page: Any) -> tuple[tuple[float, float], tuple[float, float]]:
    left, bottom, right, top = page.get_cropbox()
    return (left, bottom), (right, top)


def _raw_chars(page: Any) -> list[Raw]:
    """The characters of a page that lie along it or across it, in the order of the file."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    box = pdfium.FS_RECTF()
    found: list[Raw] = []
    spaced = False
    try:
        for index in range(textpage.count_chars()):
            code = pdfium.FPDFText_GetUnicode(textpage, index)
            text = _read_char(code)
            quarter, tilt = _turned(pdfium.FPDFText_GetCharAngle(textpage, index))
            if not text or tilt > _TILT or pdfium.FPDFText_IsGenerated(textpage, index) == 1:
                spaced = spaced or code in _SPACES
            elif pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)):
                edges = box.left, box.bottom, box.right, box.top
                found.append(Raw(text, edges, quarter, spaced))
                spaced = False
    finally:
        textpage.close()
    return found


def _read_char(code: int) -> str:
    """The character, radicals as the characters they stand for; nothing for white space."""
    if code <= 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or code in (0xA0, 0x3000, 0xAD):
        return ""
    char = chr(code)
    # some printers write ⼀ (a radical) for 一
    radical = 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0xFB00 <= code <= 0xFB06
    return unicodedata.normalize("NFKC", char) if radical else char


def _turned(angle: float) -> tuple[int, float]:
    quarter = round(angle / (math.pi / 2))
    return quarter % 4, abs(angle - quarter * math.pi / 2)


def _char(raw: Raw, turn: Turn) -> Char:
    left, bottom, right, top = raw.box
    (ax, ay), (bx, by) = turn(left, bottom), turn(right, top)
    return Char(raw.text, min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), raw.spaced)


def _single(chars: list[Char]) -> Iterator[Char]:
    """Leave out characters that are printed twice to look bold."""
    seen: set[tuple[str, int, int]] = set()
    for char in chars:
        x, y = round(char.x0), round(char.top)
        if not any((char.text, x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            yield char
        seen.add((char.text, x, y))


def _runs(chars: Iterator[Char], upright: list[Rule]) -> Iterator[Run]:
    walls = sorted(upright)
    places = [wall.at for wall in walls]
    open_chars: list[Char] = []
    for char in chars:
        if open_chars and (
            _parted(open_chars, char) or _walled(open_chars[-1], char, walls, places)
        ):
            yield _run(open_chars)
            open_chars = []
        open_chars.append(char)
    if open_chars:
        yield _run(open_chars)


def _parted(before: list[Char], char: Char) -> bool:
    last = before[-1]
    em = max(last.bottom - last.top, 1.0)
    if abs((char.top + char.bottom) - (last.top + last.bottom)) > em:
        return True
    gap = char.x0 - last.x1
    return gap < -em or gap > em * (_APART_SHORT if len(before) <= _SHORT else _APART)


def _walled(last: Char, char: Char, walls: list[Rule], places: list[float]) -> bool:
    """True where an upright rule stands between two characters."""
    first = bisect_left(places, (last.x0 + last.x1) / 2)
    until = bisect_right(places, (char.x0 + char.x1) / 2)
    middle = (last.top + last.bottom) / 2
    return any(wall.covers(middle) for wall in walls[first:until])


def _run(chars: list[Char]) -> Run:
    sizes = sorted(char.bottom - char.top for char in chars)
    size = max(sizes[len(sizes) // 2], 1.0)
    text = chars[0].text
    for last, char in pairwise(chars):
        text += _gap(last, char, size) + char.text
    return Run(
        text,
        min(char.x0 for char in chars),
        min(char.top for char in chars),
        max(char.x1 for char in chars),
        max(char.bottom for char in chars),
        size,
    )


def _gap(last: Char, char: Char, size: float) -> str:
    """The space between two characters; of its own accord Latin text has some, Chinese none."""
    if last.text[-1:].isascii() and char.text[:1].isascii() and char.spaced:
        return " "
    return " " if char.x0 - last.x1 > _SPREAD * size else ""
