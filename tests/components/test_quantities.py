"""Quantities in sentences: the whole list of spans and values, and a list of what is none."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.components.quantities import QuantityFinder, find_quantities

FINDER = QuantityFinder()
GUARDS = (Path(__file__).parent / "data" / "guards.txt").read_text("utf-8").split()

# sentence with spans in 【】, then value, high, unit, relation of each
CASES = [
    # plain
    ("粮食产量达到【1.39万亿斤】", [(1390000000000, None, "斤", "eq")]),
    (
        "全县生产总值【439.2亿元】，增长【3.3%】",
        [(43920000000, None, "元", "eq"), (3.3, None, "%", "eq")],
    ),
    ("城镇化率提高【0.7个百分点】", [(0.7, None, "百分点", "eq")]),
    (
        "发电量【9200亿千瓦时】，装机【3100万千瓦】",
        [(920000000000, None, "千瓦时", "eq"), (31000000, None, "千瓦", "eq")],
    ),
    ("接待游客【1,345.6万人次】", [(13456000, None, "人次", "eq")]),
    ("实际利用外资【5.2亿美元】", [(520000000, None, "美元", "eq")]),
    ("自然增长率为【-0.31‰】", [(-0.31, None, "‰", "eq")]),
    ("审批时限压减至【3个工作日】", [(3, None, "工作日", "eq")]),
    ("排名前移【6个位次】", [(6, None, "位次", "eq")]),
    ("牲畜存栏【88万头（只）】", [(880000, None, "头（只）", "eq")]),
    (
        "资助贷款【18亿人民币】和【15亿港币】",
        [(1800000000, None, "人民币", "eq"), (1500000000, None, "港币", "eq")],
    ),
    # compound units
    ("单产【620公斤/亩】", [(620, None, "公斤/亩", "eq")]),
    ("细颗粒物年均浓度【29微克/立方米】", [(29, None, "微克/立方米", "eq")]),
    ("电话普及率【116.3部/百人】", [(116.3, None, "部/百人", "eq")]),
    ("补助标准提高到【680元/月】", [(680, None, "元/月", "eq")]),
    ("处理能力【20万吨/日】", [(200000, None, "吨/日", "eq")]),
    # hedges before
    ("装机规模【超过3100万千瓦】", [(31000000, None, "千瓦", "gt")]),
    ("营业收入【突破千亿元】", [(100000000000, None, "元", "gt")]),
    ("服务群众【近4万户】", [(40000, None, "户", "approx")]),
    ("就业率【不低于92%】", [(92, None, "%", "ge")]),
    ("审批【不超过20个工作日】", [(20, None, "工作日", "le")]),
    ("存量【不足3万只】", [(30000, None, "只", "lt")]),
    ("带动【上千万】群众增收", [(10000000, None, "", "ge")]),
    ("工业产值翻了【将近一番】", [(2, None, "倍", "approx")]),
    # hedges after, and between
    ("增长【5%左右】", [(5, None, "%", "approx")]),
    ("新增就业【1200万人以上】", [(12000000, None, "人", "ge")]),
    ("涨幅控制在【3%以内】", [(3, None, "%", "le")]),
    ("登记在【5个工作日内】办结", [(5, None, "工作日", "le")]),
    ("惠及【6300多万人】", [(63000000, None, "人", "gt")]),
    ("培育企业【2800余家】", [(2800, None, "家", "gt")]),
    ("增加【1倍多】", [(1, None, "倍", "gt")]),
    ("组织【百余次】活动", [(100, None, "次", "gt")]),
    # ranges
    ("倍增系数为【1.5至2倍】", [(1.5, 2, "倍", "range")]),
    ("建成【20万—30万套】", [(200000, 300000, "套", "range")]),
    ("增长【5%—6%】", [(5, 6, "%", "range")]),
    ("产能【3.5至4亿吨】", [(350000000, 400000000, "吨", "range")]),
    ("提高了【25%到40%】", [(25, 40, "%", "range")]),
    ("培育【三至五个】集群", [(3, 5, "个", "range")]),
    ("安排生产【九千万至九千二百万吨】", [(90000000, 92000000, "吨", "range")]),
    ("投入【数百亿元】", [(20000000000, 90000000000, "元", "range")]),
    ("动员【十几万人】", [(110000, 190000, "人", "range")]),
    ("培育【两三个】园区", [(2, 3, "个", "range")]),
    ("贫困率由【3%】下降到【0.5%】", [(3, None, "%", "eq"), (0.5, None, "%", "eq")]),
    ("税率由【3%】至【5%】", [(3, None, "%", "eq"), (5, None, "%", "eq")]),
    # lists that share a unit, or a hedge
    (
        "分别提高【1.3】和【0.8个百分点】",
        [(1.3, None, "百分点", "eq"), (0.8, None, "百分点", "eq")],
    ),
    (
        "分别增长【3.5】、【5.3】和【5.0%】",
        [(3.5, None, "%", "eq"), (5.3, None, "%", "eq"), (5, None, "%", "eq")],
    ),
    (
        "达【1409万】、【1305万人次】",
        [(14090000, None, "人次", "eq"), (13050000, None, "人次", "eq")],
    ),
    (
        "余额分别【突破6万亿元】和【4万亿元】",
        [(6000000000000, None, "元", "gt"), (4000000000000, None, "元", "gt")],
    ),
    (
        "先后跨越【3万亿元】、【4万亿元】台阶",
        [(3000000000000, None, "元", "gt"), (4000000000000, None, "元", "gt")],
    ),
    # parts, multiples, figures
    ("占【四分之三】", [(75, None, "%", "eq")]),
    ("占全国【1/3以上】", [(pytest.approx(100 / 3), None, "%", "ge")]),
    ("占【近一半】", [(50, None, "%", "approx")]),
    ("占【三成五】", [(35, None, "%", "eq")]),
    ("占比【超七成】", [(70, None, "%", "gt")]),
    ("增长【百分之五十三点七】", [(53.7, None, "%", "eq")]),
    ("增长【百分之十五以上】", [(15, None, "%", "ge")]),
    ("出生率为【千分之三】", [(3, None, "‰", "eq")]),
    ("产值翻【两番】", [(4, None, "倍", "eq")]),
    ("是上年的【1.8倍】", [(1.8, None, "倍", "eq")]),
    ("保持【两位数】增长", [(10, None, "%", "ge")]),
    ("三次产业结构为【22.8:38.8:38.4】", [(22.8, None, "", "eq")]),
    ("城乡收入比缩小到【1.81:1】", [(1.81, None, "倍", "eq")]),
    # Chinese numerals
    ("粮食【二百八十四亿斤】", [(28400000000, None, "斤", "eq")]),
    ("产量【一百十五万担】", [(1150000, None, "担", "eq")]),
    ("改造【一千瓦】机组", [(1, None, "千瓦", "eq")]),
    ("建设【五个】新城", [(5, None, "个", "eq")]),
    ("召开【两次】现场会", [(2, None, "次", "eq")]),
    ("省市县乡村【五级】书记一起抓", [(5, None, "级", "eq")]),
    ("办好【十件】实事", [(10, None, "件", "eq")]),
    ("每户【至少一人】就业", [(1, None, "人", "ge")]),
    # no counter
    ("【577.7万】农村贫困人口脱贫", [(5777000, None, "", "eq")]),
    ("惠及【30多万】各族群众", [(300000, None, "", "gt")]),
    ("我国有【14亿】人口", [(1400000000, None, "", "eq")]),
    ("制造业景气指数达到【84.2】", [(84.2, None, "点", "eq")]),
    ("拥堵指数由【1.62】下降到【1.47】", [(1.62, None, "点", "eq"), (1.47, None, "点", "eq")]),
    (
        "景气指数从2028年的【103.5】回落到【99.8】",
        [(103.5, None, "点", "eq"), (99.8, None, "点", "eq")],
    ),
    (
        "城乡居民收入比由【2.58】缩小到【2.3左右】",
        [(2.58, None, "倍", "eq"), (2.3, None, "倍", "approx")],
    ),
    (
        "城乡收入倍差为【1.87】，比上年缩小【0.04】",
        [(1.87, None, "倍", "eq"), (0.04, None, "倍", "eq")],
    ),
    ("城乡收入比缩小到2026年的水平", []),
    ("差距缩小5.1后又扩大", []),
    # a year of schooling is measured, a year of the calendar is not
    ("平均受教育年限达到【11.5年】", [(11.5, None, "年", "eq")]),
    ("新建【10个】“两山”合作社，2023年完工", [(10, None, "个", "eq")]),
    ("全国签约【130亿美元】", [(13000000000, None, "美元", "eq")]),
    ("服务【200万】个体工商户", [(2000000, None, "", "eq")]),
]

NOTHING = [
    "实施5000万元以上项目", "产值超十亿元工业企业", "产业园区从第8升至第5", "综合评价由上年27位提升到全省23位",
    "参加市八届人大四次会议", "全省唯一一家试点", "“三个不变”原则", "一九八五年工业增产", "2026-02-02", "表10 2012年货物运输量",
    "前3位", "1对1帮扶", "$12$", "2.0版", "一个又一个项目", "数个部门", "七届一中全会", "由5升至", "第3、5号",
]  # fmt: skip


def read_marks(marked):
    """Sentence without its marks, and the places of its spans."""
    text, spans, start = "", [], 0
    for sign in marked:
        if sign == "【":
            start = len(text)
        elif sign == "】":
            spans.append((start, len(text)))
        else:
            text += sign
    return text, spans


@pytest.mark.parametrize(("marked", "values"), CASES)
def test_quantities(marked, values):
    text, spans = read_marks(marked)
    found = FINDER.find(text)
    assert [(mention.start, mention.end) for mention in found] == spans
    fields = ("value", "high", "unit", "relation")
    assert [tuple(mention.value[field] for field in fields) for mention in found] == values


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_to_find(text):
    assert find_quantities(text) == []


@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize("frame", ["{}", "推进{}工作", "完善，{}，提高"])
def test_guards_are_no_quantities(frame, guard):
    assert FINDER.find(frame.format(guard)) == []


def test_the_guard_list_is_as_long_as_promised():
    assert len(set(GUARDS)) >= 300


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("增长5.6%", ["%"]), ("增长百分之七", ["百分之"]), ("占三成以上", ["成"]), ("占三分之一", []), ("4%—8%", ["%", "%"]),
        ("近3万亿千瓦时", ["千瓦时"]), ("620公斤/亩", ["公斤/亩"]), ("1.3和0.8个百分点", ["个百分点"]), ("翻两番", ["番"]),
    ],
)  # fmt: skip
def test_unit_spans(text, units):
    assert [text[a:b] for mention in FINDER.find(text) for a, b in mention.value["units"]] == units


def test_a_hedge_that_is_a_trigger_has_its_place():
    (mention,) = FINDER.find("规模超过5亿吨")
    value = mention.value
    assert (value["hedge"], value["hedge_start"], value["hedge_end"]) == ("超过", 2, 4)
    assert (value["dimension"], value["base"]) == ("mass", {"value": 500000000000, "unit": "kg"})


@given(
    st.text(
        "近约超0123456789.,%—至、和。\n一二两三五十百千万亿数几个元吨年公里成倍以上左右“”第分之点",
        max_size=40,
    )
)
def test_spans_are_sound_whatever_comes(text):
    found = FINDER.find(text)
    ends = [0]
    for mention in found:
        assert ends[-1] <= mention.start < mention.end <= len(text)
        assert not {"\n", "。"} & set(text[mention.start : mention.end])
        json.dumps(mention.value, allow_nan=False)
        ends.append(mention.end)


@pytest.mark.parametrize(("marked", "values"), CASES)
def test_a_sentence_alone_is_read_as_in_its_document(marked, values):
    text, _ = read_marks(marked)
    before = "全年增长5%。\n"
    alone = [(m.start, m.end) for m in FINDER.find(text)]
    inside = [
        (m.start - len(before), m.end - len(before))
        for m in FINDER.find(f"{before}{text}。\n3、增长6%")
    ]
    assert inside[1:-1] == alone
