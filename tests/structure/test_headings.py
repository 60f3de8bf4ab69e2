import pytest

from policynlp.structure import read_structure
from policynlp.structure.headings import find_headings

HEADINGS = [
    ("一、2030年工作回顾\n粮食增产。", ["一、2030年工作回顾"]),
    ("第三章　绿色发展\n第一节　节水\n推进节水。", ["第三章　绿色发展", "第一节　节水"]),
    ("（一）稳住粮食生产。全年增产2%。", ["（一）稳住粮食生产"]),
    ("1.稳就业\n新增就业3万人。\n2.保供应\n储备充足。", ["1.稳就业", "2.保供应"]),
    ("一是稳住就业。新增就业3万人。\n二是保障供应。储备充足。", ["一是稳住就业", "二是保障供应"]),
    ("——质量效益提升。利润增长5%。", ["——质量效益提升"]),
    ("# 总体情况\n平稳。\n## 主要指标\n增长。", ["总体情况", "主要指标"]),
    ("三、2031年主要任务 （一）稳住农业\n增产。", ["三、2031年主要任务", "（一）稳住农业"]),
    ("总产值增长5%。（二）工业回升。利润增长3%。", ["（二）工业回升"]),
    ("二、产业结构优化\n占比提高。", ["二、产业结构优化"]),
    ("基础设施\n公路里程达到8万公里。", ["基础设施"]),
    (
        "主要是：一是投资不足。二是消费偏弱。三是出口回落。",
        ["一是投资不足", "二是消费偏弱", "三是出口回落"],
    ),
    # no headings: figures, tables, regions of the same name, a sentence that is its whole paragraph
    ("粮食 1200万吨 3.5\n棉花 300万吨 2.1\n", []),
    ("完成投资。二、三产业增加值增长6%。", []),
    ("-3.5%的降幅收窄。", []),
    ("三是出口；四是消费。", ["三是出口；四是消费"]),
    ("2030年3月5日，大会召开。", []),
    ("3.5万户居民受益。", []),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_headings(text, expected):
    assert [heading.text for heading in find_headings(text)] == expected


REPORT = """政府工作报告
——2031年1月12日在清河市第七届人民代表大会第二次会议上
清河市市长 方远
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2030年工作回顾
过去一年，全市生产总值增长6%。
（一）工业回升。规模以上工业增加值增长7%。
一是投资扩大。完成投资30亿元。
二是企业增多。新增企业12家。
（二）农业稳定。粮食产量达到80万吨。
二、2031年主要任务
力争生产总值增长6%以上。
（一）抓好项目建设。开工项目50个。
"""


def test_the_path_names_the_headings_above():
    structure = read_structure(REPORT)
    paths = {
        REPORT[sentence.start : sentence.end]: structure.path_of(sentence)
        for sentence in structure.sentences
    }

    assert paths["政府工作报告"] == []
    assert paths["过去一年，全市生产总值增长6%。"] == ["一、2030年工作回顾"]
    assert paths["新增企业12家。"] == ["一、2030年工作回顾", "（一）工业回升", "二是企业增多"]
    assert paths["粮食产量达到80万吨。"] == ["一、2030年工作回顾", "（二）农业稳定"]
    assert paths["开工项目50个。"] == ["二、2031年主要任务", "（一）抓好项目建设"]


def test_items_inside_a_paragraph_end_with_it():
    text = "一、主要任务\n重点有三。一是稳投资。二是促消费。\n推进改革。\n"

    structure = read_structure(text)

    assert structure.path_of(structure.sentences[-1]) == ["一、主要任务"]


def test_sections_lie_inside_their_parents():
    structure = read_structure(REPORT)

    for section in structure.sections[1:]:
        parent = structure.sections[section.parent]
        assert parent.start <= section.start <= section.end <= parent.end
        assert section.level == parent.level + 1
