"""What was found, as flat entities in the terms of the raw text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from policynlp.claims import without_space
from policynlp.layout import Layout
from policynlp.schema import Mention

# who wins where spans overlap: the longest POLICY or INDICATOR over what stands inside it
PRECEDENCE = (
    "POLICY",
    "INDICATOR",
    "QUANTITY",
    "TIME",
    "DIRECTION",
    "EVENT",
    "ORG",
    "REGION",
    "SECTOR",
    "GROUP",
)
ENTITY_LAYERS = ("quantities", "cells", "times", "regions", "entities", "directions", "indicators")
RANK = {label: max(rank, 1) for rank, label in enumerate(PRECEDENCE)}  # of the first two the longer


def flatten(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep mentions that do not overlap, by rank of label, then the longer, then the earlier."""
    ranked = sorted(mentions, key=lambda m: (RANK[m.label], m.start - m.end, m.start))
    kept: list[Mention] = []
    taken = bytearray(max((mention.end for mention in ranked), default=0))
    for mention in ranked:
        start, end = mention.start, mention.end
        if taken.find(1, start, end) < 0:
            kept.append(mention)
            taken[start:end] = b"\1" * (end - start)
    return sorted(kept, key=lambda m: m.start)


def units_of(quantities: Iterable[Mention]) -> Iterator[Mention]:
    """Give the units inside each quantity; 4%—8% has two, a bare index none."""
    for mention in quantities:
        yield from (Mention(start, end, "UNIT") for start, end in mention.value.get("units", ()))


def entity_records(
    raw: str, layout: Layout, layers: Mapping[str, Sequence[Mention]], *, shift: int = 0
) -> list[dict[str, Any]]:
    """Give the flat entities, and units inside quantities, as JSON values over ``raw``.

    ``shift`` is added to every offset, for a piece of a longer text.
    """
    flat = flatten(m for layer in ENTITY_LAYERS for m in layers.get(layer, ()))
    units = units_of(m for m in flat if m.label == "QUANTITY")
    records = []
    for mention in sorted([*flat, *units], key=lambda m: (m.start, -m.end)):
        start, end = layout.raw_start(mention.start), layout.raw_end(mention.end)
        text = without_space(raw[start:end])
        records.append(
            {"start": start + shift, "end": end + shift, "label": mention.label, "text": text}
        )
    return records
