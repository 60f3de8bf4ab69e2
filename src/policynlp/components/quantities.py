"""Quantities of running text: a number with its scale, unit and hedges, and their value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from policynlp.components.quantity_patterns import HEDGES, TRIGGERS, compile_finder, compile_guards, compile_hedges
from policynlp.components.quantity_values import read_quantity, to_value
from policynlp.lexicons import load_forms
from policynlp.normalize.units import load_units
from policynlp.schema import Mention

LABEL = "QUANTITY"
_KINDS = ("digits", "chinese", "share", "part", "half", "figures", "fraction", "ratio")
_LIST = re.compile(r"[、和与及或]|以及")
_RANGE = re.compile(r"[-—–~～至到]|——")
_FROM = re.compile(r"[由从][^，。；、\n]{0,12}$")
_INDEX = re.compile(r"(?:指数|得分)[^，。；、\d\n]{0,6}$")
_COEFFICIENT = re.compile(r"(?:系数|比值)[^，。；、\d\n]{0,6}$")
_LIMITED = re.compile(r"(?:[、和])?(?:项目|企业|工业|园区|产业|输变电|输电|重大|重点|龙头|工程)")
_QUOTED = re.compile(r"“[^”\n]{0,12}$")
_NOT_NEAR = "最附邻临靠亲相"
_CALENDAR = re.compile(r"[年月日号]|周年|世纪|时(?!代)")
_LEVELS = "省市县乡村镇区央"
# counters that lone small numerals in characters may take; others make words (三期, 二线, 五类)
_SMALL = re.compile(r"[一二两三四五六七八九十]")
_COUNTED = frozenset("个项条种件次座所家名人户台辆套场处支部张位天岁倍成番元斤亩吨公里米小时人次")


@dataclass(slots=True)
class Found:
    """A number as the pattern found it; a neighbour may give it its unit or its upper end."""

    kind: str
    start: int
    end: int
    number: str
    more: str = ""
    unit: str = ""
    units: list[tuple[int, int]] = field(default_factory=list)
    before: str = ""
    after: str = ""
    high: "Found | None" = None


class QuantityFinder:
    """Find the quantities of a clean text; one object serves any number of texts."""

    def __init__(self) -> None:
        self.pattern = compile_finder()
        self.guards = compile_guards()
        self.hedges = compile_hedges()
        self.hedge_ends = frozenset(form[-1] for form in HEDGES)
        self.no_units = frozenset(load_forms("unit_guards"))

    def find(self, text: str) -> list[Mention]:
        """All quantities in order; none crosses a line."""
        numbers = self._share(text, list(self._numbers(text)))
        return [self._mention(found) for found in numbers if self._is_quantity(text, found)]

    def _numbers(self, text: str) -> Iterator[Found]:
        for match in self.pattern.finditer(text):
            kind = "digits" if match["digits"] else next(kind for kind in _KINDS if match[kind])
            found = Found(kind, match.start(), match.end(kind), match[kind])
            if kind == "digits" and match["unit"] is None and _CALENDAR.match(text, found.end):
                continue
            if kind == "chinese" and self.guards.match(text, found.start):
                continue
            self._read_tail(match, found)
            self._read_hedge(text, found)
            yield found

    def _read_tail(self, match: re.Match[str], found: Found) -> None:
        unit = match["unit"]
        if match["more"]:
            found.more, found.end = match["more"] + (match["scale"] or ""), match.end("scale" if match["scale"] else "more")
        if unit and unit not in self.no_units:
            found.unit, found.end = unit, match.end("unit")
            found.units.append(match.span("unit"))
        elif unit:
            return
        if match["more2"] and not found.more:
            found.more, found.end = match["more2"], match.end("more2")
        if match["after"] and (match["after"] != "内" or load_units_dimension(found.unit) == "time"):
            found.after, found.end = match["after"], match.end("after")
        if found.kind == "share":
            found.units = [(found.start, found.start + found.number.index("之") + 1)]

    def _read_hedge(self, text: str, found: Found) -> None:
        start = found.start
        last = text[start - 1 : start]
        if last in self.hedge_ends and (match := self.hedges.search(text[max(0, start - 4) : start])):
            hedge = match.group()
            if hedge != "近" or text[start - 2 : start - 1] not in _NOT_NEAR:
                found.before, found.start = hedge, start - len(hedge)
        elif last in "上过" and last and found.kind == "chinese" and found.number[0] in "百千万亿":
            # 上千万, 产值过千亿元; not 迈上千亿元台阶, 超过 (a hedge of the list)
            if text[start - 2 : start - 1] not in "以迈跃登踏跨越经通":
                found.before, found.start = last, start - 1

    def _share(self, text: str, numbers: list[Found]) -> list[Found]:
        """Join the ends of ranges and lend units backwards along lists: 1.3和0.8个百分点."""
        kept: list[Found] = []
        for found in reversed(numbers):
            after = kept[-1] if kept else None
            gap = text[found.end : after.start] if after and after.start - found.end <= 2 else ""
            if after and gap and not after.before and _RANGE.fullmatch(gap) and _is_range(text, found, after):
                kept[-1] = _join(found, after)
            else:
                if after and gap and _LIST.fullmatch(gap) and _is_bare(found) and after.unit:
                    found = _lend(found, after)
                kept.append(found)
        return kept[::-1]

    def _is_quantity(self, text: str, found: Found) -> bool:
        if found.after and found.unit and _LIMITED.match(text, found.end):
            # 5000万元以上项目: the limit belongs to the name
            return False
        if found.kind == "chinese":
            return _is_counted(text, found)
        if found.kind != "digits":
            return True
        if text[max(0, found.start - 1) : found.start] == "第":
            return False
        if not found.unit:
            return _is_bare_quantity(text, found)
        return not _is_rank(text, found)

    def _mention(self, found: Found) -> Mention:
        reading = read_quantity(found.kind, found.number, found.more, found.unit)
        high = found.high and read_quantity(found.high.kind, found.high.number, found.high.more, found.high.unit)
        value: dict[str, Any] = dict(to_value(reading, high or None, found.before, found.after))
        unit_start, unit_end = found.units[-1] if found.units else (None, None)
        hedge = found.before if found.before in TRIGGERS else None
        value |= {
            "unit_start": unit_start,
            "unit_end": unit_end,
            "units": [list(span) for span in found.units],
            "hedge": hedge,
            "hedge_start": found.start if hedge else None,
            "hedge_end": found.start + len(hedge) if hedge else None,
        }
        return Mention(found.start, found.end, LABEL, value)


def load_units_dimension(unit: str) -> str:
    """Dimension of a simple unit, empty where there is none."""
    found = load_units().get(unit)
    return found.dimension if found else ""


def find_quantities(text: str) -> list[Mention]:
    """Find the quantities of a clean text with a finder of one's own."""
    return QuantityFinder().find(text)


def _is_bare(found: Found) -> bool:
    return found.kind in ("digits", "chinese") and not found.unit and not found.after


def _is_range(text: str, low: Found, high: Found) -> bool:
    """5%—6% is a range; 由3%到5% are two ends of a move."""
    if low.kind != high.kind or low.after or low.more or low.high or high.high or (low.unit and low.unit != high.unit):
        return False
    if not (high.unit or high.kind in ("share", "part", "fraction")):
        return False
    return text[low.end : high.start] not in "至到" or not _FROM.search(text[max(0, low.start - 12) : low.start])


def _join(low: Found, high: Found) -> Found:
    number = low.number if low.unit else _with_scale(low.number, high.number)
    joined = replace(low, number=number, end=high.end, unit=high.unit, units=low.units + high.units, after=high.after)
    joined.high = replace(high, units=[])
    return joined


def _lend(found: Found, after: Found) -> Found:
    return replace(found, number=_with_scale(found.number, after.number), unit=after.unit)


def _with_scale(number: str, other: str) -> str:
    """Lend the scale: 3.5至4亿 -> 3.5亿; 8000至1.2万 keeps 8000."""
    scale = other.lstrip("-0123456789.,")
    if not scale or not number[-1].isdigit() or not scale.strip("十百千万亿") == "":
        return number
    large = number.lstrip("-").replace(",", "").split(".")[0]
    return number if len(large) > max(3, len(other.split(scale)[0].split(".")[0]) + 1) else number + scale


def _is_counted(text: str, found: Found) -> bool:
    """Numerals in characters: 三个项目 counts, 三期, 一批, “四个全面” do not."""
    number, unit = found.number, found.unit
    if text[found.start - 1 : found.start] in ("第", "前", "几", "数") and found.start:
        return False
    if not unit:
        return bool(number[-1] in "万亿" and (number.strip("百千万亿") or found.before) or found.more and len(number) > 1)
    if number == "一" or number in ("几", "数"):
        return unit in ("番", "成", "倍") and text[found.end : found.end + 1] not in "套批" or found.before in ("至少", "不少于")
    if not number.strip("百千万亿"):
        return bool(found.before or found.more or unit in ("亩",) or len(number) > 1)
    dimension = load_units_dimension(unit)
    if dimension in ("count", "person", "level") and _QUOTED.search(text[max(0, found.start - 13) : found.start]):
        return False
    if unit == "级":
        return text[found.start - 1 : found.start] in _LEVELS
    return number != "二" and (unit in _COUNTED or not _SMALL.fullmatch(number) or dimension not in ("count", "person", "level", "index"))


def _is_bare_quantity(text: str, found: Found) -> bool:
    """A number without a counter: with a scale (577.7万农村人口), with 多 or 余, or an index."""
    if _CALENDAR.match(text, found.end):
        return False
    if found.number[-1] in "万亿" or (found.more and "\u4e00" <= text[found.end : found.end + 1] <= "\u9fff"):
        return True
    before = text[max(0, found.start - 14) : found.start]
    if _INDEX.search(before):
        found.unit = "点"
        return True
    return "." in found.number and bool(_COEFFICIENT.search(before))


def _is_rank(text: str, found: Found) -> bool:
    """前3位, 居全省第2位, “28条” are no counts."""
    if found.unit == "年":
        return "." not in found.number
    before, after = text[max(0, found.start - 2) : found.start], text[found.end : found.end + 1]
    if found.unit in ("位", "名", "强", "席") and (before.endswith("前") or "第" in before):
        return True
    return found.unit == "条" and (before.endswith("“") or after == "”")
