"""Files to documents: encodings, what is refused, and which files inputs name."""

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policynlp
from policynlp.errors import ReadError
from policynlp.readers import File, Limits, Reading, discover, name_documents, read, read_file
from policynlp.readers.encoding import decode

TEXTS = [
    "农业",
    "增长5.2%",
    "一、综合",
    "利用外资",
    "全市生产总值1260亿元，\r\n比上年增长5.2%。\n",
    "2031年，城镇新增就业12万人，其中高校毕业生4万人。",
]
TRADITIONAL = ["農業", "國內生產總值增長5.2%。", "全縣農民收入"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("encoding", "named"), [
    ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gb18030", "gb18030"), ("gbk", "gb18030"),
    ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le"),
])  # fmt: skip
def test_decode(text, encoding, named):
    assert decode(text.encode(encoding)) == (text, named)


@pytest.mark.parametrize("text", TRADITIONAL)
def test_decode_big5(text):
    assert decode(text.encode("big5")) == (text, "big5hkscs")


def test_decode_plain_ascii():
    assert decode(b"GDP 5.2%\n") == ("GDP 5.2%\n", "utf-8")


@pytest.mark.parametrize(("data", "message"), [
    (b"", "r.txt: the file is empty"),
    (b" \r\n", "r.txt: the file is empty"),
    (b"\xef\xbb\xbf", "r.txt: the file is empty"),
    (b"%PDF-1.7 ...", "r.txt: not plain text but PDF; save it as text (UTF-8) first"),
    (b"PK\x03\x04....", "r.txt: not plain text but Word, Excel or zip; save it as text (UTF-8) first"),
    (b"\xd0\xcf\x11\xe0....", "r.txt: not plain text but old Word or Excel; save it as text (UTF-8) first"),
    (b"<!DOCTYPE html><html></html>", "r.txt: not plain text but HTML; save it as text (UTF-8) first"),
    (b"GDP\x00\x01\x02\x03 5.2", "r.txt: no known encoding gives Chinese text; save it as UTF-8"),
    (b"\x01\x02\x03\x04abc", "r.txt: not plain text but binary; save it as text (UTF-8) first"),
    (bytes(range(128, 256)) * 3, "r.txt: no known encoding gives Chinese text; save it as UTF-8"),
    ("全市收入增长".encode() + b"\xff" + "支出下降。".encode(), "r.txt: not valid utf-8 at byte 18; save it as UTF-8 again"),
    ("全市收入增长，支出下降".encode()[:-1], "r.txt: not valid utf-8 at byte 30; save it as UTF-8 again"),
], ids=ascii)  # fmt: skip
def test_decode_refuses(data, message):
    with pytest.raises(ReadError) as error:
        decode(data, "r.txt")
    assert str(error.value) == message


@given(st.text(st.sampled_from("全市国民经济和社会发展收入增长工业农业投资，。0123456789年%\n")))
def test_decode_gives_back_what_was_written(text):
    for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
        assert decode(("全市收入" + text).encode(encoding))[0] == "全市收入" + text


def test_read_keeps_the_text_as_it_is(tmp_path):
    path = tmp_path / "报告.2031.txt"
    path.write_bytes("全市收入\r\n 增长　５％。".encode("gb18030"))
    (document,) = read(path)
    assert document.to_dict() == {
        "doc_id": "报告.2031",
        "text": "全市收入\r\n 增长　５％。",
        "meta": {"encoding": "gb18030"},
    }


def test_read_names_a_file_that_cannot_be_opened(tmp_path):
    with pytest.raises(ReadError, match=r"none\.txt: No such file"):
        list(read(tmp_path / "none.txt"))


@pytest.fixture
def folder(tmp_path):
    for name in (
        "b/r.txt",
        "a/r.txt",
        "a/s.MD",
        ".git/r.txt",
        "a/.r.txt",
        "a/r.log",
        "t.md",
        "a/~$s.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("全市收入增长。", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("name", "found"), [
    ("", ["a/r.txt", "a/s.MD", "b/r.txt", "t.md"]),
    ("b", ["b/r.txt"]),
    ("a/r.log", ["a/r.log"]),
    ("*/*.txt", ["a/r.txt", "b/r.txt"]),
    ("**/*.md", ["t.md"]),
])  # fmt: skip
def test_discover(folder, name, found):
    assert list(discover([str(folder / name)])) == [folder / file for file in found]


@pytest.mark.parametrize(("name", "message"), [
    ("none.txt", "no such file or folder, and no file matches it"),
    ("*.csv", "no such file or folder, and no file matches it"),
    ("empty", "no readable file in this folder; the endings that work: .txt .text .md .markdown .pdf .docx .html "
     ".htm .xhtml .mhtml .mht .jsonl .ndjson .csv .tsv .parquet .zip .gz .xz .bz2"),
])  # fmt: skip
def test_discover_refuses(folder, name, message):
    (folder / "empty").mkdir()
    with pytest.raises(ReadError) as error:
        list(discover([str(folder / name)]))
    assert str(error.value) == f"{folder / name}: {message}"


def test_discover_reads_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("收入增长5%。".encode("gbk"))))
    (document,) = discover(["-"])
    assert (document.doc_id, document.text) == ("stdin", "收入增长5%。")


def test_name_documents_adds_folders_where_stems_repeat(folder):
    paths = list(discover([str(folder)]))
    assert list(name_documents(paths).values()) == ["a/r", "s", "b/r", "t"]


def test_files_of_one_stem_in_one_folder_are_told_apart(folder):
    (folder / "t.pdf").write_text("全市收入增长。", "utf-8")
    paths = list(discover([str(folder)]))

    assert list(name_documents(paths).values()) == ["a/r", "s", "b/r", "t.md", "t.pdf"]


def test_a_folder_says_what_it_leaves_out(folder):
    (folder / "b" / "p.png").write_bytes(b"\x89PNG")
    skipped = []

    assert len(list(discover([str(folder)], skip=lambda *pair: skipped.append(pair)))) == 4
    assert skipped == [
        (
            str(folder / "a/r.log"),
            f"{folder / 'a/r.log'}: not known to be a report by its ending; name the file itself to read it",
        ),
        (
            str(folder / "b/p.png"),
            f"{folder / 'b/p.png'}: PNG is not read; save it as .docx, PDF or text first",
        ),
    ]


def test_extract_takes_how_to_read(tmp_path):
    (tmp_path / "r.csv").write_text("正文\n全市公路里程超过9万公里。\n", "utf-8")

    (claim,) = policynlp.extract(
        tmp_path / "r.csv", model="rules", reading=Reading(text_column="正文")
    )
    assert (claim.doc_id, claim.indicator.text) == ("r#1", "公路里程")
    with pytest.raises(ReadError, match=r"r\.csv: more than 1e-05 MB"):
        list(policynlp.extract(tmp_path / "r.csv", reading=Reading(limits=Limits(max_mb=0.00001))))


def test_bytes_at_hand_are_read_like_a_file():
    (document,) = read_file(File("全市收入增长。".encode("gbk"), "upload.txt", "upload"))

    assert (document.doc_id, document.text) == ("upload", "全市收入增长。")
