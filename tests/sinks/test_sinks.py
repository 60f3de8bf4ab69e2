import csv
import json
import os
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from policynlp.errors import SinkError
from policynlp.schema import Claim, Indicator, Quantity
from policynlp.sinks import dump_claims, pick_format, write_claims
from policynlp.sinks.atomic import open_atomic
from policynlp.sinks.columns import load_columns, names
from sinks.records import BARE, FULL


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.jsonl", "jsonl"), ("A.CSV", "csv"), ("报告.v1.txt", "table"), ("x.ndjson", "jsonl")],
)
def test_the_ending_says_the_format(tmp_path, name, form):
    assert pick_format(tmp_path / name) == form


@pytest.mark.parametrize("name", ["a.xls", "a.doc", "a", "a.jsonl.gz"])
def test_an_ending_that_nobody_writes_is_refused_and_the_others_named(tmp_path, name):
    with pytest.raises(SinkError, match=r"the endings that work: \.jsonl"):
        write_claims([FULL], tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_jsonl_comes_back(tmp_path):
    path = tmp_path / "claims.jsonl"

    assert write_claims([FULL, BARE], path) == 2
    lines = path.read_text("utf-8").splitlines()
    assert [Claim.from_dict(json.loads(line)) for line in lines] == [FULL, BARE]
    assert "公路里程" in lines[0]


def test_csv_has_the_mark_and_a_flat_row_a_claim(tmp_path):
    path = tmp_path / "claims.csv"

    assert write_claims([FULL, BARE], path) == 2
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows[0] == {
        "id": "a:00001", "doc_id": "a", "kind": "level", "direction": "", "modality": "target", "negated": "false",
        "indicator": "公路里程", "indicator_id": "ROADS", "inherited": "false", "trigger": "超过",
        "quantity": "超过9万公里", "value": "90000", "high": "", "unit": "公里", "relation": "gt",
        "dimension": "length", "base_value": "90000000.0", "base_unit": "m", "from_quantity": "", "from_value": "", "from_unit": "",
        "share_of": "", "period": "2031", "period_text": "全年", "baseline": "2030", "baseline_text": "比上年",
        "region": "全市", "region_id": "410100", "section": "一、目标 / （一）交通",
        "sentence": "全市公路里程超过9万公里，\n“比”上年多。", "sentence_start": "0", "sentence_end": "24",
        "confidence": "0.9", "source": "rules",
    }  # fmt: skip
    assert (rows[1]["negated"], rows[1]["value"], rows[1]["period"]) == ("true", "", "")


def test_table_has_one_part_a_document(tmp_path):
    path = tmp_path / "claims.txt"

    assert write_claims([FULL, BARE], path) == 2
    lines = [" ".join(line.split()) for line in path.read_text("utf-8").splitlines()]
    assert "公路里程 > 90,000 公里 超过9万公里 2031 2030 全市 target" in lines
    assert "居民收入 ↑ 增加 not action" in lines
    assert (lines.count("a"), lines.count("b"), lines[-1]) == (1, 1, "2 claims")


@pytest.mark.parametrize(
    ("quantity", "shown"),
    [
        (Quantity("1.5至2倍", 0, 5, 1.5, 2, "倍", "range"), "1.5–2 倍"),
        (Quantity("约0.00012毫克", 0, 9, 0.00012, None, "毫克", "approx"), "≈ 0.00012 毫克"),
        (Quantity("1.39万亿斤", 0, 6, 1.39e12, None, "斤", "eq"), "13,900亿 斤"),
        (Quantity("3100万千瓦", 0, 7, 3.1e7, None, "千瓦"), "3,100万 千瓦"),
        (Quantity("9.9万人", 0, 5, 99000, None, "人"), "99,000 人"),
        (Quantity("-3亿元", 0, 4, -3e8, None, "元"), "-30,000万 元"),
        (Quantity("103.2", 0, 5, 103.2), "103.2"),
    ],
)
def test_table_shows_numbers_to_read(quantity, shown):
    stream = StringIO()
    claim = Claim("a:1", "a", "level", None, "actual", False, Indicator("单产"), quantity=quantity)

    dump_claims([claim], stream, "table")

    assert shown in stream.getvalue()


def test_a_cell_that_is_too_long_goes_on_below():
    stream = StringIO()
    claim = Claim(
        "a:1", "a", "level", None, "actual", False, Indicator("城乡居民基本医疗保险参保人数" * 3)
    )

    dump_claims([claim], stream, "table")

    lines = stream.getvalue().splitlines()[3:6]
    assert "".join(line.split()[0] for line in lines) == "城乡居民基本医疗保险参保人数" * 3
    assert ["actual" in line for line in lines] == [True, False, False]


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_no_claims_is_no_error(tmp_path, form):
    path = tmp_path / "empty"

    assert write_claims([], path, form) == 0
    assert path.exists()


def _break_off():
    yield FULL
    raise ZeroDivisionError


def test_a_file_that_breaks_off_leaves_the_old_one(tmp_path):
    path = tmp_path / "claims.jsonl"
    path.write_text("old", "utf-8")

    with pytest.raises(ZeroDivisionError):
        write_claims(_break_off(), path)

    assert [(file.name, file.read_text("utf-8")) for file in tmp_path.iterdir()] == [
        ("claims.jsonl", "old")
    ]


@pytest.mark.parametrize(
    ("name", "reason"), [("none/claims.jsonl", "No such file"), (".", "is a folder")]
)
def test_what_cannot_be_written_is_named(tmp_path, name, reason):
    with pytest.raises(SinkError, match=reason):
        write_claims([FULL], tmp_path / name, "jsonl")


def test_a_link_keeps_being_a_link(tmp_path):
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "file.jsonl")

    write_claims([FULL], tmp_path / "link.jsonl")

    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "file.jsonl").is_file()


def test_a_device_is_written_straight_on():
    with open_atomic(Path(os.devnull)) as stream:
        stream.write("a")


def test_a_narrow_terminal_leaves_out_the_words(monkeypatch):
    stream = StringIO()
    monkeypatch.setattr("policynlp.sinks.table.PLAIN_WIDTH", 80)

    dump_claims([FULL], stream, "table")

    assert ("超过9万公里" in stream.getvalue(), "> 90,000" in stream.getvalue()) == (False, True)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("＝1+1", "'＝1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("+86", "+86"),
        ("-0.3%", "-0.3%"),
        ("－0.3％", "－0.3％"),
        ("-0.3个百分点", "'-0.3个百分点"),
        ("1=1", "1=1"),
        ("公路里程", "公路里程"),
    ],
)
def test_csv_has_no_cell_that_a_spreadsheet_would_run(tmp_path, text, cell):
    claim = replace(FULL, indicator=Indicator(text))

    write_claims([claim], tmp_path / "a.csv")

    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert next(csv.DictReader(stream))["indicator"] == cell


@pytest.mark.parametrize(
    ("lang", "head"),
    [
        (None, ["id", "doc_id", "kind"]),
        ("en", ["Claim", "Document", "Kind"]),
        ("zh", ["论断编号", "文档编号", "类型"]),
    ],
)
def test_csv_has_heads_in_the_language_asked_for(lang, head):
    stream = StringIO()

    dump_claims([FULL], stream, "csv", lang=lang)

    assert stream.getvalue().splitlines()[0].split(",")[:3] == head


def test_flat_jsonl_has_values_with_types(tmp_path):
    write_claims([FULL, BARE], tmp_path / "a.jsonl", flat=True)

    full, bare = map(json.loads, (tmp_path / "a.jsonl").read_text("utf-8").splitlines())
    assert (full["value"], full["negated"], full["period"], full["sentence_end"]) == (90000, False, "2031", 24)  # fmt: skip
    assert (bare["value"], bare["negated"], bare["section"]) == (None, True, "")
    assert list(full) == names("claims")


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_lines_go_out_as_claims_come_in(form):
    stream = StringIO()
    seen = []

    def give():
        for number in range(3):
            seen.append(stream.getvalue().count("\n"))
            yield replace(BARE, id=f"b:{number}")

    dump_claims(give(), stream, form)

    heads = int(form == "csv")
    assert seen == [heads, heads + 1, heads + 2]


@pytest.mark.parametrize("table", ["claims", "documents", "panel"])
def test_every_column_is_explained_in_both_languages(table):
    columns = load_columns(table)

    assert len({column.name for column in columns}) == len(columns)
    assert [column.name for column in columns if not all((column.en, column.zh, column.about_en, column.about_zh))] == []  # fmt: skip
    assert {column.type for column in columns} <= {"string", "number", "integer", "boolean"}
    for lang in ("zh", "en"):
        assert len({column.head(lang) for column in columns}) == len(columns)
