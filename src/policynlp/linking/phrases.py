"""Trim a stretch of a clause down to the noun phrase of its indicator, and note what was cut off.

A clause reads: link, time, region, adverb, verb, **indicator**, adverb, verb, number. The words that
may stand at either side are data (``function_words.tsv``, ``triggers.tsv``); what is left is the phrase.
"""

import re
from dataclasses import dataclass, field

from policynlp.linking.drafts import Span
from policynlp.linking.scope import Scope
from policynlp.linking.words import (
    guards,
    left_words,
    mid_cut,
    right_words,
    scale_heads,
    trigger_table,
    triggers,
)
from policynlp.schema import Mention

SPACES = " \t\u3000"
LEFT_NOISE = SPACES + "，、：；。,:;）)》—-·•→" + "”"
RIGHT_NOISE = SPACES + "，、：；,:;（(“"
OPENING, CLOSING = "（“《(‘", "）”》)’"
JOINTS = ("、", "和", "并", "及", "或")
NEW = "新增"
BODIES = "园区市县省城院校司台心团”"  # 科技园|新增入驻企业, but 建筑业新增产值
TOWARDS = ("贡献率", "拉动率", "依存度")
OWNER = re.compile(r"[^，、的]{0,10}(?:机构|财政|企业)")
ITEM = re.compile(r"(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,3}[.．、])")


@dataclass(slots=True)
class Parse:
    """What stands around and inside a noun phrase of a clause, all in clean offsets."""

    start: int
    end: int
    trigger: Span | None = None
    kind: str = ""
    direction: Mention | None = None
    governs: bool = False
    noun: Mention | None = None
    baseline: Mention | None = None
    period: Mention | None = None
    region: Mention | None = None
    roles: set[str] = field(default_factory=set)
    source: int | None = None
    counted: bool = False
    moved: bool = False
    lead: Span | None = None

    @property
    def lasting(self) -> bool:
        """Whether the time is a length of years (连续9年), which says nothing of later clauses."""
        return self.period is not None and "last" in self.period.value

    @property
    def empty(self) -> bool:
        """Whether no noun phrase is left."""
        return self.start >= self.end


def parse(
    scope: Scope,
    start: int,
    end: int,
    *,
    counted: bool = False,
    moved: bool = False,
    pieces: bool = False,
) -> Parse:
    """Read the stretch before a number or a verb: trim it from the right, then from the left.

    ``counted`` says that a noun follows the number, so that a verb before it is one (新建|12座|水厂);
    ``moved`` that a verb of motion does, so that 有了 and 得到 say no more than it; ``pieces`` that
    the number counts pieces, so that 完成|绿化提升|7处 moves nothing.
    """
    found = Parse(start, end, counted=counted, moved=moved, roles={"unit"} if pieces else set())
    _drop_item(scope.text, found)
    _trim_right(scope, found)
    _trim_left(scope, found)
    _cut_middle(scope, found)
    _tidy(scope, found)
    return found


def parse_theme(scope: Scope, start: int, end: int) -> Parse:
    """Read a noun phrase that follows its verb or number; only its left edge and brackets count."""
    found = Parse(start, end)
    _trim_left(scope, found, verbs=False)
    _tidy(scope, found)
    return found


def _drop_item(text: str, found: Parse) -> None:
    """Drop the number of a list item: 54.新增粮食储备3万吨."""
    match = ITEM.match(text, found.start, found.end)
    if match and not text[found.start - 1 : found.start].isdigit():
        found.start = match.end()


def _trim_right(scope: Scope, found: Parse) -> None:
    text = scope.text
    while found.start < found.end:
        if text[found.end - 1] in RIGHT_NOISE:
            found.end -= 1
        elif not (_drop_mention_right(scope, found) or _drop_word_right(text, found)):
            return


def _drop_mention_right(scope: Scope, found: Parse) -> bool:
    mention = scope.by_end.get(found.end)
    if mention is None or mention.start < found.start:
        return False
    if mention.label == "DIRECTION":
        return _take_direction(scope.text, found, mention)
    if mention.label == "REGION":
        if not found.counted:
            return False
        found.region = found.region or mention  # 班列覆盖欧亚|110个|城市
    elif mention.label == "BASELINE":
        found.baseline = found.baseline or mention
    elif found.period is None:
        found.period = mention
    found.end = mention.start
    if found.baseline is mention and _last_character(scope.text, found) in "与同和":
        found.end -= 1  # 规模|与|上年|持平
    return True


def _last_character(text: str, found: Parse) -> str:
    """Give the last character that is left, ``-`` if none is."""
    return text[found.end - 1] if found.end > found.start else "-"


def _take_direction(text: str, found: Parse, mention: Mention) -> bool:
    governor = trigger_table().prefix(text, found.start, mention.start)
    if governor and triggers()[governor.form].always and not mention.value["to"] and "unit" in found.roles:
        return False  # 完成山体绿化提升7处
    if found.direction is not None or (found.trigger and found.kind != "reach"):
        return False  # 增速回落: the first noun belongs to the phrase
    if found.trigger and mention.value["kind"] != "noun":
        return False
    found.direction, found.trigger = mention, (mention.start, mention.end)
    found.kind = "direction"
    found.end = mention.start
    return True


def _drop_word_right(text: str, found: Parse) -> bool:
    guarded = guards("TAIL").suffix(text, found.start, found.end)
    word = right_words().suffix(text, found.start, found.end)
    if word and word.role == "light" and not (found.direction or found.moved):
        word = None  # 得到提高 says no more than 提高; 获得92个冠军 is a deed
    verb = None if found.trigger else trigger_table().suffix(text, found.start, found.end)
    longest = max(len(word.form) if word else 0, len(verb.form) if verb else 0)
    if not longest or (guarded and len(guarded.form) > longest):
        return False
    lone = not text[found.start : found.end - 1].strip(LEFT_NOISE)
    if verb and verb.form == "为" and found.counted and lone:
        verb = None  # 为1200个村卫生室配备设备
    if verb and len(verb.form) == longest and _may_follow(text, found, verb.form):
        found.trigger, found.kind = (found.end - longest, found.end), verb.role
    elif word and len(word.form) == longest:
        found.roles.add(word.role)
        if word.role == "from":
            found.source = found.end - longest
    else:
        return False
    found.end -= longest
    return True


def _may_follow(text: str, found: Parse, form: str) -> bool:
    """Whether the verb may stand behind its indicator, or has no noun before it at all."""
    rest = text[found.start : found.end - len(form)].strip(LEFT_NOISE)
    if not rest or rest in triggers():
        return found.counted or triggers()[form].strong
    governor = trigger_table().prefix(rest, 0, len(rest))
    deed = triggers()[form].kind == "do" and not triggers()[form].always
    if governor and deed and triggers()[governor.form].strong:
        return False  # 完成老旧小区改造: the verb is at the head
    return triggers()[form].after or (found.counted and len(form) > 1)


def _trim_left(scope: Scope, found: Parse, *, verbs: bool = True) -> None:
    text = scope.text
    while found.start < found.end:
        if text[found.start] in LEFT_NOISE:
            found.start += 1
        elif not (
            _drop_mention_left(scope, found)
            or _drop_verb_left(text, found, verbs=verbs)
            or _drop_word_left(text, found)
        ):
            return


def _drop_mention_left(scope: Scope, found: Parse) -> bool:
    mention = scope.by_start.get(found.start)
    if mention is None or mention.end > found.end:
        return False
    if mention.label == "DIRECTION":
        return _take_governor(scope, found, mention)
    if mention.label == "REGION":
        if mention.end < found.end and scope.text[mention.end] in "”》":
            return False
        found.region = mention
    elif mention.label == "BASELINE":
        found.baseline = found.baseline or mention
    elif found.period is None:
        found.period = mention
    found.start = mention.end
    return True


def _take_governor(scope: Scope, found: Parse, mention: Mention) -> bool:
    """压减一般性支出10%: the verb before the phrase moves it."""
    theme = scope.text[mention.end : found.end].strip(LEFT_NOISE)
    if mention.value["kind"] == "noun" or not theme or found.direction or found.trigger:
        return False
    found.direction, found.trigger = mention, (mention.start, mention.end)
    found.kind, found.governs = "direction", True
    found.start = mention.end
    return True


def _drop_verb_left(text: str, found: Parse, *, verbs: bool) -> bool:
    verb = trigger_table().prefix(text, found.start, found.end) if verbs else None
    if verb is None or verb.role in ("reach", "share"):
        return False
    if guards("HEAD").prefix(text, found.start, found.end):
        return False
    if found.trigger and found.kind == "do" and found.trigger[1] < found.start:
        if not _only_joint(text[found.trigger[1] : found.start].strip()):
            return False  # 实施|滇池|保护治理项目: what follows the place is a noun
    stop = found.start + len(verb.form)
    if stop >= found.end and not _stands_alone(found, verb.form):
        return False
    word = left_words().prefix(text, found.start, found.end)
    if (word and len(word.form) > len(verb.form)) or not _governs(text, stop, found.end, verb.form):
        return False
    _join_verb(text, found, stop, verb.role)
    return True


def _stands_alone(found: Parse, form: str) -> bool:
    """Tell a verb from a noun where nothing follows: 投入|增长, 完成造林|295万亩 are nouns."""
    if found.direction or found.kind == "reach":
        return False
    return found.counted or (triggers()[form].strong and not found.trigger)


def _governs(text: str, stop: int, end: int, form: str) -> bool:
    """Tell a verb from the first half of a noun: 改造面积 is measured, 改造危房 is done."""
    rest = text[stop:end].strip(LEFT_NOISE + "了")
    if form == NEW and rest:
        return False  # 新增养老床位 is measured as a whole
    return triggers()[form].always or rest not in scale_heads()


def _join_verb(text: str, found: Parse, stop: int, kind: str) -> None:
    """Take the verb; 新建、改扩建 and 引进培养 are one trigger."""
    if found.kind == "direction" or found.kind in ("reach", "share"):
        found.start = stop
        return
    begin = found.start
    behind = found.trigger is not None and found.trigger[0] >= begin
    if behind and not found.counted:
        found.start = stop  # 建设进度完成: the verb next to the number stays
        return
    if found.trigger and not behind and found.kind == "do" and _only_joint(text[found.trigger[1] : begin]):
        begin = found.trigger[0]
    found.trigger, found.kind, found.start = (begin, stop), kind, stop


def _only_joint(gap: str) -> bool:
    return gap == "" or gap in JOINTS


def _is_towards(text: str, found: Parse) -> bool:
    """Whether the phrase ends in a head that 对 belongs to."""
    return text.endswith(TOWARDS, found.start, found.end)


def _drop_word_left(text: str, found: Parse) -> bool:
    word = left_words().prefix(text, found.start, found.end)
    if word is None:
        return False
    guarded = guards("HEAD").prefix(text, found.start, found.end)
    if guarded and len(guarded.form) > len(word.form):
        return False
    if word.form == "对" and _is_towards(text, found):
        return False  # 对经济增长的贡献率 is one phrase
    found.roles.add(word.role)
    if word.role == "prep" and word.form in "由从":
        found.source = found.start
    found.start += len(word.form)
    return True


def _cut_middle(scope: Scope, found: Parse) -> None:
    """Drop an agent before a verb or a time: 财政累计投入|“三农”资金, 国民经济全年实现|总产值."""
    if found.kind == "direction" and found.governs:
        return
    anew = scope.text.rfind(NEW, found.start + 3, found.end - len(NEW))
    if anew > found.start and scope.text[anew - 1] in BODIES:
        found.start = anew  # 科技园|新增入驻企业
        return
    mover = _last_mover(scope, found)
    if mover is not None:
        found.start = mover.start
        _trim_left(scope, found)
        return
    cut = max(_last_time(scope, found), _last_verb(scope.text, found), key=lambda c: c[0])
    if cut[0] <= found.start:
        return
    inner = Parse(cut[0], found.end, found.trigger, found.kind, found.direction)
    inner.counted = found.counted
    inner.lead = _lead(scope.text, found, cut)
    if cut[1] and not found.trigger:
        inner.trigger, inner.kind = cut[1], "do"
    _trim_left(scope, inner)
    if not inner.empty or found.counted:
        _adopt(found, inner)


def _lead(text: str, found: Parse, cut: tuple[int, Span | None]) -> Span | None:
    """The owner of what is measured, parted from it: 金融机构|年末|存款余额, 乡镇企业|实现|增加值."""
    if cut[1] and text[slice(*cut[1])] != "实现":
        return None
    match = OWNER.match(text, found.start, cut[0])
    return match.span() if match else None


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
    for match in mid_cut().finditer(text, found.start, found.end):
        form, stop = match[0], match.end()
        known = form in triggers()
        rest = text[stop : found.end]
        if match.start() == found.start or (
            known and not triggers()[form].always and rest in scale_heads()
        ):
            continue
        if not rest and not found.counted:
            continue
        if rest[:1] and rest[0] in "的率量额数者" or _guarded_middle(text, match.start(), found):
            continue
        last = (stop, (match.start(), stop) if known else None)
    return last


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


def _tidy(scope: Scope, found: Parse) -> None:
    """Drop edge noise and a bracket whose partner lies outside."""
    text = scope.text
    changed = True
    while changed and found.start < found.end:
        before = (found.start, found.end)
        _drop_edges(text, found)
        _drop_half_brackets(text, found)
        changed = before != (found.start, found.end)


def _drop_edges(text: str, found: Parse) -> None:
    while found.start < found.end and text[found.start] in LEFT_NOISE + "了的":
        found.start += 1
    while found.start < found.end and text[found.end - 1] in RIGHT_NOISE + "的了等。—":
        found.end -= 1


def _drop_half_brackets(text: str, found: Parse) -> None:
    phrase = text[found.start : found.end]
    for opening, closing in zip(OPENING, CLOSING, strict=True):
        opened, closed = phrase.count(opening), phrase.count(closing)
        if closed > opened:
            found.start += phrase.index(closing) + 1 if phrase[0] != opening else 0
            found.end -= 1 if phrase[-1] == closing and phrase[0] == opening else 0
            return
        if opened > closed:
            at = phrase.rindex(opening)
            found.start, found.end = (
                (found.start + 1, found.end) if at == 0 else (found.start, found.start + at)
            )
            return
