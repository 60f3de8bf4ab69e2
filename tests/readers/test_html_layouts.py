"""Layouts of government sites: every line of the report, every row of its tables, and no line of the site."""

from pathlib import Path

import pytest

from policynlp.readers import read
from report_files import FOOT, MENU

PAGES = Path(__file__).parent / "data" / "web_pages"
A = "2030年，全省经济平稳运行，生产总值28640亿元，比上年增长5.6%。"
B = "全年粮食产量310万吨，增长2.1%，城镇新增就业46万人。"


def lines_of(folder, body, head=""):
    source = f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    (folder / "r.html").write_text(source, "utf-8")
    (document,) = read(folder / "r.html")
    return document.text.split("\n")


@pytest.mark.parametrize("name", sorted(page.stem for page in PAGES.glob("*.html")))
def test_a_layout_gives_the_lines_of_its_report(name):
    (document,) = read(PAGES / f"{name}.html")

    wanted = (PAGES / f"{name}.txt").read_text("utf-8").splitlines()
    assert document.text.split("\n") == [line.removeprefix("~") for line in wanted]


def test_there_are_layouts():
    assert len(list(PAGES.glob("*.html"))) == len(list(PAGES.glob("*.txt"))) >= 15


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"<ul><li><p>{A}</p><p>{B}</p></li><li></li></ul><p>{B}</p>", [f"- {A}", B, B]),
        (f"<ol><li><h4>就业</h4><p>{A}</p></li><li><h4></h4><p>{B}</p></li></ol>", ["1. 就业", A, B]),
        (f"<ul><li><h4>就业</h4><p>{A}</p></li></ul>", ["#### 就业", A]),
        (f"<ol><li><table><tr><td>项目</td><td>5</td></tr></table>{A}</li></ol>", ["| 项目 | 5 |", A]),
        (f"<pre>  {A}\n\n  其中：<b>{B}</b>\n完。</pre>", [f"  {A}", f"  其中：{B}", "完。"]),
        (f"<pre>{A}<br>{B}</pre>", [A, B]),
        (f"<pre>{A}\n<p>{B}</p></pre>", [A, B]),
    ],
    ids=map(str, range(7)),
)  # fmt: skip
def test_lists_and_written_text(tmp_path, body, lines):
    assert lines_of(tmp_path, body) == lines


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("当前位置：首页 > 统计公报", None),
        ("【打印本页】 【关闭窗口】", None),
        ("分享到：微信 微博", None),
        ("来源：省统计局 字体：【大 中 小】 打印", "来源：省统计局"),
        ("2031-02-01 浏览次数：25", "2031-02-01"),
        ("字号：大 中 小", None),
        ("发文机关：澜江省人民政府", "发文机关：澜江省人民政府"),
        ("来源：省统计局", "来源：省统计局"),
        ("编辑：该校出版社，年产图书300种", "编辑：该校出版社，年产图书300种"),
        ("联系我们的企业达到300家。", "联系我们的企业达到300家。"),
        ("展会由省商务厅主办", "展会由省商务厅主办"),
        ("| 打印 | 关闭 |", "| 打印 | 关闭 |"),
    ],
)
def test_tools_between_the_lines_of_a_report(tmp_path, line, left):
    body = f"<div><p>{A}</p><p>{line}</p><p>{B}</p></div>".replace(
        "<p>| 打印 | 关闭 |</p>", "<table><tr><td>打印</td><td>关闭</td></tr></table>"
    )

    assert lines_of(tmp_path, body) == [A, *([left] if left else []), B]


@pytest.mark.parametrize(
    ("end", "left"),
    [
        ("<p>版权所有：澜江省统计局</p><p>地址：江州市1号　邮编：000000</p>", []),
        ("<p>澜江省统计局主办</p><p>澜ICP备00000001号</p><p>打印</p>", []),
        ("<p>相关文件</p><p>省统计局　承办：数据中心</p>", []),
        ("<p>联系电话：0000-1234567</p>", ["联系电话：0000-1234567"]),
        (
            "<p>主办：省商务厅</p><p>参展企业300家</p>",
            ["主办：省商务厅", "参展企业300家"],
        ),
        ("<p>本平台技术支持单位300家。</p>", ["本平台技术支持单位300家。"]),
    ],
    ids=map(str, range(6)),
)
def test_the_foot_of_a_page(tmp_path, end, left):
    assert lines_of(tmp_path, f"<p>{A}</p><p>{B}</p>{end}") == [A, B, *left]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        # what stands between the title and the text is the report's; before the one and behind the other, the site's
        (f"<div>高级检索入口<h1>公报</h1>省局<p>省统计局</p><div><p>{A}</p><p>{B}</p></div>后<p>推荐阅读更多</p></div>",
         ["公报", "省局", "省统计局", A, B]),
        (f"<div><div><p>{A}</p><p>{B}</p></div><p>省统计局</p><h1>公报</h1></div>", ["公报", A, B]),
        (f"<h1>公报</h1><div><h2>公报</h2><p>{A}</p><p>{B}</p></div>", ["公报", A, B]),
        (f"<div><h1>公报</h1><p>{A}</p><p>{B}</p></div>", ["公报", A, B]),
    ],
    ids=["between", "behind", "twice", "inside"],
)  # fmt: skip
def test_the_report_begins_at_its_title(tmp_path, body, lines):
    assert lines_of(tmp_path, f"{MENU}{body}{FOOT}") == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f'<div style="visibility:hidden"><p>{A}</p><p>{B}</p></div>', [A, B]),
        (f'<p style="visibility:hidden">{B}</p><p>{A}</p>', [A]),
        (f'<div style="display:none"><p>{A}</p><p>{A}</p></div><p>{B}</p>', [B]),
        (f"<p>{A}</p><label>农业：{B}</label><label><input>满意</label>", [A, f"农业：{B}"]),
        (f"<p>{A}</p><p>　附件：<a>1.任务表</a></p><p><a>统计公报</a></p>", [A, "附件：1.任务表"]),
        (f'<div class="main">{A}</div><div class="x Footer">{B}</div>', [A]),
        (f'<div id="sidebar">{A}<br>{B}</div><div>{A}</div>', [A, B, A]),
        (f"<p>欢迎访问本网</p><p>{A}</p><p>{B}</p><p>共2页 1 2</p>", [A, B]),
    ],
    ids=["waits for a script", "invisible", "not shown", "choice", "annex", "named", "named and most", "pager"],
)  # fmt: skip
def test_what_is_pruned(tmp_path, body, lines):
    assert [line.strip() for line in lines_of(tmp_path, body)] == lines


def test_text_before_a_late_title_stays(tmp_path):
    body = f"<div><p>{A}</p><p>{B}</p><h1>公报</h1><p>{B}</p></div>"

    assert lines_of(tmp_path, body) == [A, B, "公报", B]


def test_a_line_before_the_title_goes(tmp_path):
    body = f"<div><p>今天是1月8日</p><h1>公报</h1><p>{A}</p><p>{B}</p></div>"

    assert lines_of(tmp_path, body) == ["公报", A, B]


@pytest.mark.parametrize(
    ("window", "title"),
    [
        ("江州市人民政府-关于印发养老规划的通知", "关于印发养老规划的通知"),
        ("养老规划--江州市民政局", "养老规划"),
        ("江州市人民政府-通知", "江州市人民政府-通知"),  # too short for a title alone
    ],
)
def test_the_site_before_the_title_of_the_window(tmp_path, window, title):
    assert lines_of(tmp_path, f"<p>{A}</p>", f"<title>{window}</title>") == [title, A]


def test_a_table_beside_a_sentence_is_not_lost(tmp_path):
    rows = "".join(f"<tr><td>产品{n}</td><td>{n}</td></tr>" for n in range(30))
    body = f"<div><p>{A}</p></div><div><table>{rows}</table></div>"

    assert lines_of(tmp_path, body) == [A, *(f"| 产品{n} | {n} |" for n in range(30))]
