"""The network on ONNX Runtime: one text, many texts, and what is no network."""

import json
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.errors import ModelError
from policynlp.tagging.labels import HIDDEN, TAGS
from policynlp.tagging.session import Network, hidden_rules
from tiny_tagger import CHARACTERS


@pytest.fixture(scope="module", params=[1, 3])
def network(network_folder, request):
    return Network(network_folder, threads=request.param)


texts = st.text(st.sampled_from([*CHARACTERS, "𠮷", "鑫"]), min_size=1, max_size=190)


# a fixed draw: in one of a million texts two readings are as likely, and rounding decides
@settings(derandomize=True, max_examples=25)
@given(st.lists(texts, min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_a_text_is_tagged_as_it_is_alone(network, rows, random):
    rules = [[random.randrange(HIDDEN + 1) for _ in text] for text in rows]
    together = network.tag(rows, rules)
    for text, told, found in zip(rows, rules, together, strict=True):
        alone = network.tag([text], [told])[0]
        assert found.tags.tolist() == alone.tags.tolist()
        np.testing.assert_allclose(found.sureness, alone.sureness, atol=2e-5)
        np.testing.assert_allclose(found.belief, alone.belief, atol=2e-5)


def test_there_is_a_tag_and_a_probability_for_each_character(network):
    found = network.tag(["粮食产量增长3.2%。", "𠮷"], [hidden_rules(11), hidden_rules(1)])
    assert [(len(one.tags), len(one.sureness)) for one in found] == [(11, 11), (1, 1)]
    assert all(((one.sureness > 0) & (one.sureness <= 1)).all() for one in found)


def test_what_the_rules_found_is_seen(network):
    text = "粮食产量增长"
    told = network.tag([text, text], [[1, 2, 2, 2, 17, 18], hidden_rules(6)])
    assert told[0].sureness.tolist() != told[1].sureness.tolist()


def test_no_texts(network):
    assert network.tag([], []) == []


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("tagger.onnx", None, "no such file"),
        ("tagger.onnx", "no network", "protobuf parsing failed"),
        ("tagger.json", None, "no such file"),
        ("tagger.json", "{", "Expecting property name"),
        (
            "tagger.json",
            json.dumps({"tags": TAGS[:-1]}),
            "its labels are not those of this version",
        ),
    ],
)
def test_what_is_no_tagger_is_refused(network_folder, tmp_path, file, content, reason):
    for path in network_folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / file).unlink()
    if content is not None:
        (tmp_path / file).write_text(content, "utf-8")
    with pytest.raises(
        ModelError, match=f"^{re.escape(str(tmp_path / file))}: no tagger .*{reason}"
    ):
        Network(tmp_path, threads=1)
