"""How far 预计 reaches: results are foreseen with it, deeds are told anew."""

import pytest

from claims_notation import claims_of

FORESEEN = [
    (
        "预计，实现生产总值1293亿元，比上年增长10%。",
        [
            "level | 生产总值 | 实现 | 1293亿元 = 129300000000 元 | 2030 | forecast",
            "change up | ^生产总值 | 增长 | 10% = 10 % | 2030 | base 比上年 = 2029 | forecast",
        ],
    ),
    (
        "预计20个县摘帽、30个村出列，新建学校5所。",
        [
            "level | 县 | 摘帽 | 20个 = 20 个 | 2030 | forecast",
            "level | 村 | 出列 | 30个 = 30 个 | 2030 | forecast",
            "level | 学校 | 新建 | 5所 = 5 所 | 2030",
        ],
    ),
    (
        "单位能耗预计下降3%，新增绿色工厂12家，城镇新增就业5万人。",
        [
            "change down | 单位能耗 | 下降 | 3% = 3 % | 2030 | forecast",
            "level | 新增绿色工厂 | - | 12家 = 12 家 | 2030",
            "level | 城镇新增就业 | - | 5万人 = 50000 人 | 2030 | forecast",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), FORESEEN)
def test_how_far_a_forecast_reaches(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
