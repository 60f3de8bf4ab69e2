"""Every block of the README and of docs/ is run, or held to what exists."""

import pytest

from doc_blocks import PAGES, ROOT, read_blocks
from doc_inputs import make_inputs
from doc_run import Run, agrees, check_command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page_runs_and_prints_what_it_shows(page, tmp_path, monkeypatch):
    make_inputs(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = Run()

    for block in read_blocks(page):
        if block.is_output:
            assert agrees(block.text, done.printed), f"printed:\n{done.printed}"
        done.take(block)


@pytest.mark.parametrize(
    ("shown", "printed", "answer"),
    [
        ("a\nb\n", "a\nb\n\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n…\n", "a\nb\n", True),
        ("…\nb\n", "a\nb\n", True),
        ("a\n…\nc\n", "a\nb\nc  \n", True),
        ("a\n…\nc\n", "a\nb\nc\nd\n", False),
        ("b\n…\n", "a\nb\n", False),
        ("b\n", "ab\n", False),
    ],
)
def test_agrees(shown, printed, answer):
    assert agrees(shown, printed) is answer


@pytest.mark.parametrize(
    "words",
    [
        ["policynlp", "extrakt", "a.txt"],
        ["policynlp", "extract", "a.txt", "--colour"],
        ["policynlp", "corpus", "chek", "a"],
        ["pip", "install", "policynlp[magic]"],
        ["python", "benchmarks/nothing.py"],
        ["rm", "a"],
    ],
    ids=" ".join,
)
def test_what_does_not_exist_is_told(words):
    with pytest.raises(Exception, match=r"(?i)no such|magic|nothing|rm"):
        check_command(words)
