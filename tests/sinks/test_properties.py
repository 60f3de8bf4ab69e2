"""Whatever stands in a text, a file takes it and gives it back."""

import csv
import sqlite3
from contextlib import closing
from dataclasses import replace
from io import StringIO

import duckdb
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from policynlp.schema import Indicator, Part
from policynlp.sinks import dump_claims, write_claims
from policynlp.sinks.columns import names
from sinks.records import FULL

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
STARTS = st.sampled_from(["", "=", "+", "-", "@", "＝", "\t", "\r", "'", '"', "_x0041_"])


def claim(text):
    return replace(FULL, indicator=Indicator(text), sentence=Part(text + "句", 0, 1))


@given(STARTS, TEXTS)
def test_csv_gives_texts_back_and_no_formula(start, text):
    stream = StringIO(newline="")
    dump_claims([claim(start + text)], stream, "csv")

    (row,) = csv.DictReader(StringIO(stream.getvalue(), newline=""))
    assert row["indicator"].removeprefix("'") == (start + text).removeprefix("'")
    assert not row["indicator"].startswith(("=", "@", "＝", "＠", "\t", "\r"))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_parquet_and_databases_give_texts_back(tmp_path, text):
    given_ = (text, text + "句")
    for name in ("a.parquet", "a.duckdb", "a.sqlite"):
        write_claims([claim(text)], tmp_path / name, flat=True)

    (row,) = pq.read_table(tmp_path / "a.parquet").to_pylist()
    assert (row["indicator"], row["sentence"]) == given_
    for name, connect in (("a.duckdb", duckdb.connect), ("a.sqlite", sqlite3.connect)):
        with closing(connect(str(tmp_path / name))) as connection:
            assert connection.execute("SELECT indicator, sentence FROM claims").fetchall() == [
                given_
            ]


@pytest.mark.parametrize("text", ["\x00", "\x01\x1f", "a\x0bb", "_x0041_", "\ufffe\uffff", "\U0001f600", " 前后 ", "a\r\nb", '<a href="x">&amp;'])  # fmt: skip
def test_a_workbook_with_odd_signs_opens(tmp_path, text):
    write_claims([claim(text)], tmp_path / "a.xlsx")

    sheet = load_workbook(tmp_path / "a.xlsx")["claims"]
    assert sheet.cell(2, names("claims").index("sentence") + 1).value.endswith("句")
