import json
import sys
from dataclasses import replace

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import policynlp
from policynlp.errors import SinkError
from policynlp.schema import BaseValue, Claim, Quantity
from policynlp.sinks import write_claims
from policynlp.sinks.columns import flatten, names
from sinks.records import BARE, FULL


def test_arrow_is_nested_unless_flat():
    nested, flat = (
        policynlp.to_arrow([FULL, BARE]),
        policynlp.to_arrow(iter([FULL, BARE]), flat=True),
    )

    assert [Claim.from_dict(row) for row in nested.to_pylist()] == [FULL, BARE]
    assert [tuple(row.values()) for row in flat.to_pylist()] == [flatten(FULL), flatten(BARE)]
    assert policynlp.to_arrow([FULL], panel=True).schema.names == names("panel")


def test_pandas_has_a_type_for_each_column():
    frame = policynlp.to_pandas([FULL, BARE])

    assert list(frame.columns) == names("claims")
    assert [str(frame[name].dtype) for name in ("value", "negated", "sentence_start")] == ["float64", "boolean", "Int64"]  # fmt: skip
    assert pd.api.types.is_string_dtype(frame["period"])
    assert frame["value"].sum() == 90000
    assert frame["sentence_start"].isna().tolist() == [False, True]
    assert frame.loc[~frame["negated"], "id"].tolist() == ["a:00001"]


def test_polars_has_a_type_for_each_column():
    frame = policynlp.to_polars([FULL, BARE])

    assert frame.rows() == [flatten(FULL), flatten(BARE)]
    assert [frame.schema[name] for name in ("value", "negated", "sentence_start", "period")] == [pl.Float64, pl.Boolean, pl.Int64, pl.String]  # fmt: skip


def test_a_data_set_holds_the_claims():
    dataset = policynlp.to_dataset([FULL, BARE])

    assert [Claim.from_dict(row) for row in dataset] == [FULL, BARE]
    assert policynlp.to_dataset([FULL], flat=True)[0]["value"] == 90000.0
    assert policynlp.to_dataset([], panel=True).column_names == names("panel")


def test_no_claims_is_an_empty_table():
    assert policynlp.to_arrow([]).num_rows == 0
    assert policynlp.to_pandas([]).shape == (0, len(names("claims")))


FRAMES = {
    "to_arrow": ("pyarrow", "'policynlp[files]'"),
    "to_pandas": ("pandas", "pandas"),
    "to_polars": ("polars", "polars"),
    "to_dataset": ("datasets", "'policynlp[train]'"),
}


@pytest.mark.parametrize("function", FRAMES)
def test_a_library_that_is_missing_is_named(monkeypatch, function):
    library, install = FRAMES[function]
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(SinkError) as raised:
        getattr(policynlp, function)([FULL])
    assert str(raised.value).endswith(f" need {library}: pip install {install}")


@pytest.mark.parametrize(
    ("name", "library"),
    [("a.xlsx", "xlsxwriter"), ("a.parquet", "pyarrow"), ("a.duckdb", "duckdb"), ("a.duckdb", "pyarrow")],
)  # fmt: skip
def test_an_extra_that_is_missing_is_named_before_the_first_claim(
    monkeypatch, tmp_path, name, library
):
    monkeypatch.setitem(sys.modules, library, None)
    seen = []

    with pytest.raises(SinkError, match=rf"need {library}: pip install 'policynlp\[files\]'"):
        write_claims((seen.append(claim) for claim in [FULL]), tmp_path / name)
    assert (seen, list(tmp_path.iterdir())) == ([], [])


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.txt", "a.sqlite"])
def test_plain_formats_need_no_library(monkeypatch, tmp_path, name):
    for library in ("xlsxwriter", "pyarrow", "duckdb", "pandas"):
        monkeypatch.setitem(sys.modules, library, None)

    assert write_claims([FULL], tmp_path / name) == 1


def test_a_list_of_claims_is_a_table_in_a_notebook():
    claims = policynlp.Claims(iter([FULL, BARE]))

    shown = claims._repr_html_()

    assert shown.count("<tr>") == 3
    assert "<td>公路里程</td><td></td><td>&gt; 90,000 公里</td>" in shown
    assert "<td>居民收入</td><td>↑</td>" in shown
    assert shown.endswith("<p>2 claims</p>")


def test_text_is_no_markup_in_a_notebook():
    claim = replace(FULL, indicator=replace(FULL.indicator, text="<script>alert(1)</script>"))

    assert "<script" not in policynlp.Claims([claim])._repr_html_()


def test_a_long_list_is_shown_in_part():
    shown = policynlp.Claims([BARE] * 61)._repr_html_()

    assert (shown.count("<tr>"), shown.endswith("<p>61 claims (60 shown)</p>")) == (61, True)


def test_a_list_of_claims_converts_and_is_written(tmp_path):
    claims = policynlp.Claims([FULL, BARE])

    assert isinstance(claims[:1], policynlp.Claims)
    assert (claims[1], claims[:1]) == (BARE, [FULL])
    assert claims.to_arrow().equals(policynlp.to_arrow([FULL, BARE]))
    assert claims.to_arrow(flat=True).schema.field("value").type == pa.float64()
    assert claims.to_pandas(panel=True)["claims"].tolist() == [1, 1]
    assert claims.write(str(tmp_path / "a.jsonl"), flat=True) == 2
    assert json.loads((tmp_path / "a.jsonl").read_text("utf-8").splitlines()[0])["value"] == 90000


@pytest.mark.parametrize(
    "name", ["a.jsonl", "a.csv", "a.txt", "a.xlsx", "a.parquet", "a.duckdb", "a.sqlite"]
)
@pytest.mark.parametrize("panel", [True, False])
@pytest.mark.parametrize("value", [424_800_000_000_000_001, 10**24])
def test_whole_numbers_of_any_size_are_written(tmp_path, name, panel, value):
    quantity = Quantity("x", 0, 1, value, value + 1, "千瓦时", base=BaseValue(value * 10, "J"))
    claim = replace(FULL, quantity=quantity, from_quantity=quantity)

    assert write_claims([claim], tmp_path / name, panel=panel) == 1


def test_large_whole_numbers_come_back_as_near_as_they_can():
    value = 424_800_000_000_000_001
    quantity = Quantity("x", 0, 1, value, None, "千瓦时", base=BaseValue(value * 10, "J"))

    (row,) = policynlp.to_arrow([replace(FULL, quantity=quantity)]).to_pylist()

    assert (row["quantity"]["value"], row["quantity"]["base"]["value"]) == (
        float(value),
        value * 10.0,
    )
