import pytest

from dated_reports import DATED, PLANNED, last_anchor
from policynlp.schema import Anchor

PLANS = DATED + "二、2031年主要任务\n新建学校8所。\n" + "完善城市功能。\n" * 20
TERMS = "\n1.滨河公园：位于老城区，面积30亩。\n（2）五项任务：新建学校。\n面积30亩。"
TELLS = Anchor(2031, 2031, None, "")

# text, the anchor of its last sentence
GLOSSARIES = [
    (PLANS + "名词解释" + TERMS, TELLS),
    (PLANS + "《政府工作报告》名词解释和说明：" + TERMS, TELLS),
    (PLANS + "附件：名词解释" + TERMS, TELLS),
    (PLANS + "【有关用语说明】" + TERMS, TELLS),
    # none
    (PLANS + "名词解释工作加快推进。" + TERMS, PLANNED),
    (PLANS.replace("各位代表：", "名词解释") + TERMS, PLANNED),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor"), GLOSSARIES)
def test_a_glossary_tells_how_things_are(text, anchor):
    assert last_anchor(text) == anchor
