"""Claims with a number: one for each quantity of a clause."""

from dataclasses import replace

from policynlp.linking import shares
from policynlp.linking.clauses import Clause
from policynlp.linking.counted import counted_draft, prefers_behind
from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.expanding import expand, pair_sources
from policynlp.linking.fields import complete
from policynlp.linking.given import given_to
from policynlp.linking.moods import LASTING
from policynlp.linking.parses import Parse
from policynlp.linking.parts import part_draft
from policynlp.linking.passers import drop_sum
from policynlp.linking.phrases import parse
from policynlp.linking.places import keep_place, note_list
from policynlp.linking.preceding import preceding_draft
from policynlp.linking.ratios import SHARES
from policynlp.linking.reader import Reader
from policynlp.linking.recipients import recipients_draft
from policynlp.linking.relations import excess_draft, multiple_draft, share_draft, share_subject
from policynlp.linking.senses import quantity_with_unit
from policynlp.linking.stretches import divide
from policynlp.linking.subjects import Attached, attached
from policynlp.linking.values import (
    is_frame,
    limit_after,
    list_size,
    sums_up,
    values,
)
from policynlp.linking.venues import frame_end, held_draft
from policynlp.schema import Mention

COMPARING = ("multiple", "excess")
PIECES = ("count", "area", "length")
WHOLE = 100
TO_WORDS = ("到", "至", "为", "达到", "达")


def read_clause(reader: Reader, clause: Clause) -> None:
    """Read every quantity of the clause in order, lists of values (3.5%、5.3%和5.0%) together."""
    quantities = values(reader.scope, clause)
    left = clause.start
    while quantities:
        if framed := frame_end(reader.scope.text, quantities):
            frame = quantities.pop(0)
            reader.context.take(reader.scope.text, parse(reader.scope, left, frame.start))
            left = framed
        passed = drop_sum(reader.scope.text, quantities)
        size = list_size(reader.scope.text, quantities, left)
        group, quantities = quantities[:size], quantities[size:]
        after = quantities[0].start if quantities else clause.end
        right, gap = divide(reader.scope.text, group[-1].end, after, last=not quantities)
        right, gap = passed or (right, gap)
        served = given_to(reader.scope, group[0], left, after) if size == 1 else None
        _read_group(reader, group, left, right, served)
        if not (size == 1 and quantities and sums_up(reader.scope.text, group[0], left)):
            left = gap if served is None else max(gap, served.phrase[1])


def _read_group(
    reader: Reader, group: list[Mention], left: int, right: int, served: Attached | None
) -> None:
    limit = limit_after(reader.scope, group[-1])
    behind = served or attached(reader.scope, limit.end if limit else group[-1].end, right)
    pieces = group[0].value["dimension"] in PIECES
    found = parse(reader.scope, left, group[0].start, counted=behind is not None, pieces=pieces)
    if served is not None and found.kind == "reach":
        found.trigger, found.kind = None, ""  # 累计|为|80个行政村安装路灯
    if _is_source(reader, group, found, left, right):
        return
    if behind and sums_up(reader.scope.text, group[0], left):
        return
    if is_frame(reader.scope.text, group, right):
        if not found.empty:
            reader.subject = Subject(found.start, found.end)
        return
    draft = _draft(reader, group[0], left, found, behind)
    if draft is None:
        return
    if draft.pattern in COMPARING:
        found.period = draft.period  # 是2012年的1.9倍: the year is that of the base
    keep_place(reader, draft)
    reader.context.take(reader.scope.text, found)
    draft.period = draft.period or found.period
    draft.region = draft.region or found.region
    draft.yearly = bool(found.roles & {"yearly", "successive"})
    _set_baseline(reader, draft, found)
    draft.quantity = quantity_with_unit(reader, draft, group[0], right)
    group[0] = draft.quantity
    drafts = expand(reader, draft, group, distributive="each" in found.roles)
    pair_sources(reader, drafts)
    reader.drafts += [complete(reader.scope, d, reader.context, found.roles) for d in drafts]
    note_list(reader, drafts)
    reader.group = [d.subject for d in drafts]
    reader.subject = drafts[-1].subject.inherit() if len(drafts) > 1 else draft.subject.inherit()
    reader.pending, reader.pending_base, reader.pending_whole = None, None, None
    reader.sources = []


def _set_baseline(reader: Reader, draft: Draft, found: Parse) -> None:
    """A baseline reaches the coordinate changes of the same subject: 比上年增加208所、增长1.9%."""
    own = draft.baseline or found.baseline or reader.pending_base
    if own is not None:
        reader.context.baseline = own
    elif draft.kind != "change" or not (draft.subject.inherited or _lists_changes(reader, found)):
        reader.context.baseline = None
    draft.baseline = own if draft.yearly else own or reader.context.baseline


def _lists_changes(reader: Reader, found: Parse) -> bool:
    """纺织业比上年增长7%，汽车业增长5%: rates in a row are measured alike."""
    last = reader.drafts[-1] if reader.drafts else None
    if last is None or found.roles & LASTING:
        return False
    return last.kind == "change" and last.pattern not in COMPARING


def _is_source(reader: Reader, group: list[Mention], found: Parse, left: int, right: int) -> bool:
    """由77.7%提升至91.2%: keep the first value, or values, for the claim of the second."""
    if found.source is None:
        return False
    text, quantity = reader.scope.text, group[0]
    begin = group[-1].end + (len(group) >= SHARES and text.startswith("，变为", group[-1].end))
    tail = text[begin : right + 20].split("，")[0]
    if not any(word in tail for word in TO_WORDS):
        return False
    share = shares.read_share(reader.scope, left, found.source)
    if share is not None and share.composed is not None:
        reader.subject = share_subject(reader, share) or reader.subject
        reader.pending_whole = share.whole
    elif not found.empty:
        own = Subject(found.start, found.end)
        keep_place(reader, Draft("level", None, own, None, quantity, "moved"))
        reader.subject = own
        reader.context.region = found.region or reader.context.region
    base = found.period and found.period._replace(
        label="BASELINE", value={"kind": "from", "time": found.period.value}
    )
    reader.pending, reader.pending_base = quantity, base or found.baseline
    reader.sources = group
    return True


def _draft(
    reader: Reader, quantity: Mention, left: int, found: Parse, behind: Attached | None
) -> Draft | None:
    scope = reader.scope
    if behind is not None and behind.given:
        return counted_draft(reader, quantity, found, behind)
    served = recipients_draft(reader, quantity, left) or held_draft(reader, quantity)
    if served is not None:
        return served
    share = shares.read_share(scope, left, quantity.start)
    if share is not None:
        return share_draft(reader, quantity, share, found)
    compared = None if found.direction else _compared(reader, quantity, left)
    if compared is not None:
        return compared
    if behind is not None and prefers_behind(scope.text, quantity, found):
        return _behind_draft(reader, quantity, found, behind)
    return preceding_draft(reader, quantity, found)


def _compared(reader: Reader, quantity: Mention, left: int) -> Draft | None:
    """是2012年的1.9倍, 高于全国0.4个百分点."""
    if quantity.value["unit"] == "倍":
        return multiple_draft(reader, quantity, left)
    return excess_draft(reader, quantity, left) if quantity.value["unit"] == "百分点" else None


def _behind_draft(
    reader: Reader, quantity: Mention, found: Parse, behind: Attached
) -> Draft | None:
    if quantity.value["dimension"] != "ratio":
        return counted_draft(reader, quantity, found, behind)
    if found.empty and not found.direction and found.kind != "reach":
        return part_draft(reader, quantity, behind)
    draft = preceding_draft(reader, quantity, found)
    if draft is None or (found.direction is not None and not found.direction.value["to"]):
        return draft  # 增长4%的要求, but 扩大到86%的县
    if quantity.value["value"] == WHOLE and not reader.scope.text.startswith("的", quantity.end):
        return draft  # 贫困村100%通电
    return replace(draft, share_of=behind.phrase)
