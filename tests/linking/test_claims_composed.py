"""Lists whose members share a head or a verb, and verbs that stand right before the number."""

import pytest

from claims_notation import claims_of

SHARED = [
    (
        "城镇、农村低保补助水平分别从300元、200元提至330元、240元。",
        [
            "level up | 城镇低保补助水平 | 提至 | 330元 = 330 元 | 2030 | from 300元 = 300 元",
            "level up | 农村低保补助水平 | 提至 | 240元 = 240 元 | 2030 | from 200元 = 200 元",
        ],
    ),
    (
        "工业、基础设施和民生投资分别为9亿元、8亿元和7亿元。",
        [
            "level | 工业投资 | 为 | 9亿元 = 900000000 元 | 2030",
            "level | 基础设施投资 | 为 | 8亿元 = 800000000 元 | 2030",
            "level | 民生投资 | 为 | 7亿元 = 700000000 元 | 2030",
        ],
    ),
    (
        "化解煤炭、粗钢产能90万吨、70万吨。",
        [
            "level | 煤炭产能 | 化解 | 90万吨 = 900000 吨 | 2030",
            "level | 粗钢产能 | 化解 | 70万吨 = 700000 吨 | 2030",
        ],
    ),
]

BEFORE_NUMBERS = [
    (
        "各类图书出版6亿册，进出口总额首破900亿元。",
        [
            "level | 各类图书 | 出版 | 6亿册 = 600000000 册 | 2030",
            "level | 进出口总额 | 首破 | 900亿元 = 90000000000 元 | 2030",
        ],
    ),
    (
        "财政收入年增加额超过9亿元，土特产在周边市场的占有率达到60%。",
        [
            "level | 财政收入年增加额 | 超过 | 超过9亿元 = gt 900000000 元 | 2030",
            "level | 土特产在周边市场的占有率 | 达到 | 60% = 60 % | 2030",
        ],
    ),
    (
        "水稻亩产在600公斤以上。",
        ["level | 水稻亩产 | - | 600公斤以上 = ge 600 公斤 | 2030"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), SHARED)
def test_members_share_a_head(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), BEFORE_NUMBERS)
def test_words_before_a_number(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


SUMMED = [
    (
        "二氧化硫、氨氮两项主要污染物排放分别下降3%、4%。",
        [
            "change down | 二氧化硫排放 | 下降 | 3% = 3 % | 2030",
            "change down | 氨氮排放 | 下降 | 4% = 4 % | 2030",
        ],
    ),
    (
        "稀土、石墨两个新兴产业产值增长20%，GDP、规上工业增加值占全市比重分别提高1.5、0.8个百分点。",
        [
            "change up | 稀土、石墨两个新兴产业产值 | 增长 | 20% = 20 % | 2030",
            "change up | GDP占全市比重 | 提高 | 1.5 = 1.5 百分点 | 2030 | of 全市 | in 全市",
            "change up | 规上工业增加值占全市比重 | 提高 | 0.8个百分点 = 0.8 百分点 | 2030 | of 全市 | in 全市",
        ],
    ),
    (
        "共发生4级以上地震6次，筹措8200张“新城市建设者之家”床位。",
        [
            "level | 地震 | 发生 | 6次 = 6 次 | 2030",
            "level | “新城市建设者之家”床位 | 筹措 | 8200张 = 8200 张 | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), SUMMED)
def test_members_and_what_sums_them_up(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


LEVELS = [
    (
        "建成1个国家级、2个省级、5个市级农业园区。",
        [
            "level | 国家级农业园区 | 建成 | 1个 = 1 个 | 2030",
            "level | 省级农业园区 | 建成 | 2个 = 2 个 | 2030",
            "level | 市级农业园区 | 建成 | 5个 = 5 个 | 2030",
        ],
    ),
    (
        "拥有3家国家级企业。",
        ["level | 国家级企业 | 拥有 | 3家 = 3 家 | 2030"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), LEVELS)
def test_levels_share_the_noun_behind_the_last(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
