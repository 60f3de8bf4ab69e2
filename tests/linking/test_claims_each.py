"""Lists with 分别: each value finds the member of the subject that it is said of."""

import pytest
from claims_notation import claims_of

INDICATORS = [
    (
        "失业保险、工伤保险参保人数分别增加12万人、8万人。",
        [
            "change up | 失业保险参保人数 | 增加 | 12万人 = 120000 人 | 2030",
            "change up | 工伤保险参保人数 | 增加 | 8万人 = 80000 人 | 2030",
        ],
    ),
    (
        "基本养老、失业、工伤保险参保人数分别增加30万人、12万人和8万人。",
        [
            "change up | 基本养老保险参保人数 | 增加 | 30万人 = 300000 人 | 2030",
            "change up | 失业保险参保人数 | 增加 | 12万人 = 120000 人 | 2030",
            "change up | 工伤保险参保人数 | 增加 | 8万人 = 80000 人 | 2030",
        ],
    ),
    (
        "二氧化硫、氮氧化物排放量分别下降5.1%、4.8%。",
        [
            "change down | 二氧化硫排放量 | 下降 | 5.1% = 5.1 % | 2030",
            "change down | 氮氧化物排放量 | 下降 | 4.8% = 4.8 % | 2030",
        ],
    ),
    (
        "第一、二、三产业增加值分别增长3.5%、6.8%、7.7%。",
        [
            "change up | 第一、二、第一产业业增加值 | 增长 | 3.5% = 3.5 % | 2030",
            "change up | 第一、二、第二产业业增加值 | 增长 | 6.8% = 6.8 % | 2030",
            "change up | 第一、二、第三产业业增加值 | 增长 | 7.7% = 7.7 % | 2030",
        ],
    ),
    (
        "规上工业增加值、固定资产投资、社会消费品零售总额分别增长7%、8%、6.5%左右。",
        [
            "change up | 规上工业增加值 | 增长 | 7% = 7 % | 2030",
            "change up | 固定资产投资 | 增长 | 8% = 8 % | 2030",
            "change up | 社会消费品零售总额 | 增长 | 6.5%左右 = approx 6.5 % | 2030",
        ],
    ),
    (
        "铁路、公路货运量分别增长3.1%、5.2%，港口吞吐量增长7%。",
        [
            "change up | 铁路货运量 | 增长 | 3.1% = 3.1 % | 2030",
            "change up | 公路货运量 | 增长 | 5.2% = 5.2 % | 2030",
            "change up | 港口吞吐量 | 增长 | 7% = 7 % | 2030",
        ],
    ),
    (
        "出口和进口分别增长9.1%和4%。",
        [
            "change up | 出口 | 增长 | 9.1% = 9.1 % | 2030",
            "change up | 进口 | 增长 | 4% = 4 % | 2030",
        ],
    ),
    (
        "居民消费价格、工业品出厂价格分别上涨1.8%和0.9%。",
        [
            "change up | 居民消费价格 | 上涨 | 1.8% = 1.8 % | 2030",
            "change up | 居民工业品出厂价格 | 上涨 | 0.9% = 0.9 % | 2030",
        ],
    ),
    (
        "财政收入、税收收入分别提高到380亿元和290亿元。",
        [
            "level up | 财政收入 | 提高到 | 380亿元 = 38000000000 元 | 2030",
            "level up | 税收收入 | 提高到 | 290亿元 = 29000000000 元 | 2030",
        ],
    ),
    pytest.param(
        "一般公共预算收入、支出分别完成280亿元、560亿元。",
        [
            "level | 一般公共预算收入 | 完成 | 280亿元 = 28000000000 元 | 2030",
            "level | 一般公共预算支出 | 完成 | 560亿元 = 56000000000 元 | 2030",
        ],
        marks=pytest.mark.xfail(reason="UNMARKED"),
    ),
    pytest.param(
        "失业保险、工伤保险参保人数分别达到120万人、135万人。",
        [
            "level | 失业保险参保人数 | 达到 | 120万人 = 1200000 人 | 2030",
            "level | 工伤保险参保人数 | 达到 | 135万人 = 1350000 人 | 2030",
        ],
        marks=pytest.mark.xfail(reason="the trigger is lost behind 分别"),
    ),
    pytest.param(
        "林木覆盖率、绿化覆盖率分别为46%和42.3%。",
        [
            "level | 林木覆盖率 | 为 | 46% = 46 % | 2030",
            "level | 绿化覆盖率 | 为 | 42.3% = 42.3 % | 2030",
        ],
        marks=pytest.mark.xfail(reason="the trigger is lost behind 分别"),
    ),
    pytest.param(
        "存款、贷款余额分别增长9.5%、11.2%。",
        [
            "change up | 存款余额 | 增长 | 9.5% = 9.5 % | 2030-12-31",
            "change up | 贷款余额 | 增长 | 11.2% = 11.2 % | 2030-12-31",
        ],
        marks=pytest.mark.xfail(reason="a first member that is a head itself keeps the head of the list"),
    ),
    pytest.param(
        "PM2.5、PM10平均浓度分别下降6.5%和4.2%。",
        [
            "change down | PM2.5平均浓度 | 下降 | 6.5% = 6.5 % | 2030",
            "change down | PM10平均浓度 | 下降 | 4.2% = 4.2 % | 2030",
        ],
        marks=pytest.mark.xfail(reason="平均 is shared by the list"),
    ),
    pytest.param(
        "一般公共预算收入和支出分别增长5.5%和6.3%。",
        [
            "change up | 一般公共预算收入 | 增长 | 5.5% = 5.5 % | 2030",
            "change up | 一般公共预算支出 | 增长 | 6.3% = 6.3 % | 2030",
        ],
        marks=pytest.mark.xfail(reason="the owner of the first member is the second's too"),
    ),
    pytest.param(
        "规模以上工业企业营业收入、利润总额分别增长6.2%、8.9%。",
        [
            "change up | 规模以上工业企业营业收入 | 增长 | 6.2% = 6.2 % | 2030",
            "change up | 规模以上工业企业利润总额 | 增长 | 8.9% = 8.9 % | 2030",
        ],
        marks=pytest.mark.xfail(reason="规模以上工业 is cut from 规模以上工业企业"),
    ),
]

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
            "change up | 存款余额 | 增长 | 9.5% = 9.5 % | 2030-12-31",
            "change up | 贷款余额 | 增长 | 11.2% = 11.2 % | 2030-12-31",
        ],
    ),
    (
        "城镇和农村居民收入分别增长5.1%、6.4%。",
        [
            "change up | 城镇收入 | 增长 | 5.1% = 5.1 % | 2030",
            "change up | 农村居民收入 | 增长 | 6.4% = 6.4 % | 2030",
        ],
    ),
    (
        "进出口分别增长9.1%、4%。",
        [
            "change up | 进口 | 增长 | 9.1% = 9.1 % | 2030",
            "change up | 出口 | 增长 | 4% = 4 % | 2030",
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


@pytest.mark.parametrize(("sentence", "claims"), INDICATORS)
def test_indicators_and_values(nlp, sentence, claims):
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
