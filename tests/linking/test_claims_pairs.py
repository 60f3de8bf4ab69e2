"""Lists with 分别 over paired words, places and years; and those that do not come out even."""

import pytest

from claims_notation import claims_of

PAIRS = [
    (
        "城乡居民人均可支配收入分别增长5.1%和7.2%。",
        [
            "change up | 城镇居民人均可支配收入 | 增长 | 5.1% = 5.1 % | 2030",
            "change up | 农村居民人均可支配收入 | 增长 | 7.2% = 7.2 % | 2030",
        ],
    ),
    (
        "城乡低保标准分别提高到每人每月780元和560元。",
        [
            "level up | 城市低保标准 | 提高到 | 780元 = 780 元 | 2030",
            "level up | 农村低保标准 | 提高到 | 560元 = 560 元 | 2030",
        ],
    ),
    (
        "存贷款余额分别增长9.5%、11.2%。",
        [
            "change up | 存款余额 | 增长 | 9.5% = 9.5 % | 2030",
            "change up | 贷款余额 | 增长 | 11.2% = 11.2 % | 2030",
        ],
    ),
    (
        "城镇和农村常住居民人均可支配收入分别增长5%、7%。",
        [
            "change up | 城镇常住居民人均可支配收入 | 增长 | 5% = 5 % | 2030",
            "change up | 农村常住居民人均可支配收入 | 增长 | 7% = 7 % | 2030",
        ],
    ),
    (
        "城镇和农村居民收入分别增长5.1%、6.4%。",
        [
            "change up | 城镇居民收入 | 增长 | 5.1% = 5.1 % | 2030",
            "change up | 农村居民收入 | 增长 | 6.4% = 6.4 % | 2030",
        ],
    ),
    (
        "城镇居民、农村居民人均消费支出分别增长5%、6.2%。",
        [
            "change up | 城镇居民人均消费支出 | 增长 | 5% = 5 % | 2030",
            "change up | 农村居民人均消费支出 | 增长 | 6.2% = 6.2 % | 2030",
        ],
    ),
    (
        "进出口分别增长9.1%、4%。",
        [
            "change up | 进口 | 增长 | 9.1% = 9.1 % | 2030",
            "change up | 出口 | 增长 | 4% = 4 % | 2030",
        ],
    ),
    (
        "居民医疗、工伤保险参保人数分别新增138万、120万。",
        [
            "change up | 居民医疗保险参保人数 | 新增 | 138万 = 1380000 人 | 2030",
            "change up | 居民工伤保险参保人数 | 新增 | 120万 = 1200000 人 | 2030",
        ],
    ),
    (
        "基本医疗保险、工伤、生育保险参保人数分别达到13万人、12万人和5万人。",
        [
            "level | 基本医疗保险参保人数 | 达到 | 13万人 = 130000 人 | 2030",
            "level | 工伤保险参保人数 | 达到 | 12万人 = 120000 人 | 2030",
            "level | 生育保险参保人数 | 达到 | 5万人 = 50000 人 | 2030",
        ],
    ),
]

PLACES_AND_YEARS = [
    (
        "南京、苏州生产总值分别增长5.1%、5.8%。",
        [
            "change up | 生产总值 | 增长 | 5.1% = 5.1 % | 2030 | in 南京",
            "change up | 生产总值 | 增长 | 5.8% = 5.8 % | 2030 | in 苏州",
        ],
    ),
    (
        "广东、江苏、浙江进出口总额分别增长8.1%、5.4%、4.9%。",
        [
            "change up | 进出口总额 | 增长 | 8.1% = 8.1 % | 2030 | in 广东",
            "change up | 进出口总额 | 增长 | 5.4% = 5.4 % | 2030 | in 江苏",
            "change up | 进出口总额 | 增长 | 4.9% = 4.9 % | 2030 | in 浙江",
        ],
    ),
    (
        "2029年和2030年财政收入分别增长4.5%、6.1%。",
        [
            "change up | 财政收入 | 增长 | 4.5% = 4.5 % | 2029年 = 2029",
            "change up | 财政收入 | 增长 | 6.1% = 6.1 % | 2030年 = 2030",
        ],
    ),
    pytest.param(
        "2028、2029、2030年发电量分别增长2.1%、2.6%和3%。",
        [
            "change up | 发电量 | 增长 | 2.1% = 2.1 % | 2028 = 2028",
            "change up | 发电量 | 增长 | 2.6% = 2.6 % | 2029 = 2029",
            "change up | 发电量 | 增长 | 3% = 3 % | 2030年 = 2030",
        ],
        marks=pytest.mark.xfail(reason="years that share their 年 are one time"),
    ),
]

MISMATCHED = [
    (
        "水稻、小麦、玉米种植面积分别扩大12万亩、9万亩。",
        [
            "change up | 水稻、小麦、玉米种植面积 | 扩大 | 12万亩 = 120000 亩 | 2030",
            "change up | 水稻、小麦、玉米种植面积 | 扩大 | 9万亩 = 90000 亩 | 2030",
        ],
    ),
    (
        "铁路、公路、水路客运量分别增长5.2%和3.8%。",
        [
            "change up | 铁路、公路、水路客运量 | 增长 | 5.2% = 5.2 % | 2030",
            "change up | 铁路、公路、水路客运量 | 增长 | 3.8% = 3.8 % | 2030",
        ],
    ),
]

FROM_AND_TO = [
    (
        "城乡救助标准由月人均210元和年人均1050元分别提高到225元和1180元。",
        [
            "level up | 城市救助标准 | 提高到 | 225元 = 225 元 | 2030 | from 210元 = 210 元",
            "level up | 农村救助标准 | 提高到 | 1180元 = 1180 元 | 2030 | from 1050元 = 1050 元",
        ],
    ),
    (
        "职工、居民医保支付限额分别由21万元、14万元提高到52万元、43万元。",
        [
            "level up | 职工医保支付限额 | 提高到 | 52万元 = 520000 元 | 2030 | from 21万元 = 210000 元",
            "level up | 居民医保支付限额 | 提高到 | 43万元 = 430000 元 | 2030 | from 14万元 = 140000 元",
        ],
    ),
    (
        "林业和渔业所占比重由上年的20.5%和34.6%提高到21.7%和36.1%。",
        [
            "level up | 林业所占比重 | 提高到 | 21.7% = 21.7 % | 2030 | from 20.5% = 20.5 % | base 上年 = 2029",
            "level up | 渔业所占比重 | 提高到 | 36.1% = 36.1 % | 2030 | from 34.6% = 34.6 % | base 上年 = 2029",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), FROM_AND_TO)
def test_first_values_of_several(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), PAIRS)
def test_paired_words(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), PLACES_AND_YEARS)
def test_places_and_years(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), MISMATCHED)
def test_where_the_numbers_differ_the_subject_stays_whole(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
