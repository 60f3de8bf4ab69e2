"""A ratio that divides a whole has a value for each part."""

import pytest

from claims_notation import claims_of

RATIOS = [
    (
        "三次产业结构为6.8：54.8：38.4。",
        [
            "level | 三次产业结构 | 为 | 6.8 = 6.8 % | 2030",
            "level | 三次产业结构 | 为 | 54.8 = 54.8 % | 2030",
            "level | 三次产业结构 | 为 | 38.4 = 38.4 % | 2030",
        ],
    ),
    (
        "三次产业比例由9.8∶60.2∶30调整为9.1∶54.8∶36.1。",
        [
            "level | 三次产业比例 | 调整为 | 9.1 = 9.1 % | 2030 | from 9.8 = 9.8 %",
            "level | 三次产业比例 | 调整为 | 54.8 = 54.8 % | 2030 | from 60.2 = 60.2 %",
            "level | 三次产业比例 | 调整为 | 36.1 = 36.1 % | 2030 | from 30 = 30 %",
        ],
    ),
    (
        "产业结构持续优化，调整为9:50:41。",
        [
            "level | ^产业结构 | 调整为 | 9 = 9 % | 2030",
            "level | ^产业结构 | 调整为 | 50 = 50 % | 2030",
            "level | ^产业结构 | 调整为 | 41 = 41 % | 2030",
        ],
    ),
    # no parts of one whole
    ("粮经作物比例稳定在6:4。", []),
    ("配比为1:2:3。", []),
]


@pytest.mark.parametrize(("sentence", "claims"), RATIOS)
def test_each_part_of_a_ratio_is_a_value(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
