"""A list of values: each with a subject, a place, a year and a first value of its own."""

from dataclasses import replace
from itertools import pairwise

from policynlp.linking.distribution import spread
from policynlp.linking.drafts import Draft, Subject
from policynlp.linking.ratios import is_one_whole
from policynlp.linking.reader import Reader
from policynlp.linking.values import LIST_GAP
from policynlp.schema import Mention


def pair_sources(reader: Reader, drafts: list[Draft]) -> None:
    """由20万元、13万元提高到|54万元、42万元: give each value its own first one, in place."""
    if len(drafts) > 1 and len(drafts) == len(reader.sources):
        for draft, source in zip(drafts, reader.sources, strict=True):
            draft.from_quantity = source


def expand(
    reader: Reader, draft: Draft, group: list[Mention], *, distributive: bool
) -> list[Draft]:
    """Give each value of a list its own claim, with its own subject, place or year."""
    drafts = [draft, *(replace(draft, quantity=quantity) for quantity in group[1:])]
    if not distributive and len(group) == 1:
        return drafts
    own = _own_edges(reader, draft, group)
    if own is not None:
        return own
    if is_one_whole(reader.scope.text, group, draft.subject):
        return drafts
    spread_out = spread(reader.scope.text, drafts, _earlier(reader, len(group)))
    if distributive or all(d.pattern != "unaligned" for d in spread_out):
        return spread_out
    return drafts


def _own_edges(reader: Reader, draft: Draft, group: list[Mention]) -> list[Draft] | None:
    """甲市、乙市分别达到600亿元、500亿元: each value has its own place, or its own year."""
    text, start = reader.scope.text, reader.scope.start
    left = max(start, text.rfind("；", start, group[0].start))
    for layer, name in (("regions", "region"), ("times", "period")):
        listed = reader.scope.inside(layer, left, group[0].start)[-len(group) :]
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
