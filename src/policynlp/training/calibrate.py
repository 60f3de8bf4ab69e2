"""One number that makes the tagger as sure as it is right (temperature scaling, Guo et al. 2017)."""

from collections.abc import Sequence
from typing import Any

import numpy as np

CANDIDATES = np.geomspace(0.5, 4.0, 43)


def fit_temperature(logits: Sequence[Any], tags: Sequence[Sequence[int]]) -> float:
    """Give the temperature under which the right tags are most likely; 1 if there are none.

    Args:
        logits: [length, tags] of each row.
        tags: the right tags of each row.
    """
    if not logits:
        return 1.0
    scores = np.concatenate(logits).astype(np.float64)
    right = np.concatenate([np.asarray(row, dtype=np.int64) for row in tags])
    return float(min(CANDIDATES, key=lambda t: _surprise(scores / t, right)))


def _surprise(scores: Any, right: Any) -> float:
    top = scores.max(axis=1)
    total = top + np.log(np.exp(scores - top[:, None]).sum(axis=1))
    return float((total - scores[np.arange(len(right)), right]).mean())
