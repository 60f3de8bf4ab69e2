from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.structure import clauses
from policynlp.structure.sentences import find_sentences

SENTENCES = [
    ("粮食增产。棉花减产。", ["粮食增产。", "棉花减产。"]),
    ("粮食增产；棉花减产。", ["粮食增产；棉花减产。"]),
    ("增长6.5%左右。\n二、农业\n产量12,480万吨", ["增长6.5%左右。", "二、农业", "产量12,480万吨"]),
    ("他说：“稳住了！”大家鼓掌。", ["他说：“稳住了！”", "大家鼓掌。"]),
    ("回答好“怎么办？”的问题。", ["回答好“怎么办？”的问题。"]),
    ("新建学校8所。（牵头单位：教育局）\n", ["新建学校8所。", "（牵头单位：教育局）"]),
    ("各位代表！\n　　过去一年，成绩不易。", ["各位代表！", "过去一年，成绩不易。"]),
    ("", []),
    ("。\n", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text, expected):
    assert [text[start:end] for start, end in find_sentences(text)] == expected


def test_a_cut_begins_a_sentence():
    text = "三、主要任务 （一）稳增长"

    found = [text[start:end] for start, end in find_sentences(text, [0, 7])]

    assert found == ["三、主要任务", "（一）稳增长"]


CLAUSES = [
    (
        "总量达5亿元，增长3%；其中：工业2亿元。",
        ["总量达5亿元，", "增长3%；", "其中：", "工业2亿元。"],
    ),
    ("进口（含煤，不含油）下降，出口回升。", ["进口（含煤，不含油）下降，", "出口回升。"]),
    ("落实“稳就业，保民生”，", ["落实“稳就业，保民生”，"]),
    ("多出的）不算，照样切开", ["多出的）不算，", "照样切开"]),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses(text, expected):
    assert [text[start:end] for start, end in clauses(text, 0, len(text))] == expected


@given(st.text(alphabet="粮增5.，；。！？“”（）\n 　", max_size=60))
def test_sentences_hold_all_text_but_white_space_and_stray_marks(text):
    spans = list(find_sentences(text))
    kept = {offset for start, end in spans for offset in range(start, end)}

    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(char in "。！？” ）\n　" for offset, char in enumerate(text) if offset not in kept)
    assert all("\n" not in text[start:end] for start, end in spans)


@given(st.text(alphabet="粮增5，；：“”（）", max_size=40))
def test_clauses_tile_the_sentence(text):
    spans = clauses(text, 0, len(text))

    assert "".join(text[start:end] for start, end in spans) == text
