"""Who is served or asked before the deed, whose work it is, and numbers that statistics are called by."""

import pytest

from claims_notation import claims_of

SERVED = [
    (
        "为企业减负30亿元，为农户发放补贴2亿元。",
        [
            "level | 减负 | - | 30亿元 = 3000000000 元 | 2030",
            "level | 补贴 | 发放 | 2亿元 = 200000000 元 | 2030",
        ],
    ),
    (
        "帮助经营主体新增贷款超80亿元。",
        ["level | 新增贷款 | 超 | 超80亿元 = gt 8000000000 元 | 2030"],
    ),
    (
        "成为居民消费的新热点，为企业贷款6亿元。",
        ["level | 企业贷款 | - | 6亿元 = 600000000 元 | 2030"],
    ),
    (
        "提请市人大常委会审议通过地方性法规5件。",
        ["level | 地方性法规 | 提请 | 5件 = 5 件 | 2030"],
    ),
]

OWNED = [
    (
        "规模以上港口完成货物吞吐量9亿吨，增长4%。",
        [
            "level | 规模以上港口货物吞吐量 | 完成 | 9亿吨 = 900000000 吨 | 2030",
            "change up | ^规模以上港口货物吞吐量 | 增长 | 4% = 4 % | 2030",
        ],
    ),
    (
        "规上工业企业完成增加值60亿元，建材行业完成产值8亿元。",
        [
            "level | 规上工业企业增加值 | 完成 | 60亿元 = 6000000000 元 | 2030",
            "level | 产值 | 完成 | 8亿元 = 800000000 元 | 2030",
        ],
    ),
    (
        "各类提供住宿的养老机构320个，建设占用耕地5万亩。",
        [
            "level | 各类提供住宿的养老机构 | - | 320个 = 320 个 | 2030",
            "level | 建设占用耕地 | - | 5万亩 = 50000 亩 | 2030",
        ],
    ),
]

CALLED = [
    (
        "城镇五项社会保险参保人数90万人次，三项制度改革全面推开。",
        ["level | 城镇五项社会保险参保人数 | - | 90万人次 = 900000 人次 | 2030"],
    ),
    (
        "煤矿百万吨死亡人数为0.04人，下降12%。",
        [
            "level | 煤矿百万吨死亡人数 | 为 | 0.04人 = 0.04 人 | 2030",
            "change down | ^煤矿百万吨死亡人数 | 下降 | 12% = 12 % | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), SERVED)
def test_who_is_served_or_asked_is_not_measured(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), OWNED)
def test_whose_work_it_is(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), CALLED)
def test_numbers_in_the_name_of_a_statistic(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


GIVEN = [
    (
        "为9万名残疾人提供康复服务，对3200户困难家庭实施住房改造。",
        [
            "level | 残疾人 | 提供 | 9万名 = 90000 名 | 2030",
            "level | 困难家庭 | 实施 | 3200户 = 3200 户 | 2030",
        ],
    ),
    (
        "对450个老旧小区进行综合整治，累计为80个行政村免费安装路灯。",
        [
            "level | 老旧小区 | 综合整治 | 450个 = 450 个 | 2030",
            "level | 行政村 | 安装 | 80个 = 80 个 | 2030",
        ],
    ),
    (
        "为260家企业解决融资需求8亿元。",
        [
            "level | 企业 | 解决 | 260家 = 260 家 | 2030",
            "level | 融资需求 | 解决 | 8亿元 = 800000000 元 | 2030",
        ],
    ),
    (
        "产值过百亿元的园区30个，其中过5百亿元的4个，进出口总额过900亿元。",
        [
            "level | 产值过百亿元的园区 | - | 30个 = 30 个 | 2030",
            "level | ^过5百亿元的园区 | - | 4个 = 4 个 | 2030",
            "level | 进出口总额 | 过 | 过900亿元 = gt 90000000000 元 | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), GIVEN)
def test_whom_a_deed_is_done_for_is_counted(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
