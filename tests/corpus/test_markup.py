import pytest

from policynlp.corpus.markup_reading import parse_markup
from policynlp.corpus.markup_writing import write_markup
from policynlp.errors import CorpusError

CASES = [
    ("粮食丰收", "粮食丰收", []),
    ("[IND 粮食产量]", "粮食产量", [(0, 4, "INDICATOR")]),
    ("[QTY 5{吨}]", "5吨", [(0, 2, "QUANTITY"), (1, 2, "UNIT")]),
    ("[QTY {百分之}五]", "百分之五", [(0, 4, "QUANTITY"), (0, 3, "UNIT")]),
    ("[QTY 4{%}—6{%}]", "4%—6%", [(0, 5, "QUANTITY"), (1, 2, "UNIT"), (4, 5, "UNIT")]),
    ("[QTY {半数}]", "半数", [(0, 2, "QUANTITY"), (0, 2, "UNIT")]),
    ("[REG 江城][ORG 统计局]", "江城统计局", [(0, 2, "REGION"), (2, 5, "ORG")]),
    ("[IND 登记\n失业率]", "登记\n失业率", [(0, 6, "INDICATOR")]),
    ("服务业\\[8\\]和\\{工业\\}", "服务业[8]和{工业}", []),
    ("[IND 服务业\\[8\\]增加值]", "服务业[8]增加值", [(0, 9, "INDICATOR")]),
    ("C:\\\\盘", "C:\\盘", []),
    ("\\> 引文\n\\# 城镇", "> 引文\n# 城镇", []),
    ("一\n\\\n二", "一\n\n二", []),
    ("\\　　\n全文", "　　\n全文", []),
    ("行末\\r\n次行", "行末\r\n次行", []),
    ("[POL 规划][SEC 农业][GRP 农民][EVT 地震][TIM 去年][DIR 增长]", "规划农业农民地震去年增长",
     [(0, 2, "POLICY"), (2, 4, "SECTOR"), (4, 6, "GROUP"), (6, 8, "EVENT"), (8, 10, "TIME"), (10, 12, "DIRECTION")]),
]  # fmt: skip


def spans_of(ents):
    return [(ent["start"], ent["end"], ent["label"]) for ent in ents]


@pytest.mark.parametrize(("source", "text", "spans"), CASES)
def test_read(source, text, spans):
    marked = parse_markup(source)

    assert (marked.text, spans_of(marked.ents), marked.problems) == (text, spans, [])


@pytest.mark.parametrize(("source", "text", "spans"), CASES)
def test_write(source, text, spans):
    ents = [{"start": start, "end": end, "label": label} for start, end, label in spans]

    assert write_markup(text, ents) == source


def test_the_words_of_a_span_have_no_white_space():
    (ent,) = parse_markup("[IND 登记\n失 业率]").ents

    assert ent == {"start": 0, "end": 7, "label": "INDICATOR", "text": "登记失业率"}


@pytest.mark.parametrize(
    ("spans", "reason"),
    [
        ([(0, 2, "GOODS")], "span 0-2 'GOODS' cannot be written: nobody knows this label"),
        (
            [(0, 2, "SECTOR"), (1, 3, "GROUP")],
            "span 1-3 'GROUP' cannot be written: it overlaps the one before it",
        ),
        (
            [(0, 3, "INDICATOR"), (1, 2, "SECTOR")],
            "span 1-2 'SECTOR' cannot be written: it overlaps the one before it",
        ),
        ([(2, 9, "SECTOR")], "span 2-9 'SECTOR' cannot be written: it lies outside the text"),
        ([(2, 2, "SECTOR")], "span 2-2 'SECTOR' cannot be written: it lies outside the text"),
        (
            [(0, 1, "UNIT")],
            "span 0-1 'UNIT' cannot be written: it stands in no QUANTITY of its own",
        ),
        (
            [(0, 2, "QUANTITY"), (1, 3, "UNIT")],
            "span 1-3 'UNIT' cannot be written: it stands in no QUANTITY of its own",
        ),
    ],
)
def test_what_the_markup_cannot_hold_is_refused(spans, reason):
    ents = [{"start": start, "end": end, "label": label} for start, end, label in spans]

    with pytest.raises(CorpusError) as caught:
        write_markup("农业和工业", ents)
    assert str(caught.value) == reason
