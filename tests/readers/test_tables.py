"""Tables of Word, web pages and PDF as rows that claims are read from."""

import io

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

from policynlp.components.table_claims import table_claims
from policynlp.components.tables import find_tables
from policynlp.layout import repair
from policynlp.readers import read
from policynlp.readers.grid import Cell, lay_out
from report_files import FONT, make_docx, make_html, make_pdf

INTRO = "2030年，全省工业生产平稳增长，主要产品产量继续增加。"
ROWS = [
    ["产品名称", "单位", "产量", "比上年增长（%）"],
    ["原煤", "万吨", "310.5", "-2.5"],
    ["天然气", "亿立方米", "1,204", "3.1"],
]
CLAIMS = [
    ("原煤产量", 3105000, "吨", "2030年", None),
    ("原煤产量", -2.5, "%", "2030年", "比上年"),
    ("天然气产量", 120400000000, "立方米", "2030年", None),
    ("天然气产量", 3.1, "%", "2030年", "比上年"),
]
# heads over two rows, the unit over the whole table
SPANS = [
    ("指标", "2030年", "2030年", "2029年"),
    ("指标", "绝对数", "比上年增长（%）", "绝对数"),
    ("生产总值", "28640", "5.6", "27121"),
    ("财政收入", "2186", "4.7", "2088"),
]
SPAN_LINES = [
    "| 指标 | 2030年 | 2030年 | 2029年 |",
    "|  | 绝对数 | 比上年增长（%） | 绝对数 |",
    "| 生产总值 | 28640 | 5.6 | 27121 |",
    "| 财政收入 | 2186 | 4.7 | 2088 |",
]
SPAN_CLAIMS = [
    ("生产总值", 2864000000000, "元", "2030年", None),
    ("生产总值", 5.6, "%", "2030年", "比上年"),
    ("生产总值", 2712100000000, "元", "2029年", None),
    ("财政收入", 218600000000, "元", "2030年", None),
    ("财政收入", 4.7, "%", "2030年", "比上年"),
    ("财政收入", 208800000000, "元", "2029年", None),
]


def brief(text):
    return [
        (
            claim["indicator"]["text"],
            claim["quantity"]["value"],
            claim["quantity"]["unit"],
            claim["period"] and claim["period"]["text"],
            claim["baseline"] and claim["baseline"]["text"],
        )
        for table in find_tables(repair(text).text)
        for claim in table_claims(table)
    ]


def read_text(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    (document,) = read(path)
    return document.text


@pytest.mark.parametrize(
    ("name", "make"),
    [("t.docx", make_docx), ("t.html", make_html), ("t.pdf", make_pdf)],
    ids=["word", "html", "pdf"],
)
def test_a_table_comes_through_as_rows_between_its_paragraphs(tmp_path, name, make):
    text = read_text(tmp_path, name, make([INTRO, "表1 2030年主要产品产量", ROWS, INTRO]))

    assert text.split("\n") == [
        INTRO,
        "表1 2030年主要产品产量",
        *(f"| {' | '.join(row)} |" for row in ROWS),
        INTRO,
    ]
    assert brief(text) == CLAIMS


def word_spans():
    document = docx.Document()
    document.add_paragraph("单位：亿元")
    table = document.add_table(4, 4)
    for row, words in enumerate(SPANS):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(1, 0).text = table.cell(0, 2).text = ""
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


HTML_SPANS = """<html><meta charset=utf-8><body><p>单位：亿元</p><table>
<tr><th rowspan=2>指标</th><th colspan=2>2030年</th><th>2029年</th></tr>
<tr><th>绝对数</th><th>比上年<br>增长（%）</th><th>绝对数</th></tr>
<tr><td>生产总值</td><td>28640</td><td>5.6</td><td>27121</td></tr>
<tr><td>财政<span>收入</span></td><td>2186</td><td>4.7</td><td>2088</td></tr></table></body></html>""".encode()


def draw(tables):
    """A page with tables, each at its height in points."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, A4)
    for height, table in tables:
        canvas.setFont(FONT, 10)
        canvas.drawString(70, height + 4, "单位：亿元")
        table.wrapOn(canvas, 400, 400)
        table.drawOn(canvas, 70, height - table._height)
    canvas.save()
    return stream.getvalue()


def pdf_spans(*lines):
    words = [list(row) for row in SPANS]
    words[1][0] = words[0][2] = ""
    table = Table(words, style=TableStyle([
        ("FONT", (0, 0), (-1, -1), FONT, 10), ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0)), *lines,
    ]))  # fmt: skip
    return draw([(700, table)])


CLOSED = ("GRID", (0, 0), (-1, -1), 0.5, "black")
# no line at the left and at the right, as yearbooks print
OPEN = (
    ("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"),
    ("LINEBELOW", (0, -1), (-1, -1), 1, "black"),
    ("LINEAFTER", (0, 0), (-2, -1), 0.5, "black"),
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.docx", word_spans()),
        ("t.html", HTML_SPANS),
        ("t.pdf", pdf_spans(CLOSED)),
        ("t.pdf", pdf_spans(*OPEN)),
    ],
    ids=["word", "html", "pdf", "pdf open at the sides"],
)
def test_merged_heads_stand_over_each_of_their_columns(tmp_path, name, data):
    text = read_text(tmp_path, name, data)

    assert text.split("\n") == ["单位：亿元", *SPAN_LINES]
    assert brief(text) == SPAN_CLAIMS


def test_borders_drawn_as_thin_boxes_cell_by_cell(tmp_path):
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, A4)
    canvas.setFont(FONT, 10)
    for row, words in enumerate(ROWS):
        for column, word in enumerate(words):
            x, y = 70 + 100 * column, 700 - 20 * row
            canvas.drawString(x + 4, y + 6, word)
            for box in ((x, y, 100, 0.5), (x, y + 20, 100, 0.5), (x, y, 0.5, 20), (x + 100, y, 0.5, 20)):  # fmt: skip
                canvas.rect(*box, stroke=0, fill=1)
    canvas.save()

    text = read_text(tmp_path, "t.pdf", stream.getvalue())

    assert text.split("\n") == [f"| {' | '.join(row)} |" for row in ROWS]


def test_a_table_of_a_pdf_without_upright_rules_is_told_by_its_gaps(tmp_path):
    style = TableStyle([
        ("FONT", (0, 0), (-1, -1), FONT, 10), ("LINEABOVE", (0, 0), (-1, 0), 1, "black"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, "black"), ("LINEBELOW", (0, -1), (-1, -1), 1, "black"),
    ])  # fmt: skip
    text = read_text(tmp_path, "t.pdf", draw([(700, Table(ROWS, [110, 80, 80, 110], style=style))]))

    assert [line.split("  ") for line in text.split("\n")] == [["单位：亿元"], *ROWS]
    assert [claim[:3] for claim in brief(text)] == [claim[:3] for claim in CLAIMS]


def test_two_tables_of_a_page_stay_two(tmp_path):
    style = TableStyle([("FONT", (0, 0), (-1, -1), FONT, 10), CLOSED])
    text = read_text(tmp_path, "t.pdf", draw([(700, Table(ROWS, style=style)), (500, Table(ROWS, style=style))]))  # fmt: skip

    rows = [f"| {' | '.join(row)} |" for row in ROWS]
    assert text.split("\n") == ["单位：亿元", *rows, "单位：亿元", *rows]


@pytest.mark.parametrize(
    ("table", "lines"),
    [
        pytest.param([[Cell("项目"), Cell("数值")], [Cell("产量"), Cell("5")]], ["| 项目 | 数值 |", "| 产量 | 5 |"], id="plain"),
        pytest.param([[Cell("表1 产量", 1, 2)], [Cell("项目"), Cell("数值")], [Cell("产量"), Cell("5")]],
                     ["表1 产量", "| 项目 | 数值 |", "| 产量 | 5 |"], id="a caption over all columns"),
        pytest.param([[Cell("项目"), Cell("数值")], [Cell("一、农业", 1, 2)], [Cell("产量"), Cell("5")]],
                     ["| 项目 | 数值 |", "| 一、农业 |  |", "| 产量 | 5 |"], id="a group between the rows"),
        pytest.param([[Cell("地区"), Cell("年份"), Cell("值")], [Cell("云岭", 2), Cell("2029"), Cell("5")], [Cell("2030"), Cell("6")]],
                     ["| 地区 | 年份 | 值 |", "| 云岭 | 2029 | 5 |", "| 云岭 | 2030 | 6 |"], id="a name for two rows"),
        pytest.param([[Cell("增长\n较快"), Cell("a|b")], [Cell("New\nYork"), Cell("5")]],
                     ["| 增长较快 | a/b |", "| New York | 5 |"], id="lines and bars inside a cell"),
        pytest.param([[Cell("全省经济平稳运行。" * 20), Cell("增长\n较快。")]],
                     ["全省经济平稳运行。" * 20, "增长", "较快。"], id="a frame around prose"),
        pytest.param([[Cell("一段文字。")], [Cell("二段文字。")]], ["一段文字。", "二段文字。"], id="one column"),
        pytest.param([[Cell("项目"), Cell("数值")], [Cell(""), Cell("")], [Cell("产量"), Cell("5")]],
                     ["| 项目 | 数值 |", "| 产量 | 5 |"], id="an empty row"),
        pytest.param([], [], id="nothing"),
        pytest.param([[Cell("项目", 9999, 1), Cell("数值", 1, 9999)], [Cell("5")]],
                     ["| 项目 |" + " 数值 |" * 99, "| 项目 | 5 |" + "  |" * 98], id="spans that lie"),
    ],
)  # fmt: skip
def test_lay_out(table, lines):
    assert lay_out(table) == lines
