"""Mentions to BIO tags and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.schema import LABELS, Mention
from policynlp.tagging.labels import HIDDEN, TAG_IDS, TAGS, begin, spans_of, tags_of

M = Mention


def numbers(names):
    return [TAG_IDS[name] for name in names.split()]


def test_there_are_two_tags_a_label_and_one_for_none():
    assert len(TAGS) == HIDDEN == 2 * len(LABELS) + 1
    assert [tag for tag in range(len(TAGS)) if begin(tag)] == list(range(1, len(TAGS), 2))


@pytest.mark.parametrize(
    ("mentions", "borders", "tags"),
    [
        ([], (0, 2), "O O"),
        ([M(1, 3, "TIME")], (0, 4), "O B-TIME I-TIME O"),
        ([M(0, 1, "ORG"), M(1, 2, "ORG")], (0, 2), "B-ORG B-ORG"),
        ([M(5, 7, "POLICY")], (5, 7), "B-POLICY I-POLICY"),
        ([M(0, 2, "UNIT")], (0, 2), "O O"),
        ([M(0, 2, "ORG"), M(1, 3, "TIME")], (1, 4), "B-TIME I-TIME O"),
        ([M(2, 5, "ORG")], (0, 4), "O O O O"),
        ([M(1, 1, "ORG")], (0, 2), "O O"),
        ([], (3, 3), ""),
    ],
)
def test_tags_of(mentions, borders, tags):
    assert tags_of(mentions, *borders) == numbers(tags)


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ("", []),
        ("O O", []),
        ("B-TIME I-TIME", [M(0, 2, "TIME")]),
        ("B-ORG B-ORG O", [M(0, 1, "ORG"), M(1, 2, "ORG")]),
        ("O B-GROUP", [M(1, 2, "GROUP")]),
        ("I-TIME O B-TIME", [M(2, 3, "TIME")]),
        ("B-TIME I-ORG I-ORG B-ORG", [M(0, 1, "TIME"), M(3, 4, "ORG")]),
    ],
)
def test_spans_of(tags, spans):
    assert list(spans_of(numbers(tags))) == spans


@st.composite
def flat_mentions(draw):
    pieces = draw(st.lists(st.tuples(st.integers(1, 4), st.sampled_from([*LABELS, None]))))
    mentions, at = [], 0
    for length, label in pieces:
        if label:
            mentions.append(M(at, at + length, label))
        at += length
    return mentions, at


@given(flat_mentions())
def test_spans_of_gives_back_what_tags_of_took(case):
    mentions, length = case
    assert list(spans_of(tags_of(mentions, 0, length))) == mentions
