"""What belongs to the pages and not to the text: numbers of pages, running heads and feet."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from policynlp.readers.pdf_marks import Run, Sheet, same_line

_PAGE = re.compile(
    r"[·•—–\-~～\s]*(?:\d{1,4}|[ivxlc]{1,6})[·•—–\-~～\s]*|第?\d{1,4}页?[/，,共\s]*\d{1,4}页?"
    r"|第\d{1,4}页|[Pp]age\s*\d+(?:\s*of\s*\d+)?|第[\d一二三四五六七八九十]{1,3}版"
)
# what a browser prints around a page
_PRINTED = re.compile(
    r"(?:file|https?)://\S+|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[,，]?\s*(?:[上下]午)?\s*\d{1,2}:\d{2}(?:\s*[AP]M)?|\d+/\d+"
)
_DIGITS = re.compile(r"\d+|[一二三四五六七八九十]+")
_MARGIN = 0.14  # of a page's height, above and below, in which furniture stands
_ROWS = 3  # rows of furniture at each end of a page
_SHARE = 0.15  # of the pages, on which a head runs
_GRAIN = 6.0  # points by which its place may differ

Key = tuple[str, int]


def drop_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Give the pages without numbers, running heads and feet."""
    counts = Counter(key for sheet in sheets for key in {_key(row) for row in _margins(sheet)})
    needed = max(2, _SHARE * len(sheets))
    running = {key for key, count in counts.items() if count >= needed}
    return [_drop(sheet, running) for sheet in sheets]


def _drop(sheet: Sheet, running: set[Key]) -> Sheet:
    out = {
        run
        for row in _margins(sheet)
        for run in row
        if _PRINTED.fullmatch(run.text)
        or _PAGE.fullmatch(_text(row))
        or _is_running(_key(row), running)
    }
    return sheet._replace(runs=[run for run in sheet.runs if run not in out])


def _is_running(key: Key, running: set[Key]) -> bool:
    text, place = key
    return any((text, near) in running for near in (place - 1, place, place + 1))


def _margins(sheet: Sheet) -> Iterator[list[Run]]:
    """The outer rows of a page, as far as they stand in its margins."""
    depth = _MARGIN * (sheet.bottom - sheet.top)
    rows = _rows(sheet.runs)
    for row in rows[:_ROWS]:
        if row[0].middle < sheet.top + depth:
            yield row
    for row in rows[-_ROWS:]:
        if row[0].middle > sheet.bottom - depth:
            yield row


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.middle):
        if rows and same_line(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.x0) for row in rows]


def _text(row: list[Run]) -> str:
    return " ".join(run.text for run in row)


def _key(row: list[Run]) -> Key:
    """The words of a row with its numbers left out, and its place."""
    return _DIGITS.sub("#", "".join(_text(row).split())), round(row[0].top / _GRAIN)
