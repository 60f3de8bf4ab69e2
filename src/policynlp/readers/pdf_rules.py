"""Ruled lines of a page: straight paths, and the edges of boxes."""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

from policynlp.readers.pdf_marks import Rule

_MOST = 20_000  # strokes of a page; one with more is a map
_STRAIGHT = 1.5  # points that a straight line may lean
_THIN = 4.0  # points up to which a box is a line
_SHORTEST = 6.0
_BOX = 6  # points of a path up to which it may be a box

Turn = Callable[[float, float], tuple[float, float]]
Point = tuple[float, float]


def read_rules(page: Any, turn: Turn) -> tuple[list[Rule], list[Rule]]:
    """Give the level and the upright rules of a page, none where it is drawn all over."""
    import pypdfium2.raw as pdfium

    level: list[Rule] = []
    upright: list[Rule] = []
    count = 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1):
        for start, end in _strokes(item.raw, pdfium):
            count += 1
            if count > _MOST:
                return [], []
            _sort_in(turn(*start), turn(*end), level, upright)
    return level, upright


def _sort_in(start: Point, end: Point, level: list[Rule], upright: list[Rule]) -> None:
    (ax, ay), (bx, by) = start, end
    if abs(ay - by) <= _STRAIGHT and abs(ax - bx) >= _SHORTEST:
        level.append(Rule((ay + by) / 2, min(ax, bx), max(ax, bx)))
    elif abs(ax - bx) <= _STRAIGHT and abs(ay - by) >= _SHORTEST:
        upright.append(Rule((ax + bx) / 2, min(ay, by), max(ay, by)))


def _strokes(path: Any, pdfium: Any) -> Iterator[tuple[Point, Point]]:
    """The straight strokes of a path, closed where it is closed; of a thin box its length."""
    points = list(_points(path, pdfium))
    xs, ys = [x for _, (x, _) in points], [y for _, (_, y) in points]
    if points and len(points) <= _BOX and _is_thin(xs, ys):
        yield _length(xs, ys)
        return
    first = last = points[0][1] if points else (0.0, 0.0)
    for step, point in points:
        if step == "move":
            first = point
        else:
            yield last, point
        if step == "close":
            yield point, first
        last = point


def _is_thin(xs: list[float], ys: list[float]) -> bool:
    return min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN


def _length(xs: list[float], ys: list[float]) -> tuple[Point, Point]:
    """The stroke that a thin box is."""
    if max(xs) - min(xs) >= max(ys) - min(ys):
        return (min(xs), _mean(ys)), (max(xs), _mean(ys))
    return (_mean(xs), min(ys)), (_mean(xs), max(ys))


def _mean(values: list[float]) -> float:
    return (min(values) + max(values)) / 2


def _points(path: Any, pdfium: Any) -> Iterator[tuple[str, Point]]:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), _MOST)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        place = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        moved = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO
        closed = bool(pdfium.FPDFPathSegment_GetClose(segment))
        yield "move" if moved else "close" if closed else "line", place
