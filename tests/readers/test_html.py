"""Web pages: the report without menus and furniture."""

import pytest

from policynlp.errors import ReadError
from policynlp.readers import read
from report_files import FOOT, MENU, make_html, make_mhtml

A = "2030年，全省经济平稳运行，生产总值28640亿元，比上年增长5.6%。"
B = "全年粮食产量310万吨，增长2.1%，城镇新增就业46万人。"


def page(body, head='<meta charset="utf-8">'):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def read_page(folder, data, name="r.html"):
    (folder / name).write_bytes(data)
    (document,) = read(folder / name)
    return document


PORTAL = f"""
<div id="top">{MENU}<form><input value="检索"><button>搜索</button></form></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/tjgb">统计公报</a></div>
<div class="wrap"><div class="main"><h1>澜江省2030年国民经济和社会发展统计公报</h1>
<div class="info"><span>2031-02-01</span></div>
<div class="editor"><p>　　{A}</p><h2>一、综合</h2><p>　　{B}</p>
<p>　　<strong>人口</strong>方面，<a href="/x">常住人口</a>4820万人。</p>
<ul><li>新增高标准农田150万亩。</li><li>农村居民收入增长6.9%。</li></ul><h3>数据说明</h3><p>短。</p>
<div style="display:none">隐藏的文字，不应出现。</div></div></div>
<div class="side"><h3>相关链接</h3><ul><li><a href="a">2029年统计公报</a></li><li><a href="b">2028年统计公报</a></li></ul></div></div>
{FOOT}<script>document.write("脚本，不是文字。")</script>"""


def test_the_report_of_a_portal(tmp_path):
    document = read_page(tmp_path, page(PORTAL))

    assert document.text.split("\n") == [
        "澜江省2030年国民经济和社会发展统计公报",
        "2031-02-01",
        A,
        "一、综合",
        B,
        "人口方面，常住人口4820万人。",
        "- 新增高标准农田150万亩。",
        "- 农村居民收入增长6.9%。",
        "数据说明",
        "短。",
    ]
    assert document.meta == {"format": "html", "encoding": "utf-8"}


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<p>{A}<p>{B}", [A, B]),
        (f"{A}<br>{B}", [A, B]),
        (f"<div>{A}</div>{B}<div>{A}</div>", [A, B, A]),
        (f"<p>{A[:10]}\n      {A[10:]}</p>", [A]),
        ("<p>New\n York，2030年。</p><p>&nbsp;</p>", ["New York，2030年。"]),
        (f"<h2>综合</h2><p>{A}</p><h3>人口</h3><p>{B}</p>", ["## 综合", A, "### 人口", B]),
        (f"<h2>一、综合</h2><p>{A}</p><h3>人口</h3><p>{B}</p>", ["一、综合", A, "人口", B]),
        (f"<ol><li>{A}</li><li>{B}</li></ol>", [f"1. {A}", f"2. {B}"]),
        (f"<table><tr><td><p>{A * 4}</p><p>{B}</p></td></tr></table>", [A * 4, B]),
        (f"<table><tr><td>{MENU}</td><td><table><tr><td>项目</td><td>数值</td></tr><tr><td>产量</td><td>5</td></tr></table><p>{A}</p></td></tr></table>",
         ["| 项目 | 数值 |", "| 产量 | 5 |", A]),
        (f"<table><caption>表1 产量</caption><tr><td>项目</td><td>数值</td></tr><tr><td><a href=x>产量</a></td><td>5<br></td></tr></table><p>{A}</p>",
         ["表1 产量", "| 项目 | 数值 |", "| 产量 | 5 |", A]),
    ],
    ids=map(str, range(11)),
)  # fmt: skip
def test_blocks_are_lines(tmp_path, body, lines):
    assert read_page(tmp_path, page(body)).text.split("\n") == lines


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", "utf-8"), ("gb18030", "gb2312"), ("gb18030", "GBK"), ("big5", "big5"), ("gb18030", "utf-8"),
     ("utf-8", "gb2312"), ("gb18030", ""), ("utf-8", "x-unknown"), ("utf-16", "utf-16")],
)  # fmt: skip
def test_the_encoding_is_what_the_page_says_unless_it_is_wrong(tmp_path, charset, declared):
    body = "<p>國內生產總值增長，農業發展。</p>" if charset == "big5" else f"<p>{A}</p>"
    source = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><body>{body}</body></html>'  # fmt: skip

    assert read_page(tmp_path, source.encode(charset)).text == body[3:-4]


@pytest.mark.parametrize(
    ("head", "heading", "first"),
    [
        ("<title>澜江省2030年统计公报_澜江省统计局</title>", "", "澜江省2030年统计公报"),
        ("<title>澜江省2030年统计公报 - 澜江省政府网</title>", "", "澜江省2030年统计公报"),
        (
            '<meta name="ArticleTitle" content="2030年统计公报"><title>x</title>',
            "",
            "2030年统计公报",
        ),
        ("<title>澜江省人民政府</title>", "", A),
        ("<title>2030年统计公报</title>", "<h1>澜江省2030年统计公报</h1>", "澜江省2030年统计公报"),
    ],
)
def test_the_title_comes_first(tmp_path, head, heading, first):
    data = page(f"{heading}<div><p>{A}</p><p>{B}</p></div>", f'<meta charset="utf-8">{head}')

    assert read_page(tmp_path, data).text.split("\n")[0] == first


@pytest.mark.parametrize("name", ["r.html", "r.txt", "r.htm", "report"])
def test_a_page_is_told_by_what_it_is(tmp_path, name):
    assert read_page(tmp_path, make_html([A, B]), name).text == f"{A}\n{B}"


def test_a_page_saved_with_its_pictures(tmp_path):
    document = read_page(tmp_path, make_mhtml([A, B]), "r.mhtml")

    assert document.text == f"{A}\n{B}"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (page(""), "no text in this HTML"),
        (page(MENU + FOOT), "no text in this HTML"),
        (page("<script>var 增长 = 5;</script>"), "no text in this HTML"),
        (b"<html>" + b"\0\1\2\3" * 99, "no known encoding gives Chinese text"),
        (page(f"<p>{A}</p>\0<p>{B}</p>"), "not plain text but binary"),
        (make_mhtml([A]).replace(b"text/html", b"text/css"), "no text in this MHTML file"),
    ],
    ids=map(str, range(6)),
)
def test_pages_without_a_text(tmp_path, data, error):
    with pytest.raises(ReadError) as raised:
        read_page(tmp_path, data)

    assert str(raised.value).startswith(f"{tmp_path / 'r.html'}: {error}")


@pytest.mark.parametrize(
    "data",
    [
        page(f"{'<div>' * 800}<p>{A}</p>{'</div>' * 800}<p>{B}</p>"),
        page(f"<p>{A}</p><p>{B}")[:-30],
        page(f"<p>{A}</p><table><tr><td>" + "<table><tr><td>" * 300 + B),
        page(f"<p>{A}</p><p>{B}</p>" + "<p>" * 50_000),
        b'<?xml version="1.0" encoding="gbk"?>\n<!DOCTYPE html [<!ENTITY a "&b;&b;"><!ENTITY b "&a;">]><html><body>'
        + f"<p>{A}</p>&a;&a;<p>{B}</p></body></html>".encode(),
    ],
    ids=["deep", "cut off", "tables in tables", "endless", "entities"],
)  # fmt: skip
def test_strange_pages_still_give_their_text(tmp_path, data):
    text = read_page(tmp_path, data).text

    assert A in text
    assert B[:10] in text
