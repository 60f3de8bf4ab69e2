"""Times and baselines in sentences: the whole list of what is found, in 【】."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policynlp.components.times import find_baselines, find_times
from policynlp.normalize.timex import FORMS, TIME

TIMES = [
    # dates and years
    "截至【2023年末】，全市常住人口94.9万人",
    "【2020年1月12日】在市第六届人民代表大会上",
    "从【2019年】起，到【2023年】止",
    "【一九八五年】工业产值比【一九八四年】增长",
    "【2016年至2020年】的数据按不变价计算",
    "【7、8、9、10月份】增速逐月加快",
    "上报时间：【2026-02-02】",
    "20.【2026年】要办的十件实事",
    "表10【2012年】货物运输量",
    # parts of years
    "【全年】粮食产量80万吨，【年末】存栏12万头",
    "比【上年】增长3.3%，比【上年末】增加2家",
    "【上半年】下降，【三季度】止跌，【四季度】回升",
    "【今年1至8月】，进出口增长6%",
    "【12月末】贷款余额900亿元",
    "【6月底前】建成通车",
    # plan periods
    "提前完成【“十三五”】目标",
    "【“十四五”时期】我市经济年均增长6%",
    "比【“十二五”末】提高7个百分点",
    "编制【十五五】专项方案的前期研究",
    "高质量完成“十四五”规划目标",
    "启动“八五”普法",
    # stretches
    "【五年来】，城镇新增就业6万人",
    "【过去的一年】，我们迎难而上",
    "粮食【连续9年】丰收",
    "【今后五年】的目标是",
    "提前【两年】完成任务",
    "——【五年】来之不易",
    "【近年来】少有的困难",
    "用【3至5年】时间建成",
    "新中国成立【75周年】",
    # eras
    "【党的十八大以来】，贫困人口大幅减少",
    "【改革开放以来】的最好水平",
    "【1997年以来】最高",
    "【20世纪90年代】建成的水库",
    # traps
    "实施三年行动方案，巩固九年义务教育",
    "70岁以上年龄的老年人，年均增长5%，人均年产量",
    "平均每年增长8%，每人每年1800元",
    "加快重大项目前期工作",
    "青年中长期发展方案",
    "这是极不平凡的一年，是开局的第一年",
    "人均受教育年限达12年",
    "推进农民工市民化，服务业增加值和2000亿元投资",
    "项目总投资2023万元，第12号文件",
    "“两个一百年”奋斗目标",
    "十月革命的纪念展览",
    "始终保持定力，建设初见成效",
]

BASELINES = [
    ("【比上年】增长3.3%，【比上年末】增加2家", ["than", "than"]),
    ("棉花产量与【上年】持平", ["as"]),
    ("与【去年同期】相比，下降2%", ["as"]),
    ("【同比】增长5%，【环比】下降0.3%", ["yoy", "mom"]),
    ("【较2020年】下降8%", ["than"]),
    ("【比2023年年初预算】增加12亿元", ["than"]),
    ("【比年初预算】多3亿元", ["than"]),
    ("收入【比上年同口径】增长6%", ["than"]),
    ("存款余额是【2012年末】的1.9倍和2.1倍", ["times"]),
    ("营业收入从【2007年】124亿元增至233亿元", ["from"]),
    ("城镇化率由【2016年】的57.9%提高到63.5%", ["from"]),
    ("增速高于【全国平均水平】1.3个百分点", ["than"]),
    ("增长5.4%、高于【全国】0.4个百分点", ["than"]),
    ("增幅快于【工业增速】4个百分点", ["than"]),
    ("利润【比计划】多完成9亿元", ["than"]),
    ("为【国家调整计划】的95.3%", ["times"]),
    ("贷款增速【比各项贷款平均增速】高4.2个百分点", ["than"]),
    ("效益【比过去】有所提高", ["than"]),
    # no baselines
    ("税收占比重提高3个百分点", []),
    ("排名从年初第97位升至第31位", []),
    ("从2019年起实施新办法", []),
    ("价格月同比上涨的城市有20个", []),
    ("建成较大规模灌区12处", []),
]


def mark(text, mentions):
    for mention in reversed(mentions):
        start, end = mention.start, mention.end
        text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return text


@pytest.mark.parametrize("marked", TIMES)
def test_find_times(marked):
    text = re.sub("[【】]", "", marked)
    assert mark(text, find_times(text)) == marked


@pytest.mark.parametrize(("marked", "kinds"), BASELINES)
def test_find_baselines(marked, kinds):
    text = re.sub("[【】]", "", marked)
    found = find_baselines(text, find_times(text))
    assert (mark(text, found), [mention.value["kind"] for mention in found]) == (marked, kinds)


def test_a_budget_is_of_its_year():
    text = "比2023年年初预算增加12亿元"
    assert find_baselines(text, find_times(text))[0].value == {
        "time": {"base": 2023},
        "kind": "than",
    }


def test_the_look_at_first_characters_loses_nothing():
    text = "\n".join(TIMES)
    ungated = re.compile("|".join(form.pattern for form in FORMS))
    assert [m.span() for m in TIME.finditer(text)] == [m.span() for m in ungated.finditer(text)]


PIECES = st.sampled_from(
    [
        "2023",
        "年",
        "末",
        "一",
        "五",
        "至",
        "—",
        "1",
        "2",
        "月",
        "日",
        "季度",
        "比",
        "上",
        "今",
        "去",
        "同比",
        "来",
        "“十四五”",
        "时期",
        "高于",
        "全国",
        "3",
        "%",
        "个",
        "百分点",
        "，",
        "。",
        "\n",
        "、",
        "从",
        "增",
        "到",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_are_ordered_and_stay_in_their_sentence(text):
    times = find_times(text)
    for mentions in (times, find_baselines(text, times)):
        edges = [edge for mention in mentions for edge in (mention.start, mention.end)]
        assert edges == sorted(edges)
        assert all(mention.start < mention.end for mention in mentions)
        assert not any(re.search(r"[\n。；！？]", text[m.start : m.end]) for m in mentions)


@given(st.lists(PIECES, max_size=20).map("".join), st.lists(PIECES, max_size=20).map("".join))
def test_a_paragraph_alone_gives_what_it_gives_in_its_document(first, second):
    assume("\n" not in second)
    alone = find_times(second)
    shift = len(first) + 1
    within = [m for m in find_times(f"{first}\n{second}") if m.start >= shift]
    assert [(m.start - shift, m.end - shift, m.value) for m in within] == [
        (m.start, m.end, m.value) for m in alone
    ]
