"""Where the parts of a claim are found, and where the signs put them."""

import pytest

from policynlp.corpus import read_source

L = "level | 产量 | 达到 | 5吨 = 5 吨 | 2030"
CASES = [
    # the quantities in the order of the text
    ("甲[QTY 5{%}]、乙[QTY 5{%}]", "level | 甲 | - | 5% = 5 % | -", "level | 乙 | - | 5% = 5 % | -",
     [("甲", 0), ("5%", 1)], [("乙", 4), ("5%", 5)]),
    # a marked one before a piece of another
    ("甲15%，乙[QTY 5{%}]", "level | 乙 | - | 5% = 5 % | -", None, [("乙", 5), ("5%", 6)], None),
    # trigger and indicator nearest to the quantity, the one before it first
    ("产量增长5%，增长6%", "change up | 产量 | 增长 | 5% = 5 % | -", "change up | ^产量 | 增长 | 6% = 6 % | -",
     [("产量", 0), ("增长", 2), ("5%", 4)], [("产量", 0), ("增长", 7), ("6%", 9)]),
    ("新建5座桥，桥", "level | 桥 | 新建 | 5座 = 5 座 | -", None, [("桥", 4), ("新建", 0), ("5座", 2)], None),
    # the signs say otherwise
    ("产量增长5%，增长6%", "change up | 产量 | 增长@2 | 5% = 5 % | -", None, [("产量", 0), ("增长", 7), ("5%", 4)], None),
    ("产量产量产量5吨", "level | 产量@1 | - | 5吨 = 5 吨 | -", None, [("产量", 0), ("5吨", 6)], None),
    ("产量5吨", "level | 产量@0 | - | 5吨 = 5 吨 | -", None, [("5吨", 2)], None),
    # composed words stand at their longest piece, or where the sign says
    ("养老、失业保险人数分别为5人、6人", "level | 养老保险人数 | 为 | 5人 = 5 人 | -", "level | 失业保险人数 | 为 | 6人 = 6 人 | -",
     [("保险人数", 5), ("为", 11), ("5人", 12)], [("失业保险人数", 3), ("为", 11), ("6人", 15)]),
    ("养老、失业保险人数为5人", "level | 养老保险人数@养老 | 为 | 5人 = 5 人 | -", None, [("养老", 0), ("为", 9), ("5人", 10)], None),
    # a trend without a number: verbs in the order of the text, the one by its indicator
    ("[DIR 提高]效率，[DIR 提高]质量", "trend up | 质量 | 提高 | - | -", None, [("质量", 7), ("提高", 5)], None),
    ("效率[DIR 提高]，又[DIR 提高]", "trend up | 效率 | 提高 | - | -", "trend up | ^效率 | 提高 | - | -",
     [("效率", 0), ("提高", 2)], [("效率", 0), ("提高", 6)]),
    # time, place, base and starting value stand before the number
    ("全市2029年2吨，全市2030年由2吨增至5吨",
     "level up | 全市 | 增至 | 5吨 = 5 吨 | 2030年 = 2030 | from 2吨 = 2 吨 | base 2029年 = 2029 | in 全市", None,
     [("全市", 10), ("增至", 20), ("5吨", 22), ("2吨", 18), ("2030年", 12), ("2029年", 2), ("全市", 10)], None),
    # white space may run through the words
    ("登记\n失业率 5 %", "level | 登记失业率 | - | 5% = 5 % | -", None, [("登记\n失业率", 0), ("5 %", 7)], None),
]  # fmt: skip


def found(file, number):
    claim = file.claims[number]
    names = ("indicator", "trigger", "quantity", "from_quantity", "period", "baseline", "region")
    parts = (claim[name] for name in names)
    return [
        (file.text[part["start"] : part["end"]], part["start"])
        for part in parts
        if part is not None and part["start"] is not None
    ]


@pytest.mark.parametrize(("text", "first", "second", "places", "others"), CASES)
def test_places(text, first, second, places, others):
    lines = [text, *(f"> {line}" for line in (first, second) if line)]

    file = read_source("\n".join(lines))

    assert file.findings == []
    assert found(file, 0) == places
    assert others is None or found(file, 1) == others


def test_an_inherited_indicator_may_stand_in_the_block_before():
    file = read_source(
        f"产量达到5吨。\n> {L}\n比上年增长6%。\n> change up | ^产量 | 增长 | 6% = 6 % | -"
    )

    assert file.findings == []
    assert found(file, 1)[0] == ("产量", 0)


def test_the_signs_count_from_the_start_of_the_block():
    file = read_source(
        f"产量达到5吨。\n> {L}\n产量6吨，产量7吨。\n> level | 产量@2 | 达到@-1 | 7吨 = 7 吨 | -"
    )

    assert file.findings == []
    assert found(file, 1) == [("产量", 13), ("达到", 2), ("7吨", 15)]


def test_a_part_in_another_block_is_a_fault():
    file = read_source(f"产量达到5吨。\n> {L}\n产量6吨。\n> {L.replace('5', '6')}")

    assert [finding.message for finding in file.findings] == [
        "trigger '达到' does not stand in the block; write it as the text has it"
    ]
