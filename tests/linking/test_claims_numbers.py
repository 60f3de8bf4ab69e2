"""Numbers with their hedges, and growth that is named by a noun."""

import pytest

from claims_notation import claims_of

NUMBERS = [
    (
        "社会消费品零售总额突破2000亿元大关，同比增长6.6%。",
        [
            "level | 社会消费品零售总额 | 突破 | 突破2000亿元 = gt 200000000000 元 | 2030",
            "change up | ^社会消费品零售总额 | 增长 | 6.6% = 6.6 % | 2030 | base 同比 = 2029",
        ],
    ),
    (
        "服务业增加值占比超过55%。",
        ["level | 服务业增加值占比 | 超过 | 超过55% = gt 55 % | 2030"],
    ),
    (
        "粮食产量保持在3.5至4亿吨。",
        ["level flat | 粮食产量 | 保持在 | 3.5至4亿吨 = range 350000000~400000000 吨 | 2030"],
    ),
    (
        "规模以上工业增加值增长5%—6%。",
        ["change up | 规模以上工业增加值 | 增长 | 5%—6% = range 5~6 % | 2030"],
    ),
    (
        "旅游收入达到一百二十亿元。",
        ["level | 旅游收入 | 达到 | 一百二十亿元 = 12000000000 元 | 2030"],
    ),
    (
        "常住人口一千零二十万人，其中城镇人口占百分之六十三点五。",
        [
            "level | 常住人口 | - | 一千零二十万人 = 10200000 人 | 2030",
            "level | 城镇人口 | 占 | 百分之六十三点五 = 63.5 % | 2030",
        ],
    ),
    (
        "居民消费价格指数为102.3。",
        ["level | 居民消费价格指数 | 为 | 102.3 = 102.3 点 | 2030"],
    ),
    (
        "每千人口医师数达到3.1人。",
        ["level | 每千人口医师数 | 达到 | 3.1人 = 3.1 人 | 2030"],
    ),
    (
        "进口额增长近三成。",
        ["change up | 进口额 | 增长 | 近三成 = approx 30 % | 2030"],
    ),
    pytest.param(
        "全年新增贷款不少于800亿元。",
        ["level | 新增贷款 | 不少于 | 不少于800亿元 = ge 80000000000 元 | 全年 = 2030"],
        marks=pytest.mark.xfail(reason="不少于 is the trigger as well as the hedge"),
    ),
    (
        "外贸企业订单增长两位数。",
        ["change up | 外贸企业订单 | 增长 | 两位数 = ge 10 % | 2030"],
    ),
    (
        "粮食总产量连续三年超过500万吨。",
        ["level | 粮食总产量 | 超过 | 超过500万吨 = gt 5000000 吨 | 连续三年 = 2028/2030"],
    ),
]

NOMINAL = [
    (
        "规模以上工业增加值增速为5.2%。",
        ["change up | 规模以上工业增加值 | 增速 | 5.2% = 5.2 % | 2030"],
    ),
    (
        "居民消费价格涨幅3%左右。",
        ["change up | 居民消费价格 | 涨幅 | 3%左右 = approx 3 % | 2030"],
    ),
    (
        "城镇投资增速回落0.3个百分点。",
        ["change down | 城镇投资增速 | 回落 | 0.3个百分点 = 0.3 百分点 | 2030"],
    ),
    (
        "进口降幅收窄1.2个百分点。",
        ["change down | 进口降幅 | 收窄 | 1.2个百分点 = 1.2 百分点 | 2030"],
    ),
    (
        "社会用电量增幅达到7.3%。",
        ["change up | 社会用电量 | 增幅 | 7.3% = 7.3 % | 2030"],
    ),
    (
        "财政收入年均增速8.5%。",
        ["change up | 财政收入 | 增速 | 8.5% = 8.5 % | 2030"],
    ),
    (
        "投资下降0.8%，降幅比上年收窄1.2个百分点。",
        [
            "change down | 投资 | 下降 | 0.8% = 0.8 % | 2030",
            "change down | 降幅 | 收窄 | 1.2个百分点 = 1.2 百分点 | 2030 | base 比上年 = 2029",
        ],
    ),
    (
        "货运量同比增长5.5%，增速比上年同期提高1.2个百分点。",
        [
            "change up | 货运量 | 增长 | 5.5% = 5.5 % | 2030 | base 同比 = 2029",
            "change up | 增速 | 提高 | 1.2个百分点 = 1.2 百分点 | 2030 | base 比上年同期 = 2029",
        ],
    ),
    (
        "工业品出厂价格下降，全年负增长0.3%。",
        [
            "trend down | 工业品出厂价格 | 下降 | - | 2030",
            "change down | ^工业品出厂价格 | 负增长 | 0.3% = 0.3 % | 全年 = 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), NUMBERS)
def test_numbers_keep_their_hedges(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), NOMINAL)
def test_growth_named_by_a_noun(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
