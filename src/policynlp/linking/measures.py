"""Claims with a number: one for each quantity of a clause."""

from policynlp.linking.bases import COMPARING, set_baseline
from policynlp.linking.choosing import choose_draft
from policynlp.linking.clauses import Clause
from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.expanding import expand, pair_sources
from policynlp.linking.fields import complete
from policynlp.linking.given import given_to
from policynlp.linking.parses import Parse
from policynlp.linking.passers import drop_sum
from policynlp.linking.pending import keep_source
from policynlp.linking.phrases import parse
from policynlp.linking.places import keep_place, note_list
from policynlp.linking.reader import Reader
from policynlp.linking.scope import Scope
from policynlp.linking.senses import lend_unit, quantity_with_unit
from policynlp.linking.stretches import divide
from policynlp.linking.subjects import Attached, attached
from policynlp.linking.values import is_frame, limit_after, list_size, sums_up, values
from policynlp.linking.venues import frame_end
from policynlp.schema import Mention

PIECES = ("count", "area", "length")


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
    found, behind = _words_around(reader.scope, group, left, right, served)
    if keep_source(reader, group, found, left, right):
        return
    if behind and sums_up(reader.scope.text, group[0], left):
        return
    if is_frame(reader.scope.text, group, right):
        if not found.empty:
            reader.subject = Subject(found.start, found.end)
        return
    draft = choose_draft(reader, group[0], left, found, behind)
    if draft is not None:
        _settle(reader, draft, found)
        first = draft.quantity = quantity_with_unit(reader, draft, group[0], right)
        _take(reader, draft, [first, *lend_unit(first, group[1:])], found)


def _words_around(
    scope: Scope, group: list[Mention], left: int, right: int, served: Attached | None
) -> tuple[Parse, Attached | None]:
    """Read the words before the values and the noun behind them."""
    limit = limit_after(scope, group[-1])
    behind = served or attached(scope, limit.end if limit else group[-1].end, right)
    pieces = group[0].value["dimension"] in PIECES
    found = parse(scope, left, group[0].start, counted=behind is not None, pieces=pieces)
    if served is not None and found.kind == "reach":
        found.trigger, found.kind = None, ""  # 累计|为|80个行政村安装路灯
    return found, behind


def _settle(reader: Reader, draft: Draft, found: Parse) -> None:
    """Give the claim its time, place and base."""
    if draft.pattern in COMPARING:
        found.period = draft.period  # 是2012年的1.9倍: the year is that of the base
    keep_place(reader, draft)
    reader.context.take(reader.scope.text, found)
    draft.period = draft.period or found.period
    draft.region = draft.region or found.region
    draft.yearly = bool(found.roles & {"yearly", "successive"})
    set_baseline(reader, draft, found)


def _take(reader: Reader, draft: Draft, group: list[Mention], found: Parse) -> None:
    """Make a claim of every value of the group, and note what the next may go on with."""
    drafts = expand(reader, draft, group, distributive="each" in found.roles)
    pair_sources(reader, drafts)
    reader.drafts += [complete(reader.scope, d, reader.context, found.roles) for d in drafts]
    note_list(reader, drafts)
    reader.group = [d.subject for d in drafts]
    reader.subject = drafts[-1].subject.inherit() if len(drafts) > 1 else draft.subject.inherit()
    reader.pending, reader.pending_base, reader.pending_whole = None, None, None
    reader.sources = []
