"""Deeds whose second half is a verb of motion: what is counted is done to, not moved."""

import pytest

from claims_notation import claims_of

IMPROVED = [
    (
        "改造提升12条市政道路，整治提升背街小巷30条。",
        [
            "level | 市政道路 | 改造提升 | 12条 = 12 条 | 2030",
            "level | 背街小巷 | 整治提升 | 30条 = 30 条 | 2030",
        ],
    ),
    (
        "新建和完善提升10家对接网点。",
        ["level | 对接网点 | 新建和完善提升 | 10家 = 10 家 | 2030"],
    ),
    (
        "建成高标准农田26万亩、改造提升9万亩。",
        [
            "level | 高标准农田 | 建成 | 26万亩 = 260000 亩 | 2030",
            "level | ^高标准农田 | 改造提升 | 9万亩 = 90000 亩 | 2030",
        ],
    ),
    (
        "巩固提升12万农村人口饮水安全。",
        ["level | 农村人口饮水安全 | 巩固提升 | 12万 = 120000 人 | 2030"],
    ),
    (
        "企业效益提升20%以上。",
        ["change up | 企业效益 | 提升 | 20%以上 = ge 20 % | 2030"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), IMPROVED)
def test_moves_in_deeds_move_nothing(nlp, text, expected):
    assert claims_of(nlp, text) == expected
