"""Parts of a whole and multiples of a base: X占Y的N%, 占Y比重为N%, 超过Y的N%, 是Y的N倍."""

import re
from dataclasses import replace
from typing import NamedTuple

from policynlp.linking.drafts import Span, Subject
from policynlp.linking.parses import Parse
from policynlp.linking.phrases import parse
from policynlp.linking.scope import Scope

SHARE = re.compile(r"占(?!比|地(?!方|区)|用|领|道|有|便宜)(?:到|了)*")
WEIGHT = re.compile(r"(?:的)?(?:比重|比例|份额|比率|百分比)$")
BOUND = re.compile(
    r"(不低于|不少于|不高于|不超过|超过|超|达到|达|不足|约为|接近|高于|低于|突破|完成)"
    r"(?=[^，、；]{2,20}的$)"
)
MULTIPLE = re.compile(r"(是|为|相当于|达到|达)(?=[^，、；]{1,20}的?$)")
EXCESS = re.compile(
    r"(高于|快于|高出|低于|慢于|大于|小于|多于|少于|超过|超|好于)(?=[^，、；]{2,24}$)"
)
RELATIONS = {
    "不低于": "ge",
    "不少于": "ge",
    "不高于": "le",
    "不超过": "le",
    "超过": "gt",
    "超": "gt",
    "突破": "gt",
    "高于": "gt",
    "不足": "lt",
    "低于": "lt",
    "接近": "approx",
}


class Share(NamedTuple):
    """What the pattern says: the part, the whole, the verb; the part's own words may be missing."""

    part: Parse
    whole: Span
    trigger: Span | None
    composed: Subject | None = None
    relation: str | None = None
    tail: Parse | None = None

    @property
    def named(self) -> Span | None:
        """The whole; None where nobody names it: 国营工业|所占的|比重."""
        return self.whole if self.whole[0] < self.whole[1] else None


def read_share(scope: Scope, start: int, end: int) -> Share | None:
    """Read a share in the stretch before its number; None if there is none."""
    matches = list(SHARE.finditer(scope.text, start, end))
    if matches:
        return _read_occupied(scope, start, end, matches[-1])
    ends = scope.text.endswith("的", start, end)
    match = BOUND.search(scope.text, start, end) if ends else None
    if match is None or _counts_bounded(scope, match.start(), end):
        return None
    whole = (match.end(), end - 1)
    part = parse(scope, start, match.start())
    return Share(part, whole, match.span(), relation=RELATIONS.get(match[0]))


def _counts_bounded(scope: Scope, start: int, end: int) -> bool:
    """其中超5亿元的|12家: the number counts those that a sum bounds, and is no part of it."""
    count = scope.number_at(end)
    if count is None or count.value["dimension"] != "count":
        return False
    return bool(scope.inside("quantities", start, end))


def _read_occupied(scope: Scope, start: int, end: int, match: re.Match[str]) -> Share | None:
    part = parse(scope, start, match.start())
    tail = parse(scope, match.end(), end)
    tail.start = match.end()
    if tail.empty:
        return None
    weight = WEIGHT.search(scope.text, tail.start, tail.end)
    relation = "approx" if scope.text[match.start() - 1] == "约" else None
    if weight is None:
        whole = _whole(scope.text, tail, end)
        return Share(part, whole, match.span(), relation=relation)
    begin = match.start() if part.empty else part.start
    composed = Subject(begin, tail.end)
    return Share(part, (tail.start, weight.start()), tail.trigger, composed, None, tail)


def _whole(text: str, tail: Parse, end: int) -> Span:
    """The whole as the words stand: 年度计划, where 计划 is no cue."""
    if tail.trigger or tail.direction:
        return tail.start, tail.end
    while end > tail.start and text[end - 1] in "的 ":
        end -= 1
    return tail.start, end


def read_multiple(scope: Scope, start: int, end: int) -> tuple[Parse, Span, Span] | None:
    """Read 是2012年的|1.9倍: the subject before, the verb, the base."""
    if not scope.text.endswith("的", start, end):
        return None
    match = next(reversed([*MULTIPLE.finditer(scope.text, start, end)]), None)
    if match is None:
        return None
    return parse(scope, start, match.start()), match.span(), (match.end(), end - 1)


def read_excess(scope: Scope, start: int, end: int) -> tuple[Parse, re.Match[str], Span] | None:
    """Read 高于全国平均水平|1.3个百分点: the subject before, the verb, what it is compared with."""
    match = EXCESS.search(scope.text, start, end)
    if match is None:
        return None
    base = (match.end(), end)
    return parse(scope, start, match.start()), match, base


def compose(scope: Scope, owner: Subject, share: Subject) -> Subject:
    """Give 占Y比重 its inherited owner: X占Y比重."""
    text = scope.text
    words = owner.words(text)
    return replace(share, text=words + text[share.start : share.end], inherited=True)
