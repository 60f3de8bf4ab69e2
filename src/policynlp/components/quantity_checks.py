"""What is a quantity and what only looks like one: years, ranks, words with a numeral, limits in names."""

import re
from dataclasses import dataclass, field

from policynlp.normalize.units import load_units

# 收入比由2.65缩小到2.31: the second number stands behind the first
_FORMER = r"(?:[由从](?:\d{4}年)?[^，。；、\d\n]{0,5}(?:\d+(?:\.\d+)?[^，。；、\d\n]{1,5})?)?$"
_INDEX = re.compile(r"(?:指数|得分)[^，。；、（\d\n]{0,6}" + _FORMER)
_RATIO = r"(?:系数|比值|性别比|收入比|收入之比|倍差)"
_COEFFICIENT = re.compile(_RATIO + r"[^，。；、\d\n]{0,6}" + _FORMER)
_RATIO_CHANGE = re.compile(_RATIO + r"[^。；\n]{0,24}(?:缩小|扩大)了?$")
_CUE_CHARS = 40  # how far before a bare number its cue may begin
_LIMITED = re.compile(r"[、和]?(?:项目|企业|工业|园区|产业|输变电|输电|重大|重点|龙头|工程|连片)")
_QUOTED = re.compile(r"“[^”\n]{0,12}$")
_CALENDAR = re.compile(r"[年月日号]|周年|世纪|时(?!代)")
_SINCE = re.compile(r"以?来|多来")
_MEETING = re.compile(
    r"(?:[、和][一二三四五六七八九十]+次)*"
    r"(?:会议|全会|全委|全体|代表大会|党代|党员|国民|革命|浪潮|世界大战)"
)
_YEARS = re.compile(r"(?:年限|受?教育|寿命|工龄)[^，。；\d\n]{0,6}$")
_RANKED = ("前", "全国", "全省", "全市", "全区", "全州", "全县")
_RISE = re.compile(r"[提上跃]升[到至为]|[前后]移[到至]|升至|下降[到至]")
_YEAR_SPAN = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_COMPUTING = re.compile(r"算力[^，。；\n]{0,14}$")
_LEVELS = "省市县乡村镇区央"
_SCALES = "十百千万亿"
# counters that lone small numerals in characters may take; others make words (三期, 二线, 五类)
_COUNTED = frozenset("个项条种件次座所家名人户台辆套场处支部张位天岁倍成番元斤亩吨米")
# 十九届二中全会, 二十五期: what these count stands in a row
_ORDINAL = frozenset(("届", "期", "轮", "环", "版", "代", "级"))
_CODE = re.compile(r"[零〇一二三四五六七八九]{2,}")
_PAIR = re.compile(r"一二|[一两]三|三四|三五|四五|五六|六七|七八|八九")
_SIZES = ("money", "area", "power", "voltage")
_COUNTS = ("count", "person", "level", "index")


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
    verb: str = ""
    high: "Found | None" = None


def dimension_of(unit: str) -> str:
    """Dimension of a simple unit, empty where there is none."""
    found = load_units().get(unit)
    return found.dimension if found else ""


def is_calendar(text: str, at: int) -> bool:
    """True before 年, 月, 日: a number there is a date."""
    return _CALENDAR.match(text, at) is not None


def is_quantity(text: str, found: Found) -> bool:
    """Whether a number is one that the text measures or counts with."""
    if _is_limit(text, found):
        return False
    if found.kind == "chinese":
        return _is_counted(text, found)
    if found.kind != "digits":
        return True
    if text[max(0, found.start - 1) : found.start] == "第":
        return False
    if not found.unit:
        return _is_bare_quantity(text, found)
    return not _is_no_measure(text, found)


def _is_limit(text: str, found: Found) -> bool:
    """5000万元以上项目, 超十亿元工业企业, 10—50亿元项目: the limit belongs to the name."""
    limits = found.after or found.high or found.before in ("超", "超过", "上", "过")
    return bool(limits and dimension_of(found.unit) in _SIZES and _LIMITED.match(text, found.end))


def _is_bare_quantity(text: str, found: Found) -> bool:
    """A number without a counter: with a scale (577.7万农村人口), with 多 or 余, or an index."""
    if is_calendar(text, found.end):
        return False
    if found.number[-1] in "万亿" or (
        found.more and "\u4e00" <= text[found.end : found.end + 1] <= "\u9fff"
    ):
        return True
    before = text[max(0, found.start - _CUE_CHARS) : found.start]
    if _INDEX.search(before):
        found.unit = "点"
        return True
    if "." in found.number and (_COEFFICIENT.search(before) or _RATIO_CHANGE.search(before)):
        found.unit = "倍"
        return True
    return False


def _is_no_measure(text: str, found: Found) -> bool:
    """2023年, 前3位, 居全省第2位, “28条”, 4E级, 27位提升到23位 measure nothing."""
    before = text[max(0, found.start - 14) : found.start]
    if found.unit == "年":
        return not (
            _YEAR_SPAN.fullmatch(found.number) and ("." in found.number or _YEARS.search(before))
        )
    if found.unit in ("位", "名"):
        return (
            "第" in before[-2:]
            or before.endswith(_RANKED)
            or _RISE.match(text, found.end) is not None
        )
    if found.unit in ("P", "E"):
        return not _COMPUTING.search(before)
    if found.unit == "对":
        return text[found.end : found.end + 1].isdigit()
    if found.unit == "条":
        return before.endswith("“") or text[found.end : found.end + 1] == "”"
    return dimension_of(found.unit) == "time" and _SINCE.match(text, found.end) is not None


def _is_counted(text: str, found: Found) -> bool:
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
    if number == "二" or (dimension == "time" and _SINCE.match(text, found.end)):
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
