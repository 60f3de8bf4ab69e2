"""Benchmarks run in this process, on input so small that their figures mean nothing."""

import importlib
import logging
import os
import sys
from pathlib import Path

import pytest

from tiny_tagger import small_corpus, write_documents

FOLDER = Path(__file__).parent.parent.parent / "benchmarks"


@pytest.fixture
def script(monkeypatch):
    """Give the module of a benchmark; what it sets for its process is undone."""
    root, ours = logging.getLogger(), logging.getLogger("policynlp")
    handlers, level, before = list(root.handlers), ours.level, set(sys.modules)
    monkeypatch.syspath_prepend(FOLDER)
    monkeypatch.setattr(os, "sched_setaffinity", lambda process, cores: None)
    yield importlib.import_module
    root.handlers[:] = handlers
    ours.setLevel(level)
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(FOLDER)):
            del sys.modules[name]


@pytest.fixture
def run(script, monkeypatch, capsys):
    """Run a benchmark with arguments; give the rows that it prints, cell by cell."""

    def start(name, *arguments):
        monkeypatch.setattr(sys, "argv", [f"{name}.py", *map(str, arguments)])
        script(name).main()
        lines = capsys.readouterr().out.splitlines()
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]

    return start


@pytest.fixture(scope="session")
def gold(tmp_path_factory):
    """The file of two documents, each with one claim."""
    rows = small_corpus()[:2]
    for row in rows:
        start = row["text"].index("41.2%")
        quantity = {"start": start, "end": start + 5, "text": "41.2%", "value": 41.2, "high": None}
        row["claims"] = [
            {
                "kind": "level",
                "direction": "increase",
                "modality": "actual",
                "negated": False,
                "indicator": {"text": "森林覆盖率"},
                "trigger": {"text": "提高到"},
                "quantity": {**quantity, "unit": "%", "relation": "eq"},
                "from_quantity": None,
                "share_of": None,
                "period": None,
                "baseline": None,
                "region": None,
            }
        ]
    return write_documents(tmp_path_factory.mktemp("gold") / "gold.jsonl", rows)
