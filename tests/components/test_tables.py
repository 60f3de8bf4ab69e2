"""Tables in text: one row a table in its layout, with all its claims."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.components.table_cells import Part, is_cell, is_unit, part_of, read_value, split_unit
from policynlp.components.table_claims import table_claims
from policynlp.components.tables import find_tables

PRICES = "表2 2030年居民消费价格比上年涨跌幅度\n单位：%\n指标 全省\n城市 农村\n居民消费价格 2.0 2.1 1.8\n其中：食品 -0.6 -0.7 0.0"
BARS = """表3 2030年主要工业产品产量及其增长速度
| 产品名称 | 单位 | 产量 | 比上年增长（%） |
| --- | --- | --- | --- |
| 原煤 | 万吨 | 310.5 | -2.5 |
| 其中：无烟煤[3] | 万吨 | 1,204 | — |"""
TRADE = "表10 2030年对主要国家和地区进出口额\n单位：亿美元\n国家和地区 出口额 比上年增长% 进口额 比上年增长%\n欧盟 29 19.5 13 -1.6"
COUNTS = "表5 2030年外商投资情况\n行业 企业数（家） 比上年增长% 使用金额（亿美元） 比上年增长%\n制造业 897 -19.3 48.7 6.2"
SPREAD = "表9 2030年外商投资分行业情况\n金额单位：亿美元\n行业名称 合同项目 合同金额 使用金额\n个数 增长% 绝对数 增长% 绝对数 增长%\n全国总计 410 20.2 11.7 39.0 5.1 1.4\n采掘业 211 6.6 7.1 3.4\n建筑业 39 20.4 1.8 58.6 0.6 -13.7"
OLD = "主要产品产量如下：\n一九八五年 一九八五年比\n一九八四年增长%\n纱 35 万吨 9.1\n收音机 4 万部 1.4倍"
CUT = "一九八四年增长%\n牛奶产量 25万吨 14.2\n绵羊毛产量 18 万吨 -3.3"
FLAT = "指标\n单位\n绝对数\n比上年增长（%）\n粮食\n万吨\n310.2\n2.5\n棉花\n万吨\n12\n—\n油料\n万吨\n40\n1.0\n以上为正文。"
GROUPS = "表7 2030年货运量\n指标 绝对数 比上年增长%\n货物周转量（亿吨公里） 354 6.5\n铁路 129 3.6"
BESIDE = "表7 2030年投资增长速度\n| 行业 | 比上年增长（%） | 行业 | 比上年增长（%） |\n| 总计 | 3.0 | 教育 | -11.9 |"
YEARS = "| 年份 | 学校数（所） | 占全省比重 |\n| 2029年 | 120 | 7.1% |\n| 2030年 |  | 7.4% |"
TARGETS = """表1 “十六五”主要目标
| 序号 | 指标 | 单位 | 2030年 | 2035年 | 年均增长（%） | 属性 |
| 1 | 森林覆盖率 | % | 41.2 | ≥43 | 〔1.8〕 | 约束性 |"""
INDEX = "附表2：2030年居民消费价格指数（以上年为100）\n项目名称 全省 城市 农村\n食品 99.1 99.0 99.4"
TABBED = "指标\t单位\t绝对数\t比上年增长%\n新建铁路里程\t公里\t120\t8.0"
GAPS = "表4 2030年末人口数及其构成\n指标      年末数（万人）   比重（%）\n全县常住人口    42.6      100.0\n其中：城镇     20.1      47.2"
NO_UNIT = "商品名称 单位 数量 比上年增长% 金额（亿元） 比上年增长%\n鞋类 — — — 47 17.2\n集装箱 万个 30 -3.3 9 3.6"


def brief(text: str) -> list[tuple[object, ...]]:
    """Every claim of the text's tables as a row of what the table says of it."""
    return [
        (
            claim["kind"],
            claim["direction"],
            claim["indicator"]["text"],
            text_of(claim["trigger"]),
            claim["quantity"]["value"],
            claim["quantity"]["unit"],
            text_of(claim["period"]),
            text_of(claim["baseline"]),
            text_of(claim["region"]),
        )
        for table in find_tables(text)
        for claim in table_claims(table)
    ]


def text_of(part):
    return part["text"] if part else None


UP = ("change", "increase")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            PRICES,
            [
                (*UP, "居民消费价格", "涨跌幅度", 2, "%", "2030年", "比上年", "全省"),
                (*UP, "城市居民消费价格", "涨跌幅度", 2.1, "%", "2030年", "比上年", None),
                (*UP, "农村居民消费价格", "涨跌幅度", 1.8, "%", "2030年", "比上年", None),
                ("change", "decrease", "食品", "涨跌幅度", -0.6, "%", "2030年", "比上年", "全省"),
                ("change", "decrease", "城市食品", "涨跌幅度", -0.7, "%", "2030年", "比上年", None),
                ("change", "stable", "农村食品", "涨跌幅度", 0, "%", "2030年", "比上年", None),
            ],
            id="the caption says what moves",
        ),
        pytest.param(
            BARS,
            [
                ("level", None, "原煤产量", None, 3105000, "吨", "2030年", None, None),
                (*UP, "原煤产量", "增长", -2.5, "%", "2030年", "比上年", None),
                ("level", None, "无烟煤产量", None, 12040000, "吨", "2030年", None, None),
            ],
            id="bars",
        ),
        pytest.param(
            TRADE,
            [
                ("level", None, "欧盟出口额", None, 2900000000, "美元", "2030年", None, "欧盟"),
                (*UP, "欧盟出口额", "增长", 19.5, "%", "2030年", "比上年", "欧盟"),
                ("level", None, "欧盟进口额", None, 1300000000, "美元", "2030年", None, "欧盟"),
                (*UP, "欧盟进口额", "增长", -1.6, "%", "2030年", "比上年", "欧盟"),
            ],
            id="rows are regions",
        ),
        pytest.param(
            COUNTS,
            [
                ("level", None, "制造业企业数", None, 897, "家", "2030年", None, None),
                (*UP, "制造业企业数", "增长", -19.3, "%", "2030年", "比上年", None),
                ("level", None, "制造业使用金额", None, 4870000000, "美元", "2030年", None, None),
                (*UP, "制造业使用金额", "增长", 6.2, "%", "2030年", "比上年", None),
            ],
            id="units in the heads",
        ),
        pytest.param(
            SPREAD,
            [
                ("level", None, "全国总计合同项目个数", None, 410, "个", "2030年", None, None),
                (*UP, "全国总计合同项目个数", "增长", 20.2, "%", "2030年", None, None),
                ("level", None, "全国总计合同金额", None, 1170000000, "美元", "2030年", None, None),
                (*UP, "全国总计合同金额", "增长", 39, "%", "2030年", None, None),
                ("level", None, "全国总计使用金额", None, 510000000, "美元", "2030年", None, None),
                (*UP, "全国总计使用金额", "增长", 1.4, "%", "2030年", None, None),
                ("level", None, "建筑业合同项目个数", None, 39, "个", "2030年", None, None),
                (*UP, "建筑业合同项目个数", "增长", 20.4, "%", "2030年", None, None),
                ("level", None, "建筑业合同金额", None, 180000000, "美元", "2030年", None, None),
                (*UP, "建筑业合同金额", "增长", 58.6, "%", "2030年", None, None),
                ("level", None, "建筑业使用金额", None, 60000000, "美元", "2030年", None, None),
                (*UP, "建筑业使用金额", "增长", -13.7, "%", "2030年", None, None),
            ],
            id="heads over several columns each",
        ),
        pytest.param(
            OLD,
            [
                ("level", None, "纱", None, 350000, "吨", "一九八五年", None, None),
                (*UP, "纱", "增长", 9.1, "%", "一九八五年", "比一九八四年", None),
                ("level", None, "收音机", None, 40000, "部", "一九八五年", None, None),
                (*UP, "收音机", "增长", 1.4, "倍", "一九八五年", "比一九八四年", None),
            ],
            id="a head over two lines",
        ),
        pytest.param(
            CUT,
            [
                ("level", None, "牛奶产量", None, 250000, "吨", None, None, None),
                (*UP, "牛奶产量", "增长", 14.2, "%", None, "一九八四年", None),
                ("level", None, "绵羊毛产量", None, 180000, "吨", None, None, None),
                (*UP, "绵羊毛产量", "增长", -3.3, "%", None, "一九八四年", None),
            ],
            id="a head cut away",
        ),
        pytest.param(
            FLAT,
            [
                ("level", None, "粮食", None, 3102000, "吨", None, None, None),
                (*UP, "粮食", "增长", 2.5, "%", None, "比上年", None),
                ("level", None, "棉花", None, 120000, "吨", None, None, None),
                ("level", None, "油料", None, 400000, "吨", None, None, None),
                (*UP, "油料", "增长", 1, "%", None, "比上年", None),
            ],
            id="one cell a line",
        ),
        pytest.param(
            GROUPS,
            [
                ("level", None, "货物周转量", None, 35400000000, "吨公里", "2030年", None, None),
                (*UP, "货物周转量", "增长", 6.5, "%", "2030年", "比上年", None),
                ("level", None, "铁路", None, 12900000000, "吨公里", "2030年", None, None),
                (*UP, "铁路", "增长", 3.6, "%", "2030年", "比上年", None),
            ],
            id="a row gives its unit to those below",
        ),
        pytest.param(
            BESIDE,
            [
                (*UP, "总计", "增长", 3, "%", "2030年", "比上年", None),
                (*UP, "教育", "增长", -11.9, "%", "2030年", "比上年", None),
            ],
            id="two tables side by side",
        ),
        pytest.param(
            YEARS,
            [
                ("level", None, "学校数", None, 120, "所", "2029年", None, None),
                ("level", None, "占全省比重", None, 7.1, "%", "2029年", None, None),
                ("level", None, "占全省比重", None, 7.4, "%", "2030年", None, None),
            ],
            id="rows are years",
        ),
        pytest.param(
            TARGETS,
            [
                ("level", None, "森林覆盖率", None, 41.2, "%", "2030年", None, None),
                ("level", None, "森林覆盖率", None, 43, "%", "2035年", None, None),
                (*UP, "森林覆盖率", "增长", 1.8, "%", None, None, None),
            ],
            id="targets",
        ),
        pytest.param(
            INDEX,
            [
                ("level", None, "食品", None, 99.1, "点", "2030年", None, "全省"),
                ("level", None, "城市食品", None, 99, "点", "2030年", None, None),
                ("level", None, "农村食品", None, 99.4, "点", "2030年", None, None),
            ],
            id="indices",
        ),
        pytest.param(
            TABBED,
            [
                ("level", None, "新建铁路里程", None, 120, "公里", None, None, None),
                (*UP, "新建铁路里程", "增长", 8, "%", None, "比上年", None),
            ],
            id="tabs",
        ),
        pytest.param(
            GAPS,
            [
                ("level", None, "全县常住人口", None, 426000, "人", "2030年末", None, None),
                ("level", None, "全县常住人口比重", None, 100, "%", "2030年末", None, None),
                ("level", None, "城镇", None, 201000, "人", "2030年末", None, None),
                ("level", None, "城镇比重", None, 47.2, "%", "2030年末", None, None),
            ],
            id="columns by spaces",
        ),
        pytest.param(
            NO_UNIT,
            [
                ("level", None, "鞋类金额", None, 4700000000, "元", None, None, None),
                (*UP, "鞋类金额", "增长", 17.2, "%", None, "比上年", None),
                ("level", None, "集装箱数量", None, 300000, "个", None, None, None),
                (*UP, "集装箱数量", "增长", -3.3, "%", None, "比上年", None),
                ("level", None, "集装箱金额", None, 900000000, "元", None, None, None),
                (*UP, "集装箱金额", "增长", 3.6, "%", None, "比上年", None),
            ],
            id="no unit where the unit stands",
        ),
    ],
)
def test_every_value_is_a_claim(text, claims):
    assert brief(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "全年粮食总产量310万吨，比上年增长2.5%。\n棉花产量12万吨，下降3.0%。",
        "目录\n第一章 总则 1\n第二章 总体要求 4\n第三章 重点任务 12",
        "第一章 总则 ........ 1\n第二章 总体要求 ........ 4\n第三章 任务 ........ 9",
        "2031年1月18日",
        "- 基层党委：306个\n- 总支部：330个\n- 支部：4614个",
        "姓名 职务\n王某 处长\n李某 副处长",
        "（一）加快发展现代农业\n（二）加快发展现代服务业",
        "联系电话 010 12345678",
        "",
    ],
)
def test_what_is_no_table(text):
    assert brief(text) == []


def test_rows_whose_heads_are_lost_are_a_table_without_claims():
    text = "女性 689 48.9\n乡村 256 18.1\n城镇 875 62.0\n年末就业人员73万人。"
    (table,) = find_tables(text)
    assert text[table.start : table.end] == text.rpartition("\n")[0]
    assert table_claims(table) == []


def test_a_lost_head_leaves_the_value_beside_its_unit():
    assert brief("集装箱 万个 303 -3.3\n显示板 万个 202 7.8\n汽车 万辆 64 9.4")[0] == (
        ("level", None, "集装箱", None, 3030000, "个", None, None, None)
    )


def test_targets_are_told_from_their_base_year():
    (table,) = find_tables(TARGETS)
    assert [claim["modality"] for claim in table_claims(table)] == [None, "target", "target"]
    assert [claim["quantity"]["relation"] for claim in table_claims(table)] == ["eq", "ge", "eq"]


@pytest.mark.parametrize("text", [PRICES, BARS, TRADE, OLD, FLAT, TARGETS, GAPS])
def test_every_part_stands_where_it_says(text):
    shifted = f"前面是正文。\n{text}\n后面是正文。"
    parts = [
        (part["text"], "".join(shifted[part["start"] : part["end"]].split()))
        for table in find_tables(shifted)
        for claim in table_claims(table)
        for part in (claim["trigger"], claim["quantity"], claim["period"], claim["region"])
        if part
    ]
    assert parts
    assert [said for said, _ in parts] == [stands for _, stands in parts]


@pytest.mark.parametrize("text", [PRICES, BARS, OLD])
def test_the_table_ends_where_its_last_row_does(text):
    shifted = f"前面是正文。\n{text}\n后面是正文。"
    assert [shifted[t.start : t.end] for t in find_tables(shifted)] == [text]


@pytest.mark.parametrize(
    ("text", "value", "unit", "relation"),
    [
        ("12.5", 12.5, "", "eq"),
        ("-0.3%", -0.3, "%", "eq"),
        ("1,204", 1204, "", "eq"),
        ("≥95", 95, "", "ge"),
        ("6左右", 6, "", "approx"),
        ("〔40〕", 40, "", "eq"),
        ("3.4（*）", 3.4, "", "eq"),
        ("1.4倍", 1.4, "倍", "eq"),
        ("57967人", 57967, "人", "eq"),
    ],
)
def test_read_value(text, value, unit, relation):
    found = read_value(part_of(text, 0, len(text), 0))
    assert (float(found.number), found.unit, found.relation) == (value, unit, relation)


@pytest.mark.parametrize("text", ["—", "", "持平", "50多人", "约束性", "2012年", "1.2.3"])
def test_what_is_no_value(text):
    assert read_value(part_of(text, 0, len(text), 0)) is None or not is_cell(text)


@pytest.mark.parametrize(
    ("text", "unit", "power"),
    [
        ("亿千瓦时", "千瓦时", 8),
        ("万吨", "吨", 4),
        ("百万个", "个", 6),
        ("万亿元", "元", 12),
        ("千克", "千克", 0),
        ("", "", 0),
    ],
)
def test_split_unit(text, unit, power):
    assert split_unit(text) == (unit, power)


@pytest.mark.parametrize(
    ("text", "known"),
    [("亿吨公里", True), ("元/人", True), ("万部（信道）", True), ("工业", False), ("", False)],
)
def test_is_unit(text, known):
    assert is_unit(text) is known


@given(st.text(alphabet="表指标单位：%年12.-— |\t\n产量万吨。增长比上", max_size=120))
def test_any_text_is_read_without_a_fault(text):
    tables = find_tables(text)
    assert all(0 <= table.start < table.end <= len(text) for table in tables)
    assert all(left.end <= right.start for left, right in pairwise(tables))


def test_part_joins_and_cuts():
    line = "产 量 增长%"
    whole = part_of(line, 0, 3, 10).join(part_of(line, 4, 6, 10))
    assert whole == Part("产量增长", (10, 12, 14, 15))
    assert (whole.cut(2, 4).start, whole.cut(2, 4).end) == (14, 16)
