"""What a change is measured against: 比上年末, 同比, 是2012年的1.9倍, 从2007年的124家增至."""

import re
from collections.abc import Iterator, Sequence

from policynlp.components.stretches import search_near
from policynlp.schema import Mention

LABEL = "BASELINE"

_PLAN = r"(?:国家|年初|原定?|年度|省定|市定)?(?:调整)?(?:计划|预算|预期目标|预期|目标|规划)数?"
_POINTS = r"[约近超]?\d[\d.]*(?:个?[和、至—-]\d[\d.]*)*个?(?:百分)?点"
_MORE = r"[高低快慢多少大小优]"
# 月同比上涨城市个数 is a name; 进行同比 compares nothing
_YEARLY = r"(?:(?<!月)|(?<=每月))(?:(?P<yoy>同比)|(?P<mom>环比))(?![的口价])"
_THAN_PLAN = (
    rf"(?P<plan>(?<![对相占可])[比较]{_PLAN})(?=多|少|高|低|超|增|减|翻|提前|下降|[约近]?\d)"
)
_THAN_LEVEL = (
    r"(?P<level>(?<![对相占可])[比较](?![重例值率照])[^\d，。；、！？：\n“”]{2,14}?)(?<!提)"
    rf"(?=分别?{_MORE}\d|{_MORE}出?{_POINTS})"
)
_ABOVE_LEVEL = (
    rf"(?:{_MORE}[于出过]|超[过出]?)"
    rf"(?P<above>(?![于出过])[^\d，。；、！？：\n“”年比较]{{2,12}}?)的?(?={_POINTS})"
)
_THAN_EVER = r"(?P<ever>(?<![对相])[比较](?:过去|以往|往年))(?=[有明大显提增减下高多少])"
_ABOVE_PLAN = rf"(?:超过|高于|低于|为)(?P<task>{_PLAN})(?=的?[\d约近]|\d)"
# 居民收入增长与经济增长基本同步
_KEEPING_PACE = (
    r"(?P<pace>(?<=[与同和])[^\d，。；、！？：\n“”]{2,14}?)"
    r"(?=(?:保持|基本|大体|总体|实现)*(?:同步|持平)(?:[，。；、\n]|增长|提高|$))"
)
_WORDED = re.compile(
    "|".join(
        (_KEEPING_PACE, _YEARLY, _THAN_PLAN, _THAN_LEVEL, _THAN_EVER, _ABOVE_LEVEL, _ABOVE_PLAN)
    )
)
# what each of them holds
_CUE = re.compile(
    rf"[同环比较持过于为点](?:(?<=[同环])比|(?<=[持同])[平步]|(?<=[\d.个分]点)|(?<=[过于为]){_PLAN}"
    rf"|(?<=[比较])(?:{_PLAN}|过去|以往|往年|(?![重例值率照])[^\d，。；、！？：\n“”]{{2,}}{_MORE}))"
)

_EQUAL = re.compile(r"(?:同期)?(?:相比)?(?:基本|大体|总体|大致)?(?:持平|相当|一致|相同)|相?比")
_ONWARD = re.compile(r"(?!的?第)[^，。；！？\n]{0,16}?\d[^。；！？\n]{0,18}?(?:至|到|为|成)")
_TIMES = re.compile(r"(?:同期)?的?(?:近|约|\d|[一二两三四五六七八九十])[^，。；！？\n]{0,12}?[倍%]")
# what stands before a time, and what must follow it
_MARK = re.compile(
    r"(?:(?P<than>(?<![对相])(?<!一年)[比较])|(?P<above>[高低快慢多少]于)|(?P<as>[与和同])|(?P<from>[从由])|(?P<times>[是为达]|当于))\Z"
)
_KINDS = dict.fromkeys(("plan", "level", "above", "ever"), "than") | {"task": "times", "pace": "as"}
_FOLLOWS = {
    "above": re.compile(r"[^，。；、！？\n]{0,8}?\d"),
    "as": _EQUAL,
    "from": _ONWARD,
    "times": _TIMES,
}
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
        if kind == "than":
            yield _than(text, time)
        elif kind:
            yield Mention(
                time.start, time.end, LABEL, {"time": time.value, "kind": _KINDS.get(kind, kind)}
            )


def _than(text: str, time: Mention) -> Mention:
    scope = _SCOPE.match(text, time.end)
    end = scope.end() if scope else time.end
    value = time.value
    if "预算" in text[time.end : end]:
        # 比2023年年初预算: the budget is of the year, not of its first day
        value = {key: value[key] for key in value if key != "part"}
    return Mention(time.start - 1, end, LABEL, {"time": value, "kind": "than"})


def _kind(text: str, time: Mention) -> str | None:
    mark = _MARK.search(text, max(time.start - 2, 0), time.start)
    if mark is None:
        return None
    if mark.lastgroup == "than":
        return "than"
    pattern = _FOLLOWS[str(mark.lastgroup)]
    return mark.lastgroup if pattern.match(text, time.end) else None


def _worded(text: str, times: Sequence[Mention]) -> Iterator[Mention]:
    taken = {time.start for time in times}
    for match in search_near(_WORDED, _CUE, text):
        group = match.lastgroup or ""
        start, end = match.span(group)
        if start + 1 not in taken and start not in taken:
            yield Mention(start, end, LABEL, {"time": None, "kind": _KINDS.get(group, group)})
