"""Tables in the clean text: rows whose name, value, unit and growth stand in columns."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from policynlp.components.table_above import head_lines, title_lines
from policynlp.components.table_captions import Caption, read_caption
from policynlp.components.table_cells import Part, Value, read_value
from policynlp.components.table_columns import DATA, align, columns_of, joined
from policynlp.components.table_heads import Column, unit_of
from policynlp.components.table_lines import Line, find_blocks, may_hold_table

_NAME_LEAD = re.compile(
    r"^(?:其\s*中[:：]?|#|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.、])+"
)
_NAME_TAIL = re.compile(r"(?:[\[〔]\d{1,2}[\]〕]|[:：*])+$")


class Cell(NamedTuple):
    """One value of a table with all that its row, its column and the caption say of it."""

    value: Value
    unit: str
    name: Part
    column: Column
    caption: Caption
    noun: str
    region: Part | None
    period: Part | None


class Table(NamedTuple):
    """A table: its place in the clean text, from caption to last row, and its values."""

    start: int
    end: int
    cells: tuple[Cell, ...]


def find_tables(text: str) -> list[Table]:
    r"""Find the tables of a clean text, in order.

    >>> find_tables("表1 2030年产量\n产品名称 单位 产量 比上年增长%\n原煤 万吨 310 2.5")[0].cells[0].noun
    '产量'
    """
    if not may_hold_table(text):
        return []
    return [table for lines in find_blocks(text) if (table := _build(*lines))]


def _build(above: list[Line], rows: list[Line]) -> Table | None:
    """The table of a run of rows, None where nothing says that they are one."""
    heads = head_lines(above)
    titles = title_lines(above[: len(above) - len(heads)])
    if not heads and (len(rows) < 3 or any(len(row.cells) < 3 for row in rows)):
        # - 支部：461.4万个 is a line of a list
        return None
    caption = read_caption([joined([cell for cell in line.cells if cell.text]) for line in titles])
    columns = _aim(columns_of(heads), caption)
    cells: list[Cell] = []
    for row in rows:
        # 货物周转量（亿吨公里） gives its unit to 铁路 and 公路 below it
        unit = unit_of(row.cells[0])[1] if row.cells[0].text else ""
        caption = caption._replace(unit=unit) if unit else caption
        cells += _row_cells(row, columns, caption)
    if not cells and max(len(row.cells) for row in rows) < 3:
        return None
    first = (titles or heads or rows)[0]
    return Table(first.start, rows[-1].end, tuple(cells))


def _aim(columns: list[Column], caption: Caption) -> list[Column]:
    """Mark the columns of a table of targets, but for the base year that stands first."""
    if not caption.target:
        return columns
    dated = [column for column in columns if column.period]
    base = dated[0] if len(dated) > 1 else None
    return [column._replace(target=column is not base) for column in columns]


def _row_cells(row: Line, columns: list[Column], caption: Caption) -> Iterator[Cell]:
    """The values of a row under its columns."""
    name, unit, noun = Part("", ()), "", ""
    period: Part | None = None
    place = time = False
    for column, part in align(row, columns):
        if column.role in ("name", "place", "time"):
            name, unit, noun = _name(part), "", ""
            place, time = column.role == "place", column.role == "time"
        elif column.role == "unit":
            unit = part.text
        elif column.role in DATA and name.text and (value := read_value(part)):
            noun = noun if column.role == "change" else column.noun
            period = column.period or (period if _keeps_period(column) else None)
            yield Cell(
                value,
                _unit(value, unit, column, (name, caption)),
                name,
                column,
                caption,
                noun,
                region=name if place else column.head if column.role == "region" else None,
                period=name if time else period or caption.period,
            )


def _keeps_period(column: Column) -> bool:
    """True for 比上年增长% right of 2030年, not for 年均增长%."""
    return column.role == "change" and column.head is not None and "均" not in column.head.text


def _name(part: Part) -> Part:
    part = unit_of(part)[0]
    if match := _NAME_TAIL.search(part.text):
        part = part.cut(0, match.start())
    match = _NAME_LEAD.match(part.text)
    return part.cut(match.end(), len(part.text)) if match else part


def _unit(value: Value, unit: str, column: Column, place: tuple[Part, Caption]) -> str:
    name, caption = place
    # 企业个数 counts, though the caption says 金额单位：亿元
    pieces = column.noun.endswith("个数") and not caption.unit.endswith("个")
    found = value.unit or column.unit or unit or ("个" if pieces else caption.unit)
    return found or ("点" if name.text.endswith("指数") else "")
