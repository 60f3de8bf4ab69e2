"""Indicator phrases and the ids they link to."""

import pytest

from policynlp.normalize.indicators import link_indicator


@pytest.mark.parametrize(
    ("phrase", "identifier"),
    [
        ("GDP", "GDP"),
        ("地区生产总值", "GDP"),
        ("地区生产总值(GDP)", "GDP"),
        ("全省规模以上工业增加值", "INDUSTRIAL_VALUE_ADDED_SCALE"),
        ("江北市社会消费品零售总额", "RETAIL_SALES"),
        ("居民消费价格（CPI）", "CPI"),
        ("高技术制造业[13]增加值", "HIGH_TECH_VALUE_ADDED"),
        ("规上工业企业数量", "ENTERPRISES_SCALE"),
        ("全年完成造林面积", "AFFORESTATION"),
        ("国家级专精特新小巨人企业", "LITTLE_GIANTS"),
        ("小麦总产量", "WHEAT_OUTPUT"),
        ("农副产品增加值", None),
        ("城镇居民满意的商店", None),
        ("全省", None),
        ("", None),
    ],
)
def test_link_indicator(phrase, identifier):
    assert link_indicator(phrase) == identifier
