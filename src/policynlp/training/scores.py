"""The best tags of a row, and how well spans are found: precision, recall and F1, micro and by label."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from policynlp.schema import LABELS, Mention
from policynlp.tagging.decode import decode
from policynlp.tagging.labels import spans_of

Scores = dict[str, dict[str, float]]
MICRO = "micro"


def decode_logits(logits: np.ndarray[Any, np.dtype[np.float32]]) -> list[int]:
    """Give the best legal tags of one row of logits [length, tags]."""
    return [int(tag) for tag in decode(logits[None], np.array([len(logits)]))[0]]


def score_tags(pairs: Iterable[tuple[Sequence[int], Sequence[int]]]) -> Scores:
    """Score guessed tags against right ones, span and label exact.

    Args:
        pairs: right and guessed tags of each row.

    Returns:
        ``p``, ``r``, ``f1`` and ``gold`` (how many there are) by label, and for ``micro``.
    """
    right: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    guessed: Counter[str] = Counter()
    for wanted, found in pairs:
        one, two = set(spans_of(wanted)), set(spans_of(found))
        for counter, spans in ((gold, one), (guessed, two), (right, one & two)):
            counter.update(_labels(spans))
    return {name: _score(right[name], gold[name], guessed[name]) for name in (MICRO, *LABELS)}


def _labels(spans: Iterable[Mention]) -> Iterable[str]:
    for span in spans:
        yield span.label
        yield MICRO


def _score(right: int, gold: int, guessed: int) -> dict[str, float]:
    precision = right / guessed if guessed else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return {
        "p": round(precision, 4),
        "r": round(recall, 4),
        "f1": round(2 * precision * recall / both, 4) if both else 0.0,
        "gold": gold,
    }
