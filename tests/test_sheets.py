"""Without spaCy the rules, and a saved pipeline of ours, find what they find with it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from policynlp.errors import ModelError
from policynlp.order import MARKS, PIPES
from policynlp.pipeline import load, read_document
from policynlp.saved import Saved, read_saved
from policynlp.schema import Claim, Document
from policynlp.sheets import Sheet, open_saved, read_by_rules

SAMPLE = Path(__file__).parent.parent / "examples" / "plan_report_2031.txt"


def found(parts):
    return [(part.claims, part.ents, part.about, part.doc._.mentions) for part in parts]


DOCUMENTS = pytest.mark.parametrize(
    ("text", "meta", "year"),
    [
        (SAMPLE.read_text("utf-8"), {}, None),
        (SAMPLE.read_text("utf-8").replace("\n", "\n\n") * 6, {}, None),  # of several pieces
        ("今年全市粮食产量增长5%。", {}, 2031),
        ("今年全市粮食产量增长5%。", {"report_year": 2030}, 2031),
        ("", {}, None),
    ],
)


@DOCUMENTS
def test_sheets_hold_what_docs_hold(text, meta, year):
    document = Document("r", text, meta)
    nlp = load("rules", report_year=year)
    assert found(read_by_rules(document, report_year=year)) == found(read_document(nlp, document))


@DOCUMENTS
def test_without_entities_the_claims_are_the_same(text, meta, year):
    document = Document("r", text, meta)
    alone, whole = (
        [part.records for part in read_by_rules(document, report_year=year, entities=entities)]
        for entities in (False, True)
    )
    assert alone == whole


def test_what_is_written_stands_as_claims_give_it():
    (part,) = read_by_rules(Document("r", SAMPLE.read_text("utf-8")))
    rest = [{**record, "quantity": None, "period": None} for record in part.records]

    assert len(part.records) > 5
    for records in (part.records, rest):
        given = [Claim.from_dict(record).to_dict() for record in records]
        assert json.dumps(records) == json.dumps(given)  # the order of the fields as well


@DOCUMENTS
def test_sheets_hold_what_docs_of_a_saved_pipeline_hold(text, meta, year, tagged_folder):
    document = Document("r", text, meta)
    nlp = load(tagged_folder, report_year=year)
    reader = open_saved(tagged_folder, read_saved(tagged_folder), report_year=year, threads=1)
    assert found(reader(document)) == found(read_document(nlp, document))


def test_the_year_of_the_config_counts_where_none_is_given(tagged_folder):
    document = Document("r", "今年全市粮食产量增长5%。", {})
    years = [
        [claim.period.iso for part in reader(document) for claim in part.claims]
        for reader in (
            open_saved(tagged_folder, Saved(2030, 1)),
            open_saved(tagged_folder, Saved(2030, 1), report_year=2031),
        )
    ]
    assert years == [["2030"], ["2031"]]


def test_a_folder_without_its_network_is_named(tagged_folder, tmp_path):
    with pytest.raises(ModelError, match=r"policy_tagger/tagger\.onnx"):
        open_saved(tmp_path, Saved(None, 0))


def test_a_sheet_is_marked_by_all_components_but_that_of_spans():
    assert (*MARKS, "policy_spans") == PIPES


def test_a_sheet_may_have_no_layout_yet():
    sheet = Sheet("全市粮食产量 5万吨。")
    for mark in MARKS.values():
        mark(sheet)
    assert [record["quantity"]["value"] for record in sheet._.claim_records] == [50000]


@pytest.mark.parametrize("model", ["rules", "zh_policy_sm"])
def test_the_command_reads_without_spacy(model, tmp_path):
    (tmp_path / "r.txt").write_text("全市公路里程超过9万公里。", "utf-8")
    code = (
        "import sys; from policynlp.cli import main\n"
        "main(sys.argv[1:], standalone_mode=False)\n"
        "print('spacy' in sys.modules)"
    )
    command = [
        "extract",
        "--model",
        model,
        str(tmp_path / "r.txt"),
        "-o",
        str(tmp_path / "c.csv"),
    ]
    done = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
