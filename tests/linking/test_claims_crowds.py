"""Counted people who do what no known verb tells."""

import pytest

from claims_notation import claims_of

CROWDS = [
    (
        "4173名高校毕业生回乡就业创业。",
        ["level | 高校毕业生 | - | 4173名 = 4173 名 | 2030"],
    ),
    (
        "97万名医务人员、50万名志愿者闻令而动。",
        [
            "level | 医务人员 | - | 97万名 = 970000 名 | 2030",
            "level | 志愿者 | - | 50万名 = 500000 名 | 2030",
        ],
    ),
    (
        "10.5万就业困难人员重新走上岗位。",
        ["level | 就业困难人员 | - | 10.5万 = 105000 人 | 2030"],
    ),
    (
        "142万名企业退休人员、6万名城镇职工受益。",
        [
            "level | 企业退休人员 | 受益 | 142万名 = 1420000 名 | 2030",
            "level | 城镇职工 | 受益 | 6万名 = 60000 名 | 2030",
        ],
    ),
    (
        "37名先进个人、12个先进集体荣获表彰。",
        [
            "level | 先进个人 | 荣获 | 37名 = 37 名 | 2030",
            "level | 先进集体 | 荣获 | 12个 = 12 个 | 2030",
        ],
    ),
    # frames and names
    ("在几千名专家研究的基础上制定规划。", []),
    ("八亿农民对政府更加信赖。", []),
]


@pytest.mark.parametrize(("sentence", "claims"), CROWDS)
def test_people_who_do_something(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
