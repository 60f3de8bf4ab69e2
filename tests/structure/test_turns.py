import pytest

from dated_reports import DATED, FIVE_YEARS, ONE_YEAR, PLANNED, PLANS, last_anchor

REVIEW = DATED + "一、过去五年工作回顾\n五年来，投资扩大。\n"
ENDS = "\n（一）工业提质增效。\n新建学校8所。"

# text, the anchor of its last sentence
TURNS = [
    (REVIEW + "去年，我们坚持稳中求进。" + ENDS, ONE_YEAR),
    (REVIEW + "去年面对复杂形势，我们迎难而上。" + ENDS, ONE_YEAR),
    (REVIEW + "2030年是极不平凡的一年。" + ENDS, ONE_YEAR),
    (REVIEW + "各位代表！2030年，在市委的领导下，我们迎难而上。" + ENDS, ONE_YEAR),
    (REVIEW + "各位代表，去年是本届政府收官之年。" + ENDS, ONE_YEAR),
    # back to all the years
    (REVIEW + "2030年是极不平凡的一年。\n五年来，城市变美。" + ENDS, FIVE_YEARS),
    # told in passing
    (REVIEW + "去年粮食产量达到20万吨。" + ENDS, FIVE_YEARS),
    (REVIEW + "城市变美。去年，我们举办了博览会。" + ENDS, FIVE_YEARS),
    # another year
    (REVIEW + "2028年，面对复杂形势，我们迎难而上。" + ENDS, FIVE_YEARS),
    # the heading's own years go on behind their introduction
    (DATED + "一、“十五五”时期工作回顾\n2030年是“十五五”最后一年。" + ENDS, FIVE_YEARS),
    (PLANS + "去年，我们坚持稳中求进。" + ENDS, PLANNED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor"), TURNS)
def test_a_sentence_turns_to_the_last_year(text, anchor):
    assert last_anchor(text) == anchor


def test_without_a_year_nothing_turns():
    assert last_anchor("五年来，投资扩大。\n去年，我们坚持稳中求进。\n新建学校8所。").year is None
