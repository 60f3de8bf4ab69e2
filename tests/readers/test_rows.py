"""Files with a document a row: JSON Lines, CSV, Parquet."""

import csv
import io
import json

import pyarrow
import pytest
from pyarrow import parquet

from policynlp.errors import ReadError
from policynlp.readers import Limits, Reading, Unread, read, read_each

A, B = "全市收入增长5%。", "全省支出下降2%。"


def jsonl(*rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def to_csv(*rows, delimiter=",", encoding="utf-8-sig"):
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode(encoding)


def to_parquet(**columns):
    stream = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), stream)
    return stream.getvalue()


def read_rows(folder, name, data, **reading):
    path = folder / name
    path.write_bytes(data)
    return list(read_each(path, reading=Reading(**reading)))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("r.jsonl", jsonl({"text": A}, {"text": B})),
        ("r.jsonl", b"\n" + jsonl({"text": A}) + b"\n" + jsonl({"text": B}).rstrip()),
        ("r.txt", jsonl({"text": A, "more": [1]}, {"text": B})),
        ("r.csv", to_csv(["text"], [A], [B])),
        ("r.csv", to_csv(["year", "text"], ["2030", A], ["2031", B], encoding="gb18030")),
        ("r.csv", to_csv(["text", "year"], [A, "2030"], [B, "2031"], delimiter=";")),
        ("r.tsv", to_csv(["text", "year"], [A, "2030"], [B, "2031"], delimiter="\t")),
        ("r.parquet", to_parquet(text=[A, B])),
        ("r.dat", to_parquet(text=[A, B], more=[1, 2])),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_row_is_a_document_called_by_its_number(tmp_path, name, data):
    found = read_rows(tmp_path, name, data)

    numbers = (2, 4) if data.startswith(b"\n") else (1, 2)
    assert [(d.doc_id, d.text) for d in found] == [
        (f"r#{number}", text) for number, text in zip(numbers, (A, B), strict=True)
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("r.jsonl", jsonl({"body": A, "id": 7}, {"body": B, "id": "b"}, {"body": B, "id": "b"})),
        ("r.csv", to_csv(["id", "body"], ["7", A], ["b", B], ["b", B])),
        ("r.parquet", to_parquet(id=["7", "b", "b"], body=[A, B, B])),
    ],
    ids=["jsonl", "csv", "parquet"],
)
def test_documents_are_called_by_their_ids(tmp_path, name, data):
    found = read_rows(tmp_path, name, data, text_column="body")

    assert [(d.doc_id, d.text) for d in found] == [("7", A), ("b", B), ("b#3", B)]


def test_a_cell_holds_a_report_with_its_lines_and_quotes(tmp_path):
    text = f'一、综合\n“稳”,"进"\n{A * 30_000}'

    (document,) = read_rows(tmp_path, "r.csv", to_csv(["text"], [text]))

    assert document.text == text.replace("\n", "\n")


def test_what_a_row_says_of_its_report_is_kept_if_it_makes_sense(tmp_path):
    rows = (
        {"text": A, "meta": {"title": "公报", "report_year": 2031, "pages": "x"}, "issuer": 5},
        {"text": A, "report_year": "2031", "issuer": "统计局"},
        {"text": A, "report_year": "二〇三一", "meta": [1]},
        {"text": A, "report_year": 99999, "title": None},
    )

    assert [d.meta for d in read_rows(tmp_path, "r.jsonl", jsonl(*rows))] == [
        {"title": "公报", "report_year": 2031}, {"issuer": "统计局", "report_year": 2031}, {}, {},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"{broken", "2: no JSON: Expecting property name"),
        (b"[1]", "2: no JSON object"),
        (b'"text"', "2: no JSON object"),
        (b"[" * 100_000, "2: no JSON: "),
        (b'{"body": "x"}', "2: no text in its column"),
        (b'{"text": 5}', "2: no text in its column"),
        (b'{"text": null}', "2: no text in its column"),
        (b'{"text": " "}', "2: no text in its column"),
        (b'{"text": "\\ud83d"}', "2: half a character in the text (a lone surrogate)"),
    ],
    ids=map(str, range(9)),
)
def test_a_bad_row_costs_no_other(tmp_path, line, error):
    data = jsonl({"text": A}) + line + b"\n" + jsonl({"text": B})

    first, bad, last = read_rows(tmp_path, "r.jsonl", data)

    assert (first.doc_id, first.text, last.doc_id, last.text) == ("r#1", A, "r#3", B)
    assert isinstance(bad, Unread)
    assert bad.name == f"{tmp_path / 'r.jsonl'}:2"
    assert bad.error.startswith(f"{tmp_path / 'r.jsonl'}:{error}")


def test_read_raises_a_bad_row(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_bytes(jsonl({"text": A}, {"text": 5}))

    with pytest.raises(ReadError, match=r"r\.jsonl:2: no text in its column"):
        list(read(path))


NO_COLUMN = "no column 'text' with the text; name one with --text-column: 'id', 'body'"


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("r.jsonl", jsonl({"id": 1, "body": A}), NO_COLUMN),
        ("r.csv", to_csv(["id", "body"], ["1", A]), NO_COLUMN),
        ("r.parquet", to_parquet(id=["1"], body=[A]), NO_COLUMN),
        ("r.csv", to_csv(["text"], [A]) + b'"open', ":3: unexpected end of data"),
        ("r.parquet", to_parquet(text=[A] * 99)[:-40], "damaged or cut off Parquet file"),
        ("r.parquet", b"PAR1" + b"\0" * 99 + b"PAR1", "damaged or cut off Parquet file"),
        ("r.csv", b"", "the file is empty"),
        ("r.jsonl", b"\0\1\2\3" * 99, "no known encoding"),
    ],
    ids=map(str, range(8)),
)
def test_a_file_of_rows_that_cannot_be_read(tmp_path, name, data, error):
    with pytest.raises(ReadError) as raised:
        read_rows(tmp_path, name, data)

    message = str(raised.value)
    assert message.startswith(str(tmp_path / name))
    assert error in message
    assert "\n" not in message


def test_rows_may_not_hold_more_text_than_the_limit_says(tmp_path):
    data = to_parquet(text=[A * 1000] * 2000)
    assert len(data) < 20_000

    with pytest.raises(ReadError, match=r"more than 1 MB of text; raise the limit with --max-mb"):
        read_rows(tmp_path, "r.parquet", data, limits=Limits(max_mb=0.1))
