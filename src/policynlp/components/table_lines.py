"""Lines of a clean text that may belong to tables, and the runs of rows among them."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from policynlp.components.table_captions import is_caption, is_unit_line
from policynlp.components.table_cells import Part, cells_of, is_cell, is_unit
from policynlp.components.table_heads import is_head_line
from policynlp.components.table_words import row_of

HEADING = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节篇]|#)"
)
_HINT = re.compile(r"(?=[ \t|+\-\d])(?:[ \t|]|^)[-+]?\d[\d,.]*%?[ \t]*(?:$|\||[ \t][—\d-])", re.M)
_PROSE = re.compile(r"[。；！？]|，[^，]*，")
_LEADER = re.compile(r"\.{4,}|…{2,}|·{4,}")  # 第一章 总则 ………… 3
_RULE = re.compile(r"(?=.{3})[\s|:—-]+")
_LONGEST = 200
_HEAD_LINES = 6
_FEWEST_FLAT_ROWS = 3
_MOST_COLUMNS = 8


class Line(NamedTuple):
    """A line by its cells; ``piped`` where empty cells keep their place."""

    start: int
    end: int
    cells: list[Part]
    piped: bool


def may_hold_table(text: str) -> bool:
    """Cheap test: a line of the text ends in a number that stands apart, or holds two."""
    return bool(_HINT.search(text))


def find_blocks(text: str) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield the lines over each run of rows, and the rows."""
    above: list[Line] = []
    rows: list[Line] = []
    for line in _unflatten(_lines(text)):
        if line is not None and _is_row(line):
            rows.append(line)
        elif line is None or not rows or _opens(line):
            if rows:
                yield above, rows
                above, rows = [], []
            above = [*above[1 - _HEAD_LINES :], line] if line else []
        # else 一、农产品产量 between the rows, or a row with no values
    if rows:
        yield above, rows


def _lines(text: str) -> Iterator[Line | None]:
    """Lines that may belong to a table, None for prose between them."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if _is_prose(line):
            yield None
        elif line and not _RULE.fullmatch(line):
            yield Line(start, end, cells_of(line, start), "|" in line)
        start = end + 1


def _is_prose(line: str) -> bool:
    bars = line.count("|")
    if bars < 2 and ((len(line) > _LONGEST and not bars) or _PROSE.search(line)):
        return True
    return _LEADER.search(line) is not None


def _opens(line: Line) -> bool:
    """True for what can only stand over the rows of a new table."""
    text = "".join(cell.text for cell in line.cells)
    if is_unit_line(text) or is_caption(text) or is_head_line(line.cells):
        return True
    return not line.piped and bool(HEADING.match(text))


def _is_row(line: Line) -> bool:
    """True for a name, then values with signs for none and units between them."""
    if len(line.cells) < 2 or (not line.cells[-1].text and not line.piped):
        return False
    texts = [cell.text for cell in line.cells]
    values = [is_cell(text) for text in texts[1:]]
    if line.piped:
        # | 招生数 | | | heads the rows below it
        group = len(texts) > 2 and bool(texts[0]) and not any(texts[1:]) and not _opens(line)
        return group or (any(values) and not is_head_line(line.cells))
    if not any(values) or is_cell(texts[0]):
        return False
    first = values.index(True) + 1
    return all(is_cell(text) or is_unit(text) for text in texts[first:])


def _unflatten(lines: Iterable[Line | None]) -> Iterator[Line | None]:
    """Give tables with one cell a line, as a web page leaves them, the lines that they had."""
    run: list[Line] = []
    for line in lines:
        if line is not None and len(line.cells) == 1 and not line.piped:
            run.append(line)
        else:
            yield from _regroup(run)
            run = []
            yield line
    yield from _regroup(run)


def _regroup(run: list[Line]) -> Iterator[Line]:
    parts = [line.cells[0] for line in run]
    for top, part in enumerate(parts):
        row = row_of(part.text)
        width = _width(parts[top:]) if row and row["role"] in ("name", "place", "time") else 0
        if width:
            yield from run[:top]
            yield from (
                _gathered(run[i : i + width]) for i in range(top, len(run) - width + 1, width)
            )
            return
    yield from run


def _width(parts: list[Part]) -> int:
    """How many columns a flat table has, from its first head on; 0 where it is none."""
    kinds = "".join("0" if is_cell(part.text) else "x" for part in parts)
    for width in range(2, _MOST_COLUMNS + 1):
        rows = [kinds[i : i + width] for i in range(0, len(kinds) - width + 1, width)]
        body = rows[1:]
        if (
            len(body) >= _FEWEST_FLAT_ROWS
            and "0" not in rows[0]
            and all(re.fullmatch("xx?0+", row) for row in body)
        ):
            return width
    return 0


def _gathered(lines: list[Line]) -> Line:
    cells = [line.cells[0] for line in lines]
    return Line(lines[0].start, lines[-1].end, cells, piped=True)
