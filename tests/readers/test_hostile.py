"""Whatever the bytes, a reader gives a document or one line that says what is wrong."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policynlp.errors import ReadError
from policynlp.readers import Limits, Reading, Unread, read_each
from policynlp.readers.dispatch import read_file
from policynlp.readers.files import File
from policynlp.schema import Document
from report_files import make_docx, make_html, make_mhtml, make_pdf

TEXT = "全市收入增长5%，支出下降2%。"
ROWS = [["项目", "数值"], ["产量", "5"]]
FILES = {
    "pdf": make_pdf([TEXT, ROWS]),
    "docx": make_docx([TEXT, ROWS]),
    "html": make_html([TEXT, ROWS]),
    "mhtml": make_mhtml([TEXT]),
    "csv": f"id,text\n1,{TEXT}\n".encode(),
    "jsonl": f'{{"text": "{TEXT}"}}\n'.encode(),
}
READING = Reading(limits=Limits(max_mb=5, timeout=20))
PATIENT = settings(max_examples=60, suppress_health_check=list(HealthCheck), derandomize=True)


def outcome(name, data):
    """The documents, or the one line of the error; anything else that is thrown fails the test."""
    try:
        parts = list(read_file(File(data, f"r.{name}", "r", READING)))
    except ReadError as error:
        parts = [Unread("r", str(error))]
    assert all(part.text.strip() for part in parts if isinstance(part, Document))
    errors = [part.error for part in parts if isinstance(part, Unread)]
    assert all("\n" not in error and error.startswith(f"r.{name}") for error in errors)
    return parts


@pytest.mark.parametrize("name", FILES)
@PATIENT
@given(cut=st.floats(0, 1))
def test_a_file_cut_off_anywhere(name, cut):
    data = FILES[name]

    assert outcome(name, data[: int(cut * len(data))])


@pytest.mark.parametrize("name", FILES)
@PATIENT
@given(changes=st.lists(st.tuples(st.floats(0, 0.9999), st.binary(min_size=1, max_size=6)), min_size=1, max_size=8))  # fmt: skip
def test_a_file_with_bytes_changed_anywhere(name, changes):
    data = bytearray(FILES[name])
    for place, new in changes:
        start = int(place * len(data))
        data[start : start + len(new)] = new

    outcome(name, bytes(data))


@pytest.mark.parametrize("name", [*FILES, "txt", "zip", "gz", "parquet"])
@PATIENT
@given(data=st.binary(max_size=300))
def test_noise_under_any_name(name, data):
    outcome(name, data)


MAGIC = {
    "pdf": b"%PDF-1.7\n", "docx": b"PK\x03\x04", "gz": b"\x1f\x8b\x08", "xz": b"\xfd7zXZ\x00", "bz2": b"BZh9",
    "parquet": b"PAR1", "html": b"<html>", "mhtml": b"Content-Type: multipart/related\n",
}  # fmt: skip


@pytest.mark.parametrize("name", MAGIC)
@PATIENT
@given(data=st.binary(max_size=300))
def test_noise_that_begins_well(name, data):
    outcome(name, MAGIC[name] + data)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("r.pdf", FILES["docx"], None),
        ("r.docx", FILES["pdf"], None),
        ("r.txt", FILES["docx"], None),
        ("r.zip", FILES["html"], None),
        ("r.html", TEXT.encode(), None),
        ("r.pdf", TEXT.encode("gb18030"), None),
        ("r.txt", TEXT.encode("utf-16"), None),
        ("r.pdf", b"\n" * 900 + FILES["pdf"], None),
        ("r.pdf", b"", "r.pdf: the file is empty"),
        ("r.docx", b" \n", "r.docx: the file is empty"),
        ("r.html", b"\xef\xbb\xbf", "r.html: the file is empty"),
        ("r.txt", b"\0" * 500, "r.txt: "),
        ("r.txt", TEXT.encode() + b"\0\0", "r.txt: not plain text but binary"),
        ("r.txt", TEXT.encode() + b"\xff\xfe", "r.txt: not valid utf-8 at byte 40"),
        ("r.txt", bytes(range(256)) * 9, "r.txt: no known encoding gives Chinese text"),
        ("r.exe", b"MZ\x90\0", "r.exe: a program is not read"),
        ("r.bin", b"\x7fELF\2\1\1", "r.bin: a program is not read"),
    ],
    ids=map(str, range(17)),
)
def test_kinds_are_told_by_what_is_in_the_file(tmp_path, name, data, error):
    (tmp_path / name).write_bytes(data)

    if error is None:
        (document,) = read_each(tmp_path / name)
        assert TEXT in document.text
    else:
        with pytest.raises(ReadError) as raised:
            list(read_each(tmp_path / name))
        assert str(raised.value).startswith(f"{tmp_path}/{error}")
