"""Directions are marked in brackets; a row without brackets has none."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.components.directions import find_directions, load_verbs

CASES = [
    # a number after the verb
    "货运量[增长]3.2%，客运量[下降]近一成。",
    "绿化面积比上年[增加]约四十公顷。",
    "年用水量[减少]百分之六点五。",
    "快递业务量以年均20%的速度[增长]。",
    "平均工期[缩短]了12天。",
    "港口货物吞吐量同比[增]6.5%，外贸货物[降]0.3个百分点。",
    "高新技术企业数[翻]了一番。",
    "今年的雨日比常年[多]6天，气温比去年[高]0.4℃。",
    "全年完成投资比计划[多完成]3亿元。",
    "早稻[减产]2.1%，晚稻[增产]4%。",
    # to a level
    "入园率由82%[提升至]90.5%。",
    "低保标准[提高到]每人每月800元。",
    "参保率[稳定在]96%以上，登记失业率控制在4%以内。",
    "受益范围[扩大到]全市12个县。",
    "库存[降至]3万吨，产能[升至]9万吨。",
    "三次产业比由10:50:40[调整为]8:47:45。",
    "达标率[保持]100%，优良率[维持]近九成。",
    "投资保持8%左右的增长速度，保持30%增幅，保持第1位。",
    # nominal heads
    "消费价格[涨幅]控制在3%以内，出口[增速]达6.1%。",
    "人口自然增长率控制在6‰以内。",
    "工业增速[回落]0.3个百分点。",
    # 新增 after its subject only
    "护理床位[新增]320张。",
    "全市新增320张护理床位。",
    "新增320家企业。",
    # a scale before the verb
    "农民收入持续较快[增长]，生活水平明显[提高]。",
    "道路建设步伐进一步[加快]，执法力度不断[加大]。",
    "鸡蛋产量与上年[持平]，菜价总水平基本[稳定]。",
    "产量居全国前列，比上年略有[增加]。",
    "水质恶化，投资增速[下滑]趋势得到扭转。",
    "能耗总量近二十年来首次[下降]，货运量呈现爆发式[增长]，收入[增长]快。",
    "经济呈现稳定快速增长的良好态势，民生福祉不断增进。",
    # a scale after the verb
    "[提高]乡村医疗服务水平。",
    "[加大]对山区的帮扶力度，[降低]物流成本。",
    "千方百计[扩大]就业，[减轻]企业负担。",
    "把[扩大]投资作为首要任务。",
    "[减少]企业支出2000万元。",
    "[提升]12个村的公共服务水平。",
    "[稳定]和[扩大]就业。",
    # neither
    "加快建设新区，加快5G布局。",
    "实施素质提升行动和能力提升工程。",
    "深化改革，扩大开放。",
    "思想意识明显增强，民生持续改善。",
    "规模以上工业增加值占比40%。",
    "稳增长、促改革、调结构。",
    "农民收入增幅高于全国收入增长。",
    "减少和规范行政审批事项。",
    "把工作提高到一个新的水平。",
]


@pytest.mark.parametrize("marked", CASES)
def test_directions_are_those_marked(marked):
    text = re.sub(r"[\[\]]", "", marked)
    found = find_directions(text)
    shown, done = "", 0
    for mention in found:
        shown += f"{text[done : mention.start]}[{text[mention.start : mention.end]}]"
        done = mention.end
    assert shown + text[done:] == marked


VALUES = [
    ("产量增长3%", {"direction": "increase", "kind": "verb", "to": False, "trend": False}),
    ("产量提升至3吨", {"direction": "increase", "kind": "verb", "to": True, "trend": False}),
    ("产量稳步增长", {"direction": "increase", "kind": "verb", "to": False, "trend": True}),
    ("增速下滑。", {"direction": "decrease", "kind": "verb", "to": False, "trend": False}),
    ("价格涨幅为3%", {"direction": "increase", "kind": "noun", "to": False, "trend": False}),
    ("产量保持在3吨", {"direction": "stable", "kind": "verb", "to": True, "trend": False}),
    ("结构由1:2变为1:3", {"direction": None, "kind": "verb", "to": True, "trend": False}),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value_says_how_it_moves(text, value):
    (mention,) = find_directions(text)

    assert {key: mention.value[key] for key in value} == value


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("收入提高。", "before"),
        ("提高收入。", "after"),
        ("收入提高3%。", None),
        ("降低成本3%。", "after"),
    ],
)
def test_theme_tells_the_side_of_the_indicator(text, theme):
    (mention,) = find_directions(text)

    assert mention.value["theme"] == theme


PIECES = st.sampled_from(
    [*load_verbs(), "收入", "水平", "3%", "5个", "，", "、", "不断", "比上年", "的", "至"]
)
SENTENCES = st.lists(PIECES, max_size=12).map("".join)


@given(SENTENCES, SENTENCES)
def test_sentence_alone_gives_what_it_gives_in_its_document(before, sentence):
    offset = len(before) + 1
    whole = find_directions(f"{before}。{sentence}。{before}")
    inside = [m for m in whole if offset <= m.start < offset + len(sentence) + 1]

    alone = find_directions(f"{sentence}。")

    assert [(m.start - offset, m.end - offset, m.value) for m in inside] == [
        (m.start, m.end, m.value) for m in alone
    ]


@given(SENTENCES)
def test_directions_are_in_order_and_apart(text):
    found = find_directions(text)

    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(text[m.start : m.end].startswith(m.value["lemma"][:1]) for m in found)
