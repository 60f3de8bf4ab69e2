"""Quantities of running text: a number with its scale, unit and hedges, and their value."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from policynlp.components.quantity_patterns import (
    HEDGES,
    TRIGGERS,
    compile_finder,
    compile_guards,
    compile_hedges,
)
from policynlp.lexicons import load_forms
from policynlp.normalize.numerals import parse_interval, parse_number, to_json
from policynlp.normalize.units import Unit, read_unit, to_base
from policynlp.schema import Mention

LABEL = "QUANTITY"
_LIST = re.compile(r"[、和与及或]|以及|，")
_RANGE = re.compile(r"[-—–~～至到]")
_FROM = re.compile(r"[由从自][^，。；、]*$")
_RANGE_TAIL = re.compile(r"[由从自][^，。；\n]{0,20}$")
_INDEX = re.compile(r"(?:指数|系数|基尼系数|得分)[^，。；、\d\n]{0,6}$")
_LIMIT = re.compile(r"(?:的?(?:项目|企业|工业|园区|产业|输变电|输电|农产品|重大|重点|服务业|大?[个]?电网))")
_RANK = re.compile(r"[前第列居]$")
_LEVELS = "省市县乡村镇区央"
_TIME_AFTER = re.compile(r"[年月日号]|周年|周岁以?年|世纪")
_QUOTED = re.compile(r"“[^”\n]{0,12}$")
_SMALL = re.compile(r"[一二两三四五六七八九十]{1,3}")
_LONE_SCALE = re.compile(r"[十百千万亿]")


@dataclass(slots=True)
class Found:
    """A number as the pattern found it; ``number`` and ``unit`` may come from a neighbour."""

    kind: str
    start: int
    end: int
    number: str
    more: str = ""
    unit: str = ""
    unit_at: tuple[int, int] | None = None
    after: str = ""
    before: str = ""
    high: "Found | None" = None
    from_neighbour: bool = False
