"""Tables in the clean text: rows whose name, value, unit and growth stand in columns."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from policynlp.components.table_cells import Part, Value, cells_of, is_cell, is_unit, read_value, split_unit
from policynlp.components.table_heads import Caption, Column, is_caption, is_head_line, is_unit_line, read_caption, read_column

_HINT = re.compile(r"(?:[ \t|]|^)[-+]?\d[\d,.]*%?[ \t]*(?:$|\||[ \t][—\d-])", re.M)
_PROSE = re.compile(r"[。；！？]|，[^，]*，")
_HEADING = re.compile(r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章节篇]|#)")
_LEADER = re.compile(r"\.{4,}|…{2,}|·{4,}")
_RULE = re.compile(r"[\s|:—-]+")
_NAME_LEAD = re.compile(r"^(?:其\s*中[:：]?|#|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.、])+")
_NAME_TAIL = re.compile(r"(?:[\[〔]\d{1,2}[\]〕]|[:：*])+$")
_LONGEST = 200
_HEAD_LINES = 6
_DATA = ("level", "change", "region", "group")


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


class _Line(NamedTuple):
    start: int
    end: int
    cells: list[Part]
    piped: bool


def find_tables(text: str) -> list[Table]:
    """Find the tables of a clean text, in order.

    >>> find_tables("表1 2030年产量\\n产品名称 单位 产量 比上年增长%\\n原煤 万吨 310 2.5")[0].cells[0].noun
    '产量'
    """
    if not _HINT.search(text):
        return []
    return [table for lines in _blocks(text) if (table := _build(*lines))]


def _blocks(text: str) -> Iterator[tuple[list[_Line], list[_Line]]]:
    """Yield the lines over each run of rows, and the rows."""
    above: list[_Line] = []
    rows: list[_Line] = []
    for line in _lines(text):
        if line is None:
            if rows:
                yield above, rows
            above, rows = [], []
        elif _is_row(line):
            rows.append(line)
        elif rows and not _opens(line):
            # 一、农产品产量 between the rows, or a row with no values
            continue
        else:
            if rows:
                yield above, rows
                above, rows = [], []
            above = [*above[1 - _HEAD_LINES :], line]
    if rows:
        yield above, rows


def _lines(text: str) -> Iterator[_Line | None]:
    """Lines that may belong to a table, None for prose between them."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if len(line) > _LONGEST and "|" not in line or _PROSE.search(line) and line.count("|") < 2 or _LEADER.search(line):
            yield None
        elif line and not _RULE.fullmatch(line):
            yield _Line(start, end, cells_of(line, start), "|" in line)
        start = end + 1


def _opens(line: _Line) -> bool:
    """True for what can only stand over the rows of a new table."""
    text = "".join(cell.text for cell in line.cells)
    return is_unit_line(text) or bool(is_caption(text) or _HEADING.match(text) and not line.piped) or is_head_line(line.cells)


def _is_row(line: _Line) -> bool:
    """True for a name, then values with signs for none and units between them."""
    if len(line.cells) < 2 or not line.cells[-1].text and not line.piped:
        return False
    texts = [cell.text for cell in line.cells]
    values = [bool(is_cell(text)) for text in texts[1:]]
    if line.piped:
        return any(values) and not is_head_line(line.cells)
    if not any(values) or is_cell(texts[0]):
        return False
    first = values.index(True) + 1
    return all(is_cell(text) or is_unit(text) for text in texts[first:])


def _build(above: list[_Line], rows: list[_Line]) -> Table | None:
    """The table of a run of rows, None where nothing says that they are one."""
    heads = _head_lines(above)
    titles = _title_lines(above[: len(above) - len(heads)])
    columns = [read_column(part) for part in _stack(heads)]
    if not any(column.role in ("name", "place", "time") for column in columns):
        columns = [Column("name"), *columns]
    if not heads and (len(rows) < 3 or any(len(row.cells) < 3 for row in rows)):
        # - 支部：461.4万个 is a line of a list
        return None
    caption = read_caption([part for line in titles for part in [_whole(line)]])
    cells = [cell for row in rows for cell in _row_cells(row, columns, caption)]
    if not cells and max(len(row.cells) for row in rows) < 3:
        return None
    first = (titles or heads or rows)[0]
    return Table(first.start, rows[-1].end, tuple(cells))


def _head_lines(above: list[_Line]) -> list[_Line]:
    """The lowest lines that hold heads of columns."""
    heads: list[_Line] = []
    for line in reversed(above):
        text = "".join(cell.text for cell in line.cells)
        if is_unit_line(text) and heads or not is_head_line(line.cells):
            break
        heads.insert(0, line)
    return heads


def _title_lines(above: list[_Line]) -> list[_Line]:
    """Caption and unit over the heads: two lines, none above one that is a caption by its form."""
    titles: list[_Line] = []
    for line in reversed(above[-3:]):
        text = "".join(cell.text for cell in line.cells)
        if _HEADING.match(text):
            break
        titles.insert(0, line)
        if not is_unit_line(text):
            break
    return titles


def _whole(line: _Line) -> Part:
    parts = [cell for cell in line.cells if cell.text]
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.join(part)
    return whole


def _stack(heads: list[_Line]) -> list[Part]:
    """One head a column from the lines of heads, one below the other or one after the other."""
    if len(heads) > 1 and all(line.piped and len(line.cells) == len(heads[0].cells) for line in heads):
        return [_joined([line.cells[i] for line in heads]) for i in range(len(heads[0].cells))]
    parts: list[Part] = []
    for part in (cell for line in heads for cell in line.cells):
        if parts and parts[-1].text.endswith(("比", "较", "为")):
            parts[-1] = parts[-1].join(part)
        else:
            parts.append(part)
    return parts


def _joined(parts: list[Part]) -> Part:
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.join(part)
    return whole


def _row_cells(row: _Line, columns: list[Column], caption: Caption) -> Iterator[Cell]:
    """The values of a row under its columns."""
    name, unit, noun = Part("", ()), "", ""
    place = time = False
    for column, part in _align(row, columns):
        if column.role in ("name", "place", "time"):
            name, unit, noun = _name(part), "", ""
            place, time = column.role == "place", column.role == "time"
        elif column.role == "unit":
            unit = part.text
        elif column.role in _DATA and name.text and (value := read_value(part)):
            noun = noun if column.role == "change" else column.noun
            cell = Cell(value, _unit(value, unit, column, caption), name, column, caption, noun, None, None)
            yield cell._replace(
                region=name if place else column.head if column.role == "region" else None,
                period=name if time else column.period or caption.period,
            )


def _name(part: Part) -> Part:
    if match := _NAME_TAIL.search(part.text):
        part = part.cut(0, match.start())
    match = _NAME_LEAD.match(part.text)
    return part.cut(match.end(), len(part.text)) if match else part


def _unit(value: Value, unit: str, column: Column, caption: Caption) -> str:
    return value.unit or column.unit or unit or caption.unit


def _align(row: _Line, columns: list[Column]) -> list[tuple[Column, Part]]:
    """Each cell with its column; nothing where they cannot be told apart."""
    if row.piped:
        return _align_piped(row, columns)
    cells = _gather(row, any(column.role == "unit" for column in columns))
    data = [column for column in columns if column.role in _DATA]
    lead = [column for column in columns if column.role not in _DATA and column.role != "aside"]
    if not any(column.role == "unit" for column in columns) and cells[1].text:
        lead = [*lead[:1], Column("unit")]
    values = cells[2:]
    extra = len(values) - len(data)
    if extra > 0 and _own_units(values[:extra]) or not data:
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


def _align_piped(row: _Line, columns: list[Column]) -> list[tuple[Column, Part]]:
    if len(row.cells) == len(columns):
        return list(zip(columns, row.cells, strict=True))
    filled = [cell for cell in row.cells if cell.text]
    known = [column for column in columns if column.role != "aside" or column.head]
    return list(zip(known, filled, strict=True)) if len(filled) == len(known) else []


def _gather(row: _Line, has_unit: bool) -> list[Part]:
    """Name, unit (may be empty) and values of a row of words: 铁路 | 亿吨 | 39.0 | -0.7."""
    cells = row.cells
    first = next(i for i, cell in enumerate(cells) if i and is_cell(cell.text))
    lead = cells[:first]
    unit = Part("", ())
    if len(lead) > 1 and (has_unit or is_unit(lead[-1].text)):
        unit = lead.pop()
    values: list[Part] = []
    for cell in cells[first:]:
        if is_cell(cell.text) or not values:
            values.append(cell)
        else:
            values[-1] = values[-1].join(cell)
    return [_joined(lead), unit, *values]


def table_claims(table: Table) -> list[dict[str, Any]]:
    """Turn the values of a table into the parts of claims, one a value, JSON values only."""
    return [claim for cell in table.cells if (claim := _claim(cell))]


def _claim(cell: Cell) -> dict[str, Any] | None:
    quantity = _quantity(cell)
    change = cell.column.role == "change"
    # 比上年涨跌幅度 over 全国 城市 农村: the caption says what the columns hold
    moved = not change and cell.column.role in ("region", "group")
    trigger = cell.column.trigger if change else cell.caption.trigger if moved else None
    if not quantity["unit"] and not trigger and not cell.column.head:
        return None
    direction = cell.column.direction if change else cell.caption.direction if trigger else None
    baseline = cell.column.baseline if change else cell.caption.baseline if trigger else None
    return {
        "kind": "change" if trigger else "level",
        "direction": _signed(cell.value.number) if direction == "sign" else direction,
        "indicator": {"text": _indicator(cell), "start": cell.name.start, "end": cell.name.end},
        "trigger": _part(trigger),
        "quantity": quantity,
        "period": _part(cell.period),
        "baseline": _part(baseline),
        "region": _part(cell.region),
        "modality": "target" if cell.column.target or cell.caption.target else None,
    }


def _signed(number: Decimal) -> str:
    return "stable" if not number else "increase" if number > 0 else "decrease"


def _indicator(cell: Cell) -> str:
    """男装 + 产量, 城市 + 居民消费价格; 货物出口额 as it stands under 出口额."""
    name = cell.name.text
    if cell.column.role == "group":
        return cell.noun + name
    if cell.period is cell.name:
        return cell.noun
    return name if cell.noun in name else name + cell.noun


def _quantity(cell: Cell) -> dict[str, Any]:
    unit, power = split_unit(cell.unit)
    number = cell.value.number.scaleb(power)
    part = cell.value.part
    return {
        "text": part.text,
        "start": part.start,
        "end": part.end,
        "value": int(number) if number == number.to_integral_value() else float(number),
        "high": None,
        "unit": unit,
        "relation": cell.value.relation,
    }


def _part(part: Part | None) -> dict[str, Any] | None:
    return {"text": part.text, "start": part.start, "end": part.end} if part else None
