"""What was found, as flat entities and span groups in the terms of the raw text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from spacy.tokens import Doc
from spacy.util import filter_spans

from policynlp.claims import SPACE
from policynlp.extensions import read_layer, read_layout
from policynlp.layout import Layout
from policynlp.schema import Mention
from policynlp.segmenter.alignment import align_tokens

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
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (RANK[m.label], m.start - m.end, m.start)):
        cells = range(mention.start, mention.end)
        if taken.isdisjoint(cells):
            kept.append(mention)
            taken.update(cells)
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
        text = SPACE.sub("", raw[start:end])
        records.append(
            {"start": start + shift, "end": end + shift, "label": mention.label, "text": text}
        )
    return records


def mark_spans(doc: Doc) -> Doc:
    """Set ``doc.ents`` (flat) and a span group for each layer.

    Words that a span begins or ends in are cut there: the document that is given back is another.
    """
    layout = read_layout(doc)
    layers = {layer: read_layer(doc, layer) for layer in ENTITY_LAYERS}
    layers["units"] = list(units_of(layers["quantities"]))
    doc = align_tokens(doc, _borders(layout, layers.values()))
    for layer, mentions in layers.items():
        doc.spans[layer] = [span for m in mentions if (span := _span(doc, layout, m))]
    flat = flatten(m for layer in ENTITY_LAYERS for m in layers[layer])
    doc.ents = filter_spans([span for m in flat if (span := _span(doc, layout, m))])
    return doc


def _span(doc: Doc, layout: Layout, mention: Mention) -> Any:
    start, end = layout.raw_start(mention.start), layout.raw_end(mention.end)
    return doc.char_span(start, end, label=mention.label)


def _borders(layout: Layout, layers: Iterable[Sequence[Mention]]) -> Iterator[int]:
    for mention in chain.from_iterable(layers):
        yield layout.raw_start(mention.start)
        yield layout.raw_end(mention.end)
