"""The best legal sequence of tags, against all that there are."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.tagging.decode import decode, likelihoods
from policynlp.tagging.labels import HIDDEN, TAGS


def legal(tags):
    before = [0, *tags][: len(tags)]
    return all(
        not tag or tag % 2 or last in (tag, tag - 1) for last, tag in zip(before, tags, strict=True)
    )


def best(scores):
    """Try every sequence."""
    ways = filter(legal, product(range(scores.shape[1]), repeat=len(scores)))
    return max(sum(row[tag] for row, tag in zip(scores, way, strict=True)) for way in ways)


def reached(scores, tags):
    return sum(row[tag] for row, tag in zip(scores, tags, strict=True))


# O, B-X, I-X
@pytest.mark.parametrize(
    ("scores", "tags"),
    [
        ([[0, 0, 9]], [0]),
        ([[0, -1, 9], [0, 0, 3]], [1, 2]),
        ([[0, -9, 9], [0, -9, 3]], [0, 0]),
        ([[0, 1, 0], [0, 1, 0]], [1, 1]),
        ([[0, 1, 0], [5, 1, 0], [0, 0, 2]], [1, 0, 0]),
        ([[0, 1, 0], [0, 0, 2], [0, 0, 2]], [1, 2, 2]),
    ],
)
def test_an_inside_needs_a_beginning(scores, tags):
    found = decode(np.array([scores], dtype=np.float32), np.array([len(scores)]))
    assert found.tolist() == [tags]


grids = st.integers(1, 4).flatmap(
    lambda length: st.lists(
        st.lists(st.integers(-8, 8), min_size=5, max_size=5), min_size=length, max_size=length
    )
)


@given(st.lists(grids, min_size=1, max_size=4))
def test_no_legal_sequence_scores_higher(rows):
    lengths = np.array([len(row) for row in rows])
    batch = np.full(
        (len(rows), lengths.max(), 5), 7, dtype=np.float32
    )  # what is behind must not count
    for at, row in enumerate(rows):
        batch[at, : len(row)] = row
    for tags, row in zip(decode(batch, lengths), rows, strict=True):
        kept, rest = tags[: len(row)].tolist(), tags[len(row) :].tolist()
        scores = np.array(row)
        assert (legal(kept), reached(scores, kept), set(rest) - {0}) == (True, best(scores), set())


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(0, 60), min_size=1, max_size=5))
def test_all_labels_come_out_legal_and_short_rows_end(seed, lengths):
    random = np.random.default_rng(seed)
    scores = random.normal(size=(len(lengths), max(*lengths, 1), len(TAGS))).astype(np.float32)
    found = decode(scores, np.array(lengths))
    assert all(legal(row[:end].tolist()) for row, end in zip(found, lengths, strict=True))
    assert not any(row[end:].any() for row, end in zip(found, lengths, strict=True))


def test_a_row_alone_is_decoded_as_in_a_batch():
    random = np.random.default_rng(0)
    lengths = random.integers(1, 30, 20)
    scores = random.normal(size=(20, 30, len(TAGS))).astype(np.float32)
    together = decode(scores, lengths)
    for at, length in enumerate(lengths):
        alone = decode(scores[at : at + 1, :length], lengths[at : at + 1])
        assert alone[0].tolist() == together[at, :length].tolist()


def test_likelihoods_of_a_tag_and_of_the_label_by_rule():
    chances = np.full(len(TAGS), 0.0)
    chances[[0, 1, 2, 3]] = 0.4, 0.3, 0.2, 0.1
    logits = np.log(chances + 1e-9).astype(np.float32)[None, None].repeat(5, axis=1)
    tags = np.array([[0, 1, 2, 3, 0]])
    known = np.array([[0, 1, 2, 4, HIDDEN]])
    sure, belief = likelihoods(logits, tags, known)
    np.testing.assert_allclose(sure, [[0.4, 0.3, 0.2, 0.1, 0.4]], atol=1e-5)
    # a B and an I are of one label; where the rules say nothing there is nothing to doubt
    np.testing.assert_allclose(belief, [[1, 0.5, 0.5, 0.1, 1]], atol=1e-5)
