import pytest

from policynlp.schema import Anchor
from policynlp.structure import read_structure

DATED = "——2031年1月12日在清河市第七届人民代表大会第二次会议上\n各位代表：\n"
REVIEW = DATED + "一、2030年工作回顾\n一年来，投资扩大。\n"
PLANS = DATED + "二、2031年主要任务\n新建学校8所。\n"
ENDS = "\n新建学校8所。"
ONE_YEAR = Anchor(2031, 2030, None, "past")
FIVE_YEARS = Anchor(2031, 2030, (2026, 2030), "past")
PLANNED = Anchor(2031, 2031, None, "plan")

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
    structure = read_structure(text)

    assert structure.anchor_of(structure.sentences[-1]) == anchor


def test_without_a_year_nothing_is_told():
    structure = read_structure("这是跨越发展的五年。\n新建学校8所。")

    assert structure.anchor_of(structure.sentences[-1]) == Anchor(None, None, None, "past")
