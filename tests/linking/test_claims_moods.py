"""Goals in a review, deeds in a plan, and 将 that only puts the object first."""

import pytest

from claims_notation import PLAN, REVIEW, claims_of

IN_A_REVIEW = [
    (
        "要实现工业产值翻一番的战略目标。",
        ["level up | 工业产值 | 翻 | 一番 = 2 倍 | 2030 | target"],
    ),
    (
        "营业收入达到40亿元的目标。",
        ["level | 营业收入 | 达到 | 40亿元 = 4000000000 元 | 2030"],
    ),
]

IN_A_PLAN = [
    (
        "必须加快农村改革的步伐。",
        ["trend up | 农村改革的步伐 | 加快 | - | 2031 | action"],
    ),
    (
        "全力提升服务质量和水平。",
        ["trend up | 服务质量和水平 | 提升 | - | 2031 | action"],
    ),
    (
        "将农村教育作为重点，加大财政投入力度。",
        ["trend up | 财政投入力度 | 加大 | - | 2031 | action"],
    ),
    (
        "努力将档案数字化率提升到95%。",
        ["level up | 档案数字化率 | 提升到 | 95% = 95 % | 2031 | target"],
    ),
    (
        "全市生产总值将超过900亿元。",
        ["level | 生产总值 | 超过 | 超过900亿元 = gt 90000000000 元 | 2031 | in 全市 | forecast"],
    ),
]


@pytest.mark.parametrize(("sentence", "claims"), IN_A_REVIEW)
def test_in_a_review(nlp, sentence, claims):
    assert claims_of(nlp, sentence, REVIEW) == claims


@pytest.mark.parametrize(("sentence", "claims"), IN_A_PLAN)
def test_in_a_plan(nlp, sentence, claims):
    assert claims_of(nlp, sentence, PLAN) == claims


def test_the_first_word_of_a_text_may_be_the_one_that_puts_the_object_first(nlp):
    (claim,) = nlp("将补助标准提高20元。")._.claims
    assert (claim.indicator.text, claim.modality) == ("补助标准", "actual")
