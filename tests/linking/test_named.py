"""Statistics that are named without a claim."""

import pytest

NAMED = [
    ("[3]公路里程是指年末可以通车的长度。", ["公路里程"]),
    ("铁路旅客发送人次是指一年内发送的人。", ["铁路旅客发送人次"]),
    ("全市城镇污水处理率居全省前列。", ["城镇污水处理率"]),
    ("竣工率、综合合格率均居全省第一。", ["竣工率", "综合合格率"]),
    ("黄桃种植面积、产量全省第一。", ["黄桃种植面积、产量"]),
    ("汇率、公路里程数据来自有关部门。", ["公路里程"]),
    ("水产品产量数据来自农业部门。", ["水产品产量"]),
    ("人均国内生产总值绝对数按现价计算。", ["人均国内生产总值"]),
    ("四、固定资产投资", ["固定资产投资"]),
    ("它等于净出口额。", ["净出口额"]),
    ("在农村社会总产值中，农业占的多。", ["农村社会总产值"]),
    ("主要指标增速居全省前列。", ["主要指标增速"]),
]

UNNAMED = [
    "增速居全省前列。",
    "综合治理粮食种植面积。",
    "它们占用的耕地面积要核实。",
    "从市场获得的资金总额是指贷款。",
    "示范园位居全省第一方阵。",
    "坚持稳面积、稳政策。",
]


def indicators(nlp, sentence):
    return [ent.text for ent in nlp(sentence).ents if ent.label_ == "INDICATOR"]


@pytest.mark.parametrize(("sentence", "named"), NAMED)
def test_a_statistic_is_named(nlp, sentence, named):
    doc = nlp(sentence)

    assert indicators(nlp, sentence) == named
    assert doc._.claims == []


@pytest.mark.parametrize("sentence", UNNAMED)
def test_a_clause_or_a_deed_names_none(nlp, sentence):
    assert indicators(nlp, sentence) == []
