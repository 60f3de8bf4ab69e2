"""What docs/tables.md shows is run, in its order, in one folder."""

import re
import shlex
import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from policynlp.cli import main
from policynlp.sinks import ENDINGS
from policynlp.sinks.columns import names

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "tables.md").read_text("utf-8")


def blocks(language):
    found = re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.M | re.S)
    assert found, f"no block of {language} in the page"
    return found


@pytest.fixture
def folder(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_commands_and_queries_run(folder):
    commands = [shlex.split(line) for block in blocks("sh") for line in block.splitlines()]
    for program, *arguments in commands:
        done = CliRunner().invoke(main, arguments)
        assert (program, done.exit_code) == ("policynlp", 0), done.output

    with duckdb.connect(str(folder / "reports.duckdb")) as connection:
        queries = [query for block in blocks("sql") for query in block.split(";") if query.strip()]
        rows = [connection.execute(query).fetchall() for query in queries]

    assert len(queries) == 2
    assert {row[3] for row in rows[0]} == {"actual", "target"}
    assert {re.search("下降|回落", text) is not None for *_, text in rows[1]} == {True}
    assert {file.name for file in folder.iterdir()} == {"examples", "claims.xlsx", "claims.parquet", "reports.duckdb"}  # fmt: skip


def test_python_runs(folder, capsys):
    for block in blocks("python"):
        exec(compile(block, "tables.md", "exec"), {})

    printed = capsys.readouterr().out
    assert "period" in printed
    assert "2031" in printed
    assert (folder / "claims.csv").read_text("utf-8-sig").startswith("论断编号,文档编号,")


def test_the_page_names_every_ending_and_every_column():
    named = set(re.findall(r"`([^`\n]+)`", PAGE))

    assert set(ENDINGS) <= named
    assert set(names("claims")) | set(names("documents")) <= named
