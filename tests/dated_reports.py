"""Reports of January 2031 in few lines, and the time that their last sentence speaks of."""

from policynlp.schema import Anchor
from policynlp.structure import read_structure

DATED = "——2031年1月12日在清河市第七届人民代表大会第二次会议上\n各位代表：\n"
PLANS = DATED + "二、2031年主要任务\n新建学校8所。\n"
ONE_YEAR = Anchor(2031, 2030, None, "past")
FIVE_YEARS = Anchor(2031, 2030, (2026, 2030), "past")
PLANNED = Anchor(2031, 2031, None, "plan")


def last_anchor(text):
    structure = read_structure(text)
    return structure.anchor_of(structure.sentences[-1])
