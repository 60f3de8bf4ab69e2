"""The place of a claim: what is one, what is part of a name, what goes along with the indicator."""

import pytest

from claims_notation import claims_of

GOES_ALONG = [
    (
        "全市工业总产值完成230亿元，按可比价格计算，比上年增长7.6%。",
        [
            "level | 工业总产值 | 完成 | 230亿元 = 23000000000 元 | 2030 | in 全市",
            "change up | ^工业总产值 | 增长 | 7.6% = 7.6 % | 2030 | base 比上年 = 2029 | in 全市",
        ],
    ),
    (
        "市区城镇居民人均可支配收入2.4万元，农村居民人均纯收入1.2万元，分别增长8%和9%。",
        [
            "level | 城镇居民人均可支配收入 | - | 2.4万元 = 24000 元 | 2030 | in 市区",
            "level | 农村居民人均纯收入 | - | 1.2万元 = 12000 元 | 2030",
            "change up | ^城镇居民人均可支配收入 | 增长 | 8% = 8 % | 2030 | in 市区",
            "change up | ^农村居民人均纯收入 | 增长 | 9% = 9 % | 2030",
        ],
    ),
]

NOT_BEFORE_THE_STOP = [
    (
        "消费价格上涨4.9%，低于全省、全国平均水平；钢材、水泥产量分别减少3.7%和3.5%。",
        [
            "change up | 消费价格 | 上涨 | 4.9% = 4.9 % | 2030",
            "change down | 钢材产量 | 减少 | 3.7% = 3.7 % | 2030",
            "change down | 水泥产量 | 减少 | 3.5% = 3.5 % | 2030",
        ],
    ),
]

NO_PLACE = [
    (
        "会泽至巧家等5条高速公路前期工作扎实推进。",
        ["level | 高速公路前期工作 | - | 5条 = 5 条 | 2030"],
    ),
    (
        "成都—重庆同城化步伐加快。",
        ["trend up | 成都—重庆同城化步伐 | 加快 | - | 2030"],
    ),
    (
        "大庆油田产量达到300万吨。",
        ["level | 大庆油田产量 | 达到 | 300万吨 = 3000000 吨 | 2030"],
    ),
    (
        "与全省平均差距缩小到1.2个百分点。",
        ["level down | 全省平均差距 | 缩小到 | 1.2个百分点 = 1.2 百分点 | 2030"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), [*GOES_ALONG, *NOT_BEFORE_THE_STOP, *NO_PLACE])
def test_places(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
