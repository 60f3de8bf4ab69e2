"""The time of a claim where the words around it tell it from that of the section."""

import pytest

from claims_notation import SPAN, claims_of

SUMS = [
    (
        "财政收入由2025年的90亿元增加到2030年的124亿元，新增小学43所、幼儿园75所。",
        [
            "level up | 财政收入 | 增加到 | 124亿元 = 12400000000 元 | 2030年 = 2030 | from 90亿元 = 9000000000 元 | base 2025年 = 2025",
            "level | 新增小学 | - | 43所 = 43 所 | 2026/2030",
            "level | 新增幼儿园 | - | 75所 = 75 所 | 2026/2030",
        ],
    ),
    (
        "每年培训农民3万人，茶叶产量达到2.8万吨。",
        [
            "level | 农民 | 培训 | 3万人 = 30000 人 | 每年 = 2026/2030",
            "level | 茶叶产量 | 达到 | 2.8万吨 = 28000 吨 | 2030",
        ],
    ),
    (
        "新增茶园4.9万亩、茶庄13家，茶叶产量达到2.8万吨。",
        [
            "level | 新增茶园 | - | 4.9万亩 = 49000 亩 | 2026/2030",
            "level | 新增茶庄 | - | 13家 = 13 家 | 2026/2030",
            "level | 茶叶产量 | 达到 | 2.8万吨 = 28000 吨 | 2030",
        ],
    ),
]

NOTES = [
    (
        "2030年统计公报\n一、人口\n[6]2030年年末，老年人口为227万人。",
        ["level | 老年人口 | 为 | 227万人 = 2270000 人 | 2030年年末 = 2030-12-31"],
    ),
]

HEADS = [
    (
        "2030年统计公报\n一、建设\n表4 新增能力\n| 指标 | 单位 | 2029 | 2026-2030 |\n| --- | --- | --- | --- |\n| 光缆长度 | 公里 | 40 | 190 |",
        [
            "level | 光缆长度 | - | 40 = 40 公里 | 2029 = 2029",
            "level | 光缆长度 | - | 190 = 190 公里 | 2026-2030 = 2026/2030",
        ],
    ),
]

CENTURIES = [
    (
        "1990年政府工作报告\n一、一九八九年的回顾\n我们要实现到本世纪末国民生产总值翻两番的战略目标。",
        [
            "level up | 国民生产总值 | 翻 | 两番 = 4 倍 | 本世纪末 = 2000-12-31 | target",
        ],
    ),
    (
        "1992年政府工作报告\n二、九十年代建设的主要任务\n粮食产量有较大提高。",
        ["trend up | 粮食产量 | 提高 | - | 1990/1999 | target"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), SUMS)
def test_sums_in_a_review_of_years(nlp, sentence, claims):
    assert claims_of(nlp, sentence, SPAN) == claims


@pytest.mark.parametrize(("text", "claims"), [*NOTES, *HEADS, *CENTURIES])
def test_documents(nlp, text, claims):
    assert claims_of(nlp, text, "") == claims
