"""Packed files and zip folders, and the bombs among them."""

import bz2
import gzip
import io
import lzma
import struct
import zipfile

import pytest

from policynlp.errors import ReadError
from policynlp.readers import Limits, Reading, Unread, discover, read, read_each
from report_files import make_docx, make_html, make_pdf

TEXT = "全市收入增长5%，支出下降2%。"
PACK = {".gz": gzip.compress, ".xz": lzma.compress, ".bz2": bz2.compress}
ROW = f'{{"text": "{TEXT}"}}\n'.encode()


def zipped(**members):
    return zip_of([(name.replace("__", "/").replace("_", "."), data) for name, data in members.items()])  # fmt: skip


def zip_of(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, data in members:
            folder.writestr(name, data)
    return stream.getvalue()


def read_parts(folder, name, data, **limits):
    path = folder / name
    path.write_bytes(data)
    return [
        (part.name.removeprefix(str(folder)), part.error.removeprefix(str(folder)))
        if isinstance(part, Unread)
        else (part.doc_id, part.text)
        for part in read_each(path, reading=Reading(limits=Limits(**limits)))
    ]


@pytest.mark.parametrize("ending", PACK)
@pytest.mark.parametrize(
    ("name", "data", "doc_id"),
    [
        ("r.txt", TEXT.encode("gb18030"), "r"),
        ("r.jsonl", ROW, "r#1"),
        ("r.csv", f"text\n{TEXT}".encode(), "r#1"),
        ("r", TEXT.encode(), "r"),
        ("r.docx", make_docx([TEXT]), "r"),
        ("r.html", make_html([TEXT]), "r"),
        ("r.pdf", make_pdf([TEXT]), "r"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_packed_file_is_read_like_the_file(tmp_path, ending, name, data, doc_id):
    assert read_parts(tmp_path, name + ending, PACK[ending](data)) == [(doc_id, TEXT)]
    # told by its bytes, whatever its name
    assert read_parts(tmp_path, "r.dat", PACK[ending](TEXT.encode())) == [("r", TEXT)]


def test_a_zip_folder_is_read_like_a_folder(tmp_path):
    data = zipped(b__r_txt=TEXT, a_docx=make_docx([TEXT]), c_html=make_html([TEXT]), d_pdf=make_pdf([TEXT]),
                  e_jsonl=ROW * 2, f_txt_gz=gzip.compress(TEXT.encode()), g_zip=zipped(x_txt=TEXT))  # fmt: skip

    assert read_parts(tmp_path, "z.zip", data) == [
        ("z/a", TEXT),
        ("z/b/r", TEXT),
        ("z/c", TEXT),
        ("z/d", TEXT),
        ("z/e#1", TEXT),
        ("z/e#2", TEXT),
        ("z/f", TEXT),
        ("z/g/x", TEXT),
    ]


def test_what_systems_put_into_zip_folders_is_left_out(tmp_path):
    members = [("__MACOSX/._r.txt", b"\0"), (".DS_Store", b"\0"), ("a/Thumbs.db", b"\0"), ("a/~$r.docx", b"\0"),
               ("a/", b""), ("a/r.txt", TEXT)]  # fmt: skip

    assert read_parts(tmp_path, "z.zip", zip_of(members)) == [("z/a/r", TEXT)]


def test_names_written_by_chinese_windows(tmp_path):
    data = zip_of([("xxxxxxxx.txt", TEXT)]).replace(b"xxxxxxxx", "统计公报".encode("gbk"))

    assert read_parts(tmp_path, "z.zip", data) == [("z/统计公报", TEXT)]


def test_a_bad_member_costs_no_other(tmp_path):
    data = zipped(a_txt=TEXT, b_txt=b"", c_pdf=b"%PDF-1.7 broken", d_png=b"\x89PNG\r\n", e_txt=TEXT,
                  f_docx=make_docx([TEXT])[:-900], g_jsonl=ROW + b"{\n", h_pdf=make_pdf([TEXT], password=("a", "b")))  # fmt: skip

    assert read_parts(tmp_path, "z.zip", data) == [
        ("z/a", TEXT),
        ("/z.zip/b.txt", "/z.zip/b.txt: the file is empty"),
        ("/z.zip/c.pdf", "/z.zip/c.pdf: damaged or cut off PDF (PdfiumError: Failed to load document (PDFium: Data format error).); get the file again"),
        ("/z.zip/d.png", "/z.zip/d.png: PNG is not read; save it as .docx, PDF or text first"),
        ("z/e", TEXT),
        ("/z.zip/f.docx", "/z.zip/f.docx: damaged or cut off Word file (File is not a zip file); get the file again"),
        ("z/g#1", TEXT),
        ("/z.zip/g.jsonl:2", "/z.zip/g.jsonl:2: no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        ("/z.zip/h.pdf", "/z.zip/h.pdf: PDF locked with a password; take the password off and save it again"),
    ]  # fmt: skip


def test_read_raises_a_bad_member(tmp_path):
    (tmp_path / "z.zip").write_bytes(zipped(a_txt=TEXT, b_txt=b""))

    with pytest.raises(ReadError, match=r"z\.zip/b\.txt: the file is empty"):
        list(read(tmp_path / "z.zip"))


def locked():
    data = bytearray(zipped(a_txt=TEXT))
    data[6] |= 1  # of the member itself
    data[data.index(b"PK\x01\x02") + 8] |= 1  # of the list of members
    return bytes(data)


def lying():
    """A member that says it unpacks to ten bytes."""
    data = zip_of([("a.txt", b"0" * 5_000_000)])
    return data.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 10))


def overlapping():
    """One member under a thousand names."""
    entry = zipped(a_txt=b"0" * 900_000)
    start, end = entry.index(b"PK\x01\x02"), entry.index(b"PK\x05\x06")
    count = 1000
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, count * (end - start), start, 0)  # fmt: skip
    return entry[:start] + entry[start:end] * count + tail


BOMB = b"0" * 3_000_000


@pytest.mark.parametrize(
    ("name", "data", "limits", "error"),
    [
        ("r.gz", gzip.compress(BOMB), {}, "more than 200 times its packed size; raise the limit with --max-ratio"),
        ("r.xz", lzma.compress(BOMB), {}, "more than 200 times its packed size"),
        ("r.bz2", bz2.compress(BOMB), {}, "more than 200 times its packed size"),
        ("r.gz", gzip.compress(BOMB), {"max_mb": 2}, "more than 2 MB; raise the limit with --max-mb"),
        ("r.gz", gzip.compress(gzip.compress(gzip.compress(gzip.compress(TEXT.encode())))), {}, "packed more than 3 times; unpack it first"),
        ("r.gz", gzip.compress(TEXT.encode())[:-12], {}, "damaged or cut off gzip file"),
        ("r.xz", lzma.compress(TEXT.encode() * 99)[:-12], {}, "damaged or cut off xz file"),
        ("r.bz2", b"BZh9junk", {}, "damaged or cut off bzip2 file"),
        ("r.zip", zip_of([]), {}, "the zip folder holds no file"),
        ("r.zip", b"PK\x03\x04junk", {}, "damaged or cut off zip file (File is not a zip file)"),
        ("r.zip", zip_of([(f"{n}.txt", "") for n in range(11)]), {"max_members": 10}, "more than 10 files; raise the limit with --max-members"),
        ("r.zip", overlapping(), {"max_mb": 1, "max_ratio": 10_000}, "more than 10 MB unpacked; raise the limit with --max-mb"),
        ("r.docx", zip_of([("word/document.xml", BOMB)]), {}, "more than 200 times its packed size"),
        ("r.docx", zip_of([("word/document.xml", bytes(range(256)) * 9000)]), {"max_mb": 2, "max_ratio": 1e9}, "more than 2 MB"),
        ("r.txt", BOMB, {"max_mb": 2}, "more than 2 MB"),
    ],
    ids=map(str, range(15)),
)  # fmt: skip
def test_bombs_and_broken_packings(tmp_path, name, data, limits, error):
    with pytest.raises(ReadError) as raised:
        read_parts(tmp_path, name, data, **limits)

    assert str(raised.value).startswith(f"{tmp_path / name}: {error}")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (zip_of([("a.txt", BOMB)]), "more than 200 times its packed size"),
        (locked(), "member of a zip file locked with a password"),
        (lying(), "damaged or cut off member of a zip file"),
        (zipped(a_txt=TEXT).replace(b"\x08\x00", b"\x63\x00"), "damaged or cut off member"),
        (zip_of([("a.zip", zip_of([("b.zip", zip_of([("c.zip", zip_of([("d.txt", TEXT)]))]))]))]), "packed more than 3 times"),
    ],
    ids=["bomb", "locked", "lying", "unknown method", "nested"],
)  # fmt: skip
def test_members_that_cannot_be_read(tmp_path, data, error):
    (part,) = read_parts(tmp_path, "z.zip", data)

    assert error in part[1]


@pytest.mark.parametrize("limit", ["max_mb", "max_pages", "max_members", "max_ratio", "timeout"])
@pytest.mark.parametrize("value", [0, -1, float("nan")])
def test_limits_under_which_nothing_can_be_read(limit, value):
    with pytest.raises(ReadError, match=f"limit {limit} is {value}; it must be more than 0"):
        Limits(**{limit: value})


def test_standard_input_may_be_any_kind(monkeypatch):
    data = zipped(a_txt=TEXT, b_html=make_html([TEXT]))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    assert [(d.doc_id, d.text) for d in discover(["-"])] == [("stdin/a", TEXT), ("stdin/b", TEXT)]
