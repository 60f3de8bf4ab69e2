"""Characters of a page of a PDF with their places, by PDFium; watermarks are left out."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

_TILT = 0.1  # radians from which a character is a watermark's
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


def read_chars(page: Any) -> tuple[list[Char], Turn]:
    """Give the characters in the order of the file, turned upright, and how they were turned."""
    raw = _raw_chars(page)
    quarter = Counter(char.quarter for char in raw).most_common(1)[0][0] if raw else 0
    turn = TURNS[quarter]
    return [_char(char, turn) for char in raw if char.quarter == quarter], turn


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
