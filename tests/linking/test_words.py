"""The words around an indicator, and what a text divides at."""

import pytest

from policynlp.linking import clauses
from policynlp.linking.scope import LAYERS, Scope, Slicer, spans_of
from policynlp.linking.words import (
    Table,
    Word,
    alternation,
    ends_with_scale,
    guards,
    left_words,
    mid_cut,
    predicate_start,
    right_words,
    trigger_table,
    triggers,
)
from policynlp.schema import Anchor, Mention

TABLE = Table(
    {form: Word(form, role) for form, role in (("年", "short"), ("年均", "mean"), ("均", "all"))}
)


@pytest.mark.parametrize(
    ("text", "start", "end", "form"),
    [
        ("年均增长", 0, 4, "年均"),
        ("年均增长", 0, 1, "年"),
        ("年均增长", 1, 4, "均"),
        ("增长", 0, 2, None),
        ("年均", 2, 2, None),
    ],
)
def test_the_longest_word_that_begins_here(text, start, end, form):
    word = TABLE.prefix(text, start, end)
    assert (word and word.form) == form


@pytest.mark.parametrize(
    ("text", "start", "end", "form"),
    [
        ("收入年均", 0, 4, "年均"),
        ("收入年均", 3, 4, "均"),
        ("收入年", 0, 3, "年"),
        ("收入", 0, 2, None),
        ("年均", 0, 0, None),
    ],
)
def test_the_longest_word_that_ends_here(text, start, end, form):
    word = TABLE.suffix(text, start, end)
    assert (word and word.form) == form


def test_an_alternation_takes_the_longest():
    pattern = alternation(["增长", "增长率", "增", "下降"])
    assert pattern.findall("增长率、增长、增、下降") == ["增长率", "增长", "增", "下降"]


def test_an_alternation_takes_signs_as_they_are():
    assert alternation(["新（改）建", "a.b"]).findall("新（改）建axb") == ["新（改）建"]


@pytest.mark.parametrize(
    ("form", "kind", "strong", "after"),
    [
        ("达到", "reach", True, True),
        ("占", "share", True, True),
        ("实施", "do", True, False),
        ("共有", "have", True, True),
    ],
)
def test_triggers(form, kind, strong, after):
    trigger = triggers()[form]
    assert (trigger.kind, trigger.strong, trigger.after) == (kind, strong, after)


def test_a_verb_of_doing_may_have_anew_before_it():
    assert triggers()["新引进"].kind == "do"
    assert triggers()["新建立"].strong
    assert "新占" not in triggers()


@pytest.mark.parametrize(
    ("word", "role"),
    [("其中", "among"), ("力争", "target"), ("预计", "forecast"), ("推动", "push"), ("由", "prep")],
)
def test_words_before_an_indicator(word, role):
    found = left_words().prefix(f"{word}粮食产量", 0, 6)
    assert (found.form, found.role) == (word, role)


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("分别", "each"),
        ("年均", "yearly"),
        ("将", "forecast"),
        ("力争", "target"),
        ("由", "from"),
        ("未", "negation"),
    ],
)
def test_words_behind_an_indicator(word, role):
    text = f"粮食产量{word}"
    found = right_words().suffix(text, 0, len(text))
    assert (found.form, found.role) == (word, role)


def test_tables_of_the_lexicons_are_longest_first():
    assert trigger_table().suffix("产量达到了", 0, 5).form == "达到了"
    assert guards("HEAD").prefix("对外贸易", 0, 4).form == "对外"


def test_cuts_and_predicates_are_found_inside():
    assert mid_cut().search("财政累计投入“三农”资金")[0] == "累计"
    assert predicate_start().search("9个化工园区通过省级认定", 3)[0] == "通过"


@pytest.mark.parametrize("phrase", ["森林覆盖率", "服务水平", "粮食产量", "医保覆盖范围"])
def test_phrases_that_end_in_a_scale(phrase):
    assert ends_with_scale(phrase)


@pytest.mark.parametrize("phrase", ["市场活力", "企业形象", "现代化产业体系", ""])
def test_phrases_that_do_not(phrase):
    assert not ends_with_scale(phrase)


def scope_of(text, quantities=()):
    layers = {name: [] for name in LAYERS}
    layers["quantities"] = [
        Mention(text.find(q), text.find(q) + len(q), "QUANTITY", {}) for q in quantities
    ]
    return Scope(text, 0, len(text), Anchor(), layers)


@pytest.mark.parametrize(
    ("text", "quantities", "parts"),
    [
        ("产量增加，销量减少；库存下降。", (), ["产量增加", "，销量减少", "；库存下降"]),
        ("主要目标是：产量增加", (), ["主要目标是", "：产量增加"]),
        (
            "面积1200万亩（增长3.2%），产量520万吨",
            ("3.2%",),
            ["面积1200万亩", "（增长3.2%", "）产量520万吨"],
        ),
        ("居民消费价格（CPI）上涨", (), ["居民消费价格（CPI）上涨"]),
        ("建设“一老：一小”工程，产量增加", (), ["建设“一老：一小”工程", "，产量增加"]),
        ("落实“规划”和《教育法，实施办法》", (), ["落实“规划”和《教育法，实施办法》"]),
        ("落实《教育法，实施办法》", (), ["落实《教育法，实施办法》"]),
        ("投资12，480万元，增长5%", ("12，480万元",), ["投资12，480万元", "，增长5%"]),
        ("", (), []),
    ],
)
def test_clauses(text, quantities, parts):
    found = [
        clause.stop + text[clause.start : clause.end]
        for clause in clauses.split(scope_of(text, quantities))
    ]
    assert found == parts


def test_a_slicer_walks_through_the_sentences():
    mentions = [Mention(at, at + 2, "TIME") for at in (0, 5, 9)]
    slicer = Slicer({"times": mentions})
    assert slicer.cut(0, 5) == {"times": mentions[:1]}
    assert slicer.cut(5, 12) == {"times": mentions[1:]}
    assert slicer.cut(12, 20) == {"times": []}
    assert spans_of(mentions) == [(0, 2), (5, 7), (9, 11)]


def test_of_two_mentions_at_an_edge_the_longer_counts():
    layers = {name: [] for name in LAYERS}
    layers["times"] = [Mention(0, 2, "TIME")]
    layers["regions"] = [Mention(0, 4, "REGION")]
    assert Scope("全年全省", 0, 4, Anchor(), layers).by_start[0].label == "REGION"
