"""Tables of a web page: which are data, and their cells."""

from collections.abc import Iterator
from typing import Any

from policynlp.readers.grid import MOST, Cell, lay_out
from policynlp.readers.html_inline import INLINE, Line, text_of

HEADS = {f"h{level}": level for level in range(1, 7)}


def is_frame(table: Any) -> bool:
    """True for a table around tables or headings, as old pages use it to set the page."""
    return any(next(table.iter(tag), table) is not table for tag in HEADS) or (
        table.find(".//table") is not None
    )


def table_lines(table: Any) -> list[str]:
    """A row a line; the caption above them."""
    caption = table.find("caption")
    rows = [[_cell(cell) for cell in row.iterchildren("td", "th")] for row in table.iter("tr")]
    if caption is not None:
        width = max((sum(cell.columns for cell in row) for row in rows), default=1)
        rows.insert(0, [Cell(text_of(caption), 1, width)])
    return lay_out([row for row in rows if row])


def _cell(cell: Any) -> Cell:
    lines: list[str] = []
    line = Line()
    for event, element in _walk(cell):
        if event == "end":
            line.pieces.append(element.tail or "" if element is not cell else "")
        elif element.tag not in INLINE or element is cell:
            lines += line.end()
            line.pieces.append(element.text or "")
        else:
            line.pieces.append(element.text or "")
    lines += line.end()
    return Cell("\n".join(lines), _span(cell, "rowspan"), _span(cell, "colspan"))


def _walk(element: Any) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    yield from etree.iterwalk(element, events=("start", "end"))


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()[:4]
    return min(max(int(value), 1), MOST) if value.isdecimal() else 1
