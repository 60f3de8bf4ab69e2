"""Parts of what is counted that do or have something, and parts of a whole that grow."""

import pytest

from claims_notation import claims_of

PARTS = [
    (
        "85%以上的行政村通上了硬化路。",
        ["level | 硬化路 | 通上 | 85%以上 = ge 85 % | 2030 | of 行政村"],
    ),
    (
        "96.9%的乡镇和29.6%的建制村通油路。",
        [
            "level | 油路 | 通 | 96.9% = 96.9 % | 2030 | of 乡镇",
            "level | 油路 | 通 | 29.6% = 29.6 % | 2030 | of 建制村",
        ],
    ),
    (
        "85%的乡镇通邮、88%的建制村通电话。",
        [
            "level | 邮 | 通 | 85% = 85 % | 2030 | of 乡镇",
            "level | 电话 | 通 | 88% = 88 % | 2030 | of 建制村",
        ],
    ),
    (
        "80%的医院、学校达到国家标准。",
        ["level | 国家标准 | 达到 | 80% = 80 % | 2030 | of 医院、学校"],
    ),
    (
        "民营经济占GDP比重由45%提高到48%，提高3个百分点。",
        [
            "level up | 民营经济占GDP比重 | 提高到 | 48% = 48 % | 2030 | from 45% = 45 % | of GDP",
            "change up | ^民营经济占GDP比重 | 提高 | 3个百分点 = 3 百分点 | 2030",
        ],
    ),
    (
        "70%的镇街步入天然气时代。",
        ["level | 天然气时代 | 步入 | 70% = 70 % | 2030 | of 镇街"],
    ),
    # nobody names the whole
    (
        "国有企业所占的比重由59%上升到63%。",
        [
            "level up | 国有企业所占的比重 | 上升到 | 63% = 63 % | 2030 | from 59% = 59 %",
        ],
    ),
    # what all of them have is no whole
    ("贫困村100%通硬化路。", ["level | 贫困村 | - | 100% = 100 % | 2030"]),
]


@pytest.mark.parametrize(("sentence", "claims"), PARTS)
def test_parts_of_a_whole(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
