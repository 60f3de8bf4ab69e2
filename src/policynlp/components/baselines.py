"""What a change is measured against: 比上年末, 同比, 是2012年的1.9倍, 从2007年的124家增至."""

import re
from collections.abc import Iterator, Sequence

from policynlp.schema import Mention

LABEL = "BASELINE"

_PLAN = r"(?:国家|年初|原定?|年度|省定|市定)?(?:调整)?(?:计划|预算|预期目标|预期|目标|规划)数?"
_POINTS = r"[约近超]?\d[\d.]*(?:[和、至—-]\d[\d.]*)*个?(?:百分)?点"
_MORE = r"[高低快慢多少大小优]"
# 月同比上涨城市个数 is a name; 进行同比 compares nothing
_YEARLY = r"(?P<yoy>(?<!月)同比)(?![的口价])|(?P<mom>(?<!月)环比)(?![的口价])"
_THAN_PLAN = rf"(?P<plan>(?<![对相占可])[比较]{_PLAN})(?=多|少|高|低|超|增|减|提前|下降|[约近]?\d)"
_THAN_LEVEL = rf"(?P<level>(?<![对相占可])[比较][^\d，。；、！？：\n“”]{{2,14}}?)(?=分别?{_MORE}\d|{_MORE}出?{_POINTS})"
_ABOVE_LEVEL = (
    rf"(?:{_MORE}[于出过]|超过?)(?P<above>[^\d，。；、！？：\n“”年]{{2,12}}?)(?:水平|的)?(?={_POINTS})"
)
_ABOVE_PLAN = rf"(?:超过|高于|低于|[为占])(?P<task>{_PLAN})(?=的?[\d约近]|\d)"
_WORDED = re.compile("|".join((_YEARLY, _THAN_PLAN, _THAN_LEVEL, _ABOVE_LEVEL, _ABOVE_PLAN)))

_EQUAL = re.compile(r"(?:同期)?(?:相比)?(?:基本|大体|总体|大致)?(?:持平|相当|一致|相同)")
_ONWARD = re.compile(r"[^，。；！？\n]{0,16}?\d[^。；！？\n]{0,18}?(?:至|到|为|成)")
_TIMES = re.compile(r"(?:同期)?的?(?:近|约|\d|[一二两三四五六七八九十])[^，。；！？\n]{0,12}?[倍%]")
# 比上年同口径, 比2023年年初预算
_SCOPE = re.compile(r"(?:同口径|(?:年初)?预算数?|决算数?|执行数|完成数)?")


def find_baselines(text: str, times: Sequence[Mention]) -> list[Mention]:
    """Find the baselines of the text: 比上年末, 同比; ``times`` are what ``find_times`` gave for it.

    The value is ``{"time": symbolic time or None, "kind": …}`` with kind ``yoy``, ``mom``, ``than``,
    ``as`` (与上年持平), ``times`` (是2012年的1.9倍) or ``from`` (从2007年的124家增至233家).
    """
    found = sorted([*_timed(text, times), *_worded(text, times)], key=lambda mention: mention[:2])
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _timed(text: str, times: Sequence[Mention]) -> Iterator[Mention]:
    for time in times:
        kind = _kind(text, time)
        if kind is None:
            continue
        start, end = time.start, time.end
        if kind == "than":
            scope = _SCOPE.match(text, end)
            start, end = start - 1, scope.end() if scope else end
        yield Mention(start, end, LABEL, {"time": time.value, "kind": kind})


def _kind(text: str, time: Mention) -> str | None:
    mark, before = text[max(time.start - 1, 0) : time.start], text[max(time.start - 2, 0) : time.start - 1]
    if mark in {"比", "较"}:
        return None if before in {"对", "相", "可"} else "than"
    if mark in {"与", "和", "同"}:
        return "as" if _EQUAL.match(text, time.end) else None
    if mark in {"从", "由"}:
        return "from" if text[time.end : time.end + 1] != "第" and _ONWARD.match(text, time.end) else None
    return "times" if mark in {"是", "为", "于", "达"} and _TIMES.match(text, time.end) else None


def _worded(text: str, times: Sequence[Mention]) -> Iterator[Mention]:
    taken = {time.start for time in times}
    for match in _WORDED.finditer(text):
        group = match.lastgroup or ""
        start, end = match.span(group)
        if start + 1 not in taken and start not in taken:
            kind = {"yoy": "yoy", "mom": "mom", "task": "times"}.get(group, "than")
            yield Mention(start, end, LABEL, {"time": None, "kind": kind})
