"""Long sentences in overlapping windows, each character told by the window it stands deepest in."""

from typing import NamedTuple

WIDTH = 192
OVERLAP = 64


class Window(NamedTuple):
    """A stretch that the model reads at once; of its tags ``first:last`` are kept."""

    start: int
    end: int
    first: int
    last: int


def windows_of(start: int, end: int) -> list[Window]:
    """Cut a sentence that stands at ``start:end``; one that fits is one window.

    >>> [tuple(window) for window in windows_of(0, 250)]
    [(0, 192, 0, 160), (128, 250, 160, 250)]
    """
    windows = []
    step, half = WIDTH - OVERLAP, OVERLAP // 2
    at = start
    while True:
        stop = min(at + WIDTH, end)
        first = at if at == start else at + half
        last = stop if stop == end else stop - half
        windows.append(Window(at, stop, first, last))
        if stop == end:
            return windows
        at += step
