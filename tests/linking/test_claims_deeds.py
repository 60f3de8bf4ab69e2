"""Verbs of doing: which words are one, what they govern, how far a list carries them."""

import pytest

from claims_notation import claims_of

DEEDS = [
    (
        "复制推广改革经验42项，提质改造敬老院18所。",
        [
            "level | 改革经验 | 复制推广 | 42项 = 42 项 | 2030",
            "level | 敬老院 | 提质改造 | 18所 = 18 所 | 2030",
        ],
    ),
    (
        "整合各类资金6.5亿元，惠及市场主体3200户。",
        [
            "level | 各类资金 | 整合 | 6.5亿元 = 650000000 元 | 2030",
            "level | 市场主体 | 惠及 | 3200户 = 3200 户 | 2030",
        ],
    ),
    (
        "7个县（市、区）高质量完成任务。",
        [
            "level | 县（市、区） | 完成 | 7个 = 7 个 | 2030",
        ],
    ),
    (
        "11个县（市）新纳入试点。",
        [
            "level | 县（市） | 新纳入 | 11个 = 11 个 | 2030",
        ],
    ),
    (
        "五个县（市、区）全部列为示范县。",
        [
            "level | 县（市、区） | 列为 | 五个 = 5 个 | 2030",
        ],
    ),
    (
        "重新申报认定专精特新企业52家，动态储备项目600个。",
        [
            "level | 专精特新企业 | 申报认定 | 52家 = 52 家 | 2030",
            "level | 项目 | 储备 | 600个 = 600 个 | 2030",
        ],
    ),
    (
        "有组织输出劳动力8万人。",
        [
            "level | 劳动力 | 输出 | 8万人 = 80000 人 | 2030",
        ],
    ),
    (
        "成功创建省级园区3个。",
        [
            "level | 省级园区 | 创建 | 3个 = 3 个 | 2030",
        ],
    ),
    (
        "市属国企由32户整合为18户。",
        [
            "level | 市属国企 | 整合为 | 18户 = 18 户 | 2030 | from 32户 = 32 户",
        ],
    ),
]

LISTS = [
    (
        "发放贷款18亿元、补贴2.4亿元。",
        [
            "level | 贷款 | 发放 | 18亿元 = 1800000000 元 | 2030",
            "level | 补贴 | 发放 | 2.4亿元 = 240000000 元 | 2030",
        ],
    ),
    (
        "改造老旧小区60个、背街小巷85条、地下管网120公里。",
        [
            "level | 老旧小区 | 改造 | 60个 = 60 个 | 2030",
            "level | 背街小巷 | 改造 | 85条 = 85 条 | 2030",
            "level | 地下管网 | 改造 | 120公里 = 120 公里 | 2030",
        ],
    ),
    (
        "签约项目45个、总投资310亿元。",
        [
            "level | 项目 | 签约 | 45个 = 45 个 | 2030",
            "level | 总投资 | - | 310亿元 = 31000000000 元 | 2030",
        ],
    ),
    (
        "确保完成人工造林5万亩、森林抚育12万亩。",
        [
            "level | 人工造林 | 完成 | 5万亩 = 50000 亩 | 2030",
            "level | 森林抚育 | 完成 | 12万亩 = 120000 亩 | 2030",
        ],
    ),
    (
        "生产煤炭780万吨、供应电煤410万吨。",
        [
            "level | 煤炭 | 生产 | 780万吨 = 7800000 吨 | 2030",
            "level | 电煤 | 供应 | 410万吨 = 4100000 吨 | 2030",
        ],
    ),
]

PAIRS = [
    (
        "取消和停征36项收费项目。",
        [
            "level | 收费项目 | 取消和停征 | 36项 = 36 项 | 2030",
        ],
    ),
    (
        "制定、修订27件地方性法规。",
        [
            "level | 地方性法规 | 制定、修订 | 27件 = 27 件 | 2030",
        ],
    ),
    (
        "建设（改造）供水管网240公里。",
        [
            "level | 供水管网 | 建设（改造） | 240公里 = 240 公里 | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), DEEDS)
def test_deed_and_object(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), LISTS)
def test_deed_of_a_list(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims


@pytest.mark.parametrize(("sentence", "claims"), PAIRS)
def test_two_verbs_are_one(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
