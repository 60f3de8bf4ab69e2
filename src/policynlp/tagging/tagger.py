"""Sentences of a text, and what the rules found in them, to the mentions that the tagger finds."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
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


def start(network: Network, readings: Sequence[Reading]) -> Callable[[], list[list[Mention]]]:
    """Begin to tag the sentences of several texts in one go; no text changes what is in another.

    Returns:
        The call that waits and gives for each text its mentions, flat and in order;
        ``value["confidence"]`` is how likely the least sure character of a mention is right.
    """
    pieces = [
        _Piece(number, window)
        for number, reading in enumerate(readings)
        for first, last in reading.sentences
        if first < last
        for window in windows_of(first, last)
    ]
    starts = [[mention.start for mention in reading.rules] for reading in readings]
    texts = [readings[n].text[window.start : window.end] for n, window in pieces]
    rules = [_rules(readings[n].rules, starts[n], window) for n, window in pieces]
    return partial(_collect, pieces, network.start(texts, rules), len(readings))


def _rules(rules: Sequence[Mention], starts: Sequence[int], window: Window) -> list[int]:
    first, last = bisect_left(starts, window.start), bisect_left(starts, window.end)
    return tags_of(rules[first:last], window.start, window.end)


def _collect(
    pieces: Sequence[_Piece], tags: Callable[[], list[Tagged]], readings: int
) -> list[list[Mention]]:
    found: list[list[Mention]] = [[] for _ in range(readings)]
    for number, group in _sentences(pieces, tags()):
        found[number] += _mentions(group)
    return found


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
    sureness = [one.sureness[w.first - w.start : w.last - w.start] for w, one in group]
    sure: list[float] = np.concatenate(sureness).tolist()
    for mention in spans_of(tags.tolist()):
        confidence = round(min(sure[mention.start : mention.end]), 4)
        yield Mention(
            start + mention.start, start + mention.end, mention.label, {"confidence": confidence}
        )
