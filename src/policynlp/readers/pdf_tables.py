"""Ruled tables of a page: each becomes one run, its rows with ``|`` between the cells."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from policynlp.readers.grid import Cell, lay_out
from policynlp.readers.pdf_columns import plain_lines
from policynlp.readers.pdf_marks import Rule, Run, Sheet

_NEAR = 3.0  # points between rules that are one
_CROSSINGS = 250_000  # of rules of a page; one with more is a drawing
_MOST = 5000  # cells of a table; a grid with more is none


Square = tuple[int, int]


class Grid(NamedTuple):
    """The rules of one table, and the places of its rows and columns."""

    level: list[Rule]
    upright: list[Rule]
    ys: list[float]
    xs: list[float]


def take_tables(sheet: Sheet) -> list[Run]:
    """Give the runs of a page, those inside a ruled table as one run."""
    runs = sheet.runs
    for grid in _grids(sheet.level, sheet.upright):
        inside = [run for run in runs if _holds(grid, run)]
        lines = lay_out(_cells(grid, inside)) if inside else []
        if lines:
            table = Run("\n".join(lines), grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1], 0)
            runs = [run for run in runs if run not in set(inside)] + [table]
    return runs


def _grids(level: list[Rule], upright: list[Rule]) -> list[Grid]:
    """Rules that cross belong to one table: two rows and two columns at least."""
    level, upright = _whole(level), _whole(upright)
    if len(level) * len(upright) > _CROSSINGS:
        return []
    grids = []
    for lines, walls in _tied(level, upright):
        xs = _merge([*(wall.at for wall in walls), *(e for r in lines for e in (r.start, r.end))])
        ys = _merge(line.at for line in lines)
        if min(len(ys), len(xs)) > 2 and len(ys) * len(xs) <= _MOST:
            grids.append(Grid(lines, walls, ys, xs))
    return grids


def _whole(rules: list[Rule]) -> list[Rule]:
    """Rules drawn piece by piece, as Word draws the border of each cell, made whole."""
    whole: list[Rule] = []
    places = _merge(rule.at for rule in rules)
    for _, group in groupby(sorted(rules), key=lambda rule: bisect_right(places, rule.at)):
        pieces = sorted(group, key=lambda rule: rule.start)
        last = pieces[0]
        for piece in pieces[1:]:
            if piece.start <= last.end + _NEAR:
                last = last._replace(end=max(last.end, piece.end))
            else:
                whole.append(last)
                last = piece
        whole.append(last)
    return whole


def _tied(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Level and upright rules that hang together by their crossings."""
    lines, walls = set(level), set(upright)
    while lines:
        found: tuple[list[Rule], list[Rule]] = ([lines.pop()], [])
        todo = [(found[0][0], True)]
        while todo:
            rule, is_line = todo.pop()
            others = walls if is_line else lines
            crossed = {
                other
                for other in others
                if (_crosses(rule, other) if is_line else _crosses(other, rule))
            }
            others -= crossed
            found[is_line].extend(crossed)
            todo += [(other, not is_line) for other in crossed]
        yield sorted(found[0]), sorted(found[1])


def _crosses(line: Rule, wall: Rule) -> bool:
    return line.covers(wall.at, _NEAR) and wall.covers(line.at, _NEAR)


def _merge(places: Iterable[float]) -> list[float]:
    merged: list[float] = []
    for place in sorted(places):
        if not merged or place - merged[-1] > _NEAR:
            merged.append(place)
    return merged


def _holds(grid: Grid, run: Run) -> bool:
    return (
        grid.xs[0] - _NEAR <= run.centre <= grid.xs[-1] + _NEAR
        and grid.ys[0] - _NEAR <= run.middle <= grid.ys[-1] + _NEAR
    )


def _cells(grid: Grid, runs: list[Run]) -> list[list[Cell]]:
    inside = _by_square(grid, runs)
    rows: list[list[Cell]] = []
    taken: set[Square] = set()
    for row in range(len(grid.ys) - 1):
        rows.append([])
        for column in range(len(grid.xs) - 1):
            if (row, column) in taken:
                continue
            down, right = _reach(grid, row, column)
            own = {(row + d, column + r) for d in range(down) for r in range(right)}
            taken |= own
            found = [run for square in own for run in inside.get(square, ())]
            text = "\n".join(line.text for line in plain_lines(found))
            rows[-1].append(Cell(text, down, right))
    return rows


def _by_square(grid: Grid, runs: list[Run]) -> dict[Square, list[Run]]:
    """The runs of each square between the rules."""
    inside: dict[Square, list[Run]] = {}
    for run in runs:
        square = bisect_right(grid.ys, run.middle) - 1, bisect_right(grid.xs, run.centre) - 1
        inside.setdefault(square, []).append(run)
    return inside


def _reach(grid: Grid, row: int, column: int) -> tuple[int, int]:
    """How many rows and columns a cell takes: to the next rule down and to the right."""
    middle = (grid.ys[row] + grid.ys[row + 1]) / 2
    right = 1
    while column + right < len(grid.xs) - 1 and not _drawn(
        grid.upright, grid.xs[column + right], middle
    ):
        right += 1
    centre = (grid.xs[column] + grid.xs[column + 1]) / 2
    down = 1
    while row + down < len(grid.ys) - 1 and not _drawn(grid.level, grid.ys[row + down], centre):
        down += 1
    return down, right


def _drawn(rules: list[Rule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.covers(place) for rule in rules)
