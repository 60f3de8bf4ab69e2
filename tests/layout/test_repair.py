"""Repair of layout: the whole clean text of small raw texts."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.layout import Layout, repair
from policynlp.layout.script import simplify
from policynlp.layout.signs import narrow, settle

SIGNS = [
    ("增长６．４％。", "增长6.4%。"),
    ("产量12，480万吨", "产量12,480万吨"),
    ("产量１，２３４，５６７吨", "产量1,234,567吨"),
    ("新增１·５亿元", "新增1.5亿元"),
    ("“5·12”抗震，5·12地震", "“5·12”抗震，5·12地震"),
    ("结构为9．2：38．1：52．7", "结构为9.2:38.1:52.7"),
    ("结构为9.2∶38.1∶52.7", "结构为9.2:38.1:52.7"),
    (
        "面对困难,全县(含两区)增长4%,其中:工业5%;农业3%",
        "面对困难，全县（含两区）增长4%，其中：工业5%；农业3%",
    ),
    ("分别为1.2,3.4", "分别为1.2，3.4"),
    ('打造"两区"和"一带"', "打造“两区”和“一带”"),
    ("「雙碳」目標，國內生產總值增長", "“双碳”目标，国内生产总值增长"),
    ("增长5%-6%", "增长5%—6%"),
    ("20万～30万套", "20万—30万套"),
    ("２０２１－２０２５年", "2021—2025年"),
    ("三-五年", "三—五年"),
    ("1-10月", "1—10月"),
    ("增速为-0.3%", "增速为-0.3%"),
    ("增速为－0.3%", "增速为-0.3%"),
    ("2031-01-22", "2031-01-22"),
    ("电话0999-1234567", "电话0999-1234567"),
    ("——收入增长5%", "——收入增长5%"),
    ("--收入增长5%", "——收入增长5%"),
    ("―九八五年", "一九八五年"),
    ("二○○五年、二OO六年", "二〇〇五年、二〇〇六年"),
    ("控制在6&permil;以内，2&mdash;3户&nbsp;企业", "控制在6‰以内，2—3户企业"),
    ("全市\u200b收入\ufeff增长", "全市收入增长"),
    ("9时30分，10:30结束", "9时30分，10:30结束"),
]

GAPS = [
    ("利 用 外 资", "利用外资"),
    ("二、农 业", "二、农业"),
    ("近 3 万亿千瓦时", "近3万亿千瓦时"),
    ("占 GDP 的 2.5 % 。", "占GDP的2.5%。"),
    ("建设 New York 园区", "建设New York园区"),
    ("# 总则", "# 总则"),
    ("第一章\u3000总则", "第一章 总则"),
    ("公路 5 221 km，桥梁 1 234 567 座", "公路5221km，桥梁1234567座"),
    ("2 0 3 1 年", "2031年"),
    ("1. 2031年工作", "1. 2031年工作"),
]

ROWS = [
    ("- 衣 着 2.4 2.4 2.4\n- 居 住[9] 2.0 2.1 1.9", "衣着 2.4 2.4 2.4\n居住 2.0 2.1 1.9"),
    (
        "- 指 标 单 位 绝对数 比上年增长%\n- 铁路 亿 吨 39.0 -0.7",
        "指标 单位 绝对数 比上年增长%\n铁路 亿吨 39.0 -0.7",
    ),
    ("纱 351 万吨 9．1\n钢 4666 万吨 -7．3", "纱 351万吨 9.1\n钢 4666万吨 -7.3"),
    ("指标    2031年    增长\n出口    35.2    4.1", "指标    2031年    增长\n出口    35.2    4.1"),
    ("| 指标 | 值 |\n|---|---|\n| 出口 | 35 |", "| 指标 | 值 |\n|---|---|\n| 出口 | 35 |"),
    ("服装 —— — 1198 4.1\n鞋 类 — — 297 17.2", "服装 —— — 1198 4.1\n鞋类 — — 297 17.2"),
]

MARKS = [
    ("全员劳动生产率[7]为7万元，增长5%[12]。", "全员劳动生产率为7万元，增长5%。"),
    ("五区八园〔12〕建设", "五区八园建设"),
    ("印发国发〔2024〕1号", "印发国发〔2024〕1号"),
    ("“八大行动”⑨，成效明显", "“八大行动”，成效明显"),
    ("实事：①改造小区；②建设公园。", "实事：①改造小区；②建设公园。"),
    ("注释\n[7]指产出与人数之比。", "注释\n[7]指产出与人数之比。"),
    ("增长5%。（下转第六版）", "增长5%。"),
    ("全市新增（下转第二版）\n（上接第一版）就业12万人。", "全市新增就业12万人。"),
    ("稳步推进。\n（上接A1版）开工项目45个。", "稳步推进。\n开工项目45个。"),
    ("推进产业—12—结构调整", "推进产业结构调整"),
    ("第3页 共20页\n全市收入增长5%。", "全市收入增长5%。"),
    ("**全市**收入\n- 增长5%\n> 引文", "全市收入\n增长5%\n引文"),
    ("甲<br>乙<sup>[1]</sup>丙", "甲\n乙丙"),
]

FURNITURE = [
    ("字体：大 中 小\n打印\n政府工作报告\n来源：某报\n分享到：微信", "政府工作报告\n来源：某报"),
    (
        "收入增长较快，继续扩大。\n- 12 -\n支出增长较快，继续优化。",
        "收入增长较快，继续扩大。\n支出增长较快，继续优化。",
    ),
    ("来源：\n>\n【字号：\n加大\n】\n工作报告", "工作报告"),
    ("一、工作回顾 ........ 3\n二、工作安排……………4", "一、工作回顾\n二、工作安排"),
    ("来源广泛，增长较快。\n打印设备产量增长5%。", "来源广泛，增长较快。\n打印设备产量增长5%。"),
]

LINES = [
    # newspaper columns, a blank line between lines or none
    (
        "粮食生产，单产提高对增产的贡献\n\n率达到 58.4%，其中大豆油料扩\n\n种成效明显。",
        "粮食生产，单产提高对增产的贡献率达到58.4%，其中大豆油料扩种成效明显。",
    ),
    (
        "　　完成公共供水管网改造，万元国内生\n产总值用水量下降6.4%，利用外资增\n长较快，结构改善。\n　　进出口总额突破四万亿元，同比增长\n3.1%，其中出口增长较多。",
        "完成公共供水管网改造，万元国内生产总值用水量下降6.4%，利用外资增长较快，结构改善。\n进出口总额突破四万亿元，同比增长3.1%，其中出口增长较多。",
    ),
    # a cut heading in a column
    (
        "坚持稳中求进，完整准确全面贯彻新发展理\n念，统筹发展和安全，着力扩大国内有效需\n求，推动经济回升。\n二、2031年经济社会发展总体\n要求和主要目标\n做好全年工作，要坚持以进促稳，先立后破，\n多出有利于稳预期的政策。",
        "坚持稳中求进，完整准确全面贯彻新发展理念，统筹发展和安全，着力扩大国内有效需求，推动经济回升。\n二、2031年经济社会发展总体要求和主要目标\n做好全年工作，要坚持以进促稳，先立后破，多出有利于稳预期的政策。",
    ),
    # a paragraph a line: nothing to join
    (
        "一、工作回顾\n经济运行\n全年收入增长5%。\n支出增长3%。",
        "一、工作回顾\n经济运行\n全年收入增长5%。\n支出增长3%。",
    ),
    (
        "某市第十届\n人民代表大会第五次会议上\n各位代表：\n请审议。",
        "某市第十届\n人民代表大会第五次会议上\n各位代表：\n请审议。",
    ),
    (
        "——2031年1月6日在某市第十届\n人民代表大会第五次会议上\n各位代表：",
        "——2031年1月6日在某市第十届人民代表大会第五次会议上\n各位代表：",
    ),
    ("收入增长5%，\n支出增长3%。", "收入增长5%，支出增长3%。"),
    ("收入增长5%\n，支出增长3%。", "收入增长5%，支出增长3%。"),
    # paragraphs in one line
    (
        "各位代表：　　现在报告工作。　　一、2031 年回顾　　全年收入增长５％。",
        "各位代表：\n现在报告工作。\n一、2031年回顾\n全年收入增长5%。",
    ),
    ("甲地收入。\r\n\r\n\r\n乙地支出。\r\n", "甲地收入。\n乙地支出。"),
    ("", ""),
    (" \n\u3000\n", ""),
]

CASES = SIGNS + GAPS + ROWS + MARKS + FURNITURE + LINES


@pytest.mark.parametrize(("raw", "clean"), CASES)
def test_repair(raw, clean):
    assert repair(raw).text == clean


@pytest.mark.parametrize(("raw", "clean"), CASES)
def test_clean_text_stays(raw, clean):
    assert repair(clean).text == clean


@pytest.mark.parametrize(("raw", "part", "back"), [
    ("下降 ６．４ ％。", "6.4%", "６．４ ％"),
    ("国内\n\n生产总值、人均收入，都比上年增长。", "生产总值", "生产总值"),
    ("产量[3] 12，480万吨", "产量12,480万吨", "产量[3] 12，480万吨"),
    ("控制在6&permil;以内", "6‰", "6&permil;"),
])  # fmt: skip
def test_a_part_of_the_clean_text_goes_back_to_the_raw_text(raw, part, back):
    layout = repair(raw)
    start = layout.text.index(part)
    assert raw[layout.raw_start(start) : layout.raw_end(start + len(part))] == back


def test_simplify_leaves_simplified_text_alone():
    assert simplify("乾隆年间，显著提升") == "乾隆年间，显著提升"
    assert simplify("國內生產總值顯著提升") == "国内生产总值显著提升"


CHARS = st.text(
    st.sampled_from(
        '全市收入增长，。、：“（）一二 　\n\r\t0１9．.,%-—～·[]〔〕|#*第章版下转年万吨A\u200b&;"'
    ),
    max_size=120,
)


@given(CHARS)
def test_every_clean_character_stands_for_one_raw_character(raw):
    layout = repair(raw)
    places = [layout.raw_start(place) for place in range(len(layout.text))]
    assert all(before < after for before, after in pairwise(places))
    assert all(0 <= place < len(raw) for place in places)
    for char, place in zip(layout.text, places, strict=True):
        same = {raw[place], narrow(raw[place]), settle(narrow(raw[place]))}
        assert char in same or char in "—-.,:，：；“”一〇 \n"


@given(CHARS)
def test_offsets_go_there_and_back(raw):
    layout = repair(raw)
    for place in range(len(layout.text)):
        assert layout.clean_start(layout.raw_start(place)) == place
        assert layout.clean_end(layout.raw_end(place + 1)) == place + 1


@given(CHARS)
def test_clean_text_has_no_empty_line_and_no_edge_space(raw):
    text = repair(raw).text
    assert not re.search(r"\n\n|\A\n|\n\Z|[\r\u3000\u200b]", text)


@given(CHARS, st.data())
def test_slice_is_the_layout_of_a_part(raw, data):
    layout = repair(raw)
    start = data.draw(st.integers(0, len(layout.text)))
    end = data.draw(st.integers(start, len(layout.text)))
    part = layout.slice(start, end)
    assert part.text == layout.text[start:end]
    for place in range(end - start):
        assert part.raw_start(place) + layout.raw_start(start) == layout.raw_start(start + place)


@given(CHARS)
def test_json_brings_the_layout_back(raw):
    layout = repair(raw)
    assert Layout.from_json(layout.text, layout.to_json()) == layout


@given(CHARS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_cuts_compose(raw, spans):
    layout = Layout.of(raw).cut((start, min(end, len(raw))) for start, end in spans)
    kept = [
        place for place in range(len(raw)) if not any(start <= place < end for start, end in spans)
    ]
    assert layout.text == "".join(raw[place] for place in kept)
    assert [layout.raw_start(place) for place in range(len(layout.text))] == kept


def test_rewrite_keeps_the_length():
    with pytest.raises(ValueError, match="changes the length: 2 to 3"):
        Layout.of("增长").rewrite("增加了")
