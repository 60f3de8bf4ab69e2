"""Word files: what stands on the page, in its order, and nothing else."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from policynlp.errors import ReadError
from policynlp.readers import read
from policynlp.readers.word_numbers import chinese
from report_files import make_docx

TEXT = "全市收入增长5%，支出下降2%。"


@pytest.fixture
def document():
    return docx.Document()


def lines_of(document, folder):
    document.save(folder / "r.docx")
    (found,) = read(folder / "r.docx")
    assert found.meta == {"format": "docx"}
    return found.text.split("\n")


def add_xml(document, xml):
    document.element.body.insert_element_before(
        parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)), "w:sectPr"
    )


def number(document, levels):
    """A list whose levels are (format, text); gives what makes a paragraph part of it."""
    abstract = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{abstract}</w:abstractNum>'))  # fmt: skip
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))  # fmt: skip

    def add(text, depth=0):
        paragraph = document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = 90
        properties.get_or_add_ilvl().val = depth

    return add


def test_headings_without_a_number_are_marked(document, tmp_path):
    document.add_heading("澜江省2030年统计公报", 0)
    document.add_heading("综合", 1)
    document.add_paragraph(TEXT)
    document.add_heading("人口", 2)

    assert lines_of(document, tmp_path) == ["澜江省2030年统计公报", "# 综合", TEXT, "## 人口"]


def test_headings_with_a_number_stand_as_they_are_and_so_does_what_is_in_them(document, tmp_path):
    document.add_heading("前言", 1)
    document.add_heading("一、综合", 1)
    document.add_heading("（一）人口", 2)
    document.add_heading("城镇人口", 3)

    assert lines_of(document, tmp_path) == ["# 前言", "一、综合", "（一）人口", "城镇人口"]


def test_numbers_that_word_counts_are_written(document, tmp_path):
    add = number(document, [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")])  # fmt: skip
    for text, depth in [
        ("综合", 0),
        ("人口", 1),
        ("就业", 1),
        ("城镇", 2),
        ("农业", 0),
        ("粮食", 1),
    ]:
        add(text, depth)

    assert lines_of(document, tmp_path) == [
        "一、综合",
        "（一）人口",
        "（二）就业",
        "1. 城镇",
        "二、农业",
        "（一）粮食",
    ]


@pytest.mark.parametrize(
    ("form", "text", "first", "second"),
    [
        ("decimal", "%1.", "1. ", "2. "),
        ("japaneseCounting", "第%1章", "第一章", "第二章"),
        ("decimalEnclosedCircle", "%1", "①", "②"),
        ("lowerLetter", "%1)", "a) ", "b) "),
        ("upperRoman", "%1.", "I. ", "II. "),
        ("bullet", "·", "- ", "- "),
        ("none", "", "", ""),
    ],
)
def test_forms_of_numbers(document, tmp_path, form, text, first, second):
    add = number(document, [(form, text)])
    add("综合")
    add("农业")

    assert lines_of(document, tmp_path) == [f"{first}综合", f"{second}农业"]


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五"), (100, "100"), (0, "零")],
)
def test_chinese(number, written):
    assert chinese(number) == written


def test_lists_of_styles(document, tmp_path):
    document.add_paragraph("粮食", style="List Bullet")
    document.add_paragraph("棉花", style="List Number")

    assert lines_of(document, tmp_path) == ["- 粮食", "1. 棉花"]


def test_what_the_page_does_not_show_is_left_out(document, tmp_path):
    add_xml(document, '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>一、综合</w:t><w:tab/><w:t>3</w:t></w:r></w:p>')  # fmt: skip
    toc = OxmlElement("w:style")
    toc.set(qn("w:type"), "paragraph")
    toc.set(qn("w:styleId"), "TOC1")
    toc.append(parse_xml(f'<w:name {nsdecls("w")} w:val="toc 1"/>'))
    document.styles.element.append(toc)
    add_xml(document, "<w:p><w:r><w:t>全市</w:t></w:r><w:del><w:r><w:delText>未</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>曾</w:t></w:r></w:moveFrom>"
            "<w:ins><w:r><w:t>收入</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>增长</w:t><w:br/><w:t>5%。</w:t></w:r></w:p>")  # fmt: skip
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第1页"

    assert lines_of(document, tmp_path) == ["全市收入增长", "5%。"]


def test_content_controls_links_and_boxes_are_text(document, tmp_path):
    add_xml(document, "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>")  # fmt: skip
    add_xml(document, "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent></w:r></w:p>")  # fmt: skip

    assert lines_of(document, tmp_path) == ["控件", "链接", "文本框"]


def test_a_frame_of_tables_is_text(document, tmp_path):
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = TEXT
    inner = outer.cell(0, 1).add_table(2, 2)
    for row, words in enumerate([("项目", "数值"), ("产量", "5")]):
        for column, word in enumerate(words):
            inner.cell(row, column).text = word
    document.add_paragraph("完").runs[0].font.size = Pt(8)

    assert lines_of(document, tmp_path) == [TEXT, "| 项目 | 数值 |", "| 产量 | 5 |", "完"]


def change(data, name, to):
    """The file with one of its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, to(old.read(info)) if info.filename == name else old.read(info))  # fmt: skip
    return stream.getvalue()


BODY = "word/document.xml"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
OLE = b"\xd0\xcf\x11\xe0" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (make_docx([]), "no text in this Word file"),
        (make_docx([TEXT])[:3000], "damaged or cut off Word file (File is not a zip file)"),
        (change(make_docx([TEXT]), BODY, lambda xml: xml[:700]), "damaged or cut off Word file (XMLSyntaxError: "),
        (change(make_docx([TEXT]), BODY, lambda xml: b""), "damaged or cut off Word file (XMLSyntaxError"),
        (change(make_docx([TEXT]), BODY, lambda xml: b"\0" * 99), "damaged or cut off Word file (XMLSyntaxError"),
        (change(make_docx([TEXT]), "[Content_Types].xml", lambda xml: xml.replace(b"wordprocessingml.document.main", b"x")),
         "damaged or cut off Word file (ValueError: "),
        (change(make_docx([TEXT]), BODY, lambda xml: xml.replace(b"<w:document", ENTITIES + b"<w:document", 1)),
         "word/document.xml defines entities, which no Word file needs; not read"),
        (change(make_docx([TEXT]), "_rels/.rels", lambda xml: xml.replace(b"officeDocument", b"other")), "damaged or cut off Word file (KeyError"),
        (OLE, "old Word or Excel is not read; save it as .docx, PDF or text first"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "Word or Excel locked with a password; take the password off"),
        (b"{\\rtf1 text}", "RTF is not read; save it as .docx, PDF or text first"),
    ],
    ids=map(str, range(11)),
)  # fmt: skip
def test_word_files_that_cannot_be_read(tmp_path, data, error):
    (tmp_path / "r.docx").write_bytes(data)

    with pytest.raises(ReadError) as raised:
        list(read(tmp_path / "r.docx"))

    message = str(raised.value)
    assert message.startswith(f"{tmp_path / 'r.docx'}: {error}")
    assert "\n" not in message
