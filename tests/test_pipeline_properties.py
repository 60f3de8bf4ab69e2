"""Any text is read, every part of a claim stands where it says, and pieces change nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_notation import REVIEW, annotate
from policynlp import pipeline

PARTS = (
    "indicator",
    "trigger",
    "quantity",
    "from_quantity",
    "share_of",
    "period",
    "baseline",
    "region",
    "sentence",
)
SENTENCES = [
    "粮食产量达到520万吨，增长2.3%。",
    "城乡低保标准分别提高到780元和560元。",
    "清洁能源装机超过总装机的50%；电子商务交易额是2025年的1.8倍。",
    "居民收入稳步提高，就业规模扩大。",
]
WORDS = [
    "全市",
    "粮食产量",
    "生产总值",
    "居民收入",
    "城乡",
    "存贷款余额",
    "其中",
    "分别",
    "增长",
    "下降",
    "提高到",
    "达到",
    "占",
    "比上年",
    "同比",
    "新增",
    "建成",
    "力争",
    "未",
    "由",
    "从",
    "至",
    "2030年",
    "年末",
    "五年来",
    "3.2%",
    "520万吨",
    "0.3个百分点",
    "12座",
    "三成",
    "百分之五",
    "1.5至2倍",
    "5%",
    "翻一番",
    "左右",
    "以上",
    "超过",
    "一、",
    "（一）",
    "（",
    "）",
    "“",
    "”",
    "，",
    "、",
    "；",
    "。",
    "：",
    "——",
    "的",
    "和",
    "６．４％",
    "[8]",
    "—",
    "是",
    "为",
    "高于",
    "全国平均水平",
    "第",
    "万",
    "亿",
    "元",
]
SPACES = ["\n", "\n\n", "\u3000", " "]


def ungrounded(doc):
    """List the parts of claims that are empty or do not stand where they say."""
    text = doc.text
    places = [
        (name, part.text, "".join(text[part.start : part.end].split()))
        for claim in doc._.claims
        for name in PARTS
        if (part := getattr(claim, name)) and part.start is not None
        if not (name == "indicator" and (part.inherited or part.text not in text))
    ]
    return [place for place in places if not place[1] or place[1] != place[2]]


@settings(
    max_examples=150,
    derandomize=True,
)
@given(st.lists(st.sampled_from(WORDS + SPACES), max_size=40))
def test_any_text_is_read_and_every_part_stands_where_it_says(nlp, words):
    doc = nlp("".join(words))
    assert ungrounded(doc) == []
    assert all(ent.text.strip() for ent in doc.ents)


def test_an_empty_member_of_a_list_does_not_crash(nlp):
    assert ungrounded(nlp(f"{REVIEW}粮食产量和　3.2%、3.2%。")) == []


@settings(
    max_examples=60,
    derandomize=True,
)
@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.integers(1, 60))
def test_any_piece_size_gives_the_same(nlp, sentences, piece):
    text = REVIEW + "\n".join(sentences)
    whole = annotate(nlp, text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "PIECE", piece)
        assert annotate(nlp, text) == whole
