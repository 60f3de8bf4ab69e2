from policynlp.corpus import read_source
from policynlp.corpus.stats import count_corpus

A = """# genre: budget
# split: train
# layout: plain

一、预算
[IND 税收收入][QTY 86亿{元}]，[DIR 增长][QTY 5{%}]。推进预算管理改革。
> level | 税收收入 | - | 86亿元 = 8600000000 元 | 2030
> change up | ^税收收入 | 增长 | 5% = 5 % | 2030
"""
B = A.replace("train", "dev").replace("税收收入", "利润").replace("[QTY 5{%}]", "").splitlines()[:6]


def test_counts():
    files = [read_source(A, "budget/a.txt"), read_source("\n".join(B), "budget/b.txt")]

    stats = count_corpus([*files, read_source("全文")]).to_dict()

    spans = {"INDICATOR": 2, "POLICY": 0, "ORG": 0, "REGION": 0, "DIRECTION": 2, "SECTOR": 0, "GROUP": 0,
             "EVENT": 0, "TIME": 0, "QUANTITY": 3, "UNIT": 3}  # fmt: skip
    assert stats["total"] == {
        "documents": 3, "sentences": 4, "characters": 52, "spans": spans, "claims": {"level": 1, "change": 1, "trend": 0},
    }  # fmt: skip
    assert list(stats["splits"]) == ["-", "dev", "train"]
    assert stats["splits"]["dev"]["documents"] == 1
    assert {name: counts["sentences"] for name, counts in stats["genres"].items()} == {
        "-": 0,
        "budget": 4,
    }
    assert {name: counts["documents"] for name, counts in stats["layouts"].items()} == {
        "-": 1,
        "plain": 2,
    }
    assert (stats["indicators"], stats["rare_indicators"]) == (2, 1.0)


def test_pieces_that_stand_in_two_sentences_are_counted_as_such():
    files = [
        read_source(f"{text}。") for text in ("甲乙丙丁戊己庚", "甲乙丙丁戊己庚。甲乙丙丁戊己庚")
    ]

    stats = count_corpus(files)

    assert (stats.shingles, stats.single_shingles) == ({"甲乙丙丁戊己庚。": 3}, 0.0)


def test_an_indicator_that_occurs_often_is_not_rare():
    body = "[IND 税收][IND 税收][IND 税 收]和[IND 利润]"

    assert count_corpus([read_source(body)]).rare_indicators == 0.5


def test_an_empty_corpus_has_no_shares():
    stats = count_corpus([])

    assert (stats.single_shingles, stats.rare_indicators) == (0.0, 0.0)


def test_the_table_names_groups_labels_and_bars():
    lines = list(count_corpus([read_source(A, "budget/a.txt")]).lines())

    assert [line.split() for line in lines[:8]] == [
        ["documents", "sentences", "characters", "spans", "claims"],
        ["all", "1", "2", "27", "6", "2"],
        [],
        ["train", "1", "2", "27", "6", "2"],
        [],
        ["budget", "1", "2", "27", "6", "2"],
        [],
        ["plain", "1", "2", "27", "6", "2"],
    ]
    assert ["QUANTITY", "2"] in [line.split() for line in lines]
    assert lines[-2:] == [
        "8-character pieces in one sentence only: 1.000 (bar 0.85)",
        "indicators that occur once or twice: 1.000 (bar 0.5) of 1",
    ]
