"""Sentences of a text, and what the rules found in them, to the mentions that the tagger finds."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from policynlp.schema import Mention
from policynlp.tagging.labels import spans_of, tags_of
from policynlp.tagging.session import Network, Tagged
from policynlp.tagging.windows import Window, windows_of

Span = tuple[int, int]


class Reading(NamedTuple):
    """A text to tag: its sentences and the rules' mentions, flat, all in clean offsets."""

    text: str
    sentences: Sequence[Span]
    rules: Sequence[Mention]


class _Piece(NamedTuple):
    reading: int
    window: Window


def tag(network: Network, readings: Sequence[Reading]) -> list[list[Mention]]:
    """Tag the sentences of several texts in one go; no text changes what is found in another.

    Returns:
        For each text its mentions, flat and in order; ``value["confidence"]`` is how likely the
        least sure character of a mention is right.
    """
    pieces = [
        _Piece(number, window)
        for number, reading in enumerate(readings)
        for start, end in reading.sentences
        if start < end
        for window in windows_of(start, end)
    ]
    texts = [readings[n].text[window.start : window.end] for n, window in pieces]
    rules = [list(_rules(readings, number, window)) for number, window in pieces]
    found: list[list[Mention]] = [[] for _ in readings]
    for number, group in _sentences(pieces, network.tag(texts, rules)):
        found[number] += _mentions(group)
    return found


def _rules(readings: Sequence[Reading], number: int, window: Window) -> Iterable[int]:
    reading = readings[number]
    starts = [mention.start for mention in reading.rules]
    first, last = np.searchsorted(starts, [window.start, window.end])
    return tags_of(reading.rules[first:last], window.start, window.end)


def _sentences(
    pieces: Sequence[_Piece], tagged: Sequence[Tagged]
) -> Iterator[tuple[int, list[tuple[Window, Tagged]]]]:
    """Put the windows of each sentence together: the last one ends where its text is kept to."""
    group: list[tuple[Window, Tagged]] = []
    for (number, window), one in zip(pieces, tagged, strict=True):
        group.append((window, one))
        if window.last == window.end:
            yield number, group
            group = []


def _mentions(group: Sequence[tuple[Window, Tagged]]) -> Iterator[Mention]:
    start = group[0][0].start
    tags = np.concatenate([one.tags[w.first - w.start : w.last - w.start] for w, one in group])
    sure = np.concatenate([one.sureness[w.first - w.start : w.last - w.start] for w, one in group])
    for mention in spans_of(tags.tolist()):
        confidence = round(float(sure[mention.start : mention.end].min()), 4)
        yield Mention(
            start + mention.start, start + mention.end, mention.label, {"confidence": confidence}
        )
