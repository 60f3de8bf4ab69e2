"""Counted things in a list whose verb stands behind the last of them."""

import pytest

from claims_notation import claims_of

SHARED = [
    (
        "15个车站和12个码头全面完工。",
        [
            "level | 车站 | 完工 | 15个 = 15 个 | 2030",
            "level | 码头 | 完工 | 12个 = 12 个 | 2030",
        ],
    ),
    (
        "20个贫困县、300个贫困村全部脱贫。",
        [
            "level | 贫困县 | 脱贫 | 20个 = 20 个 | 2030",
            "level | 贫困村 | 脱贫 | 300个 = 300 个 | 2030",
        ],
    ),
    # each with its own, or with none
    (
        "7个平台全部建成、4个投入运行。",
        [
            "level | 平台 | 建成 | 7个 = 7 个 | 2030",
            "level | ^平台 | 投入运行 | 4个 = 4 个 | 2030",
        ],
    ),
    (
        "新增12个景区、3个码头投入运行。",
        [
            "level | 新增景区 | - | 12个 = 12 个 | 2030",
            "level | 码头 | 投入运行 | 3个 = 3 个 | 2030",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), SHARED)
def test_the_verb_behind_a_list_is_that_of_all(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
