"""Folders of mixed files, and the limits, on the command line."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from policynlp.cli import main
from report_files import make_docx, make_html, make_pdf

TEXT = "全市公路里程超过9万公里，比上年增长3.2%。"
CLAIMS = ["level", "change"]


def run(*args):
    return CliRunner().invoke(main, [str(arg) for arg in args])


def kinds(done):
    return [(claim["doc_id"], claim["kind"]) for claim in map(json.loads, done.stdout.splitlines())]


@pytest.fixture
def folder(tmp_path):
    files = {
        "a.docx": make_docx([TEXT]),
        "b.html": make_html([TEXT]),
        "c/d.pdf": make_pdf([TEXT]),
        "e.txt": make_pdf([TEXT]),  # a PDF by another name
        "f.jsonl": json.dumps({"id": "own", "text": TEXT}).encode() + b"\n{\n",
        "g.dat": make_docx([TEXT]),
        "h.png": b"\x89PNG\r\n\x1a\n",
        "i.log": TEXT.encode(),
        "j.xlsx": b"\xd0\xcf\x11\xe0",
        "k.pdf": b"%PDF-1.4 cut off",
        "l.txt": b"",
        "~$a.docx": b"lock",
        ".hidden.txt": TEXT.encode(),
    }
    for name, data in files.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "in"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_of_mixed_files_runs_in_one_command(folder, jobs):
    done = run("extract", folder, "--model", "rules", "--format", "jsonl", "--jobs", jobs)

    assert done.exit_code == 1
    assert kinds(done) == [
        (doc_id, kind) for doc_id in ("a", "b", "d", "e", "own", "g") for kind in CLAIMS
    ]
    assert [line.replace(f"{folder}{os.sep}", "") for line in done.stderr.splitlines()] == [
        "policynlp: f.jsonl:2: no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        "policynlp: k.pdf: damaged or cut off PDF (PdfiumError: Failed to load document (PDFium: Data format error).); get the file again",
        "policynlp: l.txt: the file is empty",
        "skipped: h.png: PNG is not read; save it as .docx, PDF or text first",
        "skipped: i.log: not known to be a report by its ending; name the file itself to read it",
        "skipped: j.xlsx: old Word or Excel is not read; save it as .docx, PDF or text first",
        "policynlp: 6 documents read from 8 files; 3 failed, 3 skipped",
    ]


def test_a_file_that_is_named_is_read_whatever_its_ending(folder):
    done = run("extract", folder / "i.log", "--model", "rules", "--format", "jsonl")

    assert (done.exit_code, kinds(done), done.stderr) == (0, [("i", kind) for kind in CLAIMS], "")


def test_annotate_says_where_the_pages_of_a_pdf_begin(folder):
    done = run("annotate", folder / "c" / "d.pdf", "--model", "rules")

    assert json.loads(done.stdout)["meta"] == {"format": "pdf", "pages": [0]}


def test_a_column_is_named(tmp_path):
    (tmp_path / "r.csv").write_text(f"id,正文\nx,{TEXT}\n", "utf-8")

    done = run("extract", tmp_path / "r.csv", "--model", "rules", "--format", "jsonl", "--text-column", "正文")  # fmt: skip
    assert kinds(done) == [("x", kind) for kind in CLAIMS]

    done = run("extract", tmp_path / "r.csv", "--model", "rules")
    assert (done.exit_code, done.stderr) == (
        1,
        f"policynlp: {tmp_path / 'r.csv'}: no column 'text' with the text; name one with --text-column: 'id', '正文'\n",
    )


@pytest.mark.parametrize(
    ("option", "value", "error"),
    [
        ("--max-mb", "0.0001", "more than 0.0001 MB; raise the limit with --max-mb"),
        ("--max-pages", "1", "more than 1 pages; raise the limit with --max-pages"),
        ("--timeout", "0.001", "more than 0.001 s; raise the limit with --timeout"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "annotate"])
def test_limits(tmp_path, command, option, value, error):
    (tmp_path / "r.pdf").write_bytes(make_pdf([TEXT, "\f", TEXT]))

    done = run(command, tmp_path / "r.pdf", "--model", "rules", option, value)

    assert (done.exit_code, error in done.stderr) == (1, True)


@pytest.mark.parametrize("option", ["--max-mb", "--max-pages", "--max-members", "--max-ratio", "--timeout"])  # fmt: skip
def test_a_limit_of_nothing_is_wrong_usage(option):
    assert run("extract", "x.txt", option, "0").exit_code == 2


WITHOUT = """
import sys
from importlib.abc import MetaPathFinder

class Refuse(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"lxml", "docx", "pypdfium2", "pyarrow"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Refuse())
from policynlp.cli import main
main()
"""


def test_without_the_extra_text_is_read_and_the_extra_is_named(folder):
    for name in ("a.md", "f.csv", "g.txt.gz"):
        (folder / name).unlink(missing_ok=True)
    (folder / "a.md").write_text(TEXT, "utf-8")
    (folder / "n.csv").write_text(f"text\n{TEXT}\n", "utf-8")
    (folder / "o.parquet").write_bytes(b"PAR1")

    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, "extract", folder, "--model", "rules", "--format", "jsonl"],
        capture_output=True,
        encoding="utf-8",
    )

    assert kinds(done) == [(doc_id, kind) for doc_id in ("a.md", "own", "n#1") for kind in CLAIMS]
    lines = [line.replace(f"policynlp: {folder}{os.sep}", "") for line in done.stderr.splitlines()]
    assert [line for line in lines if "needs" in line] == [
        'a.docx: reading Word file needs docx: pip install "policynlp[files]"',
        'b.html: reading HTML needs lxml: pip install "policynlp[files]"',
        f'c{os.sep}d.pdf: reading PDF needs pypdfium2: pip install "policynlp[files]"',
        'e.txt: reading PDF needs pypdfium2: pip install "policynlp[files]"',
        'g.dat: reading Word file needs docx: pip install "policynlp[files]"',
        'k.pdf: reading PDF needs pypdfium2: pip install "policynlp[files]"',
        'o.parquet: reading Parquet needs pyarrow: pip install "policynlp[files]"',
    ]
