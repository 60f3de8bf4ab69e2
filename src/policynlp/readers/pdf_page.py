"""A page of a PDF to runs of characters and ruled lines."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from policynlp.readers.pdf_chars import Char, read_chars
from policynlp.readers.pdf_marks import Rule, Run, Sheet
from policynlp.readers.pdf_rules import read_rules

_APART = 0.7  # ems between two runs
_APART_SHORT = 2.0  # the same after one or two characters: 目　录
_SPREAD = 0.3  # ems between characters that are set apart
_STEP = 0.7  # of the height of a box, that a Chinese character takes at least
_SHORT = 2


def read_sheet(page: Any) -> Sheet:
    """Read the runs and rules of a page, turned upright."""
    chars, turn = read_chars(page)
    level, upright = read_rules(page, turn)
    corners = [turn(x, y)[1] for x, y in _corners(page)]
    return Sheet(list(_runs(_single(chars), upright)), level, upright, min(corners), max(corners))


def _corners(page: Any) -> tuple[tuple[float, float], tuple[float, float]]:
    left, bottom, right, top = page.get_cropbox()
    return (left, bottom), (right, top)


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
    em = max(last.bottom - last.top, char.bottom - char.top, 1.0)
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
    # a box may be narrower than its character: that of 一 is, but its step to the next is not
    gap = min(char.x0 - last.x1, char.x0 - last.x0 - _STEP * size)
    return " " if gap > _SPREAD * size else ""
