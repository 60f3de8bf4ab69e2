"""One report in every format gives the same claims, at the right places and on the right pages."""

from bisect import bisect_right

import pypdfium2
import pytest

from policynlp.engines import Options, extract_files, gather
from report_files import SAMPLE, make_docx, make_html, make_mhtml, make_pdf, sample_paragraphs

PARTS = ("indicator", "trigger", "quantity", "from_quantity", "share_of", "period", "baseline", "region", "sentence")  # fmt: skip
FORMATS = {
    "report.txt": lambda lines: SAMPLE.read_bytes(),
    "report.md": lambda lines: "\n\n".join(lines).encode(),
    "report.docx": make_docx,
    "report.html": make_html,
    "old.html": lambda lines: make_html(lines, "gb2312"),
    "saved.mhtml": make_mhtml,
    "report.pdf": lambda lines: make_pdf(lines, head="澜江省人大会议文件", foot="— {page} —"),
    "flush.pdf": lambda lines: make_pdf(lines, indent=False),
    "newspaper.pdf": lambda lines: make_pdf(lines, columns=2, head="澜江日报 第{page}版", foot=""),
    "locked_for_editing.pdf": lambda lines: make_pdf(lines, password=("", "owner")),
}  # fmt: skip
# 分别 composes its indicators; the span is that of the words of its own
COMPOSED = [
    ("indicator", "新能源汽车产量", "新能源汽车"),
    ("indicator", "大豆播种面积", "大豆"),
    ("indicator", "基本养老保险参保人数", "基本养老"),
    ("indicator", "失业保险参保人数", "失业"),
    ("indicator", "新增婴幼儿托位", "婴幼儿托位"),
    ("indicator", "生产安全死亡人数", "死亡人数"),
]


def read_claims(path):
    (document,) = gather(extract_files([path], Options("rules")))
    return document


def brief(claim):
    quantity = claim["quantity"] or {}
    return (
        claim["kind"],
        claim["direction"],
        claim["indicator"]["text"],
        quantity.get("value"),
        quantity.get("unit"),
        claim["period"] and claim["period"]["iso"],
        claim["modality"],
        claim["section"],
    )


@pytest.fixture(scope="module")
def expected():
    return [brief(claim) for claim in read_claims(SAMPLE)["claims"]]


@pytest.fixture(scope="module", params=FORMATS, ids=str)
def document(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / request.param
    path.write_bytes(FORMATS[request.param](sample_paragraphs()))
    return read_claims(path)


def test_the_claims_are_those_of_the_text(document, expected):
    assert len(expected) > 90
    assert [brief(claim) for claim in document["claims"]] == expected


def test_every_part_stands_where_it_says(document):
    text = document["text"]
    wrong = [
        (name, part["text"], text[part["start"] : part["end"]])
        for claim in document["claims"]
        for name in PARTS
        if (part := claim[name]) and part["start"] is not None
        and not (name == "indicator" and part["inherited"])
        and "".join(text[part["start"] : part["end"]].split()) != part["text"]
    ]  # fmt: skip
    assert wrong == COMPOSED


def test_each_claim_of_a_pdf_is_on_its_page(tmp_path):
    lines = sample_paragraphs()
    path = tmp_path / "report.pdf"
    path.write_bytes(make_pdf([*lines[:20], "\f", *lines[20:40], "\f", *lines[40:]]))
    document = read_claims(path)
    pages = document["meta"]["pages"]
    pdf = pypdfium2.PdfDocument(path)
    printed = ["".join(page.get_textpage().get_text_range().split()) for page in pdf]

    assert (len(pages), pages[0]) == (len(pdf), 0)
    assert pages == sorted(set(pages))
    found = [
        (claim["sentence"]["text"][:8], bisect_right(pages, claim["sentence"]["start"]) - 1)
        for claim in document["claims"]
    ]
    assert {page for _, page in found} == {0, 1, 2}
    assert [row for row in found if row[0] not in printed[row[1]]] == []
