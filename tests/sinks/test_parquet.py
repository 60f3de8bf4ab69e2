import json
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from policynlp.schema import Claim, Quantity
from policynlp.sinks import arrow, write_claims
from policynlp.sinks.columns import flatten, names
from sinks.records import BARE, FULL


@pytest.fixture
def path(tmp_path):
    return tmp_path / "claims.parquet"


def test_nested_claims_come_back(path):
    moved = replace(
        FULL, from_quantity=Quantity("8万公里", 0, 5, 80000.0, 85000.5, "公里", "range")
    )

    assert write_claims([FULL, BARE, moved], path) == 3
    assert [Claim.from_dict(row) for row in pq.read_table(path).to_pylist()] == [FULL, BARE, moved]


def test_nested_columns_have_types(path):
    write_claims([BARE], path)

    schema = pq.read_schema(path)
    assert schema.names == list(Claim.__match_args__)
    assert schema.field("negated").type == pa.bool_()
    assert schema.field("section").type.value_type == pa.string()
    quantity = {field.name: field.type for field in schema.field("quantity").type}
    assert (quantity["value"], quantity["start"], quantity["unit"]) == (pa.float64(), pa.int64(), pa.string())  # fmt: skip
    assert {field.name: field.type for field in quantity["base"]} == {"value": pa.float64(), "unit": pa.string()}  # fmt: skip
    assert [schema.field(name).nullable for name in ("id", "indicator", "direction", "quantity")] == [False, False, True, True]  # fmt: skip


def test_flat_columns_are_those_of_csv_with_types(path):
    write_claims([FULL, BARE], path, flat=True)

    table = pq.read_table(path)
    assert table.schema.names == names("claims")
    types = {field.name: field.type for field in table.schema}
    assert [types[name] for name in ("value", "negated", "sentence_start", "period")] == [pa.float64(), pa.bool_(), pa.int64(), pa.string()]  # fmt: skip
    assert [tuple(row.values()) for row in table.to_pylist()] == [flatten(FULL), flatten(BARE)]


def test_a_panel_is_flat(path):
    assert write_claims([FULL, BARE], path, panel=True) == 2

    table = pq.read_table(path)
    assert table.schema.names == names("panel")
    assert table.column("level").to_pylist() == [90000, None]


def test_no_claims_is_a_table_with_types(path):
    assert write_claims([], path) == 0
    assert pq.read_table(path).num_rows == 0


def test_batches_are_written_as_they_come(path, monkeypatch):
    monkeypatch.setattr(arrow, "BATCH", 2)

    assert write_claims([replace(FULL, id=f"a:{number}") for number in range(5)], path) == 5

    file = pq.ParquetFile(path)
    assert [file.metadata.row_group(number).num_rows for number in range(file.num_row_groups)] == [2, 2, 1]  # fmt: skip
    assert file.read().column("id").to_pylist() == [f"a:{number}" for number in range(5)]


def test_a_file_that_breaks_off_leaves_the_old_one(path, tmp_path):
    path.write_bytes(b"old")

    def give():
        yield FULL
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_claims(give(), path)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("claims.parquet", b"old")]  # fmt: skip


def test_the_nested_records_are_those_of_jsonl(path, tmp_path):
    write_claims([FULL, BARE], path)
    write_claims([FULL, BARE], tmp_path / "a.jsonl")

    lines = (tmp_path / "a.jsonl").read_text("utf-8").splitlines()
    assert pq.read_table(path).to_pylist() == [json.loads(line) for line in lines]
