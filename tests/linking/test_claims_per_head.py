"""人均 alone behind a product gives the share of a head."""

import pytest

from claims_notation import claims_of

PER_HEAD = [
    (
        "全市地区生产总值达到4500亿元，人均达到2万元。",
        [
            "level | 地区生产总值 | 达到 | 4500亿元 = 450000000000 元 | 2030 | in 全市",
            "level | ^人均地区生产总值 | 达到 | 2万元 = 20000 元 | 2030 | in 全市",
        ],
    ),
    (
        "基础养老金提高20元，人均达1621元。",
        [
            "change up | 基础养老金 | 提高 | 20元 = 20 元 | 2030",
            "level | ^基础养老金 | 达 | 1621元 = 1621 元 | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PER_HEAD)
def test_share_of_a_head(nlp, text, expected):
    assert claims_of(nlp, text) == expected
