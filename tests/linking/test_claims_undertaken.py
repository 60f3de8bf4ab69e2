"""Moves that are nouns of a deed, numbers that count what is made better, sums without a unit."""

import pytest

from claims_notation import claims_of

UNDERTAKEN = [
    (
        "完成森林质量提升10万亩以上。",
        ["level | 森林质量提升 | 完成 | 10万亩以上 = ge 100000 亩 | 2030"],
    ),
    (
        "实施道路改造提升20公里。",
        ["level | 道路改造提升 | 实施 | 20公里 = 20 公里 | 2030"],
    ),
    (
        "完成造林面积增加10万亩。",
        ["change up | 造林面积 | 增加 | 10万亩 = 100000 亩 | 2030"],
    ),
    (
        "提升30个基地孵化能力。",
        ["level | 基地孵化能力 | 提升 | 30个 = 30 个 | 2030"],
    ),
    (
        "非公有制经济突破万亿规模。",
        ["level | 非公有制经济 | 突破 | 突破万亿 = gt 1000000000000 元 | 2030"],
    ),
    (
        "财政收入先后迈过400亿元、500亿元台阶。",
        [
            "level | 财政收入 | 迈过 | 400亿元 = gt 40000000000 元 | 2030",
            "level | 财政收入 | 迈过 | 500亿元 = gt 50000000000 元 | 2030",
        ],
    ),
    (
        "财政收入连续跨越两个百亿元台阶，达到320亿元。",
        ["level | ^财政收入 | 达到 | 320亿元 = 32000000000 元 | 2030"],
    ),
    (
        "制定出台支持企业发展20条措施，出台实施5项办法。",
        [
            "level | 措施 | 制定出台 | 20条 = 20 条 | 2030",
            "level | 办法 | 出台实施 | 5项 = 5 项 | 2030",
        ],
    ),
    (
        "推动市县两级20项以上事项落地。",
        ["level | 事项 | 推动 | 20项以上 = ge 20 项 | 2030"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), UNDERTAKEN)
def test_moves_that_are_nouns(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
