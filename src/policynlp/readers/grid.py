"""Tables to text: a row a line, ``|`` between its cells; a frame around prose is no table."""

import re
from collections.abc import Sequence
from typing import NamedTuple

MOST = 100  # columns of a table, and rows that a cell may take
_SQUARES = 500_000
_LONG = 120  # characters of a cell from which the table only frames text
_NUMBER = re.compile(r"[-+≥≤<>]?\d[\d,]*(?:\.\d+)?[%‰]?|[—–-]+|…+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPACE = re.compile(r"\s+")


class Cell(NamedTuple):
    """What stands in a cell, its lines apart, and how many rows and columns it takes."""

    text: str
    rows: int = 1
    columns: int = 1


class Place(NamedTuple):
    """A square of the table: the cell over it, and whether it is the cell's first row and column."""

    text: str
    top: bool
    left: bool


def lay_out(table: Sequence[Sequence[Cell]]) -> list[str]:
    """Give the lines of a table.

    A head over several columns stands over each of them, a name beside several rows before
    each of them, so that every row has all its cells.
    """
    if _frames_text(table):
        return [line for row in table for cell in row for line in cell.text.split("\n") if line]
    squares = [row for row in _spread(table) if any(_flat(place.text) for place in row)]
    captions = _captions(squares)
    first = _first_data_row(squares)
    return [_flat(row[0].text) for row in squares[:captions]] + [
        _line(row, head=index < first) for index, row in enumerate(squares) if index >= captions
    ]


def _frames_text(table: Sequence[Sequence[Cell]]) -> bool:
    cells = [cell for row in table for cell in row if cell.text]
    prose = any(len(cell.text) > _LONG and "。" in cell.text for cell in cells)
    return prose or all(sum(bool(cell.text) for cell in row) < 2 for row in table)


def _spread(table: Sequence[Sequence[Cell]]) -> list[list[Place]]:
    """Every square of the table, cells that take several in each of theirs."""
    squares: list[dict[int, Place]] = [{} for _ in table]
    spread = sum(min(cell.rows, MOST) * min(cell.columns, MOST) for row in table for cell in row)
    for number, row in enumerate(table):
        column = 0
        for cell in row:
            while column in squares[number]:
                column += 1
            # a table whose cells take more than there can be lies about them
            _cover(squares, (number, column), cell if spread <= _SQUARES else Cell(cell.text))
            column += 1
    width = min(max((max(row, default=-1) for row in squares), default=-1) + 1, MOST)
    nothing = Place("", top=True, left=True)
    return [[row.get(column, nothing) for column in range(width)] for row in squares]


def _cover(squares: list[dict[int, Place]], corner: tuple[int, int], cell: Cell) -> None:
    row, column = corner
    for down in range(min(max(cell.rows, 1), MOST, len(squares) - row)):
        for right in range(min(max(cell.columns, 1), MOST)):
            squares[row + down][column + right] = Place(cell.text, down == 0, right == 0)


def _first_data_row(squares: list[list[Place]]) -> int:
    """The first row with a number right of its name: what is above heads the columns."""
    for index, row in enumerate(squares):
        texts = [_flat(place.text) for place in row[1:]]
        if any(_NUMBER.fullmatch(text) and not _YEAR.fullmatch(text) for text in texts):
            return index
    return 0


def _captions(squares: list[list[Place]]) -> int:
    """How many rows at the top are one cell over all columns."""
    return next((index for index, row in enumerate(squares) if not _is_one(row)), len(squares))


def _is_one(row: list[Place]) -> bool:
    """True for one cell over all columns."""
    return bool(row[0].text) and not any(place.left for place in row[1:])


def _line(row: list[Place], *, head: bool) -> str:
    # 一、农业 over all columns names the rows below it, no column
    head = head and not _is_one(row)
    shown = [_shown(place, head=head) for place in row]
    return "| " + " | ".join(shown) + " |"


def _shown(place: Place, *, head: bool) -> str:
    """指标 beside two rows of heads stands once, 2030年 over two columns twice."""
    there = place.top if head else place.left
    return _flat(place.text) if there else ""


def _flat(text: str) -> str:
    """The text on one line, without what would part cells."""
    return join_lines(text.split("\n")).replace("|", "/").replace("｜", "/")


def join_lines(lines: Sequence[str]) -> str:
    """One line of several; a space stays only between Latin words."""
    joined = ""
    for line in lines:
        line = _SPACE.sub(" ", line).strip()
        apart = joined[-1:].isascii() and line[:1].isascii() and joined and line
        joined += f" {line}" if apart else line
    return joined
