"""Documents are written and read again without loss, whatever stands in them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.corpus import read_source, source_of
from policynlp.corpus.markup import CODES, entity, in_order, squeeze
from policynlp.corpus.records import plain_claim, plain_document
from policynlp.corpus.write import write_corpus
from policynlp.errors import CorpusError

# few signs, so that words stand twice, and every sign that the markup gives a meaning
SIGNS = st.sampled_from("产产量量增5%。，[]{}\\>#@|^-= \n\r　") | st.characters(codec="utf-8")
NUMBERS = st.integers(-(10**15), 10**15) | st.floats(-1e12, 1e12).filter(lambda n: n == n)
FIELDS = ("trigger", "quantity", "from_quantity", "period", "baseline", "region", "share_of")
MODALITIES = ("actual", "target", "forecast", "action")
RELATIONS = ("eq", "approx", "gt", "ge", "lt", "le", "range")
WORDS = st.text("产量增5%@|^-\\=", min_size=1, max_size=4)


def pieces_of(text):
    """Places of the text that neither begin nor end in white space."""
    return [
        (start, end)
        for start in range(len(text))
        for end in range(start + 1, min(start + 6, len(text)) + 1)
        if text[start:end] == text[start:end].strip()
    ]


@st.composite
def documents(draw):
    text = draw(st.text(SIGNS, max_size=40))
    pieces = pieces_of(text)
    spans = draw(st.lists(st.sampled_from(pieces), max_size=6)) if pieces else []
    ents, done = [], 0
    for start, end in sorted(spans):
        if start >= done:
            label = draw(st.sampled_from(list(CODES.values())))
            ents.append(entity(text, start, end, label))
            done = end
            if label == "QUANTITY" and draw(st.booleans()):
                ents.append(entity(text, end - 1, end, "UNIT"))
    ents.sort(key=lambda ent: in_order((ent["start"], ent["end"], ent["label"])))
    claims = draw(st.lists(claims_in(text, pieces), max_size=3))
    return {"doc_id": "a", "text": text, "meta": {}, "ents": ents, "claims": claims}


@st.composite
def parts_in(draw, text, pieces, composed=False):
    if not pieces or draw(st.integers(0, 4)) == 0:
        return {"text": draw(WORDS), "start": None, "end": None}
    start, end = draw(st.sampled_from(pieces))
    words = draw(WORDS) if composed and draw(st.booleans()) else squeeze(text[start:end])
    return {"text": words, "start": start, "end": end}


@st.composite
def claims_in(draw, text, pieces):
    kind = draw(st.sampled_from(["level", "change", "trend"]))
    claim = {
        "kind": kind,
        "direction": draw(st.sampled_from(["increase", "decrease", "stable", None])),
        "modality": draw(st.sampled_from(MODALITIES)),
        "negated": draw(st.booleans()),
        "indicator": draw(parts_in(text, pieces, composed=True)) | {"inherited": draw(st.booleans())},
    }  # fmt: skip
    for name in FIELDS:
        wanted = kind != "trend" if name == "quantity" else draw(st.booleans())
        claim[name] = draw(parts_in(text, pieces)) if wanted else None
    for name in ("quantity", "from_quantity"):
        if claim[name]:
            high = draw(st.none() | NUMBERS)
            unit, relation = draw(st.sampled_from(["", "吨", "元/吨|a"])), draw(st.sampled_from(RELATIONS))  # fmt: skip
            claim[name] |= {"value": draw(NUMBERS), "high": high, "unit": unit, "relation": relation}  # fmt: skip
    for name in ("period", "baseline"):
        if claim[name]:
            claim[name] |= {"iso": draw(st.sampled_from(["2030", "2026/2030", None]))}
    return plain_claim(claim)


@given(documents())
@settings(max_examples=30)
def test_a_document_that_is_written_is_read_again(document):
    source = source_of(document)
    file = read_source(source)

    assert file.findings == []
    assert (file.text, file.ents, file.claims) == (
        document["text"],
        document["ents"],
        document["claims"],
    )
    read = plain_document(document | {"ents": file.ents, "claims": file.claims})
    assert source_of(read) == source


FILE = """# genre: plan_report
# split: dev
# layout: wrapped

江城市[TIM 2030年]计划执行情况
[REG 全市][IND 城镇登记
失业率]为[QTY 5.1{%}]，[IND 粮食产量][DIR 增长][QTY 2.3
{%}]。
> level | 城镇登记失业率 | 为 | 5.1% = 5.1 % | 2030 | in 全市
> change up | 粮食产量 | 增长 | 2.3% = 2.3 % | 2030 | in 全市
\\
\\# 表1 \\[8\\]
[IND 面积][QTY 5{亩}]
> level | 面积 | - | 5亩 = 5 亩 | -
[IND 产值][QTY 6{元}]
> level | 产值 | - | 6元 = 6 元 | -
> change up | ^面积 | - | 6元 = 6 元 | -
"""


def test_a_file_in_the_form_of_the_writer_is_written_as_it_stands():
    file = read_source(FILE)
    document = {"doc_id": "a", "text": file.text, "ents": file.ents, "claims": file.claims}
    meta = {"genre": "plan_report", "split": "dev", "layout": "wrapped"}

    assert file.findings == []
    assert source_of(document | {"meta": meta}) == FILE


def test_bare_words_are_parts():
    claim = {"kind": "trend", "indicator": "产量", "trigger": "增长", "region": "全市"}

    assert plain_claim(claim) == {
        "kind": "trend",
        "direction": None,
        "modality": "actual",
        "negated": False,
        "indicator": {"text": "产量", "start": None, "end": None, "inherited": False},
        "trigger": {"text": "增长", "start": None, "end": None},
        "quantity": None,
        "from_quantity": None,
        "period": None,
        "baseline": None,
        "region": {"text": "全市", "start": None, "end": None},
        "share_of": None,
    }


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (3, 9, "trigger '增长' cannot be written: it lies outside the text"),
        (1, 3, "trigger '增长' cannot be written: white space at its edge"),
    ],
)
def test_a_part_that_is_no_place_is_refused(start, end, message):
    trigger = {"text": "增长", "start": start, "end": end}
    claim = {"kind": "trend", "indicator": "产量", "trigger": trigger}
    document = {"doc_id": "a", "text": "产 量", "claims": [claim]}

    with pytest.raises(CorpusError, match=re.escape(message)):
        source_of(document)


def test_documents_are_written_as_files_of_their_genre(tmp_path):
    documents = [
        {"doc_id": f"budget/{name}", "text": name, "claims": [], "meta": {"genre": "budget"}}
        for name in ("甲", "乙")
    ]

    assert write_corpus(documents, tmp_path) == 2
    assert (tmp_path / "budget" / "甲.txt").read_text("utf-8") == "# genre: budget\n\n甲\n"
    assert sorted(path.name for path in (tmp_path / "budget").iterdir()) == ["乙.txt", "甲.txt"]
