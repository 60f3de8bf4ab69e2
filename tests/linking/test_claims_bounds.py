"""Bounds of a share, the time inside what is compared with, places in a row, 将 that disposes."""

import pytest

from claims_notation import claims_of

BOUNDS = [
    (
        "从今年3月起，供养标准提高到5200元，确保不低于上年人均纯收入的60%，集中供养标准提高到900元。",
        [
            "level up | 供养标准 | 提高到 | 5200元 = 5200 元 | 今年3月 = 2031-03",
            "level | ^供养标准 | 不低于 | 60% = ge 60 % | 今年3月 = 2031-03 | of 上年人均纯收入",
            "level up | 集中供养标准 | 提高到 | 900元 = 900 元 | 今年3月 = 2031-03",
        ],
    ),
    (
        "公用经费支出不超过预算总额的8%。",
        ["level | 公用经费支出 | 不超过 | 8% = le 8 % | 2030 | of 预算总额"],
    ),
]

DISPOSED = [
    (
        "将水务集团股权划转投资集团，资产负债率下降5.6个百分点。",
        ["change down | 资产负债率 | 下降 | 5.6个百分点 = 5.6 百分点 | 2030"],
    ),
]

ADDED = [
    (
        "友好城市新增12对。",
        ["change up | 友好城市 | 新增 | 12对 = 12 对 | 2030"],
    ),
    (
        "全市新增企业12户。",
        ["level | 新增企业 | - | 12户 = 12 户 | 2030 | in 全市"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), BOUNDS)
def test_bounds_of_a_share(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), DISPOSED)
def test_what_is_disposed_of_is_not_foreseen(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), ADDED)
def test_subjects_of_what_is_added(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


FRAMED = [
    (
        "全省221个监测断面中，优良断面占比77.4%，同比提高4.5个百分点；劣质断面占比2%。",
        [
            "level | 优良断面占比 | - | 77.4% = 77.4 % | 2030 | in 全省",
            "change up | ^优良断面占比 | 提高 | 4.5个百分点 = 4.5 百分点 | 2030"
            " | base 同比 = 2029 | in 全省",
            "level | 劣质断面占比 | - | 2% = 2 % | 2030",
        ],
    ),
    (
        "在全国质量评比中，四个产品荣获金奖。",
        ["level | 产品 | 荣获 | 四个 = 4 个 | 2030"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), FRAMED)
def test_the_place_of_a_frame(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


OF_EACH = [
    (
        "煤炭、天然气产量达到12万吨、20万立方米。",
        [
            "level | 煤炭产量 | 达到 | 12万吨 = 120000 吨 | 2030",
            "level | 天然气产量 | 达到 | 20万立方米 = 200000 立方米 | 2030",
        ],
    ),
    (
        "建成廉租房、公租房2万套、15万平方米。",
        [
            "level | 廉租房、公租房 | 建成 | 2万套 = 20000 套 | 2030",
            "level | ^廉租房、公租房 | 建成 | 15万平方米 = 150000 平方米 | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), OF_EACH)
def test_a_value_for_each_name(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
