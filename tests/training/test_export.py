"""The exported network answers as the model does."""

import json

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.errors import ModelError, TrainingError
from policynlp.tagging.labels import HIDDEN, TAGS
from policynlp.tagging.session import Network
from policynlp.training.dataset import Row
from policynlp.training.export import LEAST, export
from policynlp.training.fit import predict
from policynlp.training.package import write_pipeline
from policynlp.training.scores import decode_logits
from policynlp.training.tagger import PolicyTagger
from tiny_tagger import CHARACTERS, LOUD, METRICS

NEAR = 0.04 * LOUD  # what eight bits may change in a logit


@pytest.fixture(scope="module")
def plain(tiny, tmp_path_factory):
    """The network without a temperature."""
    folder = tmp_path_factory.mktemp("plain")
    export(tiny.model, tiny.vocabulary, folder)
    return folder


@pytest.fixture(scope="module")
def network(plain):
    return Network(plain, threads=1)


def logits_of(network, text, rules):
    """Ask the session itself."""
    ids = network.vocabulary.encode(text)[None]
    known = np.array([[0, *rules, 0]])
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "rule_ids": known}
    return network.session.run(["logits"], feed)[0][0, 1:-1]


texts = st.text(st.sampled_from([*CHARACTERS, "鑫"]), min_size=1, max_size=60)


@settings(derandomize=True, max_examples=30)
@given(texts, st.randoms(use_true_random=False))
def test_it_answers_as_the_model(tiny, network, text, random):
    rules = [random.randrange(HIDDEN + 1) for _ in text]
    (wanted,) = predict(*tiny, [Row("", text, [0] * len(text), rules)])
    found = logits_of(network, text, rules)
    np.testing.assert_allclose(found, wanted, atol=NEAR)
    places = np.arange(len(text))
    tags, best = network.tag([text], [rules])[0].tags, decode_logits(wanted)
    # other tags only where both are as good, but for rounding
    assert (
        wanted[places, tags].sum() >= wanted[places, best].sum() - 2 * NEAR * (tags != best).sum()
    )


def test_most_tags_are_the_same(tiny, network):
    random = np.random.default_rng(5)
    texts = ["".join(random.choice(CHARACTERS, 80)) for _ in range(20)]
    rules = [[0] * 80 for _ in texts]
    wanted = predict(*tiny, [Row("", *row) for row in zip(texts, rules, rules, strict=True)])
    best = np.array([decode_logits(logits) for logits in wanted])
    tags = np.array([one.tags for one in network.tag(texts, rules)])
    assert (tags == best).mean() > 0.98


def test_large_tables_are_stored_in_eight_bits(plain):
    tables = onnx.load(plain / "tagger.onnx").graph.initializer
    large = [table for table in tables if len(table.dims) == 2 and np.prod(table.dims) >= LEAST]
    assert len(large) >= 5
    assert {table.data_type for table in large} == {onnx.TensorProto.INT8}


def test_the_temperature_makes_less_sure(plain, network_folder):
    settings = json.loads((network_folder / "tagger.json").read_text("utf-8"))
    assert settings == {"tags": list(TAGS), "temperature": 2.0}
    text = "粮食产量增长"
    one, two = (Network(folder, 1).tag([text], [[0] * 6])[0] for folder in (plain, network_folder))
    assert one.sureness.max() > two.sureness.max()


def test_a_checkpoint_is_the_same_model(tiny, teacher):
    rows = [Row("", "全市粮食产量增长。", [0] * 9, [0] * 9)]
    again = PolicyTagger.from_base(teacher)
    np.testing.assert_array_equal(predict(again, tiny.vocabulary, rows)[0], predict(*tiny, rows)[0])


def test_a_head_is_put_on_an_encoder(base):
    model = PolicyTagger.from_base(base)
    assert model.classifier.out_features == len(TAGS)
    assert model.config.id2label[1] == "B-INDICATOR"


@pytest.mark.parametrize("content", ["", "{}", '{"model_type": "no_such_model"}'])
def test_a_base_that_cannot_be_loaded_is_named(tmp_path, content):
    (tmp_path / "config.json").write_text(content, "utf-8")
    with pytest.raises(TrainingError) as raised:
        PolicyTagger.from_base(tmp_path)
    message = str(raised.value)
    assert message.startswith(f"{tmp_path}: the checkpoint cannot be loaded: ")
    assert "\n" not in message


def test_a_base_without_weights_is_named(tmp_path, base):
    (tmp_path / "config.json").write_bytes((base / "config.json").read_bytes())
    with pytest.raises(TrainingError, match="the checkpoint cannot be loaded"):
        PolicyTagger.from_base(tmp_path)


@pytest.mark.parametrize("there", ["nothing", "an empty folder", "a pipeline"])
def test_a_pipeline_is_written_where_it_may_be(network_folder, tmp_path, there):
    output = tmp_path / "models" / "zh_new"
    if there != "nothing":
        output.mkdir(parents=True)
    if there == "a pipeline":
        (output / "config.cfg").write_text("old", "utf-8")
        (output / "old.txt").write_text("old", "utf-8")
    write_pipeline(network_folder, output, METRICS)
    assert json.loads((output / "metrics.json").read_text("utf-8")) == METRICS
    assert (output / "README.md").read_text("utf-8").startswith("# zh_new\n")
    assert not (output / "old.txt").exists()
    assert [path.name for path in output.parent.iterdir()] == ["zh_new"]


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_is_no_pipeline_is_left_alone(network_folder, tmp_path, kind):
    output = tmp_path / "taken"
    kept = output / "letter.txt" if kind == "folder" else output
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("kept", "utf-8")
    with pytest.raises(TrainingError) as raised:
        write_pipeline(network_folder, output, METRICS)
    assert (
        str(raised.value)
        == f"{output}: holds something that is no pipeline; name another folder to write"
    )
    assert kept.read_text("utf-8") == "kept"


def test_half_a_tagger_writes_nothing(tmp_path):
    with pytest.raises(ModelError):
        write_pipeline(tmp_path / "none", tmp_path / "out", METRICS)
    assert not (tmp_path / "out").exists()
