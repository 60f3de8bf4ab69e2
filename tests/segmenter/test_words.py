"""The rules beside the model: what is joined, what is taken apart."""

import pytest

from policynlp.segmenter.words import mend, take_apart

KNOWN = {"智慧", "农业", "粮食", "产量", "大中", "小企业", "中小企业"}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("农业", ["农业"]),
        ("智慧农业", ["智慧", "农业"]),
        ("受农业", ["受", "农业"]),
        ("农业受", ["农业", "受"]),
        ("粮仓", ["粮", "仓"]),
        (
            "大中小企业",
            ["大", "中小企业"],
        ),  # of two ways in two parts, the one with the longer last
        ("产", ["产"]),
        ("3.2", ["3.2"]),
        ("第二十四", ["第二十四"]),
        ("GDP", ["GDP"]),
        ("３．２", ["３", "．", "２"]),
    ],
)
def test_what_is_not_known_is_taken_apart(word, parts):
    assert take_apart(word, KNOWN) == parts


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["增长", "3", ".", "2", "%"], ["增长", "3.2", "%"]),
        (["增长3", ".2%"], ["增长", "3.2", "%"]),
        (["12", ",480元"], ["12,480", "元"]),
        (["G", "DP增长"], ["GDP增长"]),
        (["C", "919", "首飞"], ["C919", "首飞"]),
        (["5G", "基站"], ["5", "G", "基站"]),
        (["22", ".8:38", ".8"], ["22.8", ":", "38.8"]),
        (["产量", "。"], ["产量", "。"]),
    ],
)
def test_numbers_and_latin_words_are_whole(words, expected):
    assert mend("".join(words), words) == expected
