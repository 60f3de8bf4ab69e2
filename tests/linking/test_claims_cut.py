"""Words that a cut must leave whole: the first of a name, the first of two measures, an owner."""

import pytest

from claims_notation import claims_of

WHOLE = [
    (
        "全县企业产品销售收入和实现利税分别增长12%和8%。",
        [
            "change up | 企业产品销售收入 | 增长 | 12% = 12 % | 2030 | in 全县",
            "change up | 实现利税 | 增长 | 8% = 8 % | 2030 | in 全县",
        ],
    ),
    (
        "生产经营性事故起数减少13.5%。",
        ["change down | 生产经营性事故起数 | 减少 | 13.5% = 13.5 % | 2030"],
    ),
    ("其它收入增长8%。", ["change up | 其它收入 | 增长 | 8% = 8 % | 2030"]),
    ("机构细分为8个处室。", ["level | 机构 | 细分为 | 8个 = 8 个 | 2030"]),
    (
        "城镇累计新增就业14.2万人。",
        ["level | 城镇新增就业 | - | 14.2万人 = 142000 人 | 2030"],
    ),
    ("工程共投入资金3亿元。", ["level | 资金 | 投入 | 3亿元 = 300000000 元 | 2030"]),
    ("公共投入资金3亿元。", ["level | 公共投入资金 | - | 3亿元 = 300000000 元 | 2030"]),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_cuts_leave_words_whole(nlp, text, expected):
    assert claims_of(nlp, text) == expected
