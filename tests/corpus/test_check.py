"""What the check finds in one document, and between documents."""

import json
import re
from pathlib import Path

import pytest

from policynlp.corpus import read_corpus, read_source
from policynlp.corpus.check import check_corpus
from policynlp.corpus.findings import Says

TEXT = "江城市[TIM 2030年]公报\n[IND 粮食产量]达到[QTY 5万{吨}]，[DIR 增长][QTY 2.3{%}]。"
LEVEL = "level | 粮食产量 | 达到 | 5万吨 = 50000 吨 | 2030"
CHANGE = "change up | ^粮食产量 | 增长 | 2.3% = 2.3 % | 2030"


def header(split="train"):
    return f"# genre: budget\n# split: {split}\n# layout: plain\n\n"


def check(*bodies, splits=("train", "dev", "test"), names="abc"):
    """Errors and warnings, but for those on what is in no claim: the rows make few claims."""
    files = [
        read_source(header(split) + body + "\n", f"budget/{name}.txt")
        for body, split, name in zip(bodies, splits, names, strict=False)
    ]
    report = check_corpus(files)
    return [
        [tuple(finding)[:3] for finding in found if not is_on_claims(finding)]
        for found in (report.errors, report.warnings)
    ]


def is_on_claims(finding):
    return "no claim" in finding.message


def test_a_good_document_has_no_findings():
    assert check(f"{TEXT}\n> {LEVEL}\n> {CHANGE}") == [[], []]


TABLE = "表1 产量\n产品名称 单位 产量 比上年增长%\n[IND 原煤] 万吨 [QTY 310] [QTY 2.5]"

# body, errors and warnings of line and message
ALONE = [
    # numbers are read again
    (f"{TEXT}\n> {LEVEL.replace('50000', '5000')}",
     [(7, "5万吨 reads as 50000 吨, the claim says 5000 吨; mend the claim, or the span")], []),
    (f"{TEXT}\n> {LEVEL.replace('50000 吨', '50000 斤')}",
     [], [(7, "5万吨 reads as 50000 吨, the claim says 50000 斤; mend the claim, or the span")]),
    (f"{TEXT}\n> {LEVEL.replace('50000', 'gt 50000')}",
     [], [(7, "5万吨 reads as 50000 吨, the claim says gt 50000 吨; mend the claim, or the span")]),
    ("[IND 产量][QTY 近5{吨}]。\n> level | 产量 | - | 近5吨 = 5 吨 | 2030",
     [(6, "近5吨 reads as approx 5 吨, the claim says 5 吨; mend the claim, or the span")], []),
    ("[IND 产量][QTY 4{%}—6{%}]。\n> level | 产量 | - | 4%—6% = range 4~5 % | 2030",
     [(6, "4%—6% reads as range 4~6 %, the claim says range 4~5 %; mend the claim, or the span")], []),
    # a unit that the sense gives, and one that only the annotator knows
    ("[IND 人口][QTY 36万]。\n> level | 人口 | - | 36万 = 360000 人 | 2030", [], []),
    ("[IND 用煤][QTY 5{吨标准煤}]。\n> level | 用煤 | - | 5吨标准煤 = 5 吨标准煤 | 2030", [], []),
    # times are read again where they name their year
    ("[TIM 2030年末][IND 税收][QTY 5{元}]。\n> level | 税收 | - | 5元 = 5 元 | 2030年末 = 2030",
     [], [(6, "period '2030年末' reads as 2030-12-31, the claim says 2030; mend the claim, or the span")]),
    ("比[TIM 2029年][IND 税收][DIR 增长][QTY 5{%}]。\n> change up | 税收 | 增长 | 5% = 5 % | 2030 | base 比2029年 = -",
     [], [(6, "baseline '比2029年' reads as 2029, the claim says -; mend the claim, or the span")]),
    ("比[TIM 2029年同期][IND 税收][DIR 增长][QTY 5{%}]。\n> change up | 税收 | 增长 | 5% = 5 % | - | base 比2029年同期 = 2029-Q1", [], []),
    ("[TIM 年末][IND 税收][QTY 5{元}]。\n> level | 税收 | - | 5元 = 5 元 | 年末 = 2030", [], []),
    # braces
    ("[IND 产量][QTY 5吨]。", [(5, "5吨: its unit reads as 吨; put the braces around that alone")], []),
    ("[IND 产量][QTY {5吨}]。", [], [(5, "5吨: its unit reads as 吨; put the braces around that alone")]),
    # spans that a claim needs
    ("[IND 产量]达到5吨。\n> level | 产量 | 达到 | 5吨 = 5 吨 | 2030",
     [(6, "quantity '5吨' is no QUANTITY span; mark it, or name the span that is meant")], []),
    ("产量达到[QTY 5{吨}]。\n> level | 产量 | 达到 | 5吨 = 5 吨 | 2030",
     [(6, "indicator '产量' is no INDICATOR span; mark it, or name the span that is meant")], []),
    ("[IND 粮食产量]达到[QTY 5{吨}]。\n> level | 产量 | 达到 | 5吨 = 5 吨 | 2030",
     [], [(6, "indicator '产量' is not the whole span '粮食产量'; name all of it, or mend the span")]),
    ("[IND 铁路、公路里程]分别达到[QTY 5{公里}]、[QTY 6{公里}]。\n> level | 公路里程 | 达到 | 6公里 = 6 公里 | 2030", [], []),
    ("[IND 产量]增长[QTY 5{%}]。\n> change up | 产量 | 增长 | 5% = 5 % | 2030",
     [(6, "trigger '增长' is no DIRECTION span; mark it, or name the span that is meant")], []),
    ("去年[IND 产量][QTY 5{吨}]。\n> level | 产量 | - | 5吨 = 5 吨 | 去年 = 2030",
     [(6, "period '去年' is no TIME span; mark it, or name the span that is meant")], []),
    ("全市[IND 产量][QTY 5{吨}]。\n> level | 产量 | - | 5吨 = 5 吨 | 2030 | in 全市",
     [], [(6, "region '全市' is no REGION span; mark it, or name the span that is meant")]),
    ("[IND 产量][DIR 达到][QTY 5{吨}]。",
     [(5, "'达到' is no DIRECTION: a verb of reaching or doing; take the mark away")], []),
    # an inherited indicator, and a composed one, need no span of their own
    ("[IND 养老、失业保险人数]分别为[QTY 5{人}]、[QTY 6{人}]。\n> level | 养老保险人数 | 为 | 5人 = 5 人 | 2030"
     "\n> level | 失业保险人数@保险人数 | 为 | 6人 = 6 人 | 2030", [], []),
    # a table's numbers are read with their column
    (f"{TABLE}\n> level | 原煤产量 | - | 310 = 3100000 吨 | 2030", [], []),
    (f"{TABLE}\n> level | 原煤产量 | - | 310 = 310 吨 | 2030",
     [(8, "310 reads as 3100000 吨, the claim says 310 吨; mend the claim, or the span")], []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "errors", "warnings"), ALONE)
def test_one_document(body, errors, warnings):
    assert check(body) == [
        [("budget/a.txt", *finding) for finding in errors],
        [("budget/a.txt", *finding) for finding in warnings],
    ]


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        ("全文", ["the header has no 'genre'; write a line '# genre: …'",
                  "the header has no 'layout'; write a line '# layout: …'",
                  "the header has no 'split'; write a line '# split: …'"]),
        ("# genre: finance\n# split: all\n# layout: plain\n# year: 31\n# title: x\n\n全文",
         ["genre is 'finance'; it may be budget",
          "split is 'all'; it may be train dev test",
          "the header has 'title', which nothing reads; those that work: genre split year layout",
          "year is '31'; it may be a year of four digits"]),
    ],
)  # fmt: skip
def test_the_header(source, messages):
    report = check_corpus([read_source(source, "budget/a.txt")])

    assert [(finding.line, finding.message) for finding in report.errors] == [(1, message) for message in messages]  # fmt: skip


CLAIMED = [
    (f"{TEXT}\n> {LEVEL}\n> {CHANGE}", []),
    (f"{TEXT}\n> {LEVEL}", [
        (6, "DIRECTION '增长' is in no claim; write one, if the sentence claims anything by it"),
        (6, "QUANTITY '2.3%' is in no claim; write one, if the sentence claims anything by it"),
    ]),
    (TEXT, [(5, "numbers or verbs are marked, and there is no claim; run 'policynlp corpus draft'")]),
    ("推进[POL 节水行动]。", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "warnings"), CLAIMED)
def test_what_is_in_no_claim(body, warnings):
    report = check_corpus([read_source(header() + body, "budget/a.txt")])

    assert report.errors == []
    assert [(finding.line, finding.message) for finding in report.warnings] == warnings


TWINS = [
    # the rarer side is reported, wherever it stands
    (["[POL 节水行动]与[POL 节水行动]", "推进节水行动"],
     [("budget/b.txt", 5, "'节水行动' stands here without a mark: POLICY 2 times, unmarked 1 times")]),
    (["[POL 节水行动]", "推进节水行动", "深化节水\n行动"],
     [("budget/a.txt", 5, "'节水行动' is marked POLICY here: 1 times so, unmarked 2 times")]),
    # inside another span, touching one, or as a part of a longer twin it is none
    (["[SEC 新能源]", "[IND 新能源发电量]"], []),
    (["[SEC 新能源]", "新[IND 能源产量]"], []),
    (["[SEC 新能源]和[SEC 新能源汽车]", "新能源汽车"],
     [("budget/b.txt", 5, "'新能源汽车' stands here without a mark: SECTOR 1 times, unmarked 1 times")]),
    # short words and numbers are left alone
    (["[SEC 农业][QTY 100{元}]", "农业100元"], []),
    # one label everywhere
    (["[GRP 困难群众]和[GRP 困难群众]", "[IND 困难群众]"],
     [("budget/b.txt", 5, "'困难群众' is INDICATOR here (1 times), elsewhere GROUP (2 times); decide alike")]),
]  # fmt: skip


@pytest.mark.parametrize(("bodies", "warnings"), TWINS)
def test_twins(bodies, warnings):
    assert check(*bodies, splits=("train",) * 3) == [[], warnings]


LONG = "全市持续推进城乡供水一体化和水源地保护工作"
OTHER = f"我们说{LONG}了。"
PAID, REPAID = f"{LONG}，投入8亿元。", f"{LONG}，投入12.5亿元。"


def same(text):
    return [
        ("budget/b.txt", 5, f"the sentence '{text}' stands in budget/a.txt:5 too; write another")
    ]


def alike(text, other):
    message = (
        f"the sentence '{text[:24]}' is much like '{other[:24]}' in budget/a.txt:5; write another"
    )
    return [("budget/b.txt", 5, message)]


DUPLICATES = [
    ([f"{LONG}。", f"{LONG}。"], ("train", "dev"), same(f"{LONG}。"), []),
    ([f"{LONG}。", f"{LONG}。"], ("train", "train"), [], same(f"{LONG}。")),
    ([f"{LONG}。", OTHER], ("train", "test"), alike(OTHER, f"{LONG}。"), []),
    ([PAID, REPAID], ("train", "dev"), alike(REPAID, PAID), []),
    # near ones in one split, headings and short sentences
    ([f"{LONG}。", OTHER], ("train", "train"), [], []),
    ([LONG, LONG], ("train", "dev"), [], []),
    (["收入稳步增长。", "收入稳步增长。"], ("train", "dev"), [], []),
]


@pytest.mark.parametrize(("bodies", "splits", "errors", "warnings"), DUPLICATES)
def test_duplicates(bodies, splits, errors, warnings):
    assert check(*bodies, splits=splits) == [errors, warnings]


def gold(tmp_path, *ents):
    path = tmp_path / "gold.jsonl"
    document = {"doc_id": "a", "text": "粮食 产量达到5吨。", "ents": list(ents), "claims": []}
    path.write_text(json.dumps({**document, "claims": []}) + "\n", "utf-8")
    return [(f.line, f.message) for f in check_corpus(read_corpus([path])).errors]


def span(start, end, label, text):
    return {"start": start, "end": end, "label": label, "text": text}


@pytest.mark.parametrize(
    ("ents", "messages"),
    [
        ([span(0, 5, "INDICATOR", "粮食产量")], []),
        ([span(0, 4, "INDICATOR", "粮食产量")], ["span '粮食产量' is not what stands at 0-4: '粮食 产'; mend its offsets"]),
        ([span(2, 5, "INDICATOR", "产量")], ["span '产量' is not what stands at 2-5: ' 产量'; mend its offsets"]),
        ([span(0, 2, "GOODS", "粮食")], ["label 'GOODS' is unknown; those that work: INDICATOR POLICY ORG REGION DIRECTION SECTOR GROUP EVENT TIME QUANTITY UNIT"]),
        ([span(0, 5, "INDICATOR", "粮食产量"), span(3, 5, "SECTOR", "产量")], ["span '产量' overlaps '粮食产量' before it; keep one of them"]),
        ([span(8, 9, "UNIT", "吨")], ["UNIT '吨' stands in no QUANTITY; take it away, or mark the number with it"]),
    ],
)  # fmt: skip
def test_compiled_documents_are_checked_too(tmp_path, ents, messages):
    assert gold(tmp_path, *ents) == [(1, message) for message in messages]


def test_the_report_counts_and_sorts():
    bad = f"{TEXT}\n> {LEVEL.replace('50000', '5')}\n产量]"
    report = check_corpus([read_source(header() + bad, "budget/a.txt")])

    assert [finding.line for finding in report.errors] == [7, 8]
    assert report.summary() == "1 documents, 1 claims: 2 errors, 2 warnings"
    assert (
        str(report.errors[1]) == "budget/a.txt:8: ] closes nothing; write \\] for the sign itself"
    )
    assert report.to_dict(report.errors[1:]) == {
        "documents": 1,
        "claims": 1,
        "errors": 2,
        "warnings": 2,
        "findings": [
            {
                "path": "budget/a.txt",
                "line": 8,
                "message": "] closes nothing; write \\] for the sign itself",
                "error": True,
            }
        ],
    }


TESTS = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))


@pytest.mark.parametrize("name", sorted(name for name in vars(Says) if name.isupper()))
def test_every_message_is_tested(name):
    pieces = re.split(r"\{\{|\}\}|\{[^{}]*\}", getattr(Says, name))

    assert max(pieces, key=len).replace("\\", "\\\\") in TESTS
