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
    pytest.param(
        "居民消费价格、工业品出厂价格分别上涨1.8%和0.9%。",
        [
            "change up | 居民消费价格 | 上涨 | 1.8% = 1.8 % | 2030",
            "change up | 工业品出厂价格 | 上涨 | 0.9% = 0.9 % | 2030",
        ],
        marks=pytest.mark.xfail(
            reason="a member with a head of its own takes no word of the first"
        ),
    ),
    pytest.param(
        "规模以上工业增加值、固定资产投资分别增长7.2%、8%。",
        [
            "change up | 规模以上工业增加值 | 增长 | 7.2% = 7.2 % | 2030",
            "change up | 固定资产投资 | 增长 | 8% = 8 % | 2030",
        ],
        marks=pytest.mark.xfail(
            reason="a member with a head of its own takes no word of the first"
        ),
    ),
    pytest.param(
        "社会消费品零售总额、进出口总额分别增长6%、9%。",
        [
            "change up | 社会消费品零售总额 | 增长 | 6% = 6 % | 2030",
            "change up | 进出口总额 | 增长 | 9% = 9 % | 2030",
        ],
        marks=pytest.mark.xfail(reason="进出口 is divided though 、 divides the list"),
    ),
    pytest.param(
        "新增就业、新增贷款分别为32万人、650亿元。",
        [
            "level | 新增就业 | 为 | 32万人 = 320000 人 | 2030",
            "level | 新增贷款 | 为 | 650亿元 = 65000000000 元 | 2030",
        ],
        marks=pytest.mark.xfail(reason="the first 新增 divides the clause"),
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
        marks=pytest.mark.xfail(reason="the owner of the first member is the second's too"),
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
        marks=pytest.mark.xfail(
            reason="a first member that is a head itself keeps the head of the list"
        ),
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


@pytest.mark.parametrize(("sentence", "claims"), INDICATORS)
def test_indicators_and_values(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
