"""Words of the repaired text, as tokens of the raw text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.layout import Layout
from policynlp.segmenter.borders import find_borders, split_words


def by_two(text):
    """Find words of two characters."""
    return [word.span() for word in re.finditer(r"\S{1,2}", text)]


def tokens_of(raw, left_out):
    layout = Layout.of(raw).cut(left_out)
    words, spaces = split_words(raw, find_borders(raw, layout, by_two))
    return [word + " " * space for word, space in zip(words, spaces, strict=True)]


@pytest.mark.parametrize(
    ("raw", "left_out", "tokens"),
    [
        ("粮食产量", [], ["粮食", "产量"]),
        ("粮食产\n量增长", [(3, 4)], ["粮食", "产", "\n", "量", "增长"]),
        ("　　粮食\n\n", [(0, 2), (4, 6)], ["　　", "粮食", "\n\n"]),
        ("粮食[8]产量", [(2, 5)], ["粮食", "[8", "]", "产量"]),
        ("粮[8]食产量", [(1, 4)], ["粮", "[8", "]", "食", "产量"]),
        ("粮食 3 万", [], ["粮食 ", "3 ", "万"]),
        ("粮食  3", [(3, 4)], ["粮食 ", " ", "3"]),
        (" 粮", [], [" ", "粮"]),
        ("  ", [(0, 2)], ["  "]),
        ("", [], []),
    ],
)
def test_tokens_of_raw_text(raw, left_out, tokens):
    assert tokens_of(raw, left_out) == tokens


@given(
    st.text("粮食3G \n　", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)))
)
def test_the_tokens_joined_are_the_text(raw, spans):
    left_out = [(start, min(end, len(raw))) for start, end in spans if start < min(end, len(raw))]
    tokens = tokens_of(raw, left_out)
    assert "".join(tokens) == raw
    assert all(token.isspace() or not re.search(r"\s", token.rstrip(" ")) for token in tokens)
