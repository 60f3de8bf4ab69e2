"""Reported, planned, expected, being done; denied; and the time that a section means."""

import pytest

from claims_notation import PLAN, SPAN, claims_of

REVIEWED = [
    (
        "生产总值增长6.5%左右。",
        ["change up | 生产总值 | 增长 | 6.5%左右 = approx 6.5 % | 2030"],
    ),
    (
        "预计全年进出口总额增长8%。",
        ["change up | 进出口总额 | 增长 | 8% = 8 % | 全年 = 2030 | forecast"],
    ),
    (
        "到2035年，森林覆盖率将达到50%。",
        ["level | 森林覆盖率 | 达到 | 50% = 50 % | 2035年 = 2035 | forecast"],
    ),
]

PLANNED = [
    (
        "生产总值增长5.5%左右。",
        ["change up | 生产总值 | 增长 | 5.5%左右 = approx 5.5 % | 2031 | target"],
    ),
    (
        "居民消费价格涨幅控制在3%以内。",
        ["change up | 居民消费价格 | 涨幅 | 3%以内 = le 3 % | 2031 | target"],
    ),
    (
        "新建改建农村公路300公里。",
        ["level | 农村公路 | 新建改建 | 300公里 = 300 公里 | 2031 | target"],
    ),
    (
        "安排教育支出92亿元。",
        ["level | 教育支出 | 安排 | 92亿元 = 9200000000 元 | 2031 | target"],
    ),
    (
        "力争全年旅游收入突破500亿元。",
        ["level | 旅游收入 | 突破 | 突破500亿元 = gt 50000000000 元 | 全年 = 2031 | target"],
    ),
    (
        "预计粮食产量达到530万吨。",
        ["level | 粮食产量 | 达到 | 530万吨 = 5300000 吨 | 2031 | forecast"],
    ),
    (
        "到2035年，森林覆盖率达到50%。",
        ["level | 森林覆盖率 | 达到 | 50% = 50 % | 2035年 = 2035 | target"],
    ),
    (
        "城镇调查失业率5.5%左右。",
        ["level | 城镇调查失业率 | - | 5.5%左右 = approx 5.5 % | 2031 | target"],
    ),
    (
        "主要预期目标是：生产总值增长5%以上，城镇新增就业30万人。",
        [
            "change up | 生产总值 | 增长 | 5%以上 = ge 5 % | 2031 | target",
            "level | 城镇新增就业 | - | 30万人 = 300000 人 | 2031 | target",
        ],
    ),
    (
        "城镇新增就业30万人以上，城镇调查失业率控制在5.5%以内。",
        [
            "level | 城镇新增就业 | - | 30万人以上 = ge 300000 人 | 2031 | target",
            "level | 城镇调查失业率 | 控制在 | 5.5%以内 = le 5.5 % | 2031 | target",
        ],
    ),
    (
        "单位生产总值能耗下降3%左右，粮食产量稳定在520万吨以上。",
        [
            "change down | 单位生产总值能耗 | 下降 | 3%左右 = approx 3 % | 2031 | target",
            "level flat | 粮食产量 | 稳定在 | 520万吨以上 = ge 5200000 吨 | 2031 | target",
        ],
    ),
    (
        "新建学校20所，新增学位1.5万个。",
        [
            "level | 学校 | 新建 | 20所 = 20 所 | 2031 | target",
            "level | 新增学位 | - | 1.5万个 = 15000 个 | 2031 | target",
        ],
    ),
    (
        "到2035年，人均生产总值比2030年翻一番。",
        [
            "level up | 人均生产总值 | 翻 | 一番 = 2 倍 | 2035年 = 2035 | base 比2030年 = 2030 | target"
        ],
    ),
    (
        "城乡居民收入增长5.5%，其中农村居民收入增长6.5%。",
        [
            "change up | 城乡居民收入 | 增长 | 5.5% = 5.5 % | 2031 | target",
            "change up | 农村居民收入 | 增长 | 6.5% = 6.5 % | 2031 | target",
        ],
    ),
    (
        "一般公共预算收入预期增长4%。",
        ["change up | 一般公共预算收入 | 增长 | 4% = 4 % | 2031 | target"],
    ),
    (
        "财政赤字拟安排120亿元，比上年增加10亿元。",
        [
            "level | 财政赤字 | 安排 | 120亿元 = 12000000000 元 | 2031 | target",
            "change up | ^财政赤字 | 增加 | 10亿元 = 1000000000 元 | 2031 | base 比上年 = 2030 | target",
        ],
    ),
    (
        "确保城镇失业率不高于5%。",
        ["level | 城镇失业率 | 不高于 | 不高于5% = le 5 % | 2031 | target"],
    ),
    (
        "赤字率拟按3%安排。",
        ["level | 赤字率 | 安排 | 3% = 3 % | 2031 | target"],
    ),
]

FIVE_YEARS = [
    (
        "生产总值年均增长6.2%。",
        ["change up | 生产总值 | 增长 | 6.2% = 6.2 % | 2026/2030"],
    ),
    (
        "城镇新增就业累计160万人。",
        ["level | 城镇新增就业 | - | 160万人 = 1600000 人 | 2026/2030"],
    ),
    (
        "森林覆盖率达到46%。",
        ["level | 森林覆盖率 | 达到 | 46% = 46 % | 2030"],
    ),
    (
        "2026年至2030年，累计造林320万亩。",
        ["level | 造林 | - | 320万亩 = 3200000 亩 | 2026年至2030年 = 2026/2030"],
    ),
    (
        "五年来，建成高速公路520公里。",
        ["level | 高速公路 | 建成 | 520公里 = 520 公里 | 五年来 = 2026/2030"],
    ),
    (
        "生产总值由2025年的3200亿元增加到4600亿元，年均增长7.5%。",
        [
            "level up | 生产总值 | 增加到 | 4600亿元 = 460000000000 元 | 2030 | from 3200亿元 = 320000000000 元 | base 2025年 = 2025",
            "change up | ^生产总值 | 增长 | 7.5% = 7.5 % | 2026/2030",
        ],
    ),
    (
        "棚户区改造26万套，危房改造1.7万户。",
        [
            "level | 棚户区改造 | - | 26万套 = 260000 套 | 2026/2030",
            "level | 危房改造 | - | 1.7万户 = 17000 户 | 2026/2030",
        ],
    ),
    (
        "新增上市公司25家、国家级园区6家，其中高新区2家。",
        [
            "level | 新增上市公司 | - | 25家 = 25 家 | 2026/2030",
            "level | 国家级园区 | - | 6家 = 6 家 | 2026/2030",
            "level | 高新区 | - | 2家 = 2 家 | 2026/2030",
        ],
    ),
    (
        "城镇登记失业率控制在4%以内，总人口控制在560万人以内。",
        [
            "level | 城镇登记失业率 | 控制在 | 4%以内 = le 4 % | 2026/2030",
            "level | 总人口 | 控制在 | 560万人以内 = le 5600000 人 | 2030",
        ],
    ),
    (
        "财政收入420亿元，比上年增长9%，年均增长8.4%。",
        [
            "level | 财政收入 | - | 420亿元 = 42000000000 元 | 2030",
            "change up | ^财政收入 | 增长 | 9% = 9 % | 2030 | base 比上年 = 2029",
            "change up | ^财政收入 | 增长 | 8.4% = 8.4 % | 2026/2030",
        ],
    ),
]

DENIED = [
    (
        "规模以上工业利润未下降。",
        ["trend down | 规模以上工业利润 | 下降 | - | 2030 | not"],
    ),
    (
        "粮食播种面积没有减少。",
        ["trend down | 粮食播种面积 | 减少 | - | 2030 | not"],
    ),
    (
        "用电量并未增长。",
        ["trend up | 用电量 | 增长 | - | 2030 | not"],
    ),
    (
        "市级财政支出不增加。",
        ["trend up | 市级财政支出 | 增加 | - | 2030 | not"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), REVIEWED)
def test_in_a_review(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), PLANNED)
def test_in_a_plan(nlp, sentence, claims):
    assert claims_of(nlp, sentence, PLAN) == claims


@pytest.mark.parametrize(("sentence", "claims"), FIVE_YEARS)
def test_in_a_review_of_five_years(nlp, sentence, claims):
    assert claims_of(nlp, sentence, SPAN) == claims


@pytest.mark.parametrize(("sentence", "claims"), DENIED)
def test_denied(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
