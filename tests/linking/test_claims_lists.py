"""Second values in brackets, short items without a verb, lists with one predicate."""

import pytest

from claims_notation import claims_of

BRACKETS = [
    (
        "粮食播种面积1200万亩（增长3.2%）。",
        [
            "level | 粮食播种面积 | - | 1200万亩 = 12000000 亩 | 2030",
            "change up | ^粮食播种面积 | 增长 | 3.2% = 3.2 % | 2030",
        ],
    ),
    (
        "一般公共预算支出完成860亿元（增长4.1%）、收入完成620亿元（下降1.5%）。",
        [
            "level | 一般公共预算支出 | 完成 | 860亿元 = 86000000000 元 | 2030",
            "change up | ^一般公共预算支出 | 增长 | 4.1% = 4.1 % | 2030",
            "level | 收入 | 完成 | 620亿元 = 62000000000 元 | 2030",
            "change down | ^收入 | 下降 | 1.5% = 1.5 % | 2030",
        ],
    ),
    (
        "全市生产总值5600亿元（其中第二产业2300亿元）。",
        [
            "level | 生产总值 | - | 5600亿元 = 560000000000 元 | 2030 | in 全市",
            "level | 第二产业 | - | 2300亿元 = 230000000000 元 | 2030 | in 全市",
        ],
    ),
    (
        "居民消费价格（CPI）上涨2.1%。",
        ["change up | 居民消费价格（CPI） | 上涨 | 2.1% = 2.1 % | 2030"],
    ),
]

LISTS = [
    (
        "全年肉类产量86万吨，增长2.5%；禽蛋产量42万吨，下降1.2%；牛奶产量35万吨，增长4.8%。",
        [
            "level | 肉类产量 | - | 86万吨 = 860000 吨 | 全年 = 2030",
            "change up | ^肉类产量 | 增长 | 2.5% = 2.5 % | 全年 = 2030",
            "level | 禽蛋产量 | - | 42万吨 = 420000 吨 | 2030",
            "change down | ^禽蛋产量 | 下降 | 1.2% = 1.2 % | 2030",
            "level | 牛奶产量 | - | 35万吨 = 350000 吨 | 2030",
            "change up | ^牛奶产量 | 增长 | 4.8% = 4.8 % | 2030",
        ],
    ),
    (
        "年末全市有图书馆12个，博物馆9个，文化馆11个。",
        [
            "level | 图书馆 | 有 | 12个 = 12 个 | 年末 = 2030-12-31 | in 全市",
            "level | 博物馆 | - | 9个 = 9 个 | 年末 = 2030-12-31 | in 全市",
            "level | 文化馆 | - | 11个 = 11 个 | 年末 = 2030-12-31 | in 全市",
        ],
    ),
    (
        "城镇常住人口420万人，乡村常住人口180万人。",
        [
            "level | 城镇常住人口 | - | 420万人 = 4200000 人 | 2030",
            "level | 乡村常住人口 | - | 180万人 = 1800000 人 | 2030",
        ],
    ),
    (
        "全省共有普通高校86所，在校生120万人。",
        [
            "level | 普通高校 | 共有 | 86所 = 86 所 | 2030 | in 全省",
            "level | 在校生 | - | 120万人 = 1200000 人 | 2030 | in 全省",
        ],
    ),
    (
        "城区绿化覆盖率42.3%，人均公园绿地面积14.6平方米。",
        [
            "level | 城区绿化覆盖率 | - | 42.3% = 42.3 % | 2030",
            "level | 人均公园绿地面积 | - | 14.6平方米 = 14.6 平方米 | 2030",
        ],
    ),
    (
        "空气优良天数达到310天，优良天数比例为85.2%。",
        [
            "level | 空气优良天数 | 达到 | 310天 = 310 天 | 2030",
            "level | 优良天数比例 | 为 | 85.2% = 85.2 % | 2030",
        ],
    ),
]

SHARED = [
    (
        "原油、天然气产量达到2100万吨。",
        ["level | 原油、天然气产量 | 达到 | 2100万吨 = 21000000 吨 | 2030"],
    ),
    (
        "铁路、民航客运量均增长10%以上。",
        ["change up | 铁路、民航客运量 | 增长 | 10%以上 = ge 10 % | 2030"],
    ),
    (
        "粮食和油料播种面积增长1.1%。",
        ["change up | 粮食和油料播种面积 | 增长 | 1.1% = 1.1 % | 2030"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), BRACKETS)
def test_second_values_in_brackets(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), LISTS)
def test_short_items_without_a_verb(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), SHARED)
def test_a_list_with_one_predicate_is_one_indicator(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
