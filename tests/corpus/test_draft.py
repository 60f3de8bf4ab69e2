import re

import pytest

from policynlp.corpus import read_source
from policynlp.corpus.draft import draft_source, without_claims
from policynlp.errors import CorpusError

HEADER = (
    "# genre: budget\n# split: dev\n# year: 2031\n# layout: plain\n\n一、[TIM 2030年]预算执行情况\n"
)
CASES = [
    # the words of the annotated spans, not those of the rules
    ("[IND 本级税收的收入]完成[QTY 86亿{元}]，比[TIM 上年][DIR 增长][QTY 5.6{%}]。",
     ["level | 本级税收的收入 | 完成 | 86亿元 = 8600000000 元 | 2030",
      "change up | ^本级税收的收入 | 增长 | 5.6% = 5.6 % | 2030 | base 比上年 = 2029"]),
    # what is not marked is no quantity, time or place
    ("全市[IND 税收]比上年[DIR 增长][QTY 5.6{%}]，少收2亿元。", ["change up | 税收 | 增长 | 5.6% = 5.6 % | 2030"]),
    ("[REG 全市][IND 税收][QTY 86亿{元}]。", ["level | 税收 | - | 86亿元 = 8600000000 元 | 2030 | in 全市"]),
    # a verb of no list
    ("[IND 用水量][DIR 降成][QTY 5亿{吨}]。", ["level | 用水量 | - | 5亿吨 = 500000000 吨 | 2030"]),
    # a number that the rules read with other borders
    ("[IND 税收][QTY 约86亿{元}左右]。", ["level | 税收 | - | 约86亿元左右 = approx 8600000000 元 | 2030"]),
    # a claim whose words are no span takes the one that stands nearest
    ("[IND 税收]有所波动，比[TIM 上年]少收[QTY 三{成}多]。", ["level | ^税收 | - | 三成多 = gt 30 % | 2030 | base 比上年 = 2029"]),
    ("推进改革。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), CASES)
def test_claims_are_drafted_of_the_annotated_spans(nlp, text, claims):
    drafted = draft_source(nlp, read_source(HEADER + text + "\n", "budget/a.txt"))

    assert drafted == HEADER + "\n".join([text, *(f"> {claim}" for claim in claims), ""])
    assert read_source(drafted).findings == []


def test_blocks_that_have_claims_are_left_as_they_are(nlp):
    done = "[IND 税收][QTY 86亿{元}]。\n> level | 税收 | 为 | 86亿元 = 5 元 | 2030\n".replace(
        "为", "-"
    )
    source = HEADER + done + "[IND 支出][QTY 90亿{元}]。\n"

    drafted = draft_source(nlp, read_source(source, "budget/a.txt"))

    assert drafted == source + "> level | 支出 | - | 90亿元 = 9000000000 元 | 2030\n"
    assert draft_source(nlp, read_source(drafted, "budget/a.txt")) == drafted


def test_claims_are_drafted_again(nlp):
    source = HEADER + "[IND 税收][QTY 86亿{元}]。\n> level | 税收 | - | 86亿元 = 5 元 | 2030\n"

    drafted = draft_source(nlp, without_claims(read_source(source, "budget/a.txt")))

    assert drafted == source.replace("= 5 元", "= 8600000000 元")


WRAPPED = """全市各级各部门落实积极的财政政策，加强管理
，预算执行情况总体良好，[IND 本级一般公共预算收
入]完成[QTY 86.4亿{元}]，比[TIM 上年][DIR 增长][QTY 5.6{%}]。
"""
DRAFTED = """> level | 本级一般公共预算收入 | 完成 | 86.4亿元 = 8640000000 元 | 2030
> change up | ^本级一般公共预算收入 | 增长 | 5.6% = 5.6 % | 2030 | base 比上年 = 2029
"""


def test_claims_stand_behind_the_lines_that_they_tell_of(nlp):
    source = f"{HEADER}{WRAPPED}\n\\\n[IND 支出][QTY 90亿{{元}}]。"

    drafted = draft_source(nlp, read_source(source, "budget/a.txt"))

    assert drafted == (
        f"{HEADER}{WRAPPED}{DRAFTED}\n\\\n[IND 支出][QTY 90亿{{元}}]。\n"
        "> level | 支出 | - | 90亿元 = 9000000000 元 | 2030\n"
    )


def test_plain_text_gets_header_spans_and_claims(nlp):
    drafted = draft_source(nlp, read_source("全市粮食产量5万吨\\[1\\]。\n", "budget/a.txt"))

    assert drafted == (
        "# genre: budget\n# split: train\n# layout: plain\n\n"
        "[REG 全市][IND 粮食产量][QTY 5万{吨}]\\[1\\]。\n"
        "> level | 粮食产量 | - | 5万吨 = 50000 吨 | - | in 全市\n"
    )


@pytest.mark.parametrize(
    ("genre", "year", "period"), [("communique", 2031, "2030"), ("budget", 2031, "2031")]
)
def test_a_communique_speaks_of_the_year_before(nlp, genre, year, period):
    source = f"# genre: {genre}\n# split: dev\n# year: {year}\n# layout: plain\n\n江城市2030年公报\n[IND 税收][QTY 86亿{{元}}]。\n"

    drafted = draft_source(nlp, read_source(source, f"{genre}/a.txt"))

    assert drafted.splitlines()[-1] == f"> level | 税收 | - | 86亿元 = 8600000000 元 | {period}"


def test_a_file_that_cannot_be_read_is_not_drafted(nlp):
    with pytest.raises(CorpusError, match=re.escape("budget/a.txt:7: ] closes nothing")):
        draft_source(nlp, read_source(HEADER + "产量]", "budget/a.txt"))


@pytest.mark.parametrize("source", ["", "# genre: budget\n\n"])
def test_a_file_without_text_stays_as_it_is(nlp, source):
    assert draft_source(nlp, read_source(source, "budget/a.txt")) == source
