"""Raw reports from files, folders and lines."""

import json
import lzma

import pytest

from policynlp.errors import ReadError, TrainingError
from policynlp.schema import Document
from policynlp.training.reports import choose_reports, clean_sentences, read_reports

ROWS = [
    {"id": "a", "text": "粮食增产。", "year": "2031"},
    {"doc_id": "b", "text": "收入增长。", "year": 2032},
    {"text": "税收下降。", "year": "不详"},
]
READ = [
    Document("a", "粮食增产。", {"report_year": 2031}),
    Document("b", "收入增长。", {"report_year": 2032}),
    Document("r-3", "税收下降。", {}),
]


def lines(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("r.jsonl", lines(ROWS)),
        ("r.jsonl.xz", lzma.compress(lines(ROWS))),
        ("r.jsonl", lines(ROWS) + b"\n"),
    ],
    ids=["lines", "compressed", "an empty line at the end"],
)
def test_lines_are_read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    stem = path.stem
    assert list(read_reports([path])) == [*READ[:2], Document(f"{stem}-3", "税收下降。", {})]


def test_text_files_and_folders_are_read(tmp_path):
    (tmp_path / "one.txt").write_text("粮食增产。", "utf-8")
    (tmp_path / "two.md").write_text("收入增长。", "utf-8")
    assert [(d.doc_id, d.text) for d in read_reports([tmp_path])] == [
        ("one", "粮食增产。"),
        ("two", "收入增长。"),
    ]
    assert [d.doc_id for d in read_reports([tmp_path / "two.md"])] == ["two"]


@pytest.mark.parametrize(
    ("name", "content", "where", "reason"),
    [
        ("r.jsonl", b'{"text": "a"}\n{"text": \n', ":2", "Expecting value"),
        ("r.jsonl", b'{"text": "a"}\n\n{"id": "b"}\n', ":3", "not a JSON object with a 'text'"),
        ("r.jsonl", b'{"text": 5}\n', ":1", "not a JSON object with a 'text'"),
        ("r.jsonl", b'["text"]\n', ":1", "not a JSON object with a 'text'"),
        ("r.jsonl", b'{"text": "\xff"}\n', ":1", "can't decode"),
        ("r.jsonl", None, "", "No such file"),
        ("r.jsonl.xz", b'{"text": "a"}\n', "", "Input format not supported"),
        ("r.jsonl.xz", lzma.compress(lines(ROWS))[:-9], "", "Compressed file ended"),
    ],
    ids=ascii,
)
def test_a_bad_line_is_named(tmp_path, name, content, where, reason):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TrainingError) as raised:
        list(read_reports([path]))
    assert str(raised.value).startswith(f"{path}{where}: ")
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_text_file_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"none\.txt: no such file"):
        list(read_reports([tmp_path / "none.txt"]))


LONG = "一年来全市上下团结奋斗，粮食产量和农民收入都有了新的增长"
OTHER = "各县区要把安全生产摆在突出位置，逐级压实责任，逐项排查隐患"


@pytest.mark.parametrize(
    ("held_out", "kept"),
    [
        ([], {"a", "b", "c"}),
        (["不相干"], {"a", "b", "c"}),
        ([LONG], {"b", "c"}),
        ([f"前文。{LONG[:24]}改了。"], {"b", "c"}),
        ([f"{LONG}。\n{OTHER}"], {"c"}),
        ([OTHER[:10] + " \n" + OTHER[10:]], {"a", "b", "c"}),
        ([" ".join(OTHER)], {"a", "c"}),
    ],
)
def test_reports_that_share_text_with_what_is_held_out_are_left_out(tmp_path, held_out, kept):
    texts = {"a": f"标题\n{LONG}。", "b": f"某某。{OTHER[:9]}　{OTHER[9:]}。", "c": "很短。"}
    path = tmp_path / "r.jsonl"
    path.write_bytes(lines({"id": name, "text": text} for name, text in texts.items()))
    assert {d.doc_id for d in choose_reports([path], 1, held_out)} == kept


def test_the_order_is_drawn_by_the_seed(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_bytes(lines({"id": str(at), "text": "短。"} for at in range(20)))
    orders = [[d.doc_id for d in choose_reports([path], seed)] for seed in (1, 1, 2)]
    assert orders[0] == orders[1] != orders[2]
    assert sorted(orders[2], key=int) == [str(at) for at in range(20)]


def test_sentences_are_clean():
    document = Document("a", "粮食总 产量增 长。农民收入增加。\n\n")
    assert list(clean_sentences(document)) == ["粮食总产量增长。", "农民收入增加。"]
