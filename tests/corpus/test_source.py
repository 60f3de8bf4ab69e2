"""Files in the markup: what is read, and every fault with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.corpus import read_source
from policynlp.corpus.findings import Says

HEADER = "# genre: plan_report\n# split: train\n# year: 2031\n# layout: plain\n\n"
REPORT = f"""{HEADER}江城市[TIM 2030年]计划
[REG 全市][IND 地区生产总值]达到[QTY 2864亿{{元}}]，比[TIM 上年][DIR 增长][QTY 5.6{{%}}左右]。
> level | 地区生产总值 | 达到 | 2864亿元 = 286400000000 元 | 2030 | base 比上年 = 2029 | in 全市
> change up | ^地区生产总值 | 增长 | 5.6%左右 = approx 5.6 % | 2030 | base 比上年 = 2029 | in 全市
\\
[DIR 增长][IND 后劲]不足。
"""


def places_of(claim, text):
    return {
        name: text[part["start"] : part["end"]]
        for name, part in claim.items()
        if isinstance(part, dict) and part["start"] is not None
    }


def test_a_file_is_read_whole():
    file = read_source(REPORT, "corpus/plan_report/city.txt")

    assert file.findings == []
    assert file.header == {"genre": "plan_report", "split": "train", "year": "2031", "layout": "plain"}  # fmt: skip
    assert file.doc_id == "plan_report/city"
    assert file.text == (
        "江城市2030年计划\n全市地区生产总值达到2864亿元，比上年增长5.6%左右。\n\n增长后劲不足。"
    )
    assert [(ent["text"], ent["start"]) for ent in file.ents][:3] == [("2030年", 3), ("全市", 11), ("地区生产总值", 13)]  # fmt: skip
    assert [places_of(claim, file.text) for claim in file.claims] == [
        {"indicator": "地区生产总值", "trigger": "达到", "quantity": "2864亿元", "baseline": "比上年", "region": "全市"},
        {"indicator": "地区生产总值", "trigger": "增长", "quantity": "5.6%左右", "baseline": "比上年", "region": "全市"},
    ]  # fmt: skip
    assert file.claim_lines == [8, 9]
    assert [file.line_of(at) for at in (0, 10, 11, len(file.text) - 1)] == [6, 6, 7, 11]


def test_a_file_of_text_alone_is_read():
    file = read_source("一、综合\r\n粮食丰收。\r\n")

    assert (file.text, file.header, file.findings) == ("一、综合\n粮食丰收。", {}, [])


def test_an_empty_file_is_read():
    file = read_source("")

    assert (file.text, file.ents, file.claims, file.findings) == ("", [], [], [])


CLAIM = "level | 产量 | 达到 | 5吨 = 5 吨 | 2030"
TEXT = "[IND 产量]达到[QTY 5{吨}]。"
FAULTS = [
    ("OPEN_SPAN", "第一行\n[IND 产量达到5吨。", 2, "[IND is not closed; write ] behind its last character"),
    ("OPEN_UNIT", "[QTY 5{吨]。", 1, "{ is not closed; write } behind the unit"),
    ("NESTED", "[IND [SEC 粮食]产量", 1, "[SEC inside [IND: spans do not nest; close the first, or write \\["),
    ("NO_CODE", "[1]和", 1, "[1]和: no label; write one of IND POL ORG REG DIR SEC GRP EVT TIM QTY and a space, or \\[ for the sign itself"),
    ("NO_CODE", "[IDN 产量]", 1, "[IDN : no label; write one of IND POL ORG REG DIR SEC GRP EVT TIM QTY and a space, or \\[ for the sign itself"),
    ("STRAY_CLOSE", "产量]", 1, "] closes nothing; write \\] for the sign itself"),
    ("STRAY_BRACE", "[IND {产}量]", 1, "{ marks a unit inside [QTY …] only; write \\{ for the sign itself"),
    ("STRAY_BRACE", "5吨}", 1, "} marks a unit inside [QTY …] only; write \\} for the sign itself"),
    ("EMPTY_SPAN", "[IND ]", 1, "[IND ] is empty; put text into it or take it away"),
    ("EMPTY_SPAN", "[QTY 5{}]", 1, "[{ ] is empty; put text into it or take it away"),
    ("BAD_ESCAPE", "\\n", 1, "\\ before 'n' means nothing; write \\\\ for the sign itself"),
    ("EDGE", "[IND 产量 ]", 1, "span '产量 ' begins or ends in white space; leave it outside"),
    ("BAD_LINE", "产量\n>level", 2, "a line of text that begins with >: a claim begins with '> '; write \\> for the sign itself"),
    ("BAD_LINE", "产量\n# 城镇", 2, "a line of text that begins with #: a claim begins with '> '; write \\# for the sign itself"),
    ("NO_TEXT", f"\n> {CLAIM}", 2, "a claim with no text before it; put it behind the sentence it tells of"),
    ("HEADER_END", "# split: dev\n全文", 2, "the header is not ended by a blank line; put one behind it"),
    ("CLAIM_SHORT", f"{TEXT}\n> level | 产量", 2, "a claim of 2 fields; write 'kind | indicator | trigger | quantity | period'"),
    ("NOT_FOUND", f"{TEXT}\n> {CLAIM.replace('达到', '完成')}", 2, "trigger '完成' does not stand in the block; write it as the text has it"),
    ("NOT_FOUND", f"{TEXT}\n> {CLAIM}\n> {CLAIM.replace('5吨 =', '6吨 =')}", 3, "quantity '6吨' does not stand in the block; write it as the text has it"),
    ("NOT_COMPOSED", f"{TEXT}\n> {CLAIM.replace('产量', '产重')}", 2, "indicator '产重' does not stand in the text, nor its pieces; write it as the text has it"),
    ("NOT_FOUND", f"{TEXT}\n> {CLAIM.replace('产量', '产量@总产')}", 2, "indicator '总产' does not stand in the block; write it as the text has it"),
    ("NO_PLACE", f"{TEXT}\n> {CLAIM.replace('达到', '达到@2')}", 2, "trigger '达到' has no place @2; it stands 1 times"),
    ("NO_PLACE", f"{TEXT}\n> {CLAIM.replace('产量', '产量@产量@x')}", 2, "indicator '产量' has no place @x; it stands 1 times"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "source", "line", "message"), FAULTS)
def test_a_fault_names_its_line_and_says_what_to_do(name, source, line, message):
    file = read_source(source, "a.txt")

    assert (line, message) in [(finding.line, finding.message) for finding in file.findings]
    assert {finding.error for finding in file.findings} == {True}
    template = getattr(Says, name)
    assert message.startswith(template.split("{")[0].replace("{{", "{"))


def test_what_can_be_read_beside_a_fault_is_read():
    file = read_source(f"{TEXT}\n> {CLAIM}\n> level | 产量\n[IND 面积\n")

    assert [claim["indicator"]["text"] for claim in file.claims] == ["产量"]
    assert [finding.line for finding in file.findings] == [4, 3]


LINES = st.lists(
    st.sampled_from(
        ["# split: dev", "", "\\", TEXT, f"> {CLAIM}", f"> {CLAIM}@2", "> trend up | ^产量 | 增长 | - | 2030"]
    )
    | st.text("[]{}\\>#@|^-=~ 产量5%吨INDQTY\r", max_size=30).map(lambda text: f"> {text}")
    | st.text("[]{}\\>#@|^-=~ 产量5%吨INDQTY\r", max_size=30),
    max_size=8,
)  # fmt: skip


@given(LINES)
@settings(max_examples=100)
def test_whatever_stands_in_a_file_is_read_or_told(lines):
    file = read_source("\n".join(lines), "a.txt")

    assert all(1 <= finding.line <= max(len(lines), 1) for finding in file.findings)
    assert all(
        file.text[ent["start"] : ent["end"]].replace(" ", "").replace("\r", "").replace("\n", "")
        == ent["text"]
        for ent in file.ents
    )
