"""Values of tables as the parts of claims: kind, indicator, quantity, times and place."""

from decimal import Decimal
from typing import Any

from policynlp.components.table_cells import Part, split_unit
from policynlp.components.table_words import last_match
from policynlp.components.tables import Cell, Table


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
        "modality": "target" if cell.column.target else None,
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
    measured = name.endswith(("额", "量", "值", "数", "率")) and not last_match("share", cell.noun)
    return name if measured or cell.noun in name else name + cell.noun


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
