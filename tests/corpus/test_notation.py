import pytest

from policynlp.corpus.notation import write_claim
from policynlp.corpus.notation_reading import NotationError, parse_claim

PLACE = {"start": None, "end": None}
LINES = [
    "level | 地区生产总值 | 达到 | 2864亿元 = 286400000000 元 | 2030",
    "level | 财政赤字 | - | 4.06万亿元 = 4060000000000 元 | -",
    "change up | ^地区生产总值 | 增长 | 5.6%左右 = approx 5.6 % | 2030 | base 比上年 = 2029",
    "change up | 物价 | 涨幅 | 5%—6% = range 5~6 % | 去年 = 2029 | target",
    "change up | 出口 | 增长 | 三分之一 = 33.333333333333336 % | 近年来 = -",
    "level down | 用水量 | 降至 | 39.5 = 39.5 | 2030 | from 42立方米 = 42 立方米 | of 总量 | base 同比 = 2029 | in 全市 | not | forecast",
    "change down | 利润 | 增长 | -0.3% = -0.3 % | 2030-Q1",
    "trend flat | 就业 | 保持稳定 | - | 2026/2030 | action",
    "level | 基本养老保险参保人数@参保人数 | 达到@2 | 5人@-1 = 5 人 | 年末@2 = 2030-12-31",
    "level | 甲\\|乙 | a\\@b | 5% = 5 % | 2030",
    "level | \\^甲 | \\- | 5% = 5 % | 2030",
    "trend up | 基地 | 增加 | - | 2030 | base 2029 | in 全县@0",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_written_as_it_was_read(line):
    claim, places = parse_claim(line)

    assert write_claim(claim, places) == line


def test_every_field_is_read():
    line = LINES[5]

    assert parse_claim(line) == (
        {
            "kind": "level",
            "direction": "decrease",
            "modality": "forecast",
            "negated": True,
            "indicator": {"text": "用水量", **PLACE, "inherited": False},
            "trigger": {"text": "降至", **PLACE},
            "quantity": {"text": "39.5", **PLACE, "value": 39.5, "high": None, "unit": "", "relation": "eq"},
            "from_quantity": {"text": "42立方米", **PLACE, "value": 42, "high": None, "unit": "立方米", "relation": "eq"},
            "period": {"text": None, **PLACE, "iso": "2030"},
            "baseline": {"text": "同比", **PLACE, "iso": "2029"},
            "region": {"text": "全市", **PLACE},
            "share_of": {"text": "总量", **PLACE},
        },
        {},
    )  # fmt: skip


def test_places_are_read_apart():
    claim, places = parse_claim(LINES[8])

    assert claim["indicator"]["text"] == "基本养老保险参保人数"
    assert places == {
        "indicator": "@参保人数",
        "trigger": "@2",
        "quantity": "@-1",
        "period": "@2",
    }


def test_fields_may_stand_loosely():
    claim, _ = parse_claim("level|产量| 达到 |5 万吨 = 50000 吨|2030|in 全市|base 同比 = 2029")

    assert write_claim(claim) == (
        "level | 产量 | 达到 | 5万吨 = 50000 吨 | 2030 | base 同比 = 2029 | in 全市"
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "level | 产量 | 5吨",
            "a claim of 3 fields; write 'kind | indicator | trigger | quantity | period'",
        ),
        (
            "value | 产量 | - | 5吨 = 5 吨 | -",
            "no kind of claim: 'value'; write level, change or trend, and up, down, flat or nothing",
        ),
        (
            "level rising | 产量 | - | 5吨 = 5 吨 | -",
            "no kind of claim: 'level rising'; write level, change or trend, and up, down, flat or nothing",
        ),
        ("level | - | - | 5吨 = 5 吨 | -", "the indicator is empty; say what is measured"),
        ("level |  | - | 5吨 = 5 吨 | -", "the indicator is empty; say what is measured"),
        (
            "level | 产量 | - | 5吨 | -",
            "no quantity: '5吨'; write 'text = [relation] value[~high] unit'",
        ),
        (
            "level | 产量 | - | 5吨 = 五 吨 | -",
            "no quantity: '5吨 = 五 吨'; write 'text = [relation] value[~high] unit'",
        ),
        (
            "level | 产量 | - | 5吨 = 5 吨 | 当前 =",
            "no time: '当前 ='; write its ISO form, 'text = iso', or 'text = -'",
        ),
        (
            "level | 产量 | - | 5吨 = 5 吨 | 去年",
            "no time: '去年'; write its ISO form, 'text = iso', or 'text = -'",
        ),
        (
            "level | 产量 | - | 5吨 = 5 吨 | 2030 | base 比去年 = 29",
            "no time: '比去年 = 29'; write its ISO form, 'text = iso', or 'text = -'",
        ),
        (
            "level | 产量 | - | 5吨 = 5 吨 | - | near 全市",
            "no extra field: 'near 全市'; write from, of, base, in, not or a modality",
        ),
        (
            "level | 产量 | - | 5吨 = 5 吨 | - | in",
            "no extra field: 'in'; write from, of, base, in, not or a modality",
        ),
        ("level | 产量 | 达到 | - | 2030", "a level needs a quantity; write it, or trend"),
        (
            "trend up | 产量 | 增长 | 5吨 = 5 吨 | 2030",
            "a trend has not a quantity; write level or change, or -",
        ),
    ],
)
def test_a_line_that_cannot_be_read_says_what_to_write(line, message):
    with pytest.raises(NotationError) as caught:
        parse_claim(line)
    assert str(caught.value) == message
