"""Names that share their head and are one: 智慧园区、绿色港口和数字航道试点."""

import re
from functools import cache

from policynlp.components.name_chunks import Chunks, strip_soft
from policynlp.lexicons import iter_forms, row_forms

_LINKS = frozenset("、和与及等")
_ITEM = range(2, 11)
_NO_VERBS = frozenset("的和与及等在对以将")
SHARED = frozenset(("campaign", "plan", "scheme", "mechanism", "law"))
_WEAK = frozenset(("GROUP", "SECTOR"))


def first_item(text: str, name: tuple[int, int], chunks: Chunks) -> int:
    """Begin at the first of the names that share the head: 智慧园区、绿色港口和数字航道试点."""
    first, end = name
    if text[first - 1 : first] not in _LINKS:
        return first
    starts, stops = chunks
    here = int(starts.searchsorted(first))
    if here == len(starts) or starts[here] != first or _goes_on().match(text, end):
        return first
    while here and text[stops[here - 1] : first] in _LINKS:
        here -= 1
        first, stop = int(starts[here]), int(stops[here])
        if stop - first not in _ITEM or _named().search(text, first, stop):
            return name[0]
    if first == name[0]:
        return first
    after_verb = text[first - 1 : first].isalpha() and text[first - 1] not in _NO_VERBS
    return strip_soft(text, first, end) if after_verb else name[0]


@cache
def _named() -> re.Pattern[str]:
    """What has a head of its own shares none, nor do places and counted things."""
    heads = [form for form, row in iter_forms("name_heads") if row["label"] not in _WEAK]
    heads += [form for name in ("policies", "organizations") for form, _ in iter_forms(name)]
    heads += row_forms("name_deeds", "own")
    return re.compile(rf"(?:{'|'.join(map(re.escape, heads))})\Z|\d")


@cache
def _goes_on() -> re.Pattern[str]:
    """Where the list goes on, each of its names stands for itself."""
    return re.compile("[、和与及等]")
