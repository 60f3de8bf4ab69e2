import pytest

from dated_reports import DATED, FIVE_YEARS, ONE_YEAR, PLANNED, PLANS, last_anchor
from policynlp.schema import Anchor

REVIEW = DATED + "一、2030年工作回顾\n一年来，投资扩大。\n"
ENDS = "\n新建学校8所。"

# text, the anchor of its last sentence
TERMS = [
    (REVIEW + "——这是实力不断增强的五年。" + ENDS, FIVE_YEARS),
    (REVIEW + "——这是 生态更加优美的5年。" + ENDS, FIVE_YEARS),
    (REVIEW + "回眸过去，这是城市变美的五年。新建学校8所。", FIVE_YEARS),
    (REVIEW + "“十五五”时期是极不平凡的五年。" + ENDS, FIVE_YEARS),
    (REVIEW + "“十五五”，是极不平凡的五年。" + ENDS, FIVE_YEARS),
    (REVIEW + "5年来，投资扩大。" + ENDS, FIVE_YEARS),
    # the heading's own years stay
    (DATED + "一、2027-2030年工作回顾\n这是跨越发展的五年。" + ENDS,
     Anchor(2031, 2030, (2027, 2030), "past")),
    # not a review of five years
    (REVIEW + "这是十分关键的一年。" + ENDS, ONE_YEAR),
    (REVIEW + "“十六五”时期是十分关键的五年。" + ENDS, ONE_YEAR),
    (REVIEW + "这是实力增强，产业做大的五年。" + ENDS, ONE_YEAR),
    (PLANS + "这是跨越发展的五年。" + ENDS, PLANNED),
    (PLANS + "“十五五”时期是极不平凡的五年。" + ENDS, PLANNED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor"), TERMS)
def test_a_sentence_tells_of_five_years(text, anchor):
    assert last_anchor(text) == anchor


def test_without_a_year_nothing_is_told():
    anchor = last_anchor("这是跨越发展的五年。\n新建学校8所。")

    assert anchor == Anchor(None, None, None, "past")
