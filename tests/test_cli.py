import csv
import json
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from policynlp.cli import main
from policynlp.models import DEFAULT
from policynlp.schema import Claim, Indicator, Part, Quantity

TARGET = "到2031年，全市公路里程达到9万公里。\n"
ACTUAL = "2030年，全市公路里程8万公里。\n"


@dataclass
class Piece:
    ents: list = field(default_factory=list)
    records: list = field(default_factory=list)
    about: dict = field(default_factory=dict)


def read_lines(nlp, document):
    """One claim a sentence; 故障 is where it breaks."""
    start = 0
    for number, line in enumerate(document.text.splitlines(keepends=True)):
        if "故障" in line:
            raise KeyError(line)
        at = start + line.index("公路里程")
        unit = line.index("万公里")
        quantity = Quantity(
            line[unit - 1 : unit + 3],
            start + unit - 1,
            start + unit + 3,
            int(line[unit - 1]) * 1e4,
            None,
            "公里",
        )
        claim = Claim(
            f"{document.doc_id}:{number:05}", document.doc_id, "level", None,
            "target" if "达到" in line else "actual", False, Indicator("公路里程", at, at + 4), quantity=quantity,
            sentence=Part(line.strip(), start, start + len(line.strip())),
        )  # fmt: skip
        ent = {"start": at, "end": at + 4, "label": "INDICATOR", "text": "公路里程"}
        start += len(line)
        yield Piece([ent], [claim.to_dict()])


@pytest.fixture
def pipeline(monkeypatch):
    stub = ModuleType("policynlp.pipeline")
    stub.calls = []

    def load(model=DEFAULT, report_year=None):
        assert model == DEFAULT
        stub.calls.append(report_year)
        return SimpleNamespace(pipe_names=["policy_claims"])

    stub.load = load
    stub.limit_threads = lambda nlp, threads: None
    stub.read_document = read_lines
    monkeypatch.setitem(sys.modules, "policynlp.pipeline", stub)
    monkeypatch.setattr("policynlp.saved.read_saved", lambda folder: None)  # spaCy must make it
    return stub


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(ACTUAL + TARGET, "utf-8")
    return path


def run(*arguments, text=None):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=text)


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_extract_shows_a_table(pipeline, report):
    done = run("extract", report)

    assert (done.exit_code, done.stderr) == (0, "")
    assert [line.split() for line in done.stdout.splitlines() if "公路里程" in line] == [
        ["公路里程", "80,000", "公里", "8万公里", "actual"],
        ["公路里程", "90,000", "公里", "9万公里", "target"],
    ]
    assert done.stdout.rstrip().endswith("2 claims")


def test_extract_writes_what_the_ending_says(pipeline, report, tmp_path):
    done = run("extract", report, "-o", tmp_path / "claims.csv")

    assert (done.exit_code, done.stdout, done.stderr) == (
        0,
        "",
        f"{tmp_path / 'claims.csv'}: 2 claims\n",
    )
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["value"] for row in csv.DictReader(stream)] == ["80000.0", "90000.0"]


def test_a_format_is_stronger_than_an_ending(pipeline, report, tmp_path):
    done = run("extract", report, "-o", tmp_path / "claims.dat", "--format", "jsonl")

    assert done.exit_code == 0
    assert len(lines((tmp_path / "claims.dat").read_text("utf-8"))) == 2


def test_extract_reads_standard_input(pipeline):
    done = run("extract", "-", "--format", "jsonl", text=ACTUAL)

    assert done.exit_code == 0
    assert [claim["id"] for claim in lines(done.stdout)] == ["stdin:00000"]


@pytest.mark.parametrize(
    ("options", "values"),
    [
        ((), [8e4, 9e4]),
        (("--kind", "level"), [8e4, 9e4]),
        (("--kind", "change", "--kind", "trend"), []),
        (("--modality", "target"), [9e4]),
        (("--modality", "target", "--modality", "actual"), [8e4, 9e4]),
    ],
)
def test_claims_are_kept_as_asked(pipeline, report, options, values):
    done = run("extract", report, "--format", "jsonl", *options)

    assert [claim["quantity"]["value"] for claim in lines(done.stdout)] == values


@pytest.mark.parametrize("ending", ["xlsx", "parquet", "duckdb", "sqlite", "csv", "txt", "jsonl"])
def test_extract_writes_claims_and_the_panel_in_every_format(pipeline, report, tmp_path, ending):
    path = tmp_path / f"out.{ending}"

    claims, cells = (
        run("extract", report, "-o", path),
        run("extract", report, "-o", path, "--panel"),
    )

    assert (claims.exit_code, claims.stdout, claims.stderr) == (0, "", f"{path}: 2 claims\n")
    assert (cells.exit_code, cells.stdout, cells.stderr) == (0, "", f"{path}: 2 cells\n")


def test_a_report_that_is_read_again_does_not_double_its_rows(pipeline, report, tmp_path):
    for _ in range(2):
        assert run("extract", report, "-o", tmp_path / "a.sqlite").exit_code == 0

    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection:
        assert connection.execute("SELECT doc_id, text, claims FROM documents").fetchall() == [
            ("report", ACTUAL + TARGET, 2)
        ]
        assert connection.execute("SELECT value FROM claims ORDER BY id").fetchall() == [
            (8e4,),
            (9e4,),
        ]


def test_heads_are_in_the_language_asked_for(pipeline, report):
    done = run("extract", report, "--format", "csv", "--lang", "zh")

    assert done.stdout.startswith("论断编号,文档编号,类型,")


def test_a_panel_is_shown_and_flat_lines_are_flat(pipeline, report):
    panel = run("extract", report, "--panel")
    flat = lines(run("extract", report, "--flat", "--format", "jsonl").stdout)

    assert panel.stdout.endswith("2 cells, 0 of them with a conflict\n")
    assert [(claim["value"], claim["indicator"]) for claim in flat] == [
        (8e4, "公路里程"),
        (9e4, "公路里程"),
    ]


def test_a_library_that_is_missing_is_told_before_the_work(pipeline, report, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    done = run("extract", report, "-o", tmp_path / "a.xlsx")

    assert (done.exit_code, pipeline.calls) == (2, [])
    assert "xlsx files need xlsxwriter: pip install 'policynlp[files]'" in done.stderr


def test_an_input_is_not_written_over(pipeline, report):
    done = run("extract", report, "-o", report)

    assert (done.exit_code, "is an input" in done.stderr) == (2, True)
    assert report.read_text("utf-8") == ACTUAL + TARGET


def test_report_year_reaches_the_pipeline(pipeline, report):
    run("extract", report, "--report-year", 2031)

    assert pipeline.calls == [2031]


def test_annotate_gives_documents_of_the_schema(pipeline, report, tmp_path):
    done = run("annotate", report, "-o", tmp_path / "docs.jsonl")

    assert (done.exit_code, done.stderr) == (0, f"{tmp_path / 'docs.jsonl'}: 1 documents\n")
    (document,) = lines((tmp_path / "docs.jsonl").read_text("utf-8"))
    Draft202012Validator(json.loads(run("schema").stdout)).validate(document)
    assert document["text"] == ACTUAL + TARGET
    assert [document["text"][e["start"] : e["end"]] for e in document["ents"]] == [
        "公路里程",
        "公路里程",
    ]


def test_annotate_writes_to_standard_output(pipeline, report):
    assert [document["doc_id"] for document in lines(run("annotate", report).stdout)] == ["report"]


def test_a_folder_is_searched_and_the_order_is_that_of_names(pipeline, tmp_path):
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.txt").write_text(ACTUAL, "utf-8")

    done = run("annotate", tmp_path)

    assert [document["doc_id"] for document in lines(done.stdout)] == ["a", "b", "c"]


def test_a_file_that_is_named_twice_is_read_once(pipeline, report, tmp_path):
    done = run("annotate", report, tmp_path, tmp_path / "*.txt")

    assert [document["doc_id"] for document in lines(done.stdout)] == ["report"]


def test_empty_inputs_are_named_in_a_line_each(pipeline, tmp_path):
    (tmp_path / "empty").mkdir()

    done = run("extract", "-", tmp_path / "empty", tmp_path / "*.txt", "--format", "jsonl", text="")

    assert (done.exit_code, done.stdout) == (1, "")
    assert [line.split(":")[:2] for line in done.stderr.splitlines()] == [
        ["policynlp", " standard input"],
        ["policynlp", f" {tmp_path / 'empty'}"],
        ["policynlp", f" {tmp_path / '*.txt'}"],
    ]


def test_an_input_that_fails_is_named_and_the_others_are_written(pipeline, report, tmp_path):
    (tmp_path / "broken.txt").write_text(ACTUAL + "故障\n", "utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)

    done = run(
        "annotate", tmp_path / "none.txt", tmp_path / "broken.txt", tmp_path / "binary.txt", report
    )

    assert done.exit_code == 1
    assert [document["doc_id"] for document in lines(done.stdout)] == ["report"]
    assert [
        name for name in ("none.txt", "broken.txt", "binary.txt") if name not in done.stderr
    ] == []
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[3:] == [
        "policynlp: 2 documents read from 3 files; 3 failed, 0 skipped"
    ]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["extract"], "Missing argument"),
        (["extract", "x.txt", "--kind", "sum"], "'sum' is not one of"),
        (["extract", "x.txt", "--jobs", "0"], "0 is not in the range"),
        (["extract", "x.txt", "--report-year", "31"], "31 is not in the range"),
        (["extract", "x.txt", "-o", "claims.doc"], "the endings that work"),
        (["extract", "x.txt", "--format", "xml"], "'xml' is not one of"),
        (["extract", "x.txt", "--format", "xlsx"], "--format xlsx needs a file: -o FILE"),
        (["extract", "x.txt", "--lang", "fr"], "'fr' is not one of"),
        (["evaluate"], "Missing argument"),
        (["guess"], "No such command"),
    ],
)
def test_wrong_usage_is_code_2(pipeline, arguments, reason):
    done = run(*arguments)

    assert done.exit_code == 2
    assert reason in done.stderr


def test_a_model_that_is_not_there_is_wrong_usage(pipeline, report):
    done = run("extract", report, "--model", "none")

    assert (done.exit_code, "no pipeline 'none'" in done.stderr) == (2, True)


def test_a_folder_that_is_not_there_cannot_be_written_to(pipeline, report, tmp_path):
    done = run("extract", report, "-o", tmp_path / "none" / "claims.jsonl")

    assert (done.exit_code, "cannot write: No such file" in done.stderr) == (2, True)


@pytest.fixture
def gold(tmp_path):
    claim = {"kind": "level", "direction": None, "modality": "target", "indicator": {"text": "公路里程", "start": 8, "end": 12},
             "quantity": {"text": "9万公里", "start": 14, "end": 18, "value": 90000, "high": None, "unit": "公里", "relation": "eq"}}  # fmt: skip
    other = claim | {"quantity": claim["quantity"] | {"value": 70000}}
    path = tmp_path / "gold.jsonl"
    document = {"doc_id": "a", "text": TARGET, "ents": [], "claims": [claim, other]}
    path.write_text(json.dumps(document) + "\n", "utf-8")
    return path


def test_evaluate_runs_the_pipeline(pipeline, gold):
    done = run("evaluate", gold)

    assert done.exit_code == 0
    assert (
        "claims strict            P 1.000  R 0.500  F1 0.667   (1 of 2 gold, 1 predicted)"
        in done.stdout.splitlines()
    )
    assert "field modality           accuracy 1.000   (n=1)" in done.stdout.splitlines()


def test_evaluate_scores_predictions_that_are_there(gold, tmp_path):
    (tmp_path / "pred.jsonl").write_text('{"doc_id": "a", "claims": []}\n', "utf-8")

    scores = json.loads(run("evaluate", gold, tmp_path / "pred.jsonl", "--json").stdout)["scores"]

    assert scores["quantities"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "tp": 0, "gold": 2, "pred": 0}


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, 1), (9, 1)])
def test_evaluate_shows_mistakes(pipeline, gold, number, shown):
    done = run("evaluate", gold, "--errors", number)

    assert [line for line in done.stdout.splitlines() if line.startswith("missed")] == [
        "missed   a: level/None | 公路里程 |  | 9万公里 = eq 70000 公里"
    ][:shown]


def test_evaluate_names_a_broken_line(gold):
    gold.write_text(gold.read_text("utf-8") + "{\n", "utf-8")

    done = run("evaluate", gold)

    assert done.exit_code == 1
    assert f"{gold}:2: " in done.stderr
    assert "Traceback" not in done.stderr


def test_evaluate_names_a_text_on_which_the_pipeline_breaks(pipeline, gold):
    gold.write_text(
        gold.read_text("utf-8").replace(json.dumps(TARGET), json.dumps("故障")), "utf-8"
    )

    done = run("evaluate", gold)

    assert (done.exit_code, done.stderr.startswith("policynlp: a: internal error")) == (1, True)
    assert "claims strict            P 0.000" in done.stdout


def test_schema_is_a_schema():
    schema = json.loads(run("schema").stdout)

    Draft202012Validator.check_schema(schema)
    assert {"Document", "Claim"} <= set(schema["$defs"])


def test_info_says_what_runs(pipeline):
    names = {line.split()[0]: line.split()[1:] for line in run("info").stdout.splitlines()}

    assert set(names) == {"policynlp", "spacy", "python", "model", "layers", "package", "lexicons"}
    assert names["layers"] == ["policy_claims"]


def test_version():
    assert run("--version").stdout.startswith("policynlp, version ")


def test_a_misspelt_command_is_told_the_one_it_may_mean():
    done = CliRunner().invoke(main, ["extrct"])

    assert done.exit_code == 2
    assert "extract" in done.output.splitlines()[-1]
