"""The lines above the rows of a table: which hold the heads of columns, which the caption."""

from policynlp.components.table_captions import is_unit_line
from policynlp.components.table_heads import is_head_line
from policynlp.components.table_lines import HEADING, Line


def head_lines(above: list[Line]) -> list[Line]:
    """The lowest lines that hold heads of columns."""
    heads: list[Line] = []
    for line in reversed(above):
        text = "".join(cell.text for cell in line.cells)
        if (is_unit_line(text) and heads) or not is_head_line(line.cells):
            break
        heads.insert(0, line)
    return heads


def title_lines(above: list[Line]) -> list[Line]:
    """Caption and unit over the heads: two lines, none above one that is a caption by its form."""
    titles: list[Line] = []
    for line in reversed(above[-3:]):
        text = "".join(cell.text for cell in line.cells)
        if HEADING.match(text):
            break
        titles.insert(0, line)
        if not is_unit_line(text):
            break
    return titles
