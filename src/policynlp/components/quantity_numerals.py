"""Numerals in characters that count something: 三个项目, not 三期 or 一批."""

import re

from policynlp.components.quantity_found import Found, dimension_of, is_since

_QUOTED = re.compile(r"“[^”\n]{0,12}$")
_MEETING = re.compile(
    r"(?:[、和][一二三四五六七八九十]+次)*"
    r"(?:会议|全会|全委|全体|代表大会|党代|党员|国民|革命|浪潮|世界大战)"
)
_LEVELS = "省市县乡村镇区央"
_SCALES = "十百千万亿"
# counters that lone small numerals in characters may take; others make words (三期, 二线, 五类)
_COUNTED = frozenset("个项条种件次座所家名人户台辆套场处支部张位天岁倍成番元斤亩吨米")
# 十九届二中全会, 二十五期: what these count stands in a row
_ORDINAL = frozenset(("届", "期", "轮", "环", "版", "代", "级"))
_CODE = re.compile(r"[零〇一二三四五六七八九]{2,}")
_PAIR = re.compile(r"一二|[一两]三|三四|三五|四五|五六|六七|七八|八九")
_COUNTS = ("count", "person", "level", "index")


def is_counted(text: str, found: Found) -> bool:
    """Numerals in characters: 三个项目 counts, 三期, 一批, “四个全面” do not."""
    number, unit = found.number, found.unit
    before = text[max(0, found.start - 13) : found.start]
    if before.endswith(("第", "前", "几", "数")) and not before.endswith("提前"):
        return False
    if number in ("几", "数") or not number.strip("零〇"):
        return False
    if not unit:
        return _is_bare_count(found)
    if unit in ("年", "月"):
        return False
    if not number.strip(_SCALES):
        return _is_round(text, found)
    if number == "一" and not found.high:
        return _is_one(text, found)
    return _takes_counter(text, found)


def _is_bare_count(found: Found) -> bool:
    """三百万农民, 上千万群众, 数百万; not 千万, 万一."""
    number = found.number
    if number[-1] in "万亿":
        return bool(number.strip(_SCALES) or found.before)
    return bool(found.more and len(number) > 1)


def _is_round(text: str, found: Found) -> bool:
    """A bare scale counts where it is hedged or long: 突破千亿元, 百余次, 千万亩, 千亩; not 万元GDP能耗."""
    if found.unit.endswith("级"):
        return False
    if found.number == "十":
        return _takes_counter(text, found)
    return bool(found.before or found.more or len(found.number) > 1 or found.unit == "亩")


def _is_one(text: str, found: Found) -> bool:
    """翻一番, 一成, 至少一人, 一千瓦; not 一个, 一次."""
    if found.unit in ("番", "成", "倍"):
        return found.unit != "成" or text[found.end : found.end + 1] not in ("套", "批", "不")
    return found.before in ("至少", "不少于") or found.unit.startswith("千")


def _takes_counter(text: str, found: Found) -> bool:
    before = text[max(0, found.start - 13) : found.start]
    number, unit, dimension = found.number, found.unit, dimension_of(found.unit)
    if number == "二" or is_since(text, found):
        return False
    if dimension in _COUNTS and _QUOTED.search(before):
        return False
    if unit == "级":
        # 省市县乡村五级书记
        return before[-1:] != "" and before[-1:] in _LEVELS
    if unit in _ORDINAL or (_CODE.fullmatch(number) and not _PAIR.fullmatch(number)):
        return False
    if unit == "次" and _MEETING.match(text, found.end):
        return False
    return unit in _COUNTED or len(number) > 1 or dimension not in _COUNTS
