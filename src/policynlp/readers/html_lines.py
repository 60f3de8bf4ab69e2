"""The lines of a piece of a web page: a block a line, a row of a table a line."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from policynlp.readers.grid import MOST, Cell, join_lines, lay_out
from policynlp.readers.headings import Headings

_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
     "ins", "kbd", "label", "mark", "nobr", "o:p", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
     "strong", "sub", "sup", "time", "tt", "u", "var", "wbr")
)  # fmt: skip
_HEADS = {f"h{level}": level for level in range(1, 7)}
_WRAP = re.compile(r"[ \t\f]*[\r\n]+[ \t\f]*")
_SPACES = re.compile(r"[ \t\f]{2,}")
_LISTS = ("ul", "ol")


class _Line:
    """The line that is being written; text between two blocks goes on with it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.items: Counter[Any] = Counter()  # of each list, so far

    def end(self) -> Iterator[str]:
        """Give the line if there is one, and begin the next."""
        text = "".join(self.pieces)
        self.pieces = []
        text = join_lines(_WRAP.split(text)) if "\n" in text or "\r" in text else text
        text = _SPACES.sub(" ", text).strip()
        if text:
            yield text


def lines_of(content: Any) -> list[str]:
    """Give the lines of an element, without recursion: pages nest as deep as they like."""
    headings, line = Headings(), _Line()
    lines: list[str] = []
    todo: list[tuple[Any, str]] = [(content, "open")]
    while todo:
        element, step = todo.pop()
        if step == "tail":
            line.pieces.append(element.tail or "")
        elif step == "close":
            lines += line.end()
        elif element.tag in _HEADS:
            lines += line.end()
            lines += _heading(element, headings, first=not lines)
        elif element.tag == "table" and not _is_frame(element):
            lines += line.end()
            lines += lay_out(_rows(element))
        else:
            lines += _open(element, line)
            todo += _inside(element)
    return lines + list(line.end())


def _open(element: Any, line: _Line) -> Iterator[str]:
    if element.tag not in _INLINE:
        yield from line.end()
    if element.tag == "li" and element.getparent().tag in _LISTS:
        line.pieces.append(_marker(element.getparent(), line))
    if isinstance(element.tag, str):
        line.pieces.append(element.text or "")


def _inside(element: Any) -> Iterator[tuple[Any, str]]:
    """What is to do inside an element, last first."""
    if element.tag not in _INLINE:
        yield element, "close"
    for child in reversed(element):
        yield child, "tail"
        yield child, "open"


def _heading(element: Any, headings: Headings, *, first: bool) -> Iterator[str]:
    text = _text(element)
    if text and first and element.tag == "h1":  # the title of the page
        yield text
    elif text:
        yield headings.line(text, _HEADS[element.tag])


def _marker(items: Any, line: _Line) -> str:
    line.items[items] += 1
    return "- " if items.tag == "ul" else f"{line.items[items]}. "


def _is_frame(table: Any) -> bool:
    """True for a table around tables or headings, as old pages use it to set the page."""
    return any(next(table.iter(tag), table) is not table for tag in _HEADS) or (
        table.find(".//table") is not None
    )


def _rows(table: Any) -> list[list[Cell]]:
    caption = table.find("caption")
    rows = [[_cell(cell) for cell in row.iterchildren("td", "th")] for row in table.iter("tr")]
    if caption is not None:
        width = max((sum(cell.columns for cell in row) for row in rows), default=1)
        rows.insert(0, [Cell(_text(caption), 1, width)])
    return [row for row in rows if row]


def _cell(cell: Any) -> Cell:
    lines: list[str] = []
    line = _Line()
    for event, element in _walk(cell):
        if event == "end":
            line.pieces.append(element.tail or "" if element is not cell else "")
        elif element.tag not in _INLINE or element is cell:
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


def _text(element: Any) -> str:
    return join_lines(["".join(element.itertext())])
