"""Sentences of a text, and what the rules found in them, to the mentions that the tagger finds."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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


class Found(NamedTuple):
    """What the tagger finds in a text, and how far it believes each of the rules' mentions.

    Attributes:
        mentions: flat and in order; ``value["confidence"]`` is how likely the least sure character
            of a mention is right.
        beliefs: for each mention by rule how likely it holds its label, a mean over its characters; 1
            where it was not read.
    """

    mentions: list[Mention]
    beliefs: list[float]


class _Piece(NamedTuple):
    reading: int
    window: Window


def start(network: Network, readings: Sequence[Reading]) -> Callable[[], list[Found]]:
    """Begin to tag the sentences of several texts in one go; no text changes what is in another.

    Returns:
        The call that waits and gives what is found, for each text.
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
    return partial(_collect, pieces, network.start(texts, rules), readings)


def _rules(rules: Sequence[Mention], starts: Sequence[int], window: Window) -> list[int]:
    first, last = bisect_left(starts, window.start), bisect_left(starts, window.end)
    return tags_of(rules[first:last], window.start, window.end)


def _collect(
    pieces: Sequence[_Piece], tags: Callable[[], list[Tagged]], readings: Sequence[Reading]
) -> list[Found]:
    mentions: list[list[Mention]] = [[] for _ in readings]
    belief = [np.ones(len(reading.text)) for reading in readings]
    for number, start, whole in _sentences(pieces, tags()):
        mentions[number] += _mentions(start, whole)
        belief[number][start : start + len(whole.belief)] = whole.belief
    beliefs = (_means(r.rules, one) for r, one in zip(readings, belief, strict=True))
    return [Found(*both) for both in zip(mentions, beliefs, strict=True)]


def _means(mentions: Sequence[Mention], belief: NDArray[np.float64]) -> list[float]:
    until = [0.0, *np.cumsum(belief).tolist()]
    return [(until[m.end] - until[m.start]) / (m.end - m.start) for m in mentions]


def _sentences(
    pieces: Sequence[_Piece], tagged: Sequence[Tagged]
) -> Iterator[tuple[int, int, Tagged]]:
    """Put the windows of each sentence together: the last one ends where its text is kept to.

    Gives the number of the text, and where in it the sentence begins.
    """
    group: list[tuple[Window, Tagged]] = []
    for (number, window), one in zip(pieces, tagged, strict=True):
        group.append((window, one))
        if window.last == window.end:
            kept = [[row[w.first - w.start : w.last - w.start] for row in one] for w, one in group]
            yield number, group[0][0].start, Tagged(*map(np.concatenate, zip(*kept, strict=True)))
            group = []


def _mentions(start: int, sentence: Tagged) -> Iterator[Mention]:
    sure: list[float] = sentence.sureness.tolist()
    for mention in spans_of(sentence.tags.tolist()):
        confidence = round(min(sure[mention.start : mention.end]), 4)
        yield Mention(
            start + mention.start, start + mention.end, mention.label, {"confidence": confidence}
        )
