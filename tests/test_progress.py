"""The bar: files count, members of zip folders and rows do not."""

import io
import sys

import pytest
from rich import console
from rich import progress as parts
from rich.console import Console

from policynlp import progress
from policynlp.engines import Result
from policynlp.schema import Document


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def shown(monkeypatch):
    """What is told to the bar."""
    calls = []

    class Bar(parts.Progress):
        def update(self, task, **values):
            calls.append((values["completed"], values["description"]))
            super().update(task, **values)

    monkeypatch.setattr(parts, "Progress", Bar)
    monkeypatch.setattr(console, "Console", lambda stderr: Console(file=Terminal()))
    monkeypatch.setattr(progress, "LONG_WORK", 1)
    return calls


def test_files_count_and_their_parts_do_not(shown, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stderr", Terminal())
    path = tmp_path / "z.zip"
    path.write_bytes(b"PK")
    document = Document("d", "全市收入")

    with progress.show_progress([path, document], wanted=True) as advance:
        for source in (f"{path}/a.txt", str(path), f"{path}/b.txt", "d"):
            advance(Result(source))

    assert shown == [(0, "a.txt"), (0, "z.zip"), (0, "b.txt"), (1, "d")]


@pytest.mark.parametrize(("terminal", "wanted"), [(True, False), (False, True)])
def test_no_bar_where_none_is_wanted_or_seen(shown, monkeypatch, terminal, wanted):
    monkeypatch.setattr(sys, "stderr", Terminal() if terminal else io.StringIO())

    with progress.show_progress([Document("d", "全市收入")], wanted=wanted) as advance:
        advance(Result("d"))

    assert shown == []
