"""From annotated documents to a pipeline, from reports to an encoder, from teachers to a student."""

import json
import shutil

import pytest

import policynlp
from policynlp.errors import GoldError, TrainingError
from policynlp.tagging.vocabulary import BORDER, MASK, PAD, UNKNOWN, Vocabulary
from policynlp.training.dataset import Row
from policynlp.training.distill import DistillOptions, distill
from policynlp.training.fit import FitOptions, fit, last_state, predict
from policynlp.training.pretrain import PretrainOptions, pretrain
from policynlp.training.run import TrainOptions, read_base, train
from policynlp.training.scores import decode_logits
from policynlp.training.tagger import PolicyTagger
from tiny_tagger import (
    CHARACTERS,
    SENTENCES,
    document,
    make_vocabulary,
    small_corpus,
    write_documents,
)

TEXT = "2030年，全市粮食产量520万吨，比上年增长3.2%。"
SHORT = FitOptions(epochs=2, batch=8)


@pytest.fixture(scope="module")
def trained(base, corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("trained")
    options = TrainOptions(
        base, (corpus,), folder / "zh_new", checkpoint=folder / "state", fit=SHORT
    )
    return folder, train(options)


@pytest.mark.slow
def test_a_pipeline_comes_out_with_its_figures(trained):
    folder, metrics = trained
    written = folder / "zh_new"
    assert json.loads((written / "metrics.json").read_text("utf-8")) == metrics
    assert metrics["documents"] == {"train": 4, "dev": 1, "test": 1}
    assert {split: list(systems) for split, systems in metrics["scores"].items()} == {
        split: ["tagger with rules", "tagger alone", "rules alone"] for split in ("dev", "test")
    }
    assert metrics["scores"]["dev"]["rules alone"]["micro"]["gold"] == 17
    assert (written / "README.md").read_text("utf-8").startswith("# zh_new\n")
    assert len(policynlp.load(written)(TEXT)._.claims) == 2


@pytest.mark.slow
def test_the_same_seed_trains_the_same_tagger(trained, base, corpus, tmp_path):
    folder, metrics = trained
    again = train(TrainOptions(base, (corpus,), tmp_path / "zh_new", fit=SHORT))
    assert again == metrics
    for name in ("tagger.onnx", "tagger.json", "vocab.txt"):
        one, two = (path / "zh_new" / "policy_tagger" / name for path in (folder, tmp_path))
        assert one.read_bytes() == two.read_bytes()


@pytest.mark.slow
def test_a_training_goes_on_where_it_was(trained, base, corpus, tmp_path):
    folder, _ = trained
    assert last_state(folder / "state").startswith(str(folder / "state" / "checkpoint-"))
    options = TrainOptions(
        base,
        (corpus,),
        tmp_path / "zh_more",
        checkpoint=folder / "state",
        fit=FitOptions(epochs=3, batch=8, resume=True),
    )
    train(options)
    state = json.loads(
        next((folder / "state").glob("checkpoint-*/trainer_state.json")).read_text("utf-8")
    )
    assert state["epoch"] > 2 or state["best_global_step"] is not None
    assert policynlp.load(tmp_path / "zh_more")(TEXT)._.claims


@pytest.mark.slow
def test_a_tagger_is_gone_on_with(trained, corpus, tmp_path):
    folder, _ = trained
    train(
        TrainOptions(
            folder / "state", (corpus,), tmp_path / "zh_on", fit=FitOptions(epochs=1, batch=8)
        )
    )
    assert policynlp.load(tmp_path / "zh_on")(TEXT)._.claims


@pytest.mark.slow
def test_without_dev_documents_it_trains_to_the_end(base, tmp_path):
    rows = [row for row in small_corpus() if row["meta"]["split"] == "train"]
    path = write_documents(tmp_path / "c.jsonl", rows)
    metrics = train(
        TrainOptions(base, (path,), tmp_path / "zh_out", fit=FitOptions(epochs=1, batch=8))
    )
    assert metrics["scores"] == {}
    settings = json.loads(
        (tmp_path / "zh_out" / "policy_tagger" / "tagger.json").read_text("utf-8")
    )
    assert settings["temperature"] == 1.0


@pytest.mark.slow
def test_a_sentence_is_learned(base, tmp_path):
    model, vocabulary = PolicyTagger.from_base(base), make_vocabulary()
    rows = [Row("a", "粮食产量增长。", [1, 2, 2, 2, 17, 18, 0], [0] * 7)] * 64
    options = FitOptions(epochs=12, batch=8, learning_rate=3e-3, hide=0.0, blur=0.0)
    fit(model, vocabulary, rows, [], options, tmp_path)
    assert decode_logits(predict(model, vocabulary, rows[:1])[0]) == rows[0].tags


@pytest.fixture(scope="module")
def bert(tmp_path_factory):
    """A BERT of random weights with a vocabulary in the order of its kind."""
    import torch
    from transformers import BertConfig, BertModel

    folder = tmp_path_factory.mktemp("bert")
    tokens = [
        PAD,
        "[unused1]",
        UNKNOWN,
        "[CLS]",
        "[SEP]",
        MASK,
        *(c for c in CHARACTERS if c != BORDER),
    ]
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=len(tokens),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=256,
    )
    BertModel(config).save_pretrained(folder)
    Vocabulary(tokens).write(folder)
    return folder


@pytest.mark.slow
def test_a_bert_is_a_base_too(bert, corpus, tmp_path):
    metrics = train(
        TrainOptions(bert, (corpus,), tmp_path / "zh_bert", fit=FitOptions(epochs=1, batch=8))
    )
    assert metrics["base"] == bert.name
    nlp = policynlp.load(tmp_path / "zh_bert")
    long = "发展文化旅游业，" * 60 + "工业增长2%。"  # in windows: positions end at 256
    texts = [TEXT, long, "农民工。"]
    alone = [nlp(text)._.mentions for text in texts]
    assert [doc._.mentions for doc in nlp.pipe(texts)] == alone


REPORT = "".join(SENTENCES).translate({ord(sign): None for sign in "[]"} | {ord(c): None for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ "})  # fmt: skip

LONG = "一年来全市上下团结奋斗，粮食产量和农民收入都有了新的增长。"


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    rows = [
        {"id": f"r{n}", "text": f"第{n}年的报告。\n{LONG}\n{REPORT}\n", "year": 2030}
        for n in range(30)
    ]
    return write_documents(tmp_path_factory.mktemp("reports") / "reports.jsonl", rows)


@pytest.mark.slow
def test_an_encoder_is_trained_on_reports_and_gone_on_with(reports, corpus, tmp_path):
    small = {"hidden_size": 8, "block": 32, "batch": 8}
    first = pretrain(PretrainOptions((reports,), tmp_path / "encoder", steps=2, **small))
    assert first["characters"] > 3000
    assert first["loss"] > 0
    assert last_state(tmp_path / "encoder" / "checkpoints").endswith("checkpoint-2")
    assert "粮" in read_base(tmp_path / "encoder").ids
    pretrain(PretrainOptions((reports,), tmp_path / "encoder", steps=3, resume=True, **small))
    assert last_state(tmp_path / "encoder" / "checkpoints").endswith("checkpoint-3")
    assert PolicyTagger.from_base(tmp_path / "encoder").encoder.config.hidden_size == 8


@pytest.mark.slow
def test_a_student_learns_from_teachers(teacher, base, corpus, reports, tmp_path):
    options = DistillOptions(
        teachers=(teacher, teacher),
        reports=(reports,),
        base=base,
        corpora=(corpus,),
        output=tmp_path / "student",
        characters=100,
        fit=FitOptions(epochs=1, batch=32),
    )
    figures = distill(options)
    assert figures == json.loads((tmp_path / "student" / "distill.json").read_text("utf-8"))
    assert figures["sentences"] > 20
    assert PolicyTagger.from_base(tmp_path / "student").config.model_type == "policy_tagger"
    assert read_base(tmp_path / "student").tokens == make_vocabulary().tokens


def test_reports_of_the_held_out_are_not_read(reports, tmp_path):
    gold = write_documents(tmp_path / "gold.jsonl", [document("g", f"前言。\n{LONG}")])
    options = PretrainOptions((reports,), tmp_path / "out", held_out=gold, block=8, batch=1)
    with pytest.raises(TrainingError) as raised:
        pretrain(options)
    assert (
        str(raised.value)
        == f"{reports}: too little text to pre-train on; a hundred reports are a beginning"
    )


def test_the_held_out_must_be_there(reports, tmp_path):
    options = PretrainOptions((reports,), tmp_path / "out", held_out=tmp_path / "none.jsonl")
    with pytest.raises(GoldError, match=r"none\.jsonl: No such file"):
        pretrain(options)


def test_there_must_be_a_state_to_go_on_from(base, corpus, reports, tmp_path):
    empty = tmp_path / "state"
    expected = f"{empty}: no saved state to go on from; leave --resume out"
    options = TrainOptions(
        base, (corpus,), tmp_path / "out", checkpoint=empty, fit=FitOptions(resume=True)
    )
    for _ in ("no folder", "an empty folder"):
        with pytest.raises(TrainingError) as raised:
            train(options)
        assert str(raised.value) == expected
        empty.mkdir(exist_ok=True)
    with pytest.raises(TrainingError, match="no saved state"):
        pretrain(PretrainOptions((reports,), tmp_path / "encoder", resume=True))


@pytest.mark.parametrize("missing", ["config.json", "vocab.txt"])
def test_a_base_must_be_whole(base, corpus, reports, teacher, tmp_path, missing):
    folder = tmp_path / "base"
    folder.mkdir()
    for path in base.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / missing).unlink()
    expected = f"{folder}: no checkpoint to train from: {missing} is missing; give a BERT-like model's folder"
    with pytest.raises(TrainingError) as raised:
        train(TrainOptions(folder, (corpus,), tmp_path / "out"))
    assert str(raised.value) == expected
    for teachers, student in (((folder,), base), ((teacher,), folder)):
        with pytest.raises(TrainingError) as raised:
            distill(DistillOptions(teachers, (reports,), student, (corpus,), tmp_path / "out"))
        assert str(raised.value) == expected
    assert not (tmp_path / "out").exists()


def test_an_encoder_that_tags_nothing_cannot_teach(base, corpus, reports, teacher, tmp_path):
    options = DistillOptions((teacher, base), (reports,), base, (corpus,), tmp_path / "out")
    with pytest.raises(TrainingError) as raised:
        distill(options)
    assert (
        str(raised.value)
        == f"{base}: an encoder alone, it has learned no tags; give what 'policynlp train --checkpoint' saved"
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", ["base", "teacher"])
def test_a_vocabulary_fits_the_table_of_its_base(request, corpus, reports, tmp_path, kind):
    folder = tmp_path / "base"
    shutil.copytree(request.getfixturevalue(kind), folder)
    known = make_vocabulary().tokens
    Vocabulary([*known, "鑫", "淼"]).write(folder)
    expected = (
        f"{folder / 'vocab.txt'}: {len(known) + 2} characters, but the checkpoint has vectors for "
        f"{len(known)}; give the vocabulary that it was trained with"
    )
    with pytest.raises(TrainingError) as raised:
        train(TrainOptions(folder, (corpus,), tmp_path / "out"))
    assert str(raised.value) == expected
    with pytest.raises(TrainingError) as raised:
        distill(DistillOptions((folder,), (reports,), folder, (corpus,), tmp_path / "out"))
    assert str(raised.value) == expected
    assert not (tmp_path / "out").exists()


def test_a_base_whose_configuration_is_broken_is_named(base, corpus, tmp_path):
    folder = tmp_path / "base"
    shutil.copytree(base, folder)
    (folder / "config.json").write_text('{"model_type": "none_such"}', "utf-8")
    with pytest.raises(TrainingError) as raised:
        train(TrainOptions(folder, (corpus,), tmp_path / "out"))
    assert str(raised.value).startswith(f"{folder}: the checkpoint cannot be loaded: ")
