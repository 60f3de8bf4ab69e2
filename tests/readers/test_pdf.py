"""Pages of a PDF: reading order, running heads, paragraphs, and what cannot be read."""

import io
import re
import threading
import time

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from policynlp.errors import ReadError
from policynlp.readers import Limits, Reading, read
from report_files import FONT, make_pdf

WIDTH, HEIGHT = A4
FIRST = (
    "全省粮食总产量稳定增长，大豆播种面积继续扩大，农村居民收入增速快于城镇居民，乡村面貌持续改善。"
)
SECOND = (
    "货物进出口总额比上年增长7.4%，其中出口增长9.1%，进口增长4.3%，实际使用外资规模与上年持平。"
)
THIRD = "城镇新增就业46.3万人，年末城镇调查失业率为5.1%，居民消费价格上涨0.8%，社会大局保持稳定。"


def read_pdf(folder, data, **reading):
    path = folder / "r.pdf"
    path.write_bytes(data)
    (document,) = read(path, reading=Reading(**reading))
    return document


def draw(*pages, size=11, turn=0):
    """Pages of strings, each with its place from the left and from the top."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, A4)
    for marks in pages:
        if turn:
            canvas.setPageRotation(turn)
        for x, y, text, *its_size in marks:
            canvas.setFont(FONT, its_size[0] if its_size else size)
            canvas.drawString(x, HEIGHT - y, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def wrap(text, width):
    return [text[n : n + width] for n in range(0, len(text), width)]


def column(text, x, top, width=20):
    return [(x, top + 16 * n, line) for n, line in enumerate(wrap(text, width))]


# without digits, so that every line is as wide as its column
LONG = [re.sub(r"[\d.%]", "", text) * 3 for text in (FIRST, SECOND, THIRD)]


def test_lines_become_paragraphs(tmp_path):
    data = make_pdf([FIRST, SECOND, THIRD], foot="")

    assert read_pdf(tmp_path, data).to_dict() == {
        "doc_id": "r",
        "text": f"{FIRST}\n{SECOND}\n{THIRD}",
        "meta": {"format": "pdf", "pages": [0]},
    }


def test_a_paragraph_goes_on_over_the_page(tmp_path):
    document = read_pdf(tmp_path, make_pdf([FIRST * 40], head="澜江省统计公报", foot="— {page} —"))

    assert document.text == FIRST * 40
    first, second = document.meta["pages"]
    assert (first, 0 < second < len(document.text)) == (0, True)


def test_columns_are_read_one_after_the_other_though_drawn_by_rows(tmp_path):
    left, right = column(LONG[0], 60, 160), column(LONG[1], 320, 165)
    rows = [mark for pair in zip(left, right, strict=False) for mark in pair]
    title = [(120, 100, "澜江省二〇三〇年国民经济和社会发展公报", 18)]

    text = read_pdf(tmp_path, draw(title + rows + left[len(right) :] + right[len(left) :])).text

    assert text == f"澜江省二〇三〇年国民经济和社会发展公报\n{LONG[0]}\n{LONG[1]}"


def test_a_heading_across_the_columns_parts_them(tmp_path):
    above = column(LONG[0][:100], 60, 140) + column(LONG[1][:100], 320, 140)
    below = column(LONG[2][:80], 60, 280) + column(LONG[0][:80], 320, 280)
    across = [(120, 250, "二、2031年经济社会发展总体要求和主要目标任务", 14)]

    text = read_pdf(tmp_path, draw(below + above + across)).text

    assert text.split("\n") == [
        LONG[0][:100] + LONG[1][:100],
        "二、2031年经济社会发展总体要求和主要目标任务",
        LONG[2][:80] + LONG[0][:80],
    ]


def test_three_columns(tmp_path):
    marks = [mark for n, text in enumerate(LONG) for mark in column(text, 50 + 175 * n, 140, 14)]

    assert read_pdf(tmp_path, draw(marks)).text == "\n".join(LONG)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("", "{page}"),
        ("", "— {page} —"),
        ("", "- {page} -"),
        ("", "第 {page} 页 共 9 页"),
        ("", "{page}/9"),
        ("", "Page {page}"),
        ("澜江省人大会议文件（十四）", "{page}"),
        ("澜江日报　2031年1月19日　第{page}版", ""),
        ("澜江省发展和改革委员会", "内部资料 注意保存 {page}"),
    ],
)
def test_heads_and_numbers_of_pages_are_no_text(tmp_path, head, foot):
    data = make_pdf([FIRST, "\f", SECOND, "\f", THIRD], head=head, foot=foot)

    assert read_pdf(tmp_path, data).text == f"{FIRST}\n{SECOND}\n{THIRD}"


def test_a_line_at_the_top_of_one_page_is_text(tmp_path):
    pages = [[(60, 60, f"{n}、{text}"[:30])] for n, text in zip("一二三", LONG, strict=True)]

    assert read_pdf(tmp_path, draw(*pages)).text.split("\n") == [page[0][2] for page in pages]


def test_pages_without_text_begin_where_the_next_does(tmp_path):
    marks = [(60, 200, "一、综合")], [], [(60, 200, "二、农业")], []
    document = read_pdf(tmp_path, draw(*marks))

    assert (document.text, document.meta["pages"]) == ("一、综合\n二、农业", [0, 5, 5, 9])


def test_what_a_browser_prints_around_a_page_is_no_text(tmp_path):
    marks = [
        (40, 30, "2031/1/19 16:28", 8),
        (40, 820, "https://www.example.org/tjgb.html", 8),
        (540, 820, "1/1", 8),
    ]

    assert read_pdf(tmp_path, draw([*marks, (60, 200, FIRST[:20])])).text == FIRST[:20]


def test_characters_printed_twice_stand_once(tmp_path):
    marks = [(60, 200, FIRST[:30]), (60.3, 200, FIRST[:30])]

    assert read_pdf(tmp_path, draw(marks)).text == FIRST[:30]


def test_a_watermark_across_the_page_is_no_text(tmp_path):
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, A4)
    canvas.setFont(FONT, 11)
    for n, line in enumerate(wrap(FIRST, 30)):
        canvas.drawString(60, 700 - 16 * n, line)
    canvas.rotate(45)
    canvas.setFont(FONT, 40)
    canvas.drawString(500, 100, "征求意见稿")
    canvas.save()

    assert read_pdf(tmp_path, stream.getvalue()).text == FIRST


def test_a_page_that_lies_on_its_side_is_read_upright(tmp_path):
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, A4)
    canvas.rotate(90)
    canvas.setFont(FONT, 11)
    for n, line in enumerate(wrap(LONG[0], 45)):
        canvas.drawString(100, -100 - 16 * n, line)
    canvas.save()

    assert read_pdf(tmp_path, stream.getvalue()).text == LONG[0]


def test_latin_words_keep_their_spaces(tmp_path):
    assert read_pdf(tmp_path, draw([(60, 200, "GDP per capita 与 PM2.5 浓度")])).text == (
        "GDP per capita与PM2.5浓度"
    )


def test_a_scan_is_told_as_such(tmp_path):
    from PIL import Image

    stream = io.BytesIO()
    canvas = Canvas(stream, A4)
    for _ in range(3):
        canvas.drawImage(ImageReader(Image.new("RGB", (200, 300), "white")), 0, 0, WIDTH, HEIGHT)
        canvas.showPage()
    canvas.save()

    with pytest.raises(ReadError, match=re.escape("r.pdf: scanned PDF: 3 pages of pictures without text; run OCR on it first")):  # fmt: skip
        read_pdf(tmp_path, stream.getvalue())


def test_signs_without_meaning_are_told_as_such(tmp_path):
    data = draw([(60, 200 + 16 * n, "\ue001\ue002\ue003\ue004") for n in range(9)])

    with pytest.raises(ReadError, match=r"r\.pdf: the text of this PDF has signs without meaning"):
        read_pdf(tmp_path, data)


def test_a_password_is_told_as_such(tmp_path):
    with pytest.raises(
        ReadError, match=r"r\.pdf: PDF locked with a password; take the password off"
    ):
        read_pdf(tmp_path, make_pdf([FIRST], password=("user", "owner")))


def test_more_pages_than_may_be(tmp_path):
    data = draw(*[[(60, 200, FIRST[:40])]] * 5)

    with pytest.raises(
        ReadError, match=r"r\.pdf: more than 4 pages; raise the limit with --max-pages"
    ):
        read_pdf(tmp_path, data, limits=Limits(max_pages=4))
    assert len(read_pdf(tmp_path, data, limits=Limits(max_pages=5)).meta["pages"]) == 5


def test_ten_thousand_pages_are_refused_at_once(tmp_path):
    data = draw(*[[(60, 200, "一")]] * 10_000)
    begin = time.process_time()

    with pytest.raises(ReadError, match=r"r\.pdf: more than 2000 pages"):
        read_pdf(tmp_path, data)
    assert time.process_time() - begin < 2


@pytest.mark.parametrize("aside", [False, True], ids=["main thread", "another thread"])
def test_a_slow_file_is_given_up(tmp_path, aside):
    data = draw(*[[(60, 200, FIRST[:40])]] * 300)
    errors = []

    def work():
        try:
            read_pdf(tmp_path, data, limits=Limits(timeout=0.05))
        except ReadError as error:
            errors.append(str(error).split(": ")[1])

    if aside:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    else:
        work()

    assert errors == [
        "more than 0.05 s; raise the limit with --timeout if the file is to be trusted"
    ]
