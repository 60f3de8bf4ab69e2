"""The best legal sequence of tags (Viterbi over BIO: an I only behind a B or an I of its label)."""

import numpy as np
from numpy.typing import NDArray

from policynlp.tagging.labels import HIDDEN

Scores = NDArray[np.float32]
Tags = NDArray[np.int64]
_NEVER = np.float32(-1e9)


def decode(scores: Scores, lengths: NDArray[np.int64]) -> Tags:
    """Decode a batch.

    Args:
        scores: [batch, length, tags], logits of each tag at each character; tag 0 is
            O, then B and I of each label in turn.
        lengths: [batch], how many characters of each row count.

    Returns:
        [batch, length] numbers of tags, 0 behind the end of a row.
    """
    best: Tags = scores.argmax(axis=2)
    best[np.arange(best.shape[1]) >= lengths[:, None]] = 0
    # where the best tag of each character makes a legal sequence, no other one is better
    rows = np.flatnonzero(_broken(best).any(axis=1))
    if rows.size:
        best[rows] = _search(scores[rows], lengths[rows])
    return best


def _broken(tags: Tags) -> NDArray[np.bool_]:
    """Tell where an I stands behind neither a B nor an I of its label."""
    before = np.zeros_like(tags)
    before[:, 1:] = tags[:, :-1]
    inside = (tags > 0) & (tags % 2 == 0)
    broken: NDArray[np.bool_] = inside & (before != tags) & (before != tags - 1)
    return broken


def _search(scores: Scores, lengths: NDArray[np.int64]) -> Tags:
    batch, length, _ = scores.shape
    total = scores[:, 0].copy()
    total[:, 2::2] = _NEVER  # no I at the beginning
    back = np.zeros(scores.shape, dtype=np.int8)
    ends = {int(end) for end in lengths}
    finals = np.zeros(scores.shape[::2], dtype=np.float32)
    for place in range(length):
        if place:
            total, back[:, place] = _step(total, scores[:, place])
        if place + 1 in ends:
            rows = lengths == place + 1
            finals[rows] = total[rows]
    return _trace(finals.argmax(axis=1), back, lengths, (batch, length))


def _step(total: Scores, scores: Scores) -> tuple[Scores, NDArray[np.int8]]:
    best = total.argmax(axis=1)
    origin = np.repeat(best[:, None], total.shape[1], axis=1)
    reached = np.repeat(total.max(axis=1)[:, None], total.shape[1], axis=1)
    begins, insides = total[:, 1::2], total[:, 2::2]
    stays = insides >= begins
    reached[:, 2::2] = np.where(stays, insides, begins)
    numbers = np.arange(1, total.shape[1], 2)
    origin[:, 2::2] = np.where(stays, numbers + 1, numbers)
    return reached + scores, origin.astype(np.int8)


def _trace(
    last: NDArray[np.int64],
    back: NDArray[np.int8],
    lengths: NDArray[np.int64],
    shape: tuple[int, int],
) -> Tags:
    tags = np.zeros(shape, dtype=np.int64)
    rows = np.arange(shape[0])
    current = last.copy()
    for place in range(shape[1] - 1, -1, -1):
        here = place < lengths
        tags[:, place] = np.where(here, current, 0)
        current = np.where(here, back[rows, place, current], current)
    return tags


def likelihoods(logits: Scores, tags: Tags, known: Tags) -> tuple[Scores, Scores]:
    """Give how likely each character's tag is (softmax over the tags), and the rules' label.

    Args:
        logits: [batch, length, tags].
        tags: [batch, length], the tag of each character.
        known: [batch, length], the tag that the rules gave it, or ``HIDDEN``.

    Returns:
        Two of [batch, length]; where the rules gave no label, the second is 1.
    """
    weights = np.exp(logits - logits.max(axis=2, keepdims=True))
    total = weights.sum(axis=2)
    told = (known > 0) & (known != HIDDEN)
    first = np.where(told, known - 1 + known % 2, 0)  # the B of the label

    def share(chosen: Tags) -> Scores:
        chances: Scores = np.take_along_axis(weights, chosen[:, :, None], axis=2)[:, :, 0] / total
        return chances

    return share(tags), np.where(told, share(first) + share(first + 1), np.float32(1))
