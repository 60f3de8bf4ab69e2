"""The commands that train: what they print, and how they say what is wrong."""

import re
import runpy
from pathlib import Path

import pytest
from click.testing import CliRunner

import policynlp
from policynlp.cli import main
from policynlp.training import gate
from tiny_tagger import document, make_encoder, make_vocabulary, small_corpus, write_documents

TRAIN_PY = Path(__file__).parent.parent / "train.py"


def run(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a base, a corpus and a report."""
    folder, vocabulary = tmp_path_factory.mktemp("place"), make_vocabulary()
    make_encoder(vocabulary).save_pretrained(folder / "base")
    vocabulary.write(folder / "base")
    write_documents(folder / "corpus.jsonl", small_corpus())
    (folder / "report.txt").write_text("全市粮食产量增长3.2%。\n" * 3, "utf-8")
    return folder


def train(place, output, *arguments):
    return run(
        "train",
        "--base",
        place / "base",
        "--corpus",
        place / "corpus.jsonl",
        "-o",
        output,
        *arguments,
    )


@pytest.mark.slow
def test_train_writes_a_pipeline_and_prints_its_scores(place, tmp_path):
    done = train(place, tmp_path / "zh_new", "--epochs", 1, "--batch", 8, "--seed", 3)
    assert (done.exit_code, done.exception) == (0, None)
    scores = [line.split() for line in done.stdout.splitlines()]
    assert [line[:2] for line in scores[:3]] == [
        ["dev", "micro"],
        ["dev", "INDICATOR"],
        ["dev", "POLICY"],
    ]
    assert [len(line) for line in scores] == [3] * 22
    epoch, written = done.stderr.splitlines()
    assert re.fullmatch(r"epoch 1 of 1: loss \d\.\d{3}, dev F1 0\.\d{3}", epoch)
    assert written == f"{tmp_path / 'zh_new'}: written"
    assert policynlp.load(tmp_path / "zh_new").meta["name"] == "new"


@pytest.mark.slow
def test_pretrain_distill_and_average_write_checkpoints(place, tiny, tmp_path):
    from policynlp.training.tagger import save_checkpoint

    save_checkpoint(tiny.model, tmp_path / "teacher", tiny.vocabulary)
    (tmp_path / "reports.txt").write_text(
        "全市粮食产量增长3.2%。城镇新增就业52万人。\n" * 800, "utf-8"
    )
    done = run(
        "pretrain",
        "--reports",
        tmp_path / "reports.txt",
        "-o",
        tmp_path / "encoder",
        "--steps",
        1,
        "--hidden-size",
        8,
    )
    assert (done.exit_code, done.exception) == (0, None)
    assert done.stdout == ""
    step, written = done.stderr.splitlines()
    assert re.fullmatch(r"step 1 of 1: loss \d\.\d{3}", step)
    assert written.startswith(f"{tmp_path / 'encoder'}: loss ")
    done = run(
        *("distill", "--teacher", tmp_path / "teacher", "--reports", place / "report.txt"),
        *("--base", tmp_path / "encoder", "--corpus", place / "corpus.jsonl"),
        *("-o", tmp_path / "student", "--epochs", 1, "--characters", 10),
    )
    assert (done.exit_code, done.exception) == (0, None)
    assert done.stdout == ""
    epoch, written = done.stderr.splitlines()
    assert re.fullmatch(r"epoch 1 of 1: loss \d\.\d{3}", epoch)
    assert written.startswith(f"{tmp_path / 'student'}: dev ")
    assert (tmp_path / "student" / "model.safetensors").is_file()
    done = run("average", tmp_path / "student", tmp_path / "student", "-o", tmp_path / "mean")
    assert (done.exit_code, done.exception, done.stdout) == (0, None, "")
    assert done.stderr == f"{tmp_path / 'mean'}: written\n"
    assert (tmp_path / "mean" / "model.safetensors").is_file()


def last_line(done):
    """Give what the command says of its failure; there is no traceback."""
    assert done.exit_code in (1, 2)
    assert isinstance(done.exception, SystemExit)
    assert done.stdout == ""
    return done.stderr.splitlines()[-1]


def bad_corpus(tmp_path, row):
    return write_documents(tmp_path / "bad.jsonl", [row])


def untaught(tmp_path):
    row = document("a", "[ORG 市政府]开会。", "train")
    row["ents"][0]["label"] = "PERSON"
    return bad_corpus(tmp_path, row)


@pytest.mark.parametrize(
    ("make", "code", "reason"),
    [
        (lambda path: path / "none.jsonl", 1, "none.jsonl: no such file"),
        (lambda path: bad_corpus(path, {"doc_id": "a", "text": 5}), 1, "bad.jsonl:1: "),
        (untaught, 1, "unknown label 'PERSON'"),
        (
            lambda path: bad_corpus(path, document("a", "开会。")),
            1,
            "bad.jsonl: no document for training has a labelled span",
        ),
        (
            lambda path: bad_corpus(path, document("a", "[ORG 市政府]开会。", "dev")),
            1,
            "no document for training",
        ),
    ],
    ids=["missing", "broken", "a label that is not taught", "no spans", "all held out"],
)
def test_a_wrong_corpus_is_named_in_one_line(place, tmp_path, make, code, reason):
    done = run(
        "train", "--base", place / "base", "--corpus", make(tmp_path), "-o", tmp_path / "out"
    )
    assert reason in last_line(done)
    assert (done.exit_code, done.stderr.count("\n")) == (code, 1)
    assert not (tmp_path / "out").exists()


def test_a_missing_base_is_named_before_the_corpus_is_read(tmp_path):
    done = run(
        "train",
        "--base",
        tmp_path / "none",
        "--corpus",
        tmp_path / "none.jsonl",
        "-o",
        tmp_path / "out",
    )
    assert last_line(done) == (
        f"Error: {tmp_path / 'none'}: no checkpoint to train from: config.json is missing; give a BERT-like model's folder"
    )


def test_what_stands_at_the_output_is_left_alone(place, tmp_path):
    (tmp_path / "letter.txt").write_text("kept", "utf-8")
    message = (
        f"Error: {tmp_path}: holds something that is no pipeline; name another folder to write"
    )
    assert last_line(train(place, tmp_path)) == message


def test_to_go_on_needs_a_state(place, tmp_path):
    done = train(place, tmp_path / "out", "--resume")
    assert done.exit_code == 2
    assert last_line(done) == "Error: --resume needs --checkpoint: the folder that holds the state"
    done = train(place, tmp_path / "out", "--resume", "--checkpoint", tmp_path / "state")
    assert done.exit_code == 1
    assert (
        last_line(done)
        == f"Error: {tmp_path / 'state'}: no saved state to go on from; leave --resume out"
    )


def test_too_little_text_and_broken_reports_are_named(place, tmp_path):
    done = run("pretrain", "--reports", place / "report.txt", "-o", tmp_path / "out")
    assert (
        last_line(done)
        == f"Error: {place / 'report.txt'}: too little text to pre-train on; a hundred reports are a beginning"
    )
    (tmp_path / "r.jsonl").write_text('{"text": "a"}\n{\n', "utf-8")
    done = run("pretrain", "--reports", tmp_path / "r.jsonl", "-o", tmp_path / "out")
    assert last_line(done).startswith(f"Error: {tmp_path / 'r.jsonl'}:2: ")


@pytest.mark.parametrize("command", ["train", "pretrain", "distill", "average"])
def test_a_missing_extra_is_named(monkeypatch, place, tmp_path, command):
    monkeypatch.setattr(
        gate, "find_spec", lambda name: None if name in ("torch", "onnx") else object()
    )
    options = {
        "train": ("--base", "b", "--corpus", "c"),
        "pretrain": ("--reports", "r"),
        "distill": ("--base", "b", "--corpus", "c", "--reports", "r", "--teacher", "t"),
        "average": ("a", "b"),
    }
    done = run(command, *options[command], "-o", tmp_path / "out")
    assert last_line(done) == "Error: training needs torch, onnx: pip install 'policynlp[train]'"


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ([], ["--base", "--corpus", "--epochs", "--output"]),
        (["-o", "out", "--epochs=2"], ["--base", "--corpus"]),
        (["--output=out", "--corpus", "c"], ["--base", "--epochs"]),
        (["--base", "b", "--corpus=c", "-o", "o"], ["--epochs"]),
    ],
)
def test_train_py_adds_what_is_not_given(given, missing):
    script = runpy.run_path(str(TRAIN_PY))
    arguments = script["arguments"](given)
    assert arguments[: len(given) + 1] == ["train", *given]
    assert arguments[len(given) + 1 :: 2] == missing
