"""Of which time a result is that a review of several years tells: what it goes on to say tells."""

import pytest

from claims_notation import SPAN, claims_of

RESULTS = [
    (
        "完成外贸出口25亿元，年均增长20%。",
        [
            "level | 外贸出口 | 完成 | 25亿元 = 2500000000 元 | 2030",
            "change up | ^外贸出口 | 增长 | 20% = 20 % | 2026/2030",
        ],
    ),
    (
        "实现利润13亿元，是2025年的2.7倍。",
        [
            "level | 利润 | 实现 | 13亿元 = 1300000000 元 | 2030",
            "level | ^利润 | 是 | 2.7倍 = 2.7 倍 | 2030 | base 2025年 = 2025",
        ],
    ),
    # sums
    (
        "累计完成税收50亿元，年均增长9%。",
        [
            "level | 税收 | 完成 | 50亿元 = 5000000000 元 | 2026/2030",
            "change up | ^税收 | 增长 | 9% = 9 % | 2026/2030",
        ],
    ),
    (
        "固定资产投资年均增长9%，累计完成400亿元。",
        [
            "change up | 固定资产投资 | 增长 | 9% = 9 % | 2026/2030",
            "level | ^固定资产投资 | 完成 | 400亿元 = 40000000000 元 | 2026/2030",
        ],
    ),
    ("完成投资5亿元。", ["level | 投资 | 完成 | 5亿元 = 500000000 元 | 2026/2030"]),
]


@pytest.mark.parametrize(("sentence", "claims"), RESULTS)
def test_the_time_of_a_result(nlp, sentence, claims):
    assert claims_of(nlp, sentence, SPAN) == claims
