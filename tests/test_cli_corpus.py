import json

import pytest
from click.testing import CliRunner

from policynlp.cli import main
from policynlp.training.excerpts import digest_of

GOOD = "# genre: budget\n# split: train\n# layout: plain\n\n[IND 税收][QTY 86亿{元}]。\n"
CLAIM = "> level | 税收 | - | 86亿元 = 8600000000 元 | -\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "budget" / "a.txt"
    path.parent.mkdir()
    path.write_text(GOOD + CLAIM, "utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(main, ["corpus", *map(str, arguments)])


def test_check_passes_a_good_corpus(path):
    done = run("check", path.parent)

    assert (done.exit_code, done.stdout) == (0, "1 documents, 1 claims: 0 errors, 0 warnings\n")


def test_check_gives_errors_first_and_fails(path):
    path.write_text(GOOD + CLAIM.replace("86亿元 = 8600000000", "86亿元 = gt 8600000000") + "税收]\n", "utf-8")  # fmt: skip

    done = run("check", path)

    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        f"{path}:7: ] closes nothing; write \\] for the sign itself",
        f"{path}:6: warning: 86亿元 reads as 8600000000 元, the claim says gt 8600000000 元; mend the claim, or the span",
        "1 documents, 1 claims: 1 errors, 1 warnings",
    ]
    assert run("check", path, "--errors-only").stdout.splitlines() == [
        f"{path}:7: ] closes nothing; write \\] for the sign itself",
        "1 documents, 1 claims: 1 errors, 1 warnings",
    ]


def test_warnings_alone_are_no_failure(path):
    path.write_text(GOOD + CLAIM.replace("86亿元 = ", "86亿元 = gt "), "utf-8")

    assert run("check", path).exit_code == 0


def test_check_gives_json(path):
    path.write_text(GOOD + "税收]\n", "utf-8")

    done = run("check", path, "--json")

    assert (done.exit_code, json.loads(done.stdout)["errors"]) == (1, 1)
    assert json.loads(done.stdout)["findings"][0]["line"] == 6


def test_compile_writes_the_splits_that_are_asked_for(path, tmp_path):
    output = tmp_path / "corpus.jsonl"
    done = run("compile", path.parent, "-o", output)

    assert (done.exit_code, done.stderr) == (0, f"{output}: 1 documents\n")
    assert json.loads(output.read_text("utf-8"))["doc_id"] == "budget/a"
    assert run("compile", path, "-o", output, "--split", "dev").stderr == f"{output}: 0 documents\n"


def test_compile_names_the_first_fault(path, tmp_path):
    path.write_text(GOOD + "税收]\n", "utf-8")

    done = run("compile", path, "-o", tmp_path / "corpus.jsonl")

    assert done.exit_code == 1
    assert done.stderr == f"Error: {path}:6: ] closes nothing; write \\] for the sign itself\n"


def test_draft_rewrites_the_file(path):
    path.write_text(GOOD, "utf-8")

    shown = run("draft", path, "--stdout")

    assert (shown.exit_code, shown.stdout) == (0, GOOD + CLAIM)
    assert path.read_text("utf-8") == GOOD
    done = run("draft", path.parent)
    assert (done.exit_code, done.stderr) == (0, f"{path}: drafted\n")
    assert path.read_text("utf-8") == GOOD + CLAIM
    assert run("draft", path.parent).stderr == ""


def test_draft_names_a_file_that_cannot_be_read_and_does_the_others(path):
    path.write_text(GOOD, "utf-8")
    broken = path.with_name("0.txt")
    broken.write_text(GOOD + "税收]\n", "utf-8")

    done = run("draft", path.parent)

    assert done.exit_code == 1
    assert done.stderr == (
        f"policynlp: {broken}:6: ] closes nothing; write \\] for the sign itself\n{path}: drafted\n"
    )
    assert broken.read_text("utf-8") == GOOD + "税收]\n"


def test_draft_again_takes_out_what_stands(path):
    path.write_text(GOOD + CLAIM.replace("8600000000", "5"), "utf-8")
    run("draft", path)
    assert path.read_text("utf-8") == GOOD + CLAIM.replace("8600000000", "5")

    run("draft", path, "--again")
    assert path.read_text("utf-8") == GOOD + CLAIM


def test_stats_as_a_table_and_as_json(path):
    table = run("stats", path)

    assert (table.exit_code, table.stdout.split()[:7]) == (0, ["documents", "sentences", "characters", "spans", "claims", "all", "1"])  # fmt: skip
    assert json.loads(run("stats", path, "--json").stdout)["total"]["claims"]["level"] == 1


@pytest.mark.parametrize("command", [["check"], ["draft"], ["stats"], ["compile", "-o", "x.jsonl"]])
def test_a_path_that_names_nothing_is_named(command, tmp_path):
    done = run(*command, tmp_path / "none")

    assert done.exit_code == 1
    assert done.stderr == f"Error: {tmp_path / 'none'}: no such file or folder, and no file matches it\n"  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["check"], "Missing argument"),
        (["compile", "x"], "Missing option '-o'"),
        (["compile", "x", "-o", "y", "--split", "all"], "'all' is not one of"),
    ],
)
def test_wrong_usage_is_code_2(arguments, reason):
    done = run(*arguments)

    assert (done.exit_code, reason in done.stderr) == (2, True)


def test_attach_writes_documents_to_train_on(tmp_path):
    text = "全市粮食产量增长5%。"
    spans = {"report": "r", "split": "train", "start": 0, "end": 11, "digest": digest_of(text), "spans": [[0, 2, "REGION"]]}  # fmt: skip
    (tmp_path / "spans.jsonl").write_text(json.dumps(spans), "utf-8")
    (tmp_path / "r.txt").write_text(text, "utf-8")

    done = run("attach", tmp_path / "spans.jsonl", "--reports", tmp_path / "r.txt", "-o", tmp_path / "o.jsonl")  # fmt: skip

    assert (done.exit_code, done.stderr) == (0, f"{tmp_path}/o.jsonl: 1 documents\n")
    written = json.loads((tmp_path / "o.jsonl").read_text("utf-8"))
    assert [entity["text"] for entity in written["ents"]] == ["全市"]
    assert run("compile", tmp_path / "o.jsonl", "-o", tmp_path / "again.jsonl").exit_code == 0


def test_attach_writes_nothing_if_a_report_is_missing(tmp_path):
    (tmp_path / "spans.jsonl").write_text('{"report": "r", "split": "train", "start": 0, "end": 1, "digest": "", "spans": []}', "utf-8")  # fmt: skip
    (tmp_path / "q.txt").write_text("税收。", "utf-8")

    done = run("attach", tmp_path / "spans.jsonl", "--reports", tmp_path / "q.txt", "-o", tmp_path / "o.jsonl")  # fmt: skip

    assert done.exit_code == 1
    assert "no report 'r'" in done.stderr
    assert not (tmp_path / "o.jsonl").exists()
