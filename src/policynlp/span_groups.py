"""What was found, as ``doc.ents`` and span groups of spaCy."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from spacy.tokens import Doc, Span

from policynlp.extensions import read_layer, read_layout
from policynlp.layout import Layout
from policynlp.schema import Mention
from policynlp.segmenter.alignment import align_tokens, token_borders
from policynlp.spans import ENTITY_LAYERS, PRECEDENCE, flatten, units_of

ENT: list[int | str] = ["ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID"]
INSIDE, OUTSIDE, BEGINS = 1, 2, 3  # values of ENT_IOB

Place = tuple[int, int, int]  # first token, the token behind the last, hash of the label


def mark_spans(doc: Doc) -> Doc:
    """Set ``doc.ents`` (flat) and a span group for each layer.

    Words that a span begins or ends in are cut there: the document that is given back is another.
    """
    layout = read_layout(doc)
    layers = {layer: read_layer(doc, layer) for layer in ENTITY_LAYERS}
    layers["units"] = list(units_of(layers["quantities"]))
    every = [mention for mentions in layers.values() for mention in mentions]
    doc = align_tokens(doc, _raw_places(layout, every).ravel().tolist())
    find = _finder(doc, layout)
    for layer, mentions in layers.items():
        doc.spans[layer] = [Span(doc, *place) for place in find(mentions)]
    _set_entities(doc, find(flatten(m for layer in ENTITY_LAYERS for m in layers[layer])))
    return doc


def _raw_places(layout: Layout, mentions: Sequence[Mention]) -> Any:
    """Give a row of start and end in the raw text for each mention; all at once, for speed."""
    # an end is behind a character: white space after it stays out
    clean = np.array([(m.start, m.end - 1) for m in mentions], np.int64).reshape(-1, 2)
    clean_starts, raw_starts = np.array(layout.clean_starts), np.array(layout.raw_starts)
    runs = np.searchsorted(clean_starts, clean, side="right") - 1
    return raw_starts[runs] + clean - clean_starts[runs] + (0, 1)


def _finder(doc: Doc, layout: Layout) -> Callable[[Sequence[Mention]], list[Place]]:
    """Build what gives the tokens and the label of mentions; of one that fits no tokens, nothing."""
    labels = {label: doc.vocab.strings.add(label) for label in (*PRECEDENCE, "UNIT")}
    starts, ends = token_borders(doc)

    def find(mentions: Sequence[Mention]) -> list[Place]:
        if not len(doc):
            return []
        begin, end = _raw_places(layout, mentions).T
        first, last = np.searchsorted(starts[:-1], begin), np.searchsorted(ends[:-1], end)
        fits = (starts[first] == begin) & (ends[last] == end)
        rows = zip(first.tolist(), last.tolist(), mentions, fits.tolist(), strict=True)
        return [(one, other + 1, labels[m.label]) for one, other, m, fit in rows if fit]

    return find


def _set_entities(doc: Doc, places: Iterable[Place]) -> None:
    """Do what ``doc.ents = …`` does, without a look at each token."""
    states, labels = [OUTSIDE] * len(doc), [0] * len(doc)
    for start, end, label in places:
        states[start:end] = [BEGINS, *[INSIDE] * (end - start - 1)]
        labels[start:end] = [label] * (end - start)
    if len(doc):
        none = [0] * len(doc)
        rows: Any = np.array([states, labels, none, none], np.uint64).T
        doc.from_array(ENT, rows)
