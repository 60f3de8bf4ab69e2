"""Tokens cut where spans begin and end, so that no span is wider than what was found."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.tokens import Doc


def align_tokens(doc: Doc, cuts: Iterable[int]) -> Doc:
    """Give the document with its tokens cut at these offsets; itself if all are borders already.

    The parts of a token take over its tag, its place in the parse (the last part heads the others)
    and whatever is stored on the document. They have no lemma, and entities are to be set anew.
    """
    if not len(doc):
        return doc
    starts, ends = token_borders(doc)
    places = np.fromiter(cuts, np.int64)
    within = np.searchsorted(starts, places, side="right") - 1
    inside = np.unique(places[(places > starts[within]) & (places < ends[within])])
    if not len(inside):
        return doc
    borders = np.union1d(starts, inside)
    owners = np.searchsorted(starts, borders, side="right") - 1
    return _rebuild(doc, borders.tolist(), owners.tolist())


def token_borders(doc: Doc) -> tuple[Any, Any]:
    """Give the offsets where the tokens begin and where they end, as two arrays."""
    length, space = doc.to_array(["LENGTH", "SPACY"]).astype(np.int64).reshape(-1, 2).T
    behind = np.cumsum(length + space)
    return behind - length - space, behind - space


def _rebuild(doc: Doc, borders: list[int], owners: list[int]) -> Doc:
    last = [one != other for one, other in pairwise([*owners, None])]
    spaces = [end and bool(doc[owner].whitespace_) for owner, end in zip(owners, last, strict=True)]
    text = doc.text
    words = [
        text[start : end - space]
        for (start, end), space in zip(pairwise([*borders, len(text)]), spaces, strict=True)
    ]
    aligned = Doc(
        doc.vocab, words, spaces, user_data=doc.user_data, **_annotations(doc, owners, last)
    )
    aligned.cats, aligned._context = doc.cats, doc._context
    if doc.tensor.size:
        aligned.tensor = doc.tensor[owners]
    _copy_spans(doc, aligned)
    return aligned


def _annotations(doc: Doc, owners: list[int], last: list[bool]) -> dict[str, Any]:
    """Give what ``Doc`` takes: the layers that were set, a value for each part."""
    tokens = [doc[owner] for owner in owners]
    first = [True, *last[:-1]]
    layers: dict[str, Any] = {}
    if doc.has_annotation("TAG"):
        layers["tags"] = [token.tag_ for token in tokens]
    if doc.has_annotation("POS"):
        layers["pos"] = [token.pos_ for token in tokens]
    if doc.has_annotation("MORPH"):
        layers["morphs"] = [str(token.morph) for token in tokens]
    if doc.has_annotation("LEMMA"):
        whole = zip(tokens, first, last, strict=True)
        layers["lemmas"] = [
            token.lemma_ if begins and ends else "" for token, begins, ends in whole
        ]
    if doc.has_annotation("DEP"):
        ends = [place for place, end in enumerate(last) if end]
        layers["deps"] = [token.dep_ for token in tokens]
        layers["heads"] = [
            ends[token.head.i if end else token.i] for token, end in zip(tokens, last, strict=True)
        ]
    elif doc.has_annotation("SENT_START"):
        layers["sent_starts"] = [
            token.is_sent_start and begins for token, begins in zip(tokens, first, strict=True)
        ]
    return layers


def _copy_spans(doc: Doc, aligned: Doc) -> None:
    for name, group in doc.spans.items():
        copies = [
            aligned.char_span(
                span.start_char, span.end_char, span.label_, kb_id=span.kb_id, span_id=span.id
            )
            for span in group
        ]
        aligned.spans[name] = [copy for copy in copies if copy is not None]
