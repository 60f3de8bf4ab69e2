"""Cut a stretch in its middle: an agent before a verb, a time, a mover."""

import re
from functools import cache

from policynlp.lexicons import row_forms
from policynlp.linking.drafts import Span
from policynlp.linking.governing import is_told, joins_measures
from policynlp.linking.left import trim_left
from policynlp.linking.parses import Parse
from policynlp.linking.scope import Scope
from policynlp.linking.words import (
    NEW,
    guards,
    left_words,
    mid_cut,
    scale_heads,
    triggers,
)
from policynlp.schema import Mention


def cut_middle(scope: Scope, found: Parse) -> None:
    """Drop an agent before a verb or a time: 财政累计投入|“三农”资金, 国民经济全年实现|总产值."""
    if found.kind == "direction" and found.governs:
        return
    anew = scope.text.rfind(NEW, found.start + 3, found.end - len(NEW))
    if anew > found.start and scope.text[anew - 1] in row_forms("phrase_marks", "BODY"):
        found.start = anew  # 科技园|新增入驻企业
        return
    mover = _last_mover(scope, found)
    if mover is not None:
        found.start = mover.start
        trim_left(scope, found)
        return
    time, verb = _last_time(scope, found), _last_verb(scope.text, found)
    cut = verb if verb[0] > time[0] else time
    if cut[0] <= found.start:
        return
    if _foreseen(scope.text, found.start, cut[0]):
        found.roles.add("forecast")
    inner = Parse(cut[0], found.end, found.trigger, found.kind, found.direction)
    inner.counted = found.counted
    inner.lead = _lead(scope.text, found, cut)
    if cut[1] and not found.trigger:
        inner.trigger, inner.kind = cut[1], "do"
    trim_left(scope, inner)
    if not inner.empty or found.counted:
        _adopt(found, inner)


def _lead(text: str, found: Parse, cut: tuple[int, Span | None]) -> Span | None:
    """The owner of what is measured, parted from it: 金融机构|年末|存款余额, 乡镇企业|实现|增加值."""
    done = text[cut[0] : found.end] in row_forms("owners", "DONE")
    verbs = ("实现", "完成") if done else ("实现",)
    if cut[1] and text[slice(*cut[1])] not in verbs:
        return None
    match = _owner().match(text, found.start, cut[0])
    return match.span() if match else None


@cache
def _owner() -> re.Pattern[str]:
    owners = "|".join(row_forms("owners", "OWNER"))
    return re.compile(rf"[^，、的]{{0,10}}(?:{owners})")


def _last_mover(scope: Scope, found: Parse) -> Mention | None:
    """直接结算|减少|垫付资金26.5亿元: a verb of motion inside governs what follows it."""
    if found.direction or found.trigger:
        return None
    movers = [
        m
        for m in scope.layers["directions"]
        if found.start < m.start and m.end < found.end and m.value["kind"] != "noun"
    ]
    return movers[-1] if movers else None


def _last_time(scope: Scope, found: Parse) -> tuple[int, Span | None]:
    inside = [
        m
        for layer in ("times", "baselines")
        for m in scope.layers[layer]
        if found.start < m.start and m.end < found.end
    ]
    bases = [(m.start, m.end) for m in inside if m.label == "BASELINE"]
    for mention in inside:
        based = any(a <= mention.start < b for a, b in bases)
        if mention.label == "TIME" and not based:
            found.period = found.period or mention
    return (max(m.end for m in inside), None) if inside else (-1, None)


def _last_verb(text: str, found: Parse) -> tuple[int, Span | None]:
    last: tuple[int, Span | None] = (-1, None)
    if text.endswith(row_forms("phrase_marks", "UNDIVIDED"), found.start, found.end):
        return last
    for match in mid_cut().finditer(text, found.start, found.end):
        if text.endswith(row_forms("deed_marks", "WHICH"), found.start, match.start()):
            continue  # 各类|提供|住宿的机构
        if joins_measures(text, found.start, match.start()):
            continue  # 销售收入和|实现|利税
        form, stop = match[0], match.end()
        known = form in triggers()
        rest = text[stop : found.end]
        if match.start() == found.start or (
            known
            and not triggers()[form].always
            and rest in scale_heads()
            and not is_told(text, found.start, match.start())
        ):
            continue
        if not rest and not found.counted:
            continue
        if (rest[:1] and rest[0] in "的率量额数者和与及") or _guarded_middle(
            text, match.start(), found
        ):
            continue
        last = (stop, (match.start(), stop) if known else None)
    return last


def _foreseen(text: str, start: int, end: int) -> bool:
    """Whether what is cut off foresees the rest: 煤炭产业|预计实现|增加值."""
    words = left_words().words
    return any(
        match[0] in words and words[match[0]].role == "forecast"
        for match in mid_cut().finditer(text, start, end)
    )


def _guarded_middle(text: str, at: int, found: Parse) -> bool:
    return guards("HEAD").prefix(text, at, found.end) is not None


def _adopt(found: Parse, inner: Parse) -> None:
    found.start, found.end = inner.start, inner.end
    found.trigger, found.kind = inner.trigger, inner.kind
    found.direction, found.governs = inner.direction, found.governs or inner.governs
    found.period = found.period or inner.period
    found.baseline = found.baseline or inner.baseline
    found.region = inner.region or found.region
    found.roles |= inner.roles
    found.lead = inner.lead
