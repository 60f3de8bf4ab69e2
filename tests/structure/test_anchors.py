import pytest

from policynlp.schema import Anchor
from policynlp.structure import Structure, read_structure

DATED = "——2031年1月12日在清河市第七届人民代表大会第二次会议上\n各位代表：\n"
TERM_ENDS = "——2032年1月8日在清河市第八届人民代表大会第一次会议上\n各位代表：\n"
WINTER = "——2030年12月28日在清河市第七届人民代表大会第二次会议上\n各位代表：\n"

# text, its last sentence, the anchor there
ANCHORS = [
    # a report of January Y reviews Y-1 and plans Y
    (DATED + "一、2030年工作回顾\n粮食产量达到80万吨。", Anchor(2031, 2030, None, "past")),
    (DATED + "一、工作回顾\n粮食产量达到80万吨。", Anchor(2031, 2030, None, "past")),
    (DATED + "二、2031年主要任务\n新建学校8所。", Anchor(2031, 2031, None, "plan")),
    (DATED + "二、今年的工作安排\n新建学校8所。", Anchor(2031, 2031, None, "plan")),
    # of December, its own year and the next
    (WINTER + "一、2030年工作回顾\n粮食产量达到80万吨。", Anchor(2030, 2030, None, "past")),
    (WINTER + "二、2031年工作安排\n新建学校8所。", Anchor(2030, 2031, None, "plan")),
    (WINTER + "一、2030年工作回顾\n今年是换届之年。\n新建学校8所。", Anchor(2030, 2030, None, "past")),
    (WINTER + "一、2030年和五年工作回顾\n五年来，投资扩大。\n今年是换届之年。\n新建学校8所。",
     Anchor(2030, 2030, None, "past")),
    (WINTER + "二、2031年工作安排\n今年，我们建成水库。\n新建学校8所。", Anchor(2030, 2031, None, "plan")),
    (WINTER + "一、工作回顾\n投资扩大。\n新的一年，我们要抓好建设。\n新建学校8所。",
     Anchor(2030, 2031, None, "plan")),
    # several years
    (TERM_ENDS + "一、过去五年工作回顾\n完成投资90亿元。", Anchor(2032, 2031, (2027, 2031), "past")),
    (TERM_ENDS + "二、今后五年的奋斗目标\n增长6%。", Anchor(2032, 2036, (2032, 2036), "plan")),
    (TERM_ENDS + "一、本届政府工作回顾\n完成投资90亿元。", Anchor(2032, 2031, (2027, 2031), "past")),
    (TERM_ENDS + "一、过去三年工作总结\n完成投资90亿元。", Anchor(2032, 2031, (2029, 2031), "past")),
    (DATED + "一、“十五五”工作回顾\n完成投资90亿元。", Anchor(2031, 2030, (2026, 2030), "past")),
    (DATED + "二、“十六五”主要目标\n增长6%。", Anchor(2031, 2035, (2031, 2035), "plan")),
    (DATED + "二、“十六五”开局之年的工作\n增长6%。", Anchor(2031, 2031, None, "plan")),
    (DATED + "四、确保“十六五”良好开局\n增长6%。", Anchor(2031, 2031, None, "plan")),
    ("1992年政府工作报告\n二、九十年代建设的主要任务\n增长6%。", Anchor(1992, 1999, (1990, 1999), "plan")),
    # an explicit year goes before the words of the heading
    (DATED + "一、2030年的主要工作\n完成投资90亿元。", Anchor(2031, 2030, None, "past")),
    ("二、2033年前三季度工作\n新建学校8所。", Anchor(2033, 2033, None, "plan")),
    # no title: the headings tell, but for a year that is only to be reached
    ("一、过去五年工作回顾\n完成投资90亿元。\n二、今后五年的主要目标\n——努力扩大绿地，为到2040年建成花园城市奠定基础\n种树。\n"
     "三、2033年主要任务\n新建学校8所。", Anchor(2033, 2033, None, "plan")),
    ("二、今后五年的主要目标\n——为2040年前建成花园城市奠定基础\n种树。\n三、2033年主要任务\n新建学校8所。",
     Anchor(2033, 2033, None, "plan")),
    ("一、2030年工作回顾\n粮食产量达到80万吨。", Anchor(2031, 2030, None, "past")),
    ("三、2031年主要工作\n新建学校8所。", Anchor(2031, 2031, None, "plan")),
    # above a later part with plans stands the rest of the review
    (
        "二、2031年主要目标\n增长6%。\n三、2031年主要任务\n新建学校8所。",
        Anchor(2031, 2031, None, "plan"),
    ),
    # a communiqué and a plan outline
    ("2030年国民经济和社会发展统计公报\n一、综合\n全年增长5%。", Anchor(2030, 2030, None, "past")),
    ("中华人民共和国\n一、综合\n注：2026年至2029年数据为决算数。\n全年增长5%。", Anchor(2030, 2030, None, "past")),
    ("第十六个五年规划纲要\n第二章　主要目标\n增长6%。", Anchor(2031, 2035, (2031, 2035), "plan")),
    ("第十六个五年规划纲要\n第一节　取得决定性成就\n增长6%。", Anchor(2031, 2030, (2026, 2030), "past")),
    ("第二章　水利\n到2035年，供水能力增加8%。\n建成水库。", Anchor(2031, 2035, (2031, 2035), "plan")),
    ("关于发展农村教育的意见\n2031年，全面免除学费。\n新建学校8所。", Anchor(2031, 2031, None, "plan")),
    # in sentences
    (DATED + "一、2030年和过去五年工作回顾\n一年来，投资扩大。\n五年来，完成投资90亿元。\n新建学校8所。",
     Anchor(2031, 2030, (2026, 2030), "past")),
    (DATED + "一、过去五年和2030年工作回顾\n五年来，投资扩大。\n刚刚过去的2030年，增长5%。\n新建学校8所。",
     Anchor(2031, 2030, None, "past")),
    (DATED + "二、“十六五”目标和2031年任务\n“十六五”时期，增长6%。\n2031年，要抓好建设。\n新建学校8所。",
     Anchor(2031, 2031, None, "plan")),
    (DATED + "二、2031年工作安排\n一年来，作风改进。\n新建学校8所。", Anchor(2031, 2031, None, "plan")),
    (DATED + "过去一年，全市粮食增产。\n今年发展的主要预期目标是：增长6%。\n新建学校8所。",
     Anchor(2031, 2031, None, "plan")),
    # nothing tells
    ("粮食产量达到80万吨。", Anchor(None, None, None, "past")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor"), ANCHORS)
def test_anchor_of_the_last_sentence(text, anchor):
    structure = read_structure(text)

    assert structure.anchor_of(structure.sentences[-1]) == anchor


def test_clauses_tell_where_headings_do_not():
    """四、全面… names no tense, its clauses do."""
    text = (
        DATED
        + "二、突出工业支撑，夯实实体经济\n力争总产值突破90亿元，加快园区建设，支持企业扩大产能，确保新增企业12家。\n"
    )

    structure = read_structure(text)

    assert structure.anchor_of(structure.sentences[-1]) == Anchor(2031, 2031, None, "plan")


def test_a_review_against_the_year_before_the_term_is_of_the_term():
    text = (
        "2033年政府工作报告\n一、经济发展超额实现目标\n全市总产值是2027年的2.6倍，累计完成投资90亿元，"
        "连续获评先进。财政收入是2027年的3倍。"
    )

    structure = read_structure(text)

    assert structure.anchor_of(structure.sentences[-1]) == Anchor(2033, 2032, (2028, 2032), "past")


def test_the_option_moves_the_anchors():
    structure = read_structure("政府工作报告\n各位代表：\n一、工作回顾\n增产5%。", report_year=2029)

    assert structure.anchor_of(structure.sentences[-1]) == Anchor(2029, 2028, None, "past")


def test_json_round_trip():
    structure = read_structure(ANCHORS[0][0])

    assert Structure.from_json(structure.to_json()) == structure


def test_sentence_at_knows_the_gaps():
    structure = read_structure("粮食增产。\n棉花减产。")

    assert structure.sentence_at(0) == structure.sentences[0]
    assert structure.sentence_at(5) is None
    assert structure.sentence_at(6) == structure.sentences[1]
    assert structure.sentence_at(99) is None
