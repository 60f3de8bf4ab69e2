"""Numbers in digits that measure something, and those that do not: years, ranks, codes."""

import re

from policynlp.components.quantity_found import Found, is_since

# 收入比由2.65缩小到2.31: the second number stands behind the first
_FORMER = r"(?:[由从](?:\d{4}年)?[^，。；、\d\n]{0,5}(?:\d+(?:\.\d+)?[^，。；、\d\n]{1,5})?)?$"
_INDEX = re.compile(r"(?:指数|得分)[^，。；、（\d\n]{0,6}" + _FORMER)
_RATIO = r"(?:系数|比值|性别比|收入比|收入之比|倍差)"
_COEFFICIENT = re.compile(_RATIO + r"[^，。；、\d\n]{0,6}" + _FORMER)
_RATIO_CHANGE = re.compile(_RATIO + r"[^。；\n]{0,24}(?:缩小|扩大)了?$")
_CUE_CHARS = 40  # how far before a bare number its cue may begin
_CALENDAR = re.compile(r"[年月日号]|周年|世纪|时(?!代)")
_YEARS = re.compile(r"(?:年限|受?教育|寿命|工龄)[^，。；\d\n]{0,6}$")
_RANKED = ("前", "全国", "全省", "全市", "全区", "全州", "全县")
_RISE = re.compile(r"[提上跃]升[到至为]|[前后]移[到至]|升至|下降[到至]")
_YEAR_SPAN = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_COMPUTING = re.compile(r"算力[^，。；\n]{0,14}$")


def is_calendar(text: str, at: int) -> bool:
    """True before 年, 月, 日: a number there is a date."""
    return _CALENDAR.match(text, at) is not None


def is_bare_quantity(text: str, found: Found) -> bool:
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


def is_no_measure(text: str, found: Found) -> bool:
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
    return is_since(text, found)
