"""Reports as files of many kinds, made by the tools that people make them with."""

import io
from collections.abc import Iterable, Sequence
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from policynlp.layout import repair

SAMPLE = Path(__file__).parent.parent / "examples" / "plan_report_2031.txt"
FONT = "STSong-Light"  # comes with the readers of PDF: no file of it is needed
HEADING = ("一、", "二、", "三、", "（一）", "（二）", "（三）", "（四）", "（五）", "（六）")
BODY = ParagraphStyle(
    "body", fontName=FONT, fontSize=11, leading=17, firstLineIndent=22, wordWrap="CJK"
)
FLUSH = ParagraphStyle("flush", parent=BODY, firstLineIndent=0)
HEAD = ParagraphStyle(
    "head", parent=BODY, firstLineIndent=0, fontSize=13, spaceBefore=8, spaceAfter=4
)
TITLE = ParagraphStyle("title", parent=HEAD, fontSize=18, leading=26, alignment=1)

Rows = Sequence[Sequence[str]]
Block = str | Rows


def sample_paragraphs() -> list[str]:
    """The paragraphs of the sample report, its wrapped lines joined."""
    return repair(SAMPLE.read_text("utf-8")).text.splitlines()


def is_heading(line: str) -> bool:
    return line.startswith(HEADING) and "。" not in line


def make_docx(blocks: Iterable[Block]) -> bytes:
    document = Document()
    for block in blocks:
        if not isinstance(block, str):
            _docx_table(document, block)
        elif is_heading(block):
            document.add_heading(block, 1 if block[1] == "、" else 2)
        else:
            document.add_paragraph(block)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _docx_table(document, rows: Rows) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            table.cell(row, column).text = word


MENU = '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xw">政务要闻</a></li><li><a href="/sj">统计数据</a></li></ul>'
FOOT = '<div class="foot"><a href="/map">网站地图</a> <a href="/us">联系我们</a> <a href="/law">使用条款</a></div>'


def make_html(
    blocks: Iterable[Block], charset: str = "utf-8", title: str = "澜江省人民政府"
) -> bytes:
    lines = []
    for block in blocks:
        if not isinstance(block, str):
            rows = ("".join(f"<td>{escape(word)}</td>" for word in row) for row in block)
            lines.append("<table>" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif is_heading(block):
            lines.append(f"<h{2 + (block[1] != '、')}>{escape(block)}</h{2 + (block[1] != '、')}>")
        else:
            lines.append(f"<p>　　{escape(block)}</p>")
    text = "\n".join(lines)
    page = (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title>'
        f"<script>var 增长 = 5;</script></head><body>{MENU}<div><div class=content>{text}</div></div>{FOOT}</body></html>"
    )
    return page.encode("gb18030" if charset == "gb2312" else charset)  # as Chinese pages do


def make_mhtml(blocks: Iterable[Block]) -> bytes:
    """A page with its picture, as a browser saves both in one file."""
    message = MIMEMultipart("related", type="text/html")
    message["Subject"] = "澜江省人民政府"
    message.attach(MIMEText(make_html(blocks).decode(), "html", "utf-8"))
    message.attach(MIMEImage(b"\x89PNG\r\n", "png"))
    return message.as_bytes()


def make_pdf(
    blocks: Iterable[Block],
    *,
    columns: int = 1,
    head: str = "",
    foot: str = "{page}",
    indent: bool = True,
    password: tuple[str, str] | None = None,
) -> bytes:
    """A PDF with a running head and the number of each page, locked with a user's and an owner's password."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    template = BaseDocTemplate(
        stream,
        pagesize=A4,
        encrypt=StandardEncryption(*password) if password else None,
    )
    width, height = A4
    gutter = 1 * cm
    each = (width - 4 * cm - (columns - 1) * gutter) / columns
    frames = [
        Frame(2 * cm + n * (each + gutter), 3 * cm, each, height - 6 * cm, 0, 0, 0, 0, id=f"f{n}")
        for n in range(columns)
    ]

    def furnish(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(width / 2, height - 1.8 * cm, head.format(page=document.page))
        canvas.drawCentredString(width / 2, 1.6 * cm, foot.format(page=document.page))

    template.addPageTemplates(PageTemplate("page", frames, onPage=furnish))
    template.build([_flowable(block, indent) for block in blocks])
    return stream.getvalue()


def _flowable(block: Block, indent: bool) -> Flowable:
    if block == "\f":
        return PageBreak()
    if not isinstance(block, str):
        style = TableStyle(
            [("FONT", (0, 0), (-1, -1), FONT, 10), ("GRID", (0, 0), (-1, -1), 0.5, "black")]
        )
        return Table([list(row) for row in block], style=style)
    style = HEAD if is_heading(block) else BODY if indent else FLUSH
    return Paragraph(escape(block), style)
