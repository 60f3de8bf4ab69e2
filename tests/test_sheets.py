"""The rules without spaCy find what the pipeline of the rules finds."""

import subprocess
import sys
from pathlib import Path

import pytest

from policynlp.marks import MARKS
from policynlp.pipeline import load, read_document
from policynlp.pipes import PIPES
from policynlp.schema import Document
from policynlp.sheets import Sheet, read_by_rules

SAMPLE = Path(__file__).parent.parent / "examples" / "plan_report_2031.txt"


def found(parts):
    return [(part.claims, part.ents, part.about, part.doc._.mentions) for part in parts]


@pytest.mark.parametrize(
    ("text", "meta", "year"),
    [
        (SAMPLE.read_text("utf-8"), {}, None),
        (SAMPLE.read_text("utf-8").replace("\n", "\n\n") * 6, {}, None),  # of several pieces
        ("今年全市粮食产量增长5%。", {}, 2031),
        ("今年全市粮食产量增长5%。", {"report_year": 2030}, 2031),
        ("", {}, None),
    ],
)
def test_sheets_hold_what_docs_hold(text, meta, year):
    document = Document("r", text, meta)
    nlp = load("rules", report_year=year)
    assert found(read_by_rules(document, report_year=year)) == found(read_document(nlp, document))


def test_a_sheet_is_marked_by_all_components_but_that_of_spans():
    assert (*MARKS, "policy_spans") == PIPES


def test_a_sheet_may_have_no_layout_yet():
    sheet = Sheet("全市粮食产量 5万吨。")
    for mark in MARKS.values():
        mark(sheet)
    assert [record["quantity"]["value"] for record in sheet._.claim_records] == [50000]


def test_the_command_reads_by_rules_without_spacy(tmp_path):
    (tmp_path / "r.txt").write_text("全市公路里程超过9万公里。", "utf-8")
    code = (
        "import sys; from policynlp.cli import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "print('spacy' in sys.modules)"
    )
    command = [
        "extract",
        "--model",
        "rules",
        str(tmp_path / "r.txt"),
        "-o",
        str(tmp_path / "c.csv"),
    ]
    done = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
