import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from policynlp.errors import SinkError
from policynlp.schema import Document, Quantity
from policynlp.sinks import database, write_claims, write_content
from policynlp.sinks.columns import flatten, load_columns, names
from policynlp.sinks.content import Content, Loose
from sinks.records import BARE, FULL

OPENERS = {"duckdb": duckdb.connect, "sqlite": sqlite3.connect}
META = {
    "title": "2031年工作报告",
    "issuer": "甲市人民政府",
    "report_year": 2031,
    "encoding": "utf-8",
}
TEXT = "2030年公路里程8万公里。"


@pytest.fixture(params=["duckdb", "sqlite"])
def form(request):
    return request.param


@pytest.fixture
def path(tmp_path, form):
    return tmp_path / f"reports.{form}"


def ask(path, query):
    connection = OPENERS[path.suffix[1:]](str(path))
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def run(path, query):
    connection = OPENERS[path.suffix[1:]](str(path))
    connection.execute(query)
    connection.commit()
    connection.close()


def claim(doc_id, number, **rest):
    return replace(FULL, id=f"{doc_id}:{number:05d}", doc_id=doc_id, **rest)


def piece(doc_id, *claims, error=None, meta=META):
    document = Document(doc_id, TEXT, dict(meta))
    return Loose(f"{doc_id}.txt", list(claims), document, error)


def ids(path):
    return [row[0] for row in ask(path, "SELECT id FROM claims ORDER BY id")]


def test_claims_are_rows_with_types(path):
    assert write_claims([FULL, BARE], path) == 2

    listed = ", ".join(names("claims"))
    assert ask(path, f"SELECT {listed} FROM claims ORDER BY id") == [flatten(FULL), flatten(BARE)]
    assert ask(path, "SELECT id FROM claims WHERE negated") == [("b:00001",)]
    assert ask(path, "SELECT sum(value) / 2 FROM claims WHERE NOT negated") == [(45000.0,)]


def test_columns_have_the_types_of_the_list(path, form):
    write_claims([], path)

    words = {"duckdb": ["VARCHAR", "DOUBLE", "BIGINT", "BOOLEAN"], "sqlite": ["TEXT", "REAL", "INTEGER", "BOOLEAN"]}[form]  # fmt: skip
    types = dict(zip(["string", "number", "integer", "boolean"], words, strict=True))
    for table in ("claims", "documents"):
        found = ask(path, f"SELECT name, type FROM pragma_table_info('{table}')")
        assert found == [(column.name, types[column.type]) for column in load_columns(table)]


def test_documents_are_rows_with_their_text(path):
    pieces = [
        piece("a", claim("a", 1), claim("a", 2)),
        piece("b", meta={"title": 7, "report_year": "2031"}),
    ]

    assert write_content(Content(pieces), path) == 2
    assert ask(path, "SELECT * FROM documents ORDER BY doc_id") == [
        ("a", "2031年工作报告", "甲市人民政府", 2031, len(TEXT), 2, TEXT,
         '{"title": "2031年工作报告", "issuer": "甲市人民政府", "report_year": 2031, "encoding": "utf-8"}'),
        ("b", "7", None, None, len(TEXT), 0, TEXT, '{"title": 7, "report_year": "2031"}'),
    ]  # fmt: skip


def test_claims_without_their_document_still_have_its_row(path):
    write_claims([claim("a", 1), claim("a", 2), claim("b", 1)], path)

    assert ask(path, "SELECT doc_id, text, claims, meta FROM documents ORDER BY doc_id") == [
        ("a", None, 2, None),
        ("b", None, 1, None),
    ]


def test_a_document_that_is_read_again_has_its_rows_replaced(path):
    write_content(Content([piece("a", claim("a", 1), claim("a", 2)), piece("b", claim("b", 1))]), path)  # fmt: skip
    write_content(Content([piece("a", claim("a", 1)), piece("c", claim("c", 1))]), path)

    assert ids(path) == ["a:00001", "b:00001", "c:00001"]
    assert ask(path, "SELECT doc_id, claims FROM documents ORDER BY doc_id") == [
        ("a", 1),
        ("b", 1),
        ("c", 1),
    ]


def test_the_same_run_again_changes_nothing(path):
    pieces = [piece("a", claim("a", 1), claim("a", 2)), piece("b", claim("b", 1))]

    for _ in range(3):
        write_content(Content(pieces), path)

    assert ids(path) == ["a:00001", "a:00002", "b:00001"]
    assert ask(path, "SELECT count(*) FROM documents") == [(2,)]


def test_a_document_in_which_nothing_is_found_any_more_loses_its_claims(path):
    write_content(Content([piece("a", claim("a", 1))]), path)
    write_content(Content([piece("a")]), path)

    assert ids(path) == []
    assert ask(path, "SELECT doc_id, claims FROM documents") == [("a", 0)]


def test_a_document_that_failed_on_the_way_keeps_its_old_rows(path):
    write_content(Content([piece("a", claim("a", 1), claim("a", 2))]), path)
    pieces = [
        piece("a", claim("a", 9)),
        Loose("a.txt", [], None, "故障"),
        Loose("none.txt", [], None, "no such file"),
        piece("b", claim("b", 1)),
        Loose("c.txt", [], None, "no such file"),
    ]

    assert write_content(Content(pieces), path) == 1
    assert ids(path) == ["a:00001", "a:00002", "b:00001"]


def test_a_long_document_comes_in_pieces(path):
    pieces = [
        piece("a", claim("a", 1)),
        Loose("a.txt", [claim("a", 2)]),
        Loose("a.txt", [claim("a", 3)]),
    ]

    assert write_content(Content(pieces), path) == 3
    assert ask(path, "SELECT doc_id, claims FROM documents") == [("a", 3)]


def test_batches_are_written_as_they_come(path, monkeypatch):
    monkeypatch.setattr(database, "BATCH", 3)

    pieces = [piece(f"{number:02}", claim(f"{number:02}", 1)) for number in range(8)]
    assert write_content(Content(pieces), path) == 8
    assert len(ids(path)) == 8


def test_other_tables_and_columns_of_the_file_stay(path):
    write_claims([claim("a", 1)], path)
    run(path, "CREATE TABLE mine (x INTEGER)")
    run(path, "INSERT INTO mine VALUES (7)")
    run(path, "ALTER TABLE claims ADD COLUMN checked BOOLEAN")

    write_claims([claim("b", 1)], path)

    assert ask(path, "SELECT x FROM mine") == [(7,)]
    assert ask(path, "SELECT id, checked FROM claims ORDER BY id") == [("a:00001", None), ("b:00001", None)]  # fmt: skip


def test_an_empty_database_gets_the_tables(path):
    run(path, "CREATE TABLE mine (x INTEGER)")

    assert write_claims([FULL], path) == 1
    assert ids(path) == ["a:00001"]


def unread():
    raise AssertionError("a claim was read")
    yield


@pytest.mark.parametrize("table", ["claims", "documents", "panel"])
def test_a_table_of_that_name_that_is_another_is_refused_before_the_work(path, table):
    run(path, f"CREATE TABLE {table} (id TEXT, doc_id TEXT)")

    with pytest.raises(SinkError, match=f"its table '{table}' is another one, without"):
        write_claims(unread(), path)


def test_a_file_that_is_no_database_is_refused_and_kept(path):
    path.write_bytes(b"old text, longer than the head of a database file. " * 200)

    with pytest.raises(SinkError, match="cannot write: "):
        write_claims(unread(), path)
    assert path.read_bytes().startswith(b"old text")


def test_a_folder_is_no_database(tmp_path, form):
    with pytest.raises(SinkError, match="cannot write"):
        write_claims(unread(), tmp_path, form)


def test_a_folder_that_is_missing_is_told_before_the_work(tmp_path, form):
    with pytest.raises(SinkError, match="cannot write: No such file"):
        write_claims(unread(), tmp_path / "none" / f"a.{form}")


@pytest.mark.parametrize("name", ["a'b", "报 告", 'a"b'])
def test_odd_names_of_files_are_taken(tmp_path, form, name):
    path = tmp_path / f"{name}.{form}"

    for number in (1, 2):
        write_claims([claim("a", number)], path)

    assert ids(path) == ["a:00002"]


@pytest.mark.parametrize("there", [True, False])
def test_a_run_that_breaks_off_leaves_the_file_as_it_was(path, there):
    if there:
        write_claims([claim("a", 1)], path)

    def give():
        yield claim("a", 8)
        yield claim("b", 1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_claims(give(), path)

    assert [file.name for file in path.parent.iterdir()] == [path.name] * there
    assert not there or ids(path) == ["a:00001"]


KILLED = """
import os, sys
from pathlib import Path
from policynlp.sinks import database, write_claims
from sinks.records import BARE, FULL

def die(connection, table, replace=database._replace):
    replace(connection, table)
    if table == "claims":  # the old rows are deleted, the new ones written, nothing committed
        os.kill(os.getpid(), 9)

def give():
    yield FULL
    if sys.argv[2] == "reading":
        os.kill(os.getpid(), 9)

database._replace = die
write_claims(give(), Path(sys.argv[1]))
"""


@pytest.mark.parametrize("moment", ["reading", "replacing"])
def test_a_run_that_is_killed_leaves_the_old_rows(path, moment):
    write_claims([claim("a", 7), claim("b", 7)], path)

    tests = str(Path(__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), moment], cwd=tests, capture_output=True
    )

    assert done.returncode == -9, done.stderr
    assert ids(path) == ["a:00007", "b:00007"]
    write_claims([claim("a", 8)], path)
    assert ids(path) == ["a:00008", "b:00007"]


def test_a_database_in_use_is_told_before_the_work(path, form):
    write_claims([FULL], path)
    code = {
        "duckdb": "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(flush=True); input()",
        "sqlite": "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN EXCLUSIVE'); print(flush=True); input()",
    }[form]
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        with pytest.raises(SinkError, match=r"cannot write: .*lock"):
            write_claims(unread(), path)
        other.communicate(b"\n")


def test_a_panel_is_of_all_claims_in_the_file(path):
    moved = Quantity("8万公里", 0, 1, 8e4, None, "公里")
    plain = Quantity("9万公里", 0, 1, 9e4, None, "公里")

    assert (
        write_content(Content([piece("a", claim("a", 1, quantity=plain))], panel=True), path) == 1
    )
    assert (
        write_content(Content([piece("b", claim("b", 1, quantity=moved))], panel=True), path) == 1
    )

    assert ask(path, "SELECT region_id, level, conflict, conflicts, documents FROM panel") == [
        ("410100", 9e4, True, "90,000 公里 [a:00001] ≠ 80,000 公里 [b:00001]", 2)
    ]


def test_a_panel_knows_who_speaks(path):
    region = replace(FULL.region, id="THIS-CITY")
    pieces = [piece(name, claim(name, 1, region=region)) for name in ("a", "b")]

    write_content(Content(pieces, panel=True), path)

    assert ask(path, "SELECT scope, claims FROM panel") == [("甲市人民政府", 2)]


def test_a_panel_that_is_there_is_kept_up_to_date(path):
    write_content(Content([piece("a", claim("a", 1))], panel=True), path)
    assert write_content(Content([piece("a", claim("a", 1), claim("a", 2))]), path) == 2

    assert ask(path, "SELECT claims FROM panel") == [(2,)]


def test_no_panel_is_made_unasked(path):
    write_claims([FULL], path)

    with pytest.raises((duckdb.Error, sqlite3.Error)):
        ask(path, "SELECT * FROM panel")
