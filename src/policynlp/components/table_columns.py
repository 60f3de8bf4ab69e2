"""Columns of a table, and which cell of a row stands in which."""

import re

from policynlp.components.table_cells import Part, is_cell, is_unit, read_value
from policynlp.components.table_heads import Column, read_column
from policynlp.components.table_lines import Line
from policynlp.components.table_words import row_of

DATA = ("level", "change", "region", "group")
_SPLIT = re.compile(r"-?\d{1,3} \d{3}[^\d.,%]+|-?\d+\. \d+")  # 25 513万头, 1. 4


def columns_of(heads: list[Line]) -> list[Column]:
    """Read the columns from the lines of heads; the first is the name of the row."""
    columns: list[Column] = []
    for part in _stack(heads):
        column = read_column(part)
        if part.text.startswith("其中") and columns and not column.noun:
            column = column._replace(noun=columns[-1].noun)
        columns.append(column)
    if any(column.role in ("name", "place", "time") for column in columns):
        return columns
    return [Column("name"), *columns]


def _stack(heads: list[Line]) -> list[Part]:
    """One head a column from the lines of heads, one below the other or one after the other."""
    if len(heads) > 1 and all(
        line.piped and len(line.cells) == len(heads[0].cells) for line in heads
    ):
        return [joined([line.cells[i] for line in heads]) for i in range(len(heads[0].cells))]
    if len(heads) == 2 and (spread := _spread(*(line.cells for line in heads))):
        return spread
    parts: list[Part] = []
    for part in (cell for line in heads for cell in line.cells):
        if parts and (
            parts[-1].text.endswith(("比", "较", "为")) or part.text.startswith(("（", "("))
        ):
            parts[-1] = parts[-1].join(part)
        else:
            parts.append(part)
    return parts


def _spread(above: list[Part], below: list[Part]) -> list[Part]:
    """行业 合同 金额 over 个数 增长% 绝对数 增长%: each upper head holds for as many lower ones."""
    named = row_of(above[0].text)
    wide, rest = divmod(len(below), max(len(above) - 1, 1))
    if not named or named["role"] != "name" or len(above) < 3 or rest or wide < 2:
        return []
    firsts, others = below[::wide], [part for i, part in enumerate(below) if i % wide]
    if not all(read_column(part).role == "change" for part in others):
        return []
    heads = [
        above[1 + i // wide]
        if part in firsts and _is_plain(part)
        else above[1 + i // wide].join(part)
        for i, part in enumerate(below)
    ]
    return [above[0], *heads]


def _is_plain(head: Part) -> bool:
    """True for 绝对数, which names nothing."""
    row = row_of(head.text)
    return bool(row and row["role"] == "plain")


def joined(parts: list[Part]) -> Part:
    """One part of several."""
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.join(part)
    return whole


def align(row: Line, columns: list[Column]) -> list[tuple[Column, Part]]:
    """Each cell with its column; nothing where they cannot be told apart."""
    if row.piped:
        return _align_piped(row, columns)
    cells = _gather(row, any(column.role == "unit" for column in columns))
    data = [column for column in columns if column.role in DATA]
    lead = [column for column in columns if column.role not in DATA and column.role != "aside"]
    if not any(column.role == "unit" for column in columns) and cells[1].text:
        lead = [*lead[:1], Column("unit")]
    values = cells[2:]
    if len(values) == len(data) + 1 and not cells[1].text and read_value(values[0]) is None:
        # 鞋类 —— — — 297 17.2: no unit stands where the unit is
        values = values[1:]
    extra = len(values) - len(data)
    if (extra > 0 and _own_units(values[:extra])) or not data:
        # the head of the first column is cut away: 纱 351 万吨 9.1 under 比上年增长%
        data = [Column("level")] * (1 if not data else extra) + data
        values = values[: len(data)]
    if len(values) != len(data) or len(lead) > 2:
        return []
    named = [(lead[0], cells[0])]
    if cells[1].text:
        named.append((Column("unit"), cells[1]))
    return named + list(zip(data, values, strict=True))


def _own_units(values: list[Part]) -> bool:
    return all((value := read_value(part)) and value.unit for part in values)


def _align_piped(row: Line, columns: list[Column]) -> list[tuple[Column, Part]]:
    if len(row.cells) == len(columns):
        return list(zip(columns, row.cells, strict=True))
    filled = [cell for cell in row.cells if cell.text]
    known = [column for column in columns if column.role != "aside" or column.head]
    return list(zip(known, filled, strict=True)) if len(filled) == len(known) else []


def _gather(row: Line, has_unit: bool) -> list[Part]:
    """Name, unit (may be empty) and values of a row of words: 铁路 | 亿吨 | 39.0 | -0.7."""
    cells = row.cells
    first = next(i for i, cell in enumerate(cells) if i and is_cell(cell.text))
    lead = cells[:first]
    unit = Part("", ())
    if len(lead) > 1 and (has_unit or is_unit(lead[-1].text)):
        unit = lead.pop()
    values: list[Part] = []
    for cell in cells[first:]:
        if (
            is_cell(cell.text)
            and not (values and _SPLIT.fullmatch(f"{values[-1].text} {cell.text}"))
        ) or not values:
            values.append(cell)
        else:
            values[-1] = values[-1].join(cell)
    return [joined(lead), unit, *values]
