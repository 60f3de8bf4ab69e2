"""Counted people for whom something is done."""

import pytest

from claims_notation import claims_of

SERVED = [
    (
        "为12万名外来职工子女解决了上学问题。",
        ["level | 外来职工子女 | 解决 | 12万名 = 120000 名 | 2030"],
    ),
    ("为25万人解决了饮水困难。", ["level | 饮水困难 | 解决 | 25万人 = 250000 人 | 2030"]),
    (
        "累计为全市30万老年人购买保险。",
        ["level | 老年人 | 购买 | 30万 = 300000 人 | 2030 | in 全市"],
    ),
    (
        "对1万名贫困家庭子女和2万名高中学生进行救助。",
        [
            "level | 贫困家庭子女 | 进行 | 1万名 = 10000 名 | 2030",
            "level | 高中学生 | 进行 | 2万名 = 20000 名 | 2030",
        ],
    ),
    (
        "使1.5亿学生和780万名寄宿生受益。",
        [
            "level | 学生 | 受益 | 1.5亿 = 150000000 人 | 2030",
            "level | 寄宿生 | 受益 | 780万名 = 7800000 名 | 2030",
        ],
    ),
    (
        "对5万名小学生免收学杂费，其中2万名享受补助。",
        [
            "level | 小学生 | 免收 | 5万名 = 50000 名 | 2030",
            "level | ^小学生 | 享受 | 2万名 = 20000 名 | 2030",
        ],
    ),
    (
        "为符合条件的2.3万名老人发放补贴。",
        ["level | 老人 | 发放 | 2.3万名 = 23000 名 | 2030"],
    ),
    (
        "为乡镇卫生院定向培养1500名全科医生。",
        ["level | 全科医生 | 培养 | 1500名 = 1500 名 | 2030"],
    ),
    # 为 is a verb
    ("参保职工为12万人。", ["level | 参保职工 | 为 | 12万人 = 120000 人 | 2030"]),
]


@pytest.mark.parametrize(("sentence", "claims"), SERVED)
def test_who_is_served_is_counted(nlp, sentence, claims):
    assert claims_of(nlp, sentence) == claims
