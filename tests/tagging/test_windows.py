"""Long sentences in windows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.tagging.windows import OVERLAP, WIDTH, windows_of


@pytest.mark.parametrize(
    ("start", "end", "windows"),
    [
        (0, 1, [(0, 1, 0, 1)]),
        (7, 199, [(7, 199, 7, 199)]),
        (0, 193, [(0, 192, 0, 160), (128, 193, 160, 193)]),
        (10, 400, [(10, 202, 10, 170), (138, 330, 170, 298), (266, 400, 298, 400)]),
    ],
)
def test_windows_of(start, end, windows):
    assert [tuple(window) for window in windows_of(start, end)] == windows


@given(st.integers(0, 10_000), st.integers(1, 2_000))
def test_each_character_is_told_once_with_text_on_both_sides(start, length):
    end = start + length
    windows = windows_of(start, end)
    kept = [at for window in windows for at in range(window.first, window.last)]
    assert kept == list(range(start, end))
    for window in windows:
        assert window.end - window.start <= WIDTH
        assert window.first == start or window.first - window.start >= OVERLAP // 2
        assert window.last == end or window.end - window.last >= OVERLAP // 2
