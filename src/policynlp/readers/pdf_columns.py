"""Reading order: columns left to right, each from top to bottom, what spans them between."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from policynlp.readers.pdf_marks import Line, Run, same_line

_DEEPEST = 6  # gutters that a page is cut at, one inside the other
_GUTTER = 0.6  # ems
_FEWEST = 4  # lines of a column
_MOST = 5000  # runs of a page; one with more is no page of text
_CROSSING = 0.3  # share of lines that may run across a gutter: titles
_FILLED = 0.5  # of the width of a column, that its lines take
_WORDS = 7  # characters of a line of text; cells of tables are shorter
_SPREAD = 0.3  # ems between words
_CELLS = 1.5  # ems between the cells of a table without rules


class Gutter(NamedTuple):
    """A gap between columns: how many runs cross it, how wide it is, where."""

    crossing: int
    narrowness: float
    at: float


def read_columns(runs: Sequence[Run], depth: int = 0) -> list[Line]:
    """Give the lines of a page in reading order."""
    at = _find_gutter(runs) if depth < _DEEPEST else None
    if at is None:
        return _in_column(plain_lines(runs))
    lines: list[Line] = []
    rest = sorted((run for run in runs if not _crosses(run, at)), key=_down)
    for across in [*sorted((run for run in runs if _crosses(run, at)), key=_down), None]:
        above = [run for run in rest if across is None or run.middle < across.middle]
        rest = rest[len(above) :]
        for side in _sides(above, at):
            lines += read_columns(side, depth + 1)
        lines += _in_column(plain_lines([across] if across else []))
    return lines


def _sides(runs: Sequence[Run], at: float) -> tuple[list[Run], list[Run]]:
    return [run for run in runs if run.centre < at], [run for run in runs if run.centre >= at]


def _down(run: Run) -> float:
    return run.middle


def _crosses(run: Run, at: float) -> bool:
    return run.x0 < at < run.x1


def _find_gutter(runs: Sequence[Run]) -> float | None:
    """The place between two columns of text, None where there is one column only."""
    texts = [run for run in runs if not run.is_table]
    if not 2 * _FEWEST <= len(texts) <= _MOST:
        return None
    size = median(run.size for run in texts)
    edges = sorted({edge for run in texts for edge in (run.x0, run.x1)})
    found = []
    for left, right in _gaps(texts, edges, _GUTTER * size):
        at = (left + right) / 2
        crossing = sum(_crosses(run, at) for run in runs)
        if crossing <= _CROSSING * len(texts) and _parts_text(texts, at):
            found.append(Gutter(crossing, left - right, at))
    return min(found).at if found else None


def _gaps(texts: list[Run], edges: list[float], least: float) -> list[tuple[float, float]]:
    """Stretches of the page's width with few runs over them, wide enough for a gutter."""
    changes: Counter[float] = Counter()
    for run in texts:
        changes[run.x0] += 1
        changes[run.x1] -= 1
    gaps: list[tuple[float, float]] = []
    over, start = 0, edges[0]
    few = _CROSSING * len(texts)
    for edge in edges:
        if edge - start >= least:
            gaps.append((start, edge))
        over += changes[edge]
        # a title's end inside the gutter does not end the gutter
        if over > few or edge in (edges[0], gaps[-1][1] if gaps else None):
            start = edge
    return gaps


def _parts_text(texts: list[Run], at: float) -> bool:
    """True where lines of text stand side by side, left and right of the place."""
    sides = _sides([run for run in texts if not _crosses(run, at)], at)
    if min(map(len, sides)) < _FEWEST or not all(_is_column(side) for side in sides):
        return False
    top = max(min(run.top for run in side) for side in sides)
    bottom = min(max(run.bottom for run in side) for side in sides)
    return all(sum(top <= run.middle <= bottom for run in side) >= _FEWEST - 1 for side in sides)


def _is_column(runs: list[Run]) -> bool:
    lines = plain_lines(runs)
    width = max(run.x1 for run in runs) - min(run.x0 for run in runs)
    taken = median(line.x1 - line.x0 for line in lines)
    return taken >= _FILLED * width and median(len(run.text) for run in runs) >= _WORDS


def plain_lines(runs: Sequence[Run]) -> list[Line]:
    """Give the lines of runs that stand in one column, from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=_down):
        if rows and not run.is_table and not rows[-1][0].is_table and same_line(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_line(sorted(row, key=lambda run: run.x0)) for row in rows]


def _line(row: list[Run]) -> Line:
    text, size = row[0].text, max(run.size for run in row)
    for last, run in pairwise(row):
        ems = (run.x0 - last.x1) / size
        text += ("  " if ems > _CELLS else " " if ems > _SPREAD else "") + run.text
    x0, x1 = row[0].x0, max(run.x1 for run in row)
    return Line(text, x0, min(run.top for run in row), x1, size, x0, x1, 0.0)


def _in_column(lines: list[Line]) -> list[Line]:
    """The lines with the borders of their column."""
    texts = [line for line in lines if not line.is_table]
    if not texts:
        return lines
    starts = sorted(line.x0 for line in texts)
    left = starts[len(starts) // 10]
    right = max(line.x1 for line in texts)
    steps = [b.top - a.top for a, b in pairwise(texts) if b.top > a.top]
    pitch = median(steps) if steps else 0.0
    return [line._replace(left=left, right=right, pitch=pitch) for line in lines]
