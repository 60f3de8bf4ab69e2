"""Claims with a number: one for each quantity of a clause."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from policynlp.linking import shares
from policynlp.linking.clauses import Clause
from policynlp.linking.distribution import spread
from policynlp.linking.drafts import Draft, Span, Subject
from policynlp.linking.fields import Context, complete
from policynlp.linking.phrases import NEW, Parse, parse, parse_theme
from policynlp.linking.scope import Scope
from policynlp.linking.subjects import Attached, attached, verb_behind
from policynlp.lexicons import iter_forms
from policynlp.linking.words import triggers
from policynlp.schema import Mention

COMPARING = ("multiple", "excess")
WIDE = ("deixis",)
JOINTS = "、和及与或"
LIST_GAP = re.compile(r"\s*(?:、|和|及|与|以及)\s*(?:每[年月人亩户])?\s*")
SIZES = frozenset(("power", "voltage", "steam", "age", "length"))
UNCOUNTED = frozenset(("岁", "周岁", "级"))
# 26.5%的断面|为|四类水质
STATE = re.compile(r"[^，、；]{1,12}?(为|是|满足|达)(?=[^，、；])")
# what is measured in days or years: 优良天数330天, 办理时限3天
TERM = re.compile(r"(?:天数|时间|时长|寿命|周期|工期|时限|期限|年限)$")
BOUNDED = re.compile("不(?:低于|少于|高于|超过|多于)")
SENSES = (
    (re.compile(r"人次"), "人次", "person"),
    (re.compile(r"户|家庭"), "户", "count"),
    (re.compile(r"(?:总量|总值|产值|增加值|收入|支出|投资|余额|总额|资金|贷款|存款|产业|规模|销售)$|元"), "元", "money"),
)
COORDINATION = re.compile(r"、|和|与|及")
RATIO = re.compile(r"[:：∶]")
REACHING = re.compile("至|到")
FAR = 3  # a range is seldom so wide
FRAME = re.compile(r"[^，、；]{0,24}?[中内里]$|基础上|兑")
TO_WORDS = ("到", "至", "为", "达到", "达")


@dataclass(slots=True)
class Reader:
    """Walks through the clauses of one sentence; holds what later clauses take over."""

    scope: Scope
    subject: Subject | None = None
    context: Context = field(default_factory=Context)
    drafts: list[Draft] = field(default_factory=list)
    trigger: tuple[Span, str, str] | None = None
    pending: Mention | None = None
    pending_base: Mention | None = None
    group: list[Subject] = field(default_factory=list)
    mentioned: list[Subject] = field(default_factory=list)


def read_clause(reader: Reader, clause: Clause) -> None:
    """Read every quantity of the clause in order, lists of values (3.5%、5.3%和5.0%) together."""
    quantities = _values(reader.scope, clause)
    left = clause.start
    while quantities:
        size = _list_size(reader.scope.text, quantities)
        group, quantities = quantities[:size], quantities[size:]
        after = quantities[0].start if quantities else clause.end
        right, gap = _divide(reader.scope.text, group[-1].end, after, last=not quantities)
        _read_group(reader, group, left, right)
        left = gap


def _values(scope: Scope, clause: Clause) -> list[Mention]:
    """Leave out numbers that only narrow a noun: 建成20个产值超100亿元的产业集群."""
    inside = scope.inside("quantities", clause.start, clause.end)
    quantities = [part for quantity in inside for part in _by_and_to(scope, quantity)]
    kept = []
    for n, quantity in enumerate(quantities):
        narrows = scope.text.startswith("的", quantity.end) and quantity.value["relation"] != "eq"
        before = quantities[n - 1].end if n else clause.start
        close = n and "、" not in scope.text[before : quantity.start]
        stuck = n and quantities[n - 1].end == quantity.start and _is_limit(quantity)
        if not stuck and not (narrows and (close or n + 1 < len(quantities))):
            kept.append(quantity)
    return kept


def _by_and_to(scope: Scope, quantity: Mention) -> list[Mention]:
    """提高20元至700元 is an amount and the level it leads to, no range."""
    mover = scope.by_end.get(quantity.start)
    at = REACHING.search(scope.text, quantity.start, quantity.end)
    value = quantity.value
    if mover is None or mover.label != "DIRECTION" or at is None or value["high"] is None:
        return [quantity]
    if mover.value["to"] or value["high"] < value["value"] * FAR:
        return [quantity]
    amount = {**value, "high": None, "relation": "eq"}
    level = {**amount, "value": value["high"], "base": None, "reached": mover.value["direction"]}
    return [
        quantity._replace(end=at.start(), value=amount),
        quantity._replace(start=at.end(), value=level),
    ]


def _is_limit(quantity: Mention) -> bool:
    return quantity.value["relation"] in ("ge", "le")


def _limit_after(scope: Scope, quantity: Mention) -> Mention | None:
    """260台|35蒸吨以下|燃煤锅炉: the second number says which are counted."""
    follows = (m for m in scope.layers["quantities"] if m.start == quantity.end)
    return next((m for m in follows if _is_limit(m)), None)


def _list_size(text: str, quantities: list[Mention]) -> int:
    """Count the values that only 、 or 和 divides."""
    size = 1
    for one, two in pairwise(quantities):
        listed = LIST_GAP.fullmatch(text, one.end, two.start) and _class(one) == _class(two)
        if not listed and one.end != two.start:  # 惠及5.2万户15万居民
            break
        size += 1
    return size


def _divide(text: str, start: int, end: int, *, last: bool) -> tuple[int, int]:
    """Say where the words behind a number end and where those before the next one begin."""
    at = text.find("、", start, end)
    if last:
        return (at if at >= 0 else end), end
    if text[start:end].rstrip()[-1:] in tuple(JOINTS):
        return end, end
    return (at, at + 1) if at >= 0 else (end, start)


def _read_group(reader: Reader, group: list[Mention], left: int, right: int) -> None:
    limit = _limit_after(reader.scope, group[-1])
    behind = attached(reader.scope, limit.end if limit else group[-1].end, right)
    pieces = group[0].value["dimension"] == "count"
    found = parse(reader.scope, left, group[0].start, counted=behind is not None, pieces=pieces)
    if len(group) == 1 and _is_source(reader, group[0], found, left, right):
        return
    if behind and _sums_up(reader.scope.text, group[0], left):
        return
    if _is_frame(reader.scope.text, group, right):
        if not found.empty:
            reader.subject = Subject(found.start, found.end)
        return
    draft = _draft(reader, group[0], left, found, behind)
    if draft is None:
        return
    if draft.pattern in COMPARING:
        found.period = draft.period  # 是2012年的1.9倍: the year is that of the base
    _keep_place(reader, draft, found)
    reader.context.take(found)
    draft.period = draft.period or found.period
    draft.region = draft.region or found.region
    draft.yearly = bool(found.roles & {"yearly", "successive"})
    _set_baseline(reader, draft, found)
    draft.quantity = quantity_with_unit(reader, draft, group[0], right)
    group[0] = draft.quantity
    drafts = _expand(reader, draft, group, distributive="each" in found.roles)
    reader.drafts += [complete(reader.scope, d, reader.context, found.roles) for d in drafts]
    reader.group = [d.subject for d in drafts]
    reader.subject = drafts[-1].subject.inherit() if len(drafts) > 1 else draft.subject.inherit()
    reader.pending = reader.pending_base = None


def _expand(reader: Reader, draft: Draft, group: list[Mention], *, distributive: bool) -> list[Draft]:
    drafts = [draft, *(replace(draft, quantity=quantity) for quantity in group[1:])]
    if not distributive and len(group) == 1:
        return drafts
    own = _own_edges(reader, draft, group)
    if own is not None:
        return own
    spread_out = spread(reader.scope.text, drafts, _earlier(reader, len(group)))
    if distributive or all(d.pattern != "unaligned" for d in spread_out):
        return spread_out
    return drafts


def _own_edges(reader: Reader, draft: Draft, group: list[Mention]) -> list[Draft] | None:
    """甲市、乙市分别达到600亿元、500亿元: each value has its own place, or its own year."""
    left = reader.scope.start
    for layer, name in (("regions", "region"), ("times", "period")):
        listed = [m for m in reader.scope.inside(layer, left, group[0].start)][-len(group) :]
        if len(group) > 1 and len(listed) == len(group) and _only_joints(reader, listed):
            pairs = zip(group, listed, strict=True)
            return [replace(draft, quantity=q, **{name: m}) for q, m in pairs]  # type: ignore[arg-type]
    return None


def _only_joints(reader: Reader, listed: list[Mention]) -> bool:
    text = reader.scope.text
    return all(LIST_GAP.fullmatch(text, a.end, b.start) for a, b in pairwise(listed))


def _earlier(reader: Reader, count: int) -> list[Subject]:
    """Give the subjects that the list before, or the last claims, had."""
    if len(reader.group) == count:
        return reader.group
    last = [d.subject for d in reader.drafts[-count:]]
    return last if len({(s.start, s.text) for s in last}) == count else []


def quantity_with_unit(reader: Reader, draft: Draft, quantity: Mention, right: int) -> Mention:
    """Give a number without a counter the unit that the sense gives: 36万|城镇人口, 突破万亿."""
    if quantity.value["unit"] or quantity.value["dimension"] or RATIO.search(
        reader.scope.text, quantity.start, quantity.end
    ):
        return quantity
    text, subject = reader.scope.text, draft.subject
    words = (subject.text or text[subject.start : subject.end]) + text[quantity.end : right]
    last = reader.drafts[-1].quantity if reader.drafts and subject.inherited else None
    if last is not None and last.value["dimension"] in ("money", "person"):
        unit, dimension = last.value["unit"], last.value["dimension"]
    else:
        unit, dimension = next(
            ((u, d) for pattern, u, d in SENSES if pattern.search(words)), ("人", "person")
        )
    return quantity._replace(value={**quantity.value, "unit": unit, "dimension": dimension})


def _keep_place(reader: Reader, draft: Draft, found: Parse) -> None:
    """A named place is that of its own subject; 全省 and the like reach the coordinate ones."""
    known = reader.context.region
    if known is not None and not draft.subject.inherited and (known.value or {}).get("level") not in WIDE:
        reader.context.region = None


def _set_baseline(reader: Reader, draft: Draft, found: Parse) -> None:
    """A baseline reaches the coordinate changes of the same subject: 比上年增加208所、增长1.9%."""
    own = draft.baseline or found.baseline or reader.pending_base
    if own is not None:
        reader.context.baseline = own
    elif not draft.subject.inherited or draft.kind != "change":
        reader.context.baseline = None
    draft.baseline = own or reader.context.baseline


def _is_source(reader: Reader, quantity: Mention, found: Parse, left: int, right: int) -> bool:
    """由77.7%提升至91.2%: keep the first value for the claim of the second."""
    if found.source is None:
        return False
    text = reader.scope.text
    tail = text[quantity.end : right + 20].split("，")[0]
    if not any(word in tail for word in TO_WORDS):
        return False
    if not found.empty:
        reader.subject = Subject(found.start, found.end)
    share = shares.read_share(reader.scope, left, found.source)
    if share is not None and share.composed is not None:
        reader.subject = _share_subject(reader, share) or reader.subject
    base = found.period and found.period._replace(
        label="BASELINE", value={"kind": "from", "time": found.period.value}
    )
    reader.pending, reader.pending_base = quantity, base or found.baseline
    return True


def _is_frame(text: str, group: list[Mention], right: int) -> bool:
    """In 160个国控断面中 the number only says where to look; 22.8:38.8:38.4 has no value."""
    if not group[0].value["unit"] and RATIO.search(text, group[0].start, group[0].end):
        return True
    return FRAME.match(text, group[-1].end, right) is not None


def _sums_up(text: str, quantity: Mention, left: int) -> bool:
    """Whether the number only counts the names before it: 浦东、虹桥两个分论坛."""
    names = text[left : quantity.start]
    count = quantity.value["value"]
    lengths = (names.count("、") + 1, len(COORDINATION.findall(names)) + 1)
    return count > 1 and count in lengths and names[-1:] not in ("等", "的")


def _draft(
    reader: Reader, quantity: Mention, left: int, found: Parse, behind: Attached | None
) -> Draft | None:
    scope = reader.scope
    share = shares.read_share(scope, left, quantity.start)
    if share is not None:
        return _share_draft(reader, quantity, share, found)
    if quantity.value["unit"] == "倍" and not found.direction:
        multiple = _multiple_draft(reader, quantity, left)
        if multiple is not None:
            return multiple
    if quantity.value["unit"] == "百分点" and not found.direction:
        excess = _excess_draft(reader, quantity, left)
        if excess is not None:
            return excess
    if behind is not None and _prefers_behind(scope.text, quantity, found):
        return _behind_draft(reader, quantity, found, behind)
    return _before_draft(reader, quantity, found)


def _share_subject(reader: Reader, share: shares.Share) -> Subject | None:
    """X占Y比重 is one indicator; where X is not said again it is that of before."""
    part = share.part
    own = None if part.empty else Subject(part.start, part.end)
    if share.composed is None:
        return own or reader.subject
    if own is None and reader.subject is not None:
        return shares.compose(reader.scope, reader.subject, share.composed)
    return share.composed


def _share_draft(reader: Reader, quantity: Mention, share: shares.Share, found: Parse) -> Draft | None:
    part, subject = share.part, _share_subject(reader, share)
    if subject is None:
        return None
    found.period, found.region = found.period or part.period, part.region or found.region
    found.baseline = found.baseline or part.baseline
    direction = share.tail.direction if share.tail else None
    kind, way = _kind(direction, quantity)
    draft = Draft(kind, way, subject, share.trigger, quantity, "share")
    draft.share_of = share.whole if share.whole[0] < share.whole[1] else None
    draft.relation = share.relation
    return draft


def _multiple_draft(reader: Reader, quantity: Mention, left: int) -> Draft | None:
    scope = reader.scope
    multiple = shares.read_multiple(scope, left, quantity.start)
    if multiple is None:
        return None
    part, verb, base = multiple
    subject = reader.subject if part.empty else Subject(part.start, part.end)
    if subject is None:
        return None
    draft = Draft("level", None, subject, verb, quantity, "multiple")
    time = next((m for m in scope.layers["times"] if m.start >= base[0] and m.end <= base[1]), None)
    value = {"kind": "times", "time": time.value if time else None}
    draft.baseline = Mention(*base, "BASELINE", value)
    draft.period = part.period
    return draft


def _excess_draft(reader: Reader, quantity: Mention, left: int) -> Draft | None:
    excess = shares.read_excess(reader.scope, left, quantity.start)
    if excess is None:
        return None
    part, verb, base = excess
    subject = reader.subject if part.empty else Subject(part.start, part.end)
    if subject is None:
        return None
    way = "decrease" if verb[0] in shares.LESS else "increase"
    draft = Draft("change", way, subject, verb.span(), quantity, "excess")
    draft.baseline = Mention(*base, "BASELINE", {"kind": "than", "time": None})
    return draft


def _prefers_behind(text: str, quantity: Mention, found: Parse) -> bool:
    """Whether the noun behind the number is counted, not the one before it: 落实就业|35项|措施."""
    if found.empty:
        return True
    lead = text[found.end : quantity.start].strip()
    if lead[-1:] in ("的", "和", "及", "与", "、") or lead[:1] == "等":
        return True  # 司法所、警务室等12个站点; 年初确定的30项实事
    return found.direction is None and found.kind not in ("reach", "share")


def _behind_draft(
    reader: Reader, quantity: Mention, found: Parse, behind: Attached
) -> Draft | None:
    if quantity.value["dimension"] == "ratio":
        if found.direction or found.kind == "reach" or not found.empty:
            draft = _before_draft(reader, quantity, found)
            return draft and replace(draft, share_of=behind.phrase)
        return _part_draft(reader, quantity, behind.phrase, behind.verb)
    if quantity.value["dimension"] == "time" or quantity.value["unit"] in UNCOUNTED:
        return None
    if _is_closed_set(reader.scope.text[slice(*behind.whole)]):
        return None  # 守住三条红线
    if _is_limit(quantity) and quantity.value["dimension"] in SIZES:
        return None  # 淘汰35蒸吨以下燃煤锅炉
    trigger, kind = found.trigger, found.kind
    subject = Subject(*(behind.whole if trigger and kind == "do" else behind.phrase))
    if trigger and reader.scope.text[slice(*trigger)] == NEW:
        words = NEW + reader.scope.text[slice(*behind.phrase)]
        return Draft("level", None, replace(subject, text=words), None, quantity, "new")
    if trigger is None and found.direction is None:
        trigger, kind = behind.verb, "do" if behind.verb else ""
    trigger, kind = _share_trigger(reader, quantity, found, trigger, kind)
    if trigger is None and quantity.value["dimension"] != "count":
        return None  # 50万吨热轧薄板、60万吨乙烯等项目: the number is part of a name
    return Draft(*_kind(found.direction, quantity), subject, trigger, quantity, "counted")


def _is_closed_set(phrase: str) -> bool:
    return any(phrase.endswith(form) for form, _ in iter_forms("closed_sets"))


def _share_trigger(
    reader: Reader, quantity: Mention, found: Parse, trigger: Span | None, kind: str
) -> tuple[Span | None, str]:
    """Take the verb of the list, and keep it for the members after this one."""
    if trigger is None and reader.trigger and _follows(reader, quantity, found):
        trigger, kind, _ = reader.trigger
    reader.trigger = (trigger, kind, _class(quantity)) if trigger and kind == "do" else None
    return trigger, kind


def _part_draft(reader: Reader, quantity: Mention, phrase: Span, verb: Span | None) -> Draft | None:
    """80%的行政村获评“绿盈乡村”: what follows the verb is measured, the noun is the whole."""
    if verb is None:
        split = STATE.match(reader.scope.text, phrase[0] + 1, phrase[1])
        if split is None:
            return None
        verb, phrase = split.span(1), (phrase[0], split.start(1))
    theme = parse_after(reader.scope, verb[1])
    subject = Subject(*theme) if theme else Subject(*phrase)
    return Draft("level", None, subject, verb, quantity, "part", share_of=phrase)


def parse_after(scope: Scope, start: int) -> Span | None:
    """Read the noun phrase from ``start`` to the end of its clause."""
    end = start
    while end < scope.end and scope.text[end] not in "，；。：！？":
        end += 1
    found = parse_theme(scope, start, end)
    return None if found.empty else (found.start, found.end)


def _before_draft(reader: Reader, quantity: Mention, found: Parse) -> Draft | None:
    scope = reader.scope
    subject = _own_subject(reader, found)
    if subject is None and found.empty:
        subject = _theme_behind(scope, quantity)
    deed = _listed_deed(reader, quantity, found)
    if deed is not None and reader.subject is not None:
        return Draft("level", None, reader.subject, deed, quantity, "inherited")
    if subject is None or _narrows(scope, quantity, found):
        return None
    trigger, kind, direction = found.trigger, found.kind, found.direction
    after = _direction_behind(scope, quantity) if direction is None else None
    if after is not None:
        direction, trigger, kind = after, (after.start, after.end), "direction"
    hedge = quantity.value.get("hedge_start")
    if trigger is None and hedge is not None:
        trigger, kind = (hedge, quantity.value["hedge_end"]), "reach"
    elif trigger is None and (bound := BOUNDED.match(scope.text, quantity.start)):
        trigger, kind = bound.span(), "reach"
    if trigger is None and found.empty:
        trigger = verb_behind(scope, quantity, scope.end)
        theme = parse_after(scope, trigger[1]) if trigger and quantity.value["dimension"] == "person" else None
        if theme is not None:
            subject = Subject(*theme)  # 731万人|纳入|职业伤害保障范围
    trigger, kind = _share_trigger(reader, quantity, found, trigger, kind)
    if kind == "do" and not found.empty:
        subject = _after_examples(scope.text, subject)
    if "reached" in quantity.value:
        return Draft("level", quantity.value["reached"], subject, reader.drafts[-1].trigger, quantity, "moved")
    pattern = _pattern(found, kind)
    if pattern == "bare" and (_is_new(scope.text, subject) or "cut" in found.roles):
        pattern = "new"
    draft = Draft(*_kind(direction, quantity), subject, trigger, quantity, pattern)
    draft.from_quantity = reader.pending
    return draft


def _theme_behind(scope: Scope, quantity: Mention) -> Subject | None:
    """5.6万人取得技能证书 without a subject before it is about the certificates."""
    verb = verb_behind(scope, quantity, scope.end)
    theme = parse_after(scope, verb[1]) if verb else None
    return Subject(*theme) if theme else None


def _listed_deed(reader: Reader, quantity: Mention, found: Parse) -> Span | None:
    """新开工道路20公里、建成15公里: a verb alone goes on with the subject before it."""
    verb = triggers().get(reader.scope.text[found.start : found.end])
    if verb is None or verb.kind != "do" or found.direction or not reader.drafts:
        return None
    last = reader.drafts[-1].quantity
    same = last is not None and last.value["unit"] == quantity.value["unit"]
    return (found.start, found.end) if same else None


def _own_subject(reader: Reader, found: Parse) -> Subject | None:
    text = reader.scope.text
    if found.empty:
        deed = found.trigger if found.kind == "do" else None
        return reader.subject or (Subject(*deed) if deed else None)
    subject = Subject(found.start, found.end)
    if found.lead is not None:
        return replace(subject, text=text[slice(*found.lead)] + text[found.start : found.end])
    before = reader.subject
    if before is None or text[found.end : found.end + 1] != "的":
        return subject
    # 污染较重的占5%: the head is that of the subject before
    words = before.text or text[before.start : before.end]
    head = words[words.rfind("的") :] if "的" in words else ""
    return replace(subject, text=text[found.start : found.end] + head, inherited=True) if head else subject


def _after_examples(text: str, subject: Subject) -> Subject:
    """建设书屋、礼堂等文化设施76个 counts the 文化设施."""
    at = text.rfind("等", subject.start + 2, subject.end - 2)
    listed = at >= 0 and "、" in text[subject.start : at]
    return replace(subject, start=at + 1) if listed else subject


def _is_new(text: str, subject: Subject) -> bool:
    """城镇新增就业, 新建住房: a sum over the period, not a state at its end."""
    return NEW in (subject.text or text[subject.start : subject.end])


def _direction_behind(scope: Scope, quantity: Mention) -> Mention | None:
    """两位数增长, 5%的增长: the noun of motion follows its number."""
    at = quantity.end + scope.text.startswith("的", quantity.end)
    mention = scope.by_start.get(at)
    return mention if mention is not None and mention.label == "DIRECTION" else None


def _follows(reader: Reader, quantity: Mention, found: Parse) -> bool:
    """新建幼儿园650所、中学28所: a list of like counts shares its verb."""
    before = reader.scope.text[reader.scope.start : found.start].rstrip()
    listed = before[-1:] in JOINTS
    return listed and bool(reader.trigger) and reader.trigger[2] == _class(quantity)  # type: ignore[index]


def _class(quantity: Mention) -> str:
    dimension = quantity.value["dimension"]
    return dimension or quantity.value["unit"]


def _kind(direction: Mention | None, quantity: Mention) -> tuple[str, str | None]:
    """To-sense and 翻一番 reach a value, the rest moves by one."""
    if direction is None:
        return "level", None
    value = direction.value
    reached = value["to"] or value["lemma"].startswith("翻")
    return ("level" if reached else "change"), value["direction"]


def _pattern(found: Parse, kind: str) -> str:
    if found.empty:
        return "inherited"
    if found.direction is not None:
        return "governed" if found.governs else "moved"
    return {"do": "done", "reach": "reached", "have": "had"}.get(kind, "bare")


def _narrows(scope: Scope, quantity: Mention, found: Parse) -> bool:
    """An age or a length of action is no value: 60岁以上老人, 提前50天完成."""
    if found.direction or found.kind == "reach":
        return False
    if quantity.value["unit"] in UNCOUNTED:
        return found.empty
    return quantity.value["dimension"] == "time" and not TERM.search(scope.text, found.start, found.end)
