"""What stands on a page of a PDF: runs of characters and ruled lines, measured from the top left."""

from typing import NamedTuple


class Run(NamedTuple):
    """Characters side by side, or a whole table; ``size`` is that of the type, 0 of a table."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half way across."""
        return (self.x0 + self.x1) / 2

    @property
    def is_table(self) -> bool:
        """True for the rows of a table, taken as one."""
        return self.size == 0


class Rule(NamedTuple):
    """A ruled line: ``at`` is its place across its own direction, ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float

    def covers(self, place: float, slack: float = 2.0) -> bool:
        """True where the line passes this place."""
        return self.start - slack <= place <= self.end + slack


class Sheet(NamedTuple):
    """A page: its runs in the order of the file, its rules, its top and its bottom."""

    runs: list[Run]
    level: list[Rule]
    upright: list[Rule]
    top: float
    bottom: float


class Line(NamedTuple):
    """A line of text, its place, and the borders of the column that it stands in."""

    text: str
    x0: float
    top: float
    x1: float
    size: float
    left: float
    right: float
    pitch: float  # from one line of the column to the next, usually

    @property
    def is_table(self) -> bool:
        """True for the rows of a table."""
        return self.size == 0


def same_line(one: Run, other: Run) -> bool:
    """True for runs side by side, of whatever size."""
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)
