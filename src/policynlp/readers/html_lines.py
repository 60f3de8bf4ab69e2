"""The lines of a piece of a web page: a block a line, a row of a table a line."""

from collections.abc import Iterator
from typing import Any

from policynlp.readers.headings import Headings
from policynlp.readers.html_inline import INLINE, Line, text_of, written_lines
from policynlp.readers.html_tables import HEADS, is_frame, table_lines

_LISTS = ("ul", "ol")
_WRITTEN = ("pre", "listing", "xmp")
_BLOCKS = ("p", "div", "table")


def lines_of(content: Any) -> list[str]:
    """Give the lines of an element, without recursion: pages nest as deep as they like."""
    headings, line = Headings(), Line()
    lines: list[str] = []
    todo: list[tuple[Any, str]] = [(content, "open")]
    while todo:
        element, step = todo.pop()
        if step == "tail":
            line.pieces.append(element.tail or "")
        elif step == "close":
            lines += _close(element, line)
        elif (whole := _whole(element, headings, first=not lines)) is not None:
            lines += line.end()
            lines += _marked(whole, line)
        else:
            lines += _open(element, line)
            todo += _inside(element)
    return lines + list(line.end())


def _whole(element: Any, headings: Headings, *, first: bool) -> list[str] | None:
    """The lines of a heading, a table or a written text; None of what is gone through."""
    if element.tag in HEADS:
        return list(_heading(element, headings, first=first))
    if element.tag == "table" and not is_frame(element):
        return table_lines(element)
    if element.tag in _WRITTEN and all(element.find(f".//{tag}") is None for tag in _BLOCKS):
        return written_lines(element)
    return None


def _marked(lines: list[str], line: Line) -> list[str]:
    """A number of a list that waits for text goes before a heading; a table takes none."""
    marker, line.marker = line.marker, ""
    if not lines or not marker[:1].isdigit() or lines[0].startswith("|"):
        return lines
    return [marker + lines[0].lstrip("# "), *lines[1:]]


def _open(element: Any, line: Line) -> Iterator[str]:
    if element.tag not in INLINE:
        yield from line.end()
    if element.tag == "li" and element.getparent().tag in _LISTS:
        line.begin_item(element.getparent())
    if isinstance(element.tag, str):
        line.pieces.append(element.text or "")


def _close(element: Any, line: Line) -> Iterator[str]:
    yield from line.end()
    if element.tag == "li":
        line.marker = ""


def _inside(element: Any) -> Iterator[tuple[Any, str]]:
    """What is to do inside an element, last first."""
    if element.tag not in INLINE:
        yield element, "close"
    for child in reversed(element):
        yield child, "tail"
        yield child, "open"


def _heading(element: Any, headings: Headings, *, first: bool) -> Iterator[str]:
    text = text_of(element)
    if text and first and element.tag == "h1":  # the title of the page
        yield text
    elif text:
        yield headings.line(text, HEADS[element.tag])
