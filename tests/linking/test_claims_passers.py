"""Those that pass a sum are counted; a round sum before a noun is part of its name."""

import pytest

from claims_notation import claims_of

PASSERS = [
    ("有5户企业销售收入超十亿元。", ["level | 企业 | 有 | 5户 = 5 户 | 2030"]),
    (
        "34个县（市、区）财政收入超过10亿元，其中14个县突破20亿元。",
        [
            "level | 县（市、区） | - | 34个 = 34 个 | 2030",
            "level | 县 | - | 14个 = 14 个 | 2030",
        ],
    ),
    (
        "产值增量超千万企业达到26户。",
        ["level | 产值增量超千万企业 | 达到 | 26户 = 26 户 | 2030"],
    ),
    (
        "企业销售收入超十亿元。",
        ["level | 企业销售收入 | 超 | 超十亿元 = gt 1000000000 元 | 2030"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSERS)
def test_those_that_pass_a_sum(nlp, text, expected):
    assert claims_of(nlp, text) == expected
